#include "ui/reader/opensearch.h"

#include "pdf/searching.h"

#include <algorithm>
#include <utility>

namespace yaodian::ui {

OpenSearch::OpenSearch(std::function<QList<OpenDocument>()> documents, QObject *parent)
    : QObject(parent), m_documents(std::move(documents))
{
}

OpenSearch::~OpenSearch()
{
    m_own.reset();
    release();
}

void OpenSearch::end()
{
    m_own.reset();
    search({});
}

void OpenSearch::search(const pdf::SearchQuery &query)
{
    release();
    ++m_run;
    m_query = query;
    m_query.text = m_query.text.trimmed();
    m_groups.clear();
    m_at = -1;
    const auto matcher = pdf::Matcher::of(m_query);
    m_problem = matcher ? QString() : matcher.error().message;
    if (!m_query.text.isEmpty() && matcher)
        for (const OpenDocument &one : m_documents())
            m_groups << Group{one, {}, {}};
    Q_EMIT restarted();
    next();
}

void OpenSearch::next()
{
    ++m_at;
    if (isRunning()) {
        pdf::Document *awake = m_groups.at(m_at).of.awake;
        if (awake && awake->isOpen())
            ask(*awake);
        else
            openOwn();
    }
    Q_EMIT changed();
}

void OpenSearch::openOwn()
{
    release();
    m_own = std::make_unique<pdf::Document>(m_groups.at(m_at).of.ref.path);
    connect(m_own.get(), &pdf::Document::opened, this, [this] { ask(*m_own); });
    connect(m_own.get(), &pdf::Document::failed, this, [this](const Error &error) { leave(error.message); });
    connect(m_own.get(), &pdf::Document::passwordNeeded, this, [this] { leave(tr("It is protected by a password.")); });
}

void OpenSearch::ask(pdf::Document &document)
{
    m_asked = &document;
    m_request = document.search(
        m_query, 0, this, [this](const QList<pdf::SearchHit> &hits) { take(hits); },
        [this](const Result<void> &ended) { leave(ended ? QString() : ended.error().message); });
    if (&document != m_own.get()) // its tab falls asleep or is closed: the rest is read from the file
        m_gone = connect(&document, &QObject::destroyed, this, &OpenSearch::openOwn);
}

void OpenSearch::take(const QList<pdf::SearchHit> &hits)
{
    Group &group = m_groups[m_at];
    const bool isKnown = !group.hits.isEmpty() && hits.first().page <= group.hits.last().page;
    if (isKnown) // before it fell asleep
        return;
    const int first = int(group.hits.size());
    const int count = std::min(int(hits.size()), MostOfEach - first);
    group.hits << hits.first(count);
    const bool isFull = count < hits.size();
    const quint64 run = m_run; // who hears of them may search anew
    if (count > 0) {
        Q_EMIT added(int(m_at), first, count);
        Q_EMIT changed();
    }
    if (isFull && run == m_run)
        leave(tr("Only the first %1 hits are listed.").arg(MostOfEach));
}

/// On to the next document, but not at once: what calls is one that goes.
void OpenSearch::leave(const QString &note)
{
    release();
    const quint64 run = m_run; // who hears of the note may search anew
    if (!note.isEmpty()) {
        m_groups[m_at].note = note;
        Q_EMIT noted(int(m_at));
    }
    QMetaObject::invokeMethod(
        this,
        [this, run] {
            if (run == m_run)
                next();
        },
        Qt::QueuedConnection);
}

void OpenSearch::release()
{
    disconnect(m_gone);
    if (m_asked)
        m_asked->abort(m_request);
    m_asked = nullptr;
    if (m_own) {
        m_own->disconnect(this);
        m_own.release()->deleteLater();
    }
}

void OpenSearch::choose(int group, int hit)
{
    if (group < 0 || group >= m_groups.size() || hit < 0 || hit >= m_groups.at(group).hits.size())
        return;
    const Group wanted = m_groups.at(group); // a copy: who hears it may search anew
    Q_EMIT chosen(wanted.of.ref, wanted.hits.at(hit));
}

void OpenSearch::takeOver(QObject *panel)
{
    if (m_panel == panel)
        return;
    m_panel = panel;
    Q_EMIT takenOver();
}

QString OpenSearch::summary() const
{
    if (m_query.text.isEmpty() || !m_problem.isEmpty())
        return m_problem;
    qsizetype hits = 0, documents = 0;
    for (const Group &group : m_groups) {
        hits += group.hits.size();
        documents += group.hits.isEmpty() ? 0 : 1;
    }
    if (isRunning())
        return hits == 0 ? tr("Searching…") : tr("%1 so far…").arg(hits);
    return hits == 0 ? tr("Nothing found")
                     : tr("%1 found in %2 of %n document(s)", nullptr, int(m_groups.size())).arg(hits).arg(documents);
}

} // namespace yaodian::ui
