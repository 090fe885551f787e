// A note, saved as it is typed: by the acts that the window saves with.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int papersTypedIn = 10;

/// What stands in a note after so many savings: now short, now of many pages of the database.
QString textAfter(int savings)
{
    QStringList words{u"saved %1 times:"_s.arg(savings)};
    const int many = savings % 7 == 0 ? 4000 : 20;
    for (int word = 0; word < many; ++word)
        words << u"word%1"_s.arg(savings + word);
    return words.join(u' ');
}

struct TypedNotes
{
    QTemporaryDir folder;
    QList<PaperId> papers;
    QList<int> saved = QList<int>(papersTypedIn, 0); ///< times, by paper
    int paper = 0;
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
};

QStringList whatWasTyped(TypedNotes &state, const Ran &ran)
{
    QStringList out = unsound(state.library());
    const int least = qMax(state.saved[state.paper], ran.lastNumber(0));
    const Opened opened(state.library());
    for (int i = 0; i < papersTypedIn; ++i) {
        const int times = i == state.paper ? least : state.saved[i];
        const QString text = opened->note(state.papers[i]).text;
        const bool isNext = i == state.paper && text == textAfter(times + 1);
        if (isNext)
            state.saved[i] = times + 1;
        else if (text == (times == 0 ? QString() : textAfter(times)))
            state.saved[i] = times;
        else
            out += u"the note was saved %1 times and says: %2"_s.arg(times).arg(text.left(40));
        const QList<NoteVersion> versions = opened->noteVersions(state.papers[i], 3);
        if (!text.isEmpty() && (versions.isEmpty() || versions.first().text != text))
            out += u"the history of the note ends with something else than the note"_s;
    }
    return out;
}

} // namespace

Activity typing()
{
    auto state = std::make_shared<TypedNotes>();
    {
        Opened opened(state->library());
        state->papers = storePosts(*opened.library, 1, papersTypedIn / 2);
    }
    Activity out;
    out.name = u"typing"_s;
    out.endlessMs = 150;
    out.endlessCalls = 400;
    out.begin = [state](int round) {
        state->paper = round % papersTypedIn;
        return Command{{u"--child"_s, u"typing"_s, state->library(), state->papers[state->paper].toString(),
                        QString::number(state->saved[state->paper])}};
    };
    out.after = [state](const Ran &ran) { return whatWasTyped(*state, ran); };
    return out;
}

int typeForEver(const QStringList &arguments)
{
    Opened opened(arguments[0]);
    const PaperId paper = *PaperId::fromString(arguments[1]);
    say("begin");
    for (int savings = arguments[2].toInt() + 1;; ++savings) {
        if (!opened.notes->setNote(paper, textAfter(savings)).ok())
            return 1;
        say(QByteArray::number(savings));
    }
}

} // namespace yaodian::crash
