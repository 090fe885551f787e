#include "sync/say.h"
#include "sync/secrets.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QMutex>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace yaodian::sync {

namespace {

constexpr int answerMs = 120'000; ///< a person may have to unlock it
constexpr int leaveMs = 2'000;    ///< at the end of the program, for what is being written
constexpr int searchMs = 5'000;

enum class Act { Read, Keep, TakeOut };

QString serviceName()
{
    return QStringLiteral("org.yaodian.Yaodian");
}

QString keychainSentence(Act act, const QString &why)
{
    switch (act) {
    case Act::Read:
        return Say::tr("%1.", "why a keychain did not answer").arg(why);
    case Act::Keep:
        return Say::tr("%1; the password holds for this run only.", "why a keychain did not answer").arg(why);
    case Act::TakeOut:
        return Say::tr("%1; the password may still lie in it.", "why a keychain did not answer").arg(why);
    }
    return {};
}

/// Whether anything on the bus keeps secrets: libsecret says only in words of its own that nothing does.
bool isThere()
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    for (const char *name : {"org.freedesktop.secrets", "org.kde.kwalletd6", "org.kde.kwalletd5", "org.kde.kwalletd"}) {
        if (bus.interface()->isServiceRegistered(QLatin1String(name)))
            return true;
    }
    return false;
}

enum class Found { Nothing, Locked, Silence };

/// What the secret service still has under the name and did not open: libsecret says of it, and of what it was to take
/// out, no more than that there is nothing. Of a service that never answers it speaks in words of its own.
Found searchService(const QString &name)
{
    using Names = QMap<QString, QString>;
    using Paths = QList<QDBusObjectPath>;
    static const auto registered = qDBusRegisterMetaType<Names>();
    static_cast<void>(registered);
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    call.setAutoStartService(false);
    call << QVariant::fromValue(Names{{QStringLiteral("user"), name}, {QStringLiteral("server"), serviceName()}});
    QDBusPendingReply<Paths, Paths> reply = QDBusConnection::sessionBus().asyncCall(call, searchMs);
    reply.waitForFinished();
    const auto error = reply.error().type();
    if (error == QDBusError::NoReply || error == QDBusError::Timeout || error == QDBusError::TimedOut)
        return Found::Silence;
    return !reply.isError() && !reply.argumentAt<1>().isEmpty() ? Found::Locked : Found::Nothing;
}

Result<QString> answerOf(Act act, const QKeychain::Job &job)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound: {
        const QString text = read ? read->textData() : QString();
        if (act == Act::Keep || !text.isEmpty() || searchService(job.key()) != Found::Locked)
            return text;
        return Error::world(keychainSentence(act, Say::tr("The keychain stayed shut")));
    }
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::world(keychainSentence(act, Say::tr("The keychain stayed shut")));
    default:
        break;
    }
    if (searchService(job.key()) == Found::Silence)
        return Error::world(keychainSentence(act, Say::tr("The keychain does not answer")));
    if (isThere() && job.error() != QKeychain::NoBackendAvailable && job.error() != QKeychain::NotImplemented)
        return Error::world(keychainSentence(act, Say::tr("The keychain refused (%1)").arg(job.errorString())));
    // Where there is none, nothing lies in it.
    return act == Act::TakeOut ? Result<QString>(QString())
                               : Error::world(keychainSentence(act, Say::tr("There is no keychain on this desktop")));
}

/// QtKeychain's jobs, on a thread of their own: some desktops are asked in a way that waits for them, and one that
/// hangs must not hold the window. One for the whole process, as QtKeychain's queue is.
class Desk final : public QObject
{
public:
    using Answer = std::function<void(const Result<QString> &)>;

    /// From any thread: a verb that was handed to the window has one of its own.
    static Desk &get()
    {
        static QMutex mutex;
        const QMutexLocker lock(&mutex);
        if (!s_desk) {
            s_desk = new Desk;
            auto *thread = new QThread;
            s_desk->moveToThread(thread);
            thread->start();
            qAddPostRoutine(leaveAll);
        }
        return *s_desk;
    }

