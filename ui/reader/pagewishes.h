#pragma once

#include "pdf/document.h"
#include "ui/reader/pagecache.h"

#include <functional>

namespace yaodian::ui {

/// A page that is on the view or may be soon.
struct Wanted
{
    int page = 0;
    double scale = 1; ///< device pixels a point
    QSize pixels;     ///< of the whole page at that scale
    QRect part;       ///< of the whole page, in device pixels, that the view shows
};

/// A picture that should be asked for.
struct Wish
{
    PictureKey key;
    double scale = 1; ///< exactly; the key has it rounded
    pdf::Document::Priority priority = pdf::Document::Priority::Visible;
    bool isDraft = false;
};

/// What is known when it is decided what to ask for.
struct WishFacts
{
    QByteArray document;
    Look look = Look::Light;
    std::function<bool(const PictureKey &)> has;
    std::function<bool(int page)> failed;
    std::function<bool(int page)> showsAnything; ///< a picture at whatever scale
    std::function<bool(int page)> draftPays;
};

/// What to ask for, most urgent first. Pages in view come as drafts where that pays and nothing of them is there yet,
/// then sharp; one too large for a picture is cut into tiles over a coarse picture. Near ones wait until the view is
/// sharp: the worker does one thing at a time.
[[nodiscard]] QList<Wish> wishesFor(const QList<Wanted> &visible, const QList<Wanted> &near, const WishFacts &facts);

/// The pages to be drawn ahead, the next in the direction of travel first: two rows ahead and one behind.
[[nodiscard]] QList<int> pagesAround(const QList<int> &visible, bool down, int count, int perRow);

[[nodiscard]] PictureKey keyOf(const WishFacts &facts, int page, double scale, const QRect &tile = {});
/// Too large for one picture.
[[nodiscard]] bool isTiled(const Wanted &page);
/// The tiles that the view touches.
[[nodiscard]] QList<QRect> tilesOf(const Wanted &page);

} // namespace yaodian::ui
