#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "digest/digest.h"
#include "library/values.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace yaodian::library {

class Acts;
enum class Direction;

/// How a stored issue compares with what was there.
enum class Stored { New, Updated, Unchanged };

struct StoredIssue
{
    IssueId id;
    Stored outcome = Stored::New;
    int newEntries = 0;
    int updatedEntries = 0;
    QList<EntryId> entries;
};

/// What was committed, for models: coarse enough to be cheap, fine enough not to reload a list for a star.
struct Change
{
    bool issues = false;     ///< sources, issues or entries came or changed: counts and lists
    bool everything = false; ///< after undo of something large: reload
    QList<PaperId> papers;   ///< state, highlights, points, notes or documents of these changed
    bool kinds = false;      ///< kinds of highlights: names, letters, colours, patterns, order
    bool searches = false;   ///< those that are kept
};

/// One post on its way into the library.
struct Post
{
    digest::Issue issue;
    QByteArray bytes;           ///< as it came
    digest::Origin origin = {}; ///< with which `bytes` were parsed
    bool isOld = false;         ///< no news: papers that no other post has mentioned arrive read
};

/// What one source brought; `state`: what is known of it once all of this is stored.
struct SourcePosts
{
    Source source;
    QList<Post> posts;
    std::optional<SyncState> state;
};

/// A post as the notes remember it.
struct KeptPost
{
    IssueId issue;
    SourceId source;
    QString sha256;
    QString title;
    QString guid;
    QString link;
    QDateTime published; ///< as the feed said; invalid: nothing
    QDateTime stored;
    digest::Origin origin; ///< all empty: not known
};

/// How far parsing stored posts again has come.
struct ParsedAgain
{
    int issues = 0;  ///< that were parsed by this call
    int changed = 0; ///< of these, told something else than before
    int left = 0;    ///< that wait for the next call
};

