// What a line says it is: numbers, labels, addresses, titles, marks of the closing list.
#include "digest/heads.h"
#include "digest/runon.h"
#include "digest/scan.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_lines {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

Block lineOf(const QString &text)
{
    Block block;
    block.text = text;
    return block;
}

class LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void labels_data();
    void labels();
    void addresses_data();
    void addresses();
    void linkLines_data();
    void linkLines();
    void headLines_data();
    void headLines();
    void numberedLines_data();
    void numberedLines();
    void bookTitles_data();
    void bookTitles();
    void closingLists_data();
    void closingLists();
    void scripts_data();
    void scripts();
    void chineseTitles_data();
    void chineseTitles();
    void venues();
    void aspectsOnOneLine_data();
    void aspectsOnOneLine();
};

void LinesTest::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("length");
    QTest::newRow("comma") << u"1、甲"_s << 1 << 2;
    QTest::newRow("dot") << u"12. Title"_s << 12 << 4;
    QTest::newRow("bracket") << u"3) x"_s << 3 << 3;
    QTest::newRow("two brackets") << u"(4) x"_s << 4 << 4;
    QTest::newRow("full width") << u"（５）甲"_s << 5 << 3;
    QTest::newRow("full-width dot") << u"６．甲"_s << 6 << 2;
    QTest::newRow("full stop") << u"3。 希望"_s << 3 << 3;
    QTest::newRow("circled") << u"③ 甲"_s << 3 << 2;
    QTest::newRow("keycap") << u"2\uFE0F\u20E3 甲"_s << 2 << 4;
    QTest::newRow("keycap without its variant") << u"2\u20E3甲"_s << 2 << 2;
    QTest::newRow("Chinese") << u"一、甲"_s << 1 << 2;
    QTest::newRow("Chinese twelve") << u"十二、甲"_s << 12 << 3;
    QTest::newRow("Chinese thirty-one") << u"三十一、甲"_s << 31 << 4;
    QTest::newRow("Chinese in brackets") << u"（三）甲"_s << 3 << 3;
    QTest::newRow("two marks") << u"1)、甲"_s << 1 << 3;
    QTest::newRow("bullet") << u"• 甲"_s << 0 << 2;
    QTest::newRow("dash") << u"- 甲"_s << 0 << 2;
    QTest::newRow("a number") << u"3.5 times"_s << 0 << 0;
    QTest::newRow("a year") << u"2023 was"_s << 0 << 0;
    QTest::newRow("five digits") << u"12345. x"_s << 0 << 0;
    QTest::newRow("a word") << u"一种方法"_s << 0 << 0;
    QTest::newRow("a dash in a word") << u"-est"_s << 0 << 0;
    QTest::newRow("a bracket in text") << u"(see) x"_s << 0 << 0;
    QTest::newRow("nothing") << QString() << 0 << 0;
}

void LinesTest::marks()
{
    QFETCH(QString, text);
    QFETCH(int, number);
    QFETCH(int, length);
    const ListMark mark = listMark(text);
    QCOMPARE(mark.number, number);
    QCOMPARE(int(mark.length), length);
}

void LinesTest::labels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("label");
    QTest::addColumn<QString>("labelled");
    const auto row = [](const char *text, Label label, const char *labelled) {
        QTest::newRow(text) << QString::fromUtf8(text) << int(label) << QString::fromUtf8(labelled);
    };
    row("要点:", Label::Points, "");
    row("要点", Label::Points, "");
    row("【要点】甲", Label::Points, "甲");
    row("「要点」甲", Label::Points, "甲");
    row("**要点：** 甲", Label::Points, "甲");
    row("核心要点：", Label::Points, "");
    row("Key points: a", Label::Points, "a");
    row("一句话总结：甲", Label::OneLine, "甲");
    row("TL;DR: a", Label::OneLine, "a");
    row("摘要: 甲", Label::Abstract, "甲");
    row("Abstract: a", Label::Abstract, "a");
    row("动机：甲", Label::Aspect, "甲");
    row("Motivation: a", Label::Aspect, "a");
    row("作者：A Moon", Label::Authors, "A Moon");
    row("Authors: A Moon", Label::Authors, "A Moon");
    row("单位：某大学", Label::Affiliations, "某大学");
    row("论文地址：http", Label::Link, "http");
    row("[论文] http", Label::Link, "http");
    row("代码：http", Label::OtherLink, "http");
    row("转自：某处", Label::Via, "某处");
    row("分类：cs.CL", Label::Category, "cs.CL");
    row("年份: 2023", Label::Year, "2023");
    for (const char *text :
         {"方法", "论文", "要点是什么", "The abstract: a story", "https://a.example", "", ":", "作者很多"})
        QTest::newRow(qPrintable(u"none: "_s + QString::fromUtf8(text))) << QString::fromUtf8(text) << -1 << QString();
}

void LinesTest::labels()
{
    QFETCH(QString, text);
    QFETCH(int, label);
    QFETCH(QString, labelled);
    const auto found = labelOf(text);
    QCOMPARE(found ? int(found->label) : -1, label);
    if (found)
        QCOMPARE(text.mid(found->textFrom), labelled);
}

void LinesTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::newRow("alone") << u"https://arxiv.org/abs/2301.00001"_s << u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("full stop") << u"see https://a.example/x."_s << u"https://a.example/x"_s;
    QTest::newRow("in brackets") << u"(https://a.example/x)"_s << u"https://a.example/x"_s;
    QTest::newRow("brackets of its own") << u"https://a.example/x_(y)"_s << u"https://a.example/x_(y)"_s;
    QTest::newRow("Chinese behind") << u"https://a.example/x。后面"_s << u"https://a.example/x"_s;
    QTest::newRow("glued legend") << u"https://arxiv.org/abs/2301.00001LG - 机器学习"_s
                                  << u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("capitals at its end") << u"https://a.example/LG"_s << u"https://a.example/LG"_s;
    QTest::newRow("query") << u"https://openreview.net/forum?id=Ab_-1&x=2"_s
                           << u"https://openreview.net/forum?id=Ab_-1&x=2"_s;
    QTest::newRow("upper case") << u"HTTPS://a.example/x"_s << u"HTTPS://a.example/x"_s;
    QTest::newRow("no address") << u"http:// and text"_s << QString();
    QTest::newRow("another scheme") << u"ftp://a.example/x"_s << QString();
}

void LinesTest::addresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const qsizetype at = findUrl(text);
    QCOMPARE(at < 0 ? QString() : text.mid(at, urlLength(text, at)), address);
}

void LinesTest::linkLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("address");
    QTest::newRow("alone") << u"https://a.example/x"_s << u"https://a.example/x"_s;
    QTest::newRow("label") << u"链接：https://a.example/x"_s << u"https://a.example/x"_s;
    QTest::newRow("label in brackets") << u"【论文链接】https://a.example/x"_s << u"https://a.example/x"_s;
    QTest::newRow("pictogram") << u"🔗 https://a.example/x"_s << u"https://a.example/x"_s;
    QTest::newRow("identifier") << u"arXiv:2301.00001"_s << u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("identifier with its version") << u"arXiv：2301.00001v2"_s << u"https://arxiv.org/abs/2301.00001v2"_s;
    QTest::newRow("DOI") << u"链接: 10.1234/fog.5"_s << u"https://doi.org/10.1234/fog.5"_s;
    QTest::newRow("a word behind a label") << u"论文：见附件"_s << QString();
    QTest::newRow("without its scheme") << u"arxiv.org/abs/2301.00001"_s << u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("glued legend") << u"https://a.example/2301LG - 机器学习"_s << u"https://a.example/2301"_s;
    QTest::newRow("text before") << u"Code is at https://a.example/x"_s << QString();
    QTest::newRow("text behind") << u"https://a.example/x holds our code and data"_s << QString();
    QTest::newRow("another label") << u"代码：https://a.example/x"_s << QString();
    QTest::newRow("shortened") << u"https://a.example/202..."_s << QString();
}

void LinesTest::linkLines()
{
    QFETCH(QString, line);
    QFETCH(QString, address);
    QCOMPARE(lineUrl(lineOf(line)), address);
}

void LinesTest::headLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << u"1、[CL] Clockwork Dreams"_s << u"Clockwork Dreams"_s;
    QTest::newRow("colon") << u"[CL]: Clockwork Dreams"_s << u"Clockwork Dreams"_s;
    QTest::newRow("bold") << u"**1、[CL] Clockwork Dreams**"_s << u"Clockwork Dreams"_s;
    QTest::newRow("keycap") << u"1\uFE0F\u20E3 [CL] Clockwork Dreams"_s << u"Clockwork Dreams"_s;
    QTest::newRow("places") << u"[MIT & Google]"_s << QString();
    QTest::newRow("places of two letters") << u"[GE] (2023)"_s << QString();
    QTest::newRow("a link") << u"[CL] https://a.example"_s << QString();
    QTest::newRow("never closed") << u"[CL Clockwork Dreams"_s << QString();
    QTest::newRow("a paragraph") << u"[CL] "_s + u"word "_s.repeated(100) << QString();
}

void LinesTest::headLines()
{
    QFETCH(QString, line);
    QFETCH(QString, title);
    const auto head = taggedHead(lineOf(line), {});
    QCOMPARE(head ? head->title : QString(), title);
}

void LinesTest::numberedLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("number");
    QTest::newRow("comma") << u"3、Clockwork Dreams"_s << 3;
    QTest::newRow("Chinese") << u"三、Clockwork Dreams"_s << 3;
    QTest::newRow("no number") << u"Clockwork Dreams"_s << 0;
    QTest::newRow("no title") << u"3、"_s << 0;
    QTest::newRow("a link") << u"3、https://a.example/x"_s << 0;
}

void LinesTest::numberedLines()
{
    QFETCH(QString, line);
    QFETCH(int, number);
    const auto head = numberedHead(lineOf(line));
    QCOMPARE(head ? head->number.value_or(0) : 0, number);
}

