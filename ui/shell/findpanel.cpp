#include "ui/shell/findpanel.h"

#include <QKeyEvent>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::Hit;

namespace {

/// Letters that are typed in one go are asked for once.
constexpr int SoonMs = 20;
/// A list that is looked at, and one that is gone through.
constexpr int Newest = 30;
constexpr int Best = 100;

QString typeText(const Hit &hit)
{
    switch (hit.type) {
    case Hit::Type::Entry:
        return FindPanel::tr("Entry");
    case Hit::Type::Point:
        return FindPanel::tr("Point");
    case Hit::Type::Note:
        return FindPanel::tr("Note");
    case Hit::Type::Highlight:
        return FindPanel::tr("Highlight");
    case Hit::Type::Page:
        return FindPanel::tr("p. %1").arg(hit.page + 1);
    }
    return {};
}

} // namespace

FindPanel::FindPanel(const library::Library &library, Background &background, const Theme &theme, QWidget *window)
    : Overlay(theme, window), m_library(library), m_background(background)
{
    setObjectName(u"findPanel"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &FindPanel::ask);
    connect(this, &Overlay::typedChanged, this, [this] { m_soon.start(); });
    connect(this, &Overlay::taken, this, [this](const QString &id) {
        const int at = id.toInt();
        if (at < m_hits.size())
            Q_EMIT chosen(m_hits[at]);
    });
}

bool FindPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Save)) {
        if (const QString query = typed(); !query.isEmpty()) {
            leave();
            Q_EMIT keepWanted(query);
        }
        return true;
    }
    return Overlay::eventFilter(watched, event);
}

void FindPanel::start()
{
    open(tr("Search digests, points, notes, highlights and PDFs"));
}

void FindPanel::ask()
{
    m_job.cancel();
    const QString query = typed();
    if (query.isEmpty()) {
        m_hits.clear();
        setRows({}, tr("Words, \"phrases\", -not, cat:RO, by:Touvron, kind:方法, tag:todo, since:7d, has:notes"));
        return;
    }
    askFor(query, library::SearchOrder::Newest, Newest);
}

/// One that is under way is broken off where it is: m_job is of the letters typed last.
void FindPanel::askFor(const QString &query, library::SearchOrder order, int most)
{
    m_job = m_background.run(
        this,
        [&library = m_library, query, order, most](const CancelToken &token) {
            return library.search(query, most, order, token);
        },
        [this, query, order](const Result<QList<Hit>> &hits) { answer(query, order, hits); });
}

void FindPanel::answer(const QString &query, library::SearchOrder order, const Result<QList<Hit>> &hits)
{
    if (query != typed() || (!hits && hits.error().isCancelled()))
        return;
    if (order == library::SearchOrder::Best) {
        if (!isChoosing() || m_shown != query) // rows of other words are not what anyone chooses among
            show(query, hits);
        return;
    }
    // Nothing of it in any order: only the last word says so, lest the list blinks while one types.
    if (!hits || !hits->isEmpty())
        show(query, hits);
    askFor(query, library::SearchOrder::Best, Best);
}

void FindPanel::show(const QString &query, const Result<QList<Hit>> &hits)
{
    m_shown = query;
    m_hits = hits.ok() ? hits.value() : QList<Hit>();
    QList<OverlayRow> rows;
    for (qsizetype i = 0; i < m_hits.size(); ++i)
        rows << OverlayRow{QString::number(i), m_hits[i].title.simplified(), m_hits[i].snippet.simplified(),
                           typeText(m_hits[i]), false};
    setRows(rows, hits.ok() ? tr("Nothing was found for “%1”.").arg(query) : hits.error().message);
}

} // namespace yaodian::ui
