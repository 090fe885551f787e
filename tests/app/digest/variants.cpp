// The same families as other days and other scrapes print them: a field more or less, another sign, a broken line.
#include "digest/heads.h"
#include "digest/scan.h"
#include "digest/unwrap.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_variants {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class VariantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topicsBetweenBracketedTitles();
    void venuesAndLinksBelowBracketedTitles();
    void placesBehindTheWordAuthor();
    void weeklyWithSecondLink();
    void weeklyWithChineseHeadings();
    void weeklyWithoutOneLink();
    void weeklyAbstractEndsInALink();
    void linesBrokenAtAWidth();
    void shortLinesAreNotJoined();
    void addressAloneInsideAnAbstract();
    void legendWithStar();
    void legendOnSeveralLines();
    void chineseTitles_data();
    void chineseTitles();
    void groupsAndPlacesWithoutBrackets();
    void heads_data();
    void heads();
    void abstractGluedToTheSummary();
    void cellsOfTables();
    void wordsBelowPictures();
    void entitiesEscapedTwice();
    void markdownThatBeginsWithAnElement();
    void namesBehindBy();
    void pictogramsOfPeople();
    void titleOfThePostIsNoTopic();
    void tagOnALineOfItsOwn();
    void everythingOnTheTitlesLine();
    void linkFarBelowALabelledTitle();
    void venueBehindABracketedTitle();
    void identifierBehindALinkedTitle();
    void referencesAreNoPapers();
    void summaryWithoutColon();
    void partsOfNotesStayTheirs();
    void postOfASitesInterface();
    void paperBeforeThePostAboutIt();
    void marksOfItems();
    void numberSignsAreNumbers();
    void invitationsAreNoTitle();
    void greetingBeforeTheTitle();
    void namesOfPictures();
    void bothAbstractsOnOneLine();
    void chineseTitleWithANameInBrackets();
    void peopleBehindADash();
    void bulletsWithTextAboveTheirLink();
    void numbersInACellOfTheirOwn();
    void addressBelowAHeading();
    void linksOfAlphaxiv();
};

