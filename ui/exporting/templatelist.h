#pragma once

#include "ui/base/rowlist.h"

#include <QAbstractListModel>

namespace yaodian::ui {

class TemplateModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    struct Row
    {
        QString name;
        bool isBuiltIn = false;
        bool isUsed = false; ///< by exports
        friend bool operator==(const Row &, const Row &) = default;
    };
    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Row> m_rows;
};

/// The templates that are built in, then the reader's own; the one that exports use is marked.
class TemplateList final : public RowList
{
    Q_OBJECT

public:
    explicit TemplateList(const Theme &theme, QWidget *parent = nullptr);

    /// The current one stays, or what stands in its place.
    void setRows(const QList<TemplateModel::Row> &rows);
    [[nodiscard]] const TemplateModel &rows() const { return m_model; }
    [[nodiscard]] const TemplateModel::Row *current() const; ///< nullptr: there is none
    void goToName(const QString &name);

Q_SIGNALS:
    void currentTemplateChanged();

private:
    void currentMoved() override { Q_EMIT currentTemplateChanged(); }

    TemplateModel m_model;
};

} // namespace yaodian::ui
