#include "library/rotation.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

namespace library_rotation {

using namespace yaodian::library;

/// Which backups stay, over years of use.
class LibraryRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void few_allStay();
    void ofManyOfOneDay_theNewestThree();
    void overYears_thereAreNeverMoreThan34_andEverySpanHasOne();
    void anOrderThatIsNone_isPutInOrder();
    void whereRoomIsShort_allSpansAreShorter_andTheNewestThreeStay();
};

/// Of one byte each, and as much room as one likes.
QList<QDateTime> worthKeeping(const QList<QDateTime> &made)
{
    QList<MadeBackup> all;
    for (const QDateTime &time : made)
        all += {time, 1};
    return yaodian::library::worthKeeping(all, 1'000'000);
}

QDateTime at(const QDate &day, int hour)
{
    return QDateTime(day, QTime(hour, 0), Qt::UTC);
}

void LibraryRotation::few_allStay()
{
    const QList<QDateTime> made{at({2026, 3, 3}, 4), at({2026, 3, 2}, 4), at({2026, 3, 1}, 4)};
    QCOMPARE(worthKeeping(made), made);
    QCOMPARE(worthKeeping({}), QList<QDateTime>());
}

void LibraryRotation::ofManyOfOneDay_theNewestThree()
{
    QList<QDateTime> made;
    for (int hour = 0; hour < 24; ++hour)
        made += at({2026, 3, 3}, hour);
    QCOMPARE(worthKeeping(made), (QList<QDateTime>{made[23], made[22], made[21]}));
}

/// As it goes: one more is made, then the others are thinned out.
void LibraryRotation::overYears_thereAreNeverMoreThan34_andEverySpanHasOne()
{
    QRandomGenerator random(20261129);
    QList<QDateTime> kept;
    QDateTime now = at({2024, 1, 1}, 8);
    for (int made = 0; made < 5000; ++made) {
        now = now.addSecs(3600 + (random.bounded(20) == 0 ? random.bounded(200'000) : 0));
        kept = worthKeeping(QList<QDateTime>{now} + kept);
        QVERIFY2(kept.size() <= 34, qPrintable(QString::number(kept.size())));
        QCOMPARE(kept.first(), now);
    }
    // However it is looked for, a day of the last week, a week of the last two months, a month of the last eight.
    const auto isOneOlder = [&](int days, int within) {
        return std::any_of(kept.cbegin(), kept.cend(), [&](const QDateTime &time) {
            const qint64 age = time.daysTo(now);
            return age >= days && age <= days + within;
        });
    };
    for (int day = 1; day < 7; ++day)
        QVERIFY2(isOneOlder(day, 2), qPrintable(QString::number(day)));
    for (int week = 2; week < 9; ++week)
        QVERIFY2(isOneOlder(week * 7, 8), qPrintable(QString::number(week)));
    for (int month = 3; month < 8; ++month)
        QVERIFY2(isOneOlder(month * 30, 33), qPrintable(QString::number(month)));
}

void LibraryRotation::anOrderThatIsNone_isPutInOrder()
{
    QCOMPARE(worthKeeping({at({2026, 3, 1}, 4), at({2026, 3, 9}, 4)}),
             (QList<QDateTime>{at({2026, 3, 9}, 4), at({2026, 3, 1}, 4)}));
}

/// Two years of a library whose backups take 80 MB each, or more than there is room for.
void LibraryRotation::whereRoomIsShort_allSpansAreShorter_andTheNewestThreeStay()
{
    constexpr qint64 megabyte = 1024 * 1024;
    const QDateTime now = at({2026, 3, 3}, 20);
    for (const auto &[bytes, most] :
         {std::pair(80 * megabyte, 12), std::pair(300 * megabyte, 3), std::pair(2000 * megabyte, 3)}) {
        QList<MadeBackup> kept;
        for (QDateTime time = at({2024, 3, 3}, 8); time <= now; time = time.addSecs(4 * 3600)) {
            QList<MadeBackup> made = kept;
            made += {time, bytes};
            const QList<QDateTime> worth = yaodian::library::worthKeeping(made, 1024 * megabyte);
            kept.clear();
            for (const QDateTime &one : worth)
                kept += {one, bytes};
        }
        QVERIFY2(kept.size() <= most && kept.size() >= 3, qPrintable(QString::number(kept.size())));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(kept[i].made, now.addSecs(-4 * 3600 * i));
        if (most > 3) // the past is still told, month by month
            QVERIFY(kept.last().made.daysTo(now) > 25);
    }
}

YAODIAN_TEST_APPLESS(LibraryRotation)

} // namespace library_rotation

#include "library_rotation.moc"
