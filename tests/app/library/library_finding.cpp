#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_finding {

using namespace yaodian;
using namespace yaodian::tests;

/// The two orders of a search, what it says of what it found, how it is stopped; and the state of what it searches.
class LibraryFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newest_isByDate_best_isByWhereTheWordsStand();
    void newest_isByDate_alsoWhereOldPostsCameLast();
    void tour_isLeftOut_andWhatIsWrittenInIt();
    void categoryAndDateAlone_listTheNewest();
    void excludedWord_withAnAuthor();
    void snippet_saysMoreThanTheTitle();
    void snippet_isOfTheIndexsWords();
    void stopped_isCancelled();
    void pages_comeBitByBit();
    void pages_thatCannotBeRead_areRememberedWithTheirReasons();
    void documents_inTheOrderInWhichTheyAreRead();
    void removedDocument_isForgotten();
    void damagedIndexes_areMadeAgain_data();
    void damagedIndexes_areMadeAgain();
    void soundIndexes_areLeftAlone();
};

QStringList ids(const Result<QList<Hit>> &hits)
{
    QStringList out;
    for (const Hit &hit : hits.valueOr({}))
        out += hit.id;
    return out;
}

QString addPdf(const Shelf &shelf, PaperId paper, const QByteArray &bytes = "%PDF-1.4")
{
    return shelf->addDocument(paper, bytes, {}, {})->sha256;
}

void LibraryFinding::newest_isByDate_best_isByWhereTheWordsStand()
{
    Shelf shelf;
    // Stored first and dated last: what counts is the date.
    digest::Entry late = entry(QStringLiteral("Something else"), arxiv(1));
    late.abstractEn = QStringLiteral("it mentions diffusion in passing");
    digest::Issue newer = issue(QStringLiteral("newer"), {late});
    newer.published = QDateTime::fromMSecsSinceEpoch(noon - 1000, Qt::UTC);
    const StoredIssue first = store(shelf, newer);
    digest::Issue older = issue(QStringLiteral("older"), {entry(QStringLiteral("Diffusion of diffusion"), arxiv(2))});
    older.published = QDateTime::fromMSecsSinceEpoch(noon - 5'000'000, Qt::UTC);
    const StoredIssue second = store(shelf, older);
    const QString inPassing = first.entries[0].toString(), inTitle = second.entries[0].toString();
    const QString word = QStringLiteral("diffusion");
    QCOMPARE(ids(shelf->search(word, 10, SearchOrder::Newest)), (QStringList{inPassing, inTitle}));
    QCOMPARE(ids(shelf->search(word, 10, SearchOrder::Best)), (QStringList{inTitle, inPassing}));
    QCOMPARE(ids(shelf->search(word, 1, SearchOrder::Newest)), QStringList{inPassing});
}

/// A backlog of years comes after the post of today: its thousands do not stand before that.
void LibraryFinding::newest_isByDate_alsoWhereOldPostsCameLast()
{
    Shelf shelf;
    const QString today = storeTwo(shelf).entries[0].toString();
    QList<digest::Entry> many;
    for (int i = 0; i < 1200; ++i)
        many += entry(QStringLiteral("Words of old %1").arg(i), arxiv(i + 10));
    digest::Issue old = issue(QStringLiteral("old"), many);
    old.published = QDateTime::fromMSecsSinceEpoch(noon - 90'000'000'000, Qt::UTC);
    store(shelf, old);
    QCOMPARE(ids(shelf->search(QStringLiteral("words"), 3, SearchOrder::Newest)).value(0), today);
    QCOMPARE(ids(shelf->search(QStringLiteral("words"), 3, SearchOrder::Newest)).size(), 3);
}

void LibraryFinding::tour_isLeftOut_andWhatIsWrittenInIt()
{
    Shelf shelf;
    Source tour;
    tour.kind = Source::Kind::Tour;
    tour.id = Library::sourceId(tour.kind);
    const StoredIssue shown = store(shelf, issue(QStringLiteral("tour"), {entry(QStringLiteral("Numbats"))}), tour);
    const PaperId paper = paperOf(shelf, shown.entries[0]);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("numbats of mine")); });
    QVERIFY(shelf->indexPages(addPdf(shelf, paper), {QStringLiteral("numbats on a page")}).ok());
    for (const SearchOrder order : {SearchOrder::Newest, SearchOrder::Best})
        for (const char *query : {"numbats", "numbats cat:CL", "cat:CL", "numbats since:99y"})
            QCOMPARE(ids(shelf->search(QString::fromUtf8(query), 10, order)), QStringList());
    const QString real = store(shelf, issue(QStringLiteral("one"), {entry(QStringLiteral("Numbats too"), arxiv(1))}))
                             .entries[0]
                             .toString();
    for (const SearchOrder order : {SearchOrder::Newest, SearchOrder::Best})
        QCOMPARE(ids(shelf->search(QStringLiteral("numbats"), 1, order)), QStringList{real});
}

