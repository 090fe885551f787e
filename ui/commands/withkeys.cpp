#include "ui/commands/withkeys.h"

#include "ui/commands/commands.h"
#include "ui/commands/keysyntax.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Its first sequence, key by key, without a wildcard at the end.
QStringList firstKeys(const Commands &commands, const Command &command)
{
    QStringList keys = commands.keysOf(command).value(0).split(u' ', Qt::SkipEmptyParts);
    if (!keys.isEmpty() && isWildcard(keys.last()))
        keys.removeLast();
    return keys;
}

/// The command that "{id}" is, where it is one.
const Command *commandIn(QStringView brackets)
{
    return brackets.size() > 2 && brackets.front() == u'{' && brackets.back() == u'}'
               ? commandById(brackets.sliced(1, brackets.size() - 2).toString())
               : nullptr;
}

} // namespace

QString keyTextOf(const Commands &commands, const QString &id)
{
    const Command *command = commandById(id);
    return command ? keysText(firstKeys(commands, *command).join(u' ')) : QString();
}

QString withKeys(const Commands &commands, const QString &sentence)
{
    QString said;
    for (qsizetype at = 0; at < sentence.size();) {
        const qsizetype begin = sentence.indexOf(u'{', at);
        const qsizetype end = begin < 0 ? -1 : sentence.indexOf(u'}', begin);
        if (end < 0)
            return said + sentence.mid(at);
        const Command *command = commandIn(QStringView(sentence).sliced(begin, end + 1 - begin));
        const qsizetype next = command ? end + 1 : begin + 1;
        said += QStringView(sentence).sliced(at, (command ? begin : next) - at);
        if (command) {
            const QString key = keysText(firstKeys(commands, *command).join(u' '));
            said += key.isEmpty() ? u"“%1”"_s.arg(commandText(*command)) : key;
        }
        at = next;
    }
    return said;
}

std::optional<QStringList> keycapsOf(const Commands &commands, const QStringList &keys)
{
    QStringList caps;
    for (const QString &key : keys) {
        const Command *command = commandIn(key);
        if (!command) {
            caps << key;
            continue;
        }
        const QStringList own = firstKeys(commands, *command);
        if (own.isEmpty())
            return std::nullopt;
        for (const QString &one : own)
            caps << keysText(one);
    }
    return caps;
}

} // namespace yaodian::ui
