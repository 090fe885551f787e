// Weekly lists and daily listings in tables: Markdown's and HTML's.
#include "digest/blocks.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_tables {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

constexpr auto weekly =
    "## Top Clock Papers of the Week (May 1 - May 7)\n"
    "| **Paper** | **Links** |\n| --- | --- |\n"
    "| 1) **Clockwork Dreams** - models that wind themselves at night. | [Paper](https://arxiv.org/abs/2301.00001), "
    "[Tweet](https://twitter.com/nobody/1) |\n"
    "| 2) **Counting Sheep - with Networks** - never miscounts. | [Tweet](https://twitter.com/nobody/2), "
    "[Paper](https://openreview.net/forum?id=Sh33p) |\n"
    "| 3) Letters to a Lighthouse - fog hides the shore; 1) it is thick - and 2) it is cold. | "
    "[Paper](https://lighthouse.example/letters.pdf), [Code](https://github.com/nobody/letters) |\n";

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weeklyTable();
    void titleBeforeTwoBlanks();
    void bulletsInACellArePoints();
    void dateColumnIsIgnored();
    void listingWithAuthorsAndSummary();
    void linksBehindTheTitleAreNoTitle();
    void rowCutInTwoIsOne();
    void titlesThatAreLinks();
    void severalTables();
    void chineseColumns();
    void categoryColumn();
    void htmlTable();
    void emptyDayHasNoEntries();
    void tableWithoutLinksIsNoList();
    void otherTablesAreNoLists();
    void numbersOfAnAbstractAreNoHeads();
    void textAroundTheTable();
    void cellsKnowTheirPlace();
    void boldOpeningIsSetApart();
};

void TablesTest::weeklyTable()
{
    const Issue issue = one(weekly, "x.md");
    QCOMPARE(issue.report.family, u"table"_s);
    QCOMPARE(issue.title, u"Top Clock Papers of the Week (May 1 - May 7)"_s);
    QCOMPARE(titles(issue),
             QStringList({u"Clockwork Dreams"_s, u"Counting Sheep - with Networks"_s, u"Letters to a Lighthouse"_s}));
    QCOMPARE(issue.entries[0].number.value_or(0), 1);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2301.00001"_s);
    QCOMPARE(issue.entries[0].body, u"models that wind themselves at night."_s);
    QCOMPARE(issue.entries[1].url, u"https://openreview.net/forum?id=Sh33p"_s);  // not the tweet before it
    QCOMPARE(issue.entries[2].url, u"https://lighthouse.example/letters.pdf"_s); // the link says that it is the paper
    QCOMPARE(issue.entries[2].body, u"fog hides the shore; 1) it is thick - and 2) it is cold."_s);
    QVERIFY(issue.report.doubts.isEmpty());
}

void TablesTest::titleBeforeTwoBlanks()
{
    const Issue issue =
        one("| **Paper** | **Links** |\n| --- | --- |\n"
            "| 1) Clockwork Dreams  This paper winds models. | [Paper](https://arxiv.org/abs/2301.00001) |\n"
            "| 2) MEM1  It remembers sheep. | [Paper](https://arxiv.org/abs/2301.00002) |\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"MEM1"_s}));
    QCOMPARE(issue.entries[1].body, u"It remembers sheep."_s);
}

void TablesTest::bulletsInACellArePoints()
{
    const Issue issue = one("| **Paper** | **Links** |\n| --- | --- |\n"
                            "| 1) Clockwork Dreams  It winds models. <br>● They wake up. <br>● They answer. | "
                            "[Paper](https://arxiv.org/abs/2301.00001) |\n",
                            "x.md");
    QCOMPARE(issue.entries.value(0).keyPoints, QStringList({u"They wake up."_s, u"They answer."_s}));
    QCOMPARE(issue.entries.value(0).body, u"It winds models."_s);
}

void TablesTest::dateColumnIsIgnored()
{
    const Issue issue =
        one("| **Paper** | **Release Date** | **Links** |\n| --- | --- | --- |\n"
            "| (1) **Clockwork Dreams** - winds. | July 3, 2024 | [Paper](https://arxiv.org/abs/2301.00001), "
            "[Repo](https://github.com/nobody/clock)|\n"
            "| (2) **Sheep** - counts. | July 4, 2024 | [Paper](https://arxiv.org/abs/2301.00002)|\n",
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[1].number.value_or(0), 2);
    QCOMPARE(issue.entries[1].body, u"counts."_s);
}

void TablesTest::listingWithAuthorsAndSummary()
{
    const Issue issue = one("## Papers for 2024-01-02\n\n| Title | Authors | Summary | Link |\n|---|---|---|---|\n"
                            "| Clockwork Dreams | Ann Moon, Ben Sand, nightowl | We wind models. | "
                            "[Read more](https://arxiv.org/abs/2301.00001) |\n",
                            "x.md");
    const Entry entry = issue.entries.value(0);
    QCOMPARE(entry.title, u"Clockwork Dreams"_s);
    QCOMPARE(entry.authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s, u"nightowl"_s}));
    QCOMPARE(entry.abstractEn, u"We wind models."_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00001"_s);
}

