// export: Markdown out, to a folder or to standard output.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

#include <QFileInfo>

namespace yaodian::cli {

namespace {

using exporting::Template;
using library::PaperId;

/// Formats of the design that this version does not write yet.
bool comesLater(const QString &format)
{
    static const QStringList later{QStringLiteral("bibtex"), QStringLiteral("csl-json"), QStringLiteral("annotations"),
                                   QStringLiteral("pdf"),    QStringLiteral("anki"),     QStringLiteral("report")};
    return later.contains(format);
}

Template templateOf(const Context &context, const Arguments &arguments)
{
    static const QStringList builtIn{QStringLiteral("obsidian"), QStringLiteral("logseq"), QStringLiteral("plain")};
    Template form;
    if (arguments.has("--template"))
        form.name = builtIn.contains(arguments.value("--template")) ? arguments.value("--template")
                                                                    : context.path(arguments.value("--template"));
    return form;
}

int printMarkdown(const Context &context, const Result<QString> &text)
{
    if (!text)
        return context.fail(text.error());
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("markdown"), *text}});
    else
        context.out(text->toUtf8());
    return exitDone;
}

int printWritten(const Context &context, const Result<exporting::Written> &written)
{
    if (!written)
        return context.fail(written.error());
    if (context.globals.json) {
        context.printJson(QJsonObject{{QStringLiteral("files"), QJsonArray::fromStringList(written->files)},
                                      {QStringLiteral("unchanged"), written->unchanged},
                                      {QStringLiteral("conflicts"), QJsonArray::fromStringList(written->conflicts)}});
        return exitDone;
    }
    for (const QString &line : written->files + written->conflicts)
        context.print(line);
    return exitDone;
}

Result<QList<PaperId>> chosenPapers(const Context &context, const Arguments &arguments)
{
    if (!arguments.has("--all"))
        return resolvePapers(context, arguments.words);
    QList<PaperId> papers;
    for (const PaperId &paper : context.services->library.papersWithNotes())
        if (!isTourOnly(context, paper))
            papers += paper;
    return papers;
}

int exportPapers(const Context &context, const Arguments &arguments, const QString &folder)
{
    const auto papers = chosenPapers(context, arguments);
    if (!papers)
        return context.fail(papers.error());
    const Template form = templateOf(context, arguments);
    const exporting::Markdown &markdown = context.services->markdown;
    return folder.isEmpty() ? printMarkdown(context, markdown.paper(papers->constFirst(), form))
                            : printWritten(context, markdown.writePapers(*papers, folder, form));
}

int exportIssue(const Context &context, const Arguments &arguments, const QString &folder)
{
    const auto named = resolve(context, arguments.value("--issue"), {What::Issue});
    if (!named)
        return context.fail(named.error());
    const library::IssueId id(named->id);
    const Template form = templateOf(context, arguments);
    const exporting::Markdown &markdown = context.services->markdown;
    return folder.isEmpty() ? printMarkdown(context, markdown.issue(id, form))
                            : printWritten(context, markdown.writeIssue(id, folder, form));
}

int exportSession(const Context &context, const Arguments &arguments, const QString &folder)
{
    const auto named = resolve(context, arguments.value("--session"), {What::Session});
    if (!named)
        return context.fail(named.error());
    const library::SessionId id(named->id);
    const Template form = templateOf(context, arguments);
    const exporting::Markdown &markdown = context.services->markdown;
    return folder.isEmpty() ? printMarkdown(context, markdown.session(id, form))
                            : printWritten(context, markdown.writeSession(id, folder, form));
}

void exportAll(Context &context, const Arguments &arguments, Done done)
{
    if (comesLater(arguments.value("--format")))
        return done(context.fail(Say::tr("The format %1 comes with a later version; this one writes markdown.")
                                     .arg(arguments.value("--format"))));
    const QString folder = arguments.has("--to") ? context.path(arguments.value("--to")) : QString();
    done(arguments.has("--issue")     ? exportIssue(context, arguments, folder)
         : arguments.has("--session") ? exportSession(context, arguments, folder)
                                      : exportPapers(context, arguments, folder));
}

QString exportMisuse(const Arguments &arguments)
{
    if (arguments.has("--format") && arguments.value("--format") != QLatin1String("markdown") &&
        !comesLater(arguments.value("--format")))
        return Say::tr("There is no format “%1”.").arg(arguments.value("--format"));
    if (arguments.has("--to") && arguments.value("--to").isEmpty())
        return Say::tr("--to needs the name of a folder.");
    const int chosen = int(arguments.has("--issue")) + int(arguments.has("--session")) + int(arguments.has("--all")) +
                       int(!arguments.words.isEmpty());
    if (chosen == 0)
        return Say::tr("“export” needs to know what: papers by their IDs, --issue ID, --session ID or --all.");
    if (chosen > 1)
        return Say::tr("“export” takes one of: papers by their IDs, --issue ID, --session ID, --all.");
    const bool several = arguments.has("--all") || arguments.words.size() > 1;
    return several && !arguments.has("--to") ? Say::tr("Several papers need a folder: --to DIR.") : QString();
}

} // namespace

QList<Verb> exportVerbs()
{
    return {
        {"export",
         "[--format F] [--template T] [--to DIR] [--issue ID | --session ID | --all | ID …]",
         QT_TRANSLATE_NOOP("cli", "Markdown of papers, an issue, a session or everything with notes"),
         {{"--format", "F", QT_TRANSLATE_NOOP("cli", "markdown")},
          {"--template", "T", QT_TRANSLATE_NOOP("cli", "obsidian, logseq, plain or a file")},
          {"--to", "DIR", QT_TRANSLATE_NOOP("cli", "into this folder; without it one paper goes to standard output")},
          {"--issue", "ID", QT_TRANSLATE_NOOP("cli", "the papers of one issue")},
          {"--session", "ID", QT_TRANSLATE_NOOP("cli", "the record of one session")},
          {"--all", nullptr, QT_TRANSLATE_NOOP("cli", "every paper with notes")}},
         0,
         -1,
         Need::Read,
         exportAll,
         exportMisuse}};
}

} // namespace yaodian::cli
