// Feeds: a post per item, a listing as one issue, damage.
#include "digest/feeddate.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_feeds {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

/// The article of the HTML fixture, as a feed carries it.
QByteArray article()
{
    const QByteArray html = fixture("post.html");
    const qsizetype from = html.indexOf("<article>") + 9;
    return html.mid(from, html.indexOf("</article>") - from);
}

QByteArray rss(const QByteArray &items)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>某某博客</title><link>https://b.example/</"
           "link>" +
           items + "</channel></rss>";
}

QByteArray item(const QByteArray &inner)
{
    return "<item><title>一期</title><link>https://b.example/p/1</link><guid isPermaLink=\"false\">b-1</guid>"
           "<pubDate>Wed, 08 Feb 2023 08:30:00 +0800</pubDate>" +
           inner + "</item>";
}

class FeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemIsAnIssueWithItsOrigin();
    void longerContentWins();
    void contentEscapedTwiceIsRead();
    void atomIsRead();
    void xhtmlContentIsRead();
    void rdfIsRead();
    void postsWithoutPapersAreKept();
    void listingIsOneIssue();
    void feedWithoutItemsHasNoIssues();
    void lookAlikeElementsAreIgnored();
    void damageIsRepaired_data();
    void damageIsRepaired();
    void cutFeedKeepsItsFirstItems();
    void dates_data();
    void dates();
    void declaredEncodingIsRead();
};

void FeedsTest::itemIsAnIssueWithItsOrigin()
{
    const QList<Issue> issues = parsed(rss(item("<content:encoded><![CDATA[" + article() + "]]></content:encoded>") +
                                           "<item><title>二</title><link>https://b.example/p/2</link></item>"));
    QCOMPARE(issues.size(), 2);
    QCOMPARE(issues[0].guid, u"b-1"_s);
    QCOMPARE(issues[0].link, u"https://b.example/p/1"_s);
    QCOMPARE(issues[0].published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    QCOMPARE(issues[0].title, u"一期"_s);
    QCOMPARE(titles(issues[0]), titles(post("post.html")));
    QCOMPARE(issues[0].entries[0].keyPoints, post("post.html").entries[0].keyPoints);
    QCOMPARE(issues[1].guid, u"https://b.example/p/2"_s);
    QVERIFY(!issues[1].published.isValid());
}

void FeedsTest::longerContentWins()
{
    const Issue issue = one(
        rss(item("<description>short</description><content:encoded><![CDATA[" + article() + "]]></content:encoded>")));
    QCOMPARE(issue.entries.size(), 2);
    const Issue other =
        one(rss(item("<content:encoded></content:encoded><description><![CDATA[" + article() + "]]></description>")));
    QCOMPARE(other.entries.size(), 2);
}

void FeedsTest::contentEscapedTwiceIsRead()
{
    const QByteArray once = QString::fromUtf8(article()).toHtmlEscaped().toUtf8();
    QCOMPARE(one(rss(item("<description>" + once + "</description>"))).entries.size(), 2);
    const QByteArray twice = QString::fromUtf8(once).toHtmlEscaped().toUtf8();
    QCOMPARE(one(rss(item("<description>" + twice + "</description>"))).entries.size(), 2);
}

void FeedsTest::atomIsRead()
{
    const QByteArray content = QString::fromUtf8(article()).toHtmlEscaped().toUtf8();
    const Issue issue =
        one("<feed xmlns='http://www.w3.org/2005/Atom'><title>B</title><entry><title type='html'>A &amp;amp; B</title>"
            "<link rel='edit' href='https://b.example/edit'/><link rel='alternate' "
            "href='https://b.example/p/3'/><id>tag:b,2023:3</id>"
            "<updated>2023-02-09T00:00:00Z</updated><published>2023-02-08T10:00:00+08:00</published>"
            "<author><name>某人</name><email>x@example.org</email></author><content type='html'>" +
            content + "</content></entry></feed>");
    QCOMPARE(issue.title, u"A & B"_s);
    QCOMPARE(issue.link, u"https://b.example/p/3"_s);
    QCOMPARE(issue.guid, u"tag:b,2023:3"_s);
    QCOMPARE(issue.published, QDateTime({2023, 2, 8}, {2, 0}, Qt::UTC));
    QCOMPARE(issue.author, u"某人"_s);
    QCOMPARE(issue.entries.size(), 2);
}

void FeedsTest::xhtmlContentIsRead()
{
    const Issue issue = one("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title><content "
                            "type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                            "<p>1、[CL] A Title &lt;b&gt;</p><p>J Doe</p><ol><li>甲乙;</li><li>丙丁。</li></ol><p><a "
                            "href='https://arxiv.org/abs/1706.03762'>论文链接</a></p>"
                            "</div></content></entry></feed>");
    QCOMPARE(titles(issue), QStringList{u"A Title <b>"_s});
    QCOMPARE(issue.entries[0].keyPoints.size(), 2);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1706.03762"_s);
}

void FeedsTest::rdfIsRead()
{
    const QList<Issue> issues =
        parsed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
               "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>c</title></channel>"
               "<item rdf:about='https://b.example/7'><title>Seven</title><link>https://b.example/7</link>"
               "<dc:date>2023-02-08T00:00:00Z</dc:date><description>text</description></item></rdf:RDF>");
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].title, u"Seven"_s);
    QCOMPARE(issues[0].guid, u"https://b.example/7"_s);
    QVERIFY(issues[0].published.isValid());
}

