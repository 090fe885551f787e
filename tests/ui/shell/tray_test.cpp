// The icon in the tray: only where it is wanted and there is a tray does closing the window hide it.
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/shell/tray.h"

#include <QSignalSpy>

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
