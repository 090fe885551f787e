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

void SpareWorker::expect(const QString &path, FirstView firstView)
{
    if (m_expected && m_expectedPath == path)
        return;
    m_expected = openAhead(path, std::move(firstView), std::exchange(m_waiting, nullptr));
    m_expectedPath = path;
    if (m_kept)
        m_later.start();
}

std::shared_ptr<Ahead> SpareWorker::take(const QString &path)
{
    if (m_kept)
        m_later.start();
    const auto expected = std::exchange(m_expected, nullptr);
    return expected && m_expectedPath == path ? expected : std::exchange(m_waiting, nullptr);
}

void SpareWorker::renew()
{
    if (!m_waiting)
        m_waiting = startWorker();
}

} // namespace yaodian::pdf