void FeedsTest::postsWithoutPapersAreKept()
{
    const Issue issue =
        one(rss(item("<description>&lt;p&gt;今天没有论文。&lt;/p&gt;&lt;p&gt;明天见。&lt;/p&gt;</description>")));
    QCOMPARE(issue.entries.size(), 0);
    QCOMPARE(issue.text, u"今天没有论文。\n\n明天见。"_s);
    QCOMPARE(issue.title, u"一期"_s);
}

void FeedsTest::listingIsOneIssue()
{
    const Issue issue = post("listing.atom.xml");
    QCOMPARE(issue.report.family, u"listing"_s);
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].authors, QStringList({u"Diederik P. Kingma"_s, u"Jimmy Ba"_s}));
    QCOMPARE(issue.entries[0].abstractEn, u"An invented abstract with x < y."_s);
    QCOMPARE(issue.entries[0].categories, QStringList({u"LG"_s, u"ML"_s}));
    QCOMPARE(issue.entries[1].title, u"Auto-Encoding Variational Bayes"_s);
    QVERIFY(issue.guid.endsWith(u"@2023-02-08"_s)); // tomorrow's listing is another issue
}

void FeedsTest::feedWithoutItemsHasNoIssues()
{
    QCOMPARE(parsed(rss("")).size(), 0);
}

void FeedsTest::lookAlikeElementsAreIgnored()
{
    const Issue issue =
        one(rss(item("<media:title>another</media:title><media:content url='x'/><description>text</description>")));
    QCOMPARE(issue.title, u"一期"_s);
    QCOMPARE(issue.text, u"text"_s);
}

void FeedsTest::damageIsRepaired_data()
{
    QTest::addColumn<QByteArray>("feed");
    const QByteArray good = rss(item("<description>R&amp;D</description>"));
    QTest::newRow("bare ampersand") << rss(item("<description>R&D</description>"));
    QTest::newRow("entity of HTML") << rss(item("<description>R&amp;D&nbsp;</description>"));
    QTest::newRow("text before the XML") << QByteArray("\n warning: something\n") + good;
    QTest::newRow("text behind the end") << good + "\n<!-- cached -->\n junk";
    QTest::newRow("control characters") << rss(item("<description>R&amp;\x0B"
                                                    "D</description>"));
}

void FeedsTest::damageIsRepaired()
{
    QFETCH(QByteArray, feed);
    const QList<Issue> issues = parsed(feed, "feed.xml");
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].text, u"R&D"_s);
    QCOMPARE(issues[0].guid, u"b-1"_s);
}

void FeedsTest::cutFeedKeepsItsFirstItems()
{
    const QByteArray whole = rss(item("<description>one</description>") + item("<description>two</description>"));
    const QList<Issue> issues = parsed(whole.left(whole.lastIndexOf("<description>") - 3));
    QVERIFY(issues.size() >= 1);
    QCOMPARE(issues[0].text, u"one"_s);
    QCOMPARE(issues[0].report.repairs.size(), 1);
}

void FeedsTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("RFC 2822") << u"Wed, 08 Feb 2023 00:30:00 +0000"_s << true;
    QTest::newRow("GMT") << u"Wed, 08 Feb 2023 00:30:00 GMT"_s << true;
    QTest::newRow("other zone") << u"Wed, 08 Feb 2023 08:30:00 +0800"_s << true;
    QTest::newRow("ISO") << u"2023-02-08T00:30:00Z"_s << true;
    QTest::newRow("ISO with fractions") << u" 2023-02-08T00:30:00.000Z "_s << true;
    QTest::newRow("none") << u"yesterday"_s << false;
}

void FeedsTest::dates()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const QDateTime date = feedDate(text);
    QCOMPARE(date.isValid(), valid);
    if (valid)
        QCOMPARE(date, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
}

void FeedsTest::declaredEncodingIsRead()
{
    // "论文" in GB2312
    const Issue issue = one("<?xml version='1.0' encoding='gb2312'?><rss "
                            "version='2.0'><channel><item><title>\xC2\xDB\xCE\xC4\xB5\xC4\xD2\xAA\xB5\xE3</title>"
                            "<description>\xC2\xDB\xCE\xC4</description></item></channel></rss>");
    QCOMPARE(issue.title, u"论文的要点"_s);
    QCOMPARE(issue.report.encoding, u"GB18030"_s);
}

YAODIAN_TEST_APPLESS(FeedsTest)

} // namespace digest_feeds

#include "feeds.moc"
