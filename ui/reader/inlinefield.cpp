#include "ui/reader/inlinefield.h"

#include "ui/base/ink.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

InlineField::InlineField(Theme &theme, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_label(new QLabel(this)), m_edit(new QLineEdit(this))
{
    setObjectName(u"inlineField"_s);
    m_edit->setObjectName(u"comment"_s);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, &InlineField::completeLast);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(4);
    m_label->setTextFormat(Qt::PlainText);
    column->addWidget(m_label);
    column->addWidget(m_edit);
    connect(&m_theme, &Theme::changed, this, &InlineField::dress);
    dress();
    hide();
}

void InlineField::dress()
{
    const Colours &c = m_theme.colours();
    setStyleSheet(u"#inlineField { background: %1; border: 1px solid %2; border-radius: 8px; }"_s.arg(c.card.name(),
                                                                                                      c.line.name()));
    m_label->setFont(m_theme.font(0.87));
    setInk(m_label, c.faint);
}

void InlineField::ask(const Question &question)
{
    if (isStuck()) {
        m_next = question;
        return accept(); // it may go by now
    }
    m_question = question;
    m_isStuck = false;
    m_typedBefore = question.initial.size();
    m_label->setText(question.label);
    m_edit->setAccessibleName(question.label);
    m_edit->setEchoMode(question.isSecret ? QLineEdit::Password : QLineEdit::Normal);
    m_edit->setText(question.initial);
    m_edit->selectAll();
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    resize(qMin(420, room.width()), sizeHint().height());
    QPoint at(question.about.left(), question.about.bottom() + 8);
    if (at.y() + height() > room.bottom())
        at.setY(question.about.top() - height() - 8);
    move(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())),
         qBound(room.top(), at.y(), qMax(room.top(), room.bottom() - height())));
    show();
    raise();
    m_edit->setFocus();
}

/// What is added is selected, so that typing on replaces it.
void InlineField::completeLast(const QString &typed)
{
    const bool grows = typed.size() > std::exchange(m_typedBefore, typed.size());
    static const QRegularExpression before(u"^.*[,，、;；]"_s);
    const QString last = QString(typed).remove(before).trimmed();
    if (!grows || last.isEmpty() || m_edit->cursorPosition() != typed.size())
        return;
    for (const QString &word : std::as_const(m_question.words)) {
        if (word.size() <= last.size() || !word.startsWith(last, Qt::CaseInsensitive))
            continue;
        m_edit->setText(typed + word.mid(last.size()));
        m_edit->setSelection(int(typed.size()), int(word.size() - last.size()));
        return;
    }
}

void InlineField::cancel()
{
    if (isHidden())
        return;
    m_question.take = nullptr;
    hide();
    Q_EMIT closed();
    if (const auto next = std::exchange(m_next, std::nullopt))
        ask(*next);
}

void InlineField::leave()
{
    m_next.reset();
    const bool isKept = m_edit->echoMode() == QLineEdit::Normal && m_edit->text() != m_question.initial;
    if (!isHidden() && isKept)
        accept();
    else
        cancel();
}

void InlineField::accept()
{
    const Take take = m_question.take; // what it does may close this
    m_isStuck = take && !take(m_edit->text());
    if (!m_isStuck)
        cancel();
}

bool InlineField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            key == Qt::Key_Escape ? cancel() : accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace yaodian::ui
