#include "ui/notes/noteeditor.h"

#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace yaodian::ui {

namespace {

// Together with the writing itself, typed text is on disk within a second.
constexpr int pauseMs = 250;
constexpr int limitMs = 450;
constexpr int longNote = 100'000; ///< characters

} // namespace

NoteEditor::NoteEditor(Commands &commands, QWidget *parent) : QPlainTextEdit(parent), m_commands(commands)
{
    setObjectName(QStringLiteral("note"));
    say();
    bindKeys();
    setTabChangesFocus(true);
    for (QTimer *timer : {&m_pause, &m_limit}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &NoteEditor::flush);
    }
    m_pause.setInterval(pauseMs);
    m_limit.setInterval(limitMs);
    connect(document(), &QTextDocument::contentsChange, this, [this] {
        ++m_typed;
        m_pause.start();
        if (!m_limit.isActive())
            m_limit.start();
        Q_EMIT typing();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { setExtraSelections({}); });
}

void NoteEditor::bindKeys()
{
    m_commands.bind("note.leave", this, [this](std::optional<int>) {
        leave();
        Q_EMIT left();
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

QString NoteEditor::text() const
{
    // Not toPlainText(), which makes blanks of those that must not break.
    QString out = document()->toRawText();
    for (QChar &c : out)
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = QLatin1Char('\n');
    return out;
}

bool NoteEditor::isLong() const
{
    return document()->characterCount() > longNote;
}

void NoteEditor::load(const QString &stored)
{
    if (hasUnsaved() || stored == text())
        return;
    // As one edit of the document, so that the cursor stays about where it was.
    const int at = textCursor().position();
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(stored);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(at, document()->characterCount() - 1));
    setTextCursor(cursor);
    forget();
}

void NoteEditor::restart(const QString &stored)
{
    setPlainText(stored);
    forget();
}

/// What is shown is what is stored.
void NoteEditor::forget()
{
    m_saved = m_typed;
    m_pause.stop();
    m_limit.stop();
    Q_EMIT allSaved();
}

void NoteEditor::markSaved(quint64 typed)
{
    m_saved = qMax(m_saved, typed);
    if (!hasUnsaved())
        Q_EMIT allSaved();
}

void NoteEditor::flush()
{
    m_pause.stop();
    m_limit.stop();
    if (hasUnsaved())
        Q_EMIT toSave();
}

void NoteEditor::leave()
{
    flush();
    Q_EMIT focusGone();
}

/// No selection: the next key would write over it.
void NoteEditor::goTo(int from, int size)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(from, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
    QTextEdit::ExtraSelection found;
    found.cursor = cursor;
    found.cursor.setPosition(std::min(from + size, document()->characterCount() - 1), QTextCursor::KeepAnchor);
    found.format.setBackground(palette().highlight());
    found.format.setForeground(palette().highlightedText());
    setExtraSelections({found});
}

NoteEditor::Around NoteEditor::aroundCursor() const
{
    constexpr int most = 20'000; ///< characters
    QTextBlock from = textCursor().block();
    QTextBlock to = from;
    int size = from.length();
    while (size < most && (from.previous().isValid() || to.next().isValid())) {
        if (from.previous().isValid()) {
            from = from.previous();
            size += from.length();
        }
        if (to.next().isValid()) {
            to = to.next();
            size += to.length();
        }
    }
    Around around;
    around.cursor = textCursor().position() - from.position();
    around.isPart = from.previous().isValid() || to.next().isValid();
    around.text.reserve(size);
    for (QTextBlock block = from; block.isValid() && block.position() <= to.position(); block = block.next())
        around.text += block.text() + QLatin1Char('\n');
    return around;
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    static const QList<int> choosing{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Backtab};
    if (m_titles.isChoosing() && choosing.contains(event->key())) {
        event->ignore(); // they are the completer's
        return;
    }
    const bool types = event->text().size() == 1 && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (types || !m_commands.handle(event, Place::Note))
        QPlainTextEdit::keyPressEvent(event);
}

/// Of what has words as well, the words are meant.
bool NoteEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return QPlainTextEdit::canInsertFromMimeData(source) || source->hasImage();
}

void NoteEditor::insertFromMimeData(const QMimeData *source)
{
    const QImage picture =
        source->hasImage() && !source->hasText() ? qvariant_cast<QImage>(source->imageData()) : QImage();
    if (picture.isNull())
        QPlainTextEdit::insertFromMimeData(source);
    else
        Q_EMIT pasted(picture);
}

void NoteEditor::putPicture(QTextCursor at, const QString &link, const QString &name)
{
    const QString before = at.block().text().left(at.positionInBlock());
    const QString after = at.block().text().mid(at.positionInBlock());
    at.beginEditBlock();
    if (!before.trimmed().isEmpty())
        at.insertText(QStringLiteral("\n\n"));
    at.insertText(QStringLiteral("![%1](%2)").arg(name, link));
    if (!after.trimmed().isEmpty())
        at.insertText(QStringLiteral("\n\n"));
    at.endEditBlock();
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    leave();
    QPlainTextEdit::focusOutEvent(event);
}

void NoteEditor::hideEvent(QHideEvent *event)
{
    leave();
    QPlainTextEdit::hideEvent(event);
}

} // namespace yaodian::ui
