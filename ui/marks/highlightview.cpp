#include "ui/marks/highlightview.h"

#include "ui/notes/kindname.h"
#include "ui/reader/highlightpainter.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int QuoteLines = 2;

/// Up to two lines of a quote, the last one cut short where it has to be. Gives back where they end.
double paintQuote(QPainter &painter, const QRectF &where, const QFont &font, const QString &quote)
{
    QTextLayout layout(quote.left(600), font); // more never fits
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    const QFontMetricsF metrics(font);
    double y = where.top();
    painter.setFont(font);
    for (int at = 0; at < QuoteLines; ++at) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(where.width());
        const bool last = at + 1 == QuoteLines;
        const QString rest =
            last ? layout.text().mid(line.textStart()) : layout.text().mid(line.textStart(), line.textLength());
        const QString shown = last ? metrics.elidedText(rest, Qt::ElideRight, where.width()) : rest;
        painter.drawText(QPointF(where.left(), y + metrics.ascent()), shown);
        y += metrics.height();
    }
    layout.endLayout();
    return y;
}

class HighlightDelegate final : public QStyledItemDelegate
{
public:
    HighlightDelegate(const Theme &theme, const HighlightModel &model, HighlightView *view)
        : QStyledItemDelegate(view), m_theme(theme), m_model(model), m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_view->rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (m_model.isHead(index.row()))
            paintHead(*painter, option.rect, index.row());
        else if (const library::HighlightRow *row = m_model.at(index.row()))
            paintRow(*painter, option.rect, row->highlight, index == m_view->currentIndex());
        painter->restore();
    }

private:
    [[nodiscard]] double unit() const { return QFontInfo(m_theme.font()).pixelSize() / 14.0; }

    void paintHead(QPainter &painter, const QRectF &rect, int row) const
    {
        const Colours &c = m_theme.colours();
        const QRectF line(rect.left() + 24 * unit(), rect.bottom() - 34 * unit(), rect.width() - 48 * unit(),
                          28 * unit());
        const QString count = QLocale().toString(m_model.countBelow(row));
        const QFont small = m_theme.font(12.5 / 14);
        const double wide = QFontMetricsF(small).horizontalAdvance(count) + 16 * unit();
        const QFont font = m_theme.font(15.0 / 14, QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(c.ink);
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(m_model.titleOf(row), Qt::ElideRight, line.width() - wide));
        painter.setFont(small);
        painter.setPen(c.faint);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
        painter.fillRect(QRectF(line.left(), rect.bottom() - 1, line.width(), 1), c.line);
    }

    void paintKind(QPainter &painter, const QRectF &column, const library::Highlight &highlight) const
    {
        const library::Kind kind = m_model.kindOf(highlight);
        const QFont font = m_theme.font(12.5 / 14);
        const QFontMetricsF metrics(font);
        const QString name = metrics.elidedText(kindName(kind), Qt::ElideRight, column.width() - 6 * unit());
        const QRectF line(column.left(), column.top(), metrics.horizontalAdvance(name), metrics.height());
        painter.setFont(font);
        painter.setPen(m_theme.colours().ink);
        painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, name);
        paintHighlight(painter, {line.adjusted(-2, 0, 2, 0)}, kind, m_theme.colours().dark, false);
    }

    void paintRow(QPainter &painter, const QRectF &rect, const library::Highlight &highlight, bool current) const
    {
        const Colours &c = m_theme.colours();
        if (current)
            paintCurrentRow(painter, rect, m_theme);
        const QRectF band = rect.adjusted(24 * unit(), 8 * unit(), -24 * unit(), -6 * unit());
        const double kinds = 76 * unit(), pages = 60 * unit();
        const QFont small = m_theme.font(12.5 / 14);
        paintKind(painter, {band.left() + 2, band.top() + 1, kinds, band.height()}, highlight);
        painter.setPen(c.faint);
        painter.setFont(small);
        painter.drawText(QRectF(band.right() - pages, band.top(), pages, QFontMetricsF(m_theme.font()).height()),
                         Qt::AlignRight | Qt::AlignVCenter, HighlightModel::tr("p. %1").arg(highlight.page + 1));
        const QRectF words(band.left() + kinds, band.top(), band.width() - kinds - pages, band.height());
        painter.setPen(highlight.quote.isEmpty() ? c.soft : c.ink);
        const double end = paintQuote(painter, words, m_theme.font(), quoteOf(highlight).simplified());
        paintWords(painter, {words.left(), end + 2 * unit(), words.width(), words.bottom() - end}, highlight);
    }

    /// Comment and tags, below the quote.
    void paintWords(QPainter &painter, const QRectF &words, const library::Highlight &highlight) const
    {
        const QFont font = m_theme.font(13.0 / 14);
        const QFontMetricsF metrics(font);
        const QRectF line(words.left(), words.top(), words.width(), metrics.height());
        const QString tags = metrics.elidedText(tagsOf(highlight), Qt::ElideRight, line.width() * 0.5);
        const double wide = tags.isEmpty() ? 0 : metrics.horizontalAdvance(tags) + 12 * unit();
        painter.setFont(font);
        painter.setPen(m_theme.colours().accent);
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, tags);
        painter.setPen(m_theme.colours().soft);
        painter.drawText(line.adjusted(wide, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(highlight.comment.simplified(), Qt::ElideRight, line.width() - wide));
    }

    const Theme &m_theme;
    const HighlightModel &m_model;
    HighlightView *m_view;
};

} // namespace

