#include "ui/library/sidesection.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

// --- model --------------------------------------------------------------------------------------------------------

void SideModel::setRows(const QList<SideRow> &rows)
{
    if (rows.size() == m_rows.size()) {
        const auto first = std::mismatch(rows.cbegin(), rows.cend(), m_rows.cbegin()).first;
        const auto last = std::mismatch(rows.crbegin(), rows.crend(), m_rows.crbegin()).first;
        m_rows = rows;
        if (first != rows.cend())
            Q_EMIT dataChanged(index(int(first - rows.cbegin())), index(int(rows.crend() - last) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SideRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.tag.isEmpty() ? row.text : u"%1 %2"_s.arg(row.tag, row.text);
    case Qt::AccessibleDescriptionRole:
        return row.note;
    case Qt::ToolTipRole:
        return row.help.isEmpty() ? QVariant() : QVariant(row.help.toHtmlEscaped());
    default:
        return {};
    }
}

// --- painting -----------------------------------------------------------------------------------------------------

namespace {

class SideDelegate final : public QStyledItemDelegate
{
public:
    SideDelegate(const Theme &theme, SideSection *section)
        : QStyledItemDelegate(section), m_theme(theme), m_section(section)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_section->rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const SideRow &row = m_section->rows().rows().at(index.row());
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const QRectF rect = option.rect;
        const bool marked = index.row() == m_section->markedRow();
        const bool cursor = m_section->hasFocus() && index == m_section->currentIndex();
        if (marked || cursor)
            painter->fillRect(rect, c.selection);
        if (marked)
            painter->fillRect(QRectF(rect.left(), rect.top(), 3 * unit, rect.height()), c.accent);

        const double side = 18 * unit;
        const QFont noteFont = m_theme.font(12.5 / 14);
        const double noteWidth = QFontMetricsF(noteFont).horizontalAdvance(row.note);
        write(painter, noteFont, c.faint, rect.right() - side - noteWidth, rect, row.note);
        double x = rect.left() + side;
        if (!row.tag.isEmpty()) {
            QFont tag = m_theme.font(11.5 / 14, QFont::DemiBold);
            tag.setLetterSpacing(QFont::AbsoluteSpacing, 0.3 * unit);
            write(painter, tag, m_theme.category(row.tag), x, rect, row.tag);
            x += QFontMetricsF(tag).horizontalAdvance(row.tag) + 8 * unit;
        }
        const QFont font = m_theme.font(1.0, marked ? QFont::Medium : QFont::Normal);
        write(painter, font, marked || cursor ? c.ink : c.soft, x, rect,
              QFontMetricsF(font).elidedText(row.text.simplified(), Qt::ElideRight,
                                             rect.right() - side - noteWidth - 10 * unit - x));
    }

private:
    static void write(QPainter *painter, const QFont &font, const QColor &colour, double x, const QRectF &rect,
                      const QString &text)
    {
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(QPointF(x, qRound(rect.top() + (rect.height() + QFontMetricsF(font).capHeight()) / 2)), text);
    }

    const Theme &m_theme;
    SideSection *m_section;
};

} // namespace

// --- view ---------------------------------------------------------------------------------------------------------

SideSection::SideSection(const Theme &theme, const QString &objectName, QWidget *parent)
    : QListView(parent), m_theme(theme)
{
    setObjectName(objectName);
    setModel(&m_model);
    setItemDelegate(new SideDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SideSection::fit);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { setMarkedRow(-1); });
    connect(&theme, &Theme::changed, this, &SideSection::fit);
    fit();
}

int SideSection::rowHeight() const
{
    return qRound(QFontInfo(m_theme.font()).pixelSize() * 29.0 / 14 * (1 + m_theme.spacing()) / 2);
}

QSize SideSection::sizeHint() const
{
    return {100, rowHeight() * m_model.rowCount()};
}

void SideSection::fit()
{
    setFixedHeight(sizeHint().height());
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void SideSection::setMarkedRow(int row)
{
    if (m_marked == row)
        return;
    m_marked = row;
    viewport()->update();
}

void SideSection::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void SideSection::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the sidebar scrolls as a whole
}

} // namespace yaodian::ui
