#include "ui/shell/readers.h"

#include "ui/reader/places.h"
#include "ui/reader/readerview.h"

#include <QApplication>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// A view is a worker with a document in its memory: more of them than anyone goes back and forth between sleep.
constexpr int MostAwake = 5;
constexpr int MostClosed = 20;

} // namespace

struct Readers::Tab
{
    QSplitter *page = nullptr;      ///< nullptr: asleep
    QList<ReaderView *> views;      ///< one, or two side by side
    ReaderView *last = nullptr;     ///< of these, the one worked in last
    DocumentRef document;           ///< while asleep, like what follows
    std::optional<PagePlace> place; ///< nullopt: where the document was left
    QString title;
    quint64 looked = 0;
};

Readers::Readers(cli::Services &services, Commands &commands, Theme &theme, Ask &ask, QWidget *parent)
    : QWidget(parent), m_services(services), m_commands(commands), m_theme(theme), m_ask(ask),
      m_search(new OpenSearch([this] { return documents(); }, this)), m_stack(new QStackedLayout(this))
{
    connect(m_search, &OpenSearch::chosen, this, &Readers::showHit);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (const auto &one : m_tabs)
            for (ReaderView *view : std::as_const(one->views))
                if (now && view->isAncestorOf(now) && one->last != view) {
                    one->last = view;
                    nameViews();
                    Q_EMIT changed();
                }
    });
}

Readers::~Readers()
{
    m_search->end(); // else it would go on in the files of the views that go
    for (const auto &one : m_tabs)
        leave(*one);
}

/// The place that is kept of a document in two views is that of the one worked in: it goes last.
void Readers::leave(Tab &one)
{
    for (ReaderView *view : std::as_const(one.views))
        if (view != one.last)
            delete view;
    one.views.clear();
}

Readers::Tab *Readers::tab() const
{
    return m_current < 0 ? nullptr : m_tabs[size_t(m_current)].get();
}

ReaderView *Readers::current() const
{
    return tab() ? tab()->last : nullptr;
}

QList<ReaderView *> Readers::views() const
{
    QList<ReaderView *> all;
    for (const auto &one : m_tabs)
        all += one->views;
    return all;
}

QString Readers::titleOf(int at) const
{
    const Tab &one = *m_tabs[size_t(at)];
    const QString title = one.last ? one.last->accessibleName() : one.title; // which keeps its title
    return title.isEmpty() ? tr("Document") : title.simplified();
}

ReaderView *Readers::addView(Tab &one)
{
    auto *view = new ReaderView(m_services.library, m_services.notes, m_commands, m_theme, m_services.settings,
                                m_services.background, one.page);
    one.page->addWidget(view);
    one.views << view;
    one.last = view;
    view->setAsk(m_ask);
    view->setOpenSearch(m_search);
    connect(view, &ReaderView::titleChanged, this, &Readers::changed);
    Q_EMIT made(view);
    return view;
}

void Readers::wake(Tab &one)
{
    one.looked = ++m_tick;
    if (one.page)
        return;
    one.page = new QSplitter(this);
    one.page->setHandleWidth(1);
    one.page->setChildrenCollapsible(false);
    m_stack->addWidget(one.page);
    ReaderView *view = addView(one);
    if (one.document.path.isEmpty())
        return;
    if (one.place)
        return view->openAt({one.document, *one.place});
    library::Document document;
    document.sha256 = one.document.sha256;
    document.path = one.document.path;
    view->open(document, one.document.paper);
}

void Readers::remember(Tab &one) const
{
    if (!one.last)
        return;
    one.document = one.last->shown();
    one.place = one.last->place();
    one.title = one.last->title();
}

/// Of a document that no view shows: where it was left, if `place` is not known.
HistoryEntry Readers::entryOf(const DocumentRef &document, const std::optional<PagePlace> &place) const
{
    Places places(m_services.settings);
    places.setDocument(document.sha256);
    const auto last = places.last();
    return {document, place.value_or(last ? last->place : PagePlace())};
}

void Readers::sleep(Tab &one)
{
    remember(one);
    leave(one);
    one.last = nullptr;
    delete std::exchange(one.page, nullptr);
}

void Readers::restSome()
{
    QList<Tab *> awake;
    for (const auto &one : m_tabs)
        if (one->page &&
            std::none_of(one->views.cbegin(), one->views.cend(), [](auto *view) { return view->isBusy(); }))
            awake << one.get();
    std::sort(awake.begin(), awake.end(), [](const Tab *a, const Tab *b) { return a->looked > b->looked; });
    for (Tab *one : awake.mid(MostAwake))
        sleep(*one);
}

/// The view that counts is the one a test, a script or a screen reader finds as "reader".
void Readers::nameViews()
{
    for (const auto &one : m_tabs)
        for (ReaderView *view : std::as_const(one->views)) {
            view->setObjectName(view == current() ? u"reader"_s : u"readerBehind"_s);
            view->setHasKeys(view == one->last);
        }
}

