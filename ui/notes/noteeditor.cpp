#include "ui/notes/noteeditor.h"

#include <QKeyEvent>

namespace yaodian::ui {

NoteEditor::NoteEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("note"));
    say();
    setTabChangesFocus(true);
    for (QTimer *timer : {&m_pause, &m_limit}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &NoteEditor::flush);
    }
    m_pause.setInterval(600);
    m_limit.setInterval(4000);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!hasUnsaved())
            return;
        m_pause.start();
        if (!m_limit.isActive())
            m_limit.start();
        Q_EMIT typing();
    });
}

void NoteEditor::say()
{
    setAccessibleName(tr("Note"));
    setPlaceholderText(tr("Your note, in Markdown. Saved as you type."));
}

void NoteEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void NoteEditor::load(const QString &text)
{
    if (hasUnsaved() || text == m_saved)
        return;
    m_saved = text;
    // As one edit of the document, so that the cursor stays about where it was.
    const int at = textCursor().position();
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(at, int(text.size())));
    setTextCursor(cursor);
}

void NoteEditor::restart(const QString &text)
{
    flush();
    m_saved = text;
    setPlainText(text);
}

void NoteEditor::flush()
{
    m_pause.stop();
    m_limit.stop();
    if (hasUnsaved())
        Q_EMIT toSave(toPlainText());
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        flush();
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    flush();
    QPlainTextEdit::focusOutEvent(event);
}

void NoteEditor::hideEvent(QHideEvent *event)
{
    flush();
    QPlainTextEdit::hideEvent(event);
}

} // namespace yaodian::ui
