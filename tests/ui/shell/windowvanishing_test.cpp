// The library's folder goes while the window is open.
#include "tests/support/fakeask.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/notes/notespanel.h"
#include "ui/reader/readerview.h"
#include "ui/shell/readers.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace ui_windowvanishing_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

class WindowVanishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderThatGoes_isSaid_readingGoesOn_andItWorksAgainWhenItIsBack();
    void anotherLibraryInItsPlace_isNotWritten();
    void aNoteThatCannotBeSaved_isSaid_andAskedAboutBeforeItIsLost();
    void aNoteThatCannotBeSaved_goesWhereThatIsAgreedTo();
};

struct House
{
    explicit House(const QString &folder) : globals{folder, u"en"_s, u"light"_s, true, false, {}}
    {
        installLanguage(*qApp, u"en"_s);
        library = std::move(library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids).value());
        digest::Issue issue;
        issue.title = issue.guid = u"One"_s;
        for (const QString &title : {u"Paper of Maps"_s, u"Paper of Tides"_s}) {
            digest::Entry entry;
            entry.title = title;
            issue.entries << entry;
        }
        library::Source source;
        source.url = u"https://example.org/feed"_s;
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!library->storeIssue(source, issue, "post"))
            qFatal("not stored");
        services = std::make_unique<cli::Services>(*library, clock, ids, globals);
        theme.set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, theme, commands, ask);
        window->show();
        window->start({}, {}, {});
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("no window");
    }
    void press(const QString &keys) const
    {
        for (const QChar key : keys)
            QTest::keyClicks(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), QString(key));
    }
    [[nodiscard]] library::ListRow row() const { return window->page().currentRow().value(); }
    [[nodiscard]] QString status() const { return window->findChild<QLabel *>(u"status"_s)->text(); }

    SystemClock clock;
    IdSource ids{clock};
    cli::Globals globals;
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    Theme theme{*qApp};
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
};

void WindowVanishingTest::aFolderThatGoes_isSaid_readingGoesOn_andItWorksAgainWhenItIsBack()
{
    const QTemporaryDir room;
    const QString folder = room.filePath(u"library"_s);
    House house(folder);
    QVERIFY(QDir().rename(folder, folder + u"-away"_s));
    house.press(u"s"_s);
    QTRY_VERIFY(house.window->notice().text().contains(u"is not there any more"_s));
    const QString first = house.row().title;
    house.press(u"j"_s);
    QVERIFY(house.row().title != first); // reading goes on
    house.services->settings.setState(u"x"_s, 1);
    house.services->settings.choose("theme", u"dark"_s);
    QCOMPARE(house.services->settings.text("theme"), u"dark"_s); // while the program runs
    QTest::qWait(100);                                           // time in which state is written
    QVERIFY2(
        !QFileInfo::exists(folder), // in the way of what comes back
        qPrintable(u"made anew with "_s + QDir(folder).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).join(u' ')));
    QVERIFY(QDir().rename(folder + u"-away"_s, folder));
    house.press(u"s"_s);
    QTRY_VERIFY(house.library->state(house.row().paper).starred);
    QVERIFY2(house.status().contains(u"Saved"_s), qPrintable(house.status()));
    QCOMPARE(house.library->check()->join(u'|'), QString());
}

void WindowVanishingTest::anotherLibraryInItsPlace_isNotWritten()
{
    const QTemporaryDir room;
    const QString folder = room.filePath(u"library"_s);
    House house(folder);
    QVERIFY(QDir().rename(folder, folder + u"-away"_s));
    QVERIFY(library::Library::open(folder, library::Library::Mode::ReadWrite, house.clock, house.ids).ok());
    house.press(u"s"_s);
    QTRY_VERIFY2(house.window->notice().text().contains(u"Another library"_s),
                 qPrintable(house.window->notice().text()));
    QVERIFY(!house.library->state(house.row().paper).starred);
}

/// A window with a document open and words in its note, whose library is gone before they are saved.
struct Writing : House
{
    explicit Writing(const QTemporaryDir &room)
        : House(room.filePath(u"library"_s)), folder(room.filePath(u"library"_s))
    {
        PdfWriter pdf(u"Maps"_s);
        pdf.page();
        pdf.text(72, 90, u"About maps"_s, 14);
        const QString path = room.filePath(u"maps.pdf"_s);
        if (!pdf.save(path) || !services->papers.adopt(row().paper, path))
            qFatal("no PDF");
        paper = row().paper;
        commands.run(u"list.open"_s);
        if (!QTest::qWaitFor([this] { return window->reader() && window->reader()->isSettled(); }, 20'000))
            qFatal("no document");
        panel = window->reader()->findChild<NotesPanel *>();
        if (!QTest::qWaitFor([this] { return panel->paper() == paper; }, 20'000))
            qFatal("the note is of no paper");
        QTest::keyClicks(panel->findChild<QPlainTextEdit *>(u"note"_s), u"words"_s);
        if (!QDir().rename(folder, folder + u"-away"_s))
            qFatal("it stays");
    }
    const QString folder;
    library::PaperId paper;
    NotesPanel *panel = nullptr;
};

void WindowVanishingTest::aNoteThatCannotBeSaved_isSaid_andAskedAboutBeforeItIsLost()
{
    const QTemporaryDir room;
    Writing house(room);
    QVERIFY(!house.status().contains(u"Saved"_s));
    QVERIFY(!house.window->close()); // before anybody has tried to save it
    QVERIFY(house.window->isVisible());
    QCOMPARE(house.ask.asked.size(), 1);
    QVERIFY2(house.ask.asked[0].contains(u"could not be saved yet"_s), qPrintable(house.ask.asked[0]));
    house.panel->setPaper({}); // another paper is shown
    QVERIFY(house.window->reader()->isBusy());
    QVERIFY2(house.status().contains(u"Not saved yet"_s), qPrintable(house.status()));
    house.window->readers().closeTab(0);
    QCOMPARE(house.ask.asked.size(), 2);
    QCOMPARE(house.window->readers().count(), 1);
    QVERIFY(!house.window->close());
    QCOMPARE(house.ask.asked.size(), 3);
    QVERIFY(QDir().rename(house.folder + u"-away"_s, house.folder));
    QTRY_COMPARE_WITH_TIMEOUT(house.library->note(house.paper).text, u"words"_s, 20'000);
    QTRY_VERIFY2(!house.status().contains(u"Not saved yet"_s), qPrintable(house.status()));
    QVERIFY2(house.status().contains(u"Saved"_s), qPrintable(house.status()));
    QVERIFY(house.window->close());
    QCOMPARE(house.ask.asked.size(), 3);
}

void WindowVanishingTest::aNoteThatCannotBeSaved_goesWhereThatIsAgreedTo()
{
    const QTemporaryDir room;
    Writing house(room);
    house.ask.confirms << true << true;
    house.commands.run(u"app.quit"_s);
    QVERIFY(house.window->isVisible()); // that close was refused
    QTRY_VERIFY(!house.window->isVisible());
    house.window->readers().closeTab(0);
    QCOMPARE(house.window->readers().count(), 0);
    QTRY_VERIFY2(!house.status().contains(u"aved"_s), qPrintable(house.status())); // nor was it saved
}

YAODIAN_TEST(WindowVanishingTest)

} // namespace ui_windowvanishing_test

#include "windowvanishing_test.moc"
