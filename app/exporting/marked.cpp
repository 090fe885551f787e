#include "exporting/marked.h"

#include "exporting/view.h"

#include <algorithm>

namespace yaodian::exporting {

namespace {

library::Kind kindAmong(const QList<library::Kind> &kinds, const QString &key)
{
    const auto it =
        std::find_if(kinds.begin(), kinds.end(), [&](const library::Kind &kind) { return kind.key == key; });
    return it == kinds.end() ? library::Kind{key, {}, key, key, {}, {}} : *it;
}

} // namespace

MarkedPaper::MarkedPaper(const library::Library &library, const library::Paper &paper)
{
    const QList<library::Highlight> highlights = library.highlights(paper.id);
    if (highlights.isEmpty())
        return;
    const QList<library::Kind> kinds = library.kinds();
    QHash<QString, std::optional<library::Document>> documents;
    for (const library::Highlight &highlight : highlights) {
        if (!documents.contains(highlight.document))
            documents.insert(highlight.document, library.document(highlight.document));
        m_places.insert(highlight.id, m_all.size());
        m_all << Marked{highlight, kindAmong(kinds, highlight.kind),
                        paperLink(paper.id) + QStringLiteral("?highlight=") + highlight.id.toString(),
                        webPage(paper, documents.value(highlight.document), highlight.page)};
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
