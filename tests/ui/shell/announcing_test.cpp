// New issues are told by the desktop's notifications: here by a service of our own on a session bus of our own.
#include "tests/app/library/shelf.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/shell/announcing.h"

#include <QCheckBox>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

namespace ui_announcing_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr int guardMs = 30'000;

/// A session bus that nobody else is on.
class OwnBus
{
public:
    OwnBus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s,
                                          u"--address=unix:dir="_s + m_folder.path()});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~OwnBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] const QString &address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

/// What shows notifications, and keeps what it was asked to show.
class Shower final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit Shower(const QString &address, const QStringList &can = {u"actions"_s, u"body"_s, u"body-markup"_s})
        : m_bus(QDBusConnection::connectToBus(address, u"shower"_s)), m_can(can)
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        if (!m_bus.registerService(u"org.freedesktop.Notifications"_s))
            qFatal("the name is taken");
    }
    ~Shower() override { QDBusConnection::disconnectFromBus(u"shower"_s); }

    struct Shown
    {
        uint replaces;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Shown> shown;

public Q_SLOTS:
    QStringList GetCapabilities() { return m_can; } // NOLINT(readability-identifier-naming): D-Bus calls it so
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown << Shown{replaces, title, text, actions};
        return replaces > 0 ? replaces : 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);

private:
    QDBusConnection m_bus;
    QStringList m_can;
};

/// A reader who wants to be told.
struct Told
{
    tests::Shelf shelf;
    Settings settings{shelf.path()};
    bool isLookedAt = false;
    Announcing announcing;

    explicit Told(const QString &address, bool wants = true)
        : announcing(
              *shelf.library, settings, [this] { return isLookedAt; },
              [address] { return QDBusConnection::connectToBus(address, u"client"_s); }, nullptr)
    {
        settings.choose("notify", wants);
    }
    ~Told() { QDBusConnection::disconnectFromBus(u"client"_s); }
    /// What a sync says that brought issues of these titles.
    sync::Outcome bring(const QStringList &titles)
    {
        sync::Outcome outcome;
        for (const QString &title : titles) {
            digest::Issue issue = tests::issue(title, {tests::entry(title)});
            issue.title = title;
            outcome.arrived << tests::store(shelf, issue).id;
        }
        outcome.issues = outcome.arrived;
        outcome.fresh = int(titles.size());
        return outcome;
    }
};

class AnnouncingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnBus> m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp, u"en"_s);
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("There is no dbus-daemon, so no session bus of our own (Debian: dbus-daemon).");
        m_bus = std::make_unique<OwnBus>();
        QVERIFY(!m_bus->address().isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toUtf8());
    }
    void cleanupTestCase() { m_bus.reset(); }

    void newIssues_areToldTogether_withTheFirstTitles()
    {
        Shower shower(m_bus->address());
        Told told(m_bus->address());
        told.announcing.tell(told.bring({u"Monday <b> & more"_s, u"Tuesday"_s, u"Wednesday"_s, u"Thursday"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 1, guardMs);
        QVERIFY2(shower.shown[0].title.startsWith(u"4 new issue"_s), qPrintable(shower.shown[0].title));
        // What is a sign in a title is none of the markup.
        QCOMPARE(shower.shown[0].text, u"Monday &lt;b&gt; &amp; more\nTuesday\nWednesday\nand 1 more"_s);
        QCOMPARE(shower.shown[0].actions, (QStringList{u"default"_s, u"Show"_s}));
        told.announcing.tell(told.bring({u"Friday"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 2, guardMs);
        QVERIFY2(shower.shown[1].title.startsWith(u"1 new issue"_s), qPrintable(shower.shown[1].title));
        QCOMPARE(shower.shown[1].replaces, 7U); // the one before
    }

    void whoeverShowsPlainText_getsPlainText()
    {
        Shower shower(m_bus->address(), {u"body"_s});
        Told told(m_bus->address());
        told.announcing.tell(told.bring({u"Monday <b> & more"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 1, guardMs);
        QCOMPARE(shower.shown[0].text, u"Monday <b> & more"_s);
    }

    void nothingIsTold_unlessWanted_new_andOutOfSight()
    {
        Shower shower(m_bus->address());
        Told told(m_bus->address(), false);
        told.announcing.tell(told.bring({u"not wanted"_s}));
        told.settings.choose("notify", true);
        told.isLookedAt = true;
        told.announcing.tell(told.bring({u"looked at"_s}));
        told.isLookedAt = false;
        sync::Outcome changed = told.bring({u"changed only"_s});
        changed.arrived.clear();
        told.announcing.tell(changed);
        told.announcing.tell(told.bring({u"this one"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 1, guardMs);
        QCOMPARE(shower.shown[0].text, u"this one"_s);
    }

    void aClickIsTold_ofOurs()
    {
        Shower shower(m_bus->address());
        Told told(m_bus->address());
        const QSignalSpy chosen(&told.announcing, &Announcing::chosen);
        told.announcing.tell(told.bring({u"Monday"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 1, guardMs);
        QTest::qWait(50);                             // its number has come back
        Q_EMIT shower.ActionInvoked(8, u"default"_s); // somebody else's
        Q_EMIT shower.ActionInvoked(7, u"default"_s);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, guardMs);
    }

    void whetherAnybodyShowsThem_isFoundOut()
    {
        Told told(m_bus->address());
        QSignalSpy known(&told.announcing.notifications(), &Notifications::known);
        told.announcing.notifications().ask();
        QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, guardMs);
        QCOMPARE(known[0][0].toBool(), false);
        told.announcing.tell(told.bring({u"to nobody"_s})); // nothing happens
        const Shower shower(m_bus->address());
        told.announcing.notifications().ask();
        QTRY_COMPARE_WITH_TIMEOUT(known.size(), 2, guardMs);
        QCOMPARE(known[1][0].toBool(), true);
    }

    void whereNoBusIsAnnounced_nothingIsAsked()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        Told told(m_bus->address());
        QSignalSpy known(&told.announcing.notifications(), &Notifications::known);
        told.announcing.notifications().ask();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address().toUtf8());
        QCOMPARE(known.size(), 1); // at once
        QCOMPARE(known[0][0].toBool(), false);
    }

    void inTheWindow_aClickLeadsToToday_andTheSettingSaysWhereNobodyShowsThem()
    {
        Online house;
        house.services->settings.choose("notify", true);
        house.start();
        house.window->showSettings();
        const auto *remark = house.child<QLabel>("notifyRemark");
        QTRY_VERIFY_WITH_TIMEOUT(remark->isVisible(), guardMs);
        QVERIFY(remark->text().contains(u"Nothing on this desktop shows notifications"_s));
        QVERIFY(house.child<QLabel>("trayRemark")->isVisible()); // no tray either
        QVERIFY(!house.child<QLabel>("offlineRemark")->isVisible());
        QTest::keyClick(Online::focus(), Qt::Key_Escape);

        Shower shower(m_bus->address());
        house.window->showSettings();
        QTRY_VERIFY_WITH_TIMEOUT(!house.child<QLabel>("notifyRemark")->isVisible(), guardMs);
        QTest::keyClick(Online::focus(), Qt::Key_Escape);
        ListPlace place;
        place.view = library::ListQuery::View::Unread;
        house.window->page().goTo(place);
        house.window->hide(); // nobody looks at it
        digest::Issue issue;
        issue.title = u"An issue of today"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"A paper"_s;
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "post");
        QVERIFY(stored.ok());
        sync::Outcome outcome;
        outcome.fresh = 1;
        outcome.issues = outcome.arrived = {stored->id};
        Q_EMIT house.services->sync.refreshed(outcome);
        QTRY_COMPARE_WITH_TIMEOUT(shower.shown.size(), 1, guardMs);
        QCOMPARE(shower.shown[0].text, u"An issue of today"_s);
        QTest::qWait(50);
        Q_EMIT shower.ActionInvoked(7, u"default"_s);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isVisible(), guardMs);
        QCOMPARE(house.window->windowTitle(), u"Today — 要点"_s);
        QCOMPARE(house.window->page().currentRow().value().title, u"A paper"_s);
    }
};

YAODIAN_TEST(AnnouncingTest)

} // namespace ui_announcing_test

#include "announcing_test.moc"
