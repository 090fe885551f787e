#include "ui/library/entrylayout.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::ListRow;

namespace {

// Lines of the design in its pixels, 14 px body text.
constexpr double titleLine = 20.5, zhLine = 22, oneLineLine = 21.5, above = 9, below = 10;
constexpr double closest = 0.93; ///< lines of text do not come closer than this

QString sayInList(const char *text)
{
    return QCoreApplication::translate("entries", text);
}

QString verdictText(library::Verdict verdict)
{
    switch (verdict) {
    case library::Verdict::Read:
        return sayInList(QT_TRANSLATE_NOOP("entries", "Read closely"));
    case library::Verdict::Keep:
        return sayInList(QT_TRANSLATE_NOOP("entries", "Keep"));
    case library::Verdict::Drop:
        return sayInList(QT_TRANSLATE_NOOP("entries", "Drop"));
    case library::Verdict::None:
        break;
    }
    return {};
}

/// The end of the longest beginning of `text` that fits `width` and ends at a place where a line may end.
int fittingLength(const QString &text, const QFont &font, double width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (!line.isValid())
        return 0;
    line.setLineWidth(width);
    const int length = line.textLength();
    layout.endLayout();
    return length;
}

} // namespace

EntryLayout::EntryLayout(const Theme &theme, double width)
    : m_theme(theme), m_width(width), m_unit(QFontInfo(theme.font()).pixelSize() / 14.0),
      m_lines(std::max(closest, theme.spacing())), m_side(20 * m_unit),
      m_headHeight(qRound(37 * theme.spacing() * m_unit)), m_titleUnread(theme.font(1.0, QFont::DemiBold)),
      m_titleRead(theme.font()), m_zh(theme.font(13.5 / 14)), m_oneLine(theme.font(13.0 / 14)),
      m_small(theme.font(12.0 / 14)), m_tag(theme.font(11.5 / 14, QFont::DemiBold))
{
    m_tag.setLetterSpacing(QFont::AbsoluteSpacing, 0.3 * m_unit);
}

double EntryLayout::margins() const
{
    return (above + below) * m_theme.spacing();
}

QFont EntryLayout::titleFont(bool unread) const
{
    return unread ? m_titleUnread : m_titleRead;
}

QString EntryLayout::marks(const ListRow &row)
{
    QStringList marks;
    if (row.starred)
        marks << u"★"_s;
    if (row.later)
        marks << sayInList(QT_TRANSLATE_NOOP("entries", "Later"));
    if (const QString verdict = verdictText(row.verdict); !verdict.isEmpty())
        marks << verdict;
    if (row.mentions > 1)
        marks << QCoreApplication::translate("entries", "%n mention(s)", nullptr, row.mentions);
    if (row.hasDocument)
        marks << u"PDF"_s;
    return marks.join(u" · "_s);
}

EntryLayout::Title EntryLayout::title(const ListRow &row) const
{
    // Room for the marks also where there are none: a star does not wrap the title anew.
    const double marksWidth = qMax(70 * m_unit, QFontMetricsF(m_small).horizontalAdvance(marks(row)) + 14 * m_unit);
    const double width = qMax(80.0, textWidth() - marksWidth); // of the first line: the marks stand at its end
    Title made;
    if (const QString code = row.categories.value(0); !code.isEmpty())
        made.indent = QFontMetricsF(m_tag).horizontalAdvance(code) + 8 * m_unit;
    const QString text = (row.title.isEmpty() ? row.titleZh : row.title).simplified();
    const QFont font = m_titleUnread; // measured bold also when read: becoming read moves nothing
    const int first = fittingLength(text, font, width - made.indent);
    made.lines << text.left(first).trimmed();
    if (first < text.size())
        made.lines << QFontMetricsF(font).elidedText(text.mid(first), Qt::ElideRight, textWidth());
    return made;
}

int EntryLayout::height(const ListRow &row) const
{
    double height = margins() + m_lines * titleLine * double(title(row).lines.size());
    if (!row.title.isEmpty() && !row.titleZh.isEmpty())
        height += m_lines * zhLine;
    if (!row.oneLine.isEmpty())
        height += m_lines * oneLineLine;
    return qRound(height * m_unit);
}

int EntryLayout::usualHeight() const
{
    return qRound((margins() + m_lines * (titleLine + zhLine + oneLineLine)) * m_unit);
}

void EntryLayout::line(QPainter &painter, double x, double top, double height, const QFont &font,
                       const QString &text) const
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.drawText(QPointF(x, qRound(top + (height + metrics.capHeight()) / 2)), text);
}

void EntryLayout::paint(QPainter &painter, const QRectF &rect, const ListRow &row, State state) const
{
    const Colours &c = m_theme.colours();
    if (state.selected || state.current)
        painter.fillRect(rect, c.selection);
    if (state.current)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3 * m_unit, rect.height()),
                         state.focused ? c.accent : c.faint);
    QColor hairline = c.line;
    if (state.selected || state.current) { // on that ground a line of the usual colour is not seen in the dark
        hairline = c.faint;
        hairline.setAlphaF(0.35F);
    }
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), hairline);

    const double left = rect.left() + m_side;
    double y = rect.top() + above * m_theme.spacing() * m_unit;
    const QString marked = marks(row);
    painter.setPen(c.faint);
    line(painter, rect.right() - m_side - QFontMetricsF(m_small).horizontalAdvance(marked), y,
         m_lines * titleLine * m_unit, m_small, marked);

    const Title t = title(row);
    if (t.indent > 0) {
        painter.setPen(m_theme.category(row.categories.first()));
        line(painter, left, y, m_lines * titleLine * m_unit, m_tag, row.categories.first());
    }
    painter.setPen(row.unread ? c.ink : c.soft);
    double x = left + t.indent;
    for (const QString &text : t.lines) {
        line(painter, x, y, m_lines * titleLine * m_unit, titleFont(row.unread), text);
        x = left;
        y += m_lines * titleLine * m_unit;
    }
    if (!row.title.isEmpty() && !row.titleZh.isEmpty()) {
        painter.setPen(row.unread ? c.ink : c.soft);
        line(painter, left, y, m_lines * zhLine * m_unit, m_zh,
             QFontMetricsF(m_zh).elidedText(row.titleZh.simplified(), Qt::ElideRight, textWidth()));
        y += m_lines * zhLine * m_unit;
    }
    if (!row.oneLine.isEmpty()) {
        painter.setPen(c.soft);
        line(painter, left, y, m_lines * oneLineLine * m_unit, m_oneLine,
             QFontMetricsF(m_oneLine).elidedText(row.oneLine.simplified(), Qt::ElideRight, textWidth()));
    }
}

void EntryLayout::paintHead(QPainter &painter, const QRectF &rect, const RowGroup &group) const
{
    const QFont font = m_theme.font(12.5 / 14);
    const double top = rect.top() + 12 * m_unit, height = rect.height() - 16 * m_unit;
    painter.setPen(m_theme.colours().faint);
    const QString count = group.count > 0 ? QString::number(group.count) : QString();
    const double countWidth = QFontMetricsF(font).horizontalAdvance(count);
    const QString title = group.tag.isEmpty() ? group.title : u"%1 %2"_s.arg(group.tag, group.title);
    line(painter, rect.left() + m_side, top, height, font,
         QFontMetricsF(font).elidedText(title.simplified(), Qt::ElideRight, textWidth() - countWidth - 16 * m_unit));
    line(painter, rect.right() - m_side - countWidth, top, height, font, count);
}

} // namespace yaodian::ui
