#pragma once

#include "sync/secrets.h"

#include <QMap>

namespace yaodian::tests {

/// A keychain in memory, or none at all. What it holds is shared with the test that made it.
class FakeKeychain final : public sync::Keychain
{
public:
    struct Inside
    {
        QMap<QString, QString> kept;
        QString trouble;   ///< a sentence: it takes and gives nothing
        bool mute = false; ///< it never answers
        int reads = 0;
    };
    explicit FakeKeychain(std::shared_ptr<Inside> inside) : m_inside(std::move(inside)) {}

    void read(const QString &name, QObject *context, std::function<void(Result<QString>)> done) override
    {
        ++m_inside->reads;
        answer(context, [this, name, done = std::move(done)] {
            done(m_inside->trouble.isEmpty() ? Result<QString>(m_inside->kept.value(name))
                                             : Result<QString>(Error::world(m_inside->trouble)));
        });
    }
    void write(const QString &name, const QString &secret, QObject *context,
               std::function<void(Result<void>)> done) override
    {
        answer(context, [this, name, secret, done = std::move(done)] {
            if (!m_inside->trouble.isEmpty())
                return done(Error::world(m_inside->trouble));
            if (secret.isEmpty())
                m_inside->kept.remove(name);
            else
                m_inside->kept.insert(name, secret);
            done({});
        });
    }

private:
    void answer(QObject *context, std::function<void()> say)
    {
        if (!m_inside->mute)
            QMetaObject::invokeMethod(context, std::move(say), Qt::QueuedConnection);
    }

    std::shared_ptr<Inside> m_inside;
};

} // namespace yaodian::tests
