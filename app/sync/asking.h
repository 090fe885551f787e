#pragma once

#include "sync/judging.h"
#include "sync/run.h"
#include "sync/storing.h"

#include <QSet>

namespace yaodian::sync {

/// Asks a list of sources: all requests are handed to the client at once, which keeps the order and distance within a
/// host; each answer is judged, parsed and stored as it comes.
class Asking final : public Run
{
    Q_OBJECT

public:
    Asking(const Services &services, QList<library::Source> sources, bool unconditional, QObject *parent);

    void start();

private:
    void stop() override;
    void ask(const library::Source &source);
    void answered(const library::Source &source, const Result<net::Response> &result);
    void store(const library::Source &source, const net::Response &response, const Judgement &judgement,
               const FeedShape &shape);
    void stored(const library::Source &source, const Judgement &judgement, const library::SyncState &next,
                const Kept &kept);
    /// 429 speaks for the host: its other sources wait as long.
    void makeHostWait(const library::Source &source, const library::SyncState &state);
    void put(const library::Source &source, const library::SyncState &state);
    void fail(const library::Source &source, const QString &sentence);
    void settled();

    const QList<library::Source> m_sources;
    const bool m_unconditional;
    QSet<quint64> m_requests;
    QList<Background::Job> m_jobs;
    int m_settled = 0;
};

} // namespace yaodian::sync
