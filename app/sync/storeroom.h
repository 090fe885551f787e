#pragma once

#include "sync/run.h"
#include "sync/storing.h"

namespace yaodian::sync {

/// Where the turns of a run bring their posts: whatever has come by the time the writer is free is stored together, so
/// that a thousand sources with one new post each are some twenty transactions and not a thousand.
class Storeroom final : public QObject
{
    Q_OBJECT

public:
    explicit Storeroom(const Services &services, QObject *parent);

    using Stored = std::function<void(const Kept &)>;
    /// Stores the posts of one source and, with the last of them, its state; answers on this thread while `context`
    /// lives. An empty list with a state stores the state.
    void store(const library::SourcePosts &part, QObject *context, Stored done);

private:
    struct Order
    {
        library::SourcePosts part; ///< what is left of it
        QPointer<QObject> context;
        Stored done;
        Kept kept;
    };
    void next();
    /// Takes as much of the first orders as makes one transaction.
    [[nodiscard]] QList<library::SourcePosts> load();
    void stored(const QList<library::SourcePosts> &parts, const Result<QList<QList<library::StoredIssue>>> &result);

    const Services m_services;
    QList<Order> m_orders;
    bool m_busy = false;
};

} // namespace yaodian::sync
