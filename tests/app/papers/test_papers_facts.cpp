#include "papers/arxivfacts.h"
#include "tests/app/papers/arxivanswer.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

#include <QUrlQuery>

namespace test_papers_facts {

using namespace yaodian;
using namespace yaodian::tests;

/// What arXiv says of papers, asked for in batches.
class TestPapersFacts : public QObject
{
    Q_OBJECT

    static Answer atom(const QList<ArxivPaper> &papers)
    {
        return Answer::of("application/atom+xml", arxivAnswer(papers));
    }

    Result<int> ask(Shelf &shelf, int most = 10)
    {
        std::optional<Result<int>> out;
        shelf.papers.askArxiv(most, this, [&out](const Result<int> &value) { out = value; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 20'000))
            qFatal("it never answered");
        return *out;
    }

    static QStringList asked(const Seen &seen)
    {
        return QUrlQuery(QUrl(seen.path)).queryItemValue(u"id_list"_qs).split(u',');
    }

    /// A paper of which the digest gave a link, and a title or not.
    static library::PaperId bare(Shelf &shelf, const QString &link, const QString &title = {},
                                 const QStringList &authors = {})
    {
        digest::Issue issue;
        issue.title = u"an issue about "_qs + link;
        digest::Entry entry;
        entry.title = title;
        entry.authors = authors;
        entry.url = link;
        issue.entries = {entry};
        const auto stored = shelf.library->storeIssue(library::Library::filesSource(), issue, issue.title.toUtf8());
        return shelf.library->rows(stored->entries).first().paper;
    }

private Q_SLOTS:
    void whatIsMissing_isFilled_whatTheDigestSaid_stays()
    {
        WebServer server;
        server.route(u"/api/query"_qs, atom({{"2101.00001v2", "The Title at arXiv", {"Ann Author", "Bea Other"}},
                                             {"2101.00002v1", "Another Title", {"Cy Third"}}}));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs)}).ok());
        const auto none = bare(shelf, u"https://arxiv.org/abs/2101.00001"_qs);
        const auto half = bare(shelf, u"https://arxiv.org/abs/2101.00002"_qs, u"The Digest's Own Title"_qs);
        const auto whole = shelf.paper(u"https://arxiv.org/abs/2101.00003"_qs);
        const auto filled = ask(shelf);
        QVERIFY2(filled.ok(), qPrintable(filled.ok() ? QString() : filled.error().message));
        QCOMPARE(*filled, 2);
        QCOMPARE(shelf.library->paper(none)->title, u"The Title at arXiv"_qs);
        QCOMPARE(shelf.library->paper(none)->authors, QStringList({u"Ann Author"_qs, u"Bea Other"_qs}));
        QCOMPARE(shelf.library->mentions(none).first().title, u"The Title at arXiv"_qs);
        QCOMPARE(shelf.library->paper(half)->title, u"The Digest's Own Title"_qs);
        QCOMPARE(shelf.library->paper(half)->authors, QStringList{u"Cy Third"_qs});
        const auto detail = shelf.library->entry(shelf.library->mentions(half).first().id);
        QVERIFY(detail->content.authors.isEmpty());
        QCOMPARE(detail->facts.authors, QStringList{u"Cy Third"_qs});
        QVERIFY(detail->facts.abstractEn.contains(u"made-up summary"_qs));
        QCOMPARE(shelf.library->paper(whole)->title, u"An Invented Paper"_qs);
        QVERIFY(!asked(server.seen().first()).contains(u"2101.00003"_qs));
        // Filled by title and author, a mention without a link is of it too.
        const auto later = shelf.paper({}, {}, u"Another Title"_qs);
        QVERIFY(later != half); // another author
        QCOMPARE(bare(shelf, {}, u"The title at arXiv"_qs, {u"A. Author"_qs}), none);
    }

    void manyPapers_areAskedForAHundredAtATime_andNotAgainForAWeek()
    {
        WebServer server;
        server.route(u"/api/query"_qs, atom({}));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs)}).ok());
        for (int i = 0; i < 230; ++i)
            (void)bare(shelf, u"https://arxiv.org/abs/2102.%1"_qs.arg(i, 5, 10, QLatin1Char('0')));
        QCOMPARE(*ask(shelf, 1), 100);
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(*ask(shelf), 130);
        QCOMPARE(server.seen().size(), 3);
        QSet<QString> numbers;
        for (const Seen &seen : server.seen()) {
            const QStringList ids = asked(seen);
            QVERIFY(ids.size() <= 100);
            numbers += QSet<QString>(ids.cbegin(), ids.cend());
        }
        QCOMPARE(numbers.size(), 230);
        QCOMPARE(*ask(shelf), 0);
        QCOMPARE(server.seen().size(), 3);
        shelf.clock.advance(8LL * 24 * 3600 * 1000);
        QCOMPARE(*ask(shelf, 1), 100);
    }

    void anAnswerThatIsNone_fillsNothing_andIsAskedForAgain()
    {
        WebServer server;
        Answer busy;
        busy.status = 500;
        server.routeInTurn(u"/api/query"_qs, {busy, Answer::of("text/html", "<html>no"), atom({})});
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs)}).ok());
        (void)bare(shelf, u"https://arxiv.org/abs/2101.00001"_qs);
        QVERIFY(!ask(shelf).ok());
        (void)ask(shelf);
        QVERIFY(server.seen().size() >= 2);
    }

    void aNewerVersion_isSaid_fetched_andKeptApart()
    {
        WebServer server;
        server.route(u"/pdf/2101.00001v1"_qs, Answer::of("application/pdf", smallPdf("first")));
        server.route(u"/pdf/2101.00001v3"_qs, Answer::of("application/pdf", smallPdf("third")));
        server.route(u"/api/query"_qs, atom({{"2101.00001v3", "An Invented Paper", {"A Author"}}}));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs), server.mirrorFor(u"arxiv.org"_qs)})
                    .ok());
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2101.00001v1"_qs);
        QCOMPARE(*ask(shelf), 0); // it has all that a card shows, and no PDF that could be old
        QVERIFY(shelf.fetch(paper).ok());
        QVERIFY(!shelf.library->facts(paper).hasNewer());
        QCOMPARE(*ask(shelf), 1);
        QVERIFY(shelf.library->facts(paper).hasNewer());
        QCOMPARE(shelf.library->facts(paper).newest, u"v3"_qs);
        std::optional<Result<library::Document>> document;
        shelf.papers.fetchNewest(paper, this,
                                 [&document](const Result<library::Document> &value) { document = value; });
        QTRY_VERIFY(document.has_value());
        QVERIFY2(document->ok(), qPrintable(document->ok() ? QString() : document->error().message));
        QCOMPARE((*document)->version, u"v3"_qs);
        QCOMPARE(shelf.library->documents(paper).size(), 2);
        QCOMPARE(shelf.papers.stored(paper)->version, u"v3"_qs);
        QVERIFY(!shelf.library->facts(paper).hasNewer());
    }
};

YAODIAN_TEST_GUILESS(TestPapersFacts)

} // namespace test_papers_facts

#include "test_papers_facts.moc"
