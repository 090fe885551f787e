// page, text: a PDF file as the reader sees it, through the worker.
#include "cli/context.h"
#include "cli/say.h"
#include "pdf/document.h"

#include <QImageWriter>

namespace yaodian::cli {

namespace {

constexpr double usualDpi = 150;
constexpr double largestDpi = 1200;

double dpiOf(const Arguments &arguments)
{
    return arguments.has("--dpi") ? arguments.value("--dpi").toDouble() : usualDpi;
}

void page(Context &context, const Arguments &arguments, Done done)
{
    const auto image = pdf::renderPage(context.path(arguments.words.constFirst()),
                                       arguments.number("--page", 1).value_or(1) - 1, dpiOf(arguments));
    if (!image)
        return done(context.fail(image.error()));
    const QString target = context.path(arguments.value("--to"));
    QImageWriter writer(target, "png");
    if (!writer.write(*image))
        return done(context.fail(Say::tr("%1 could not be written: %2.").arg(target, writer.errorString())));
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("file"), target},
                                      {QStringLiteral("width"), image->width()},
                                      {QStringLiteral("height"), image->height()}});
    done(exitDone);
}

QString pageMisuse(const Arguments &arguments)
{
    if (!arguments.number("--page", 1))
        return Say::tr("“page” needs --page N, counted from 1.");
    if (arguments.value("--to").isEmpty())
        return Say::tr("“page” needs --to OUT.png.");
    const double dpi = dpiOf(arguments);
    return dpi >= 1 && dpi <= largestDpi ? QString() : Say::tr("--dpi is a number from 1 to %1.").arg(largestDpi);
}

void text(Context &context, const Arguments &arguments, Done done)
{
    std::optional<int> wanted;
    if (arguments.has("--page"))
        wanted = *arguments.number("--page", 1) - 1;
    const auto pages = pdf::readText(context.path(arguments.words.constFirst()), wanted);
    if (!pages)
        return done(context.fail(pages.error()));
    QJsonArray array;
    QStringList texts;
    for (qsizetype i = 0; i < pages->size(); ++i) {
        texts += pages->at(i).text;
        array += QJsonObject{{QStringLiteral("page"), wanted.value_or(int(i)) + 1},
                             {QStringLiteral("text"), pages->at(i).text}};
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("pages"), array}});
    else
        context.print(texts.join(QLatin1Char('\f'))); // the mark between pages that pdftotext made usual
    done(exitDone);
}

QString textMisuse(const Arguments &arguments)
{
    return arguments.has("--page") && !arguments.number("--page", 1) ? Say::tr("--page is a number, counted from 1.")
                                                                     : QString();
}

} // namespace

QList<Verb> pdfVerbs()
{
    return {
        {"page",
         "FILE --page N [--dpi D] --to OUT.png",
         QT_TRANSLATE_NOOP("cli", "one page of a PDF as a picture"),
         {{"--page", "N", QT_TRANSLATE_NOOP("cli", "the page, counted from 1")},
          {"--dpi", "D", QT_TRANSLATE_NOOP("cli", "dots per inch; 150 where nothing is said")},
          {"--to", "OUT.png", QT_TRANSLATE_NOOP("cli", "the file to write")}},
         1,
         1,
         Need::Nothing,
         page,
         pageMisuse},
        {"text",
         "FILE [--page N]",
         QT_TRANSLATE_NOOP("cli", "the text of a PDF in reading order"),
         {{"--page", "N", QT_TRANSLATE_NOOP("cli", "only this page, counted from 1")}},
         1,
         1,
         Need::Nothing,
         text,
         textMisuse},
    };
}

} // namespace yaodian::cli