void LibraryFinding::categoryAndDateAlone_listTheNewest()
{
    Shelf shelf;
    const StoredIssue stored = storeTwo(shelf); // CL and cs.CV, dated a day ago
    QCOMPARE(ids(shelf->search(QStringLiteral("cat:CL since:7d"))), QStringList{stored.entries[0].toString()});
    QCOMPARE(ids(shelf->search(QStringLiteral("cat:CV source:daily by:author"))),
             QStringList{stored.entries[1].toString()});
    QCOMPARE(ids(shelf->search(QStringLiteral("cat:CL since:0d"))), QStringList());
    QCOMPARE(ids(shelf->search(QStringLiteral("cat:CL cat:CV"))), QStringList());
}

void LibraryFinding::excludedWord_withAnAuthor()
{
    Shelf shelf;
    const StoredIssue stored = storeTwo(shelf);
    QCOMPARE(ids(shelf->search(QStringLiteral("by:author -pictures"))), QStringList());
    digest::Issue other = issue(QStringLiteral("two"), {entry(QStringLiteral("Nothing to see"), arxiv(7))});
    const QString id = store(shelf, other).entries[0].toString();
    QCOMPARE(ids(shelf->search(QStringLiteral("by:author -pictures"))), QStringList{id});
    QCOMPARE(ids(shelf->search(QStringLiteral("by:author see -pictures"))), QStringList{id});
    QCOMPARE(ids(shelf->search(QStringLiteral("by:nobody see"))), QStringList());
}

void LibraryFinding::snippet_saysMoreThanTheTitle()
{
    Shelf shelf;
    digest::Entry one = entry(QStringLiteral("Lattice"), arxiv(1));
    one.oneLine = QStringLiteral("nothing of it here");
    one.keyPoints = {QStringLiteral("the lattice, again")};
    store(shelf, issue(QStringLiteral("one"), {one}));
    const auto hits = shelf->search(QStringLiteral("lattice"));
    QCOMPARE(hits->first().title, QStringLiteral("Lattice"));
    QCOMPARE(hits->first().snippet, QStringLiteral("the \x02lattice\x03, again"));
    // What asks for no word of the text shows what the entry is about.
    QCOMPARE(shelf->search(QStringLiteral("cat:CL"))->first().snippet, one.oneLine);
}

void LibraryFinding::snippet_isOfTheIndexsWords()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QString far = QStringLiteral("word ").repeated(100);
    act(shelf, [&](Acts &acts) {
        return acts.putNote(paper, far + QStringLiteral("扩，散；强化学习与Ｍüller的transformers。") + far);
    });
    const auto snippet = [&](const char *query) {
        const auto hits = shelf->search(QString::fromUtf8(query));
        return hits && hits->size() == 1 ? hits->first().snippet : QStringLiteral("%1 hits").arg(hits->size());
    };
    QVERIFY2(snippet("强化").contains(QStringLiteral("扩，散；\x02强化\x03学习与")), qUtf8Printable(snippet("强化")));
    QVERIFY(snippet("学习").contains(QStringLiteral("强化\x02学习\x03与")));
    QVERIFY(snippet("muller").contains(QStringLiteral("\x02Ｍüller\x03")));
    QVERIFY(snippet("transformer").contains(QStringLiteral("的\x02transformers\x03。")));
    QCOMPARE(snippet("扩散"), QStringLiteral("0 hits")); // a comma is a border
    QVERIFY(snippet("学习 muller").contains(QStringLiteral("\x02学习\x03与\x02Ｍüller\x03")));
    act(shelf, [&](Acts &acts) {
        return acts.putNote(paperOf(shelf, shelf->entryIds({}).last()), QStringLiteral("推，理与推理"));
    });
    QCOMPARE(snippet("推理"),
             QStringLiteral("推，理与\x02推理\x03")); // and is none where the characters stand together
    QVERIFY(snippet("学习").startsWith(QStringLiteral("…")) && snippet("学习").endsWith(QStringLiteral("…")));
}

