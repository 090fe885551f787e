// The one stream of blocks that HTML, Markdown and plain text become.
#include "digest/blocks.h"
#include "digest/html_tokens.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_blocks {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;
using Kind = Block::Kind;

QStringList texts(const Document &document)
{
    QStringList all;
    for (const Block &block : document.blocks)
        all.append(block.text);
    return all;
}

class BlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGivesALineABlock();
    void htmlParagraphsAndLineBreaks();
    void htmlWhiteSpaceIsCollapsed();
    void htmlDropsWhatIsNoText();
    void htmlDropsNoRestOfAPost_data();
    void htmlDropsNoRestOfAPost();
    void htmlListsKeepTheirNumbers();
    void htmlLineInsideAnItem();
    void htmlLinksKnowTheirPlace();
    void htmlImagesCarryTheirText();
    void htmlEntities_data();
    void htmlEntities();
    void htmlTagSoup_data();
    void htmlTagSoup();
    void htmlTitleIsTheDocuments();
    void htmlCutInATagIsTold();
    void htmlNestingAndAttributesAreHarmless();
    void attributesAreRead();
    void markdownBlocks();
    void markdownLinesOfAParagraph();
    void markdownQuotesAndNestedLists();
    void markdownFrontMatterGivesTheTitle();
    void markdownWithHtmlInside();
    void markdownTablesGiveTheirCells();
    void markdownNestingIsHarmless();
};

void BlocksTest::textGivesALineABlock()
{
    const Document document = blocksFromText(u"  one \n\n\t two\n\u00A0\n"_s);
    QCOMPARE(texts(document), QStringList({u"one"_s, u"two"_s}));
    QVERIFY(document.blocks[1].startsParagraph);
}

void BlocksTest::htmlParagraphsAndLineBreaks()
{
    const Document document = blocksFromHtml(u"<p>one<br>two<br/>three</p><div>four</div>five"_s);
    QCOMPARE(texts(document), QStringList({u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s}));
    QVERIFY(document.blocks[0].startsParagraph);
    QVERIFY(!document.blocks[1].startsParagraph);
    QVERIFY(document.blocks[3].startsParagraph);
}

void BlocksTest::htmlWhiteSpaceIsCollapsed()
{
    QCOMPARE(texts(blocksFromHtml(u"<p>\n one <b>two</b>\n\t&nbsp; three</p>"_s)), QStringList{u"one two three"_s});
    QCOMPARE(texts(blocksFromHtml(u"<p>中<em>文</em>字</p>"_s)), QStringList{u"中文字"_s});
}

void BlocksTest::htmlDropsWhatIsNoText()
{
    const Document document =
        blocksFromHtml(u"<script>if (a<b) x='<p>no</p>';</script><style>p{}</style><nav><p>no</p><nav>no</nav></nav>"
                       "<!-- <p>no</p> --><footer>no</footer><p>yes</p><noscript><p>no</p></noscript>"_s);
    QCOMPARE(texts(document), QStringList{u"yes"_s});
}

void BlocksTest::htmlDropsNoRestOfAPost_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("a form without an end") << u"<p>one</p><form action='x'><p>two</p><p>three</p>"_s;
    QTest::newRow("two of them") << u"<p>one</p><noscript><p>two</p><button><p>three</p>"_s;
    QTest::newRow("one in another of its kind") << u"<p>one</p><nav><p>two</p><nav>zero</nav><p>three</p>"_s;
    QTest::newRow("an object says what it shows") << u"<p>one</p><object data='x'><p>two</p></object><p>three</p>"_s;
}

void BlocksTest::htmlDropsNoRestOfAPost()
{
    QFETCH(QString, html);
    QCOMPARE(texts(blocksFromHtml(html)), QStringList({u"one"_s, u"two"_s, u"three"_s}));
}

void BlocksTest::htmlListsKeepTheirNumbers()
{
    const Document document =
        blocksFromHtml(u"<ol start=3><li>three</li><li>four<ul><li>inner</li></ul></li><li value=9>nine</li></ol>"_s);
    QCOMPARE(texts(document), QStringList({u"three"_s, u"four"_s, u"inner"_s, u"nine"_s}));
    QCOMPARE(document.blocks[0].number, 3);
    QCOMPARE(document.blocks[1].number, 4);
    QCOMPARE(document.blocks[2].number, 0);
    QCOMPARE(document.blocks[2].level, 2);
    QCOMPARE(document.blocks[3].number, 9);
    QVERIFY(document.blocks[3].kind == Kind::Item);
}

