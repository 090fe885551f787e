#include "ui/settings/settingline.h"

#include "ui/settings/settinglook.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using namespace settingLook;

SettingLine::SettingLine(const char *words, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_source(words), m_theme(theme)
{
    m_words = new QLabel(this);
    m_remark = new QLabel(this);
    for (QLabel *label : {m_words, m_remark}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_remark->hide();
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_pair);
    column->addWidget(m_remark);
}

void SettingLine::put(QWidget *control)
{
    m_control = control;
    m_words->setBuddy(control);
    m_remark->setObjectName(control->objectName() + u"Remark"_s);
    control->installEventFilter(this);
    if (isTick()) {
        m_pair->addWidget(control, 0, Qt::AlignTop);
        m_pair->addWidget(m_words, 1);
        return;
    }
    const bool isButton = qobject_cast<QAbstractButton *>(control);
    m_pair->addWidget(m_words, 0, Qt::AlignTop);
    m_pair->addWidget(control, 1, isButton ? Qt::AlignTop | Qt::AlignLeft : Qt::AlignTop);
}

bool SettingLine::isTick() const
{
    return qobject_cast<QCheckBox *>(m_control);
}

void SettingLine::say()
{
    m_words->setText(QCoreApplication::translate("settings", m_source));
    align();
}

void SettingLine::setRemark(const QString &sentence)
{
    m_remark->setText(sentence);
    m_remark->setVisible(!sentence.isEmpty());
    m_control->setAccessibleDescription(sentence);
}

void SettingLine::setStacked(bool isStacked)
{
    if (m_isStacked == isStacked)
        return;
    m_isStacked = isStacked;
    dress();
}

void SettingLine::dress()
{
    const double u = unit(m_theme);
    const bool isBeside = !isTick() && !m_isStacked;
    settingLook::dress(*m_words, m_theme.font(), m_theme.colours().ink);
    settingLook::dress(*m_remark, m_theme.font(13.0 / 14), m_theme.colours().faint);
    m_control->setFont(m_theme.font());
    m_pair->setDirection(isTick() || isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_pair->setSpacing(qRound((isTick() ? 0 : isBeside ? gap : 5) * u));
    m_words->setMinimumWidth(isBeside ? qRound(wordsWidth * u) : 0);
    m_words->setMaximumWidth(isBeside ? qRound(wordsWidth * u) : QWIDGETSIZE_MAX);
    if (isTick())
        m_control->setFixedWidth(qRound(boxOfTick * u));
    const int before = isTick() ? boxOfTick : isBeside ? wordsWidth + gap : 0;
    m_remark->setContentsMargins(qRound(before * u), qRound(4 * u), 0, 0);
    layout()->setSpacing(0);
    const int above = qRound((isTick() ? 7 : 5) * u);
    layout()->setContentsMargins(qRound(indent * u), above, 0, above);
    align();
    update();
}

/// The first line of the words and the control stand at one height, whichever font the words are shown with.
void SettingLine::align()
{
    const QRect anywhere(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    const int line = QFontMetrics(m_words->font()).boundingRect(anywhere, Qt::TextSingleLine, m_words->text()).height();
    if (isTick())
        m_control->setFixedHeight(line);
    const bool isBeside = !isTick() && !m_isStacked;
    const int height = std::min(m_control->sizeHint().height(), m_control->maximumHeight());
    const int oneLine = std::min(height, line + qRound(14 * unit(m_theme))); // of a field that has several
    m_words->setContentsMargins(0, isBeside ? std::max(0, (oneLine - line) / 2) : 0, 0, 0);
}

// --- the focus ------------------------------------------------------------------------------------------------------

bool SettingLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void SettingLine::paintEvent(QPaintEvent *)
{
    if (!m_control->hasFocus())
        return;
    QPainter painter(this);
    const int above = layout()->contentsMargins().top() / 2;
    painter.fillRect(QRectF(0, above, 3 * unit(m_theme), height() - 2.0 * above), m_theme.colours().accent);
}

bool SettingLine::isOnTick(const QMouseEvent &event) const
{
    return isTick() && event.button() == Qt::LeftButton && m_words->geometry().contains(event.position().toPoint());
}

void SettingLine::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(isOnTick(*event));
}

void SettingLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isOnTick(*event))
        return event->ignore();
    m_control->setFocus(Qt::MouseFocusReason);
    static_cast<QAbstractButton *>(m_control)->click();
}

} // namespace yaodian::ui
