#pragma once

#include "exporting/templates.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace yaodian::ui {

/// The text of a template. Asks to be saved soon after the last key, at the latest some moments after the first one,
/// and when the field is left.
class TemplateEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    TemplateEditor(Commands &commands, Theme &theme, QWidget *parent = nullptr);

    /// Shows a text that is stored; what was typed before is forgotten.
    void restart(const QString &text, bool isEditable);
    [[nodiscard]] QString text() const; ///< as it was typed
    [[nodiscard]] bool hasUnsaved() const { return m_typed != m_saved; }
    [[nodiscard]] quint64 typed() const { return m_typed; }
    void markSaved(quint64 typed) { m_saved = qMax(m_saved, typed); } ///< the text of so many changes is on the disk
    void flush();                                                     ///< asks for what is unsaved to be saved
    /// At the cursor: a section with the cursor in it where it is one, on lines of its own where nothing else stands.
    void insert(const exporting::Variable &variable);
    /// Marks a line (from 1) until the next call; 0: none.
    void markLine(int line, bool isMistake);
    void dress();

Q_SIGNALS:
    void typing();
    void toSave();
    void refused();    ///< what was to be pasted is too long
    void focusMoved(); ///< in or out

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Commands &m_commands;
    Theme &m_theme;
    quint64 m_typed = 0;
    quint64 m_saved = 0;
    int m_revision = 0; ///< of the document, when it was changed last
    bool m_loading = false;
    int m_line = 0;
    bool m_isMistake = false;
    QTimer m_pause; ///< since the last key
    QTimer m_limit; ///< since the first unsaved one
};

/// Of the widths in which columns of a text stand under each other, Chinese too.
[[nodiscard]] QFont columnFont(const Theme &theme, double scale);

} // namespace yaodian::ui
