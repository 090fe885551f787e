#include "library/earlier.h"
#include "library/facade.h"
#include "library/journal.h"
#include "library/papers.h"

#include <QCoreApplication>

// What the reader knows better than the rules: two papers are one, one is two.
namespace yaodian::library {

namespace {

template <class Change>
PaperId asOneStep(Store &store, Connection &connection, const char *act, const QString &label, Change change)
{
    Recorder recorder(connection, store.stamps());
    const PaperId paper = change(recorder);
    recordOperation(recorder, store.stamps(),
                    {store.ids().make<OperationTag>(), QLatin1String(act), label, {}, store.clock().nowMs()});
    followAliases(connection);
    return paper;
}

} // namespace

Result<PaperId> Library::merge(const QList<PaperId> &papers)
{
    QSet<PaperId> touched;
    auto kept = d->write([&](Connection &c) {
        const PaperId into = papers.isEmpty() ? PaperId() : resolvePaper(c, papers.first());
        QList<PaperId> others;
        for (const PaperId &one : papers) {
            const PaperId paper = resolvePaper(c, one);
            if (paper != into && !others.contains(paper))
                others += paper;
        }
        if (others.isEmpty())
            fail(QCoreApplication::translate("library", "These are one paper already."));
        touched = QSet<PaperId>(others.cbegin(), others.cend()) + QSet<PaperId>{into};
        return asOneStep(d->store, c, "paper.merge",
                         QCoreApplication::translate("library", "make one paper of several"), [&](Recorder &recorder) {
                             for (const PaperId &other : std::as_const(others))
                                 mergePapers(recorder, into, other);
                             return into;
                         });
    });
    if (kept)
        Q_EMIT changed({true, false, touched.values()});
    return kept;
}

Result<PaperId> Library::setApart(EntryId entry)
{
    const auto detail = this->entry(entry);
    if (!detail)
        return Error::world(QCoreApplication::translate("library", "There is no such entry in the library."));
    const PaperId before = detail->row.paper;
    auto paper = d->write([&](Connection &c) {
        if (isOnlyMention(c, before, entry))
            fail(QCoreApplication::translate("library", "No other entry is about this paper."));
        return asOneStep(d->store, c, "paper.apart", QCoreApplication::translate("library", "make a paper of its own"),
                         [&](Recorder &recorder) { return setEntryApart(recorder, entry, d->store.clock().nowMs()); });
    });
    if (paper)
        Q_EMIT changed({true, false, {before, *paper}});
    return paper;
}

} // namespace yaodian::library
