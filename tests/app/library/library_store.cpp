#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_store {

using namespace yaodian;
using namespace yaodian::tests;

class LibraryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newIssue_isReadBackWhole();
    void samePostTwice_changesNothing();
    void samePostReadInAnotherLanguage_isTheSame();
    void samePostTwiceInOneBatch_isOneIssue();
    void editedPost_updatesInPlaceAndKeepsTheReadersState();
    void droppedEntry_goesUnlessTheReaderMarkedIt();
    void postWithoutPapers_isKept();
    void twoPostsWithTheSameTitleAndNoDate_stayTwo();
    void twoPostsWithTheSameTitleInOneBatch_stayTwo();
    void editedPostWithTitleAlone_isTheSameIssue();
    void validators_areStoredWithTheIssue();
    void bytesOfThePost_comeBack();
    void removedSource_leavesItsIssues();
    void manySources_areOneTransaction_andKeepTheirOrder();
    void filesSource_comesIntoBeingWithItsFirstIssue();
    void badPost_leavesNothingHalfWritten();
    void sourcesCategory_isForEntriesThatNameNone();
};

void LibraryStore::newIssue_isReadBackWhole()
{
    Shelf shelf;
    digest::Issue post = issue(QStringLiteral("one"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))});
    post.summary = QStringLiteral("摘要");
    post.intro = QStringLiteral("引子");
    post.via = QStringLiteral("转自");
    post.author = QStringLiteral("作者");
    post.sourceUrl = QStringLiteral("https://blog.example/1");
    post.references = {QStringLiteral("https://a.example"), QStringLiteral("https://b.example")};
    post.text = QStringLiteral("whole text");
    post.link = QStringLiteral("https://blog.example/post/1");
    post.report.family = QStringLiteral("daily");
    post.report.encoding = QStringLiteral("UTF-8");
    post.report.unparsed = {{QStringLiteral("rest"), 7}};
    post.report.doubts = {{0, QStringLiteral("look here")}};
    post.report.repairs = {QStringLiteral("mended")};
    digest::Entry &only = post.entries.first();
    only.number = 3;
    only.year = 2023;
    only.etAl = true;
    only.affiliations = {QStringLiteral("Institute")};
    only.abstractZh = QStringLiteral("中文摘要");
    only.abstractEn = QStringLiteral("English abstract");
    only.body = QStringLiteral("para one\n\npara two");
    only.section = digest::Section::Also;

    const StoredIssue stored = store(shelf, post);
    QCOMPARE(stored.outcome, Stored::New);
    QCOMPARE(stored.newEntries, 1);
    const auto back = shelf->issue(stored.id);
    QVERIFY(back);
    QCOMPARE(back->title, post.title);
    QCOMPARE(back->legend.size(), 2);
    QCOMPARE(back->legend[1].name, post.legend[1].name);
    QCOMPARE(back->summary + back->intro + back->via + back->author,
             post.summary + post.intro + post.via + post.author);
    QCOMPARE(back->sourceUrl, post.sourceUrl);
    QCOMPARE(back->references, post.references);
    QCOMPARE(back->text, post.text);
    QCOMPARE(back->guid + back->link, post.guid + post.link);
    QCOMPARE(back->published, post.published);
    QCOMPARE(back->report.family + back->report.encoding, QStringLiteral("dailyUTF-8"));
    QCOMPARE(back->report.unparsed.first().text, QStringLiteral("rest"));
    QCOMPARE(back->report.unparsed.first().line, 7);
    QCOMPARE(back->report.doubts.first().entry, 0);
    QCOMPARE(back->report.doubts.first().text, QStringLiteral("look here"));
    QCOMPARE(back->report.repairs, post.report.repairs);
    const digest::Entry &same = back->entries.first();
    QCOMPARE(same.number, only.number);
    QCOMPARE(same.year, only.year);
    QVERIFY(same.etAl);
    QCOMPARE(same.categories, only.categories);
    QCOMPARE(same.authors + same.affiliations + same.keyPoints, only.authors + only.affiliations + only.keyPoints);
    QCOMPARE(same.abstractZh + same.abstractEn + same.body, only.abstractZh + only.abstractEn + only.body);
    QCOMPARE(same.title + same.titleZh + same.oneLine + same.url, only.title + only.titleZh + only.oneLine + only.url);
    QCOMPARE(same.section, digest::Section::Also);
    QVERIFY(shelf->issueRow(stored.id)->needsCheck);
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryStore::samePostTwice_changesNothing()
{
    Shelf shelf;
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    const StoredIssue first = storeTwo(shelf);
    QCOMPARE(changed.size(), 1);
    shelf.clock.advance(5000);
    const StoredIssue second = storeTwo(shelf);
    QCOMPARE(second.outcome, Stored::Unchanged);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.entries, first.entries);
    QCOMPARE(second.newEntries + second.updatedEntries, 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shelf->issueRow(first.id)->firstSeen.toMSecsSinceEpoch(), noon);
    QCOMPARE(shelf->keptPosts().size(), 1);
}

