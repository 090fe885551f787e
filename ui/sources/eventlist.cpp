#include "ui/sources/eventlist.h"

#include "ui/sources/statecolours.h"
#include "ui/sources/times.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyledItemDelegate>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using Event = library::SyncEvent::Kind;

void EventModel::setEvents(const QList<library::SyncEvent> &events, const QDateTime &now)
{
    beginResetModel();
    m_events = events;
    m_now = now;
    endResetModel();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QString EventModel::timeText(int row) const
{
    return shortTime(m_events[row].at, m_now);
}

/// Only of the last word: what was to come after the others has come.
QString EventModel::againText(int row) const
{
    const QDateTime &again = m_events[row].again;
    return row == 0 && again.isValid() && again > m_now ? EventList::tr("again at %1").arg(shortTime(again, m_now))
                                                        : QString();
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString sentence = m_events[index.row()].sentence.simplified();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return u"%1  %2  %3"_s.arg(timeText(index.row()), sentence, againText(index.row())).trimmed();
    case Qt::ToolTipRole:
        return sentence.toHtmlEscaped();
    default:
        return {};
    }
}

namespace {

class EventDelegate final : public QStyledItemDelegate
{
public:
    EventDelegate(const Theme &theme, const EventModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, qRound(QFontInfo(m_theme.font()).pixelSize() * 26.0 / 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        const QRectF rect = option.rect;
        const Event kind = m_model.eventAt(index.row()).kind;
        const bool failed = kind == Event::Failed || kind == Event::Gone || kind == Event::CutOff;
        const QFont small = m_theme.font(12.5 / 14);
        const QFont font = m_theme.font(13.0 / 14);
        const QString again = m_model.againText(index.row());
        const double left = rect.left() + 104 * unit;
        const double noteWidth = again.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(again) + 14 * unit;
        const auto write = [&](const QFont &with, const QColor &colour, double x, const QString &text) {
            painter->setFont(with);
            painter->setPen(colour);
            painter->drawText(QPointF(x, qRound(rect.center().y() + QFontMetricsF(font).capHeight() / 2)), text);
        };
        write(small, c.faint, rect.left(), m_model.timeText(index.row()));
        write(font,
              failed                                                ? stateColours(sync::DayState::Failed, c).ink
              : kind == Event::Brought || kind == Event::Backfilled ? c.ink
                                                                    : c.soft,
              left,
              QFontMetricsF(font).elidedText(m_model.eventAt(index.row()).sentence.simplified(), Qt::ElideRight,
                                             rect.right() - noteWidth - left));
        if (!again.isEmpty())
            write(small, c.faint, rect.right() - noteWidth + 14 * unit, again);
    }

private:
    const Theme &m_theme;
    const EventModel &m_model;
};

} // namespace

EventList::EventList(const Theme &theme, QWidget *parent) : QListView(parent)
{
    setObjectName(u"activityLog"_s);
    setModel(&m_model);
    setItemDelegate(new EventDelegate(theme, m_model, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &EventList::updateGeometry);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
        viewport()->update();
    });
}

QSize EventList::minimumSizeHint() const
{
    return {100, m_model.rowCount() > 0 ? m_model.rowCount() * sizeHintForRow(0) + 2 * frameWidth() : 0};
}

} // namespace yaodian::ui
