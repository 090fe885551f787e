// The library's folder goes while the window is open.
#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
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

YAODIAN_TEST(WindowVanishingTest)

} // namespace ui_windowvanishing_test

#include "windowvanishing_test.moc"
