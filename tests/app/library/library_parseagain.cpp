#include "dailyposts.h"
#include "rows.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_parseagain {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// Posts that another version of the parser had read otherwise: the tests store what that version would have made of
/// the very bytes that are stored with it.
class LibraryParseAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameParser_changesNothing();
    void entryReadOtherwise_isUpdatedInPlace();
    void changedPointWithEvidence_keepsBothTexts();
    void entryFoundToBeAnotherPaper_takesTheMarksAlong();
    void entryFoundToBeAnotherWork_leavesTheMarksWithTheirs();
    void largePosts_areParsedInSmallerPortions();
    void entryThatWasOverlooked_comesInWithTheAgeOfItsPost();
    void improvedReport_isStoredThoughNoWordChanged();
    void interrupted_goesOnWhereItWas();
    void cancelled_parsesNothingMore();
    void newCategoryOfASource_isARuleForItsIssues();
    void unreadablePost_isPassedOverOnce();
    void postOfAnOlderParser_isParsedAgainAfterTheUpgrade();
    void libraryOfTheFirstSchema_isCopiedUpgradedAndParsedAgain();
};

digest::Issue parsed(int number)
{
    return digest::parse(postText(number), {u"%1.txt"_s.arg(number), {}, {}})->first();
}

/// Stores the bytes of day `number` with what an older parser made of them; newest day last.
StoredIssue storeAs(const Shelf &shelf, int number, const digest::Issue &issue)
{
    const auto stored = shelf->storeIssues(feed(), {{issue, postText(number), {u"%1.txt"_s.arg(number), {}, {}}}});
    if (!stored)
        qFatal("not stored");
    return stored->first();
}

ParsedAgain parseAll(const Shelf &shelf)
{
    if (!shelf->wantParsedAgain())
        qFatal("not wanted");
    const auto done = shelf->parseAgain(1000);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    return *done;
}

void LibraryParseAgain::sameParser_changesNothing()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    QCOMPARE(shelf->countToParseAgain(), 0);
    const QList<EntryId> entries = shelf->entryIds({});
    const QList<ListRow> rows = shelf->rows(entries);
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    const ParsedAgain done = parseAll(shelf);
    QCOMPARE(done.issues, 3);
    QCOMPARE(done.changed, 0);
    QCOMPARE(done.left, 0);
    QCOMPARE(shelf->entryIds({}), entries);
    QCOMPARE(shelf->journal().size(), 0);
    QCOMPARE(changed.size(), 0);
}

void LibraryParseAgain::entryReadOtherwise_isUpdatedInPlace()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.entries[0].title = u"A Paper of"_s;
    old.entries[0].authors = {u"A Vaswani"_s};
    const StoredIssue stored = storeAs(shelf, 1, old);
    const EntryId id = stored.entries[0];
    const PaperId paper = paperOf(shelf, id);
    PaperState state;
    state.read = state.starred = true;
    act(shelf, [&](Acts &acts) { return acts.putState(paper, state); });
    addHighlight(shelf, highlight(shelf, paper));

    const ParsedAgain done = parseAll(shelf);
    QCOMPARE(done.changed, 1);
    QCOMPARE(shelf->entryIds({}), stored.entries);
    QCOMPARE(paperOf(shelf, id), paper);
    QCOMPARE(shelf->entry(id)->row.title, u"A Paper of Day 1"_s);
    QCOMPARE(shelf->paper(paper)->title, u"A Paper of Day 1"_s);
    QCOMPARE(shelf->paper(paper)->authors.size(), 2);
    QCOMPARE(shelf->state(paper), state);
    QCOMPARE(shelf->highlights(paper).size(), 1);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryParseAgain::changedPointWithEvidence_keepsBothTexts()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.entries[0].keyPoints = {u"第一个要点"_s, u"第二个要点"_s};
    const StoredIssue stored = storeAs(shelf, 1, old);
    const PaperId paper = paperOf(shelf, stored.entries[0]);
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    const QList<Point> before = shelf->points(paper);
    QCOMPARE(before.size(), 2);
    act(shelf, [&](Acts &acts) {
        const auto put = acts.putPoint(before[0]);
        return put ? acts.tie(before[0].id, mark.id) : put;
    });

    parseAll(shelf);
    const QList<Point> after = shelf->points(paper);
    QCOMPARE(after.size(), 2);
    QCOMPARE(after[0].id, before[0].id);
    QCOMPARE(after[0].text, u"第一个要点"_s);
    QCOMPARE(after[0].digestText, u"第一个要点 1"_s);
    QCOMPARE(after[0].evidence, QList<HighlightId>{mark.id});
    QCOMPARE(after[1].text, u"第二个要点"_s);
}