    void begin(Act act, const QString &name, const QString &secret, Answer answer)
    {
        QKeychain::Job *job = jobFor(act, secret);
        job->setInsecureFallback(false); // no password in a plain file
        job->setKey(name);
        m_writing += act == Act::Read ? 0 : 1;
        connect(job, &QKeychain::Job::finished, this, [this, act, job, answer = std::move(answer)] {
            answer(answerOf(act, *job));
            m_writing -= act == Act::Read ? 0 : 1;
            settle();
        });
        job->start();
    }

private:
    /// The thread ends once all that was to be written is; one that hangs is left behind, and ends with the program.
    static void leaveAll()
    {
        QThread *thread = s_desk->thread();
        QMetaObject::invokeMethod(s_desk, [] {
            s_desk->m_leaving = true;
            s_desk->settle();
        });
        if (!thread->wait(leaveMs))
            return;
        delete std::exchange(s_desk, nullptr);
        delete thread;
    }
    static QKeychain::Job *jobFor(Act act, const QString &secret)
    {
        if (act == Act::Read)
            return new QKeychain::ReadPasswordJob(serviceName());
        if (act == Act::TakeOut)
            return new QKeychain::DeletePasswordJob(serviceName());
        auto *write = new QKeychain::WritePasswordJob(serviceName());
        write->setTextData(secret);
        return write;
    }
    void settle() const
    {
        if (m_leaving && m_writing == 0)
            thread()->quit();
    }

    static inline Desk *s_desk = nullptr;
    int m_writing = 0;
    bool m_leaving = false;
};

/// Asks at the desk, and brings the answer back to whoever asked.
class SystemKeychain final : public QObject, public Keychain
{
public:
    SystemKeychain() : m_line(std::make_shared<Line>()) { m_line->owner = this; }
    ~SystemKeychain() override
    {
        const QMutexLocker lock(&m_line->mutex);
        m_line->owner = nullptr;
    }

    void read(const QString &name, QObject *context, std::function<void(Result<QString>)> done) override
    {
        ask(Act::Read, name, {}, context, std::move(done));
    }
    void write(const QString &name, const QString &secret, QObject *context,
               std::function<void(Result<void>)> done) override
    {
        ask(secret.isEmpty() ? Act::TakeOut : Act::Keep, name, secret, context,
            [done = std::move(done)](const Result<QString> &answer) {
                done(answer ? Result<void>() : Result<void>(answer.error()));
            });
    }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Result<QString>)> done;
    };
    /// The way back from the keychain's thread, for as long as there is somebody at its end.
    struct Line
    {
        QMutex mutex;
        SystemKeychain *owner = nullptr;
    };

    void ask(Act act, const QString &name, const QString &secret, QObject *context,
             std::function<void(Result<QString>)> done)
    {
        const int number = ++m_asked;
        m_waiting.insert(number, {context, std::move(done)});
        QTimer::singleShot(answerMs, this, [this, number, act] {
            answer(number, Error::world(keychainSentence(act, Say::tr("The keychain does not answer"))));
        });
        auto *desk = &Desk::get();
        QMetaObject::invokeMethod(desk, [desk, line = m_line, act, name, secret, number] {
            desk->begin(act, name, secret, [line, number](const Result<QString> &answer) {
                const QMutexLocker lock(&line->mutex);
                if (auto *owner = line->owner)
                    QMetaObject::invokeMethod(
                        owner, [owner, number, answer] { owner->answer(number, answer); }, Qt::QueuedConnection);
            });
        });
    }
    void answer(int number, const Result<QString> &answer)
    {
        const Waiting waiting = m_waiting.take(number);
        if (waiting.context)
            waiting.done(answer);
    }

    std::shared_ptr<Line> m_line;
    QHash<int, Waiting> m_waiting;
    int m_asked = 0;
};

} // namespace

std::unique_ptr<Keychain> systemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace yaodian::sync
