#include "tests/support/testmain.h"
#include "ui/library/heightindex.h"

#include <QRandomGenerator>
#include <QTest>

namespace ui_heightindex_test {

using yaodian::ui::HeightIndex;

class HeightIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIndex_hasNoRow()
    {
        HeightIndex index;
        index.reset(0, 10);
        QCOMPARE(index.total(), 0);
        QCOMPARE(index.rowAt(5), -1);
    }

    void rows_beginWhereTheOnesBeforeEnd()
    {
        HeightIndex index;
        index.reset(4, 10);
        index.setHeight(1, 25);
        QCOMPARE(index.top(0), 0);
        QCOMPARE(index.top(2), 35);
        QCOMPARE(index.total(), 55);
        QCOMPARE(index.rowAt(9), 0);
        QCOMPARE(index.rowAt(10), 1);
        QCOMPARE(index.rowAt(34), 1);
        QCOMPARE(index.rowAt(35), 2);
        QCOMPARE(index.rowAt(1000), 3);
        QCOMPARE(index.rowAt(-5), 0);
    }

    void manyChanges_agreeWithAddingUp()
    {
        QRandomGenerator random(7);
        HeightIndex index;
        QList<int> plain(777, 40);
        index.reset(777, 40);
        for (int i = 0; i < 3000; ++i) {
            const int row = random.bounded(777), height = random.bounded(1, 120);
            plain[row] = height;
            index.setHeight(row, height);
        }
        int y = 0;
        for (int row = 0; row < 777; ++row) {
            QCOMPARE(index.top(row), y);
            QCOMPARE(index.rowAt(y), row);
            y += plain[row];
            QCOMPARE(index.rowAt(y - 1), row);
        }
        QCOMPARE(index.total(), y);
    }

    void appendedRows_areAsIfTheyHadBeenThere()
    {
        for (const int before : {0, 1, 7, 64, 320}) {
            HeightIndex grown, whole;
            grown.reset(before, 40);
            whole.reset(before + 1000, 40);
            for (int row = 0; row < before; row += 3) {
                grown.setHeight(row, 55 + row);
                whole.setHeight(row, 55 + row);
            }
            grown.append(1000, 40);
            QCOMPARE(grown.rows(), whole.rows());
            grown.setHeight(before + 500, 7);
            whole.setHeight(before + 500, 7);
            for (int row = 0; row <= whole.rows(); row += row < whole.rows() ? 1 : 2)
                QCOMPARE(grown.top(row), whole.top(row));
        }
    }
};

YAODIAN_TEST_APPLESS(HeightIndexTest)

} // namespace ui_heightindex_test

#include "heightindex_test.moc"
