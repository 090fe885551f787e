#include "ui/library/cardpane.h"

#include "ui/base/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

CardPane::CardPane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_card(new CardView(theme, this)), m_point(new QLineEdit(this))
{
    m_point->setObjectName(u"newPoint"_s);
    m_point->installEventFilter(this);
    m_point->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_card, 1);
    auto *row = new QVBoxLayout;
    row->addWidget(m_point);
    column->addLayout(row);
    m_point->setContentsMargins(24, 8, 24, 14);
    texts();
}

void CardPane::texts()
{
    m_point->setPlaceholderText(tr("New point: one short statement · Enter saves, Esc gives up"));
    m_point->setAccessibleName(tr("New point"));
}

void CardPane::startPoint()
{
    m_point->show();
    m_point->setFocus();
}

bool CardPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_point || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Escape)
        return false;
    const QString text = m_point->text().trimmed();
    m_point->clear();
    m_point->hide();
    if (enter && !text.isEmpty())
        Q_EMIT pointWritten(text);
    Q_EMIT pointLeft();
    return true;
}

void CardPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

void CardPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.colours().card);
}

} // namespace yaodian::ui
