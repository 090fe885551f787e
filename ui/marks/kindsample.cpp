#include "ui/marks/kindsample.h"

#include "ui/reader/highlightpainter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace yaodian::ui {

QColor paperColour(bool dark)
{
    return dark ? QColor(0x1f1f1f) : QColor(Qt::white);
}

QColor printColour(bool dark)
{
    return dark ? QColor(0xe0e0e0) : QColor(Qt::black);
}

void paintKindSample(QPainter &painter, const QRectF &where, const library::Kind &kind, const QString &words,
                     const Theme &theme, bool dark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colours().line);
    painter.setBrush(paperColour(dark));
    painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setClipRect(where);
    const QFont font = theme.font();
    const QFontMetricsF metrics(font);
    const double inset = metrics.height() * 0.45;
    const QString fitting = metrics.elidedText(words, Qt::ElideRight, where.width() - 2 * inset);
    const double wide = metrics.horizontalAdvance(fitting);
    const QRectF line(where.center().x() - wide / 2, where.center().y() - metrics.height() / 2, wide, metrics.height());
    painter.setFont(font);
    painter.setPen(printColour(dark));
    painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, fitting);
    paintHighlight(painter, {line}, kind, dark, false);
    painter.restore();
}

} // namespace yaodian::ui
