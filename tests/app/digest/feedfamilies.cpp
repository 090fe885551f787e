// Feeds of other families than blogs: channels of CDF, films, podcasts, and items that say next to nothing.
#include "digest/feedtext.h"
#include "digest/feedxml.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_feedfamilies {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

Feed rssWith(const QString &items)
{
    return readFeedXml(u"<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc="
                       "'http://purl.org/dc/elements/1.1/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
                       "<channel>%1</channel></rss>"_s.arg(items));
}

FeedItem itemWith(const QString &inner)
{
    return rssWith(u"<item>%1</item>"_s.arg(inner)).items.value(0);
}

FeedItem entryWith(const QString &inner)
{
    return readFeedXml(u"<feed xmlns='http://www.w3.org/2005/Atom'><entry>%1</entry></feed>"_s.arg(inner),
                       u"https://b.example/feed"_s)
        .items.value(0);
}

class FeedFamiliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsListedIsAnItem_data();
    void whatIsListedIsAnItem();
    void channelsSayInTagsWhatOthersSayInElements();
    void filmsAreNamedByTheirOwnVocabulary();
    void podcastsToo();
    void theLaterOfTwoDatesHolds();
    void feedIsDatedByWhatItSays_data();
    void feedIsDatedByWhatItSays();
    void markup_data();
    void markup();
    void linksThatRunProgramsAreNone();
    void attributesAreReadInAnyLetters();
    void tagsAreToldFromWords_data();
    void tagsAreToldFromWords();
    void manyTagsAreLookedThroughOnce();
    void warningBeforeTheFeedIsSteppedOver_data();
    void warningBeforeTheFeedIsSteppedOver();
    void aFeedThatATextShows_isNoFeed();
    void rootsAreReadInAnyLetters_data();
    void rootsAreReadInAnyLetters();
    void authorsOfAPostAreAllNamed();
    void feedIsCalledWhatItSays_data();
    void feedIsCalledWhatItSays();
};

void FeedFamiliesTest::whatIsListedIsAnItem_data()
{
    QTest::addColumn<QString>("inner");
    QTest::addColumn<int>("items");
    QTest::newRow("rights") << u"<rights>All of them</rights>"_s << 1;
    QTest::newRow("a helper") << u"<contributor><name>Bo Wu</name></contributor>"_s << 1;
    QTest::newRow("where it came from") << u"<source><title>Another</title></source>"_s << 1;
    QTest::newRow("an element of nobody") << u"<mood>glad</mood>"_s << 1;
    QTest::newRow("a picture") << u"<image><url>https://b.example/p.png</url></image>"_s << 1;
    QTest::newRow("a foreign prefix") << u"<geo:point>31 36</geo:point>"_s << 1;
    QTest::newRow("nothing") << u" "_s << 0;
}

void FeedFamiliesTest::whatIsListedIsAnItem()
{
    QFETCH(QString, inner);
    QFETCH(int, items);
    QCOMPARE(rssWith(u"<item>%1</item>"_s.arg(inner)).items.size(), items);
    QCOMPARE(rssWith(u"<item>%1</item><item><title>two</title></item>"_s.arg(inner)).items.size(), items + 1);
}

