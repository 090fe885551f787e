#include "tests/support/testmain.h"
#include "tests/support/webserver.h"
#include "ui/base/colours.h"
#include "ui/sources/activitypage.h"
#include "ui/sources/statecolours.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrlQuery>

#include <atomic>

namespace ui_activity_test {

using namespace yaodian;
using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using sync::DayState;

/// A feed with a post on each working day, five on a page, up to a day that can be moved.
class Blog
{
public:
    Blog(WebServer &server, const QString &path, const QDate &today) : m_today(today.toJulianDay())
    {
        server.route(path, [this](const Seen &seen) {
            const int page = qMax(1, QUrlQuery(QUrl(seen.path).query()).queryItemValue(u"paged"_s).toInt());
            Answer answer = Answer::of("application/rss+xml", feed(page));
            answer.delayMs = m_delay;
            return answer;
        });
    }
    void setToday(const QDate &today) { m_today = today.toJulianDay(); }
    void setHoliday(const QDate &holiday) { m_holiday = holiday.toJulianDay(); }
    void setDelay(int ms) { m_delay = ms; }
    void setPostsOfAPage(int posts) { m_posts = posts; }

private:
    QByteArray feed(int page) const
    {
        QByteArray items;
        int at = 0;
        for (QDate day = QDate::fromJulianDay(m_today); day > QDate(2023, 1, 1); day = day.addDays(-1)) {
            if (day.dayOfWeek() > 5 || day.toJulianDay() == m_holiday || at++ / m_posts != page - 1)
                continue;
            const QByteArray name = day.toString(Qt::ISODate).toLatin1();
            items += "<item><title>Digest " + name + "</title><guid>" + name + "</guid><pubDate>" +
                     QLocale::c().toString(day, u"dd MMM yyyy"_s).toLatin1() +
                     " 08:00:00 GMT</pubDate><description>1、[LG] A Paper of " + name + "</description></item>\n";
        }
        return "<rss version=\"2.0\"><channel><title>Working days</title>" + items + "</channel></rss>";
    }

    std::atomic<qint64> m_today;
    std::atomic<qint64> m_holiday = 0;
    std::atomic<int> m_delay = 0;
    std::atomic<int> m_posts = 5;
};

/// The page over a library of its own, and a clock that stands on Wednesday 2023-02-08, 10:00 UTC.
struct House
{
    QTemporaryDir folder;
    FixedClock clock{1'675'850'400'000};
    IdSource ids{clock};
    std::unique_ptr<library::Library> library = open();
    net::Client client;
    Background background;
    sync::Sync running{*library, client, background, clock};
    Commands commands;
    Theme theme{*qApp};
    ActivityPage page{*library, running, background, clock, commands, theme};

