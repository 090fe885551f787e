#include "ui/reader/readerview_p.h"

// Where one arrives in a document: a page, a highlight, what was found, what the reader wrote beside it.
namespace yaodian::ui {

/// One of another document may have to be looked for first.
void ReaderView::Private::showStart()
{
    if (startHighlight && (markings->show(*startHighlight) || review->show(*startHighlight)))
        startHighlight.reset();
}

/// Not where somebody has gone on to another place meanwhile.
void ReaderView::Private::showWritten()
{
    const auto hit = std::exchange(startWritten, std::nullopt);
    const QWidget *focus = q->window()->focusWidget();
    if (!hit || panel->paper() != hit->paper || !q->isVisible() || (focus && !q->isAncestorOf(focus)))
        return;
    panel->show();
    panel->goTo(*hit);
}

void ReaderView::Private::showHighlight(library::HighlightId id)
{
    if (!markings->show(id) && !review->show(id))
        Q_EMIT q->highlightWanted(id);
}

void ReaderView::showHit(const pdf::SearchQuery &query, const pdf::SearchHit &hit)
{
    if (!d->document || !d->document->isOpen()) {
        d->startHit = {query, hit};
        return;
    }
    d->leavePlace();
    d->showHit(query, hit);
}

void ReaderView::showWritten(const library::Hit &hit)
{
    d->startWritten = hit;
    if (d->restLoaded || !d->document)
        d->showWritten();
}

void ReaderView::goToPage(int page)
{
    d->jump({page, 0});
}

void ReaderView::goToHighlight(library::HighlightId id)
{
    if (!d->markings->show(id) && !d->review->show(id))
        d->startHighlight = id;
}

} // namespace yaodian::ui
