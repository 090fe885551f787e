#pragma once

#include "ui/base/theme.h"

#include <QListView>

#include <functional>

class QPainter;

namespace yaodian::ui {

/// What the lists of pages have in common: rows that a delegate paints, one of them current. A letter that means
/// nothing moves nothing.
class RowList : public QListView
{
public:
    RowList(const QString &name, const Theme &theme, QWidget *parent);

    void goTo(int row); ///< or to the nearest one there is
    void keyboardSearch(const QString &) override {}

protected:
    /// Another row is the current one, or none.
    virtual void currentMoved() {}
    /// Lets the rows change, and the current one with them, without a word.
    void quietly(const std::function<void()> &change);
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool m_isQuiet = false;
};

/// The ground of the current row: a tint, and a bar at its left.
void paintCurrentRow(QPainter &painter, const QRectF &row, const Theme &theme);

} // namespace yaodian::ui
