#include "tests/support/testmain.h"
#include "ui/library/entryview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace ui_entrymodel_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using library::EntryId;
using library::ListQuery;
using library::ListRow;

/// A library of invented entries that counts what it is asked.
class CountingSource final : public EntrySource
{
public:
    explicit CountingSource(int entries)
    {
        for (int i = 0; i < entries; ++i)
            add(i);
    }

    void add(int i)
    {
        ListRow row;
        row.id = EntryId(nameBasedUuid(u"entry", QString::number(i)));
        row.paper = library::PaperId(nameBasedUuid(u"paper", QString::number(i)));
        row.title = u"Paper %1 on a Subject That Matters"_s.arg(i);
        if (i % 3 == 0)
            row.title += u" and Whose Title Is So Long That It Certainly Needs Another Line or Even Two in the List"_s;
        row.titleZh = i % 4 ? u"第 %1 篇"_s.arg(i) : QString();
        row.oneLine = u"一句话"_s;
        row.categories = {i % 1000 < 500 ? u"LG"_s : u"CV"_s};
        rows_.insert(row.id, row);
        order << row.id;
    }

    QList<EntryId> ids(const ListQuery &, int most) const override { return order.mid(0, most); }
    QList<ListRow> rows(const QList<EntryId> &ids) const override
    {
        ++questions;
        asked += int(ids.size());
        QList<ListRow> found;
        for (const EntryId id : ids)
            if (const auto it = rows_.constFind(id); it != rows_.constEnd())
                found << *it;
        return found;
    }
    QList<library::CategoryCount> categories(const ListQuery &) const override
    {
        return {{u"LG"_s, u"机器学习"_s, 6, 6}};
    }

    QHash<EntryId, ListRow> rows_;
    QList<EntryId> order;
    mutable int questions = 0;
    mutable int asked = 0;
};

ListQuery byCategory()
{
    ListQuery query;
    query.order = ListQuery::Order::ByCategory;
    return query;
}

class EntryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void model_keepsTheRulesOfModels()
    {
        CountingSource source(300);
        EntryModel model(source);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(byCategory());
        QCOMPARE(model.rowCount(), 300);
        model.refresh({source.rows_[source.order[3]].paper});
        model.show({});
    }

    void showing_fetchesNoRow()
    {
        CountingSource source(100000);
        EntryModel model(source);
        model.show({});
        QCOMPARE(model.rowCount(), EntryModel::firstRows);
        model.appendRest();
        QCOMPARE(model.rowCount(), 100000);
        QCOMPARE(source.questions, 0);
    }

    void theRestOfALongList_isAppended_andMovesNothing()
    {
        CountingSource source(1000);
        EntryModel model(source);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.show({});
        QVERIFY(!model.isWhole());
        const int listing = model.listing();
        const QList<EntryId> first = model.ids();
        QCOMPARE(first, source.order.mid(0, EntryModel::firstRows));
        QVERIFY(model.row(EntryModel::firstRows - 1));
        model.appendRest(source.order);
        QVERIFY(model.isWhole());
        QCOMPARE(model.ids(), source.order);
        QCOMPARE(model.row(EntryModel::firstRows)->id, source.order[EntryModel::firstRows]);
        QCOMPARE(model.newEntries(), 0);
        QCOMPARE(reset.size(), 1); // by show()
        QCOMPARE(model.listing(), listing);
        model.appendRest(source.order); // once is enough
        QCOMPARE(model.rowCount(), 1000);
    }

    void theRest_withWhatHasComeAndGoneMeanwhile()
    {
        CountingSource source(1000);
        EntryModel model(source);
        model.show({});
        const QList<EntryId> first = model.ids();
        QList<EntryId> now = source.order;
        now.removeAt(EntryModel::firstRows - 1); // the last that is shown is gone
        now.move(5, 900);                        // one has got an earlier date
        const EntryId fresh(nameBasedUuid(u"entry", u"fresh"));
        now.prepend(fresh);
        model.offer(now); // also from who only wants to know what is new
        QVERIFY(model.isWhole());
        QCOMPARE(model.newEntries(), 1);
        QCOMPARE(model.ids().mid(0, first.size()), first);
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(QSet<EntryId>(model.ids().cbegin(), model.ids().cend()).size(), 1000);
        QVERIFY(!model.ids().contains(fresh));
    }

    void theRestOfAListThatIsShortNow_isNothing()
    {
        CountingSource source(1000);
        EntryModel model(source);
        model.show({});
        model.appendRest({});
        QVERIFY(model.isWhole());
        QCOMPARE(model.rowCount(), int(EntryModel::firstRows));
        model.showOnly(source.order.mid(0, 3));
        QVERIFY(model.isWhole());
        QCOMPARE(model.rowCount(), 3);
    }

    void ofThoseThatAreLeft_noGroupSaysHowManyItHas()
    {
        CountingSource source(10);
        EntryModel model(source);
        model.show(byCategory());
        QCOMPARE(model.group(0).count, 6);
        model.showOnly(source.order.mid(0, 3));
        QCOMPARE(model.group(0).count, 0);
        QCOMPARE(model.group(0).title, u"机器学习"_s);
        model.show(byCategory());
        QCOMPARE(model.group(0).count, 6);
    }

    void oneRow_fetchesOneChunk_once()
    {
        CountingSource source(1000);
        EntryModel model(source);
        model.show(byCategory());
        QVERIFY(model.row(500));
        QVERIFY(model.row(501));
        QCOMPARE(source.questions, 1);
        QCOMPARE(source.asked, EntryModel::chunkSize);
    }

    void vanishedEntry_leavesItsPlaceEmpty_andMovesNobody()
    {
        CountingSource source(10);
        EntryModel model(source);
        model.show({});
        source.rows_.remove(source.order[4]);
        QVERIFY(!model.row(4));
        QCOMPARE(model.row(5)->title, u"Paper 5 on a Subject That Matters"_s);
        QVERIFY(!model.data(model.index(4), Qt::DisplayRole).toString().isEmpty());
    }

    void changedPaper_isFetchedAgain_inPlace()
    {
        CountingSource source(200);
        EntryModel model(source);
        model.show({});
        QVERIFY(model.row(70)->unread);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        source.rows_[source.order[70]].unread = false;
        model.refresh({source.rows_[source.order[70]].paper});
        QVERIFY(!model.row(70)->unread);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void newEntries_areCounted_andMoveNothing()
    {
        CountingSource source(10);
        EntryModel model(source);
        model.show({});
        const QList<EntryId> before = model.ids();
        QSignalSpy news(&model, &EntryModel::newEntriesChanged);
        source.add(10);
        source.add(11);
        source.order.move(11, 0);
        model.offer(source.order);
        QCOMPARE(model.newEntries(), 2);
        QCOMPARE(news.size(), 1);
        QCOMPARE(model.ids(), before);
        model.show({});
        QCOMPARE(model.newEntries(), 0);
        QCOMPARE(model.rowCount(), 12);
    }

    void groups_beginWhereTheCategoryChanges()
    {
        CountingSource source(1000);
        EntryModel model(source);
        model.show(byCategory());
        QVERIFY(model.startsGroup(0));
        QVERIFY(!model.startsGroup(1));
        QVERIFY(model.startsGroup(500));
        QCOMPARE(model.group(0).title, u"机器学习"_s);
        QCOMPARE(model.group(0).count, 6);
        ListQuery narrowed = byCategory();
        narrowed.category = u"LG"_s;
        model.show(narrowed);
        QVERIFY(!model.startsGroup(0)); // one category needs no heads
    }

    void spokenText_saysTitleAndState()
    {
        CountingSource source(2);
        source.rows_[source.order[1]].starred = true;
        EntryModel model(source);
        model.show({});
        const QString spoken = model.data(model.index(1), Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(u"Paper 1"_s));
        QVERIFY(spoken.contains(EntryModel::tr("starred")));
        QVERIFY(spoken.contains(EntryModel::tr("unread")));
    }

    // --- the view -----------------------------------------------------------------------------------------------

    void view_ofALongList_fetchesOnlyWhatIsInSight()
    {
        CountingSource source(100000);
        Theme theme(*qApp);
        theme.set(u"light"_s, 10);
        EntryModel model(source);
        EntryView view(theme);
        view.setEntryModel(&model);
        view.resize(520, 800);
        view.show();
        model.show({});
        view.goTo(0);
        view.grab();
        QVERIFY(source.asked <= 3 * EntryModel::chunkSize);
        const QRect before = view.visualRect(model.index(2));
        model.appendRest();
        QCOMPARE(view.visualRect(model.index(2)), before);
        view.goTo(99999);
        view.grab();
        QVERIFY(source.asked <= 8 * EntryModel::chunkSize);
        QVERIFY(view.viewport()->rect().contains(view.visualRect(model.index(99999))));
    }

    void scrollingUp_intoRowsNeverSeen_movesWhatIsInSightByAsMuch()
    {
        CountingSource source(2000);
        Theme theme(*qApp);
        theme.set(u"light"_s, 10);
        EntryModel model(source);
        EntryView view(theme);
        view.setEntryModel(&model);
        view.resize(520, 600);
        view.show();
        model.show(byCategory());
        view.scrollTo(model.index(1200), QAbstractItemView::PositionAtTop);
        for (int i = 0; i < 40; ++i) {
            const int before = view.visualRect(model.index(1200 - i / 4)).top();
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 30);
            QCOMPARE(view.visualRect(model.index(1200 - i / 4)).top(), before + 30);
        }
    }

    void everyRow_isReachedAndWhollySeen_byStepping()
    {
        CountingSource source(150);
        Theme theme(*qApp);
        theme.set(u"light"_s, 10);
        EntryModel model(source);
        EntryView view(theme);
        view.setEntryModel(&model);
        view.resize(400, 500);
        view.show();
        model.show(byCategory());
        view.goTo(0);
        for (int i = 0; i < 150; ++i) {
            QCOMPARE(view.currentRow(), i);
            const QRect rect = view.visualRect(model.index(i));
            QVERIFY2(rect.top() >= 0 && rect.bottom() < view.viewport()->height(), qPrintable(QString::number(i)));
            QCOMPARE(view.indexAt(rect.center()).row(), i);
            view.step(1);
        }
        QCOMPARE(view.currentRow(), 149);
        view.goToGroup(-1);
        QCOMPARE(view.currentRow(), 0);
    }

    void extending_selectsRows_andAStepLeavesOne()
    {
        CountingSource source(20);
        Theme theme(*qApp);
        EntryModel model(source);
        EntryView view(theme);
        view.setEntryModel(&model);
        model.show({});
        view.goTo(3);
        view.step(1, true);
        view.step(1, true);
        QCOMPARE(view.selectedRows(), (QList<int>{3, 4, 5}));
        view.step(1);
        QCOMPARE(view.selectedRows(), QList<int>{6});
    }

    void inputMethod_isOff()
    {
        QVERIFY(!EntryView(*std::make_unique<Theme>(*qApp)).testAttribute(Qt::WA_InputMethodEnabled));
    }
};

YAODIAN_TEST(EntryModelTest)

} // namespace ui_entrymodel_test

#include "entrymodel_test.moc"
