#include "ui/reader/lookchoice.h"
#include "ui/reader/readerview_p.h"
#include "ui/reader/references.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RestAtLatestMs = 300; ///< a page that takes longer does not keep the panels empty
constexpr int KeepPlaceMs = 800;
constexpr int NarrowWidth = 1000;
constexpr int KeysLine = 2; ///< logical pixels at the top of one of two side by side

/// Wide enough to be read, and the pages keep the middle of the window to themselves.
int sideWidth(int window)
{
    return std::clamp(window * 14 / 100, 180, 240);
}

int panelWidth(int window)
{
    return std::clamp(window * 25 / 100, 260, 400);
}

} // namespace

ReaderView::Private::Private(ReaderView *view, Commands &keys, Theme &look, Settings &kept, Background &jobs)
    : q(view), commands(keys), theme(look), settings(kept), background(jobs), places(kept)
{
    build();
    connectParts();
    bindMoves();
    bindZoom();
    bindFlow();
    bindMarks();
    bindSelection();
    bindFinding();
    addFeatures();
    offerMenus();
    dress();
}

ReaderView::Private::~Private()
{
    features.clear(); // they hold on to the parts
    keepPlace();
    panel->flush();
}

void ReaderView::Private::build()
{
    side = new QStackedWidget(q);
    pages = new PageView(theme, background, q);
    texts = new PageTexts(q);
    // In the order in which they lie over the page: hits and highlights below the selection.
    markings = new Markings(*pages, theme, q);
    finder = new Finder(*pages, theme, q);
    selector = new Selector(*pages, *texts, theme, q);
    links = new Links(*pages, theme, q);
    contents = new Contents(commands, theme, side);
    search = new SearchPanel(*finder, theme, side);
    panel = new NotesPanel(commands, theme, q);
    hints = new HintBar(commands, theme, pages->viewport());
    field = new InlineField(theme, pages->viewport());
    marking = new Marking({*pages, *texts, *selector, *markings, *panel, *hints, *field, commands}, q);
    carrying = new Carrying(background, q);
    imaging = new Imaging(q);
    side->addWidget(contents);
    side->addWidget(search);
    auto *row = new QHBoxLayout(q);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(pages, 1);
    row->addWidget(panel);
    keeping.setSingleShot(true);
    keeping.setInterval(KeepPlaceMs);
    restAtLatest.setSingleShot(true);
    restAtLatest.setInterval(RestAtLatestMs);
    commands.listenTo(pages, Place::Reader);
    commands.listenTo(&contents->list(), Place::Sidebar);
    pages->installEventFilter(q); // after the commands, so that it is asked first
    contents->list().installEventFilter(q);
    q->setFocusProxy(pages);
}

