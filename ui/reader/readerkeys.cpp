#include "ui/reader/readerview_p.h"

#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineStep = 60; ///< logical pixels: about three lines

QString tipOf(const library::Highlight &highlight)
{
    QStringList lines;
    if (!highlight.comment.isEmpty())
        lines << highlight.comment;
    if (!highlight.tags.isEmpty())
        lines << u'#' + highlight.tags.join(u" #"_s);
    return lines.join(u'\n');
}

} // namespace

void ReaderView::Private::bindMoves()
{
    const auto scroll = [this](const char *id, int dx, int dy) {
        commands.bind(id, q, [this, dx, dy](std::optional<int> count) {
            const int times = count.value_or(1);
            pages->scrollBy(dx * times, dy * times);
        });
    };
    scroll("reader.left", -LineStep, 0);
    scroll("reader.right", LineStep, 0);
    scroll("reader.down", 0, LineStep);
    scroll("reader.up", 0, -LineStep);
    const auto half = [this](const char *id, int direction) {
        commands.bind(id, q, [this, direction](std::optional<int>) {
            pages->scrollBy(0, direction * pages->viewport()->height() / 2);
        });
    };
    half("reader.halfDown", 1);
    half("reader.halfUp", -1);
    commands.bind("reader.pageDown", q, [this](std::optional<int> count) { pages->turnPages(count.value_or(1)); });
    commands.bind("reader.pageUp", q, [this](std::optional<int> count) { pages->turnPages(-count.value_or(1)); });
    commands.bind("reader.first", q, [this](std::optional<int> count) { goToPageNumber(count.value_or(1)); });
    commands.bind("reader.last", q,
                  [this](std::optional<int> count) { goToPageNumber(count.value_or(pages->layoutOfPages().count())); });
    commands.bind("reader.mark", q, [this](std::optional<int> letter) {
        const bool set = places.setMark(QChar(letter.value_or('a')), pages->place());
        Q_EMIT q->message(set ? ReaderView::tr("Mark %1 is set here.").arg(QChar(letter.value_or('a')))
                              : ReaderView::tr("A mark can be set once the file has been read."));
    });
    commands.bind("reader.jump", q, [this](std::optional<int> letter) {
        if (const auto place = places.mark(QChar(letter.value_or('a'))))
            jump(*place);
        else
            Q_EMIT q->message(ReaderView::tr("There is no mark %1.").arg(QChar(letter.value_or('a'))));
    });
    commands.bind("history.back", q, [this](std::optional<int>) {
        if (!q->isVisible())
            return; // nobody sees what would change
        if (const auto entry = history.back({shown(), pages->place()}))
            go(*entry);
    });
    commands.bind("history.forward", q, [this](std::optional<int>) {
        if (!q->isVisible())
            return;
        if (const auto entry = history.forward({shown(), pages->place()}))
            go(*entry);
    });
}

void ReaderView::Private::bindZoom()
{
    commands.bind("reader.zoomIn", q, [this](std::optional<int>) { pages->zoomBy(1.15); });
    commands.bind("reader.zoomOut", q, [this](std::optional<int>) { pages->zoomBy(1 / 1.15); });
    commands.bind("reader.fitWidth", q, [this](std::optional<int>) { pages->setZoom(Fit::Width); });
    commands.bind("reader.fitPage", q, [this](std::optional<int>) { pages->setZoom(Fit::Page); });
    commands.bind("pane.next", q, [this](std::optional<int>) { nextPane(1); });
    commands.bind("pane.previous", q, [this](std::optional<int>) { nextPane(-1); });
    commands.bind("reader.close", q, [this](std::optional<int>) { Q_EMIT q->closed(); });
    commands.bind("go.back", q, [this](std::optional<int>) { stepBack(); });
}

/// What is beside the pages is read when they have come to rest, or as soon as somebody wants to write there.
void ReaderView::Private::showPanel()
{
    if (panel->paper() != paper)
        loadMarks();
    panel->show();
}

