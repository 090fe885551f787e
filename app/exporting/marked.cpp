#include "exporting/marked.h"

#include "exporting/view.h"

#include <algorithm>

namespace yaodian::exporting {

MarkedPaper::MarkedPaper(const Lookups &lookups, const library::Paper &paper)
{
    const QList<library::Highlight> highlights = lookups.library().highlights(paper.id);
    for (const library::Highlight &highlight : highlights) {
        m_places.insert(highlight.id, m_all.size());
        m_all << Marked{highlight, lookups.kind(highlight.kind),
                        paperLink(paper.id) + QStringLiteral("?highlight=") + highlight.id.toString(),
                        webPage(paper, lookups.document(highlight.document), highlight.page)};
    }
}

QList<Marked> MarkedPaper::evidence(const library::Point &point) const
{
    QList<Marked> out;
    for (const library::HighlightId &id : point.evidence) {
        if (const auto place = m_places.constFind(id); place != m_places.constEnd())
            out << m_all[*place];
    }
    return out;
}

QList<Marked> MarkedPaper::loose(const QList<library::Point> &points) const
{
    QList<Marked> out = m_all;
    out.removeIf([&points](const Marked &marked) {
        return std::any_of(points.begin(), points.end(), [&marked](const library::Point &point) {
            return point.evidence.contains(marked.highlight.id);
        });
    });
    return out;
}

QString writtenName(const library::Kind &kind)
{
    return kind.nameZh.isEmpty() ? kind.nameEn : kind.nameZh;
}

} // namespace yaodian::exporting
