#include "ui/settings/keyrows.h"

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Whether one of the keys is just what was typed: "gg" as well as "g g".
bool hasKey(const QStringList &keys, const QString &typed)
{
    return std::any_of(keys.begin(), keys.end(),
                       [&](const QString &one) { return one == typed || keysText(one) == typed; });
}

QList<Place> placesOfTable()
{
    QList<Place> places;
    for (const Command &command : commandTable())
        if (!places.contains(command.place))
            places << command.place;
    return places;
}

} // namespace

QList<KeyRow> keyRows(const KeyMap &map, const CommandNames &names, const QString &typed)
{
    const QString wanted = typed.simplified();
    QList<KeyRow> rows;
    const auto add = [&](const QString &head, bool saysPlace, const std::function<bool(const Command &)> &isMeant) {
        QList<KeyRow> found;
        for (const Command &command : commandTable())
            if (isMeant(command))
                found << KeyRow{{}, &command, map.keysOf(command), map.isChanged(command), saysPlace};
        if (!found.isEmpty())
            rows << KeyRow{head} << found;
    };
    const auto isKeyOf = [&](const Command &command) {
        return !wanted.isEmpty() && hasKey(map.keysOf(command), wanted);
    };
    add(KeyModel::tr("On the key %1").arg(wanted), true, isKeyOf);
    for (const Place place : placesOfTable())
        add(placeText(place), false, [&](const Command &command) {
            return command.place == place && !isKeyOf(command) &&
                   nameRank(names.of(command, map.keysOf(command)), wanted) >= 0;
        });
    return rows;
}

void KeyModel::setRows(const QList<KeyRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int KeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant KeyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const KeyRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.command ? commandText(*row.command) : row.head;
    if (role != Qt::AccessibleTextRole)
        return {};
    if (!row.command)
        return row.head;
    QStringList keys;
    for (const QString &sequence : row.keys)
        keys << keysText(sequence);
    return u"%1 · %2 · %3"_s.arg(commandText(*row.command), keys.isEmpty() ? tr("no key") : keys.join(u"  "_s),
                                 placeText(row.command->place));
}

Qt::ItemFlags KeyModel::flags(const QModelIndex &index) const
{
    const bool isHead = index.isValid() && !m_rows.at(index.row()).command;
    return isHead ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

} // namespace yaodian::ui
