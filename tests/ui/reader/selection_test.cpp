#include "tests/support/testmain.h"
#include "ui/reader/selection.h"

#include <QTest>

namespace reader_selection_test {

using namespace yaodian;
using namespace yaodian::ui;
using pdf::Motion;

/// Letters of 0.01 by 0.02, lines below each other, as a page of one column would have them.
pdf::PageText pageOf(const QString &text)
{
    pdf::PageText page;
    page.text = text;
    double x = 0.1;
    double y = 0.1;
    for (const QChar c : text) {
        if (c == QLatin1Char('\n')) {
            page.boxes << Box();
            x = 0.1;
            y += 0.03;
            continue;
        }
        page.boxes << Box{x, y, x + 0.01, y + 0.02};
        x += 0.01;
    }
    return page;
}

const QString Words = QStringLiteral("One two three. Four five\nsix seven. Eight nine.\n\nNew paragraph here.");

QString selected(const pdf::PageText &page, const Selection &selection)
{
    const pdf::TextRange range = selection.on(0, page).value(0);
    return page.text.mid(range.from, range.to - range.from);
}

class SelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaret_standsAtTheNearerSideOfALetter()
    {
        const pdf::PageText page = pageOf(Words);
        QCOMPARE(caretAt(page, {0.101, 0.11}), 0);
        QCOMPARE(caretAt(page, {0.109, 0.11}), 1);
        QCOMPARE(caretAt(pdf::PageText(), {0.5, 0.5}), -1);
    }

    void theCaretBehindTheLastLetter_isStillDrawn()
    {
        const pdf::PageText page = pageOf(QStringLiteral("ab"));
        QCOMPARE(caretBox(page, 2).left, page.boxes.at(1).right);
        QCOMPARE(caretBox(page, 0).left, page.boxes.at(0).left);
    }

    void theOtherEnd_canBeMovedToo()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.set(0, {4, 13});
        selection.swapEnds();
        selection.setHead({0, 0});
        QCOMPARE(selected(page, selection), QStringLiteral("One two three"));
    }

    void aDoubleClickDraggedBack_keepsWholeWords()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.start(0, page, 9, Selection::Grain::Word);
        QCOMPARE(selected(page, selection), QStringLiteral("three"));
        selection.extend(0, page, 5);
        QCOMPARE(selected(page, selection), QStringLiteral("two three"));
        selection.extend(0, page, 17);
        QCOMPARE(selected(page, selection), QStringLiteral("three. Four"));
    }

    void aTripleClick_takesTheLine()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.start(0, page, 30, Selection::Grain::Line);
        QCOMPARE(selected(page, selection).trimmed(), QStringLiteral("six seven. Eight nine."));
    }

    void aFourthClick_takesTheParagraphAndADragWholeOnes()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.start(0, page, 30, Selection::Grain::Paragraph);
        QCOMPARE(selected(page, selection), Words.left(Words.indexOf(QStringLiteral("\n\n"))));
        selection.extend(0, page, int(Words.indexOf(QStringLiteral("paragraph"))));
        QCOMPARE(selected(page, selection), Words);
    }

    void draggedToAnotherPage_itKeepsWholeWordsThere()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.start(1, page, 5, Selection::Grain::Word);
        selection.extend(2, page, 5);
        QCOMPARE(selection.first(), (Caret{1, 4}));
        QCOMPARE(selection.last(), (Caret{2, 7}));
        selection.extend(0, page, 9);
        QCOMPARE(selection.first(), (Caret{0, 8}));
        QCOMPARE(selection.last(), (Caret{1, 7}));
    }

    void aPlainDrag_endsWhereTheMouseIs()
    {
        const pdf::PageText page = pageOf(Words);
        Selection selection;
        selection.start(0, page, 4, Selection::Grain::Character);
        QVERIFY(selection.isEmpty());
        selection.extend(0, page, 7);
        QCOMPARE(selected(page, selection), QStringLiteral("two"));
        selection.extend(0, page, 0);
        QCOMPARE(selected(page, selection), QStringLiteral("One "));
    }
};

YAODIAN_TEST_GUILESS(SelectionTest)

} // namespace reader_selection_test

#include "selection_test.moc"
