#include "ui/reader/pagerenderer.h"

#include "ui/reader/photos.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace yaodian::ui {

namespace {

/// The same bytes at the same path, as far as one can tell without reading them.
QByteArray identityOf(const QString &path)
{
    const QFileInfo file(path);
    return path.toUtf8() + '|' + QByteArray::number(file.size()) + '|' +
           QByteArray::number(file.lastModified().toMSecsSinceEpoch());
}

} // namespace

PageRenderer::PageRenderer(Background &background, QObject *parent)
    : QObject(parent), m_background(background), m_store(std::make_shared<PageStore>()), m_arts(this)
{
    m_clock.start();
    connect(&m_arts, &PageArts::arrived, this, &PageRenderer::artArrived);
}

void PageRenderer::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_id = document ? identityOf(document->path()) : QByteArray();
    m_sha256.clear();
    m_arts.setDocument(document);
    m_times.clear();
    m_asked.clear();
    m_undressed.clear();
    m_failures.clear();
    m_attempts.clear();
}

WishFacts PageRenderer::facts() const
{
    return {m_id,
            m_look,
            [this](const PictureKey &key) { return m_store->memory.contains(key); },
            [this](int page) { return m_failures.contains(page); },
            [this](int page) { return !m_store->memory.anyOf(m_id, page, m_look).isNull(); },
            [this](int page) { return m_times.draftPays(page); }};
}

void PageRenderer::want(const QList<Wanted> &visible, const QList<Wanted> &near)
{
    if (!m_document || !m_document->isOpen())
        return;
    const QList<Wish> wishes = wishesFor(visible, near, facts());
    abortOthers(wishes);
    for (const Wish &wish : wishes)
        if (!m_asked.contains(wish.key))
            request(wish);
}

void PageRenderer::abortOthers(const QList<Wish> &wishes)
{
    m_asked.removeIf([&](const QHash<PictureKey, Asked>::iterator &asked) {
        const bool wanted =
            std::any_of(wishes.cbegin(), wishes.cend(), [&](const Wish &wish) { return wish.key == asked.key(); });
        if (!wanted) {
            m_undressed.remove(asked.key());
            m_document->abort(asked->request);
        }
        return !wanted;
    });
}

QString PageRenderer::nameOf(const PictureKey &key) const
{
    return m_store->disk && key.tile.isNull() ? DiskCache::nameOf(m_sha256, key.page, key.scale) : QString();
}

void PageRenderer::request(const Wish &wish)
{
    m_asked.insert(wish.key, {0, m_clock.elapsed(), wish.isDraft});
    PictureKey light = wish.key;
    light.look = Look::Light;
    if (const QImage known = m_store->memory.find(light); !known.isNull())
        return undressed(wish.key, known); // only the look is another one
    if (const QString name = nameOf(wish.key); !name.isEmpty() && m_store->disk->contains(name))
        return readFromDisk(wish, name);
    draw(wish);
    if (m_look != Look::Light)
        m_arts.want(wish.key.page, wish.priority);
}

void PageRenderer::readFromDisk(const Wish &wish, const QString &name)
{
    m_background.run(
        this, [disk = m_store->disk, name](const CancelToken &) { return disk->read(name); },
        [this, wish, generation = m_generation](const QImage &image) {
            if (generation != m_generation || !m_document || !m_asked.contains(wish.key))
                return;
            if (fits(image, wish))
                undressed(wish.key, image);
            else
                draw(wish);
        });
}

/// The file may be damaged in a way that still is a picture.
bool PageRenderer::fits(const QImage &image, const Wish &wish) const
{
    const QSizeF size = m_document->info().pages.value(wish.key.page).size * wish.scale;
    return qAbs(image.width() - size.width()) < 2 && qAbs(image.height() - size.height()) < 2;
}

void PageRenderer::draw(const Wish &wish)
{
    ++m_drawn;
    const PictureKey key = wish.key;
    const auto done = [this, key, generation = m_generation](Result<QImage> image) {
        if (generation == m_generation)
            take(key, std::move(image));
    };
    m_asked[key].request = m_document->render(key.page, wish.scale, key.tile, wish.priority, this, done);
}

