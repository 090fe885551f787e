#include "ui/reader/pagewishes.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

using Priority = pdf::Document::Priority;

constexpr double LargestPicture = 16e6; ///< pixels; 64 MB
constexpr double CoarsePicture = 2e6;
constexpr int TileEdge = 1536;
constexpr double DraftShare = 1.0 / 3;

double coarseScale(const Wanted &page)
{
    return page.scale * std::sqrt(CoarsePicture / (double(page.pixels.width()) * page.pixels.height()));
}

class Wishes
{
public:
    explicit Wishes(const WishFacts &facts) : m_facts(facts) {}

    void addDraft(const Wanted &page)
    {
        if (!isTiled(page) && !m_facts.showsAnything(page.page) && m_facts.draftPays(page.page))
            add(page.page, page.scale * DraftShare, {}, Priority::Visible, true);
    }

    void addPage(const Wanted &page, Priority priority)
    {
        if (!isTiled(page))
            return add(page.page, page.scale, {}, priority);
        add(page.page, coarseScale(page), {}, priority);
        const QList<QRect> tiles = priority == Priority::Visible ? tilesOf(page) : QList<QRect>();
        for (const QRect &tile : tiles)
            add(page.page, page.scale, tile, priority);
    }

    [[nodiscard]] const QList<Wish> &all() const { return m_wishes; }

private:
    void add(int page, double scale, const QRect &tile, Priority priority, bool isDraft = false)
    {
        const PictureKey key = keyOf(m_facts, page, scale, tile);
        if (!m_facts.failed(page) && !m_facts.has(key))
            m_wishes << Wish{key, scale, priority, isDraft};
    }

    const WishFacts &m_facts;
    QList<Wish> m_wishes;
};

} // namespace

PictureKey keyOf(const WishFacts &facts, int page, double scale, const QRect &tile)
{
    return {facts.document, page, qRound(scale * 1000), tile, facts.look};
}

bool isTiled(const Wanted &page)
{
    return double(page.pixels.width()) * page.pixels.height() > LargestPicture;
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

QList<Wish> wishesFor(const QList<Wanted> &visible, const QList<Wanted> &near, const WishFacts &facts)
{
    Wishes wishes(facts);
    for (const Wanted &page : visible)
        wishes.addDraft(page);
    for (const Wanted &page : visible)
        wishes.addPage(page, Priority::Visible);
    if (wishes.all().isEmpty())
        for (const Wanted &page : near)
            wishes.addPage(page, Priority::Near);
    return wishes.all();
}

QList<int> pagesAround(const QList<int> &visible, bool down, int count, int perRow)
{
    QList<int> pages;
    if (visible.isEmpty())
        return pages;
    const int step = down ? 1 : -1;
    const int ahead = down ? visible.last() : visible.first();
    const int behind = down ? visible.first() : visible.last();
    for (int i = 1; i <= 2 * perRow; ++i)
        pages << ahead + i * step;
    for (int i = 1; i <= perRow; ++i)
        pages << behind - i * step;
    pages.removeIf([count](int page) { return page < 0 || page >= count; });
    return pages;
}

} // namespace yaodian::ui
