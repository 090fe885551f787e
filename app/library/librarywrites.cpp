#include "library/actsrecorder.h"
#include "library/attaching.h"
#include "library/backup.h"
#include "library/check.h"
#include "library/documents.h"
#include "library/facade.h"
#include "library/facts.h"
#include "library/healing.h"
#include "library/images.h"
#include "library/imagesweep.h"
#include "library/journal.h"
#include "library/keptposts.h"
#include "library/pages.h"
#include "library/papers.h"
#include "library/parseagain.h"
#include "library/placements.h"
#include "library/say.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/storing.h"
#include "library/syncstates.h"

#include <QCoreApplication>
#include <QLocale>

// The facade's writes: each one transaction of the writer, and the word of it after the commit.
namespace yaodian::library {

namespace {

/// More papers than this, and models had better reload than patch.
constexpr qsizetype manyPapers = 200;

Change changeOf(const QSet<PaperId> &papers, bool issues = false)
{
    Change change;
    change.issues = issues;
    change.everything = papers.size() > manyPapers;
    if (!change.everything)
        change.papers = papers.values();
    return change;
}

/// Validators are of one question to one server: of another address, language or person they say nothing.
bool asksElse(const Source &before, const Source &now)
{
    const auto asked = [](const SourceOptions &options) {
        return std::tie(options.address, options.mirror, options.language, options.user, options.headers);
    };
    return before.url != now.url || asked(before.options) != asked(now.options);
}

} // namespace

Result<void> Library::putSource(const Source &source)
{
    return putSources({source});
}

Result<void> Library::putSources(const QList<Source> &sources)
{
    if (sources.isEmpty())
        return {};
    auto done = d->write([&](Connection &c) {
        qint64 when = d->store.clock().nowMs(); // sources are listed as they came
        for (Source source : sources) {
            if (source.id.isNull())
                source.id = sourceId(source.kind, source.url);
            const auto before = readSource(c, source.id);
            writeSource(c, source, d->store.stamps().next(), when++);
            // Entries whose post names no category stand under the source's.
            if (before && before->category != source.category)
                wantParsed(c, source.id);
            if (before && asksElse(*before, source))
                forgetValidators(c, source.id);
        }
    });
    if (done)
        Q_EMIT changed(changeOf({}, true));
    return done;
}

Result<void> Library::removeSource(SourceId id)
{
    auto done = d->write([&](Connection &c) { removeSourceRow(c, id, d->store.stamps().next()); });
    if (done)
        Q_EMIT changed(changeOf({}, true));
    return done;
}

Result<void> Library::putSyncState(SourceId id, const SyncState &state)
{
    return d->write([&](Connection &c) { writeSyncState(c, id, state); });
}

Result<void> Library::putSyncRecords(const QList<SyncRecord> &records)
{
    if (records.isEmpty())
        return {};
    return d->write([&](Connection &c) {
        for (const SyncRecord &record : records) {
            writeSyncState(c, record.source, record.state);
            if (record.event.at.isValid())
                writeSyncEvent(c, record.source, record.event);
        }
        trimSyncLog(c, d->store.clock().nowMs());
    });
}

Result<void> Library::putHostHold(const HostHold &hold)
{
    return d->write([&](Connection &c) { writeHostHold(c, hold, d->store.clock().nowMs()); });
}

Result<StoredIssue> Library::storeIssue(const Source &source, const digest::Issue &issue, const QByteArray &post,
                                        const std::optional<SyncState> &state)
{
    auto stored = storeIssues(source, {{issue, post}}, state);
    if (!stored)
        return stored.error();
    return stored->first();
}

Result<QList<StoredIssue>> Library::storeIssues(const Source &source, const QList<Post> &posts,
                                                const std::optional<SyncState> &state)
{
    auto stored = storeAll({{source, posts, state}});
    if (!stored)
        return stored.error();
    return stored->first();
}

Result<QList<QList<StoredIssue>>> Library::storeAll(const QList<SourcePosts> &parts)
{
    QList<SourcePosts> whole = parts;
    QList<Prepared> prepared;
    QList<SyncRecord> states;
    for (SourcePosts &part : whole) {
        if (part.source.id.isNull())
            part.source.id = sourceId(part.source.kind, part.source.url);
        for (const Post &post : std::as_const(part.posts))
            prepared += prepareIssue(part.source, post);
        if (part.state)
            states += SyncRecord{part.source.id, *part.state, {}};
    }
    if (prepared.isEmpty()) {
        const auto done = putSyncRecords(states);
        return done ? Result<QList<QList<StoredIssue>>>(QList<QList<StoredIssue>>(parts.size())) : done.error();
    }
    const auto stored = Private::guarded(
        [&] { return d->store.write([&](Connection &c) { return storePosts(d->store, c, prepared, states); }); });
    if (!stored)
        return stored.error();
    if (std::any_of(stored->cbegin(), stored->cend(),
                    [](const StoredIssue &one) { return one.outcome != Stored::Unchanged; }))
        Q_EMIT changed(changeOf({}, true));
    QList<QList<StoredIssue>> out;
    qsizetype at = 0;
    for (const SourcePosts &part : std::as_const(whole)) {
        out += stored->mid(at, part.posts.size());
        at += part.posts.size();
    }
    return out;
}

Result<ParsedAgain> Library::parseAgain(int most, const CancelToken &token)
{
    auto parsed = Private::guarded([&] { return library::parseAgain(d->store, most, token); });
    if (parsed && parsed->changed > 0)
        Q_EMIT changed(changeOf({}, true));
    return parsed;
}

Result<void> Library::wantParsedAgain(std::optional<SourceId> source)
{
    return d->write([&](Connection &c) { wantParsed(c, source); });
}

Result<PaperId> Library::learn(PaperId asked, const QList<digest::Identifier> &identifiers)
{
    auto kept = d->write([&](Connection &c) { return learnIdentifiers(d->store, c, asked, identifiers); });
    if (kept)
        Q_EMIT changed(changeOf({asked, *kept}, *kept != asked));
    return kept;
}

Result<Document> Library::addDocument(PaperId paper, const QByteArray &bytes, const QString &version,
                                      const QString &origin)
{
    auto added = Private::guarded([&] { return keepDocument(d->store, paper, bytes, version, origin); });
    if (added)
        Q_EMIT changed(changeOf({added->paper}));
    return added;
}

Result<Document> Library::takeDocument(PaperId paper, const QString &file, const QString &version,
                                       const QString &origin)
{
    auto taken = Private::guarded([&] { return library::takeDocument(d->store, paper, file, version, origin); });
    if (taken)
        Q_EMIT changed(changeOf({taken->paper}));
    return taken;
}

Result<void> Library::putFacts(const QList<ArxivFacts> &facts)
{
    const auto filled = d->write([&](Connection &c) { return writeFacts(d->store, c, facts); });
    if (!filled)
        return filled.error();
    if (!filled->isEmpty())
        Q_EMIT changed(changeOf(QSet<PaperId>(filled->cbegin(), filled->cend())));
    return {};
}

Result<void> Library::keepPlacements(PaperId paper, const QList<Placement> &found)
{
    const auto kept = d->write([&](Connection &c) {
        writePlacements(c, d->store.stamps(), found);
        return resolvePaper(c, paper);
    });
    if (!kept)
        return kept.error();
    Q_EMIT changed(changeOf({*kept}));
    return {};
}

Result<void> Library::keepWritten(const QList<WrittenText> &texts)
{
    return d->write([&](Connection &c) {
        Statement insert(c, "INSERT INTO cache.written(stamp, text, spots) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
        for (const WrittenText &one : texts) {
            insert.bind(QString::fromUtf8(one.key), QString::fromUtf8(one.text), one.values).run();
            insert.reset();
        }
    });
}

Result<QString> Library::keepImage(const QByteArray &png)
{
    if (isReadOnly())
        return Error::world(QCoreApplication::translate("library", "The library was opened for reading only."));
    return Private::guarded([&] {
        d->store.requireInPlace();
        return writeImage(d->store.folder(), png, d->store.clock());
    });
}

Result<void> Library::attachImage(const Highlight &of, const QString &sha256)
{
    const auto attached = d->write([&](Connection &c) { return attachImageTo(c, d->store.stamps(), of, sha256); });
    if (!attached)
        return attached.error();
    if (*attached)
        Q_EMIT changed(changeOf({**attached}));
    return {};
}

QString Library::incomingFolder() const
{
    return d->store.folder().incoming();
}

Result<void> Library::addSessionTime(SessionId id, qint64 ms)
{
    return d->write([&](Connection &c) {
        Statement(c, "UPDATE main.sessions SET active = active + ?2 WHERE id = ?1").bind(id, ms).run();
    });
}

Result<OperationId> Library::act(const QString &act, const QString &label,
                                 const std::function<Result<void>(Acts &)> &work, const QString &mergeSubject)
{
    QSet<PaperId> papers;
    bool kinds = false, searches = false;
    auto done = Private::guarded([&] {
        return d->store.write([&](Connection &c) -> OperationId {
            Transaction transaction(c, Transaction::Kind::Write);
            Recorder recorder(c, d->store.stamps());
            RecordedActs acts(recorder, d->store.clock());
            if (const auto worked = work(acts); !worked)
                throw StoreFailure{worked.error()};
            papers = recorder.papers();
            kinds = recorder.hasTouched(Rows::Kinds);
            searches = recorder.hasTouched(Rows::Searches);
            const OperationId id = recordOperation(
                recorder, d->store.stamps(),
                {d->store.ids().make<OperationTag>(), act, label, mergeSubject, d->store.clock().nowMs()});
            if (id.isNull())
                return id;
            d->store.stamps().save(c);
            transaction.commit();
            return id;
        });
    });
    if (done && !done->isNull()) {
        Change change = changeOf(papers);
        change.kinds = kinds;
        change.searches = searches;
        Q_EMIT changed(change);
    }
    return done;
}

Result<Operation> Library::undo()
{
    return step(Direction::Undo);
}

Result<Operation> Library::redo()
{
    return step(Direction::Redo);
}

Result<Operation> Library::step(Direction direction)
{
    auto applied = d->write([&](Connection &c) {
        auto next = applyNext(c, d->store.stamps(), direction);
        if (!next)
            fail(direction == Direction::Undo ? QCoreApplication::translate("library", "There is nothing to undo.")
                                              : QCoreApplication::translate("library", "There is nothing to redo."));
        followAliases(c);
        return *next;
    });
    if (!applied)
        return applied.error();
    Change change = changeOf(applied->papers);
    change.kinds = applied->kinds;
    change.searches = applied->searches;
    Q_EMIT changed(change);
    return applied->operation;
}

Result<void> Library::indexPages(const QString &sha256, const QStringList &pages)
{
    return keepPageTexts({sha256, 0, pages, int(pages.size()), {}, {}});
}

Result<void> Library::keepPageTexts(const PageTexts &read)
{
    return d->write([&](Connection &c) { writePageTexts(c, read); });
}

Result<bool> Library::forgetRemovedPages()
{
    const QString gone = d->read([](Connection &c) { return documentGone(c); });
    if (gone.isEmpty())
        return false;
    const auto forgotten = d->write([&](Connection &c) { forgetPages(c, gone); });
    return forgotten ? Result<bool>(true) : Result<bool>(forgotten.error());
}

Result<void> Library::wantPagesRead()
{
    return d->write([](Connection &c) { forgetPageReads(c); });
}

Result<QStringList> Library::healIndexes(IndexCheck check)
{
    if (check == IndexCheck::Probe) {
        const auto sound =
            Private::guarded([&] { return d->store.read([](Connection &c) { return probeIndexes(c); }); });
        if (sound && *sound)
            return QStringList();
        check = IndexCheck::Whole; // what is damaged cannot be told from a few rows
    }
    return d->write([&](Connection &c) { return healSearch(c, check == IndexCheck::Anyway); });
}

Result<QString> Library::removeLostImages(const CancelToken &token)
{
    constexpr qint64 monthMs = 30 * 86'400'000LL;
    if (isReadOnly())
        return QString();
    return Private::guarded([&] {
        const Swept swept = sweepImages(d->store, d->store.clock().nowMs() - monthMs, token);
        return swept.images == 0
                   ? QString()
                   : Say::tr("%n picture(s) that nothing shows any more were removed (%1).", nullptr, swept.images)
                         .arg(QLocale().formattedDataSize(swept.bytes));
    });
}

Result<void> Library::backup(const QString &file) const
{
    return Private::guarded([&] { d->store.read([&](Connection &c) { writeBackup(c, d->store.folder(), file); }); });
}

Result<QStringList> Library::check() const
{
    return Private::guarded([&] {
        QStringList found = d->store.read([&](Connection &c) { return checkLibrary(c, d->store.folder()); });
        if (!isReadOnly())
            found += d->store.write([](Connection &c) { return checkIndexes(c); });
        return found;
    });
}

} // namespace yaodian::library
