// Saved pages: which part is the post, and what the page says of itself.
#include "digest/feedtext.h"
#include "digest/page.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_pages {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

const QByteArray entries =
    "<p>1、[CL] A Title</p><p>J Doe</p><p><a href='https://arxiv.org/abs/1706.03762'>论文</a></p>"
    "<p>2、[LG] Another Title</p><p>A Li</p><p><a href='https://arxiv.org/abs/1412.6980'>论文</a></p>";
const QByteArray frame =
    "<div class='menu'><ul><li><a href='/'>Home</a></li><li>3、[CV] Menu Item That Looks Like a Head</li></ul></div>";
const QByteArray comments =
    "<div class='comments'><p>4、[AI] A Comment That Looks Like a Head</p><p>Some One</p></div>";

QByteArray page(const QByteArray &head, const QByteArray &body)
{
    return "<!DOCTYPE html><html><head><meta charset='utf-8'>" + head + "</head><body>" + body + "</body></html>";
}

class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentIsFound_data();
    void contentIsFound();
    void unclearPagesAreReadWhole_data();
    void unclearPagesAreReadWhole();
    void headlineAboveTheContentIsKept();
    void headSaysTitleLinkAndDate();
    void homePageIsNoLinkOfAPost();
    void relativeLinksAreResolved();
    void nestedRegionsEndWhereTheyEnd();
    void linksAreResolved_data();
    void linksAreResolved();
    void tagsAreToldFromLessThan_data();
    void tagsAreToldFromLessThan();
    void aPostThatIsNoList_namesThePapersItLinks();
};

void PagesTest::aPostThatIsNoList_namesThePapersItLinks()
{
    const QByteArray html = "<html><body><h1>News</h1><p>One thing: <a href='https://arxiv.org/abs/2302.06001v2'>An "
                            "Invented Paper</a>, once more <a href='https://arxiv.org/pdf/2302.06001'>here</a>, and "
                            "<a href='https://doi.org/10.1234/invented'>https://doi.org/10.1234/invented</a>; not <a "
                            "href='https://blog.example/'>a blog</a>.</p></body></html>";
    const auto issues = parse(html, {u"news.html"_s, {}, {}});
    QVERIFY(issues && issues->size() == 1);
    QVERIFY(issues->first().entries.isEmpty());
    QCOMPARE(issues->first().references, (QStringList{u"An Invented Paper https://arxiv.org/abs/2302.06001v2"_s,
                                                      u"https://doi.org/10.1234/invented"_s}));
    QVERIFY(issues->first().text.contains(u"One thing"_s));
}

void PagesTest::contentIsFound_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::newRow("article") << QByteArray("<article>") << QByteArray("</article>");
    QTest::newRow("main") << QByteArray("<main id=x>") << QByteArray("</main>");
    QTest::newRow("WordPress") << QByteArray("<div class='entry-content clear'>") << QByteArray("</div>");
    QTest::newRow("WeChat") << QByteArray("<div id=\"js_content\" class=\"rich_media_content\">")
                            << QByteArray("</div>");
    QTest::newRow("Zhihu") << QByteArray("<div class='RichText ztext Post-RichText'>") << QByteArray("</div>");
    QTest::newRow("GitHub") << QByteArray("<td class=markdown-body>") << QByteArray("</td>");
    QTest::newRow("schema.org") << QByteArray("<section itemprop='articleBody'>") << QByteArray("</section>");
    QTest::newRow("the inner of two") << QByteArray("<main><p>posted by me</p><div class='post-content'>")
                                      << QByteArray("</div><p>Share</p></main>");
}

void PagesTest::contentIsFound()
{
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    const Issue issue = one(page({}, frame + open + "<div>" + entries + "</div>" + close + comments));
    QCOMPARE(titles(issue), QStringList({u"A Title"_s, u"Another Title"_s}));
}

void PagesTest::unclearPagesAreReadWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no content element") << "<div>" + entries + "</div>";
    QTest::newRow("a teaser") << "<article><p>See below.</p></article><div>" + entries + "</div>";
    QTest::newRow("papers outside") << QByteArray("<article><p>1、[CL] A Title</p><p>J Doe</p><p><a "
                                                  "href='https://arxiv.org/abs/1706.03762'>论文</a></p></article>"
                                                  "<div><p>2、[LG] Another Title</p><p>A Li</p><p><a "
                                                  "href='https://arxiv.org/abs/1412.6980'>论文</a></p></div>");
}

void PagesTest::unclearPagesAreReadWhole()
{
    QFETCH(QByteArray, body);
    QCOMPARE(titles(one(page({}, body))), QStringList({u"A Title"_s, u"Another Title"_s}));
}

