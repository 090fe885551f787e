#include "reading/triage.h"

#include "notes/notes.h"

#include <QCoreApplication>
#include <QSet>

namespace yaodian::reading {

using library::PaperId;
using library::Verdict;

Triage::Triage(library::Library &library, const QList<PaperId> &papers, int most) : m_library(library)
{
    QSet<PaperId> known;
    for (const PaperId &listed : papers) {
        const PaperId paper = library.today(listed);
        if (known.contains(paper))
            continue;
        if (m_queue.size() == most)
            break;
        known.insert(paper);
        if (library.state(paper).verdict == Verdict::None)
            m_queue << paper;
    }
    m_all = int(known.size());
    m_before = m_all - int(m_queue.size());
    m_start = newest();
}

library::OperationId Triage::newest() const
{
    const QList<library::Operation> newest = m_library.journal(1);
    return newest.isEmpty() ? library::OperationId() : newest.first().id;
}

/// Whether something was done since the start that can be taken back. Who undid what is older, in a document that was
/// opened from here, has left nothing.
bool Triage::isAfterStart() const
{
    constexpr int mostActs = 5000;
    const QList<library::Operation> done = m_library.journal(mostActs);
    if (done.isEmpty() || done.first().id == m_start)
        return false;
    return m_start.isNull() ||
           std::any_of(done.cbegin(), done.cend(), [this](const auto &one) { return one.id == m_start; });
}

std::optional<PaperId> Triage::current() const
{
    return m_at < m_queue.size() ? std::optional(m_queue[m_at]) : std::nullopt;
}

Result<void> Triage::decide(Verdict verdict)
{
    const auto paper = current();
    if (!paper)
        return Error::cancelled();
    const library::PaperState state = notes::withVerdict(m_library.state(*paper), verdict);
    const auto done = m_library.act(QStringLiteral("triage.verdict"), QCoreApplication::translate("reading", "Verdict"),
                                    [&](library::Acts &acts) { return acts.putState(*paper, state); });
    if (!done)
        return done.error();
    if (!done->isNull()) // the same verdict again is no act
        m_decisions.append({*done, *paper});
    pass();
    return {};
}

void Triage::pass()
{
    m_at = int(qMin<qsizetype>(m_at + 1, m_queue.size()));
    m_seen = qMax(m_seen, m_at);
}

void Triage::goBack()
{
    m_at = qMax(0, m_at - 1);
}

bool Triage::goAgain()
{
    for (int i = 0; i < m_seen; ++i) {
        if (m_library.state(m_queue[i]).verdict != Verdict::None)
            continue;
        m_at = i;
        return true;
    }
    return false;
}

void Triage::showPaperOf(library::OperationId operation)
{
    for (const Decision &decision : std::as_const(m_decisions)) {
        if (decision.operation == operation)
            m_at = int(m_queue.indexOf(decision.paper));
    }
}

Result<library::Operation> Triage::undo()
{
    if (!isAfterStart())
        return library::Operation();
    const auto undone = m_library.undo();
    if (undone)
        showPaperOf(undone->id);
    return undone;
}

Result<library::Operation> Triage::redo()
{
    const auto done = m_library.redo();
    if (done)
        showPaperOf(done->id);
    return done;
}

Triage::Progress Triage::progress() const
{
    Progress out;
    out.all = m_all;
    out.queue = int(m_queue.size());
    out.position = qMin(m_at + 1, out.queue);
    out.decided = m_before;
    for (int i = 0; i < m_queue.size(); ++i) {
        const Verdict verdict = m_library.state(m_queue[i]).verdict;
        out.decided += verdict != Verdict::None;
        out.read += verdict == Verdict::Read;
        out.keep += verdict == Verdict::Keep;
        out.drop += verdict == Verdict::Drop;
        out.passed += verdict == Verdict::None && i < m_seen;
    }
    return out;
}

QList<PaperId> Triage::toRead() const
{
    QList<PaperId> out;
    for (const PaperId &paper : m_queue) {
        if (m_library.state(paper).verdict == Verdict::Read)
            out << paper;
    }
    return out;
}

} // namespace yaodian::reading