/// One folder with everything a reader has (architecture.md, Store). The facade of the room: repositories, schema
/// steps, journal and search lie behind it.
///
/// Every method may be called from any thread: reads use a read-only connection of the calling thread, writes take
/// the one writer connection in turn, each in one transaction that is on disk when the call returns. `changed` is
/// emitted after the commit on the writing thread, so receivers elsewhere get it queued.
class Library final : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        ReadWrite, ///< takes the lock; fails with `lockedMessage()` where another process holds it
        ReadOnly,  ///< for reading verbs; an absent library reads as an empty one and is not created
    };

    /// Opens or creates the library below `directory`. One clear sentence where the folder cannot be written, or the
    /// file is damaged. A library of a newer program is opened read-only (isReadOnly()), with newerMessage() to show.
    static Result<std::unique_ptr<Library>> open(const QString &directory, Mode mode, const Clock &clock,
                                                 IdSource &ids);
    ~Library() override;

    /// What a restore did.
    struct Restored
    {
        QString aside;  ///< the library that was there before, as a file in backups/; empty: there was none
        int posts = 0;  ///< that came out of the backup
        int images = 0; ///< likewise
        int files = 0;  ///< the reader's own that came out of it: keys, templates
    };
    /// Puts the backup `file` in the place of the library below `directory` and makes its cache again. The file is
    /// checked whole before anything is touched; the present library is kept in backups/; a crash at any moment leaves
    /// the old library or the new one. Refused while another process holds the library. PDFs stay as they are. Keys and
    /// templates follow when the notes are in their place: those that are other than the backup's are kept beside them
    /// (NAME~), those that it has not stay. Where not all could be placed, the failure says that the rest is restored.
    static Result<Restored> restore(const QString &directory, const QString &file, const Clock &clock, IdSource &ids);

    [[nodiscard]] QString directory() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString newerMessage() const;
    /// True where another process holds the writer's lock now.
    [[nodiscard]] static bool isLocked(const QString &directory);
    [[nodiscard]] static QString lockedMessage();
    /// Absolute path of the socket on which a window takes over verbs.
    [[nodiscard]] static QString socketPath(const QString &directory);

    /// The id a source has: of its canonical address; one each for Files and Tour (`url` is ignored).
    [[nodiscard]] static SourceId sourceId(Source::Kind kind, const QString &url = {});
    /// The source to which everything belongs that was brought in by hand: files, pasted text, loose PDFs.
    [[nodiscard]] static Source filesSource();

    // --- sources, issues, entries -----------------------------------------------------------------------------
    [[nodiscard]] QList<Source> sources() const;
    Result<void> putSource(const Source &source);
    Result<void> putSources(const QList<Source> &sources); ///< in one transaction: all or none; listed in this order
    Result<void> removeSource(SourceId id);                ///< its issues stay
    [[nodiscard]] SyncState syncState(SourceId id) const;
    Result<void> putSyncState(SourceId id, const SyncState &state);
    [[nodiscard]] QHash<SourceId, SyncState> syncStates() const; ///< of those that were asked at least once
    /// States with what happened, all in one transaction.
    Result<void> putSyncRecords(const QList<SyncRecord> &records);
    [[nodiscard]] QList<HostHold> hostHolds() const; ///< those that have passed may be among them
    Result<void> putHostHold(const HostHold &hold);
    /// What happened when sources were asked, newest first; kept for some months. `until` itself is left out.
    [[nodiscard]] QList<SyncEvent> syncLog(std::optional<SourceId> source = std::nullopt, const QDateTime &since = {},
                                           int most = 1000, const QDateTime &until = {}) const;
    [[nodiscard]] QHash<SourceId, SyncEvent> lastEvents() const; ///< what happened last, of each source
    /// When issues are dated and when they came: of one source, or of all (the tour's among them).
    [[nodiscard]] QList<IssueDate> issueDates(std::optional<SourceId> source = std::nullopt,
                                              const QDateTime &since = {}) const;
    [[nodiscard]] QSet<QString> postLinks(SourceId source) const; ///< of the posts that came from it

    /// Stores one post: its bytes in posts/, papers and aliases in notes, then issue, entries and (where given) the
    /// source's new validators in cache. The same post twice changes nothing; an edited one updates its entries in
    /// place. Entries that vanished from an edited post go, unless the reader's marks hang on them.
    Result<StoredIssue> storeIssue(const Source &source, const digest::Issue &issue, const QByteArray &post,
                                   const std::optional<SyncState> &state = std::nullopt);
    /// The same for many posts of one source, in two transactions together: what a feed or a folder brings. Either all
    /// are stored or none. (Some fifty at a time are a good measure: one that waits for the writer waits for all.)
    Result<QList<StoredIssue>> storeIssues(const Source &source, const QList<Post> &posts,
                                           const std::optional<SyncState> &state = std::nullopt);
    /// The same for posts of several sources, in the same two transactions; the answers stand in the order of `parts`.
    Result<QList<QList<StoredIssue>>> storeAll(const QList<SourcePosts> &parts);
    /// Parses issues again that an older version of the parser read, or that stood under another rule of their source:
    /// up to `most`, fewer where they are large, newest first. Each entry is updated in place, the reader's marks are
    /// kept; what an entry was found to be stays one paper even where its title or link is read otherwise now. Every
    /// call is durable, so that this can be broken off and gone on with at any time; parsing itself happens beside the
    /// writer.
    Result<ParsedAgain> parseAgain(int most, const CancelToken &token = {});
    [[nodiscard]] int countToParseAgain() const;
    /// Has every issue parsed again (of one source, where given), as after a change of rules.
    Result<void> wantParsedAgain(std::optional<SourceId> source = std::nullopt);
    /// Posts that were kept, oldest first: what the cache can be made again from.
    [[nodiscard]] QList<KeptPost> keptPosts() const;
    Result<QByteArray> postBytes(const QString &sha256) const;

    [[nodiscard]] QList<IssueRow> issues(int most = 1000) const; ///< newest first, without the tour
    [[nodiscard]] std::optional<IssueRow> issueRow(IssueId id) const;
    [[nodiscard]] std::optional<digest::Issue> issue(IssueId id) const; ///< whole, entries and report included
    /// At most `most` of them, the first in their order; -1: all. The first few hundred of a list in order of time come
    /// at once, however long it is.
    [[nodiscard]] QList<EntryId> entryIds(const ListQuery &query, int most = -1) const;
    [[nodiscard]] QList<ListRow> rows(const QList<EntryId> &ids) const;          ///< in the order of `ids`
    [[nodiscard]] QList<CategoryCount> categories(const ListQuery &query) const; ///< its `category` is ignored
    /// At most `most`, for who wants to know whether there are so many; -1: all.
    [[nodiscard]] int count(const ListQuery &query, int most = -1) const;
    [[nodiscard]] int countUnread(const ListQuery &query) const;
    [[nodiscard]] QHash<SourceId, int> unreadBySource() const; ///< those without an unread entry are left out
    [[nodiscard]] std::optional<EntryDetail> entry(EntryId id) const;
    [[nodiscard]] std::optional<digest::Entry> content(EntryId id) const; ///< what the post said, without the rest
    [[nodiscard]] QList<ListRow> mentions(PaperId paper) const; ///< entries of all issues about it, oldest first

    // --- papers and what hangs on them ------------------------------------------------------------------------
    [[nodiscard]] std::optional<Paper> paper(PaperId id) const; ///< aliases of merged papers are followed
    [[nodiscard]] PaperId today(PaperId id) const; ///< the paper that stands for it now; itself, where none does
    /// Papers whose English or Chinese title holds the words; those that begin with them first.
    [[nodiscard]] QList<TitledPaper> papersTitled(const QString &words, int most = 10) const;
    /// Adds identifiers learned later (a DOI on the first page); papers that turn out to be one are merged, each merge
    /// a step of undo. Gives back the paper that stands for it now.
    Result<PaperId> learn(PaperId paper, const QList<digest::Identifier> &identifiers);
    /// The reader's word that papers are one: all become the first. A step of undo; gives back the paper that stands
    /// for them. Fails where they are one already.
    Result<PaperId> merge(const QList<PaperId> &papers);
    /// The reader's word that an entry is about another paper than it was taken for: it becomes a paper of its own.
    /// What was marked stays with the other mentions. A step of undo; gives back the new paper. Fails where there is no
    /// other.
    Result<PaperId> setApart(EntryId entry);
    [[nodiscard]] PaperState state(PaperId id) const;
    [[nodiscard]] QList<Document> documents(PaperId paper) const; ///< newest version first
    [[nodiscard]] std::optional<Document> document(const QString &sha256) const;
    /// How many documents came since `since` from origins like `pattern` (SQL LIKE).
    [[nodiscard]] int documentsSince(const QDateTime &since, const QString &pattern) const;
    /// Files `bytes` in the content-addressed store and ties them to the paper.
    Result<Document> addDocument(PaperId paper, const QByteArray &bytes, const QString &version, const QString &origin);
    /// The same for the bytes of `file`, a file in incomingFolder(), which is moved: the document is there whole or not
    /// at all.
    Result<Document> takeDocument(PaperId paper, const QString &file, const QString &version, const QString &origin);
    /// Where files wait on the store's own disk until they are whole; may not be there yet.
    [[nodiscard]] QString incomingFolder() const;
    /// arXiv numbers of papers of which something is missing, or whose PDF may have a newer version, and that were not
    /// asked for since `before`.
    [[nodiscard]] QStringList arxivToAsk(int most, const QDateTime &before) const;
    /// Fills what no digest said of these papers.
    Result<void> putFacts(const QList<ArxivFacts> &facts);
    [[nodiscard]] PaperFacts facts(PaperId paper) const;
    [[nodiscard]] QList<Kind> kinds() const;            ///< in the reader's order
    [[nodiscard]] QStringList kindKeys() const;         ///< also of those that were removed
    [[nodiscard]] QHash<QString, int> kindUses() const; ///< how many highlights are of a kind, by its key
    [[nodiscard]] QList<Highlight>
    highlights(PaperId paper) const; ///< in reading order; by the top of the first box where that is not known
    [[nodiscard]] std::optional<Highlight> highlight(HighlightId id) const;
    [[nodiscard]] QStringList highlightTags() const; ///< those in use, sorted
    /// Highlights of all papers, paper by paper, the one that was marked last first; in each in reading order.
    [[nodiscard]] QList<HighlightRef> highlightIds(const HighlightQuery &query) const;
    [[nodiscard]] QList<HighlightRow> highlightRows(const QList<HighlightId> &ids) const; ///< of those that are there
    /// The states that a highlight had, newest first; the first is what it is now.
    [[nodiscard]] QList<HighlightVersion> highlightVersions(HighlightId id, int most = 200) const;
    /// Those of a paper that are not there any more, removed last first; bringBack() gets one back.
    [[nodiscard]] QList<HighlightVersion> removedHighlights(PaperId paper, int most = 200) const;
    /// Where highlights of other documents of the paper stand in the document; those not looked for yet are not there.
    [[nodiscard]] QList<Placement> placements(PaperId paper, const QString &sha256) const;
    [[nodiscard]] std::optional<Placement> placement(HighlightId highlight, const QString &sha256) const;
    /// What was found out about that, which is no act of the reader; what the reader decided stays.
    Result<void> keepPlacements(PaperId paper, const QList<Placement> &found);
    /// In the reader's order; without one the digests' (entry by entry), then the reader's own.
    [[nodiscard]] QList<Point> points(PaperId paper) const;
    [[nodiscard]] std::optional<Point> point(PointId id) const;
    [[nodiscard]] Note note(PaperId paper) const;
    [[nodiscard]] QString noteStamp(PaperId paper) const; ///< Note::stamp, without reading the text
    /// The texts that the note had, newest first; the first is the present one. A minute of typing is one of them.
    [[nodiscard]] QList<NoteVersion> noteVersions(PaperId paper, int most = 200) const;
    [[nodiscard]] QList<PaperId> papersWithNotes() const; ///< with a highlight, own point, evidence, note or verdict
    [[nodiscard]] QList<Session> sessions() const;        ///< newest first
    [[nodiscard]] std::optional<Session> openSession() const;
    /// Adds to the time that a session was worked in. No act: undo does not give time back.
    Result<void> addSessionTime(SessionId id, qint64 ms);
    [[nodiscard]] QList<SavedSearch> savedSearches() const; ///< in the order in which they were kept
    [[nodiscard]] QList<TagCount> paperTags() const;        ///< in use, sorted

    // --- pictures ---------------------------------------------------------------------------------------------
    /// Keeps a picture, given as the bytes of a PNG, in images/; its name: the sha256. Refused with one sentence where
    /// it cannot be decoded or is too large. The same picture twice is kept once.
    Result<QString> keepImage(const QByteArray &png);
    /// Where the picture of that name lies; it need not be there.
    [[nodiscard]] QString imagePath(const QString &sha256) const;
    /// Its bytes, checked against its name.
    Result<QByteArray> imageBytes(const QString &sha256) const;
    /// Gives a highlight the picture of the place it has in `of`. No act: undo and redo bring the picture with that
    /// place. A highlight that stands elsewhere meanwhile, or has a picture, is left as it is.
    Result<void> attachImage(const Highlight &of, const QString &sha256);
    /// How a note names a picture of the store: `![…](yaodian-image:<sha256>)`.
    [[nodiscard]] static QString imageLink(const QString &sha256);
    /// Removes the pictures that nothing names any more: no highlight and no note as it is or was, no step that can be
    /// undone or redone. Only those that have lain there for a month. For a thread of its own: it may read the whole
    /// journal. What was done as a sentence; empty: nothing.
    Result<QString> removeLostImages(const CancelToken &token = {});
    /// The pictures that a text names so, in order.
    [[nodiscard]] static QStringList imagesIn(const QString &markdown);

    // --- acts: what the reader does, each one step of undo ----------------------------------------------------
    /// Runs `work` in one transaction with its journal row. Where nothing changed, no step is made and the id is
    /// null. `mergeWith`: a step of the same act and subject less than 60 s old is extended instead of a new one
    /// (typing in a note is one step, not fifty).
    Result<OperationId> act(const QString &act, const QString &label, const std::function<Result<void>(Acts &)> &work,
                            const QString &mergeSubject = {});
    Result<Operation> undo(); ///< the newest step not undone; also after a restart
    Result<Operation> redo();
    [[nodiscard]] QList<Operation> journal(int most = 100) const; ///< newest first, steps not undone

    // --- finding ------------------------------------------------------------------------------------------------
    /// product.md's QUERY. Cancelled as soon as `token` says so, in the middle of what SQLite does.
    Result<QList<Hit>> search(const QString &query, int most = 200, SearchOrder order = SearchOrder::Best,
                              const CancelToken &token = {}) const;
    /// The text of all pages of a document, in the place of what is known of them.
    Result<void> indexPages(const QString &sha256, const QStringList &pages);
    /// Documents whose pages are not all in the search, nor given up: those that came in the last day first, then those
    /// that were begun, then those of the papers that were mentioned last.
    [[nodiscard]] QList<DocumentToRead> documentsToRead(int most) const;
    /// Puts some pages into the search, and remembers how far that has come, in one transaction. Pages from 0 begin the
    /// document anew.
    Result<void> keepPageTexts(const PageTexts &read);
    [[nodiscard]] PageReads pageReads() const;
    [[nodiscard]] QStringList unreadReasons(int most = 20) const; ///< sentences: why documents and pages are not read
    /// Takes the pages of a document out of the search that nobody has any more; false where there is none.
    Result<bool> forgetRemovedPages();
    Result<void> wantPagesRead(); ///< all pages are read again, those that were given up too

    /// How the indexes of the search are looked at.
    enum class IndexCheck {
        Probe,  ///< some rows of each, beside the writer
        Whole,  ///< all of them; holds the writer meanwhile
        Anyway, ///< not at all: they are made again
    };
    /// Makes indexes again that do not match their texts; one sentence for each that was.
    Result<QStringList> healIndexes(IndexCheck check);
    [[nodiscard]] bool endedUncleanly() const; ///< the process that had it open for writing before this one
    /// What an ID on the command line names: a whole id, a unique beginning or ending (4 characters at least), or
    /// an identifier such as arXiv:2302.03084. Several: `candidates`.
    struct Named
    {
        enum class What { Nothing, Entry, Paper, Issue, Source, Session, Point, Highlight };
        What what = What::Nothing;
        QUuid id;
        QStringList candidates;
    };
    [[nodiscard]] Named named(const QString &text, const QList<Named::What> &among) const;

    // --- what was written into files -----------------------------------------------------------------------------
    /// Kept so that what a reader changes in a file is told from what changed here. In the cache: where it is lost,
    /// both are kept.
    Result<void> keepWritten(const QList<WrittenText> &texts);
    [[nodiscard]] std::optional<WrittenText> written(const QByteArray &key) const;
    [[nodiscard]] QList<QByteArray> notWritten(const QList<QByteArray> &keys) const; ///< those that are not kept
    /// For each paper, by its id of today, bytes that change with everything that a file of it could tell.
    [[nodiscard]] QList<QByteArray> paperStamps(const QList<PaperId> &papers) const;

    // --- safety ---------------------------------------------------------------------------------------------------
    /// A checked copy of notes.sqlite with posts, pictures, keys and templates.
    Result<void> backup(const QString &file) const;
    Result<QStringList> check() const; ///< sentences about damage; empty: sound
    /// A backup that was made without being asked for.
    struct AutomaticBackup
    {
        QString file;
        QDateTime made; ///< UTC
        qint64 bytes = 0;
    };
    /// Newest first. `elsewhere`: those in a folder of the reader's choice; empty: those in the library's own backups/.
    [[nodiscard]] QList<AutomaticBackup> automaticBackups(const QString &elsewhere = {}) const;
    /// Makes the next one where it is due: the notes have changed since the last, and that is an hour old (elsewhere: a
    /// day). It is opened and checked whole before older ones are thinned out. In backups/ it holds notes, keys and
    /// templates, because posts and pictures lie beside it; elsewhere it holds everything. Gives back its file; empty:
    /// none was due, or `token` asked for an end. May take seconds: not for the window's thread.
    Result<QString> backUpIfDue(const QString &elsewhere = {}, const CancelToken &token = {}) const;

    /// The backup that can take the place of a library whose notes are damaged or gone; nullopt: they are sound, or
    /// there is none. Reads everything once, and wants no lock.
    [[nodiscard]] static std::optional<AutomaticBackup> rescueFor(const QString &directory);
    struct Rescued
    {
        QDateTime made;        ///< the backup
        QString aside;         ///< the damaged notes, as a file in backups/; empty: they were gone
        int acts = 0;          ///< of the reader that came after the backup, and were taken out of the damaged notes
        int lost = 0;          ///< such acts that could be read, but not be done any more
        QStringList sentences; ///< that say so
    };
    /// Puts the newest sound backup of backups/ in the place of damaged notes, as restore() does, and does again what
    /// the reader did after it, as far as the damaged notes tell. Refused where the notes are sound.
    static Result<Rescued> rescue(const QString &directory, const Clock &clock, IdSource &ids);
    /// How much there is; entries and issues without the tour's.
    struct Counts
    {
        int sources = 0;
        int issues = 0;
        int entries = 0;
        int unread = 0; ///< entries
        int papers = 0;
        int documents = 0; ///< PDFs
        int posts = 0;
        int highlights = 0;
        int points = 0; ///< the reader's own
        int notes = 0;
        int sessions = 0;
        qint64 reserve = 0; ///< bytes to give back when the disk is full
    };
    [[nodiscard]] Counts counts() const;

