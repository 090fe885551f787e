#include "ui/settings/keysentences.h"

#include "ui/settings/keyspage.h"

#include <QSet>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Whether a digit is typed first that could begin a number in that place.
QString digitInTheWay(const QStringList &sequences, Place place)
{
    const QList<Place> chain = placeChain(place);
    const auto &table = commandTable();
    if (std::none_of(table.begin(), table.end(),
                     [&](const Command &command) { return command.takesCount && chain.contains(command.place); }))
        return {};
    for (const QString &sequence : sequences)
        if (const QChar first = sequence.front();
            first.isDigit() && first != u'0' && !sequence.mid(1, 1).trimmed().size())
            return first;
    return {};
}

} // namespace

QString keysTogether(const QStringList &sequences)
{
    QStringList shown;
    for (const QString &sequence : sequences)
        shown << keysText(sequence);
    return shown.join(u"  "_s);
}

QString conflictSentence(const Command &command, const QString &keys, const QList<KeyOwner> &owners)
{
    QSet<const Command *> others;
    for (const KeyOwner &owner : owners)
        others.insert(owner.command);
    const KeyOwner &first = owners.first();
    const QString name = commandText(*first.command), place = placeText(first.command->place);
    const int more = int(others.size()) - 1;
    if (more > 0)
        return KeysPage::tr("%1 meets the keys of “%2” (%3) and of %n other command(s): Enter takes them for “%4”, "
                            "Esc leaves all as it was.",
                            nullptr, more)
            .arg(keysText(keys), name, place, commandText(command));
    if (first.keys == keys)
        return KeysPage::tr("%1 is the key of “%2” (%3): Enter takes it for “%4”, Esc leaves all as it was.")
            .arg(keysText(keys), name, place, commandText(command));
    return KeysPage::tr("%1 begins like %5, the key of “%2” (%3): Enter takes that from it for “%4”, Esc leaves all as "
                        "it was.")
        .arg(keysText(keys), name, place, commandText(command), keysText(first.keys));
}

QString elsewhereSentence(const KeyMap &map, const Command &command)
{
    QStringList said;
    const QList<KeyOwner> before = map.before(command), behind = map.behind(command);
    if (!before.isEmpty())
        said << KeysPage::tr("In “%1”, %2 means “%3”.")
                    .arg(placeText(before.first().command->place), keysText(before.first().keys),
                         commandText(*before.first().command));
    if (before.size() > 1)
        said << KeysPage::tr("There are %n more case(s) like that.", nullptr, int(before.size()) - 1);
    if (!behind.isEmpty())
        said << KeysPage::tr("Elsewhere %1 means “%2”.")
                    .arg(keysText(behind.first().keys), commandText(*behind.first().command));
    if (const QString digit = digitInTheWay(map.keysOf(command), command.place); !digit.isEmpty())
        said << KeysPage::tr("No number before a command can begin with %1 here.").arg(digit);
    return said.join(u' ');
}

QString importSentence(const KeyMap::Read &read, const QString &fileName)
{
    QStringList said{
        KeysPage::tr("%1 gives keys to %n command(s), which hold now.", nullptr, read.map.choices()).arg(fileName)};
    if (read.map.doubled() > 0)
        said << KeysPage::tr("%n key(s) stand for two commands; the first has them.", nullptr, read.map.doubled());
    if (read.unknown > 0)
        said << KeysPage::tr("%n line(s) are about commands that this version does not know; they are kept.", nullptr,
                             read.unknown);
    if (!read.broken.isEmpty())
        said << KeysPage::tr("%n line(s) do not count, but are kept, the first because: %1", nullptr,
                             int(read.broken.size()))
                    .arg(read.broken.first());
    return said.join(u' ');
}

} // namespace yaodian::ui
