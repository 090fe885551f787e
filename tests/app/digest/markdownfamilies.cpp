// Lists and notes that people write in Markdown.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_markdownfamilies {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class MarkdownFamiliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weeklyTitleIsALinkWithTheChineseTitle();
    void weeklyTitlesThatLookLikeALegend();
    void bracketedTitlesHaveNumbersAndAbstracts();
    void bracketedPostWithoutNumbers();
    void notesHaveQuotedTitles();
    void notesKeepNestedPoints();
    void notesUnderMoreAreTheAlsoSection();
    void notesOfTheWriterAreTheBody();
    void headingsAloneAreNoPost();
};

void MarkdownFamiliesTest::weeklyTitleIsALinkWithTheChineseTitle()
{
    const Issue issue = post("weekly.md");
    QCOMPARE(issue.report.family, u"weekly"_s);
    QCOMPARE(issue.title, QString());
    QCOMPARE(issue.entries.size(), 3);
    QCOMPARE(issue.entries[0].title, u"Denoising Diffusion Probabilistic Models"_s);
    QCOMPARE(issue.entries[0].titleZh, u"去噪扩散概率模型"_s);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/2006.11239"_s);
    QCOMPARE(issue.entries[0].abstractZh, u"扩散模型把数据一步步变成噪声,再学着走回来。这段话是为测试写的。"_s);
    QCOMPARE(issue.entries[2].titleZh, u"DINOv2"_s);
}

void MarkdownFamiliesTest::weeklyTitlesThatLookLikeALegend()
{
    QCOMPARE(post("weekly.md").entries[1].titleZh, u"SSRL: 大模型的低秩适配"_s);
    QVERIFY(post("weekly.md").legend.isEmpty());
}

void MarkdownFamiliesTest::bracketedTitlesHaveNumbersAndAbstracts()
{
    const Issue issue = post("bracketed.md");
    QCOMPARE(issue.report.family, u"bracketed"_s);
    QCOMPARE(issue.title, u"2018-01-02"_s);
    QCOMPARE(issue.summary, u"这一天有两篇论文，与检测和分割有关。"_s);
    QCOMPARE(titles(issue), QStringList({u"Focal Loss for Dense Object Detection"_s, u"Mask R-CNN"_s}));
    QCOMPARE(issue.entries[0].number.value_or(0), 1);
    QCOMPARE(issue.entries[0].abstractZh, u"难的样本应当更重。这段话是为测试写的。"_s);
    QVERIFY(issue.entries[0].abstractEn.isEmpty()); // "ICCV 2017（oral）" is where it appeared
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1708.02002"_s);
    QVERIFY(!issue.entries[0].year);
}

void MarkdownFamiliesTest::bracketedPostWithoutNumbers()
{
    const Issue issue = one(
        u"**2018-01-03**\n\n今天只有一篇。\n\n# 检测\n\n**《Mask R-CNN》**\n\nAbstract：画出轮廓。\n\nariXiv：https://arxiv.org/abs/1703.06870\n"_s
            .toUtf8(),
        "x.md");
    QCOMPARE(titles(issue), QStringList{u"Mask R-CNN"_s});
    QVERIFY(!issue.entries[0].number);
    QCOMPARE(issue.summary, u"今天只有一篇。"_s);
    QCOMPARE(issue.entries[0].url, u"https://arxiv.org/abs/1703.06870"_s);
}

void MarkdownFamiliesTest::notesHaveQuotedTitles()
{
    const Issue issue = post("notes.md");
    QCOMPARE(issue.report.family, u"notes"_s);
    QCOMPARE(issue.title, u"2023-04-25：论文速递"_s);
    const Entry entry = issue.entries.value(0);
    QCOMPARE(entry.title, u"Segment Anything"_s);
    QCOMPARE(entry.number.value_or(0), 1);
    QCOMPARE(entry.titleZh, u"分割一切"_s);
    QCOMPARE(entry.affiliations, QStringList({u"某某研究院"_s, u"某某大学"_s, u"另一所大学"_s}));
    QCOMPARE(entry.url, u"https://arxiv.org/abs/2304.02643"_s);
    QCOMPARE(entry.oneLine, u"一个可以提示的分割模型。"_s);
}

void MarkdownFamiliesTest::notesKeepNestedPoints()
{
    const QStringList points = post("notes.md").entries[0].keyPoints;
    QCOMPARE(points, QStringList({u"动机：想要一个 可以提示 的分割模型。"_s,
                                  u"方法：先造数据，再训练。\n数据分三个阶段收集"_s, u"优势：零样本也好用。"_s}));
}

void MarkdownFamiliesTest::notesUnderMoreAreTheAlsoSection()
{
    const Issue issue = post("notes.md");
    QCOMPARE(issue.entries.size(), 2);
    QVERIFY(issue.entries[0].section == Section::Main);
    QVERIFY(issue.entries[1].section == Section::Also);
    QCOMPARE(issue.entries[1].title, u"SAM-Track"_s);
    QCOMPARE(issue.entries[1].affiliations, QStringList{u"浙江大学"_s});
}

void MarkdownFamiliesTest::notesOfTheWriterAreTheBody()
{
    const Issue issue = post("notes.md");
    QCOMPARE(issue.entries[0].body, u"写笔记的人自己的话。\n\n不是要点的一项"_s);
    QCOMPARE(issue.references, QStringList{u"知乎：某篇文章"_s});
}

void MarkdownFamiliesTest::headingsAloneAreNoPost()
{
    const Issue issue =
        one("# A Readme\n\n## Install The Thing\n\nRun it, then wait.\n\n## Use The Thing\n\nCall it.\n", "README.md");
    QCOMPARE(issue.entries.size(), 0);
    QCOMPARE(issue.title, u"A Readme"_s);
}

YAODIAN_TEST_APPLESS(MarkdownFamiliesTest)

} // namespace digest_markdownfamilies

#include "markdownfamilies.moc"
