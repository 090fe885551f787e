#pragma once

#include "base/geometry.h"
#include "ui/reader/pagelayout.h"

#include <QColor>
#include <QScrollBar>

#include <array>
#include <functional>
#include <vector>

namespace yaodian::ui {

/// A place of the document that the scroll bar tells of.
struct BarMark
{
    int page = 0;
    Box box;
    QColor colour;
};

/// The vertical scroll bar of the pages: small ticks where highlights and the hits of a search are, under the handle.
/// What is marked is asked for when it is next painted, so that saying that it changed costs nothing.
class MarkedBar final : public QScrollBar
{
public:
    enum class Lane { Highlights, Hits };

    MarkedBar(const PageLayout &layout, QWidget *parent);

    void setSource(Lane lane, std::function<QList<BarMark>()> source);
    void marksChanged();  ///< or their colours
    void layoutChanged(); ///< the pages lie elsewhere

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Tick
    {
        QRect where;
        QColor colour;
    };
    void placeTicks();
    void placeTicks(Lane lane, const QRect &groove);

    const PageLayout &m_layout;
    std::array<std::function<QList<BarMark>()>, 2> m_sources;
    std::array<QList<BarMark>, 2> m_marks;
    std::vector<Tick> m_ticks;
    QSize m_placedIn;
    bool m_marksKnown = true;
    bool m_ticksKnown = true;
};

} // namespace yaodian::ui
