#include "pdf/jobs.h"

#include <algorithm>

namespace yaodian::pdf {

void JobQueue::add(Job job)
{
    const auto place = std::upper_bound(m_jobs.begin(), m_jobs.end(), job,
                                        [](const Job &a, const Job &b) { return a.priority < b.priority; });
    m_jobs.insert(place, std::move(job));
}

void JobQueue::putBack(Job job)
{
    const auto place = std::lower_bound(m_jobs.begin(), m_jobs.end(), job,
                                        [](const Job &a, const Job &b) { return a.priority < b.priority; });
    m_jobs.insert(place, std::move(job));
}

std::optional<Job> JobQueue::take()
{
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

bool JobQueue::remove(quint64 id)
{
    const auto place = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job &job) { return job.id == id; });
    if (place == m_jobs.end())
        return false;
    m_jobs.erase(place);
    return true;
}

bool JobQueue::outranks(const Job &current) const
{
    return !m_jobs.empty() && m_jobs.front().priority == Document::Priority::Visible &&
           current.priority != Document::Priority::Visible;
}

} // namespace yaodian::pdf