void FeedFamiliesTest::channelsSayInTagsWhatOthersSayInElements()
{
    const Feed feed = readFeedXml(u"<CHANNEL HREF='https://b.example/' LASTMOD='2023-02-09T00:00:00Z'><TITLE>News"
                                  "</TITLE><ITEM HREF='/p/1' LASTMOD='2023-02-08T08:30:00+08:00'><TITLE>One</TITLE>"
                                  "<ABSTRACT>What it says</ABSTRACT></ITEM><ITEM HREF='/p/2'/></CHANNEL>"_s,
                                  u"https://b.example/news.cdf"_s);
    QVERIFY(feed.isFeed);
    QCOMPARE(feed.title, u"News"_s);
    QCOMPARE(feed.link, u"https://b.example/"_s);
    QCOMPARE(feed.updated, QDateTime({2023, 2, 9}, {0, 0}, Qt::UTC));
    QCOMPARE(feed.items.size(), 2);
    QCOMPARE(feed.items[0].link, u"https://b.example/p/1"_s);
    QCOMPARE(feed.items[0].published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(feed.items[0].content.value, u"What it says"_s);
    QCOMPARE(feed.items[1].link, u"https://b.example/p/2"_s);
    QVERIFY(feed.repairs.isEmpty());
}

void FeedFamiliesTest::filmsAreNamedByTheirOwnVocabulary()
{
    const QString group = u"<media:group><media:title>A film</media:title><media:content url='https://b.example/f'/>"
                          "<media:description>What it shows</media:description>"
                          "<media:category>lectures</media:category></media:group>"_s;
    const FeedItem film = itemWith(group);
    QCOMPARE(film.title, u"A film"_s);
    QCOMPARE(film.content.value, u"What it shows"_s);
    QCOMPARE(film.categories, QStringList{u"lectures"_s});
    const FeedItem post = itemWith(group + u"<title>A post</title><description>Its words</description>"_s);
    QCOMPARE(post.title, u"A post"_s);
    QCOMPARE(post.content.value, u"Its words"_s);
    QCOMPARE(entryWith(u"<media:group><media:title>A film</media:title></media:group><id>1</id>"_s).title, u"A film"_s);
}

void FeedFamiliesTest::podcastsToo()
{
    const FeedItem talk =
        itemWith(u"<itunes:title>A talk</itunes:title><itunes:subtitle>About it</itunes:subtitle>"
                 "<itunes:category text='Science'><itunes:category text='Machines'/></itunes:category>"
                 "<itunes:keywords>one, two</itunes:keywords><itunes:author>Ann Li</itunes:author>"_s);
    QCOMPARE(talk.title, u"A talk"_s);
    QCOMPARE(talk.content.value, u"About it"_s);
    QCOMPARE(talk.categories, (QStringList{u"Science"_s, u"Machines"_s, u"one"_s, u"two"_s}));
    QCOMPARE(talk.authors, QStringList{u"Ann Li"_s});
}

void FeedFamiliesTest::theLaterOfTwoDatesHolds()
{
    const FeedItem twice = itemWith(u"<pubDate>Tue, 07 Feb 2023 00:00:00 GMT</pubDate>"
                                    "<pubDate>Wed, 08 Feb 2023 00:00:00 GMT</pubDate><pubDate>soon</pubDate>"_s);
    QCOMPARE(twice.published.date(), QDate(2023, 2, 8));
    const FeedItem lesser =
        itemWith(u"<pubDate>Tue, 07 Feb 2023 00:00:00 GMT</pubDate><dc:date>2023-02-08</dc:date>"_s);
    QCOMPARE(lesser.published.date(), QDate(2023, 2, 7));
}

void FeedFamiliesTest::feedIsDatedByWhatItSays_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("when it was published") << u"<pubDate>Wed, 08 Feb 2023 00:00:00 GMT</pubDate>"_s;
    QTest::newRow("when it was issued") << u"<dcterms:issued>2023-02-08</dcterms:issued>"_s;
    QTest::newRow("when it was made") << u"<dcterms:created>2023-02-08</dcterms:created>"_s;
    QTest::newRow("the better one") << u"<dcterms:created>2023-02-01</dcterms:created><dc:date>2023-02-08</dc:date>"_s;
}

void FeedFamiliesTest::feedIsDatedByWhatItSays()
{
    QFETCH(QString, xml);
    QCOMPARE(rssWith(xml).updated.date(), QDate(2023, 2, 8));
}

