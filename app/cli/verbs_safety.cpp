// doctor, backup, restore: is everything sound, and what if not.
#include "base/files.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "pdf/document.h"
#include "reading/indexing.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>

namespace yaodian::cli {

namespace {

/// One line of the doctor's report; `key` names it in the JSON.
struct Finding
{
    QString key;
    QString label;
    QJsonValue value;
    QString text = {}; ///< where people read it otherwise
};

/// Less than this, and the next import or PDF may find the disk full.
constexpr qint64 littleSpace = 200LL * 1024 * 1024;

QList<Finding> surroundings(const QString &directory)
{
    const QFileInfo folder(directory);
    const qint64 free = freeBytes(directory).value_or(0);
    return {
        {QStringLiteral("version"), Say::tr("Version"), QCoreApplication::applicationVersion()},
        {QStringLiteral("qt"), Say::tr("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("system"), Say::tr("System"), QSysInfo::prettyProductName()},
        {QStringLiteral("library"), Say::tr("Library"), directory},
        {QStringLiteral("exists"), Say::tr("The folder exists"), folder.isDir()},
        {QStringLiteral("writable"), Say::tr("The folder can be written"), folder.isDir() && folder.isWritable()},
        {QStringLiteral("in_use"), Say::tr("Another program writes to it now"), library::Library::isLocked(directory)},
        {QStringLiteral("free_bytes"), Say::tr("Free disk space"), free, QLocale().formattedDataSize(free)},
    };
}

QList<Finding> contents(const library::Library &library)
{
    const library::Library::Counts counts = library.counts();
    return {
        {QStringLiteral("sources"), Say::tr("Sources"), counts.sources},
        {QStringLiteral("issues"), Say::tr("Issues"), counts.issues},
        {QStringLiteral("entries"), Say::tr("Entries"), counts.entries},
        {QStringLiteral("unread"), Say::tr("Unread entries"), counts.unread},
        {QStringLiteral("papers"), Say::tr("Papers"), counts.papers},
        {QStringLiteral("documents"), Say::tr("PDFs"), counts.documents},
        {QStringLiteral("posts"), Say::tr("Posts kept"), counts.posts},
        {QStringLiteral("highlights"), Say::tr("Highlights"), counts.highlights},
        {QStringLiteral("points"), Say::tr("Points of your own"), counts.points},
        {QStringLiteral("notes"), Say::tr("Notes"), counts.notes},
        {QStringLiteral("sessions"), Say::tr("Sessions"), counts.sessions},
    };
}

/// What was found wrong, one sentence each, beside what was found.
struct Examined
{
    QList<Finding> findings;
    QStringList problems;
    QStringList healed; ///< what was put in order, one sentence each
};

/// How far the text of PDFs is in the search, and what is not.
QList<Finding> pagesFound(const library::Library &library)
{
    const library::PageReads reads = library.pageReads();
    QList<Finding> out{{QStringLiteral("indexed"), Say::tr("PDFs whose text is searched"), reads.done - reads.refused,
                        Say::tr("%1 of %2").arg(reads.done - reads.refused).arg(reads.documents)}};
    if (reads.refused + reads.unread > 0)
        out += {Finding{QStringLiteral("unread_documents"), Say::tr("PDFs that cannot be read"), reads.refused},
                Finding{QStringLiteral("unread_pages"), Say::tr("Pages that cannot be read"), reads.unread},
                Finding{QStringLiteral("unread_reasons"), Say::tr("For these reasons"),
                        QJsonArray::fromStringList(library.unreadReasons()),
                        library.unreadReasons().join(QLatin1Char(' '))}};
    return out;
}

/// Makes damaged indexes of the search again; with --rebuild-index all of them, and reads all PDFs. Nothing where
/// another process writes to the library: then that one does it.
void healLibrary(const Context &context, bool rebuild, Examined &examined)
{
    using library::Library;
    const QString &folder = context.globals.library;
    const SystemClock clock;
    IdSource ids(clock);
    if (!rebuild && (!QFileInfo(folder).isWritable() || Library::isLocked(folder) ||
                     !Library::open(folder, Library::Mode::ReadOnly, clock, ids)))
        return; // damage that an opening for writing would mend, and a library of an older version, are said first
    const auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    if (!opened || (*opened)->isReadOnly()) {
        if (rebuild)
            examined.problems += opened ? (*opened)->newerMessage() : opened.error().message;
        return;
    }
    Library &library = **opened;
    const auto healed = library.healIndexes(rebuild ? Library::IndexCheck::Anyway : Library::IndexCheck::Whole);
    if (!healed)
        examined.problems += healed.error().message;
    examined.healed += healed.valueOr({});
    const auto swept = library.removeLostImages();
    if (!swept)
        examined.problems += swept.error().message;
    else if (!swept->isEmpty())
        examined.healed += *swept;
    if (!rebuild)
        return;
    const auto told = [&](const library::PageReads &reads) {
        context.progress(Say::tr("Indexing %1 of %2").arg(reads.done).arg(reads.documents));
    };
    Result<void> read = library.wantPagesRead();
    if (read)
        read = reading::readPages(library, {}, told);
    if (!read)
        examined.problems += read.error().message;
}

/// With --repair: what is damaged gives way to the newest sound backup.
void repairLibrary(const Context &context, Examined &examined)
{
    using library::Library;
    const SystemClock clock;
    IdSource ids(clock);
    if (!Library::rescueFor(context.globals.library))
        return;
    const auto rescued = Library::rescue(context.globals.library, clock, ids);
    if (rescued)
        examined.healed += rescued->sentences;
    else
        examined.problems += rescued.error().message;
}

QString localTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// How well the notes are kept apart from themselves.
QList<Finding> backupsFound(const library::Library &library)
{
    const auto backups = library.automaticBackups();
    QList<Finding> out{{QStringLiteral("backups"), Say::tr("Automatic backups"), backups.size()}};
    if (!backups.isEmpty())
        out += Finding{QStringLiteral("newest_backup"), Say::tr("The newest of them"),
                       backups.constFirst().made.toString(Qt::ISODate), localTime(backups.constFirst().made)};
    return out;
}

void examineLibrary(const Context &context, Examined &examined)
{
    const SystemClock clock;
    IdSource ids(clock);
    const auto opened = library::Library::open(context.globals.library, library::Library::Mode::ReadOnly, clock, ids);
    if (!opened) {
        examined.problems += opened.error().message;
        if (const auto backup = library::Library::rescueFor(context.globals.library))
            examined.problems += Say::tr("“yaodian doctor --repair” puts the backup of %1 in the place of the damaged "
                                         "notes, with what can still be read of what came after it.")
                                     .arg(localTime(backup->made));
        examined.findings += Finding{QStringLiteral("sound"), Say::tr("The library is sound"), false};
        return;
    }
    const library::Library &library = **opened;
    if (!library.newerMessage().isEmpty())
        examined.problems += library.newerMessage();
    const auto damage = library.check();
    const QStringList sentences = damage ? *damage : QStringList{damage.error().message};
    examined.problems += sentences;
    examined.findings += Finding{QStringLiteral("sound"), Say::tr("The library is sound"), sentences.isEmpty()};
    examined.findings += contents(library) + pagesFound(library) + backupsFound(library);
}

Examined examine(const Context &context, bool rebuild, bool repair)
{
    Examined examined;
    if (repair)
        repairLibrary(context, examined);
    if (QFileInfo(context.globals.library + QStringLiteral("/notes.sqlite")).exists())
        healLibrary(context, rebuild, examined);
    examined.findings = surroundings(QDir(context.globals.library).absolutePath());
    examineLibrary(context, examined);
    if (const auto free = freeBytes(context.globals.library); free && *free < littleSpace)
        examined.problems +=
            Say::tr("Only %1 are free on the disk of the library.").arg(QLocale().formattedDataSize(*free));
    const auto worker = pdf::examineWorker();
    examined.findings += Finding{QStringLiteral("pdf_worker"), Say::tr("PDFs can be opened safely"), worker.ok()};
    if (worker)
        examined.findings +=
            {Finding{QStringLiteral("poppler"), QStringLiteral("Poppler"), worker->poppler},
             Finding{QStringLiteral("pdf_landlock"),
                     Say::tr("A PDF cannot reach your files even if it takes its program over"), worker->landlock},
             Finding{QStringLiteral("pdf_apart"), Say::tr("The program that draws PDFs runs in namespaces of its own"),
                     worker->apart}};
    else
        examined.problems += Say::tr("The sandbox for PDFs cannot be built here, so no PDF will be opened.") +
                             QLatin1Char(' ') + worker.error().message;
    return examined;
}

QString shown(const Finding &finding)
{
    if (!finding.text.isEmpty())
        return finding.text;
    if (finding.value.isBool())
        return finding.value.toBool() ? Say::tr("yes") : Say::tr("no");
    return finding.value.toVariant().toString();
}

/// Opens the library itself: where that fails, the rest is worth knowing all the more.
void doctor(Context &context, const Arguments &arguments, Done done)
{
    const Examined examined = examine(context, arguments.has("--rebuild-index"), arguments.has("--repair"));
    const QStringList &problems = examined.problems;
    QJsonObject object;
    for (const Finding &finding : examined.findings) {
        object.insert(finding.key, finding.value);
        if (!context.globals.json)
            context.print(QStringLiteral("%1: %2").arg(finding.label, shown(finding)));
    }
    object.insert(QStringLiteral("healed"), QJsonArray::fromStringList(examined.healed));
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(problems));
    if (context.globals.json)
        context.printJson(object);
    else
        for (const QString &sentence : examined.healed)
            context.print(sentence);
    if (!context.globals.json)
        for (const QString &problem : problems)
            context.print(QStringLiteral("! ") + problem);
    if (problems.isEmpty())
        return done(exitDone);
    done(context.fail(problems.size() == 1
                          ? problems.constFirst()
                          : Say::tr("%1 problems; the first: %2").arg(problems.size()).arg(problems.constFirst())));
}

void backup(Context &context, const Arguments &arguments, Done done)
{
    const QString file = context.path(arguments.words.constFirst());
    if (const auto made = context.services->library.backup(file); !made)
        return done(context.fail(made.error()));
    context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("file"), file},
                                                         {QStringLiteral("bytes"), QFileInfo(file).size()}})
                         : context.print(Say::tr("Everything that cannot be had again is in %1.").arg(file));
    done(exitDone);
}

