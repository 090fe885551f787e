#include "shelf.h"
#include "tests/support/testmain.h"

#include "library/connection.h"
#include "library/statement.h"

namespace library_activity {

using namespace yaodian;
using namespace yaodian::tests;

/// What the calendars of sources are made from.
class LibraryActivity : public QObject
{
    Q_OBJECT

    static SyncEvent happened(const QDateTime &at, SyncEvent::Kind kind, const QString &sentence)
    {
        SyncEvent out;
        out.at = at;
        out.kind = kind;
        out.sentence = sentence;
        return out;
    }

private Q_SLOTS:
    void lastEvents_areTheNewestOfEachSource()
    {
        Shelf shelf;
        const Source one = feed(u"one"_qs), two = feed(u"two"_qs), never = feed(u"never"_qs), gone = feed(u"gone"_qs);
        for (const Source &source : {one, two, never, gone})
            QVERIFY(shelf->putSource(source).ok());
        const QDateTime now = shelf.clock.now();
        const auto record = [&](const Source &source, int minutes, const QString &sentence) {
            return SyncRecord{source.id, {}, happened(now.addSecs(60 * minutes), SyncEvent::Kind::Unchanged, sentence)};
        };
        QVERIFY(shelf
                    ->putSyncRecords({record(one, 1, u"first"_qs), record(two, 2, u"of the other"_qs),
                                      record(one, 5, u"last"_qs), record(one, 3, u"in between"_qs),
                                      record(gone, 9, u"of one that is removed"_qs)})
                    .ok());
        QVERIFY(shelf->removeSource(gone.id).ok());
        const auto last = shelf->lastEvents();
        QCOMPARE(last.size(), 2);
        QCOMPARE(last.value(one.id).sentence, u"last"_qs);
        QCOMPARE(last.value(one.id).at, now.addSecs(300));
        QCOMPARE(last.value(two.id).sentence, u"of the other"_qs);
        QCOMPARE(last.value(two.id).source, two.id);
    }

    void log_isOfTheTimeThatIsAskedFor()
    {
        Shelf shelf;
        QVERIFY(shelf->putSource(feed()).ok());
        const QDateTime now = shelf.clock.now();
        for (int hour = 0; hour < 6; ++hour)
            QVERIFY(shelf
                        ->putSyncRecords(
                            {{feed().id,
                              {},
                              happened(now.addSecs(3600 * hour), SyncEvent::Kind::Brought, QString::number(hour))}})
                        .ok());
        QStringList told;
        for (const SyncEvent &one : shelf->syncLog(feed().id, now.addSecs(3600), 100, now.addSecs(3 * 3600)))
            told.append(one.sentence);
        QCOMPARE(told, QStringList({u"2"_qs, u"1"_qs}));
        QCOMPARE(shelf->syncLog(feed().id, now.addSecs(3600)).size(), 5);
    }

    void issueDates_areThoseOfTheSource_clampedToTheirArrival()
    {
        Shelf shelf;
        digest::Issue dated = issue(u"dated"_qs, {entry(u"A"_qs, arxiv(1))});
        digest::Issue undated = issue(u"undated"_qs, {entry(u"B"_qs, arxiv(2))});
        digest::Issue ahead = issue(u"ahead"_qs, {entry(u"C"_qs, arxiv(3))});
        undated.published = {};
        ahead.published = shelf.clock.now().addDays(3);
        const QDateTime now = shelf.clock.now();
        store(shelf, dated);
        store(shelf, undated);
        store(shelf, ahead, feed(u"other"_qs));
        const auto own = shelf->issueDates(feed().id);
        QCOMPARE(own.size(), 2);
        QCOMPARE(own[0].dated, dated.published);
        QCOMPARE(own[0].firstSeen, now);
        QVERIFY(own[1].dated >= now);
        QCOMPARE(own[1].dated, own[1].firstSeen);
        QCOMPARE(shelf->issueDates(feed().id, now).size(), 1);
        QCOMPARE(shelf->issueDates().size(), 3);
        const IssueDate clamped = shelf->issueDates(feed(u"other"_qs).id).first();
        QCOMPARE(clamped.dated, clamped.firstSeen);
        QVERIFY(clamped.dated < ahead.published);
    }

    /// A thousand sources must not read a year of lines, nor every issue's row.
    void both_areAnsweredByIndexes()
    {
        Shelf shelf;
        shelf.library.reset();
        Connection connection(shelf.path(u"library/cache.sqlite"_qs), Connection::Access::Read, false);
        const auto plan = [&](const QByteArray &sql) {
            QString text;
            Statement statement(connection, "EXPLAIN QUERY PLAN " + sql);
            while (statement.step())
                text += statement.text(3) + u'\n';
            return text;
        };
        const QString dates = plan("SELECT source, sort, first_seen FROM issues WHERE source = x'00' AND sort >= 0");
        QVERIFY2(dates.contains(u"COVERING INDEX issues_days"), qPrintable(dates));
        const QString last = plan("SELECT row FROM sync_log WHERE source = x'00' ORDER BY at DESC, row DESC LIMIT 1");
        QVERIFY2(last.contains(u"COVERING INDEX sync_log_source") && !last.contains(u"TEMP B-TREE"), qPrintable(last));
    }
};

YAODIAN_TEST_GUILESS(LibraryActivity)

} // namespace library_activity

#include "library_activity.moc"