void LibraryStore::samePostReadInAnotherLanguage_isTheSame()
{
    Shelf shelf;
    digest::Issue post = issue(QStringLiteral("one"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))});
    post.report.doubts = {{0, QStringLiteral("Entry 1 has no link.")}};
    store(shelf, post);
    post.report.doubts = {{0, QStringLiteral("第 1 条没有链接。")}};
    QCOMPARE(store(shelf, post).outcome, Stored::Unchanged);
}

void LibraryStore::samePostTwiceInOneBatch_isOneIssue()
{
    Shelf shelf;
    const digest::Issue post = issue(QStringLiteral("one"), {entry(QStringLiteral("Words as Pictures"), arxiv(1))});
    const auto stored = shelf->storeIssues(feed(), {{post, "x"}, {post, "x"}});
    QVERIFY(stored.ok());
    QCOMPARE(stored->at(0).outcome, Stored::New);
    QCOMPARE(stored->at(1).outcome, Stored::Unchanged);
    QCOMPARE(shelf->issues().size(), 1);
    QCOMPARE(shelf->count({}), 1);
}

void LibraryStore::editedPost_updatesInPlaceAndKeepsTheReadersState()
{
    Shelf shelf;
    const StoredIssue first = storeTwo(shelf);
    const PaperId paper = paperOf(shelf, first.entries[0]);
    PaperState state;
    state.read = state.starred = true;
    state.verdict = Verdict::Keep;
    act(shelf, [&](Acts &acts) { return acts.putState(paper, state); });

    digest::Issue edited = *shelf->issue(first.id);
    edited.entries[0].title = QStringLiteral("Words as Moving Pictures");
    edited.entries += entry(QStringLiteral("A Third Thing"), arxiv(3));
    const StoredIssue second = store(shelf, edited);
    QCOMPARE(second.outcome, Stored::Updated);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.newEntries, 1);
    QCOMPARE(second.updatedEntries, 1);
    QCOMPARE(second.entries.mid(0, 2), first.entries);
    const auto detail = shelf->entry(first.entries[0]);
    QCOMPARE(detail->content.title, QStringLiteral("Words as Moving Pictures"));
    QCOMPARE(detail->row.paper, paper);
    QVERIFY(!detail->row.unread && detail->row.starred);
    QCOMPARE(detail->row.verdict, Verdict::Keep);
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryStore::droppedEntry_goesUnlessTheReaderMarkedIt()
{
    Shelf shelf;
    const StoredIssue first = storeTwo(shelf);
    const PaperId kept = paperOf(shelf, first.entries[1]);
    act(shelf, [&](Acts &acts) { return acts.putNote(kept, QStringLiteral("mine")); });
    digest::Issue edited = issue(QStringLiteral("one"), {entry(QStringLiteral("A Third Thing"), arxiv(3))});
    const StoredIssue second = store(shelf, edited);
    QCOMPARE(second.outcome, Stored::Updated);
    QVERIFY(!shelf->entry(first.entries[0]));
    QVERIFY(shelf->entry(first.entries[1]));
    ListQuery query;
    query.issue = first.id;
    QCOMPARE(shelf->entryIds(query), (QList<EntryId>{second.entries[0], first.entries[1]}));
}

