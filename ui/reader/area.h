#pragma once

#include "library/values.h"
#include "ui/reader/feature.h"
#include "ui/reader/snapshot.h"

#include <QImage>
#include <QPointer>

class QMouseEvent;

namespace yaodian::ui {

class Marking;
class Markings;
class NotesPanel;

/// An area of a page: a rectangle drawn with the mouse (Alt and drag, or after the key), or moved and sized by keys. A
/// picture of it goes to the clipboard at once; one key more highlights it, puts the picture into the note or writes it
/// to a file. The area of a highlight is moved and sized in the same way.
class Area final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    Area(const ReaderContext &context, Marking &marking, Markings &markings, NotesPanel &panel);

    /// The area of a highlight, by keys until Enter …
    void adjust(const library::Highlight &highlight);
    /// … or by the mouse, which holds its first corner or the last.
    void dragCorner(const library::Highlight &highlight, bool first);

    void setDocument(pdf::Document *document) override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void start();
    void begin(int page, const Box &area);
    void leave();
    void forget(); ///< what was taken, and can be done with it
    bool press(const QMouseEvent &event);
    bool drag(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool moveBy(const QKeyEvent &event);
    void take();
    void taken(const QImage &picture, int page);
    void offer(const QString &what);
    bool offered(const QKeyEvent &event);
    void toNote();
    void render(Fineness fineness, std::function<void(const QImage &)> done);
    void save();
    void write(const QString &path);
    [[nodiscard]] QPointF within(QPoint viewPosition) const;
    [[nodiscard]] Box areaOf(const QRect &onView) const;
    [[nodiscard]] bool isWorthAPicture() const;

    ReaderContext m_context;
    Marking &m_marking;
    Markings &m_markings;
    NotesPanel &m_panel;
    QPointer<pdf::Document> m_document;
    bool m_active = false;
    bool m_dragging = false;
    bool m_byKey = false; ///< a rectangle stands there until Enter
    int m_page = -1;
    QPointF m_from;
    Box m_area;
    std::optional<library::HighlightId> m_adjusted; ///< whose area it is
    bool m_offered = false;                         ///< the area was taken, and the next key can do more with it
    bool m_kindFollows = false;                     ///< h: the next one is a kind's
    QImage m_picture;                               ///< can be saved with the next key
    int m_pictureOf = 0;
};

} // namespace yaodian::ui
