#include "base/givingway.h"

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace yaodian {

namespace {

enum class Policy { Batch, Idle };

void take([[maybe_unused]] Policy policy)
{
#ifdef Q_OS_LINUX
    const sched_param none{};
    ::sched_setscheduler(0, policy == Policy::Idle ? SCHED_IDLE : SCHED_BATCH, &none);
#endif
}

} // namespace

void giveWay()
{
    take(Policy::Batch);
}

IdleThread::IdleThread() : m_thread([this] { serve(); }) {}

IdleThread::~IdleThread()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void IdleThread::perform(const std::function<void()> &work)
{
    std::unique_lock lock(m_mutex);
    m_work = &work;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_work; });
}

void IdleThread::serve()
{
    take(Policy::Idle);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_work || m_ends; });
        if (!m_work)
            return;
        lock.unlock();
        (*m_work)();
        lock.lock();
        m_work = nullptr;
        m_changed.notify_all();
    }
}

} // namespace yaodian
