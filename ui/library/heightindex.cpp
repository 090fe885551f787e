#include "ui/library/heightindex.h"

namespace yaodian::ui {

void HeightIndex::reset(int rows, int height)
{
    m_heights.fill(height, rows);
    m_tree.fill(0, rows + 1);
    for (int i = 1; i <= rows; ++i)
        m_tree[i] = height * (i & -i);
}

void HeightIndex::append(int rows, int height)
{
    if (m_tree.isEmpty())
        return reset(rows, height);
    const int before = int(m_heights.size());
    m_heights.resize(before + rows, height);
    m_tree.resize(before + rows + 1);
    for (int i = before + 1; i < m_tree.size(); ++i) {
        m_tree[i] = height;
        for (int below = i - 1; below > i - (i & -i); below -= below & -below)
            m_tree[i] += m_tree[below];
    }
}

void HeightIndex::setHeight(int row, int height)
{
    const int change = height - m_heights[row];
    m_heights[row] = height;
    for (int i = row + 1; i < m_tree.size(); i += i & -i)
        m_tree[i] += change;
}

int HeightIndex::top(int row) const
{
    int sum = 0;
    for (int i = row; i > 0; i -= i & -i)
        sum += m_tree[i];
    return sum;
}

int HeightIndex::rowAt(int y) const
{
    if (m_heights.isEmpty())
        return -1;
    int step = 1;
    while (step * 2 <= rows())
        step *= 2;
    int row = 0;
    for (; step > 0; step /= 2) {
        if (row + step <= rows() && m_tree[row + step] <= y) {
            row += step;
            y -= m_tree[row];
        }
    }
    return qMin(row, rows() - 1);
}

} // namespace yaodian::ui
