#include "sync/policy.h"
#include "tests/support/testmain.h"

#include "library/library.h"

#include <QTest>

namespace test_sync_policy {

using namespace yaodian;
using namespace yaodian::sync;

/// When a source is asked again.
class TestSyncPolicy : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime(QDate(2023, 2, 8), QTime(10, 0), Qt::UTC);

    static library::Source source(int minutes = 0)
    {
        library::Source out;
        out.url = u"https://blog.example/feed"_qs;
        out.id = library::Library::sourceId(out.kind, out.url);
        out.options.intervalMinutes = minutes;
        return out;
    }
    static net::Response saying(const QList<std::pair<QByteArray, QByteArray>> &headers)
    {
        net::Response out;
        out.status = 200;
        out.headers = headers;
        return out;
    }

private Q_SLOTS:
    void keeping_isWhatTheServerSays_clamped_data()
    {
        QTest::addColumn<QByteArray>("control");
        QTest::addColumn<QByteArray>("age");
        QTest::addColumn<int>("seconds");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
        QTest::newRow("an hour") << QByteArray("public, max-age=3600") << QByteArray() << 3600;
        QTest::newRow("of which it has had some") << QByteArray("max-age=3600") << QByteArray("600") << 3000;
        QTest::newRow("old already") << QByteArray("max-age=60") << QByteArray("600") << 0;
        QTest::newRow("quoted, other case") << QByteArray("Max-Age=\"120\"") << QByteArray() << 120;
        QTest::newRow("sixteen years") << QByteArray("max-age=504576000") << QByteArray() << 5 * 3600;
        QTest::newRow("more than an int") << QByteArray("max-age=99999999999999") << QByteArray() << 5 * 3600;
        QTest::newRow("a negative one") << QByteArray("max-age=-5") << QByteArray() << 0;
        QTest::newRow("of shared caches only") << QByteArray("s-maxage=600") << QByteArray() << 0;
        QTest::newRow("not to be kept") << QByteArray("no-cache, max-age=3600") << QByteArray() << 0;
    }
    void keeping_isWhatTheServerSays_clamped()
    {
        QFETCH(QByteArray, control);
        QFETCH(QByteArray, age);
        QTEST(keepSeconds(saying({{"cache-control", control}, {"age", age}})), "seconds");
    }

    void success_waitsForTheInterval_orTheServersWord()
    {
        QCOMPARE(dueAfterSuccess(source(), 0, m_now), m_now.addSecs(3600));
        QCOMPARE(dueAfterSuccess(source(30), 0, m_now), m_now.addSecs(1800));
        QCOMPARE(dueAfterSuccess(source(1), 0, m_now), m_now.addSecs(600)); // nobody is asked more often
        QCOMPARE(dueAfterSuccess(source(), 7200, m_now), m_now.addSecs(7200));
        library::Source deaf = source();
        deaf.options.ignoresMaxAge = true;
        QCOMPARE(dueAfterSuccess(deaf, 7200, m_now), m_now.addSecs(3600));
    }

    void failures_doubleTheWait_upToADay_andNeverStop()
    {
        qint64 before = 0;
        for (int failures = 1; failures <= 5; ++failures) {
            const qint64 seconds = m_now.secsTo(dueAfterFailure(source(), failures, false, m_now));
            const qint64 expected = 3600LL << (failures - 1);
            QVERIFY2(qAbs(seconds - expected) <= expected / 10, qPrintable(QString::number(seconds)));
            QVERIFY(seconds > before);
            before = seconds;
        }
        for (const int failures : {6, 20, 5000}) {
            const qint64 seconds = m_now.secsTo(dueAfterFailure(source(), failures, false, m_now));
            QVERIFY(qAbs(seconds - 86'400) <= 8640);
        }
    }

    void sourcesThatFailTogether_doNotComeBackTogether()
    {
        QSet<QDateTime> times;
        for (int number = 0; number < 50; ++number) {
            library::Source one = source();
            one.id = library::Library::sourceId(one.kind, u"https://blog.example/%1"_qs.arg(number));
            times.insert(dueAfterFailure(one, 3, false, m_now));
        }
        QVERIFY(times.size() > 10);
    }

    void whatIsGone_restsForDays() { QVERIFY(m_now.secsTo(dueAfterFailure(source(), 1, true, m_now)) > 40 * 3600); }

    void due_isWhoseTimeHasCome_andWhoIsNotHeld()
    {
        library::SyncState state;
        QVERIFY(isDue(state, m_now)); // never asked
        state.nextDue = m_now.addSecs(1);
        QVERIFY(!isDue(state, m_now));
        state.nextDue = m_now;
        QVERIFY(isDue(state, m_now));
        state.holdUntil = m_now.addSecs(1);
        QVERIFY(!isDue(state, m_now));
    }

    void validators_growOld()
    {
        library::SyncState state;
        QVERIFY(!validatorsAreOld(state, m_now));
        state.validatorsSince = m_now.addDays(-7);
        QVERIFY(!validatorsAreOld(state, m_now));
        state.validatorsSince = m_now.addDays(-8);
        QVERIFY(validatorsAreOld(state, m_now));
    }

    void patience_isKeptForTheServer_orForTheWholeSite()
    {
        QVERIFY(hostKey(QUrl(u"https://a.example/x"_qs)) != hostKey(QUrl(u"https://b.example/x"_qs)));
        QVERIFY(hostKey(QUrl(u"http://a.example:81/"_qs)) != hostKey(QUrl(u"http://a.example/"_qs)));
        QCOMPARE(hostKey(QUrl(u"https://one.tumblr.com/rss"_qs)), hostKey(QUrl(u"https://two.tumblr.com/rss"_qs)));
        QCOMPARE(hostKey(QUrl(u"https://rss.arxiv.org/rss/cs.LG"_qs)), hostKey(QUrl(u"https://arxiv.org/list"_qs)));
        QVERIFY(hostKey(QUrl(u"https://nottumblr.com/"_qs)) != hostKey(QUrl(u"https://tumblr.com/"_qs)));
        QVERIFY(!speaksForItsHost(QUrl(u"https://rsshub.example/a"_qs)));
        QVERIFY(speaksForItsHost(QUrl(u"https://blog.example/a"_qs)));
    }
};

YAODIAN_TEST_GUILESS(TestSyncPolicy)

} // namespace test_sync_policy

#include "test_sync_policy.moc"
