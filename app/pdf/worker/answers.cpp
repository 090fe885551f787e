#include "pdf/worker/answers.h"

#include <QElapsedTimer>
#include <QImage>

#include <cmath>
#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

bool isFinite(const QRectF &r)
{
    return std::isfinite(r.x()) && std::isfinite(r.y()) && std::isfinite(r.width()) && std::isfinite(r.height());
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

/// What moves within the document is a link like another; the rest a reader's program is asked to do.
bool fillNamed(const Poppler::LinkAction &link, int page, int pageCount, LinkRow &row)
{
    switch (link.actionType()) {
    case Poppler::LinkAction::PageFirst:
        row.page = 0;
        break;
    case Poppler::LinkAction::PagePrev:
        row.page = qMax(0, page - 1);
        break;
    case Poppler::LinkAction::PageNext:
        row.page = qMin(page + 1, pageCount - 1);
        break;
    case Poppler::LinkAction::PageLast:
        row.page = pageCount - 1;
        break;
    case Poppler::LinkAction::Print:
        row.uri = QStringLiteral("named:Print");
        break;
    case Poppler::LinkAction::SaveAs:
        row.uri = QStringLiteral("named:SaveAs");
        break;
    case Poppler::LinkAction::Close:
    case Poppler::LinkAction::Quit:
        row.uri = QStringLiteral("named:Close");
        break;
    default:
        row.uri = QStringLiteral("named:");
    }
    return true;
}

/// False for links that ask for nothing a reader could follow or refuse.
bool fillTarget(const Poppler::Link &link, int page, int pageCount, LinkRow &row)
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
    case Poppler::Link::Action:
        return fillNamed(static_cast<const Poppler::LinkAction &>(link), page, pageCount, row);
    case Poppler::Link::Sound:
    case Poppler::Link::Movie:
    case Poppler::Link::Rendition:
        row.uri = QStringLiteral("media:");
        return true;
    case Poppler::Link::OCGState:
    case Poppler::Link::Hide:
        row.uri = QStringLiteral("show:");
        return true;
    default:
        return false;
    }
}

/// Links whose action poppler does not tell: SubmitForm, ImportData and what else there may come.
void addUntold(const Poppler::Page &page, int rotation, LinksReply &reply)
{
    for (const auto &annotation : page.annotations({Poppler::Annotation::ALink})) {
        if (reply.links.size() >= mostLinks)
            return;
        if (static_cast<const Poppler::LinkAnnotation &>(*annotation).linkDestination())
            continue;
        LinkRow row;
        row.uri = QStringLiteral("action:");
        row.box = boxOf(annotation->boundary(), 1, 1).turned(-rotation);
        reply.links.append(std::move(row));
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

Box boxOf(const QRectF &rect, double width, double height)
{
    if (!isFinite(rect))
        return {};
    const QRectF r = rect.normalized();
    return {qBound(0.0, r.left(), width), qBound(0.0, r.top(), height), qBound(0.0, r.right(), width),
            qBound(0.0, r.bottom(), height)};
}

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

LinksReply linksOf(const Poppler::Page &page, int pageCount)
{
    LinksReply reply;
    const int rotation = rotationOf(page);
    for (const auto &link : page.links()) {
        LinkRow row;
        if (!link || !fillTarget(*link, page.index(), pageCount, row) || !row.uri.isValidUtf16())
            continue;
        row.box = boxOf(link->linkArea(), 1, 1).turned(-rotation);
        reply.links.append(std::move(row));
        if (reply.links.size() >= mostLinks)
            break;
    }
    addUntold(page, rotation, reply);
    return reply;
}

OutlineReply outlineOf(const Poppler::Document &document)
{
    OutlineReply reply;
    addItems(document.outline(), 0, reply.items);
    return reply;
}

} // namespace yaodian::pdf::worker
