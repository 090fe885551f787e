#include "ui/reader/links.h"

#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Home row first; words of one length, so that none begins another.
QString hintLetters(int number, int count)
{
    static const QString letters = u"asdfghjklqwertyuiopzxcvbnm"_s;
    const int base = int(letters.size());
    int length = 1;
    for (int room = base; room < count; room *= base)
        ++length;
    QString word;
    for (int i = 0; i < length; ++i) {
        word.prepend(letters.at(number % base));
        number /= base;
    }
    return word;
}

} // namespace

Links::Links(PageView &view, Theme &theme, QObject *parent) : QObject(parent), m_view(view), m_theme(theme)
{
    view.addOverlay(this);
}

void Links::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_links.clear();
    endHints();
}

void Links::want(const QList<int> &pages)
{
    if (!m_document || !m_document->isOpen())
        return;
    for (const int page : pages) {
        if (m_links.contains(page))
            continue;
        m_links.insert(page, {});
        m_document->links(page, this, [this, page, generation = m_generation](const Result<QList<pdf::Link>> &links) {
            if (links && generation == m_generation)
                m_links.insert(page, *links);
        });
    }
}

std::optional<pdf::Link> Links::at(const PageSpot &spot) const
{
    for (const pdf::Link &link : m_links.value(spot.page))
        if (link.box.contains(spot.at.x(), spot.at.y()))
            return link;
    return std::nullopt;
}

bool Links::startHints()
{
    endHints();
    const QRect window = m_view.viewport()->rect();
    for (const int page : m_view.visiblePages())
        for (const pdf::Link &link : m_links.value(page))
            if (window.intersects(m_view.inView(page, link.box)))
                m_hints << Hint{{}, page, link};
    for (int i = 0; i < m_hints.size(); ++i)
        m_hints[i].letters = hintLetters(i, int(m_hints.size()));
    m_view.viewport()->update();
    return isHinting();
}

void Links::endHints()
{
    m_typed.clear();
    m_hints.clear();
    m_view.viewport()->update();
}

void Links::type(QChar letter)
{
    m_typed += letter.toLower();
    for (const Hint &hint : std::as_const(m_hints)) {
        if (hint.letters != m_typed)
            continue;
        const pdf::Link link = hint.link;
        endHints();
        Q_EMIT chosen(link);
        return;
    }
    const bool possible = std::any_of(m_hints.cbegin(), m_hints.cend(),
                                      [this](const Hint &hint) { return hint.letters.startsWith(m_typed); });
    if (!possible)
        endHints();
    m_view.viewport()->update();
}

void Links::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (!isHinting())
        return;
    painter.setFont(m_theme.font(0.8, QFont::DemiBold));
    for (const Hint &hint : m_hints) {
        if (hint.page != page || !hint.letters.startsWith(m_typed))
            continue;
        const QString shown = hint.letters.mid(m_typed.size());
        QRectF box = painter.fontMetrics().boundingRect(shown).adjusted(-4, -2, 4, 2);
        box.moveTopLeft(layout.onView(page, hint.link.box).topLeft() - QPointF(2, 2));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().accent);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(m_theme.colours().card);
        painter.drawText(box, Qt::AlignCenter, shown);
    }
}

} // namespace yaodian::ui
