#include "sync/secrets.h"

namespace yaodian::sync {

namespace {

/// The same for every library: one server has one password of a person.
QString nameOf(library::SourceId source)
{
    return QStringLiteral("source/") + source.toString();
}

} // namespace

std::optional<QString> PasswordsOfRun::of(library::SourceId source) const
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_passwords.constFind(source);
    return known == m_passwords.constEnd() ? std::nullopt : std::optional(*known);
}

void PasswordsOfRun::put(library::SourceId source, const QString &password)
{
    const QMutexLocker lock(&m_mutex);
    m_passwords.insert(source, password);
}

QString PasswordsOfRun::putRead(library::SourceId source, const QString &password)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_passwords.constFind(source);
    return known == m_passwords.constEnd() ? *m_passwords.insert(source, password) : *known;
}

void Secrets::password(library::SourceId source, QObject *context, std::function<void(const QString &)> done)
{
    if (const auto known = m_ofThisRun->of(source))
        return done(*known);
    // What it gave is kept: a desktop may ask the person each time.
    m_keychain->read(nameOf(source), context, [this, source, done = std::move(done)](const Result<QString> &read) {
        done(read ? m_ofThisRun->putRead(source, *read) : m_ofThisRun->of(source).value_or(QString()));
    });
}

void Secrets::setPassword(library::SourceId source, const QString &password, QObject *context,
                          std::function<void(Result<void>)> done)
{
    m_ofThisRun->put(source, password);
    m_keychain->write(nameOf(source), password, context, std::move(done));
}

void Secrets::forget(const library::Source &source, QObject *context, std::function<void(Result<void>)> done)
{
    if (source.options.user.isEmpty() && m_ofThisRun->of(source.id).value_or(QString()).isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        return;
    }
    setPassword(source.id, {}, context, std::move(done));
}

std::pair<QByteArray, QByteArray> basicAuthentication(const QString &user, const QString &password)
{
    return {"Authorization", "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64()};
}

} // namespace yaodian::sync
