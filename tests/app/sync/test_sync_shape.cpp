#include "sync/feedshape.h"
#include "sync/finding.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>
#include <QTest>

namespace test_sync_shape {

using namespace yaodian::sync;
using Kind = FeedShape::Kind;

QString firstFeed(const QByteArray &html, const QUrl &page)
{
    const Named named = namedBy(html, page);
    return named.guessed ? QString() : named.sources.first().url;
}

class TestSyncShape : public QObject
{
    Q_OBJECT

    static QByteArray rss(const QByteArray &items, const QByteArray &end = "</channel></rss>")
    {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T &amp;amp; U</title>"
               "<lastBuildDate>today</lastBuildDate><image><title>not me</title></image>" +
               items + end;
    }

private Q_SLOTS:
    void kinds_areToldByTheFirstTag_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("rss") << QByteArray("<rss/>") << Kind::Rss;
        QTest::newRow("atom") << QByteArray("<feed xmlns='http://www.w3.org/2005/Atom'></feed>") << Kind::Atom;
        QTest::newRow("atom with prefix") << QByteArray("<atom:feed xmlns:atom='a'></atom:feed>") << Kind::Atom;
        QTest::newRow("rdf") << QByteArray("<rdf:RDF></rdf:RDF>") << Kind::Rdf;
        QTest::newRow("byte order mark and words before")
            << QByteArray("\xef\xbb\xbf oops <?xml version='1.0'?><!-- <html> --><rss></rss>") << Kind::Rss;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><rss></rss></html>") << Kind::None;
        QTest::newRow("json") << QByteArray("{\"a\": \"<b\"}") << Kind::None;
        QTest::newRow("json that says no") << QByteArray("{\"error\": 1}") << Kind::None;
        QTest::newRow("json feed") << QByteArray("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}")
                                   << Kind::Json;
        QTest::newRow("posts in json") << QByteArray("[{\"title\": {\"rendered\": \"<p>x</p>\"}}]") << Kind::Json;
        QTest::newRow("papers in an object")
            << QByteArray("{\"count\": 1, \"papers\": [{\"title\": \"x\"}]}") << Kind::Json;
        QTest::newRow("papers, one a line") << QByteArray("{\"id\": 1}\n{\"id\": 2}\n") << Kind::Json;
        QTest::newRow("a quiet day") << QByteArray("[]") << Kind::Json;
        QTest::newRow("brackets in text") << QByteArray("[CL] {is} no list") << Kind::None;
        QTest::newRow("nothing") << QByteArray() << Kind::None;
        QTest::newRow("cut in the first tag") << QByteArray("<rss version=\"2.0\" xmlns") << Kind::None;
    }
    void kinds_areToldByTheFirstTag()
    {
        QFETCH(QByteArray, bytes);
        QTEST(feedShape(bytes).kind, "kind");
    }

    void postsInJson_standAlone_listsOfPapersDoNot()
    {
        const QByteArray post = "{\"id\": 7, \"title\": {\"rendered\": \"a ] \\\"title\\\" }\"}, \"content\": "
                                "{\"rendered\": \"<p>[x]</p>\"}}";
        const FeedShape posts = feedShape("[" + post + ",\n" + post + "]");
        QCOMPARE(posts.items, (QList<QByteArray>{"[" + post + "]", "[" + post + "]"}));
        QVERIFY(feedShape("[" + post + ", {\"id\": 8").items.isEmpty()); // cut off: kept as far as the parser reads it
        QVERIFY(feedShape("[{\"title\": \"A paper\", \"abs\": \"https://arxiv.org/abs/2302.03084\"}]").items.isEmpty());
    }

    void aJsonFeed_isTakenApart()
    {
        const QByteArray feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"每日 论文\", "
                                "\"items\": [{\"id\": \"1\"}]}";
        const FeedShape shape = feedShape(feed);
        QVERIFY(shape.closed);
        QCOMPARE(shape.items,
                 QList<QByteArray>{"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\": \"1\"}]}"});
        QVERIFY(!feedShape(feed.left(feed.size() - 3)).closed);
        QVERIFY(feedShape("{\"id\": 1}\n{\"id\": 2}\n").closed);
        QVERIFY(!feedShape("{\"id\": 1}\n{\"id\": 2").closed);
    }

