#include "base/background.h"

#include "base/givingway.h"

#include <utility>

namespace yaodian {

Background::Background(int threads, QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
}

Background::~Background()
{
    // What is still queued never starts; what runs is awaited, because it may hold references to our siblings.
    m_pool.clear();
    m_pool.waitForDone();
}

void Background::start(std::function<void()> task)
{
    m_pool.start([task = std::move(task)] {
        thread_local bool gaveWay = false;
        if (!std::exchange(gaveWay, true))
            giveWay();
        task();
    });
}

void Background::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

} // namespace yaodian
