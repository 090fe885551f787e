// However a post prints a category, it is one facet.
#include "digest/categories.h"
#include "digest/legend.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_categories {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class CategoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printedFormIsOneCode_data();
    void printedFormIsOneCode();
    void codesAmongWords_data();
    void codesAmongWords();
    void legendNamesItsOwn();
    void severalOnAnEntry_data();
    void severalOnAnEntry();
    void entryWithoutOneHasNone();
    void labelledCategoryIsRead();
    void legendLine_data();
    void legendLine();
    void codesThatAreNone_data();
    void codesThatAreNone();
    void goldKeepsTheFirstAndListsSeveral();
};

void CategoriesTest::printedFormIsOneCode_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *printed, const char *code) {
        QTest::newRow(printed) << QString::fromUtf8(printed) << QString::fromUtf8(code);
    };
    row("CL", "CL");
    row("[CL]", "CL");
    row("【CL】", "CL");
    row("cl", "CL");
    row("cs.CL", "CL");
    row("CS.CL", "CL");
    row("(cs.CL)", "CL");
    row("#CL", "CL");
    row("`cs.CL`", "CL");
    row("cs.CL - 计算与语言", "CL");
    row("CL – 计算与语言", "CL");
    row("CL: 计算与语言", "CL");
    row("计算与语言", "CL");
    row("自然语言处理", "CL");
    row("Computation and Language", "CL");
    row("Computation and Language (cs.CL)", "CL");
    row("computation AND language", "CL");
    row("计算与语言（CL）", "CL");
    row("Machine Learning", "LG");
    row("Machine Learning (stat.ML)", "ML");
    row("stat.ML", "ML");
    row("机器学习", "LG");
    row("Computer Vision and Pattern Recognition", "CV");
    row("计算机视觉", "CV");
    row("Human-Computer Interaction", "HC");
    row("eess.AS", "AS");
    row("Sound", "SD");
    row("Robotics", "RO");
    row("quant-ph", "QUANT-PH");
    row("physics.bio-ph", "BIO-PH");
    row("cs.IR", "IR");
    row("cs.MM", "MM");
    row("图形学", "GR");
    row("钟表学", "钟表学");
    row("", "");
}

void CategoriesTest::printedFormIsOneCode()
{
    QFETCH(QString, printed);
    QFETCH(QString, code);
    QCOMPARE(facetCode(printed), code);
}

void CategoriesTest::codesAmongWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("behind an identifier") << u"arXiv:2608.20284 cs.CV cs.RO"_s << QStringList{u"cs.CV"_s, u"cs.RO"_s};
    QTest::newRow("with commas") << u"cs.CL, cs.LG; stat.ML"_s << QStringList{u"cs.CL"_s, u"cs.LG"_s, u"stat.ML"_s};
    QTest::newRow("with a slash") << u"CV/RO"_s << QStringList{u"CV"_s, u"RO"_s};
    QTest::newRow("once") << u"CV CV"_s << QStringList{u"CV"_s};
    QTest::newRow("with other words") << u"CV [📦 code ✗]"_s << QStringList{u"CV"_s};
    QTest::newRow("none") << u"code and data"_s << QStringList();
    QTest::newRow("a full stop") << u"Subjects cs.CL."_s << QStringList{u"cs.CL"_s};
}

void CategoriesTest::codesAmongWords()
{
    QFETCH(QString, text);
    QFETCH(QStringList, codes);
    QCOMPARE(categoriesIn(text), codes);
}

void CategoriesTest::legendNamesItsOwn()
{
    Issue issue;
    issue.legend = {{u"ZZ"_s, u"钟表学"_s}};
    Entry entry;
    entry.categories = {u"钟表学"_s, u"cs.CL"_s, u"CL"_s, QString()};
    issue.entries = {entry};
    normaliseCategories(issue);
    QCOMPARE(issue.entries[0].categories, QStringList({u"ZZ"_s, u"CL"_s}));
}

void CategoriesTest::severalOnAnEntry_data()
{
    QTest::addColumn<QString>("tag");
    QTest::newRow("two tags") << u"[LG][CV]"_s;
    QTest::newRow("two tags with a blank") << u"[LG] [CV]"_s;
    QTest::newRow("slash") << u"[LG/CV]"_s;
    QTest::newRow("comma") << u"[LG, CV]"_s;
    QTest::newRow("Chinese comma") << u"【LG、CV】"_s;
    QTest::newRow("ampersand") << u"[LG & CV]"_s;
    QTest::newRow("bar") << u"[LG|CV]"_s;
    QTest::newRow("arXiv's") << u"[cs.LG, cs.CV]"_s;
    QTest::newRow("the same twice") << u"[LG][CV][cs.LG]"_s;
}