void LibraryFinding::stopped_isCancelled()
{
    Shelf shelf;
    QList<digest::Entry> many;
    for (int i = 0; i < 400; ++i)
        many += entry(QStringLiteral("Common words %1").arg(i), arxiv(i + 1));
    store(shelf, issue(QStringLiteral("one"), many));
    CancelSource source;
    source.request_stop();
    const auto hits = shelf->search(QStringLiteral("common"), 100, SearchOrder::Best, source.get_token());
    QVERIFY(!hits && hits.error().isCancelled());
    // The connection is as good as before.
    QCOMPARE(shelf->search(QStringLiteral("common"), 1000)->size(), 400);
}

void LibraryFinding::pages_comeBitByBit()
{
    Shelf shelf;
    const QString sha = addPdf(shelf, paperOf(shelf, storeTwo(shelf).entries[0]));
    QCOMPARE(shelf->documentsToRead(9).size(), 1);
    QCOMPARE(shelf->documentsToRead(9).first().next, 0);
    QVERIFY(shelf->keepPageTexts({sha, 0, {QStringLiteral("an aardvark"), {}}, 3, {}, {}}).ok());
    QCOMPARE(shelf->documentsToRead(9).first().next, 2); // a page without a word was read too
    QCOMPARE(shelf->pageReads(), (PageReads{1, 0, 0, 0}));
    shelf.reopen(); // as after a kill
    QCOMPARE(shelf->documentsToRead(9).first().next, 2);
    QVERIFY(shelf->keepPageTexts({sha, 2, {QStringLiteral("a zebra")}, 3, {}, {}}).ok());
    QVERIFY(shelf->documentsToRead(9).isEmpty());
    QCOMPARE(shelf->pageReads(), (PageReads{1, 1, 0, 0}));
    QCOMPARE(shelf->search(QStringLiteral("aardvark"))->size(), 1);
    QCOMPARE(shelf->search(QStringLiteral("zebra"))->first().page, 2);
    // Once more from the start: nothing is there twice, nothing of before is left.
    QVERIFY(shelf->wantPagesRead().ok());
    QCOMPARE(shelf->search(QStringLiteral("zebra"))->size(), 1); // until then it is found as before
    QCOMPARE(shelf->documentsToRead(9).first().next, 0);
    QVERIFY(shelf->keepPageTexts({sha, 0, {QStringLiteral("an aardvark")}, 1, {}, {}}).ok());
    QCOMPARE(shelf->search(QStringLiteral("aardvark"))->size(), 1);
    QCOMPARE(shelf->search(QStringLiteral("zebra"))->size(), 0);
    QCOMPARE(*shelf->check(), QStringList());
}

void LibraryFinding::pages_thatCannotBeRead_areRememberedWithTheirReasons()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const QString sha = addPdf(shelf, paper);
    const QString locked = addPdf(shelf, paper, "%PDF-1.5");
    const QString bad = QStringLiteral("It took too long."), why = QStringLiteral("It asks for a password.");
    QVERIFY(shelf->keepPageTexts({sha, 0, {{}, QStringLiteral("an okapi")}, 2, {{0, bad}}, {}}).ok());
    QVERIFY(shelf->keepPageTexts({locked, 0, {}, -1, {}, why}).ok());
    QVERIFY(shelf->documentsToRead(9).isEmpty()); // nothing is tried again by itself
    QCOMPARE(shelf->pageReads(), (PageReads{2, 2, 1, 1}));
    QCOMPARE(shelf->unreadReasons(), (QStringList{why, bad}));
    QCOMPARE(shelf->search(QStringLiteral("okapi"))->size(), 1);
    QVERIFY(shelf->wantPagesRead().ok());
    QCOMPARE(shelf->documentsToRead(9).size(), 2);
    QVERIFY(shelf->indexPages(sha, {QStringLiteral("x"), QStringLiteral("an okapi")}).ok());
    QCOMPARE(shelf->pageReads(), (PageReads{2, 1, 0, 0}));
}

void LibraryFinding::documents_inTheOrderInWhichTheyAreRead()
{
    Shelf shelf;
    const auto dated = [&](int number, qint64 daysAgo) {
        digest::Issue post =
            issue(QString::number(number), {entry(QStringLiteral("Paper %1").arg(number), arxiv(number))});
        post.published = QDateTime::fromMSecsSinceEpoch(noon - daysAgo * 86'400'000, Qt::UTC);
        return paperOf(shelf, store(shelf, post).entries[0]);
    };
    const QString old = addPdf(shelf, dated(1, 300), "1");
    const QString recent = addPdf(shelf, dated(2, 3), "2");
    const QString begun = addPdf(shelf, dated(3, 900), "3");
    shelf.clock.advance(3 * 86'400'000);
    const QString today = addPdf(shelf, dated(4, 2000), "4");
    shelf.clock.advance(1000);
    const QString now = addPdf(shelf, dated(5, 3000), "5");
    QVERIFY(shelf->keepPageTexts({begun, 0, {QStringLiteral("x")}, 2, {}, {}}).ok());
    QStringList order;
    for (const DocumentToRead &document : shelf->documentsToRead(9))
        order += document.sha256;
    QCOMPARE(order, (QStringList{now, today, begun, recent, old}));
    QCOMPARE(shelf->documentsToRead(2).size(), 2);
    QVERIFY(shelf->documentsToRead(1).first().path.endsWith(now + QStringLiteral(".pdf")));
}