    std::unique_ptr<library::Library> open()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(opened).value();
    }
    library::Source put(const QUrl &url, const QString &title, library::Source::Kind kind = library::Source::Kind::Feed)
    {
        library::Source source;
        source.kind = kind;
        source.url = url.toString();
        source.title = title;
        source.id = library::Library::sourceId(kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        clock.advance(1); // they stand in the order in which they were added
        return source;
    }
    void start()
    {
        page.resize(1300, 860);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start();
        page.takeFocus();
    }
    template <class T> T *child(const char *name) { return page.findChild<T *>(QLatin1StringView(name)); }
    QString text(const char *name) { return child<QLabel>(name)->text(); }
    SourceList &list() { return *child<SourceList>("activitySources"); }
    MonthView &month() { return *child<MonthView>("month"); }
    EventList &log() { return *child<EventList>("activityLog"); }
    DayState stateOf(const QDate &day)
    {
        const sync::SourceMonth gathered =
            sync::gatherMonth(*library, *page.currentSource(), day, clock.now(), QTimeZone::systemTimeZone());
        return gathered.days.at(day.day() - 1).state;
    }
    void press(const QString &keys) { QTest::keyClicks(QApplication::focusWidget(), keys); }
    void sync()
    {
        std::optional<sync::Outcome> out;
        running.syncAll(&page, [&out](const sync::Outcome &outcome) { out = outcome; });
        QVERIFY(QTest::qWaitFor([&out] { return out.has_value(); }, 20'000));
    }
};

class ActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void rows_tellNameStateOutcomeAndWhenItGoesOn()
    {
        WebServer server;
        Blog blog(server, u"/feed"_s, QDate(2023, 2, 8));
        House house;
        house.put(server.url(u"/feed"_s), u"Working days"_s);
        house.put(server.url(u"/gone"_s), u"Gone"_s);
        house.put(server.url(u"/later"_s), u"Later"_s);
        Answer busy;
        busy.status = 503;
        busy.headers = {{"Retry-After", "3600"}};
        server.route(u"/later"_s, busy);
        house.start();
        QTRY_COMPARE(house.list().rows().rowCount(), 3);
        QCOMPARE(house.list().rows().rows().first().outcome(), u"not asked yet"_s);
        house.sync();
        const auto row = [&](int at) { return house.list().rows().rows().at(at); };
        const QDateTime now = house.clock.now();
        QTRY_COMPARE(row(0).word(), sync::dayStateText(DayState::Fresh));
        QCOMPARE(row(0).outcome(), u"5 new, 0 updated"_s);
        QCOMPARE(row(0).again(now), u"again at 11:00"_s);
        QCOMPARE(row(1).word(), sync::dayStateText(DayState::Failed));
        QVERIFY(row(1).outcome().contains(u"404"_s));
        QVERIFY(row(1).again(now).startsWith(u"again at 02-10 "_s)); // at an hour that is spread
        QCOMPARE(row(2).word(), sync::dayStateText(DayState::Waiting));
        QVERIFY(row(2).again(now).startsWith(u"again at 11:0"_s));
    }

    void aSourceThatIsGone_offersItsRemoval()
    {
        WebServer server;
        Answer broken;
        broken.status = 500;
        server.route(u"/broken"_s, broken);
        House house;
        house.put(server.url(u"/broken"_s), u"Broken"_s);
        const auto gone = house.put(server.url(u"/gone"_s), u"Gone"_s);
        house.sync();
        house.start();
        QTRY_VERIFY(house.text("activityNow").contains(u"500"_s));
        QVERIFY(!house.text("activityNow").contains(u"d d"_s));
        house.press(u"j"_s);
        QTRY_VERIFY(house.text("activityNow").contains(u"404"_s));
        QVERIFY(house.text("activityNow").contains(u"dd removes"_s));
        QSignalSpy wanted(&house.page, &ActivityPage::removalWanted);
        house.press(u"dd"_s);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<library::Source>().id, gone.id);
        QVERIFY(house.library->removeSource(gone.id).ok());
        QTRY_COMPARE(house.text("activityName"), u"Broken"_s);
    }

    void keys_moveBetweenSources_andTheRightSideFollows()
    {
        WebServer server;
        House house;
        for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s})
            house.put(server.url(u'/' + name), name);
        house.start();
        QTRY_COMPARE(house.text("activityName"), u"One"_s);
        QVERIFY(!house.list().testAttribute(Qt::WA_InputMethodEnabled));
        house.press(u"j"_s);
        QTRY_COMPARE(house.text("activityName"), u"Two"_s);
        house.press(u"G"_s);
        QCOMPARE(house.text("activityName"), u"Three"_s);
        house.press(u"k"_s);
        QCOMPARE(house.text("activityName"), u"Two"_s);
        house.press(u"gg"_s);
        QCOMPARE(house.text("activityName"), u"One"_s);
        QVERIFY(house.text("activityAddress").contains(server.url(u"/One"_s).toString()));
    }

    void months_areTurned_butNotIntoTheFuture_andDaysAreTold()
    {
        WebServer server;
        Blog blog(server, u"/feed"_s, QDate(2023, 2, 8));
        House house;
        house.put(server.url(u"/feed"_s), u"Working days"_s);
        house.sync();
        house.start();
        QTRY_COMPARE(house.text("activityMonth"), u"February 2023"_s);
        QVERIFY(house.text("activityDay").startsWith(u"Wed 8 Feb"_s));
        QVERIFY(house.text("activityDay").contains(u"1 issue"_s));
        house.press(u"h"_s);
        QVERIFY(house.text("activityDay").startsWith(u"Tue 7 Feb"_s));
        house.press(u"["_s);
        QTRY_COMPARE(house.text("activityMonth"), u"January 2023"_s);
        QTest::mouseClick(house.child<QToolButton>("activityAfter"), Qt::LeftButton);
        QTRY_COMPARE(house.text("activityMonth"), u"February 2023"_s);
        house.press(u"]"_s);
        QTest::qWait(50);
        QCOMPARE(house.text("activityMonth"), u"February 2023"_s);
        QVERIFY(house.log().model()->index(0, 0).data().toString().contains(u"5 new, 0 updated"_s));
    }

    void r_asksTheSource_andTheSelectionStaysWhereItIs()
    {
        WebServer server;
        Blog one(server, u"/one"_s, QDate(2023, 2, 8));
        Blog two(server, u"/two"_s, QDate(2023, 2, 8));
        House house;
        house.put(server.url(u"/one"_s), u"One"_s);
        const auto second = house.put(server.url(u"/two"_s), u"Two"_s);
        house.start();
        QTRY_COMPARE(house.list().rows().rowCount(), 2);
        house.press(u"j"_s);
        QSignalSpy told(&house.page, &ActivityPage::message);
        two.setDelay(200);
        house.press(u"r"_s);
        QTRY_COMPARE(house.list().rows().rows().at(1).word(), u"asking…"_s);
        QVERIFY(house.text("activityNow").contains(u"Asking"_s));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"5 new issue(s)"_s);
        QTRY_COMPARE(house.list().rows().rows().at(1).outcome(), u"5 new, 0 updated"_s);
        QTRY_COMPARE(house.stateOf(QDate(2023, 2, 8)), DayState::Fresh);
        QCOMPARE(house.page.currentSource()->id, second.id);
        QCOMPARE(house.list().rows().rows().at(0).outcome(), u"not asked yet"_s);
        QCOMPARE(server.hits(u"/one"_s), 0);
        // What another part of the program asks is told too, and moves nothing.
        house.press(u"h"_s);
        QTRY_VERIFY(house.text("activityDay").contains(u"1 issue"_s)); // what came is in the calendar by now
        const QString day = house.text("activityDay");
        house.sync();
        QTRY_COMPARE(house.list().rows().rows().at(0).outcome(), u"5 new, 0 updated"_s);
        QCOMPARE(house.page.currentSource()->id, second.id);
        QCOMPARE(house.text("activityDay"), day);
        // A source that comes in moves no selection either.
        house.put(server.url(u"/three"_s), u"Three"_s);
        house.sync();
        QTRY_COMPARE(house.list().rows().rowCount(), 3);
        QCOMPARE(house.page.currentSource()->id, second.id);
    }

    void escape_stopsWhatIsUnderWay_andLeavesOnlyThen()
    {
        WebServer server;
        Answer never = Answer::of("application/rss+xml", "<rss version=\"2.0\"><channel><title>Slow</title>");
        never.stall = true;
        server.route(u"/feed"_s, never);
        House house;
        house.put(server.url(u"/feed"_s), u"Slow"_s);
        house.start();
        QTRY_COMPARE(house.list().rows().rowCount(), 1);
        QSignalSpy closed(&house.page, &ActivityPage::closed), told(&house.page, &ActivityPage::message);
        house.press(u"r"_s);
        QTRY_COMPARE(server.hits(u"/feed"_s), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!house.running.isBusy());
        QTRY_COMPARE(house.list().rows().rows().first().word(), QString());
        QCOMPARE(closed.size(), 0);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().startsWith(u"Stopped"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void gaps_areSeen_andAreOneKeyOrClickAwayFromBeingFilled()
    {
        WebServer server;
        Blog blog(server, u"/feed"_s, QDate(2023, 2, 8));
        House house;
        const auto source = house.put(server.url(u"/feed"_s), u"Working days"_s);
        house.sync();
        house.start();
        QTRY_COMPARE(house.text("activityName"), u"Working days"_s);
        QSignalSpy told(&house.page, &ActivityPage::message);
        house.press(u"b"_s); // a page of older ones: the rhythm needs two weeks
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.takeFirst().first().toString(), u"5 older issue(s)"_s);
        QCOMPARE(server.seen().last().path, u"/feed?paged=2"_s);
        house.clock.advance(20LL * 24 * 3600 * 1000); // away until 2023-02-28
        blog.setToday(QDate(2023, 2, 28));
        house.sync();
        const QDate gap(2023, 2, 20), first(2023, 2, 9);
        QTRY_VERIFY(house.month().firstGap() == first);

        // A click fetches back to the day, and no further.
        QTest::mouseClick(&house.month(), Qt::LeftButton, {}, house.month().cellOf(gap).center());
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(house.stateOf(gap), DayState::Backfilled);
        QTRY_VERIFY(house.text("activityDay").contains(u"came later"_s));
        QCOMPARE(house.month().firstGap(), first);

        // B fetches what is missing in the month.
        told.clear();
        house.press(u"B"_s);
        QTRY_COMPARE(told.size(), 1);
        QTRY_VERIFY(!house.month().firstGap().isValid());
        QCOMPARE(house.library->issueDates(source.id).size(), 24);
        house.press(u"B"_s);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last().first().toString(), u"Nothing is missing in this month."_s);
    }

    void aMissingDayTheServerHasNothingOf_goesQuiet_andASecondClickAsksAgain()
    {
        WebServer server;
        Blog blog(server, u"/feed"_s, QDate(2023, 2, 8));
        const QDate holiday(2023, 2, 2);
        blog.setHoliday(holiday);
        blog.setPostsOfAPage(4); // the holiday's would stand on the second page
        House house;
        house.put(server.url(u"/feed"_s), u"Working days"_s);
        house.sync();
        house.start();
        QTRY_COMPARE(house.text("activityName"), u"Working days"_s);
        QSignalSpy told(&house.page, &ActivityPage::message);
        for (int pages = 1; pages <= 4; ++pages) {
            house.press(u"b"_s);
            QTRY_COMPARE(told.size(), pages);
        }
        QTRY_COMPARE(house.month().firstGap(), holiday);
        told.clear();
        const auto click = [&house](const QDate &day) {
            QTest::mouseClick(&house.month(), Qt::LeftButton, {}, house.month().cellOf(day).center());
        };
        click(holiday);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.last().first().toString(), u"Its server has nothing of the missing days."_s);
        QTRY_VERIFY(!house.month().firstGap().isValid());
        QCOMPARE(house.stateOf(holiday), DayState::Quiet);
        QTRY_VERIFY(house.text("activityDay").contains(u"another click asks again"_s));
        click(QDate(2023, 2, 3));
        server.forget();
        click(holiday); // chosen, to be read
        QVERIFY(!house.running.isBusy());
        blog.setHoliday({});
        click(holiday);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last().first().toString(), u"1 missing issue(s) fetched"_s);
        QTRY_COMPARE(house.stateOf(holiday), DayState::Backfilled);
    }

    void aClickOnAnOrdinaryDay_choosesItAndAsksNobody()
    {
        WebServer server;
        Blog blog(server, u"/feed"_s, QDate(2023, 2, 8));
        House house;
        house.put(server.url(u"/feed"_s), u"Working days"_s);
        house.sync();
        house.start();
        QTRY_COMPARE(house.text("activityMonth"), u"February 2023"_s);
        server.forget();
        QTest::mouseClick(&house.month(), Qt::LeftButton, {}, house.month().cellOf(QDate(2023, 2, 3)).center());
        QVERIFY(house.text("activityDay").startsWith(u"Fri 3 Feb"_s));
        QVERIFY(!house.running.isBusy());
        QVERIFY(house.month().cellOf(QDate(2023, 3, 1)).isNull());
    }

    void inTheSmallestWindow_allDaysOfAWeekAreThere()
    {
        WebServer server;
        House house;
        house.put(server.url(u"/one"_s), u"One"_s);
        house.start();
        QTRY_COMPARE(house.text("activityMonth"), u"February 2023"_s);
        const int wide = house.month().cellOf(QDate(2023, 2, 1)).width();
        house.page.resize(760, 450); // the window's least, less its status line
        QTRY_VERIFY(house.month().cellOf(QDate(2023, 2, 1)).width() < wide);
        for (int day = 1; day <= 28; ++day) {
            const QRect cell = house.month().cellOf(QDate(2023, 2, day));
            QVERIFY(house.month().rect().contains(cell));
            QVERIFY(house.month().mapTo(&house.page, cell.topRight()).x() < house.page.width());
        }
    }

    void failures_areSaidInTheirOwnWords()
    {
        WebServer server;
        House house;
        house.put(server.url(u"/gone"_s), u"Gone"_s);
        house.put(server.url(u"/page"_s), u"A page"_s, library::Source::Kind::Page);
        house.start();
        QTRY_COMPARE(house.list().rows().rowCount(), 2);
        QSignalSpy failed(&house.page, &ActivityPage::failed);
        house.press(u"r"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.takeFirst().first().toString().contains(u"404"_s));
        house.press(u"jb"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().toString(), u"This source has no way to older issues."_s);
    }

    void o_wantsTheSettingsOfTheCurrentSource()
    {
        WebServer server;
        House house;
        house.put(server.url(u"/one"_s), u"One"_s);
        house.start();
        QTRY_COMPARE(house.list().rows().rowCount(), 1);
        QSignalSpy wanted(&house.page, &ActivityPage::settingsWanted);
        house.press(u"o"_s);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<library::Source>().title, u"One"_s);
    }

    void withoutSources_itSaysWhatToDoNext_andTakesKeys()
    {
        House house;
        house.start();
        QTRY_VERIFY(house.child<QLabel>("activityEmpty")->isVisible());
        QVERIFY(house.text("activityEmpty").contains(u"Press a"_s));
        QTRY_COMPARE(QApplication::focusWidget(), &house.page);
        QSignalSpy closed(&house.page, &ActivityPage::closed);
        house.press(u"jrbBo[]"_s); // nothing to do, and nothing breaks
        QTest::keyClick(&house.page, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void colours_canBeReadOnTheirGrounds()
    {
        for (const Colours &look : {lightColours(), darkColours()}) {
            for (int at = int(DayState::None); at <= int(DayState::Backfilled); ++at) {
                const StateColours colours = stateColours(DayState(at), look);
                QList<QColor> grounds{look.background, look.selection, look.card};
                if (colours.ground.isValid())
                    grounds << colours.ground;
                for (const QColor &ground : grounds)
                    QVERIFY2(contrast(colours.ink, ground) >= 4.5,
                             qPrintable(u"%1 %2 %3"_s.arg(at).arg(colours.ink.name(), ground.name())));
            }
        }
    }
};

YAODIAN_TEST(ActivityTest)

} // namespace ui_activity_test

#include "activity_test.moc"