void PagesTest::headlineAboveTheContentIsKept()
{
    const Issue issue =
        one(page("<title>某站</title>",
                 "<h1>某站</h1>" + frame + "<h1>今日论文</h1><div class='entry-content'>" + entries + "</div>"));
    QCOMPARE(issue.title, u"今日论文"_s);
}

void PagesTest::headSaysTitleLinkAndDate()
{
    const Issue issue = one(page("<title>今日论文 - 某站</title><meta property=\"og:title\" content=\"今日论文\"><meta "
                                 "name=author content='某人'>"
                                 "<link rel=\"canonical\" href=\"https://b.example/p/7\"><meta property='og:url' "
                                 "content='https://b.example/other'>"
                                 "<meta property='article:published_time' content='2023-02-08T08:30:00+08:00'>",
                                 "<div>" + entries + "</div>"));
    QCOMPARE(issue.title, u"今日论文"_s);
    QCOMPARE(issue.link, u"https://b.example/p/7"_s);
    QCOMPARE(issue.author, u"某人"_s);
    QCOMPARE(issue.published, QDateTime({2023, 2, 8}, {0, 30}, Qt::UTC));
    const Issue timed = one(page({}, "<time datetime='2023-02-08'>yesterday</time>" + entries));
    QCOMPARE(timed.published.date(), QDate(2023, 2, 8));
}

void PagesTest::homePageIsNoLinkOfAPost()
{
    for (const char *link : {"https://b.example/", "https://b.example", "javascript:void(0)", "/p/7"})
        QCOMPARE(one(page(QByteArray("<link rel=canonical href='") + link + "'>", entries)).link, QString());
}

void PagesTest::relativeLinksAreResolved()
{
    const Issue issue = one(page("<link rel=canonical href='https://b.example/p/7/'>",
                                 "<p>1、[CL] A Title</p><p>J Doe</p><p><a href='../files/a.pdf'>链接</a></p>"));
    QCOMPARE(issue.entries.value(0).url, u"https://b.example/p/files/a.pdf"_s);
}

void PagesTest::nestedRegionsEndWhereTheyEnd()
{
    PageMeta meta;
    const Document document =
        blocksFromHtml(u"<p>a</p><div class='entry-content'><div>b<div>c</div></div>d</div><p>e</p><article>f"_s, meta);
    QCOMPARE(document.blocks.size(), 6);
    QCOMPARE(meta.regions.size(), 2);
    QCOMPARE(meta.regions[0].first, 1);
    QCOMPARE(meta.regions[0].last, 4);
    QVERIFY(meta.regions[0].isNamed);
    QCOMPARE(meta.regions[1].first, 5);
    QCOMPARE(meta.regions[1].last, 6); // never closed
}

void PagesTest::linksAreResolved_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("resolved");
    QTest::newRow("absolute") << u"https://c.example/x"_s << u"https://c.example/x"_s;
    QTest::newRow("of the site") << u"/x"_s << u"https://b.example/x"_s;
    QTest::newRow("beside") << u"x?y=1"_s << u"https://b.example/p/x?y=1"_s;
    QTest::newRow("without a scheme") << u"//c.example/x"_s << u"https://c.example/x"_s;
    QTest::newRow("mail") << u"mailto:a@b.example"_s << u"mailto:a@b.example"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blanks") << u" /x "_s << u"https://b.example/x"_s;
}

void PagesTest::linksAreResolved()
{
    QFETCH(QString, link);
    QFETCH(QString, resolved);
    QCOMPARE(resolvedLink(link, u"https://b.example/p/7"_s), resolved);
    QCOMPARE(resolvedLink(link, QString()), link.trimmed());
}

void PagesTest::tagsAreToldFromLessThan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tags");
    QTest::newRow("paragraph") << u"a <p>b"_s << true;
    QTest::newRow("end") << u"a</b>"_s << true;
    QTest::newRow("break") << u"a<br/>b"_s << true;
    QTest::newRow("link") << u"<A HREF='x'>b</A>"_s << true;
    QTest::newRow("less than") << u"x < y and y > z"_s << false;
    QTest::newRow("a type") << u"List<T> and Map<Key, Value>"_s << false;
    QTest::newRow("an arrow") << u"a <- b <-> c"_s << false;
    QTest::newRow("no end") << u"a <p"_s << false;
}

void PagesTest::tagsAreToldFromLessThan()
{
    QFETCH(QString, text);
    QFETCH(bool, tags);
    QCOMPARE(hasHtmlTags(text), tags);
}

YAODIAN_TEST_APPLESS(PagesTest)

} // namespace digest_pages

#include "pages.moc"
