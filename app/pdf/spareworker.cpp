#include "pdf/spareworker.h"

#include <QThreadPool>

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
    giveUpGuess();
    if (!path.isEmpty())
        m_expected = openAhead(path, std::move(firstView));
    m_expectedPath = path;
}

/// Not here: its end is waited for.
void SpareWorker::giveUpGuess()
{
    if (m_expected)
        QThreadPool::globalInstance()->start([guess = std::exchange(m_expected, nullptr)]() mutable { guess.reset(); });
}

std::shared_ptr<Ahead> SpareWorker::take(const QString &path)
{
    if (m_expected && m_expectedPath == path)
        return std::exchange(m_expected, nullptr);
    giveUpGuess();
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
