#pragma once

#include "ui/base/theme.h"

#include <QListWidget>
#include <QStyledItemDelegate>

namespace yaodian::ui {

/// What a row of the reader's left column is made of, by item role.
namespace siderow {
enum Role { Type = Qt::UserRole + 1, Count, Depth, Current, MatchStart, MatchLength, Target };
enum Type { Header, Entry, Hit };
} // namespace siderow

/// Paints the rows: quiet heads, entries with a count at the right, the current one with the accent at its edge; hits
/// in two lines with the match in bold.
class SideRows final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SideRows(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintHit(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// A list for the left column: no frame, no input method, the column's ground.
class SideList final : public QListWidget
{
    Q_OBJECT

public:
    SideList(Theme &theme, QWidget *parent);
    QListWidgetItem *addHeader(const QString &text);
    QListWidgetItem *addEntry(const QString &text, const QString &count, int depth);
    /// j and k, over heads.
    void step(int rows);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace yaodian::ui
