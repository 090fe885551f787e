#pragma once

#include <QList>

namespace yaodian::ui {

/// The heights of the rows of a long list: which row is at a given height, and where a row begins, both in
/// logarithmic time, while single heights change (a Fenwick tree).
class HeightIndex
{
public:
    void reset(int rows, int height);
    void append(int rows, int height);
    [[nodiscard]] int rows() const { return int(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[row]; }
    void setHeight(int row, int height);
    [[nodiscard]] int top(int row) const; ///< sum of the heights before `row`
    [[nodiscard]] int total() const { return top(rows()); }
    [[nodiscard]] int rowAt(int y) const; ///< clamped to the rows there are; -1: none

private:
    QList<int> m_heights;
    QList<int> m_tree;
};

} // namespace yaodian::ui
