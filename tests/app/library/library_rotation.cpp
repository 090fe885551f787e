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
};

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

YAODIAN_TEST_APPLESS(LibraryRotation)

} // namespace library_rotation

#include "library_rotation.moc"
