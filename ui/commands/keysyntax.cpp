#include "ui/commands/keysyntax.h"

#include "ui/commands/keysay.h"

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Where text is written, what types or takes away letters is never a key.
bool typesText(const QString &key)
{
    return key.size() == 1 || key == u"Space" || key == u"Shift+Space" || key == u"Backspace" || key == u"Del";
}

/// Where text is written; what such a place does not know is typed.
bool isForText(Place place)
{
    return !placeChain(place).contains(Place::Everywhere);
}

bool takes(const QString &wild, const QString &key)
{
    if (wild == u"@")
        return key.size() == 1 && key[0].isLetter();
    return isWildcard(wild) && key.size() == wild.size() && key.startsWith(wild.chopped(1)) &&
           key.back().digitValue() >= 1;
}

/// Why the keys do not go with what the command hands on; empty: they do.
QString wildcardTrouble(const Command &command, const QStringList &keys)
{
    const QString wanted = wildcardOf(command);
    const auto wild = std::count_if(keys.begin(), keys.end(), isWildcard);
    if (wanted.isEmpty())
        return wild == 0 ? QString()
                         : KeySay::tr("# and @ stand for any digit or letter, and “%1” takes none.")
                               .arg(commandText(command));
    if (wild == 1 && isWildcard(keys.last()) && keys.last().endsWith(wanted))
        return {};
    return KeySay::tr("The keys of “%1” have to end in %2, which stands for what is typed there.")
        .arg(commandText(command), wanted);
}

} // namespace

bool isWildcard(const QString &key)
{
    return key == u"@" || key == u"#" || key.endsWith(u"+#");
}

QString wildcardOf(const Command &command)
{
    const QString last = command.keys.value(0).section(u' ', -1);
    return isWildcard(last) ? last.right(1) : QString();
}

Result<QString> checkedKeys(const Command &command, const QString &typed)
{
    QStringList keys;
    for (const QString &one : typed.split(u' ', Qt::SkipEmptyParts)) {
        const QString key = spelledKey(one);
        if (key.isEmpty())
            return Error::world(KeySay::tr("There is no key “%1”.").arg(one));
        if (isForText(command.place) && typesText(key))
            return Error::world(KeySay::tr("In “%1” text is written, so that a key that writes cannot be a command.")
                                    .arg(placeText(command.place)));
        keys << key;
    }
    if (keys.isEmpty())
        return Error::world(KeySay::tr("There is a comma too many, or a key is missing."));
    if (keys.size() > MostKeys)
        return Error::world(KeySay::tr("“%1” is more than four keys.").arg(typed.simplified()));
    if (keys.size() > 1 && keys.contains(u"Esc"))
        return Error::world(KeySay::tr("Esc ends what was begun, so that it can only stand alone."));
    if (const QString trouble = wildcardTrouble(command, keys); !trouble.isEmpty())
        return Error::world(trouble);
    return keys.join(u' ');
}

bool keysMeet(const QString &a, const QString &b)
{
    const QStringList x = a.split(u' '), y = b.split(u' ');
    for (qsizetype i = 0; i < qMin(x.size(), y.size()); ++i)
        if (x[i] != y[i] && !takes(x[i], y[i]) && !takes(y[i], x[i]))
            return false;
    return true;
}

QStringList splitSequences(const QString &text)
{
    QStringList sequences;
    QString sequence, key;
    for (const QChar c : text.trimmed()) {
        // "Ctrl+," and "," are keys, "Ctrl++," and "j," are keys with a comma behind.
        const bool isWhole = !key.isEmpty() && !(key.size() > 1 && key.endsWith(u'+') && !key.endsWith(u"++"));
        if (c == u',' && isWhole) {
            sequences << sequence + key;
            sequence.clear();
            key.clear();
        } else if (c.isSpace()) {
            if (!key.isEmpty())
                sequence += std::exchange(key, QString()) + u' ';
        } else {
            key += c;
        }
    }
    if (!sequences.isEmpty() || !sequence.isEmpty() || !key.isEmpty())
        sequences << sequence + key;
    return sequences;
}

QString joinSequences(const QStringList &sequences)
{
    return sequences.join(u", "_s);
}

} // namespace yaodian::ui