void FeedFamiliesTest::markup_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("html");
    QTest::newRow("as it is") << u"<content type='xhtml'><div>One &lt;two&gt;</div></content>"_s
                              << u"<div>One &lt;two&gt;</div>"_s;
    QTest::newRow("escaped in a tag of its own")
        << u"<content type='html'><div>One &lt;b&gt;two&lt;/b&gt; &amp;amp; three</div></content>"_s
        << u"<div>One <b>two</b> &amp; three</div>"_s;
    QTest::newRow("CDATA among tags") << u"<content type='html'><div><![CDATA[<b>One</b>]]> two</div></content>"_s
                                      << u"<div><b>One</b> two</div>"_s;
    QTest::newRow("a prefix for HTML")
        << u"<content type='xhtml' xmlns:h='http://www.w3.org/1999/xhtml'><h:div>One <h:b>two</h:b></h:div></content>"_s
        << u"<div>One <b>two</b></div>"_s;
    QTest::newRow("a prefix for something else")
        << u"<content type='xhtml'><div xmlns:o='urn:office'>a:b <o:p>two</o:p></div></content>"_s
        << u"<div xmlns:o='urn:office'>a:b <o:p>two</o:p></div>"_s;
}

void FeedFamiliesTest::markup()
{
    QFETCH(QString, content);
    QFETCH(QString, html);
    const FeedItem item = entryWith(content);
    QCOMPARE(item.content.value, html);
    QVERIFY(item.content.isHtml);
    const Feed cut = readFeedXml(u"<feed><entry><content><div><![CDATA[<b>One</b>"_s);
    QCOMPARE(cut.items.value(0).content.value, u"<div><b>One</b>"_s);
}

void FeedFamiliesTest::linksThatRunProgramsAreNone()
{
    QCOMPARE(itemWith(u"<link>javascript:alert(1)</link><guid>https://b.example/p/1</guid>"_s).link,
             u"https://b.example/p/1"_s);
    QCOMPARE(entryWith(u"<link href='VBScript:x'/><link href='/p/1'/>"_s).link, u"https://b.example/p/1"_s);
}

void FeedFamiliesTest::attributesAreReadInAnyLetters()
{
    QCOMPARE(entryWith(u"<LINK REL='alternate' HREF='/p/1'/>"_s).link, u"https://b.example/p/1"_s);
    QCOMPARE(itemWith(u"<guid ispermalink='false'>https://b.example/p/1</guid>"_s).link, QString());
    QCOMPARE(itemWith(u"<GUID IsPermaLink='TRUE'>https://b.example/p/1</GUID>"_s).link, u"https://b.example/p/1"_s);
}

void FeedFamiliesTest::tagsAreToldFromWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("html");
    QTest::newRow("less than") << u"x < y and z > y"_s << false;
    QTest::newRow("a type") << u"a List<T> of them"_s << false;
    QTest::newRow("a paragraph") << u"<p>one"_s << true;
    QTest::newRow("never closed") << u"<p one"_s << false;
    QTest::newRow("a comment") << u"one <!-- two --> three"_s << true;
    QTest::newRow("a comment without words") << u"one <!-- "_s << true;
    QTest::newRow("no comment") << u"one <!-- two"_s << false;
    QTest::newRow("a word in brackets") << u"drawing on a <canvas> today"_s << false;
    QTest::newRow("with its end") << u"<address>One street</address>"_s << true;
    QTest::newRow("with its end in capitals") << u"<blink>One</BLINK>"_s << true;
    QTest::newRow("with an attribute") << u"one <meta charset='x'> two"_s << true;
    QTest::newRow("closed by itself") << u"one <input /> two"_s << true;
    QTest::newRow("an end alone") << u"one </label> two"_s << true;
    QTest::newRow("a formula") << u"<math><mi>a</mi></math>"_s << true;
    QTest::newRow("placeholders") << u"copy <source> to <output>, a=1"_s << false;
}

void FeedFamiliesTest::tagsAreToldFromWords()
{
    QFETCH(QString, text);
    QFETCH(bool, html);
    QCOMPARE(hasHtmlTags(text), html);
}