void VariantsTest::topicsBetweenBracketedTitles()
{
    const Issue issue =
        one(u"**2018-01-02**\n\n这篇文章有三篇论文。\n\n[TOC]\n\n**数羊（Counting）**\n\n**《Counting Sheep》**\n\n"
            "arXiv：https://arxiv.org/abs/2301.00001\n\n# **GAN**\n\n**《Clockwork Dreams》**\n\n"
            "arXiv：https://arxiv.org/abs/2301.00002\n\n# 其它\n\n**《Third Thoughts》**\n\n"
            "arXiv：https://arxiv.org/abs/2301.00003\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s, u"Third Thoughts"_s}));
    QCOMPARE(issue.summary, u"这篇文章有三篇论文。"_s);
    for (const Entry &entry : issue.entries) {
        QVERIFY(entry.authors.isEmpty() && entry.titleZh.isEmpty() && entry.abstractEn.isEmpty());
        QCOMPARE(entry.section, Section::Main);
    }
}

void VariantsTest::venuesAndLinksBelowBracketedTitles()
{
    const Issue issue =
        one(u"2018-01-02\n\n**《Counting Sheep》**\n\nTPAMI\n\n数得好！\n\narXiv：https://arxiv.org/abs/"
            "2301.00001\n\n视频官网：https://video.example/1\n\n**《Clockwork Dreams》**\n\nsubmitted to IEEE "
            "Trans\n\nAbstract：钟会做梦，梦里有羊。\n\narXiv：https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].titleZh + issue.entries[0].abstractEn + issue.entries[1].abstractEn, QString());
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2301.00001"_s);
    QCOMPARE(issue.entries[1].abstractZh, u"钟会做梦，梦里有羊。"_s);
}

void VariantsTest::placesBehindTheWordAuthor()
{
    const auto post = [](const QString &behind) {
        return one(u"**《Counting Sheep》**\n\nAuthor：%1\n\narXiv：https://arxiv.org/abs/2301.00001\n"_s.arg(behind)
                       .toUtf8(),
                   "x.md")
            .entries.at(0);
    };
    QCOMPARE(post(u"University of Wool，Sheep Lab"_s).affiliations,
             QStringList({u"University of Wool"_s, u"Sheep Lab"_s}));
    QVERIFY(post(u"University of Wool，Sheep Lab"_s).authors.isEmpty());
    QCOMPARE(post(u"Ann Moon, Ben Sand"_s).authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
}

QByteArray weekly(const QString &heading, const QString &below, const QString &text = u"我们数羊，数了又数。"_s)
{
    return u"## Clockwork Dreams\n[钟的梦](https://arxiv.org/abs/2301.00002)\n\n钟会做梦。\n\n## %1\n%2\n\n%3\n\n## "
           u"Third "
           "Thoughts\n[第三个想法](https://arxiv.org/abs/2301.00003)\n\n想了又想。\n"_s.arg(heading, below, text)
               .toUtf8();
}

void VariantsTest::weeklyWithSecondLink()
{
    const Entry entry = one(weekly(u"Counting Sheep"_s,
                                   u"[大规模地数羊](https://arxiv.org/abs/2301.00001) [代码](https://x.example/1)"_s),
                            "x.md")
                            .entries.value(1);
    QCOMPARE(entry.title, u"Counting Sheep"_s);
    QCOMPARE(entry.titleZh, u"大规模地数羊"_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00001"_s);
    QCOMPARE(entry.abstractZh, u"我们数羊，数了又数。"_s);
}

void VariantsTest::weeklyWithChineseHeadings()
{
    const Entry entry = one(weekly(u"大规模地数羊"_s, u"[Counting Sheep](https://arxiv.org/abs/2301.00001)"_s), "x.md")
                            .entries.value(1);
    QCOMPARE(entry.title, u"Counting Sheep"_s);
    QCOMPARE(entry.titleZh, u"大规模地数羊"_s);
}

void VariantsTest::weeklyWithoutOneLink()
{
    const Issue issue = one(weekly(u"Counting Sheep at Scale"_s, u"大规模地数羊"_s), "x.md");
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.entries[1].title, u"Counting Sheep at Scale"_s);
    QCOMPARE(issue.entries[1].titleZh, u"大规模地数羊"_s);
    QCOMPARE(issue.entries[1].url, QString());
}

void VariantsTest::weeklyAbstractEndsInALink()
{
    const Entry entry = one(weekly(u"Counting Sheep"_s, u"[大规模地数羊](https://arxiv.org/abs/2301.00001)"_s,
                                   u"[数羊是一门手艺。羊很多。]\n\n项目页面：https://sheep.example/page/index.html"_s),
                            "x.md")
                            .entries.value(1);
    QVERIFY(entry.affiliations.isEmpty());
    QCOMPARE(entry.abstractZh, u"[数羊是一门手艺。羊很多。]\n\n项目页面：https://sheep.example/page/index.html"_s);
}

/// The text as a mail or a terminal prints it.
QString broken(const QString &text, qsizetype width)
{
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ')) {
        QString &line = lines.last();
        if (!line.isEmpty() && line.size() + 1 + word.size() > width)
            lines.append(word);
        else
            line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return lines.join(u'\n');
}

void VariantsTest::linesBrokenAtAWidth()
{
    const QString abstract = u"We count sheep in rooms. The rooms are dark, and the sheep are many. Nobody has counted "
                             u"them before, which makes it "
                             "hard to know whether the numbers are right at all. We therefore count them twice, once "
                             "from the left and once from "
                             "the right-hand side of every room."_s;
    QByteArray post;
    for (const QString &line :
         {u"1. [CL] Counting Sheep in Rooms That Nobody Has Seen Before"_s,
          u"Ann Moon, Ben Sand, Eve Fern, Gus Heath, Ida Brook"_s, u"[University of Wool & Sheep Lab of the North]"_s,
          abstract, u"https://arxiv.org/abs/2301.00001"_s})
        post += broken(line, 42).toUtf8() + '\n';
    const Entry entry = one(post, "x.txt").entries.value(0);
    QCOMPARE(entry.title, u"Counting Sheep in Rooms That Nobody Has Seen Before"_s);
    QCOMPARE(entry.authors.size(), 5);
    QCOMPARE(entry.affiliations, QStringList({u"University of Wool"_s, u"Sheep Lab of the North"_s}));
    QCOMPARE(entry.abstractEn, abstract);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00001"_s);
}

void VariantsTest::shortLinesAreNotJoined()
{
    QString titles;
    for (int i = 1; i < 20; ++i)
        titles +=
            u"%1. Counting Sheep in Room Number %1\nAnn Moon, Ben Sand\nhttps://arxiv.org/abs/2301.0000%1\n"_s.arg(i);
    QCOMPARE(unwrapped(titles), titles);
    const QString line = u"数羊数到"_s.repeated(10) + u'\n';
    QCOMPARE(unwrapped((line + line + line + u"天亮了。\n"_s).repeated(10)).count(u'\n'), 10);
}

void VariantsTest::addressAloneInsideAnAbstract()
{
    const Issue issue =
        one("### [Counting Sheep](https://arxiv.org/abs/2301.00001)\n*Ann Moon, Ben Sand*\n\nAbstract: We "
            "count. Code is at\nhttps://sheep.example/code\nand data too.\n\n### [Clockwork Dreams]"
            "(https://arxiv.org/abs/2301.00002)\n*Eve Fern, Gus Heath*\n\nAbstract: It ticks.\n",
            "x.md");
    QCOMPARE(issue.entries.value(0).abstractEn, u"We count. Code is at https://sheep.example/code and data too."_s);
}

void VariantsTest::legendWithStar()
{
    const QList<LegendItem> legend = legendOf(u"LG - 机器学习 CL - 计算与语言 (*表示值得重点关注)");
    QCOMPARE(legend.size(), 2);
    QCOMPARE(legend[1].name, u"计算与语言"_s);
}

void VariantsTest::legendOnSeveralLines()
{
    const Issue issue =
        one(u"# 早报\n\nLG - 机器学习\n\nCL - 计算与语言\n\n1、[CL] Counting Sheep\n\nA Moon, B Sand\n\n"
            "一句话总结：数羊。\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(issue.legend.size(), 2);
}

void VariantsTest::chineseTitles_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("title");
    const QString plain = u"Counting Sheep"_s;
    QTest::newRow("brackets") << plain << u"（大规模数羊）"_s << u"大规模数羊"_s;
    QTest::newRow("book marks") << plain << u"《大规模数羊》"_s << u"大规模数羊"_s;
    QTest::newRow("question") << u"Can Sheep Be Counted?"_s << u"羊数得清吗？我们数了很久。结果很好。"_s
                              << u"羊数得清吗？"_s;
    QTest::newRow("question inside") << u"Can Sheep Be Counted? A Study"_s << u"羊数得清吗？一项研究。我们数了很久。"_s
                                     << u"羊数得清吗？一项研究"_s;
    QTest::newRow("inner bracket") << plain << u"大规模（室内）数羊"_s << u"大规模（室内）数羊"_s;
}

void VariantsTest::chineseTitles()
{
    QFETCH(QString, line);
    QFETCH(QString, english);
    const Issue issue = one((u"1、[CL] "_s + english + u"\nA Moon, B Sand\n[Sheep Lab]\n"_s + line +
                             u"\nhttps://arxiv.org/abs/2301.00001\n"_s)
                                .toUtf8(),
                            "x.txt");
    QTEST(issue.entries.value(0).titleZh, "title");
}

void VariantsTest::groupsAndPlacesWithoutBrackets()
{
    const Issue issue =
        one(u"1、[CL] Counting Sheep\nA Moon, B Sand\nSheep Lab & University of Wool\n大规模数羊\n"
            "一句话总结：数羊。\nhttps://arxiv.org/abs/2301.00001\n2、[CL] Clockwork Report\nOpenAI\n钟的报告\n"
            "一句话总结：钟。\nhttps://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(issue.entries.value(0).affiliations, QStringList({u"Sheep Lab"_s, u"University of Wool"_s}));
    QCOMPARE(issue.entries.value(1).authors, QStringList{u"OpenAI"_s});
    QCOMPARE(issue.entries.value(1).titleZh, u"钟的报告"_s);
}

void VariantsTest::heads_data()
{
    QTest::addColumn<QString>("line");
    for (const QString &line : {u"03 [CL] Counting Sheep at Scale"_s, u"3、[CL] Counting Sheep at Scale 大规模数羊"_s,
                                u"3. [CL/LG] Counting Sheep at Scale"_s})
        QTest::newRow(qPrintable(line)) << line;
}

void VariantsTest::heads()
{
    QFETCH(QString, line);
    Block block;
    block.text = line;
    const auto head = taggedHead(block, {});
    QVERIFY(head);
    QCOMPARE(head->number, 3);
    QCOMPARE(head->title, u"Counting Sheep at Scale"_s);
    QCOMPARE(head->titleZh, line.contains(u'羊') ? u"大规模数羊"_s : QString());
}

void VariantsTest::abstractGluedToTheSummary()
{
    const QString abstract =
        u"We count sheep in rooms that nobody has seen before, and we count them twice from every side."_s;
    const Issue issue = one((u"[CL] Counting SheepA Moon, B Sand[Sheep Lab]大规模数羊要点:数羊是一门手艺，需要耐心。"
                             "羊很多，而且会动，所以难数。一句话总结：我们把羊数了两遍。"_s +
                             abstract + u'\n')
                                .toUtf8(),
                            "x.txt");
    QCOMPARE(issue.entries.value(0).oneLine, u"我们把羊数了两遍。"_s);
    QCOMPARE(issue.entries.value(0).abstractEn, abstract);
}

void VariantsTest::cellsOfTables()
{
    const Issue issue = one("| Paper | Abstract | Links |\n|---|---|---|\n| 1. Counting Sheep – a new way to count "
                            "them all twice without any "
                            "light | <details><summary>Show</summary><p>We count sheep.</p></details> | "
                            "[Paper](https://arxiv.org/abs/2301.00001) |\n",
                            "x.md");
    QCOMPARE(titles(issue), QStringList{u"Counting Sheep"_s});
    QCOMPARE(issue.entries[0].abstractEn, u"We count sheep."_s);
    QVERIFY(issue.entries[0].body.startsWith(u"a new way"_s));
}

void VariantsTest::wordsBelowPictures()
{
    const Issue issue = one(
        u"<h1>早报</h1><p>1、[CL] Counting Sheep</p><p>A Moon, B Sand</p><figure><img src='1.png'><figcaption>羊的图"
        "</figcaption></figure><p>大规模数羊</p><p>要点：</p><ol><li>数羊；</li><li>再数。</li></ol><p>图 "
        "1：方法总览</p>"
        "<p>https://arxiv.org/abs/2301.00001</p>"_s.toUtf8(),
        "x.html");
    const Entry &entry = issue.entries.at(0);
    QCOMPARE(entry.titleZh, u"大规模数羊"_s);
    QCOMPARE(entry.keyPoints, QStringList({u"数羊；"_s, u"再数。"_s}));
    QCOMPARE(entry.abstractZh, QString());
}

void VariantsTest::entitiesEscapedTwice()
{
    const auto places = [](const QByteArray &sign) {
        return one("<p>1. [CL] Counting Sheep</p><p>A Moon, B Sand</p><p>[Sheep Lab " + sign +
                       " Wool Inc]</p><p>https://arxiv.org/abs/2301.00001</p>",
                   "x.html")
            .entries.value(0)
            .affiliations;
    };
    QCOMPARE(places("&amp;amp;"), QStringList({u"Sheep Lab"_s, u"Wool Inc"_s}));
    QCOMPARE(places("&amp;"), places("&amp;amp;"));
}

void VariantsTest::markdownThatBeginsWithAnElement()
{
    const QByteArray post =
        "<div id=toc></div>\n\n# cs.CL [[Back]](#toc)\n\n### [1] [Counting Sheep](https://arxiv.org/abs/"
        "2301.00001)\n*Ann Moon, Ben Sand*\n\nTL;DR: It counts.\n\n### [2] [Clockwork "
        "Dreams](https://arxiv.org/abs/2301.00002)\n*Eve Fern, Gus Heath*\n";
    for (const char *name : {"x.md", "x"}) {
        const Issue issue = one(post, name);
        QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
        QCOMPARE(issue.entries[0].oneLine, u"It counts."_s);
        QCOMPARE(issue.entries[1].categories, QStringList{u"CL"_s});
    }
}

void VariantsTest::namesBehindBy()
{
    const Issue issue = one(
        "<h1>Roundup</h1><ul><li><a href='https://arxiv.org/abs/2301.00001'>Counting Sheep</a> by Ann Moon, Ben Sand. "
        "It "
        "counts sheep in rooms.</li><li><a href='https://arxiv.org/abs/2301.00002'>Clockwork Dreams</a> by Eve Fern, "
        "Gus Heath. It ticks.</li></ul>",
        "x.html");
    QCOMPARE(issue.entries.value(0).authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries.value(0).body, u"It counts sheep in rooms."_s);
}

void VariantsTest::pictogramsOfPeople()
{
    const Issue issue = one(
        u"日报\n\n📄 Counting Sheep\n👤 Ann Moon\n🏛️ Sheep Lab\n🔗 https://arxiv.org/abs/2301.00001\n\n"
        "📄 Clockwork Dreams\n👤 Eve Fern, Gus Heath\n🏛️ Wool Inc\n🔗 "
        "https://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
        "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList{u"Ann Moon"_s});
    QCOMPARE(issue.entries[0].affiliations, QStringList{u"Sheep Lab"_s});
}

void VariantsTest::titleOfThePostIsNoTopic()
{
    const Issue issue =
        one(u"# AI前沿速览\n\n#### #1 Counting Sheep\n\nAnn Moon, Ben Sand\n\n**要点**\n\n* 数羊；\n* 再数。\n\n"
            "https://arxiv.org/abs/2301.00001\n\n#### #2 Clockwork Dreams\n\nEve Fern, Gus "
            "Heath\n\n**要点**\n\n* 钟。\n\nhttps://arxiv.org/abs/2301.00002\n"_s.toUtf8(),
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].number, 1);
    QCOMPARE(issue.entries[0].categories, QStringList());
}

void VariantsTest::tagOnALineOfItsOwn()
{
    const Issue issue =
        one(u"1、[CL]\nCounting Sheep\nA Moon, B Sand\n一句话总结：数羊。\n2、[CV]\nClockwork Dreams\nE Fern, G "
            "Heath\n一句话总结：钟。\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].categories, QStringList{u"CV"_s});
    QCOMPARE(issue.entries[1].authors, QStringList({u"E Fern"_s, u"G Heath"_s}));
}

void VariantsTest::everythingOnTheTitlesLine()
{
    const Issue issue =
        one(u"1.《Counting Sheep》Ann Moon, Ben Sand [Sheep Lab] (2023) https://arxiv.org/abs/2301.00001\n"
            "大规模数羊。我们数了很久。\n\n2.《Clockwork Dreams》Eve Fern, Gus Heath [Wool Inc] (2023) "
            "https://arxiv.org/abs/2301.00002\n钟的梦境。钟会做梦。\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    const Entry &entry = issue.entries[1];
    QCOMPARE(entry.authors, QStringList({u"Eve Fern"_s, u"Gus Heath"_s}));
    QCOMPARE(entry.affiliations, QStringList{u"Wool Inc"_s});
    QCOMPARE(entry.year, 2023);
    QCOMPARE(entry.titleZh, u"钟的梦境"_s);
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2301.00002"_s);
}

void VariantsTest::linkFarBelowALabelledTitle()
{
    const auto entry = [](const QString &title, const QString &id) {
        return u"论文标题：%1\n中文标题：大规模数羊\n分类：CL\n作者：Ann Moon, Ben Sand\n机构：Sheep Lab\n要点：\n1. "
               u"数羊；\n2. 再数。\n总结：数"
               "羊。\n下载：https://arxiv.org/abs/%2\n"_s.arg(title, id);
    };
    const Issue issue =
        one((entry(u"Counting Sheep"_s, u"2301.00001"_s) + entry(u"Clockwork Dreams"_s, u"2301.00002"_s)).toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].oneLine, u"数羊。"_s);
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/2301.00002"_s);
}

void VariantsTest::venueBehindABracketedTitle()
{
    int number = 0;
    QCOMPARE(bookTitle(u"[2]《Counting Sheep》（ECCV 2018）", number), u"Counting Sheep"_s);
    QCOMPARE(number, 2);
    QCOMPARE(bookTitle(u"《Counting Sheep》（一本书）", number), QString());
}

void VariantsTest::identifierBehindALinkedTitle()
{
    const Issue issue =
        one("### [Counting Sheep. (arXiv:2301.00001v1 [cs.CL])](http://arxiv.org/abs/2301.00001)\n\n### "
            "[Clockwork Dreams. (arXiv:2301.00002v1 [cs.LG])](http://arxiv.org/abs/2301.00002)\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].categories, QStringList{u"LG"_s});
}

void VariantsTest::referencesAreNoPapers()
{
    const Issue issue =
        one(u"1、Counting Sheep\nAnn Moon, Ben Sand.\n这篇论文数羊。\n2、Clockwork Dreams\nEve Fern, Gus Heath.\n"
            "这篇论文说钟。\n引用\n[1] A Survey of Sheep, 2020.\n作者：Ida Brook\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].body, u"这篇论文说钟。"_s);
    QCOMPARE(issue.references, QStringList{u"[1] A Survey of Sheep, 2020."_s});
    QCOMPARE(issue.author, u"Ida Brook"_s);
}

void VariantsTest::summaryWithoutColon()
{
    const auto label = labelOf(u"TL;DR It counts sheep in rooms.");
    QVERIFY(label && label->label == Label::OneLine);
    QCOMPARE(label->textFrom, 6);
    QVERIFY(!labelOf(u"TL;DRs are short, and that is good."));
}

void VariantsTest::partsOfNotesStayTheirs()
{
    const auto entry = [](int n, const QString &title) {
        return u"### %1、%2\n\n> 《%2》\n>\n> - URL：https://arxiv.org/abs/2301.0000%1\n\n我们数羊。\n\n#### "
               u"实验结果\n\n"
               "![](1.png)\n\n"_s.arg(QString::number(n), title);
    };
    const Issue issue = one((entry(1, u"Counting Sheep"_s) + entry(2, u"Clockwork Dreams"_s)).toUtf8(), "x.md");
    QCOMPARE(issue.entries.value(0).body, u"我们数羊。\n\n实验结果"_s);
}

void VariantsTest::postOfASitesInterface()
{
    const QByteArray content =
        "<p>1、[CL] Counting Sheep</p><p>A Moon, B Sand</p><p>https://arxiv.org/abs/2301.00001</p><p>" +
        QByteArray("We count sheep. ").repeated(12) + "</p>";
    const Issue issue = one("{\"code\":0,\"message\":\"ok\",\"data\":{\"id\":7,\"title\":\"Our day\",\"content\":\"" +
                                content + "\",\"created_at\":\"2023-03-04 08:00:00\"}}",
                            "x.json");
    QCOMPARE(issue.title, u"Our day"_s);
    QCOMPARE(titles(issue), QStringList{u"Counting Sheep"_s});
    QCOMPARE(issue.published.date(), QDate(2023, 3, 4));
    QVERIFY(!parse("{\"code\":1,\"message\":\"no such post\",\"data\":{}}", named("x.json")));
}

void VariantsTest::paperBeforeThePostAboutIt()
{
    const Issue issue = one(u"1、[CL] Counting Sheep\nA Moon, B Sand\n一句话总结：数羊。\nhttps://t.example/A61\n论文: "
                            "https://arxiv.org/abs/2301.00001\nhttps://arxiv.org/abs/2301.00009\n"_s.toUtf8(),
                            "x.txt");
    QCOMPARE(issue.entries.value(0).url, u"https://arxiv.org/abs/2301.00001"_s);
}

void VariantsTest::marksOfItems()
{
    const Issue issue =
        one(u"日报\n◆ [CL] Counting Sheep\n◇ 作者：Ann Moon, Ben Sand\n◇ 总结：数羊。\n◆ [CV] Clockwork Dreams\n"
            "◇ 作者：Eve Fern, Gus Heath\n◇ 总结：钟。\n"_s.toUtf8(),
            "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[0].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
    QCOMPARE(issue.entries[1].oneLine, u"钟。"_s);
}

void VariantsTest::numberSignsAreNumbers()
{
    const auto entry = [](int n, const QString &title) {
        return u"#%1 %2\n中文标题：大规模数羊\n论文链接：https://arxiv.org/abs/2301.0000%1\n"_s.arg(QString::number(n),
                                                                                                    title);
    };
    const Issue issue = one((entry(1, u"Counting Sheep"_s) + entry(2, u"Clockwork Dreams"_s)).toUtf8(), "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].number, 2);
}

void VariantsTest::invitationsAreNoTitle()
{
    const Issue issue =
        one(u"📢 欢迎订阅\n论文早报\n1、[CL] Counting Sheep\nA Moon, B Sand\n一句话总结：数羊。\n"_s.toUtf8(), "x.txt");
    QCOMPARE(issue.title, u"论文早报"_s);
}

/// A digest with one paper and these lines below its people.
Entry paperWith(const QString &lines)
{
    return one((u"论文早报\n1、[CL] Counting Sheep\nA Moon, B Sand\n[Sheep Lab]\n"_s + lines +
                u"\nhttps://arxiv.org/abs/2301.00001\n"_s)
                   .toUtf8(),
               "x.txt")
        .entries.value(0);
}

void VariantsTest::greetingBeforeTheTitle()
{
    const Issue issue = one(u"早上好！今天是一月二日。\n论文早餐 第 3 期\n1、[CL] Counting Sheep\nA Moon, B Sand\n"
                            "一句话总结：数羊。\n"_s.toUtf8(),
                            "x.txt");
    QCOMPARE(issue.title, u"论文早餐 第 3 期"_s);
}

void VariantsTest::namesOfPictures()
{
    const Entry entry = paperWith(u"大规模数羊\n一句话总结：数羊。\nWe count sheep.\nimage.png\n·"_s);
    QCOMPARE(entry.abstractEn, u"We count sheep."_s);
}

void VariantsTest::bothAbstractsOnOneLine()
{
    const QString english =
        u"We count sheep in rooms that nobody has seen before, and we count them twice from every side."_s;
    const Entry entry = paperWith(u"大规模数羊。我们数羊，数了又数。"_s + english);
    QCOMPARE(entry.titleZh, u"大规模数羊"_s);
    QCOMPARE(entry.abstractZh, u"我们数羊，数了又数。"_s);
    QCOMPARE(entry.abstractEn, english);
}

void VariantsTest::chineseTitleWithANameInBrackets()
{
    const Issue issue = one(
        u"1、[CL] SHEEP: Counting\n（SHEEP: 大规模数羊）\nA Moon, B Sand\n[Sheep Lab]\n一句话总结：数羊。\n"_s.toUtf8(),
        "x.txt");
    QCOMPARE(issue.entries.value(0).titleZh, u"SHEEP: 大规模数羊"_s);
    QCOMPARE(issue.entries.value(0).affiliations, QStringList{u"Sheep Lab"_s});
}

void VariantsTest::peopleBehindADash()
{
    const Issue issue =
        one("# List\n\n1. *Counting Sheep* — Ann Moon, Ben Sand. [arXiv](https://arxiv.org/abs/2301.00001)\n\n2. "
            "*Clockwork Dreams — A Story* — Eve Fern, Gus Heath. [arXiv](https://arxiv.org/abs/2301.00002)\n",
            "x.md");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams — A Story"_s}));
    QCOMPARE(issue.entries[1].authors, QStringList({u"Eve Fern"_s, u"Gus Heath"_s}));
}

void VariantsTest::bulletsWithTextAboveTheirLink()
{
    const auto item = [](const QString &title, const QString &id) {
        return u"* %1\n  Ann Moon, Ben Sand\n  We count sheep in rooms, which takes a while and needs light.\n  "
               "https://arxiv.org/abs/%2\n\n"_s.arg(title, id);
    };
    const Issue issue = one(
        (u"Weekly\n\n"_s + item(u"Counting Sheep"_s, u"2301.00001"_s) + item(u"Clockwork Dreams"_s, u"2301.00002"_s))
            .toUtf8(),
        "x.txt");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].authors, QStringList({u"Ann Moon"_s, u"Ben Sand"_s}));
}

void VariantsTest::numbersInACellOfTheirOwn()
{
    const Issue issue =
        one("<table><tr><td>1</td><td>[CL] Counting Sheep</td><td>https://arxiv.org/abs/2301.00001</td></tr>"
            "<tr><td>2</td><td>[CV] Clockwork Dreams</td><td>https://arxiv.org/abs/2301.00002</td></tr></table>",
            "x.html");
    QCOMPARE(titles(issue), QStringList({u"Counting Sheep"_s, u"Clockwork Dreams"_s}));
    QCOMPARE(issue.entries[1].number, 2);
}

void VariantsTest::addressBelowAHeading()
{
    const auto entry = [](int n, const QString &title) {
        return u"## %1. %2\n\n[https://arxiv.org/abs/2301.0000%1](https://arxiv.org/abs/2301.0000%1)\n\nAnn Moon, Ben "
               "Sand\n\n羊很多。数了又数。\n\n"_s.arg(QString::number(n), title);
    };
    const Issue issue = one((entry(1, u"Counting Sheep"_s) + entry(2, u"Clockwork Dreams"_s)).toUtf8(), "x.md");
    QCOMPARE(issue.entries.value(1).body, u"羊很多。数了又数。"_s);
    QCOMPARE(issue.entries.value(1).titleZh, QString());
}

void VariantsTest::linksOfAlphaxiv()
{
    QCOMPARE(identify(u"https://www.alphaxiv.org/abs/2301.00001"_s).value(0).key(), u"arxiv:2301.00001"_s);
}

YAODIAN_TEST_GUILESS(VariantsTest)

} // namespace digest_variants

#include "variants.moc"
