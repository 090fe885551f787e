#include "library/counts.h"
#include "library/documents.h"
#include "library/entries.h"
#include "library/facade.h"
#include "library/facts.h"
#include "library/highlighthistory.h"
#include "library/highlightlist.h"
#include "library/images.h"
#include "library/issues.h"
#include "library/journal.h"
#include "library/keptposts.h"
#include "library/kinds.h"
#include "library/marks.h"
#include "library/named.h"
#include "library/notehistory.h"
#include "library/pages.h"
#include "library/papers.h"
#include "library/paperstamps.h"
#include "library/placements.h"
#include "library/points.h"
#include "library/posts.h"
#include "library/savedsearches.h"
#include "library/search.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/syncstates.h"
#include "library/titles.h"

#include <limits>

// The facade's reads: each one read transaction over the repositories.
namespace yaodian::library {

Library::Counts Library::counts() const
{
    return d->read([&](Connection &c) { return readCounts(c, d->store.folder()); });
}

QList<Source> Library::sources() const
{
    return d->read([](Connection &c) { return readSources(c); });
}

SyncState Library::syncState(SourceId id) const
{
    return d->read([&](Connection &c) { return readSyncState(c, id); });
}

QHash<SourceId, SyncState> Library::syncStates() const
{
    return d->read([](Connection &c) { return readSyncStates(c); });
}

QList<HostHold> Library::hostHolds() const
{
    return d->read([](Connection &c) { return readHostHolds(c); });
}

QList<SyncEvent> Library::syncLog(std::optional<SourceId> source, const QDateTime &since, int most,
                                  const QDateTime &until) const
{
    const qint64 from = since.isValid() ? since.toMSecsSinceEpoch() : 0;
    const qint64 to = until.isValid() ? until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    return d->read([&](Connection &c) { return readSyncEvents(c, source, from, to, most); });
}

QHash<SourceId, SyncEvent> Library::lastEvents() const
{
    return d->read([](Connection &c) { return readLastEvents(c); });
}

QList<IssueDate> Library::issueDates(std::optional<SourceId> source, const QDateTime &since) const
{
    const qint64 from = since.isValid() ? since.toMSecsSinceEpoch() : 0;
    return d->read([&](Connection &c) { return readIssueDates(c, source, from); });
}

QSet<QString> Library::postLinks(SourceId source) const
{
    return d->read([&](Connection &c) { return readPostLinks(c, source); });
}

QList<KeptPost> Library::keptPosts() const
{
    return d->read([](Connection &c) { return readKeptPosts(c); });
}

int Library::countToParseAgain() const
{
    return isReadOnly() ? 0 : d->read([](Connection &c) { return countPostsToParse(c); });
}

Result<QByteArray> Library::postBytes(const QString &sha256) const
{
    return Private::guarded([&] { return readPost(d->store.folder(), sha256); });
}

QString Library::imagePath(const QString &sha256) const
{
    return d->store.folder().image(sha256);
}

Result<QByteArray> Library::imageBytes(const QString &sha256) const
{
    return Private::guarded([&] { return readImage(d->store.folder(), sha256); });
}

QString Library::imageLink(const QString &sha256)
{
    return QStringLiteral("yaodian-image:") + sha256;
}

QStringList Library::imagesIn(const QString &markdown)
{
    return imagesNamedIn(markdown);
}

QList<IssueRow> Library::issues(int most) const
{
    return d->read([&](Connection &c) { return readIssueRows(c, most); });
}

std::optional<IssueRow> Library::issueRow(IssueId id) const
{
    return d->read([&](Connection &c) { return readIssueRow(c, id); });
}

std::optional<digest::Issue> Library::issue(IssueId id) const
{
    return d->read([&](Connection &c) { return readIssue(c, id); });
}

QList<EntryId> Library::entryIds(const ListQuery &query, int most) const
{
    return d->read([&](Connection &c) { return readEntryIds(c, query, d->store.clock().nowMs(), most); });
}

QList<ListRow> Library::rows(const QList<EntryId> &ids) const
{
    return d->read([&](Connection &c) { return readRows(c, ids); });
}

QList<CategoryCount> Library::categories(const ListQuery &query) const
{
    return d->read([&](Connection &c) { return readCategories(c, query, d->store.clock().nowMs()); });
}

int Library::count(const ListQuery &query, int most) const
{
    return d->read([&](Connection &c) { return countEntries(c, query, false, d->store.clock().nowMs(), most); });
}

int Library::countUnread(const ListQuery &query) const
{
    return d->read([&](Connection &c) { return countEntries(c, query, true, d->store.clock().nowMs()); });
}

QHash<SourceId, int> Library::unreadBySource() const
{
    return d->read([](Connection &c) { return countUnreadBySource(c); });
}

std::optional<EntryDetail> Library::entry(EntryId id) const
{
    return d->read([&](Connection &c) { return readEntry(c, id); });
}

std::optional<digest::Entry> Library::content(EntryId id) const
{
    return d->read([&](Connection &c) { return readContent(c, id); });
}

QList<ListRow> Library::mentions(PaperId paper) const
{
    return d->read([&](Connection &c) { return readMentions(c, resolvePaper(c, paper)); });
}

std::optional<Paper> Library::paper(PaperId id) const
{
    return d->read([&](Connection &c) { return readPaper(c, id); });
}

PaperId Library::today(PaperId id) const
{
    return d->read([&](Connection &c) { return resolvePaper(c, id); });
}

PaperState Library::state(PaperId id) const
{
    return d->read([&](Connection &c) { return readState(c, resolvePaper(c, id)); });
}

QList<Document> Library::documents(PaperId paper) const
{
    return d->read([&](Connection &c) { return readDocuments(c, d->store.folder(), resolvePaper(c, paper)); });
}

QStringList Library::arxivToAsk(int most, const QDateTime &before) const
{
    return d->read([&](Connection &c) { return library::arxivToAsk(c, most, before); });
}

PaperFacts Library::facts(PaperId paper) const
{
    return d->read([&](Connection &c) { return readFacts(c, resolvePaper(c, paper)); });
}

int Library::documentsSince(const QDateTime &since, const QString &pattern) const
{
    return d->read([&](Connection &c) { return countDocuments(c, since, pattern); });
}

std::optional<Document> Library::document(const QString &sha256) const
{
    return d->read([&](Connection &c) { return readDocument(c, d->store.folder(), sha256); });
}

QList<Kind> Library::kinds() const
{
    return d->read([](Connection &c) { return readKinds(c); });
}

QStringList Library::kindKeys() const
{
    return d->read([](Connection &c) { return readKindKeys(c); });
}

QHash<QString, int> Library::kindUses() const
{
    return d->read([](Connection &c) { return readKindUses(c); });
}

QList<Highlight> Library::highlights(PaperId paper) const
{
    return d->read([&](Connection &c) { return readHighlights(c, resolvePaper(c, paper)); });
}

std::optional<WrittenText> Library::written(const QByteArray &key) const
{
    return d->read([&](Connection &c) -> std::optional<WrittenText> {
        Statement statement(c, "SELECT text, spots FROM cache.written WHERE stamp = ?1");
        if (!statement.bind(QString::fromUtf8(key)).step())
            return std::nullopt;
        return WrittenText{key, statement.text(0).toUtf8(), statement.text(1)};
    });
}

QList<QByteArray> Library::notWritten(const QList<QByteArray> &keys) const
{
    return d->read([&](Connection &c) {
        QList<QByteArray> out;
        Statement statement(c, "SELECT 1 FROM cache.written WHERE stamp = ?1");
        for (const QByteArray &key : keys) {
            if (!statement.bind(QString::fromUtf8(key)).step())
                out << key;
            statement.reset();
        }
        return out;
    });
}

QList<QByteArray> Library::paperStamps(const QList<PaperId> &papers) const
{
    return d->read([&](Connection &c) { return readPaperStamps(c, papers); });
}

QList<HighlightRef> Library::highlightIds(const HighlightQuery &query) const
{
    return d->read([&](Connection &c) { return readHighlightRefs(c, query, d->store.clock().nowMs()); });
}

QList<HighlightRow> Library::highlightRows(const QList<HighlightId> &ids) const
{
    return d->read([&](Connection &c) { return readHighlightRows(c, ids); });
}

QList<HighlightVersion> Library::highlightVersions(HighlightId id, int most) const
{
    return d->read([&](Connection &c) { return readHighlightVersions(c, id, most); });
}

QList<HighlightVersion> Library::removedHighlights(PaperId paper, int most) const
{
    return d->read([&](Connection &c) { return readRemovedVersions(c, resolvePaper(c, paper), most); });
}

QStringList Library::highlightTags() const
{
    return d->read([](Connection &c) { return readHighlightTags(c); });
}

QList<Placement> Library::placements(PaperId paper, const QString &sha256) const
{
    return d->read([&](Connection &c) { return readPlacements(c, resolvePaper(c, paper), sha256); });
}

std::optional<Placement> Library::placement(HighlightId highlight, const QString &sha256) const
{
    return d->read([&](Connection &c) { return readPlacement(c, highlight, sha256); });
}

std::optional<Highlight> Library::highlight(HighlightId id) const
{
    return d->read([&](Connection &c) { return readHighlight(c, id); });
}

QList<Point> Library::points(PaperId paper) const
{
    return d->read([&](Connection &c) { return readPoints(c, resolvePaper(c, paper)); });
}

std::optional<Point> Library::point(PointId id) const
{
    return d->read([&](Connection &c) { return readPoint(c, id); });
}

Note Library::note(PaperId paper) const
{
    return d->read([&](Connection &c) { return readNote(c, resolvePaper(c, paper)); });
}

QList<TitledPaper> Library::papersTitled(const QString &words, int most) const
{
    return d->read([&](Connection &c) { return readPapersTitled(c, words, most); });
}

QString Library::noteStamp(PaperId paper) const
{
    return d->read([&](Connection &c) { return readNoteStamp(c, resolvePaper(c, paper)); });
}

QList<NoteVersion> Library::noteVersions(PaperId paper, int most) const
{
    return d->read([&](Connection &c) { return readNoteVersions(c, resolvePaper(c, paper), most); });
}

QList<PaperId> Library::papersWithNotes() const
{
    return d->read([](Connection &c) { return readPapersWithNotes(c); });
}

QList<Session> Library::sessions() const
{
    return d->read([](Connection &c) { return readSessions(c, false); });
}

QList<SavedSearch> Library::savedSearches() const
{
    return d->read([](Connection &c) { return readSavedSearches(c); });
}

QList<TagCount> Library::paperTags() const
{
    return d->read([](Connection &c) { return readPaperTags(c); });
}

std::optional<Session> Library::openSession() const
{
    const QList<Session> open = d->read([](Connection &c) { return readSessions(c, true); });
    return open.isEmpty() ? std::nullopt : std::optional(open.first());
}

QList<Operation> Library::journal(int most) const
{
    return d->read([&](Connection &c) { return newestOperations(c, most); });
}

Result<QList<Hit>> Library::search(const QString &query, int most, SearchOrder order, const CancelToken &token) const
{
    auto found = Private::guarded([&] {
        const auto ask = [&](Connection &c) { return searchAll(c, query, most, order, d->store.clock().nowMs()); };
        return d->store.read(ask, token);
    });
    return !found && token.stop_requested() ? Error::cancelled() : found;
}

QList<DocumentToRead> Library::documentsToRead(int most) const
{
    return d->read(
        [&](Connection &c) { return readDocumentsToRead(c, d->store.folder(), most, d->store.clock().nowMs()); });
}

PageReads Library::pageReads() const
{
    return d->read([](Connection &c) { return readPageReads(c); });
}

QStringList Library::unreadReasons(int most) const
{
    return d->read([&](Connection &c) { return readUnreadReasons(c, most); });
}

bool Library::endedUncleanly() const
{
    return d->store.endedUncleanly();
}

Library::Named Library::named(const QString &text, const QList<Named::What> &among) const
{
    return d->read([&](Connection &c) { return findNamed(c, text, among); });
}

} // namespace yaodian::library
