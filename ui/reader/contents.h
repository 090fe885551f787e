#pragma once

#include "library/values.h"
#include "pdf/values.h"
#include "ui/reader/pagelayout.h"
#include "ui/reader/siderows.h"

#include <QWidget>

#include <optional>

namespace yaodian::ui {

/// The outline of the document and its highlights by kind. A kind opens and closes on its highlights.
class Contents final : public QWidget
{
    Q_OBJECT

public:
    Contents(Theme &theme, QWidget *parent);

    /// Forgets the document before.
    void clear();
    void setOutline(const QList<pdf::OutlineItem> &outline);
    void setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds);
    /// The section that the view is in is marked.
    void setPlace(const PagePlace &place);
    [[nodiscard]] SideList &list() { return *m_list; }

Q_SIGNALS:
    void placeChosen(const yaodian::ui::PagePlace &place);
    void highlightChosen(yaodian::library::HighlightId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addOutline();
    void addHighlights();
    void markCurrent();
    void choose(QListWidgetItem *item);

    SideList *m_list;
    QList<pdf::OutlineItem> m_outline;
    QList<library::Highlight> m_highlights;
    QList<library::Kind> m_kinds;
    QStringList m_open; ///< keys of kinds whose highlights are listed
    PagePlace m_place;
    bool m_outlineKnown = false;
};

} // namespace yaodian::ui
