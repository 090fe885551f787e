#include "shelf.h"
#include "tests/support/testmain.h"

namespace library_search {

using namespace yaodian;
using namespace yaodian::tests;

class LibrarySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void query_findsEntries_data();
    void query_findsEntries();
    void snippet_marksTheHit();
    void pointsNotesAndHighlights_areFound();
    void kind_findsHighlightsOfIt();
    void tag_findsHighlightsAndPapersOfIt();
    void pages_areFoundAndReplaced();
    void removedNote_isNotFound_untilUndo();
    void editedEntry_isFoundByItsNewWordsOnly();
    void oddInput_isNoError_data();
    void oddInput_isNoError();
    void most_isKept();

private:
    QString found(const QString &query) const;
    std::unique_ptr<Shelf> shelf;
    StoredIssue stored;
};

void LibrarySearch::init()
{
    shelf = std::make_unique<Shelf>();
    digest::Entry one =
        entry(QStringLiteral("Diffusion Transformers for Pictures"), arxiv(1), {QStringLiteral("cs.CV")});
    one.titleZh = QStringLiteral("面向图像的扩散模型");
    one.authors = {QStringLiteral("H Touvron"), QStringLiteral("K Müller")};
    one.keyPoints = {QStringLiteral("提出一种稳定训练的方法")};
    one.oneLine = QStringLiteral("扩散模型可以更快");
    digest::Entry two = entry(QStringLiteral("Language Models That Plan"), arxiv(2), {QStringLiteral("CL")});
    two.titleZh = QStringLiteral("会规划的语言模型");
    two.authors = {QStringLiteral("K Saito")};
    two.keyPoints = {QStringLiteral("模型的扩张与分散"), QStringLiteral("GPT-4 也会犯错")};
    two.oneLine = QStringLiteral("规划很难");
    digest::Issue post = issue(QStringLiteral("one"), {one, two});
    stored = store(*shelf, post);
}

void LibrarySearch::cleanup()
{
    QCOMPARE((*shelf)->check()->join(QLatin1Char('|')), QString()); // the indexes match their texts
    shelf.reset();
}

/// The numbers of the entries that were found, sorted; other hits by their type.
QString LibrarySearch::found(const QString &query) const
{
    static const QString letters = QStringLiteral("EPNHG");
    const auto hits = (*shelf)->search(query);
    if (!hits)
        return hits.error().message;
    QString out;
    for (const Hit &hit : *hits) {
        const auto id = EntryId::fromString(hit.id);
        const auto number = hit.type == Hit::Type::Entry && id ? stored.entries.indexOf(*id) : -1;
        out += number >= 0 ? QString::number(number + 1) : QString(letters[int(hit.type)]);
    }
    std::sort(out.begin(), out.end());
    return out;
}

void LibrarySearch::query_findsEntries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(expected);
    };
    row("扩散", "1"); // two characters, and not the two apart
    row("扩", "12");  // one
    row("扩散模型", "1");
    row("模型", "12");
    row("型扩", "");
    row("模型 -扩散", "2");
    row("-扩散", "2");
    row("diffusion", "1");
    row("ＤＩＦＦＵＳＩＯＮ", "1");
    row("transform", "1"); // the beginning of a word
    row("form", "");
    row("\"language models\"", "2");
    row("\"models language\"", "");
    row("models language", "2");
    row("“language models”", "2");
    row("muller", "1");
    row("müller", "1");
    row("by:Touvron", "1");
    row("by：touvron 模型", "1");
    row("by:saito", "2");
    row("cat:CV", "1");
    row("cat:cs.CL 模型", "2");
    row("cat:RO", "");
    row("source:blog", "12");
    row("source:other", "");
    row("source:100%", "");
    row("since:7d", "12");
    row("since:12h", ""); // no such unit: words
    row("since:2020-01-01 规划", "2");
    row("since:2030-01-01", "");
    row("has:notes", "");
    row("cat:CV -规划", "1"); // what only limits, and takes out
    row("cat:CV -扩散", "");
    row("source:blog -扩散", "2");
    row("since:7d -扩散 -规划", "");
    row("by:saito -扩散", "2");
    row("by:saito -规划", "");
    row("paper:Language -扩散", "2");
    row("paper:Language -规划", "");
    row("-扩散 -规划", "");
    row("-\"language models\"", "1");
    row("-zebra", "12");
    row("gpt-4", "2");
    row("方法 稳定", "1");
    row("没有", "");
    row("", "");
    row("   ", "");
    row("…", "");
}