HighlightView::HighlightView(const Theme &theme, HighlightModel &model, QWidget *parent)
    : RowList(u"allHighlights"_s, theme, parent), m_theme(theme), m_model(model)
{
    setUniformItemSizes(true);
    setModel(&model);
    setItemDelegate(new HighlightDelegate(theme, model, this));
}

int HighlightView::rowHeight() const
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    return qRound(QuoteLines * QFontMetricsF(m_theme.font()).height() +
                  QFontMetricsF(m_theme.font(13.0 / 14)).height() + 20 * unit);
}

std::optional<library::HighlightId> HighlightView::currentId() const
{
    return rows().idAt(currentIndex().row());
}

const library::Highlight *HighlightView::current() const
{
    const int row = currentIndex().row();
    if (!rows().idAt(row))
        return nullptr;
    const library::HighlightRow *found = rows().at(row);
    return found ? &found->highlight : nullptr;
}

void HighlightView::goTo(int row)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    int to = std::clamp(row, 0, last);
    if (m_model.isHead(to))
        ++to; // below every head there is one
    setCurrentIndex(m_model.index(to));
    if (to == 1) // with its head
        scrollToTop();
}

void HighlightView::step(int by)
{
    int row = std::max(0, currentIndex().row());
    for (int left = std::abs(by); left > 0; --left) {
        int next = row + (by > 0 ? 1 : -1);
        if (next >= 0 && next < m_model.rowCount() && m_model.isHead(next))
            next += by > 0 ? 1 : -1;
        if (next < 0 || next >= m_model.rowCount())
            break;
        row = next;
    }
    goTo(row);
}

void HighlightView::page(int by)
{
    step(by * std::max(1, viewport()->height() / rowHeight() - 1));
}

void HighlightView::stepPaper(int by)
{
    int row = currentIndex().row();
    // Up goes to the first of this paper, and from there to the one before.
    if (by < 0 && row > 0 && m_model.isHead(row - 1))
        row -= 2;
    else
        row += by > 0 ? 1 : -1;
    while (row > 0 && row < m_model.rowCount() && !m_model.isHead(row))
        row += by > 0 ? 1 : -1;
    if (row < m_model.rowCount())
        goTo(row);
}

} // namespace yaodian::ui
