#include "ui/reader/rendertimes.h"

#include <algorithm>

namespace yaodian::ui {

namespace {

constexpr double LongMs = 60;   ///< from here on something coarse is shown first
constexpr double HeavyMs = 250; ///< from here on the picture is kept on disk
constexpr qsizetype Remembered = 9;

double middle(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void remember(QList<double> &values, double value)
{
    values << value;
    if (values.size() > Remembered)
        values.removeFirst();
}

} // namespace

void RenderTimes::note(int page, Quality quality, double ms)
{
    if (quality == Quality::Sharp)
        m_sharp.insert(page, ms);
    remember(quality == Quality::Sharp ? m_lastSharp : m_lastDrafts, ms);
}

std::optional<double> RenderTimes::expected(int page) const
{
    if (const auto own = m_sharp.constFind(page); own != m_sharp.cend())
        return *own;
    return m_lastSharp.isEmpty() ? std::nullopt : std::optional(middle(m_lastSharp));
}

bool RenderTimes::draftPays(int page) const
{
    const auto sharp = expected(page);
    if (!sharp || *sharp <= LongMs)
        return false;
    // Pages of many paths take as long at any scale: there a draft only delays.
    return m_lastDrafts.isEmpty() || middle(m_lastDrafts) < *sharp / 2;
}

bool RenderTimes::isHeavy(int page) const
{
    return m_sharp.value(page) > HeavyMs;
}

void RenderTimes::clear()
{
    m_sharp.clear();
    m_lastSharp.clear();
    m_lastDrafts.clear();
}

} // namespace yaodian::ui
