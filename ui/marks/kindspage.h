#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/commands/commands.h"
#include "ui/marks/kindform.h"
#include "ui/marks/kindlist.h"

class QScrollArea;

namespace yaodian::ui {

/// The kinds of highlights: named, given letters, colours and patterns, ordered, made and removed. Each change holds
/// everywhere at once and is a step of undo.
class KindsPage final : public QWidget
{
    Q_OBJECT

public:
    KindsPage(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme,
              QWidget *parent = nullptr);

    void start(); ///< shows how things stand now
    void takeFocus();
    [[nodiscard]] bool isEditing() const;

Q_SIGNALS:
    void closed();
    void message(const QString &sentence);
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void bindKeys();
    void dress();
    void texts();
    void refresh();
    void showCurrent();
    void edit();
    void add();
    void remove();
    void removeInto(const library::Kind &into);
    void move(int places);
    bool keep(const library::Kind &kind);
    void leave();

    library::Library &m_library;
    notes::Notes &m_notes;
    Commands &m_commands;
    Theme &m_theme;
    KindList *m_list;
    QScrollArea *m_right;
    KindForm *m_form;
    QString m_leaving; ///< the kind whose highlights wait for another one; empty: none
};

} // namespace yaodian::ui
