// The vocabularies of feeds, one by one: what each element means, and what damage does to it.
#include "digest/feedxml.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace digest_feedforms {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

const QString head =
    u"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "_s
    u"xmlns:content='http://purl.org/rss/1.0/modules/content/' "_s
    "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' xmlns:media='http://search.yahoo.com/mrss/' "
    "xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'><channel>"_s;

FeedItem inRss(const QString &inner)
{
    const Feed feed = readFeedXml(head + u"<item>"_s + inner + u"</item></channel></rss>"_s);
    return feed.items.value(0);
}

FeedItem inAtom(const QString &inner)
{
    const Feed feed = readFeedXml(u"<feed xmlns='http://www.w3.org/2005/Atom'><entry>"_s + inner + u"</entry></feed>"_s,
                                  u"https://b.example/feed"_s);
    return feed.items.value(0);
}

class FeedFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rssLink_data();
    void rssLink();
    void atomLink_data();
    void atomLink();
    void title_data();
    void title();
    void atomTitle_data();
    void atomTitle();
    void author_data();
    void author();
    void date_data();
    void date();
    void content_data();
    void content();
    void base_data();
    void base();
    void damage_data();
    void damage();
    void rootsOfEveryAge_data();
    void rootsOfEveryAge();
    void whatIsNoFeed_data();
    void whatIsNoFeed();
    void partsOfOthersStayTheirs();
    void entitiesOfTheDocumentAreShortTexts();
    void itemsAreKeptThatSayAnything();
    void prefixesAreWhatTheyAreDeclaredToBe();
};

void FeedFormsTest::rssLink_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("link");
    const QString a = u"https://b.example/a"_s;
    QTest::newRow("link") << u"<link>https://b.example/a</link>"_s << a;
    QTest::newRow("blanks around it") << u"<link>\n  https://b.example/a  </link>"_s << a;
    QTest::newRow("CDATA") << u"<link><![CDATA[https://b.example/a]]></link>"_s << a;
    QTest::newRow("behind its tag") << u"<link/>https://b.example/a\n"_s << a;
    QTest::newRow("nothing behind its tag") << u"<link/>\n<guid>https://b.example/a</guid>"_s << a;
    QTest::newRow("guid") << u"<guid>https://b.example/a</guid>"_s << a;
    QTest::newRow("guid that is none") << u"<guid isPermaLink='false'>https://b.example/a</guid>"_s << QString();
    QTest::newRow("link before guid") << u"<guid>https://b.example/g</guid><link>https://b.example/a</link>"_s << a;
    QTest::newRow("atom's") << u"<atom:link href='https://b.example/a'/>"_s << a;
    QTest::newRow("self comes last")
        << u"<atom:link rel='self' href='https://b.example/s'/><link>https://b.example/a</link>"_s << a;
    QTest::newRow("the original behind a counter")
        << u"<link>https://feeds.example/~r/1</link><feedburner:origLink>https://b.example/a</feedburner:origLink>"_s
        << a;
    QTest::newRow("ampersands") << u"<link>https://b.example/?a=1&amp;b=2&copy=3</link>"_s
                                << u"https://b.example/?a=1&b=2&copy=3"_s;
}

void FeedFormsTest::rssLink()
{
    QFETCH(QString, xml);
    QFETCH(QString, link);
    QCOMPARE(inRss(xml).link, link);
}

void FeedFormsTest::atomLink_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("link");
    const QString a = u"https://b.example/a"_s;
    QTest::newRow("without rel") << u"<link href='https://b.example/a'/>"_s << a;
    QTest::newRow("alternate")
        << u"<link rel='enclosure' href='https://b.example/x.mp3'/><link rel='alternate' href='https://b.example/a'/>"_s
        << a;
    QTest::newRow("HTML before others")
        << u"<link rel='alternate' type='application/json' href='https://b.example/j'/>"_s
           "<link rel='alternate' type='text/html' href='https://b.example/a'/>"_s
        << a;
    QTest::newRow("the first of two") << u"<link href='https://b.example/a'/><link href='https://b.example/b'/>"_s << a;
    QTest::newRow("related is none") << u"<link rel='related' href='https://b.example/r'/><id>tag:b</id>"_s
                                     << QString();
    QTest::newRow("relative") << u"<link href='/a'/>"_s << a;
    QTest::newRow("never closed") << u"<link href='https://b.example/a'><title>t</title>"_s << a;
}