void ReaderView::Private::connectParts()
{
    connect(pages, &PageView::sharp, q, &ReaderView::sharp);
    connect(pages, &PageView::settled, q, [this] { pagesSettled(); });
    connect(pages, &PageView::moved, q, [this] { pagesMoved(); });
    connect(pages, &PageView::hovered, q, [this](const PageSpot &spot) { hovered(spot); });
    connect(selector, &Selector::clicked, q, [this](const PageSpot &spot) { clicked(spot); });
    connect(selector, &Selector::changed, q, [this] { placeKeys(); });
    connect(markings, &Markings::currentChanged, q, [this] { placeKeys(); });
    connect(links, &Links::chosen, q, [this](const pdf::Link &link) { follow(link); });
    connect(contents, &Contents::placeChosen, q, [this](const PagePlace &place) {
        jump(place);
        pages->setFocus();
    });
    const auto show = [this](library::HighlightId id) {
        leavePlace();
        showHighlight(id);
        pages->setFocus();
    };
    connect(contents, &Contents::highlightChosen, q, show);
    connect(panel, &NotesPanel::evidenceActivated, q, show);
    connect(carrying, &Carrying::carried, q, [this](const QList<library::Placement> &found) { carried(found); });
    connect(carrying, &Carrying::failed, q, &ReaderView::message);
    connect(imaging, &Imaging::failed, q, &ReaderView::message);
    connect(panel, &NotesPanel::evidenceAsked, q, [this](int point) {
        marking->evidence(point);
        pages->setFocus();
    });
    connect(panel, &NotesPanel::left, q, [this] {
        arrange();
        pages->setFocus();
    });
    connect(panel, &NotesPanel::paperAsked, q, &ReaderView::paperAsked);
    connect(panel, &NotesPanel::webAsked, q, &ReaderView::externalLink);
    connect(panel, &NotesPanel::keyPlaceChanged, q, &ReaderView::keyPlaceChanged);
    connect(panel, &NotesPanel::saved, q, &ReaderView::saved);
    connect(panel, &NotesPanel::typing, q, &ReaderView::typing);
    connect(panel, &NotesPanel::allSaved, q, &ReaderView::allSaved);
    connect(panel, &NotesPanel::notSaved, q, &ReaderView::notSaved);
    connect(panel, &NotesPanel::message, q, &ReaderView::message);
    connect(marking, &Marking::saved, q, &ReaderView::saved);
    connect(marking, &Marking::message, q, &ReaderView::message);
    connect(marking, &Marking::refreshed, q, [this] {
        contents->setHighlights(onceEach(markings->highlights()), markings->kinds(), review ? review->openCount() : 0);
    });
    connect(field, &InlineField::closed, pages, qOverload<>(&QWidget::setFocus));
    connect(search, &SearchPanel::accepted, pages, qOverload<>(&QWidget::setFocus));
    connect(search, &SearchPanel::left, q, [this] { endSearch(); });
    connect(search, &SearchPanel::givenUp, q, [this] {
        finder->search({});
        if (side->currentWidget() == search)
            showAtSide(nullptr);
    });
    connect(q, &ReaderView::onlyPages, q, [this](bool on) {
        onlyPages = on;
        if (!on && compact)
            arrange();
    });
    connect(&theme, &Theme::changed, q, [this] { dress(); });
    connect(&keeping, &QTimer::timeout, q, [this] { keepPlace(); });
    connect(&restAtLatest, &QTimer::timeout, q, [this] { loadMarks(); });
}

void ReaderView::Private::addFeatures()
{
    const ReaderContext context{
        *q,
        *pages,
        *texts,
        theme,
        background,
        commands,
        [this] { return ask; },
        [this](const PagePlace &place) { jump(place); },
        [this](const QString &sentence) { Q_EMIT q->message(sentence); },
        [this](QWidget *wanted) { showAtSide(wanted); },
        *hints,
        *links,
        {side, panel},
        *selector,
    };
    features = makeFeatures(context);
    auto reviewing = std::make_unique<Review>(context, *marking, *markings);
    review = reviewing.get();
    // Those before it have keys of their own while something of them is open, which it would take.
    const auto place = std::find_if(features.begin(), features.end(), [](const auto &feature) {
        return dynamic_cast<const References *>(feature.get()) != nullptr;
    });
    features.insert(place, std::move(reviewing));
    auto written = std::make_unique<Annotations>(context, *marking);
    annotations = written.get();
    features.push_back(std::move(written));
    auto area = std::make_unique<Area>(context, *marking, *markings, *panel);
    auto ends = std::make_unique<Resizing>(context, *marking, *markings, *area);
    resizing = ends.get();
    features.insert(features.begin(), std::move(area));
    features.insert(features.begin(), std::move(ends));
    auto story = std::make_unique<HighlightHistory>(context, *marking, *markings);
    highlightHistory = story.get();
    features.push_back(std::move(story));
}

void ReaderView::Private::showAtSide(QWidget *wanted)
{
    if (wanted && side->indexOf(wanted) < 0)
        side->addWidget(wanted);
    side->setCurrentWidget(wanted ? wanted : contents);
    side->setVisible(wanted || !(onlyPages || narrow || compact));
}

/// What stands beside the pages without having been asked for.
void ReaderView::Private::arrange()
{
    if (onlyPages)
        return;
    side->setVisible(!(narrow || compact) || side->currentWidget() == search);
    panel->setVisible(!compact);
}

void ReaderView::Private::dress()
{
    pages->setLook(chosenLook(settings, theme.colours().dark));
    q->update();
}

