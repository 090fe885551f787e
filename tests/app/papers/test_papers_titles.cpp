#include "papers/recognising.h"
#include "papers/titlesearch.h"
#include "tests/app/papers/arxivanswer.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

namespace test_papers_titles {

using namespace yaodian;
using namespace yaodian::tests;

/// A paper is looked for by its title, and known by its first page.
class TestPapersTitles : public QObject
{
    Q_OBJECT

    static QString query(const QString &title)
    {
        return papers::titleSearchAddress(title).toString(QUrl::FullyEncoded);
    }

    static Answer atom(const QList<ArxivPaper> &papers)
    {
        return Answer::of("application/atom+xml", arxivAnswer(papers));
    }

    Result<QList<papers::Candidate>> search(Shelf &shelf, library::PaperId paper, const QString &title = {})
    {
        std::optional<Result<QList<papers::Candidate>>> out;
        shelf.papers.searchTitle(paper, title, this, [&](const auto &found) { out = found; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 10'000))
            qFatal("it never answered");
        return *out;
    }

private Q_SLOTS:
    void theQuestion_asksForTheWordsThatSaySomething()
    {
        QCOMPARE(query(u"The Art of Being: A Study"_qs),
                 u"https://export.arxiv.org/api/query?search_query=ti:art+AND+ti:being+AND+ti:study&max_results=20"_qs);
        QVERIFY(query(u"$\\alpha$-Networks & Ünïcode"_qs).contains(u"ti:alpha+AND+ti:networks+AND+ti:%C3%BCn"_qs));
        QVERIFY(!papers::titleSearchAddress(u"a: the & of"_qs).isValid());
        QVERIFY(!papers::titleSearchAddress({}).isValid());
        QCOMPARE(query(u"w01 w02 w03 w04 w05 w06 w07 w08 w09 w10 w11 w12 w13 w14 w15 w16 w17 w18"_qs).count(u"ti:"_qs),
                 16);
    }

    void theSameTitleByTheSameAuthor_isExact_andStandsFirst()
    {
        WebServer server;
        server.route(u"/api/query"_qs, atom({{"2101.00001v1", "An Invented Paper Revisited", {"Ann Author"}},
                                             {"2101.00002v1", "An Invented  Paper", {"Bea Other"}},
                                             {"2101.00003v2", "An  invented\n paper", {"Ann Author", "Cy Third"}}}));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs)}).ok());
        const auto found = search(shelf, shelf.paper({}));
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message));
        QCOMPARE(found->size(), 3);
        QCOMPARE(found->at(0).arxiv.value, u"2101.00003"_qs);
        QVERIFY(found->at(0).exact);
        QVERIFY(!found->at(1).exact && !found->at(2).exact);
        QCOMPARE(found->at(1).arxiv.value, u"2101.00001"_qs);
    }

    void errorsOfArxiv_areNoCandidates()
    {
        WebServer server;
        QByteArray error = arxivAnswer({{"x", "Error", {"arXiv api core"}}});
        error.replace("http://arxiv.org/abs/x", "http://arxiv.org/api/errors#incorrect_id_format_for_x");
        error.replace("http://arxiv.org/pdf/x", "http://arxiv.org/api/errors");
        Answer many;
        many.status = 429;
        server.routeInTurn(u"/api/query"_qs, {Answer::of("application/atom+xml", error), atom({}), many});
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"export.arxiv.org"_qs)}).ok());
        const auto paper = shelf.paper({});
        QVERIFY(search(shelf, paper).error().message.contains(u"error"_qs));
        const auto none = search(shelf, paper);
        QVERIFY2(none.ok(), qPrintable(none.ok() ? QString() : none.error().message));
        QVERIFY(none->isEmpty());
        QVERIFY(!search(shelf, paper).ok());
        server.forget();
        QVERIFY(search(shelf, paper).error().message.contains(u"until"_qs));
        QVERIFY(server.seen().isEmpty());
    }

    void aCandidateThatIsTaken_leadsToThePdf()
    {
        WebServer server;
        server.route(u"/pdf/2101.00003v2"_qs, Answer::of("application/pdf", smallPdf()));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"arxiv.org"_qs)}).ok());
        const auto paper = shelf.paper({});
        QVERIFY(!shelf.papers.hasWay(paper));
        papers::Candidate candidate;
        candidate.arxiv = {digest::Identifier::Scheme::Arxiv, u"2101.00003"_qs, u"v2"_qs};
        const auto taken = shelf.papers.take(paper, candidate);
        QVERIFY(taken.ok());
        QVERIFY(shelf.papers.hasWay(*taken));
        QVERIFY(shelf.fetch(*taken).ok());
    }

    void aCandidateThatIsThereAlready_isMergedWithIt_andThatIsUndone()
    {
        Shelf shelf;
        const auto known = shelf.paper(u"https://arxiv.org/abs/2101.00003"_qs, {}, u"Known Under Another Title"_qs);
        const auto paper = shelf.paper({});
        QVERIFY(known != paper);
        papers::Candidate candidate;
        candidate.arxiv = {digest::Identifier::Scheme::Arxiv, u"2101.00003"_qs, {}};
        const auto taken = shelf.papers.take(paper, candidate);
        QVERIFY(taken.ok());
        QCOMPARE(shelf.library->mentions(*taken).size(), 2);
        QVERIFY(shelf.library->undo().ok());
        QCOMPARE(shelf.library->mentions(known).size(), 1);
    }

    void firstPages_nameTheirPaper()
    {
        const auto stamp =
            papers::arxivStampOn(u"See arXiv:2101.00001 for more.\narXiv:2302.03084v1  [cs.CV]  6 Feb 2023"_qs);
        QVERIFY(stamp.has_value());
        QCOMPARE(stamp->key(), u"arxiv:2302.03084"_qs);
        QCOMPARE(stamp->version, u"v1"_qs);
        QVERIFY(papers::arxivStampOn(u"arXiv:hep-th/9901001v3 4 Jan 1999"_qs).has_value());
        QVERIFY(!papers::arxivStampOn(u"as in arXiv:1706.03762 [3]. 12 experiments"_qs).has_value());
    }

    void titles_areFoundNearTheTop()
    {
        QVERIFY(
            papers::isTitled(u"Preprint\nAn Invented-\nPaper of Note\nA Author"_qs, u"An invented paper: of note"_qs));
        QVERIFY(!papers::isTitled(u"Another Paper"_qs, u"An invented paper of note"_qs));
        QVERIFY(!papers::isTitled(u"Short words"_qs, u"Short"_qs));
        QVERIFY(
            !papers::isTitled(QString(3000, u'x') + u"An Invented Paper of Note"_qs, u"An Invented Paper of Note"_qs));
    }
};

YAODIAN_TEST_GUILESS(TestPapersTitles)

} // namespace test_papers_titles

#include "test_papers_titles.moc"
