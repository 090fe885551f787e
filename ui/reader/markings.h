#pragma once

#include "library/values.h"
#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pageview.h"

#include <QObject>
#include <QTimer>

namespace yaodian::ui {

/// One that goes over page breaks is there once a page: of each the first.
[[nodiscard]] QList<library::Highlight> onceEach(const QList<library::Highlight> &highlights);

/// The highlights of the shown document: painted over its pages, found by position and by order. One of them can be
/// the current one, which comment, evidence and removal are about.
class Markings final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    Markings(PageView &view, Theme &theme, QObject *parent);

    void setKinds(const QList<library::Kind> &kinds);
    [[nodiscard]] const QList<library::Kind> &kinds() const { return m_kinds; }
    /// In reading order.
    void setHighlights(const QList<library::Highlight> &highlights);
    [[nodiscard]] const QList<library::Highlight> &highlights() const { return m_highlights; }
    [[nodiscard]] std::optional<library::Highlight> at(const PageSpot &spot) const; ///< the topmost
    [[nodiscard]] static bool covers(const library::Highlight &highlight, const PageSpot &spot);
    /// What a click means: the topmost; where the current one lies there, the one below it, and in the end the topmost
    /// again.
    [[nodiscard]] std::optional<library::Highlight> clickedAt(const PageSpot &spot) const;
    [[nodiscard]] std::optional<library::Highlight> find(library::HighlightId id) const;

    void setCurrent(std::optional<library::HighlightId> id);
    [[nodiscard]] std::optional<library::Highlight> current() const;
    /// Is not painted for the moment: something else stands for it.
    void setHidden(std::optional<library::HighlightId> id);
    /// Scrolls to a highlight, makes it the current one and flashes it.
    bool show(library::HighlightId id);
    /// From the current one, else from the place in view; false where there is none further on.
    bool showNext(int steps);

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void currentChanged();

private:
    [[nodiscard]] QList<library::Highlight> allAt(const PageSpot &spot) const; ///< the topmost first
    [[nodiscard]] QList<BarMark> onBar() const;
    [[nodiscard]] library::Kind kindOf(const library::Highlight &highlight) const;

    PageView &m_view;
    Theme &m_theme;
    QList<library::Kind> m_kinds;
    QList<library::Highlight> m_highlights;
    std::optional<library::HighlightId> m_current;
    std::optional<library::HighlightId> m_hidden;
    QTimer m_flash;
};

} // namespace yaodian::ui
