#include "base/text.h"
#include "notes/notes.h"

#include <QCoreApplication>

#include <algorithm>

// Highlights and the note of a paper.
namespace yaodian::notes {

namespace {

Error noHighlight()
{
    return Error::world(QCoreApplication::translate("notes", "There is no such highlight any more."));
}

using Style = library::Highlight::Style;

Result<void> checked(const Passage &passage, Style style)
{
    const bool isArea = style == Style::Area;
    if (isArea && (passage.boxes.size() != 1 || passage.boxes.first().isEmpty() || passage.page < 0))
        return Error::world(QCoreApplication::translate("notes", "There is no area to highlight."));
    if (!isArea && (passage.boxes.isEmpty() || normalised(passage.quote).isEmpty() || passage.page < 0))
        return Error::world(QCoreApplication::translate("notes", "There is no text in this selection to highlight."));
    return {};
}

void putPassage(library::Highlight &highlight, const Passage &passage)
{
    if (highlight.page != passage.page || highlight.boxes != passage.boxes)
        highlight.image.clear(); // it is of the other place
    highlight.page = passage.page;
    highlight.boxes = passage.boxes;
    highlight.quote = normalised(passage.quote);
    highlight.prefix = normalised(passage.prefix);
    highlight.suffix = normalised(passage.suffix);
    highlight.at = passage.at;
    highlight.section = passage.section;
}

} // namespace

Notes::Notes(library::Library &library, const Clock &clock, IdSource &ids)
    : m_library(library), m_clock(clock), m_ids(ids)
{
}

Result<library::PaperId> Notes::known(library::PaperId paper) const
{
    if (const auto found = m_library.paper(paper))
        return found->id;
    return Error::world(QCoreApplication::translate("notes", "There is no paper %1.").arg(paper.toString()));
}

Result<library::HighlightId> Notes::addHighlight(library::PaperId paper, const Passage &passage, const QString &kind,
                                                 const QString &comment)
{
    const auto made = addHighlights(paper, {passage}, kind, comment);
    return made.ok() ? Result<library::HighlightId>(made->first()) : Result<library::HighlightId>(made.error());
}

Result<QList<library::HighlightId>> Notes::addHighlights(library::PaperId paper, const QList<Passage> &passages,
                                                         const QString &kind, const QString &comment)
{
    const auto of = known(paper);
    if (!of.ok())
        return of.error();
    for (const Passage &passage : passages.isEmpty() ? QList<Passage>{{}} : passages)
        if (const auto sound = checked(passage, passage.style); !sound.ok())
            return sound.error();
    const QList<library::Kind> kinds = m_library.kinds();
    if (std::none_of(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.key == kind; }))
        return Error::world(QCoreApplication::translate("notes", "There is no kind “%1”.").arg(kind));
    QList<library::Highlight> highlights;
    QList<library::HighlightId> made;
    for (const Passage &passage : passages) {
        library::Highlight highlight;
        highlight.id = m_ids.make<library::HighlightTag>();
        highlight.paper = *of;
        highlight.document = passage.document;
        putPassage(highlight, passage);
        highlight.style = passage.style;
        highlight.kind = kind;
        highlight.comment = comment;
        highlight.made = m_clock.now();
        highlights << highlight;
        made << highlight.id;
    }
    const auto done = m_library.act(QStringLiteral("highlight.add"), QCoreApplication::translate("notes", "Highlight"),
                                    [&](library::Acts &acts) {
                                        for (const library::Highlight &highlight : std::as_const(highlights))
                                            if (const auto put = acts.putHighlight(highlight); !put.ok())
                                                return put;
                                        return Result<void>();
                                    });
    return done.ok() ? Result<QList<library::HighlightId>>(made) : Result<QList<library::HighlightId>>(done.error());
}

