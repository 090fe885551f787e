#include "ui/shell/tabbar.h"

#include <QEvent>
#include <QFontInfo>
#include <QMouseEvent>
#include <QPainter>

namespace yaodian::ui {

TabBar::TabBar(const Theme &theme, QWidget *parent) : QTabBar(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tabs"));
    setDrawBase(false);
    setExpanding(false);
    setDocumentMode(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    addTab({});
    connect(&theme, &Theme::changed, this, &TabBar::dress);
    texts();
    dress();
}

void TabBar::texts()
{
    setTabText(0, tr("Library"));
    setAccessibleName(tr("Open documents"));
}

void TabBar::setTitle(int tab, const QString &title)
{
    const QString text = QString(title).replace(u'&', QStringLiteral("&&")); // no letter of it is a mnemonic
    if (tabText(tab) == text)
        return;
    setTabText(tab, text);
    setTabToolTip(tab, title.toHtmlEscaped());
}

void TabBar::dress()
{
    setFont(m_theme.font(13.0 / 14));
    updateGeometry();
    update();
}

double TabBar::unit() const
{
    return QFontInfo(m_theme.font()).pixelSize() / 14.0;
}

QSize TabBar::tabSizeHint(int index) const
{
    const double side = 18 * unit();
    const double text = fontMetrics().horizontalAdvance(tabText(index));
    const double width = qBound(60 * unit(), text + 2 * side, 260 * unit());
    return {qRound(width), qRound(34 * unit())};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    const QSize whole = tabSizeHint(index);
    return {qMin(whole.width(), qRound(110 * unit())), whole.height()};
}

QRect TabBar::crossOf(int tab) const
{
    const QRect rect = tabRect(tab);
    const int edge = qRound(16 * unit());
    return {rect.right() - edge - qRound(3 * unit()), rect.center().y() - edge / 2, edge, edge};
}

void TabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
    for (int tab = 0; tab < count(); ++tab) {
        const QRect rect = tabRect(tab);
        const bool is = tab == currentIndex();
        if (is) {
            painter.fillRect(rect, c.background);
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2), c.accent);
        }
        const bool cross = tab > 0 && tab == m_hovered;
        painter.setPen(is ? c.ink : c.soft);
        const QRect text = rect.adjusted(qRound(14 * unit()), 0, -qRound((cross ? 22 : 14) * unit()), 0);
        painter.drawText(text, Qt::AlignVCenter | (cross ? Qt::AlignLeft : Qt::AlignHCenter),
                         fontMetrics().elidedText(tabText(tab).replace(QStringLiteral("&&"), QStringLiteral("&")),
                                                  Qt::ElideRight, text.width()));
        if (!cross)
            continue;
        painter.setPen(QPen(c.soft, 1.2 * unit(), Qt::SolidLine, Qt::RoundCap));
        const QRectF mark = QRectF(crossOf(tab)).marginsRemoved(QMarginsF(1, 1, 1, 1) * (4.5 * unit()));
        painter.drawLine(mark.topLeft(), mark.bottomRight());
        painter.drawLine(mark.topRight(), mark.bottomLeft());
    }
}

void TabBar::hover(int tab)
{
    if (tab == m_hovered)
        return;
    m_hovered = tab;
    update();
}

void TabBar::mousePressEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->pos());
    const bool closes = tab > 0 && (event->button() == Qt::MiddleButton ||
                                    (event->button() == Qt::LeftButton && crossOf(tab).contains(event->pos())));
    m_pressed = closes ? tab : -1;
    if (!closes)
        QTabBar::mousePressEvent(event);
}

void TabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0)
        QTabBar::mouseReleaseEvent(event);
    else if (tabAt(event->pos()) == pressed)
        Q_EMIT closeWanted(pressed);
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    hover(tabAt(event->pos()));
    QTabBar::mouseMoveEvent(event);
}

void TabBar::leaveEvent(QEvent *event)
{
    hover(-1);
    QTabBar::leaveEvent(event);
}

void TabBar::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

} // namespace yaodian::ui