void LibraryParseAgain::entryFoundToBeAnotherPaper_takesTheMarksAlong()
{
    Shelf shelf;
    digest::Issue old = parsed(1); // its link was overlooked, and a part of its title
    old.entries[0].url.clear();
    old.entries[0].title = u"A Paper"_s;
    const StoredIssue stored = storeAs(shelf, 1, old);
    const PaperId before = paperOf(shelf, stored.entries[0]);
    const Point point = shelf->points(before).first();
    const Highlight mark = highlight(shelf, before);
    addHighlight(shelf, mark);
    act(shelf, [&](Acts &acts) {
        const auto put = acts.putPoint(point);
        return put ? acts.tie(point.id, mark.id) : put;
    });
    act(shelf, [&](Acts &acts) { return acts.putNote(before, u"看过了"_s); });

    parseAll(shelf);
    const QList<ListRow> rows = shelf->rows(shelf->entryIds({}));
    QCOMPARE(rows.size(), 2); // and not a third for what the entry was before
    QCOMPARE(rows[0].url, u"https://arxiv.org/abs/1706.01001"_s);
    const PaperId now = rows[0].paper;
    QCOMPARE(shelf->paper(before)->id, now); // an old link still leads there
    QCOMPARE(shelf->highlights(now).size(), 1);
    QCOMPARE(shelf->note(now).text, u"看过了"_s);
    QCOMPARE(shelf->points(now).size(), 2);
    QCOMPARE(shelf->points(now).first().id, point.id);
    QCOMPARE(shelf->points(now).first().evidence, QList<HighlightId>{mark.id});
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryParseAgain::entryFoundToBeAnotherWork_leavesTheMarksWithTheirs()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.entries[0].url = u"https://arxiv.org/abs/1901.00001"_s; // some other link of the post
    old.entries[0].title = u"Another Work"_s;
    const StoredIssue stored = storeAs(shelf, 1, old);
    const PaperId theirs = paperOf(shelf, stored.entries[0]);
    act(shelf, [&](Acts &acts) { return acts.putNote(theirs, u"看过了"_s); });

    parseAll(shelf);
    const QList<ListRow> rows = shelf->rows(shelf->entryIds({}));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].title, u"A Paper of Day 1"_s);
    QCOMPARE(shelf->note(rows[0].paper).text, QString());
    QCOMPARE(rows[2].paper, theirs);
    QCOMPARE(shelf->note(theirs).text, u"看过了"_s);
}

void LibraryParseAgain::largePosts_areParsedInSmallerPortions()
{
    Shelf shelf;
    for (int number = 1; number <= 3; ++number) {
        const QByteArray text = postText(number) + "\n\n" + QByteArray("about nothing ").repeated(400'000);
        const digest::Origin origin{u"%1.txt"_s.arg(number), {}, {}};
        QVERIFY(shelf->storeIssues(feed(), {{digest::parse(text, origin)->first(), text, origin}}).ok());
    }
    QVERIFY(shelf->wantParsedAgain().ok());
    const auto done = shelf->parseAgain(100);
    QVERIFY(done);
    QCOMPARE(done->issues, 2);
    QCOMPARE(done->left, 1);
}

void LibraryParseAgain::entryThatWasOverlooked_comesInWithTheAgeOfItsPost()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.entries.removeLast();
    storeAs(shelf, 1, old);
    shelf.clock.advance(86'400'000);
    const qint64 today = shelf.clock.nowMs() - 1000;
    QCOMPARE(parseAll(shelf).changed, 1);
    QCOMPARE(shelf->count({}), 2);
    ListQuery fresh;
    fresh.view = ListQuery::View::Today;
    fresh.todayStartMs = today;
    QCOMPARE(shelf->count(fresh), 0);
}