void FeedFormsTest::atomLink()
{
    QFETCH(QString, xml);
    QFETCH(QString, link);
    QCOMPARE(inAtom(xml).link, link);
}

void FeedFormsTest::title_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << u"A title"_s << u"A title"_s;
    QTest::newRow("lines") << u"\n A\n  title \n"_s << u"A title"_s;
    QTest::newRow("escaped once") << u"R&amp;D"_s << u"R&D"_s;
    QTest::newRow("escaped twice") << u"R&amp;amp;D &amp;#8212; x"_s << u"R&D — x"_s;
    QTest::newRow("tags escaped") << u"An &lt;em&gt;old&lt;/em&gt; one"_s << u"An old one"_s;
    QTest::newRow("tags as they are") << u"An <em>old</em> one"_s << u"An old one"_s;
    QTest::newRow("tags in CDATA") << u"<![CDATA[An <b>old</b> &amp; new one]]>"_s << u"An old & new one"_s;
    QTest::newRow("less than") << u"If x &lt; y and y &gt; z"_s << u"If x < y and y > z"_s;
    QTest::newRow("a type") << u"List&lt;T&gt; considered"_s << u"List<T> considered"_s;
    QTest::newRow("entity of HTML") << u"caf&eacute;"_s << u"café"_s;
}

void FeedFormsTest::title()
{
    QFETCH(QString, xml);
    QFETCH(QString, title);
    QCOMPARE(inRss(u"<title>%1</title><link>x</link>"_s.arg(xml)).title, title);
}

void FeedFormsTest::atomTitle_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("title");
    QTest::newRow("no type is text") << u"<title>A &lt;b&gt; c</title>"_s << u"A <b> c"_s;
    QTest::newRow("HTML") << u"<title type='html'>A &lt;b&gt;bold&lt;/b&gt; one</title>"_s << u"A bold one"_s;
    QTest::newRow("XHTML")
        << u"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>bold</b> &lt;one&gt;</div></title>"_s
        << u"A bold <one>"_s;
    QTest::newRow("old HTML") << u"<title type='text/html' mode='escaped'>A &lt;i&gt;b&lt;/i&gt;</title>"_s << u"A b"_s;
    QTest::newRow("base64") << u"<title type='application/octet-stream' mode='base64'>5LiA5pyf</title>"_s << u"一期"_s;
}

void FeedFormsTest::atomTitle()
{
    QFETCH(QString, xml);
    QFETCH(QString, title);
    QCOMPARE(inAtom(xml + u"<id>x</id>"_s).title, title);
}

void FeedFormsTest::author_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QStringList>("authors");
    const QStringList one{u"Ann Li"_s};
    QTest::newRow("mail (name)") << u"<author>ann@b.example (Ann Li)</author>"_s << one;
    QTest::newRow("name (mail)") << u"<author>Ann Li (ann@b.example)</author>"_s << one;
    QTest::newRow("name <mail>") << u"<author>Ann Li &lt;ann@b.example&gt;</author>"_s << one;
    QTest::newRow("mail") << u"<author>ann@b.example</author>"_s << QStringList{u"ann@b.example"_s};
    QTest::newRow("Dublin Core") << u"<dc:creator>Ann Li</dc:creator>"_s << one;
    QTest::newRow("links") << u"<dc:creator>&lt;a href='https://b.example/ann'&gt;Ann Li&lt;/a&gt;</dc:creator>"_s
                           << one;
    QTest::newRow("Atom's") << u"<author><name>Ann Li</name><uri>https://b.example</uri></author>"_s << one;
    QTest::newRow("Atom's mail") << u"<author><email>ann@b.example</email></author>"_s
                                 << QStringList{u"ann@b.example"_s};
    QTest::newRow("two") << u"<author><name>Ann Li</name></author><author><name>Bo Wu</name></author>"_s
                         << QStringList{u"Ann Li"_s, u"Bo Wu"_s};
    QTest::newRow("_scontributors are others")
        << u"<contributor><name>X Y</name></contributor><dc:creator>Ann Li</dc:creator>"_s << one;
}

