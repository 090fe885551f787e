#include "furnished.h"

#include "library/backupfile.h"
#include "library/failure.h"
#include "library/rotation.h"
#include "tests/app/library/rows.h"

#include <QDir>

#include <limits>

namespace yaodian::tests {

namespace {

using Backup = Library::AutomaticBackup;

QString elsewhereOf(LibraryTrial &trial)
{
    return trial.path(QStringLiteral("other-backups"));
}

/// Of a backup that stands under its name: what it says, where it opens as for a restore.
QByteArray wholeOf(const QString &file)
{
    try {
        const library::BackupFile opened(file);
        return dumpNotes(file) +
               "posts: " + cell(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'kept_posts'") + '\n';
    } catch (const library::StoreFailure &failure) {
        return "half: " + failure.error.message.toUtf8();
    }
}

/// The automatic backups that are worth their room, and are whole. (One more that could not be removed now goes with
/// the next.)
QByteArray backupsSeen(const Library &library, const QString &elsewhere)
{
    const QList<Backup> standing = library.automaticBackups(elsewhere);
    QList<library::MadeBackup> made;
    for (const Backup &backup : standing)
        made += {backup.made, backup.bytes};
    const QList<QDateTime> worth = library::worthKeeping(made, std::numeric_limits<qint64>::max());
    QByteArray out;
    for (const Backup &backup : standing)
        if (worth.contains(backup.made))
            out += backup.made.toString(Qt::ISODate).toUtf8() + ' ' + wholeOf(backup.file) + '\n';
    return out;
}

/// Does something once with the library in a folder: not again where that is opened anew.
void prepareOnce(LibraryTrial &trial, const std::function<void()> &prepare)
{
    if (QFile mark(trial.path(QStringLiteral("prepared"))); !mark.exists()) {
        prepare();
        if (!mark.open(QIODevice::WriteOnly))
            qFatal("not prepared");
    }
}

void write(LibraryTrial &trial, const QString &text)
{
    if (!trial.library->act(QStringLiteral("later"), QStringLiteral("later"),
                            [&](Acts &acts) { return acts.putNote(trial.papers[3], text); }))
        qFatal("not written");
}

Undertaking backingUp(const char *name, const std::function<void(LibraryTrial &)> &prepare, bool isElsewhere)
{
    return {name, [=](const QString &folder) {
                const auto where = [isElsewhere](LibraryTrial &trial) {
                    return isElsewhere ? elsewhereOf(trial) : QString();
                };
                auto trial = std::make_unique<LibraryTrial>(
                    folder, [where](LibraryTrial &at) { return withoutValue(at.library->backUpIfDue(where(at))); },
                    true);
                prepareOnce(*trial, [&] { prepare(*trial); });
                trial->more = [at = trial.get(), where] { return '\n' + backupsSeen(*at->library, where(*at)); };
                return trial;
            }};
}

/// Backups of each of the last six hours: the next has some of them thinned out. (Each file is the same.)
void makeEarlier(LibraryTrial &trial)
{
    QDir().mkpath(trial.path(QStringLiteral("library/backups")));
    for (int hours = 2; hours < 8; ++hours) {
        const QDateTime time = trial.clock.now().addSecs(-3600 * hours);
        if (!QFile::copy(trial.path(QStringLiteral("old.backup")),
                         trial.path(QStringLiteral("library/backups/auto-") +
                                    time.toString(QStringLiteral("yyyyMMdd-hhmmss")) + QStringLiteral(".sqlite"))))
            qFatal("no earlier backups");
    }
    write(trial, QStringLiteral("Written after the backups."));
}

/// Notes that are damaged, a backup, and an act and a post that came after it.
class RescueTrial final : public LibraryTrial
{
public:
    explicit RescueTrial(const QString &folder)
        : LibraryTrial(
              folder, [](LibraryTrial &trial) { return rescue(trial); },
              !QFileInfo::exists(folder + QStringLiteral("/prepared")))
    {
        prepareOnce(*this, [this] { makeDamaged(); });
        library.reset();
    }

    QByteArray state() override { return library || open() ? LibraryTrial::state() : QByteArray("damaged"); }

    QString damage() override
    {
        if (!library && !open())
            return {}; // as before
        const QDir backups(path(QStringLiteral("library/backups")));
        for (const QString &name : backups.entryList({QStringLiteral("notes-damaged-*.sqlite")}, QDir::Files))
            if (cell(backups.filePath(name), countSteps) != cell(path(QStringLiteral("damaged")), countSteps))
                return name + QStringLiteral(" is less than the damaged notes were");
        if (backups.entryList({QStringLiteral("notes-damaged-*.sqlite")}, QDir::Files).isEmpty())
            return QStringLiteral("the damaged notes were not kept");
        return LibraryTrial::damage();
    }

private:
    static constexpr const char *countSteps = "SELECT count(*) FROM operations";

    static Result<void> rescue(LibraryTrial &trial)
    {
        trial.library.reset();
        const auto done = Library::rescue(trial.path(QStringLiteral("library")), trial.clock, trial.ids);
        const bool wasSound = !done && done.error().message.contains(QStringLiteral("nothing to repair"));
        return wasSound ? Result<void>() : withoutValue(done);
    }

    void makeDamaged()
    {
        if (library->backUpIfDue().valueOr({}).isEmpty())
            qFatal("no backup");
        const auto issues = digest::parse(postText(21), {QStringLiteral("21.txt"), {}, {}});
        if (!library->storeIssues(feed(), {Post{issues->first(), postText(21)}}))
            qFatal("not stored");
        write(*this, QStringLiteral("Written after the backup."));
        library.reset();
        const QString notes = path(QStringLiteral("library/notes.sqlite"));
        tamper(notes, "DROP TABLE kinds");
        if (!QFile::copy(notes, path(QStringLiteral("damaged"))))
            qFatal("not damaged");
    }
};

} // namespace

QList<Undertaking> backupOperations()
{
    const auto nothing = [](LibraryTrial &) {};
    Undertaking rescue{"rescue", [](const QString &folder) { return std::make_unique<RescueTrial>(folder); }};
    rescue.isOfDamage = true;
    return {backingUp("automatic backup", nothing, false), backingUp("automatic backup elsewhere", nothing, true),
            backingUp("thinning", makeEarlier, false), rescue};
}

} // namespace yaodian::tests
