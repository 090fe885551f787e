#pragma once

#include "ui/reader/contentsmodel.h"
#include "ui/reader/siderows.h"

#include <QWidget>

class QLineEdit;

namespace yaodian::ui {

class Commands;

/// The outline of the document and its highlights by kind. A kind opens and closes on its highlights; words typed into
/// the field above leave only the rows that have them.
class Contents final : public QWidget
{
    Q_OBJECT

public:
    Contents(const Commands &commands, Theme &theme, QWidget *parent);

    /// Forgets the document before.
    void clear();
    void setOutline(const QList<pdf::OutlineItem> &outline);
    /// `toReview`: how many of other versions the reader has to look at.
    void setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds,
                       int toReview = 0);
    /// The section that the view is in is marked.
    void setPlace(const PagePlace &place);
    [[nodiscard]] SideList &list() { return *m_list; }
    /// Shows the field for words.
    void startFilter();
    /// Without the field; false where there was none.
    bool endFilter();

Q_SIGNALS:
    void placeChosen(const yaodian::ui::PagePlace &place);
    void highlightChosen(yaodian::library::HighlightId id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    bool filterKey(int key);
    void showCurrent();
    void choose(int row);
    template <class Change> void keepingPlace(Change change);

    ContentsModel *m_model;
    QLineEdit *m_filter;
    SideList *m_list;
};

} // namespace yaodian::ui
