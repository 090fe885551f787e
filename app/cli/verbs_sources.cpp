// sources: where issues come from, and what was asked of them.
#include "base/files.h"
#include "cli/arrived.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "sync/choices.h"
#include "sync/kinds.h"
#include "sync/places.h"

#include <QFile>
#include <QLocale>
#include <QStringDecoder>

namespace yaodian::cli {

namespace {

constexpr int mostEvents = 200;
constexpr qint64 largestOpml = 20LL * 1024 * 1024;

QJsonValue timeJson(const QDateTime &time)
{
    return orNull(time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString());
}

QJsonObject sourceJson(const library::Source &source)
{
    return {{QStringLiteral("id"), source.id.toString()},
            {QStringLiteral("kind"), sync::kindWord(source.kind)},
            {QStringLiteral("title"), source.title},
            {QStringLiteral("url"), orNull(source.url)}};
}

/// A move that was said on two days is meant; empty: none.
QString movedHint(const library::Source &source, const library::SyncState &state)
{
    const QString to = sync::movedFor(source, state);
    return to.isEmpty()
               ? QString()
               : Say::tr("It has moved for good to %1; to ask there from now on: yaodian sources set %2 address=%1")
                     .arg(to, source.id.toString().left(8));
}

void listSources(const Context &context, const Arguments &, const Done &done)
{
    QJsonArray array;
    const auto states = context.services->library.syncStates();
    for (const library::Source &source : context.services->library.sources()) {
        if (source.kind == library::Source::Kind::Tour)
            continue;
        const library::SyncState state = states.value(source.id);
        if (!context.globals.json) {
            context.print(QStringLiteral("%1 %2 %3 %4")
                              .arg(source.id.toString().left(8), source.title, source.url, state.lastOutcome)
                              .trimmed());
            if (const QString hint = movedHint(source, state); !hint.isEmpty())
                context.print(QStringLiteral("    ") + hint);
            continue;
        }
        QJsonObject object = sourceJson(source);
        object.insert(QStringLiteral("category"), orNull(source.category));
        object.insert(QStringLiteral("last_fresh"), timeJson(state.lastFresh));
        object.insert(QStringLiteral("last_outcome"), orNull(state.lastOutcome));
        object.insert(QStringLiteral("failures"), state.failures);
        object.insert(QStringLiteral("next_due"), timeJson(state.nextDue));
        object.insert(QStringLiteral("waits_until"), timeJson(state.holdUntil));
        object.insert(QStringLiteral("moved_to"), orNull(state.movedTo));
        array += object;
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("sources"), array}});
    done(exitDone);
}

void addSource(Context &context, const Arguments &arguments, const Done &done)
{
    showActivity(context);
    context.services->sync.find(
        arguments.words.at(1), &context.life, [&context, done](const Result<sync::Finding> &found) {
            if (!found)
                return done(context.fail(found.error()));
            const auto source = context.services->sync.add(*found);
            if (!source)
                return done(context.fail(source.error()));
            if (context.globals.json) {
                QJsonObject object = sourceJson(*source);
                object.insert(QStringLiteral("issues"), found->issues);
                object.insert(QStringLiteral("papers"), found->papers);
                object.insert(QStringLiteral("known"), found->known);
                object.insert(QStringLiteral("titles"), QJsonArray::fromStringList(found->titles));
                context.printJson(object);
                return done(exitDone);
            }
            context.print(Say::tr("Added “%1” (%2).").arg(source->title, source->url));
            context.print(Say::tr("%1: %n issue(s) at the moment", nullptr, found->issues).arg(found->what));
            for (const QString &title : found->titles)
                context.print(QStringLiteral("    ") + title);
            done(exitDone);
        });
}

std::optional<library::Source> sourceOf(const Context &context, library::SourceId id)
{
    for (const library::Source &source : context.services->library.sources()) {
        if (source.id == id)
            return source;
    }
    return std::nullopt;
}

