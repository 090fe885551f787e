#pragma once

#include "library/values.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace yaodian::ui {

/// The earlier texts of a note in the place of the note: when each was written, and the one that is looked at with what
/// was new in it. Nothing is changed before one is chosen.
class NoteVersions final : public QWidget
{
    Q_OBJECT

public:
    NoteVersions(Commands &commands, Theme &theme, QWidget *parent = nullptr);

    /// Newest first; the first is the present text. The list takes the keys, at the one before the present.
    void start(const QList<library::NoteVersion> &versions);

Q_SIGNALS:
    void chosen(const QString &text); ///< to be put in the place of the present one
    void left();                      ///< as it is, it is good

protected:
    void changeEvent(QEvent *event) override;

private:
    void bindKeys();
    void dress();
    void say();
    void step(int steps);
    void show(int row);
    void choose();

    Commands &m_commands;
    Theme &m_theme;
    QList<library::NoteVersion> m_versions;
    QListWidget *m_list;
    QPlainTextEdit *m_text;
};

} // namespace yaodian::ui
