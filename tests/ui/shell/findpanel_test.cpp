// The one search box: what came last at once, what fits best a moment later, and Enter lands on the passage.
#include "tests/app/library/shelf.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/reader/finder.h"
#include "ui/reader/readerview.h"
#include "ui/shell/findpanel.h"

#include <QLineEdit>
#include <QListView>

namespace ui_findpanel_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr int guardMs = 30'000;

/// The panel over a library in which what is best came first and is the oldest.
struct Box
{
    tests::Shelf shelf;
    Background background{1}; ///< one after the other
    Theme theme{*qApp};
    QWidget window;
    std::unique_ptr<FindPanel> panel;

    Box()
    {
        digest::Issue old = tests::issue(u"old"_s, {tests::entry(u"Ocelots of ocelots"_s, tests::arxiv(1))});
        old.published = QDateTime::fromMSecsSinceEpoch(tests::noon - 9'000'000'000, Qt::UTC);
        tests::store(shelf, old);
        digest::Entry passing = tests::entry(u"Something else"_s, tests::arxiv(2));
        passing.abstractEn = u"in passing of an ocelot"_s;
        tests::store(shelf, tests::issue(u"new"_s, {passing}));
        window.resize(900, 700);
        panel = std::make_unique<FindPanel>(*shelf.library, background, theme, &window);
        window.show();
        panel->start();
    }
    [[nodiscard]] QListView *list() const { return panel->findChild<QListView *>(); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList out;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            out += list()->model()->index(row, 0).data().toString().left(14);
        return out;
    }
    void type(const QString &text) const { QTest::keyClicks(panel->findChild<QLineEdit *>(), text); }
    void press(Qt::Key key) const { QTest::keyClick(panel->findChild<QLineEdit *>(), key); }
    /// All that was asked until now has been answered.
    [[nodiscard]] bool isAnswered()
    {
        bool answered = false;
        QObject context;
        background.run(
            &context, [](const CancelToken &) { return 0; }, [&](int) { answered = true; });
        return QTest::qWaitFor([&] { return answered; }, guardMs);
    }
};

const QStringList byDate{u"Something else"_s, u"Ocelots of oce"_s};
const QStringList byFit{u"Ocelots of oce"_s, u"Something else"_s};

class FindPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestAtOnce_thenTheBest()
    {
        Box box;
        QList<QStringList> shown;
        QObject::connect(box.list()->model(), &QAbstractItemModel::modelReset, &box.window,
                         [&] { shown += box.rows(); });
        box.type(u"ocelot"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box.rows(), byFit, guardMs);
        QVERIFY(shown.contains(byDate));
        QCOMPARE(shown.last(), byFit);
    }

    void whoeverChooses_keepsTheRowsAsTheyAre()
    {
        Box box;
        bool moved = false;
        QObject::connect(
            box.list()->model(), &QAbstractItemModel::modelReset, &box.window,
            [&] {
                if (!moved && box.rows() == byDate) {
                    moved = true;
                    box.press(Qt::Key_Down);
                }
            },
            Qt::QueuedConnection); // once the rows are there
        box.type(u"ocelot"_s);
        QTRY_VERIFY_WITH_TIMEOUT(moved, guardMs); // before the best, which are asked for when these are shown
        QVERIFY(box.isAnswered());
        QCOMPARE(box.rows(), byDate);
        QCOMPARE(box.list()->currentIndex().row(), 1);
        // Another letter is another question.
        box.type(u"s"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box.rows().value(0), byFit.first(), guardMs);
    }

    void nothingFound_saysSo()
    {
        Box box;
        box.type(u"axolotl"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                for (const QLabel *label : box.panel->findChildren<QLabel *>())
                    if (label->isVisible() && label->text().contains(u"axolotl"_s))
                        return true;
                return false;
            }(),
            guardMs);
    }

    void enterOnAPage_opensItThere_withTheWordsFound()
    {
        Online house;
        digest::Issue issue;
        issue.title = u"An issue"_s;
        digest::Entry entry;
        entry.title = u"Animals"_s;
        issue.entries << entry;
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        const library::PaperId paper = house.library->rows(stored->entries).first().paper;
        PdfWriter pdf;
        for (int page = 0; page < 5; ++page) {
            pdf.page();
            pdf.text(72, 600, page == 3 ? u"here live the quokkas of old"_s : u"nothing to see"_s);
        }
        const QString path = house.folder.filePath(u"animals.pdf"_s);
        QVERIFY(pdf.save(path));
        const auto document = house.services->papers.adopt(paper, path);
        QVERIFY(document);
        QVERIFY(house.library->indexPages(document->sha256, {{}, {}, {}, u"here live the quokkas of old"_s, {}}).ok());
        house.start();
        auto *panel = house.window->findChild<FindPanel *>();
        panel->start();
        QTest::keyClicks(panel->findChild<QLineEdit *>(), u"quokka"_s);
        auto *list = panel->findChild<QListView *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, guardMs);
        QVERIFY(list->model()->index(0, 0).data().toString().contains(u"p. 4"_s));
        QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->reader() && house.window->reader()->isSettled(), guardMs);
        const auto *finder = house.window->reader()->findChild<Finder *>();
        QTRY_COMPARE_WITH_TIMEOUT(finder->current(), 0, guardMs);
        QCOMPARE(finder->hits().first().page, 3);
        QCOMPARE(finder->hits().first().match, u"quokkas"_s);
        QVERIFY(house.window->reader()->place().page >= 2); // in view, be it below the end of the page before
    }
};

YAODIAN_TEST(FindPanelTest)

} // namespace ui_findpanel_test

#include "findpanel_test.moc"
