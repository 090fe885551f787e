#include "tests/app/pdf/grid.h"
#include "tests/support/testmain.h"

namespace pdf_text {

using namespace yaodian;
using namespace yaodian::pdf;

int at(const PageText &page, const QString &what)
{
    return int(page.text.indexOf(what));
}

QStringList found(const PageText &page, const QString &needle)
{
    QStringList out;
    for (const TextRange &range : find(page, needle))
        out.append(part(page, range));
    return out;
}

class TestPageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceLeadsToTheLetterThere()
    {
        const PageText page = set(QStringLiteral("first line\nsecond line"));
        QCOMPARE(indexAt(page, {0.105, 0.105}), 0);
        QCOMPARE(indexAt(page, {0.125, 0.125}), at(page, QStringLiteral("cond")));
        QCOMPARE(indexAt(page, {0.9, 0.105}), at(page, QStringLiteral("e\n")));
        QCOMPARE(indexAt(page, {0.0, 0.9}), at(page, QStringLiteral("second")));
        QCOMPARE(indexAt(PageText{}, {0.5, 0.5}), -1);
    }

    void aRangeHasOneBoxALine()
    {
        const PageText page = set(QStringLiteral("first line\nsecond line\n\nthird"));
        const QList<Box> boxes = boxesOf(page, {6, int(page.text.size())});
        QCOMPARE(boxes.size(), 3);
        QVERIFY(qAbs(boxes[0].left - 0.16) < 1e-9 && qAbs(boxes[0].right - 0.2) < 1e-9);
        QVERIFY(qAbs(boxes[1].left - 0.1) < 1e-9 && qAbs(boxes[1].right - 0.21) < 1e-9);
        QVERIFY(boxesOf(page, {5, 5}).isEmpty());
        QCOMPARE(boxesOf(page, {-5, 1000}).size(), 3);
    }

