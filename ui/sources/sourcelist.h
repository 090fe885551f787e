#pragma once

#include "sync/activity.h"
#include "ui/base/rowlist.h"

#include <QAbstractListModel>

namespace yaodian::ui {

/// A source as a row tells of it.
struct SourceRow
{
    sync::SourceActivity activity;
    bool asking = false;

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString word() const;                      ///< its state: "fresh"; "asking…" while it is asked
    [[nodiscard]] QString outcome() const;                   ///< what happened last
    [[nodiscard]] QString again(const QDateTime &now) const; ///< "again at 14:32"; empty: at the next round
};

class SourceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<SourceRow> &rows, const QDateTime &now);
    void setAsking(library::SourceId source, bool asking);
    [[nodiscard]] const QList<SourceRow> &rows() const { return m_rows; }
    [[nodiscard]] const QDateTime &now() const { return m_now; }
    [[nodiscard]] int rowOf(library::SourceId source) const; ///< -1: it is not there
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SourceRow> m_rows;
    QDateTime m_now;
};

/// The sources with their states, one of them current. The current one stays whatever comes in.
class SourceList final : public RowList
{
    Q_OBJECT

public:
    explicit SourceList(const Theme &theme, QWidget *parent = nullptr);

    void setRows(const QList<SourceRow> &rows, const QDateTime &now);
    [[nodiscard]] SourceModel &rows() { return m_model; }
    [[nodiscard]] const SourceRow *current() const; ///< nullptr: there is none
    void step(int by) { goTo(currentIndex().row() + by); }
    [[nodiscard]] int rowHeight() const;

Q_SIGNALS:
    void currentSourceChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void currentMoved() override { Q_EMIT currentSourceChanged(); }

    const Theme &m_theme;
    SourceModel m_model;
};

} // namespace yaodian::ui
