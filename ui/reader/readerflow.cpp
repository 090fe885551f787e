#include "ui/reader/lookchoice.h"
#include "ui/reader/readerview_p.h"

// What keys do about how the pages are laid out and what they look like.
namespace yaodian::ui {

void ReaderView::Private::bindFlow()
{
    commands.bind("reader.fitContent", q, [this](std::optional<int>) { pages->setZoom(Fit::Content); });
    commands.bind("reader.actualSize", q, [this](std::optional<int>) { pages->setActualSize(); });
    commands.bind("reader.rotate", q, [this](std::optional<int>) { pages->turnView(90); });
    commands.bind("reader.rotateBack", q, [this](std::optional<int>) { pages->turnView(-90); });
    commands.bind("reader.onePage", q, [this](std::optional<int>) { setFlow(Flow::Single); });
    commands.bind("reader.dark", q, [this](std::optional<int>) { turnLook(Look::Dark); });
    commands.bind("reader.sepia", q, [this](std::optional<int>) { turnLook(Look::Sepia); });
    commands.bind("reader.twoPages", q, [this](std::optional<int>) { setFlow(Flow::TwoPage); });
}

/// The same key again leads back to pages one under the other.
void ReaderView::Private::setFlow(Flow wanted)
{
    const Flow flow = pages->layoutOfPages().flow() == wanted ? Flow::Continuous : wanted;
    pages->setFlow(flow);
    keepUsualFlow(settings, flow);
}

void ReaderView::Private::turnLook(Look wanted)
{
    toggleLook(settings, wanted, theme.colours().dark);
    dress();
}

ViewMode ReaderView::Private::modeOfNew() const
{
    ViewMode mode = pages->layoutOfPages().mode();
    mode.flow = usualFlow(settings);
    mode.turn = 0;
    mode.trim = {};
    return mode;
}

} // namespace yaodian::ui
