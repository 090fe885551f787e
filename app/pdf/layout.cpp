#include "pdf/layout.h"

#include <algorithm>

namespace yaodian::pdf {

using protocol::Word;

namespace {

/// Gaps in heights of a line: wider than the blanks of a stretched line, narrower than what parts two columns.
constexpr double widestBlank = 0.85;

double overlap(const Box &a, const Box &b)
{
    return qMin(a.bottom, b.bottom) - qMax(a.top, b.top);
}

bool continues(const Fragment &fragment, const Box &box)
{
    const Box &last = fragment.boxes.last();
    const double lower = qMin(last.bottom - last.top, box.bottom - box.top);
    const double higher = qMax(last.bottom - last.top, box.bottom - box.top);
    const double gap = box.left - last.right;
    return overlap(last, box) > 0.5 * lower && gap > -0.4 * higher && gap < widestBlank * higher;
}

bool isRightToLeft(const Fragment &line)
{
    int forward = 0;
    int backward = 0;
    for (const Word *word : line.words) {
        for (const QChar c : word->text) {
            const QChar::Direction d = c.direction();
            forward += d == QChar::DirL ? 1 : 0;
            backward += d == QChar::DirR || d == QChar::DirAL ? 1 : 0;
        }
    }
    return backward > forward;
}

/// The middle of values with weights: long pieces count more, so that a page of formulas still has its text's height.
double weightedMiddle(QList<std::pair<double, double>> values)
{
    std::sort(values.begin(), values.end());
    double all = 0;
    for (const auto &[value, weight] : values)
        all += weight;
    double seen = 0;
    for (const auto &[value, weight] : values) {
        seen += weight;
        if (seen * 2 >= all)
            return value;
    }
    return 0;
}

/// A line while it is put together: `core` is the box of its ordinary letters, without superscripts and brackets.
struct Row
{
    Box core;
    QList<Fragment> parts;
};

/// Rows of a page that are looked at for one fragment at most: more only stand beside a bracket higher than a page.
constexpr qsizetype mostNearRows = 512;

/// Rows from `from` on, `to` excluded, stand in the order of their middles, each at most `tallest` high: only those
/// near `part` are looked at.
int bestRow(const QList<Row> &rows, qsizetype from, qsizetype to, const Fragment &part, double tallest, double least)
{
    const double reach = (tallest + part.height()) / 2;
    const auto middle = [](const Row &row) { return (row.core.top + row.core.bottom) / 2; };
    const auto begin = rows.begin() + from;
    const auto end = rows.begin() + to;
    const auto first =
        std::lower_bound(begin, end, part.middle() - reach, [&](const Row &row, double y) { return middle(row) < y; });
    int best = -1;
    double most = least;
    const qsizetype start = first - rows.begin();
    for (qsizetype i = start; i < qMin(to, start + mostNearRows) && middle(rows[i]) <= part.middle() + reach; ++i) {
        const Box &core = rows[i].core;
        const double share = overlap(core, part.box) / qMax(0.1, qMin(core.bottom - core.top, part.height()));
        if (share > most) {
            most = share;
            best = int(i);
        }
    }
    return best;
}

Fragment merged(Row row)
{
    std::stable_sort(row.parts.begin(), row.parts.end(),
                     [](const Fragment &a, const Fragment &b) { return a.box.left < b.box.left; });
    Fragment line;
    for (const Fragment &part : row.parts) {
        line.words += part.words;
        line.boxes += part.boxes;
        line.box = line.box.united(part.box);
    }
    if (row.parts.size() > 1 && isRightToLeft(line)) {
        std::reverse(row.parts.begin(), row.parts.end());
        line = {};
        for (const Fragment &part : row.parts) {
            line.words += part.words;
            line.boxes += part.boxes;
            line.box = line.box.united(part.box);
        }
    }
    return line;
}

} // namespace

void Fragment::add(const Word *word, const Box &at)
{
    words.append(word);
    boxes.append(at);
    box = box.united(at);
}

QList<Fragment> fragmentsOf(const QList<PlacedWord> &words)
{
    QList<Fragment> fragments;
    for (const PlacedWord &placed : words) {
        if (fragments.isEmpty() || !continues(fragments.last(), placed.box))
            fragments.append(Fragment{});
        fragments.last().add(placed.word, placed.box);
    }
    return fragments;
}

double Fragment::letterHeight() const
{
    QList<std::pair<double, double>> heights;
    for (const Box &each : boxes)
        heights.append({each.bottom - each.top, each.right - each.left});
    return weightedMiddle(std::move(heights));
}

double usualHeight(const QList<Fragment> &fragments)
{
    QList<std::pair<double, double>> heights;
    for (const Fragment &f : fragments)
        heights.append({f.height(), f.width()});
    return weightedMiddle(std::move(heights));
}

QList<Fragment> linesOf(QList<Fragment> fragments)
{
    const double usual = usualHeight(fragments);
    std::stable_sort(fragments.begin(), fragments.end(),
                     [](const Fragment &a, const Fragment &b) { return a.middle() < b.middle(); });
    QList<Row> rows;
    QList<Fragment> odd; // superscripts, big brackets: they follow the line they touch most
    for (const Fragment &f : fragments) {
        if (f.height() < 0.7 * usual || f.height() > 1.8 * usual) {
            odd.append(f);
            continue;
        }
        const int row = bestRow(rows, 0, rows.size(), f, 1.8 * usual, 0.5);
        if (row < 0)
            rows.append({f.box, {f}});
        else
            rows[row].parts.append(f);
    }
    const qsizetype ordinary = rows.size();
    double highest = 0; // of the rows made of odd ones
    for (const Fragment &f : odd) {
        const int row = bestRow(rows, 0, ordinary, f, 1.8 * usual, 0.3);
        const int other = row >= 0 ? row : bestRow(rows, ordinary, rows.size(), f, highest, 0.5);
        if (other < 0) {
            rows.append({f.box, {f}});
            highest = qMax(highest, f.height());
        } else {
            rows[other].parts.append(f);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.core.top < b.core.top; });
    QList<Fragment> lines;
    for (Row &row : rows)
        lines.append(merged(std::move(row)));
    return lines;
}

} // namespace yaodian::pdf