void BlocksTest::htmlLineInsideAnItem()
{
    const Document document = blocksFromHtml(u"<ol><li>one<br>more of one</li></ol><p>out</p>"_s);
    QVERIFY(document.blocks[1].kind == Kind::Item);
    QVERIFY(!document.blocks[1].startsParagraph);
    QVERIFY(document.blocks[2].kind == Kind::Paragraph);
}

void BlocksTest::htmlLinksKnowTheirPlace()
{
    const Block block =
        blocksFromHtml(u"<p>see <a class=x href='https://a.example/?a=1&amp;b=2'>this page</a> now</p>"_s).blocks[0];
    QCOMPARE(block.links.size(), 1);
    QCOMPARE(block.links[0].target, u"https://a.example/?a=1&b=2"_s);
    QCOMPARE(block.text.mid(block.links[0].begin, block.links[0].length), u"this page"_s);
}

void BlocksTest::htmlImagesCarryTheirText()
{
    const Document document = blocksFromHtml(u"<p>before</p><img src=x.png alt='LG - 机器学习'>"_s);
    QVERIFY(document.blocks[1].kind == Kind::Image);
    QCOMPARE(document.blocks[1].text, u"LG - 机器学习"_s);
}

void BlocksTest::htmlEntities_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("named") << u"a &amp; b &lt;c&gt; &hellip; &eacute;"_s << u"a & b <c> … é"_s;
    QTest::newRow("numbers") << u"&#8211;&#x2014;&#128052;"_s << u"–—🐴"_s;
    QTest::newRow("Windows numbers") << u"&#147;x&#148;"_s << u"“x”"_s;
    QTest::newRow("unknown") << u"R&D &nosuch; &"_s << u"R&D &nosuch; &"_s;
    QTest::newRow("no semicolon") << u"a &lt b"_s << u"a < b"_s;
    QTest::newRow("impossible numbers") << u"&#0; &#xD800; &#x110000;"_s << u"&#0; &#xD800; &#x110000;"_s;
}

void BlocksTest::htmlEntities()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(htmlDecoded(html), text);
}

void BlocksTest::htmlTagSoup_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("unclosed") << u"<p>one<p>two<li>three"_s << QStringList({u"one"_s, u"two"_s, u"three"_s});
    QTest::newRow("stray ends") << u"</div>one</ol></li></p></blockquote>two"_s << QStringList({u"one"_s, u"two"_s});
    QTest::newRow("bare signs") << u"<p>1 < 2 & 3 > 2</p>"_s << QStringList{u"1 < 2 & 3 > 2"_s};
    QTest::newRow("signs like a declaration")
        << u"<! DOCTYPE html><p>1 <!= 2 and 3 > 2</p>"_s << QStringList{u"1 <!= 2 and 3 > 2"_s};
    QTest::newRow("greater in a value") << u"<p title=\"a>b\">one</p>"_s << QStringList{u"one"_s};
    QTest::newRow("capitals") << u"<P>one<BR>two</P>"_s << QStringList({u"one"_s, u"two"_s});
}

void BlocksTest::htmlTagSoup()
{
    QFETCH(QString, html);
    QFETCH(QStringList, expected);
    QCOMPARE(texts(blocksFromHtml(html)), expected);
}

void BlocksTest::htmlTitleIsTheDocuments()
{
    const Document document = blocksFromHtml(u"<head><title>A &amp; B</title></head><p>one</p>"_s);
    QCOMPARE(document.title, u"A & B"_s);
    QVERIFY(!document.titleIsSure);
    QCOMPARE(texts(document), QStringList{u"one"_s});
}

void BlocksTest::htmlCutInATagIsTold()
{
    const Document document = blocksFromHtml(u"<p>one</p><p class=\"tw"_s);
    QCOMPARE(texts(document), QStringList{u"one"_s});
    QCOMPARE(document.repairs.size(), 1);
}

