#pragma once

#include "pdf/values.h"

#include <QHash>

#include <deque>
#include <mutex>
#include <optional>

namespace yaodian::pdf {

/// The texts of the pages asked for last, up to about 64 MB. For several threads.
class TextCache
{
public:
    [[nodiscard]] std::optional<PageText> get(int page) const;
    void put(int page, const PageText &text);

private:
    mutable std::mutex m_mutex;
    QHash<int, PageText> m_texts;
    std::deque<int> m_order;
    qint64 m_bytes = 0;
};

} // namespace yaodian::pdf
