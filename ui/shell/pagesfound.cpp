#include "ui/shell/pagesfound.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// How long after a document was opened its pages are drawn ahead, and the reader reads.
constexpr int QuietMs = 3000;

} // namespace

PagesFound::PagesFound(cli::Services &services, StatusLine &status, Notice &notice, QObject *parent)
    : QObject(parent), m_indexing(services.library, QuietMs)
{
    connect(&m_indexing, &reading::Indexing::progress, this, [&status](const library::PageReads &reads) {
        if (reads.done < reads.documents)
            status.setAside(tr("Indexing %1 of %2").arg(reads.done + 1).arg(reads.documents));
    });
    connect(&m_indexing, &reading::Indexing::rested, this, [&status] { status.setAside({}); });
    connect(&m_indexing, &reading::Indexing::healed, this,
            [&notice](const QStringList &sentences) { notice.say(sentences.join(u'\n')); });
}

} // namespace yaodian::ui