void LinesTest::bookTitles_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("number");
    QTest::newRow("bracket") << u"[1]《Clocks》"_s << u"Clocks"_s << 1;
    QTest::newRow("alone") << u"《Clocks》"_s << u"Clocks"_s << 0;
    QTest::newRow("numbered") << u"2、《Clocks》"_s << u"Clocks"_s << 2;
    QTest::newRow("marks behind") << u"[1]《Clocks》**"_s << u"Clocks"_s << 1;
    QTest::newRow("text behind") << u"《Clocks》 is a book"_s << QString() << 0;
    QTest::newRow("no number in the bracket") << u"[x]《Clocks》"_s << QString() << 0;
    QTest::newRow("none") << u"Clocks"_s << QString() << 0;
}

void LinesTest::bookTitles()
{
    QFETCH(QString, line);
    QFETCH(QString, title);
    QFETCH(int, number);
    int found = 0;
    QCOMPARE(bookTitle(line, found), title);
    if (!title.isEmpty())
        QCOMPARE(found, number);
}

void LinesTest::closingLists_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("heading");
    QTest::addColumn<bool>("opens");
    QTest::newRow("seed") << u"另外几篇值得关注的论文:"_s << false << true;
    QTest::newRow("other words") << u"其他值得关注的论文"_s << false << true;
    QTest::newRow("in brackets") << u"【还有几篇】"_s << false << true;
    QTest::newRow("bold") << u"**更多论文**"_s << false << true;
    QTest::newRow("heading") << u"更多"_s << true << true;
    QTest::newRow("a word") << u"更多"_s << false << false;
    QTest::newRow("a sentence")
        << u"另外,我们发现这些论文里的很多结论其实都不能在别的数据上重复出来,所以要小心对待它们所说的话。"_s << false
        << false;
}

void LinesTest::closingLists()
{
    QFETCH(QString, line);
    QFETCH(bool, heading);
    QFETCH(bool, opens);
    Block block = lineOf(line);
    block.kind = heading ? Block::Kind::Heading : Block::Kind::Paragraph;
    QCOMPARE(opensClosingList(block), opens);
}

void LinesTest::scripts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<bool>("latin");
    QTest::newRow("Chinese") << u"会做梦的时钟"_s << true << false;
    QTest::newRow("Chinese with a name") << u"Clockwork Dreams: 会做梦的时钟"_s << true << false;
    QTest::newRow("English") << u"Clockwork Dreams"_s << false << true;
    QTest::newRow("English with a sign") << u"Clockwork Dreams of the 钟 Society"_s << false << true;
    QTest::newRow("accents") << u"Delétang Sosič"_s << false << true;
    QTest::newRow("numbers") << u"123"_s << false << false;
}

void LinesTest::scripts()
{
    QFETCH(QString, text);
    QFETCH(bool, chinese);
    QFETCH(bool, latin);
    QCOMPARE(isChinese(text), chinese);
    QCOMPARE(isLatin(text), latin);
}

void LinesTest::chineseTitles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("no name") << u"Counting Sheep 用网络数羊"_s << u"用网络数羊"_s;
    QTest::newRow("a name of one word") << u"Models That Wind LLaMA: 开源的模型"_s << u"LLaMA: 开源的模型"_s;
    QTest::newRow("the title's own name")
        << u"Clockwork Dreams: Models Clockwork Dreams: 会做梦的模型"_s << u"Clockwork Dreams: 会做梦的模型"_s;
    QTest::newRow("glued") << u"Counting Sheep用网络数羊"_s << u"用网络数羊"_s;
}

void LinesTest::chineseTitles()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    qsizetype han = 0;
    while (!isHan(text[han]))
        ++han;
    QCOMPARE(text.mid(chineseTitleBegin(text, han, text)), title);
}

void LinesTest::venues()
{
    QVERIFY(isVenue(u"CVPR 2018"));
    QVERIFY(isVenue(u"ECCV 2018（oral）"));
    QVERIFY(!isVenue(u"In 2018 we wound a clock."));
    QVERIFY(!isVenue(u"Clockwork Dreams"));
    QVERIFY(!isVenue(u"二〇一八年的会议 2018 在某地"));
}

void LinesTest::aspectsOnOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("parts");
    QTest::newRow("three") << u"时钟会做梦。动机：想睡。方法：上发条。优势：睡得好。"_s << 4;
    QTest::newRow("from the start") << u"动机：想睡。方法：上发条。"_s << 2;
    QTest::newRow("one word in a text") << u"我们提出一种方法：上发条,然后睡觉。"_s << 1;
    QTest::newRow("none") << u"时钟会做梦。"_s << 1;
}

void LinesTest::aspectsOnOneLine()
{
    QFETCH(QString, text);
    QFETCH(int, parts);
    const QStringList found = splitAtAspects(text);
    QCOMPARE(int(found.size()), parts);
    QCOMPARE(found.join(QString()), text);
}

YAODIAN_TEST_APPLESS(LinesTest)

} // namespace digest_lines

#include "lines.moc"