ReaderView &Readers::here()
{
    if (!tab())
        return inNewTab();
    const bool sleeps = !tab()->page;
    const HistoryEntry before = sleeps ? entryOf(tab()->document, tab()->place) : HistoryEntry();
    tab()->document = {}; // something else is opened in its place
    if (sleeps)
        goToTab(m_current);
    if (sleeps && !before.document.path.isEmpty())
        current()->setBefore(before);
    return *current();
}

ReaderView &Readers::inNewTab()
{
    m_tabs.insert(m_tabs.begin() + (m_current + 1), std::make_unique<Tab>());
    goToTab(m_current + 1);
    return *current();
}

int Readers::tabOf(const DocumentRef &document) const
{
    const auto found = std::find_if(m_tabs.cbegin(), m_tabs.cend(), [&document](const auto &one) {
        return (one->last ? one->last->shown() : one->document).isSame(document);
    });
    return found == m_tabs.cend() ? -1 : int(found - m_tabs.cbegin());
}

bool Readers::goToDocument(const DocumentRef &document, bool opens)
{
    const int at = tabOf(document);
    if (at < 0)
        return false;
    if (Tab &one = *m_tabs[size_t(at)]; !opens && !one.page)
        one.document = {};
    goToTab(at);
    return true;
}

void Readers::goToTab(int at)
{
    if (at < 0 || at >= count())
        return;
    m_current = at;
    wake(*tab());
    m_stack->setCurrentWidget(tab()->page);
    restSome();
    nameViews();
    Q_EMIT changed();
}

void Readers::askToLose(const std::function<void()> &close)
{
    m_ask.warn(window(), tr("What you typed could not be saved yet. Close all the same?"), tr("Close"), close);
}

/// Calls `close` at once where all that was typed in these views can be saved.
void Readers::askFirst(const QList<ReaderView *> &views, const std::function<void()> &close)
{
    for (ReaderView *view : views)
        view->keepTyped();
    if (std::any_of(views.cbegin(), views.cend(), [](const auto *view) { return view->isStuck(); }))
        askToLose(close);
    else
        close();
}

void Readers::closeTab(int at, const std::function<void()> &then)
{
    if (at < 0 || at >= count())
        return;
    const QList<ReaderView *> views = m_tabs[size_t(at)]->views; // none: it sleeps, and nothing is asked
    const auto isIt = [view = views.value(0)](const auto &one) { return one->views.contains(view); };
    askFirst(views, [this, at, isSleeping = views.isEmpty(), isIt, then] {
        const auto found = std::find_if(m_tabs.cbegin(), m_tabs.cend(), isIt);
        if (!isSleeping && found == m_tabs.cend())
            return; // closed while it was asked
        takeAway(isSleeping ? at : int(found - m_tabs.cbegin()));
        if (then)
            then();
    });
}

void Readers::takeAway(int at)
{
    const std::unique_ptr<Tab> gone = std::move(m_tabs[size_t(at)]);
    m_tabs.erase(m_tabs.begin() + at);
    remember(*gone);
    if (!gone->document.path.isEmpty())
        m_closed << entryOf(gone->document, gone->place);
    if (m_closed.size() > MostClosed)
        m_closed.removeFirst();
    if (at < m_current || m_current >= count())
        --m_current;
    if (gone->page) {
        gone->page->hide();
        leave(*gone);
        gone->page->deleteLater(); // the key that closes it is still being handled by the view that has the keys
    }
    if (m_current >= 0 && (isVisible() || tab()->page)) {
        goToTab(m_current);
    } else { // behind the library nothing is woken
        nameViews();
        Q_EMIT changed();
    }
}

bool Readers::reopenClosed()
{
    if (m_closed.isEmpty())
        return false;
    const HistoryEntry entry = m_closed.takeLast();
    if (!goToDocument(entry.document))
        inNewTab().openAt(entry);
    return true;
}

bool Readers::isSplit() const
{
    return tab() && tab()->views.size() > 1;
}

void Readers::toggleSplit()
{
    Tab *one = tab();
    if (!one || !one->last || one->last->shown().path.isEmpty())
        return;
    if (one->views.size() > 1) {
        ReaderView *other = one->views.first() == one->last ? one->views.last() : one->views.first();
        return askFirst({other}, [this, other] { closeSide(other); }); // the place one works at stays
    }
    const HistoryEntry same{one->last->shown(), one->last->place()};
    ReaderView *first = one->last;
    ReaderView *second = addView(*one);
    for (ReaderView *view : {first, second})
        view->setCompact(true);
    one->page->setSizes({1000, 1000});
    second->openAt(same);
    nameViews();
    focusPages();
    Q_EMIT changed();
}

