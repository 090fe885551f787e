#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/commands/keycaps.h"
#include "ui/shell/window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace ui_keysways_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// A window over the library in a folder, offline, with one paper.
struct House
{
    explicit House(const QString &folder)
    {
        auto opened = library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids);
        library = std::move(opened.value());
        digest::Issue issue;
        issue.title = u"An issue"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"A Paper About Keys"_s;
        if (!library->storeIssue(library::Library::filesSource(), issue, "a post"))
            qFatal("the issue could not be stored");
        services = std::make_unique<cli::Services>(*library, clock, ids,
                                                   cli::Globals{folder, u"en"_s, u"light"_s, true, false, {}});
        theme = std::make_unique<Theme>(*qApp);
        theme->set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
        window->show();
        window->start({}, {});
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    static void press(const QString &keys)
    {
        for (const QChar key : keys) // each may move the focus
            QTest::keyClicks(QApplication::focusWidget(), QString(key));
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    [[nodiscard]] QString title() const { return window->windowTitle(); }
    [[nodiscard]] QStringList hints(Place place) const
    {
        QStringList found;
        for (const Hint &hint : hintsOf(commands, place))
            found << hint.keys + u' ' + hint.text;
        return found;
    }
    /// The key that the palette shows of a command which was looked for.
    [[nodiscard]] QString inPalette(const QString &typed, const QString &id) const
    {
        window->showPalette();
        press(typed);
        const auto *rows = window->findChild<QWidget *>(u"palette"_s)->findChild<QAbstractItemView *>();
        QString key = u"not there"_s;
        for (const OverlayRow &row : static_cast<const OverlayModel *>(rows->model())->rows())
            if (row.id == id)
                key = row.right;
        press(Qt::Key_Escape);
        return key;
    }
    [[nodiscard]] QString inHelp() const
    {
        window->showKeys();
        const QString text = window->findChild<QWidget *>(u"keyHelp"_s)->accessibleDescription();
        press(Qt::Key_Escape);
        return text;
    }

    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    std::unique_ptr<Theme> theme;
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
};

const QString Keys = u"Keys — 要点"_s;

class KeysWaysTest : public QObject
{
    Q_OBJECT

    static void check(const House &house)
    {
        QVERIFY(house.hints(Place::List).contains(u"x Star"_s));
        QVERIFY(!house.hints(Place::List).contains(u"x Read"_s));
        QCOMPARE(house.inPalette(u"star"_s, u"list.star"_s), u"x"_s);
        QCOMPARE(house.inPalette(u"read"_s, u"list.read"_s), QString());
        QVERIFY(house.inHelp().contains(u"x: Star"_s));
        house.window->page().focusList();
        const auto state = [&] { return house.library->state(house.window->page().currentRow()->paper); };
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        const bool before = state().starred;
        House::press(u"s"_s);
        QCOMPARE(state().starred, before);
        House::press(u"x"_s);
        QCOMPARE(state().starred, !before);
        QVERIFY(!state().read);
    }

private Q_SLOTS:
    void theHandbook_opensByKey_alsoFromTheKeysOfAPlace_atTheChapterAboutIt()
    {
        QTemporaryDir folder;
        House house(folder.path());
        house.window->page().focusList();
        QTRY_VERIFY(house.window->page().currentRow().has_value());
        House::press(Qt::Key_F1);
        QCOMPARE(house.title(), u"Handbook — 要点"_s);
        auto &book = *house.window->findChild<HelpPage *>(u"handbook"_s);
        QCOMPARE(book.chapter(), u"lists.md"_s);
        House::press(Qt::Key_Escape);
        QVERIFY(house.window->page().isVisible());
        House::press(u"gh"_s);
        House::press(u"?"_s);
        House::press(Qt::Key_F1);
        QVERIFY(book.isVisible());
        QCOMPARE(book.chapter(), u"sessions.md"_s);
        QCOMPARE(house.inPalette(u"handbook"_s, u"help.handbook"_s), u"F1"_s);
        QCOMPARE(house.inPalette(u"sc"_s, u"help.handbook"_s), u"F1"_s); // 手册
    }

    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void theKeys_areBehindAKey_settings_andTheKeyHelp()
    {
        const QTemporaryDir folder;
        const House house(folder.path());
        const QString before = house.title();
        House::press(u"g,"_s);
        QCOMPARE(house.title(), Keys);
        House::press(Qt::Key_Escape);
        QCOMPARE(house.title(), before);
        House::press(u","_s);
        house.window->findChild<QPushButton *>(u"keysOfCommands"_s)->click();
        QCOMPARE(house.title(), Keys);
        House::press(Qt::Key_Escape);
        QCOMPARE(house.title(), u"Settings — 要点"_s);
        House::press(Qt::Key_Escape);
        House::press(u"?"_s);
        House::press(Qt::Key_Return);
        QCOMPARE(house.title(), Keys);
        House::press(u"?"_s); // of the page itself
        House::press(Qt::Key_Escape);
        QCOMPARE(house.title(), Keys);
        House::press(Qt::Key_Escape);
        QCOMPARE(house.title(), before);
    }