void ReaderView::Private::bindMarks()
{
    commands.bind("reader.outline", q, [this](std::optional<int>) { toggleOutline(); });
    commands.bind("reader.hints", q, [this](std::optional<int>) {
        if (!links->startHints())
            Q_EMIT q->message(ReaderView::tr("There is no link in view."));
    });
    const auto step = [this](const char *id, int direction) {
        commands.bind(id, q, [this, direction](std::optional<int> count) {
            if (!markings->showNext(direction * count.value_or(1)))
                Q_EMIT q->message(direction > 0 ? ReaderView::tr("No highlight further on.")
                                                : ReaderView::tr("No highlight before."));
        });
    };
    step("reader.nextHighlight", 1);
    step("reader.previousHighlight", -1);
    for (const char *id : {"reader.comment", "select.comment"})
        commands.bind(id, q, [this](std::optional<int>) { marking->comment(); });
    commands.bind("reader.tags", q, [this](std::optional<int>) { marking->tags(); });
    for (const char *id : {"reader.evidence", "select.evidence"})
        commands.bind(id, q, [this](std::optional<int> point) { marking->evidence(point.value_or(0)); });
    for (const char *id : {"reader.points", "reader.evidenceChoose", "select.evidenceChoose"})
        commands.bind(id, q, [this](std::optional<int>) {
            showPanel();
            panel->focusPoints();
        });
    for (const char *id : {"reader.point", "select.point"})
        commands.bind(id, q, [this](std::optional<int>) {
            showPanel();
            marking->point();
        });
    commands.bind("reader.removeHighlight", q, [this](std::optional<int>) { marking->remove(); });
    commands.bind("reader.preview", q, [this](std::optional<int>) {
        showPanel();
        panel->togglePreview();
    });
    commands.bind("reader.versions", q, [this](std::optional<int>) {
        showPanel();
        panel->showVersions();
    });
    commands.bind("reader.note", q, [this](std::optional<int>) {
        showPanel();
        panel->focusNote();
    });
}

void ReaderView::Private::bindSelection()
{
    using pdf::Motion;
    const auto motion = [this](const char *id, Motion how) {
        commands.bind(id, q, [this, how](std::optional<int> count) { selector->move(how, count.value_or(1)); });
    };
    motion("select.nextWord", Motion::NextWord);
    motion("select.previousWord", Motion::PreviousWord);
    motion("select.nextSentence", Motion::NextSentence);
    motion("select.previousSentence", Motion::PreviousSentence);
    motion("select.nextParagraph", Motion::NextParagraph);
    motion("select.previousParagraph", Motion::PreviousParagraph);
    motion("select.nextLine", Motion::NextLine);
    motion("select.previousLine", Motion::PreviousLine);
    motion("select.nextChar", Motion::NextChar);
    motion("select.previousChar", Motion::PreviousChar);
    commands.bind("reader.select", q, [this](std::optional<int>) { startSelecting(); });
    commands.bind("select.paragraph", q, [this](std::optional<int>) { selector->takeParagraph(); });
    commands.bind("select.otherEnd", q, [this](std::optional<int>) { selector->swapEnds(); });
    commands.bind("select.cancel", q, [this](std::optional<int>) { selector->clear(); });
    commands.bind("select.copy", q, [this](std::optional<int>) { marking->copy(); });
    commands.bind("highlight.copy", q, [this](std::optional<int>) { marking->copyQuote(q->title()); });
    for (const char *id : {"select.highlight", "highlight.kind"})
        commands.bind(id, q, [this](std::optional<int> letter) { marking->kindByLetter(QChar(letter.value_or(0))); });
    commands.bind("select.underline", q,
                  [this](std::optional<int> letter) { marking->underlineByLetter(QChar(letter.value_or(0))); });
    commands.bind("highlight.underline", q, [this](std::optional<int>) { marking->toggleUnderline(); });
    commands.bind("select.highlightNumber", q,
                  [this](std::optional<int> number) { marking->kindByNumber(number.value_or(0)); });
}