    void items_standAlone_withoutWhatChangesEveryTime()
    {
        const FeedShape shape = feedShape(rss("<item>one</item><item a='>'>two</item>"));
        QCOMPARE(shape.items.size(), 2);
        QCOMPARE(shape.items[0],
                 "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel>\n<item>one</item>\n</channel></rss>\n");
        QVERIFY(shape.items[1].contains("<item a='>'>two</item>"));
        const FeedShape again = feedShape(rss("<item>one</item>").replace("today", "tomorrow"));
        QCOMPARE(again.items.first(), shape.items.first());
    }

    void itemsOfAtomAndRdf_standAloneToo()
    {
        const FeedShape atom = feedShape("<feed xmlns='x'><entry><id>1</id></entry><entry><id>2</id></entry></feed>");
        QCOMPARE(atom.items.size(), 2);
        QCOMPARE(atom.items[1], "<feed xmlns='x'>\n<entry><id>2</id></entry>\n</feed>\n");
        const FeedShape prefixed = feedShape("<a:feed><a:entry>1</a:entry></a:feed>");
        QCOMPARE(prefixed.items.size(), 1);
        const FeedShape rdf =
            feedShape("<rdf:RDF><channel><title>R</title></channel><item rdf:about='1'>x</item></rdf:RDF>");
        QCOMPARE(rdf.items.size(), 1);
    }

    void itemsOfOlderFamilies_standAloneToo()
    {
        const FeedShape channel = feedShape("<CHANNEL HREF='x'><ITEM HREF='1'><TITLE>one</TITLE></ITEM><ITEM HREF='2'/>"
                                            "</CHANNEL>");
        QCOMPARE(channel.kind, Kind::Channel);
        QCOMPARE(channel.items.size(), 2);
        QCOMPARE(channel.items[1], "<CHANNEL HREF='x'>\n<ITEM HREF='2'/>\n</CHANNEL>\n");
        QVERIFY(channel.closed);
        QCOMPARE(feedShape("<RSS><CHANNEL><ITEM>1</ITEM></CHANNEL></RSS>").items.size(), 1);
        QCOMPARE(feedShape("<feed><item>1</item></feed>").items.size(), 1);
        QCOMPARE(feedShape("<rss><channel><item/></channel></rss>").items.size(), 0);
    }

    void aWarningBeforeTheFeed_isSteppedOver()
    {
        const FeedShape shape = feedShape("<br />\n<b>Warning</b>: old\n<?xml version='1.0'?><rss><channel>"
                                          "<item>1</item></channel></rss>");
        QCOMPARE(shape.kind, Kind::Rss);
        QVERIFY(shape.closed);
        QCOMPARE(shape.items,
                 QList<QByteArray>{"<?xml version='1.0'?>\n<rss><channel>\n<item>1</item>\n</channel></rss>\n"});
    }

    void tagsInCdataAndComments_areText()
    {
        const FeedShape shape = feedShape(rss("<item><![CDATA[</item><item></rss>]]></item><!-- <item></item> -->"));
        QCOMPARE(shape.items.size(), 1);
        QVERIFY(shape.closed);
    }

