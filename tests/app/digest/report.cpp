// What a post's report says: a post that was read as a whole has no doubts, and every kind of loss is one.
#include "digest/report.h"
#include "digest/frame.h"
#include "digesttest.h"
#include "invented.h"
#include "tests/support/testmain.h"

namespace digest_report {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

/// The invented issue as if it had just been read.
Issue whole()
{
    Issue issue = inventedIssue();
    issue.report.headsSeen = int(issue.entries.size());
    return issue;
}

QStringList doubtsOf(Issue issue)
{
    examine(issue);
    QStringList doubts;
    for (const Doubt &doubt : issue.report.doubts)
        doubts << u"%1: %2"_s.arg(doubt.entry).arg(doubt.text);
    return doubts;
}

/// Three numbered entries more, so that "the others have it" means something.
Issue sixNumbered()
{
    Issue issue = whole();
    issue.entries.resize(3);
    for (int i = 3; i < 6; ++i) {
        Entry entry = issue.entries[i - 3];
        entry.number = i + 1;
        entry.title += u" Again"_s;
        issue.entries.append(entry);
    }
    for (Entry &entry : issue.entries)
        entry.abstractZh = u"一段话。"_s;
    issue.report.headsSeen = 6;
    return issue;
}

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeIssueHasNoDoubts();
    void postWithoutPapersHasNone();
    void missingFieldIsDoubtful_data();
    void missingFieldIsDoubtful();
    void fieldThatFewHaveIsNotMissed();
    void gapInTheNumbers();
    void numberTwice();
    void closingListCountsAnew();
    void missingTitle();
    void titleThatIsAParagraph();
    void swallowedHead();
    void swallowedLabel();
    void headsWithoutEntries();
    void leftOverWithAPaper();
    void aClosingWordIsNoDoubt();
    void labelledLeftOverIsNoDoubt();
    void lineOfALeftOver();
    void fieldsAreCounted();
    void frameOfASite_data();
    void frameOfASite();
    void textOfAPost_data();
    void textOfAPost();
    void menusOfAPageAreNoLeftOver();
};

void ReportTest::wholeIssueHasNoDoubts()
{
    QCOMPARE(doubtsOf(whole()), QStringList());
    QCOMPARE(doubtsOf(sixNumbered()), QStringList());
}

void ReportTest::postWithoutPapersHasNone()
{
    const Issue issue = one(u"今天天气很好\n\n我们去公园散步,看了鸭子,然后回家。公园里有三只鸭子。\n"_s.toUtf8());
    QVERIFY(issue.entries.isEmpty());
    QVERIFY(issue.report.doubts.isEmpty());
}

void ReportTest::missingFieldIsDoubtful_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("word");
    QTest::newRow("link") << u"url"_s << u"no link"_s;
    QTest::newRow("authors") << u"authors"_s << u"no authors"_s;
    QTest::newRow("points") << u"points"_s << u"no points"_s;
    QTest::newRow("abstracts") << u"abstracts"_s << u"no abstract"_s;
}

void ReportTest::missingFieldIsDoubtful()
{
    QFETCH(QString, field);
    QFETCH(QString, word);
    Issue issue = sixNumbered();
    for (int i = 0; i < 6; ++i) // nine of ten must have abstracts for one to be missed
        issue.entries.append(issue.entries[i]);
    for (int i = 0; i < 12; ++i)
        issue.entries[i].number = i + 1;
    issue.report.headsSeen = 12;
    Entry &entry = issue.entries[4];
    if (field == "url"_L1)
        entry.url.clear();
    else if (field == "authors"_L1)
        entry.authors.clear();
    else if (field == "points"_L1)
        entry.keyPoints.clear();
    else
        entry.abstractEn = entry.abstractZh = QString();
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 1);
    QVERIFY2(doubts[0].startsWith(u"4: "_s) && doubts[0].contains(word), qPrintable(doubts[0]));
}

void ReportTest::fieldThatFewHaveIsNotMissed()
{
    Issue issue = sixNumbered();
    for (int i = 0; i < 4; ++i) {
        issue.entries[i].url.clear();
        issue.entries[i].authors.clear();
    }
    QCOMPARE(doubtsOf(issue), QStringList());
}

void ReportTest::gapInTheNumbers()
{
    Issue issue = sixNumbered();
    issue.entries.removeAt(2);
    issue.report.headsSeen = 5;
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 1);
    QVERIFY2(doubts[0].contains(u"2 and 4"_s), qPrintable(doubts[0]));
}

void ReportTest::numberTwice()
{
    Issue issue = sixNumbered();
    issue.entries[3].number = 3;
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 2); // the number, and the gap behind it
    QVERIFY2(doubts[0].contains(u"3 occurs twice"_s), qPrintable(doubts[0]));
}

void ReportTest::closingListCountsAnew()
{
    Issue issue = sixNumbered();
    for (int i = 3; i < 6; ++i) {
        issue.entries[i].section = Section::Also;
        issue.entries[i].number = i - 2;
    }
    QCOMPARE(doubtsOf(issue), QStringList());
}

void ReportTest::missingTitle()
{
    Issue issue = whole();
    issue.entries[1].title.clear();
    issue.entries[1].titleZh.clear();
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 1);
    QVERIFY(doubts[0].contains(u"no title"_s));
}

void ReportTest::titleThatIsAParagraph()
{
    Issue issue = whole();
    issue.entries[1].title = u"Sheep "_s.repeated(60);
    QCOMPARE(doubtsOf(issue).size(), 1);
}

