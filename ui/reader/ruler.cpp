#include "ui/reader/ruler.h"

#include "ui/reader/pagetexts.h"
#include "ui/reader/readerview.h"
#include "ui/reader/rulerlines.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace yaodian::ui {

namespace {

constexpr double BandAir = 3;     ///< logical pixels above and below the line
constexpr double BandSide = 8;    ///< beside it
constexpr double FollowAt = 0.38; ///< of the view's height: where the line comes to rest
constexpr double CalmTop = 0.2;   ///< within these the view stays as it is
constexpr double CalmBottom = 0.62;

} // namespace

Ruler::Ruler(const ReaderContext &context) : m_context(context)
{
    context.pages.addOverlay(this);
    context.commands.bind("reader.ruler", &context.reader, [this](std::optional<int>) { setOn(!m_on); });
}

void Ruler::setDocument(pdf::Document *document)
{
    m_page = m_line = -1;
    if (!document)
        setOn(false);
}

void Ruler::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on && !isInView())
        putInView();
    m_context.pages.viewport()->update();
}

void Ruler::settled()
{
    if (m_on && m_page < 0)
        putInView();
}

bool Ruler::stepBack()
{
    if (!m_on || m_context.reader.hasSelection()) // that is given up first
        return false;
    setOn(false);
    return true;
}

bool Ruler::clicked(const PageSpot &spot)
{
    if (m_on && spot.page >= 0)
        putAt(spot);
    return false; // a link is followed all the same
}

bool Ruler::key(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_J || event->key() == Qt::Key_Down;
    const bool up = event->key() == Qt::Key_K || event->key() == Qt::Key_Up;
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (!m_on || (!down && !up) || held != Qt::NoModifier || m_context.reader.hasSelection())
        return false;
    bool isCount = true;
    const QString typed = m_context.commands.pending();
    const int count = typed.isEmpty() ? 1 : typed.toInt(&isCount);
    if (!isCount) // within a sequence of another command
        return false;
    if (!typed.isEmpty()) {
        QKeyEvent over(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        m_context.commands.handle(&over, Place::Reader);
    }
    if (m_page >= 0 && isInView())
        step(down ? count : -count);
    else
        putInView(); // the reader has gone elsewhere meanwhile
    return true;
}

void Ruler::putInView()
{
    const QRect view = m_context.pages.viewport()->rect();
    const PageSpot spot = m_context.pages.spotAt({view.width() / 6, view.height() / 8});
    if (spot.page >= 0)
        putAt(spot);
}

void Ruler::putAt(const PageSpot &spot)
{
    m_context.texts.with(spot.page, [this, spot](const pdf::PageText &text) {
        const QList<Box> lines = rulerLines(text);
        m_line = lineNear(lines, spot.at);
        if (m_on && m_line >= 0)
            put(spot.page, lines.at(m_line));
    });
}

void Ruler::step(int lines)
{
    m_context.texts.with(m_page, [this, lines, page = m_page](const pdf::PageText &text) {
        if (!m_on || m_page != page)
            return;
        const QList<Box> all = rulerLines(text);
        const int count = int(all.size());
        const int to = m_line + lines;
        const bool beyond = to < 0 || to >= count;
        const int line = qBound(0, to, count - 1);
        const bool moved = std::exchange(m_line, line) != line;
        if (line >= 0)
            put(page, all.at(line));
        if (beyond)
            enter(page + (to < 0 ? -1 : 1), to < 0 ? to : to - count, moved);
        else
            follow();
    });
}

/// Onto another page: `lines` counts from its first line, or backwards (-1: the last one).
void Ruler::enter(int page, int lines, bool moved)
{
    if (page < 0 || page >= m_context.pages.layoutOfPages().count()) {
        if (!moved)
            m_context.say(lines < 0 ? tr("This is the first line.") : tr("This is the last line."));
        follow();
        return;
    }
    m_context.texts.with(page, [this, page, lines, moved, from = m_page](const pdf::PageText &text) {
        if (!m_on || m_page != from)
            return;
        const QList<Box> all = rulerLines(text);
        if (all.isEmpty()) { // a page of pictures
            enter(page + (lines < 0 ? -1 : 1), lines, moved);
            return;
        }
        m_line = lines < 0 ? int(all.size()) - 1 : 0;
        put(page, all.at(m_line));
        step(lines < 0 ? lines + 1 : lines);
    });
}

void Ruler::put(int page, const Box &line)
{
    m_page = page;
    m_box = line;
    m_context.pages.viewport()->update();
}

bool Ruler::isInView() const
{
    return m_page >= 0 && m_context.pages.viewport()->rect().intersects(m_context.pages.inView(m_page, m_box));
}

/// The line is kept where the eye rests, without a jump for each.
void Ruler::follow()
{
    PageView &pages = m_context.pages;
    const QRect line = pages.inView(m_page, m_box);
    const int height = pages.viewport()->height();
    const int across = line.left() < 0 ? line.left() - 20
                       : line.right() > pages.viewport()->width()
                           ? qMin(line.left() - 20, line.right() - pages.viewport()->width() + 20)
                           : 0;
    const bool calm = line.top() >= height * CalmTop && line.bottom() <= height * CalmBottom;
    const int down = calm ? 0 : line.center().y() - qRound(height * FollowAt);
    if (across != 0 || down != 0)
        pages.scrollBy(across, down);
}

void Ruler::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (!m_on || m_page < 0)
        return;
    const bool dark = m_context.pages.renderer().isDark();
    QPainterPath around;
    around.addRect(layout.rect(page));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF band;
    if (page == m_page) {
        band = layout.onView(page, m_box).adjusted(-BandSide, -BandAir, BandSide, BandAir);
        QPainterPath hole;
        hole.addRoundedRect(band, 4, 4);
        around = around.subtracted(hole);
    }
    painter.fillPath(around, dark ? QColor(0, 0, 0, 110) : QColor(244, 242, 238, 150));
    if (!band.isNull()) {
        QColor edge = m_context.theme.colours().accent;
        edge.setAlphaF(0.35F);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(band, 4, 4);
    }
    painter.restore();
}

} // namespace yaodian::ui
