// Numbered recommendations with prose, and the same scraped onto one line.
#include "digest/people.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_recommendations {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class RecommendationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesHaveAuthorsAndBody();
    void openingParagraphsAreTheIntro();
    void postWithoutATitleHasNone();
    void theEndOfThePostIsNoEntry();
    void headsMayBeHeadings();
    void linksBelowTheTextAreTheEntries();
    void labelledFieldsMakeItADigest();
    void proseWithNumbersIsNoPost();
    void gluedEntriesAreFound();
    void gluedTitleComesFromTheLineBefore();
    void picturesThatFailedLeaveNoTrace();
    void gluedTrailerIsRead();
    void missingNumberLosesOneEntryOnly();
    void boundaryOfTitleAndNames_data();
    void boundaryOfTitleAndNames();
    void noBoundaryWithoutNames();
    void bigTextFullOfNumbersIsNoPost();
};

void RecommendationsTest::entriesHaveAuthorsAndBody()
{
    const Issue issue = post("recommendations.txt");
    QCOMPARE(issue.report.family, u"recommendations"_s);
    QCOMPARE(issue.entries.size(), 4);
    QCOMPARE(issue.entries[0].authors.size(), 6);
    QCOMPARE(issue.entries[0].authors.last(), u"Ilya Sutskever"_s);
    QCOMPARE(issue.entries[0].body.count(u"\n\n"_s), 1);
    QVERIFY(issue.entries[1].etAl);
    QCOMPARE(issue.entries[2].title, u"Lookahead Optimizer: k steps forward, 1 step back (Lookahead🐎)"_s);
    QVERIFY(issue.entries[2].body.endsWith(u"这篇文章值得一看"_s));
    for (const Entry &entry : issue.entries) {
        QVERIFY(entry.url.isEmpty());
        QVERIFY(entry.categories.isEmpty());
        QVERIFY(entry.abstractZh.isEmpty());
    }
}

void RecommendationsTest::openingParagraphsAreTheIntro()
{
    const Issue issue = post("recommendations.txt");
    QCOMPARE(issue.intro.split(u"\n\n"_s).size(), 4);
    QCOMPARE(toGold(issue)["extra"_L1]["intro"_L1].toArray().size(), 4);
    QVERIFY(issue.summary.isEmpty());
}

void RecommendationsTest::postWithoutATitleHasNone()
{
    QCOMPARE(post("recommendations.txt").title, QString());
}

void RecommendationsTest::theEndOfThePostIsNoEntry()
{
    const Issue issue = post("recommendations.txt");
    QCOMPARE(issue.entries.last().body, u"用半精度存储,用单精度累加。"_s);
    QCOMPARE(issue.sourceUrl, u"https://avoid.example.com/post/0123456789abcdef"_s);
    QCOMPARE(issue.author, u"某位 作者"_s);
}

void RecommendationsTest::headsMayBeHeadings()
{
    const Issue issue = one(
        "# 三篇论文\n\n先说几句。\n\n## Mixed Precision Training\n\nPaulius Micikevicius, Sharan Narang\n\n半精度。\n\n"
        "## Neural Ordinary Differential Equations\n\nRicky T. Q. Chen, Yulia Rubanova\n\n连续的层。\n",
        "post.md");
    QCOMPARE(issue.title, u"三篇论文"_s);
    QCOMPARE(issue.entries.size(), 2);
    QVERIFY(!issue.entries[0].number);
    QCOMPARE(issue.entries[1].body, u"连续的层。"_s);
}

void RecommendationsTest::linksBelowTheTextAreTheEntries()
{
    const Issue issue = one("1、Mixed Precision Training\nPaulius Micikevicius, Sharan "
                            "Narang\n半精度。\n论文地址：https://arxiv.org/abs/1710.03740\n"
                            "2、Neural Ordinary Differential Equations\nRicky T. Q. Chen, Yulia "
                            "Rubanova\n连续的层。\nhttps://arxiv.org/abs/1806.07366\n");
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1710.03740"_s);
    QCOMPARE(issue.entries[0].body, u"半精度。"_s);
    QCOMPARE(issue.entries[1].url, u"https://arxiv.org/abs/1806.07366"_s);
    QVERIFY(issue.sourceUrl.isEmpty());
}

void RecommendationsTest::labelledFieldsMakeItADigest()
{
    const Issue issue = one("1、Mixed Precision Training\nP Micikevicius, S Narang\n[NVIDIA]\n混合精度训练\n要点：\n1. "
                            "省内存;\n2. 更快。\n一句话总结：又省又快。\n");
    QCOMPARE(issue.report.family, u"daily"_s);
    QCOMPARE(issue.entries[0].keyPoints.size(), 2);
    QCOMPARE(issue.entries[0].titleZh, u"混合精度训练"_s);
    QVERIFY(issue.entries[0].body.isEmpty());
}

void RecommendationsTest::proseWithNumbersIsNoPost()
{
    const Issue issue = one("今天做了三件事。\n1、买菜\n2、做饭\n3、洗碗\nThen I went home, Then I slept.\n");
    QCOMPARE(issue.entries.size(), 0);
    QVERIFY(issue.text.contains(u"做饭"_s));
}

