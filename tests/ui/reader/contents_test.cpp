// The contents beside the pages: an outline of any length, its current section, and the filter.
#include "tests/support/testmain.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/reader/contents.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace reader_contents_test {

using namespace yaodian;
using namespace Qt::StringLiterals;
using ui::ContentsModel;

pdf::OutlineItem section(const QString &title, int page, double top = 0, int depth = 0)
{
    pdf::OutlineItem item;
    item.title = title;
    item.page = page;
    item.top = top;
    item.depth = depth;
    return item;
}

QList<pdf::OutlineItem> paper()
{
    return {section(u"1 Introduction"_s, 0, 0.4), section(u"2 Sparse Attention"_s, 1, 0.1),
            section(u"2.1 Attention in Blocks"_s, 1, 0.6, 1), section(u"3 Results"_s, 4), section(u"Nowhere"_s, -1)};
}

QStringList rows(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, 0).data().toString();
    return all;
}

QString currentOf(const ContentsModel &model)
{
    return model.currentRow() < 0 ? QString() : model.index(model.currentRow(), 0).data().toString();
}

library::Highlight highlight(const QString &kind, const QString &quote)
{
    library::Highlight made;
    made.kind = kind;
    made.quote = quote;
    return made;
}

library::Kind kind(const QString &key)
{
    library::Kind made;
    made.key = key;
    made.nameEn = key;
    made.nameZh = key;
    return made;
}

/// A panel that is shown, with the outline of a paper.
struct Panel
{
    ui::Theme theme{*qApp};
    ui::Commands commands;
    ui::Contents contents{commands, theme, nullptr};
    QLineEdit *field = contents.findChild<QLineEdit *>(u"contentsFilter"_s);

    Panel()
    {
        contents.setOutline(paper());
        contents.resize(220, 500);
        contents.show();
        contents.list().setFocus();
    }
    [[nodiscard]] QStringList shown() { return rows(*contents.list().model()); }
};

class ContentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCurrentSection_isTheLastOneThatHasComeNearTheTop()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        const QAbstractItemModelTester tester(&model);
        model.setOutline(paper());
        QCOMPARE(currentOf(model), QString());
        model.setPlace({0, 0.3});
        QCOMPARE(currentOf(model), u"1 Introduction"_s);
        model.setPlace({1, 0.2});
        QCOMPARE(currentOf(model), u"2 Sparse Attention"_s);
        model.setPlace({3, 0.9});
        QCOMPARE(currentOf(model), u"2.1 Attention in Blocks"_s);
        model.setPlace({9, 0});
        QCOMPARE(currentOf(model), u"3 Results"_s);
    }

    void anOutlineOutOfOrder_hasTheNearestSectionAsTheCurrentOne()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        model.setOutline({section(u"Appendix"_s, 8), section(u"Introduction"_s, 0), section(u"Method"_s, 3)});
        model.setPlace({4, 0});
        QCOMPARE(currentOf(model), u"Method"_s);
        model.setPlace({8, 0});
        QCOMPARE(currentOf(model), u"Appendix"_s);
    }

    void manyThousandSections_areMarkedByTwoRowsAtMost()
    {
        QList<pdf::OutlineItem> outline;
        for (int i = 0; i < 20000; ++i)
            outline << section(u"Section %1"_s.arg(i), i / 4, (i % 4) * 0.25);
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        model.setOutline(outline);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setPlace({2500, 0.5});
        model.setPlace({2500, 0.51});
        QCOMPARE(currentOf(model), u"Section 10002"_s);
        model.setPlace({4999, 0.9});
        QCOMPARE(currentOf(model), u"Section 19999"_s);
        QCOMPARE(changed.count(), 4); // twice the one before and the one now
        QCOMPARE(reset.count(), 0);
        model.setFilter(u"19998"_s);
        QCOMPARE(rows(model), QStringList({u"Contents"_s, u"Section 19998"_s}));
    }

    void theFilter_leavesRowsThatHaveEveryWordInAnyOrder()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        const QAbstractItemModelTester tester(&model);
        model.setOutline(paper());
        model.setPlace({1, 0.6});
        model.setFilter(u"attention BLOCKS"_s);
        QCOMPARE(rows(model), QStringList({u"Contents"_s, u"2.1 Attention in Blocks"_s}));
        QCOMPARE(currentOf(model), u"2.1 Attention in Blocks"_s);
        model.setFilter(u"results"_s);
        QCOMPARE(model.currentRow(), -1); // the section in view is not among the rows
        model.setFilter(u"zebra"_s);
        QCOMPARE(rows(model), QStringList({u"Contents"_s, u"No section has these words"_s}));
        QCOMPARE(model.firstMatch(), -1);
        model.setFilter(u"  "_s);
        QCOMPARE(rows(model).size(), 1 + 5 + 2);
    }

    void theFilter_findsHighlightsOfKindsThatAreNotOpen()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        const QAbstractItemModelTester tester(&model);
        model.setOutline(paper());
        model.setHighlights({highlight(u"m"_s, u"sparse blocks"_s), highlight(u"r"_s, u"three points more"_s)},
                            {kind(u"m"_s), kind(u"r"_s)});
        QVERIFY(!rows(model).contains(u"sparse blocks"_s));
        model.setFilter(u"sparse"_s);
        QVERIFY(rows(model).contains(u"sparse blocks"_s));
        QVERIFY(rows(model).contains(u"Highlights · 1"_s));
        QVERIFY(!rows(model).contains(u"three points more"_s));
        model.setFilter({});
        model.toggleKind(u"r"_s);
        QVERIFY(rows(model).contains(u"three points more"_s));
        QVERIFY(rows(model).contains(u"Highlights · 2"_s));
    }

    void tags_standBeforeTheWords_andAreFiltered()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        auto tagged = highlight(u"m"_s, u"sparse blocks"_s);
        tagged.tags = QStringList{u"to do"_s, u"复现"_s};
        model.setHighlights({tagged, highlight(u"m"_s, u"dense ones"_s)}, {kind(u"m"_s)});
        for (const QString &words : {u"#to do"_s, u"复现"_s, u"复现 blocks"_s}) {
            model.setFilter(words);
            QVERIFY(rows(model).contains(u"#to do #复现 sparse blocks"_s));
            QVERIFY(!rows(model).contains(u"dense ones"_s));
        }
    }

    void anOutlineMadeFromTheText_saysSoQuietly()
    {
        const ui::Commands commands;
        ContentsModel model(commands, nullptr);
        auto outline = paper();
        model.setOutline(outline);
        QCOMPARE(rows(model).first(), u"Contents"_s);
        for (auto &item : outline)
            item.inferred = true;
        model.setOutline(outline);
        QCOMPARE(rows(model).first(), u"Contents, from the text"_s);
    }

    void enterInTheFilter_goesToTheFirstRowAndEndsIt()
    {
        Panel panel;
        QSignalSpy chosen(&panel.contents, &ui::Contents::placeChosen);
        QVERIFY(!panel.field->isVisible());
        panel.contents.startFilter();
        QVERIFY(panel.field->isVisible());
        QTest::keyClicks(panel.field, u"attention"_s);
        QCOMPARE(panel.shown(), QStringList({u"Contents"_s, u"2 Sparse Attention"_s, u"2.1 Attention in Blocks"_s}));
        QTest::keyClick(panel.field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<ui::PagePlace>(), (ui::PagePlace{1, 0.1}));
        QVERIFY(!panel.field->isVisible());
        QVERIFY(panel.shown().contains(u"3 Results"_s));
    }

    void enterWithoutAMatch_goesNowhere()
    {
        Panel panel;
        const QSignalSpy chosen(&panel.contents, &ui::Contents::placeChosen);
        panel.contents.startFilter();
        QTest::keyClicks(panel.field, u"zebra"_s);
        QTest::keyClick(panel.field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(panel.field->isVisible());
    }

    void escInTheFilter_showsAllRowsAgain()
    {
        Panel panel;
        const QStringList before = panel.shown();
        panel.contents.startFilter();
        QTest::keyClicks(panel.field, u"results"_s);
        QVERIFY(panel.shown() != before);
        QTest::keyClick(panel.field, Qt::Key_Escape);
        QCOMPARE(panel.shown(), before);
        QVERIFY(!panel.field->isVisible());
        QVERIFY(!panel.contents.endFilter());
    }

    void steps_passOverHeadsAndSentences()
    {
        Panel panel;
        ui::SideList &list = panel.contents.list();
        list.goToRow(0);
        QCOMPARE(list.currentIndex().data().toString(), u"1 Introduction"_s);
        list.step(-1);
        QCOMPARE(list.currentIndex().data().toString(), u"1 Introduction"_s);
        list.step(3);
        QCOMPARE(list.currentIndex().data().toString(), u"3 Results"_s);
        QSignalSpy chosen(&panel.contents, &ui::Contents::placeChosen);
        list.activateCurrent();
        QCOMPARE(chosen.first().first().value<ui::PagePlace>(), (ui::PagePlace{4, 0}));
    }
};

YAODIAN_TEST(ContentsTest)

} // namespace reader_contents_test

#include "contents_test.moc"
