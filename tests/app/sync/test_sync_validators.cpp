#include "sync/choices.h"
#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

namespace test_sync_validators {

using namespace yaodian;
using namespace yaodian::tests;

/// Validators promise that everything of an answer is here: they are kept and sent only as long as that holds.
class TestSyncValidators : public QObject
{
    Q_OBJECT

    WebServer m_server;

    QByteArray lastValidator() { return m_server.seen().last().header("If-None-Match"); }

private Q_SLOTS:
    void init()
    {
        m_server.route(u"/feed"_qs, feedAnswer(rssFeed({1}), "\"1\""));
        m_server.forget();
    }

    void a304_bringsItsOwn()
    {
        m_server.route(u"/feed"_qs, [](const Seen &seen) {
            Answer answer = feedAnswer(rssFeed({1}), "\"1\"");
            if (!seen.header("If-None-Match").isNull()) {
                answer.status = 304;
                answer.etag = "\"2\"";
                answer.lastModified = "Wed, 08 Feb 2023 09:30:00 GMT";
            }
            return answer;
        });
        Household house;
        house.put(m_server.url(u"/feed"_qs));
        house.all();
        house.all();
        QCOMPARE(lastValidator(), "\"1\"");
        house.all();
        QCOMPARE(lastValidator(), "\"2\"");
        QCOMPARE(m_server.seen().last().header("If-Modified-Since"), "Wed, 08 Feb 2023 09:30:00 GMT");
    }

    void whatTheLibraryCouldNotTake_isAskedForAgain()
    {
        Household house;
        const auto source = house.put(m_server.url(u"/feed"_qs));
        const QString posts = house.folder.filePath(u"posts"_qs);
        QDir(posts).removeRecursively();
        QVERIFY(writeFileAtomically(posts, "in the way"));
        QCOMPARE(house.all().failed.size(), 1);
        QVERIFY(house.library->issues().isEmpty());
        QCOMPARE(house.library->syncState(source.id).etag, QString());
        QVERIFY(QFile::remove(posts));
        QCOMPARE(house.all().fresh, 1);
        QVERIFY(lastValidator().isNull());
        house.all();
        QCOMPARE(lastValidator(), "\"1\"");
    }

    void aCacheThatWasLost_asksForAll()
    {
        Household house;
        house.put(m_server.url(u"/feed"_qs));
        house.all();
        house.running.reset();
        house.library.reset();
        QVERIFY(QFile::remove(house.folder.filePath(u"cache.sqlite"_qs)));
        QFile::remove(house.folder.filePath(u"cache.sqlite-wal"_qs));
        house.reopen();
        QCOMPARE(house.all().fresh, 0);
        QVERIFY(lastValidator().isNull());
    }

    void aSourceRemovedAndAddedAgain_isAskedForAll()
    {
        Household house;
        const auto source = house.put(m_server.url(u"/feed"_qs));
        house.all();
        QVERIFY(house.library->removeSource(source.id).ok());
        house.put(m_server.url(u"/feed"_qs));
        QCOMPARE(house.all().fresh, 0);
        QVERIFY(lastValidator().isNull());
    }

    void thoseOfAnotherQuestion_areNotSent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("sent");
        QTest::newRow("address") << "address" << m_server.url(u"/new"_qs).toString() << false;
        QTest::newRow("language") << "language"
                                  << "zh-CN" << false;
        QTest::newRow("headers") << "headers"
                                 << "X-Key: other" << false;
        QTest::newRow("title") << "title"
                               << "Another name" << true;
        QTest::newRow("interval") << "interval"
                                  << "30" << true;
    }
    void thoseOfAnotherQuestion_areNotSent()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, sent);
        // Another page, with what its server calls the same validator.
        m_server.route(u"/new"_qs, feedAnswer(rssFeed({2}), "\"1\""));
        Household house;
        library::Source source = house.put(m_server.url(u"/feed"_qs));
        house.all();
        QVERIFY(sync::choose(source, key, value).ok());
        QVERIFY(house.library->putSource(source).ok());
        house.all();
        QCOMPARE(!lastValidator().isNull(), sent);
        QCOMPARE(house.titles().size(), key == u"address"_qs ? 2 : 1);
    }
};

YAODIAN_TEST_GUILESS(TestSyncValidators)

} // namespace test_sync_validators

#include "test_sync_validators.moc"
