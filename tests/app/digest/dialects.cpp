// The same daily posts as other blogs, mails and tools print them: every test is a way of printing one field.
#include "digest/headmarks.h"
#include "digest/redirects.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_dialects {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class DialectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirects_data();
    void redirects();
    void headMarks_data();
    void headMarks();
    void titlesInBothLanguages_data();
    void titlesInBothLanguages();
    void tagsInOtherBrackets_data();
    void tagsInOtherBrackets();
    void labelsInTraditionalChinese();
    void labelsWithBlanksAndStrokes();
    void labelAloneOnItsLine();
    void signsOneDoesNotSee();
    void pictogramsAreBullets();
    void sectionsThatAreCategories();
    void listOfArxivAsPage();
    void listOfArxivAsMail();
    void titlesAboveBareLinks();
    void linksAtTheEnd();
    void placesBehindRaisedNumbers();
    void placeBehindEveryName();
    void wordsOfLinksAreNoTitles();
    void newsletterInATable();
    void cardPerPaper();
    void columnsOfNumbersAndPlaces();
    void narrowRulesOfTables();
    void labelsAboveTheirText();
    void dressedTitles();
    void contentsRightAboveTheFirstEntry();
    void secondPartOfAnIssue();
    void underlinedTitles();
    void frontMatterInToml();
    void callouts();
    void englishTitleBelow();
};

void DialectsTest::redirects_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("target");
    const QString paper = u"https://arxiv.org/abs/2301.00001"_s;
    QTest::newRow("parameter") << u"https://link.zhihu.com/?target=https%3A//arxiv.org/abs/2301.00001"_s << paper;
    QTest::newRow("more parameters")
        << u"https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2301.00001&sa=D&usg=x"_s << paper;
    QTest::newRow("path") << u"https://track.example/CL0/https%3A%2F%2Farxiv.org%2Fabs%2F2301.00001/1/01"_s << paper;
    QTest::newRow("defence") << u"https://urldefense.com/v3/__https://arxiv.org/abs/2301.00001__;!!x"_s << paper;
    QTest::newRow("archive") << u"https://web.archive.org/web/2024/https://arxiv.org/abs/2301.00001"_s << paper;
    QTest::newRow("known site, any page")
        << u"https://link.juejin.cn/?target=https%3A%2F%2Fa.example%2Fb"_s << u"https://a.example/b"_s;
    for (const QString &same : {u"https://x.example/login?next=https%3A%2F%2Fx.example%2Fa"_s,
                                u"https://x.example/share?u=https%3A%2F%2Farxiv.org%2Fabs%2F2301.00001"_s, paper,
                                u"https://a.example/http-is-a-word"_s})
        QTest::newRow(qPrintable(same)) << same << same;
}

void DialectsTest::redirects()
{
    QFETCH(QString, link);
    QTEST(withoutRedirect(link), "target");
}

void DialectsTest::headMarks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("title");
    for (const auto &[line, number] : std::initializer_list<std::pair<QString, int>>{{u"【3】Clockwork"_s, 3},
                                                                                     {u"[03] Clockwork"_s, 3},
                                                                                     {u"论文 3：Clockwork"_s, 3},
                                                                                     {u"Paper 3: Clockwork"_s, 3},
                                                                                     {u"No.3、Clockwork"_s, 3},
                                                                                     {u"#3 Clockwork"_s, 3},
                                                                                     {u"第3篇：Clockwork"_s, 3},
                                                                                     {u"3/ Clockwork"_s, 3},
                                                                                     {u"3/10 Clockwork"_s, 3},
                                                                                     {u"03 | Clockwork"_s, 3},
                                                                                     {u"1.3 Clockwork"_s, 0},
                                                                                     {u"③ Clockwork"_s, 3}})
        QTest::newRow(qPrintable(line)) << line << number << u"Clockwork"_s;
    for (const QString &plain : {u"3D Clocks"_s, u"Paper clips"_s, u"[CL] Clockwork"_s, u"#clocks"_s, u"第三方"_s})
        QTest::newRow(qPrintable(plain)) << plain << 0 << plain;
}

void DialectsTest::headMarks()
{
    QFETCH(QString, line);
    const ListMark mark = headMark(line);
    QTEST(mark.number, "number");
    QTEST(line.mid(mark.length), "title");
}

