#include "ui/shell/titlepanel.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using papers::Candidate;

namespace {

constexpr int fewRows = 190; ///< room for the ways there are before a search
constexpr int manyRows = 460;
const QString searchRow = u"search"_s;
const QString browserRow = u"browser"_s;

QString authorsText(const QStringList &authors)
{
    constexpr qsizetype most = 3;
    const QString names = authors.mid(0, most).join(u", "_s);
    return authors.size() > most ? TitlePanel::tr("%1 et al.", "authors").arg(names) : names;
}

} // namespace

TitlePanel::TitlePanel(cli::Services &services, const Theme &theme, QWidget *window)
    : Overlay(theme, window), m_services(services)
{
    setObjectName(u"titlePanel"_s);
    connect(this, &Overlay::typedChanged, this, [this](const QString &) {
        if (isVisible() && typed() != m_asked)
            offer();
    });
    connect(this, &Overlay::left, this, [this] { m_asking.reset(); });
    connect(this, &Overlay::taken, this, &TitlePanel::chosen);
}

void TitlePanel::start(library::PaperId paper)
{
    m_asking.reset();
    m_paper = paper;
    m_candidates.clear();
    m_asked.clear();
    const auto known = m_services.library.paper(paper);
    type(known ? known->title : QString());
    open(tr("The digest gives no link. Title to search for on arXiv"));
}

QList<OverlayRow> TitlePanel::otherWays() const
{
    return {{browserRow,
             tr("Search the web in the browser"),
             tr("A PDF that is dropped on the window is filed for this paper."),
             {},
             false}};
}

void TitlePanel::offer()
{
    m_asking.reset();
    m_asked.clear();
    m_candidates.clear();
    QList<OverlayRow> rows;
    if (!typed().isEmpty())
        rows << OverlayRow{searchRow, tr("Search arXiv for this title"),
                           tr("The digest gives no link. The same title by the same first author is taken at once."),
                           u"Enter"_s, true};
    setRoom(fewRows);
    setRows(rows + otherWays(), {});
}

void TitlePanel::search()
{
    m_asked = typed();
    open(tr("The digest gives no link. Title to search for on arXiv"));
    setRows({}, tr("Asking arXiv… · Esc stops"));
    m_asking = std::make_unique<QObject>();
    m_services.papers.searchTitle(m_paper, m_asked, m_asking.get(),
                                  [this](const Result<QList<Candidate>> &found) { searched(found); });
}

void TitlePanel::searched(const Result<QList<Candidate>> &candidates)
{
    m_asking.release()->deleteLater(); // this is its own answer
    if (!candidates) {
        setRows(otherWays(), {});
        return Q_EMIT trouble(candidates.error().message);
    }
    const bool one =
        !candidates->isEmpty() && candidates->first().exact && (candidates->size() == 1 || !candidates->at(1).exact);
    if (one) {
        leave();
        return takeCandidate(candidates->first());
    }
    m_candidates = *candidates;
    show(m_candidates);
}

void TitlePanel::show(const QList<Candidate> &candidates)
{
    setRoom(candidates.size() > 1 ? manyRows : fewRows);
    QList<OverlayRow> rows;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const Candidate &one = candidates[i];
        const QString year = one.published.isValid() ? one.published.toString(u"yyyy"_s) : QString();
        rows << OverlayRow{QString::number(i), one.title.simplified(), authorsText(one.authors),
                           u"arXiv:%1 %2"_s.arg(one.arxiv.value, year).trimmed(), false};
    }
    if (rows.isEmpty())
        rows << OverlayRow{searchRow,
                           tr("arXiv knows no paper of this title"),
                           tr("Change the words above and press Enter, or go another way:"),
                           {},
                           false};
    setRows(rows + otherWays(), {});
}

void TitlePanel::chosen(const QString &row)
{
    if (row == searchRow)
        return search();
    if (row == browserRow)
        return Q_EMIT browserWanted(m_services.papers.webSearch(m_paper));
    const qsizetype at = row.toLongLong();
    if (at < m_candidates.size())
        takeCandidate(m_candidates[at]);
}

void TitlePanel::takeCandidate(const Candidate &candidate)
{
    const auto paper = m_services.papers.take(m_paper, candidate);
    if (paper)
        Q_EMIT found(*paper);
    else
        Q_EMIT trouble(paper.error().message);
}

} // namespace yaodian::ui
