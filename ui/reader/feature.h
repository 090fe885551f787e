#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "ui/base/ask.h"
#include "ui/reader/pageview.h"

#include <QCursor>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QKeyEvent;

namespace yaodian::ui {

class Commands;
class HintBar;
class Links;
class PageTexts;
class ReaderView;
class Selector;

/// What the reader gives to its features. It outlives them.
struct ReaderContext
{
    ReaderView &reader;
    PageView &pages;
    PageTexts &texts;
    Theme &theme;
    Background &background;
    Commands &commands;
    std::function<Ask *()> ask;                       ///< nullptr in a reader that nobody can be asked from
    std::function<void(const PagePlace &)> jump;      ///< goes there, and back leads here
    std::function<void(const QString &sentence)> say; ///< in the status line
    std::function<void(QWidget *panel)> showAtSide;   ///< at the left instead of the contents; nullptr: those again
    HintBar &hints;
    Links &links;
    QList<QWidget *> besides; ///< what stands beside the pages: the panels
    Selector &selector;
};

/// What the mouse is over, where a feature knows it.
struct Hover
{
    Qt::CursorShape cursor = Qt::PointingHandCursor;
    QString tip; ///< plain text
};

/// Something the reader can do that needs no other part of it: features hear of what happens in the order in which
/// makeFeatures() lists them, and each may take a key, a click or Esc before those after it.
class ReaderFeature
{
public:
    ReaderFeature() = default;
    virtual ~ReaderFeature() = default;
    Q_DISABLE_COPY_MOVE(ReaderFeature)

    /// The document is open; nullptr: it is left.
    virtual void setDocument(pdf::Document *document) { Q_UNUSED(document) }
    virtual void settled() {} ///< the pages in view are sharp: what can wait begins now
    virtual void moved() {}   ///< another place or zoom
    /// A key before the commands see it; true: taken.
    virtual bool key(QKeyEvent *event)
    {
        Q_UNUSED(event)
        return false;
    }
    virtual bool stepBack() { return false; }                   ///< Esc; true: there was something to leave
    [[nodiscard]] virtual bool isBusy() const { return false; } ///< with what would be lost with the view
    virtual bool clicked(const PageSpot &spot)
    {
        Q_UNUSED(spot)
        return false;
    }
    [[nodiscard]] virtual std::optional<Hover> hover(const PageSpot &spot) const
    {
        Q_UNUSED(spot)
        return std::nullopt;
    }
    /// A menu was opened at this place of the viewport (by key: nowhere): what is meant by the mouse is meant there
    /// until it is closed (nullopt).
    virtual void menuAt(std::optional<QPoint> at) { Q_UNUSED(at) }
    /// Commands of the menu that mean something only at some places, and do at this one.
    [[nodiscard]] virtual QStringList commandsAt(const PageSpot &spot) const
    {
        Q_UNUSED(spot)
        return {};
    }
};

[[nodiscard]] std::vector<std::unique_ptr<ReaderFeature>> makeFeatures(const ReaderContext &context);

} // namespace yaodian::ui
