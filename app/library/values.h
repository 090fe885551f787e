#pragma once

#include "base/geometry.h"
#include "base/ids.h"
#include "digest/values.h"
#include "library/sourcevalues.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// The values that are stored: what a post said, what the paper is, and what the reader made of it.
namespace yaodian::library {

using IssueId = Id<struct IssueTag>;
using EntryId = Id<struct EntryTag>;
using PaperId = Id<struct PaperTag>;
using HighlightId = Id<struct HighlightTag>;
using PointId = Id<struct PointTag>;
using SessionId = Id<struct SessionTag>;
using OperationId = Id<struct OperationTag>;
using SearchId = Id<struct SearchTag>;

enum class Verdict { None, Read, Keep, Drop }; ///< 精读 存 弃

/// An issue as the sidebar and the list head show it.
struct IssueRow
{
    IssueId id;
    SourceId source;
    QString sourceTitle;
    QString title;
    QDateTime published; ///< invalid: the post said nothing
    QDateTime firstSeen;
    int entries = 0;
    int unread = 0;          ///< entries whose paper is unread
    bool needsCheck = false; ///< its report has doubts
};

/// A row of the entry list: one entry with its paper's state.
struct ListRow
{
    EntryId id;
    PaperId paper;
    IssueId issue;
    SourceId source;
    std::optional<int> number;
    QStringList categories;
    QString title;
    QString titleZh;
    QString oneLine;
    QString url;
    QString sourceTitle;
    QString issueTitle;
    QDateTime published; ///< the issue; invalid: the post said nothing
    digest::Section section = digest::Section::Main;
    bool unread = true;
    bool starred = false;
    bool later = false;
    Verdict verdict = Verdict::None;
    int mentions = 1; ///< entries about the same paper
    int points = 0;   ///< the reader's own
    int highlights = 0;
    bool hasDocument = false;
};

/// Which entries a list shows and in which order. An empty filter shows everything but the tour.
struct ListQuery
{
    enum class View { All, Today, Unread, Later, Starred, Kept, WithNotes, NeedsCheck };
    enum class Order { ByCategory, IssueOrder, NewestFirst, BySource, ByTitle };
    View view = View::All;
    std::optional<QString> category; ///< a code; "" means 未分类
    std::optional<SourceId> source;
    std::optional<IssueId> issue;
    QString search = {}; ///< product.md's QUERY, of what entries say and the reader wrote of their papers; empty: all
    Order order = Order::NewestFirst;
    qint64 todayStartMs = 0; ///< for View::Today: first seen at or after
    bool withTour = false;
};

/// A category with its name (from the newest legend) and the number of entries with an unread paper.
struct CategoryCount
{
    QString code; ///< "" : 未分类
    QString name;
    int entries = 0;
    int unread = 0;
};

/// What is known of a paper beyond what one entry says of it.
struct PaperFacts
{
    QStringList authors;
    QString abstractEn; ///< arXiv's
    QString arxiv;      ///< the number that this is of; a paper merged by hand has several
    QString newest;     ///< "v3": the newest version at arXiv when it was asked; empty: it was not
    QString here;       ///< the newest version that is stored; empty: none, or not known

