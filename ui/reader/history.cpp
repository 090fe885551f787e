#include "ui/reader/history.h"

namespace yaodian::ui {

namespace {

constexpr int MostEntries = 100;

bool isSameEntry(const HistoryEntry &a, const HistoryEntry &b)
{
    return a.place == b.place && a.document.isSame(b.document);
}

} // namespace

bool DocumentRef::isSame(const DocumentRef &other) const
{
    return (!sha256.isEmpty() && sha256 == other.sha256) || (!path.isEmpty() && path == other.path);
}

void History::leave(const HistoryEntry &from)
{
    m_forward.clear();
    if (m_back.isEmpty() || !isSameEntry(m_back.last(), from))
        m_back << from;
    if (m_back.size() > MostEntries)
        m_back.removeFirst();
}

std::optional<HistoryEntry> History::back(const HistoryEntry &from)
{
    if (m_back.isEmpty())
        return std::nullopt;
    m_forward << from;
    return m_back.takeLast();
}

std::optional<HistoryEntry> History::forward(const HistoryEntry &from)
{
    if (m_forward.isEmpty())
        return std::nullopt;
    m_back << from;
    return m_forward.takeLast();
}

} // namespace yaodian::ui
