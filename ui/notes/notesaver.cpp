#include "ui/notes/notesaver.h"

#include <utility>

namespace yaodian::ui {

NoteSaver::NoteSaver(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

NoteSaver::~NoteSaver()
{
    m_pool.waitForDone();
}

void NoteSaver::setLibrary(library::Library &library, notes::Notes &notes)
{
    finish();
    m_library = &library;
    m_notes = &notes;
}

void NoteSaver::save(library::PaperId paper, const QString &text, quint64 typed)
{
    Q_ASSERT(m_notes);
    if (isWaiting(paper))
        finish();
    m_busy = true;
    const std::lock_guard guard(m_mutex);
    m_waiting = Job{paper, text, typed};
    if (!std::exchange(m_working, true))
        m_pool.start([this] { work(); });
}

/// Whether a text of another paper waits, which must not be given up for this one's.
bool NoteSaver::isWaiting(library::PaperId otherThan)
{
    const std::lock_guard guard(m_mutex);
    return m_waiting && m_waiting->paper != otherThan;
}

void NoteSaver::work()
{
    for (bool more = true; more;) {
        Job job;
        {
            const std::lock_guard guard(m_mutex);
            job = *std::exchange(m_waiting, std::nullopt);
        }
        Outcome outcome{job.typed, m_notes->setNote(job.paper, job.text), {}};
        if (outcome.done) {
            const library::Note now = m_library->note(job.paper);
            outcome.stamp = now.text == job.text ? now.stamp : QString();
        }
        // In one go with the outcome: whoever hears of it may ask for the next at once.
        const std::lock_guard guard(m_mutex);
        m_outcomes += std::move(outcome);
        more = m_working = m_waiting.has_value();
        QMetaObject::invokeMethod(this, &NoteSaver::deliver, Qt::QueuedConnection);
    }
}

void NoteSaver::deliver()
{
    QList<Outcome> outcomes;
    {
        const std::lock_guard guard(m_mutex);
        outcomes.swap(m_outcomes);
        m_busy = m_working;
    }
    for (const Outcome &outcome : std::as_const(outcomes)) {
        if (outcome.done)
            Q_EMIT saved(outcome.typed, outcome.stamp);
        else if (!outcome.done.error().isCancelled())
            Q_EMIT failed(outcome.done.error());
    }
}

void NoteSaver::finish()
{
    m_pool.waitForDone();
    deliver();
}

} // namespace yaodian::ui
