#include "ui/sources/sourcelist.h"

#include "ui/sources/statecolours.h"
#include "ui/sources/times.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

QString SourceRow::name() const
{
    const library::Source &source = activity.source;
    return (source.title.isEmpty() ? source.url : source.title).simplified();
}

QString SourceRow::word() const
{
    if (asking)
        return SourceList::tr("asking…");
    return activity.today.state == sync::DayState::None ? QString() : sync::dayStateText(activity.today.state);
}

QString SourceRow::outcome() const
{
    return activity.last.at.isValid() ? activity.last.sentence.simplified() : SourceList::tr("not asked yet");
}

QString SourceRow::again(const QDateTime &now) const
{
    const QDateTime at = activity.again();
    return at.isValid() && at > now ? SourceList::tr("again at %1").arg(shortTime(at, now)) : QString();
}

// --- model --------------------------------------------------------------------------------------------------------

void SourceModel::setRows(const QList<SourceRow> &rows, const QDateTime &now)
{
    m_now = now;
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const SourceRow &a, const SourceRow &b) {
                          return a.activity.source.id == b.activity.source.id;
                      });
    if (same) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void SourceModel::setAsking(library::SourceId source, bool asking)
{
    const int row = rowOf(source);
    if (row < 0 || m_rows[row].asking == asking)
        return;
    m_rows[row].asking = asking;
    Q_EMIT dataChanged(index(row), index(row));
}

int SourceModel::rowOf(library::SourceId source) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](const SourceRow &row) { return row.activity.source.id == source; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SourceRow &row = m_rows[index.row()];
    QStringList parts{row.name(), row.word(), row.outcome(), row.again(m_now)};
    parts.removeAll(QString());
    switch (role) {
    case Qt::DisplayRole:
        return row.name();
    case Qt::AccessibleTextRole:
        return parts.join(u" · "_s);
    case Qt::ToolTipRole:
        return row.activity.today.why.isEmpty() ? QVariant() : QVariant(row.activity.today.why.toHtmlEscaped());
    default:
        return {};
    }
}

// --- painting -----------------------------------------------------------------------------------------------------

namespace {

class SourceDelegate final : public QStyledItemDelegate
{
public:
    SourceDelegate(const Theme &theme, SourceList *list) : QStyledItemDelegate(list), m_theme(theme), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, m_list->rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const SourceRow &row = m_list->rows().rows().at(index.row());
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const QRectF rect = option.rect;
        const bool current = index == m_list->currentIndex();
        if (current)
            paintCurrentRow(*painter, rect, m_theme);
        painter->fillRect(QRectF(rect.left() + 20 * unit, rect.bottom() - 1, rect.width() - 20 * unit, 1), c.line);
        const QRectF band = rect.adjusted(20 * unit, 0, -20 * unit, 0);
        const QRectF first(band.left(), rect.top() + 10 * unit, band.width(), 22 * unit);
        const QRectF second(band.left(), first.bottom(), band.width(), 20 * unit);
        const bool calls = row.activity.today.state != sync::DayState::Quiet;
        const QColor word = row.asking ? c.accent : calls ? stateColours(row.activity.today.state, c).ink : c.faint;
        line(painter, first, m_theme.font(1.0, current ? QFont::DemiBold : QFont::Medium), c.ink, row.name(),
             m_theme.font(12.5 / 14), word, row.word());
        line(painter, second, m_theme.font(12.5 / 14), c.soft, row.outcome(), m_theme.font(12.5 / 14), c.faint,
             row.again(m_list->rows().now()));
    }

private:
    static void line(QPainter *painter, const QRectF &rect, const QFont &font, const QColor &colour,
                     const QString &text, const QFont &noteFont, const QColor &noteColour, const QString &note)
    {
        const double noteWidth = note.isEmpty() ? 0 : QFontMetricsF(noteFont).horizontalAdvance(note) + 12;
        const auto write = [&](const QFont &with, const QColor &ink, double x, const QString &what) {
            painter->setFont(with);
            painter->setPen(ink);
            const double cap = QFontMetricsF(font).capHeight(); // one baseline for both
            painter->drawText(QPointF(x, qRound(rect.center().y() + cap / 2)), what);
        };
        write(font, colour, rect.left(),
              QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() - noteWidth));
        if (!note.isEmpty())
            write(noteFont, noteColour, rect.right() - noteWidth + 12, note);
    }

    const Theme &m_theme;
    SourceList *m_list;
};

} // namespace

// --- view ---------------------------------------------------------------------------------------------------------

SourceList::SourceList(const Theme &theme, QWidget *parent)
    : RowList(u"activitySources"_s, theme, parent), m_theme(theme)
{
    setUniformItemSizes(true);
    setModel(&m_model);
    setItemDelegate(new SourceDelegate(theme, this));
}

void SourceList::setRows(const QList<SourceRow> &rows, const QDateTime &now)
{
    const SourceRow *row = current();
    const std::optional<library::SourceId> id = row ? std::optional(row->activity.source.id) : std::nullopt;
    quietly([&] {
        m_model.setRows(rows, now);
        if (!currentIndex().isValid())
            goTo(id ? m_model.rowOf(*id) : 0);
    });
    row = current();
    if (id != (row ? std::optional(row->activity.source.id) : std::nullopt))
        Q_EMIT currentSourceChanged();
}

const SourceRow *SourceList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.rows().size() ? &m_model.rows()[row] : nullptr;
}

int SourceList::rowHeight() const
{
    return qRound(QFontInfo(m_theme.font()).pixelSize() * 63.0 / 14);
}

void SourceList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        viewport()->update();
}

} // namespace yaodian::ui
