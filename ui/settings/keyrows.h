#pragma once

#include "ui/commands/commandnames.h"

#include <QAbstractListModel>

namespace yaodian::ui {

/// A place's name above its commands, or a command with the keys that it has now.
struct KeyRow
{
    QString head;                     ///< not empty: no command
    const Command *command = nullptr; ///< of a head nullptr
    QStringList keys = {};
    bool isChanged = false;
    bool saysPlace = false; ///< it stands under another head than its place's
};

/// All commands by place, or those that `typed` finds by their names or keys. Whose key it is stands first.
[[nodiscard]] QList<KeyRow> keyRows(const KeyMap &map, const CommandNames &names, const QString &typed);

class KeyModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<KeyRow> &rows);
    [[nodiscard]] const QList<KeyRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<KeyRow> m_rows;
};

} // namespace yaodian::ui