void LibraryParseAgain::improvedReport_isStoredThoughNoWordChanged()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.report.doubts = {{0, u"a doubt of then"_s}};
    const StoredIssue stored = storeAs(shelf, 1, old);
    QVERIFY(shelf->issueRow(stored.id)->needsCheck);
    QCOMPARE(parseAll(shelf).changed, 1);
    QVERIFY(!shelf->issueRow(stored.id)->needsCheck);
    QCOMPARE(parseAll(shelf).changed, 0);
}

void LibraryParseAgain::interrupted_goesOnWhereItWas()
{
    Shelf shelf;
    for (int number = 1; number <= 5; ++number) {
        digest::Issue old = parsed(number);
        old.published = QDateTime::fromMSecsSinceEpoch(noon + number * 1000, Qt::UTC);
        old.entries[0].title = u"wrong"_s;
        storeAs(shelf, number, old);
        shelf.clock.advance(10'000);
    }
    QVERIFY(shelf->wantParsedAgain().ok());
    const auto first = shelf->parseAgain(2);
    QVERIFY(first);
    QCOMPARE(first->issues, 2);
    QCOMPARE(first->left, 3);
    QStringList titles;
    for (const ListRow &row : shelf->rows(shelf->entryIds({})))
        titles += row.title;
    QCOMPARE(titles.filter(u"wrong"_s).size(), 3);
    QVERIFY(titles.contains(u"A Paper of Day 5"_s)); // the newest first

    shelf.reopen();
    QCOMPARE(shelf->countToParseAgain(), 3);
    const auto rest = shelf->parseAgain(100);
    QVERIFY(rest);
    QCOMPARE(rest->issues, 3);
    QCOMPARE(rest->left, 0);
    QCOMPARE(shelf->parseAgain(100)->issues, 0);
}

void LibraryParseAgain::cancelled_parsesNothingMore()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    QVERIFY(shelf->wantParsedAgain().ok());
    CancelSource source;
    source.request_stop();
    const auto done = shelf->parseAgain(100, source.get_token());
    QVERIFY(done);
    QCOMPARE(done->issues, 0);
    QCOMPARE(done->left, 3);
}

void LibraryParseAgain::newCategoryOfASource_isARuleForItsIssues()
{
    Shelf shelf;
    digest::Issue bare = parsed(1);
    QByteArray text = postText(1);
    text.replace("[LG] ", "").replace("[CV] ", "").replace("LG - 机器学习 CV - 计算机视觉\n\n", "");
    bare = digest::parse(text, {u"1.txt"_s, {}, {}})->first();
    QVERIFY(bare.entries[0].categories.isEmpty());
    QVERIFY(shelf->storeIssues(feed(), {{bare, text, {u"1.txt"_s, {}, {}}}}).ok());
    Source ruled = feed();
    QVERIFY(shelf->putSource(ruled).ok());
    QCOMPARE(shelf->countToParseAgain(), 0);
    ruled.category = u"RO"_s;
    QVERIFY(shelf->putSource(ruled).ok());
    QCOMPARE(shelf->countToParseAgain(), 1);
    QVERIFY(shelf->parseAgain(10).ok());
    for (const ListRow &row : shelf->rows(shelf->entryIds({})))
        QCOMPARE(row.categories, QStringList{u"RO"_s});
}

void LibraryParseAgain::unreadablePost_isPassedOverOnce()
{
    Shelf shelf;
    importPosts(shelf, 1, 2);
    const QString sha = sha256Hex(postText(1));
    QVERIFY(QFile::remove(shelf.path() + u"/posts/%1/%2.zst"_s.arg(sha.left(2), sha)));
    const ParsedAgain done = parseAll(shelf);
    QCOMPARE(done.issues, 2);
    QCOMPARE(done.left, 0);
    QCOMPARE(shelf->count({}), 4);
}