void restore(Context &context, const Arguments &arguments, Done done)
{
    const SystemClock clock;
    IdSource ids(clock);
    const QString file = context.path(arguments.words.constFirst());
    const auto restored = library::Library::restore(context.globals.library, file, clock, ids);
    if (!restored)
        return done(context.fail(restored.error()));
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("file"), file},
                                      {QStringLiteral("library"), QDir(context.globals.library).absolutePath()},
                                      {QStringLiteral("posts"), restored->posts},
                                      {QStringLiteral("images"), restored->images},
                                      {QStringLiteral("files"), restored->files},
                                      {QStringLiteral("kept"), orNull(restored->aside)}});
    else if (restored->aside.isEmpty())
        context.print(Say::tr("The library was restored from %1.").arg(file));
    else
        context.print(
            Say::tr("The library was restored from %1; the one before it is kept as %2.").arg(file, restored->aside));
    done(exitDone);
}

} // namespace

QList<Verb> safetyVerbs()
{
    return {
        {"doctor",
         "[--repair] [--rebuild-index]",
         QT_TRANSLATE_NOOP("cli", "is everything in order?"),
         {{"--repair", nullptr, QT_TRANSLATE_NOOP("cli", "put the newest sound backup in the place of damaged notes")},
          {"--rebuild-index", nullptr, QT_TRANSLATE_NOOP("cli", "make the search anew and read all PDFs for it")}},
         0,
         0,
         Need::Nothing,
         doctor},
        {"backup",
         "FILE",
         QT_TRANSLATE_NOOP("cli", "a checked copy of notes, posts, pictures, keys and templates in one file"),
         {},
         1,
         1,
         Need::Read,
         backup},
        {"restore", "FILE", QT_TRANSLATE_NOOP("cli", "the library from a backup"), {}, 1, 1, Need::Nothing, restore},
    };
}

} // namespace yaodian::cli