void FeedFormsTest::author()
{
    QFETCH(QString, xml);
    QFETCH(QStringList, authors);
    QCOMPARE(inRss(xml + u"<link>x</link>"_s).authors, authors);
}

void FeedFormsTest::date_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<int>("day"); // of February 2023; 0: none
    QTest::newRow("pubDate") << u"<pubDate>Wed, 08 Feb 2023 00:00:00 GMT</pubDate>"_s << 8;
    QTest::newRow("pubdate") << u"<pubdate>Wed, 08 Feb 2023 00:00:00 GMT</pubdate>"_s << 8;
    QTest::newRow("dc:date") << u"<dc:date>2023-02-08</dc:date>"_s << 8;
    QTest::newRow("prism") << u"<prism:publicationDate>2023-02-08</prism:publicationDate>"_s << 8;
    QTest::newRow("published before updated")
        << u"<updated>2023-02-09T00:00:00Z</updated><published>2023-02-08T00:00:00Z</published>"_s << 8;
    QTest::newRow("in either order")
        << u"<published>2023-02-08T00:00:00Z</published><updated>2023-02-09T00:00:00Z</updated>"_s << 8;
    QTest::newRow("issued before modified") << u"<modified>2023-02-09</modified><issued>2023-02-08</issued>"_s << 8;
    QTest::newRow("updated alone") << u"<updated>2023-02-09T00:00:00Z</updated>"_s << 9;
    QTest::newRow("none that is one") << u"<pubDate>soon</pubDate>"_s << 0;
}

void FeedFormsTest::date()
{
    QFETCH(QString, xml);
    QFETCH(int, day);
    const FeedItem item = inRss(xml + u"<link>x</link>"_s);
    QCOMPARE(item.published.isValid() ? item.published.date().day() : 0, day);
}

void FeedFormsTest::content_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QString>("content");
    QTest::addColumn<bool>("isHtml");
    QTest::newRow("escaped") << u"<description>&lt;p&gt;one&lt;/p&gt;</description>"_s << u"<p>one</p>"_s << true;
    QTest::newRow("CDATA") << u"<description><![CDATA[<p>one</p>]]></description>"_s << u"<p>one</p>"_s << true;
    QTest::newRow("tags as they are") << u"<description><p>one<br></p></description>"_s << u"<p>one<br></p>"_s << true;
    QTest::newRow("text") << u"<description>x &lt; y</description>"_s << u"x < y"_s << false;
    QTest::newRow("the longer one")
        << u"<description>short</description><content:encoded>a longer one</content:encoded>"_s << u"a longer one"_s
        << false;
    QTest::newRow("XHTML body")
        << u"<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>one</xhtml:p></xhtml:body>"_s
        << u"<p>one</p>"_s << true;
    QTest::newRow("another's") << u"<media:description>theirs</media:description><description>mine</description>"_s
                               << u"mine"_s << false;
    QTest::newRow("never closed") << u"<description>one"_s << u"one"_s << false;
    QTest::newRow("]] inside") << u"<description><![CDATA[a]]]]><![CDATA[>b]]></description>"_s << u"a]]>b"_s << false;
}

void FeedFormsTest::content()
{
    QFETCH(QString, xml);
    QFETCH(QString, content);
    QFETCH(bool, isHtml);
    const FeedItem item = inRss(u"<title>t</title>"_s + xml);
    QCOMPARE(item.content.value, content);
    QCOMPARE(item.content.isHtml, isHtml);
}

