// export: what was read and thought, to a folder or to standard output.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "exporting/templates.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <optional>

namespace yaodian::cli {

namespace {

using exporting::Formats;
using exporting::Template;
using library::PaperId;

QString formatOf(const Arguments &arguments)
{
    return arguments.has("--format") ? arguments.value("--format") : QStringLiteral("markdown");
}

bool isReport(const Arguments &arguments)
{
    return formatOf(arguments) == QLatin1String("report");
}

bool isPdf(const Arguments &arguments)
{
    return formatOf(arguments) == QLatin1String("pdf");
}

/// Formats of whole papers besides Markdown; nullopt for any other word.
std::optional<Formats::Format> formatNamed(const QString &name)
{
    static const QHash<QString, Formats::Format> known{{QStringLiteral("bibtex"), Formats::Bibtex},
                                                       {QStringLiteral("csl-json"), Formats::CslJson},
                                                       {QStringLiteral("annotations"), Formats::Annotations},
                                                       {QStringLiteral("anki"), Formats::Anki}};
    const auto it = known.constFind(name);
    return it == known.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<Template::Groups> groupsNamed(const QString &name)
{
    using Groups = Template::Groups;
    static const QHash<QString, Groups> known{{QStringLiteral("none"), Groups::None},
                                              {QStringLiteral("kind"), Groups::Kind},
                                              {QStringLiteral("section"), Groups::Section}};
    const auto it = known.constFind(name);
    return it == known.constEnd() ? std::nullopt : std::optional(*it);
}

Template templateOf(const Context &context, const Arguments &arguments)
{
    Template form;
    if (const QString named = arguments.value("--template"); arguments.has("--template")) {
        const auto own = exporting::Templates::of(context.services->library);
        form.name = exporting::Templates::builtIn().contains(named) || own.has(named) ? named : context.path(named);
    }
    if (const auto groups = groupsNamed(arguments.value("--group")))
        form.groups = *groups;
    return form;
}

/// Under the format's name: what is JSON as such, all else as a text.
int printText(const Context &context, const QString &format, const Result<QByteArray> &text)
{
    if (!text)
        return context.fail(text.error());
    if (!context.globals.json) {
        context.out(*text);
        return exitDone;
    }
    const QJsonDocument json = QJsonDocument::fromJson(*text);
    context.printJson(QJsonObject{{format, json.isArray()    ? QJsonValue(json.array())
                                           : json.isObject() ? QJsonValue(json.object())
                                                             : QJsonValue(QString::fromUtf8(*text))}});
    return exitDone;
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
                                      {QStringLiteral("taken"), written->taken},
                                      {QStringLiteral("conflicts"), QJsonArray::fromStringList(written->conflicts)}});
        return exitDone;
    }
    for (const QString &line : written->files + written->conflicts)
        context.print(line);
    if (written->taken > 0)
        context.print(Say::tr("%n edit(s) from the files are in the library now; undo takes them back.", nullptr,
                              written->taken));
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

using View = library::ListQuery::View;

/// The views by the words of the command line, with the titles of their files.
struct ViewName
{
    const char *word;
    View view;
    const char *title;
};

constexpr ViewName viewNames[] = {{"all", View::All, QT_TRANSLATE_NOOP("cli", "All entries")},
                                  {"today", View::Today, QT_TRANSLATE_NOOP("cli", "Today")},
                                  {"unread", View::Unread, QT_TRANSLATE_NOOP("cli", "Unread")},
                                  {"later", View::Later, QT_TRANSLATE_NOOP("cli", "Later")},
                                  {"starred", View::Starred, QT_TRANSLATE_NOOP("cli", "Starred")},
                                  {"kept", View::Kept, QT_TRANSLATE_NOOP("cli", "Kept")},
                                  {"notes", View::WithNotes, QT_TRANSLATE_NOOP("cli", "With notes")},
                                  {"check", View::NeedsCheck, QT_TRANSLATE_NOOP("cli", "Needs check")}};

const ViewName *viewNamed(const QString &word)
{
    const auto it = std::find_if(std::begin(viewNames), std::end(viewNames),
                                 [&word](const ViewName &one) { return word == QLatin1String(one.word); });
    return it == std::end(viewNames) ? nullptr : it;
}

exporting::Chosen chosenView(const Context &context, const Arguments &arguments)
{
    const ViewName &name = *viewNamed(arguments.value("--view"));
    library::ListQuery query;
    query.view = name.view;
    query.todayStartMs = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    QString title = QCoreApplication::translate("cli", name.title);
    if (arguments.has("--category")) {
        query.category = arguments.value("--category");
        title += QStringLiteral(" · ") + *query.category;
    }
    return exporting::chosenList(context.services->library, query, title);
}

int exportView(const Context &context, const Arguments &arguments, const QString &folder)
{
    const exporting::Chosen chosen = chosenView(context, arguments);
    const Template form = templateOf(context, arguments);
    const exporting::Markdown &markdown = context.services->markdown;
    return folder.isEmpty() ? printMarkdown(context, markdown.list(chosen, form))
                            : printWritten(context, markdown.writeList(chosen, folder, form));
}

int exportReport(const Context &context, const Arguments &arguments, const QString &folder)
{
    const auto named = resolve(context, arguments.value("--session"), {What::Session});
    if (!named)
        return context.fail(named.error());
    const library::SessionId id(named->id);
    const Formats &formats = context.services->formats;
    return folder.isEmpty() ? printText(context, formatOf(arguments), formats.report(id))
                            : printWritten(context, formats.writeReport(id, folder));
}

Result<exporting::Chosen> chosenOf(const Context &context, const Arguments &arguments)
{
    const Formats &formats = context.services->formats;
    if (arguments.has("--issue") || arguments.has("--session")) {
        const bool issue = arguments.has("--issue");
        const auto named =
            resolve(context, arguments.value(issue ? "--issue" : "--session"), {issue ? What::Issue : What::Session});
        if (!named)
            return named.error();
        return issue ? formats.ofIssue(library::IssueId(named->id)) : formats.ofSession(library::SessionId(named->id));
    }
    if (arguments.has("--view"))
        return chosenView(context, arguments);
    const auto papers = chosenPapers(context, arguments);
    return papers ? Result<exporting::Chosen>(exporting::Chosen{*papers}) : Result<exporting::Chosen>(papers.error());
}

int exportAs(Formats::Format format, const Context &context, const Arguments &arguments, const QString &folder)
{
    const auto chosen = chosenOf(context, arguments);
    if (!chosen)
        return context.fail(chosen.error());
    const Formats &formats = context.services->formats;
    return folder.isEmpty() ? printText(context, formatOf(arguments), formats.text(format, chosen->papers))
                            : printWritten(context, formats.write(format, *chosen, folder));
}

int exportPdf(const Context &context, const Arguments &arguments, const QString &to)
{
    const auto chosen = chosenOf(context, arguments);
    if (!chosen)
        return context.fail(chosen.error());
    return printWritten(context, exporting::PdfCopies(context.services->library).write(chosen->papers, to));
}

int exportMarkdown(const Context &context, const Arguments &arguments, const QString &folder)
{
    return arguments.has("--issue")     ? exportIssue(context, arguments, folder)
           : arguments.has("--session") ? exportSession(context, arguments, folder)
           : arguments.has("--view")    ? exportView(context, arguments, folder)
                                        : exportPapers(context, arguments, folder);
}

void exportAll(Context &context, const Arguments &arguments, Done done)
{
    const QString folder = arguments.has("--to") ? context.path(arguments.value("--to")) : QString();
    const auto other = formatNamed(formatOf(arguments));
    done(isReport(arguments) ? exportReport(context, arguments, folder)
         : isPdf(arguments)  ? exportPdf(context, arguments, folder)
         : other             ? exportAs(*other, context, arguments, folder)
                             : exportMarkdown(context, arguments, folder));
}

QString exportMisuse(const Arguments &arguments)
{
    const QString format = formatOf(arguments);
    const bool markdown = format == QLatin1String("markdown");
    if (!markdown && !isReport(arguments) && !isPdf(arguments) && !formatNamed(format))
        return Say::tr("There is no format “%1”.").arg(format);
    if (!markdown && arguments.has("--template"))
        return Say::tr("--template is for markdown.");
    if (!markdown && arguments.has("--group"))
        return Say::tr("--group is for markdown.");
    if (arguments.has("--group") && !groupsNamed(arguments.value("--group")))
        return Say::tr("--group is one of: none, kind, section.");
    if (arguments.has("--view") && viewNamed(arguments.value("--view")) == nullptr)
        return Say::tr("--view is one of: all, today, unread, later, starred, notes, check.");
    if (arguments.has("--category") && !arguments.has("--view"))
        return Say::tr("--category narrows a view: --view NAME.");
    if (isReport(arguments) && !arguments.has("--session"))
        return Say::tr("A report is about a session: --session ID.");
    if (arguments.has("--to") && arguments.value("--to").isEmpty())
        return Say::tr("--to needs the name of a folder.");
    if (isPdf(arguments) && !arguments.has("--to"))
        return Say::tr("A copy of a PDF needs a place: --to DIR or FILE.pdf.");
    const int chosen = int(arguments.has("--issue")) + int(arguments.has("--session")) + int(arguments.has("--all")) +
                       int(arguments.has("--view")) + int(!arguments.words.isEmpty());
    if (chosen == 0)
        return Say::tr(
            "“export” needs to know what: papers by their IDs, --issue ID, --session ID, --view NAME or --all.");
    if (chosen > 1)
        return Say::tr("“export” takes one of: papers by their IDs, --issue ID, --session ID, --view NAME, --all.");
    const bool several = arguments.has("--all") || arguments.words.size() > 1;
    return several && !arguments.has("--to") ? Say::tr("Several papers need a folder: --to DIR.") : QString();
}

} // namespace

