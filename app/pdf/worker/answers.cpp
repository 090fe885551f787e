#include "pdf/worker/answers.h"

#include <QElapsedTimer>
#include <QImage>

#include <cmath>
#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

int rotationOf(const Poppler::Page &page)
{
    switch (page.orientation()) {
    case Poppler::Page::Landscape:
        return 90;
    case Poppler::Page::UpsideDown:
        return 180;
    case Poppler::Page::Seascape:
        return 270;
    default:
        return 0;
    }
}

bool isFinite(const QRectF &r)
{
    return std::isfinite(r.x()) && std::isfinite(r.y()) && std::isfinite(r.width()) && std::isfinite(r.height());
}

/// Cut to the page; links may be given with their corners swapped.
Box boxOf(const QRectF &rect, double width, double height)
{
    if (!isFinite(rect))
        return {};
    const QRectF r = rect.normalized();
    return {qBound(0.0, r.left(), width), qBound(0.0, r.top(), height), qBound(0.0, r.right(), width),
            qBound(0.0, r.bottom(), height)};
}

Word wordOf(const Poppler::TextBox &box, QSizeF size)
{
    Word word;
    word.text = box.text();
    if (!word.text.isValidUtf16())
        return {};
    word.spaceAfter = box.hasSpaceAfter();
    word.boxes.reserve(word.text.size());
    int point = 0; // poppler counts code points
    for (qsizetype i = 0; i < word.text.size(); ++i) {
        QRectF rect = box.charBoundingBox(point);
        if (rect.isNull())
            rect = box.boundingBox();
        word.boxes.append(boxOf(rect, size.width(), size.height()));
        if (!word.text[i].isHighSurrogate())
            ++point;
    }
    return word;
}

double topOf(const Poppler::LinkDestination &target)
{
    const double top = target.isChangeTop() ? target.top() : 0;
    return std::isfinite(top) ? qBound(0.0, top, 1.0) : 0;
}

int pageOf(const Poppler::LinkDestination &target)
{
    const int page = target.pageNumber() - 1;
    return page >= 0 && page < mostPages ? page : -1;
}

/// False for links that ask for nothing a reader could follow or refuse.
bool fillTarget(const Poppler::Link &link, LinkRow &row)
{
    switch (link.linkType()) {
    case Poppler::Link::Goto: {
        const auto &to = static_cast<const Poppler::LinkGoto &>(link);
        if (to.isExternal()) {
            row.uri = QStringLiteral("file:") + to.fileName();
            return true;
        }
        row.page = pageOf(to.destination());
        row.top = topOf(to.destination());
        return row.page >= 0;
    }
    case Poppler::Link::Browse:
        row.uri = static_cast<const Poppler::LinkBrowse &>(link).url();
        return !row.uri.isEmpty();
    case Poppler::Link::Execute:
        row.uri = QStringLiteral("launch:") + static_cast<const Poppler::LinkExecute &>(link).fileName();
        return true;
    case Poppler::Link::JavaScript:
        row.uri = QStringLiteral("javascript:");
        return true;
    default:
        return false;
    }
}

void addItems(const QVector<Poppler::OutlineItem> &items, int depth, QList<OutlineRow> &rows)
{
    for (const Poppler::OutlineItem &item : items) {
        if (rows.size() >= mostOutlineItems)
            return;
        OutlineRow row;
        row.title = item.name().simplified();
        if (!row.title.isValidUtf16())
            row.title.clear();
        row.depth = depth;
        if (const auto target = item.destination(); target && item.externalFileName().isEmpty()) {
            row.page = pageOf(*target);
            row.top = topOf(*target);
        }
        rows.append(row);
        if (depth < deepestOutline && item.hasChildren())
            addItems(item.children(), depth + 1, rows);
    }
}

} // namespace

PageRow describe(const Poppler::Page *page)
{
    if (!page)
        return {};
    PageRow row;
    row.size = page->pageSizeF();
    row.rotation = rotationOf(*page);
    row.label = page->label();
    if (!isShowable(row.size))
        row.size = QSizeF(0, 0);
    if (!row.label.isValidUtf16())
        row.label.clear();
    return row;
}

QList<PageRow> describePages(const Poppler::Document &document, int first, int count, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    QList<PageRow> rows;
    const int end = qMin(first + count, qMin(document.numPages(), mostPages));
    for (int i = qMax(0, first); i < end; ++i) {
        rows.append(describe(document.page(i).get()));
        if (milliseconds >= 0 && clock.elapsed() >= milliseconds)
            break;
    }
    return rows;
}

WordsReply wordsOf(const Poppler::Page &page, Interrupted interrupted, const QVariant &closure)
{
    WordsReply reply;
    const PageRow row = describe(&page);
    reply.size = row.size;
    reply.rotation = row.rotation;
    qsizetype chars = 0;
    for (const auto &box : page.textList(Poppler::Page::Rotate0, interrupted, closure)) {
        Word word = wordOf(*box, reply.size);
        chars += word.text.size();
        if (reply.words.size() >= mostWords || chars > mostChars)
            break;
        if (!word.box().isEmpty()) // else outside the page
            reply.words.append(std::move(word));
    }
    return reply;
}

LinksReply linksOf(const Poppler::Page &page)
{
    LinksReply reply;
    const int rotation = rotationOf(page);
    for (const auto &link : page.links()) {
        LinkRow row;
        if (!link || !fillTarget(*link, row) || !row.uri.isValidUtf16())
            continue;
        row.box = unrotated(boxOf(link->linkArea(), 1, 1), rotation);
        reply.links.append(std::move(row));
        if (reply.links.size() >= mostLinks)
            break;
    }
    return reply;
}

OutlineReply outlineOf(const Poppler::Document &document)
{
    OutlineReply reply;
    addItems(document.outline(), 0, reply.items);
    return reply;
}

} // namespace yaodian::pdf::worker
