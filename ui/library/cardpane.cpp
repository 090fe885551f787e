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
    : QWidget(parent), m_theme(theme), m_card(new CardView(theme, this)), m_field(new QLineEdit(this))
{
    m_field->installEventFilter(this);
    m_field->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_card, 1);
    auto *row = new QVBoxLayout;
    row->addWidget(m_field);
    column->addLayout(row);
    m_field->setContentsMargins(24, 8, 24, 14);
    texts();
}

void CardPane::texts()
{
    m_field->setObjectName(m_isOfTags ? u"paperTags"_s : u"newPoint"_s);
    m_field->setPlaceholderText(m_isOfTags ? tr("Tags, commas between them · Enter saves, Esc gives up")
                                           : tr("New point: one short statement · Enter saves, Esc gives up"));
    m_field->setAccessibleName(m_isOfTags ? tr("Tags") : tr("New point"));
}

void CardPane::start()
{
    texts();
    m_field->show();
    m_field->setFocus();
}

void CardPane::startPoint()
{
    if (m_isOfTags || m_field->isHidden())
        m_field->setText(m_point); // what was begun and not finished
    m_isOfTags = false;
    m_field->setCompleter(nullptr);
    start();
}

void CardPane::startTags(const QStringList &tags, const QStringList &known)
{
    if (!m_isOfTags && !m_field->isHidden())
        m_point = m_field->text();
    m_isOfTags = true;
    m_completer.setTags(known);
    m_field->setCompleter(&m_completer);
    m_field->setText(tags.isEmpty() ? QString() : tags.join(u", "_s) + u", "_s);
    start();
}

bool CardPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Escape)
        return false;
    const QString text = m_field->text().trimmed();
    m_field->clear();
    m_field->hide();
    if (!m_isOfTags)
        m_point.clear();
    if (enter && m_isOfTags)
        Q_EMIT tagsWritten(typedTags(text));
    else if (enter && !text.isEmpty())
        Q_EMIT pointWritten(text);
    Q_EMIT fieldLeft();
    return true;
}

void CardPane::finishTags()
{
    if (!m_isOfTags || m_field->isHidden())
        return;
    const QStringList tags = typedTags(m_field->text());
    m_field->clear();
    m_field->hide();
    Q_EMIT tagsWritten(tags);
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
