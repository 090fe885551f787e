#pragma once

#include "pdf/worker/answers.h"

#include <QHash>
#include <QImage>

namespace yaodian::pdf::worker {

/// Draws pages with one of poppler's two back ends. Splash draws every page that it can draw soon: on the papers that
/// this was measured with, Qt's painter took 0.94 of its time on average, more on Chinese ones, and set letters lighter
/// (3 pages of 100 came out alike). A page that takes Splash long is given to the painter, which is several times as
/// fast where much is transparent or patterned; what proved faster is remembered for that page.
class Drawing
{
public:
    struct Request
    {
        int page = 0;
        double dpi = 72;
        QRect tile; ///< pixels of the whole page
    };

    /// Null where it was interrupted, or cannot be drawn.
    [[nodiscard]] QImage draw(Poppler::Document &document, const Poppler::Page &page, const Request &request,
                              Interrupted interrupted, const QVariant &closure);
    void forget() { m_hands.clear(); }

private:
    enum class Hand {
        Unsure,  ///< Splash for a while, then the painter for a while
        Painter, ///< it was faster
        Splash,  ///< however long it takes
    };

    QHash<int, Hand> m_hands;
};

} // namespace yaodian::pdf::worker