void LibraryFinding::removedDocument_isForgotten()
{
    Shelf shelf;
    const QString sha = addPdf(shelf, paperOf(shelf, storeTwo(shelf).entries[0]));
    QVERIFY(shelf->indexPages(sha, {QStringLiteral("a quokka")}).ok());
    QCOMPARE(*shelf->forgetRemovedPages(), false);
    shelf.library.reset();
    tamper(shelf.path() + QStringLiteral("/notes.sqlite"), "UPDATE documents SET deleted = 'now'");
    shelf.reopen();
    QCOMPARE(shelf->search(QStringLiteral("quokka"))->size(), 0);
    QCOMPARE(*shelf->forgetRemovedPages(), true);
    QCOMPARE(*shelf->forgetRemovedPages(), false);
    shelf.library.reset();
    QCOMPARE(cell(shelf.path() + QStringLiteral("/cache.sqlite"), "SELECT count(*) FROM pages"), QByteArray("0"));
}

void LibraryFinding::damagedIndexes_areMadeAgain_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("query");
    const auto row = [](const char *name, const char *file, const char *sql, const char *query) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(sql) << QString::fromUtf8(query);
    };
    row("lost entries", "cache.sqlite", "DELETE FROM entries_fts_data WHERE id > 10", "words");
    row("a lost size", "cache.sqlite", "DELETE FROM entries_fts_docsize WHERE id = 2", "words");
    row("lost pages", "cache.sqlite", "DELETE FROM pages_fts_data WHERE id > 10", "quokka");
    row("other pages", "cache.sqlite", "UPDATE pages SET text = 'numbat' WHERE page = 0", "numbat");
    row("lost notes", "notes.sqlite", "DELETE FROM notes_fts_data WHERE id > 10", "wombat");
    row("lost texts", "notes.sqlite", "DELETE FROM texts", "wombat");
}

void LibraryFinding::damagedIndexes_areMadeAgain()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, sql);
    QFETCH(QString, query);
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QVERIFY(shelf->indexPages(addPdf(shelf, paper), {QStringLiteral("a quokka")}).ok());
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("a wombat")); });
    addHighlight(shelf, highlight(shelf, paper, QStringLiteral("an emu")));
    shelf.library.reset();
    tamper(shelf.path() + QLatin1Char('/') + file, sql.constData());
    shelf.reopen();
    const auto healed = shelf->healIndexes(Library::IndexCheck::Probe);
    QVERIFY2(healed, healed ? "" : qUtf8Printable(healed.error().message));
    QCOMPARE(healed->size(), 1);
    QVERIFY2(healed->first().contains(QStringLiteral("was made again")), qUtf8Printable(healed->first()));
    QCOMPARE(*shelf->check(), QStringList());
    QVERIFY(!shelf->search(query)->isEmpty());
    QCOMPARE(shelf->search(QStringLiteral("emu"))->first().type, Hit::Type::Highlight);
}

void LibraryFinding::soundIndexes_areLeftAlone()
{
    Shelf shelf;
    QCOMPARE(*shelf->healIndexes(Library::IndexCheck::Probe), QStringList()); // nothing in them
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QVERIFY(shelf->indexPages(addPdf(shelf, paper), {QStringLiteral("a quokka"), QStringLiteral("…")}).ok());
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("a wombat")); });
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("a “wombat\"")); });
    QCOMPARE(*shelf->healIndexes(Library::IndexCheck::Probe), QStringList());
    QCOMPARE(*shelf->healIndexes(Library::IndexCheck::Whole), QStringList());
    QCOMPARE(shelf->healIndexes(Library::IndexCheck::Anyway)->size(), 3);
    QCOMPARE(*shelf->check(), QStringList());
    QVERIFY(!shelf->endedUncleanly());
}

YAODIAN_TEST_GUILESS(LibraryFinding)

} // namespace library_finding

#include "library_finding.moc"
