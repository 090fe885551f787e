#include "ui/shell/filing.h"

namespace yaodian::ui {

namespace {

constexpr int silentMs = 150; ///< what is over sooner needs no words

} // namespace

Filing::Filing(cli::Services &services, Notice &notice, QObject *parent)
    : QObject(parent), m_services(services), m_notice(notice)
{
    m_late.setSingleShot(true);
    m_late.setInterval(silentMs);
    connect(&m_late, &QTimer::timeout, this, [this] { m_notice.sayWhile(tr("Filing the PDF…")); });
}

void Filing::file(const QString &path, std::optional<library::PaperId> paper, Done done)
{
    if (m_running++ == 0)
        m_late.start();
    m_services.background.run(
        this,
        [papers = &m_services.papers, path, paper](const CancelToken &token) {
            return paper ? papers->adopt(*paper, path, token) : papers->adoptLoose(path, token);
        },
        [this, done = std::move(done)](const Result<library::Document> &document) {
            ended();
            if (document)
                done(*document);
            else
                m_notice.sayTrouble(document.error().message);
        });
}

/// The words of the wait go with the last of them.
void Filing::ended()
{
    if (--m_running > 0)
        return;
    m_late.stop();
    if (m_notice.text() == tr("Filing the PDF…"))
        m_notice.leave();
}

} // namespace yaodian::ui