    [[nodiscard]] bool hasNewer() const
    {
        return !here.isEmpty() && QStringView(newest).mid(1).toInt() > QStringView(here).mid(1).toInt();
    }
};

/// What arXiv says of one of its papers.
struct ArxivFacts
{
    QString arxiv;  ///< "2302.03084"
    QString newest; ///< "v3"; empty: arXiv knows no such paper
    QString title;
    QStringList authors;
    QStringList categories;
    QString abstractEn;
};

/// Everything the card shows of one entry.
struct EntryDetail
{
    ListRow row;
    digest::Entry content;
    IssueRow issue;
    QStringList identifiers; ///< keys of the paper, strongest first
    PaperFacts facts = {};
};

struct PaperState
{
    bool read = false;
    bool starred = false;
    bool later = false;
    Verdict verdict = Verdict::None;
    QStringList tags;
    friend bool operator==(const PaperState &, const PaperState &) = default;
};

/// One PDF file of a paper.
struct Document
{
    QString sha256; ///< hexadecimal, 64 characters: its name in the store
    PaperId paper;
    QString version; ///< "v2", empty: unknown
    QString path;    ///< absolute
    QString origin;  ///< where it was fetched from, or the path it was adopted from
    qint64 bytes = 0;
    QDateTime added;
};

/// The work itself, with its aliases resolved.
struct Paper
{
    PaperId id;
    QString title;
    QString titleZh;
    QStringList authors;
    QStringList categories;
    QList<digest::Identifier> identifiers; ///< strongest first
    PaperState state;
};

/// A paper as it is chosen by its title.
struct TitledPaper
{
    PaperId id;
    QString title;
    QString titleZh;
};

/// A marked passage. `quote`, `prefix`, `suffix` are normalised(); prefix and suffix at most 32 code points.
struct Highlight
{
    enum class Style {
        Text,      ///< its lines are tinted
        Underline, ///< its lines are underlined
        Area       ///< one box, framed; `quote` is the text in it, empty where there is none
    };
    HighlightId id;
    PaperId paper;
    QString document; ///< sha256 of the PDF it was made on
    int page = 0;     ///< from 0
    QList<Box> boxes; ///< one a line, in reading order
    QString quote;
    QString prefix;
    QString suffix;
    QString kind; ///< Kind::key
    QString comment;
    QDateTime made;
    QStringList tags;
    Style style = Style::Text;
    QString image = {};   ///< what stands there, as a picture: its name in the store (see keepImage()); empty: none
    int at = -1;          ///< where it begins in the text of its page, in reading order; -1: not known
    QString section = {}; ///< the heading it stands under; empty: not known
    friend bool operator==(const Highlight &, const Highlight &) = default;
};

/// By page, and on a page by the order of its text; by height on a page where that is not known of every one.
void sortInReadingOrder(QList<Highlight> &highlights);

/// A state that a highlight had.
struct HighlightVersion
{
    Highlight highlight; ///< where it is removed: as it was then
    QDateTime at;        ///< when it became so
    bool undone = false; ///< it was undone, and something else came instead
    bool removed = false;
    friend bool operator==(const HighlightVersion &, const HighlightVersion &) = default;
};

/// Which highlights of all papers are asked for.
struct HighlightQuery
{
    QString text; ///< as for the search: words, "phrases", -not, kind: tag: paper: by: cat: source: since:
    friend bool operator==(const HighlightQuery &, const HighlightQuery &) = default;
};

struct HighlightRef
{
    HighlightId id;
    PaperId paper;
    friend bool operator==(const HighlightRef &, const HighlightRef &) = default;
};

/// A row of the list of all highlights.
struct HighlightRow
{
    Highlight highlight;
    QString title; ///< of the paper
    QString titleZh;
};

/// Where a highlight stands in another document of its paper than the one it was made on.
struct Placement
{
    enum class State {
        Same,    ///< word for word
        Changed, ///< its words were changed
        Review,  ///< probably at `spots`: the reader has to say
        Gone     ///< nowhere
    };
    struct Spot
    {
        int page = 0;     ///< from 0
        QList<Box> boxes; ///< one a line, in reading order
        friend bool operator==(const Spot &, const Spot &) = default;
    };
    HighlightId highlight;
    QString document; ///< sha256 of that PDF
    State state = State::Gone;
    double score = 0;  ///< 0..1: how sure the place is
    QList<Spot> spots; ///< several where it goes over page breaks; empty: gone
    QString quote;     ///< what stands there, with the words around
    QString prefix;
    QString suffix;
    bool decided = false; ///< by the reader: nothing else changes it
    [[nodiscard]] bool isPlaced() const { return state == State::Same || state == State::Changed; }
    friend bool operator==(const Placement &, const Placement &) = default;
};

/// What the program wrote into a part of a file once.
struct WrittenText
{
    QByteArray key; ///< whose file, which part, its stamp
    QByteArray text;
    QString values; ///< where the reader's words stand in it
};

/// What a highlight means. `key` is for ever ("method"); the rest can be edited.
struct Kind
{
    QString key;
    QString letter;
    QString nameZh;
    QString nameEn;
    QString colour;  ///< "#rrggbb" on a light page
    QString pattern; ///< "plain", "wave", "dots", "line", "double", "dash", "box": told apart without colour
};

/// A statement about a paper. A digest's point that was never touched exists only in its entry; the first evidence,
/// edit or move copies it into the notes with the same id.
struct Point
{
    PointId id;
    PaperId paper;
    std::optional<EntryId> entry; ///< the digest's; nullopt: the reader's own
    double rank = 0;              ///< order among the paper's points; see isPlaced()
    QString text;                 ///< Markdown
    QString digestText;           ///< what the digest says now, where the reader changed it or the digest did
    QList<HighlightId> evidence;
    [[nodiscard]] bool isOwn() const { return !entry.has_value(); }
    /// The reader gave it its place among all of the paper's points: these come first, by rank. The others follow, the
    /// digests' as these have them, then the reader's own by rank.
    [[nodiscard]] bool isPlaced() const { return rank >= firstPlaced; }
    static constexpr double firstPlaced = 1 << 20;
    friend bool operator==(const Point &, const Point &) = default;
};

struct Note
{
    PaperId paper;
    QString text; ///< Markdown, as typed
    QDateTime changed;
    QString stamp = {}; ///< another one after every write of it; empty: there was none
};

/// A text that a note had.
struct NoteVersion
{
    QString text;
    QDateTime at;
    bool undone = false; ///< it was undone, and something else was written
    friend bool operator==(const NoteVersion &, const NoteVersion &) = default;
};

/// A sitting over a queue of papers.
struct Session
{
    SessionId id;
    QDateTime started;
    QDateTime ended; ///< invalid: still open
    QList<PaperId> queue;
    QList<PaperId> done; ///< those that were given a verdict or passed, in that order
    int position = 0;    ///< index into queue
    qint64 activeMs = 0; ///< how long it was worked in (Library::addSessionTime); 0: not measured
};

/// A tag of papers and how many have it.
struct TagCount
{
    QString tag;
    int papers = 0;
    friend bool operator==(const TagCount &, const TagCount &) = default;
};

/// A search that the reader keeps: it stands in the sidebar, and its list is made anew each time.
struct SavedSearch
{
    SearchId id;
    QString name;
    QString query; ///< product.md's QUERY
    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

/// A hit of the one search box.
struct Hit
{
    enum class Type { Entry, Point, Note, Highlight, Page };
    Type type = Type::Entry;
    QString id; ///< entry, point, paper (note), highlight; sha256 for a page
    PaperId paper;
    QString title;   ///< of the paper
    QString snippet; ///< plain text, hits between U+0002 and U+0003
    int page = -1;   ///< from 0; -1: none
};

/// Which hits come first. `Newest` answers at once: those that came last, wherever the words stand in them.
enum class SearchOrder { Best, Newest };

/// A document whose pages are to be read for the search.
struct DocumentToRead
{
    QString sha256;
    QString path;
    int next = 0; ///< the page to go on with
};

/// What was read of a document's pages.
struct PageTexts
{
    struct Unread
    {
        int page = 0;
        QString reason; ///< one sentence
        friend bool operator==(const Unread &, const Unread &) = default;
    };
    QString sha256;
    int first = 0;
    QStringList texts;    ///< of the pages from `first` on; empty for those that are unread
    int pages = -1;       ///< of the whole document; -1: not known
    QList<Unread> unread; ///< pages among them that cannot be read
    QString reason;       ///< why the document cannot be read; empty: it can
};

/// How far the text of the PDFs is in the search.
struct PageReads
{
    int documents = 0; ///< PDFs
    int done = 0;      ///< of these: read to their ends, or as far as they can be read
    int refused = 0;   ///< of `done`: those that cannot be read at all
    int unread = 0;    ///< pages that cannot be read, of all others
    friend bool operator==(const PageReads &, const PageReads &) = default;
};

/// An act in the journal, newest last.
struct Operation
{
    OperationId id;
    QString act;   ///< stable word: "highlight.add", "paper.verdict" …
    QString label; ///< translated when made: what undo would say
    QDateTime at;
};

} // namespace yaodian::library
