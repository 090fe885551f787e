#include "pdf/columns.h"

#include "pdf/blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace yaodian::pdf {

namespace {

constexpr int bins = 512;
constexpr int deepest = 6;         ///< columns within columns
constexpr double narrowest = 8;    ///< a column of text, in heights of a line
constexpr double leastFill = 0.45; ///< how much of a column its lines cover
constexpr double tallHalf = 10;    ///< a lone column of text beside a figure, in heights
constexpr double leastPaired = 3;  ///< columns stand beside each other for at least as many heights

struct Gutter
{
    double left = 0;
    double right = 0;

    [[nodiscard]] double middle() const { return (left + right) / 2; }
};

enum class Side { Left, Right, Across };

Side sideOf(const Fragment &f, const Gutter &gutter, double height)
{
    if (f.box.left < gutter.left - height && f.box.right > gutter.right + height)
        return Side::Across;
    return (f.box.left + f.box.right) / 2 < gutter.middle() ? Side::Left : Side::Right;
}

/// What lies between two things that span the page: first what spans it, then the columns below.
struct Zone
{
    QList<Fragment> across;
    QList<Fragment> left;
    QList<Fragment> right;
};

QList<Zone> zonesOf(QList<Fragment> fragments, const Gutter &gutter, double height)
{
    std::stable_sort(fragments.begin(), fragments.end(),
                     [](const Fragment &a, const Fragment &b) { return a.middle() < b.middle(); });
    QList<Zone> zones{Zone{}};
    for (const Fragment &f : fragments) {
        const Side side = sideOf(f, gutter, height);
        if (side == Side::Across && !(zones.last().left.isEmpty() && zones.last().right.isEmpty()))
            zones.append(Zone{});
        (side == Side::Across ? zones.last().across
         : side == Side::Left ? zones.last().left
                              : zones.last().right)
            .append(f);
    }
    return zones;
}

Box boxOf(const QList<Fragment> &fragments)
{
    Box box;
    for (const Fragment &f : fragments)
        box = box.united(f.box);
    return box;
}

/// Lines of running text rather than cells of a table.
bool isText(const QList<Fragment> &fragments, double height)
{
    const Box box = boxOf(fragments);
    const double width = box.right - box.left;
    if (width < narrowest * height)
        return false;
    double inked = 0;
    double rows = 0;
    for (const Fragment &line : linesOf(fragments)) {
        for (const Box &word : line.boxes)
            inked += word.right - word.left;
        rows += width;
    }
    return inked >= leastFill * rows;
}

/// A column of text beside a figure or a table whose labels are no text: as wide as half the page, and tall.
bool isHalfPage(const QList<Fragment> &text, double both, double width, double height)
{
    const Box box = boxOf(text);
    const double share = (box.right - box.left) / width;
    return both > tallHalf * height && share > 0.38 && share < 0.58 && isText(text, height);
}

/// Points of height at which both sides of the gutter hold text; half of them count where only one does.
double pairedHeight(const QList<Zone> &zones, double height, double width)
{
    double paired = 0;
    for (const Zone &zone : zones) {
        if (zone.left.isEmpty() || zone.right.isEmpty())
            continue;
        const Box left = boxOf(zone.left);
        const Box right = boxOf(zone.right);
        const double both = qMin(left.bottom, right.bottom) - qMax(left.top, right.top);
        if (both < height)
            continue;
        const bool isLeft = isText(zone.left, height) || areLineNumbers(zone.left);
        const bool isRight = isText(zone.right, height) || areLineNumbers(zone.right);
        if (isLeft && isRight)
            paired += both;
        else if ((isLeft && isHalfPage(zone.left, both, width, height)) ||
                 (isRight && isHalfPage(zone.right, both, width, height)))
            paired += both / 2;
    }
    return paired;
}

/// How many points of text lie over each strip of the page.
std::array<double, bins> coverage(const QList<Fragment> &fragments, const Box &box)
{
    std::array<double, bins> covered{};
    const double width = box.right - box.left;
    for (const Fragment &f : fragments) {
        const int from = qBound(0, int((f.box.left - box.left) / width * bins), bins - 1);
        const int to = qBound(0, int((f.box.right - box.left) / width * bins), bins - 1);
        for (int b = from; b <= to; ++b)
            covered[size_t(b)] += f.height();
    }
    return covered;
}

QList<Gutter> candidates(const QList<Fragment> &fragments, const Box &box, double height)
{
    const std::array<double, bins> covered = coverage(fragments, box);
    const double most = *std::max_element(covered.begin(), covered.end());
    const double bin = (box.right - box.left) / bins;
    QList<Gutter> found;
    for (const double share : {0.0, 0.05, 0.12, 0.25, 0.4, 0.55}) {
        int from = -1;
        for (int b = 0; b <= bins; ++b) {
            const bool clear = b < bins && covered[size_t(b)] <= share * most;
            if (clear && from < 0)
                from = b;
            if (clear || from < 0)
                continue;
            if ((b - from) * bin >= 0.4 * height && from > 0 && b < bins)
                found.append({box.left + from * bin, box.left + b * bin});
            from = -1;
        }
    }
    return found;
}

/// Looks for columns until this many fragments were looked at, which no page that people read comes near: a page made
/// to be slow is read as it was printed from there on.
class Budget
{
public:
    bool takes(qsizetype fragments)
    {
        m_left -= fragments;
        return m_left > 0;
    }

private:
    qsizetype m_left = 2'000'000;
};

std::optional<Gutter> gutterOf(const QList<Fragment> &fragments, Budget &budget)
{
    const double height = usualHeight(fragments);
    const Box box = boxOf(fragments);
    if (fragments.size() < 4 || height <= 0 || box.right - box.left < 2 * height)
        return std::nullopt;
    std::optional<Gutter> best;
    double most = leastPaired * height;
    for (const Gutter &gutter : candidates(fragments, box, height)) {
        if (!budget.takes(fragments.size()))
            return std::nullopt;
        const double paired = pairedHeight(zonesOf(fragments, gutter, height), height, box.right - box.left);
        if (paired > most * 1.02) {
            most = paired;
            best = gutter;
        }
    }
    return best;
}

/// Lines that ran over the gutter because the gap there was as narrow as a blank are two lines.
void splitAt(const Gutter &gutter, QList<Fragment> &fragments)
{
    QList<Fragment> out;
    out.reserve(fragments.size());
    for (const Fragment &whole : std::as_const(fragments)) {
        if (whole.box.left > gutter.left || whole.box.right < gutter.right) {
            out.append(whole);
            continue;
        }
        Fragment left;
        Fragment right;
        double widest = 0;
        for (qsizetype k = 0; k < whole.words.size(); ++k) {
            const Box &box = whole.boxes[k];
            const bool before = (box.left + box.right) / 2 < gutter.middle();
            const bool gap = k > 0 && (before || !right.words.isEmpty());
            widest = gap ? qMax(widest, box.left - whole.boxes[k - 1].right) : widest;
            (before ? left : right).add(whole.words[k], box);
        }
        const double here = right.box.left - left.box.right;
        const bool clear = left.box.right <= gutter.left + 1 && right.box.left >= gutter.right - 1;
        if (left.words.isEmpty() || right.words.isEmpty() || !clear || here < 1.15 * widest)
            out.append(whole);
        else
            out << left << right;
    }
    fragments = out;
}

void cut(QList<Fragment> fragments, int depth, Budget &budget, QList<QList<Fragment>> &out)
{
    if (fragments.isEmpty())
        return;
    const auto gutter = depth < deepest ? gutterOf(fragments, budget) : std::nullopt;
    if (!gutter) {
        out.append(std::move(fragments));
        return;
    }
    splitAt(*gutter, fragments);
    const double height = usualHeight(fragments);
    const Box box = boxOf(fragments);
    // Where this gutter parts no text, another may: a listing in two columns above an article in two others.
    QList<Fragment> others;
    bool loose = false; // lines of other columns were passed over: a short one among them is no column of this gutter
    for (const Zone &zone : zonesOf(fragments, *gutter, height)) {
        others += zone.across;
        const double paired = pairedHeight({zone}, height, box.right - box.left);
        if (paired <= 0 || (loose && paired < leastPaired * height)) {
            others += zone.left + zone.right;
            loose = loose || !(zone.left.isEmpty() && zone.right.isEmpty());
            continue;
        }
        loose = false;
        cut(std::exchange(others, {}), depth + 1, budget, out);
        cut(zone.left, depth + 1, budget, out);
        cut(zone.right, depth + 1, budget, out);
    }
    cut(std::move(others), depth + 1, budget, out);
}

} // namespace

QList<QList<Fragment>> columnsOf(const QList<Fragment> &fragments)
{
    QList<QList<Fragment>> out;
    Budget budget;
    cut(fragments, 0, budget, out);
    return out;
}

} // namespace yaodian::pdf