/// Leaves the document that was shown; what the reader wrote in its note is saved first.
void ReaderView::Private::pagesMoved()
{
    if (links->isHinting())
        links->endHints();
    hints->place();
    for (const auto &feature : features)
        feature->moved();
    contents->setPlace(pages->place());
    if (q->status() != lastStatus) {
        lastStatus = q->status();
        Q_EMIT q->statusChanged(lastStatus);
    }
    keeping.start();
    if (!restLoaded || !pages->isSettled())
        return;
    const QList<int> visible = pages->visiblePages();
    for (const int page : visible)
        texts->want(page);
    links->want(visible);
}

void ReaderView::Private::keepPlace()
{
    keeping.stop();
    if (!document || !document->isOpen())
        return;
    const auto last = places.last();
    places.keepLast({pages->place(), onlyPages && last ? last->mode : pages->layoutOfPages().mode()});
    if (!compact && !onlyPages) // how large the pages are when a document is opened
        keepViewport(settings, {pages->viewport()->size(), pages->devicePixelRatioF()});
}

void ReaderView::Private::retitle()
{
    const QString title = q->title();
    if (title == q->accessibleName())
        return;
    q->setAccessibleName(title);
    Q_EMIT q->titleChanged(title);
}

ReaderView::ReaderView(Commands &commands, Theme &theme, Settings &settings, Background &background, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"reader"_s);
    d = std::make_unique<Private>(this, commands, theme, settings, background);
}

ReaderView::ReaderView(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme,
                       Settings &settings, Background &background, QWidget *parent)
    : ReaderView(commands, theme, settings, background, parent)
{
    setLibrary(library, notes);
}

ReaderView::~ReaderView()
{
    d.reset(); // saves what was typed; what cannot be saved is said, while there is somebody who says it
    const QList<QObject *> parts = findChildren<QObject *>();
    for (const QObject *part : parts) // they go after this, and try once more
        disconnect(part, nullptr, this, nullptr);
}

void ReaderView::setLibrary(library::Library &library, notes::Notes &notes)
{
    d->library = &library;
    d->panel->setLibrary(library, notes);
    d->marking->setLibrary(library, notes);
    d->carrying->setLibrary(library);
    d->imaging->setLibrary(library);
    d->review->setLibrary(library, notes);
    d->highlightHistory->setLibrary(library, notes);
    d->annotations->setLibrary(library, notes);
    d->resizing->setLibrary(library, notes);
}

void ReaderView::open(const library::Document &document, library::PaperId paper, std::optional<int> page,
                      std::optional<library::HighlightId> highlight, std::shared_ptr<pdf::Ahead> ahead)
{
    const auto marked = highlight && d->library ? d->library->highlight(*highlight) : std::nullopt;
    if (marked && marked->document == document.sha256) {
        page = marked->page;
    } else if (marked) {
        const auto placed = d->library->placement(marked->id, document.sha256);
        if (placed && !placed->spots.isEmpty())
            page = placed->spots.first().page;
    }
    const auto start = page ? std::optional(PagePlace{*page, 0}) : std::nullopt;
    const DocumentRef wanted{paper, document.sha256, document.path};
    if (d->document && d->document->isOpen() && d->sha256 == document.sha256 && d->paper == paper) {
        if (highlight)
            goToHighlight(*highlight);
        else if (start)
            d->jump(*start);
        return;
    }
    d->leavePlace();
    d->open(wanted, start, std::move(ahead));
    d->startHighlight = highlight;
}

void ReaderView::openWithout(library::PaperId paper, const QString &sentence)
{
    d->leavePlace();
    d->clear();
    d->path.clear();
    d->paper = paper;
    d->sha256.clear();
    d->startHighlight.reset();
    d->startWritten.reset();
    d->pages->setNotice(sentence);
    d->loadMarks();
    Q_EMIT statusChanged(status());
}

void ReaderView::openPath(const QString &path, std::shared_ptr<pdf::Ahead> ahead, std::optional<int> page)
{
    d->leavePlace();
    d->open({{}, {}, path}, page ? std::optional(PagePlace{*page, 0}) : std::nullopt, std::move(ahead));
}

