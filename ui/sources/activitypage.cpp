#include "ui/sources/activitypage.h"

#include "sync/kinds.h"
#include "sync/recipe.h"
#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshSoonMs = 80; ///< what ends within that time is shown in one go

QDate monthOf(const QDate &date)
{
    return {date.year(), date.month(), 1};
}

} // namespace

ActivityPage::ActivityPage(library::Library &library, sync::Sync &sync, Background &background, const Clock &clock,
                           Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_sync(sync), m_background(background), m_clock(clock), m_commands(commands),
      m_theme(theme)
{
    setObjectName(u"activity"_s);
    build();
    bindKeys();
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ActivityPage::refresh);
    const auto soon = [this] {
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    };
    connect(&sync, &sync::Sync::noted, this, soon);
    connect(&library, &library::Library::changed, this, [soon](const library::Change &change) {
        if (change.issues || change.everything)
            soon();
    });
    connect(&sync, &sync::Sync::askingChanged, this, [this](library::SourceId source) {
        m_list->rows().setAsking(source, m_sync.isAsking(source));
        tellSource();
    });
    connect(m_list, &SourceList::currentSourceChanged, this, &ActivityPage::refreshMonth);
    connect(m_month, &MonthView::chosenChanged, this, &ActivityPage::tellDay);
    connect(m_month, &MonthView::fillWanted, this, &ActivityPage::fill);
    connect(&theme, &Theme::changed, this, &ActivityPage::dress);
    texts();
}

QLabel *ActivityPage::label(const QString &name)
{
    auto *made = new QLabel(this);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long address does not widen the pane
    return made;
}

QToolButton *ActivityPage::stepButton(const QString &sign, int step)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    connect(button, &QToolButton::clicked, this, [this, step] { stepMonth(step); });
    return button;
}

void ActivityPage::build()
{
    auto *split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    m_list = new SourceList(m_theme, split);
    m_right = new QScrollArea(split);
    m_right->setFrameShape(QFrame::NoFrame);
    m_right->setWidgetResizable(true);
    m_right->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    m_name = label(u"activityName"_s);
    m_address = label(u"activityAddress"_s);
    m_now = label(u"activityNow"_s);
    m_now->setWordWrap(true);
    m_monthName = label(u"activityMonth"_s);
    m_monthName->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_month = new MonthView(m_theme, body);
    m_day = label(u"activityDay"_s);
    m_day->setWordWrap(true);
    m_lately = label(u"activityLately"_s);
    m_log = new EventList(m_theme, body);
    m_before = stepButton(u"‹"_s, -1);
    m_after = stepButton(u"›"_s, 1);
    m_before->setObjectName(u"activityBefore"_s);
    m_after->setObjectName(u"activityAfter"_s);
    auto *months = new QHBoxLayout;
    months->setSpacing(2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_monthName, m_before, m_after})
        months->addWidget(part);
    months->addStretch(1);
    auto *column = new QVBoxLayout(body);
    column->setSpacing(0);
    for (QLabel *part : {m_name, m_address, m_now})
        column->addWidget(part);
    column->addLayout(months);
    column->addWidget(m_month, 0, Qt::AlignLeft);
    for (QWidget *part : std::initializer_list<QWidget *>{m_day, m_lately})
        column->addWidget(part);
    column->addWidget(m_log, 1);
    m_right->setWidget(body);
    m_empty = label(u"activityEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    split->setStretchFactor(1, 1);
    split->setSizes({400, 1040});
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(split);
    m_stack->addWidget(m_empty);
    setFocusPolicy(Qt::StrongFocus);
}

void ActivityPage::bindKeys()
{
    m_commands.listenTo(m_list, Place::Activity);
    m_commands.listenTo(this, Place::Activity); // where there is no source
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("activity.next", [this] { m_list->step(1); });
    bind("activity.previous", [this] { m_list->step(-1); });
    bind("activity.first", [this] { m_list->goTo(0); });
    bind("activity.last", [this] { m_list->goTo(m_list->rows().rowCount() - 1); });
    bind("activity.nextMonth", [this] { stepMonth(1); });
    bind("activity.previousMonth", [this] { stepMonth(-1); });
    bind("activity.nextDay", [this] { m_month->stepDay(1); });
    bind("activity.previousDay", [this] { m_month->stepDay(-1); });
    bind("activity.ask", [this] { ask(); });
    bind("activity.older", [this] { fetchOlder(); });
    bind("activity.fill", [this] { fillGaps(); });
    bind("activity.settings", [this] {
        if (const auto source = currentSource())
            Q_EMIT settingsWanted(*source);
    });
    bind("activity.remove", [this] {
        if (const auto source = currentSource())
            Q_EMIT removalWanted(*source);
    });
    bind("go.back", [this] { leave(); });
}

// --- look ---------------------------------------------------------------------------------------------------------