    void aQuoteIsWhatAPersonWouldCopy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quote");
        QTest::newRow("lines") << QStringLiteral("one\ntwo  three") << QStringLiteral("one two three");
        QTest::newRow("hyphen") << QStringLiteral("spe-\ncialised") << QStringLiteral("specialised");
        QTest::newRow("soft hyphen") << QStringLiteral("spe\u00ad\ncialised") << QStringLiteral("specialised");
        QTest::newRow("hyphen of a name")
            << QStringLiteral("GPT-\n4 and Jean-\nLuc") << QStringLiteral("GPT- 4 and Jean- Luc");
        QTest::newRow("column") << QStringLiteral("exam-\n\nple") << QStringLiteral("example");
        QTest::newRow("ligature") << QStringLiteral("e\ufb03cient \ufb01ne") << QStringLiteral("efficient fine");
        QTest::newRow("cjk") << QStringLiteral("扩散模\n型很强。\n第二") << QStringLiteral("扩散模型很强。第二");
        QTest::newRow("cjk and latin") << QStringLiteral("使用\nBERT 模型") << QStringLiteral("使用 BERT 模型");
        QTest::newRow("accent apart") << QStringLiteral("Poincare\u0301") << QStringLiteral("Poincaré");
        QTest::newRow("wide") << QStringLiteral("ＡＢＣ") << QStringLiteral("ABC");
    }

    void aQuoteIsWhatAPersonWouldCopy()
    {
        QFETCH(QString, text);
        QFETCH(QString, quote);
        const PageText page = set(text);
        QCOMPARE(quoteOf(page, {0, int(text.size())}), quote);
    }

    void emptyRangesHaveNoQuote()
    {
        QCOMPARE(quoteOf(set(QStringLiteral("abc")), {1, 1}), QString());
        QCOMPARE(quoteOf(PageText{}, {0, 5}), QString());
    }

    void wordsKeepTheirHyphensAndGoOnBehindLineEnds()
    {
        const PageText page = set(QStringLiteral("a state-of-the-art de-\nvice (it's 3.14)"));
        QCOMPARE(part(page, wordAt(page, at(page, QStringLiteral("of")))), QStringLiteral("state-of-the-art"));
        QCOMPARE(part(page, wordAt(page, at(page, QStringLiteral("vice")))), QStringLiteral("de-\nvice"));
        QCOMPARE(part(page, wordAt(page, at(page, QStringLiteral("de-")))), QStringLiteral("de-\nvice"));
        QCOMPARE(part(page, wordAt(page, at(page, QStringLiteral("t's")))), QStringLiteral("it's"));
        QCOMPARE(part(page, wordAt(page, at(page, QStringLiteral(".14")))), QStringLiteral("3.14"));
        QVERIFY(wordAt(page, 1).isEmpty());
        QVERIFY(wordAt(page, -1).isEmpty());
    }

    void chineseWordsEndWhereAnotherScriptBegins()
    {
        const PageText page = set(QStringLiteral("我们用BERT模型，很好"));
        QCOMPARE(part(page, wordAt(page, 1)), QStringLiteral("我们用"));
        QCOMPARE(part(page, wordAt(page, 4)), QStringLiteral("BERT"));
        QCOMPARE(part(page, wordAt(page, 7)), QStringLiteral("模型"));
    }

    void linesAndParagraphsAreFoundFromAnyPlaceInThem()
    {
        const PageText page = set(QStringLiteral("one\ntwo\n\nthree\nfour"));
        QCOMPARE(part(page, lineAt(page, 5)), QStringLiteral("two"));
        QCOMPARE(part(page, lineAt(page, 0)), QStringLiteral("one"));
        QCOMPARE(part(page, lineAt(page, int(page.text.size()))), QStringLiteral("four"));
        QCOMPARE(part(page, paragraphAt(page, 5)), QStringLiteral("one\ntwo"));
        QCOMPARE(part(page, paragraphAt(page, at(page, QStringLiteral("four")))), QStringLiteral("three\nfour"));
        QVERIFY(lineAt(PageText{}, 0).isEmpty());
        QVERIFY(paragraphAt(PageText{}, 0).isEmpty());
    }

    void keysMoveByWords()
    {
        const PageText page = set(QStringLiteral("one two-\nfold three"));
        const int two = moved(page, 0, Motion::NextWord);
        QCOMPARE(two, 4);
        const int three = moved(page, two, Motion::NextWord);
        QCOMPARE(three, at(page, QStringLiteral("three")));
        QCOMPARE(moved(page, three, Motion::NextWord), three);
        QCOMPARE(moved(page, three, Motion::PreviousWord), two);
        QCOMPARE(moved(page, two, Motion::PreviousWord), 0);
        QCOMPARE(moved(page, 0, Motion::PreviousWord), 0);
        QCOMPARE(moved(PageText{}, 0, Motion::NextWord), -1);
    }

    void keysMoveBySentencesPastAbbreviations()
    {
        const PageText page = set(
            QStringLiteral("See Smith et al. in Fig. 3 (e.g. here). It works!\nNext one\n\nHeading\n\n第一句。第二句"));
        const int second = moved(page, 0, Motion::NextSentence);
        QCOMPARE(second, at(page, QStringLiteral("It")));
        const int third = moved(page, second, Motion::NextSentence);
        QCOMPARE(third, at(page, QStringLiteral("Next")));
        const int heading = moved(page, third, Motion::NextSentence);
        QCOMPARE(heading, at(page, QStringLiteral("Heading")));
        const int chinese = moved(page, heading, Motion::NextSentence);
        QCOMPARE(moved(page, chinese, Motion::NextSentence), at(page, QStringLiteral("第二")));
        QCOMPARE(moved(page, second + 3, Motion::PreviousSentence), second);
        QCOMPARE(moved(page, second, Motion::PreviousSentence), 0);
    }

    void keysMoveByParagraphs()
    {
        const PageText page = set(QStringLiteral("one\ntwo\n\nthree\n\nfour"));
        const int three = moved(page, 0, Motion::NextParagraph);
        QCOMPARE(three, at(page, QStringLiteral("three")));
        QCOMPARE(moved(page, three + 2, Motion::PreviousParagraph), three);
        QCOMPARE(moved(page, three, Motion::PreviousParagraph), 0);
        QCOMPARE(moved(page, at(page, QStringLiteral("four")), Motion::NextParagraph), int(page.text.size()) - 1);
    }

    void keysMoveToTheLetterBelow()
    {
        const PageText page = set(QStringLiteral("abcdef\nghijkl\n\nmn"));
        const int h = moved(page, 1, Motion::NextLine);
        QCOMPARE(h, at(page, QStringLiteral("h")));
        QCOMPARE(moved(page, at(page, QStringLiteral("l")), Motion::NextLine), at(page, QStringLiteral("n")));
        QCOMPARE(moved(page, h, Motion::PreviousLine), 1);
        QCOMPARE(moved(page, 1, Motion::PreviousLine), 1);
        QCOMPARE(moved(page, 5, Motion::NextChar), at(page, QStringLiteral("g")));
        QCOMPARE(moved(page, at(page, QStringLiteral("g")), Motion::PreviousChar), 5);
    }

    void searchPassesOverLineEndsHyphensCaseAndWidths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QStringList>("hits");
        const auto row = [](const char *name, const char16_t *text, const char16_t *needle, const QStringList &hits) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(needle) << hits;
        };
        row("case", u"The THE the", u"the", {u"The"_qs, u"THE"_qs, u"the"_qs});
        row("across lines", u"trace\ntree", u"trace tree", {u"trace\ntree"_qs});
        row("across a hyphen", u"compi-\nlation", u"compilation", {u"compi-\nlation"_qs});
        row("hyphen of the word", u"state-of-the-\nart", u"state-of-the-art", {u"state-of-the-\nart"_qs});
        row("ligature", u"e\ufb03cient", u"EFFICIENT", {u"e\ufb03cient"_qs});
        row("within a ligature", u"e\ufb03cient", u"fi", {u"\ufb03"_qs});
        row("chinese over a line", u"扩散模\n型", u"模型", {u"模\n型"_qs});
        row("two letters of chinese", u"扩散模型与扩散过程", u"扩散", {u"扩散"_qs, u"扩散"_qs});
        row("wide digits", u"第１０页", u"10", {u"１０"_qs});
        row("accent", u"Poincare\u0301 map", u"poincaré", {u"Poincare\u0301"_qs});
        row("blanks", u"a  b", u" a   b ", {u"a  b"_qs});
        row("nothing", u"abc", u"x", {});
        row("empty", u"abc", u" ", {});
    }

    void searchPassesOverLineEndsHyphensCaseAndWidths()
    {
        QFETCH(QString, text);
        QFETCH(QString, needle);
        QFETCH(QStringList, hits);
        QCOMPARE(found(set(text), needle), hits);
    }

    void whatStandsAroundARangeIsNormalised()
    {
        const PageText page = set(QStringLiteral("begin spe-\ncial  WORD and\nmore text"));
        const int word = at(page, QStringLiteral("WORD"));
        QCOMPARE(contextBefore(page, {word, word + 4}), QStringLiteral("begin special"));
        QCOMPARE(contextAfter(page, {word, word + 4}), QStringLiteral("and more text"));
        QCOMPARE(contextBefore(page, {word, word + 4}, 7), QStringLiteral("special"));
        QCOMPARE(contextAfter(page, {word, word + 4}, 5), QStringLiteral("and m"));
        QCOMPARE(contextBefore(page, {0, 5}), QString());
        const PageText emoji = set(QStringLiteral("😀😀x"));
        QCOMPARE(contextBefore(emoji, {4, 5}, 1), QStringLiteral("😀"));
    }
};

YAODIAN_TEST_GUILESS(TestPageText)

} // namespace pdf_text

#include "text.moc"
