// Posts whose line breaks a scraper lost: cut into their lines again, or left alone where they are none.
#include "digest/scraped.h"
#include "digest/legend.h"
#include "digesttest.h"
#include "invented.h"
#include "tests/support/testmain.h"

namespace digest_scraped {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

const auto front = u"LG - 机器学习 CV - 计算机视觉 1,054次阅读 "_s;
const auto filler = u"一段为了够长而写的话,"_s.repeated(40) + u"完。 "_s;

QStringList cut(const QString &text)
{
    Block block;
    block.text = text;
    block.line = 9;
    QStringList lines;
    for (const Block &line : withoutScrapedLines({block}, legendInside(text))) {
        if (line.line != 9)
            qFatal("a piece forgot its line");
        lines << line.text;
    }
    return lines;
}

class ScrapedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legendInsideALine();
    void headsBegin();
    void linksStandAlone();
    void linkInATextStays();
    void scriptChanges();
    void viaBeforeTheFirstHead();
    void chineseTitleBeforeAuthors();
    void shortLineStays();
    void oneHeadIsNoPost();
    void unknownCodesAreNoHeads();
    void wholePost();
    void pageTitleFromItsFrame();
    void sourceOfAPostWithoutLinks();
};

void ScrapedTest::legendInsideALine()
{
    const QList<LegendItem> legend = legendInside(u"某站 LG – 机器学习 CV – 计算机视觉 12次阅读");
    QCOMPARE(legend.size(), 2);
    QCOMPARE(legend[1].name, u"计算机视觉"_s);
    QVERIFY(legendInside(u"LG – 机器学习 and nothing more").isEmpty());
    QCOMPARE(legendInside(u"LG - 机器学习 RO - 机器人转自某某").value(1).name, u"机器人"_s);
}

void ScrapedTest::headsBegin()
{
    const QStringList lines = cut(front + u"1、[LG] Clockwork Dreams A Moon, B Sand [Clock Lab] 时钟 要点: 1. "_s +
                                  filler + u"2、[cs.CV][LG] Counting Sheep E Fern, G Heath [Sheep U] 数羊"_s);
    QVERIFY(lines.contains(u"1、[LG] Clockwork Dreams"_s));
    QVERIFY(lines.contains(u"2、[cs.CV][LG] Counting Sheep"_s));
    QVERIFY(lines.contains(u"A Moon, B Sand [Clock Lab] 时钟"_s));
}

void ScrapedTest::linksStandAlone()
{
    const QStringList lines = cut(front + u"1、[LG] Clockwork Dreams "_s + filler +
                                  u"https://arxiv.org/abs/2301.00001 2、[CV] Counting Sheep 论文地址："
                                  "https://arxiv.org/abs/2301.00002 感谢阅读"_s);
    QVERIFY(lines.contains(u"https://arxiv.org/abs/2301.00001"_s));
    QVERIFY(lines.contains(u"论文地址：https://arxiv.org/abs/2301.00002"_s));
}

void ScrapedTest::linkInATextStays()
{
    const QStringList lines = cut(front + u"1、[LG] Clockwork Dreams "_s + filler +
                                  u"Our code is at https://github.com/nobody/clock and runs. 2、[CV] Counting Sheep"_s);
    QVERIFY(lines.filter(u"Our code is at https://github.com/nobody/clock and runs."_s).size() == 1);
}

void ScrapedTest::scriptChanges()
{
    const QStringList lines = cut(front + u"1、[LG] Clockwork Dreams "_s + filler +
                                  u"We wind models at night and they wake up early. 2、[CV] Counting Sheep"_s);
    QVERIFY(lines.contains(u"We wind models at night and they wake up early."_s));
}

void ScrapedTest::viaBeforeTheFirstHead()
{
    const QStringList lines =
        cut(front + u"转自某某 1、[LG] Clockwork Dreams "_s + filler + u"这段话转自别处。 2、[CV] Counting Sheep"_s);
    QVERIFY(lines.contains(u"转自某某"_s));
    QVERIFY(lines.filter(u"这段话转自别处。"_s).size() == 1);
}

void ScrapedTest::chineseTitleBeforeAuthors()
{
    const QStringList lines =
        cut(front + u"1、[LG] Clockwork Dreams "_s + filler +
            u"2、[CV] Counting Sheep 用网络数羊 E Fern, G Heath [Sheep U] https://arxiv.org/abs/2301.00002"_s);
    QVERIFY(lines.contains(u"2、[CV] Counting Sheep"_s));
    QVERIFY(lines.contains(u"用网络数羊"_s));
    QVERIFY(lines.contains(u"E Fern, G Heath [Sheep U]"_s));
}

void ScrapedTest::shortLineStays()
{
    const QString text = u"1、[LG] Clockwork Dreams 2、[CV] Counting Sheep"_s;
    QCOMPARE(cut(text), QStringList{text});
}

void ScrapedTest::oneHeadIsNoPost()
{
    const QString text = u"1、[LG] Clockwork Dreams "_s + filler;
    QCOMPARE(cut(text), QStringList{text});
}

void ScrapedTest::unknownCodesAreNoHeads()
{
    const QString text = u"[GE] Ships and Engines "_s + filler + u"[HP] Printers "_s;
    QCOMPARE(cut(text), QStringList{text});
}

void ScrapedTest::wholePost()
{
    const Issue issue = one(onOneLine(printed(inventedIssue(), {})).toUtf8());
    QCOMPARE(issue.entries.size(), 5);
    QCOMPARE(issue.summary, inventedIssue().summary);
    QVERIFY(issue.report.doubts.isEmpty());
}

void ScrapedTest::pageTitleFromItsFrame()
{
    const Issue issue = one((u"| 首页 | 归档 | [人工智能]时钟的两篇论文推荐 | 开场白。 1、Clockwork DreamsEmma Moon, "
                             u"Alex Sand. 一个会做梦的"
                             "时钟。"_s +
                             filler +
                             u"https://openreview.net/forum?id=Clock1 2、Counting SheepEve Fern, Gus Heath. "
                             "一个会数羊的网络。 https://openreview.net/forum?id=Sheep2"_s)
                                .toUtf8());
    QCOMPARE(issue.report.family, u"glued"_s);
    QCOMPARE(issue.title, u"时钟的两篇论文推荐"_s);
    QCOMPARE(issue.intro, u"开场白。"_s);
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
}

void ScrapedTest::sourceOfAPostWithoutLinks()
{
    const Issue issue =
        one((u"开场白。 1、Clockwork DreamsEmma Moon, Alex Sand. 一个会做梦的时钟。"_s + filler +
             u"2、Counting SheepEve Fern, Gus Heath. 一个会数羊的网络。 https://blog.example/post/77 作者:某某"_s)
                .toUtf8());
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[1].body, u"一个会数羊的网络。"_s);
    QVERIFY(issue.entries[1].url.isEmpty());
    QCOMPARE(issue.sourceUrl, u"https://blog.example/post/77"_s);
    QCOMPARE(issue.author, u"某某"_s);
}

YAODIAN_TEST_APPLESS(ScrapedTest)

} // namespace digest_scraped

#include "scraped.moc"
