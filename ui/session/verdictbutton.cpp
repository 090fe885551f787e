#include "ui/session/verdictbutton.h"

#include <QFontInfo>
#include <QPainter>

namespace yaodian::ui {

namespace {

constexpr double KeyScale = 12.5 / 14;
constexpr double WordScale = 15.0 / 14;
constexpr double Gap = 8;     ///< between the key and the word, in pixels of the design
constexpr double Beside = 14; ///< left and right of both

} // namespace

VerdictButton::VerdictButton(const Theme &theme, const QString &key, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_key(key)
{
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus); // its key is the way to it
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

double VerdictButton::unit() const
{
    return QFontInfo(m_theme.font()).pixelSize() / 14.0;
}

QSizeF VerdictButton::capSize() const
{
    const QFontMetricsF metrics(m_theme.font(KeyScale, QFont::Medium));
    return {qMax(metrics.horizontalAdvance(m_key) + 10 * unit(), 20 * unit()), metrics.height() + 3 * unit()};
}

QSize VerdictButton::sizeHint() const
{
    const QFontMetricsF metrics(m_theme.font(WordScale, QFont::DemiBold)); // as wide as it gets: nothing moves
    const double width = 2 * Beside * unit() + capSize().width() + Gap * unit() + metrics.horizontalAdvance(text());
    return QSizeF(width, metrics.height() + 18 * unit()).toSize();
}

void VerdictButton::paintEvent(QPaintEvent *)
{
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.selection : c.side);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8 * unit(), 8 * unit());
    }
    const QSizeF cap = capSize();
    const QRectF key(Beside * unit(), (height() - cap.height()) / 2, cap.width(), cap.height());
    painter.setPen(QPen(c.handle(), 1));
    painter.setBrush(c.card);
    painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4 * unit(), 4 * unit());
    painter.setPen(c.soft);
    painter.setFont(m_theme.font(KeyScale, QFont::Medium));
    painter.drawText(key, Qt::AlignCenter, m_key);
    painter.setPen(isChecked() ? c.accent : c.ink);
    painter.setFont(m_theme.font(WordScale, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.drawText(QRectF(rect()).adjusted(key.right() + Gap * unit(), 0, 0, 0), Qt::AlignVCenter, text());
}

} // namespace yaodian::ui