void FeedFormsTest::base_data()
{
    QTest::addColumn<QString>("feed");
    QTest::addColumn<QString>("link");
    const auto feed = [](const QString &root, const QString &entry, const QString &link) {
        return u"<feed xmlns='http://www.w3.org/2005/Atom'%1><entry%2><link%3 href='p/1'/></entry></feed>"_s.arg(
            root, entry, link);
    };
    QTest::newRow("the feed's address") << feed({}, {}, {}) << u"https://b.example/f/p/1"_s;
    QTest::newRow("of the feed") << feed(u" xml:base='https://c.example/'"_s, {}, {}) << u"https://c.example/p/1"_s;
    QTest::newRow("of the entry") << feed(u" xml:base='https://c.example/'"_s, u" xml:base='blog/'"_s, {})
                                  << u"https://c.example/blog/p/1"_s;
    QTest::newRow("of the link") << feed({}, {}, u" xml:base='https://d.example/x/'"_s) << u"https://d.example/x/p/1"_s;
}

void FeedFormsTest::base()
{
    QFETCH(QString, feed);
    QFETCH(QString, link);
    QCOMPARE(readFeedXml(feed, u"https://b.example/f/feed.xml"_s).items.value(0).link, link);
}

void FeedFormsTest::damage_data()
{
    QTest::addColumn<QString>("xml");
    QTest::addColumn<QStringList>("titles");
    const QStringList both{u"one"_s, u"two"_s};
    const QString one = u"<item><title>one</title><link>1</link></item>"_s;
    const QString two = u"<item><title>two</title><link>2</link></item>"_s;
    QTest::newRow("nothing") << head + one + two + u"</channel></rss>"_s << both;
    QTest::newRow("items without an end")
        << head + u"<item><title>one</title><link>1</link><item><title>two</title></channel></rss>"_s << both;
    QTest::newRow("a title without an end")
        << head + u"<item><title>one</item>"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("a title without an end before a link")
        << head + u"<item><title>one<link>1</link></item>"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("a title without an end in an item without one")
        << head + u"<item><title>one"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("a description without an end in an item without one")
        << head + u"<item><title>one</title><description>words"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("ends in the wrong order")
        << head + u"<item><title>one<b></title></b></item>"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("a prefix that nobody declared")
        << head + u"<item><title>one</title><foo:bar>x</foo:bar></item>"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("no root") << u"<channel>"_s + one + two + u"</channel>"_s << both;
    QTest::newRow("no ends at all") << head + one + two << both;
    QTest::newRow("cut in the second") << head + one + u"<item><title>two</title><desc"_s << both;
    QTest::newRow("cut in a title") << head + one + u"<item><title>two"_s << both;
    QTest::newRow("an attribute without a quote")
        << head + u"<item><title lang=en>one</title></item>"_s + two + u"</channel></rss>"_s << both;
    QTest::newRow("bare less-than") << head +
                                           u"<item><title>one</title><description>x < y && z</description></item>"_s +
                                           two + u"</channel></rss>"_s
                                    << both;
    QTest::newRow("capitals without ends")
        << u"<RSS><CHANNEL><ITEM><TITLE>one</ITEM><ITEM><TITLE>two</ITEM></CHANNEL></RSS>"_s << both;
    QTest::newRow("capitals")
        << QString(head + one + two).replace(u"item"_s, u"ITEM"_s).replace(u"title"_s, u"Title"_s) +
               u"</channel></rss>"_s
        << both;
}

void FeedFormsTest::damage()
{
    QFETCH(QString, xml);
    QFETCH(QStringList, titles);
    QStringList found;
    const Feed feed = readFeedXml(xml);
    for (const FeedItem &item : feed.items)
        found.append(item.title);
    QCOMPARE(found, titles);
    if (!feed.items[0].link.isEmpty())
        QCOMPARE(feed.items[0].link, u"1"_s);
}

void FeedFormsTest::rootsOfEveryAge_data()
{
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("item");
    QTest::newRow("RSS 0.91")
        << u"<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'x.dtd'><rss version='0.91'><channel>"_s << u"item"_s;
    QTest::newRow("RSS 0.90")
        << u"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"_s
        << u"item"_s;
    QTest::newRow("RSS 1.0, prefixed")
        << u"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:rss='http://purl.org/rss/1.0/'>"_s
        << u"rss:item"_s;
    QTest::newRow("RSS 2.0 with an address of its own")
        << u"<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>"_s << u"item"_s;
    QTest::newRow("RSS with any address")
        << u"<rss version='2.0' xmlns='http://b.example/mine'><channel>"_s << u"item"_s;
    QTest::newRow("Atom 0.3") << u"<feed version='0.3' xmlns='http://purl.org/atom/ns#'>"_s << u"entry"_s;
    QTest::newRow("Atom 1.0, prefixed") << u"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>"_s << u"a:entry"_s;
}

