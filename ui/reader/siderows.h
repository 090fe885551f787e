#pragma once

#include "ui/base/theme.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace yaodian::ui {

/// What a row of the reader's left column is made of, by item role.
namespace siderow {
enum Role { Type = Qt::UserRole + 1, Count, Depth, Current, MatchStart, MatchLength };
enum Type { Header, Entry, Hit };
} // namespace siderow

/// Paints the rows: quiet heads, entries with a count at the right, the current one with the accent at its edge; hits
/// in two lines with the match in bold.
class SideRows final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SideRows(Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void measure();
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintHead(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    void paintHit(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
    int m_line = 0; ///< height of a line of text: asked for each of many thousand rows
};

/// A list for the left column: no frame, no input method, the column's ground.
class SideList final : public QListView
{
    Q_OBJECT

public:
    SideList(Theme &theme, QWidget *parent);
    [[nodiscard]] int count() const { return model() ? model()->rowCount() : 0; }
    /// j and k, over heads.
    void step(int rows);
    void goToRow(int row); ///< or to the next one that can be chosen
    void activateCurrent();
};

} // namespace yaodian::ui