Result<void> Notes::changeHighlight(library::HighlightId id, const QString &act, const QString &label,
                                    const std::function<void(library::Highlight &)> &change)
{
    auto highlight = m_library.highlight(id);
    if (!highlight)
        return noHighlight();
    const library::Highlight before = *highlight;
    change(*highlight);
    if (*highlight == before)
        return {};
    const auto done = m_library.act(
        act, label, [&](library::Acts &acts) { return acts.putHighlight(*highlight); }, act + id.toString());
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::setComment(library::HighlightId id, const QString &comment)
{
    return changeHighlight(id, QStringLiteral("highlight.comment"), QCoreApplication::translate("notes", "Comment"),
                           [&](library::Highlight &highlight) { highlight.comment = comment; });
}

Result<void> Notes::setKind(library::HighlightId id, const QString &kind)
{
    const QList<library::Kind> kinds = m_library.kinds();
    if (std::none_of(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.key == kind; }))
        return Error::world(QCoreApplication::translate("notes", "There is no kind “%1”.").arg(kind));
    return changeHighlight(id, QStringLiteral("highlight.kind"),
                           QCoreApplication::translate("notes", "Kind of a highlight"),
                           [&](library::Highlight &highlight) { highlight.kind = kind; });
}

Result<void> Notes::setStyle(library::HighlightId id, Style style)
{
    const auto before = m_library.highlight(id);
    if (before && before->style != style && (before->style == Style::Area || style == Style::Area))
        return Error::world(QCoreApplication::translate("notes", "An area is framed; only text can be underlined."));
    return changeHighlight(id, QStringLiteral("highlight.style"),
                           QCoreApplication::translate("notes", "Look of a highlight"),
                           [&](library::Highlight &highlight) { highlight.style = style; });
}

Result<void> Notes::setTags(library::HighlightId id, const QStringList &tags)
{
    return changeHighlight(id, QStringLiteral("highlight.tags"), QCoreApplication::translate("notes", "Tags"),
                           [&](library::Highlight &highlight) { highlight.tags = tidiedTags(tags); });
}

Result<void> Notes::resize(library::HighlightId id, const Passage &passage)
{
    const auto before = m_library.highlight(id);
    if (!before)
        return noHighlight();
    if (passage.document != before->document)
        return Error::world(QCoreApplication::translate(
            "notes", "This highlight was made on another version of the paper; its ends are moved there."));
    if (const auto sound = checked(passage, before->style); !sound.ok())
        return sound.error();
    library::Highlight after = *before;
    putPassage(after, passage);
    if (after == *before)
        return {};
    const auto done =
        m_library.act(QStringLiteral("highlight.resize"), QCoreApplication::translate("notes", "Ends of a highlight"),
                      [&](library::Acts &acts) { return acts.putHighlight(after); });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::removeHighlight(library::HighlightId id)
{
    if (!m_library.highlight(id))
        return noHighlight();
    const auto done =
        m_library.act(QStringLiteral("highlight.remove"), QCoreApplication::translate("notes", "Remove a highlight"),
                      [&](library::Acts &acts) { return acts.removeHighlight(id); });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::setNote(library::PaperId paper, const QString &text)
{
    const auto of = known(paper);
    if (!of.ok())
        return of.error();
    // Typing is one step of undo, not one a letter.
    const auto done = m_library.act(
        QStringLiteral("note.edit"), QCoreApplication::translate("notes", "Note"),
        [&](library::Acts &acts) { return acts.putNote(*of, text); }, of->toString());
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::restoreNote(library::PaperId paper, const QString &text)
{
    const auto of = known(paper);
    if (!of.ok())
        return of.error();
    const auto done = m_library.act(QStringLiteral("note.restore"),
                                    QCoreApplication::translate("notes", "Earlier version of the note"),
                                    [&](library::Acts &acts) { return acts.putNote(*of, text); });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<library::Operation> Notes::undo()
{
    return m_library.undo();
}

Result<library::Operation> Notes::redo()
{
    return m_library.redo();
}

} // namespace yaodian::notes
