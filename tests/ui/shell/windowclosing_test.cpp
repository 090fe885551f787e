// What is still being typed when the window closes is saved, or asked about.
#include "tests/support/fakeask.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/notes/notespanel.h"
#include "ui/reader/readerview.h"
#include "ui/shell/readers.h"
#include "ui/shell/tray.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace ui_windowclosing_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// A window with a document open, which has a highlight.
struct Reading
{
    Reading()
    {
        installLanguage(*qApp, u"en"_s);
        library = std::move(library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids).value());
        digest::Issue issue;
        issue.title = issue.guid = u"One"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"Paper of Maps"_s;
        const auto stored = library->storeIssue(library::Library::filesSource(), issue, "post");
        paper = library->entry(stored.value().entries.first())->row.paper;
        PdfWriter pdf(u"Maps"_s);
        pdf.page();
        pdf.lines(72, 100, QStringList(10, u"words of the paper"_s));
        library::Highlight highlight;
        highlight.id = ids.make<library::HighlightTag>();
        highlight.paper = paper;
        highlight.document = library->addDocument(paper, pdf.bytes(), {}, {})->sha256;
        highlight.boxes = {{0.1, 0.11, 0.5, 0.13}};
        highlight.quote = u"words"_s;
        highlight.kind = u"method"_s;
        highlight.made = clock.now();
        if (!library->act({}, {}, [&](library::Acts &acts) { return acts.putHighlight(highlight); }))
            qFatal("no highlight");
        services = std::make_unique<cli::Services>(*library, clock, ids, globals);
        theme.set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, theme, commands, ask);
        window->show();
        window->start({paper.toString()}, {}, {});
        if (!QTest::qWaitForWindowActive(window.get()) ||
            !QTest::qWaitFor([this] { return window->reader() && window->reader()->isSettled(); }, 20'000))
            qFatal("no document");
        panel = window->reader()->findChild<NotesPanel *>();
        if (!QTest::qWaitFor([this] { return panel->paper() == paper; }, 20'000))
            qFatal("the note is of no paper");
    }
    /// Presses the keys that open the field, and types there.
    template <class Field> Field *type(const QString &keys, const QString &name, const QString &text)
    {
        const auto there = [&] {
            QWidget *focus = QApplication::focusWidget();
            return focus && focus->objectName() == name;
        };
        if (!QTest::qWaitFor(
                [&] {
                    for (const QChar key : there() ? QString() : keys)
                        QTest::keyClicks(QApplication::focusWidget(), QString(key));
                    return there();
                },
                20'000))
            qFatal("no field");
        QTest::keyClicks(QApplication::focusWidget(), text);
        return qobject_cast<Field *>(QApplication::focusWidget());
    }
    auto *typePoint(const QString &text) { return type<QPlainTextEdit>(u"p"_s, u"pointEdit"_s, text); }
    auto *typeComment(const QString &text) { return type<QLineEdit>(u"]hc"_s, u"comment"_s, text); }
    [[nodiscard]] QString comment() const { return library->highlights(paper).value(0).comment; }
    [[nodiscard]] QString point() const { return library->points(paper).value(0).text; }
    void goAway() const { QVERIFY(QDir().rename(folder, folder + u"-away"_s)); }
    void comeBack() const { QVERIFY(QDir().rename(folder + u"-away"_s, folder)); }
    [[nodiscard]] QString status() const { return window->findChild<QLabel *>(u"status"_s)->text(); }

    QTemporaryDir room;
    QString folder = room.filePath(u"library"_s);
    SystemClock clock;
    IdSource ids{clock};
    cli::Globals globals{folder, u"en"_s, u"light"_s, true, false, {}};
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    Theme theme{*qApp};
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
    library::PaperId paper;
    NotesPanel *panel = nullptr;
};

class WindowClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointAndNote_areSavedWhenTheWindowCloses();
    void aComment_isSavedWhenTheWindowCloses();
    void aPointThatIsGivenUp_isNotSaved();
    void aWindowInTheTray_savesWhenItGoes();
    void aPointThatCannotBeSaved_isAskedAbout_andSavedLater();
    void aCommentThatCannotBeSaved_staysInItsField();
    void aCommentThatCannotBeSaved_outlastsItsDocument();
    void aTrayIsNotInTheWay_whenTheProgramIsToldToEnd(); // the last: after that no loop of events runs any more
};

void WindowClosingTest::pointAndNote_areSavedWhenTheWindowCloses()
{
    Reading house;
    house.type<QPlainTextEdit>(u"o"_s, u"note"_s, u"a note"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    house.typePoint(u"half a point"_s);
    QVERIFY(house.window->close());
    QCOMPARE(house.point(), u"half a point"_s); // while the window is still whole
    QCOMPARE(house.library->note(house.paper).text, u"a note"_s);
}

void WindowClosingTest::aComment_isSavedWhenTheWindowCloses()
{
    Reading house;
    house.typeComment(u"half a comment"_s);
    QVERIFY(house.window->close());
    QCOMPARE(house.comment(), u"half a comment"_s);
    QCOMPARE(house.ask.asked, QStringList());
}

void WindowClosingTest::aPointThatIsGivenUp_isNotSaved()
{
    Reading house;
    house.typePoint(u"given up"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    house.typeComment(u"given up"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(house.window->close());
    QCOMPARE(house.point(), QString());
    QCOMPARE(house.comment(), QString());
}

static void intoTheTray(const Reading &house)
{
    house.services->settings.choose("tray", true);
    Tray *tray = house.window->findChild<Tray *>();
    tray->askThere([] { return true; });
    tray->settle();
}

void WindowClosingTest::aTrayIsNotInTheWay_whenTheProgramIsToldToEnd()
{
    Reading house;
    intoTheTray(house);
    house.typeComment(u"half"_s);
    QEvent quit(QEvent::Quit); // as of a signal
    QVERIFY(QCoreApplication::sendEvent(qApp, &quit));
    QVERIFY(quit.isAccepted());
    QVERIFY(house.window->isHidden());
    QCOMPARE(house.comment(), u"half"_s);
    house.window->show();
    QTest::qWait(0);
    QVERIFY(!house.window->close()); // as ever, into the tray
}

void WindowClosingTest::aWindowInTheTray_savesWhenItGoes()
{
    Reading house;
    intoTheTray(house);
    house.typePoint(u"a point"_s);
    QVERIFY(!house.window->close());
    house.window.reset();
    QCOMPARE(house.point(), u"a point"_s);
}

void WindowClosingTest::aPointThatCannotBeSaved_isAskedAbout_andSavedLater()
{
    Reading house;
    house.typePoint(u"a point"_s);
    house.goAway();
    QVERIFY(!house.window->close());
    QCOMPARE(house.ask.asked.size(), 1);
    QVERIFY2(house.ask.asked[0].contains(u"could not be saved yet"_s), qPrintable(house.ask.asked[0]));
    QVERIFY2(house.status().contains(u"Not saved yet"_s), qPrintable(house.status()));
    house.comeBack();
    QTRY_COMPARE_WITH_TIMEOUT(house.point(), u"a point"_s, 20'000);
    QCOMPARE(house.library->points(house.paper).size(), 1);
    QTRY_VERIFY2(!house.status().contains(u"Not saved yet"_s), qPrintable(house.status()));
    QVERIFY(house.window->close());
    QCOMPARE(house.ask.asked.size(), 1);
}

void WindowClosingTest::aCommentThatCannotBeSaved_staysInItsField()
{
    Reading house;
    QLineEdit *field = house.typeComment(u"a comment"_s);
    house.goAway();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), u"a comment"_s);
    QVERIFY2(house.window->notice().text().contains(u"is not there any more"_s),
             qPrintable(house.window->notice().text()));
    QVERIFY(!house.window->close());
    QCOMPARE(house.ask.asked.size(), 1);
    house.comeBack();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(house.comment(), u"a comment"_s);
    QVERIFY(house.window->close());
}

void WindowClosingTest::aCommentThatCannotBeSaved_outlastsItsDocument()
{
    Reading house;
    PdfWriter pdf(u"Tides"_s);
    pdf.page();
    const QString another = house.room.filePath(u"tides.pdf"_s);
    QVERIFY(pdf.save(another));
    QLineEdit *field = house.typeComment(u"a comment"_s);
    house.goAway();
    house.window->reader()->openPath(another);
    QTRY_VERIFY_WITH_TIMEOUT(house.window->reader()->isSettled(), 20'000);
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), u"a comment"_s);
    QVERIFY(!house.window->close());
    house.comeBack();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(house.comment(), u"a comment"_s);
}

YAODIAN_TEST(WindowClosingTest)

} // namespace ui_windowclosing_test

#include "windowclosing_test.moc"