    void aCutOffFeed_isNotClosed_atEveryByte()
    {
        const QByteArray whole = rss("<item><![CDATA[x > y]]></item><item>two</item>");
        QVERIFY(feedShape(whole).closed);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            const FeedShape shape = feedShape(whole.left(at));
            QVERIFY2(!shape.closed, qPrintable(QString::number(at)));
            QVERIFY(shape.items.size() <= 2);
        }
        QVERIFY(feedShape(whole + "\n<!-- junk behind the end -->").closed);
    }

    void wideCharacters_areReadButNotCut()
    {
        const QString text = u"<rss><channel><title>要点</title><item>x</item></channel></rss>"_qs;
        for (const auto encoding : {QStringEncoder::Utf16, QStringEncoder::Utf16BE, QStringEncoder::Utf16LE,
                                    QStringEncoder::Utf32BE, QStringEncoder::Utf32LE}) {
            for (const auto flag : {QStringEncoder::Flag::Default, QStringEncoder::Flag::WriteBom}) {
                QStringEncoder encoder(encoding, flag);
                const FeedShape shape = feedShape(encoder(text));
                QCOMPARE(shape.kind, Kind::Rss);
                QVERIFY(shape.closed);
                QVERIFY(shape.items.isEmpty());
            }
        }
    }

    void hostileBytes_endSoon()
    {
        QVERIFY(!feedShape("<rss>" + QByteArray("<item><![CDATA[").repeated(200'000)).closed);
        QVERIFY(!feedShape("<rss>" + QByteArray("<a b=\"").repeated(200'000)).closed);
        QVERIFY(feedShape("<rss>" + QByteArray("<item>").repeated(200'000)).items.isEmpty());
    }

    void webPages_areTold()
    {
        QVERIFY(isWebPage("<!doctype html>\n<HTML lang=zh><body>"));
        QVERIFY(isWebPage("<div>a fragment</div>"));
        QVERIFY(!isWebPage("<rss/>"));
        QVERIFY(!isWebPage("plain words"));
    }

    void typedAddresses_becomeAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bare") << "blog.example/feed"
                              << "https://blog.example/feed";
        QTest::newRow("blanks") << "  https://blog.example/feed \n"
                                << "https://blog.example/feed";
        QTest::newRow("fragment") << "https://blog.example/feed#top"
                                  << "https://blog.example/feed";
        QTest::newRow("feed scheme") << "feed://blog.example/rss"
                                     << "https://blog.example/rss";
        QTest::newRow("feed before https") << "feed:https://blog.example/rss"
                                           << "https://blog.example/rss";
        QTest::newRow("loopback") << "127.0.0.1:8080/feed"
                                  << "http://127.0.0.1:8080/feed";
        QTest::newRow("localhost") << "localhost:8080"
                                   << "http://localhost:8080";
        QTest::newRow("http stays") << "http://blog.example/"
                                    << "http://blog.example/";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("words") << "what is this"
                               << "";
    }
    void typedAddresses_becomeAddresses()
    {
        QFETCH(QString, typed);
        QTEST(typedAddress(typed).toString(), "expected");
    }

    void aPageNamesItsFeed_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("expected");
        QTest::newRow("rss") << QByteArray(
                                    "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed/?a=1&amp;b=2\">")
                             << "https://blog.example/feed/?a=1&b=2";
        QTest::newRow("atom, several rels")
            << QByteArray("<LINK REL='home alternate' TYPE='application/atom+xml' HREF='atom.xml'>")
            << "https://blog.example/posts/atom.xml";
        QTest::newRow("comments last") << QByteArray(
                                              "<link rel=alternate type=application/rss+xml href=/comments/feed/>"
                                              "<link rel=alternate type=application/rss+xml href=/feed/>")
                                       << "https://blog.example/feed/";
        QTest::newRow("base")
            << QByteArray("<base href='https://other.example/x/'><link rel=alternate type=application/rss+xml href=f>")
            << "https://other.example/x/f";
        QTest::newRow("stylesheet only") << QByteArray("<link rel=stylesheet type=text/css href=a>") << "";
        QTest::newRow("not alternate") << QByteArray("<link rel=self type=application/rss+xml href=a>") << "";
    }
    void aPageNamesItsFeed()
    {
        QFETCH(QByteArray, html);
        QTEST(firstFeed("<html><head>" + html + "</head></html>", QUrl(u"https://blog.example/posts/1"_qs)),
              "expected");
    }
};

YAODIAN_TEST_GUILESS(TestSyncShape)

} // namespace test_sync_shape

#include "test_sync_shape.moc"
