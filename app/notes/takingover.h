#pragma once

#include "notes/notes.h"

// What is needed to make highlights of what other programs wrote into a PDF.
namespace yaodian::notes {

/// The text under the boxes of a page, as a person marked it; nullopt: there is none.
[[nodiscard]] std::optional<Passage> passageUnder(const pdf::PageText &page, const QList<Box> &boxes, int pageNumber,
                                                  const QString &document);
/// The kind whose colour is most like `colour` ("#rrggbb"), by its hue; the first where none is given.
[[nodiscard]] QString kindLike(const QList<library::Kind> &kinds, const QString &colour);
/// The annotation as a mark on that document; nullopt where it marks nothing that could be a highlight.
[[nodiscard]] std::optional<ForeignMark> markOf(const pdf::Annotation &annotation, const pdf::PageText &page,
                                                const QString &document, const QList<library::Kind> &kinds);

/// What is marked on a document already.
class Presence
{
public:
    Presence(const library::Library &library, library::PaperId paper, const QString &document);
    /// It is one of ours by its id, or there is a highlight on its place.
    [[nodiscard]] bool has(const ForeignMark &mark) const;

private:
    const library::Library &m_library;
    library::PaperId m_paper;
    QList<library::Highlight> m_highlights;
};

} // namespace yaodian::notes
