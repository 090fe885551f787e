#pragma once

#include "base/cancel.h"
#include "library/library.h"
#include "pdf/values.h"

namespace yaodian::notes {

/// A selected passage on its way to a highlight.
struct Passage
{
    QString document; ///< sha256
    int page = 0;     ///< from 0
    QList<Box> boxes;
    QString quote;
    QString prefix;
    QString suffix;
    library::Highlight::Style style = library::Highlight::Style::Text;
    int at = -1;          ///< Highlight::at
    QString section = {}; ///< Highlight::section
};

/// A mark that was made in a PDF with another program.
struct ForeignMark
{
    Passage passage;
    QString kind; ///< Kind::key
    QString comment;
    QString name; ///< its id there; one of ours is known by it
};

struct TakenOver
{
    QList<library::HighlightId> made;
    int known = 0; ///< marks that are highlights already
};

/// The passage of a range: boxes, quote and 32 code points on either side.
[[nodiscard]] Passage passageOf(const pdf::PageText &page, pdf::TextRange range, int pageNumber,
                                const QString &document);
/// An area of a page: its one box, and the text in it, which may be empty.
[[nodiscard]] Passage areaOf(const pdf::PageText &page, const Box &area, int pageNumber, const QString &document);
/// The title of the last heading of `outline` before a place in the text of a page (Highlight::at); empty: there is
/// none. On the page of a heading, what is before is told by reading order, else by height.
[[nodiscard]] QString sectionAt(const QList<pdf::OutlineItem> &outline, const pdf::PageText &page, int pageNumber,
                                int at);
/// Where `quote` stands on a page (folded, hyphens and line ends passed over); nullopt: not there. Where it stands
/// more than once, prefix and suffix decide, else the first.
[[nodiscard]] std::optional<pdf::TextRange> findQuote(const pdf::PageText &page, const QString &quote,
                                                      const QString &prefix = {}, const QString &suffix = {});
/// The highlights of a paper that were made on other documents than the one with this text (all its pages), looked for
/// in it. An area without text is for the reader to place: it stands where it stood, to be reviewed. `document`: its
/// sha256. Takes some milliseconds a highlight: for a thread that nobody waits for. Cancelled, it gives those that were
/// looked for.
[[nodiscard]] QList<library::Placement> placementsIn(const QList<pdf::PageText> &pages, const QString &document,
                                                     const QList<library::Highlight> &highlights,
                                                     const CancelToken &token = {});
/// The highlights of a paper as they stand on one of its documents, in reading order: those made on it, and those of
/// other documents that have a place there, with what stands there for their quotes (one a page, of the same id).
[[nodiscard]] QList<library::Highlight> highlightsOn(const library::Library &library, library::PaperId paper,
                                                     const QString &document);
/// A kind by its key, letter, Chinese or English name.
[[nodiscard]] std::optional<library::Kind> kindNamed(const QList<library::Kind> &kinds, const QString &name);

/// The patterns there are, by which kinds are told apart without colour.
[[nodiscard]] QStringList kindPatterns();
/// A kind as it may stand among `kinds` (which may hold it): names and letter tidied, a missing name the other one. One
/// sentence where a name, the letter, the colour or the pattern cannot be, or is another kind's.
[[nodiscard]] Result<library::Kind> checkedKind(const QList<library::Kind> &kinds, const library::Kind &kind);

/// Tags without blanks and a # before them; of those that differ only in their case, the first.
[[nodiscard]] QStringList tidiedTags(const QStringList &tags);
/// `state` with a verdict given (also read) or taken back (stays read).
[[nodiscard]] library::PaperState withVerdict(library::PaperState state, library::Verdict verdict);

/// What the reader does with papers. Each call is one act of the journal (typing in a note merges); one that would
/// change nothing makes no act.
class Notes
{
public:
    Notes(library::Library &library, const Clock &clock, IdSource &ids);

