#pragma once

#include "base/result.h"
#include "library/sourcevalues.h"

#include <QHash>
#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

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

/// What is known of passwords in this process, from any thread: a verb that is handed to the window and the window
/// itself know the same.
class PasswordsOfRun final
{
public:
    /// nullopt: nobody asked yet; empty: there is none.
    [[nodiscard]] std::optional<QString> of(library::SourceId source) const;
    void put(library::SourceId source, const QString &password);
    /// Keeps what was typed meanwhile; gives back what holds.
    QString putRead(library::SourceId source, const QString &password);

private:
    mutable QMutex m_mutex;
    QHash<library::SourceId, QString> m_passwords;
};

/// The passwords of sources: those of this run first, then the keychain's.
class Secrets final
{
public:
    explicit Secrets(std::unique_ptr<Keychain> keychain,
                     std::shared_ptr<PasswordsOfRun> ofThisRun = std::make_shared<PasswordsOfRun>())
        : m_keychain(std::move(keychain)), m_ofThisRun(std::move(ofThisRun))
    {
    }

    /// Empty: there is none, or the keychain did not give it.
    void password(library::SourceId source, QObject *context, std::function<void(const QString &)> done);
    /// Holds from now on. An Error says in one sentence why it holds for this run only.
    void setPassword(library::SourceId source, const QString &password, QObject *context,
                     std::function<void(Result<void>)> done);
    /// For a source that was removed or lost its user name: a later one of the same address begins without its
    /// password. One without a user name has none, and the keychain is not troubled. An Error says why it may still lie
    /// there.
    void forget(const library::Source &source, QObject *context, std::function<void(Result<void>)> done);

    [[nodiscard]] std::shared_ptr<PasswordsOfRun> ofThisRun() const { return m_ofThisRun; }

private:
    std::unique_ptr<Keychain> m_keychain;
    std::shared_ptr<PasswordsOfRun> m_ofThisRun;
};

/// The header of basic authentication.
[[nodiscard]] std::pair<QByteArray, QByteArray> basicAuthentication(const QString &user, const QString &password);

} // namespace yaodian::sync
