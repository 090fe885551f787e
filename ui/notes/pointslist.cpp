#include "ui/notes/pointslist.h"

#include "ui/commands/menuopener.h"

#include <QApplication>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

PointsList::PointsList(Commands &commands, Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_commands(commands), m_theme(theme)
{
    setObjectName(QStringLiteral("points"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *inside = new QWidget;
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setWidget(inside);
    viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    connect(&m_theme, &Theme::changed, this, &PointsList::rebuild);
    setAccessibleName(summary());
    bindKeys();
    m_menus = new MenuOpener(m_commands, this, [this](std::optional<QPoint> at) { return menuAt(at); });
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (const int at = current(); at >= 0) {
            m_last = at;
            setFocusProxy(m_rows[at]);
        }
    });
}

PointsList::~PointsList()
{
    disconnect(qApp, nullptr, this, nullptr); // the rows lose the focus as they go
}

void PointsList::bindKeys()
{
    const auto bind = [this](const char *id, std::function<void(const library::Point &)> run) {
        m_commands.bind(id, this, [this, run = std::move(run)](std::optional<int>) {
            const int focused = current();
            const int at = focused >= 0 ? focused : m_last; // from the palette the focus is elsewhere
            if (at >= 0 && at < m_points.size())
                run(library::Point(m_points[at].point)); // a copy: the list may be another one before it ends
        });
    };
    m_commands.bind("points.next", this, [this](std::optional<int>) { step(1); });
    m_commands.bind("points.previous", this, [this](std::optional<int>) { step(-1); });
    m_commands.bind("points.first", this, [this](std::optional<int>) { goTo(0); });
    m_commands.bind("points.last", this, [this](std::optional<int> number) {
        goTo(std::clamp<int>(number.value_or(int(m_rows.size())), 1, std::max<int>(1, int(m_rows.size()))) - 1);
    });
    bind("points.edit", [this](const library::Point &point) {
        if (EvidenceRow *evidence = currentEvidence())
            Q_EMIT evidenceActivated(evidence->highlight());
        else
            Q_EMIT editAsked(point);
    });
    bind("points.down", [this](const library::Point &point) { Q_EMIT moveAsked(point.id, 1); });
    bind("points.up", [this](const library::Point &point) { Q_EMIT moveAsked(point.id, -1); });
    bind("points.adopt", [this](const library::Point &point) { Q_EMIT adoptAsked(point); });
    bind("points.evidence", [this](const library::Point &) { Q_EMIT evidenceAsked(m_last + 1); });
    bind("points.remove", [this](const library::Point &point) {
        if (EvidenceRow *evidence = currentEvidence())
            Q_EMIT untieAsked(point.id, evidence->highlight());
        else
            Q_EMIT removeAsked(point);
    });
}

/// The point or passage under the mouse has the focus then; what is no word of the reader's is not taken away.
std::optional<MenuSubject> PointsList::menuAt(std::optional<QPoint> at)
{
    QWidget *under = at ? viewport()->childAt(*at) : QApplication::focusWidget();
    while (under && !qobject_cast<PointRow *>(under) && !qobject_cast<EvidenceRow *>(under))
        under = under->parentWidget();
    if (under)
        under->setFocus();
    const int row = current();
    if (!under || row < 0)
        return std::nullopt;
    const library::Point &point = m_points.at(row).point;
    const bool isPassage = currentEvidence() != nullptr;
    MenuSubject subject{Place::Points};
    subject.cursor = under->mapTo(viewport(), under->rect().bottomLeft() + QPoint(12, 0));
    subject.fits = [isPassage, isOwn = point.isOwn(),
                    isMine = point.isOwn() || !point.digestText.isEmpty()](const QString &id) {
        if (id == QLatin1StringView("points.adopt"))
            return !isOwn && !isPassage;
        if (id == QLatin1StringView("points.remove"))
            return isMine || isPassage;
        return true;
    };
    return subject;
}

int PointsList::current() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const PointRow *row) {
        return focus && (row == focus || row->isAncestorOf(focus));
    });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

EvidenceRow *PointsList::currentEvidence() const
{
    return qobject_cast<EvidenceRow *>(QApplication::focusWidget());
}

void PointsList::step(int steps)
{
    QList<QWidget *> stops;
    for (PointRow *row : std::as_const(m_rows)) {
        stops << row;
        for (EvidenceRow *evidence : row->evidence())
            stops << evidence;
    }
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    if (at < 0)
        return goTo();
    QWidget *next = stops[std::clamp<qsizetype>(at + steps, 0, stops.size() - 1)];
    next->setFocus();
    ensureWidgetVisible(next, 0, 12);
}

void PointsList::goTo(std::optional<int> index)
{
    if (m_rows.isEmpty())
        return;
    PointRow *row = m_rows[std::clamp<int>(index.value_or(std::max(0, m_last)), 0, int(m_rows.size()) - 1)];
    row->setFocus();
    ensureWidgetVisible(row, 0, 12);
}

void PointsList::goTo(library::PointId id)
{
    for (qsizetype i = 0; i < m_points.size(); ++i)
        if (m_points[i].point.id == id)
            goTo(int(i));
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
    const int focused = current();
    const auto id = focused < 0 ? library::PointId() : m_points[focused].point.id;
    m_points = points;
    rebuild();
    if (!id.isNull())
        goTo(id);
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
    connect(row, &PointRow::evidenceActivated, this, &PointsList::evidenceActivated);
    m_commands.listenTo(row, Place::Points);
    for (EvidenceRow *evidence : row->evidence())
        m_commands.listenTo(evidence, Place::Points);
    m_rows << row;
    m_layout->addWidget(row);
    return row;
}

void PointsList::rebuild()
{
    m_menus->close();
    const int scrolled = verticalScrollBar()->value();
    const int focused = current();
    m_rows.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const PointShown &shown : std::as_const(m_points))
        addRow(shown)->show();
    m_layout->addStretch(1);
    setAccessibleName(summary());
    fitHeight();
    verticalScrollBar()->setValue(scrolled);
    if (!m_rows.isEmpty())
        setFocusProxy(m_rows[std::clamp<int>(m_last, 0, int(m_rows.size()) - 1)]);
    if (focused >= 0)
        goTo(focused);
}

void PointsList::fitHeight()
{
    // A scroll area asks its widget for a size hint and knows nothing of heights that depend on widths.
    m_layout->activate();
    const int wide = viewport()->width();
    widget()->setMinimumHeight(m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(wide) : 0);
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
    keepInView();
}

bool PointsList::eventFilter(QObject *watched, QEvent *event)
{
    const bool taken = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::Resize)
        keepInView();
    return taken;
}

/// Room that comes or goes after somebody went to a row does not take it away.
void PointsList::keepInView()
{
    if (current() >= 0)
        ensureWidgetVisible(QApplication::focusWidget(), 0, 12);
}

} // namespace yaodian::ui
