#pragma once

#include "library/library.h"
#include "notes/notes.h"
#include "ui/reader/feature.h"
#include "ui/reader/markings.h"
#include "ui/reader/selection.h"

class QMouseEvent;

namespace yaodian::ui {

class Area;
class Marking;

/// The current highlight gets other ends: it becomes the selection again, which the keys of a selection move until
/// Enter; or one of its two handles is dragged. Only on the document it was made on.
class Resizing final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    Resizing(const ReaderContext &context, Marking &marking, Markings &markings, Area &area);

    void setLibrary(library::Library &library, notes::Notes &notes);
    /// The current highlight, by key; where that cannot be, says why.
    void start();

    void setDocument(pdf::Document *document) override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    [[nodiscard]] std::optional<Hover> hover(const PageSpot &spot) const override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The ends of the current highlight, in the coordinates of the viewport or of the layout.
    struct Handles
    {
        QPointF first; ///< the top of its first character
        QPointF last;  ///< the foot of its last one
    };
    void follow();
    void begin(const library::Highlight &highlight, const pdf::PageText &text, std::optional<bool> dragsFirst);
    void leave();
    bool save();
    bool press(const QMouseEvent &event);
    bool drag(const QMouseEvent &event);
    bool release();
    [[nodiscard]] std::optional<Handles> handlesIn(const PageLayout &layout) const;
    /// Which handle lies at a position of the viewport: the first, the last, none.
    [[nodiscard]] std::optional<bool> handleAt(QPointF position) const;

    const ReaderContext m_context;
    Marking &m_marking;
    Markings &m_markings;
    Area &m_area; ///< which areas are moved with
    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    std::optional<library::Highlight> m_own; ///< the current one, where it was made on this document
    std::optional<library::HighlightId> m_resized;
    std::pair<Caret, Caret> m_begun; ///< the ends as they are
    Caret m_held;                    ///< the end that stays while the other is dragged
    bool m_dragging = false;
};

} // namespace yaodian::ui
