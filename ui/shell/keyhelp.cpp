#include "ui/shell/keyhelp.h"

#include "ui/base/theme.h"
#include "ui/shell/keycaps.h"

#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QtMath>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

KeyHelp::KeyHelp(const Commands &commands, const Theme &theme, QWidget *window)
    : QWidget(window), m_commands(commands), m_theme(theme)
{
    setObjectName(u"keyHelp"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    window->installEventFilter(this);
    hide();
}

void KeyHelp::collect(Place place)
{
    m_lines.clear();
    for (const Place at : placeChain(place)) {
        QList<Line> lines;
        for (const Command &command : commandTable()) {
            if (command.place != at || !m_commands.isBound(QLatin1StringView(command.id)))
                continue;
            QStringList keys;
            for (const QString &sequence : command.keys.mid(0, 2))
                keys << keysText(sequence);
            lines << Line{{}, keys.join(u"  "_s), commandText(command)};
        }
        if (!lines.isEmpty())
            m_lines << Line{placeText(at), {}, {}} << lines;
    }
    QStringList spoken;
    for (const Line &line : m_lines)
        spoken << (line.head.isEmpty() ? line.keys + u": "_s + line.text : line.head);
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(spoken.join(u'\n'));
}

void KeyHelp::start(Place place)
{
    collect(place);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void KeyHelp::leave()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT left();
}

double KeyHelp::paintLine(QPainter &painter, const Line &line, double x, double y, double width) const
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const double height = 26 * unit;
    const auto write = [&](double left, const QFont &font, const QColor &colour, const QString &text, double room) {
        painter.setFont(font);
        painter.setPen(colour);
        const QFontMetricsF metrics(font);
        painter.drawText(QPointF(left, qRound(y + (height + metrics.capHeight()) / 2)),
                         metrics.elidedText(text, Qt::ElideRight, room));
    };
    if (!line.head.isEmpty()) {
        write(x, m_theme.font(12.5 / 14, QFont::Medium), c.faint, line.head, width);
        return height;
    }
    double left = x;
    for (const QString &key : line.keys.split(u"  "_s, Qt::SkipEmptyParts))
        left = paintKeycap(painter, m_theme, left, QRectF(x, y, width, height), key) + 4 * unit;
    const double text = qMax(x + 118 * unit, left + 6 * unit);
    write(text, m_theme.font(13.5 / 14), c.ink, line.text, x + width - text);
    return height;
}

void KeyHelp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    painter.fillRect(rect(), QColor(0, 0, 0, c.dark ? 120 : 50));
    const double line = 26 * unit, pad = 28 * unit;
    const int columns = qBound(1, int((width() - 3 * pad) / (330 * unit)), 3);
    const int wanted = qCeil(double(m_lines.size()) / columns);
    const int perColumn = qMax(1, qMin(wanted, int((height() - 4 * pad) / line)));
    const double columnWidth = qMin(350 * unit, (width() - 3 * pad) / columns);
    const QSizeF size(columns * columnWidth + pad, perColumn * line + 2 * pad);
    const QRectF body(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setPen(c.line);
    painter.setBrush(c.card);
    painter.drawRoundedRect(body, 12, 12);
    double y = body.top() + pad;
    int column = 0, at = 0;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool headAtEnd = !m_lines[i].head.isEmpty() && at == perColumn - 1;
        if (at >= perColumn || headAtEnd) {
            if (++column >= columns)
                break;
            at = 0;
            y = body.top() + pad;
        }
        y += paintLine(painter, m_lines[i], body.left() + pad + column * columnWidth, y, columnWidth - pad);
        ++at;
    }
}

void KeyHelp::keyPressEvent(QKeyEvent *event)
{
    if (!keyName(*event).isEmpty())
        leave();
}

void KeyHelp::mousePressEvent(QMouseEvent *)
{
    leave();
}

bool KeyHelp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace yaodian::ui
