#include "pdf/pagetext.h"

#include "base/text.h"
#include "pdf/joinedtext.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace yaodian::pdf {

namespace {

TextRange inside(const PageText &page, TextRange range)
{
    const int size = int(page.text.size());
    const int from = qBound(0, range.from, size);
    return {from, qBound(from, range.to, size)};
}

/// Outside a line the nearest line counts before the nearest letter.
double distance(const Box &box, QPointF p)
{
    const double dx = qMax(0.0, qMax(box.left - p.x(), p.x() - box.right));
    const double dy = qMax(0.0, qMax(box.top - p.y(), p.y() - box.bottom));
    return dx + 3 * dy;
}

/// Unit counts of the first or last `length` code points.
QString lastPoints(const QString &text, int length)
{
    qsizetype at = text.size();
    for (int n = 0; n < length && at > 0; ++n)
        at -= at >= 2 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate() ? 2 : 1;
    return text.mid(at);
}

QString firstPoints(const QString &text, int length)
{
    qsizetype at = 0;
    for (int n = 0; n < length && at < text.size(); ++n)
        at += at + 1 < text.size() && text[at].isHighSurrogate() && text[at + 1].isLowSurrogate() ? 2 : 1;
    return text.left(at);
}

/// More than enough of the page for `length` points of normalised text.
int window(int length)
{
    return 4 * qMax(0, length) + 64;
}

} // namespace

int indexAt(const PageText &page, QPointF position)
{
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < page.boxes.size(); ++i) {
        if (page.boxes[i].isEmpty())
            continue;
        const double d = distance(page.boxes[i], position);
        if (d < nearest) {
            nearest = d;
            best = i;
        }
    }
    return best;
}

QList<Box> boxesOf(const PageText &page, TextRange range)
{
    range = inside(page, range);
    QList<Box> boxes;
    Box line;
    for (int i = range.from; i < range.to; ++i) {
        if (page.text[i] == lineEnd) {
            if (!line.isEmpty())
                boxes.append(line);
            line = {};
        } else if (!page.boxes[i].isEmpty()) {
            line = line.united(page.boxes[i]);
        }
    }
    if (!line.isEmpty())
        boxes.append(line);
    return boxes;
}

QString quoteOf(const PageText &page, TextRange range)
{
    range = inside(page, range);
    return range.isEmpty() ? QString() : joined(page, range, LineHyphens::Mended, false).text.trimmed();
}

TextRange lineAt(const PageText &page, int index)
{
    if (page.isEmpty())
        return {};
    index = qBound(0, index, int(page.text.size()) - 1);
    const int from = index == 0 ? 0 : int(page.text.lastIndexOf(lineEnd, index - 1)) + 1;
    const qsizetype to = page.text.indexOf(lineEnd, index);
    return {from, to < 0 ? int(page.text.size()) : int(to)};
}

TextRange paragraphAt(const PageText &page, int index)
{
    if (page.isEmpty())
        return {};
    index = qBound(0, index, int(page.text.size()) - 1);
    const QString between = QStringLiteral("\n\n");
    // On the blank line itself: the paragraph before it.
    while (index > 0 && page.text[index] == lineEnd)
        --index;
    const qsizetype before = index == 0 ? -1 : page.text.lastIndexOf(between, index - 1);
    const qsizetype after = page.text.indexOf(between, index);
    int to = after < 0 ? int(page.text.size()) : int(after);
    while (to > 0 && page.text[to - 1] == lineEnd)
        --to;
    return {before < 0 ? 0 : int(before) + 2, to};
}

QString contextBefore(const PageText &page, TextRange range, int length)
{
    const int from = inside(page, range).from;
    return lastPoints(quoteOf(page, {qMax(0, from - window(length)), from}), length);
}

QString contextAfter(const PageText &page, TextRange range, int length)
{
    const int to = inside(page, range).to;
    return firstPoints(quoteOf(page, {to, to + window(length)}), length);
}

} // namespace yaodian::pdf