void LibraryStore::postWithoutPapers_isKept()
{
    Shelf shelf;
    digest::Issue post = issue(QStringLiteral("talk"), {});
    post.text = QStringLiteral("Only talk today.");
    const StoredIssue stored = store(shelf, post);
    QCOMPARE(stored.outcome, Stored::New);
    QCOMPARE(shelf->issue(stored.id)->text, post.text);
    QCOMPARE(shelf->issueRow(stored.id)->entries, 0);
}

void LibraryStore::twoPostsWithTheSameTitleAndNoDate_stayTwo()
{
    Shelf shelf;
    digest::Issue monday = issue(QString(), {entry(QStringLiteral("Words as Pictures"), arxiv(1))});
    monday.published = {};
    digest::Issue tuesday = monday;
    tuesday.entries = {entry(QStringLiteral("Quite Another"), arxiv(9))};
    const StoredIssue first = store(shelf, monday);
    const StoredIssue second = store(shelf, tuesday);
    QCOMPARE(second.outcome, Stored::New);
    QVERIFY(first.id != second.id);
    QCOMPARE(store(shelf, tuesday).outcome, Stored::Unchanged);
    QCOMPARE(store(shelf, monday).outcome, Stored::Unchanged);
    QCOMPARE(shelf->issues().size(), 2);
}

void LibraryStore::twoPostsWithTheSameTitleInOneBatch_stayTwo()
{
    Shelf shelf;
    QList<Post> posts;
    for (int i = 1; i <= 2; ++i) {
        digest::Issue post = issue({}, {entry(QStringLiteral("Paper %1").arg(i), arxiv(i))});
        post.published = {};
        posts += {post, QByteArray::number(i)};
    }
    for (const Stored outcome : {Stored::New, Stored::Unchanged}) {
        const auto stored = shelf->storeIssues(feed(), posts);
        QVERIFY(stored.ok());
        QCOMPARE(stored->at(0).outcome, outcome);
        QCOMPARE(stored->at(1).outcome, outcome);
        QCOMPARE(shelf->count({}), 2);
    }
}

void LibraryStore::editedPostWithTitleAlone_isTheSameIssue()
{
    Shelf shelf;
    digest::Issue post = issue(QString(), {entry(QStringLiteral("Words as Pictures"), arxiv(1))});
    post.published = {};
    const StoredIssue first = store(shelf, post);
    post.entries[0].oneLine = QStringLiteral("改过的一句话");
    const StoredIssue second = store(shelf, post);
    QCOMPARE(second.id, first.id);
    QCOMPARE(second.outcome, Stored::Updated);
}

void LibraryStore::validators_areStoredWithTheIssue()
{
    Shelf shelf;
    SyncState state;
    state.etag = QStringLiteral("W/\"a b\"");
    state.lastModified = QStringLiteral("Tue, 14 Nov 2023 10:00:00 GMT");
    state.lastTried = shelf.clock.now();
    state.failures = 2;
    state.lastOutcome = QStringLiteral("fine");
    const auto stored = shelf->storeIssue(feed(), issue(QStringLiteral("one"), {}), "x", state);
    QVERIFY(stored.ok());
    state.etag = QStringLiteral("\"c\"");
    QCOMPARE(shelf->storeIssue(feed(), issue(QStringLiteral("one"), {}), "x", state)->outcome, Stored::Unchanged);
    shelf.reopen();
    const SyncState back = shelf->syncState(feed().id);
    QCOMPARE(back.etag, state.etag);
    QCOMPARE(back.lastModified, state.lastModified);
    QCOMPARE(back.lastTried, state.lastTried);
    QVERIFY(!back.nextDue.isValid());
    QCOMPARE(back.failures, 2);
    QCOMPARE(back.lastOutcome, state.lastOutcome);
}

void LibraryStore::bytesOfThePost_comeBack()
{
    Shelf shelf;
    const QByteArray bytes = QByteArray("<p>要点</p>\0\xff", 15).repeated(300);
    QVERIFY(shelf->storeIssue(feed(), issue(QStringLiteral("one"), {}), bytes).ok());
    const KeptPost kept = shelf->keptPosts().first();
    QCOMPARE(kept.sha256, sha256Hex(bytes));
    QCOMPARE(kept.guid, QStringLiteral("one"));
    QCOMPARE(*shelf->postBytes(kept.sha256), bytes);
    const QString file = shelf.path() + QStringLiteral("/posts/%1/%2.zst").arg(kept.sha256.left(2), kept.sha256);
    QVERIFY(QFileInfo(file).size() < bytes.size());
    QVERIFY(writeFileAtomically(file, "no zstd at all").ok());
    QVERIFY(!shelf->postBytes(kept.sha256).ok());
    QCOMPARE(shelf->check()->size(), 1);
}

