#include "ui/library/entryview.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace yaodian::ui {

EntryView::EntryView(const Theme &theme, QWidget *parent) : QAbstractItemView(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // titles must not wrap anew because a bar came or went
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    connect(&theme, &Theme::changed, this, &EntryView::measureAnew);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &i) { Q_EMIT opened(i.row()); });
}

void EntryView::setEntryModel(EntryModel *model)
{
    m_model = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_topRow = m_topOffset = 0;
        measureAnew();
    });
    measureAnew();
}

// --- heights ----------------------------------------------------------------------------------------------------

void EntryView::measureAnew()
{
    m_layout = std::make_unique<EntryLayout>(m_theme, viewport()->width());
    const int rows = m_model ? m_model->rowCount() : 0;
    m_heights.reset(rows, m_layout->usualHeight());
    m_measured.fill(false, rows);
    m_topRow = qBound(0, m_topRow, qMax(0, rows - 1));
    settle();
}

int EntryView::headOf(int row) const
{
    return m_model->startsGroup(row) ? m_layout->headHeight() : 0;
}

int EntryView::measure(int row) const
{
    if (!m_measured[row]) {
        const library::ListRow *r = m_model->row(row);
        m_measured[row] = true;
        const int body = r ? m_layout->height(*r) : m_layout->usualHeight();
        m_heights.setHeight(row, body + headOf(row));
    }
    return m_heights.height(row);
}

/// Measures what is in sight and brings the scroll bar in line, without moving what is in sight.
void EntryView::settle()
{
    const int height = viewport()->height();
    if (m_heights.rows() > 0) {
        m_topOffset = qBound(0, m_topOffset, measure(m_topRow) - 1);
        int y = -m_topOffset;
        int row = m_topRow;
        for (; y < height && row < m_heights.rows(); ++row)
            y += measure(row);
        if (y < height && row == m_heights.rows()) // the end of the list leaves a gap: fill it from above
            scrollUpBy(height - y);
    }
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setRange(0, qMax(0, m_heights.total() - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setEnabled(verticalScrollBar()->maximum() > 0);
    verticalScrollBar()->setSingleStep(qMax(20, m_layout ? m_layout->usualHeight() / 2 : 20));
    verticalScrollBar()->setValue(verticalOffset());
    viewport()->update();
}

void EntryView::scrollUpBy(int pixels)
{
    int missing = pixels - m_topOffset;
    while (missing > 0 && m_topRow > 0)
        missing -= measure(--m_topRow);
    m_topOffset = qMax(0, -missing);
}

int EntryView::verticalOffset() const
{
    return m_heights.rows() > 0 ? m_heights.top(m_topRow) + m_topOffset : 0;
}

void EntryView::showFrom(int row, int offset)
{
    m_topRow = row;
    m_topOffset = offset;
    settle();
}

void EntryView::showUpTo(int row)
{
    m_topRow = row;
    m_topOffset = measure(row);
    scrollUpBy(viewport()->height());
    settle();
}

void EntryView::scrollContentsBy(int, int dy)
{
    if (m_heights.rows() == 0)
        return;
    const int before = verticalOffset();
    const int wanted = verticalScrollBar()->value();
    if (dy > 0 && before - wanted < 3 * viewport()->height()) {
        scrollUpBy(before - wanted); // row by row, because rows above may not have been measured
        settle();
    } else {
        const int row = m_heights.rowAt(wanted);
        showFrom(row, wanted - m_heights.top(row));
    }
}

void EntryView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    if (m_layout && m_model && m_heights.rows() == m_model->rowCount())
        settle();
}

void EntryView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    const bool wasInSight = currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex()));
    measureAnew();
    if (wasInSight)
        scrollTo(currentIndex());
}

void EntryView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        measureAnew();
}

// --- moving -------------------------------------------------------------------------------------------------------

void EntryView::step(int rows, bool extend)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    const int from = currentRow();
    const int to = from < 0 ? 0 : qBound(0, from + rows, m_model->rowCount() - 1);
    const auto flags = extend ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect;
    if (extend && from >= 0)
        selectionModel()->select(m_model->index(from), QItemSelectionModel::Select);
    selectionModel()->setCurrentIndex(m_model->index(to), flags);
    scrollTo(currentIndex());
}

