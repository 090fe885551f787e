#include "household.h"
#include "tests/support/testmain.h"

#include "tests/support/fakekeychain.h"

#include <QDirIterator>

namespace test_sync_secrets {

using namespace yaodian;
using namespace yaodian::sync;
using namespace yaodian::tests;

const QByteArray expected = "Basic " + QByteArray("reader:pässword").toBase64();

/// A household whose sync has a keychain.
struct Guarded : Household
{
    std::shared_ptr<FakeKeychain::Inside> inside = std::make_shared<FakeKeychain::Inside>();
    Secrets secrets{std::make_unique<FakeKeychain>(inside)};

    Guarded() { running = std::make_unique<Sync>(*library, client, background, clock, &secrets); }
    ~Guarded() { running.reset(); }

    library::Source putUser(const QUrl &url)
    {
        library::Source source = put(url);
        source.options.user = u"reader"_qs;
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        return source;
    }
    Result<void> choose(library::SourceId id, const QString &password)
    {
        return wait<Result<void>>(
            [&](QObject *context, auto done) { secrets.setPassword(id, password, context, done); });
    }
};

/// Passwords of sources: where they lie, and to whom they are sent.
class TestSyncSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePassword_isSentToTheSourcesOwnServer_andNotAlongRedirects()
    {
        WebServer server;
        WebServer elsewhere(u"127.0.0.2"_qs);
        server.route(u"/own"_qs, feedAnswer(rssFeed({1})));
        server.route(u"/moved"_qs, Answer::redirect(elsewhere.url(u"/feed"_qs).toEncoded()));
        elsewhere.route(u"/feed"_qs, feedAnswer(rssFeed({2})));
        Guarded house;
        QVERIFY(house.client.setMirrors({elsewhere.mirrorFor(u"127.0.0.2"_qs)}).ok());
        const auto own = house.putUser(server.url(u"/own"_qs));
        auto moved = house.putUser(server.url(u"/moved"_qs));
        moved.options.headers = {{u"X-Key"_qs, u"invented"_qs}};
        QVERIFY(house.library->putSource(moved).ok());
        QVERIFY(house.choose(own.id, u"pässword"_qs).ok());
        QVERIFY(house.choose(moved.id, u"pässword"_qs).ok());
        QCOMPARE(house.all().fresh, 2);
        QCOMPARE(server.seen(u"/own"_qs).last().header("Authorization"), expected);
        QCOMPARE(server.seen(u"/moved"_qs).last().header("Authorization"), expected);
        QCOMPARE(server.seen(u"/moved"_qs).last().header("X-Key"), "invented");
        QVERIFY(elsewhere.seen().last().header("Authorization").isNull());
        QVERIFY(elsewhere.seen().last().header("X-Key").isNull());
    }

    void thePassword_liesInTheKeychain_andNowhereInTheLibrary()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        QVERIFY(house.choose(source.id, u"pässword"_qs).ok());
        QCOMPARE(house.inside->kept.value(u"source/"_qs + source.id.toString()), u"pässword"_qs);
        QCOMPARE(house.all().fresh, 1);
        house.running.reset();
        house.library.reset();
        QDirIterator files(house.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto bytes = readFile(files.next(), 50'000'000);
            QVERIFY(bytes.ok());
            QVERIFY(!bytes->contains(QString(u"pässword"_qs).toUtf8()) && !bytes->contains(expected.mid(6)));
        }
    }

    void theNextRun_hasItFromTheKeychain_askedOnce()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        house.inside->kept.insert(u"source/"_qs + source.id.toString(), u"pässword"_qs);
        house.one(source.id);
        house.one(source.id);
        QCOMPARE(server.seen().first().header("Authorization"), expected);
        QCOMPARE(server.seen().last().header("Authorization"), expected);
        QCOMPARE(house.inside->reads, 1);
    }

    void withoutAKeychain_itHoldsForThisRun_andTheReasonIsSaid()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        house.inside->trouble = u"no keychain here"_qs;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        QCOMPARE(house.one(source.id).fresh, 1); // asked without one
        QVERIFY(server.seen().last().header("Authorization").isNull());
        const auto kept = house.choose(source.id, u"pässword"_qs);
        QVERIFY(!kept.ok());
        QCOMPARE(kept.error().message, u"no keychain here"_qs);
        house.one(source.id);
        QCOMPARE(server.seen().last().header("Authorization"), expected);
    }

    void aPasswordTypedWhileTheKeychainIsRead_isTheNewerOne()
    {
        Guarded house;
        const auto source = house.putUser(QUrl(u"http://127.0.0.1:9/feed"_qs));
        QString read = u"nothing"_qs;
        QObject context;
        house.secrets.password(source.id, &context, [&read](const QString &password) { read = password; });
        QVERIFY(house.choose(source.id, u"pässword"_qs).ok());
        QCOMPARE(read, u"pässword"_qs);
        house.secrets.password(source.id, &context, [&read](const QString &password) { read = password + u'!'; });
        QCOMPARE(read, u"pässword!"_qs);
    }

    void anEmptyPassword_isTakenOut_andNoneIsSent()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        QVERIFY(house.choose(source.id, u"pässword"_qs).ok());
        QVERIFY(house.choose(source.id, {}).ok());
        QVERIFY(house.inside->kept.isEmpty());
        house.one(source.id);
        QVERIFY(server.seen().last().header("Authorization").isNull());
    }

    void whatOneKnows_theOtherKnows_whereTheyShareARun()
    {
        Guarded house;
        const auto source = house.putUser(QUrl(u"http://127.0.0.1:9/feed"_qs));
        house.inside->mute = true;
        Secrets other(std::make_unique<FakeKeychain>(house.inside), house.secrets.ofThisRun());
        QObject context;
        other.setPassword(source.id, u"pässword"_qs, &context, [](const Result<void> &) {});
        QString read;
        house.secrets.password(source.id, &context, [&read](const QString &password) { read = password; });
        QCOMPARE(read, u"pässword"_qs);
    }

    void aForgottenPassword_isNeitherKept_norSentToALaterSource()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        QVERIFY(house.choose(source.id, u"pässword"_qs).ok());
        QVERIFY(house.library->removeSource(source.id).ok());
        const auto forgotten =
            house.wait<Result<void>>([&](QObject *context, auto done) { house.secrets.forget(source, context, done); });
        QVERIFY(forgotten.ok());
        QVERIFY(house.inside->kept.isEmpty());
        house.putUser(server.url(u"/feed"_qs));
        house.one(source.id);
        QVERIFY(server.seen().last().header("Authorization").isNull());
    }

    void aSourceWithoutAUser_doesNotTroubleTheKeychain()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Guarded house;
        const auto source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.one(source.id).fresh, 1);
        QCOMPARE(house.inside->reads, 0);
    }

    void aTurnThatWaitsForAMuteKeychain_canBeStopped()
    {
        WebServer server;
        Guarded house;
        house.inside->mute = true;
        const auto source = house.putUser(server.url(u"/feed"_qs));
        const auto outcome = house.wait<Outcome>([&](QObject *context, auto done) {
            house.running->syncSource(source.id, context, done);
            QTRY_COMPARE(house.inside->reads, 1);
            QVERIFY(house.running->isAsking(source.id));
            house.running->cancel();
        });
        QVERIFY(outcome.failed.isEmpty());
        QVERIFY(!house.running->isAsking(source.id));
        QVERIFY(server.seen().isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestSyncSecrets)

} // namespace test_sync_secrets

#include "test_sync_secrets.moc"