Place ReaderView::Private::pagesPlace() const
{
    if (selector->isSelecting())
        return Place::Selection;
    return markings->current() ? Place::Highlight : Place::Reader;
}

void ReaderView::Private::placeKeys()
{
    commands.listenTo(pages, pagesPlace());
    Q_EMIT q->selectionChanged(selector->isSelecting());
}

void ReaderView::Private::bindFinding()
{
    commands.bind("reader.find", q, [this](std::optional<int>) { startSearch(false); });
    commands.bind("reader.findAll", q, [this](std::optional<int>) { startSearch(true); });
    const auto step = [this](const char *id, int direction) {
        commands.bind(id, q, [this, direction](std::optional<int> count) {
            if (finder->hits().isEmpty())
                startSearch(search->isWide());
            else
                finder->step(direction * count.value_or(1));
        });
    };
    step("reader.nextHit", 1);
    step("reader.previousHit", -1);
    auto *list = &contents->list();
    commands.bind("side.next", list, [list](std::optional<int>) { list->step(1); });
    commands.bind("side.previous", list, [list](std::optional<int>) { list->step(-1); });
    commands.bind("side.first", list, [list](std::optional<int>) { list->goToRow(0); });
    commands.bind("side.last", list, [list](std::optional<int>) { list->goToRow(list->count() - 1); });
    commands.bind("side.open", list, [list](std::optional<int>) { list->activateCurrent(); });
    commands.bind("side.filter", list, [this](std::optional<int>) { contents->startFilter(); });
}

void ReaderView::Private::startSelecting()
{
    const pdf::SearchHit hit = finder->hits().value(finder->current());
    const bool hitSeen =
        !hit.boxes.isEmpty() && pages->viewport()->rect().intersects(pages->inView(hit.page, hit.boxes.first()));
    if (hitSeen) {
        selector->select(hit.page, hit.range);
        return;
    }
    const auto current = markings->current();
    const Box last = current ? current->boxes.value(current->boxes.size() - 1) : Box();
    selector->startAtView(current ? PageSpot{current->page, {last.right - 0.001, (last.top + last.bottom) / 2}}
                                  : PageSpot());
}

bool ReaderView::Private::key(QKeyEvent *event)
{
    if (links->isHinting()) { // before a feature that knows one of the letters
        links->hintKey(*event);
        return true;
    }
    for (const auto &feature : features)
        if (feature->key(event))
            return true;
    if (locked && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        askPassword(false);
        return true;
    }
    if (event->key() == Qt::Key_Escape && commands.pending().isEmpty()) {
        stepBack();
        return true;
    }
    if (hints->isVisible() && event->modifiers() == Qt::NoModifier && event->text().size() == 1)
        hints->hide();
    return false;
}

bool ReaderView::Private::sideKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (!contents->endFilter())
            pages->setFocus();
        return true;
    }
    if (event->text() == u"t") {
        toggleOutline();
        return true;
    }
    return false;
}

void ReaderView::Private::stepBack()
{
    if (field->isVisible())
        field->cancel();
    else if (std::any_of(features.begin(), features.end(), [](const auto &feature) { return feature->stepBack(); }))
        pages->setFocus();
    else if (selector->isSelecting())
        selector->clear();
    else if (side->currentWidget() == search)
        endSearch();
    else if (markings->current())
        markings->setCurrent(std::nullopt);
    else if (onlyPages) { // with what was called back beside them
        side->hide();
        panel->hide();
    } else
        Q_EMIT q->left();
    hints->hide();
}

void ReaderView::Private::jump(const PagePlace &place)
{
    leavePlace();
    pages->goTo(place);
}

void ReaderView::Private::goToPageNumber(int number)
{
    const int count = pages->layoutOfPages().count();
    if (count > 0)
        jump({std::clamp(number, 1, count) - 1, 0});
}

