#include "sync/run.h"

namespace yaodian::sync {

Run::Run(const Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void Run::join(QObject *context, Done done)
{
    m_waiters.append({context, std::move(done)});
    connect(context, &QObject::destroyed, this, [this] {
        const bool waited =
            std::any_of(m_waiters.cbegin(), m_waiters.cend(), [](const Waiter &w) { return !w.context.isNull(); });
        if (!waited)
            cancel();
    });
}

void Run::cancel()
{
    if (m_over)
        return;
    stop();
    finish();
}

void Run::finish()
{
    if (m_over)
        return;
    m_over = true;
    // Later: the caller may still be in the middle of starting us.
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT ended();
            const QList<Waiter> waiters = std::exchange(m_waiters, {});
            for (const Waiter &waiter : waiters) {
                if (waiter.context && waiter.done)
                    waiter.done(m_outcome);
            }
            deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace yaodian::sync
