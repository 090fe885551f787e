#include "ui/shell/statusline.h"

#include "ui/base/ink.h"
#include "ui/base/theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// A thousand sources are counted faster than anyone reads.
constexpr int activityMs = 100;

} // namespace

StatusLine::StatusLine(Commands &commands, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme), m_status(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_status->setObjectName(u"status"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_status);
    connect(&theme, &Theme::changed, this, &StatusLine::dress);
    connect(&commands, &Commands::pendingChanged, this, qOverload<>(&QWidget::update));
    m_activitySoon.setSingleShot(true);
    m_activitySoon.setInterval(activityMs);
    connect(&m_activitySoon, &QTimer::timeout, this, &StatusLine::say);
    dress();
    refresh();
}

void StatusLine::dress()
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    setFixedHeight(qRound(31 * unit));
    layout()->setContentsMargins(0, 1, qRound(18 * unit), 0);
    m_status->setFont(m_theme.font(12.5 / 14));
    setInk(m_status, m_theme.colours().soft);
    update();
}

void StatusLine::refresh()
{
    m_hints = hintsOf(m_commands, m_place);
    say();
    update();
}

void StatusLine::setPlace(Place place)
{
    m_place = place;
    refresh();
}

void StatusLine::setLead(const QString &text)
{
    m_lead = text;
    update();
}

void StatusLine::setActivity(const QString &text)
{
    const bool begins = m_activity.isEmpty();
    m_activity = text;
    if (begins || text.isEmpty())
        say();
    else if (!m_activitySoon.isActive())
        m_activitySoon.start();
}

void StatusLine::setAside(const QString &text)
{
    m_aside = text;
    say();
}

void StatusLine::setReadOnly(const QString &why)
{
    m_isReadOnly = true;
    setLastSync({}, why); // nothing is asked of the net for it
}

void StatusLine::setSaved()
{
    m_isSaved = true;
    say();
}

void StatusLine::setNotSaved(const QObject *who)
{
    m_notSaved.insert(who);
    say();
}

void StatusLine::setTyping(const QObject *who, bool isUnsaved)
{
    if (isUnsaved) {
        m_typing.insert(who);
    } else {
        m_typing.remove(who);
        m_isSaved = m_notSaved.remove(who) || m_isSaved;
    }
    say();
}

void StatusLine::forget(const QObject *who)
{
    m_typing.remove(who);
    if (m_notSaved.remove(who))
        m_isSaved = false; // it went as it was
    say();
}

void StatusLine::setLastSync(const QString &text, const QString &detail)
{
    m_lastSync = text;
    m_status->setToolTip(detail.isEmpty() ? QString() : Qt::convertFromPlainText(detail)); // servers have a say in it
    m_status->setAccessibleDescription(detail);
    say();
}

void StatusLine::say()
{
    QStringList parts;
    if (m_activity.isEmpty())
        parts << m_lastSync << m_aside;
    else
        parts << m_activity;
    if (m_isReadOnly)
        parts << tr("Read only", "what can be done with the library");
    else if (!m_notSaved.isEmpty())
        parts << tr("Not saved yet");
    else if (m_isSaved && m_typing.isEmpty())
        parts << tr("Saved");
    parts.removeAll(QString());
    m_status->setText(parts.join(u" · "_s));
    m_status->setAccessibleName(m_status->text());
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
    const QFont font = m_theme.font(12.5 / 14);
    const QFontMetricsF metrics(font);
    const QRectF band(0, 1, width(), height() - 1);
    const double baseline = qRound(band.center().y() + metrics.capHeight() / 2);
    const double end = m_status->text().isEmpty() ? width() - 18 * unit : m_status->geometry().left() - 24 * unit;
    double x = 18 * unit;
    const auto write = [&](const QString &text, const QColor &colour) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(x, baseline), text);
        x += metrics.horizontalAdvance(text);
    };
    if (const QString pending = m_commands.pending(); !pending.isEmpty()) {
        x = paintKeycap(painter, m_theme, x, band, pending + u" …"_s) + 12 * unit;
    }
    if (!m_lead.isEmpty()) {
        write(m_lead, c.soft);
        x += 14 * unit;
    }
    m_spots.clear();
    const auto needed = [&](const Hint &hint) {
        return keycapWidth(m_theme, hint.keys) + 6 * unit + metrics.horizontalAdvance(hint.text);
    };
    // Whatever has no room, the key that shows all others has.
    const auto isHelp = [](const Hint &hint) { return hint.id == "help.keys"_L1; };
    const auto help = std::find_if(m_hints.cbegin(), m_hints.cend(), isHelp);
    const double kept = help == m_hints.cend() ? 0 : needed(*help) + 14 * unit;
    for (const Hint &hint : std::as_const(m_hints)) {
        if (x + needed(hint) + (isHelp(hint) ? 0 : kept) > end)
            continue;
        const double from = x;
        x = paintKeycap(painter, m_theme, x, band, hint.keys) + 6 * unit;
        write(hint.text, c.soft);
        m_spots.append({QRectF(from, 0, x - from, height()), hint.id});
        x += 14 * unit;
    }
}

void StatusLine::mousePressEvent(QMouseEvent *event)
{
    for (const auto &[rect, id] : std::as_const(m_spots))
        if (rect.contains(event->position()))
            m_commands.run(id);
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace yaodian::ui