void LibrarySearch::query_findsEntries()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    QCOMPARE(found(query), expected);
}

void LibrarySearch::snippet_marksTheHit()
{
    const auto hits = (*shelf)->search(QStringLiteral("扩散模型"));
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().title, QStringLiteral("Diffusion Transformers for Pictures"));
    QVERIFY2(hits->first().snippet.contains(QStringLiteral("\x02扩散模型\x03")), qUtf8Printable(hits->first().snippet));
    const auto latin = (*shelf)->search(QStringLiteral("muller"));
    QVERIFY2(latin->first().snippet.contains(QStringLiteral("H Touvron K \x02Müller\x03")),
             qUtf8Printable(latin->first().snippet));
    QCOMPARE(latin->first().paper, paperOf(*shelf, stored.entries[0]));
}

void LibrarySearch::pointsNotesAndHighlights_areFound()
{
    const PaperId paper = paperOf(*shelf, stored.entries[0]);
    const Highlight mark = highlight(*shelf, paper, QStringLiteral("a quite zebraic passage"));
    addHighlight(*shelf, mark);
    Point own;
    own.id = shelf->ids.make<PointTag>();
    own.paper = paper;
    own.text = QStringLiteral("zebraic 也是我的要点");
    act(*shelf, [&](Acts &acts) { return acts.putPoint(own); });
    act(*shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("zebraic 笔记")); });
    QCOMPARE(found(QStringLiteral("zebraic")), QStringLiteral("HNP"));
    QCOMPARE(found(QStringLiteral("zebraic cat:CV")), QStringLiteral("HNP"));
    QCOMPARE(found(QStringLiteral("zebraic cat:CL")), QString());
    QCOMPARE(found(QStringLiteral("has:notes")), QStringLiteral("1"));
    const auto hits = (*shelf)->search(QStringLiteral("passage"));
    QCOMPARE(hits->first().type, Hit::Type::Highlight);
    QCOMPARE(hits->first().id, mark.id.toString());
    QCOMPARE(hits->first().page, 3);
    QCOMPARE(hits->first().title, QStringLiteral("Diffusion Transformers for Pictures"));
}

void LibrarySearch::kind_findsHighlightsOfIt()
{
    const PaperId paper = paperOf(*shelf, stored.entries[0]);
    Highlight doubt = highlight(*shelf, paper, QStringLiteral("something doubtful"));
    doubt.kind = QStringLiteral("doubt");
    addHighlight(*shelf, doubt);
    addHighlight(*shelf, highlight(*shelf, paper, QStringLiteral("something methodical")));
    for (const char *kind : {"kind:疑问", "kind:d", "kind:doubt", "kind:Doubt something"})
        QCOMPARE(found(QString::fromUtf8(kind)), QStringLiteral("H"));
    QCOMPARE(found(QStringLiteral("kind:doubt methodical")), QString());
    QCOMPARE(found(QStringLiteral("kind:nothing")), QString());
    QCOMPARE(found(QStringLiteral("kind:doubt -methodical")), QStringLiteral("H"));
    QCOMPARE(found(QStringLiteral("kind:doubt -doubtful")), QString());
    QCOMPARE(found(QStringLiteral("kind:疑问 cat:CV －doubtful")), QString());
}

void LibrarySearch::tag_findsHighlightsAndPapersOfIt()
{
    const PaperId paper = paperOf(*shelf, stored.entries[0]);
    Highlight tagged = highlight(*shelf, paper, QStringLiteral("something to do"));
    tagged.tags = {QStringLiteral("To Do"), QStringLiteral("复现")};
    addHighlight(*shelf, tagged);
    addHighlight(*shelf, highlight(*shelf, paper, QStringLiteral("something done")));
    for (const char *tag : {"tag:复现", "tag:\"to do\"", "tag：复现 something", "tag:复现 tag:\"To Do\""})
        QCOMPARE(found(QString::fromUtf8(tag)), QStringLiteral("H"));
    QCOMPARE(found(QStringLiteral("tag:复现 -done")), QStringLiteral("H"));
    for (const char *tag :
         {"tag:to", "tag:复", "tag:复现 done", "tag:复现 -something", "tag:复现 tag:nothing", "tag:%"})
        QCOMPARE(found(QString::fromUtf8(tag)), QString());
    act(*shelf, [&](Acts &acts) {
        PaperState state;
        state.tags = {QStringLiteral("复现")};
        return acts.putState(paperOf(*shelf, stored.entries[1]), state);
    });
    QCOMPARE(found(QStringLiteral("tag:复现")), QStringLiteral("2H"));
}

