// import, reparse, sources, sync, fetch: what comes into the library.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

#include <memory>

namespace yaodian::cli {

namespace {

/// Counts of a verb that brings something in; the answers of several requests add up.
struct Arrived
{
    int fresh = 0;
    int updated = 0;
    int unchanged = 0;
    QStringList failed;

    void add(const sync::Outcome &outcome)
    {
        fresh += outcome.fresh;
        updated += outcome.updated;
        unchanged += outcome.unchanged;
        failed += outcome.failed;
    }
};

int report(const Context &context, const Arrived &arrived)
{
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("new"), arrived.fresh},
                                      {QStringLiteral("updated"), arrived.updated},
                                      {QStringLiteral("unchanged"), arrived.unchanged},
                                      {QStringLiteral("failed"), QJsonArray::fromStringList(arrived.failed)}});
    else
        context.print(Say::tr("%1 new, %2 updated, %3 unchanged, %4 failed")
                          .arg(arrived.fresh)
                          .arg(arrived.updated)
                          .arg(arrived.unchanged)
                          .arg(arrived.failed.size()));
    if (arrived.failed.isEmpty())
        return exitDone;
    if (arrived.failed.size() == 1)
        return context.fail(arrived.failed.constFirst());
    if (!context.globals.json)
        for (const QString &sentence : arrived.failed)
            context.print(QStringLiteral("    ") + sentence);
    return context.fail(
        Say::tr("%1 of them failed; the first: %2").arg(arrived.failed.size()).arg(arrived.failed.constFirst()));
}

void showActivity(Context &context)
{
    QObject::connect(&context.services->sync, &sync::Sync::activity, &context.life,
                     [&context](const QString &line) { context.progress(line); });
}

void importAll(Context &context, const Arguments &arguments, Done done)
{
    showActivity(context);
    const auto finished = [&context, done](const sync::Outcome &outcome) {
        Arrived arrived;
        arrived.add(outcome);
        done(report(context, arrived));
    };
    if (arguments.words == QStringList{QStringLiteral("-")}) {
        context.services->sync.importBytes(context.input, QString(), library::Library::filesSource(), &context.life,
                                           finished);
        return;
    }
    QStringList paths;
    for (const QString &word : arguments.words)
        paths += context.path(word);
    context.services->sync.importFiles(paths, &context.life, finished);
}

void reparse(Context &context, const Arguments &, Done done)
{
    showActivity(context);
    if (const auto wanted = context.services->library.wantParsedAgain(); !wanted)
        return done(context.fail(wanted.error()));
    context.services->sync.parseAgain(&context.life, [&context, done](const sync::Outcome &outcome) {
        Arrived arrived;
        arrived.add(outcome);
        done(report(context, arrived));
    });
}

QJsonObject sourceJson(const library::Source &source)
{
    return {{QStringLiteral("id"), source.id.toString()},
            {QStringLiteral("title"), source.title},
            {QStringLiteral("url"), orNull(source.url)}};
}

void listSources(const Context &context)
{
    QJsonArray array;
    for (const library::Source &source : context.services->library.sources()) {
        if (source.kind == library::Source::Kind::Tour)
            continue;
        const library::SyncState state = context.services->library.syncState(source.id);
        if (!context.globals.json) {
            context.print(QStringLiteral("%1 %2 %3 %4")
                              .arg(source.id.toString().left(8), source.title, source.url, state.lastOutcome)
                              .trimmed());
            continue;
        }
        QJsonObject object = sourceJson(source);
        object.insert(QStringLiteral("last_fresh"), orNull(state.lastFresh.toString(Qt::ISODate)));
        object.insert(QStringLiteral("last_outcome"), orNull(state.lastOutcome));
        object.insert(QStringLiteral("failures"), state.failures);
        array += object;
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("sources"), array}});
}

void removeSource(const Context &context, const QString &name, const Done &done)
{
    const auto named = resolve(context, name, {What::Source});
    if (!named)
        return done(context.fail(named.error()));
    const library::SourceId id(named->id);
    if (const auto removed = context.services->library.removeSource(id); !removed)
        return done(context.fail(removed.error()));
    context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("removed"), id.toString()}})
                         : context.print(Say::tr("The source is gone; its issues stay."));
    done(exitDone);
}

void sources(Context &context, const Arguments &arguments, Done done)
{
    const QString act = arguments.words.value(0, QStringLiteral("list"));
    if (act == QLatin1String("remove"))
        return removeSource(context, arguments.words.at(1), done);
    if (act == QLatin1String("add")) {
        showActivity(context);
        context.services->sync.addSource(
            arguments.words.at(1), &context.life, [&context, done](const Result<library::Source> &source) {
                if (!source)
                    return done(context.fail(source.error()));
                context.globals.json ? context.printJson(sourceJson(*source))
                                     : context.print(Say::tr("Added “%1” (%2).").arg(source->title, source->url));
                done(exitDone);
            });
        return;
    }
    listSources(context);
    done(exitDone);
}

