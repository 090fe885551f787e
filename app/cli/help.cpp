// What --help says: of the table of verbs, as text for people and as JSON for what else is made of it (the manual page,
// the completions of the shells).
#include "cli/cli.h"
#include "cli/say.h"
#include "cli/verb.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yaodian::cli {

namespace {

QString optionLines(const QList<Option> &options)
{
    QString lines;
    for (const Option &option : options) {
        const QString head = option.value
                                 ? QStringLiteral("%1 %2").arg(QLatin1String(option.name), QLatin1String(option.value))
                                 : QString::fromLatin1(option.name);
        lines += QStringLiteral("  %1  %2\n").arg(head, -26).arg(Say::tr(option.text));
    }
    return lines;
}

QJsonArray optionsJson(const QList<Option> &options)
{
    QJsonArray rows;
    for (const Option &option : options)
        rows += QJsonObject{
            {QStringLiteral("name"), QLatin1String(option.name)},
            {QStringLiteral("value"), option.value ? QJsonValue(QLatin1String(option.value)) : QJsonValue()},
            {QStringLiteral("text"), Say::tr(option.text)}};
    return rows;
}

QJsonObject verbJson(const Verb &verb)
{
    return {{QStringLiteral("name"), QLatin1String(verb.name)},
            {QStringLiteral("usage"), QString::fromUtf8(verb.usage)},
            {QStringLiteral("summary"), Say::tr(verb.summary)},
            {QStringLiteral("options"), optionsJson(verb.options)}};
}

/// All verbs, or the one, and the options of every verb.
QString helpJson(const Verb *one)
{
    QJsonArray verbs;
    for (const Verb &verb : verbTable())
        if (!one || one == &verb)
            verbs += verbJson(verb);
    const QJsonObject help{{QStringLiteral("verbs"), verbs}, {QStringLiteral("options"), optionsJson(globalOptions())}};
    return QString::fromUtf8(QJsonDocument(help).toJson());
}

} // namespace

const QList<Option> &globalOptions()
{
    static const QList<Option> options{
        {"--library", "DIR", QT_TRANSLATE_NOOP("cli", "the folder of the library (or YAODIAN_LIBRARY)")},
        {"--lang", "zh_CN|en", QT_TRANSLATE_NOOP("cli", "the language, for this run")},
        {"--theme", "light|dark|system", QT_TRANSLATE_NOOP("cli", "the look of the window, for this run")},
        {"--offline", nullptr, QT_TRANSLATE_NOOP("cli", "no network, for this run")},
        {"--mirror", "HOST=BASE", QT_TRANSLATE_NOOP("cli", "ask BASE instead of HOST; as often as wanted")},
        {"--json", nullptr, QT_TRANSLATE_NOOP("cli", "the result as JSON")},
        {"--help", nullptr, QT_TRANSLATE_NOOP("cli", "this text")},
        {"--version", nullptr, QT_TRANSLATE_NOOP("cli", "the version of the program")},
    };
    return options;
}

QString helpText(const Invocation &invocation)
{
    const Verb *verb = findVerb(invocation.verb);
    if (invocation.globals.json)
        return helpJson(verb);
    if (verb) {
        QString text = QStringLiteral("yaodian %1 %2\n    %3\n")
                           .arg(QLatin1String(verb->name), QString::fromUtf8(verb->usage), Say::tr(verb->summary));
        if (!verb->options.isEmpty())
            text += QLatin1Char('\n') + optionLines(verb->options);
        return text + QLatin1Char('\n') + Say::tr("Options of every verb:") + QLatin1Char('\n') +
               optionLines(globalOptions());
    }
    QString text = Say::tr("yaodian — digests of papers, their PDFs, your points") + QStringLiteral("\n\n");
    text += QStringLiteral("  yaodian\n      %1\n").arg(Say::tr("the window"));
    for (const Verb &each : verbTable())
        text += QStringLiteral("  yaodian %1 %2\n      %3\n")
                    .arg(QLatin1String(each.name), QString::fromUtf8(each.usage), Say::tr(each.summary));
    text += QLatin1Char('\n') + Say::tr("Options of every verb:") + QLatin1Char('\n') + optionLines(globalOptions());
    return text + QLatin1Char('\n') + Say::tr("Exit: 0 done, 1 refused or failed, 2 not understood.") +
           QLatin1Char('\n');
}

} // namespace yaodian::cli