void LibrarySearch::pages_areFoundAndReplaced()
{
    const PaperId paper = paperOf(*shelf, stored.entries[1]);
    const QString sha = (*shelf)->addDocument(paper, "%PDF-1.4", {}, {})->sha256;
    QVERIFY((*shelf)->indexPages(sha, {QStringLiteral("first page"), QStringLiteral("about ocelots")}).ok());
    const auto hits = (*shelf)->search(QStringLiteral("ocelot"));
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().type, Hit::Type::Page);
    QCOMPARE(hits->first().id, sha);
    QCOMPARE(hits->first().page, 1);
    QCOMPARE(hits->first().paper, paper);
    QVERIFY((*shelf)->indexPages(sha, {QStringLiteral("only page")}).ok());
    QCOMPARE((*shelf)->search(QStringLiteral("ocelot"))->size(), 0);
    QCOMPARE((*shelf)->search(QStringLiteral("only"))->size(), 1);
}

void LibrarySearch::removedNote_isNotFound_untilUndo()
{
    const PaperId paper = paperOf(*shelf, stored.entries[0]);
    act(*shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("first okapi")); });
    act(*shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("second gnu")); });
    QCOMPARE(found(QStringLiteral("okapi")), QString());
    QCOMPARE(found(QStringLiteral("gnu")), QStringLiteral("N"));
    act(*shelf, [&](Acts &acts) { return acts.putNote(paper, QString()); });
    QCOMPARE(found(QStringLiteral("gnu")), QString());
    QVERIFY((*shelf)->undo().ok() && (*shelf)->undo().ok());
    QCOMPARE(found(QStringLiteral("okapi")), QStringLiteral("N"));
}

void LibrarySearch::editedEntry_isFoundByItsNewWordsOnly()
{
    digest::Issue edited = *(*shelf)->issue(stored.id);
    edited.entries[1].oneLine = QStringLiteral("完全不同的说法");
    store(*shelf, edited);
    QCOMPARE(found(QStringLiteral("说法")), QStringLiteral("2"));
    QCOMPARE(found(QStringLiteral("很难")), QString());
    edited.entries.removeLast();
    store(*shelf, edited);
    QCOMPARE(found(QStringLiteral("说法")), QString());
}

void LibrarySearch::oddInput_isNoError_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"\"",        "\"unclosed", "a AND", "NOT",   "OR OR",
                              "NEAR(a b)", "title : x",  "*",     "^a",    "a*b",
                              "(",         "a)b",        "-",     "--x",   "-\"",
                              "by:",       "cat:",       ":x",    "by:\"", "by:*",
                              "since:",    "{a}",        "a + b", "\\",    "'; DROP TABLE x"})
        QTest::newRow(query) << QString::fromUtf8(query);
    QTest::newRow("nul") << QString(QChar(0));
    QTest::newRow("lone surrogate") << QString(QChar(0xd800));
    QTest::newRow("long") << QStringLiteral("扩散 ").repeated(500);
}

void LibrarySearch::oddInput_isNoError()
{
    QFETCH(QString, query);
    const auto hits = (*shelf)->search(query);
    QVERIFY2(hits.ok(), hits ? "" : qUtf8Printable(hits.error().message));
}

void LibrarySearch::most_isKept()
{
    QCOMPARE((*shelf)->search(QStringLiteral("模型"), 1)->size(), 1);
    QCOMPARE((*shelf)->search(QStringLiteral("模型"), 0)->size(), 0);
}

YAODIAN_TEST_GUILESS(LibrarySearch)

} // namespace library_search

#include "library_search.moc"