void ReaderView::Private::follow(const pdf::Link &link)
{
    if (link.page >= 0)
        jump({link.page, link.top});
    else if (!link.uri.isEmpty())
        Q_EMIT q->externalLink(QUrl(link.uri));
    else if (!link.refused.isEmpty())
        Q_EMIT q->message(ReaderView::tr("This link is not followed: %1").arg(link.refused));
}

void ReaderView::Private::clicked(const PageSpot &spot)
{
    if (std::any_of(features.begin(), features.end(), [&](const auto &feature) { return feature->clicked(spot); }))
        return;
    const auto highlight = markings->clickedAt(spot);
    markings->setCurrent(highlight ? std::optional(highlight->id) : std::nullopt);
    if (highlight) {
        hints->say({{{u"{highlight.kind}"_s, u"a…z"_s}, ReaderView::tr("kind")},
                    {{u"{reader.resize}"_s}, ReaderView::tr("move its ends")},
                    {{u"{reader.comment}"_s}, ReaderView::tr("comment")},
                    {{u"{reader.tags}"_s}, ReaderView::tr("tags")},
                    {{u"{reader.evidence}"_s, u"1…9"_s}, ReaderView::tr("evidence")},
                    {{u"{reader.removeHighlight}"_s}, ReaderView::tr("remove")}});
    } else if (const auto link = links->at(spot)) {
        follow(*link);
    }
}

void ReaderView::Private::hovered(const PageSpot &spot)
{
    const auto highlight = markings->at(spot);
    const auto link = links->at(spot);
    const bool onText = spot.page >= 0 && spot.at.x() >= 0 && spot.at.x() <= 1 && spot.at.y() >= 0 && spot.at.y() <= 1;
    std::optional<Hover> over;
    for (auto it = features.begin(); it != features.end() && !over; ++it)
        over = (*it)->hover(spot);
    pages->viewport()->setCursor(over     ? over->cursor
                                 : link   ? Qt::PointingHandCursor
                                 : onText ? Qt::IBeamCursor
                                          : Qt::ArrowCursor);
    const QString says = over ? over->tip : highlight ? tipOf(*highlight) : link ? link->uri : QString();
    pages->viewport()->setToolTip(says.isEmpty() ? QString() : Qt::convertFromPlainText(says));
    if (says.isEmpty())
        QToolTip::hideText();
}

void ReaderView::Private::toggleOutline()
{
    SideList &list = contents->list();
    if (side->isVisible() && side->currentWidget() == contents && list.hasFocus()) {
        side->hide();
        pages->setFocus();
        return;
    }
    side->setCurrentWidget(contents);
    side->show();
    if (!list.currentIndex().isValid())
        list.goToRow(0);
    list.setFocus();
}

void ReaderView::Private::startSearch(bool wide)
{
    side->setCurrentWidget(search);
    side->show();
    leavePlace();
    search->start(wide);
}

/// Of a search that another view has begun.
void ReaderView::Private::showHit(const pdf::SearchQuery &query, const pdf::SearchHit &hit)
{
    side->setCurrentWidget(search);
    side->show();
    q->layout()->activate(); // the hit is brought into view in the pages' new width
    search->takeOver(query);
    finder->show(query, hit);
}

void ReaderView::Private::endSearch()
{
    search->end();
    finder->search({});
    showAtSide(nullptr);
    pages->setFocus();
}

void ReaderView::Private::nextPane(int steps)
{
    const QList<QWidget *> panes{pages, panel->findChild<QWidget *>(u"points"_s),
                                 panel->findChild<QWidget *>(u"note"_s), &contents->list()};
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes.at(i)->hasFocus())
            at = i;
    for (qsizetype tries = 0; tries < panes.size(); ++tries) {
        at = (at + steps + panes.size()) % panes.size();
        if (panes.at(at)->isVisible() && panes.at(at)->isEnabled())
            break;
    }
    panes.at(at)->setFocus();
}

} // namespace yaodian::ui
