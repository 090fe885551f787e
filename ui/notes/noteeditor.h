#pragma once

#include "ui/commands/commands.h"
#include "ui/notes/titlecompleter.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace yaodian::ui {

/// The reader's note, Markdown as typed. Asks to be saved soon after the last key, at the latest some moments after the
/// first one, and when the field is left. A key costs the same however long the note is: what is unsaved is told by
/// counting, and the text is taken out only to be saved.
class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEditor(Commands &commands, QWidget *parent = nullptr);

    /// The stored text. What was typed and is not saved yet stays.
    void load(const QString &text);
    /// Forgets what is shown, for another paper; unsaved text is to be saved before.
    void restart(const QString &text);
    /// Asks for what is not saved yet to be saved, and forgets to ask again before more is typed.
    void flush();
    [[nodiscard]] bool hasUnsaved() const { return m_typed != m_saved; }
    [[nodiscard]] bool isWaiting() const { return m_limit.isActive(); } ///< it will ask to be saved by itself
    /// What stands around the cursor, whole paragraphs, and where the cursor is in it.
    struct Around
    {
        QString text;
        qsizetype cursor = 0;
        bool isPart = false; ///< the note is longer
    };
    [[nodiscard]] Around aroundCursor() const;
    /// The cursor goes to the beginning of these characters, which stand out until it moves on or something is typed.
    void goTo(int from, int size);
    [[nodiscard]] TitleCompleter &titles() { return m_titles; }
    [[nodiscard]] QString text() const;                     ///< as typed; takes as long as it is long
    [[nodiscard]] bool isLong() const;                      ///< taking it out and saving it is not done in a moment
    [[nodiscard]] quint64 typed() const { return m_typed; } ///< how many changes there have been
    /// A picture is put in there, on a line of its own, as if it had been typed.
    void putPicture(QTextCursor at, const QString &link, const QString &name);
    /// To be called when the text of so many changes is on disk.
    void markSaved(quint64 typed);

Q_SIGNALS:
    void toSave();
    void typing();    ///< there is something unsaved
    void allSaved();  ///< there is nothing unsaved any more
    void focusGone(); ///< the field was left: what is unsaved has been asked to be saved
    void pasted(const QImage &picture);
    void left(); ///< Esc: the reader goes back to the pages

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void bindKeys();
    void say(); ///< the words of the interface language
    void leave();
    void forget();

    Commands &m_commands;
    TitleCompleter m_titles{*this};
    quint64 m_typed = 0;
    quint64 m_saved = 0;
    QTimer m_pause; ///< since the last key
    QTimer m_limit; ///< since the first unsaved one: who types without a pause is saved all the same
};

} // namespace yaodian::ui
