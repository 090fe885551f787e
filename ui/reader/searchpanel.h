#pragma once

#include "ui/reader/hitsmodel.h"
#include "ui/reader/siderows.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace yaodian::ui {

/// Searching in this document: the field, how it is searched, how many were found, and every hit with the words around
/// it.
class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    SearchPanel(Finder &finder, Theme &theme, QWidget *parent);
    void start();

Q_SIGNALS:
    void accepted(); ///< Enter: on to the page
    void left();     ///< Esc: the search is over

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QToolButton *addToggle(const char *name);
    void dress();
    void say(); ///< the words of the interface language
    void refresh();
    void search();
    bool key(const QObject *watched, int key);
    [[nodiscard]] QToolButton *toggleOf(const QEvent &event) const;
    [[nodiscard]] pdf::SearchQuery query() const;

    Finder &m_finder;
    Theme &m_theme;
    QLineEdit *m_edit;
    QToolButton *m_regex;
    QToolButton *m_words;
    QToolButton *m_case;
    QLabel *m_summary;
    SideList *m_list;
    QTimer m_pause;
};

} // namespace yaodian::ui
