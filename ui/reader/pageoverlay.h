#pragma once

class QPainter;

namespace yaodian::ui {

class PageLayout;

/// Something painted over the picture of a page: highlights, hits, the selection. The painter is in the coordinates of
/// the layout, so that layout.onView(page, box) is where a box lies.
class PageOverlay
{
public:
    virtual ~PageOverlay() = default;
    virtual void paint(QPainter &painter, int page, const PageLayout &layout) const = 0;
};

} // namespace yaodian::ui
