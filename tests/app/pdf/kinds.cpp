#include "pdf/kinds.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace pdf_kinds {

using namespace yaodian::pdf;

class TestKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void captionsAreToldFromSentences_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("sure");
        const auto row = [](const QString &line, const QString &number, bool sure) {
            QTest::newRow(qPrintable(line)) << line << number << sure;
        };
        row(QStringLiteral("Figure 3: The model"), QStringLiteral("3"), true);
        row(QStringLiteral("Fig. 12. Results"), QStringLiteral("12"), true);
        row(QStringLiteral("TABLE IV"), QStringLiteral("IV"), true);
        row(QStringLiteral("Table A.2 | Settings"), QStringLiteral("A.2"), true);
        row(QStringLiteral("图 3 模型结构"), QStringLiteral("3"), true);
        row(QStringLiteral("表2"), QStringLiteral("2"), true);
        row(QStringLiteral("Figure 3 shows that it"), QStringLiteral("3"), false);
        row(QStringLiteral("Algorithm 1: Training"), QStringLiteral("1"), true);
        row(QStringLiteral("Figures are drawn"), QString(), false);
        row(QStringLiteral("Table of contents"), QString(), false);
    }

    void captionsAreToldFromSentences()
    {
        QFETCH(QString, line);
        QFETCH(QString, number);
        QFETCH(bool, sure);
        const auto mark = captionMarkOf(line);
        QCOMPARE(mark ? mark->number : QString(), number);
        QCOMPARE(mark && mark->isSure, sure);
    }

    void headingsHaveNumbersOrKnownNames_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("level"); // -1: none
        const auto row = [](const QString &line, const QString &number, int level) {
            QTest::newRow(qPrintable(line)) << line << number << level;
        };
        row(QStringLiteral("3.2 Training"), QStringLiteral("3.2"), 1);
        row(QStringLiteral("3 Model"), QStringLiteral("3"), 0);
        row(QStringLiteral("IV. RESULTS"), QStringLiteral("IV"), 0);
        row(QStringLiteral("I. I NTRODUCTION"), QStringLiteral("I"), 0);
        row(QStringLiteral("B.1 Details"), QStringLiteral("B.1"), 1);
        row(QStringLiteral("Appendix C"), QStringLiteral("C"), 0);
        row(QStringLiteral("第二章 方法"), QStringLiteral("2"), 0);
        row(QStringLiteral("第三节 实验"), QStringLiteral("3"), 1);
        row(QStringLiteral("一、引言"), QStringLiteral("1"), 0);
        row(QStringLiteral("摘 要"), QString(), 0);
        row(QStringLiteral("Abstract"), QString(), 0);
        row(QStringLiteral("R EFERENCES"), QString(), 0);
        row(QStringLiteral("we train it"), QString(), -1);
        row(QStringLiteral("3 apples a day"), QString(), -1);
    }

    void headingsHaveNumbersOrKnownNames()
    {
        QFETCH(QString, line);
        QFETCH(QString, number);
        QFETCH(int, level);
        const auto mark = headingMarkOf(line);
        QCOMPARE(mark ? mark->level : -1, level);
        if (mark)
            QCOMPARE(mark->number, number);
    }

    void theBibliographyIsKnownByItsName()
    {
        for (const QString &name :
             {QStringLiteral("References"), QStringLiteral("7. REFERENCES"), QStringLiteral("参 考 文 献"),
              QStringLiteral("R EFERENCES"), QStringLiteral("参考文献 (References)")})
            QVERIFY2(headingMarkOf(name) && headingMarkOf(name)->isBibliography, qPrintable(name));
        QVERIFY(!headingMarkOf(QStringLiteral("4 Results"))->isBibliography);
    }

    void entriesBeginWithTheirLabels()
    {
        QCOMPARE(entryMarkOf(QStringLiteral("[12] A. Gal"))->label, QStringLiteral("12"));
        QCOMPARE(entryMarkOf(QStringLiteral("[BMR+20] T. Brown"))->label, QStringLiteral("BMR+20"));
        QCOMPARE(entryMarkOf(QStringLiteral("7. Smith"))->label, QStringLiteral("7"));
        QCOMPARE(entryMarkOf(QString::fromUtf8("〔5〕王某. 题目"))->label, QStringLiteral("5"));
        QCOMPARE(entryMarkOf(QStringLiteral("(3) Smith, J."))->label, QStringLiteral("3"));
        QCOMPARE(entryMarkOf(QStringLiteral("4) van den Oord, A."))->label, QStringLiteral("4"));
        QVERIFY(!entryMarkOf(QStringLiteral("7. Smith"))->isBare);
        QVERIFY(entryMarkOf(QStringLiteral("12 Wang X S, Gu Y"))->isBare);
        QVERIFY(!entryMarkOf(QStringLiteral("12 models of it")));
        QVERIFY(!entryMarkOf(QStringLiteral("2019. A title")));
        QVERIFY(!entryMarkOf(QStringLiteral("[see] there")));
    }

    void numbersAreReadInEveryScript()
    {
        QCOMPARE(fromRoman(QStringLiteral("XIV")), 14);
        QCOMPARE(fromRoman(QStringLiteral("ABC")), 0);
        QCOMPARE(fromChinese(QStringLiteral("十二")), 12);
        QCOMPARE(fromChinese(QStringLiteral("二十")), 20);
        QCOMPARE(fromChinese(QStringLiteral("3")), 0);
    }

    void footnotesBeginWithAMark()
    {
        QCOMPARE(footnoteMarkOf(QStringLiteral("1https://example.org")), QStringLiteral("1"));
        QCOMPARE(footnoteMarkOf(QStringLiteral("∗Equal contribution")), QStringLiteral("∗"));
        QCOMPARE(footnoteMarkOf(QStringLiteral("Equal contribution")), QString());
        QCOMPARE(footnoteMarkOf(QStringLiteral("27.9 25.0")), QString());
    }
};

YAODIAN_TEST_GUILESS(TestKinds)

} // namespace pdf_kinds

#include "kinds.moc"