Q_SIGNALS:
    void changed(const yaodian::library::Change &change);

private:
    struct Private;
    [[nodiscard]] Result<Operation> step(Direction direction);
    explicit Library(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The write side of an act. Every call records the row before and after, which is what undo and redo apply.
class Acts
{
public:
    virtual ~Acts() = default;
    virtual Result<void> putState(PaperId paper, const PaperState &state) = 0;
    virtual Result<void> putHighlight(const Highlight &highlight) = 0;
    virtual Result<void> removeHighlight(HighlightId id) = 0; ///< and its ties
    /// One that was removed, with the ties that went with it, as far as their points are there.
    virtual Result<void> bringBack(const Highlight &highlight) = 0;
    virtual Result<void> putPlacement(const Placement &placement) = 0;
    /// Without its evidence. A digest's point that is put without its entry becomes the reader's own, under its id.
    virtual Result<void> putPoint(const Point &point) = 0;
    virtual Result<void> removePoint(PointId id) = 0; ///< and its ties
    virtual Result<void> tie(PointId point, HighlightId highlight) = 0;
    virtual Result<void> untie(PointId point, HighlightId highlight) = 0;
    virtual Result<void> putNote(PaperId paper, const QString &text) = 0;
    virtual Result<void> putSession(const Session &session) = 0;   ///< but for the time that it was worked in
    virtual Result<void> putSearch(const SavedSearch &search) = 0; ///< one that is new goes last
    virtual Result<void> removeSearch(SearchId id) = 0;
    virtual Result<void> putKind(const Kind &kind) = 0;                        ///< a key that is new goes last
    virtual Result<void> removeKind(const QString &key) = 0;                   ///< highlights keep its key
    virtual Result<void> orderKinds(const QStringList &keys) = 0;              ///< all of them, the first first
    virtual Result<void> giveKind(const QString &from, const QString &to) = 0; ///< to all highlights that are of `from`
};

} // namespace yaodian::library
