#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_adding {

using namespace yaodian;
using namespace yaodian::tests;

class TestSyncAdding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeed_isAddedWithItsTitle()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1}, "每日论文")));
        Household house;
        const auto source = house.add(server.url(u"/feed"_qs).toString());
        QVERIFY(source.ok());
        QCOMPARE(source->title, u"每日论文"_qs);
        QCOMPARE(source->url, server.url(u"/feed"_qs).toString());
        QCOMPARE(house.library->sources().size(), 1);
        QCOMPARE(house.library->sources().first().id, source->id);
        QVERIFY(house.library->issues().isEmpty()); // nothing is fetched into the library before a sync
        QCOMPARE(house.all().fresh, 1);
    }

    void anAddressWithoutScheme_isFound()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        QVERIFY(house.add(u" 127.0.0.1:%1/feed "_qs.arg(server.port())).ok());
    }

    void aPage_leadsToItsFeed_once()
    {
        WebServer server;
        server.route(u"/"_qs,
                     Answer::of("text/html",
                                "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>"));
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        server.route(u"/loop"_qs,
                     Answer::of("text/html",
                                "<html><head><link rel=alternate type=application/rss+xml href=/loop2></head></html>"));
        server.route(u"/loop2"_qs,
                     Answer::of("text/html",
                                "<html><head><link rel=alternate type=application/rss+xml href=/feed></head></html>"));
        Household house;
        const auto source = house.add(server.url().toString());
        QVERIFY(source.ok());
        QCOMPARE(source->url, server.url(u"/feed"_qs).toString());
        const auto loop = house.add(server.url(u"/loop"_qs).toString());
        QVERIFY(!loop.ok());
        QVERIFY(loop.error().message.contains(u"web page"_qs));
        QCOMPARE(house.library->sources().size(), 1);
    }

    void aPageThatNamesAPrivateServer_isNotFollowedThere()
    {
        WebServer page;
        WebServer inside(u"127.0.0.2"_qs);
        page.route(u"/"_qs, Answer::of("text/html", "<html><head><link rel=alternate type=application/rss+xml href='" +
                                                        inside.url(u"/feed"_qs).toEncoded() + "'></head></html>"));
        Household house;
        const auto source = house.add(page.url().toString());
        QVERIFY(!source.ok());
        QVERIFY(inside.seen().isEmpty());
    }

    void whatIsNoFeed_isRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        QTest::newRow("page without feed") << "/page"
                                           << "names no feed";
        QTest::newRow("missing") << "/missing"
                                 << "404";
        QTest::newRow("json") << "/json"
                              << "no feed";
        QTest::newRow("empty") << "/empty"
                               << "empty answer";
        QTest::newRow("no address") << ""
                                    << "not a web address";
    }
    void whatIsNoFeed_isRefusedWithASentence()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);
        WebServer server;
        server.route(u"/page"_qs, Answer::of("text/html", "<html><body>words</body></html>"));
        server.route(u"/json"_qs, Answer::of("application/json", "{}"));
        server.route(u"/empty"_qs, Answer::of("text/xml", ""));
        Household house;
        const auto source = house.add(address.isEmpty() ? QString() : server.url(address).toString());
        QVERIFY(!source.ok());
        QVERIFY2(source.error().message.contains(words), qPrintable(source.error().message));
        QVERIFY(house.library->sources().isEmpty());
        QVERIFY(!house.running->isBusy());
    }

    void aFile_isNoAddress()
    {
        Household house;
        QVERIFY(!house.add(u"file:///etc/passwd"_qs).ok());
    }

    void theSameSourceTwice_isOne()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        const auto first = house.add(server.url(u"/feed"_qs).toString());
        const auto second = house.add(server.url(u"/feed"_qs).toString() + u"#again"_qs);
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(first->id, second->id);
        QCOMPARE(house.library->sources().size(), 1);
    }

    void cancel_answersCancelled()
    {
        WebServer server;
        Answer slow = feedAnswer(rssFeed({1}));
        slow.delayMs = 5000;
        server.route(u"/feed"_qs, slow);
        Household house;
        std::optional<Result<library::Source>> answer;
        house.running->addSource(server.url(u"/feed"_qs).toString(), this,
                                 [&](const Result<library::Source> &r) { answer = r; });
        QTRY_COMPARE(server.hits(u"/feed"_qs), 1);
        house.running->cancel();
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->error().isCancelled());
        QVERIFY(house.library->sources().isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestSyncAdding)

} // namespace test_sync_adding

#include "test_sync_adding.moc"
