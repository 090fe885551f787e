#include "pdf/worker/drawing.h"

#include "pdf/worker/painting.h"

#include <ctime>

#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

namespace {

// Milliseconds of processor time, so that a busy machine changes no page's look. The slowest page of the papers takes
// Splash 0.8 s. Both together leave Splash half of the 8 s that a page may take.
constexpr qint64 splashPatience = 1500;
constexpr qint64 painterPatience = 2500;

qint64 processorTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

/// Asks whether to go on: until somebody interrupts, or the time is up.
struct Patience
{
    Interrupted interrupted = nullptr;
    const QVariant &closure;
    qint64 until = 0; ///< 0: without end
    bool over = false;

    static bool ends(const QVariant &self)
    {
        auto *patience = static_cast<Patience *>(self.value<void *>());
        if (patience->interrupted(patience->closure))
            return true;
        patience->over = patience->over || (patience->until > 0 && processorTime() > patience->until);
        return patience->over;
    }
};

QImage drawn(const Poppler::Page &page, const Drawing::Request &request, Patience &patience)
{
    const QRect &tile = request.tile;
    return page.renderToImage(request.dpi, request.dpi, tile.x(), tile.y(), tile.width(), tile.height(),
                              Poppler::Page::Rotate0, nullptr, nullptr, &Patience::ends,
                              QVariant::fromValue<void *>(&patience));
}

QImage painted(Poppler::Document &document, const Poppler::Page &page, const Drawing::Request &request,
               Patience &patience)
{
    document.setRenderBackend(Poppler::Document::QPainterBackend);
    QImage image = drawn(page, request, patience);
    document.setRenderBackend(Poppler::Document::SplashBackend);
    return image;
}

} // namespace

QImage Drawing::draw(Poppler::Document &document, const Poppler::Page &page, const Request &request,
                     Interrupted interrupted, const QVariant &closure)
{
    const Hand hand = canPaint() ? m_hands.value(request.page, Hand::Unsure) : Hand::Splash;
    Patience patience{interrupted, closure};
    if (hand == Hand::Painter)
        return painted(document, page, request, patience);
    if (hand == Hand::Unsure)
        patience.until = processorTime() + splashPatience;
    QImage image = drawn(page, request, patience);
    if (!patience.over)
        return image;
    Patience painters{interrupted, closure, processorTime() + painterPatience};
    image = painted(document, page, request, painters);
    if (!painters.over) {
        if (!image.isNull())
            m_hands.insert(request.page, Hand::Painter);
        return image;
    }
    m_hands.insert(request.page, Hand::Splash);
    Patience endless{interrupted, closure};
    return drawn(page, request, endless);
}

} // namespace yaodian::pdf::worker