void DialectsTest::titlesInBothLanguages_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &line : {u"Counting Sheep at Scale（大规模数羊）"_s, u"大规模数羊 | Counting Sheep at Scale"_s,
                                u"大规模数羊（Counting Sheep at Scale）"_s, u"Counting Sheep at Scale / 大规模数羊"_s})
        QTest::newRow(qPrintable(line)) << line;
}

void DialectsTest::titlesInBothLanguages()
{
    QFETCH(QString, line);
    Head head;
    head.title = line;
    partLanguages(head);
    QCOMPARE(head.title, u"Counting Sheep at Scale"_s);
    QCOMPARE(head.titleZh, u"大规模数羊"_s);
    Head own; // a name before a Chinese title is a part of it
    own.title = u"Sheep - 大规模数羊"_s;
    partLanguages(own);
    QCOMPARE(own.title, u"Sheep - 大规模数羊"_s);
}

void DialectsTest::tagsInOtherBrackets_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &line : {u"1. (CV) Counting Sheep"_s, u"1、【CV】Counting Sheep"_s, u"1. CV | Counting Sheep"_s,
                                u"【1】[cs.CV] Counting Sheep"_s})
        QTest::newRow(qPrintable(line)) << line;
}

void DialectsTest::tagsInOtherBrackets()
{
    QFETCH(QString, line);
    const Issue issue = one((line + u"\nA Moon, B Sand\n[Some Lab]\n一句话总结：数羊。\n"_s).toUtf8(), "x.txt");
    QCOMPARE(titles(issue), QStringList{u"Counting Sheep"_s});
    QCOMPARE(issue.entries[0].categories, QStringList{u"CV"_s});
    QCOMPARE(issue.entries[0].number, 1);
}