void LibraryParseAgain::postOfAnOlderParser_isParsedAgainAfterTheUpgrade()
{
    Shelf shelf;
    digest::Issue old = parsed(1);
    old.entries[0].title = u"wrong"_s;
    storeAs(shelf, 1, old);
    shelf.library.reset();
    tamper(shelf.path(u"library/cache.sqlite"_s), "UPDATE issues SET parser = parser - 1");
    shelf.reopen();
    QCOMPARE(shelf->countToParseAgain(), 1);
    QCOMPARE(shelf->parseAgain(10)->changed, 1);
}

void LibraryParseAgain::libraryOfTheFirstSchema_isCopiedUpgradedAndParsedAgain()
{
    Shelf shelf;
    importPosts(shelf, 1, 2);
    const QList<EntryId> entries = shelf->entryIds({});
    SyncState patient;
    patient.nextDue = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC); // as the server's word was kept then
    QVERIFY(shelf->putSyncState(feed().id, patient).ok());
    shelf.library.reset();
    const QString notes = shelf.path(u"library/notes.sqlite"_s);
    const QString cache = shelf.path(u"library/cache.sqlite"_s);
    for (const char *sql :
         {"ALTER TABLE posts DROP COLUMN file_name", "ALTER TABLE posts DROP COLUMN media_type",
          "ALTER TABLE posts DROP COLUMN base", "ALTER TABLE sources DROP COLUMN options", "DROP INDEX posts_guid",
          "DROP INDEX posts_link", "DROP TABLE apart", "DROP TABLE placements",
          "ALTER TABLE highlights DROP COLUMN tags", "ALTER TABLE highlights DROP COLUMN tags_hlc",
          "ALTER TABLE highlights DROP COLUMN style", "ALTER TABLE highlights DROP COLUMN style_hlc",
          "ALTER TABLE highlights DROP COLUMN image", "ALTER TABLE highlights DROP COLUMN image_hlc",
          "ALTER TABLE highlights DROP COLUMN at", "ALTER TABLE highlights DROP COLUMN section", "DROP TABLE searches",
          "ALTER TABLE sessions DROP COLUMN active", "PRAGMA user_version = 1"})
        tamper(notes, sql);
    for (const char *column :
         {"hold_until", "validators_since", "body_hash", "moved_to", "moved_since", "cursor", "backfill", "empty_days"})
        tamper(cache, QByteArray("ALTER TABLE sync_state DROP COLUMN ").append(column).constData());
    for (const char *sql :
         {"DROP INDEX entries_seen", "DROP TABLE host_holds", "DROP TABLE sync_log", "DROP TABLE facts",
          "DROP TABLE written", "DROP TABLE page_reads", "DROP TABLE unread_pages", "DROP INDEX IF EXISTS issues_days"})
        tamper(cache, sql);
    for (const char *sql :
         {"DROP INDEX issues_parser", "ALTER TABLE issues DROP COLUMN parser", "PRAGMA user_version = 1"})
        tamper(cache, sql);
    shelf.reopen();
    QCOMPARE(QDir(shelf.path() + u"/backups"_s).entryList(QDir::Files).size(), 7); // one before each step
    QCOMPARE(shelf->entryIds({}), entries);
    QCOMPARE(shelf->syncState(feed().id).holdUntil, patient.nextDue);
    QVERIFY(!shelf->syncState(feed().id).nextDue.isValid());
    QCOMPARE(shelf->countToParseAgain(), 2);
    const auto done = shelf->parseAgain(10);
    QVERIFY(done);
    QCOMPARE(done->issues, 2);
    QCOMPARE(done->changed, 0);
    QCOMPARE(shelf->entryIds({}), entries);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

YAODIAN_TEST_GUILESS(LibraryParseAgain)

} // namespace library_parseagain

#include "library_parseagain.moc"
