#include "ui/exporting/templatesaver.h"

#include <utility>

namespace yaodian::ui {

TemplateSaver::TemplateSaver(exporting::Templates templates, QObject *parent)
    : QObject(parent), m_templates(std::move(templates))
{
    m_pool.setMaxThreadCount(1);
}

TemplateSaver::~TemplateSaver()
{
    m_pool.waitForDone();
}

void TemplateSaver::open(const QString &name, const QByteArray &known)
{
    finish();
    m_name = name;
    m_known = known;
    m_isOther = false;
}

QByteArray TemplateSaver::known()
{
    const std::lock_guard guard(m_mutex);
    return m_known;
}

void TemplateSaver::save(const QByteArray &text, quint64 typed)
{
    const std::lock_guard guard(m_mutex);
    if (m_isOther)
        return;
    m_waiting = Job{text, typed};
    if (!std::exchange(m_working, true))
        m_pool.start([this] { work(); });
}

void TemplateSaver::work()
{
    for (bool more = true; more;) {
        Job job;
        {
            const std::lock_guard guard(m_mutex);
            job = *std::exchange(m_waiting, std::nullopt);
        }
        const Outcome outcome = write(job);
        // In one go with the outcome: whoever hears of it may ask for the next at once.
        const std::lock_guard guard(m_mutex);
        if (outcome.trouble.isEmpty() && !outcome.isOther)
            m_known = job.text;
        m_isOther = outcome.isOther;
        if (m_isOther)
            m_waiting.reset();
        m_outcomes += outcome;
        more = m_working = m_waiting.has_value();
        QMetaObject::invokeMethod(this, &TemplateSaver::deliver, Qt::QueuedConnection);
    }
}

TemplateSaver::Outcome TemplateSaver::write(const Job &job)
{
    const auto saved = m_templates.save(m_name, job.text, m_known); // only this thread changes what is known meanwhile
    if (!saved)
        return {job.typed, false, saved.error().message};
    return {job.typed, saved->isOther, {}};
}

void TemplateSaver::deliver()
{
    QList<Outcome> outcomes;
    {
        const std::lock_guard guard(m_mutex);
        outcomes.swap(m_outcomes);
    }
    for (const Outcome &outcome : std::as_const(outcomes)) {
        if (outcome.isOther)
            Q_EMIT changedElsewhere();
        else if (outcome.trouble.isEmpty())
            Q_EMIT saved(outcome.typed);
        else
            Q_EMIT failed(outcome.trouble);
    }
}

void TemplateSaver::finish()
{
    m_pool.waitForDone();
    deliver();
}

} // namespace yaodian::ui
