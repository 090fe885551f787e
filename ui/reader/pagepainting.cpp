#include "ui/reader/pageview.h"

#include <QPainter>
#include <QPaintEvent>

// What PageView paints.
namespace yaodian::ui {

void PageView::paintNotice(QPainter &painter, const QRectF &where, const QString &sentence) const
{
    painter.setFont(m_theme.font());
    painter.drawText(where.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

namespace {

/// The painter's frame becomes that of a page's picture, which the view may show turned.
void turnInto(QPainter &painter, const QRectF &rect, int degrees)
{
    const QPointF corner = degrees == 90    ? rect.topRight()
                           : degrees == 180 ? rect.bottomRight()
                           : degrees == 270 ? rect.bottomLeft()
                                            : rect.topLeft();
    painter.translate(corner);
    painter.rotate(degrees);
}

} // namespace

void PageView::paintPicture(QPainter &painter, int page, const QList<PageRenderer::Piece> &pieces) const
{
    const double ratio = m_layout.devicePixelRatio();
    painter.save();
    turnInto(painter, m_layout.rect(page), m_layout.turn());
    for (const PageRenderer::Piece &piece : pieces) {
        const QRectF at(QPointF(piece.at.topLeft()) / ratio, QSizeF(piece.at.size()) / ratio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, piece.image.size() != piece.at.size());
        painter.drawImage(at, piece.image);
    }
    painter.restore();
}

void PageView::paintPage(QPainter &painter, int page)
{
    const QRectF rect = m_layout.shown(page);
    const bool dark = m_renderer.isDark();
    painter.fillRect(rect.adjusted(-1, 0, 1, 2), QColor(0, 0, 0, dark ? 60 : 26)); // the page's soft edge
    painter.fillRect(rect, paperOf(m_renderer.look()));
    const QList<PageRenderer::Piece> pieces = m_renderer.pieces(wantedFor(page));
    painter.save();
    painter.setClipRect(rect);
    paintPicture(painter, page, pieces);
    const QString failure = m_renderer.failure(page);
    painter.setPen(dark ? QColor(0xb1aca3) : QColor(0x5f5a52));
    if (!failure.isEmpty())
        paintNotice(painter, rect, failure);
    else if (pieces.isEmpty() && m_late)
        paintNotice(painter, rect.intersected(shown()), tr("Rendering page %1…").arg(page + 1));
    for (const PageOverlay *overlay : std::as_const(m_overlays))
        overlay->paint(painter, page, m_layout);
    painter.restore();
}

void PageView::paintEvent(QPaintEvent *event)
{
    m_isPainted = true;
    if (m_owed.isActive())
        m_owed.start(0); // after this paint
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colours().desk);
    if (!m_notice.isEmpty()) {
        painter.setPen(m_theme.colours().soft);
        paintNotice(painter, viewport()->rect(), m_notice);
        return;
    }
    painter.translate(origin());
    for (const int page : visiblePages())
        paintPage(painter, page);
}

} // namespace yaodian::ui
