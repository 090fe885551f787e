#pragma once

#include "ui/reader/feature.h"

#include <QImage>
#include <QPointer>

class QMouseEvent;

namespace yaodian::ui {

/// A picture of an area: a rectangle drawn with the mouse (Alt and drag, or after the key), or moved and sized by
/// keys. It goes to the clipboard at once; one key more writes it to a file.
class Area final : public QObject, public ReaderFeature, public PageOverlay
{
    Q_OBJECT

public:
    explicit Area(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;
    bool key(QKeyEvent *event) override;
    bool stepBack() override;
    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void start();
    void leave();
    bool press(const QMouseEvent &event);
    bool drag(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool moveBy(const QKeyEvent &event);
    void take();
    void taken(const QImage &picture, int page);
    void save();
    void write(const QString &path);
    [[nodiscard]] QPointF within(QPoint viewPosition) const;
    [[nodiscard]] Box areaOf(const QRect &onView) const;
    [[nodiscard]] bool isWorthAPicture() const;

    ReaderContext m_context;
    QPointer<pdf::Document> m_document;
    bool m_active = false;
    bool m_dragging = false;
    bool m_byKey = false; ///< a rectangle stands there until Enter
    int m_page = -1;
    QPointF m_from;
    Box m_area;
    QImage m_picture; ///< can be saved with the next key
    int m_pictureOf = 0;
};

} // namespace yaodian::ui