void EntryView::goTo(int row)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    const int to = qBound(0, row, m_model->rowCount() - 1);
    selectionModel()->setCurrentIndex(m_model->index(to), QItemSelectionModel::ClearAndSelect);
    scrollTo(currentIndex());
}

void EntryView::goToGroup(int direction)
{
    int row = currentRow() + direction;
    while (row > 0 && row < m_heights.rows() && !m_model->startsGroup(row))
        row += direction;
    goTo(row);
}

void EntryView::pageBy(int direction)
{
    const int rows = qMax(1, viewport()->height() / qMax(1, m_layout->usualHeight()) - 1);
    step(direction * rows);
}

QList<int> EntryView::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows << index.row();
    if (rows.isEmpty() && currentRow() >= 0)
        rows << currentRow();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QRect EntryView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_heights.rows())
        return {};
    const int head = headOf(index.row());
    const int top = m_heights.top(index.row()) - verticalOffset() + head;
    return {0, top, viewport()->width(), m_heights.height(index.row()) - head};
}

void EntryView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_heights.rows())
        return;
    const int row = index.row();
    const int height = measure(row);
    const int top = m_heights.top(row) - verticalOffset();
    if (hint == PositionAtTop || top < 0)
        showFrom(row, 0);
    else if (hint == PositionAtBottom || top + height > viewport()->height())
        showUpTo(row);
    else if (hint == PositionAtCenter) {
        m_topRow = row;
        m_topOffset = 0;
        scrollUpBy((viewport()->height() - height) / 2);
        settle();
    }
}

QModelIndex EntryView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    if (m_heights.rows() == 0 || y < 0 || y >= m_heights.total())
        return {};
    const QModelIndex index = m_model->index(m_heights.rowAt(y));
    return visualRect(index).contains(point) ? index : QModelIndex(); // a group's head is no row
}

QModelIndex EntryView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int last = m_heights.rows() - 1;
    const int row = currentRow();
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        return m_model->index(qMax(0, row - 1));
    case MoveDown:
    case MoveNext:
    case MoveRight:
        return m_model->index(qMin(last, row + 1));
    case MoveHome:
        return m_model->index(0);
    case MoveEnd:
        return m_model->index(last);
    case MovePageUp:
    case MovePageDown:
        return m_model->index(qBound(0, row + (action == MovePageUp ? -8 : 8), last));
    }
    return currentIndex();
}

void EntryView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex from = indexAt(rect.topLeft()), to = indexAt(rect.bottomRight());
    if (from.isValid() || to.isValid())
        selectionModel()->select(QItemSelection(from.isValid() ? from : to, to.isValid() ? to : from), flags);
}

QRegion EntryView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        for (int row = qMax(range.top(), m_topRow); row <= range.bottom(); ++row) {
            const QRect rect = visualRect(m_model->index(row));
            if (rect.top() > viewport()->height())
                break;
            region += rect;
        }
    return region;
}

void EntryView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentRowChanged(current.row());
}

/// Only at the end: what is in sight stays.
void EntryView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    m_heights.append(end + 1 - m_heights.rows(), m_layout->usualHeight());
    m_measured.resize(m_heights.rows(), false);
    settle();
}

void EntryView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    for (int row = topLeft.row(); row <= bottomRight.row() && row < m_measured.size(); ++row)
        m_measured[row] = false;
    settle();
}

// --- painting -----------------------------------------------------------------------------------------------------

void EntryView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colours().background);
    int y = -m_topOffset;
    for (int row = m_topRow; row < m_heights.rows() && y < viewport()->height(); ++row) {
        const int height = measure(row);
        const int head = headOf(row);
        if (head > 0)
            m_layout->paintHead(painter, QRectF(0, y, viewport()->width(), head), m_model->group(row));
        const QModelIndex index = m_model->index(row);
        const EntryLayout::State state{index == currentIndex(), selectionModel()->isSelected(index), hasFocus()};
        if (const library::ListRow *r = m_model->row(row))
            m_layout->paint(painter, QRectF(0, y + head, viewport()->width(), height - head), *r, state);
        y += height;
    }
}

void EntryView::focusInEvent(QFocusEvent *event)
{
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

void EntryView::focusOutEvent(QFocusEvent *event)
{
    QAbstractItemView::focusOutEvent(event);
    viewport()->update();
}

} // namespace yaodian::ui
