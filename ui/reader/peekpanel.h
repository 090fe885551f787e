#pragma once

#include "base/background.h"
#include "pdf/document.h"
#include "ui/base/theme.h"
#include "ui/reader/pageview.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QScrollArea;

namespace yaodian::ui {

/// What a reference leads to, floating beside its line and never over it: its number, its words, and that part of its
/// page.
class PeekPanel final : public QFrame
{
    Q_OBJECT

public:
    PeekPanel(PageView &view, Theme &theme, Background &background);

    void setDocument(pdf::Document *document);
    /// `about`: the line, in the coordinates of the view. The first target is shown.
    void open(const QRect &about, const QList<pdf::Target> &targets);
    [[nodiscard]] pdf::Target target() const { return m_targets.value(m_shown); }
    void step(int targets); ///< around the ends
    /// By lines; false where there is nothing more in that direction.
    bool scroll(int lines);
    [[nodiscard]] bool hasPicture() const;

Q_SIGNALS:
    void chosen(); ///< a click: go there
    void entered();
    void left();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void dress();
    void fill();
    void place();
    void load();
    void showPicture(const QImage &drawn);
    [[nodiscard]] QRectF shownPart() const;
    [[nodiscard]] QSize pictureSize() const;
    [[nodiscard]] QSizeF asTurned(const QSizeF &size) const;
    [[nodiscard]] double pictureScale() const;

    PageView &m_view;
    Theme &m_theme;
    Background &m_background;
    QPointer<pdf::Document> m_document;
    QLabel *m_label;
    QLabel *m_where;
    QLabel *m_words;
    QLabel *m_picture;
    QScrollArea *m_scroll;
    QList<pdf::Target> m_targets;
    QRect m_about;
    int m_shown = 0;
    std::optional<quint64> m_request;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