void BlocksTest::htmlNestingAndAttributesAreHarmless()
{
    const Document tables = blocksFromHtml(u"<table><tr><td>"_s.repeated(20000) + u"deep"_s);
    QCOMPARE(texts(tables), QStringList{u"deep"_s});
    const Document lists =
        blocksFromHtml(u"<ol><li>"_s.repeated(20000) + u"deep"_s + u"</li></ol>"_s.repeated(20000) + u"<p>after"_s);
    QCOMPARE(texts(lists), QStringList({u"deep"_s, u"after"_s}));
    QVERIFY(lists.blocks[0].level <= deepestNesting);
    QVERIFY(lists.blocks[1].kind == Kind::Paragraph);
    QString many = u"<a "_s;
    for (int i = 0; i < 20000; ++i)
        many += u"a%1='x' "_s.arg(i);
    QCOMPARE(texts(blocksFromHtml(many + u"href=x>text</a>"_s)), QStringList{u"text"_s});
}

void BlocksTest::attributesAreRead()
{
    QCOMPARE(htmlAttribute(u" class=x HREF = 'a b' id"_s, "href"_L1), u"a b"_s);
    QCOMPARE(htmlAttribute(u" href=plain/x?y=1 "_s, "href"_L1), u"plain/x?y=1"_s);
    QCOMPARE(htmlAttribute(u" data-href=no /"_s, "href"_L1), QString());
    QCOMPARE(htmlAttribute(u" = = 'x' \"y\" href=\"open"_s, "href"_L1), u"open"_s);
}

void BlocksTest::markdownBlocks()
{
    const Document document = blocksFromMarkdown(
        u"# Head **bold**\n\ntext with `code` and [link](https://a.example/)\n\n3. three\n4. four\n\n![alt](x.png)\n"_s);
    QCOMPARE(texts(document),
             QStringList({u"Head bold"_s, u"text with code and link"_s, u"three"_s, u"four"_s, u"alt"_s}));
    QVERIFY(document.blocks[0].kind == Kind::Heading);
    QCOMPARE(document.blocks[0].level, 1);
    QCOMPARE(document.blocks[1].links[0].target, u"https://a.example/"_s);
    QCOMPARE(document.blocks[3].number, 4);
    QVERIFY(document.blocks[4].kind == Kind::Image);
}

void BlocksTest::markdownLinesOfAParagraph()
{
    const Document document = blocksFromMarkdown(u"one\ntwo\n\nthree"_s);
    QCOMPARE(texts(document), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(!document.blocks[1].startsParagraph);
    QVERIFY(document.blocks[2].startsParagraph);
}

void BlocksTest::markdownQuotesAndNestedLists()
{
    const Document document = blocksFromMarkdown(u"> quoted\n>\n> - item\n\n- a\n\n  - b\n"_s);
    QCOMPARE(document.blocks[0].quote, 1);
    QCOMPARE(document.blocks[1].quote, 1);
    QVERIFY(document.blocks[1].kind == Kind::Item);
    QCOMPARE(document.blocks[2].quote, 0);
    QCOMPARE(document.blocks[3].level, 2);
}

void BlocksTest::markdownFrontMatterGivesTheTitle()
{
    const Document document = blocksFromMarkdown(u"---\nlayout: post\ntitle: \"A: B\"\n---\n\ntext"_s);
    QCOMPARE(document.title, u"A: B"_s);
    QVERIFY(document.titleIsSure);
    QCOMPARE(texts(document), QStringList{u"text"_s});
}

void BlocksTest::markdownWithHtmlInside()
{
    const Document document = blocksFromMarkdown(u"one<br>two <b>bold</b>\n\n<div>\n<p>three</p>\n</div>\n\nfour"_s);
    QCOMPARE(texts(document), QStringList({u"one"_s, u"two bold"_s, u"three"_s, u"four"_s}));
}

void BlocksTest::markdownTablesGiveTheirCells()
{
    const Document document = blocksFromMarkdown(u"| a | b |\n|---|---|\n| c | [d](https://x.example/) |\n"_s);
    QCOMPARE(texts(document), QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void BlocksTest::markdownNestingIsHarmless()
{
    QVERIFY(blocksFromMarkdown(u"> "_s.repeated(20000) + u"x"_s).blocks.size() <= 1);
    QVERIFY(blocksFromMarkdown(u"- "_s.repeated(20000) + u"x"_s).blocks.size() <= 1);
    QVERIFY(blocksFromMarkdown(u"["_s.repeated(50000)).blocks.size() == 1);
}

YAODIAN_TEST_APPLESS(BlocksTest)

} // namespace digest_blocks

#include "blocks.moc"
