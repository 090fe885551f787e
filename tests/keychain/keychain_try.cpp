#include "sync/secrets.h"
#include "tests/support/testmain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <optional>

namespace keychain_try {

using namespace yaodian;
using namespace yaodian::sync;
using namespace Qt::StringLiterals;

/// A service that takes every call and answers none.
class Mute final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

/// How long the thread of the window did nothing else, at the longest.
class Pulse
{
public:
    Pulse()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] { m_longest = qMax(m_longest, m_since.restart()); });
        m_timer.start(10);
    }
    [[nodiscard]] qint64 longestMs() const { return qMax(m_longest, m_since.elapsed()); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

constexpr int answerMs = 180'000;
constexpr int hangMs = 5'000; ///< a call on the bus that nobody answers takes 25 s

/// The desktop's keychain as run.py sets it up: one function for each kind of desktop.
class KeychainTry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open()
    {
        const QString secret = u"pässwörd 密码 \"1\""_s;
        QCOMPARE(kept(), QString());
        QVERIFY2(keep(secret).ok(), "the keychain did not take it");
        QCOMPARE(kept(), secret);
        m_keychain = systemKeychain(); // as after the next start
        QCOMPARE(kept(), secret);
        QVERIFY(keep(u"another"_s).ok());
        QCOMPARE(kept(), u"another"_s);
        QCOMPARE(read(u"source/other"_s).value(), QString());
        QVERIFY(keep({}).ok());
        QCOMPARE(kept(), QString());
        QVERIFY(keep({}).ok()); // nothing to take out
    }

    void leavesOne() { QVERIFY(keep(u"left behind"_s).ok()); }

    void findsIt() { QCOMPARE(kept(), u"left behind"_s); }

    void absent() { tellsWhy(u"There is no keychain on this desktop"_s); }

    void shut()
    {
        tellsWhy(u"The keychain stayed shut"_s);
        const auto removed = keep({});
        QVERIFY(!removed.ok());
        QCOMPARE(removed.error().message, u"The keychain stayed shut; the password may still lie in it."_s);
    }

    void mute()
    {
        const QString name = qEnvironmentVariable("YAODIAN_MUTE");
        auto other = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"mute"_s);
        Mute service;
        QVERIFY(other.registerService(name));
        QVERIFY(other.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath));
        tellsWhy(qEnvironmentVariable("YAODIAN_SAYS"));
    }

private:
    Result<QString> read(const QString &name)
    {
        std::optional<Result<QString>> out;
        QObject context;
        m_keychain->read(name, &context, [&out](const Result<QString> &answer) { out = answer; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, answerMs))
            qFatal("it never answered");
        return *out;
    }
    QString kept()
    {
        const auto answer = read(u"source/try"_s);
        return answer ? *answer : u"failed: "_s + answer.error().message;
    }
    Result<void> keep(const QString &secret)
    {
        std::optional<Result<void>> out;
        QObject context;
        m_keychain->write(u"source/try"_s, secret, &context, [&out](const Result<void> &answer) { out = answer; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, answerMs))
            qFatal("it never answered");
        return *out;
    }
    void tellsWhy(const QString &beginning)
    {
        const Pulse pulse;
        const auto given = read(u"source/try"_s);
        const auto taken = keep(u"secret"_s);
        QVERIFY(!given.ok() && !taken.ok());
        for (const QString &sentence : {given.error().message, taken.error().message})
            QVERIFY2(sentence.startsWith(beginning), qPrintable(sentence));
        QVERIFY(pulse.longestMs() < hangMs);
    }

    std::unique_ptr<Keychain> m_keychain = systemKeychain();
};

YAODIAN_TEST_GUILESS(KeychainTry)

} // namespace keychain_try

#include "keychain_try.moc"