void FeedFormsTest::rootsOfEveryAge()
{
    QFETCH(QString, open);
    QFETCH(QString, item);
    const QString prefix = item.contains(u':') ? item.section(u':', 0, 0) + u':' : QString();
    const Feed feed = readFeedXml(u"%1<%2><%3title>t</%3title></%2>"_s.arg(open, item, prefix));
    QVERIFY(feed.isFeed);
    QCOMPARE(feed.items.size(), 1);
    QCOMPARE(feed.items[0].title, u"t"_s);
}

void FeedFormsTest::whatIsNoFeed_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("nothing") << QString();
    QTest::newRow("text") << u"no feed"_s;
    QTest::newRow("a map") << u"<?xml version='1.0'?><urlset><url><loc>x</loc></url></urlset>"_s;
    QTest::newRow("a feed far inside")
        << u"<a><b/><b/><b/><b/><b/><b/><b/><b/><rss><channel><item><title>t</title></item></channel></rss></a>"_s;
}

void FeedFormsTest::whatIsNoFeed()
{
    QFETCH(QString, xml);
    QVERIFY(!readFeedXml(xml).isFeed);
}

void FeedFormsTest::partsOfOthersStayTheirs()
{
    const FeedItem item =
        inAtom(u"<source><title>their title</title><id>their id</id><link href='https://c.example'/></source>"_s
               "<title>mine</title><id>my id</id><link href='https://b.example/a'/>"
               "<activity:object><title>another</title><id>other</id></activity:object>"_s);
    QCOMPARE(item.title, u"mine"_s);
    QCOMPARE(item.guid, u"my id"_s);
    QCOMPARE(item.link, u"https://b.example/a"_s);
    const Feed feed = readFeedXml(head + u"<title>feed</title><image><title>picture</title><link>p</link></image>"_s
                                         "<link>https://b.example</link><item><title>t</title></item></channel></rss>");
    QCOMPARE(feed.title, u"feed"_s);
    QCOMPARE(feed.link, u"https://b.example"_s);
}

void FeedFormsTest::entitiesOfTheDocumentAreShortTexts()
{
    const Feed feed =
        readFeedXml(u"<!DOCTYPE rss [<!ENTITY me 'Ann &amp; Bo'><!ENTITY b '&me;&me;&me;'>]><rss><channel>"_s
                    "<item><title>by &me; &b; &none;</title></item></channel></rss>"_s);
    QCOMPARE(feed.items.value(0).title, u"by Ann & Bo &me;&me;&me; &none;"_s); // never entities in turn
}

void FeedFormsTest::itemsAreKeptThatSayAnything()
{
    const Feed feed =
        readFeedXml(head + u"<item><pubDate>Wed, 08 Feb 2023 00:00:00 GMT</pubDate></item><item></item><item/>"_s
                           "<item><category>c</category></item></channel></rss>");
    QCOMPARE(feed.items.size(), 2);
}

void FeedFormsTest::prefixesAreWhatTheyAreDeclaredToBe()
{
    const Feed feed =
        readFeedXml(u"<rss xmlns:t='http://search.yahoo.com/mrss/' xmlns:x='http://purl.org/dc/elements/1.1/' "_s
                    "xmlns:media='http://www.w3.org/2005/Atom'><channel><item>"
                    "<t:title>theirs</t:title><x:creator>Ann Li</x:creator><media:title>mine</media:title>"
                    "</item></channel></rss>"_s);
    QCOMPARE(feed.items.value(0).title, u"mine"_s);
    QCOMPARE(feed.items.value(0).authors, QStringList{u"Ann Li"_s});
}

YAODIAN_TEST_APPLESS(FeedFormsTest)

} // namespace digest_feedforms

#include "feedforms.moc"