void removeSource(Context &context, const Arguments &arguments, const Done &done)
{
    const auto named = resolve(context, arguments.words.at(1), {What::Source});
    if (!named)
        return done(context.fail(named.error()));
    const library::SourceId id(named->id);
    const auto source = sourceOf(context, id);
    if (!source)
        return done(context.fail(Say::tr("There is no such source.")));
    if (const auto removed = context.services->library.removeSource(id); !removed)
        return done(context.fail(removed.error()));
    context.services->secrets.forget(*source, &context.life, [&context, done, id](const Result<void> &forgotten) {
        context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("removed"), id.toString()}})
                             : context.print(Say::tr("The source is gone; its issues stay."));
        done(forgotten ? exitDone : context.fail(forgotten.error()));
    });
}

/// The one line of standard input.
Result<QString> typedPassword(const Context &context)
{
    QByteArray line = context.input;
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString password = decoder(line);
    if (decoder.hasError() || password.contains(QLatin1Char('\n')) || password.contains(QChar(0)))
        return Error::world(Say::tr("The password on standard input is not one line of UTF-8 text."));
    return password;
}

void setSource(Context &context, const Arguments &arguments, const Done &done)
{
    const auto named = resolve(context, arguments.words.at(1), {What::Source});
    if (!named)
        return done(context.fail(named.error()));
    auto source = sourceOf(context, library::SourceId(named->id));
    if (!source)
        return done(context.fail(Say::tr("There is no such source.")));
    const library::Source before = *source;
    for (const QString &word : arguments.words.mid(2)) {
        if (const auto chosen = sync::choose(*source, word); !chosen)
            return done(context.fail(chosen.error()));
    }
    const bool withPassword = arguments.has("--password");
    const auto password = withPassword ? typedPassword(context) : Result<QString>(QString());
    if (!password)
        return done(context.fail(password.error()));
    if (!password->isEmpty() && source->options.user.isEmpty())
        return done(context.fail(Say::tr("A password goes with a user name: add user=NAME.")));
    if (const auto stored = context.services->library.putSource(*source); !stored)
        return done(context.fail(stored.error()));
    const auto tell = [&context, done, source = *source] {
        context.globals.json ? context.printJson(sourceJson(source))
                             : context.print(Say::tr("“%1” is asked so from now on.").arg(source.title));
        done(exitDone);
    };
    const auto kept = [&context, done, tell](const Result<void> &result) {
        result ? tell() : done(context.fail(result.error()));
    };
    if (withPassword)
        context.services->secrets.setPassword(source->id, *password, &context.life, kept);
    else if (source->options.user.isEmpty())
        context.services->secrets.forget(before, &context.life, kept); // a password goes with a user name
    else
        tell();
}

void showLog(Context &context, const Arguments &arguments, const Done &done)
{
    std::optional<library::SourceId> only;
    if (arguments.words.size() > 1) {
        const auto named = resolve(context, arguments.words.at(1), {What::Source});
        if (!named)
            return done(context.fail(named.error()));
        only = library::SourceId(named->id);
    }
    QHash<library::SourceId, QString> titles;
    for (const library::Source &source : context.services->library.sources())
        titles.insert(source.id, source.title);
    QJsonArray array;
    const auto events = context.services->library.syncLog(only, {}, mostEvents);
    for (const library::SyncEvent &event : events) {
        const QString title = titles.value(event.source);
        if (!context.globals.json) {
            const QString time = QLocale().toString(event.at.toLocalTime(), QLocale::ShortFormat);
            context.print(QStringLiteral("%1  %2  %3").arg(time, title, event.sentence));
            continue;
        }
        array += QJsonObject{{QStringLiteral("source"), event.source.toString()},
                             {QStringLiteral("title"), title},
                             {QStringLiteral("at"), timeJson(event.at)},
                             {QStringLiteral("outcome"), event.sentence},
                             {QStringLiteral("new"), event.fresh},
                             {QStringLiteral("updated"), event.updated},
                             {QStringLiteral("again"), timeJson(event.again)}};
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("events"), array}});
    done(exitDone);
}

void showPresets(Context &context, const Arguments &, const Done &done)
{
    QJsonArray array;
    for (const sync::Preset &preset : sync::presets()) {
        if (!context.globals.json)
            context.print(QStringLiteral("%1  %2").arg(preset.address, preset.title));
        array += QJsonObject{{QStringLiteral("title"), preset.title}, {QStringLiteral("url"), preset.address}};
    }
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("presets"), array}});
    done(exitDone);
}

