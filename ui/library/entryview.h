#pragma once

#include "ui/library/entrylayout.h"
#include "ui/library/heightindex.h"

#include <QAbstractItemView>

#include <memory>

namespace yaodian::ui {

/// The list of entries. A view of its own because QListView would ask every row for its height: this one measures
/// only rows that come into sight, and what is in sight does not move when others turn out higher than thought.
class EntryView final : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit EntryView(const Theme &theme, QWidget *parent = nullptr);

    void setEntryModel(EntryModel *model);

    /// Moves the cursor by rows; `extend` keeps what is selected.
    void step(int rows, bool extend = false);
    void goTo(int row);
    void goToGroup(int direction); ///< first row of the next (+1) or this or the previous (-1) group
    void pageBy(int direction);
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    [[nodiscard]] QList<int> selectedRows() const; ///< in order; the current one where none is selected

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;

Q_SIGNALS:
    void currentRowChanged(int row);
    void opened(int row); ///< double-clicked

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    void measureAnew();
    int measure(int row) const;
    void showFrom(int row, int offset);
    void showUpTo(int row);
    void settle();
    void scrollUpBy(int pixels);
    [[nodiscard]] int headOf(int row) const;

    const Theme &m_theme;
    EntryModel *m_model = nullptr;
    std::unique_ptr<EntryLayout> m_layout;
    mutable HeightIndex m_heights;
    mutable QList<bool> m_measured;
    int m_topRow = 0;    ///< first row in sight
    int m_topOffset = 0; ///< how much of it is out of sight
};

} // namespace yaodian::ui
