#pragma once

#include "ui/reader/hitsmodel.h"
#include "ui/reader/openhitsmodel.h"
#include "ui/reader/siderows.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace yaodian::ui {

/// Searching in this document or in all open ones: the field, how it is searched, how many were found, and every hit
/// with the words around it.
class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    SearchPanel(Finder &finder, Theme &theme, QWidget *parent);
    ~SearchPanel() override;
    /// What searches all open documents; without it there is only this one. `shown`: the document of this view.
    void setOpenSearch(OpenSearch *open, std::function<DocumentRef()> shown);
    /// Takes the keys. `wide`: in all open documents.
    void start(bool wide);
    /// Stands as in the view that this search was begun in, if it still goes.
    void takeOver(const pdf::SearchQuery &query);
    void end(); ///< of all documents; of this one it is the finder's to say
    [[nodiscard]] bool isWide() const { return m_openHits; } ///< it is all documents' hits that are listed

Q_SIGNALS:
    void accepted(); ///< Enter: on to the page
    void left();     ///< Esc: the search is over
    void givenUp();  ///< the search of all documents goes on in another view

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
    void setWide(bool wide);
    void setQuery(const pdf::SearchQuery &query);
    bool goTo(const QModelIndex &row);
    void toList();
    bool key(const QObject *watched, int key);
    [[nodiscard]] QToolButton *toggleOf(const QEvent &event) const;
    [[nodiscard]] pdf::SearchQuery query() const;

    Finder &m_finder;
    Theme &m_theme;
    QLineEdit *m_edit;
    QToolButton *m_regex;
    QToolButton *m_words;
    QToolButton *m_case;
    QToolButton *m_all;
    QLabel *m_summary;
    SideList *m_list;
    HitsModel *m_hits;
    QPointer<OpenSearch> m_open;
    OpenHitsModel *m_openHits = nullptr;
    std::function<DocumentRef()> m_shown;
    QTimer m_pause;
    int m_scrolledTo = -1;
};

} // namespace yaodian::ui
