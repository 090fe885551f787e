// The daily digest: heads with category tags, 要点 or abstracts, a closing list.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_daily {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class DailyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legendLineIsTitleAndLegend();
    void contentsAreNoEntries();
    void summaryOfThePostIsNoAbstract();
    void fieldsOfAnEntry();
    void affiliationsAreSplitAtAmpersandNeverAtCommas();
    void renumberedPointsAreAllThere();
    void yearAndPeopleShareALine();
    void linkEndsBeforeTheLegendGluedToIt();
    void linkInsideAnAbstractStaysText();
    void closingListIsTheAlsoSection();
    void whatFollowsTheLastLinkIsNotItsEntry();
    void chineseTitleEndsAtItsFirstFullStop();
    void titleZhMayStandBeforeTheAuthors();
    void linkBehindTheAffiliation();
    void viaIsKept();
    void severalCategories();
    void aspectsStandInForPoints();
    void affiliationOfCapitalsIsNoHead_data();
    void affiliationOfCapitalsIsNoHead();
    void labels_data();
    void labels();
    void numbersOfHeads_data();
    void numbersOfHeads();
    void namesOfAuthors_data();
    void namesOfAuthors();
    void contentsAtTheEndAreNoEntriesEither();
    void reportCountsHeadsAndEntries();
    void lineBreaksThatWereLostAreFound();
};

/// A post of one entry with `below` under its head.
Issue around(const QString &below, const QString &head = u"1、[CL] A Study of Things"_s)
{
    return one((head + u'\n' + below + u"\n"_s).toUtf8(), "post.txt");
}

Entry entryOf(const QString &below)
{
    const Issue issue = around(below);
    return issue.entries.size() == 1 ? issue.entries.first() : Entry();
}

void DailyTest::legendLineIsTitleAndLegend()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(issue.title, u"LG – 机器学习 CV – 计算机视觉 CL – 计算与语言"_s);
    QCOMPARE(issue.legend.size(), 3);
    QCOMPARE(issue.legend[1].code, u"CV"_s);
    QCOMPARE(issue.legend[2].name, u"计算与语言"_s);
    QCOMPARE(issue.report.family, u"daily"_s);
}

void DailyTest::contentsAreNoEntries()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(titles(issue),
             QStringList({u"Attention Is All You Need"_s, u"Adam: A Method for Stochastic Optimization"_s,
                          u"Deep Residual Learning for Image Recognition"_s, u"Auto-Encoding Variational Bayes"_s}));
    QVERIFY2(issue.intro.isEmpty(), qUtf8Printable(issue.intro));
}

void DailyTest::summaryOfThePostIsNoAbstract()
{
    const Issue issue = post("daily_points.txt");
    QVERIFY(issue.summary.startsWith(u"只用注意力的翻译模型"_s));
    for (const Entry &entry : issue.entries)
        QVERIFY(entry.abstractZh.isEmpty());
}

void DailyTest::fieldsOfAnEntry()
{
    const Entry entry = post("daily_points.txt").entries[0];
    QCOMPARE(entry.number.value_or(0), 1);
    QCOMPARE(entry.categories, QStringList{u"CL"_s});
    QCOMPARE(entry.titleZh, u"Transformer: 只靠注意力的序列模型"_s);
    QCOMPARE(entry.authors, QStringList({u"A Vaswani"_s, u"N Shazeer"_s, u"N Parmar"_s}));
    QVERIFY(entry.etAl);
    QVERIFY(!entry.year);
    QCOMPARE(entry.oneLine, u"一种完全由注意力组成的编码器与解码器,训练更快,翻译更好。"_s);
    QVERIFY(entry.abstractEn.startsWith(u"This is an invented abstract"_s));
    QCOMPARE(entry.url, u"https://arxiv.org/abs/1706.03762"_s);
    QVERIFY(entry.body.isEmpty());
}

void DailyTest::affiliationsAreSplitAtAmpersandNeverAtCommas()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(issue.entries[0].affiliations,
             QStringList({u"Google Brain"_s, u"Google Research"_s, u"University of Toronto"_s}));
    QCOMPARE(issue.entries[1].affiliations,
             QStringList({u"University of Amsterdam"_s, u"University of California, San Diego"_s}));
    QCOMPARE(entryOf(u"J Doe\n[Texas A&M & EDF R&D]"_s).affiliations, QStringList({u"Texas A&M"_s, u"EDF R&D"_s}));
    QVERIFY(entryOf(u"J Doe\n[]"_s).affiliations.isEmpty());
}