void TablesTest::linksBehindTheTitleAreNoTitle()
{
    const Issue issue = one("| Title | Authors | Summary |\n|---|---|---|\n"
                            "| Clockwork (and other) Dreams (Read more on [arXiv](https://arxiv.org/abs/2301.00001) or "
                            "[Hub](https://hub.example/1))| Ann Moon | We wind models. |\n",
                            "x.md");
    QCOMPARE(titles(issue), QStringList{u"Clockwork (and other) Dreams"_s});
    QVERIFY(issue.entries[0].body.isEmpty());
}

void TablesTest::rowCutInTwoIsOne()
{
    const Issue issue = one("| Title | Authors | Summary |\n|---|---|---|\n"
                            "| Clockwork Dreams: Models That Wind\n  Themselves (Read more on "
                            "[arXiv](https://arxiv.org/abs/2301.00001))| Ann Moon | We wind models. |\n",
                            "x.md");
    QCOMPARE(titles(issue), QStringList{u"Clockwork Dreams: Models That Wind Themselves"_s});
    QCOMPARE(issue.entries[0].authors, QStringList{u"Ann Moon"_s});
}

void TablesTest::titlesThatAreLinks()
{
    const Issue issue =
        one("---\ntitle: Latest 2 Papers\n---\n## Clocks\n| **Title** | **Date** | **Comment** |\n"
            "| --- | --- | --- |\n| **[Clockwork Dreams](https://arxiv.org/abs/2301.00001v1)** | 2023-01-01 | "
            "<details><summary>9 pa...</summary><p>9 pages</p></details> |\n"
            "| **[Counting Sheep](https://arxiv.org/abs/2301.00002v1)** | 2023-01-01 |  |\n",
            "x.md");
    QCOMPARE(issue.title, u"Latest 2 Papers"_s);
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2301.00001v1"_s);
    QVERIFY(issue.entries[0].body.isEmpty());
}

void TablesTest::severalTables()
{
    const QByteArray table =
        "| Title | Link |\n|---|---|\n| Paper %1 of a Week | [Link](https://arxiv.org/abs/2301.0000%1) |\n\n";
    QByteArray text;
    for (int i = 1; i <= 4; ++i)
        text += "## Topic\n\n" + QString::fromLatin1(table).arg(i).toLatin1();
    QCOMPARE(one(text, "x.md").entries.size(), 4);
}

void TablesTest::chineseColumns()
{
    const Issue issue = one(u"| 序号 | 标题 | 中文标题 | 作者 | 摘要 | 链接 |\n|---|---|---|---|---|---|\n"
                            "| 1 | Clockwork Dreams | 时钟的梦 | A Moon, B Sand 等 | 模型给自己上发条。 | "
                            "[论文](https://arxiv.org/abs/2301.00001) |\n"_s.toUtf8(),
                            "x.md");
    const Entry entry = issue.entries.value(0);
    QCOMPARE(entry.title, u"Clockwork Dreams"_s);
    QCOMPARE(entry.titleZh, u"时钟的梦"_s);
    QCOMPARE(entry.authors, QStringList({u"A Moon"_s, u"B Sand"_s}));
    QVERIFY(entry.etAl);
    QCOMPARE(entry.abstractZh, u"模型给自己上发条。"_s);
}

void TablesTest::categoryColumn()
{
    const Issue issue = one("| Title | Category | Link |\n|---|---|---|\n"
                            "| Clockwork Dreams | cs.CL cs.LG | [PDF](https://arxiv.org/pdf/2301.00001) |\n",
                            "x.md");
    QCOMPARE(issue.entries.value(0).categories, QStringList({u"CL"_s, u"LG"_s}));
}