void FeedFamiliesTest::manyTagsAreLookedThroughOnce()
{
    // Each of them would be looked for to the end of the text; a test that never ends says that they are.
    QVERIFY(!hasHtmlTags(QString(u"<source> "_s).repeated(100'000)));
    QVERIFY(!hasHtmlTags(QString(u"<p "_s).repeated(100'000)));
    QVERIFY(!hasHtmlTags(QString(u"<!-- "_s).repeated(100'000) + u"one"_s));
    QVERIFY(!hasHtmlTags(QString(u"<source "_s).repeated(100'000) + u'>'));
}

void FeedFamiliesTest::warningBeforeTheFeedIsSteppedOver_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("with a declaration") << QByteArray(
        "<br />\n<b>Warning</b>: something is <b>old</b> in line 3\n<?xml version='1.0'?>\n");
    QTest::newRow("without one") << QByteArray("Warning: something is old in line 3\n");
    QTest::newRow("with tags of its own") << QByteArray("<br />\n<b>Warning</b>: something is <b>old</b>\n");
}

void FeedFamiliesTest::warningBeforeTheFeedIsSteppedOver()
{
    QFETCH(QByteArray, before);
    const QList<Issue> issues = parsed(before + "<rss version='2.0'><channel>"
                                                "<item><title>One post</title></item><item><title>Another</title>"
                                                "</item></channel></rss>");
    QCOMPARE(issues.size(), 2);
    QCOMPARE(issues[1].title, u"Another"_s);
}

void FeedFamiliesTest::aFeedThatATextShows_isNoFeed()
{
    const QList<Issue> issues = parsed("How a feed begins:\n\n```xml\n<rss version='2.0'><channel><item><title>One post"
                                       "</title></item></channel></rss>\n```\n");
    QVERIFY(issues.size() != 1 || issues[0].title != u"One post"_s);
}

void FeedFamiliesTest::rootsAreReadInAnyLetters_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("capitals") << QByteArray("<RSS><CHANNEL><ITEM><TITLE>One post</TITLE></ITEM></CHANNEL></RSS>");
    QTest::newRow("a prefix") << QByteArray("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>One post"
                                            "</a:title></a:entry></a:feed>");
    QTest::newRow("another prefix") << QByteArray("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                                                  "xmlns='http://purl.org/rss/1.0/'><item><title>One post</title>"
                                                  "</item></r:RDF>");
    QTest::newRow("behind a long comment")
        << "<!--" + QByteArray(10'000, '-') + "--><rss><item><title>One post</title></item></rss>";
}

void FeedFamiliesTest::rootsAreReadInAnyLetters()
{
    QFETCH(QByteArray, document);
    QCOMPARE(one(document).title, u"One post"_s);
}

void FeedFamiliesTest::authorsOfAPostAreAllNamed()
{
    const QByteArray feed = "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>One post</title>"
                            "%1</item></channel></rss>";
    const QByteArray author = "<dc:creator>Ann Li</dc:creator>";
    QCOMPARE(one(QByteArray(feed).replace("%1", author + "<dc:creator>Bo Wu</dc:creator>")).author, u"Ann Li, Bo Wu"_s);
    QCOMPARE(one(QByteArray(feed).replace("%1", author.repeated(9))).author, QString());
}

void FeedFamiliesTest::feedIsCalledWhatItSays_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QByteArray &document, const QString &title) {
        QTest::newRow(name) << document << title;
    };
    row("RSS", "<rss><channel><image><title>no</title></image><title>T &amp;amp; caf&eacute;</title></channel></rss>",
        u"T & café"_s);
    row("Atom", "<feed><title type='html'><![CDATA[每日 <b>论文</b>]]></title><entry><title>no</title></entry></feed>",
        u"每日 论文"_s);
    row("no title", "<rss><channel><item><title>no</title></item></channel></rss>", QString());
    row("its own encoding",
        "<?xml version='1.0' encoding='gb2312'?><rss><channel><title>\xd2\xaa\xb5\xe3</title>"
        "</channel></rss>",
        u"要点"_s);
    row("JSON", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T &amp; x\",\"items\":[{\"id\":\"1\"}]}",
        u"T & x"_s);
    row("a page", "<html><head><title>no</title></head></html>", QString());
    row("nothing", "", QString());
}

void FeedFamiliesTest::feedIsCalledWhatItSays()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, title);
    QCOMPARE(feedTitle(document, {}), title);
}

YAODIAN_TEST_APPLESS(FeedFamiliesTest)

} // namespace digest_feedfamilies

#include "feedfamilies.moc"