void DailyTest::renumberedPointsAreAllThere()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(issue.entries[0].keyPoints.size(), 4);
    QCOMPARE(issue.entries[0].keyPoints[2], u"位置信息由固定的正弦函数给出;"_s);
    QCOMPARE(issue.entries[3].keyPoints.size(), 3);
    QCOMPARE(issue.entries[3].keyPoints[1], u"重参数化让采样可以求导;"_s);
}

void DailyTest::yearAndPeopleShareALine()
{
    const Issue issue = post("daily_points.txt");
    const Entry &residual = issue.entries[2];
    QCOMPARE(residual.authors.size(), 4);
    QCOMPARE(residual.affiliations, QStringList{u"Microsoft Research"_s});
    QCOMPARE(residual.year.value_or(0), 2015);
    QCOMPARE(issue.entries[3].authors, QStringList{u"M Welling"_s});
    QCOMPARE(issue.entries[3].year.value_or(0), 2013);
    QVERIFY(!issue.entries[1].year); // "(Smith et al., 2014)" stands in the abstract
}

void DailyTest::linkEndsBeforeTheLegendGluedToIt()
{
    QCOMPARE(post("daily_points.txt").entries[2].url, u"https://arxiv.org/abs/1512.03385"_s);
}

void DailyTest::linkInsideAnAbstractStaysText()
{
    const Entry entry =
        entryOf(u"J Doe\n标题\nCode is at https://rb.gy/abc12.\nhttps://openreview.net/forum?id=BrKY4Wr6dk2"_s);
    QCOMPARE(entry.abstractEn, u"Code is at https://rb.gy/abc12."_s);
    QCOMPARE(entry.url, u"https://openreview.net/forum?id=BrKY4Wr6dk2"_s);
}

void DailyTest::closingListIsTheAlsoSection()
{
    const Issue issue = post("daily_points.txt");
    QVERIFY(issue.entries[1].section == Section::Main);
    QVERIFY(issue.entries[2].section == Section::Also);
    QVERIFY(!issue.entries[2].number);
    QVERIFY(issue.entries[3].section == Section::Also);
}

void DailyTest::whatFollowsTheLastLinkIsNotItsEntry()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(issue.entries.last().abstractEn, u"An efficient estimator is described here in invented words."_s);
    const Issue other = post("daily_abstracts.txt");
    QVERIFY(other.entries.last().abstractZh.isEmpty());
    QVERIFY(other.entries.last().body.isEmpty());
}

void DailyTest::chineseTitleEndsAtItsFirstFullStop()
{
    const Issue issue = post("daily_abstracts.txt");
    QCOMPARE(issue.entries[0].titleZh, u"GAN: 两个网络的博弈"_s);
    QCOMPARE(issue.entries[0].abstractZh,
             u"生成网络学着骗过判别网络,判别网络学着识破它。这段摘要是为测试而写的,并非原文。文中没有马尔可夫链。"_s);
    QVERIFY(issue.entries[0].abstractEn.endsWith(u"them.1"_s));
    QCOMPARE(issue.entries[1].authors[0], u"A v d Oord"_s);
    QCOMPARE(issue.entries[1].url, u"https://example.org/papers/wavenet.pdf"_s);
}

void DailyTest::titleZhMayStandBeforeTheAuthors()
{
    const Entry entry = post("daily_abstracts.txt").entries[2];
    QCOMPARE(entry.titleZh, u"自动驾驶的端到端学习"_s);
    QCOMPARE(entry.authors.size(), 3);
    QCOMPARE(entry.affiliations, QStringList({u"NVIDIA"_s, u"Vector Institute for AI"_s}));
}

void DailyTest::linkBehindTheAffiliation()
{
    const Entry entry = post("daily_abstracts.txt").entries[3];
    QCOMPARE(entry.affiliations, QStringList({u"University of Washington"_s, u"Allen Institute for AI"_s}));
    QCOMPARE(entry.url, u"https://arxiv.org/abs/1506.02640"_s);
}

void DailyTest::viaIsKept()
{
    QCOMPARE(post("daily_abstracts.txt").via, u"某某的每日推介"_s);
}

