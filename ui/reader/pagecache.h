#pragma once

#include "ui/reader/pagelook.h"

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QRect>

#include <optional>

namespace yaodian::ui {

/// One picture of a page: the whole page where `tile` is null, else that part of it (device pixels of the whole page).
struct PictureKey
{
    QByteArray document; ///< which one: the same bytes at the same path
    int page = 0;
    int scale = 0; ///< device pixels a point, in thousandths
    QRect tile = {};
    Look look = Look::Light;

    friend bool operator==(const PictureKey &, const PictureKey &) = default;
    friend size_t qHash(const PictureKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.document, key.page, key.scale, key.tile.x(), key.tile.y(), key.tile.width(),
                          int(key.look));
    }
};

/// Rendered pages of all documents, bounded in bytes: what was looked at longest ago goes first.
class PageCache
{
public:
    explicit PageCache(qsizetype mostBytes = qsizetype(112) << 20) : m_most(mostBytes) {}

    /// Keeps the picture; a single one larger than the bound is kept alone.
    void put(const PictureKey &key, const QImage &image);
    /// The picture, which counts as looked at; null where it is not (any more) there.
    [[nodiscard]] QImage find(const PictureKey &key);
    [[nodiscard]] bool contains(const PictureKey &key) const { return m_kept.contains(key); }
    /// The sharpest whole picture of a page at whatever scale, to be shown scaled until the right one comes.
    [[nodiscard]] QImage anyOf(const QByteArray &document, int page, Look look) const;
    void clear();
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype mostBytes() const { return m_most; }

private:
    struct Kept
    {
        QImage image;
        quint64 looked = 0;
    };
    void shrink(const PictureKey &spare);

    QHash<PictureKey, Kept> m_kept;
    qsizetype m_most;
    qsizetype m_bytes = 0;
    quint64 m_tick = 0;
};

} // namespace yaodian::ui
