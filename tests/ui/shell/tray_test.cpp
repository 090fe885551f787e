// The icon in the tray: only where it is wanted and there is a tray does closing the window hide it.
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/shell/tray.h"

#include <QCloseEvent>
#include <QSignalSpy>
#include <QTimer>

namespace ui_tray_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

class TrayTest : public QObject
{
    Q_OBJECT

    static Tray &trayOf(const Online &house)
    {
        Tray *tray = house.window->findChild<Tray *>();
        tray->askThere([] { return true; });
        tray->settle();
        return *tray;
    }

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void closing_hidesTheWindow_andAClickBringsItBack()
    {
        Online house;
        house.services->settings.choose("tray", true);
        house.start();
        Tray &tray = trayOf(house);
        QVERIFY(!house.window->close());
        QVERIFY(house.window->isHidden());
        Q_EMIT tray.wanted();
        QVERIFY(house.window->isVisible());
        house.commands.run(u"app.quit"_s); // says what it means
        QVERIFY(house.window->isHidden());
        QVERIFY(house.window->close());
    }

    void closing_endsTheProgram_whereItIsNotWanted_orThereIsNoTray()
    {
        Online house;
        house.start();
        Tray &tray = trayOf(house);
        QCOMPARE(tray.text(), QString()); // off by default
        QVERIFY(house.window->close());
        house.window->show();
        house.services->settings.choose("tray", true);
        tray.askThere([] { return false; });
        QVERIFY(house.window->close());
        house.window->show();
        tray.askThere([] { return true; });
        QVERIFY(!house.window->close());
    }

    void aWindowThatIsClosedAtOnce_isHiddenToo_andNobodyWasAskedBefore()
    {
        Online house;
        house.services->settings.choose("tray", true);
        int asked = 0;
        Tray tray(house.services->settings, house.window.get());
        tray.askThere([&asked] { return ++asked > 0; });
        tray.setUnread(3);
        QCOMPARE(asked, 0);
        QCOMPARE(tray.text(), QString());
        QCloseEvent close;
        QVERIFY(tray.takes(&close));
        QVERIFY(!close.isAccepted());
        QCOMPARE(tray.text(), u"要点 · 3 unread"_s);
    }

    void quitting_endsTheProgram_whereTheWindowIsHidden()
    {
        Online house;
        house.services->settings.choose("tray", true);
        house.start();
        Tray &tray = trayOf(house);
        QVERIFY(!house.window->close());
        QSignalSpy ends(qApp, &QCoreApplication::aboutToQuit);
        QTimer::singleShot(0, &tray, &Tray::quitWanted);
        QTimer late;
        late.setSingleShot(true);
        connect(&late, &QTimer::timeout, qApp, [] { QCoreApplication::exit(1); });
        late.start(20'000);
        QCOMPARE(QCoreApplication::exec(), 0);
        QCOMPARE(ends.size(), 1);
    }

    void whatIsUnread_standsOverTheIcon()
    {
        Online house;
        digest::Issue issue;
        issue.title = u"An issue"_s;
        issue.entries.resize(2);
        issue.entries[0].title = u"One"_s;
        issue.entries[1].title = u"Two"_s;
        QVERIFY(house.library->storeIssue(library::Library::filesSource(), issue, "post").ok());
        house.services->settings.choose("tray", true);
        house.start();
        const Tray &tray = trayOf(house);
        QTRY_COMPARE(tray.text(), u"要点 · 2 unread"_s);
        QTest::keyClicks(Online::focus(), u"x"_s);
        QTRY_COMPARE(tray.text(), u"要点 · 1 unread"_s);
        house.services->settings.choose("tray", false);
        QCOMPARE(tray.text(), QString());
    }
};

YAODIAN_TEST(TrayTest)

} // namespace ui_tray_test

#include "tray_test.moc"
