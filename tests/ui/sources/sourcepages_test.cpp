#include "net/contacts.h"
#include "tests/support/fakeask.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"
#include "translations/translations.h"
#include "ui/commands/keycaps.h"
#include "ui/shell/samples.h"
#include "ui/shell/window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

namespace ui_sourcepages_test {

using namespace yaodian;
using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// A window over a library of its own with one source, whose server is there.
struct House
{
    House()
    {
        server.route(u"/feed"_s,
                     Answer::of("application/rss+xml",
                                "<rss version=\"2.0\"><channel><title>A blog</title><item><title>One</title>"
                                "<guid>1</guid><description>1、[LG] A Paper</description></item></channel></rss>"));
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        library = std::move(opened.value());
        source.title = u"A blog"_s;
        source.url = server.url(u"/feed"_s).toString();
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        services =
            std::make_unique<cli::Services>(*library, clock, ids, globals, std::make_unique<FakeKeychain>(inside));
        services->settings.choose("syncAtStart", false);
        theme = std::make_unique<Theme>(*qApp);
        theme->set(u"light"_s, 10); // before there is a window, as the program does
        window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
        window->show();
        window->start({}, {});
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    void press(const QString &keys) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClicks(focus ? focus : window.get(), keys);
    }
    void escape() const { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); }
    QString title() const { return window->windowTitle(); }

    QTemporaryDir folder;
    WebServer server;
    SystemClock clock;
    IdSource ids{clock};
    cli::Globals globals{folder.path(), u"en"_s, u"light"_s, false, false, {}};
    library::Source source;
    std::shared_ptr<FakeKeychain::Inside> inside = std::make_shared<FakeKeychain::Inside>();
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    std::unique_ptr<Theme> theme;
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
};

