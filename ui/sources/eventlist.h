#pragma once

#include "library/sourcevalues.h"
#include "ui/base/theme.h"

#include <QAbstractListModel>
#include <QListView>

namespace yaodian::ui {

/// What happened lately with a source, newest first: when, what, and when it goes on.
class EventModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEvents(const QList<library::SyncEvent> &events, const QDateTime &now);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const library::SyncEvent &eventAt(int row) const { return m_events[row]; }
    [[nodiscard]] QString timeText(int row) const;
    [[nodiscard]] QString againText(int row) const;

private:
    QList<library::SyncEvent> m_events;
    QDateTime m_now;
};

/// As high as all its rows: the page that it stands in is what is scrolled.
class EventList final : public QListView
{
    Q_OBJECT

public:
    explicit EventList(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] EventModel &events() { return m_model; }

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

private:
    EventModel m_model;
};

} // namespace yaodian::ui