void DialectsTest::labelsInTraditionalChinese()
{
    const Issue issue =
        one(u"1、[CL] Counting Sheep\nA Moon, B Sand\n大規模數羊\n要點：\n1. 提出數羊的方法;\n"
            "2. 公開程式碼。\n一句話總結：\n數羊。\n論文連結：https://arxiv.org/abs/2301.00001\n"_s.toUtf8(),
            "x.txt");
    const Entry &entry = issue.entries.at(0);
    QCOMPARE(entry.keyPoints, QStringList({u"提出數羊的方法;"_s, u"公開程式碼。"_s}));
    QCOMPARE(entry.oneLine, u"數羊。"_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00001"_s);
}

void DialectsTest::labelsWithBlanksAndStrokes()
{
    const Issue issue = one(u"（1）Counting Sheep\n作　　者：Ann Moon；Ben Sand\n链　　接：https://arxiv.org/abs/"
                            "2301.00001\n\n（2）Clockwork Dreams\n作者 | Eve Fern, Gus Heath\n原文 | "
                            "https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
                            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].authors, QStringList({u"Eve Fern"_s, u"Gus Heath"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::labelAloneOnItsLine()
{
    const Issue issue =
        one(u"1、[CL] Counting Sheep\nA Moon, B Sand\n动机：\n羊太多。\n方法：\n数。\n"_s.toUtf8(), "x.txt");
    QCOMPARE(issue.entries.at(0).keyPoints, QStringList({u"动机：羊太多。"_s, u"方法：数。"_s}));
    const Issue summed =
        one(u"1、[CL] Counting Sheep\nA Moon, B Sand\n亮点：羊很多。\n总结：数羊。\n"_s.toUtf8(), "x.txt");
    QCOMPARE(summed.entries.at(0).keyPoints, QStringList{u"羊很多。"_s});
    QCOMPARE(summed.entries[0].oneLine, u"数羊。"_s);
}

void DialectsTest::signsOneDoesNotSee()
{
    const QByteArray post =
        u"1、[CL] Counting Sheep\u200b\nA Moon, B Sand\n要\u200b点：\n①提出数羊;\n②公开代码。\n"_s.toUtf8();
    for (const QByteArray &text : {post, "<p>" + QByteArray(post).replace("\n", "</p><p>") + "</p>"}) {
        const Issue issue = one(text, text == post ? "x.txt" : "x.html");
        QCOMPARE(titles(issue), QStringList{u"Counting Sheep"_s});
        QCOMPARE(issue.entries[0].keyPoints, QStringList({u"提出数羊;"_s, u"公开代码。"_s}));
    }
}

void DialectsTest::pictogramsAreBullets()
{
    const Issue issue =
        one(u"1️⃣ Counting Sheep\n📝 大规模数羊\n👤 作者：Ann Moon、Ben Sand\n💡 要点：\n✅ "
            u"提出数羊。\n"
            "✅ Code is public.\n🎯 一句话总结：数羊。\n"_s.toUtf8(),
            "x.txt");
    const Entry &entry = issue.entries.at(0);
    QCOMPARE(entry.titleZh, u"大规模数羊"_s);
    QCOMPARE(entry.authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(entry.keyPoints, QStringList({u"提出数羊。"_s, u"Code is public."_s}));
    QCOMPARE(entry.oneLine, u"数羊。"_s);
}

void DialectsTest::sectionsThatAreCategories()
{
    const Issue issue =
        one(u"## CL - 计算与语言\n\n### [Counting Sheep](https://arxiv.org/abs/2301.00001)\n\n## Robotics "
            "(1)\n\n### [Clockwork Dreams](https://arxiv.org/abs/2301.00002)\n\n## Et cetera\n\n### "
            "[Third Thoughts](https://arxiv.org/abs/2301.00003)\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.entries[0].categories, QStringList{u"CL"_s});
    QCOMPARE(issue.entries[1].categories, QStringList{u"RO"_s});
    QCOMPARE(issue.entries[2].categories, QStringList());
    QVERIFY(issue.legend.isEmpty());
}

void DialectsTest::listOfArxivAsPage()
{
    const auto item = [](int n, const QByteArray &title) {
        const QByteArray id = "2301.0000" + QByteArray::number(n);
        return "<dt><a name='item" + QByteArray::number(n) + "'>[" + QByteArray::number(n) + "]</a> <a href='/abs/" +
               id + "'>arXiv:" + id + "</a> [<a href='/pdf/" + id + "'>pdf</a>]</dt><dd><div><span>Title:</span> " +
               title +
               "</div><div><a href='/a/x'>Ann Moon</a>, <a href='/a/y'>Ben Sand</a></div><div>Comments: 2 pages</div>"
               "<div>Subjects: Robotics (cs.RO)</div><p>We count sheep.</p></dd>";
    };
    const Issue issue = one("<html><title>Robotics</title><body><h1>Robotics</h1><dl>" + item(1, "Counting Sheep") +
                                item(2, "Clockwork Dreams") + "</dl></body></html>",
                            "list.html");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    const Entry &entry = issue.entries[1];
    QCOMPARE(entry.number, 2);
    QCOMPARE(entry.authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(entry.categories, QStringList{u"RO"_s});
    QCOMPARE(entry.abstractEn, u"We count sheep."_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::listOfArxivAsMail()
{
    const QByteArray rule = QByteArray(78, '-') + '\n';
    QByteArray mail;
    for (const QByteArray id : {"2301.00001", "2301.00002"})
        mail +=
            "\\\\\narXiv:" + id + "\nDate: Mon, 4 Mar 2024\n\nTitle: Counting Sheep " + id +
            "\nAuthors: Ann Moon, Ben Sand\nCategories: cs.RO\n\\\\\n  We count sheep, and we\n  count them twice.\n"
            "\\\\ ( https://arxiv.org/abs/" +
            id + " ,  12kb)\n" + rule;
    const Issue issue = one(mail, "mail.txt");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].abstractEn, u"We count sheep, and we count them twice."_s);
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
    QCOMPARE(issue.entries[1].categories, QStringList{u"RO"_s});
}

void DialectsTest::titlesAboveBareLinks()
{
    const Issue issue =
        one("Links of the day\n\nCounting Sheep\nAnn Moon, Ben Sand\nhttps://arxiv.org/abs/2301.00001\n\n"
            "Clockwork Dreams: A Survey\nhttps://arxiv.org/abs/2301.00002\n",
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams: A Survey"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.title, u"Links of the day"_s);
}

void DialectsTest::linksAtTheEnd()
{
    const Issue issue =
        one(u"1、Counting Sheep\nAnn Moon, Ben Sand\n这篇论文数羊。\n\n2、Clockwork Dreams\nEve Fern, Gus "
            "Heath\n这篇论文说钟。\n\n论文链接：\n[1] https://arxiv.org/abs/2301.00001\n[2] "
            "https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2301.00001"_s);
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
    QCOMPARE(issue.entries[1].body, u"这篇论文说钟。"_s);
}

void DialectsTest::placesBehindRaisedNumbers()
{
    const Issue issue =
        one(u"1、[CL] Counting Sheep\nAnn Moon¹, Ben Sand²*\n¹Sheep Lab, ²University of Wool\n大规模数羊\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(issue.entries.at(0).authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[0].affiliations, QStringList({u"Sheep Lab"_s, u"University of Wool"_s}));
    QCOMPARE(issue.entries[0].titleZh, u"大规模数羊"_s);
}

void DialectsTest::placeBehindEveryName()
{
    const Issue issue =
        one("## 1. Counting Sheep\n\nAuthors: Ann Moon (Sheep Lab), Ben Sand (Wool Inc), Eve Fern (Sheep "
            "Lab)\n\nLink: https://arxiv.org/abs/2301.00001\n\n## 2. Clockwork Dreams\n\nAuthors: user2020, "
            "Gus Heath\n\nLink: https://arxiv.org/abs/2301.00002\n",
            "x.md");
    QCOMPARE(issue.entries.at(0).authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s, u"Eve Fern"_s}));
    QCOMPARE(issue.entries[0].affiliations, QStringList({u"Sheep Lab"_s, u"Wool Inc"_s}));
    QCOMPARE(issue.entries[1].authors, QStringList({u"user2020"_s, u"Gus Heath"_s}));
}

void DialectsTest::wordsOfLinksAreNoTitles()
{
    const Issue issue =
        one("## 1. Counting Sheep\n\nBy Ann Moon and Ben Sand\n\nIt counts.\n\n[Read the paper](https://"
            "arxiv.org/abs/2301.00001)\n\n## 2. Clockwork Dreams\n\nBy Eve Fern and Gus Heath\n\nIt "
            "ticks.\n\n[Read the paper](https://arxiv.org/abs/2301.00002)\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::newsletterInATable()
{
    const Issue issue = one("<table><tr><td><h1>The Letter</h1></td></tr><tr><td><h3><a "
                            "href='https://t.example/c/https%3A%2F%2Farxiv.org%2Fabs%2F2301.00001/1'>Counting Sheep</a>"
                            "</h3><p>It counts.</p></td></tr><tr><td><h3><a href='https://t.example/c/"
                            "https%3A%2F%2Farxiv.org%2Fabs%2F2301.00002/2'>Clockwork Dreams</a></h3></td></tr></table>",
                            "x.html");
    QCOMPARE(issue.title, u"The Letter"_s);
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::cardPerPaper()
{
    const auto card = [](const QString &title, const QString &id) {
        return u"<h2>%1</h2><table><tr><td>中文标题</td><td>数羊 %2</td></tr><tr><td>作者</td><td>Ann Moon, Ben "
               u"Sand</td>"
               "</tr><tr><td>链接</td><td><a href='https://arxiv.org/abs/%2'>点击</a></td></tr></table>"_s.arg(title,
                                                                                                               id);
    };
    const Issue issue = one((u"<h1>卡片</h1>"_s + card(u"1. Counting Sheep"_s, u"2301.00001"_s) +
                             card(u"2. Clockwork Dreams"_s, u"2301.00002"_s))
                                .toUtf8(),
                            "x.html");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].titleZh, u"数羊 2301.00002"_s);
    QCOMPARE(issue.entries[1].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::columnsOfNumbersAndPlaces()
{
    const Issue issue =
        one(u"| # | 论文 | 机构 | 一句话总结 | 链接 |\n|---|---|---|---|---|\n| 1 | Counting Sheep<br>大规模数羊 "
            "| Sheep Lab; Wool Inc | 数羊。 | [pdf](https://arxiv.org/abs/2301.00001) |\n"_s.toUtf8(),
            "x.md");
    const Entry &entry = issue.entries.at(0);
    QCOMPARE(entry.number, 1);
    QCOMPARE(entry.titleZh, u"大规模数羊"_s);
    QCOMPARE(entry.affiliations, QStringList({u"Sheep Lab"_s, u"Wool Inc"_s}));
    QCOMPARE(entry.oneLine, u"数羊。"_s);
}

void DialectsTest::narrowRulesOfTables()
{
    const Issue issue = one("|ID|Title|TLDR|\n|:-|:-|-:|\n|[2301.00001](https://arxiv.org/abs/2301.00001)|Counting "
                            "Sheep|It counts.|\n",
                            "x.md");
    QCOMPARE(titles(issue), QStringList{u"Counting Sheep"_s});
    QCOMPARE(issue.entries[0].oneLine, u"It counts."_s);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2301.00001"_s);
}

void DialectsTest::labelsAboveTheirText()
{
    const auto entry = [](const QString &title, const QString &id) {
        return u"## %1\n\n**中文标题**\n\n大规模数羊\n\n**作者**\n\nAnn Moon, Ben Sand\n\n**链接**\n\nhttps://arxiv.org/abs/%2\n\n"_s
            .arg(title, id);
    };
    const Issue issue = one(
        (entry(u"1. Counting Sheep"_s, u"2301.00001"_s) + entry(u"2. Clockwork Dreams"_s, u"2301.00002"_s)).toUtf8(),
        "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].titleZh, u"大规模数羊"_s);
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void DialectsTest::dressedTitles()
{
    const Issue issue =
        one(u"▌Counting Sheep\n作者：Ann Moon 等 5 人\n链接：https://arxiv.org/abs/2301.00001\n\n"
            "▌Clockwork Dreams\n作者：Eve Fern, Gus Heath\n链接：https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList{u"Ann Moon"_s});
    QVERIFY(issue.entries[0].etAl);
    Head head;
    head.title = u"“Counting Sheep” [cs.CL]"_s;
    tidyTitle(head);
    QCOMPARE(head.title, u"Counting Sheep"_s);
    QCOMPARE(head.categories, QStringList{u"cs.CL"_s});
}

void DialectsTest::contentsRightAboveTheFirstEntry()
{
    const Issue issue =
        one(u"目录\n1、[CL] Counting Sheep\n2、[CV] Clockwork Dreams\n1、[CL] Counting Sheep\nA Moon, B "
            "Sand\n一句话总结：数羊。\n2、[CV] Clockwork Dreams\nE Fern, G Heath\n一句话总结：钟。\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].oneLine, u"数羊。"_s);
}

void DialectsTest::secondPartOfAnIssue()
{
    const Issue issue =
        one(u"论文日报（上）1.2\n1、[CL] Counting Sheep\nA Moon, B Sand\n一句话总结：数羊。\n"
            "https://arxiv.org/abs/2301.00001\n论文日报（下）1.2\n2、[CV] Clockwork Dreams\nE Fern, G Heath\n"
            "一句话总结：钟。\nhttps://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].abstractZh, QString());
    QVERIFY(issue.report.doubts.isEmpty());
}

void DialectsTest::underlinedTitles()
{
    const Issue issue =
        one("========\nOur week\n========\n\nCounting Sheep\n--------------\n\n:Authors: Ann Moon, Ben "
            "Sand\n:Link: https://arxiv.org/abs/2301.00001\n\nClockwork Dreams\n----------------\n\n:Authors: "
            "Eve Fern\n:Link: https://arxiv.org/abs/2301.00002\n",
            "x.rst");
    QCOMPARE(issue.title, u"Our week"_s);
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
}

void DialectsTest::frontMatterInToml()
{
    const Issue issue = one("+++\ntitle = \"Our week\"\ndraft = false\n+++\n\n### [Counting "
                            "Sheep](https://arxiv.org/abs/2301.00001)\n\n### [Clockwork "
                            "Dreams](https://arxiv.org/abs/2301.00002)\n",
                            "x.md");
    QCOMPARE(issue.title, u"Our week"_s);
    QCOMPARE(issue.entries.size(), 2);
}

void DialectsTest::callouts()
{
    const Issue issue = one(u"## 1. Counting Sheep\n\n> [!info] 信息\n> - 作者: Ann Moon, Ben Sand\n> - 链接: "
                            "https://arxiv.org/abs/2301.00001\n\n> [!summary] 一句话总结\n> 数羊。\n\n## 2. Clockwork "
                            "Dreams\n\n> [!info] 信息\n> - 作者: Eve Fern, Gus Heath\n> - 链接: "
                            "https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
                            "x.md");
    QCOMPARE(issue.entries.at(0).oneLine, u"数羊。"_s);
    QCOMPARE(issue.entries[0].titleZh, QString());
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
}

void DialectsTest::englishTitleBelow()
{
    const Issue issue = one(
        u"1、[CL] 大规模数羊\nCounting Sheep at Scale\nA Moon, B Sand\n[Sheep Lab]\n一句话总结：数羊。\n"_s.toUtf8(),
        "x.txt");
    QCOMPARE(titles(issue), QStringList{u"Counting Sheep at Scale"_s});
    QCOMPARE(issue.entries[0].titleZh, u"大规模数羊"_s);
    QCOMPARE(issue.entries[0].authors, QStringList({u"A Moon"_s, u"B Sand"_s}));
}

YAODIAN_TEST_GUILESS(DialectsTest)

} // namespace digest_dialects

#include "dialects.moc"
