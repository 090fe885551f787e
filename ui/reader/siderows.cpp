#include "ui/reader/siderows.h"

#include <QPainter>
#include <QTextLayout>

namespace yaodian::ui {

namespace {

constexpr int Beside = 18;
constexpr int Indent = 12;
constexpr int HitLines = 2;

} // namespace

SideRows::SideRows(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &SideRows::measure);
    measure();
}

void SideRows::measure()
{
    m_line = QFontMetrics(m_theme.font(0.95)).height();
}

QSize SideRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    switch (index.data(siderow::Type).toInt()) {
    case siderow::Header:
        return {0, m_line + (index.row() == 0 ? 6 : 20)};
    case siderow::Hit:
        return {0, m_line * HitLines + 14};
    default:
        return {0, m_line + 9};
    }
}

void SideRows::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = m_theme.colours();
    const bool current = index.data(siderow::Current).toBool();
    const bool focused = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
    if (current || focused)
        painter->fillRect(option.rect, c.selection);
    if (current)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), c.accent);
    if (focused) {
        painter->setPen(c.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void SideRows::paintHit(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    QTextLayout layout(text, m_theme.font(0.9));
    QTextLayout::FormatRange match;
    match.start = index.data(siderow::MatchStart).toInt();
    match.length = index.data(siderow::MatchLength).toInt();
    match.format.setFontWeight(QFont::DemiBold);
    match.format.setForeground(m_theme.colours().ink);
    layout.setFormats({match});
    layout.beginLayout();
    double y = rect.top() + 6;
    for (int line = 0; line < HitLines; ++line) {
        QTextLine made = layout.createLine();
        if (!made.isValid())
            break;
        made.setLineWidth(rect.width() - (line == 0 ? 34 : 0));
        made.setPosition({0, y});
        y += made.height();
    }
    layout.endLayout();
    painter->setPen(m_theme.colours().soft);
    layout.draw(painter, QPointF(rect.left(), 0), {}, QRectF(rect));
    painter->setPen(m_theme.colours().faint);
    painter->setFont(m_theme.font(0.85));
    painter->drawText(rect.adjusted(0, 6, 0, 0), Qt::AlignRight | Qt::AlignTop, index.data(siderow::Count).toString());
}

void SideRows::paintHead(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString count = index.data(siderow::Count).toString();
    painter->setFont(m_theme.font(0.87, QFont::Medium));
    painter->setPen(m_theme.colours().faint);
    const QFontMetrics metrics = painter->fontMetrics();
    const int beside = count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + 8;
    painter->drawText(rect, Qt::AlignRight | Qt::AlignBottom, count);
    painter->drawText(rect.adjusted(0, 0, -beside, 0), Qt::AlignLeft | Qt::AlignBottom,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width() - beside));
}

void SideRows::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = m_theme.colours();
    const int type = index.data(siderow::Type).toInt();
    painter->save();
    QRect rect = option.rect.adjusted(Beside, 0, -Beside + 4, 0);
    if (type == siderow::Header) {
        paintHead(painter, rect.adjusted(0, 0, 0, -4), index);
        painter->restore();
        return;
    }
    paintGround(painter, option, index);
    if (type == siderow::Hit) {
        paintHit(painter, rect, index);
        painter->restore();
        return;
    }
    const QString count = index.data(siderow::Count).toString();
    painter->setFont(m_theme.font(0.9));
    painter->setPen(c.faint);
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
    rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(count) - (count.isEmpty() ? 0 : 8));
    rect.setLeft(rect.left() + Indent * qMin(4, index.data(siderow::Depth).toInt()));
    painter->setFont(m_theme.font(0.95, index.data(siderow::Current).toBool() ? QFont::Medium : QFont::Normal));
    painter->setPen(index.data(siderow::Current).toBool() ? c.ink : c.soft);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

SideList::SideList(Theme &theme, QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new SideRows(theme, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    const auto dress = [this, &theme] {
        QPalette own = palette();
        own.setColor(QPalette::Base, theme.colours().side);
        setPalette(own);
        doItemsLayout();
    };
    connect(&theme, &Theme::changed, this, dress);
    dress();
}

void SideList::step(int rows)
{
    const int direction = rows < 0 ? -1 : 1;
    int row = currentIndex().row() + rows;
    while (row >= 0 && row < count() && !(model()->index(row, 0).flags() & Qt::ItemIsEnabled))
        row += direction;
    if (row >= 0 && row < count())
        setCurrentIndex(model()->index(row, 0));
}

void SideList::goToRow(int row)
{
    const int step = row > 0 && row == count() - 1 ? -1 : 1; // from the end backwards
    while (row >= 0 && row < count() && !(model()->index(row, 0).flags() & Qt::ItemIsEnabled))
        row += step;
    if (row >= 0 && row < count())
        setCurrentIndex(model()->index(row, 0));
}

void SideList::activateCurrent()
{
    if (currentIndex().isValid())
        Q_EMIT activated(currentIndex());
}

} // namespace yaodian::ui
