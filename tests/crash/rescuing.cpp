// Damaged notes, the newest backup in their place, and what came after it taken out of them.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "base/files.h"
#include "tests/app/library/rows.h"

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int postsBackedUp = 6;
constexpr int postsRescued = 8; ///< two came after the backup

/// A way in which notes are damaged, and what can be rescued then.
struct Damage
{
    QString name;      ///< of the folder with the damaged library
    bool tells = true; ///< its journal can be read; else what the backup holds is all
    QByteArray steps;  ///< of its journal, where that can be read
};

struct Rescues
{
    QTemporaryDir folder;
    QList<PaperId> papers;
    QByteArray backedUp, later; ///< digests: of the backup, and of the notes before they were damaged
    QList<Damage> damages;
    int round = 0;
    int unbegun = 0, finished = 0; ///< kills that left the notes as they were; that left them rescued
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString library() const { return path(u"library"_s); }
    [[nodiscard]] const Damage &damage() const { return damages[round % damages.size()]; }
};

const char *const countSteps = "SELECT count(*) || ' to ' || max(seq) FROM operations";

void overwrite(const QString &file, qint64 at, qint64 size)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadWrite) || !bytes.seek(at) || bytes.write(QByteArray(size, '\x55')) != size)
        qFatal("not damaged");
}

/// A library with a backup of an hour ago, all that came after it, some of it only in the log.
void makeWhole(Rescues &state)
{
    Opened opened(state.path(u"whole"_s));
    state.papers = storePosts(*opened.library, 1, postsBackedUp);
    markPapers(opened, state.papers.mid(0, 4), 0);
    if (opened->backUpIfDue().valueOr({}).isEmpty())
        qFatal("no backup");
    state.backedUp = digestOf(*opened.library, state.papers);
    markPapers(opened, state.papers.mid(2, 6), 100);
    markPapers(opened, storePosts(*opened.library, postsBackedUp + 1, postsRescued).mid(0, 2), 150);
    opened.notes.reset();
    opened.library.reset(); // the log is in the file now
    Opened again(state.path(u"whole"_s));
    markPapers(again, state.papers.mid(8, 4), 200);
    state.later = digestOf(*again.library, state.papers);
    if (state.later == state.backedUp)
        qFatal("nothing came after the backup");
    putBack(state.path(u"whole"_s), state.path(u"logged"_s)); // as who was killed leaves it
}

void makeDamages(Rescues &state)
{
    const auto copy = [&state](const char *from, const char *name, bool tells) {
        state.damages += Damage{QLatin1String(name), tells, {}};
        putBack(state.path(QLatin1String(from)), state.path(QLatin1String(name)));
        return state.path(QLatin1String(name)) + u"/notes.sqlite"_s;
    };
    tests::tamper(copy("whole", "table", true), "DROP TABLE kinds");
    const QString page = copy("logged", "page", true);
    const int root = tests::cell(state.path(u"whole"_s) + u"/notes.sqlite"_s,
                                 "SELECT rootpage FROM sqlite_schema WHERE name = 'kinds'")
                         .toInt();
    overwrite(page, (root - 1) * 4096LL, 4096);
    overwrite(copy("whole", "header", false), 0, 100);
    if (!QFile::remove(copy("whole", "gone", false)))
        qFatal("not gone");
    for (Damage &damage : state.damages)
        if (damage.tells)
            damage.steps = tests::cell(state.path(u"whole"_s) + u"/notes.sqlite"_s, countSteps);
}

/// What was there before is there, whichever of the copies it is.
QStringList whatIsAside(const Rescues &state)
{
    const QString damaged = state.path(state.damage().name) + u"/notes.sqlite"_s;
    if (!QFileInfo::exists(damaged))
        return {};
    const QDir folder(state.library() + u"/backups"_s);
    const QStringList kept = folder.entryList({u"notes-damaged-*.sqlite"_s}, QDir::Files);
    QStringList out;
    if (kept.size() != 1)
        out += u"the damaged notes are kept %1 times"_s.arg(kept.size());
    for (const QString &name : kept) {
        const QString file = folder.filePath(name);
        if (state.damage().tells ? tests::cell(file, countSteps) != state.damage().steps
                                 : bytesOf(file) != bytesOf(damaged))
            out += u"what is kept of the damaged notes as %1 is less than they held"_s.arg(name);
    }
    return out;
}

/// The rescue once more, unless it came to its end before.
QStringList rescueAgain(Rescues &state, const Ran &ran)
{
    SystemClock clock;
    IdSource ids(clock);
    const bool wanted = Library::rescueFor(state.library()).has_value();
    ++(wanted ? state.unbegun : state.finished);
    const auto rescued = Library::rescue(state.library(), clock, ids);
    if (rescued.ok() != wanted)
        return {rescued ? u"what was sound was rescued"_s : u"it cannot be rescued: "_s + rescued.error().message};
    if (rescued.ok() && ran.said.contains("done"))
        return {u"it was said to be rescued, and was not"_s};
    return {};
}

QStringList whatIsRescued(Rescues &state, const Ran &ran)
{
    QStringList out = rescueAgain(state, ran);
    {
        const Opened opened(state.library());
        const QByteArray wanted = state.damage().tells ? state.later : state.backedUp;
        if (digestOf(*opened.library, state.papers) != wanted)
            out += u"what the reader wrote is not there (%1)"_s.arg(state.damage().name);
        if (opened->counts().issues != (state.damage().tells ? postsRescued : postsBackedUp))
            out += u"%1 issues"_s.arg(opened->counts().issues);
    }
    out += whatIsAside(state) + unsound(state.library());
    ++state.round;
    return out;
}

} // namespace

Activity rescuing()
{
    auto state = std::make_shared<Rescues>();
    makeWhole(*state);
    makeDamages(*state);
    Activity out;
    out.name = u"rescuing"_s;
    out.begin = [state](int) {
        putBack(state->path(state->damage().name), state->library());
        return Command{{u"--child"_s, u"rescuing"_s, state->library()}};
    };
    out.after = [state](const Ran &ran) { return whatIsRescued(*state, ran); };
    out.end = [state] {
        return state->unbegun > 0 && state->finished > 0
                   ? QStringList()
                   : QStringList{u"the moments are not spread over the whole: %1 before, %2 after it was in its place"_s
                                     .arg(state->unbegun)
                                     .arg(state->finished)};
    };
    return out;
}

int rescueOnce(const QStringList &arguments)
{
    SystemClock clock;
    IdSource ids(clock);
    say("begin");
    if (const auto rescued = Library::rescue(arguments[0], clock, ids); !rescued)
        qFatal("%s", qUtf8Printable(rescued.error().message));
    say("done");
    return 0;
}

} // namespace yaodian::crash
