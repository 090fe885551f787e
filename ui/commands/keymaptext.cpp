#include "ui/commands/keymap.h"

#include "ui/commands/keysay.h"
#include "ui/commands/keysyntax.h"

#include <QSet>

// The keys as the text of keys.txt.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const QString &id, const QStringList &keys)
{
    return (id + u" = "_s + joinSequences(keys)).trimmed();
}

} // namespace

QString KeyMap::text() const
{
    QStringList lines;
    if (m_lines.isEmpty())
        lines << u"# "_s +
                     KeySay::tr("Keys that are not the built-in ones, a line for each command: list.next = j, Down")
              << u"# "_s +
                     KeySay::tr("Nothing behind the = means that it has no key. Lines with # in front say nothing.");
    QSet<QString> written;
    for (const Line &line : m_lines) {
        const auto chosen = m_chosen.constFind(line.id);
        if (!line.isUsed)
            lines << line.raw;
        else if (chosen != m_chosen.constEnd())
            lines << (*chosen == line.keys ? line.raw : lineOf(line.id, *chosen));
        if (line.isUsed)
            written << line.id;
    }
    for (const Command &command : commandTable()) {
        const QString id = QLatin1StringView(command.id);
        if (const auto chosen = m_chosen.constFind(id); chosen != m_chosen.constEnd() && !written.contains(id))
            lines << lineOf(id, *chosen);
    }
    return lines.join(u'\n') + u'\n';
}

KeyMap::Read KeyMap::read(const QString &text)
{
    Read read;
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (const QString &raw : std::as_const(lines))
        read.map.readLine(raw, read);
    read.map.settle();
    return read;
}

void KeyMap::readLine(const QString &raw, Read &read)
{
    m_lines << Line{raw, {}, false, {}};
    Line &line = m_lines.last();
    const QString words = raw.trimmed();
    if (words.isEmpty() || words.startsWith(u'#'))
        return;
    const auto isBroken = [&](const QString &sentence) {
        read.broken << KeySay::tr("line %1: %2").arg(m_lines.size()).arg(sentence);
    };
    const qsizetype sign = words.indexOf(u'=');
    if (sign < 0)
        return isBroken(KeySay::tr("There is no = in it."));
    const QString id = words.left(sign).trimmed();
    const Command *command = commandById(id);
    if (!command) {
        ++read.unknown;
        return;
    }
    line.id = id;
    if (m_chosen.contains(id))
        return isBroken(KeySay::tr("“%1” stands in a line before it.").arg(id));
    const auto keys = checked(*command, splitSequences(words.mid(sign + 1)));
    if (!keys)
        return isBroken(keys.error().message);
    line.isUsed = true;
    line.keys = *keys;
    m_chosen.insert(id, line.keys); // who else has them is settled when all lines are read
}

QString KeyMap::Read::complaint() const
{
    if (!broken.isEmpty()) {
        const QString first = KeySay::tr("In keys.txt, %1").arg(broken.first());
        const QString kept =
            KeySay::tr("Nothing of keys.txt is lost, but %n line(s) do not count.", nullptr, int(broken.size()));
        return first + u' ' + kept;
    }
    if (map.doubled() > 0)
        return KeySay::tr("%n key(s) in keys.txt are given twice; the first command has them.", nullptr, map.doubled());
    return {};
}

} // namespace yaodian::ui
