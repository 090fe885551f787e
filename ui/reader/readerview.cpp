#include "ui/commands/withkeys.h"
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
void ReaderView::Private::clear()
{
    field->cancel(); // what it was about is left
    keepPlace();
    panel->flush();
    restLoaded = false;
    selector->clear();
    hints->hide();
    pages->setDocument(nullptr, {});
    texts->setDocument(nullptr);
    links->setDocument(nullptr);
    imaging->setDocument(nullptr, {}, {});
    finder->setDocument(nullptr);
    for (const auto &feature : features)
        feature->setDocument(nullptr);
    markings->setHighlights({});
    carrying->setDocument(nullptr, {}, {});
    marking->setOutline({});
    contents->clear();
    locked = false;
    renewed.reset();
    document.reset();
}

void ReaderView::Private::show(const QString &file, std::shared_ptr<pdf::Ahead> ahead)
{
    clear();
    path = file;
    take(std::make_unique<pdf::Document>(file, std::move(ahead)));
}

void ReaderView::Private::take(std::unique_ptr<pdf::Document> shown)
{
    document = std::move(shown);
    connect(document.get(), &pdf::Document::opened, q, [this] { documentOpened(); });
    connect(document.get(), &pdf::Document::measured, q, [this] { pages->setPages(document->info().pages); });
    connect(document.get(), &pdf::Document::hashed, q, [this](const QString &hash) { named(hash); });
    connect(document.get(), &pdf::Document::failed, q, [this](const Error &error) { documentFailed(error); });
    connect(document.get(), &pdf::Document::passwordNeeded, q, [this](bool wrong) { askPassword(wrong); });
    connect(document.get(), &pdf::Document::refuses, q, [this](const QStringList &what) {
        Q_EMIT q->message(ReaderView::tr("This PDF asks for what is not done: %1.").arg(what.join(u"; ")));
    });
    retitle();
    if (document->isOpen())
        documentOpened();
}

void ReaderView::Private::open(const DocumentRef &wanted, const std::optional<PagePlace> &start,
                               std::shared_ptr<pdf::Ahead> ahead)
{
    panel->flush();
    if (wanted.paper.isNull() || wanted.paper != panel->paper())
        panel->setPaper({}); // what is typed beside the pages is never of the paper before
    marking->setDocument(wanted.paper, wanted.sha256);
    paper = wanted.paper;
    sha256 = wanted.sha256;
    loose = sha256.isEmpty();
    startPlace = start;
    startHighlight.reset();
    startHit.reset();
    startWritten.reset();
    show(wanted.path, std::move(ahead));
}

void ReaderView::Private::leavePlace()
{
    if (document && document->isOpen())
        history.leave({shown(), pages->place()});
}

void ReaderView::Private::go(const HistoryEntry &entry)
{
    if (document && entry.document.isSame(shown()))
        return pages->goTo(entry.place);
    DocumentRef wanted = entry.document;
    const auto stored = library && !wanted.sha256.isEmpty() ? library->document(wanted.sha256) : std::nullopt;
    const bool own = !stored || stored->path != wanted.path;
    if (own) { // the reader's own file: it may be another one by now
        wanted.paper = {};
        wanted.sha256.clear();
    }
    open(wanted, entry.place, {});
    if (own)
        Q_EMIT q->readAnew(wanted.path); // filed once it is seen
}

/// What is shown stays until the file, as it is now, has been opened: it may be damaged, or half written.
void ReaderView::Private::readAgain()
{
    if (path.isEmpty())
        return;
    renewed = std::make_unique<pdf::Document>(path);
    connect(
        renewed.get(), &pdf::Document::opened, q, [this] { takeRenewed(); }, Qt::QueuedConnection);
    connect(
        renewed.get(), &pdf::Document::passwordNeeded, q, [this] { takeRenewed(); }, Qt::QueuedConnection);
    connect(renewed.get(), &pdf::Document::failed, q, [this](const Error &error) {
        Q_EMIT q->message(
            ReaderView::tr("The file cannot be read as it is now; what was shown before stays. %1").arg(error.message));
    });
}

void ReaderView::Private::takeRenewed()
{
    if (!renewed || renewed->path() != path)
        return;
    if (!field->isHidden() && !locked) { // what is being typed is about what is shown
        const auto once = Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection);
        connect(
            field, &InlineField::closed, q, [this] { takeRenewed(); }, once);
        return;
    }
    auto next = std::move(renewed);
    next->disconnect(q);
    const PagePlace place = pages->place();
    clear();
    if (loose) { // another text than that of the document it was filed as
        panel->setPaper({});
        marking->setDocument({}, {});
        paper = {};
        sha256.clear();
    }
    startPlace = place;
    startHit.reset();
    if (!next->isOpen())
        next = std::make_unique<pdf::Document>(path); // it asks for its password again
    take(std::move(next));
    Q_EMIT q->message(ReaderView::tr("The file was read again."));
    if (loose)
        Q_EMIT q->readAnew(path);
}

