// The one search box: what came last at once, what fits best a moment later, and Enter lands on the passage.
#include "tests/app/library/shelf.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/library/cardview.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/pointrow.h"
#include "ui/reader/finder.h"
#include "ui/reader/markings.h"
#include "ui/reader/readerview.h"
#include "ui/shell/findpanel.h"

#include <QLineEdit>
#include <QListView>
#include <QTextBlock>

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

/// A window over one paper with things of the reader's to be found.
struct Written
{
    Online house;
    library::PaperId paper;

    explicit Written(bool mentioned = true)
    {
        digest::Issue issue;
        issue.guid = u"one"_s;
        issue.title = u"An issue"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"Animals"_s;
        issue.entries.first().url = u"https://animals.example/one"_s; // where nobody is to be asked
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        paper = house.library->rows(stored->entries).first().paper;
        if (mentioned)
            return;
        issue.entries.first().title = u"Plants"_s; // the post was edited
        issue.entries.first().url = u"https://plants.example/one"_s;
        if (!house.library->storeIssue(library::Library::filesSource(), issue, "the edited post"))
            qFatal("no edited post");
    }
    /// Five pages with a few words each.
    QString pdfFile() const
    {
        PdfWriter pdf;
        for (int page = 0; page < 5; ++page) {
            pdf.page();
            pdf.text(72, 600, u"nothing to see"_s);
        }
        const QString path = house.folder.filePath(u"animals.pdf"_s);
        if (!pdf.save(path))
            qFatal("no file");
        return path;
    }
    QString putPdf() const
    {
        const auto document = house.services->papers.adopt(paper, pdfFile());
        return document ? document->sha256 : QString();
    }
    /// Forty points, the one that is looked for far down.
    void putPoints() const
    {
        for (int i = 0; i < 40; ++i)
            if (!house.services->notes.addPoint(paper, i == 33 ? u"where the okapi sleeps"_s : u"a point"_s))
                qFatal("no point");
    }
    void putNote() const
    {
        const QString note = u"A first line\n"_s + u"and more\n\n"_s.repeated(80) + u"the last line has an okapi"_s;
        if (!house.services->notes.setNote(paper, note))
            qFatal("no note");
    }
    void look(const QString &words)
    {
        QVERIFY(house.commands.run(u"find.everything"_s));
        auto *panel = house.window->findChild<FindPanel *>();
        QTest::keyClicks(panel->findChild<QLineEdit *>(), words);
        auto *list = panel->findChild<QListView *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, guardMs);
        QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Return);
    }
    [[nodiscard]] CardView &card() const { return *house.child<CardView>("card"); }
    [[nodiscard]] QString selectedInView() const
    {
        const bool visible = card().viewport()->rect().contains(card().cursorRect());
        return visible ? card().textCursor().selectedText() : u"out of sight"_s;
    }
};

