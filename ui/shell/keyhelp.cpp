#include "ui/shell/keyhelp.h"

#include "ui/base/theme.h"
#include "ui/commands/keycaps.h"
#include "ui/commands/withkeys.h"

#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QtMath>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double textScale = 13.5 / 14;
constexpr int keysWidth = 118; ///< pixels of the design, of the column of keys
constexpr int mostKeys = 2;    ///< of a command that are shown

} // namespace

KeyHelp::KeyHelp(const Commands &commands, const Theme &theme, QWidget *window)
    : QWidget(window), m_commands(commands), m_theme(theme)
{
    setObjectName(u"keyHelp"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    window->installEventFilter(this);
    hide();
}

/// A key that means something else in a place nearer by is none of a place further out.
void KeyHelp::collect(Place place)
{
    m_lines.clear();
    QSet<QString> taken;
    for (const Place at : placeChain(place)) {
        QList<Line> lines;
        QSet<QString> here;
        for (const Command &command : commandTable()) {
            if (command.place != at || !m_commands.isBound(QLatin1StringView(command.id)))
                continue;
            QStringList keys;
            for (const QString &sequence : m_commands.keysOf(command)) {
                here << sequence;
                if (keys.size() < mostKeys && !taken.contains(sequence))
                    keys << keysText(sequence);
            }
            if (keys.isEmpty())
                continue;
            lines << Line{{}, keys.join(u"  "_s), commandText(command)};
        }
        taken.unite(here);
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
    m_page = 0;
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

/// Paints at the top of what is left of the column; gives the height of the line.
double KeyHelp::paintLine(QPainter &painter, const Line &line, const QRectF &column, double keys) const
{
    const double x = column.left(), y = column.top(), width = column.width();
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
    const double text = qMax(x + keys, left + 6 * unit);
    write(text, m_theme.font(textScale), c.ink, line.text, x + width - text);
    return height;
}

double KeyHelp::widthOfKeys(const Line &line) const
{
    constexpr double rounding = 2.5; // at most: a keycap lies on whole pixels
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    double width = 6 * unit;
    for (const QString &key : line.keys.split(u"  "_s, Qt::SkipEmptyParts))
        width += keycapWidth(m_theme, key) + rounding + 4 * unit;
    return width;
}

/// What the longest line takes, keys and words, where words begin `keys` behind the left.
double KeyHelp::widest(double keys) const
{
    const QFontMetricsF metrics(m_theme.font(textScale));
    double most = 0;
    for (const Line &line : m_lines)
        most = qMax(most, qMax(keys, widthOfKeys(line)) + metrics.horizontalAdvance(line.text));
    return most;
}

/// Columns of at most `rows` lines; no head stands alone at the end of one.
QList<qsizetype> KeyHelp::columnsOf(int rows) const
{
    QList<qsizetype> starts{0};
    for (qsizetype i = 1; i < m_lines.size(); ++i) {
        const qsizetype used = i - starts.last();
        if (used >= rows || (used == rows - 1 && !m_lines[i].head.isEmpty()))
            starts << i;
    }
    return starts;
}

KeyHelp::Sheet KeyHelp::sheet() const
{
    Sheet sheet;
    sheet.unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const double line = 26 * sheet.unit, pad = 28 * sheet.unit;
    const auto fitting = [&](double keys) {
        return qBound(1, int((width() - 3 * pad) / qMax(330 * sheet.unit, widest(keys) + pad + 2)), 3);
    };
    // All words begin at one place, if that costs no column.
    double longest = keysWidth * sheet.unit;
    for (const Line &each : m_lines)
        longest = qMax(longest, widthOfKeys(each));
    sheet.columns = fitting(keysWidth * sheet.unit);
    sheet.keys = fitting(longest) == sheet.columns ? longest : keysWidth * sheet.unit;
    const int room = qMax(2, int((height() - 5 * pad) / line));
    // Short lists stand in even columns; long ones fill the window and go on on the next page.
    sheet.rows = qMin(room, qCeil(double(m_lines.size()) / sheet.columns));
    sheet.starts = columnsOf(sheet.rows);
    while (sheet.starts.size() > sheet.columns && sheet.rows < room)
        sheet.starts = columnsOf(++sheet.rows);
    sheet.pages = qMax(1, qCeil(double(sheet.starts.size()) / sheet.columns));
    return sheet;
}

void KeyHelp::paintColumn(QPainter &painter, const Sheet &sheet, qsizetype column, const QPointF &topLeft,
                          double width) const
{
    const qsizetype from = sheet.starts[column], end = sheet.starts.value(column + 1, m_lines.size());
    double y = topLeft.y();
    for (qsizetype i = from; i < end; ++i)
        y += paintLine(painter, m_lines[i], {topLeft.x(), y, width, 0}, sheet.keys);
}

void KeyHelp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = m_theme.colours();
    painter.fillRect(rect(), QColor(0, 0, 0, c.dark ? 120 : 50));
    const Sheet page = sheet();
    const double line = 26 * page.unit, pad = 28 * page.unit;
    const double columnWidth =
        qMin(qMax(350 * page.unit, widest(page.keys) + pad + 2), (width() - 3 * pad) / page.columns);
    const QSizeF size(page.columns * columnWidth + pad, (page.rows + 1) * line + 2 * pad);
    const QRectF body(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setPen(c.line);
    painter.setBrush(c.card);
    painter.drawRoundedRect(body, 12, 12);
    const qsizetype first = qMin<qsizetype>(m_page, page.pages - 1) * page.columns;
    for (qsizetype i = first; i < qMin<qsizetype>(first + page.columns, page.starts.size()); ++i)
        paintColumn(painter, page, i, {body.left() + pad + (i - first) * columnWidth, body.top() + pad},
                    columnWidth - pad);
    paintFoot(painter, {body.left() + pad, body.bottom() - pad - line, size.width() - 2 * pad, line}, page.pages);
}

void KeyHelp::paintFoot(QPainter &painter, const QRectF &line, qsizetype pages) const
{
    painter.setFont(m_theme.font(12.5 / 14));
    painter.setPen(m_theme.colours().faint);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     withKeys(m_commands, tr("Enter changes keys · {help.handbook} opens the handbook")));
    if (pages > 1)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         (m_page + 1 < pages ? tr("%1 of %2 · Space shows more") : tr("%1 of %2 · any key closes"))
                             .arg(m_page + 1)
                             .arg(pages));
}

void KeyHelp::keyPressEvent(QKeyEvent *event)
{
    const QString key = keyName(*event);
    if (key == "Space"_L1 && m_page + 1 < sheet().pages) {
        ++m_page;
        update();
    } else if (!key.isEmpty()) {
        leave();
        if (key == "Enter"_L1)
            Q_EMIT changeWanted();
        else if (m_commands.keysOf(*commandById(u"help.handbook"_s)).contains(key))
            Q_EMIT handbookWanted();
    }
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
