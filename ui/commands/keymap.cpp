#include "ui/commands/keymap.h"

#include "ui/commands/keysay.h"
#include "ui/commands/keysyntax.h"

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const Command &command)
{
    return QLatin1StringView(command.id);
}

/// Without these nobody finds the way back to the keys.
bool isVital(const QString &id)
{
    return id == "go.back"_L1 || id == "app.palette"_L1 || id == "help.keys"_L1;
}

bool meetsOne(const QString &keys, const QStringList &sequences)
{
    return std::any_of(sequences.begin(), sequences.end(), [&](const QString &one) { return keysMeet(one, keys); });
}

} // namespace

Result<QStringList> KeyMap::checked(const Command &command, const QStringList &typed)
{
    QStringList sequences;
    for (const QString &one : typed) {
        const auto keys = checkedKeys(command, one);
        if (!keys)
            return keys.error();
        for (const QString &other : std::as_const(sequences))
            if (keysMeet(other, *keys))
                return Error::world(KeySay::tr("“%1” and “%2” begin alike, so that only one of them can be a key.")
                                        .arg(keysText(other), keysText(*keys)));
        sequences << *keys;
    }
    if (sequences.isEmpty() && isVital(idOf(command)))
        return Error::world(KeySay::tr("“%1” always keeps a key.").arg(commandText(command)));
    return sequences;
}

QStringList KeyMap::keysOf(const Command &command) const
{
    const auto it = m_keys.isEmpty() ? m_keys.constEnd() : m_keys.constFind(idOf(command));
    return it == m_keys.constEnd() ? command.keys : *it;
}

bool KeyMap::isChanged(const Command &command) const
{
    return keysOf(command) != command.keys;
}

QList<KeyOwner> KeyMap::owners(const QStringList &sequences, const Command &except,
                               const std::function<bool(const Command &)> &isAsked) const
{
    QList<KeyOwner> found;
    for (const Command &command : commandTable())
        if (qstrcmp(command.id, except.id) != 0 && isAsked(command))
            for (const QString &keys : keysOf(command))
                if (meetsOne(keys, sequences))
                    found << KeyOwner{&command, keys};
    return found;
}

QList<KeyOwner> KeyMap::takenBy(const Command &command, const QStringList &sequences) const
{
    return owners(sequences, command, [&](const Command &other) { return other.place == command.place; });
}

QList<KeyOwner> KeyMap::before(const Command &command) const
{
    return owners(keysOf(command), command, [&](const Command &other) {
        return other.place != command.place && placeChain(other.place).contains(command.place);
    });
}

QList<KeyOwner> KeyMap::behind(const Command &command) const
{
    const QList<Place> chain = placeChain(command.place);
    return owners(keysOf(command), command,
                  [&](const Command &other) { return other.place != command.place && chain.contains(other.place); });
}

Result<void> KeyMap::choose(const Command &command, const QStringList &typed)
{
    const auto sequences = checked(command, typed);
    if (!sequences)
        return sequences.error();
    const auto isLost = [&](const QString &keys) { return meetsOne(keys, *sequences); };
    const QList<KeyOwner> losers = takenBy(command, *sequences);
    for (const KeyOwner &loser : losers) {
        const QStringList has = keysOf(*loser.command);
        if (isVital(idOf(*loser.command)) && std::all_of(has.begin(), has.end(), isLost))
            return Error::world(KeySay::tr("“%1” is the last key of “%2”, which always keeps one.")
                                    .arg(keysText(loser.keys), commandText(*loser.command)));
    }
    for (const KeyOwner &loser : losers) // what they have from the table gives way by itself
        if (const auto chosen = m_chosen.find(idOf(*loser.command)); chosen != m_chosen.end())
            chosen->removeIf(isLost);
    forget(command);
    if (*sequences != command.keys)
        m_chosen.insert(idOf(command), *sequences);
    settle();
    return {};
}

void KeyMap::forget(const Command &command)
{
    m_chosen.remove(idOf(command));
    m_lines.removeIf([&](const Line &line) { return !line.isUsed && line.id == idOf(command); });
    settle();
}

void KeyMap::forgetAll()
{
    m_chosen.clear();
    m_lines.removeIf([](const Line &line) { return !line.id.isEmpty(); });
    settle();
}

/// Shares the keys out; where one that always keeps a key would get none, it is served first.
void KeyMap::settle()
{
    QHash<QString, QString> kept;
    for (bool isDone = false; !isDone;) {
        share(kept);
        isDone = true;
        for (const Command &command : commandTable()) {
            const QString id = idOf(command);
            if (!isVital(id) || kept.contains(id) || !keysOf(command).isEmpty())
                continue;
            kept.insert(id, m_chosen.value(id, command.keys).first());
            isDone = false;
        }
    }
}

void KeyMap::share(const QHash<QString, QString> &kept)
{
    m_keys.clear();
    m_doubled = 0;
    QList<KeyOwner> held;
    const auto isFree = [&](const Command &command, const QString &keys) {
        return std::none_of(held.begin(), held.end(), [&](const KeyOwner &other) {
            return other.command != &command && other.command->place == command.place && keysMeet(other.keys, keys);
        });
    };
    for (auto it = kept.begin(); it != kept.end(); ++it)
        held << KeyOwner{commandById(it.key()), *it};
    for (const Command &command : commandTable()) {
        const auto chosen = m_chosen.constFind(idOf(command));
        if (chosen == m_chosen.constEnd())
            continue;
        QStringList own;
        for (const QString &keys : *chosen)
            if (isFree(command, keys))
                own << keys;
        m_doubled += int(chosen->size() - own.size());
        for (const QString &keys : std::as_const(own))
            held << KeyOwner{&command, keys};
        m_keys.insert(idOf(command), own);
    }
    for (const Command &command : commandTable()) {
        if (m_chosen.contains(idOf(command)))
            continue;
        QStringList own = command.keys;
        own.removeIf([&](const QString &keys) { return !isFree(command, keys); });
        if (own.size() != command.keys.size())
            m_keys.insert(idOf(command), own);
    }
}

} // namespace yaodian::ui
