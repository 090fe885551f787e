#pragma once

#include "base/result.h"
#include "library/sourcevalues.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

// Passwords of sources. They never lie in the library, whose backups travel.
namespace yaodian::sync {

/// What keeps secrets beyond this run. Answers later, on the thread that asked, and only while `context` lives.
class Keychain
{
public:
    virtual ~Keychain() = default;
    /// Empty where nothing is kept under the name; an Error where there is no keychain or it stays shut.
    virtual void read(const QString &name, QObject *context, std::function<void(Result<QString>)> done) = 0;
    /// An empty secret takes the name out.
    virtual void write(const QString &name, const QString &secret, QObject *context,
                       std::function<void(Result<void>)> done) = 0;
};

/// The desktop's own (Secret Service, KWallet).
[[nodiscard]] std::unique_ptr<Keychain> systemKeychain();

/// The passwords of sources: those of this run first, then the keychain's.
class Secrets final
{
public:
    explicit Secrets(std::unique_ptr<Keychain> keychain) : m_keychain(std::move(keychain)) {}

    /// Empty: there is none, or the keychain did not give it.
    void password(library::SourceId source, QObject *context, std::function<void(const QString &)> done);
    /// Holds from now on. An Error says in one sentence why it holds for this run only.
    void setPassword(library::SourceId source, const QString &password, QObject *context,
                     std::function<void(Result<void>)> done);

private:
    std::unique_ptr<Keychain> m_keychain;
    QHash<library::SourceId, QString> m_ofThisRun;
};

/// The header of basic authentication.
[[nodiscard]] std::pair<QByteArray, QByteArray> basicAuthentication(const QString &user, const QString &password);

} // namespace yaodian::sync