void DailyTest::severalCategories()
{
    QCOMPARE(around(u"J Doe"_s, u"1、[CL][LG] A Study"_s).entries[0].categories, QStringList({u"CL"_s, u"LG"_s}));
    QCOMPARE(around(u"J Doe"_s, u"[CL/CV] A Study"_s).entries[0].categories, QStringList({u"CL"_s, u"CV"_s}));
    const QJsonObject gold = toGold(around(u"J Doe"_s, u"1、[CL][LG] A Study"_s));
    QCOMPARE(gold["entries"_L1][0]["category"_L1].toString(), u"CL"_s);
    QCOMPARE(gold["entries"_L1][0]["categories"_L1].toArray().size(), 2);
    QVERIFY(!toGold(around(u"J Doe"_s))["entries"_L1][0].toObject().contains("categories"_L1));
}

void DailyTest::aspectsStandInForPoints()
{
    const Entry entry = entryOf(
        u"J Doe\n[A Lab]\n一个题目\n动机：事情不清楚。\n方法：想一想。\n优势：清楚了。\n一句话总结：想清楚了。"_s);
    QCOMPARE(entry.keyPoints, QStringList({u"动机：事情不清楚。"_s, u"方法：想一想。"_s, u"优势：清楚了。"_s}));
    QCOMPARE(entry.oneLine, u"想清楚了。"_s);
    QCOMPARE(entry.titleZh, u"一个题目"_s);
}

void DailyTest::affiliationOfCapitalsIsNoHead_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"[CMU]", "[MIT] (2023)", "[KAIST & LG AI Research]", "[UCLA & NYU]",
                             "[NYU] https://arxiv.org/abs/1706.03762"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void DailyTest::affiliationOfCapitalsIsNoHead()
{
    QFETCH(QString, line);
    const Issue issue = around(u"J Doe, K Roe\n"_s + line + u"\n一个题目"_s);
    QCOMPARE(issue.entries.size(), 1);
    QVERIFY(!issue.entries[0].affiliations.isEmpty());
    QCOMPARE(issue.entries[0].titleZh, u"一个题目"_s);
}

void DailyTest::labels_data()
{
    QTest::addColumn<QString>("points");
    QTest::addColumn<QString>("oneLine");
    QTest::newRow("half width") << u"要点:"_s << u"一句话总结:\n"_s;
    QTest::newRow("full width") << u"要点："_s << u"一句话总结："_s;
    QTest::newRow("brackets") << u"【要点】"_s << u"【一句话总结】"_s;
    QTest::newRow("stars") << u"**要点**:"_s << u"**一句话总结**："_s;
    QTest::newRow("bare") << u"要点"_s << u"一句话总结\n"_s;
    QTest::newRow("other words") << u"核心要点："_s << u"TL;DR: "_s;
}

void DailyTest::labels()
{
    QFETCH(QString, points);
    QFETCH(QString, oneLine);
    const Entry entry = entryOf(u"J Doe\n题目\n"_s + points + u"\n1. 第一;\n2. 第二。\n"_s + oneLine +
                                u"总之如此。\nAn abstract here."_s);
    QCOMPARE(entry.keyPoints, QStringList({u"第一;"_s, u"第二。"_s}));
    QCOMPARE(entry.oneLine, u"总之如此。"_s);
    QCOMPARE(entry.abstractEn, u"An abstract here."_s);
}

void DailyTest::numbersOfHeads_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<int>("number");
    QTest::newRow("comma") << u"2、[CV] Title Here"_s << 2;
    QTest::newRow("dot") << u"2. [CV] Title Here"_s << 2;
    QTest::newRow("full-width digit") << u"２、[CV] Title Here"_s << 2;
    QTest::newRow("full-width dot") << u"12．【CV】Title Here"_s << 12;
    QTest::newRow("bracket") << u"2) [CV] Title Here"_s << 2;
    QTest::newRow("full-width bracket") << u"2）［CV］ Title Here"_s << 2;
    QTest::newRow("both brackets") << u"（2）[CV] Title Here"_s << 2;
    QTest::newRow("number behind the tag") << u"[CV] 2、Title Here"_s << 2;
    QTest::newRow("none") << u"[CV] Title Here"_s << 0;
    QTest::newRow("arXiv's code") << u"3、[cs.CV] Title Here"_s << 3;
}

void DailyTest::numbersOfHeads()
{
    QFETCH(QString, head);
    QFETCH(int, number);
    const Issue issue = around(u"J Doe, K Roe\n[A Lab]"_s, head);
    QCOMPARE(issue.entries.size(), 1);
    QCOMPARE(issue.entries[0].number.value_or(0), number);
    QCOMPARE(issue.entries[0].title, u"Title Here"_s);
    QVERIFY(issue.entries[0].categories[0].endsWith(u"CV"_s));
}

