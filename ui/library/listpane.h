#pragma once

#include "ui/commands/commands.h"
#include "ui/library/entryview.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace yaodian::ui {

/// The middle pane: what the list is, the list, and what to do where it is empty.
class ListPane final : public QWidget
{
    Q_OBJECT

public:
    ListPane(const Commands &commands, const Theme &theme, EntryModel &model, QWidget *parent = nullptr);

    [[nodiscard]] EntryView &view() const { return *m_view; }
    void setHead(const QString &title, const QString &note);
    void setEmptyText(const QString &text); ///< shown while the list has no rows
    void setNewEntries(int count);
    void paintNow(); ///< the list, before what else has been asked for
    void startFilter();
    [[nodiscard]] QString filter() const;
    void clearFilter();

Q_SIGNALS:
    void filterChanged(const QString &text);
    void filterLeft(); ///< Enter or Esc in the field: back to the list
    void newEntriesWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void texts();
    void showEmptiness();

    const Commands &m_commands;
    const Theme &m_theme;
    EntryModel &m_model;
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_note;
    QWidget *m_filterRow;
    QLineEdit *m_filter;
    QPushButton *m_news;
    QWidget *m_emptyRoom; ///< a label's own margins are the style sheet's to say
    QLabel *m_empty;
    EntryView *m_view;
    int m_newEntries = 0;
};

} // namespace yaodian::ui
