// doctor, backup, restore: is everything sound, and what if not.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "pdf/document.h"

#include <QFileInfo>
#include <QSysInfo>

namespace yaodian::cli {

namespace {

/// One line of the doctor's report; `key` names it in the JSON.
struct Finding
{
    QString key;
    QString label;
    QJsonValue value;
};

QList<Finding> findings(const Context &context)
{
    const library::Library &library = context.services->library;
    const QFileInfo folder(library.directory());
    const bool worker = pdf::startWorker() != nullptr;
    return {
        {QStringLiteral("version"), Say::tr("Version"), QCoreApplication::applicationVersion()},
        {QStringLiteral("qt"), Say::tr("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("system"), Say::tr("System"), QSysInfo::prettyProductName()},
        {QStringLiteral("library"), Say::tr("Library"), library.directory()},
        {QStringLiteral("exists"), Say::tr("The folder exists"), folder.isDir()},
        {QStringLiteral("writable"), Say::tr("The folder can be written"), folder.isDir() && folder.isWritable()},
        {QStringLiteral("in_use"), Say::tr("Another program writes to it now"),
         library::Library::isLocked(library.directory())},
        {QStringLiteral("sources"), Say::tr("Sources"), int(library.sources().size())},
        {QStringLiteral("entries"), Say::tr("Entries"), library.count({})},
        {QStringLiteral("unread"), Say::tr("Unread entries"), library.countUnread({})},
        {QStringLiteral("pdf_worker"), Say::tr("PDFs can be opened safely"), worker},
    };
}

QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Say::tr("yes") : Say::tr("no");
    return value.toVariant().toString();
}

void doctor(Context &context, const Arguments &, Done done)
{
    const auto damage = context.services->library.check();
    if (!damage)
        return done(context.fail(damage.error()));
    QStringList problems = *damage;
    if (!context.services->library.newerMessage().isEmpty())
        problems += context.services->library.newerMessage();
    QJsonObject object;
    for (const Finding &finding : findings(context)) {
        object.insert(finding.key, finding.value);
        if (finding.key == QLatin1String("pdf_worker") && !finding.value.toBool())
            problems += Say::tr("The sandbox for PDFs cannot be built here, so no PDF will be opened.");
        if (!context.globals.json)
            context.print(QStringLiteral("%1: %2").arg(finding.label, shown(finding.value)));
    }
    object.insert(QStringLiteral("problems"), QJsonArray::fromStringList(problems));
    if (context.globals.json)
        context.printJson(object);
    else
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

void restore(Context &context, const Arguments &, Done done)
{
    done(context.fail(Say::tr("Restoring comes with a later version; the backup file is untouched.")));
}

} // namespace

QList<Verb> safetyVerbs()
{
    return {
        {"doctor", "", QT_TRANSLATE_NOOP("cli", "is everything in order?"), {}, 0, 0, Need::Read, doctor},
        {"backup",
         "FILE",
         QT_TRANSLATE_NOOP("cli", "a checked copy of notes and posts in one file"),
         {},
         1,
         1,
         Need::Read,
         backup},
        {"restore", "FILE", QT_TRANSLATE_NOOP("cli", "the library from a backup"), {}, 1, 1, Need::Nothing, restore},
    };
}

} // namespace yaodian::cli
