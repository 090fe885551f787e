#include "cli/arrived.h"

#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

namespace yaodian::cli {

void Arrived::add(const sync::Outcome &outcome)
{
    fresh += outcome.fresh;
    updated += outcome.updated;
    unchanged += outcome.unchanged;
    failed += outcome.failed;
    waiting += outcome.waiting;
}

int report(const Context &context, const Arrived &arrived)
{
    if (context.globals.json) {
        QJsonObject object{{QStringLiteral("new"), arrived.fresh},
                           {QStringLiteral("updated"), arrived.updated},
                           {QStringLiteral("unchanged"), arrived.unchanged},
                           {QStringLiteral("failed"), QJsonArray::fromStringList(arrived.failed)}};
        if (!arrived.waiting.isEmpty())
            object.insert(QStringLiteral("waiting"), QJsonArray::fromStringList(arrived.waiting));
        context.printJson(object);
    } else {
        context.print(Say::tr("%1 new, %2 updated, %3 unchanged, %4 failed")
                          .arg(arrived.fresh)
                          .arg(arrived.updated)
                          .arg(arrived.unchanged)
                          .arg(arrived.failed.size()));
        for (const QString &sentence : arrived.waiting)
            context.print(QStringLiteral("    ") + sentence);
    }
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

} // namespace yaodian::cli