void ActivityPage::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto dressed = [&](QLabel *part, double size, int weight, const QColor &colour, int above, int below) {
        part->setFont(m_theme.font(size / 14, weight));
        part->setContentsMargins(0, qRound(above * unit), 0, qRound(below * unit));
        setInk(part, colour);
    };
    dressed(m_name, 21, QFont::DemiBold, c.ink, 0, 2);
    dressed(m_address, 12.5, QFont::Normal, c.faint, 0, 6);
    dressed(m_now, 14, QFont::Normal, c.soft, 0, 0);
    dressed(m_monthName, 14, QFont::Medium, c.ink, 0, 0);
    dressed(m_day, 13.5, QFont::Normal, c.soft, 2, 0);
    dressed(m_lately, 12, QFont::Medium, c.faint, 22, 6);
    dressed(m_empty, 14, QFont::Normal, c.soft, 0, 0);
    m_day->setMinimumHeight(qRound(24 * unit));
    for (QToolButton *button : {m_before, m_after}) {
        button->setFont(m_theme.font(16.0 / 14));
        button->setStyleSheet(
            u"QToolButton { border: none; padding: 0 8px; color: %1; } QToolButton:hover { color: %2; }"_s.arg(
                c.faint.name(), c.accent.name()));
    }
    QPalette ground = palette();
    ground.setColor(QPalette::Window, c.card);
    m_right->widget()->setPalette(ground);
    auto *column = static_cast<QVBoxLayout *>(m_right->widget()->layout());
    column->setContentsMargins(qRound(40 * unit), qRound(30 * unit), qRound(40 * unit), qRound(16 * unit));
    static_cast<QHBoxLayout *>(column->itemAt(3)->layout())
        ->setContentsMargins(0, qRound(22 * unit), 0, qRound(10 * unit));
    m_log->setMinimumHeight(qRound(120 * unit));
    m_log->setMaximumWidth(qRound(760 * unit));
    QPalette side = palette();
    side.setColor(QPalette::Base, c.background);
    m_list->setPalette(side);
    // In a small window the list gives way, down to names and words.
    m_list->setMinimumWidth(qRound(200 * unit));
    m_right->setMinimumWidth(m_month->minimumSizeHint().width() + qRound(92 * unit));
}

void ActivityPage::texts()
{
    setAccessibleName(tr("Sync activity"));
    m_list->setAccessibleName(tr("Sources"));
    m_log->setAccessibleName(tr("Lately"));
    m_lately->setText(tr("Lately"));
    m_before->setAccessibleName(tr("Month before"));
    m_after->setAccessibleName(tr("Month after"));
    m_before->setToolTip(m_before->accessibleName());
    m_after->setToolTip(m_after->accessibleName());
    m_empty->setText(withKeys(m_commands, tr("There is no source to sync yet. Press {source.add} to add one.")));
}

/// What happened while another page was shown.
void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_shown.isValid())
        m_soon.start();
}

void ActivityPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    texts();
    if (isVisible())
        refresh();
}

// --- what is told -------------------------------------------------------------------------------------------------

void ActivityPage::start()
{
    // Not before it is shown: under the application's style sheet a widget loses then what it was given before.
    dress();
    m_shown = monthOf(m_clock.now().toLocalTime().date());
    refresh();
}

void ActivityPage::takeFocus()
{
    if (m_stack->currentWidget() == m_empty)
        setFocus();
    else
        m_list->setFocus();
}

std::optional<library::Source> ActivityPage::currentSource() const
{
    const SourceRow *row = m_list->current();
    return row ? std::optional(row->activity.source) : std::nullopt;
}

void ActivityPage::refresh()
{
    if (m_listJob)
        m_listJob->cancel();
    const QDateTime now = m_clock.now();
    m_listJob = m_background.run(
        this,
        [library = &m_library, now, zone = QTimeZone::systemTimeZone()](const CancelToken &) {
            return sync::gatherActivity(*library, now, zone);
        },
        [this, now](const QList<sync::SourceActivity> &sources) {
            QList<SourceRow> rows;
            for (const sync::SourceActivity &one : sources)
                rows << SourceRow{one, m_sync.isAsking(one.source.id)};
            const bool hadFocus = hasFocus() || m_list->hasFocus();
            m_list->setRows(rows, now);
            m_stack->setCurrentIndex(rows.isEmpty() ? 1 : 0);
            if (hadFocus)
                takeFocus();
            refreshMonth();
        });
}

void ActivityPage::refreshMonth()
{
    tellSource();
    const auto source = currentSource();
    if (!source)
        return;
    if (m_monthJob)
        m_monthJob->cancel();
    m_monthJob = m_background.run(
        this,
        [library = &m_library, source = *source, month = m_shown, now = m_clock.now(),
         zone = QTimeZone::systemTimeZone()](const CancelToken &) {
            return sync::gatherMonth(*library, source, month, now, zone);
        },
        [this](const sync::SourceMonth &month) { showMonth(month); });
}

