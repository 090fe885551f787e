#include "ui/shell/overlaydelegate.h"

#include "ui/base/theme.h"
#include "ui/commands/keycaps.h"
#include "ui/shell/overlay.h"

#include <QFontInfo>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

struct Ink
{
    QFont font;
    QColor colour;
    QColor hit;
};

/// Writes `text` with its hits (between U+0002 and U+0003) in their colour, cut off where `width` ends.
void writeWithHits(QPainter &painter, double x, double baseline, double width, const Ink &ink, const QString &text)
{
    const QFontMetricsF metrics(ink.font);
    painter.setFont(ink.font);
    const double end = x + width;
    bool hit = false;
    for (qsizetype from = 0; from < text.size() && x < end;) {
        const QChar mark = hit ? QChar(3) : QChar(2);
        qsizetype to = text.indexOf(mark, from);
        if (to < 0)
            to = text.size();
        const QString part = metrics.elidedText(text.mid(from, to - from), Qt::ElideRight, end - x);
        painter.setPen(hit ? ink.hit : ink.colour);
        painter.drawText(QPointF(x, baseline), part);
        x += metrics.horizontalAdvance(part);
        from = to + 1;
        hit = !hit;
    }
}

} // namespace

OverlayDelegate::OverlayDelegate(const Theme &theme, const OverlayModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

QSize OverlayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    return {100, qRound((m_model.rows().at(index.row()).second.isEmpty() ? 32 : 52) * unit)};
}

void OverlayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const OverlayRow &row = m_model.rows().at(index.row());
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const QRectF rect = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.selection);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(rect, 6, 6);
    }
    const double lineHeight = row.second.isEmpty() ? rect.height() : 26 * unit;
    const auto baseline = [&](double top, double height, const QFont &font) {
        return double(qRound(top + (height + QFontMetricsF(font).capHeight()) / 2));
    };
    double right = rect.right() - 10 * unit;
    const QFont small = m_theme.font(12.0 / 14);
    if (!row.right.isEmpty() && row.keycap) {
        right -= keycapWidth(m_theme, row.right);
        paintKeycap(*painter, m_theme, right, QRectF(rect.left(), rect.top(), rect.width(), lineHeight), row.right);
    } else if (!row.right.isEmpty()) {
        right -= QFontMetricsF(small).horizontalAdvance(row.right);
        painter->setFont(small);
        painter->setPen(c.faint);
        painter->drawText(QPointF(right, baseline(rect.top(), lineHeight, small)), row.right);
    }
    const double left = rect.left() + 10 * unit;
    const QFont font = m_theme.font(1.0, row.second.isEmpty() ? QFont::Normal : QFont::Medium);
    writeWithHits(*painter, left, baseline(rect.top() + (row.second.isEmpty() ? 0 : 3 * unit), lineHeight, font),
                  right - left - 12 * unit, {font, c.ink, c.accent}, row.text);
    if (!row.second.isEmpty()) {
        const QFont second = m_theme.font(13.0 / 14);
        writeWithHits(*painter, left, baseline(rect.top() + 26 * unit, 20 * unit, second),
                      rect.right() - left - 10 * unit, {second, c.soft, c.accent}, row.second);
    }
}

} // namespace yaodian::ui