/// The point that has the focus, where all of it is seen.
QString pointInView()
{
    const auto *row = qobject_cast<PointRow *>(QApplication::focusWidget());
    if (!row || row->visibleRegion().boundingRect().height() < row->height())
        return {};
    return row->accessibleName();
}

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
        QVERIFY(house.commands.run(u"find.everything"_s));
        auto *panel = house.window->findChild<FindPanel *>();
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

    void enterOnAPoint_goesToItBesideThePages()
    {
        Written written;
        QVERIFY(!written.putPdf().isEmpty());
        written.putPoints();
        written.house.start();
        written.look(u"okapi"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pointInView(), u"(me) where the okapi sleeps"_s, guardMs);
        QVERIFY(written.house.window->isReading());
        written.house.window->reader()->focusPages();
        written.look(u"okapi"_s); // of what is open already
        QTRY_COMPARE_WITH_TIMEOUT(pointInView(), u"(me) where the okapi sleeps"_s, guardMs);
    }

    void enterOnANote_putsTheCursorWhereTheWordsAre()
    {
        Written written;
        QVERIFY(!written.putPdf().isEmpty());
        written.putNote();
        written.house.start();
        written.look(u"okapi"_s);
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<NoteEditor *>(Online::focus()), guardMs);
        auto *note = qobject_cast<NoteEditor *>(Online::focus());
        const int at = int(note->text().indexOf(u"okapi"_s));
        QTRY_COMPARE_WITH_TIMEOUT(note->textCursor().position(), at, guardMs);
        QVERIFY(note->viewport()->rect().contains(note->cursorRect()));
        QCOMPARE(note->extraSelections().size(), 1);
        QCOMPARE(note->extraSelections().first().cursor.selectedText(), u"okapi"_s);
        QVERIFY(!note->textCursor().hasSelection()); // the next key would write over it
        QTRY_VERIFY_WITH_TIMEOUT(written.house.window->reader()->isSettled(), guardMs);
        QCOMPARE(note->textCursor().position(), at); // also when the rest of the document has come
        QTest::keyClick(note, Qt::Key_Left);
        QVERIFY(note->extraSelections().isEmpty());
    }

    void enterOnAHighlight_landsOnIt()
    {
        Written written;
        const QString sha256 = written.putPdf();
        const auto made = written.house.services->notes.addHighlight(
            written.paper, {sha256, 3, {{0.1, 0.1, 0.4, 0.13}}, u"an okapi at night"_s, {}, {}}, u"method"_s);
        QVERIFY(made.ok());
        written.house.start();
        written.look(u"okapi"_s);
        const auto marks = [&] {
            const auto *reader = written.house.window->reader();
            return reader ? reader->findChild<Markings *>() : nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(marks() && marks()->current(), guardMs);
        QCOMPARE(marks()->current()->id, *made);
        QVERIFY(written.house.window->reader()->place().page >= 2); // page 4 is in view
    }

    void withoutAPdf_theCardShowsThePoint()
    {
        Written written;
        written.putPoints();
        written.house.start();
        written.look(u"okapi"_s);
        QTRY_COMPARE_WITH_TIMEOUT(written.selectedInView(), u"okapi"_s, guardMs);
        QCOMPARE(written.card().textCursor().block().text(), u"where the okapi sleeps"_s);
        QVERIFY(!written.house.window->isReading());
        QVERIFY(written.house.services->papers.attempts(written.paper).isEmpty()); // nothing is fetched for it
    }

    void withoutAPdf_theCardShowsTheNote_whereTheWordsAre()
    {
        Written written;
        written.putNote();
        written.house.start();
        written.house.commands.run(u"list.post"_s); // the whole post is shown in place of the card
        written.look(u"okapi"_s);
        QTRY_COMPARE_WITH_TIMEOUT(written.selectedInView(), u"okapi"_s, guardMs);
        QCOMPARE(written.card().textCursor().block().text(), u"the last line has an okapi"_s);
    }

    void whereThePdfIsGone_thePanelShowsItAllTheSame()
    {
        Written written;
        QVERIFY(!written.putPdf().isEmpty());
        QVERIFY(QFile::remove(written.house.services->papers.stored(written.paper)->path));
        written.putPoints();
        written.house.start();
        written.look(u"okapi"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pointInView(), u"(me) where the okapi sleeps"_s, guardMs);
    }

    void withNeitherAPdfNorAMention_thePanelShowsIt()
    {
        Written written(false);
        QVERIFY(written.house.library->mentions(written.paper).isEmpty());
        written.putNote();
        written.house.start();
        written.look(u"okapi"_s);
        QVERIFY(written.house.window->isReading());
        auto *note = qobject_cast<NoteEditor *>(Online::focus());
        QVERIFY(note);
        QCOMPARE(note->textCursor().position(), int(note->text().indexOf(u"okapi"_s)));
    }
};

YAODIAN_TEST(FindPanelTest)

} // namespace ui_findpanel_test

#include "findpanel_test.moc"