void TablesTest::htmlTable()
{
    const Issue issue =
        one("<html><body><h1>Clocks</h1><table><thead><tr><th>Title</th><th>Authors</th><th>Link</th></tr>"
            "</thead><tbody><tr><td>Clockwork Dreams</td><td>Ann Moon</td><td><a "
            "href='https://arxiv.org/abs/2301.00001'>PDF</a></td></tr><tr><td>Counting Sheep</td><td>Eve "
            "Fern</td><td><a href='https://arxiv.org/abs/2301.00002'>PDF</a></td></tr></tbody></table>",
            "x.html");
    QCOMPARE(issue.title, u"Clocks"_s);
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
    QCOMPARE(issue.entries[1].authors, QStringList{u"Eve Fern"_s});
}

void TablesTest::emptyDayHasNoEntries()
{
    const Issue issue = one("## Papers for 2025-10-20\n\n| Title | Authors | Summary |\n|---|---|---|\n", "x.md");
    QVERIFY(issue.entries.isEmpty());
    QCOMPARE(issue.title, u"Papers for 2025-10-20"_s);
}

void TablesTest::tableWithoutLinksIsNoList()
{
    QVERIFY(one("| Title | Year |\n|---|---|\n| Clockwork Dreams | 2023 |\n| Counting Sheep | 2024 |\n", "x.md")
                .entries.isEmpty());
}

void TablesTest::otherTablesAreNoLists()
{
    QVERIFY(
        one("| Option | Meaning |\n|---|---|\n| --wind | [winds](https://clock.example/wind) |\n| --stop | stops |\n",
            "x.md")
            .entries.isEmpty());
}

void TablesTest::numbersOfAnAbstractAreNoHeads()
{
    const QString text =
        u"We make three clocks: (1) Ann Moon, Ben Sand and the Great Clock. (2) Cat Dune, Dan Reed and "
        "the Small Clock. (3) none at all, because the third clock has stopped. "_s.repeated(3);
    const Issue issue = one((u"| Title | Summary | Link |\n|---|---|---|\n| A Clock | %1 | "
                             "[x](https://arxiv.org/abs/2301.00001) |\n| B Clock | %1 | "
                             "[x](https://arxiv.org/abs/2301.00002) |\n"_s.arg(text))
                                .toUtf8(),
                            "x.md");
    QCOMPARE(titles(issue), QStringList({u"A Clock"_s, u"B Clock"_s}));
}

void TablesTest::textAroundTheTable()
{
    const Issue issue = one(QByteArray("Welcome to the clocks of this week.\n\n") + weekly +
                                "\nA long closing word of the writer that is neither a menu nor a paper.\n",
                            "x.md");
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.intro, u"Welcome to the clocks of this week."_s);
    QCOMPARE(issue.report.unparsed.size(), 1);
    QVERIFY(issue.report.unparsed[0].line > 3);
    QVERIFY(issue.report.doubts.isEmpty());
}

void TablesTest::cellsKnowTheirPlace()
{
    const Document document = blocksFromMarkdown(u"x\n\n| a | b |\n|---|---|\n| c | d<br>e |\n\ny\n"_s);
    QStringList places;
    for (const Block &block : document.blocks)
        places << u"%1 %2.%3"_s.arg(block.text).arg(block.row).arg(block.cell);
    QCOMPARE(places, QStringList({u"x 0.0"_s, u"a 1.1"_s, u"b 1.2"_s, u"c 2.1"_s, u"d 2.2"_s, u"e 2.2"_s, u"y 0.0"_s}));
}

void TablesTest::boldOpeningIsSetApart()
{
    const Document document = blocksFromMarkdown(u"1\\) **Bold** rest\n\nnot **at the** start\n"_s);
    QCOMPARE(document.blocks[0].lead, 7);
    QCOMPARE(document.blocks[1].lead, 0);
    const Document html = blocksFromHtml(u"<p><b>Bold</b> rest</p><p>a <b>b</b></p>"_s);
    QCOMPARE(html.blocks[0].lead, 4);
    QCOMPARE(html.blocks[1].lead, 0);
}

YAODIAN_TEST_APPLESS(TablesTest)

} // namespace digest_tables

#include "tables.moc"
