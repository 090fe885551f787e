#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace yaodian::ui {

/// The reader's note, Markdown as typed. Hands the text out to be saved soon after the last key, and at once when the
/// field is left.
class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);

    /// The stored text. What was typed and is not saved yet stays.
    void load(const QString &text);
    /// Forgets what is shown, for another paper; unsaved text is handed out first.
    void restart(const QString &text);
    /// Hands out what is not saved yet.
    void flush();
    [[nodiscard]] bool hasUnsaved() const { return toPlainText() != m_saved; }
    /// To be called when the text handed out is on disk.
    void markSaved(const QString &text) { m_saved = text; }

Q_SIGNALS:
    void toSave(const QString &text);
    void typing(); ///< there is something unsaved
    void left();   ///< Esc: the reader goes back to the pages

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say(); ///< the words of the interface language

    QString m_saved;
    QTimer m_pause; ///< since the last key
    QTimer m_limit; ///< since the first unsaved one: who types without a pause is saved all the same
};

} // namespace yaodian::ui
