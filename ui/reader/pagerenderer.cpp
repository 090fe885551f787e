#include "ui/reader/pagerenderer.h"

#include "ui/reader/darkpage.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr double LargestPicture = 16e6; ///< pixels; 64 MB
constexpr double CoarsePicture = 2e6;
constexpr int TileEdge = 1536;

bool isTiled(const Wanted &page)
{
    return double(page.pixels.width()) * page.pixels.height() > LargestPicture;
}

double coarseScale(const Wanted &page)
{
    return page.scale * std::sqrt(CoarsePicture / (double(page.pixels.width()) * page.pixels.height()));
}

QList<QRect> tilesOf(const Wanted &page)
{
    QList<QRect> tiles;
    const QRect whole(QPoint(0, 0), page.pixels);
    const QRect part = page.part.intersected(whole);
    for (int y = part.top() / TileEdge * TileEdge; y <= part.bottom(); y += TileEdge)
        for (int x = part.left() / TileEdge * TileEdge; x <= part.right(); x += TileEdge)
            tiles << QRect(x, y, TileEdge, TileEdge).intersected(whole);
    return tiles;
}

} // namespace

PageRenderer::PageRenderer(Background &background, QObject *parent) : QObject(parent), m_background(background) {}

void PageRenderer::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_cache.clear();
    m_asked.clear();
    m_failures.clear();
    m_attempts.clear();
}

PictureKey PageRenderer::keyOf(int page, double scale, const QRect &tile) const
{
    return {page, qRound(scale * 1000), tile, m_dark};
}

QList<PageRenderer::Job> PageRenderer::jobsFor(const Wanted &page, pdf::Document::Priority priority) const
{
    QList<Job> jobs;
    const auto add = [&](double scale, const QRect &tile) {
        const Job job{keyOf(page.page, scale, tile), scale, priority};
        if (!m_cache.contains(job.key))
            jobs << job;
    };
    if (m_failures.contains(page.page))
        return jobs;
    if (!isTiled(page)) {
        add(page.scale, {});
        return jobs;
    }
    add(coarseScale(page), {});
    const QList<QRect> tiles = priority == pdf::Document::Priority::Visible ? tilesOf(page) : QList<QRect>();
    for (const QRect &tile : tiles)
        add(page.scale, tile);
    return jobs;
}

void PageRenderer::want(const QList<Wanted> &visible, const QList<Wanted> &near)
{
    if (!m_document || !m_document->isOpen())
        return;
    QList<Job> jobs;
    for (const Wanted &page : visible)
        jobs += jobsFor(page, pdf::Document::Priority::Visible);
    // Neighbours wait until the view is sharp: the worker does one thing at a time.
    if (jobs.isEmpty()) {
        for (const Wanted &page : near)
            jobs += jobsFor(page, pdf::Document::Priority::Near);
    }
    const auto asked = m_asked;
    for (auto it = asked.cbegin(); it != asked.cend(); ++it) {
        const bool wanted =
            std::any_of(jobs.cbegin(), jobs.cend(), [&](const Job &job) { return job.key == it.key(); });
        if (!wanted) {
            m_document->abort(it.value());
            m_asked.remove(it.key());
        }
    }
    for (const Job &job : std::as_const(jobs)) {
        if (!m_asked.contains(job.key))
            request(job);
    }
}

void PageRenderer::request(const Job &job)
{
    const PictureKey key = job.key;
    m_asked.insert(key, m_document->render(key.page, job.scale, key.tile, job.priority, this,
                                           [this, key, generation = m_generation](Result<QImage> image) {
                                               if (generation == m_generation)
                                                   take(key, std::move(image));
                                           }));
}

void PageRenderer::take(const PictureKey &key, Result<QImage> image)
{
    if (!image) {
        m_asked.remove(key);
        // Once more before the page is given up: a worker that was killed is no fault of the page.
        if (!image.error().isCancelled() && ++m_attempts[key.page] > 1)
            m_failures.insert(key.page, image.error().message);
        Q_EMIT arrived(key.page);
        return;
    }
    if (!key.dark) {
        keep(key, *image);
        return;
    }
    m_background.run(
        this, [page = std::move(*image)](const CancelToken &) { return darkened(page); },
        [this, key, generation = m_generation](const QImage &dark) {
            if (generation == m_generation)
                keep(key, dark);
        });
}

void PageRenderer::keep(const PictureKey &key, const QImage &image)
{
    m_asked.remove(key);
    m_cache.put(key, image);
    Q_EMIT arrived(key.page);
}

bool PageRenderer::isSharp(const Wanted &page) const
{
    if (m_failures.contains(page.page))
        return true;
    if (!isTiled(page))
        return m_cache.contains(keyOf(page.page, page.scale));
    const QList<QRect> tiles = tilesOf(page);
    return std::all_of(tiles.begin(), tiles.end(),
                       [&](const QRect &tile) { return m_cache.contains(keyOf(page.page, page.scale, tile)); });
}

QList<PageRenderer::Piece> PageRenderer::pieces(const Wanted &page)
{
    const QRect whole(QPoint(0, 0), page.pixels);
    if (!isTiled(page)) {
        const QImage sharp = m_cache.find(keyOf(page.page, page.scale));
        // The size the renderer rounded to can be a pixel off; copying beats resampling.
        if (!sharp.isNull())
            return {{sharp, QRect(QPoint(0, 0), sharp.size())}};
    }
    QList<Piece> found;
    const QImage coarse = m_cache.anyOf(page.page, m_dark);
    if (!coarse.isNull())
        found << Piece{coarse, whole};
    if (isTiled(page)) {
        for (const QRect &tile : tilesOf(page)) {
            const QImage image = m_cache.find(keyOf(page.page, page.scale, tile));
            if (!image.isNull())
                found << Piece{image, QRect(tile.topLeft(), image.size())};
        }
    }
    return found;
}

} // namespace yaodian::ui
