#include "pdf/textcache.h"

namespace yaodian::pdf {

namespace {

constexpr qint64 mostBytes = 32LL << 20;

qint64 bytesOf(const PageText &text)
{
    return text.text.size() * qint64(sizeof(char16_t)) + text.boxes.size() * qint64(sizeof(Box)) + 64;
}

} // namespace

std::optional<PageText> TextCache::get(int page) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_texts.constFind(page);
    return found == m_texts.constEnd() ? std::nullopt : std::optional<PageText>(*found);
}

void TextCache::put(int page, const PageText &text)
{
    const std::lock_guard lock(m_mutex);
    if (m_texts.contains(page))
        return;
    m_texts.insert(page, text);
    m_order.push_back(page);
    m_bytes += bytesOf(text);
    while (m_bytes > mostBytes && m_order.size() > 1) {
        m_bytes -= bytesOf(m_texts.take(m_order.front()));
        m_order.pop_front();
    }
}

} // namespace yaodian::pdf