void RecommendationsTest::gluedEntriesAreFound()
{
    const Issue issue = post("scraped.txt");
    QCOMPARE(issue.report.family, u"glued"_s);
    QCOMPARE(titles(issue), QStringList({u"Neural Ordinary Differential Equations"_s,
                                         u"Think Fast, Act Slow: A Tale of Two Optimizers & One"_s, u"Scaling LLMs"_s,
                                         u"Learning to Rank: What Comes Next?"_s}));
    QCOMPARE(issue.entries[0].authors[0], u"Ricky T. Q. Chen"_s);
    QCOMPARE(issue.entries[1].authors,
             QStringList({u"Rianne van den Berg"_s, u"Sebastian Flennerhag"_s, u"Bahram Zonooz"_s}));
    QCOMPARE(issue.entries[2].authors, QStringList{u"Noah Goodman"_s});
    QCOMPARE(issue.entries[2].body, u"只有一位作者。测试一下,"_s);
    QCOMPARE(issue.entries[2].url, u"https://openreview.net/forum?id=KLmno12345"_s);
    QVERIFY(issue.entries[3].body.startsWith(u"AlphaStar是正文"_s));
}

void RecommendationsTest::gluedTitleComesFromTheLineBefore()
{
    const Issue issue = post("scraped.txt");
    QCOMPARE(issue.title, u"四篇值得读的论文"_s);
    QCOMPARE(issue.intro, u"今年的会议(线上)收到一千多篇论文。下面是其中四篇。"_s);
}

void RecommendationsTest::picturesThatFailedLeaveNoTrace()
{
    QCOMPARE(post("scraped.txt").entries[0].body,
             u"把层数变成连续的量。 误差与步长有关,取值为1.5和2、3两种。 这是图后面的话。"_s);
}

void RecommendationsTest::gluedTrailerIsRead()
{
    const Issue issue = post("scraped.txt");
    QCOMPARE(issue.references.size(), 2);
    QVERIFY(issue.references[1].startsWith(u"[2] "_s));
    QCOMPARE(issue.sourceUrl, u"https://www.example.cn/post/7faf217f"_s);
    QCOMPARE(issue.author, u"某位作者"_s);
}

void RecommendationsTest::missingNumberLosesOneEntryOnly()
{
    QByteArray text = fixture("scraped.txt");
    text.replace("2、Think", "二、Think");
    const Issue issue = one(text);
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.entries[1].title, u"Scaling LLMs"_s);
}

void RecommendationsTest::boundaryOfTitleAndNames_data()
{
    QTest::addColumn<QString>("glued");
    QTest::addColumn<QString>("names");
    QTest::newRow("lower to upper") << u"Autoregressive Diffusion ModelsEmiel Hoogeboom, Alexey A. Gritsenko"_s
                                    << u"Emiel Hoogeboom, Alexey A. Gritsenko"_s;
    QTest::newRow("initials") << u"Reasoning in LLMsA Zeng, M Liu"_s << u"A Zeng, M Liu"_s;
    QTest::newRow("capital to capital") << u"Backdooring CLIPNicholas Carlini, Andreas Terzis"_s
                                        << u"Nicholas Carlini, Andreas Terzis"_s;
    QTest::newRow("question mark") << u"How Far?Yi Tay, Mostafa Dehghani"_s << u"Yi Tay, Mostafa Dehghani"_s;
    QTest::newRow("digit") << u"A Study of GPT-4Wei Li, Ann Lee"_s << u"Wei Li, Ann Lee"_s;
    QTest::newRow("camel case in the title")
        << u"AlphaStar and DeepMind LabOriol Vinyals, Igor Babuschkin"_s << u"Oriol Vinyals, Igor Babuschkin"_s;
    QTest::newRow("camel case in a name")
        << u"Robust LearningRowan McAllister, Yarin Gal"_s << u"Rowan McAllister, Yarin Gal"_s;
    QTest::newRow("commas in the title") << u"Learning Fast, Learning Slow: A MethodElahe Arani, Fahad Sarfraz"_s
                                         << u"Elahe Arani, Fahad Sarfraz"_s;
    QTest::newRow("one author") << u"Machine LoveJ Lehman"_s << u"J Lehman"_s;
    QTest::newRow("parted by a blank") << u"Denoised MDPs Better Than the World Tongzhou Wang, Simon S. Du"_s
                                       << u"Tongzhou Wang, Simon S. Du"_s;
    QTest::newRow("blank and commas in the title")
        << u"Learning Fast, Learning Slow: A Method Elahe Arani, Fahad Sarfraz"_s << u"Elahe Arani, Fahad Sarfraz"_s;
    QTest::newRow("blank and initials")
        << u"Positional Encodings in Transformers K M Choromanski, S Li, V Likhosherstov"_s
        << u"K M Choromanski, S Li, V Likhosherstov"_s;
    QTest::newRow("blank, initials, and a title with and")
        << u"Optimization for Prompt Tuning and Discovery Y Wen, N Jain, J Kirchenbauer"_s
        << u"Y Wen, N Jain, J Kirchenbauer"_s;
    QTest::newRow("blank and et al.") << u"Language Models Mostly Know Saurav Kadavath et al."_s
                                      << u"Saurav Kadavath et al."_s;
}

void RecommendationsTest::boundaryOfTitleAndNames()
{
    QFETCH(QString, glued);
    QFETCH(QString, names);
    const qsizetype at = authorsInGlued(glued);
    QVERIFY(at > 0);
    QCOMPARE(glued.mid(at), names);
}

void RecommendationsTest::noBoundaryWithoutNames()
{
    QCOMPARE(authorsInGlued(u"a sentence about nothing in particular"_s), -1);
    QCOMPARE(authorsInGlued(u"Just A Title"_s), -1);
}

void RecommendationsTest::bigTextFullOfNumbersIsNoPost()
{
    const Issue issue = one(QByteArray("1、Abc Def, see 2、Ghi Jkl; ").repeated(40000));
    QCOMPARE(issue.entries.size(), 0);
}

YAODIAN_TEST_APPLESS(RecommendationsTest)

} // namespace digest_recommendations

#include "recommendations.moc"