/// The ways into the activity of sources and their settings, and back.
class SourcePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void y_opensTheActivity_whoseKeysAreTold_andEscapeLeads()
    {
        House house;
        const QString before = house.title();
        house.press(u"Y"_s);
        QCOMPARE(house.title(), u"Sync activity — 要点"_s);
        QTRY_VERIFY(house.window->activity().currentSource());
        const auto *name = house.window->findChild<QLabel *>(u"activityName"_s);
        QVERIFY(name->font().pointSizeF() > 1.4 * house.theme->font().pointSizeF()); // it is dressed the first time
        QStringList hints;
        for (const Hint &hint : hintsOf(house.commands, Place::Activity))
            hints << hint.keys + u' ' + hint.text;
        QVERIFY(hints.contains(u"j k Move"_s) && hints.contains(u"r Ask now"_s));
        house.press(u"r"_s);
        QTRY_VERIFY(house.window->notice().text().contains(u"1 new issue"_s));
        QCOMPARE(house.library->issues().size(), 1);
        house.escape();
        QCOMPARE(house.title(), before);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5, Qt::ShiftModifier);
        QCOMPARE(house.title(), u"Sync activity — 要点"_s);
    }

    void gy_listsTheServersThatWereAsked_andNoOther()
    {
        House house;
        const QString before = house.title();
        house.press(u"gy"_s);
        QCOMPARE(house.title(), u"Servers asked since the start — 要点"_s);
        auto *page = house.window->findChild<ServersPage *>();
        QVERIFY(page && page->rows().isEmpty());
        QVERIFY(page->findChild<QLabel *>(u"serversEmpty"_s)->isVisible());
        house.press(u"R"_s); // while it is shown
        const QString there = house.server.url({}).authority();
        QTRY_COMPARE_WITH_TIMEOUT(page->rows().size(), 1, 10'000);
        QVERIFY(!page->findChild<QLabel *>(u"serversEmpty"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(house.services->client.contacts().constFirst().received > 0, 10'000);
        house.escape();
        QCOMPARE(house.title(), before);
        house.press(u"gy"_s);
        QCOMPARE(page->rows().size(), 1);
        QVERIFY2(page->rows()[0].text.startsWith(there + u" · "_s), qPrintable(page->rows()[0].text));
        QVERIFY(page->rows()[0].text.endsWith(u"not encrypted"_s));
        QVERIFY2(page->rows()[0].note.startsWith(u"%1 request"_s.arg(house.server.seen().size())),
                 qPrintable(page->rows()[0].note));
    }

    void settingsOfASource_openFromActivityAndSidebar_andLeadBackThere()
    {
        House house;
        house.press(u"Y"_s);
        QTRY_VERIFY(house.window->activity().currentSource());
        house.press(u"o"_s);
        QCOMPARE(house.title(), u"A blog — 要点"_s);
        auto *category = house.window->findChild<QLineEdit *>(u"category"_s);
        category->setFocus();
        QTest::keyClicks(category, u"RO"_s);
        house.escape();
        QCOMPARE(house.title(), u"Sync activity — 要点"_s);
        QCOMPARE(house.library->sources().first().category, u"RO"_s);
        house.escape();
        auto *sources = house.window->findChild<QAbstractItemView *>(u"sources"_s);
        QTRY_COMPARE(sources->model()->rowCount(), 1);
        sources->setCurrentIndex(sources->model()->index(0, 0));
        sources->setFocus();
        house.press(u"o"_s);
        QCOMPARE(house.title(), u"A blog — 要点"_s);
        house.escape();
        QVERIFY(house.title() != u"A blog — 要点"_s && house.title() != u"Sync activity — 要点"_s);
    }

    void aRemovedSource_leavesNoPassword()
    {
        House house;
        house.source.options.user = u"reader"_s;
        QVERIFY(house.library->putSource(house.source).ok());
        house.inside->kept.insert(u"source/"_s + house.source.id.toString(), u"secret"_s);
        auto *sources = house.window->findChild<QAbstractItemView *>(u"sources"_s);
        QTRY_COMPARE(sources->model()->rowCount(), 1);
        sources->setCurrentIndex(sources->model()->index(0, 0));
        sources->setFocus();
        house.ask.confirms << false << true;
        QTest::keyClick(sources, Qt::Key_Delete);
        QCOMPARE(house.library->sources().size(), 1);
        QTest::keyClick(sources, Qt::Key_Delete);
        QVERIFY(house.library->sources().isEmpty());
        QVERIFY(house.window->notice().text().startsWith(u"Removed"_s)); // at once, whatever the keychain does
        QTRY_VERIFY(house.inside->kept.isEmpty());
    }

    void aPasswordThatCouldNotBeRemoved_isTold()
    {
        House house;
        house.source.options.user = u"reader"_s;
        QVERIFY(house.library->putSource(house.source).ok());
        house.inside->trouble = u"It stayed shut."_s;
        auto *sources = house.window->findChild<QAbstractItemView *>(u"sources"_s);
        QTRY_COMPARE(sources->model()->rowCount(), 1);
        sources->setCurrentIndex(sources->model()->index(0, 0));
        sources->setFocus();
        house.ask.confirms << true;
        QTest::keyClick(sources, Qt::Key_Delete);
        QTRY_COMPARE(house.window->notice().text(), u"It stayed shut."_s);
        QVERIFY(house.library->sources().isEmpty());
    }

    void pagesOpenedFromEachOther_areLeftInTheEnd()
    {
        House house;
        const QString before = house.title();
        for (const char *page : {"activity.open", "app.settings", "activity.open", "app.settings"})
            QVERIFY(house.commands.run(QLatin1StringView(page)));
        for (int steps = 0; steps < 4 && house.title() != before; ++steps)
            house.escape();
        QCOMPARE(house.title(), before);
    }

    void samplesForPictures_haveEveryStateOfADay()
    {
        QTemporaryDir folder;
        FixedClock clock(QDateTime(QDate(2026, 10, 14), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()); // not on every day
        const qint64 then = clock.nowMs();
        IdSource ids(clock);
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        QVERIFY(opened.ok());
        cli::Services services(**opened, clock, ids, {folder.path(), u"en"_s, u"light"_s, false, false, {}});
        QVERIFY(storeSamples(services, clock));
        const auto sources = (*opened)->sources();
        QVERIFY(sources.size() >= 5);
        QVERIFY(clock.nowMs() > then);
        QSet<sync::DayState> states;
        bool gaps = false;
        for (const library::Source &source : sources) {
            for (const int back : {0, 31}) {
                const auto month = sync::gatherMonth(**opened, source, clock.now().date().addDays(-back), clock.now(),
                                                     QTimeZone::systemTimeZone());
                gaps = gaps || sync::firstGap(month).isValid();
                for (const sync::CalendarDay &day : month.days)
                    states.insert(day.state);
            }
        }
        QVERIFY(gaps);
        QCOMPARE(states.size(), 7);
    }
};

YAODIAN_TEST(SourcePagesTest)

} // namespace ui_sourcepages_test

#include "sourcepages_test.moc"