void CategoriesTest::severalOnAnEntry()
{
    QFETCH(QString, tag);
    const Issue issue = one((u"1、"_s + tag + u" Two Clocks\nJ Doe, K Roe\n[A Lab]\n两只钟\n"_s).toUtf8());
    QCOMPARE(issue.entries.size(), 1);
    QCOMPARE(issue.entries[0].categories, QStringList({u"LG"_s, u"CV"_s}));
    QCOMPARE(issue.entries[0].title, u"Two Clocks"_s);
}

void CategoriesTest::entryWithoutOneHasNone()
{
    const Issue issue =
        one(u"1、[CL] One Clock\nJ Doe, K Roe\n要点:\n1. 甲;\n2. 乙。\nhttps://arxiv.org/abs/2301.00001\n"
            "2、[MIT & Google] Labs\n"_s.toUtf8());
    QCOMPARE(issue.entries.size(), 1);
    const Issue plain = one(u"1、One Clock\nJ Doe, K Roe\n要点:\n1. 甲;\n2. 乙。\n2、Two Clocks\nL Poe, M Moe\n"
                            "要点:\n1. 丙;\n2. 丁。\n"_s.toUtf8());
    QCOMPARE(plain.entries.size(), 2);
    QVERIFY(plain.entries[0].categories.isEmpty());
    QVERIFY(toGold(plain)["entries"_L1][0]["category"_L1].isNull());
}

void CategoriesTest::labelledCategoryIsRead()
{
    const Issue issue =
        one("# A List\n\n### [A First Clock](https://arxiv.org/abs/2301.00001)\n\nCategories: cs.CL, cs.LG\n\n"
            "### [A Second Clock](https://arxiv.org/abs/2301.00002)\n\n领域：计算机视觉\n",
            "x.md");
    QCOMPARE(issue.entries.size(), 2);
    QCOMPARE(issue.entries[0].categories, QStringList({u"CL"_s, u"LG"_s}));
    QCOMPARE(issue.entries[1].categories, QStringList{u"CV"_s});
}

void CategoriesTest::legendLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("codes");
    QTest::newRow("dashes") << u"LG - 机器学习 CV - 计算机视觉"_s << u"LG CV"_s;
    QTest::newRow("en dashes") << u"LG – 机器学习 CV – 计算机视觉 CL – 计算与语言"_s << u"LG CV CL"_s;
    QTest::newRow("bars") << u"LG | 机器学习 CV | 计算机视觉"_s << u"LG CV"_s;
    QTest::newRow("twice") << u"LG - 机器学习 CV - 计算机视觉LG - 机器学习 CV - 计算机视觉"_s << u"LG CV"_s;
    QTest::newRow("one pair") << u"RO - 机器人"_s << u"RO"_s;
    QTest::newRow("a title with a name") << u"SSRL: 自搜索强化学习"_s << QString();
    QTest::newRow("a sentence") << u"LG - 机器学习是一个很长很长很长很长很长很长的句子而不是名字。"_s << QString();
    QTest::newRow("English") << u"LG - machine learning CV - vision"_s << QString();
    QTest::newRow("English names")
        << u"LG – Machine Learning, CV – Computer Vision & Graphics | CL – Computation and Language"_s << u"LG CV CL"_s;
    QTest::newRow("two English names") << u"AI - Artificial Intelligence LG - Machine Learning"_s << QString();
    QTest::newRow("English prose") << u"GPT - A Model BERT - Another One LLM - All of them, of 2023."_s << QString();
    QTest::newRow("with who it is from") << u"LG - 机器学习 RO - 机器人转自某某"_s << QString();
}

void CategoriesTest::legendLine()
{
    QFETCH(QString, line);
    QFETCH(QString, codes);
    QStringList found;
    for (const LegendItem &item : legendOf(line))
        found << item.code;
    QCOMPARE(found.join(u' '), codes);
}

void CategoriesTest::codesThatAreNone_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"C", "MIT", "Cl", "2023", "cs.", "cs.C", ".CL", "a b", "KAIST"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void CategoriesTest::codesThatAreNone()
{
    QFETCH(QString, code);
    QVERIFY(!isCategory(code, {}));
}

void CategoriesTest::goldKeepsTheFirstAndListsSeveral()
{
    Issue issue;
    Entry entry;
    entry.categories = {u"LG"_s, u"CV"_s};
    issue.entries = {entry};
    const QJsonObject gold = toGold(issue)["entries"_L1][0].toObject();
    QCOMPARE(gold["category"_L1].toString(), u"LG"_s);
    QCOMPARE(gold["categories"_L1].toArray().size(), 2);
    issue.entries[0].categories = {u"LG"_s};
    QVERIFY(!toGold(issue)["entries"_L1][0].toObject().contains("categories"_L1));
}

YAODIAN_TEST_APPLESS(CategoriesTest)

} // namespace digest_categories

#include "categories.moc"
