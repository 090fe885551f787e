#include "ui/reader/hintbar.h"

#include "ui/commands/withkeys.h"

#include <QPainter>

namespace yaodian::ui {

namespace {

constexpr int Side = 16;    ///< of the bar
constexpr int Between = 14; ///< parts
constexpr int Near = 6;     ///< after the strong word that a part belongs to
constexpr int CapSide = 6;  ///< inside a keycap
constexpr int CapGap = 4;   ///< after a keycap
constexpr int StayMs = 8000;

} // namespace

HintBar::HintBar(const Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme)
{
    setObjectName(QStringLiteral("hint"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_gone.setSingleShot(true);
    m_gone.setInterval(StayMs);
    connect(&m_gone, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

int HintBar::lineWidth() const
{
    int width = 0;
    for (const Part &part : m_parts) {
        for (const QString &key : part.keys)
            width += QFontMetrics(m_theme.font(0.82)).horizontalAdvance(key) + 2 * CapSide + CapGap;
        width += QFontMetrics(m_theme.font(0.93, part.strong ? QFont::DemiBold : QFont::Normal))
                     .horizontalAdvance(part.words);
        width += part.strong ? Near : Between;
    }
    return qMax(0, width - Between);
}

void HintBar::say(const QList<Part> &parts)
{
    m_parts.clear();
    for (const Part &part : parts)
        if (auto keys = keycapsOf(m_commands, part.keys))
            m_parts << Part{*std::move(keys), part.words, part.strong};
    QStringList words;
    for (const Part &part : std::as_const(m_parts))
        words << (part.keys + QStringList(part.words)).join(u' ');
    setAccessibleName(words.join(u' '));
    place();
    show();
    raise();
    update();
    m_gone.start();
}

void HintBar::place()
{
    const int height = QFontMetrics(m_theme.font(0.93)).height() + 20;
    resize(lineWidth() + 2 * Side + 4, height);
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height - 18);
}

int HintBar::paintKey(QPainter &painter, int x, const QString &key) const
{
    painter.setFont(m_theme.font(0.82));
    const int wide = painter.fontMetrics().horizontalAdvance(key) + 2 * CapSide;
    const int high = painter.fontMetrics().height() + 2;
    const QRectF cap(x + 0.5, (height() - high) / 2 + 0.5, wide, high);
    painter.setPen(m_theme.colours().line);
    painter.setBrush(m_theme.colours().side);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(m_theme.colours().ink);
    painter.drawText(cap, Qt::AlignCenter, key);
    return wide + CapGap;
}

void HintBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 3; ++i) { // a soft shadow without an effect's cost
        painter.setBrush(QColor(0, 0, 0, 8));
        painter.drawRoundedRect(QRectF(rect()).adjusted(i, i + 1, -i, 0), 9, 9);
    }
    painter.setPen(c.line);
    painter.setBrush(c.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2.5, 1.5, -2.5, -3.5), 8, 8);
    int x = Side + 2;
    for (const Part &part : std::as_const(m_parts)) {
        for (const QString &key : part.keys)
            x += paintKey(painter, x, key);
        painter.setFont(m_theme.font(0.93, part.strong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(c.ink);
        const int wide = painter.fontMetrics().horizontalAdvance(part.words);
        painter.drawText(QRect(x, 0, wide + 2, height()), Qt::AlignVCenter, part.words);
        x += wide + (part.strong ? Near : Between);
    }
}

} // namespace yaodian::ui