void PageRenderer::take(const PictureKey &key, Result<QImage> image)
{
    if (image) {
        note(key, *image);
        return undressed(key, *image);
    }
    m_asked.remove(key);
    // Once more before the page is given up: a worker that was killed is no fault of the page.
    if (!image.error().isCancelled() && ++m_attempts[key.page] > 1)
        m_failures.insert(key.page, image.error().message);
    Q_EMIT arrived(key.page);
}

/// Remembers how long it took, and keeps what took too long.
void PageRenderer::note(const PictureKey &key, const QImage &image)
{
    const Asked asked = m_asked.value(key);
    const qint64 now = m_clock.elapsed();
    const qint64 began = std::max(asked.since, std::exchange(m_lastAnswer, now));
    if (!key.tile.isNull())
        return;
    m_times.note(key.page, asked.isDraft ? RenderTimes::Quality::Draft : RenderTimes::Quality::Sharp,
                 double(now - began));
    const QString name = nameOf(key);
    if (asked.isDraft || name.isEmpty() || !m_times.isHeavy(key.page))
        return;
    m_background.run(
        this,
        [disk = m_store->disk, name, image](const CancelToken &) {
            return disk->write(name, image).ok(); // a full disk costs the time of drawing it again
        },
        [](bool) {});
}

void PageRenderer::undressed(const PictureKey &key, const QImage &image)
{
    if (key.look == Look::Light)
        return keep(key, image);
    m_undressed.insert(key, image);
    dress(key);
}

void PageRenderer::dress(const PictureKey &key)
{
    if (!m_document)
        return;
    const auto art = m_arts.find(key.page);
    if (!art) {
        m_arts.want(key.page, pdf::Document::Priority::Visible);
        if (!m_times.isHeavy(key.page))
            return;
        // Asking for figures takes as long as the page took: it is shown with what looks like one meanwhile.
    }
    const QImage image = art ? m_undressed.take(key) : m_undressed.value(key);
    const pdf::PageInfo page = m_document->info().pages.value(key.page);
    const QSize whole = key.tile.isNull() ? image.size() : (page.size * (key.scale / 1000.0)).toSize();
    const QList<Box> pictures = art ? art->pictures : QList<Box>();
    const auto work = [image, look = key.look, named = figuresOf(pictures, page.rotation, whole, key.tile),
                       guess = pictures.isEmpty()](const CancelToken &) {
        return dressed(image, look, guess ? photosIn(image) : named);
    };
    m_background.run(this, work, [this, key, generation = m_generation](const QImage &done) {
        if (generation == m_generation)
            keep(key, done);
    });
}

void PageRenderer::artArrived(int page)
{
    const QList<PictureKey> waiting = m_undressed.keys();
    for (const PictureKey &key : waiting)
        if (key.page == page)
            dress(key);
}

void PageRenderer::keep(const PictureKey &key, const QImage &image)
{
    m_asked.remove(key);
    m_store->memory.put(key, image);
    Q_EMIT arrived(key.page);
}

bool PageRenderer::isSharp(const Wanted &page) const
{
    if (m_failures.contains(page.page))
        return true;
    const auto has = [&](const QRect &tile) {
        return m_store->memory.contains(keyOf(facts(), page.page, page.scale, tile));
    };
    if (!isTiled(page))
        return has({});
    const QList<QRect> tiles = tilesOf(page);
    return std::all_of(tiles.begin(), tiles.end(), has);
}

QList<PageRenderer::Piece> PageRenderer::pieces(const Wanted &page)
{
    PageCache &cache = m_store->memory;
    const QRect whole(QPoint(0, 0), page.pixels);
    if (!isTiled(page)) {
        const QImage sharp = cache.find(keyOf(facts(), page.page, page.scale));
        // The size the renderer rounded to can be a pixel off; copying beats resampling.
        if (!sharp.isNull())
            return {{sharp, QRect(QPoint(0, 0), sharp.size())}};
    }
    QList<Piece> found;
    const QImage coarse = cache.anyOf(m_id, page.page, m_look);
    if (!coarse.isNull())
        found << Piece{coarse, whole};
    if (isTiled(page)) {
        for (const QRect &tile : tilesOf(page)) {
            const QImage image = cache.find(keyOf(facts(), page.page, page.scale, tile));
            if (!image.isNull())
                found << Piece{image, QRect(tile.topLeft(), image.size())};
        }
    }
    return found;
}

} // namespace yaodian::ui
