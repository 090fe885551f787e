#include "notes/notes.h"

#include <QCoreApplication>
#include <QPair>

// What the reader thinks of papers: verdict, read, starred, later.
namespace yaodian::notes {

namespace {

QString verdictLabel(library::Verdict verdict)
{
    switch (verdict) {
    case library::Verdict::Read:
        return QCoreApplication::translate("notes", "Verdict: read");
    case library::Verdict::Keep:
        return QCoreApplication::translate("notes", "Verdict: keep");
    case library::Verdict::Drop:
        return QCoreApplication::translate("notes", "Verdict: drop");
    case library::Verdict::None:
        break;
    }
    return QCoreApplication::translate("notes", "Take the verdict back");
}

} // namespace

library::PaperState withVerdict(library::PaperState state, library::Verdict verdict)
{
    state.verdict = verdict;
    if (verdict != library::Verdict::None)
        state.read = true;
    return state;
}

Result<void> Notes::changeStates(const QList<library::PaperId> &papers, const QString &act, const QString &label,
                                 const std::function<void(library::PaperState &)> &change)
{
    QList<QPair<library::PaperId, library::PaperState>> changed;
    for (const library::PaperId &paper : papers) {
        const auto of = known(paper);
        if (!of.ok())
            return of.error();
        const library::PaperState before = m_library.state(*of);
        library::PaperState after = before;
        change(after);
        if (after != before)
            changed << qMakePair(*of, after);
    }
    if (changed.isEmpty())
        return {};
    const auto done = m_library.act(act, label, [&](library::Acts &acts) -> Result<void> {
        for (const auto &[paper, state] : changed) {
            if (const auto put = acts.putState(paper, state); !put.ok())
                return put;
        }
        return {};
    });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::setVerdict(const QList<library::PaperId> &papers, library::Verdict verdict)
{
    return changeStates(papers, QStringLiteral("paper.verdict"), verdictLabel(verdict),
                        [verdict](library::PaperState &state) { state = withVerdict(state, verdict); });
}

Result<void> Notes::setRead(const QList<library::PaperId> &papers, bool read)
{
    return changeStates(papers, QStringLiteral("paper.read"),
                        read ? QCoreApplication::translate("notes", "Mark as read")
                             : QCoreApplication::translate("notes", "Mark as unread"),
                        [read](library::PaperState &state) { state.read = read; });
}

Result<void> Notes::setStarred(const QList<library::PaperId> &papers, bool starred)
{
    return changeStates(papers, QStringLiteral("paper.star"),
                        starred ? QCoreApplication::translate("notes", "Star")
                                : QCoreApplication::translate("notes", "Take the star away"),
                        [starred](library::PaperState &state) { state.starred = starred; });
}

Result<void> Notes::setLater(const QList<library::PaperId> &papers, bool later)
{
    return changeStates(papers, QStringLiteral("paper.later"),
                        later ? QCoreApplication::translate("notes", "Read later")
                              : QCoreApplication::translate("notes", "No longer for later"),
                        [later](library::PaperState &state) { state.later = later; });
}

} // namespace yaodian::notes