void importOpml(Context &context, const Arguments &arguments, const Done &done)
{
    const QString word = arguments.words.at(1);
    const auto bytes =
        word == QLatin1String("-") ? Result<QByteArray>(context.input) : readFile(context.path(word), largestOpml);
    const auto added = bytes ? context.services->sync.addFromOpml(*bytes) : Result<int>(bytes.error());
    if (!added)
        return done(context.fail(added.error()));
    context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("new"), *added}})
                         : context.print(Say::tr("%n source(s) added", nullptr, *added));
    done(exitDone);
}

void exportOpml(Context &context, const Arguments &arguments, const Done &done)
{
    const QByteArray opml = context.services->sync.toOpml();
    const QString to = arguments.words.value(1, QStringLiteral("-"));
    if (to == QLatin1String("-")) {
        context.out(opml);
        return done(exitDone);
    }
    if (const auto written = writeFileAtomically(context.path(to), opml); !written)
        return done(context.fail(written.error()));
    context.globals.json ? context.printJson(QJsonObject{{QStringLiteral("path"), context.path(to)}})
                         : context.print(context.path(to));
    done(exitDone);
}

/// What can be done with sources, by the word that asks for it.
struct SourceAct
{
    const char *word;
    qsizetype fewest; ///< words behind it
    qsizetype most;
    bool onlyReads;
    void (*run)(Context &, const Arguments &, const Done &);
};
const SourceAct sourceActs[] = {
    {"list", 0, 0, true, [](Context &c, const Arguments &a, const Done &d) { listSources(c, a, d); }},
    {"add", 1, 1, false, addSource},
    {"remove", 1, 1, false, removeSource},
    {"set", 1, 99, false, setSource},
    {"log", 0, 1, true, showLog},
    {"presets", 0, 0, true, showPresets},
    {"import", 1, 1, false, importOpml},
    {"export", 0, 1, true, exportOpml},
};

const SourceAct *actOf(const Arguments &arguments)
{
    const QString word = arguments.words.value(0, QStringLiteral("list"));
    for (const SourceAct &act : sourceActs) {
        if (word == QLatin1String(act.word))
            return &act;
    }
    return nullptr;
}

QString sourcesMisuse(const Arguments &arguments)
{
    const SourceAct *act = actOf(arguments);
    const qsizetype behind = qMax(qsizetype(0), arguments.words.size() - 1);
    if (!act)
        return Say::tr("“sources” knows list, add, remove, set, log, presets, import and export, not “%1”.")
            .arg(arguments.words.first());
    const bool sets = QLatin1String(act->word) == QLatin1String("set");
    const bool withPassword = arguments.has("--password");
    if (withPassword && !sets)
        return Say::tr("--password goes with “sources set”.");
    if (withPassword && arguments.value("--password") != QLatin1String("-"))
        return Say::tr("--password is followed by “-”, and the password is a line of standard input: among the "
                       "arguments others could read it.");
    const qsizetype fewest = act->fewest + (sets && !withPassword ? 1 : 0);
    return behind < fewest      ? Say::tr("“sources %1” needs to know more.").arg(QLatin1String(act->word))
           : behind > act->most ? Say::tr("“sources %1” takes nothing more.").arg(QLatin1String(act->word))
                                : QString();
}

bool sourcesOnlyReads(const Arguments &arguments)
{
    const SourceAct *act = actOf(arguments);
    return act && act->onlyReads;
}

void runSources(Context &context, const Arguments &arguments, Done done)
{
    actOf(arguments)->run(context, arguments, done);
}

} // namespace

QList<Verb> sourcesVerbs()
{
    return {{"sources",
             "[list | add URL | remove ID | set ID KEY=VALUE … | log [ID] | presets | import OPML | export [OPML]]",
             QT_TRANSLATE_NOOP("cli", "where issues come from"),
             {{"--password", "-",
               QT_TRANSLATE_NOOP("cli", "set: the password, a line of standard input; an empty one takes it out")}},
             0,
             -1,
             Need::Write,
             runSources,
             sourcesMisuse,
             sourcesOnlyReads}};
}

} // namespace yaodian::cli
