#include "notes/alignment.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace yaodian::notes {

namespace {

/// What the best alignment of a beginning of the pattern costs that ends at the character looked at, and where it
/// begins.
struct Cell
{
    int edits = 0;
    int from = 0;
};

/// One character of the text further. `column` has a cell for each beginning of the pattern.
void advance(std::vector<Cell> &column, QStringView pattern, QChar c, int at)
{
    Cell diagonal = column[0];
    column[0] = {0, at + 1}; // it may begin anywhere
    for (size_t i = 1; i < column.size(); ++i) {
        const Cell left = column[i];
        const Cell above = column[i - 1];
        Cell best{diagonal.edits + (pattern[qsizetype(i) - 1] == c ? 0 : 1), diagonal.from};
        if (left.edits + 1 < best.edits)
            best = {left.edits + 1, left.from};
        if (above.edits + 1 < best.edits)
            best = {above.edits + 1, above.from};
        diagonal = left;
        column[i] = best;
    }
}

std::vector<Cell> firstColumn(QStringView pattern)
{
    std::vector<Cell> column(size_t(pattern.size()) + 1);
    for (size_t i = 0; i < column.size(); ++i)
        column[i].edits = int(i);
    return column;
}

QString reversed(QStringView text)
{
    QString out(text.size(), Qt::Uninitialized);
    std::reverse_copy(text.cbegin(), text.cend(), out.begin());
    return out;
}

} // namespace

Alignment mostLike(QStringView pattern, QStringView text)
{
    std::vector<Cell> column = firstColumn(pattern);
    Alignment best{0, 0, int(pattern.size())};
    for (qsizetype at = 0; at < text.size(); ++at) {
        advance(column, pattern, text[at], int(at));
        const Cell &end = column.back();
        if (end.edits < best.edits)
            best = {end.from, int(at) + 1, end.edits};
    }
    return best;
}

double likenessAtEnd(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty())
        return 0;
    std::vector<Cell> column = firstColumn(pattern);
    for (qsizetype at = 0; at < text.size(); ++at)
        advance(column, pattern, text[at], int(at));
    return 1 - double(column.back().edits) / double(pattern.size());
}

double likenessAtStart(QStringView pattern, QStringView text)
{
    return likenessAtEnd(reversed(pattern), reversed(text));
}

} // namespace yaodian::notes