QList<Verb> exportVerbs()
{
    return {
        {"export",
         "[--format F] [--template T] [--to DIR] [--issue ID | --session ID | --view V | --all | ID …]",
         QT_TRANSLATE_NOOP("cli",
                           "papers, an issue, a session or everything with notes: Markdown, references, cards …"),
         {{"--format", "F", QT_TRANSLATE_NOOP("cli", "markdown, bibtex, csl-json, annotations, pdf, anki or report")},
          {"--template", "T", QT_TRANSLATE_NOOP("cli", "obsidian, logseq, plain, one of your own or a file")},
          {"--to", "DIR",
           QT_TRANSLATE_NOOP(
               "cli", "into this folder (a copy of one PDF: or file); without it one paper goes to standard output")},
          {"--issue", "ID", QT_TRANSLATE_NOOP("cli", "the papers of one issue")},
          {"--session", "ID", QT_TRANSLATE_NOOP("cli", "the record of one session")},
          {"--view", "V",
           QT_TRANSLATE_NOOP("cli", "what a view lists: all, today, unread, later, starred, notes, check")},
          {"--category", "C", QT_TRANSLATE_NOOP("cli", "of the view, only this category")},
          {"--group", "G", QT_TRANSLATE_NOOP("cli", "highlights by none, kind or section")},
          {"--all", nullptr, QT_TRANSLATE_NOOP("cli", "every paper with notes")}},
         0,
         -1,
         Need::Write, // what was edited in files of Markdown is taken in
         exportAll,
         exportMisuse,
         [](const Arguments &arguments) {
             return !arguments.has("--to") ||
                    (arguments.has("--format") && formatOf(arguments) != QLatin1String("markdown"));
         },
         true}};
}

} // namespace yaodian::cli
