#include "sync/reparsing.h"

namespace yaodian::sync {

namespace {

constexpr int issuesTogether = 20;

} // namespace

void Reparsing::stop()
{
    if (m_job)
        m_job->cancel();
}

void Reparsing::next()
{
    m_job = m_services.background.run(
        this,
        [library = &m_services.library](const CancelToken &token) {
            return library->parseAgain(issuesTogether, token);
        },
        [this](const Result<library::ParsedAgain> &parsed) { merge(parsed); });
}

void Reparsing::merge(const Result<library::ParsedAgain> &parsed)
{
    if (isOver())
        return;
    if (!parsed) {
        m_outcome.failed += parsed.error().message;
        return finish();
    }
    m_done += parsed->issues;
    m_outcome.updated += parsed->changed;
    m_outcome.unchanged += parsed->issues - parsed->changed;
    if (parsed->left == 0 || parsed->issues == 0)
        return finish();
    Q_EMIT activity(tr("Reading stored posts again… %1 of %2").arg(m_done).arg(m_done + parsed->left));
    next();
}

} // namespace yaodian::sync
