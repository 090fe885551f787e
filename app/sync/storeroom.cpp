#include "sync/storeroom.h"

namespace yaodian::sync {

namespace {

// A transaction as large as this costs little more than one of a single issue, and one that waits for the writer does
// not notice it.
constexpr qsizetype postsInOneGo = 50;
constexpr qint64 bytesInOneGo = 8LL * 1024 * 1024;

} // namespace

Storeroom::Storeroom(const Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void Storeroom::store(const library::SourcePosts &part, QObject *context, Stored done)
{
    m_orders.append({part, context, std::move(done), {}});
    next();
}

void Storeroom::next()
{
    if (m_busy || m_orders.isEmpty())
        return;
    m_busy = true;
    const QList<library::SourcePosts> parts = load();
    m_services.background.run(
        this, [library = &m_services.library, parts](const CancelToken &) { return library->storeAll(parts); },
        [this, parts](const Result<QList<QList<library::StoredIssue>>> &result) { stored(parts, result); });
}

QList<library::SourcePosts> Storeroom::load()
{
    QList<library::SourcePosts> parts;
    qsizetype posts = 0;
    qint64 bytes = 0;
    for (Order &order : m_orders) {
        library::SourcePosts part;
        part.source = order.part.source;
        while (!order.part.posts.isEmpty() && posts < postsInOneGo && (posts == 0 || bytes < bytesInOneGo)) {
            part.posts.append(order.part.posts.takeFirst());
            bytes += part.posts.last().bytes.size();
            ++posts;
        }
        if (order.part.posts.isEmpty())
            part.state = order.part.state; // the state says that all of it is here
        parts.append(part);
        if (!order.part.posts.isEmpty() || posts >= postsInOneGo || bytes >= bytesInOneGo)
            break;
    }
    return parts;
}

void Storeroom::stored(const QList<library::SourcePosts> &parts,
                       const Result<QList<QList<library::StoredIssue>>> &result)
{
    m_busy = false;
    QList<Order> ended;
    for (qsizetype at = 0; at < parts.size(); ++at) {
        Order &order = m_orders[at];
        if (!result) {
            order.kept.failed.append(result.error().message);
            order.kept.broken = true;
        } else {
            for (const library::StoredIssue &one : result->at(at))
                count(order.kept, one);
        }
        if (!result || order.part.posts.isEmpty())
            ended.append(std::move(order));
    }
    m_orders.remove(0, ended.size()); // only the last of the parts can have something left
    for (const Order &order : std::as_const(ended)) {
        if (order.context && order.done)
            order.done(order.kept);
    }
    next();
}

} // namespace yaodian::sync