    void anotherKey_isShownEverywhere_runs_andIsThereAfterARestart()
    {
        const QTemporaryDir folder;
        {
            const House house(folder.path());
            QVERIFY(house.hints(Place::List).contains(u"s Star"_s));
            House::press(u"g,/s"_s); // found by its key
            House::press(Qt::Key_Return);
            const Command *current = house.window->findChild<KeyList *>()->current();
            QVERIFY(current);
            QCOMPARE(QString(QLatin1StringView(current->id)), u"list.star"_s);
            House::press(Qt::Key_Return);
            House::press(u"x"_s); // of reading
            House::press(Qt::Key_Return);
            House::press(Qt::Key_Return);
            House::press(Qt::Key_Escape);
            House::press(Qt::Key_Escape);
            check(house);
        }
        const House again(folder.path());
        check(again);
    }

    void sentences_nameTheKeysThatCommandsHaveNow()
    {
        const QTemporaryDir folder;
        House house(folder.path());
        const auto *empty = house.window->findChild<QLabel *>(u"emptyList"_s);
        ListPlace place;
        place.view = library::ListQuery::View::Starred;
        house.window->page().goTo(place);
        QVERIFY2(empty->text().contains(u"Press s on"_s), qPrintable(empty->text()));
        KeyMap map;
        QVERIFY(map.choose(*commandById(u"list.star"_s), {u"Ctrl+B"_s}).ok());
        QVERIFY(map.choose(*commandById(u"act.undo"_s), {u"g u"_s}).ok());
        QVERIFY(map.choose(*commandById(u"act.redo"_s), {u"Ctrl+Y"_s}).ok());
        house.commands.setKeyMap(map);
        QVERIFY2(empty->text().contains(u"Press Ctrl+B on"_s), qPrintable(empty->text())); // at once
        QVERIFY(house.hints(Place::List).contains(u"Ctrl+B Star"_s));
        place.view = library::ListQuery::View::All;
        house.window->page().goTo(place);
        house.window->page().focusList();
        House::press(u"2"_s);
        House::press(u"gu"_s);
        QVERIFY2(house.window->notice().text().endsWith(u"· Ctrl+Y does it again"_s),
                 qPrintable(house.window->notice().text()));
    }

    void commandsOfOneName_areToldApartByTheirPlaces()
    {
        const QTemporaryDir folder;
        const House house(folder.path());
        house.window->page().focusList();
        house.window->showPalette();
        const auto *rows = house.window->findChild<QWidget *>(u"palette"_s)->findChild<QAbstractItemView *>();
        QStringList texts;
        for (const OverlayRow &row : static_cast<const OverlayModel *>(rows->model())->rows())
            texts << row.text;
        QVERIFY(texts.contains(u"Star · Reader"_s));
        QVERIFY(texts.contains(u"Undo"_s));
        QStringList once = texts;
        once.removeDuplicates();
        QCOMPARE(texts, once);
    }

    void theKeysOfAPlace_areOnlyThoseThatDoWhatIsSaid()
    {
        const QTemporaryDir folder;
        const House house(folder.path());
        house.window->page().focusList();
        QVERIFY(house.inHelp().contains(u"/: Filter the list"_s));
        QVERIFY(house.inHelp().contains(u"R  F5: Sync now"_s));
        House::press(u"g,"_s);
        QCOMPARE(house.title(), Keys);
        const QString help = house.inHelp();
        QVERIFY(help.contains(u"/: Find a command by its name or its key"_s));
        QVERIFY(!help.contains(u"Filter the list"_s)); // the key for it finds commands here
        QVERIFY(help.contains(u"\nF5: Sync now"_s));   // and one of two does something else
    }

    void whatIsWrongWithTheFile_isSaid_andTheRestHolds()
    {
        const QTemporaryDir folder;
        {
            QFile file(folder.filePath(u"keys.txt"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("list.star = Foo\nlist.later = Ctrl+L\n");
        }
        const House house(folder.path());
        QVERIFY(house.window->notice().text().contains(u"Foo"_s));
        QCOMPARE(house.commands.keysOf(*commandById(u"list.later"_s)), QStringList{u"Ctrl+L"_s});
        QCOMPARE(house.commands.keysOf(*commandById(u"list.star"_s)), QStringList{u"s"_s});
    }

    void hintsOfAPlace_offerAKeyForOneThing()
    {
        Commands commands;
        for (const Command &command : commandTable())
            commands.bind(command.id, this, [](std::optional<int>) {});
        for (int place = 0; place <= int(Place::Handbook); ++place) {
            QStringList keys;
            for (const Hint &hint : hintsOf(commands, Place(place)))
                keys += hint.keys.split(u' ');
            QStringList once = keys;
            once.removeDuplicates();
            QCOMPARE(once, keys);
        }
    }
};

YAODIAN_TEST(KeysWaysTest)

} // namespace ui_keysways_test

#include "keysways_test.moc"
