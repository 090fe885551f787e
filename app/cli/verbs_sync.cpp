// sync: asking the sources.
#include "cli/arrived.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

#include <memory>

namespace yaodian::cli {

namespace {

constexpr int mostOlder = 30; ///< pages of one request for older issues

Result<QList<library::SourceId>> sourcesNamed(const Context &context, const QStringList &words)
{
    QList<library::SourceId> out;
    for (const QString &word : words) {
        const auto named = resolve(context, word, {What::Source});
        if (!named)
            return named.error();
        out += library::SourceId(named->id);
    }
    return out;
}

void syncSome(Context &context, const QList<library::SourceId> &asked, int older, const Done &done)
{
    auto arrived = std::make_shared<Arrived>();
    auto left = std::make_shared<qsizetype>(asked.size());
    const auto finished = [&context, arrived, left, done](const sync::Outcome &outcome) {
        arrived->add(outcome);
        if (--*left == 0)
            done(report(context, *arrived));
    };
    for (const library::SourceId &source : asked) {
        if (older > 0)
            context.services->sync.backfill(source, older, &context.life, finished);
        else
            context.services->sync.syncSource(source, &context.life, finished);
    }
}

/// What a timer runs is also the time for a backup, where no window is open that would make it.
void backUp(Context &context, int exit, const Done &done)
{
    cli::Services &services = *context.services;
    if (!services.settings.flag("backUp"))
        return done(exit);
    services.background.run(
        &context.life,
        [&library = services.library](const CancelToken &token) { return library.backUpIfDue({}, token); },
        [&context, exit, done](const Result<QString> &made) {
            if (!made)
                context.progress(made.error().message);
            done(exit);
        });
}

void syncSources(Context &context, const Arguments &arguments, Done done)
{
    const auto asked = sourcesNamed(context, arguments.words);
    if (!asked)
        return done(context.fail(asked.error()));
    showActivity(context);
    if (!asked->isEmpty())
        return syncSome(context, *asked, arguments.number("--older", 1).value_or(0), done);
    const auto finished = [&context, done](const sync::Outcome &outcome) {
        Arrived arrived;
        arrived.add(outcome);
        done(report(context, arrived));
    };
    if (arguments.has("--due"))
        context.services->sync.syncDue(&context.life, [&context, done](const sync::Outcome &outcome) {
            Arrived arrived;
            arrived.add(outcome);
            backUp(context, report(context, arrived), done);
        });
    else
        context.services->sync.syncAll(&context.life, finished);
}

QString syncMisuse(const Arguments &arguments)
{
    const auto older = arguments.number("--older", 1);
    if (arguments.has("--older") && (!older || *older > mostOlder))
        return Say::tr("--older takes a number of pages from 1 to %1.").arg(mostOlder);
    if (older && arguments.words.isEmpty())
        return Say::tr("--older needs to know of which source.");
    return arguments.has("--due") && !arguments.words.isEmpty() ? Say::tr("--due goes without named sources.")
                                                                : QString();
}

} // namespace

QList<Verb> syncVerbs()
{
    return {{"sync",
             "[SOURCE …] [--due] [--older N]",
             QT_TRANSLATE_NOOP("cli", "ask the sources for new issues"),
             {{"--due", nullptr, QT_TRANSLATE_NOOP("cli", "only those whose time has come")},
              {"--older", "N", QT_TRANSLATE_NOOP("cli", "fetch older issues, N pages (days, files) of them")}},
             0,
             -1,
             Need::Write,
             syncSources,
             syncMisuse}};
}

} // namespace yaodian::cli
