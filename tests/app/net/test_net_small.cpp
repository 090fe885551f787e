#include "net/address.h"
#include "net/headtags.h"
#include "net/lanes.h"
#include "net/mirrors.h"
#include "net/politeness.h"
#include "net/reachability.h"
#include "net/retryafter.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace test_net_small {

using namespace yaodian;
using namespace yaodian::net;

class TestNetSmall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateAddresses_areKnown_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("expected");
        const QList<const char *> near{"127.0.0.1",
                                       "127.1.0.7",
                                       "10.1.2.3",
                                       "172.16.0.1",
                                       "172.31.255.255",
                                       "192.168.1.1",
                                       "169.254.169.254",
                                       "100.64.0.1",
                                       "0.0.0.0",
                                       "224.0.0.1",
                                       "255.255.255.255",
                                       "::1",
                                       "::",
                                       "fe80::1",
                                       "fc00::1",
                                       "fd12:3456::1",
                                       "ff02::1",
                                       "::ffff:127.0.0.1",
                                       "::ffff:192.168.0.1",
                                       "64:ff9b::7f00:1",
                                       "2002:7f00:1::",
                                       "2002:c0a8:101::1"};
        const QList<const char *> far{
            "8.8.8.8",       "172.15.0.1",   "172.32.0.1",           "192.169.0.1",    "100.128.0.1",     "198.18.0.7",
            "151.101.67.42", "2a04:4e42::1", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"};
        for (const char *one : near)
            QTest::newRow(one) << one << true;
        for (const char *one : far)
            QTest::newRow(one) << one << false;
    }
    void privateAddresses_areKnown()
    {
        QFETCH(QString, address);
        QTEST(isPrivate(QHostAddress(address)), "expected");
    }

    void hostsInOddSpellings_areTheSameAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("short") << "http://127.1/";
        QTest::newRow("hexadecimal") << "http://0x7f000001/";
        QTest::newRow("one number") << "http://2130706433/";
        QTest::newRow("IPv6") << "http://[::1]:8080/";
        QTest::newRow("name of this machine") << "http://LocalHost:8080/";
        QTest::newRow("below that name") << "http://app.localhost/";
        QTest::newRow("mapped") << "http://[::ffff:127.0.0.1]/";
    }
    void hostsInOddSpellings_areTheSameAddress()
    {
        QFETCH(QString, url);
        QVERIFY(isPrivate(literalAddress(QUrl(url))));
    }

    void aName_isNoLiteralAddress() { QVERIFY(literalAddress(QUrl(u"https://arxiv.org/"_qs)).isNull()); }

    void origins_countTheSchemesOwnPort()
    {
        QCOMPARE(originOf(QUrl(u"https://a.org/x"_qs)), originOf(QUrl(u"https://a.org:443/y"_qs)));
        QVERIFY(originOf(QUrl(u"https://a.org/"_qs)) != originOf(QUrl(u"http://a.org/"_qs)));
        QVERIFY(sameHostAndPort(QUrl(u"http://a.org:443/"_qs), QUrl(u"https://a.org/"_qs)));
        QVERIFY(!sameHostAndPort(QUrl(u"http://a.org/"_qs), QUrl(u"https://a.org/"_qs)));
    }

    void mirror_keepsPathAndQuery_data()
    {
        QTest::addColumn<QString>("mirror");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "arxiv.org=http://127.0.0.1:9"
                               << "https://arxiv.org/pdf/2302.03084v1?a=1&b=%2F"
                               << "http://127.0.0.1:9/pdf/2302.03084v1?a=1&b=%2F";
        QTest::newRow("base with path") << "arxiv.org=https://m.org/arxiv/"
                                        << "https://arxiv.org/abs/1"
                                        << "https://m.org/arxiv/abs/1";
        QTest::newRow("no path") << "arxiv.org=http://m.org:8080"
                                 << "https://arxiv.org"
                                 << "http://m.org:8080/";
        QTest::newRow("escapes") << "a.org=http://m.org"
                                 << "https://a.org/x%20y/%E8%A6%81"
                                 << "http://m.org/x%20y/%E8%A6%81";
        QTest::newRow("other host") << "arxiv.org=http://m.org"
                                    << "https://export.arxiv.org/abs/1"
                                    << "https://export.arxiv.org/abs/1";
        QTest::newRow("port") << "a.org:8443=http://m.org"
                              << "https://a.org:8443/x"
                              << "http://m.org/x";
        QTest::newRow("other port") << "a.org:8443=http://m.org"
                                    << "https://a.org/x"
                                    << "https://a.org/x";
    }
    void mirror_keepsPathAndQuery()
    {
        QFETCH(QString, mirror);
        QFETCH(QString, asked);
        const auto mirrors = Mirrors::fromTexts({mirror});
        QVERIFY(mirrors.ok());
        QTEST(mirrors->apply(QUrl(asked)).url.toString(QUrl::FullyEncoded), "expected");
    }

    void mirror_isUndoneInRedirects()
    {
        const QUrl base(u"http://m.org/a"_qs);
        const QUrl original(u"https://a.org/one"_qs);
        QCOMPARE(Mirrors::undo(QUrl(u"http://m.org/a/two?x=1"_qs), original, base), QUrl(u"https://a.org/two?x=1"_qs));
        QCOMPARE(Mirrors::undo(QUrl(u"http://m.org/ab/two"_qs), original, base), QUrl(u"http://m.org/ab/two"_qs));
        QCOMPARE(Mirrors::undo(QUrl(u"https://b.org/two"_qs), original, base), QUrl(u"https://b.org/two"_qs));
    }

    void malformedMirror_isNamed_data()
    {
        QTest::addColumn<QString>("mirror");
        for (const char *text : {"arxiv.org", "=http://m.org", "arxiv.org=", "arxiv.org=m.org", "arxiv.org=file:///etc",
                                 "https://arxiv.org=http://m.org", "a.org=http://m.org/?x=1", "a.org=http://u:p@m.org"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void malformedMirror_isNamed()
    {
        QFETCH(QString, mirror);
        const auto mirrors = Mirrors::fromTexts({mirror});
        QVERIFY(!mirrors.ok());
        QVERIFY(mirrors.error().message.contains(mirror));
    }

    void arxivAndItsSubdomains_shareOneQueue()
    {
        const Politeness politeness;
        const LaneRule main = politeness.ruleFor(QUrl(u"https://arxiv.org/pdf/1"_qs), false);
        const LaneRule feed = politeness.ruleFor(QUrl(u"https://rss.arxiv.org/rss/cs.LG"_qs), false);
        QCOMPARE(main.lane, feed.lane);
        QCOMPARE(feed.spacingMs, 3000);
        QVERIFY(politeness.ruleFor(QUrl(u"https://notarxiv.org/"_qs), false).lane != main.lane);
    }

    void mirrorsAndTheNextRoom_haveNoSpacing()
    {
        const Politeness politeness;
        QCOMPARE(politeness.ruleFor(QUrl(u"https://arxiv.org/"_qs), true).spacingMs, 0);
        QCOMPARE(politeness.ruleFor(QUrl(u"http://127.0.0.1:80/"_qs), false).spacingMs, 0);
        QVERIFY(politeness.ruleFor(QUrl(u"https://example.org/"_qs), false).spacingMs > 0);
    }

    void moreDistance_canBeChosenForAll_lessCannot()
    {
        Politeness politeness;
        const int built = politeness.ruleFor(QUrl(u"https://example.org/"_qs), false).spacingMs;
        politeness.setUsualSpacing(1);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://example.org/"_qs), false).spacingMs, built);
        politeness.setUsualSpacing(2000);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://example.org/"_qs), false).spacingMs, 2000);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://arxiv.org/"_qs), false).spacingMs, 3000);
        politeness.setUsualSpacing(9000);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://arxiv.org/"_qs), false).spacingMs, 9000);
        QCOMPARE(politeness.ruleFor(QUrl(u"http://127.0.0.1:80/"_qs), false).spacingMs, 0);
    }

    void chosenSpacing_winsOverTheTable()
    {
        Politeness politeness;
        politeness.setSpacing(u"export.arxiv.org"_qs, 7);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://export.arxiv.org/"_qs), false).spacingMs, 7);
        QCOMPARE(politeness.ruleFor(QUrl(u"https://arxiv.org/"_qs), false).spacingMs, 3000);
    }

    void retryAfter_isReadInBothForms_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("expected");
        QTest::newRow("none") << QByteArray() << -1;
        QTest::newRow("seconds") << QByteArray("120") << 120;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("negative") << QByteArray("-5") << -1;
        QTest::newRow("huge") << QByteArray("99999999999") << 2147483647;
        QTest::newRow("date") << QByteArray("Wed, 08 Feb 2023 10:01:30 GMT") << 90;
        QTest::newRow("date gone by") << QByteArray("Wed, 08 Feb 2023 09:00:00 GMT") << 0;
        QTest::newRow("words") << QByteArray("soon") << -1;
    }
    void retryAfter_isReadInBothForms()
    {
        QFETCH(QByteArray, header);
        const QDateTime now(QDate(2023, 2, 8), QTime(10, 0), Qt::UTC);
        QTEST(retryAfterSeconds(header, now), "expected");
    }

    void headTags_areFoundAndDecoded()
    {
        const auto tags =
            headTags(R"(<html><HEAD><META content='https://a.org/x.pdf?a=1&amp;b=2' NAME="citation_pdf_url"/>
            <meta name=author content="A &#x42;&#67;"><metadata name="no"></head>)",
                     QLatin1String("meta"));
        QCOMPARE(tags.size(), 2);
        QCOMPARE(tags[0].value(u"name"_qs), u"citation_pdf_url"_qs);
        QCOMPARE(tags[0].value(u"content"_qs), u"https://a.org/x.pdf?a=1&b=2"_qs);
        QCOMPARE(tags[1].value(u"content"_qs), u"A BC"_qs);
    }

    void headTagsInCommentsAndScripts_areNone()
    {
        const auto tags =
            headTags("<!-- <link href=a> --><script>'<link href=b>'</script><link href=\"c>d\"><link href=e",
                     QLatin1String("link"));
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags[0].value(u"href"_qs), u"c>d"_qs);
    }

    void headTagsOfAHostilePage_endSoon()
    {
        const QByteArray page = QByteArray("<!--").repeated(100'000) + QByteArray("<link ").repeated(100'000);
        QVERIFY(headTags(page, QLatin1String("link")).isEmpty());
        const QByteArray many = QByteArray("<link href=x>").repeated(50'000);
        QCOMPARE(headTags(many, QLatin1String("link")).size(), 1000);
        QVERIFY(headTags(QByteArray("<link a='").repeated(50'000), QLatin1String("link")).size() <= 1000);
    }

    void lane_holdsOneAtATime_inOrder()
    {
        Lanes lanes(10);
        QList<int> started;
        const quint64 first = lanes.enter(u"a"_qs, 0, [&] { started << 1; });
        const quint64 second = lanes.enter(u"a"_qs, 0, [&] { started << 2; });
        lanes.enter(u"b"_qs, 0, [&] { started << 3; });
        QVERIFY(started.isEmpty());
        QTRY_COMPARE(started.size(), 2);
        QVERIFY(started.contains(1) && started.contains(3));
        lanes.leave(first);
        QTRY_COMPARE(started.last(), 2);
        lanes.leave(second);
        lanes.leave(second);
    }

    void lane_keepsItsDistance()
    {
        Lanes lanes(10);
        QElapsedTimer clock;
        clock.start();
        QList<qint64> at;
        const quint64 first = lanes.enter(u"a"_qs, 60, [&] { at << clock.elapsed(); });
        QTRY_COMPARE(at.size(), 1);
        lanes.leave(first);
        lanes.enter(u"a"_qs, 60, [&] { at << clock.elapsed(); });
        QTRY_COMPARE(at.size(), 2);
        QVERIFY(at[1] - at[0] >= 59);
    }

    void lanes_haveAnUpperBoundTogether()
    {
        Lanes lanes(2);
        QList<quint64> tickets;
        int started = 0;
        for (int i = 0; i < 5; ++i)
            tickets << lanes.enter(QString::number(i), 0, [&] { ++started; });
        QTRY_COMPARE(started, 2);
        for (int i = 0; i < 5; ++i)
            lanes.leave(tickets[i]); // two held, three still waiting
        quint64 last = lanes.enter(u"x"_qs, 0, [&] { started += 10; });
        QTRY_COMPARE(started, 12);
        lanes.leave(last);
    }

    void reachability_isThereUntilSomebodyKnowsBetter_andTellsChangesOnly()
    {
        Reachability network;
        network.listen(); // where nothing of the system can tell, and where something can: not before its word
        QVERIFY(network.isOnline());
        QSignalSpy changes(&network, &Reachability::changed);
        network.tell(true);
        QVERIFY(changes.isEmpty());
        network.tell(false);
        network.tell(false);
        QVERIFY(!network.isOnline());
        network.tell(true);
        QVERIFY(network.isOnline());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).first().toBool(), false);
        QCOMPARE(changes.at(1).first().toBool(), true);
    }
};

YAODIAN_TEST_GUILESS(TestNetSmall)

} // namespace test_net_small

#include "test_net_small.moc"