void LibraryStore::removedSource_leavesItsIssues()
{
    Shelf shelf;
    QVERIFY(shelf->putSource(feed()).ok());
    const StoredIssue stored = storeTwo(shelf);
    QCOMPARE(shelf->sources().size(), 1);
    QVERIFY(shelf->removeSource(feed().id).ok());
    QCOMPARE(shelf->sources().size(), 0);
    QCOMPARE(shelf->issueRow(stored.id)->sourceTitle, feed().title);
    storeTwo(shelf, QStringLiteral("late answer"));
    QCOMPARE(shelf->sources().size(), 0); // a sync that ends after the removal does not bring it back
    QVERIFY(shelf->putSource(feed()).ok());
    QCOMPARE(shelf->sources().size(), 1);
}

void LibraryStore::manySources_areOneTransaction_andKeepTheirOrder()
{
    Shelf shelf;
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    QList<Source> many;
    for (int i = 0; i < 20; ++i) {
        Source source;
        source.title = QString::number(i);
        source.url = QStringLiteral("https://blog.example/feed/%1").arg(i);
        many.append(source);
    }
    QVERIFY(shelf->putSources(many).ok());
    QCOMPARE(changed.size(), 1);
    shelf.reopen();
    QStringList titles, expected;
    for (const Source &source : shelf->sources()) {
        titles.append(source.title);
        QCOMPARE(source.id, Library::sourceId(source.kind, source.url));
    }
    for (const Source &source : many)
        expected.append(source.title);
    QCOMPARE(titles, expected);
    QVERIFY(shelf->putSources({}).ok());
}

void LibraryStore::filesSource_comesIntoBeingWithItsFirstIssue()
{
    Shelf shelf;
    Source files;
    files.kind = Source::Kind::Files;
    files.title = QStringLiteral("Files");
    QVERIFY(shelf->storeIssue(files, issue(QStringLiteral("one"), {}), "x").ok());
    QCOMPARE(shelf->sources().size(), 1);
    QCOMPARE(shelf->sources().first().id, Library::sourceId(Source::Kind::Files));
    QCOMPARE(shelf->issues().first().sourceTitle, QStringLiteral("Files"));
}

void LibraryStore::badPost_leavesNothingHalfWritten()
{
    Shelf shelf;
    const QByteArray bytes = "the post";
    // Something stands where the post's folder would be made.
    QVERIFY(QDir().mkpath(shelf.path() + QStringLiteral("/posts")));
    QVERIFY(writeFileAtomically(shelf.path() + QStringLiteral("/posts/") + sha256Hex(bytes).left(2), "file").ok());
    const auto stored =
        shelf->storeIssue(feed(), issue(QStringLiteral("one"), {entry(QStringLiteral("Words"), arxiv(1))}), bytes);
    QVERIFY(!stored.ok());
    QVERIFY(!stored.error().message.isEmpty());
    QCOMPARE(shelf->issues().size(), 0);
    QCOMPARE(shelf->sources().size(), 0);
    QCOMPARE(shelf->keptPosts().size(), 0);
}

void LibraryStore::sourcesCategory_isForEntriesThatNameNone()
{
    Shelf shelf;
    Source source = feed();
    source.category = QStringLiteral("RO");
    const digest::Issue post =
        issue(QStringLiteral("one"), {entry(QStringLiteral("A"), arxiv(1), {}), entry(QStringLiteral("B"), arxiv(2))});
    const StoredIssue stored = store(shelf, post, source);
    QCOMPARE(shelf->entry(stored.entries[0])->row.categories, QStringList{QStringLiteral("RO")});
    QCOMPARE(shelf->entry(stored.entries[1])->row.categories, QStringList{QStringLiteral("CL")});
    QCOMPARE(store(shelf, post, source).outcome, Stored::Unchanged);
}

YAODIAN_TEST_GUILESS(LibraryStore)

} // namespace library_store

#include "library_store.moc"
