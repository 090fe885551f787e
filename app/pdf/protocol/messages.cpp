#include "pdf/protocol/messages.h"

#include "pdf/protocol/wire.h"

#include <cmath>

namespace yaodian::pdf::protocol {

namespace {

template <class T> std::optional<T> checked(const Reader &in, T value)
{
    return in.done() ? std::optional<T>(std::move(value)) : std::nullopt;
}

void putPage(Writer &out, const PageRow &page)
{
    out.put<double>(page.size.width());
    out.put<double>(page.size.height());
    out.put<qint32>(page.rotation);
    out.putText(page.label, longestLabel);
}

int getRotation(Reader &in)
{
    const int rotation = in.count(270);
    if (rotation % 90 != 0)
        in.fail();
    return rotation;
}

QSizeF getSize(Reader &in)
{
    const double width = in.number(0, largestPageSide);
    return {width, in.number(0, largestPageSide)};
}

PageRow getPage(Reader &in)
{
    PageRow page;
    page.size = getSize(in);
    page.rotation = getRotation(in);
    page.label = in.text(longestLabel);
    return page;
}

QList<PageRow> getPages(Reader &in)
{
    QList<PageRow> pages;
    const int count = in.count(mostPages);
    for (int i = 0; i < count && in.ok(); ++i)
        pages.append(getPage(in));
    return pages;
}

void putPages(Writer &out, const QList<PageRow> &pages)
{
    out.put<qint32>(qint32(pages.size()));
    for (const PageRow &page : pages)
        putPage(out, page);
}

int getTarget(Reader &in)
{
    const qint32 page = in.get<qint32>();
    if (page < -1 || page >= mostPages)
        in.fail();
    return page;
}

} // namespace

QByteArray Hello::encode() const
{
    Writer out;
    out.put<quint32>(version);
    out.putText(poppler, longestLabel);
    out.put<quint8>(landlock ? 1 : 0);
    out.put<quint8>(apart ? 1 : 0);
    out.putText(failure, longestTitle);
    return out.bytes();
}

std::optional<Hello> Hello::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    Hello hello;
    hello.version = in.get<quint32>();
    hello.poppler = in.text(longestLabel);
    hello.landlock = in.get<quint8>() != 0;
    hello.apart = in.get<quint8>() != 0;
    hello.failure = in.text(longestTitle);
    return checked(in, hello);
}

QByteArray OpenRequest::encode() const
{
    Writer out;
    out.putBytes(password, longestPassword);
    return out.bytes();
}

std::optional<OpenRequest> OpenRequest::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    return checked(in, OpenRequest{in.bytes(longestPassword)});
}

QByteArray OpenReply::encode() const
{
    Writer out;
    out.put<qint32>(pageCount);
    out.putText(title, longestTitle);
    putPages(out, firstPages);
    return out.bytes();
}

std::optional<OpenReply> OpenReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    OpenReply reply;
    reply.pageCount = in.count(mostPages);
    reply.title = in.text(longestTitle);
    reply.firstPages = getPages(in);
    if (reply.pageCount == 0 || reply.firstPages.isEmpty() || reply.firstPages.size() > reply.pageCount)
        in.fail();
    return checked(in, std::move(reply));
}

QByteArray PagesRequest::encode() const
{
    Writer out;
    out.put<qint32>(first);
    out.put<qint32>(count);
    return out.bytes();
}

std::optional<PagesRequest> PagesRequest::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    PagesRequest request;
    request.first = in.count(mostPages);
    request.count = in.count(mostPages);
    return checked(in, request);
}

QByteArray PagesReply::encode() const
{
    Writer out;
    putPages(out, pages);
    return out.bytes();
}

std::optional<PagesReply> PagesReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    return checked(in, PagesReply{getPages(in)});
}

QByteArray RenderRequest::encode() const
{
    Writer out;
    out.put<qint32>(page);
    out.put<double>(scale);
    for (const int value : {tile.x(), tile.y(), tile.width(), tile.height()})
        out.put<qint32>(value);
    return out.bytes();
}

std::optional<RenderRequest> RenderRequest::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    RenderRequest request;
    request.page = in.count(mostPages);
    request.scale = in.number(0.001, 1000);
    const int x = in.get<qint32>();
    const int y = in.get<qint32>();
    const int width = in.count(largestImageSide);
    request.tile = QRect(x, y, width, in.count(largestImageSide));
    return checked(in, request);
}

