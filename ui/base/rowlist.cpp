#include "ui/base/rowlist.h"

#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

RowList::RowList(const QString &name, const Theme &theme, QWidget *parent) : QListView(parent)
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

void RowList::goTo(int row)
{
    if (const int rows = model()->rowCount(); rows > 0)
        setCurrentIndex(model()->index(std::clamp(row, 0, rows - 1), 0));
}

void RowList::quietly(const std::function<void()> &change)
{
    m_isQuiet = true;
    change();
    m_isQuiet = false;
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isQuiet)
        currentMoved();
}

void paintCurrentRow(QPainter &painter, const QRectF &row, const Theme &theme)
{
    const double bar = 3 * QFontInfo(theme.font()).pixelSize() / 14.0;
    painter.fillRect(row, theme.colours().selection);
    painter.fillRect(QRectF(row.left(), row.top(), bar, row.height()), theme.colours().accent);
}

} // namespace yaodian::ui
