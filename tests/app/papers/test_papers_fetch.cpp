#include "papers/rules.h"
#include "tests/app/papers/linkrows.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

#include <QFile>

namespace test_papers_fetch {

using namespace yaodian;
using papers::addressesFor;
using papers::RuleHit;
using namespace yaodian::tests;

class TestPapersFetch : public QObject
{
    Q_OBJECT

    static Answer pdf(const QByteArray &words = "words") { return Answer::of("application/pdf", smallPdf(words)); }
    static Answer landing(const QByteArray &address)
    {
        return Answer::of("text/html",
                          "<html><head><meta name=citation_pdf_url content='" + address + "'></head></html>");
    }

private Q_SLOTS:
    void anArxivLink_givesADocumentWithItsVersion()
    {
        WebServer server;
        server.route(u"/pdf/2302.03084v1"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"arxiv.org"_qs)}).ok());
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084v1"_qs);
        QVERIFY(!shelf.papers.stored(paper).has_value());
        const auto document = shelf.fetch(paper);
        QVERIFY2(document.ok(), qPrintable(document.ok() ? QString() : document.error().message));
        QCOMPARE(document->version, u"v1"_qs);
        QCOMPARE(document->origin, u"https://arxiv.org/pdf/2302.03084v1"_qs);
        QFile file(document->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), smallPdf());
        QCOMPARE(shelf.papers.stored(paper)->sha256, document->sha256);
        QVERIFY(shelf.papers.attempts(paper).isEmpty());
    }

    void everyRowOfTheTable_bringsItsPdf_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 0; at < linkRows().size(); ++at)
            QTest::addRow("%s: %s", linkRows().at(at).rule, linkRows().at(at).link) << at;
    }
    void everyRowOfTheTable_bringsItsPdf()
    {
        QFETCH(int, at);
        const LinkRow &row = linkRows().at(at);
        const QUrl wanted(QString::fromLatin1(row.pdf));
        const QUrl asked(QString::fromLatin1(row.asked ? row.asked : ""));
        WebServer server;
        WebServer elsewhere; // everything that the table asks on the way and that has nothing
        QSet<QString> hosts{QUrl(QString::fromLatin1(row.link)).host(), wanted.host()};
        for (const RuleHit &hit : addressesFor(QUrl(QString::fromLatin1(row.link)), QString::fromLatin1(linkRowsEmail)))
            hosts.insert(hit.url.host());
        QStringList mirrors;
        for (const QString &host : std::as_const(hosts))
            mirrors += (host == wanted.host() || host == asked.host() ? server : elsewhere).mirrorFor(host);
        if (row.asked)
            server.route(asked.path(), Answer::of("application/json", row.answer));
        server.route(wanted.path(QUrl::FullyEncoded), pdf(row.rule));
        Shelf shelf;
        shelf.papers.setEmail(QString::fromLatin1(linkRowsEmail));
        QVERIFY(shelf.client.setMirrors(mirrors).ok());
        const auto document = shelf.fetch(shelf.paper(QString::fromLatin1(row.link)));
        QVERIFY2(document.ok(), qPrintable(document.ok() ? QString() : document.error().message));
        QCOMPARE(QUrl(document->origin), wanted);
    }

    void aShortAddress_leadsToWhatTheTableKnows()
    {
        WebServer server;
        server.route(u"/AbC"_qs, Answer::redirect("https://openreview.net/forum?id=x1"));
        server.route(u"/forum"_qs, Answer::of("text/html", "<html>a forum</html>"));
        server.route(u"/pdf"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"t.cn"_qs), server.mirrorFor(u"openreview.net"_qs)}).ok());
        const auto document = shelf.fetch(shelf.paper(u"https://t.cn/AbC"_qs));
        QVERIFY(document.ok());
        QCOMPARE(document->origin, u"https://openreview.net/pdf?id=x1"_qs);
    }

    void aProjectPage_leadsToItsPaper()
    {
        WebServer server;
        server.route(
            u"/thing/"_qs,
            Answer::of("text/html", "<html><h1>An Invented Paper</h1><a href='https://arxiv.org/abs/2302.03084'>"));
        server.route(u"/pdf/2302.03084"_qs, pdf());
        Shelf shelf;
        QVERIFY(
            shelf.client.setMirrors({server.mirrorFor(u"me.github.io"_qs), server.mirrorFor(u"arxiv.org"_qs)}).ok());
        QVERIFY(shelf.fetch(shelf.paper(u"https://me.github.io/thing/"_qs)).ok());
    }

    void aLoginAndACaptcha_areNamed()
    {
        WebServer server;
        server.route(u"/login.pdf"_qs, Answer::of("text/html", "<html><input type=\"password\">"));
        Answer captcha = Answer::of("text/html", "<html>Just a moment...");
        captcha.status = 403;
        server.route(u"/captcha.pdf"_qs, captcha);
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto login = shelf.paper(u"https://venue.example/login.pdf"_qs, {}, u"One"_qs);
        QVERIFY(shelf.fetch(login).error().message.contains(u"login"_qs));
        const auto other = shelf.paper(u"https://venue.example/captcha.pdf"_qs, {}, u"Two"_qs);
        QVERIFY(shelf.fetch(other).error().message.contains(u"captcha"_qs));
        QVERIFY(shelf.library->documents(login).isEmpty() && shelf.library->documents(other).isEmpty());
    }

    void patience_holdsForTheServerOrTheAddress_alsoAfterARestart()
    {
        WebServer server;
        Answer many;
        many.status = 429;
        many.headers = {{"Retry-After", "60"}};
        Answer busy;
        busy.status = 503;
        busy.headers = {{"Retry-After", "3600"}};
        server.route(u"/many.pdf"_qs, many);
        server.route(u"/busy.pdf"_qs, busy);
        server.route(u"/fine.pdf"_qs, pdf());
        Shelf shelf;
        const QStringList mirrors{server.mirrorFor(u"a.example"_qs), server.mirrorFor(u"b.example"_qs)};
        QVERIFY(shelf.client.setMirrors(mirrors).ok());
        QVERIFY(!shelf.fetch(shelf.paper(u"https://a.example/many.pdf"_qs, {}, u"One"_qs)).ok());
        QVERIFY(!shelf.fetch(shelf.paper(u"https://b.example/busy.pdf"_qs, {}, u"Two"_qs)).ok());
        papers::Papers anew(*shelf.library, shelf.client, shelf.clock);
        const auto fetchAnew = [&](library::PaperId id) {
            std::optional<Result<library::Document>> out;
            anew.fetch(id, this, [&out](const Result<library::Document> &value) { out = value; });
            return QTest::qWaitFor([&out] { return out.has_value(); }, 10'000) && out->ok();
        };
        server.forget();
        const auto held = shelf.paper(u"https://a.example/fine.pdf"_qs, {}, u"Three"_qs);
        QVERIFY(!fetchAnew(held));
        QVERIFY(anew.attempts(held).first().outcome.contains(u"until"_qs));
        QVERIFY(!fetchAnew(shelf.paper(u"https://b.example/busy.pdf"_qs, {}, u"Two"_qs)));
        QVERIFY(server.seen().isEmpty());
        QVERIFY(fetchAnew(shelf.paper(u"https://b.example/fine.pdf"_qs, {}, u"Four"_qs)));
        shelf.clock.advance(61'000);
        QVERIFY(fetchAnew(held));
    }

    void arxivsCap_isSaid_andCountsWhatCameToday()
    {
        WebServer server;
        server.route(u"/pdf/2302.00001"_qs, pdf("one"));
        server.route(u"/pdf/2302.00002"_qs, pdf("two"));
        Shelf shelf;
        shelf.papers.setArxivCap(1);
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"arxiv.org"_qs), server.mirrorFor(u"export.arxiv.org"_qs)})
                    .ok());
        QVERIFY(shelf.fetch(shelf.paper(u"https://arxiv.org/abs/2302.00001"_qs, {}, u"One"_qs)).ok());
        QCOMPARE(shelf.papers.arxivToday().fetched, 1);
        const auto second = shelf.paper(u"https://arxiv.org/abs/2302.00002"_qs, {}, u"Two"_qs);
        const auto refused = shelf.fetch(second);
        QVERIFY(!refused.ok() && refused.error().message.contains(u"today"_qs));
        QCOMPARE(server.hits(u"/pdf/2302.00002"_qs), 0);
        shelf.clock.advance(25LL * 3600 * 1000);
        QCOMPARE(shelf.papers.arxivToday().fetched, 0);
        QVERIFY(shelf.fetch(second).ok());
    }

    void whatIsStored_isNotAskedForAgain()
    {
        WebServer server;
        server.route(u"/pdf/2302.03084"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"arxiv.org"_qs)}).ok());
        const auto paper = shelf.paper(u"https://arxiv.org/abs/2302.03084"_qs);
        QVERIFY(shelf.fetch(paper).ok());
        server.forget();
        shelf.client.setOffline(true);
        QVERIFY(shelf.fetch(paper).ok());
        QVERIFY(server.seen().isEmpty());
    }

    void openReview_isAskedByItsRule()
    {
        WebServer server;
        server.route(u"/pdf"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"openreview.net"_qs)}).ok());
        QVERIFY(shelf.fetch(shelf.paper(u"https://openreview.net/forum?id=aBc-1"_qs)).ok());
        QCOMPARE(server.seen().last().path, u"/pdf?id=aBc-1"_qs);
    }

    void aLandingPage_leadsToThePdf()
    {
        WebServer server;
        server.route(u"/paper"_qs, landing("/files/1.pdf"));
        server.route(u"/files/1.pdf"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto document = shelf.fetch(shelf.paper(u"https://venue.example/paper"_qs));
        QVERIFY(document.ok());
        QCOMPARE(document->origin, u"https://venue.example/files/1.pdf"_qs);
    }

    void aLinkThatIsThePdf_isTaken()
    {
        WebServer server;
        server.route(u"/paper"_qs, pdf());
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QVERIFY(shelf.fetch(shelf.paper(u"https://venue.example/paper"_qs)).ok());
    }

    void aWebPageInsteadOfAPdf_isNamedAndNeverStored()
    {
        WebServer server;
        server.route(u"/a.pdf"_qs, Answer::of("application/pdf", "<!doctype html><html>words about nothing"));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(u"https://venue.example/a.pdf"_qs);
        const auto document = shelf.fetch(paper);
        QVERIFY(!document.ok());
        QVERIFY2(document.error().message.contains(u"web page"_qs), qPrintable(document.error().message));
        QVERIFY(document.error().message.contains(u"venue.example"_qs));
        QVERIFY(shelf.library->documents(paper).isEmpty());
        QCOMPARE(shelf.papers.attempts(paper).size(), 1);
        QCOMPARE(shelf.papers.attempts(paper).first().url, u"https://venue.example/a.pdf"_qs);
    }

    void everyAttempt_isListedWithItsReason()
    {
        WebServer server;
        Answer gone;
        gone.status = 404;
        Answer refused;
        refused.status = 403;
        server.route(u"/v235/x24a/x24a.pdf"_qs, gone);
        server.route(u"/mlresearch/v235/main/assets/x24a/x24a.pdf"_qs, refused);
        server.route(u"/v235/x24a.html"_qs, landing("https://venue.example/x.pdf"));
        server.route(u"/x.pdf"_qs, Answer::of("application/pdf", "no such thing"));
        Shelf shelf;
        QVERIFY(shelf.client
                    .setMirrors({server.mirrorFor(u"proceedings.mlr.press"_qs), server.mirrorFor(u"venue.example"_qs),
                                 server.mirrorFor(u"raw.githubusercontent.com"_qs)})
                    .ok());
        const auto paper = shelf.paper(u"https://proceedings.mlr.press/v235/x24a.html"_qs);
        const auto document = shelf.fetch(paper);
        QVERIFY(!document.ok());
        const auto attempts = shelf.papers.attempts(paper);
        QCOMPARE(attempts.size(), 3);
        QVERIFY(attempts[0].outcome.contains(u"404"_qs));
        QVERIFY(attempts[1].outcome.contains(u"403"_qs));
        QCOMPARE(attempts[2].url, u"https://venue.example/x.pdf"_qs);
        QCOMPARE(document.error().message, attempts[2].outcome);
        QCOMPARE(shelf.papers.reasons(paper),
                 QStringList({attempts[0].outcome, attempts[1].outcome, attempts[2].outcome}));
    }

    void aPdfCutOff_isNotStored_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("announced") << false;
        QTest::newRow("unannounced") << true;
    }
    void aPdfCutOff_isNotStored()
    {
        QFETCH(bool, chunked);
        WebServer server;
        Answer cut = Answer::of("application/pdf", smallPdf(QByteArray(20'000, 'x')));
        cut.chunked = chunked;
        cut.truncateAt = 10'000;
        server.route(u"/a.pdf"_qs, cut);
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(u"https://venue.example/a.pdf"_qs);
        const auto document = shelf.fetch(paper);
        QVERIFY(!document.ok());
        QVERIFY2(document.error().message.contains(u"cut off"_qs), qPrintable(document.error().message));
        QVERIFY(shelf.library->documents(paper).isEmpty());
    }

    void aLinkOfASourceToItsOwnServer_mayBePrivate_others_never()
    {
        WebServer server;
        WebServer other(u"127.0.0.2"_qs);
        server.route(u"/a.pdf"_qs, pdf("a"));
        server.route(u"/page"_qs, landing(other.url(u"/b.pdf"_qs).toEncoded()));
        other.route(u"/b.pdf"_qs, pdf("b"));
        Shelf shelf;
        const QString feed = server.url(u"/feed"_qs).toString();
        QVERIFY(shelf.fetch(shelf.paper(server.url(u"/a.pdf"_qs).toString(), feed, u"One"_qs)).ok());
        const auto page = shelf.fetch(shelf.paper(server.url(u"/page"_qs).toString(), feed, u"Two"_qs));
        QVERIFY(!page.ok());
        QVERIFY(page.error().message.contains(u"private network"_qs));
        const auto elsewhere = shelf.fetch(shelf.paper(other.url(u"/b.pdf"_qs).toString(), feed, u"Three"_qs));
        QVERIFY(!elsewhere.ok());
        QVERIFY(other.seen().isEmpty());
    }

    void anImportedPost_mayNotNameAPrivateServer()
    {
        WebServer server;
        server.route(u"/a.pdf"_qs, pdf());
        Shelf shelf;
        QVERIFY(!shelf.fetch(shelf.paper(server.url(u"/a.pdf"_qs).toString())).ok());
        QVERIFY(server.seen().isEmpty());
    }

    void aPaperWithoutLink_saysSo()
    {
        Shelf shelf;
        const auto document = shelf.fetch(shelf.paper({}));
        QVERIFY(!document.ok());
        QVERIFY(document.error().message.contains(u"no link"_qs));
        const auto unknown = shelf.fetch(library::PaperId(nameBasedUuid(u"paper", u"nobody")));
        QVERIFY(!unknown.ok());
    }

    void twoWhoWait_shareOneDownload()
    {
        WebServer server;
        Answer slow = pdf();
        slow.delayMs = 100;
        server.route(u"/a.pdf"_qs, slow);
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(u"https://venue.example/a.pdf"_qs);
        QStringList got;
        int told = 0;
        for (int i = 0; i < 2; ++i) {
            shelf.papers.fetch(
                paper, this,
                [&](const Result<library::Document> &document) {
                    got.append(document.ok() ? document->sha256 : QString());
                },
                [&](qint64, qint64) { ++told; });
        }
        QTRY_COMPARE(got.size(), 2);
        QVERIFY(!got[0].isEmpty());
        QCOMPARE(got[0], got[1]);
        QCOMPARE(server.hits(u"/a.pdf"_qs), 1);
        QVERIFY(told >= 2);
    }

    void cancel_answersCancelled_andTheNextFetchStartsAfresh()
    {
        WebServer server;
        Answer stalled = pdf();
        stalled.stall = true;
        server.routeInTurn(u"/a.pdf"_qs, {stalled, pdf()});
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(u"https://venue.example/a.pdf"_qs);
        std::optional<Result<library::Document>> first;
        shelf.papers.fetch(paper, this, [&](const Result<library::Document> &document) { first = document; });
        QTRY_COMPARE(server.hits(u"/a.pdf"_qs), 1);
        shelf.papers.cancel(paper);
        QTRY_VERIFY(first.has_value());
        QVERIFY(!first->ok() && first->error().isCancelled());
        QVERIFY(shelf.fetch(paper).ok());
    }

    void aClosedWindow_endsTheDownload()
    {
        WebServer server;
        Answer stalled = pdf();
        stalled.stall = true;
        server.routeInTurn(u"/a.pdf"_qs, {stalled, pdf()});
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(u"https://venue.example/a.pdf"_qs);
        auto window = std::make_unique<QObject>();
        bool heard = false;
        shelf.papers.fetch(paper, window.get(), [&](const Result<library::Document> &) { heard = true; });
        QTRY_COMPARE(server.hits(u"/a.pdf"_qs), 1);
        window.reset();
        QVERIFY(shelf.fetch(paper).ok());
        QVERIFY(!heard);
    }

    void webPage_isTheDigestsLink_elseTheIdentifiers()
    {
        Shelf shelf;
        QCOMPARE(shelf.papers.webPage(shelf.paper(u"https://arxiv.org/abs/2302.03084v1"_qs)),
                 u"https://arxiv.org/abs/2302.03084v1"_qs);
        QCOMPARE(shelf.papers.webPage(shelf.paper({}, {}, u"Another"_qs)), QString());
        const auto loose = shelf.library->learn(shelf.paper({}, {}, u"Loose"_qs),
                                                {{digest::Identifier::Scheme::Doi, u"10.1145/1.2"_qs, {}}});
        QVERIFY(loose.ok());
        QCOMPARE(shelf.papers.webPage(*loose), u"https://doi.org/10.1145/1.2"_qs);
    }
};

YAODIAN_TEST_GUILESS(TestPapersFetch)

} // namespace test_papers_fetch

#include "test_papers_fetch.moc"
