#include "app/notes/tally.h"
#include "app/reading/history.h"
#include "app/reading/reading.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace reading_history {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

struct Weeks : tests::Desk
{
    reading::Reading reading{*shelf.library, notes, shelf.clock, shelf.ids};

    Weeks()
        : Desk(tests::issue(u"1"_s, {tests::entry(u"Maps of Pictures"_s, tests::arxiv(1), {u"CV"_s, u"LG"_s}),
                                     tests::entry(u"Words of Models"_s, tests::arxiv(2), {u"CL"_s}),
                                     tests::entry(u"More Words"_s, tests::arxiv(3), {u"CL"_s})}))
    {
    }
    /// A session over all papers of which so many are passed, a minute each.
    SessionId sit(int passed)
    {
        const auto session = reading.start(papers);
        for (int i = 0; i < passed; ++i) {
            shelf.clock.advance(60'000);
            if (!reading.next())
                qFatal("no next");
        }
        if (!reading.end())
            qFatal("not ended");
        return session->id;
    }
    [[nodiscard]] QDate today() const { return shelf.clock.now().toLocalTime().date(); }
    [[nodiscard]] QList<reading::DayOfReading> days(QDate first, QDate last) const
    {
        return reading::daysOfReading(*shelf.library, first, last, shelf.clock.now());
    }
};

class ReadingHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_tellSessionsPapersMinutesAndCategories()
    {
        Weeks weeks;
        weeks.at(-12); // midday, wherever this runs
        const QDate first = weeks.today();
        weeks.sit(3);
        weeks.sit(1); // the first paper once more
        weeks.at(24);
        const QDate second = weeks.today();
        weeks.sit(2);
        const reading::DayOfReading one{first, 2, 3, 4, {{u"CL"_s, 2}, {u"CV"_s, 1}}};
        const reading::DayOfReading other{second, 1, 2, 2, {{u"CL"_s, 1}, {u"CV"_s, 1}}};
        QCOMPARE(weeks.days(first, second), QList({one, other}));
        QCOMPARE(weeks.days(second, second.addDays(7)), QList{other});
        QCOMPARE(weeks.days(first.addDays(-9), first.addDays(-1)), QList<reading::DayOfReading>());
    }

    void timeThatWasMeasured_countsInsteadOfTheClock()
    {
        Weeks weeks;
        const SessionId id = weeks.sit(2);
        const auto session = [&] { return weeks.shelf->sessions().first(); };
        QCOMPARE(notes::minutesOf(session()), std::optional<qint64>(2));
        QVERIFY(weeks.shelf->addSessionTime(id, 400'000).ok());
        QVERIFY(weeks.shelf->addSessionTime(id, 20'000).ok());
        QCOMPARE(session().activeMs, 420'000);
        QCOMPARE(notes::minutesOf(session()), std::optional<qint64>(7));
        QCOMPARE(weeks.reading.summary(session()).minutes, 7);
        QVERIFY(weeks.shelf->undo().ok()); // the end of it: the time stays
        QCOMPARE(session().activeMs, 420'000);
        QVERIFY(weeks.shelf->redo().ok());
        weeks.shelf.reopen();
        QCOMPARE(session().activeMs, 420'000);
    }

    void aSessionThatIsOpen_isAmongThem()
    {
        Weeks weeks;
        QVERIFY(weeks.reading.start(weeks.papers).ok());
        weeks.shelf.clock.advance(5 * 60'000);
        const auto days = weeks.days(weeks.today().addDays(-1), weeks.today());
        QCOMPARE(days.size(), 1);
        QCOMPARE(days[0].papers, 0);
        QCOMPARE(days[0].minutes, 5);
    }
};

YAODIAN_TEST_GUILESS(ReadingHistory)

} // namespace reading_history

#include "reading_history.moc"