QByteArray RenderReply::encode() const
{
    Writer out;
    out.put<qint32>(width);
    out.put<qint32>(height);
    return out.bytes();
}

std::optional<RenderReply> RenderReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    RenderReply reply;
    reply.width = in.count(largestImageSide);
    reply.height = in.count(largestImageSide);
    if (!isRenderable({reply.width, reply.height}))
        in.fail();
    return checked(in, reply);
}

QByteArray PageRequest::encode() const
{
    Writer out;
    out.put<qint32>(page);
    return out.bytes();
}

std::optional<PageRequest> PageRequest::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    return checked(in, PageRequest{in.count(mostPages)});
}

Box Word::box() const
{
    Box all;
    for (const Box &box : boxes)
        all = all.united(box);
    return all;
}

QByteArray WordsReply::encode() const
{
    Writer out;
    out.put<double>(size.width());
    out.put<double>(size.height());
    out.put<qint32>(rotation);
    out.put<qint32>(qint32(words.size()));
    for (const Word &word : words) {
        out.putText(word.text, mostChars);
        out.put<quint8>(word.spaceAfter ? 1 : 0);
        for (const Box &box : word.boxes)
            out.putBox(box);
    }
    return out.bytes();
}

std::optional<WordsReply> WordsReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    WordsReply reply;
    reply.size = getSize(in);
    reply.rotation = getRotation(in);
    const int count = in.count(mostWords);
    qsizetype chars = 0;
    for (int i = 0; i < count && in.ok(); ++i) {
        Word word;
        word.text = in.text(mostChars);
        word.spaceAfter = in.get<quint8>() != 0;
        chars += word.text.size();
        if (chars > mostChars)
            in.fail();
        for (qsizetype k = 0; k < word.text.size() && in.ok(); ++k)
            word.boxes.append(in.box(reply.size.width(), reply.size.height()));
        reply.words.append(std::move(word));
    }
    return checked(in, std::move(reply));
}

QByteArray LinksReply::encode() const
{
    Writer out;
    out.put<qint32>(qint32(links.size()));
    for (const LinkRow &link : links) {
        out.putBox(link.box);
        out.put<qint32>(link.page);
        out.put<double>(link.top);
        out.putText(link.uri, longestUri);
    }
    return out.bytes();
}

std::optional<LinksReply> LinksReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    LinksReply reply;
    const int count = in.count(mostLinks);
    for (int i = 0; i < count && in.ok(); ++i) {
        LinkRow link;
        link.box = in.box(1, 1);
        link.page = getTarget(in);
        link.top = in.number(0, 1);
        link.uri = in.text(longestUri);
        reply.links.append(std::move(link));
    }
    return checked(in, std::move(reply));
}

QByteArray OutlineReply::encode() const
{
    Writer out;
    out.put<qint32>(qint32(items.size()));
    for (const OutlineRow &item : items) {
        out.putText(item.title, longestTitle);
        out.put<qint32>(item.depth);
        out.put<qint32>(item.page);
        out.put<double>(item.top);
    }
    return out.bytes();
}

std::optional<OutlineReply> OutlineReply::decode(QByteArrayView bytes)
{
    Reader in(bytes);
    OutlineReply reply;
    const int count = in.count(mostOutlineItems);
    for (int i = 0; i < count && in.ok(); ++i) {
        OutlineRow item;
        item.title = in.text(longestTitle);
        item.depth = in.count(deepestOutline);
        item.page = getTarget(in);
        item.top = in.number(0, 1);
        reply.items.append(std::move(item));
    }
    return checked(in, std::move(reply));
}

QSize pixelsOf(QSizeF points, double scale)
{
    const auto side = [scale](double length) { return int(qBound(1.0, std::round(length * scale), 1e8)); };
    return {side(points.width()), side(points.height())};
}

bool isShowable(QSizeF points)
{
    const double shorter = qMin(points.width(), points.height());
    const double longer = qMax(points.width(), points.height());
    return std::isfinite(longer) && shorter >= 1 && longer <= largestPageSide && longer / shorter <= longestAspect;
}

bool isRenderable(QSize pixels)
{
    return pixels.width() > 0 && pixels.height() > 0 && pixels.width() <= largestImageSide &&
           pixels.height() <= largestImageSide && qint64(pixels.width()) * pixels.height() <= mostImagePixels;
}

} // namespace yaodian::pdf::protocol
