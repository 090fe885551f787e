#include "furnished.h"

#include "base/files.h"
#include "exporting/exporting.h"
#include "exporting/templates.h"
#include "tests/app/library/rows.h"
#include "ui/commands/keyfile.h"

#include <QDir>

namespace yaodian::tests {

namespace {

Undertaking withFiles(const char *name, const LibraryTrial::Work &work,
                      const std::function<QByteArray(LibraryTrial &)> &seen)
{
    return {name, [work, seen](const QString &folder) {
                auto trial = std::make_unique<LibraryTrial>(folder, work, true);
                trial->more = [trial = trial.get(), seen] { return '\n' + seen(*trial); };
                return trial;
            }};
}

/// Files in a folder, and nothing of a library.
class FilesTrial : public Trial
{
public:
    using Work = std::function<Result<void>(const QString &folder)>;
    using Seen = std::function<QByteArray(const QString &folder)>;
    FilesTrial(QString folder, Work work, Seen seen)
        : m_folder(std::move(folder)), m_work(std::move(work)), m_seen(std::move(seen))
    {
    }
    Result<void> run() override { return m_work(m_folder); }
    QByteArray state() override { return m_seen(m_folder); }

private:
    const QString m_folder;
    const Work m_work;
    const Seen m_seen;
};

Undertaking ofFiles(const char *name, const FilesTrial::Work &work, const FilesTrial::Seen &seen)
{
    return {name, [=](const QString &folder) { return std::make_unique<FilesTrial>(folder, work, seen); }};
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}

// --- copies of the library
// --------------------------------------------------------------------------------------------

/// A backup is there whole or not at all.
QByteArray backupSeen(LibraryTrial &trial)
{
    const QString file = trial.path(QStringLiteral("new.backup"));
    return QFileInfo::exists(file) ? dumpRows(file, {QStringLiteral("meta"), QStringLiteral("operations")}) : "none";
}

class RestoreTrial final : public LibraryTrial
{
public:
    explicit RestoreTrial(const QString &folder)
        : LibraryTrial(
              folder,
              [](LibraryTrial &trial) {
                  trial.library.reset();
                  return withoutValue(Library::restore(trial.path(QStringLiteral("library")),
                                                       trial.path(QStringLiteral("old.backup")), trial.clock,
                                                       trial.ids));
              },
              true)
    {
        if (!QFileInfo::exists(path(QStringLiteral("prepared")))) {
            (void)library->act(QStringLiteral("later"), QStringLiteral("later"), [this](Acts &acts) {
                return acts.putNote(papers[3], QStringLiteral("Written after the backup."));
            });
            QFile mark(path(QStringLiteral("prepared")));
            if (!mark.open(QIODevice::WriteOnly))
                qFatal("not prepared");
        }
    }
    QByteArray state() override
    {
        if (!library && !open())
            return "does not open";
        return LibraryTrial::state();
    }
    QString damage() override
    {
        if (!library)
            if (const auto opened = open(); !opened)
                return opened.error().message;
        return LibraryTrial::damage();
    }
};

// --- exports
// ------------------------------------------------------------------------------------------------------------

Result<void> exportAll(LibraryTrial &trial)
{
    const auto written = exporting::Markdown(*trial.library)
                             .writePapers(trial.marked + QList<PaperId>{trial.papers[1], trial.papers[3]},
                                          trial.path(QStringLiteral("export")));
    if (!written)
        return written.error();
    // (An export that could not do one thing and did the others says so in a sentence of its own.)
    return written->conflicts.isEmpty() ? Result<void>() : Error::world(written->conflicts.first());
}

/// Each file whole, of the one state or the other: the loop's "before or after" is of each file for itself.
QByteArray exportSeen(LibraryTrial &trial)
{
    QByteArray all;
    const QDir folder(trial.path(QStringLiteral("export")));
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden, QDir::Name)) {
        const QByteArray text = textOf(folder.filePath(name));
        if (name.startsWith(QLatin1Char('.')))
            continue; // what cannot even be removed now: the loop asks in the end that nothing is left
        if (!text.endsWith('\n') || text.count("%% yaodian:end") == 0)
            all += "torn ";
        all += name.toUtf8() + ' ' + sha256Hex(text).toUtf8() + '\n';
    }
    return all;
}

/// What several files are written by: each whole, of the one state or the other.
QByteArray filesSeen(LibraryTrial &trial, const QString &folder)
{
    QByteArray all;
    const QDir dir(trial.path(folder));
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name))
        all += name.toUtf8() + ' ' + sha256Hex(textOf(dir.filePath(name))).toUtf8() + '\n';
    return all;
}

/// Of a library that is opened for it, so that all of it is read from the disk.
Undertaking exportAs(const char *name, exporting::Formats::Format format)
{
    const QString folder = QLatin1String(name);
    Undertaking out = withFiles(
        name,
        [format, folder](LibraryTrial &trial) -> Result<void> {
            if (const auto opened = trial.open(); !opened)
                return opened;
            const QList<PaperId> papers = trial.marked + QList<PaperId>{trial.papers[1], trial.papers[3]};
            const auto written = exporting::Formats(*trial.library).write(format, {papers}, trial.path(folder));
            if (!written)
                return written.error();
            return written->conflicts.isEmpty() ? Result<void>() : Error::world(written->conflicts.first());
        },
        [folder](LibraryTrial &trial) { return filesSeen(trial, folder); });
    out.eachLine = true;
    return out;
}

Undertaking exportOfAll()
{
    Undertaking out = withFiles("export", exportAll, exportSeen);
    out.eachLine = true;
    return out;
}

// --- small files
// --------------------------------------------------------------------------------------------------------

QString libraryIn(const QString &folder)
{
    return folder + QStringLiteral("/library");
}

Result<void> saveKeys(const QString &folder)
{
    return ui::KeyFile(libraryIn(folder)).save(ui::KeyMap::read(QStringLiteral("act.undo = Ctrl+Shift+P\n")).map);
}

} // namespace

QList<Undertaking> fileOperations()
{
    const auto templatesSeen = [](const QString &folder) {
        QStringList names = filesBelow(libraryIn(folder) + QStringLiteral("/templates"));
        names.removeIf([](const QString &name) { return name.startsWith(u'.'); }); // what cannot even be removed now
        return names.join(u'|').toUtf8() + textOf(libraryIn(folder) + QStringLiteral("/templates/mine.mustache"));
    };
    return {
        withFiles(
            "backup",
            [](LibraryTrial &trial) { return trial.library->backup(trial.path(QStringLiteral("new.backup"))); },
            backupSeen),
        {"restore", [](const QString &folder) { return std::make_unique<RestoreTrial>(folder); }},
        exportOfAll(),
        exportAs("references", exporting::Formats::Bibtex),
        exportAs("annotations", exporting::Formats::Annotations),
        exportAs("cards", exporting::Formats::Anki),
        ofFiles(
            "keep a template",
            [](const QString &folder) {
                return withoutValue(exporting::Templates(libraryIn(folder) + QStringLiteral("/templates"))
                                        .copy(QStringLiteral("mine"), "{{title}}\n"));
            },
            templatesSeen),
        ofFiles("save keys", saveKeys,
                [](const QString &folder) { return textOf(libraryIn(folder) + QStringLiteral("/keys.txt")); }),
    };
}

} // namespace yaodian::tests
