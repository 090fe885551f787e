#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace yaodian::net {

/// Queues: in each at most one holder at a time and a least distance between two starts, over all of them a largest
/// number of holders. First come, first served within a queue.
class Lanes final : public QObject
{
    Q_OBJECT

public:
    explicit Lanes(int mostAtOnce, QObject *parent = nullptr);

    /// Calls `start` as soon as it is this ticket's turn, never before enter() has returned.
    quint64 enter(const QString &lane, int spacingMs, std::function<void()> start);
    /// Gives up a ticket, waiting or holding.
    void leave(quint64 ticket);

private:
    struct Waiting
    {
        quint64 ticket = 0;
        int spacingMs = 0;
        std::function<void()> start;
    };
    struct Lane
    {
        QList<Waiting> waiting;
        quint64 holder = 0; ///< 0: free
        QElapsedTimer sinceStart;
    };

    void pump();
    /// Milliseconds until the first of the lane may start; -1: nobody waits or it is held.
    [[nodiscard]] static qint64 dueIn(const Lane &lane);

    QHash<QString, Lane> m_lanes;
    QHash<quint64, QString> m_tickets;
    QTimer m_timer;
    quint64 m_last = 0;
    int m_most;
    int m_holding = 0;
};

} // namespace yaodian::net
