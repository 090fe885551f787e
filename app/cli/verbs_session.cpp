// session: a sitting over a queue of papers, from the command line.
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

namespace yaodian::cli {

namespace {

using library::PaperId;
using library::Session;

QString titleOf(const Context &context, PaperId id)
{
    const auto paper = context.services->library.paper(id);
    return paper ? paper->title : id.toString();
}

QJsonObject sessionJson(const Context &context, const Session &session)
{
    QJsonArray queue;
    for (const PaperId &paper : session.queue)
        queue += paper.toString();
    const reading::Summary summary = context.services->reading.summary(session);
    return {{QStringLiteral("id"), session.id.toString()},
            {QStringLiteral("started"), orNull(session.started.toString(Qt::ISODate))},
            {QStringLiteral("ended"), orNull(session.ended.toString(Qt::ISODate))},
            {QStringLiteral("queue"), queue},
            {QStringLiteral("position"), session.position},
            {QStringLiteral("read"), summary.read},
            {QStringLiteral("keep"), summary.keep},
            {QStringLiteral("drop"), summary.drop},
            {QStringLiteral("highlights"), summary.highlights},
            {QStringLiteral("points"), summary.points},
            {QStringLiteral("minutes"), summary.minutes}};
}

QString sessionLine(const Context &context, const Session &session)
{
    const reading::Summary summary = context.services->reading.summary(session);
    return Say::tr("%1: %2 papers; %3 read, %4 kept, %5 dropped; %6 highlights, %7 points, %8 min")
        .arg(session.id.toString().right(8))
        .arg(session.queue.size())
        .arg(summary.read)
        .arg(summary.keep)
        .arg(summary.drop)
        .arg(summary.highlights)
        .arg(summary.points)
        .arg(summary.minutes);
}

int show(const Context &context, const Session &session)
{
    context.globals.json ? context.printJson(sessionJson(context, session))
                         : context.print(sessionLine(context, session));
    return exitDone;
}

int start(const Context &context, const Arguments &arguments)
{
    const auto papers = resolvePapers(context, arguments.words.mid(1));
    if (!papers)
        return context.fail(papers.error());
    const auto session = context.services->reading.start(*papers);
    return session ? show(context, *session) : context.fail(session.error());
}

/// The verdict is of the paper that is left.
int next(const Context &context, const Arguments &arguments)
{
    if (!context.services->reading.current())
        return context.fail(Say::tr("No session is open; “yaodian session start ID …” starts one."));
    if (arguments.has("--verdict"))
        if (const auto given = context.services->reading.verdict(*verdictNamed(arguments.value("--verdict"))); !given)
            return context.fail(given.error());
    const auto paper = context.services->reading.next();
    if (!paper)
        return context.fail(paper.error());
    if (context.globals.json)
        context.printJson(
            QJsonObject{{QStringLiteral("paper"), *paper ? QJsonValue((*paper)->toString()) : QJsonValue()},
                        {QStringLiteral("title"), *paper ? QJsonValue(titleOf(context, **paper)) : QJsonValue()}});
    else
        context.print(*paper ? titleOf(context, **paper)
                             : Say::tr("That was the last paper; “yaodian session end” ends it."));
    return exitDone;
}

int end(const Context &context)
{
    const auto session = context.services->reading.end();
    return session ? show(context, *session) : context.fail(session.error());
}

int listAll(const Context &context)
{
    QJsonArray array;
    for (const Session &session : context.services->library.sessions())
        context.globals.json ? array.append(sessionJson(context, session))
                             : context.print(sessionLine(context, session));
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("sessions"), array}});
    return exitDone;
}

int current(const Context &context)
{
    if (const auto session = context.services->reading.current())
        return show(context, *session);
    if (context.globals.json)
        context.printJson(QJsonObject{{QStringLiteral("id"), QJsonValue()}});
    else
        context.print(Say::tr("No session is open."));
    return exitDone;
}

void session(Context &context, const Arguments &arguments, Done done)
{
    const QString act = arguments.words.value(0);
    done(act == QLatin1String("start")  ? start(context, arguments)
         : act == QLatin1String("next") ? next(context, arguments)
         : act == QLatin1String("end")  ? end(context)
         : act == QLatin1String("list") ? listAll(context)
                                        : current(context));
}

QString sessionMisuse(const Arguments &arguments)
{
    static const QStringList acts{QString(), QStringLiteral("start"), QStringLiteral("next"), QStringLiteral("end"),
                                  QStringLiteral("list")};
    const QString act = arguments.words.value(0);
    if (!acts.contains(act))
        return Say::tr("“session” knows start, next, end and list, not “%1”.").arg(act);
    if (act == QLatin1String("start"))
        return arguments.words.size() < 2 ? Say::tr("“session start” needs the papers to read.") : QString();
    if (arguments.words.size() > 1)
        return Say::tr("“session %1” takes nothing more.").arg(act);
    if (!arguments.has("--verdict"))
        return {};
    if (act != QLatin1String("next"))
        return Say::tr("Only “session next” takes --verdict.");
    return verdictNamed(arguments.value("--verdict"))
               ? QString()
               : Say::tr("A verdict is read, keep, drop or none, not “%1”.").arg(arguments.value("--verdict"));
}

bool sessionOnlyReads(const Arguments &arguments)
{
    const QString act = arguments.words.value(0);
    return act.isEmpty() || act == QLatin1String("list");
}

} // namespace

QList<Verb> sessionVerbs()
{
    return {{"session",
             "[start ID … | next [--verdict V] | end | list]",
             QT_TRANSLATE_NOOP("cli", "a sitting over a queue of papers; alone: the open one"),
             {{"--verdict", "V", QT_TRANSLATE_NOOP("cli", "of the paper that is left: read, keep, drop or none")}},
             0,
             -1,
             Need::Write,
             session,
             sessionMisuse,
             sessionOnlyReads}};
}

} // namespace yaodian::cli
