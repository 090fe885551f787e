// Highlights, kinds, comments, tags, points, evidence, undo and redo.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include <QRandomGenerator>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int papersMarked = 20;

struct MarkedPapers
{
    QTemporaryDir folder;
    QList<PaperId> papers;
    QList<QByteArray> digests; ///< of each paper, as it was last acknowledged, or found
    int paper = 0;
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
};

/// What is there is what was said last, or that and the act that was under way: then it is one step away.
QStringList whatWasMarked(MarkedPapers &state, const Ran &ran)
{
    QStringList out = unsound(state.library());
    const Opened opened(state.library());
    const QByteArray said = ran.said.isEmpty() ? state.digests[state.paper] : ran.said.last();
    const auto now = [&] { return digestOf(*opened.library, {state.papers[state.paper]}); };
    const QByteArray found = now();
    bool holds = found == said;
    if (!holds && opened->undo().ok()) {
        holds = now() == said;
        (void)opened->redo();
    }
    if (!holds && opened->redo().ok()) {
        holds = now() == said;
        (void)opened->undo();
    }
    if (!holds)
        out += u"of %1 acts that were said, the last is not there"_s.arg(ran.said.size());
    if (now() != found)
        out += u"a step taken back and done again is something else"_s;
    state.digests[state.paper] = found;
    for (int i = 0; i < papersMarked; ++i)
        if (digestOf(*opened.library, {state.papers[i]}) != state.digests[i])
            out += u"what was marked in paper %1 before is something else"_s.arg(i);
    return out;
}

template <class List> auto any(const List &list, QRandomGenerator &chance)
{
    return list[chance.bounded(int(list.size()))];
}

/// One act, not of the kind of the one before: two alike would be one step.
bool actOnce(Opened &opened, PaperId paper, int kind, QRandomGenerator &chance)
{
    notes::Notes &notes = *opened.notes;
    const QList<Highlight> marks = opened->highlights(paper);
    const QList<Point> points = opened->points(paper);
    const int number = int(chance.bounded(100'000));
    if (kind == 0 || (marks.isEmpty() && kind < 8)) // what is taken back or done again needs none
        return notes.addHighlight(paper, passage(number), u"method"_s, u"said %1"_s.arg(number)).ok();
    switch (kind) {
    case 1:
        return notes.setComment(any(marks, chance).id, u"a comment %1"_s.arg(number)).ok();
    case 2:
        return notes.setKind(any(marks, chance).id, any(QStringList{u"limit"_s, u"result"_s}, chance)).ok();
    case 3:
        return notes.setTags(any(marks, chance).id, {u"tag%1"_s.arg(number)}).ok();
    case 4:
        return notes.addPoint(paper, u"A point, %1."_s.arg(number)).ok();
    case 5:
        return notes.tie(any(points, chance).id, any(marks, chance).id).ok();
    case 6:
        return notes.removeHighlight(any(marks, chance).id).ok();
    case 7:
        return notes.editPoint(any(points, chance).id, u"Worded anew, %1."_s.arg(number)).ok();
    case 8:
        return notes.undo().ok();
    default:
        return notes.redo().ok();
    }
}

} // namespace

Activity highlighting()
{
    auto state = std::make_shared<MarkedPapers>();
    {
        Opened opened(state->library());
        state->papers = storePosts(*opened.library, 1, papersMarked / 2);
        for (const PaperId &paper : std::as_const(state->papers))
            state->digests += digestOf(*opened.library, {paper});
    }
    Activity out;
    out.name = u"highlighting"_s;
    out.endlessMs = 150;
    out.endlessCalls = 400;
    out.begin = [state](int round) {
        state->paper = round % papersMarked;
        return Command{{u"--child"_s, u"highlighting"_s, state->library(), state->papers[state->paper].toString(),
                        QString::number(round)}};
    };
    out.after = [state](const Ran &ran) { return whatWasMarked(*state, ran); };
    return out;
}

int markForEver(const QStringList &arguments)
{
    Opened opened(arguments[0]);
    const PaperId paper = *PaperId::fromString(arguments[1]);
    QRandomGenerator chance(arguments[2].toUInt());
    say("begin");
    int last = -1;
    int mine = 0; ///< acts of this process that could be taken back: those before it are of other papers
    for (;;) {
        int kind = last;
        while (kind == last ||
               (kind == 8 && mine == 0)) // after an undo nothing that could become one with an older step
            kind = last == 8 ? any(QList<int>{0, 4, 9}, chance) : int(chance.bounded(9));
        const QList<Operation> before = opened->journal(1);
        if (!actOnce(opened, paper, kind, chance))
            qFatal("act %d after act %d, with %d to take back", kind, last, mine);
        const QList<Operation> after = opened->journal(1);
        if (before.value(0).id != after.value(0).id) // what changes nothing is no step
            mine += kind == 8 ? -1 : 1;
        last = kind;
        say(digestOf(*opened.library, {paper}));
    }
}

} // namespace yaodian::crash
