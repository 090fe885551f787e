#include "sync/choices.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace test_sync_choices {

using namespace yaodian;
using namespace yaodian::sync;

/// What can be chosen for a source, in the words of the command line and of the window.
class TestSyncChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoice_isTaken_toldAgain_andTakenBack_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *key, const QString &value, const QString &shown = {}) {
            QTest::newRow(key) << QString::fromLatin1(key) << value << (shown.isEmpty() ? value : shown);
        };
        row("category", u"cs.CL"_qs, u"CL"_qs);
        row("interval", u"45"_qs);
        row("max-age", u"ignore"_qs);
        row("address", u"https://new.example/feed"_qs);
        row("mirror", u"http://127.0.0.1:8080/base"_qs);
        row("proxy", u"socks5://127.0.0.1:1080"_qs);
        row("language", u"zh-CN"_qs);
        row("user", u"a reader"_qs);
        row("headers", u"X-One: a: b\nX-Two: c"_qs);
    }
    void aChoice_isTaken_toldAgain_andTakenBack()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        library::Source source;
        QCOMPARE(chosen(source, key), QString());
        QVERIFY(choose(source, key, value).ok());
        QTEST(chosen(source, key), "shown");
        QVERIFY(!(source == library::Source()));
        QVERIFY(choose(source, key, chosen(source, key)).ok()); // what is shown can be taken
        QTEST(chosen(source, key), "shown");
        QVERIFY(choose(source, key, {}).ok());
        QVERIFY(source == library::Source());
    }

    void whatIsNone_isSaidInOneSentence_andChangesNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("no title") << u"title"_qs << QString();
        QTest::newRow("hours") << u"interval"_qs << u"2h"_qs;
        QTest::newRow("negative") << u"interval"_qs << u"-5"_qs;
        QTest::newRow("a year") << u"interval"_qs << u"525600"_qs;
        QTest::newRow("max-age") << u"max-age"_qs << u"sometimes"_qs;
        QTest::newRow("file") << u"address"_qs << u"file:///etc/passwd"_qs;
        QTest::newRow("address with a password") << u"address"_qs << u"https://a:b@blog.example/"_qs;
        QTest::newRow("mirror") << u"mirror"_qs << u"mirror.example"_qs;
        QTest::newRow("proxy") << u"proxy"_qs << u"ftp://proxy"_qs;
        QTest::newRow("language") << u"language"_qs << u"Chinese, please"_qs;
        QTest::newRow("header without a value") << u"headers"_qs << u"X-One: a\nX-Two"_qs;
        QTest::newRow("header with a blank in its name") << u"headers"_qs << u"X-One: a\nX Two: b"_qs;
        QTest::newRow("header that begins with a colon") << u"headers"_qs << u": b"_qs;
        QTest::newRow("smuggled line") << u"header.X-One"_qs << u"a\r\nX-Two: b"_qs;
        QTest::newRow("user with a colon") << u"user"_qs << u"a:b"_qs;
        QTest::newRow("unknown") << u"colour"_qs << u"red"_qs;
    }
    void whatIsNone_isSaidInOneSentence_andChangesNothing()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        library::Source source;
        source.title = u"Blog"_qs;
        source.options.headers = {{u"X-Old"_qs, u"kept"_qs}};
        const library::Source before = source;
        const auto done = choose(source, key, value);
        QVERIFY(!done.ok());
        QVERIFY(!done.error().message.isEmpty());
        QVERIFY(source == before);
    }

    void keyAndValue_areToldApartByTheFirstEqualSign()
    {
        library::Source source;
        QVERIFY(choose(source, u" header.X-Key = a=b "_qs).ok());
        QCOMPARE(chosen(source, u"headers"_qs), u"X-Key: a=b"_qs);
        QVERIFY(!choose(source, u"interval"_qs).ok());
    }

    void aMove_isMeantWhenItIsSaidOnTwoDays_andNotYetChosen()
    {
        library::Source source;
        library::SyncState state;
        state.movedTo = u"https://new.example/feed"_qs;
        state.movedSince = state.lastFresh = QDateTime(QDate(2023, 2, 8), QTime(10, 0), Qt::UTC);
        QCOMPARE(movedFor(source, state), QString());
        state.lastFresh = state.lastFresh.addDays(1);
        QCOMPARE(movedFor(source, state), state.movedTo);
        QVERIFY(choose(source, u"address"_qs, state.movedTo).ok());
        QCOMPARE(movedFor(source, state), QString());
    }
};

YAODIAN_TEST_GUILESS(TestSyncChoices)

} // namespace test_sync_choices

#include "test_sync_choices.moc"
