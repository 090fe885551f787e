#include "ui/commands/menuopener.h"
#include "ui/notes/kindchoices.h"
#include "ui/reader/readerview_p.h"

#include <algorithm>

// The menus of the pages: on what is selected, on a highlight, elsewhere.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void ReaderView::Private::offerMenus()
{
    new MenuOpener(commands, pages, [this](std::optional<QPoint> at) -> std::optional<MenuSubject> {
        if (!document || !document->isOpen())
            return std::nullopt;
        hints->hide();
        return menuAt(at);
    });
}

/// What is selected stays, and is what the menu is about wherever it is opened: the keys would take it, too.
MenuSubject ReaderView::Private::menuAt(std::optional<QPoint> at)
{
    const PageSpot spot = at ? pages->spotAt(*at) : PageSpot();
    MenuSubject subject;
    subject.choices = [this](const QString &id) { return choicesOf(id); };
    subject.cursor = cursorOfMenu();
    for (const auto &feature : features)
        feature->menuAt(at);
    subject.closed = [this] {
        for (const auto &feature : features)
            feature->menuAt(std::nullopt);
    };
    if (!selector->isEmpty()) {
        subject.place = Place::Selection;
        return subject;
    }
    if (at)
        takeHighlightAt(spot);
    const auto current = markings->current();
    if (current && (!at || markings->covers(*current, spot))) {
        subject.place = Place::Highlight;
        return subject;
    }
    QStringList here; // what only means something at some places of a page
    for (const auto &feature : features)
        here += feature->commandsAt(spot);
    subject.place = Place::Reader;
    subject.fits = [here, canGoBack = history.canGoBack()](const QString &id) {
        const bool needsPlace = id == "reader.peek"_L1 || id == "reader.follow"_L1;
        return id == "history.back"_L1 ? canGoBack : !needsPlace || here.contains(id);
    };
    return subject;
}

/// The one under the mouse is the current one then. Of several that lie there the current one stays.
void ReaderView::Private::takeHighlightAt(const PageSpot &spot)
{
    const auto current = markings->current();
    if (current && markings->covers(*current, spot))
        return;
    if (const auto under = markings->at(spot))
        markings->setCurrent(under->id);
}

QList<MenuChoice> ReaderView::Private::choicesOf(const QString &id)
{
    if (id == "select.highlight"_L1 || id == "highlight.kind"_L1)
        return menuChoicesOf(markings->kinds());
    if (panel->paper() != paper)
        loadMarks(); // as for the panel itself
    constexpr qsizetype mostPoints = 9;
    constexpr int mostLetters = 36;
    QList<MenuChoice> choices;
    const QList<library::Point> &points = panel->points();
    for (qsizetype i = 0; i < std::min(points.size(), mostPoints); ++i) {
        const QString words = points.at(i).text.simplified();
        choices << MenuChoice{
            int(i + 1),
            u"%1  %2"_s.arg(i + 1).arg(words.size() > mostLetters ? words.left(mostLetters).trimmed() + u'…' : words)};
    }
    return choices;
}

/// Below the end of what is selected or highlighted, where it is in view.
QPoint ReaderView::Private::cursorOfMenu() const
{
    const QRect view = pages->viewport()->rect();
    const auto current = markings->current();
    const QList<PageStretch> spread = selector->spread();
    QRect end;
    if (!selector->isEmpty() && !spread.isEmpty()) {
        const PageStretch &last = spread.last();
        const auto text = texts->find(last.page);
        const QList<Box> boxes = text ? pdf::boxesOf(*text, last.range) : QList<Box>();
        end = boxes.isEmpty() ? QRect() : pages->inView(last.page, boxes.last());
    } else if (current && !current->boxes.isEmpty()) {
        end = pages->inView(current->page, current->boxes.last());
    }
    return !end.isNull() && view.contains(end.bottomLeft()) ? end.bottomLeft() + QPoint(0, 4) : view.center();
}

} // namespace yaodian::ui
