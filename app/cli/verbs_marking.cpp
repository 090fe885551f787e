// highlight, point, tie, note: what the reader makes of a paper.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "pdf/document.h"

namespace yaodian::cli {

namespace {

using library::PaperId;

void printId(const Context &context, const QString &id)
{
    context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("id"), id}}) : context.print(id);
}

/// The passage that `quote` is on a page (from 1) of the paper's document.
Result<notes::Passage> passageIn(const Context &context, PaperId paper, int page, const QString &quote)
{
    const auto document = context.services->papers.stored(paper);
    if (!document)
        return Error::world(
            Say::tr("This paper has no PDF yet; “yaodian fetch %1” gets it.").arg(paper.toString().left(8)));
    const auto info = pdf::readInfo(document->path);
    if (!info)
        return info.error();
    if (page > info->pages.size())
        return Error::world(Say::tr("There is no page %1: the PDF has %2.").arg(page).arg(info->pages.size()));
    const auto pages = pdf::readText(document->path, page - 1);
    if (!pages)
        return pages.error();
    const pdf::PageText text = pages->value(0);
    const auto range = notes::findQuote(text, quote);
    if (!range || range->isEmpty())
        return Error::world(Say::tr("Page %1 does not say “%2”.").arg(page).arg(quote));
    return notes::passageOf(text, *range, page - 1, document->sha256);
}

Result<library::HighlightId> makeHighlight(const Context &context, const Arguments &arguments)
{
    const auto paper = resolvePaper(context, arguments.words.constFirst());
    if (!paper)
        return paper.error();
    const auto kinds = context.services->library.kinds();
    if (kinds.isEmpty())
        return Error::world(Say::tr("The library knows no kinds of highlights."));
    library::Kind kind = kinds.constFirst();
    if (arguments.has("--kind")) {
        const auto named = notes::kindNamed(kinds, arguments.value("--kind"));
        if (!named) {
            QStringList names;
            for (const library::Kind &known : kinds)
                names += known.key;
            return Error::world(Say::tr("There is no kind “%1”; there are %2.")
                                    .arg(arguments.value("--kind"), names.join(QLatin1String(", "))));
        }
        kind = *named;
    }
    const auto passage =
        passageIn(context, *paper, arguments.number("--page", 1).value_or(1), arguments.value("--text"));
    if (!passage)
        return passage.error();
    return context.services->notes.addHighlight(*paper, *passage, kind.key, arguments.value("--comment"));
}

void highlight(Context &context, const Arguments &arguments, Done done)
{
    const auto made = makeHighlight(context, arguments);
    if (!made)
        return done(context.fail(made.error()));
    printId(context, made->toString());
    done(exitDone);
}

QString highlightMisuse(const Arguments &arguments)
{
    if (!arguments.number("--page", 1))
        return Say::tr("“highlight” needs --page N, counted from 1.");
    return arguments.value("--text").trimmed().isEmpty() ? Say::tr("“highlight” needs --text QUOTE.") : QString();
}

void point(Context &context, const Arguments &arguments, Done done)
{
    const auto paper = resolvePaper(context, arguments.words.constFirst());
    if (!paper)
        return done(context.fail(paper.error()));
    const QString text = context.textOf(arguments, 1).trimmed();
    if (text.isEmpty())
        return done(context.fail(Say::tr("A point needs a text.")));
    const auto made = context.services->notes.addPoint(*paper, text);
    if (!made)
        return done(context.fail(made.error()));
    printId(context, made->toString());
    done(exitDone);
}

void tie(Context &context, const Arguments &arguments, Done done)
{
    const auto thePoint = resolve(context, arguments.words.at(0), {What::Point});
    if (!thePoint)
        return done(context.fail(thePoint.error()));
    const auto theHighlight = resolve(context, arguments.words.at(1), {What::Highlight});
    if (!theHighlight)
        return done(context.fail(theHighlight.error()));
    const library::PointId pointId(thePoint->id);
    const library::HighlightId highlightId(theHighlight->id);
    if (const auto tied = context.services->notes.tie(pointId, highlightId); !tied)
        return done(context.fail(tied.error()));
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("point"), pointId.toString()},
                                      {QStringLiteral("highlight"), highlightId.toString()}});
    done(exitDone);
}

void note(Context &context, const Arguments &arguments, Done done)
{
    const auto paper = resolvePaper(context, arguments.words.constFirst());
    if (!paper)
        return done(context.fail(paper.error()));
    QString text = context.services->library.note(*paper).text;
    if (arguments.words.size() > 1) {
        const QString typed = context.textOf(arguments, 1);
        if (!arguments.has("--append") || text.isEmpty())
            text = typed;
        else
            text += (text.endsWith(QLatin1Char('\n')) ? QStringLiteral("\n") : QStringLiteral("\n\n")) + typed;
        if (const auto set = context.services->notes.setNote(*paper, text); !set)
            return done(context.fail(set.error()));
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("paper"), paper->toString()}, {QStringLiteral("note"), text}});
    else if (arguments.words.size() == 1)
        context.print(text);
    done(exitDone);
}

QString noteMisuse(const Arguments &arguments)
{
    return arguments.has("--append") && arguments.words.size() < 2 ? Say::tr("“note --append” needs a text.")
                                                                   : QString();
}

bool noteOnlyReads(const Arguments &arguments)
{
    return arguments.words.size() < 2;
}

} // namespace

QList<Verb> markingVerbs()
{
    return {
        {"highlight",
         "ID --page N --text QUOTE [--kind KIND] [--comment TEXT]",
         QT_TRANSLATE_NOOP("cli", "mark a passage of a paper's PDF"),
         {{"--page", "N", QT_TRANSLATE_NOOP("cli", "the page, counted from 1")},
          {"--text", "QUOTE", QT_TRANSLATE_NOOP("cli", "the words of the passage")},
          {"--kind", "KIND", QT_TRANSLATE_NOOP("cli", "what it means: problem, method, result … or its letter")},
          {"--comment", "TEXT", QT_TRANSLATE_NOOP("cli", "what there is to say about it")}},
         1,
         1,
         Need::Write,
         highlight,
         highlightMisuse},
        {"point",
         "ID TEXT|-",
         QT_TRANSLATE_NOOP("cli", "a point of your own about a paper"),
         {},
         2,
         -1,
         Need::Write,
         point},
        {"tie",
         "POINT HIGHLIGHT",
         QT_TRANSLATE_NOOP("cli", "make a highlight the evidence of a point"),
         {},
         2,
         2,
         Need::Write,
         tie},
        {"note",
         "ID [--append] [TEXT|-]",
         QT_TRANSLATE_NOOP("cli", "write the note of a paper, or print it"),
         {{"--append", nullptr, QT_TRANSLATE_NOOP("cli", "after what is there, as a paragraph of its own")}},
         1,
         -1,
         Need::Write,
         note,
         noteMisuse,
         noteOnlyReads},
    };
}

} // namespace yaodian::cli