void ReaderView::Private::documentOpened()
{
    dress(); // another reader may have chosen another look meanwhile
    locked = false;
    places.setDocument(sha256.isEmpty() ? places.lastKnown(path) : sha256);
    PagePlace start = startPlace.value_or(PagePlace());
    const auto last = places.last();
    if (last && last->place.page < document->info().pages.size()) {
        pages->setMode(last->mode);
        if (!startPlace)
            start = last->place;
    } else {
        pages->setMode(modeOfNew());
    }
    if (startPlace)
        start = *std::exchange(startPlace, std::nullopt);
    const auto hit = std::exchange(startHit, std::nullopt);
    if (hit) {
        history.leave({shown(), start});
        start = {hit->second.page, hit->second.boxes.value(0).top};
    }
    start.page = std::clamp<int>(start.page, 0, std::max<int>(0, int(document->info().pages.size()) - 1));
    // Only the page in view is asked for now; all else waits until it is there.
    pages->setDocument(document.get(), start, sha256);
    texts->setDocument(document.get());
    links->setDocument(document.get());
    finder->setDocument(document.get());
    for (const auto &feature : features)
        feature->setDocument(document.get());
    if (hit)
        showHit(hit->first, hit->second);
    restAtLatest.start();
    retitle();
    pagesMoved();
}

void ReaderView::Private::named(const QString &hash)
{
    places.remember(path, hash);
    pages->setSha256(hash);
    if (places.document() != hash)
        places.setDocument(hash);
}

void ReaderView::Private::documentFailed(const Error &error)
{
    startHit.reset();
    const QString why = ReaderView::tr("This PDF cannot be shown. %1").arg(error.message);
    const QString ways =
        withKeys(commands,
                 ReaderView::tr("{reader.systemViewer} opens it in the system's viewer, {reader.reload} tries again."));
    pages->setNotice(QFileInfo::exists(path) ? why + "\n\n"_L1 + ways : why);
    loadMarks();
    Q_EMIT q->failed(error.message);
}

void ReaderView::Private::askPassword(bool wrong)
{
    locked = true;
    pages->setNotice(ReaderView::tr("This PDF is locked by a password. Enter asks for it."));
    const QRect middle(pages->viewport()->width() / 2 - 210, pages->viewport()->height() / 2, 420, 20);
    field->ask(
        middle, wrong ? ReaderView::tr("That was not the password. Try again.") : ReaderView::tr("Password"), {},
        [this](const QString &password) {
            pages->setNotice({});
            document->unlock(password);
        },
        true);
}

void ReaderView::Private::pagesSettled()
{
    if (!restLoaded)
        QMetaObject::invokeMethod(
            q, [this] { loadRest(); }, Qt::QueuedConnection); // after the paint
    else
        pagesMoved();
    for (const auto &feature : features)
        feature->settled();
    Q_EMIT q->settled();
}

void ReaderView::Private::loadRest()
{
    if (restLoaded || !document || !document->isOpen())
        return;
    restLoaded = true;
    loadMarks();
    document->outline(q, [this](const Result<QList<pdf::OutlineItem>> &outline) {
        contents->setOutline(outline ? *outline : QList<pdf::OutlineItem>());
        marking->setOutline(outline ? *outline : QList<pdf::OutlineItem>());
        contents->setPlace(pages->place());
    });
    pagesMoved();
}

void ReaderView::Private::loadMarks()
{
    restAtLatest.stop();
    if (!library || paper.isNull())
        return;
    marking->setDocument(paper, sha256);
    marking->refresh();
    panel->setPaper(paper);
    retitle();
    review->setPaper(paper, sha256);
    annotations->setPaper(paper, sha256);
    pdf::Document *open = document && document->isOpen() && !sha256.isEmpty() ? document.get() : nullptr;
    carrying->setDocument(open, paper, sha256);
    imaging->setDocument(open, paper, sha256);
    showStart();
    showWritten();
}

void ReaderView::Private::carried(const QList<library::Placement> &found)
{
    marking->refresh();
    const auto placed = std::count_if(found.cbegin(), found.cend(), [](const auto &one) { return one.isPlaced(); });
    const int open = review->openCount();
    const QString all = ReaderView::tr("%n highlight(s) of another version", nullptr, int(found.size()));
    const QString here = ReaderView::tr("%n have their place here", nullptr, int(placed));
    Q_EMIT q->message(
        open > 0 ? withKeys(commands, ReaderView::tr("%1, %2. %3 to review: {reader.review}")).arg(all, here).arg(open)
                 : ReaderView::tr("%1, %2.").arg(all, here));
    showStart();
}

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

ReaderView::~ReaderView() = default;

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

bool ReaderView::isStuck() const
{
    return d->panel->isStuck();
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
