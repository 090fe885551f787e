#pragma once

#include "sync/run.h"
#include "sync/visit.h"

#include <QHash>
#include <QTimer>

namespace yaodian::sync {

/// Asks a list of sources: all turns begin at once, and the client keeps the order and distance within a host. What
/// they come to is written down some at a time, off the main thread.
class Asking final : public Run
{
    Q_OBJECT

public:
    struct Orders
    {
        Visit::Orders visit;
        bool dueOnly = false; ///< only those whose time has come
    };
    Asking(const Services &services, QList<library::Source> sources, const Orders &orders, QObject *parent);

    void start();

private:
    void stop() override;
    void visit(const library::Source &source, const library::SyncState &state);
    void visited(Visit *visit);
    void count(const Visit &visit);
    /// 429 speaks for the host, and so do three links of it that are refused alike: its other sources wait as long.
    void judgeHost(const Visit &visit);
    void hold(const library::HostHold &hold);
    void putOff(const library::Source &source, const QDateTime &until);
    void write();
    void settle();

    const QList<library::Source> m_sources;
    const Orders m_orders;
    Storeroom m_storeroom;
    QHash<library::SourceId, Visit *> m_visits; ///< under way
    QHash<QString, QDateTime> m_holds;          ///< by "host:port"
    QHash<QString, int> m_refusals;             ///< by "host:port status"
    QList<library::SyncRecord> m_records;       ///< not yet written
    QList<library::HostHold> m_newHolds;        ///< not yet written
    QTimer m_writeSoon;
    bool m_writing = false;
    int m_asked = 0;
    int m_settled = 0;
};

} // namespace yaodian::sync
