#include "ui/session/sessionbar.h"

#include "ui/base/ink.h"
#include "ui/commands/withkeys.h"

#include <QDateTime>
#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

SessionBar::SessionBar(const Commands &commands, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme), m_label(new QLabel(this)), m_keys(new QLabel(this)),
      m_time(new QLabel(this))
{
    setObjectName(u"sessionBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 5, 18, 6);
    row->addWidget(m_label, 1);
    row->setSpacing(18);
    row->addWidget(m_keys);
    row->addWidget(m_time);
    m_keys->setObjectName(u"sessionKeys"_s);
    m_keys->setTextFormat(Qt::PlainText);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_time->setTextFormat(Qt::PlainText);
    m_minute.setInterval(20000);
    connect(&m_minute, &QTimer::timeout, this, &SessionBar::say);
    connect(&theme, &Theme::changed, this, &SessionBar::say);
    hide();
}

void SessionBar::show(int position, int papers, const QString &title, const QDateTime &started)
{
    m_position = position;
    m_papers = papers;
    m_title = title.simplified();
    m_started = started;
    say();
    m_minute.start();
    setVisible(true);
}

void SessionBar::leave()
{
    m_minute.stop();
    hide();
}

void SessionBar::say()
{
    m_label->setText(tr("Reading %1 of %2").arg(m_position).arg(m_papers) + u" · "_s + m_title);
    const qint64 minutes = m_started.isValid() ? m_started.secsTo(QDateTime::currentDateTimeUtc()) / 60 : 0;
    m_time->setText(tr("%n min", nullptr, int(qMax<qint64>(0, minutes))));
    m_keys->setText(withKeys(m_commands, tr("{session.next} next paper · {session.end} end")));
    for (QLabel *label : {m_label, m_keys, m_time}) {
        label->setFont(m_theme.font(12.5 / 14));
        setInk(label, label == m_label ? m_theme.colours().ink : m_theme.colours().faint);
    }
    setAccessibleName(m_label->text());
    update();
}

void SessionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = m_theme.colours();
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
    if (m_papers > 0) // how far one is, along the lower edge
        painter.fillRect(QRect(0, height() - 2, width() * m_position / m_papers, 2), c.accent);
}

void SessionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        say();
}

} // namespace yaodian::ui
