#include "notes/notes.h"

#include <QCoreApplication>

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

QStringList tidiedTags(const QStringList &tags)
{
    QStringList out;
    for (QString tag : tags) {
        tag.replace(QChar(0xff1a), QLatin1Char(':')); // as queries have it
        tag.removeIf([](QChar c) { return QStringView(u"\"“”„＂").contains(c); });
        tag = tag.simplified();
        while (tag.startsWith(QLatin1Char('#')))
            tag = tag.mid(1).trimmed();
        if (!tag.isEmpty() && !out.contains(tag, Qt::CaseInsensitive))
            out << tag;
    }
    return out;
}

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
    QList<library::PaperId> todays;
    for (const library::PaperId &paper : papers) {
        const auto of = known(paper);
        if (!of.ok())
            return of.error();
        todays << *of;
    }
    // The states are read within the act: a PDF that is being opened makes its paper read beside the window, and a
    // verdict that is given meanwhile stays.
    const auto done = m_library.act(act, label, [&](library::Acts &acts) -> Result<void> {
        for (const library::PaperId &paper : std::as_const(todays)) {
            library::PaperState state = m_library.state(paper);
            change(state);
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

Result<void> Notes::changeTags(const QList<library::PaperId> &papers, const QStringList &taken,
                               const QStringList &given)
{
    const QStringList away = tidiedTags(taken), fresh = tidiedTags(given);
    return changeStates(papers, QStringLiteral("paper.tags"), QCoreApplication::translate("notes", "Tags"),
                        [&](library::PaperState &state) {
                            state.tags.removeIf(
                                [&](const QString &tag) { return away.contains(tag, Qt::CaseInsensitive); });
                            state.tags = tidiedTags(state.tags + fresh);
                        });
}

} // namespace yaodian::notes
