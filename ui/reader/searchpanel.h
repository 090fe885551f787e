#pragma once

#include "ui/reader/finder.h"
#include "ui/reader/siderows.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace yaodian::ui {

/// Searching in this document: the field, how many were found, and every hit with the words around it.
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
    void dress();
    void say(); ///< the words of the interface language
    void refresh();
    void addHit(const pdf::SearchHit &hit);

    Finder &m_finder;
    Theme &m_theme;
    QLineEdit *m_edit;
    QLabel *m_summary;
    SideList *m_list;
    QTimer m_pause;
    qsizetype m_listed = 0;
};

} // namespace yaodian::ui
