#include "ui/reader/pagecache.h"

namespace yaodian::ui {

void PageCache::put(const PictureKey &key, const QImage &image)
{
    m_bytes -= m_kept.value(key).image.sizeInBytes();
    m_kept.insert(key, {image, ++m_tick});
    m_bytes += image.sizeInBytes();
    shrink(key);
}

QImage PageCache::find(const PictureKey &key)
{
    const auto it = m_kept.find(key);
    if (it == m_kept.end())
        return {};
    it->looked = ++m_tick;
    return it->image;
}

QImage PageCache::anyOf(const QByteArray &document, int page, Look look) const
{
    QImage best;
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it) {
        const PictureKey &key = it.key();
        const bool fits = key.page == page && key.look == look && key.tile.isNull() && key.document == document;
        if (fits && it->image.width() > best.width())
            best = it->image;
    }
    return best;
}

void PageCache::clear()
{
    m_kept.clear();
    m_bytes = 0;
}

void PageCache::shrink(const PictureKey &spare)
{
    while (m_bytes > m_most && m_kept.size() > 1) {
        auto oldest = m_kept.end();
        for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
            const bool older = oldest == m_kept.end() || it->looked < oldest->looked;
            if (older && !(it.key() == spare))
                oldest = it;
        }
        m_bytes -= oldest->image.sizeInBytes();
        m_kept.erase(oldest);
    }
}

} // namespace yaodian::ui
