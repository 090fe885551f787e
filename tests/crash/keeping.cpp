// Backups that make themselves, of notes that change: in the library's own folder, and whole ones in the reader's.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "base/files.h"
#include "library/backupfile.h"
#include "library/failure.h"
#include "library/rotation.h"
#include "tests/app/library/rows.h"

#include <limits>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int postsKept = 4;
constexpr qint64 turnMs = 5 * 3'600'000; ///< so that most have one thinned out, and every fifth is the day's
constexpr qint64 dayMs = 24 * 3'600'000;
constexpr qint64 firstTurn = 1'700'000'000'000;

QDateTime timeOf(int turn)
{
    return QDateTime::fromMSecsSinceEpoch(firstTurn + turn * turnMs, Qt::UTC);
}

QString textOf(int turn)
{
    return u"As of turn %1."_s.arg(turn);
}

/// A library at the time of a turn.
struct Turning
{
    FixedClock clock;
    IdSource ids{clock};
    std::unique_ptr<Library> library;
    std::unique_ptr<notes::Notes> notes;

    Turning(const QString &folder, int turn) : clock(timeOf(turn).toMSecsSinceEpoch())
    {
        auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("the library cannot be opened: %s", qUtf8Printable(opened.error().message));
        library = std::move(*opened);
        notes = std::make_unique<notes::Notes>(*library, clock, ids);
    }
};

struct Kept
{
    QTemporaryDir folder;
    PaperId paper;
    int turn = 0; ///< that the note is of
    int round = 0;
    Files own, whole; ///< what stood when it was looked at last, and was sound: names and hashes
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
    [[nodiscard]] QString elsewhere() const { return folder.filePath(u"elsewhere"_s); }
    // One whose backups cannot be restored: it holds what no backup may hold.
    [[nodiscard]] bool isOfStrange() const { return round % 3 == 2; }
    [[nodiscard]] QString strange() const { return folder.filePath(u"strange"_s); }
    [[nodiscard]] QString strangeElsewhere() const { return folder.filePath(u"strange elsewhere"_s); }
};

/// Of a backup that stands under its name: opened as for a restore, it holds all that it should, as of its time.
QString halfOf(const QString &file, bool isWhole)
{
    try {
        const BackupFile opened(file);
    } catch (const StoreFailure &failure) {
        return failure.error.message;
    }
    const QByteArray said = tests::cell(file, "SELECT text FROM notes WHERE deleted IS NULL");
    const int turn = said.isEmpty() ? 0 : QString::fromUtf8(said).section(u' ', -1).chopped(1).toInt();
    if (!file.contains(timeOf(turn).toString(u"yyyyMMdd-hhmmss"_s)))
        return u"it says “%1”"_s.arg(QString::fromUtf8(said));
    if (isWhole && (tests::cell(file, "SELECT count(*) FROM kept_posts").toInt() != postsKept ||
                    tests::cell(file, "SELECT count(*) FROM kept_images").toInt() != 1))
        return u"posts or pictures are not in it"_s;
    return {};
}

QDateTime madeAt(const QString &name)
{
    QDateTime time = QDateTime::fromString(name.chopped(7).right(15), u"yyyyMMdd-hhmmss"_s); // without ".sqlite"
    time.setTimeSpec(Qt::UTC);
    return time;
}

/// The backups of a folder against those that stood there before: `before` is what stands there after that.
QStringList whatStands(const QString &folder, bool isWhole, Files &before)
{
    QStringList out;
    Files now;
    QList<MadeBackup> known;
    for (const QString &name : QDir(folder).entryList({u"*.sqlite"_s}, QDir::Files)) {
        const QString file = folder + u'/' + name;
        now.insert(name, sha256OfFile(file).valueOr({}).toLatin1());
        const QString half = before.contains(name) ? QString() : halfOf(file, isWhole);
        if (!half.isEmpty())
            out += u"the backup %1 is not whole: %2"_s.arg(name, half);
        if (before.contains(name) && before[name] != now[name])
            out += u"the backup %1 is another"_s.arg(name);
    }
    for (const QString &name : before.keys() + now.keys())
        known += {madeAt(name), 0};
    const QList<QDateTime> worth = worthKeeping(known, std::numeric_limits<qint64>::max());
    for (const QString &name : before.keys())
        if (!now.contains(name) && worth.contains(madeAt(name)))
            out += u"the backup %1 went for nothing better"_s.arg(name);
    before = now;
    return out;
}

/// What was said to be made stands, as what was there before it.
void noteSaid(Kept &state, const Ran &ran)
{
    for (const QByteArray &line : ran.said) {
        const QString name = QFileInfo(QString::fromUtf8(line.mid(line.indexOf(' ') + 1))).fileName();
        if (line.startsWith("note "))
            state.turn = line.mid(5).toInt();
        else if (Files &of = line.startsWith("own ") ? state.own : state.whole; !of.contains(name))
            of.insert(name, sha256OfFile(QString::fromUtf8(line.mid(line.indexOf(' ') + 1))).valueOr({}).toLatin1());
    }
}

