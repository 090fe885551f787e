// Lists of papers: a heading, an item or a line for each.
#include "digest/paperlinks.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_lists {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingsThatAreLinks();
    void identifiersBeforeTitles();
    void otherLinksAmongPapers();
    void numberedHeadingsWithLabelledItems();
    void aspectsInEnglish();
    void plainHeadingsWithLabels();
    void itemsWithCodesAndAuthors();
    void itemsWithTextBehind();
    void titleThenLinks();
    void plainTextWithLinksBelow();
    void labelledTitles_data();
    void labelledTitles();
    void linesOfAPage();
    void mentionsInTextAreNoEntries();
    void inDepthHeadingsAreNoSecondEntries();
    void lastEntryEndsWhereTheOthersDo();
    void chineseTitleBelow();
    void countBehindAuthors();
    void topicsAreNoEntries();
    void listOfOtherLinksIsNone();
    void onePaperIsNoList();
    void sectionsOfLinkedItemsAreNoEntries();
    void linkWords_data();
    void linkWords();
    void paperAmongLinks_data();
    void paperAmongLinks();
};

void ListsTest::headingsThatAreLinks()
{
    const Issue issue = one("### [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n*Ann Moon,Ben Sand*\n\n"
                            "### [Counting Sheep](https://arxiv.org/abs/2301.00002)\n*Eve Fern,Gus Heath*\n",
                            "x.md");
    QCOMPARE(issue.report.family, u"list"_s);
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void ListsTest::identifiersBeforeTitles()
{
    const Issue issue = one("### [[2301.00001] Clockwork Dreams](http://arxiv.org/abs/2301.00001)\n\n"
                            "### [Counting Sheep (arXiv:2301.00002v1)](http://arxiv.org/abs/2301.00002)\n",
                            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
}

void ListsTest::otherLinksAmongPapers()
{
    const Issue issue = one(u"# 2023-01-01\n\n### [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n\n### "
                            "[某公司发布时钟](https://news.example/2023/clock)\n\n### [Counting "
                            "Sheep](https://arxiv.org/abs/2301.00002)\n"_s.toUtf8(),
                            "x.md");
    QCOMPARE(issue.title, u"2023-01-01"_s);
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.entries[1].url, u"https://news.example/2023/clock"_s);
}

void ListsTest::numberedHeadingsWithLabelledItems()
{
    const Issue issue =
        one(u"### 1. [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n\n**基本信息**\n\n- 🔗 arXiv: "
            "[`2301.00001`](https://arxiv.org/abs/2301.00001)\n- 👥 作者: Ann Moon, Ben Sand 等5人\n- 📄 PDF: "
            "[下载](https://arxiv.org/pdf/2301.00001.pdf)\n\n**💡 为什么推荐**\n\n因为时钟会做梦。\n\n**📖 "
            "中文摘要**\n\n本文让模型给自己上发条。\n\n<details>\n<summary><b>🔍 查看原文摘要</b></summary>\n\nWe wind "
            "models.\n\n</details>\n\n---\n\n### 2. [Counting Sheep](https://arxiv.org/abs/2301.00002)\n\n- 👥 "
            "作者: Eve Fern\n\n**📖 中文摘要**\n\n本文数羊。\n\n## 📊 数据统计\n\n- 累计论文数量：2\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    const Entry &entry = issue.entries[0];
    QCOMPARE(entry.number.value_or(0), 1);
    QCOMPARE(entry.authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QVERIFY(entry.etAl);
    QCOMPARE(entry.abstractZh, u"本文让模型给自己上发条。"_s);
    QCOMPARE(entry.abstractEn, u"We wind models."_s);
    QCOMPARE(entry.body, u"为什么推荐\n\n因为时钟会做梦。"_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00001"_s);
    QCOMPARE(issue.entries[1].abstractZh, u"本文数羊。"_s);
}

void ListsTest::aspectsInEnglish()
{
    const Issue issue =
        one(u"### [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n*Ann Moon*\n\nTask: 给模型上发条。\n\n"
            "Method: 一把钥匙。\n\nAbstract: Models get tired.\nWe wind them.\n\nResults: they wake up.\n\n"
            "### [Counting Sheep](https://arxiv.org/abs/2301.00002)\n*Eve Fern*\n\nTask: 数羊。\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].keyPoints, QStringList({u"Task: 给模型上发条。"_s, u"Method: 一把钥匙。"_s}));
    QCOMPARE(issue.entries[0].abstractEn, u"Models get tired. We wind them.\n\nResults: they wake up."_s);
}

void ListsTest::plainHeadingsWithLabels()
{
    const Issue issue =
        one("# Clockwork Dreams\n\n**Authors**: Ann Moon, Ben Sand\n\n**Link**: "
            "[PDF](https://arxiv.org/pdf/2301.00001)\n\n**Abstract**: We wind models.\n\n---\n# Counting "
            "Sheep\n\n**Authors**: Eve Fern\n\n**Link**: [PDF](https://arxiv.org/pdf/2301.00002)\n\n"
            "**Abstract**: We count sheep.\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/pdf/2301.00001"_s);
    QCOMPARE(issue.entries[1].abstractEn, u"We count sheep."_s);
    QCOMPARE(issue.entries[1].authors, QStringList{u"Eve Fern"_s});
}

void ListsTest::itemsWithCodesAndAuthors()
{
    const Issue issue =
        one("## List\n\n- **[Clockwork Dreams](https://arxiv.org/abs/2301.00001)**  `arXiv:2301.00001`  `cs.CV` "
            "`cs.RO`  \n  _Ann Moon, Ben Sand, et al._\n  <details open><summary>Abstract</summary>\n  We wind "
            "models.\n  </details>\n\n- **[Counting Sheep](https://arxiv.org/abs/2301.00002)**  "
            "`arXiv:2301.00002`  `cs.CL`  \n  _Eve Fern, Gus Heath_\n",
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].categories, QStringList({u"CV"_s, u"RO"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QVERIFY(issue.entries[0].etAl);
    QCOMPARE(issue.entries[0].abstractEn, u"We wind models."_s);
    QVERIFY(issue.entries[0].body.isEmpty());
}

void ListsTest::itemsWithTextBehind()
{
    const Issue issue =
        one("- [Clockwork Dreams](https://arxiv.org/abs/2301.00001): models that wind themselves at night.\n"
            "- [Counting Sheep](https://arxiv.org/abs/2301.00002) - it never miscounts by more than one.\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep"_s}));
    QCOMPARE(issue.entries[0].body, u"models that wind themselves at night."_s);
    QCOMPARE(issue.entries[1].body, u"it never miscounts by more than one."_s);
}

void ListsTest::titleThenLinks()
{
    const Issue issue =
        one("1. **Clockwork Dreams** [[paper](https://arxiv.org/abs/2301.00001)] "
            "[[code](https://github.com/nobody/clock)]\n2. **Counting Sheep?** "
            "[[code](https://github.com/nobody/sheep)] [[paper](https://openreview.net/forum?id=Sh33p)]\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Clockwork Dreams"_s, u"Counting Sheep?"_s}));
    QCOMPARE(issue.entries[1].number.value_or(0), 2);
    QCOMPARE(issue.entries[1].url, u"https://openreview.net/forum?id=Sh33p"_s);
}

void ListsTest::plainTextWithLinksBelow()
{
    const Issue issue = one(u"本周时钟论文\n\n1. Clockwork Dreams: Models That Wind Themselves\nAnn Moon, Ben Sand\n"
                            "https://arxiv.org/abs/2301.00001\n\n2. Counting Sheep with Networks\nEve Fern, Gus Heath\n"
                            "https://arxiv.org/abs/2301.00002\n"_s.toUtf8());
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void ListsTest::labelledTitles_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("numbered") << u"%1. 论文标题："_s;
    QTest::newRow("plain") << u"标题："_s;
    QTest::newRow("English") << u"Title: "_s;
    QTest::newRow("in brackets") << u"【论文题目】"_s;
}

void ListsTest::labelledTitles()
{
    QFETCH(QString, label);
    QString post = u"今日时钟论文\n\n"_s;
    const QStringList names{u"Clockwork Dreams: Models That Wind"_s, u"Counting Sheep with Networks"_s};
    for (int i = 0; i < 2; ++i)
        post +=
            (label.contains("%1"_L1) ? label.arg(i + 1) : label) + names[i] +
            u"\n作者：A Moon, B Sand\n单位：Clock Lab\n论文链接：https://arxiv.org/abs/2301.0000%1\n摘要：模型会累。\n\n"_s
                .arg(i + 1);
    const Issue issue = one(post.toUtf8());
    QCOMPARE(titles(issue), names);
    QCOMPARE(issue.entries[1].authors, QStringList({u"A Moon"_s, u"B Sand"_s}));
    QCOMPARE(issue.entries[1].affiliations, QStringList{u"Clock Lab"_s});
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
    QCOMPARE(issue.entries[1].abstractZh, u"模型会累。"_s);
}

void ListsTest::linesOfAPage()
{
    const QByteArray paper =
        "<div class='paper'><div>📄 <a href='https://arxiv.org/abs/2301.0000%1'><strong>Paper %1 of a "
        "Day</strong></a> <span>CV</span> <span>[📦 code ✗]</span></div><div>👥 Ann Moon et al.</div>"
        "<p>오늘의 논문입니다. 아주 좋아요.</p></div>";
    QByteArray page = "<!DOCTYPE html><html><head><title>Briefing</title></head><body><h1>Briefing</h1>";
    for (char i = '1'; i <= '4'; ++i)
        page += QByteArray(paper).replace("%1", QByteArray(1, i));
    const Issue issue = one(page + "</body></html>", "x.html");
    QCOMPARE(issue.entries.size(), 4);
    QCOMPARE(issue.entries[3].title, u"Paper 4 of a Day"_s);
    QCOMPARE(issue.entries[3].categories, QStringList{u"CV"_s});
    QCOMPARE(issue.entries[3].authors, QStringList{u"Ann Moon"_s});
    QCOMPARE(issue.entries[3].body, u"오늘의 논문입니다. 아주 좋아요."_s);
}

void ListsTest::mentionsInTextAreNoEntries()
{
    const Issue issue =
        one("We liked [Clockwork Dreams](https://arxiv.org/abs/2301.00001) and also the paper that followed it, "
            "which says the opposite.\n\n[Counting Sheep](https://arxiv.org/abs/2301.00002) was read to the end "
            "by nobody, although everybody talked about it the whole evening.\n",
            "x.md");
    QVERIFY(issue.entries.isEmpty());
    QVERIFY(issue.text.contains(u"Counting Sheep"_s));
}

void ListsTest::inDepthHeadingsAreNoSecondEntries()
{
    QByteArray text =
        "# Briefing\n\n### Paper 1 of a Day\n\narXiv: [2301.00001](https://arxiv.org/abs/2301.00001)\n\nIn depth.\n\n";
    for (char i = '1'; i <= '6'; ++i)
        text +=
            QByteArray("- [Paper %1 of a Day](https://arxiv.org/abs/2301.0000%1)\n").replace("%1", QByteArray(1, i));
    const Issue issue = one(text, "x.md");
    QCOMPARE(issue.entries.size(), 6);
    QVERIFY(issue.intro.contains(u"In depth."_s));
}

void ListsTest::lastEntryEndsWhereTheOthersDo()
{
    const Issue issue = one("### [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n\nAbstract: We wind models.\n\n"
                            "### [Counting Sheep](https://arxiv.org/abs/2301.00002)\n\nAbstract: We count sheep.\n\n"
                            "That was this week. Thank you for reading, and see you next week.\n",
                            "x.md");
    QCOMPARE(issue.entries[1].abstractEn, u"We count sheep."_s);
    QCOMPARE(issue.report.unparsed.size(), 1);
    QVERIFY(issue.report.doubts.isEmpty());
}

void ListsTest::chineseTitleBelow()
{
    const Issue issue = one(
        u"### [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n\n会给自己上发条的模型\n\nAnn Moon, Ben Sand\n\n"
        "### [Counting Sheep](https://arxiv.org/abs/2301.00002)\n\n用网络来数羊\n"_s.toUtf8(),
        "x.md");
    QCOMPARE(issue.entries[0].titleZh, u"会给自己上发条的模型"_s);
    QCOMPARE(issue.entries[0].authors.size(), 2);
    QCOMPARE(issue.entries[1].titleZh, u"用网络来数羊"_s);
}

void ListsTest::countBehindAuthors()
{
    const Issue issue = one(
        u"1、[CL] Clockwork Dreams\nAnn Moon, Ben Sand 等 12 位作者\n时钟的梦\n要点:\n1. 甲;\n2. 乙。\n"_s.toUtf8());
    QCOMPARE(issue.entries.value(0).authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QVERIFY(issue.entries.value(0).etAl);
}

void ListsTest::topicsAreNoEntries()
{
    const Issue issue =
        one("# Week\n\n## Clocks\n\n- [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n\n## Sheep\n\n"
            "- [Counting Sheep](https://arxiv.org/abs/2301.00002)\n",
            "x.md");
    QCOMPARE(issue.title, u"Week"_s);
    QCOMPARE(issue.entries.size(), 2);
    QVERIFY(issue.report.doubts.isEmpty());
}

void ListsTest::listOfOtherLinksIsNone()
{
    const Issue issue =
        one("# Links\n\n- [A clock shop](https://shop.example/clocks)\n- [A sheep farm](https://farm.example/a)\n"
            "- [One paper](https://arxiv.org/abs/2301.00001)\n",
            "x.md");
    QVERIFY(issue.entries.isEmpty());
}

void ListsTest::onePaperIsNoList()
{
    QVERIFY(
        one("# Post\n\nText.\n\n- [Clockwork Dreams](https://arxiv.org/abs/2301.00001)\n", "x.md").entries.isEmpty());
}

void ListsTest::sectionsOfLinkedItemsAreNoEntries()
{
    const Issue issue = one("# Weekly papers\n\n## Papers of week 2\n\n"
                            "- [An Invented Paper](https://arxiv.org/abs/2302.06002)\n"
                            "- [Another Invented One](https://arxiv.org/abs/2302.07002)\n\n"
                            "## Papers of week 1\n\n"
                            "- [A Third Invented Paper](https://arxiv.org/abs/2302.06001)\n"
                            "- [The Last of Them](https://arxiv.org/abs/2302.07001)\n",
                            "weekly.md");
    QStringList titles;
    for (const Entry &entry : issue.entries)
        titles += entry.title;
    QCOMPARE(titles, (QStringList{u"An Invented Paper"_s, u"Another Invented One"_s, u"A Third Invented Paper"_s,
                                  u"The Last of Them"_s}));
}

void ListsTest::linkWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWord");
    for (const char *word : {"Paper", "PDF", "[paper]", "arXiv:2301.00001", "2301.00001v2", "论文链接", "(Read more)",
                             "Code", "x", "https://arxiv.org/abs/2301.00001"})
        QTest::newRow(word) << QString::fromUtf8(word) << true;
    for (const char *title : {"Clockwork Dreams", "Papers We Wind", "时钟的梦", "PDFNet: Reading"})
        QTest::newRow(title) << QString::fromUtf8(title) << false;
}

void ListsTest::linkWords()
{
    QFETCH(QString, text);
    QFETCH(bool, isWord);
    QCOMPARE(isLinkWord(text), isWord);
}

void ListsTest::paperAmongLinks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("link");
    QTest::newRow("arXiv behind a tweet") << u"[Tweet](https://x.com/a/1) [Paper](https://arxiv.org/abs/2301.00001)"_s
                                          << u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("DOI") << u"[x](https://doi.org/10.1234/a.b)"_s << u"https://doi.org/10.1234/a.b"_s;
    QTest::newRow("by its word") << u"[Code](https://github.com/a/b) [Paper](https://a.example/p.pdf)"_s
                                 << u"https://a.example/p.pdf"_s;
    QTest::newRow("in Chinese") << u"[论文](https://a.example/p.pdf)"_s << u"https://a.example/p.pdf"_s;
    QTest::newRow("none") << u"[Code](https://github.com/a/b)"_s << QString();
    QTest::newRow("no address") << u"[Paper](#top)"_s << QString();
}

void ListsTest::paperAmongLinks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, link);
    QCOMPARE(paperAmong(blocksFromMarkdown(markdown).blocks.first()), link);
}

YAODIAN_TEST_APPLESS(ListsTest)

} // namespace digest_lists

#include "lists.moc"
