#include "cli/verb.h"

#include "cli/say.h"

namespace yaodian::cli {

namespace {

/// The two that main runs itself, here for their help and the checking of their arguments.
QList<Verb> windowVerbs()
{
    return {
        {"open",
         "FILE.pdf | ID | yaodian://…",
         QT_TRANSLATE_NOOP("cli", "show a PDF, a paper or a passage in the window"),
         {},
         1,
         1,
         Need::Window},
        {"screenshots",
         "[DIR]",
         QT_TRANSLATE_NOOP("cli", "pictures of every window, language, theme and scale, with what is wrong in them"),
         {{"--scale", "N", QT_TRANSLATE_NOOP("cli", "at this scale alone: 1, 1.5 or 2")},
          {"--only", "SCENE", QT_TRANSLATE_NOOP("cli", "this picture alone: library, reader, …")}},
         0,
         1,
         Need::Nothing},
    };
}

} // namespace

std::optional<int> Arguments::number(const char *option, int least) const
{
    bool ok = false;
    const int number = value(option).toInt(&ok);
    return ok && number >= least ? std::optional(number) : std::nullopt;
}

const QList<Verb> &verbTable()
{
    static const QList<Verb> table = [] {
        QList<Verb> rows;
        for (const auto &part : {readingVerbs(), fetchingVerbs(), sourcesVerbs(), syncVerbs(), markingVerbs(),
                                 stateVerbs(), sessionVerbs(), exportVerbs(), pdfVerbs(), safetyVerbs(), windowVerbs()})
            rows += part;
        return rows;
    }();
    return table;
}

const Verb *findVerb(const QString &name)
{
    for (const Verb &verb : verbTable())
        if (name == QLatin1String(verb.name))
            return &verb;
    return nullptr;
}

Need needOf(const Verb &verb, const Arguments &arguments)
{
    return verb.onlyReads && verb.onlyReads(arguments) ? Need::Read : verb.need;
}

bool looksLikeOption(const QString &word)
{
    return word.size() > 2 && word.startsWith(QLatin1String("--")) && word.at(2).isLetter();
}

Arguments sortArguments(const Verb &verb, const QStringList &typed, QString *error)
{
    Arguments sorted;
    const auto wrong = [&](const QString &sentence) {
        if (error->isEmpty())
            *error = sentence;
    };
    bool onlyWords = false;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString &word = typed.at(i);
        if (onlyWords || !(looksLikeOption(word) || word == QLatin1String("--"))) {
            sorted.words += word;
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyWords = true;
            continue;
        }
        const QString name = word.section(QLatin1Char('='), 0, 0);
        const bool joined = name.size() < word.size();
        const auto option = std::find_if(verb.options.begin(), verb.options.end(),
                                         [&](const Option &o) { return name == QLatin1String(o.name); });
        if (option == verb.options.end())
            wrong(Say::tr("“%1” has no option %2.").arg(QLatin1String(verb.name), name));
        else if (!option->value && joined)
            wrong(Say::tr("The option %1 takes no value.").arg(name));
        else if (!option->value)
            sorted.values.insert(name, QString());
        else if (!joined && i + 1 >= typed.size())
            wrong(Say::tr("The option %1 needs a value.").arg(name));
        else
            sorted.values.insert(name, joined ? word.mid(name.size() + 1) : typed.at(++i));
    }
    if (sorted.words.size() < verb.fewest)
        wrong(Say::tr("“%1” needs more: yaodian %1 %2").arg(QLatin1String(verb.name), QString::fromUtf8(verb.usage)));
    if (verb.most >= 0 && sorted.words.size() > verb.most)
        wrong(Say::tr("“%1” has nothing to do with “%2”.").arg(QLatin1String(verb.name), sorted.words.at(verb.most)));
    if (error->isEmpty() && verb.misuse)
        *error = verb.misuse(sorted);
    return sorted;
}

} // namespace yaodian::cli
