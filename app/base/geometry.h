#pragma once

#include <QRectF>

namespace yaodian {

/// A box on a page in 0..1 of its unrotated crop box, origin top left: it holds at every zoom, rotation and
/// resolution. (Okular's NormalizedRect is the habit followed here.)
struct Box
{
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] bool isEmpty() const { return right <= left || bottom <= top; }
    [[nodiscard]] bool contains(double x, double y) const { return x >= left && x <= right && y >= top && y <= bottom; }
    /// On a page image of `size` pixels (unrotated).
    [[nodiscard]] QRectF on(const QSizeF &size) const
    {
        return {left * size.width(), top * size.height(), (right - left) * size.width(),
                (bottom - top) * size.height()};
    }
    /// Turned clockwise with its page, by a multiple of 90 degrees.
    [[nodiscard]] Box turned(int degrees) const
    {
        switch ((degrees % 360 + 360) % 360) {
        case 90:
            return {1 - bottom, left, 1 - top, right};
        case 180:
            return {1 - right, 1 - bottom, 1 - left, 1 - top};
        case 270:
            return {top, 1 - right, bottom, 1 - left};
        default:
            return *this;
        }
    }
    [[nodiscard]] QPointF centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] Box united(const Box &other) const
    {
        return isEmpty()         ? other
               : other.isEmpty() ? *this
                                 : Box{qMin(left, other.left), qMin(top, other.top), qMax(right, other.right),
                                       qMax(bottom, other.bottom)};
    }
    friend bool operator==(const Box &, const Box &) = default;
};

} // namespace yaodian