void ActivityPage::showMonth(const sync::SourceMonth &month)
{
    const auto source = currentSource();
    m_month->setFetchable(source && sync::canBackfill(*source));
    m_month->setMonth(month);
    m_log->events().setEvents(month.events, m_clock.now());
    m_monthName->setText(QLocale().toString(month.first, tr("MMMM yyyy", "a month's name, in Qt's format of dates")));
    m_after->setEnabled(month.first < monthOf(month.today));
}

void ActivityPage::tellSource()
{
    const SourceRow *row = m_list->current();
    if (!row)
        return;
    const library::Source &source = row->activity.source;
    m_name->setText(row->name());
    m_address->setText(u"%1 · %2"_s.arg(sync::kindName(source.kind),
                                        source.options.address.isEmpty() ? source.url : source.options.address));
    QStringList now{row->asking ? withKeys(m_commands, tr("Asking… · {go.back} stops it"))
                                : row->outcome()}; // the list may have cut it short
    if (!row->asking)
        now << row->again(m_list->rows().now());
    if (!row->asking && row->activity.last.kind == library::SyncEvent::Kind::Gone && row->activity.last.at.isValid())
        now << withKeys(m_commands, tr("{activity.remove} removes the source, its issues stay"));
    now.removeAll(QString());
    m_now->setText(now.join(u" · "_s));
}

void ActivityPage::tellDay()
{
    const sync::CalendarDay *day = m_month->chosen();
    if (!day)
        return m_day->clear();
    const QString date = QLocale().toString(day->date, tr("ddd d MMM", "a day of the calendar, in Qt's format"));
    const auto source = currentSource();
    QStringList parts{date, day->why};
    if (day->gap)
        parts << (source && sync::canBackfill(*source)
                      ? withKeys(m_commands, tr("{activity.fill} or a click fetches it."))
                      : tr("This source has no way to older issues."));
    if (day->empty && source && sync::canBackfill(*source))
        parts << withKeys(m_commands, tr("{activity.fill} or another click asks again."));
    parts.removeAll(QString());
    m_day->setText(parts.join(u"  "_s));
}

void ActivityPage::stepMonth(int by)
{
    const QDate month = m_shown.addMonths(by);
    if (month > monthOf(m_clock.now().toLocalTime().date()))
        return;
    m_shown = month;
    refreshMonth();
}

// --- what is done -------------------------------------------------------------------------------------------------

void ActivityPage::ask()
{
    const auto source = currentSource();
    if (!source || m_sync.isAsking(source->id))
        return;
    ++m_own;
    m_sync.syncSource(source->id, this, [this](const sync::Outcome &outcome) {
        ended(outcome, outcome.fresh > 0 ? tr("%n new issue(s)", nullptr, outcome.fresh) : tr("Nothing new."));
    });
}

void ActivityPage::fetchOlder()
{
    const auto source = currentSource();
    if (!source || m_sync.isAsking(source->id))
        return;
    ++m_own;
    m_sync.backfill(source->id, 1, this, [this](const sync::Outcome &outcome) {
        ended(outcome,
              outcome.fresh > 0 ? tr("%n older issue(s)", nullptr, outcome.fresh) : tr("Nothing older was found."));
    });
}

/// Up to the chosen day where it is missing or empty, else all that is missing in this month.
void ActivityPage::fillGaps()
{
    const sync::CalendarDay *day = m_month->chosen();
    const QDate first = day && (day->gap || day->empty) ? day->date : m_month->firstGap();
    if (first.isValid())
        fill(first);
    else if (currentSource())
        Q_EMIT message(tr("Nothing is missing in this month."));
}

void ActivityPage::fill(const QDate &day)
{
    const auto source = currentSource();
    if (!source || m_sync.isAsking(source->id))
        return;
    ++m_own;
    m_sync.backfillTo(source->id, day, this, [this](const sync::Outcome &outcome) {
        ended(outcome, outcome.fresh > 0 ? tr("%n missing issue(s) fetched", nullptr, outcome.fresh)
                                         : tr("Its server has nothing of the missing days."));
    });
}

void ActivityPage::ended(const sync::Outcome &outcome, const QString &sentence)
{
    --m_own;
    if (std::exchange(m_stopped, m_stopped && m_own > 0))
        return Q_EMIT message(tr("Stopped. What had come by then is here."));
    const QStringList trouble = outcome.failed + outcome.waiting;
    if (!trouble.isEmpty())
        Q_EMIT failed(trouble.first());
    else
        Q_EMIT message(sentence);
}

void ActivityPage::leave()
{
    if (m_own == 0)
        return Q_EMIT closed();
    m_stopped = true;
    m_sync.cancel();
}

} // namespace yaodian::ui
