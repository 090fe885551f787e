// Marks in a line of a digest or of the reader's: shown as what they mean, and only where they mean it.
#include "tests/support/testmain.h"
#include "ui/base/inlinewords.h"

#include <QTest>

namespace ui_inlinewords_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

class InlineWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_becomeLooks()
    {
        const QList<InlineWords> all{
            {u"结论:"_s, true},      {u"比 "_s},  {u"argmax"_s, false, false, true}, {u" 快, "_s},
            {u"far"_s, false, true}, {u" more"_s}};
        QCOMPARE(inlineWords(u"**结论:**比 `argmax` 快, *far* more"_s), all);
        QCOMPARE(plainWords(u"**结论:**比 `argmax` 快"_s), u"结论:比 argmax 快"_s);
    }

    void whatIsNoPairOfMarks_staysAsItIs_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line :
             {u"A* search and D* Lite"_s, u"A*搜索与D*树"_s, u"5*3*2"_s, u"2**3 and 4**5"_s, u"x ** y ** z"_s,
              u"** **"_s, u"****"_s, u"$a **b** c$"_s, u"foo_bar_baz"_s, u"``"_s, u"a ` b"_s, u"\\*not\\*"_s,
              u"<b>bold</b> &amp;"_s, u"# no head"_s, u"1. no item"_s, u""_s, u"[x](https://example.org/)"_s, u"%1"_s})
            QTest::newRow(qPrintable(line.isEmpty() ? u"nothing"_s : line)) << line;
    }

    void whatIsNoPairOfMarks_staysAsItIs()
    {
        QFETCH(QString, line);
        QCOMPARE(plainWords(line), line);
        QCOMPARE(richWords(line), QString());
    }

    void priceAndMarks_areNoMath() { QCOMPARE(plainWords(u"from $5 to **cheap** $10"_s), u"from $5 to cheap $10"_s); }

    void asRichText_allThatWasTypedIsEscaped()
    {
        const QString rich = richWords(u"**<img src=x>** & `<script>`"_s);
        QVERIFY2(rich.contains(u"<b>&lt;img src=x&gt;</b> &amp; <code>&lt;script&gt;</code>"_s), qPrintable(rich));
    }
};

YAODIAN_TEST_APPLESS(InlineWordsTest)

} // namespace ui_inlinewords_test

#include "inlinewords_test.moc"
