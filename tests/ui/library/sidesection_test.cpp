#include "tests/support/testmain.h"
#include "ui/library/sidesection.h"

#include <QSignalSpy>
#include <QTest>

namespace ui_sidesection_test {

using namespace yaodian::ui;

class SideSectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatSayTheSame_areNotPaintedAgain()
    {
        SideModel model;
        model.setRows(rows({u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs}));
        QSignalSpy changed(&model, &SideModel::dataChanged);
        QSignalSpy reset(&model, &SideModel::modelReset);
        model.setRows(rows({u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs}));
        QCOMPARE(changed.size(), 0);
        model.setRows(rows({u"1"_qs, u"5"_qs, u"6"_qs, u"4"_qs}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
        QCOMPARE(model.index(2).data(Qt::AccessibleDescriptionRole).toString(), u"6"_qs);
        QCOMPARE(reset.size(), 0);
    }

    void anotherNumberOfRows_isAnotherList()
    {
        SideModel model;
        model.setRows(rows({u"1"_qs}));
        QSignalSpy reset(&model, &SideModel::modelReset);
        model.setRows(rows({u"1"_qs, u"2"_qs}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 2);
    }

private:
    static QList<SideRow> rows(const QStringList &notes)
    {
        QList<SideRow> out;
        for (const QString &note : notes)
            out << SideRow{u"Blog"_qs, {}, note, {}, int(out.size())};
        return out;
    }
};

YAODIAN_TEST(SideSectionTest)

} // namespace ui_sidesection_test

#include "sidesection_test.moc"
