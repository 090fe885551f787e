#include "ui/notes/notepictures.h"

#include <QBuffer>
#include <QImageReader>

#include <cmath>

namespace yaodian::ui {

namespace {

constexpr double MostPixels = 4e6; ///< of one that is pasted: a larger one is made smaller
constexpr qint64 MostPixelsShown = 32'000'000;
constexpr int CacheKb = 48 * 1024;

QImage bounded(const QImage &picture)
{
    const double pixels = double(picture.width()) * picture.height();
    return pixels <= MostPixels ? picture
                                : picture.scaled(picture.size() * std::sqrt(MostPixels / pixels), Qt::KeepAspectRatio,
                                                 Qt::SmoothTransformation);
}

} // namespace

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return picture.save(&buffer, "PNG") ? bytes : QByteArray();
}

NotePictures::NotePictures(QObject *parent) : QObject(parent), m_found(CacheKb)
{
    m_pool.setMaxThreadCount(1);
}

NotePictures::~NotePictures()
{
    m_pool.waitForDone();
}

void NotePictures::setLibrary(library::Library &library)
{
    finish();
    m_library = &library;
    m_found.clear();
    m_lastName.clear();
}

void NotePictures::keep(const QImage &picture, int tag)
{
    Q_ASSERT(m_library);
    m_pool.start([this, picture, tag] {
        Outcome outcome{tag, m_library->keepImage(pngOf(bounded(picture)))};
        const std::lock_guard guard(m_mutex);
        m_outcomes += std::move(outcome);
        QMetaObject::invokeMethod(this, &NotePictures::deliver, Qt::QueuedConnection);
    });
}

void NotePictures::deliver()
{
    QList<Outcome> outcomes;
    {
        const std::lock_guard guard(m_mutex);
        outcomes.swap(m_outcomes);
    }
    for (const Outcome &outcome : std::as_const(outcomes)) {
        if (outcome.kept)
            Q_EMIT kept(outcome.tag, *outcome.kept);
        else
            Q_EMIT failed(outcome.tag, outcome.kept.error().message);
    }
}

void NotePictures::finish()
{
    m_pool.waitForDone();
    deliver();
}

/// As it lies in the store; the last one is kept, for it is asked for again at each width.
QImage NotePictures::whole(const QString &sha256)
{
    if (sha256 == m_lastName)
        return m_last;
    m_lastName = sha256;
    m_last = {};
    auto bytes = m_library ? m_library->imageBytes(sha256) : Result<QByteArray>(QByteArray());
    if (!bytes)
        return m_last;
    QBuffer buffer(&*bytes);
    QImageReader reader(&buffer, "PNG");
    const QSize size = reader.size(); // one out of a backup may say that it is of any size
    if (size.isValid() && qint64(size.width()) * size.height() <= MostPixelsShown)
        m_last = reader.read();
    return m_last;
}

QImage NotePictures::find(const QString &sha256, int width)
{
    const QString key = sha256 + QLatin1Char('/') + QString::number(width);
    if (const QImage *found = m_found.object(key))
        return *found;
    QImage image = whole(sha256);
    if (image.isNull())
        return image;
    if (image.width() > width)
        image = image.scaledToWidth(width, Qt::SmoothTransformation);
    m_found.insert(key, new QImage(image), int(image.sizeInBytes() / 1024 + 1));
    return image;
}

} // namespace yaodian::ui
