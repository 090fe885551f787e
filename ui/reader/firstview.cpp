#include "ui/reader/firstview.h"

#include "ui/reader/places.h"

#include <QStringList>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize UsualSize(869, 869);
const auto Key = u"viewport"_s;
const auto FlowKey = u"flow"_s;

} // namespace

void keepViewport(Settings &settings, const Viewport &viewport)
{
    if (viewport.size.isEmpty() || lastViewport(settings) == viewport)
        return;
    settings.setState(
        Key, u"%1 %2 %3"_s.arg(viewport.size.width()).arg(viewport.size.height()).arg(viewport.ratio, 0, 'f', 4));
}

Viewport lastViewport(const Settings &settings)
{
    const QStringList words = settings.state(Key).toString().split(u' ');
    const QSize size(words.value(0).toInt(), words.value(1).toInt());
    const double ratio = words.value(2).toDouble();
    return size.isEmpty() || ratio <= 0 ? Viewport{UsualSize, 1} : Viewport{size, ratio};
}

Flow usualFlow(const Settings &settings)
{
    const int flow = settings.state(FlowKey).toInt();
    return flow >= 0 && flow <= int(Flow::TwoPage) ? Flow(flow) : Flow::Continuous;
}

void keepUsualFlow(Settings &settings, Flow flow)
{
    settings.setState(FlowKey, int(flow));
}

pdf::FirstView expectedView(Settings &settings, const QString &path)
{
    Places places(settings);
    places.setDocument(places.lastKnown(path));
    return [viewport = lastViewport(settings), last = places.last(),
            flow = usualFlow(settings)](const QList<pdf::PageInfo> &pages) {
        PageLayout layout;
        layout.setView(viewport.size, viewport.ratio);
        layout.setPages(pages);
        const bool known = last && last->place.page < pages.size();
        layout.setMode(known ? last->mode : ViewMode{Fit::Width, 0, flow, 0, {}});
        const PagePlace place = known ? last->place : PagePlace();
        layout.setSingle(place.page);
        const double lowest = std::max(0.0, layout.size().height() - viewport.size.height());
        const double top = known ? std::min(layout.positionOf(place).y(), lowest) : 0;
        QList<pdf::FirstPage> seen;
        for (const int page : layout.pagesIn(top, top + viewport.size.height()))
            seen << pdf::FirstPage{page, layout.scale(page) * viewport.ratio};
        return seen;
    };
}

} // namespace yaodian::ui
