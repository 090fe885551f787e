#include "pdf/spareworker.h"

#include <chrono>
#include <utility>

namespace yaodian::pdf {

SpareWorker::SpareWorker(QObject *parent) : QObject(parent)
{
    using namespace std::chrono_literals;
    m_later.setSingleShot(true);
    m_later.setInterval(2s);
    connect(&m_later, &QTimer::timeout, this, &SpareWorker::renew);
}

void SpareWorker::give(std::shared_ptr<Ahead> ahead)
{
    m_waiting = std::move(ahead);
}

void SpareWorker::keep()
{
    m_kept = true;
    renew();
}

std::shared_ptr<Ahead> SpareWorker::take()
{
    if (m_kept)
        m_later.start();
    return std::exchange(m_waiting, nullptr);
}

void SpareWorker::renew()
{
    if (!m_waiting)
        m_waiting = startWorker();
}

} // namespace yaodian::pdf
