#pragma once

#include "library/values.h"
#include "ui/base/rowlist.h"

#include <QAbstractListModel>
#include <QHash>

namespace yaodian::ui {

class KindModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setKinds(const QList<library::Kind> &kinds, const QHash<QString, int> &uses);
    [[nodiscard]] const QList<library::Kind> &kinds() const { return m_kinds; }
    [[nodiscard]] int usesOf(int row) const { return m_uses.value(m_kinds.at(row).key); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<library::Kind> m_kinds;
    QHash<QString, int> m_uses;
};

/// The kinds in the reader's order, as they look, with their letters and how many highlights are of each.
class KindList final : public RowList
{
    Q_OBJECT

public:
    explicit KindList(const Theme &theme, QWidget *parent = nullptr);

    /// The current one stays, or what stands in its place.
    void setKinds(const QList<library::Kind> &kinds, const QHash<QString, int> &uses);
    [[nodiscard]] const KindModel &rows() const { return m_model; }
    [[nodiscard]] const library::Kind *current() const; ///< nullptr: there is none
    void goToKey(const QString &key);

Q_SIGNALS:
    void currentKindChanged();

private:
    void currentMoved() override { Q_EMIT currentKindChanged(); }

    KindModel m_model;
};

} // namespace yaodian::ui
