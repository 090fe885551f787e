#include "sync/secrets.h"

namespace yaodian::sync {

namespace {

/// The same for every library: one server has one password of a person.
QString nameOf(library::SourceId source)
{
    return QStringLiteral("source/") + source.toString();
}

} // namespace

void Secrets::password(library::SourceId source, QObject *context, std::function<void(const QString &)> done)
{
    if (const auto known = m_ofThisRun.constFind(source); known != m_ofThisRun.constEnd())
        return done(*known);
    // What it gave is kept: a desktop may ask the person each time.
    m_keychain->read(nameOf(source), context, [this, source, done = std::move(done)](const Result<QString> &read) {
        if (read && !m_ofThisRun.contains(source)) // one that was typed meanwhile is the newer one
            m_ofThisRun.insert(source, *read);
        done(m_ofThisRun.value(source));
    });
}

void Secrets::setPassword(library::SourceId source, const QString &password, QObject *context,
                          std::function<void(Result<void>)> done)
{
    m_ofThisRun.insert(source, password);
    m_keychain->write(nameOf(source), password, context, std::move(done));
}

std::pair<QByteArray, QByteArray> basicAuthentication(const QString &user, const QString &password)
{
    return {"Authorization", "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64()};
}

} // namespace yaodian::sync
