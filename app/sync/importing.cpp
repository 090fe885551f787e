#include "sync/importing.h"

#include "sync/walking.h"

namespace yaodian::sync {

namespace {

/// Files of one job: enough to share a transaction, few enough to tell how far it is.
constexpr qsizetype filesTogether = 16;

} // namespace

Importing::Importing(const Services &services, Sync::PdfTaker takePdf, QObject *parent)
    : Run(services, parent), m_takePdf(std::move(takePdf))
{
}

void Importing::startFiles(const QStringList &paths)
{
    Q_EMIT activity(tr("Looking for files…"));
    m_job = m_services.background.run(
        this, [paths](const CancelToken &token) { return walk(paths, token); },
        [this](const Walked &walked) {
            if (isOver())
                return;
            m_files = walked.files;
            m_outcome.failed = walked.failed;
            next();
        });
}

void Importing::startBytes(const QByteArray &bytes, const QString &name, const library::Source &source)
{
    m_job = m_services.background.run(
        this,
        [library = &m_services.library, bytes, name, source](const CancelToken &token) {
            return keepDocument(*library, bytes, name, source, token);
        },
        [this](const Kept &kept) { merge(kept); });
}

void Importing::stop()
{
    if (m_job)
        m_job->cancel();
}

void Importing::next()
{
    if (m_at >= m_files.size())
        return finish();
    const QStringList files = m_files.mid(m_at, filesTogether);
    m_at += files.size();
    Q_EMIT activity(tr("Importing %1 of %2…").arg(m_at).arg(m_files.size()));
    m_job = m_services.background.run(
        this,
        [library = &m_services.library, files, takePdf = m_takePdf](const CancelToken &token) {
            return keepFiles(*library, files, takePdf, token);
        },
        [this](const Kept &kept) { merge(kept); });
}

void Importing::merge(const Kept &kept)
{
    if (isOver())
        return;
    add(m_outcome, kept);
    if (kept.broken)
        m_at = m_files.size();
    next();
}

} // namespace yaodian::sync
