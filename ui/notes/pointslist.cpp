#include "ui/notes/pointslist.h"

#include <QLabel>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

PointsList::PointsList(Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("points"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    setWidget(inside);
    viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    connect(&m_theme, &Theme::changed, this, &PointsList::rebuild);
    setAccessibleName(summary());
}

void PointsList::setPoints(const QList<PointShown> &points)
{
    const auto same = [](const PointShown &a, const PointShown &b) {
        const auto equal = [](const PointShown::Evidence &x, const PointShown::Evidence &y) {
            return x.highlight == y.highlight && x.kind.colour == y.kind.colour;
        };
        return a.point == b.point &&
               std::equal(a.evidence.begin(), a.evidence.end(), b.evidence.begin(), b.evidence.end(), equal);
    };
    if (std::equal(points.begin(), points.end(), m_points.begin(), m_points.end(), same))
        return;
    m_points = points;
    rebuild();
}

QString PointsList::summary() const
{
    const auto backed = std::count_if(m_points.begin(), m_points.end(),
                                      [](const PointShown &shown) { return !shown.evidence.isEmpty(); });
    return m_points.isEmpty() ? tr("Points") : tr("Points · %1, %2 with evidence").arg(m_points.size()).arg(backed);
}

PointRow *PointsList::addRow(const PointShown &shown)
{
    auto *row = new PointRow(shown, m_theme, widget());
    const library::Point point = shown.point;
    connect(row, &PointRow::editAsked, this, [this, point] { Q_EMIT editAsked(point); });
    connect(row, &PointRow::removeAsked, this, [this, point] { Q_EMIT removeAsked(point.id); });
    connect(row, &PointRow::evidenceActivated, this, &PointsList::evidenceActivated);
    connect(row, &PointRow::untieAsked, this,
            [this, point](library::HighlightId id) { Q_EMIT untieAsked(point.id, id); });
    m_rows->addWidget(row);
    return row;
}

void PointsList::rebuild()
{
    const int scrolled = verticalScrollBar()->value();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const PointShown &shown : std::as_const(m_points))
        addRow(shown)->show();
    m_rows->addStretch(1);
    setAccessibleName(summary());
    fitHeight();
    verticalScrollBar()->setValue(scrolled);
}

void PointsList::fitHeight()
{
    // A scroll area asks its widget for a size hint and knows nothing of heights that depend on widths.
    m_rows->activate();
    const int wide = viewport()->width();
    widget()->setMinimumHeight(m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(wide) : 0);
    updateGeometry();
}

QSize PointsList::sizeHint() const
{
    return {viewport()->width(), m_points.isEmpty() ? 0 : widget()->minimumHeight() + 2};
}

void PointsList::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void PointsList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

} // namespace yaodian::ui
