#pragma once

#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pagetexts.h"
#include "ui/reader/pageview.h"
#include "ui/reader/selection.h"

#include <QObject>

namespace yaodian::ui {

/// Selecting with mouse and keys on the page view, in reading order.
class Selector final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    Selector(PageView &view, PageTexts &texts, Theme &theme, QObject *parent);

    [[nodiscard]] bool isSelecting() const { return m_selection.isActive(); }
    [[nodiscard]] bool isEmpty() const { return !isSelecting() || m_selection.range().isEmpty(); }
    [[nodiscard]] int page() const { return m_selection.page(); }
    [[nodiscard]] pdf::TextRange range() const { return m_selection.range(); }
    /// The words as a person would copy them; empty without a selection.
    [[nodiscard]] QString quote() const;
    void clear();
    /// Begins to select by key: behind `after` if that is in view, else at the last click, else at the first line.
    void startAtView(const PageSpot &after);
    void select(int page, pdf::TextRange range);
    void move(pdf::Motion motion, int times);
    void swapEnds();

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void changed();
    void clicked(const yaodian::ui::PageSpot &spot); ///< a press and release without a drag between

private:
    void press(const PageSpot &spot, int clicks, Qt::KeyboardModifiers modifiers);
    void drag(const PageSpot &spot);
    void release();
    void moveOn(pdf::Motion motion);
    void showHead();
    [[nodiscard]] bool isInView(const PageSpot &spot) const;
    [[nodiscard]] int caretOn(const PageSpot &spot, const pdf::PageText &text) const;

    PageView &m_view;
    PageTexts &m_texts;
    Theme &m_theme;
    Selection m_selection;
    PageSpot m_pressed;
    PageSpot m_lastClick;
    bool m_dragged = false;
};

} // namespace yaodian::ui
