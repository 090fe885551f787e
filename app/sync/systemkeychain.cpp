#include "sync/say.h"
#include "sync/secrets.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

namespace yaodian::sync {

namespace {

/// QtKeychain's jobs. They delete themselves; one that never ends answers nobody, which is why who waits for a
/// password goes on without it after a while.
class SystemKeychain final : public Keychain
{
public:
    void read(const QString &name, QObject *context, std::function<void(Result<QString>)> done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service());
        begin(job, name, context, [job, done = std::move(done)] {
            if (job->error() == QKeychain::EntryNotFound)
                return done(QString());
            if (job->error() != QKeychain::NoError)
                return done(Error::world(sentence(*job)));
            done(job->textData());
        });
    }

    void write(const QString &name, const QString &secret, QObject *context,
               std::function<void(Result<void>)> done) override
    {
        QKeychain::Job *job = nullptr;
        if (secret.isEmpty()) {
            job = new QKeychain::DeletePasswordJob(service());
        } else {
            auto *write = new QKeychain::WritePasswordJob(service());
            write->setTextData(secret);
            job = write;
        }
        begin(job, name, context, [job, done = std::move(done)] {
            const bool fine = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
            done(fine ? Result<void>() : Result<void>(Error::world(sentence(*job))));
        });
    }

private:
    static QString service() { return QStringLiteral("org.yaodian.Yaodian"); }

    static void begin(QKeychain::Job *job, const QString &name, QObject *context, std::function<void()> ended)
    {
        job->setInsecureFallback(false); // no password in a plain file
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, context, [ended = std::move(ended)] { ended(); });
        job->start();
    }

    static QString sentence(const QKeychain::Job &job)
    {
        switch (job.error()) {
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return Say::tr("There is no keychain on this desktop; the password holds for this run only.");
        case QKeychain::AccessDenied:
        case QKeychain::AccessDeniedByUser:
            return Say::tr("The keychain stayed shut; the password holds for this run only.");
        default:
            return Say::tr("The keychain did not take it (%1); the password holds for this run only.")
                .arg(job.errorString());
        }
    }
};

} // namespace

std::unique_ptr<Keychain> systemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace yaodian::sync