/// Of the two that are shown side by side one stays; the other was asked about.
void Readers::closeSide(ReaderView *side)
{
    Tab *one = tab();
    if (!one || !one->views.contains(side))
        return;
    side->hide();
    side->deleteLater();
    one->views.removeOne(side);
    one->last = one->views.first();
    one->last->setCompact(false);
    nameViews();
    focusPages();
    Q_EMIT changed();
}

void Readers::otherSide()
{
    Tab *one = tab();
    if (!isSplit())
        return;
    one->last = one->views.first() == one->last ? one->views.last() : one->views.first();
    nameViews();
    focusPages();
    Q_EMIT changed();
}

void Readers::focusPages()
{
    if (current())
        current()->focusPages();
}

// --- the search in all of them ------------------------------------------------------------------------------------

/// Each once, the one that is read first, then in the order of the tabs.
QList<OpenDocument> Readers::documents() const
{
    QList<OpenDocument> all;
    const auto add = [&all](const OpenDocument &one) {
        const bool isThere = std::any_of(all.cbegin(), all.cend(),
                                         [&one](const OpenDocument &other) { return other.ref.isSame(one.ref); });
        if (!one.ref.path.isEmpty() && !isThere)
            all << one;
    };
    const auto addView = [add](const ReaderView &view) {
        add({view.shown(), view.title().simplified(), view.document()});
    };
    if (current())
        addView(*current());
    for (int at = 0; at < count(); ++at) {
        for (const ReaderView *view : std::as_const(m_tabs[size_t(at)]->views))
            addView(*view);
        if (!m_tabs[size_t(at)]->page)
            add({m_tabs[size_t(at)]->document, titleOf(at), nullptr});
    }
    return all;
}

/// To a view that shows it, of two side by side also to the one behind.
bool Readers::goToView(const DocumentRef &document)
{
    for (size_t at = 0; at < m_tabs.size(); ++at)
        for (ReaderView *view : std::as_const(m_tabs[at]->views))
            if (view->shown().isSame(document)) {
                goToTab(int(at));
                m_tabs[at]->last = view; // whichever of the two the focus went to
                nameViews();
                return true;
            }
    return goToDocument(document);
}

void Readers::showHit(const DocumentRef &document, const pdf::SearchHit &hit)
{
    const pdf::SearchQuery query = m_search->query();
    if (!goToView(document))
        inNewTab().openAt(entryOf(document, {})); // its tab was closed meanwhile
    ReaderView *view = current();
    view->focusPages(); // first: where the panel goes, its focus would go to the other side
    view->showHit(query, hit);
}

// --- over restarts ------------------------------------------------------------------------------------------------

void Readers::save(bool reading) const
{
    QStringList lines;
    qsizetype shown = -1;
    for (int at = 0; at < count(); ++at) {
        const Tab &one = *m_tabs[size_t(at)];
        const QString sha256 = one.last ? one.last->sha256() : one.document.sha256;
        if (sha256.isEmpty())
            continue; // a file that was never filed is nothing to come back to
        if (at == m_current)
            shown = lines.size();
        lines << sha256;
    }
    Settings &settings = m_services.settings;
    settings.setState(u"tabs"_s, lines);
    settings.setState(u"tab"_s, shown);
    settings.setState(u"reading"_s, reading && shown >= 0);
}

void Readers::dropAsleep(const DocumentRef &document)
{
    const int before = count();
    for (int at = before - 1; at >= 0; --at) {
        const Tab &one = *m_tabs[size_t(at)];
        if (at == m_current || one.page || !one.document.isSame(document))
            continue;
        m_tabs.erase(m_tabs.begin() + at);
        m_current -= at < m_current ? 1 : 0;
    }
    if (count() != before)
        Q_EMIT changed();
}

bool Readers::restore()
{
    const Settings &settings = m_services.settings;
    const QStringList lines = settings.state(u"tabs"_s).toStringList();
    const qsizetype shown = settings.state(u"tab"_s).toInt();
    const bool asked = m_current >= 0; // something was opened before: it stays in front
    const int opened = count();
    int wanted = -1;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const auto document = m_services.library.document(lines[line]);
        if (!document || !QFileInfo::exists(document->path))
            continue;
        const DocumentRef named{document->paper, document->sha256, document->path};
        if (std::any_of(m_tabs.cbegin(), m_tabs.cbegin() + opened,
                        [&named](const auto &one) { return one->last && one->last->shown().isSame(named); }))
            continue; // is open already
        if (line == shown)
            wanted = count();
        auto one = std::make_unique<Tab>();
        one->document = named;
        const auto paper = m_services.library.paper(document->paper);
        one->title = paper ? paper->title : QString();
        m_tabs.push_back(std::move(one));
    }
    const bool reading = !asked && wanted >= 0 && settings.state(u"reading"_s).toBool();
    if (!asked)
        m_current = wanted >= 0 || m_tabs.empty() ? wanted : 0;
    if (reading)
        goToTab(wanted);
    else
        Q_EMIT changed();
    return reading;
}

} // namespace yaodian::ui
