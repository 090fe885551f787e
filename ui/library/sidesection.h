#pragma once

#include "ui/base/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QVariant>

namespace yaodian::ui {

/// A row of the sidebar.
struct SideRow
{
    QString text;
    QString tag;     ///< category code before it; empty: none
    QString note;    ///< at the right: a count, "14:32 again", "—"
    QString help;    ///< tool tip
    QVariant target; ///< what the row stands for
    friend bool operator==(const SideRow &, const SideRow &) = default;
};

class SideModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Rows are changed in place where their number stays, so that the cursor does; rows that say what they said are
    /// not painted again.
    void setRows(const QList<SideRow> &rows);
    [[nodiscard]] const QList<SideRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SideRow> m_rows;
};

/// One list of the sidebar ("Views"), as high as its rows; the sidebar scrolls, the section does not.
class SideSection final : public QListView
{
    Q_OBJECT

public:
    SideSection(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] SideModel &rows() { return m_model; }
    void setMarkedRow(int row); ///< the row whose list is shown; -1: none
    [[nodiscard]] int markedRow() const { return m_marked; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int rowHeight() const;
    void keyboardSearch(const QString &) override {} ///< a letter that means nothing moves nothing

Q_SIGNALS:
    void chosen(int row); ///< clicked

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    SideModel m_model;
    int m_marked = -1;
};

} // namespace yaodian::ui
