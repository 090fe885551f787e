#include "ui/session/historypage.h"

#include "notes/tally.h"
#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Weeks = 12;
constexpr qsizetype MostSessions = 200;

QString dayText(QDate day)
{
    const QLocale locale(HistoryPage::tr("en", "the locale of dates, such as zh_CN"));
    return locale.toString(day, HistoryPage::tr("ddd d MMM", "a day of the history"));
}

QString minutesText(qint64 minutes)
{
    if (minutes < 60)
        return HistoryPage::tr("%n min", nullptr, int(minutes));
    return HistoryPage::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace

HistoryPage::HistoryPage(const library::Library &library, Background &background, const Clock &clock,
                         Commands &commands, Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_library(library), m_background(background), m_clock(clock), m_commands(commands),
      m_theme(theme)
{
    setObjectName(u"history"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    build(commands);
    bind(commands);
    connect(&theme, &Theme::changed, this, &HistoryPage::say);
}

void HistoryPage::build(Commands &commands)
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    auto *body = new QWidget;
    body->setAutoFillBackground(true);
    const auto label = [body](const char *name) {
        auto *made = new QLabel(body);
        made->setObjectName(QLatin1StringView(name));
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_title = label("historyTitle");
    m_sum = label("historySum");
    m_day = label("historyDay");
    m_head = label("historyHead");
    m_empty = label("historyEmpty");
    m_chart = new HistoryChart(m_theme, body);
    m_sessions = new SideSection(m_theme, u"historySessions"_s, body);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(int(60 * unit), int(44 * unit), int(60 * unit), int(44 * unit));
    column->setSpacing(int(6 * unit));
    column->addWidget(m_title);
    column->addWidget(m_sum);
    column->addSpacing(int(22 * unit));
    column->addWidget(m_chart);
    column->addWidget(m_day);
    column->addSpacing(int(22 * unit));
    column->addWidget(m_head);
    column->addWidget(m_sessions);
    column->addWidget(m_empty);
    column->addStretch(1);
    setWidget(body);
    commands.listenTo(this, Place::History);
    commands.listenTo(m_sessions, Place::History);
    connect(m_chart, &HistoryChart::chosenChanged, this, &HistoryPage::sayDay);
    connect(m_sessions, &SideSection::chosen, this, [this](int row) {
        goToSession(row);
        Q_EMIT sessionChosen(m_data.sessions.at(row));
    });
}

void HistoryPage::bind(Commands &commands)
{
    const auto on = [this, &commands](const char *id, std::function<void()> run) {
        commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    const auto row = [this] { return m_sessions->currentIndex().row(); };
    on("history.next", [this, row] { goToSession(row() + 1); });
    on("history.previous", [this, row] { goToSession(row() - 1); });
    on("history.first", [this] { goToSession(0); });
    on("history.last", [this] { goToSession(int(m_data.sessions.size()) - 1); });
    on("history.dayBefore", [this] { m_chart->step(-1); });
    on("history.dayAfter", [this] { m_chart->step(1); });
    on("history.look", [this, row] {
        if (row() >= 0 && row() < m_data.sessions.size())
            Q_EMIT sessionChosen(m_data.sessions[row()]);
    });
    on("go.back", [this] { Q_EMIT closed(); });
}

void HistoryPage::start()
{
    const QDateTime now = m_clock.now();
    const QDate today = now.toLocalTime().date();
    // Whole weeks, so that a weekend stands where it stood.
    const QDate first = today.addDays(1 - today.dayOfWeek() - 7 * (Weeks - 1));
    m_background.run(
        this,
        [&library = m_library, first, today, now](const CancelToken &) {
            return Data{first, today, reading::daysOfReading(library, first, today, now),
                        library.sessions().mid(0, MostSessions)};
        },
        [this](const Data &read) { show(read); });
}

void HistoryPage::show(const Data &read)
{
    const int row = m_sessions->currentIndex().row();
    m_data = read;
    m_chart->setDays(read.days, read.first, read.last);
    say();
    if (!m_data.sessions.isEmpty())
        goToSession(qBound(0, row, int(m_data.sessions.size()) - 1));
    const QWidget *focus = QApplication::focusWidget();
    if (isVisible() && (!focus || focus == this || isAncestorOf(focus)))
        takeFocus();
    Q_EMIT shown();
}

void HistoryPage::takeFocus()
{
    if (m_data.sessions.isEmpty())
        setFocus();
    else
        m_sessions->setFocus();
}

void HistoryPage::goToSession(int row)
{
    if (row < 0 || row >= m_data.sessions.size())
        return;
    m_sessions->setCurrentIndex(m_sessions->rows().index(row));
    m_chart->choose(m_data.sessions[row].started.toLocalTime().date());
    const int height = m_sessions->rowHeight();
    const QPoint at = m_sessions->mapTo(widget(), QPoint(0, row * height + height / 2));
    ensureVisible(at.x(), row == 0 ? 0 : at.y(), 0, height * 2);
}

SideRow HistoryPage::rowOf(const library::Session &session) const
{
    const QDateTime started = session.started.toLocalTime();
    QStringList note{tr("%n paper(s)", nullptr, int(session.done.size()))};
    if (session.ended.isValid())
        note << minutesText(notes::minutesOf(session, session.ended));
    else
        note << tr("still open");
    return {dayText(started.date()) + u"  "_s + started.toString(u"HH:mm"_s), {}, note.join(u" · "_s), {}, {}};
}

void HistoryPage::say()
{
    const Colours &c = m_theme.colours();
    QPalette ground = widget()->palette();
    ground.setColor(QPalette::Window, c.card);
    widget()->setPalette(ground);
    const auto dress = [](QLabel *label, const QFont &font, const QColor &colour) {
        label->setFont(font);
        setInk(label, colour);
    };
    dress(m_title, m_theme.font(21.0 / 14, QFont::DemiBold), c.ink);
    dress(m_sum, m_theme.font(), c.soft);
    dress(m_day, m_theme.font(), c.ink);
    dress(m_head, m_theme.font(12.0 / 14, QFont::Medium), c.faint);
    dress(m_empty, m_theme.font(), c.faint);
    int papers = 0;
    qint64 minutes = 0;
    for (const reading::DayOfReading &day : std::as_const(m_data.days)) {
        papers += day.papers;
        minutes += day.minutes;
    }
    m_title->setText(tr("Reading history"));
    const QStringList sum{tr("The last %n weeks", nullptr, Weeks), tr("%n day(s)", nullptr, int(m_data.days.size())),
                          tr("%n paper(s)", nullptr, papers), minutesText(minutes)};
    m_sum->setText(sum.join(u" · "_s));
    m_head->setText(tr("Sessions"));
    m_empty->setText(withKeys(
        m_commands, tr("No session yet. {session.start} in the list starts one over what is listed or selected.")));
    m_empty->setVisible(m_data.sessions.isEmpty());
    m_head->setVisible(!m_data.sessions.isEmpty());
    m_sessions->setVisible(!m_data.sessions.isEmpty());
    QList<SideRow> rows;
    for (const library::Session &session : std::as_const(m_data.sessions))
        rows << rowOf(session);
    m_sessions->rows().setRows(rows);
    m_sessions->setAccessibleName(tr("Sessions"));
    m_sessions->updateGeometry();
    setAccessibleName(tr("Reading history"));
    sayDay();
}

void HistoryPage::sayDay()
{
    const reading::DayOfReading *day = m_chart->chosenDay();
    QStringList parts;
    if (m_chart->chosen().isValid())
        parts << dayText(m_chart->chosen());
    if (day) {
        parts << tr("%n paper(s)", nullptr, day->papers) << minutesText(day->minutes);
        QStringList codes;
        for (const auto &[code, papers] : day->categories)
            codes << (code.isEmpty() ? tr("Uncategorised") : code) + u' ' + QString::number(papers);
        if (!codes.isEmpty())
            parts << codes.join(u"  "_s);
    } else if (m_chart->chosen().isValid()) {
        parts << tr("nothing read");
    }
    m_day->setText(parts.join(u" · "_s));
    m_chart->setAccessibleName(m_day->text());
}

void HistoryPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

} // namespace yaodian::ui
