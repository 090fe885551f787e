// A backup in the place of an older one, and a library in the place of another.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "base/files.h"
#include "tests/app/library/rows.h"

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

struct Backups
{
    QTemporaryDir folder;
    QByteArray oldBackup; ///< its bytes
    QByteArray oldRows;   ///< what a library that was made of it says
    QByteArray newRows;
    QList<int> oldSteps, newSteps; ///< of the journal, and of a note's history
    PaperId paper;
    int olds = 0, news = 0;
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString library() const { return path(u"library"_s); }
    [[nodiscard]] QString file() const { return path(u"backups/today.sqlite"_s); }
};

QList<int> stepsOf(const Library &library, PaperId paper)
{
    return {int(library.journal(10'000).size()), int(library.noteVersions(paper).size())};
}

/// What a library made of the backup says.
QByteArray rowsOf(const QString &backup, const QString &into)
{
    QDir(into).removeRecursively();
    SystemClock clock;
    IdSource ids(clock);
    if (const auto restored = Library::restore(into, backup, clock, ids); !restored)
        return restored.error().message.toUtf8();
    const Opened opened(into);
    const QByteArray damage = opened->check().valueOr({u"cannot be checked"_s}).join(u'|').toUtf8();
    return damage.isEmpty() ? tests::dumpNotes(into + u"/notes.sqlite"_s) : damage;
}

/// A library as it was yesterday (backed up), and as it is today.
void makeBoth(Backups &state)
{
    Opened opened(state.library());
    const auto papers = storePosts(*opened.library, 1, 20);
    state.paper = papers[0];
    markPapers(opened, papers.mid(0, 8), 0);
    for (int number = 1; number <= 6; ++number)
        if (const auto name = opened->keepImage(pngBytes(number)); !name)
            qFatal("no picture");
    QDir().mkpath(state.path(u"backups"_s));
    if (!opened->backup(state.file()).ok())
        qFatal("no backup");
    state.oldSteps = stepsOf(*opened.library, state.paper);
    QFile::copy(state.file(), state.path(u"old.sqlite"_s));
    storePosts(*opened.library, 21, 30);
    markPapers(opened, papers.mid(0, 12), 100);
    if (!opened->backup(state.path(u"new.sqlite"_s)).ok())
        qFatal("no backup");
    state.newSteps = stepsOf(*opened.library, state.paper);
    state.oldBackup = bytesOf(state.file());
    opened.notes.reset();
    opened.library.reset();
    state.oldRows = rowsOf(state.path(u"old.sqlite"_s), state.path(u"try"_s));
    state.newRows = rowsOf(state.path(u"new.sqlite"_s), state.path(u"try"_s));
    if (state.oldRows == state.newRows)
        qFatal("today is as yesterday");
}

QStringList whatIsBackedUp(Backups &state, const Ran &ran)
{
    QStringList out;
    const bool isOld = bytesOf(state.file()) == state.oldBackup;
    ++(isOld ? state.olds : state.news);
    if (!isOld && rowsOf(state.file(), state.path(u"try"_s)) != state.newRows)
        out += u"the backup is neither the old one nor the new one"_s;
    if (isOld && ran.said.contains("done"))
        out += u"the backup was said to be made, and is the old one"_s;
    if (!ran.killed && isOld)
        out += u"the backup was not made"_s;
    out += unsound(state.library());
    { // What a crash left is gone with the next one.
        const Opened opened(state.library());
        if (!opened->backup(state.file()).ok())
            out += u"no backup can be made any more"_s;
    }
    const QStringList files = QDir(state.path(u"backups"_s)).entryList(QDir::Files | QDir::Hidden);
    if (files != QStringList{u"today.sqlite"_s})
        out += u"beside the backup: "_s + files.join(u' ');
    return out;
}

QStringList whatIsRestored(Backups &state, const Ran &ran)
{
    QStringList out = unsound(state.library());
    const QByteArray rows = tests::dumpNotes(state.library() + u"/notes.sqlite"_s);
    const bool isOld = rows == state.oldRows;
    ++(isOld ? state.olds : state.news);
    if (!isOld && rows != state.newRows)
        out += u"the library is neither the old one nor the new one"_s;
    if (isOld && (ran.said.contains("done") || !ran.killed))
        out += u"the library was said to be restored, and is the old one"_s;
    const Opened opened(state.library());
    if (stepsOf(*opened.library, state.paper) != (isOld ? state.oldSteps : state.newSteps))
        out += u"the journal or the history of a note is another"_s;
    if (opened->counts().issues != (isOld ? 20 : 30))
        out += u"%1 issues"_s.arg(opened->counts().issues);
    return out;
}

QStringList bothCame(const Backups &state)
{
    return state.olds > 0 && state.news > 0
               ? QStringList()
               : QStringList{u"the moments are not spread over the whole: old %1 times, new %2 times"_s.arg(state.olds)
                                 .arg(state.news)};
}

} // namespace

Activity backingUp()
{
    auto state = std::make_shared<Backups>();
    makeBoth(*state);
    Activity out;
    out.name = u"backing-up"_s;
    out.begin = [state](int) {
        writeBytes(state->file(), state->oldBackup);
        return Command{{u"--child"_s, u"backing-up"_s, state->library(), state->file()}};
    };
    out.after = [state](const Ran &ran) { return whatIsBackedUp(*state, ran); };
    out.end = [state] { return bothCame(*state); };
    return out;
}

Activity restoring()
{
    auto state = std::make_shared<Backups>();
    makeBoth(*state);
    SystemClock clock;
    IdSource ids(clock);
    QDir(state->library()).removeRecursively();
    if (!Library::restore(state->library(), state->path(u"old.sqlite"_s), clock, ids).ok())
        qFatal("no restore");
    putBack(state->library(), state->path(u"yesterday"_s));
    Activity out;
    out.name = u"restoring"_s;
    out.begin = [state](int) {
        putBack(state->path(u"yesterday"_s), state->library());
        return Command{{u"--child"_s, u"restoring"_s, state->library(), state->path(u"new.sqlite"_s)}};
    };
    out.after = [state](const Ran &ran) { return whatIsRestored(*state, ran); };
    out.end = [state] { return bothCame(*state); };
    return out;
}

int backUpOnce(const QStringList &arguments)
{
    say("begin");
    const Opened opened(arguments[0], Library::Mode::ReadOnly); // as the verb does
    if (const auto made = opened->backup(arguments[1]); !made)
        qFatal("%s", qUtf8Printable(made.error().message));
    say("done");
    return 0;
}

int restoreOnce(const QStringList &arguments)
{
    SystemClock clock;
    IdSource ids(clock);
    say("begin");
    if (const auto restored = Library::restore(arguments[0], arguments[1], clock, ids); !restored)
        qFatal("%s", qUtf8Printable(restored.error().message));
    say("done");
    return 0;
}

} // namespace yaodian::crash