QString sourcesMisuse(const Arguments &arguments)
{
    const QString act = arguments.words.value(0, QStringLiteral("list"));
    const bool takesOne = act == QLatin1String("add") || act == QLatin1String("remove");
    if (!takesOne && act != QLatin1String("list"))
        return Say::tr("“sources” knows add, remove and list, not “%1”.").arg(act);
    return arguments.words.size() <= 1 && takesOne    ? Say::tr("“sources %1” needs to know which.").arg(act)
           : arguments.words.size() == 2 && !takesOne ? Say::tr("“sources list” takes nothing more.")
                                                      : QString();
}

bool sourcesOnlyReads(const Arguments &arguments)
{
    return arguments.words.value(0, QStringLiteral("list")) == QLatin1String("list");
}

/// How long a source rests between two rounds of the timer, where its server asked for nothing else.
constexpr qint64 restSeconds = 3600;

/// True where the time of any source has come. A source that was never asked is due.
bool anyIsDue(const Context &context)
{
    const QDateTime now = context.services->clock.now();
    for (const library::Source &source : context.services->library.sources()) {
        const library::SyncState state = context.services->library.syncState(source.id);
        const bool resting = (state.nextDue.isValid() && state.nextDue > now) ||
                             (state.lastTried.isValid() && state.lastTried.addSecs(restSeconds) > now);
        if (source.kind == library::Source::Kind::Feed && !resting)
            return true;
    }
    return false;
}

void syncSources(Context &context, const Arguments &arguments, Done done)
{
    QList<library::SourceId> asked;
    for (const QString &word : arguments.words) {
        const auto named = resolve(context, word, {What::Source});
        if (!named)
            return done(context.fail(named.error()));
        asked += library::SourceId(named->id);
    }
    showActivity(context);
    auto arrived = std::make_shared<Arrived>();
    if (arguments.has("--due") && !anyIsDue(context))
        return done(report(context, *arrived));
    if (asked.isEmpty()) {
        // Also for the timer: they are asked conditionally, so one that had time left costs its server one 304.
        context.services->sync.syncAll(&context.life, [&context, arrived, done](const sync::Outcome &outcome) {
            arrived->add(outcome);
            done(report(context, *arrived));
        });
        return;
    }
    auto left = std::make_shared<qsizetype>(asked.size());
    for (const library::SourceId &source : asked)
        context.services->sync.syncSource(source, &context.life,
                                          [&context, arrived, left, done](const sync::Outcome &outcome) {
                                              arrived->add(outcome);
                                              if (--*left == 0)
                                                  done(report(context, *arrived));
                                          });
}

QString syncMisuse(const Arguments &arguments)
{
    return arguments.has("--due") && !arguments.words.isEmpty() ? Say::tr("--due goes without named sources.")
                                                                : QString();
}

/// One PDF after the other: `left` papers wait.
void fetchNext(Context &context, const std::shared_ptr<QList<library::PaperId>> &left,
               const std::shared_ptr<Arrived> &arrived, const Done &done)
{
    while (!left->isEmpty() && context.services->papers.stored(left->constFirst())) {
        left->removeFirst();
        ++arrived->unchanged;
    }
    if (left->isEmpty())
        return done(report(context, *arrived));
    const library::PaperId paper = left->takeFirst();
    const auto known = context.services->library.paper(paper);
    const QString title = known ? known->title : paper.toString();
    context.progress(Say::tr("Fetching “%1”…").arg(title));
    context.services->papers.fetch(paper, &context.life,
                                   [&context, left, arrived, done, title](const Result<library::Document> &document) {
                                       if (document) {
                                           ++arrived->fresh;
                                           if (!context.globals.json)
                                               context.print(document->path);
                                       } else {
                                           arrived->failed += Say::tr("“%1”: %2").arg(title, document.error().message);
                                       }
                                       fetchNext(context, left, arrived, done);
                                   });
}

void fetch(Context &context, const Arguments &arguments, Done done)
{
    auto papers = resolvePapers(context, arguments.words);
    if (!papers)
        return done(context.fail(papers.error()));
    fetchNext(context, std::make_shared<QList<library::PaperId>>(*papers), std::make_shared<Arrived>(), done);
}

} // namespace

QList<Verb> fetchingVerbs()
{
    return {
        {"import",
         "FILE|DIR|- …",
         QT_TRANSLATE_NOOP("cli", "digests and PDFs into the library"),
         {},
         1,
         -1,
         Need::Write,
         importAll},
        {"reparse", "", QT_TRANSLATE_NOOP("cli", "stored posts, parsed again"), {}, 0, 0, Need::Write, reparse},
        {"sources",
         "[add URL | remove ID | list]",
         QT_TRANSLATE_NOOP("cli", "where issues come from"),
         {},
         0,
         2,
         Need::Write,
         sources,
         sourcesMisuse,
         sourcesOnlyReads},
        {"sync",
         "[SOURCE …] [--due]",
         QT_TRANSLATE_NOOP("cli", "ask the sources for new issues"),
         {{"--due", nullptr, QT_TRANSLATE_NOOP("cli", "only those whose time has come")}},
         0,
         -1,
         Need::Write,
         syncSources,
         syncMisuse},
        {"fetch", "ID …", QT_TRANSLATE_NOOP("cli", "get the PDFs of papers"), {}, 1, -1, Need::Write, fetch},
    };
}

} // namespace yaodian::cli