void ReaderView::attach(const library::Document &document, library::PaperId paper)
{
    d->paper = paper;
    d->sha256 = document.sha256;
    d->named(document.sha256);
    if (d->restLoaded)
        d->loadMarks();
}

void ReaderView::setStore(std::shared_ptr<PageStore> store)
{
    d->pages->setStore(std::move(store));
}

void ReaderView::setAsk(Ask &ask)
{
    d->ask = &ask;
}

void ReaderView::setCompact(bool compact)
{
    if (d->compact == compact)
        return;
    d->compact = compact;
    layout()->setContentsMargins(0, compact ? KeysLine : 0, 0, 0);
    d->arrange();
}

void ReaderView::setHasKeys(bool has)
{
    if (d->hasKeys == has)
        return;
    d->hasKeys = has;
    update();
}

void ReaderView::setOpenSearch(OpenSearch *search)
{
    d->search->setOpenSearch(search, [this] { return d->shown(); });
}

pdf::Document *ReaderView::document() const
{
    return d->document.get();
}

void ReaderView::saveTyped()
{
    d->panel->flush();
}

void ReaderView::keepTyped()
{
    d->field->leave();
    d->panel->keepTyped();
}

bool ReaderView::isStuck() const
{
    return d->panel->isStuck() || d->field->isStuck();
}

bool ReaderView::isBusy() const
{
    return !d->field->isHidden() || d->panel->isWriting() || isStuck() ||
           std::any_of(d->features.cbegin(), d->features.cend(), [](const auto &feature) { return feature->isBusy(); });
}

void ReaderView::setBefore(const HistoryEntry &entry)
{
    d->history.leave(entry);
}

DocumentRef ReaderView::shown() const
{
    return d->shown();
}

PagePlace ReaderView::place() const
{
    return d->pages->place();
}

void ReaderView::openAt(const HistoryEntry &entry)
{
    d->go(entry);
}

library::PaperId ReaderView::paper() const
{
    return d->paper;
}

QString ReaderView::sha256() const
{
    return d->sha256;
}

QString ReaderView::path() const
{
    return d->path;
}

bool ReaderView::isLoose() const
{
    return d->loose;
}

void ReaderView::readAgain()
{
    d->readAgain();
}

QString ReaderView::title() const
{
    if (d->library && !d->paper.isNull()) {
        const auto paper = d->library->paper(d->paper);
        if (paper && !paper->title.isEmpty())
            return paper->title;
    }
    const QString own = d->document && d->document->isOpen() ? d->document->info().title.simplified() : QString();
    return own.isEmpty() ? QFileInfo(d->path).completeBaseName() : own;
}

QString ReaderView::status() const
{
    const int count = d->pages->layoutOfPages().count();
    return count > 0 ? tr("Page %1 of %2").arg(d->pages->currentPage() + 1).arg(count) : QString();
}

bool ReaderView::hasSelection() const
{
    return d->selector->isSelecting();
}

Place ReaderView::keyPlace() const
{
    return d->panel->keyPlace().value_or(d->pagesPlace());
}

bool ReaderView::isSettled() const
{
    return d->pages->isSettled();
}

void ReaderView::focusPages()
{
    d->pages->setFocus();
}

bool ReaderView::eventFilter(QObject *watched, QEvent *event)
{
    if (d && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == d->pages && d->key(key))
            return true;
        if (watched == &d->contents->list() && d->sideKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ReaderView::resizeEvent(QResizeEvent *event)
{
    // Before the row is laid out, so that the pages get their width once.
    d->side->setFixedWidth(sideWidth(width()));
    d->panel->setFixedWidth(panelWidth(width()));
    if (const bool narrow = width() < NarrowWidth; narrow != d->narrow) {
        d->narrow = narrow; // the pages need the room; t brings the contents back
        d->arrange();
    }
    QWidget::resizeEvent(event);
    d->hints->place();
}

void ReaderView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Colours &c = d->theme.colours();
    painter.fillRect(d->side->geometry(), c.side);
    if (d->compact)
        painter.fillRect(QRect(0, 0, width(), KeysLine), d->hasKeys ? c.accent : c.line);
}

} // namespace yaodian::ui
