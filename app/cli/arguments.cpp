#include "cli/cli.h"

#include "cli/say.h"
#include "cli/verb.h"

#include <QDir>
#include <QStandardPaths>

namespace yaodian::cli {

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

namespace {

const Option *optionNamed(const QList<Option> &options, const QString &name)
{
    for (const Option &option : options)
        if (name == QLatin1String(option.name))
            return &option;
    return nullptr;
}

QString oneOf(const QString &name, const QString &value, const QStringList &choices)
{
    return choices.contains(value)
               ? QString()
               : Say::tr("%1 is one of %2, not “%3”.").arg(name, choices.join(QLatin1String(", ")), value);
}

/// Takes one global option with its value; gives back what is wrong with it.
QString take(Invocation &invocation, const QString &name, const QString &value)
{
    Globals &globals = invocation.globals;
    if (name == QLatin1String("--library")) {
        globals.library = value;
        return value.isEmpty() ? Say::tr("--library needs the name of a folder.") : QString();
    }
    if (name == QLatin1String("--lang")) {
        globals.language = value;
        return oneOf(name, value, {QStringLiteral("zh_CN"), QStringLiteral("en")});
    }
    if (name == QLatin1String("--theme")) {
        globals.theme = value;
        return oneOf(name, value, {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")});
    }
    if (name == QLatin1String("--mirror")) {
        globals.mirrors += value;
        return value.indexOf(QLatin1Char('=')) > 0 ? QString()
                                                   : Say::tr("--mirror is written HOST=BASE, not “%1”.").arg(value);
    }
    globals.offline |= name == QLatin1String("--offline");
    globals.json |= name == QLatin1String("--json");
    invocation.help |= name == QLatin1String("--help");
    invocation.version |= name == QLatin1String("--version");
    return {};
}

/// The place of the first word that is neither an option nor a global option's value; -1: there is none.
qsizetype verbPlace(const QStringList &typed)
{
    for (qsizetype i = 0; i < typed.size(); ++i) {
        if (!looksLikeOption(typed.at(i)))
            return i;
        const Option *option = optionNamed(globalOptions(), typed.at(i));
        i += option && option->value ? 1 : 0;
    }
    return -1;
}

/// What a desktop hands over without a verb: a link, the address of a file or its path.
bool isToOpen(const QString &word)
{
    return word.startsWith(QLatin1String("yaodian://"), Qt::CaseInsensitive) ||
           word.startsWith(QLatin1String("file:/"), Qt::CaseInsensitive) || word.startsWith(QLatin1Char('/'));
}

/// With the verb that such a word is short for.
QStringList withVerb(QStringList typed)
{
    if (const qsizetype place = verbPlace(typed); place >= 0 && isToOpen(typed.at(place)))
        typed.insert(place, QStringLiteral("open"));
    return typed;
}

QString libraryFolder(const QString &option)
{
    QString folder = option;
    if (folder.isEmpty())
        folder = qEnvironmentVariable("YAODIAN_LIBRARY");
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/yaodian");
    return QDir::cleanPath(QDir().absoluteFilePath(folder));
}

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

} // namespace

Invocation parseArguments(const QStringList &typed)
{
    const QStringList arguments = withVerb(typed);
    Invocation invocation;
    const auto wrong = [&](const QString &sentence) {
        if (invocation.usageError.isEmpty())
            invocation.usageError = sentence;
    };
    const QString name = arguments.value(verbPlace(arguments));
    const Verb *verb = findVerb(name);
    bool verbSeen = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == QLatin1String("--")) { // everything behind it is the verb's
            invocation.arguments += arguments.mid(i);
            break;
        }
        if (!looksLikeOption(word)) {
            if (verbSeen)
                invocation.arguments += word;
            verbSeen = true;
            continue;
        }
        const QString bare = word.section(QLatin1Char('='), 0, 0);
        const bool joined = bare.size() < word.size();
        if (const Option *own = verb ? optionNamed(verb->options, bare) : nullptr) {
            invocation.arguments += word;
            if (own->value && !joined && i + 1 < arguments.size())
                invocation.arguments += arguments.at(++i); // its value, whatever it looks like
            continue;
        }
        const Option *global = optionNamed(globalOptions(), bare);
        if (!global)
            verb ? invocation.arguments += word
                 : (wrong(Say::tr("There is no option %1.").arg(bare)), invocation.arguments);
        else if (!global->value)
            wrong(joined ? Say::tr("The option %1 takes no value.").arg(bare) : take(invocation, bare, {}));
        else if (joined)
            wrong(take(invocation, bare, word.mid(bare.size() + 1)));
        else if (i + 1 < arguments.size())
            wrong(take(invocation, bare, arguments.at(++i)));
        else
            wrong(Say::tr("The option %1 needs a value.").arg(bare));
    }
    invocation.verb = name;
    if (!name.isEmpty() && !verb)
        wrong(Say::tr("There is no verb “%1”; yaodian --help lists them.").arg(name));
    else if (verb && !invocation.help)
        static_cast<void>(sortArguments(*verb, invocation.arguments, &invocation.usageError));
    invocation.globals.library = libraryFolder(invocation.globals.library);
    return invocation;
}

bool needsWindow(const Invocation &invocation)
{
    return invocation.verb.isEmpty() || invocation.verb == QLatin1String("open");
}

QString helpText(const Invocation &invocation)
{
    if (const Verb *verb = findVerb(invocation.verb)) {
        QString text = QStringLiteral("yaodian %1 %2\n    %3\n")
                           .arg(QLatin1String(verb->name), QString::fromUtf8(verb->usage), Say::tr(verb->summary));
        if (!verb->options.isEmpty())
            text += QLatin1Char('\n') + optionLines(verb->options);
        return text + QLatin1Char('\n') + Say::tr("Options of every verb:") + QLatin1Char('\n') +
               optionLines(globalOptions());
    }
    QString text = Say::tr("yaodian — digests of papers, their PDFs, your points") + QStringLiteral("\n\n");
    text += QStringLiteral("  yaodian\n      %1\n").arg(Say::tr("the window"));
    for (const Verb &verb : verbTable())
        text += QStringLiteral("  yaodian %1 %2\n      %3\n")
                    .arg(QLatin1String(verb.name), QString::fromUtf8(verb.usage), Say::tr(verb.summary));
    text += QLatin1Char('\n') + Say::tr("Options of every verb:") + QLatin1Char('\n') + optionLines(globalOptions());
    return text + QLatin1Char('\n') + Say::tr("Exit: 0 done, 1 refused or failed, 2 not understood.") +
           QLatin1Char('\n');
}

} // namespace yaodian::cli