void DailyTest::namesOfAuthors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("authors");
    QTest::addColumn<bool>("etAl");
    QTest::newRow("ellipsis") << u"O Press, NA Smith…"_s << QStringList({u"O Press"_s, u"NA Smith"_s}) << true;
    QTest::newRow("dots") << u"O Press, NA Smith..."_s << QStringList({u"O Press"_s, u"NA Smith"_s}) << true;
    QTest::newRow("et al") << u"Saurav Kadavath et al."_s << QStringList{u"Saurav Kadavath"_s} << true;
    QTest::newRow("等") << u"Wei Li，Ann Lee 等"_s << QStringList({u"Wei Li"_s, u"Ann Lee"_s}) << true;
    QTest::newRow("full width") << u"B T. Kiani，Y LeCun，SM Muru Zhang"_s
                                << QStringList({u"B T. Kiani"_s, u"Y LeCun"_s, u"SM Muru Zhang"_s}) << false;
    QTest::newRow("and") << u"Elahe Arani, Fahad Sarfraz & Bahram Zonooz."_s
                         << QStringList({u"Elahe Arani"_s, u"Fahad Sarfraz"_s, u"Bahram Zonooz"_s}) << false;
    QTest::newRow("particles") << u"M d L Gorce, Rianne van den Berg, D B. D'Ambrosio"_s
                               << QStringList({u"M d L Gorce"_s, u"Rianne van den Berg"_s, u"D B. D'Ambrosio"_s})
                               << false;
    QTest::newRow("accents") << u"G Delétang, Rok Sosič, Joāo Carreira"_s
                             << QStringList({u"G Delétang"_s, u"Rok Sosič"_s, u"Joāo Carreira"_s}) << false;
    QTest::newRow("label") << u"作者：Wei Li, Ann Lee"_s << QStringList({u"Wei Li"_s, u"Ann Lee"_s}) << false;
}

void DailyTest::namesOfAuthors()
{
    QFETCH(QString, line);
    QFETCH(QStringList, authors);
    QFETCH(bool, etAl);
    const Entry entry = entryOf(line + u"\n一个题目"_s);
    QCOMPARE(entry.authors, authors);
    QCOMPARE(entry.etAl, etAl);
    QCOMPARE(entry.titleZh, u"一个题目"_s);
}

void DailyTest::contentsAtTheEndAreNoEntriesEither()
{
    const Issue issue =
        one(u"1、[CL] One Title\nJ Doe\n要点:\n1. 甲;\n2. 乙。\n2、[CV] Two Titles\nK Roe\n要点:\n1. 丙;\n2. 丁。\n"
            "目录\n1、[CL] One Title\n2、[CV] Two Titles\n"_s.toUtf8());
    QCOMPARE(titles(issue), QStringList({u"One Title"_s, u"Two Titles"_s}));
}

void DailyTest::reportCountsHeadsAndEntries()
{
    const Issue issue = post("daily_points.txt");
    QCOMPARE(issue.report.headsSeen, 4);
    QCOMPARE(issue.report.entriesMade, 4);
    QCOMPARE(issue.report.encoding, u"UTF-8"_s);
    QVERIFY(issue.report.repairs.isEmpty());
    QVERIFY(issue.report.unparsed.isEmpty()); // "post-qrcode" and what else stands below "正文完" is the site's
    QVERIFY(issue.report.doubts.isEmpty());
}

void DailyTest::lineBreaksThatWereLostAreFound()
{
    const Issue issue = post("runon.md");
    QCOMPARE(issue.title, u"Toolformer - Notes"_s);
    QCOMPARE(issue.via, u"某乎"_s);
    const Entry entry = issue.entries.value(0);
    QCOMPARE(entry.title, u"Toolformer: Language Models Can Teach Themselves to Use Tools"_s);
    QCOMPARE(entry.authors, QStringList({u"T Schick"_s, u"J Dwivedi-Yu"_s, u"R Dessì"_s}));
    QVERIFY(entry.etAl);
    QCOMPARE(entry.affiliations, QStringList({u"Meta AI Research"_s, u"Universitat Pompeu Fabra"_s}));
    QCOMPARE(entry.titleZh, u"Toolformer：语言模型可以自学使用工具"_s);
    QCOMPARE(entry.keyPoints.size(), 4);
    QCOMPARE(entry.keyPoints[1], u"动机：模型不会算术也不会查资料。"_s);
    QCOMPARE(entry.oneLine, u"让模型学会在需要时调用工具。"_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2302.04761"_s); // the page's, as the entry has none
}

YAODIAN_TEST_APPLESS(DailyTest)

} // namespace digest_daily

#include "daily.moc"
