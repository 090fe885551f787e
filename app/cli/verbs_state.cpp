// mark, merge, apart, undo, redo: the state of a paper, what is one, and the way back.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

namespace yaodian::cli {

namespace {

using library::PaperId;

/// The flags of `mark` in pairs that exclude each other, with what they do.
struct Flag
{
    const char *on;
    const char *off;
    Result<void> (notes::Notes::*set)(const QList<PaperId> &, bool);
};

const QList<Flag> &flags()
{
    static const QList<Flag> table{
        {"--star", "--unstar", &notes::Notes::setStarred},
        {"--read", "--unread", &notes::Notes::setRead},
        {"--later", "--not-later", &notes::Notes::setLater},
    };
    return table;
}

Result<void> apply(const Context &context, PaperId paper, const Arguments &arguments)
{
    notes::Notes &acts = context.services->notes;
    if (arguments.has("--verdict"))
        if (const auto set = acts.setVerdict({paper}, *verdictNamed(arguments.value("--verdict"))); !set)
            return set;
    for (const Flag &flag : flags())
        if (arguments.has(flag.on) || arguments.has(flag.off))
            if (const auto set = (acts.*flag.set)({paper}, arguments.has(flag.on)); !set)
                return set;
    return {};
}

void mark(Context &context, const Arguments &arguments, Done done)
{
    const auto paper = resolvePaper(context, arguments.words.constFirst());
    if (!paper)
        return done(context.fail(paper.error()));
    if (const auto set = apply(context, *paper, arguments); !set)
        return done(context.fail(set.error()));
    const library::PaperState state = context.services->library.state(*paper);
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("paper"), paper->toString()},
                                      {QStringLiteral("unread"), !state.read},
                                      {QStringLiteral("starred"), state.starred},
                                      {QStringLiteral("later"), state.later},
                                      {QStringLiteral("verdict"), verdictJson(state.verdict)}});
    done(exitDone);
}

QString markMisuse(const Arguments &arguments)
{
    bool any = arguments.has("--verdict");
    if (any && !verdictNamed(arguments.value("--verdict")))
        return Say::tr("A verdict is read, keep, drop or none, not “%1”.").arg(arguments.value("--verdict"));
    for (const Flag &flag : flags()) {
        any |= arguments.has(flag.on) || arguments.has(flag.off);
        if (arguments.has(flag.on) && arguments.has(flag.off))
            return Say::tr("%1 and %2 exclude each other.").arg(QLatin1String(flag.on), QLatin1String(flag.off));
    }
    return any ? QString() : Say::tr("“mark” needs to know what to mark; yaodian mark --help lists it.");
}

void tell(Context &context, const Result<library::Operation> &operation, const char *key, const Done &done)
{
    if (!operation)
        return done(context.fail(operation.error()));
    if (context.globals.json)
        context.printJson(QJsonObject{{QLatin1String(key), operation->label},
                                      {QStringLiteral("act"), operation->act},
                                      {QStringLiteral("id"), operation->id.toString()}});
    else
        context.print(operation->label);
    done(exitDone);
}

void tellPaper(Context &context, const Result<PaperId> &paper, const Done &done)
{
    if (!paper)
        return done(context.fail(paper.error()));
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("paper"), paper->toString()}});
    else
        context.print(paper->toString());
    done(exitDone);
}

void merge(Context &context, const Arguments &arguments, Done done)
{
    QList<PaperId> papers;
    for (const QString &word : arguments.words) {
        const auto paper = resolvePaper(context, word);
        if (!paper)
            return done(context.fail(paper.error()));
        papers += *paper;
    }
    tellPaper(context, context.services->library.merge(papers), done);
}

void setApart(Context &context, const Arguments &arguments, Done done)
{
    const auto named = resolve(context, arguments.words.constFirst(), {What::Entry});
    if (!named)
        return done(context.fail(named.error()));
    tellPaper(context, context.services->library.setApart(library::EntryId(named->id)), done);
}

void undo(Context &context, const Arguments &, Done done)
{
    tell(context, context.services->notes.undo(), "undone", done);
}

void redo(Context &context, const Arguments &, Done done)
{
    tell(context, context.services->notes.redo(), "redone", done);
}

} // namespace

QList<Verb> stateVerbs()
{
    return {
        {"mark",
         "ID [--verdict read|keep|drop|none] [--star|--unstar] [--read|--unread] [--later|--not-later]",
         QT_TRANSLATE_NOOP("cli", "the state of a paper"),
         {{"--verdict", "V", QT_TRANSLATE_NOOP("cli", "read, keep, drop or none")},
          {"--star", nullptr, QT_TRANSLATE_NOOP("cli", "star it")},
          {"--unstar", nullptr, QT_TRANSLATE_NOOP("cli", "take the star away")},
          {"--read", nullptr, QT_TRANSLATE_NOOP("cli", "it is read")},
          {"--unread", nullptr, QT_TRANSLATE_NOOP("cli", "it is unread")},
          {"--later", nullptr, QT_TRANSLATE_NOOP("cli", "for later")},
          {"--not-later", nullptr, QT_TRANSLATE_NOOP("cli", "no longer for later")}},
         1,
         1,
         Need::Write,
         mark,
         markMisuse},
        {"merge",
         "ID ID …",
         QT_TRANSLATE_NOOP("cli", "papers that are one, by your word"),
         {},
         2,
         -1,
         Need::Write,
         merge},
        {"apart",
         "ENTRY",
         QT_TRANSLATE_NOOP("cli", "an entry that is about another paper than it was taken for"),
         {},
         1,
         1,
         Need::Write,
         setApart},
        {"undo", "", QT_TRANSLATE_NOOP("cli", "take the last act back"), {}, 0, 0, Need::Write, undo},
        {"redo", "", QT_TRANSLATE_NOOP("cli", "do again what was taken back"), {}, 0, 0, Need::Write, redo},
    };
}

} // namespace yaodian::cli