    Result<library::HighlightId> addHighlight(library::PaperId paper, const Passage &passage, const QString &kind,
                                              const QString &comment = {});
    /// A passage that goes over page breaks: a highlight on each page, and one act.
    Result<QList<library::HighlightId>> addHighlights(library::PaperId paper, const QList<Passage> &passages,
                                                      const QString &kind, const QString &comment = {});
    /// Marks of other programs as highlights: one act for all. Those that are highlights already, by their id or their
    /// place, make none.
    Result<TakenOver> takeMarks(library::PaperId paper, const QList<ForeignMark> &marks);
    Result<void> setComment(library::HighlightId id, const QString &comment);
    Result<void> setKind(library::HighlightId id, const QString &kind);
    /// Text or underlined; an area stays one.
    Result<void> setStyle(library::HighlightId id, library::Highlight::Style style);
    /// Blanks around a tag and a # before it go; of those that differ only in their case, the first stays.
    Result<void> setTags(library::HighlightId id, const QStringList &tags);
    /// Another passage of the document it was made on, for the same highlight with all that hangs on it but its
    /// picture, which is of the other place. Where it stands in other documents is looked for again, but for what the
    /// reader decided.
    Result<void> resize(library::HighlightId id, const Passage &passage);
    Result<void> removeHighlight(library::HighlightId id);
    /// Makes a highlight what it was in an earlier version; one that was removed comes back with its ties. Where the
    /// kind of that version was removed since, it keeps the one it has.
    Result<void> restoreHighlight(const library::Highlight &version);
    /// The reader's word on where a highlight stands in another document: where it was proposed, …
    Result<void> confirmPlacement(library::HighlightId id, const QString &document);
    /// … there (a passage a page), …
    Result<void> place(library::HighlightId id, const QString &document, const QList<Passage> &passages);
    /// … or nowhere.
    Result<void> declareGone(library::HighlightId id, const QString &document);

    Result<library::PointId> addPoint(library::PaperId paper, const QString &text);
    Result<void> editPoint(library::PointId id, const QString &text);
    Result<void> removePoint(library::PointId id);
    /// Two points of one, which keeps its evidence; the other comes after it. Both are the reader's own from then on.
    /// Gives back the second.
    Result<library::PointId> splitPoint(library::PointId id, const QString &first, const QString &second);
    /// Moves a point by so many places among its paper's, up where negative; beyond an end it stays at it.
    Result<void> movePoint(library::PointId id, int places);
    /// A digest's point becomes the reader's own as it is worded, at its place and with its evidence: no later digest
    /// changes it.
    Result<void> adoptPoint(library::PointId id);
    Result<void> tie(library::PointId point, library::HighlightId highlight);
    Result<void> untie(library::PointId point, library::HighlightId highlight);

    /// From any thread: a long note is saved beside the window.
    Result<void> setNote(library::PaperId paper, const QString &text);
    /// Puts an earlier text of the note in the place of the present one, which stays among the earlier ones.
    Result<void> restoreNote(library::PaperId paper, const QString &text);

    /// A new kind, the last one. Its key is made of its name and is for ever; gives it back.
    Result<QString> addKind(const library::Kind &kind);
    Result<void> putKind(const library::Kind &kind); ///< one that is there, by its key
    /// Its highlights become of the kind `into`, in the same act; without one, a kind that is in use stays. One kind
    /// stays in any case.
    Result<void> removeKind(const QString &key, const QString &into = {});
    /// Moves a kind by so many places, up where negative; beyond an end it stays at it.
    Result<void> moveKind(const QString &key, int places);

    Result<void> setVerdict(const QList<library::PaperId> &papers, library::Verdict verdict); ///< also makes them read
    Result<void> setRead(const QList<library::PaperId> &papers, bool read);
    Result<void> setStarred(const QList<library::PaperId> &papers, bool starred);
    Result<void> setLater(const QList<library::PaperId> &papers, bool later);
    /// Takes tags from the papers and gives them others, whatever else each has; tidied as those of highlights are.
    Result<void> changeTags(const QList<library::PaperId> &papers, const QStringList &taken, const QStringList &given);

    /// Keeps a search under a name (its words, where that is empty). One that is kept already stays as it is.
    Result<library::SearchId> keepSearch(const QString &query, const QString &name = {});
    Result<void> renameSearch(library::SearchId id, const QString &name);
    Result<void> removeSearch(library::SearchId id);

    Result<library::Operation> undo();
    Result<library::Operation> redo();

private:
    Result<library::PaperId> known(library::PaperId paper) const; ///< the id of today, or one sentence
    Result<void> changeHighlight(library::HighlightId id, const QString &act, const QString &label,
                                 const std::function<void(library::Highlight &)> &change);
    Result<void> decide(const library::Placement &placement, const QString &label);
    Result<void> changeStates(const QList<library::PaperId> &papers, const QString &act, const QString &label,
                              const std::function<void(library::PaperState &)> &change);

    library::Library &m_library;
    const Clock &m_clock;
    IdSource &m_ids;
};

} // namespace yaodian::notes