/// The next one is made where it is due, and what was cut short is tidied away by it.
QStringList nextOne(Turning &at, const QString &where, const QString &folder)
{
    const auto there = at.library->automaticBackups(where);
    const bool isDue = where.isEmpty() || there.isEmpty() || there.constFirst().made.msecsTo(at.clock.now()) >= dayMs;
    const auto made = at.library->backUpIfDue(where);
    if (!made || made->isEmpty() == isDue)
        return {u"the next backup: %1"_s.arg(made ? *made + u" where it is not due, or none"_s : made.error().message)};
    QStringList out;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
        if (isDue && !name.endsWith(u".sqlite"_s))
            out += name + u" stays beside the backups"_s;
    return out;
}

QStringList nextOnes(Kept &state, Turning &at)
{
    if (!at.notes->setNote(state.paper, textOf(state.turn)).ok())
        return {u"nothing can be written any more"_s};
    return nextOne(at, {}, state.library() + u"/backups"_s) + nextOne(at, state.elsewhere(), state.elsewhere());
}

QStringList whatIsKept(Kept &state, const Ran &ran)
{
    const QString own = state.library() + u"/backups"_s;
    noteSaid(state, ran);
    QStringList out = whatStands(own, false, state.own) + whatStands(state.elsewhere(), true, state.whole);
    const auto at = [&state](int turn) { return std::make_unique<Turning>(state.library(), turn); };
    const QString note = at(state.turn)->library->note(state.paper).text;
    if (note == textOf(state.turn + 1))
        ++state.turn;
    else if (note != textOf(state.turn))
        out += u"the note was of turn %1 and says: %2"_s.arg(state.turn).arg(note);
    ++state.turn;
    out += nextOnes(state, *at(state.turn));
    out += whatStands(own, false, state.own) + whatStands(state.elsewhere(), true, state.whole);
    return out + unsound(state.library());
}

/// What was found to be no backup never stood as one.
QStringList whatStandsOfStrange(const Kept &state)
{
    QStringList out;
    for (const QString &folder : {state.strange() + u"/backups"_s, state.strangeElsewhere()})
        for (const QString &name : QDir(folder).entryList({u"*.sqlite"_s}, QDir::Files))
            out += u"%1 stands as a backup, and cannot be restored"_s.arg(name);
    return out;
}

void makeStrange(Kept &state)
{
    QDir().mkpath(state.strangeElsewhere());
    {
        Turning at(state.strange(), 0);
        storePosts(*at.library, 1, 1);
    }
    tests::tamper(state.strange() + u"/notes.sqlite"_s, "CREATE TABLE somebody_elses(thing)");
}

} // namespace

Activity keepingBackups()
{
    auto state = std::make_shared<Kept>();
    QDir().mkpath(state->elsewhere());
    {
        Turning at(state->library(), 0);
        state->paper = storePosts(*at.library, 1, postsKept)[0];
        if (!at.library->keepImage(pngBytes(1)).ok() || !nextOnes(*state, at).isEmpty())
            qFatal("no backups of the first turn");
    }
    makeStrange(*state);
    (void)whatStands(state->library() + u"/backups"_s, false, state->own);
    (void)whatStands(state->elsewhere(), true, state->whole);
    Activity out;
    out.name = u"keeping-backups"_s;
    out.endlessMs = 400;
    out.endlessCalls = 500;
    out.begin = [state](int round) {
        state->round = round;
        const bool strange = state->isOfStrange();
        return Command{{u"--child"_s, u"keeping-backups"_s, strange ? state->strange() : state->library(),
                        strange ? state->strangeElsewhere() : state->elsewhere(), state->paper.toString(),
                        QString::number(strange ? round * 100 : state->turn), strange ? u"refused"_s : u"made"_s}};
    };
    out.after = [state](const Ran &ran) {
        return state->isOfStrange() ? whatStandsOfStrange(*state) : whatIsKept(*state, ran);
    };
    return out;
}

int keepBackupsForEver(const QStringList &arguments)
{
    int turn = arguments[3].toInt();
    Turning at(arguments[0], turn);
    const PaperId paper = *PaperId::fromString(arguments[2]);
    const bool isRefused = arguments[4] == u"refused"_s;
    const auto backUp = [&](const QString &where, const QByteArray &word) {
        const auto made = at.library->backUpIfDue(where);
        if (made.ok() == isRefused && !(made.ok() && made->isEmpty()))
            qFatal("%s", qUtf8Printable(made ? *made : made.error().message));
        if (made.ok() && !made->isEmpty())
            say(word + made->toUtf8());
    };
    say("begin");
    for (;;) {
        at.clock.advance(turnMs);
        if (!at.notes->setNote(paper, textOf(++turn)).ok())
            return 1;
        say("note " + QByteArray::number(turn));
        backUp({}, "own ");
        backUp(arguments[1], "whole ");
    }
}

} // namespace yaodian::crash
