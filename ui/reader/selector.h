#pragma once

#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pagetexts.h"
#include "ui/reader/pageview.h"
#include "ui/reader/selection.h"

#include <QObject>

#include <functional>
#include <optional>

namespace yaodian::ui {

/// Selecting with mouse and keys on the page view, in reading order.
class Selector final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    Selector(PageView &view, PageTexts &texts, Theme &theme, QObject *parent);

    [[nodiscard]] bool isSelecting() const { return m_selection.isActive(); }
    [[nodiscard]] bool isEmpty() const { return m_selection.isEmpty(); }
    /// What is selected, page by page in reading order. Pages whose text is not here are missing.
    [[nodiscard]] QList<PageStretch> spread() const;
    /// The first page of the selection whose text is not here (yet); it is asked for.
    [[nodiscard]] std::optional<int> missingPage();
    [[nodiscard]] const Selection &selection() const { return m_selection; }
    /// The words as a person would copy them, joined over page breaks too; empty without a selection.
    [[nodiscard]] QString quote() const;
    void clear();
    /// Begins to select by key: behind `after` if that is in view, else at the last click, else at the first line.
    void startAtView(const PageSpot &after);
    void select(int page, pdf::TextRange range);
    void select(Caret anchor, Caret head); ///< where the texts are here
    void move(pdf::Motion motion, int times);
    /// Takes the paragraph whole in which the moving end stands, also where a page break divides it; again: the next
    /// one too.
    void takeParagraph();
    void swapEnds();

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void changed();
    void clicked(const yaodian::ui::PageSpot &spot); ///< a press and release without a drag between

private:
    void press(const PageSpot &spot, int clicks, Qt::KeyboardModifiers modifiers);
    void drag(const PageSpot &spot);
    void release();
    /// Makes a step onto the next page, or the one before, and `times - 1` more.
    void moveOver(pdf::Motion motion, int times);
    void moveHead(Caret to, bool alone);
    void takeRestOfParagraph(int page);
    void takeBeginningOfParagraph(int page);
    void setTo(Caret anchor, Caret head);
    void showHead();
    [[nodiscard]] bool isInView(const PageSpot &spot) const;
    /// Runs `then` with the text of a page, unless the selection is another one by then.
    void withText(int page, std::function<void(const pdf::PageText &)> then);

    PageView &m_view;
    PageTexts &m_texts;
    Theme &m_theme;
    Selection m_selection;
    PageSpot m_pressed;
    PageSpot m_lastClick;
    PageSpot m_draggedTo;
    bool m_dragged = false;
    bool m_down = false; ///< the mouse button
};

} // namespace yaodian::ui
