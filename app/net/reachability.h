#pragma once

#include <QObject>
#include <QTimer>

namespace yaodian::net {

/// Whether there is a network at all, as far as the system tells. What is unknown counts as there: a request that
/// fails costs little, one that is never made costs the issue.
class Reachability final : public QObject
{
    Q_OBJECT

public:
    explicit Reachability(QObject *parent = nullptr);

    /// From now on to what the system says, where something of it can (NetworkManager). Loads a plug-in: not before
    /// the first picture.
    void listen();
    [[nodiscard]] bool isOnline() const { return m_online; }
    /// What listen() hears; tests say it themselves.
    void tell(bool online);

Q_SIGNALS:
    void changed(bool online);

private:
    bool m_listening = false;
    bool m_online = true;
    QTimer m_doubt; ///< between the word that all is gone and a look for oneself
};

} // namespace yaodian::net
