#pragma once

#include "base/geometry.h"
#include "pdf/protocol/limits.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSizeF>
#include <QString>

#include <optional>

// The requests to yaodian-pdf and its replies, as values. `encode` makes the bytes after the header; `decode…` gives
// nullopt for bytes that are not such a message or go beyond the limits.
namespace yaodian::pdf::protocol {

constexpr quint32 version = 4;

enum class Type : quint16 {
    Hello = 1, ///< from the worker, once it has locked itself in
    Open,      ///< carries the document's descriptor
    Pages,
    Render,
    Words,
    Links,
    Outline,
    Art,         ///< of a page
    Extras,      ///< of the document
    Annotations, ///< of a page
    Annotate,    ///< the document, with more of them
    Cancel,      ///< of the request whose id it carries; has no reply of its own
};

enum class Status : quint16 {
    Ok = 0,
    Failed,        ///< the document or page is not readable
    Aborted,       ///< a Cancel arrived in time
    NeedsPassword, ///< Open: encrypted, no password given
    WrongPassword,
    NoSandbox, ///< Hello: the worker could not lock itself in and ends
};

/// Goes before every message, both ways.
struct Header
{
    quint32 size = 0; ///< bytes that follow, without the pixels of a picture
    quint32 id = 0;
    Type type = Type::Hello;
    Status status = Status::Ok;
};
static_assert(sizeof(Header) == 12);

struct Hello
{
    quint32 version = protocol::version;
    QString poppler; ///< its version
    bool landlock = false;
    bool apart = false;
    QString failure; ///< why there is no sandbox

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<Hello> decode(QByteArrayView bytes);
};

struct OpenRequest
{
    QByteArray password;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<OpenRequest> decode(QByteArrayView bytes);
};

/// A page as the worker describes it.
struct PageRow
{
    QSizeF size; ///< points, as shown; 0 x 0 where the page cannot be read
    int rotation = 0;
    QString label;
};

struct OpenReply
{
    int pageCount = 0;
    QString title;
    QList<PageRow> firstPages; ///< as many as could be told in a few milliseconds, at least one

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<OpenReply> decode(QByteArrayView bytes);
};

struct PagesRequest
{
    int first = 0;
    int count = 0;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<PagesRequest> decode(QByteArrayView bytes);
};

struct PagesReply
{
    QList<PageRow> pages;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<PagesReply> decode(QByteArrayView bytes);
};

struct RenderRequest
{
    int page = 0;
    double scale = 1; ///< pixels a point
    QRect tile;       ///< pixels of the whole page; empty: the whole page

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<RenderRequest> decode(QByteArrayView bytes);
};

/// Goes before width x height x 4 bytes of pixels (QImage::Format_RGB32).
struct RenderReply
{
    int width = 0;
    int height = 0;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<RenderReply> decode(QByteArrayView bytes);
};

/// Words, Links, Art, Annotations: of one page. Outline, Extras: of none.
struct PageRequest
{
    int page = 0;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<PageRequest> decode(QByteArrayView bytes);
};

/// A word as printed, with a box for each UTF-16 unit; points of the page as shown, origin top left.
struct Word
{
    QString text;
    QList<Box> boxes;
    bool spaceAfter = false;

    [[nodiscard]] Box box() const;
};

struct WordsReply
{
    QSizeF size;
    int rotation = 0;
    QList<Word> words;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<WordsReply> decode(QByteArrayView bytes);
};

struct LinkRow
{
    Box box; ///< 0..1 of the unrotated crop box
    int page = -1;
    double top = 0;
    QString uri; ///< as the document says it, not yet judged
};

struct LinksReply
{
    QList<LinkRow> links;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<LinksReply> decode(QByteArrayView bytes);
};

struct OutlineRow
{
    QString title;
    int depth = 0;
    int page = -1;
    double top = 0;
};

struct OutlineReply
{
    QList<OutlineRow> items;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<OutlineReply> decode(QByteArrayView bytes);
};

/// Pixels of a whole page: what a tile is cut from.
[[nodiscard]] QSize pixelsOf(QSizeF points, double scale);
/// A page of this size can be shown: finite, positive, not absurdly long.
[[nodiscard]] bool isShowable(QSizeF points);
/// A picture of this size may be asked for in one request.
[[nodiscard]] bool isRenderable(QSize pixels);

} // namespace yaodian::pdf::protocol
