#pragma once

#include "library/values.h"
#include "ui/base/theme.h"

#include <QAbstractListModel>
#include <QHash>
#include <QListView>

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
class KindList final : public QListView
{
    Q_OBJECT

public:
    explicit KindList(const Theme &theme, QWidget *parent = nullptr);

    /// The current one stays, or what stands in its place.
    void setKinds(const QList<library::Kind> &kinds, const QHash<QString, int> &uses);
    [[nodiscard]] const KindModel &rows() const { return m_model; }
    [[nodiscard]] const library::Kind *current() const; ///< nullptr: there is none
    void goTo(int row);
    void goToKey(const QString &key);
    void keyboardSearch(const QString &) override {} ///< a letter that means nothing moves nothing

Q_SIGNALS:
    void currentKindChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    KindModel m_model;
    bool m_filling = false;
};

} // namespace yaodian::ui