void ReportTest::swallowedHead()
{
    Issue issue = whole();
    issue.entries[0].abstractEn += u"\n\n2、[CV] An Entry That Was Swallowed"_s;
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 1);
    QVERIFY(doubts[0].startsWith(u"0: "_s));
}

void ReportTest::swallowedLabel()
{
    Issue issue = whole();
    issue.entries[2].oneLine += u" 要点: 还有别的"_s;
    QCOMPARE(doubtsOf(issue).size(), 1);
}

void ReportTest::headsWithoutEntries()
{
    Issue issue = whole();
    issue.report.headsSeen = 7;
    const QStringList doubts = doubtsOf(issue);
    QCOMPARE(doubts.size(), 1);
    QVERIFY(doubts[0].startsWith(u"-1: 7"_s));
}

void ReportTest::leftOverWithAPaper()
{
    Issue issue = whole();
    issue.report.unparsed = {{u"And then there is https://arxiv.org/abs/2301.00009 about geese."_s, 40}};
    QCOMPARE(doubtsOf(issue).size(), 1);
    issue.report.unparsed = {{u"3、[CL] A Title Long Enough To Be One, Which Nobody Read"_s, 40}};
    QCOMPARE(doubtsOf(issue).size(), 1);
    issue.report.unparsed = {{u"很长的一段话。"_s.repeated(120), 40}};
    QCOMPARE(doubtsOf(issue).size(), 1);
}

void ReportTest::aClosingWordIsNoDoubt()
{
    Issue issue = whole();
    issue.report.unparsed = {{u"今天就到这里,感谢各位读到最后,明天我们继续给自己上发条,再见。"_s, 40}};
    QCOMPARE(doubtsOf(issue), QStringList());
}

void ReportTest::labelledLeftOverIsNoDoubt()
{
    Issue issue = whole();
    issue.report.unparsed = {{u"代码：https://github.com/nobody/clock-with-a-very-long-name-that-goes-on"_s, 12},
                             {u"CVPR 2018"_s, 13}};
    QCOMPARE(doubtsOf(issue), QStringList());
}

void ReportTest::lineOfALeftOver()
{
    const Issue issue =
        one("# A List\n\n### [A First Clock](https://arxiv.org/abs/2301.00001)\n\n#### What The Writer Had For "
            "Lunch\n\n### [A Second Clock](https://arxiv.org/abs/2301.00002)\n",
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.report.unparsed.size(), 1);
    QCOMPARE(issue.report.unparsed[0].line, 3);
    QCOMPARE(issue.report.unparsed[0].text, u"What The Writer Had For Lunch"_s);
}

void ReportTest::fieldsAreCounted()
{
    QHash<QString, int> counts;
    for (const FieldCount &count : fieldsFound(inventedIssue()))
        counts.insert(count.field, count.entries);
    QCOMPARE(counts.value(u"n"_s), 3);
    QCOMPARE(counts.value(u"title"_s), 5);
    QCOMPARE(counts.value(u"affiliations"_s), 4);
    QCOMPARE(counts.value(u"year"_s), 2);
    QCOMPARE(counts.value(u"key_points"_s), 3);
    QCOMPARE(counts.value(u"abstract_zh"_s), 1);
    QCOMPARE(counts.value(u"body"_s), 0);
    QCOMPARE(counts.value(u"url"_s), 5);
}

void ReportTest::frameOfASite_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"1,054次阅读",
                             "没有评论",
                             "评论(3)",
                             "浏览 12",
                             "12人点赞",
                             "正文完",
                             "END",
                             "上一篇:旧文",
                             "分享到：微博 微信",
                             "扫码关注我们",
                             "© 2023 某某",
                             "Powered by Something",
                             "首页",
                             "RSS",
                             "post-qrcode",
                             "沙发等你来抢",
                             "版权声明：转载请注明",
                             "LG - 机器学习 CV - 计算机视觉",
                             "* * *",
                             "—— ——",
                             "Subscribe to our newsletter to stay on top of research."})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void ReportTest::frameOfASite()
{
    QFETCH(QString, line);
    Block block;
    block.text = line;
    QVERIFY(isFrame(block));
}

void ReportTest::textOfAPost_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"我们用公众号的数据训练了一个模型。", "Attention is all you need", "会给自己上发条的语言模型", "3. 第三点;",
          "分享一个想法:时钟也会做梦,而且梦得很准,准到可以用来校对别的时钟,我们为此写了一整篇论文,请看下面的链接和附录,"
          "谢谢各位读者的耐心阅读,祝大家每天都有好梦,再会,再会,再会,再会,再会,再会。"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void ReportTest::textOfAPost()
{
    QFETCH(QString, line);
    Block block;
    block.text = line;
    QVERIFY(!isFrame(block));
}

void ReportTest::menusOfAPageAreNoLeftOver()
{
    const QString text = printed(inventedIssue(), {});
    const Issue issue = one(pageAround(paragraphs(text), inventedIssue().title).toUtf8(), "x.html");
    QCOMPARE(issue.entries.size(), 5);
    QVERIFY(issue.report.unparsed.isEmpty());
    QVERIFY(issue.report.doubts.isEmpty());
    QVERIFY2(issue.intro.isEmpty(), qPrintable(issue.intro));
}

YAODIAN_TEST_APPLESS(ReportTest)

} // namespace digest_report

#include "report.moc"
