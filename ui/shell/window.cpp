#include "ui/shell/window.h"

#include "translations/translations.h"
#include "ui/reader/pagekeeper.h"
#include "ui/reader/readerview.h"
#include "ui/shell/arxivnews.h"
#include "ui/shell/expecting.h"
#include "ui/shell/firstpaint.h"
#include "ui/shell/pagesfound.h"
#include "ui/shell/readers.h"
#include "ui/shell/safekeeping.h"
#include "ui/shell/tabbar.h"
#include "ui/shell/tray.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// How long after the start the work begins that nobody waits for.
constexpr int QuietMs = 3000;
/// How long after the start the first backup is made, where it is due: when the reader reads.
constexpr int BackUpMs = 20'000;
/// How long what nobody asked for keeps out of the way of a page that was.
constexpr int AsideMs = 500;

} // namespace

MainWindow::MainWindow(cli::Services &services, Theme &theme, Commands &commands, Ask &ask)
    : m_services(services), m_theme(theme), m_commands(commands), m_ask(ask), m_keyFile(services.library.directory())
{
    readKeys(); // before anything shows a key
    bindPanes();
    build();
    bindWindow();
    bindSession();
    followLibrary();
    connectReaders();
    bindTabs();
    connectOpening();
    connectIntake();
    connectDesktop();
    m_commands.listenTo(this, Place::Everywhere); // where no pane of a place has the focus
    setAcceptDrops(true);
    setMinimumSize(760, 480);
    // The design's size where there is room for it, with a frame around.
    const QSize room = screen()->availableSize();
    resize(qMin(1440, room.width() * 94 / 100), qMin(900, room.height() * 92 / 100));
    refreshTitle();
}

MainWindow::~MainWindow()
{
    keepTyped();          // a window in the tray is not told to close
    hide();               // what loses the focus by it tells this window, while that is whole
    delete m_readingTime; // it asks this window whether somebody reads
}

/// Each widget is made in the place where it stays: one that is moved takes its look anew, with all that is in it.
void MainWindow::build()
{
    auto *centre = new QWidget(this);
    setCentralWidget(centre);
    m_tabs = new TabBar(m_theme, centre);
    m_stack = new Pages(centre);
    m_status = new StatusLine(m_commands, m_theme, centre);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    addFirstPages();
    makePages();
    makePanels();
    m_notice = new Notice(m_theme, centre);
    m_filing = new Filing(m_services, *m_notice, this);
    m_opening = new Opening(m_services, *m_notice, m_commands, this);
    m_verbs = new Verbs(m_services, m_page, *m_notice, m_commands, this);
    m_verbs->setPaperSource([this] { return verbPapers(); });
    m_intake = new Intake(m_services, m_ask, *m_notice, m_commands, this);
    m_freshness = new Freshness(m_services, *m_status, this);
    m_found = new PagesFound(m_services, *m_status, *m_notice, this);
    m_safekeeping = new Safekeeping(m_services, *m_notice, this);
}

void MainWindow::addFirstPages()
{
    m_pages = new PageKeeper(m_services.library, m_services.settings, m_services.background, this);
    m_home = new QWidget(m_stack);
    makeLibraryPage();
    m_readerPage = new QWidget(m_stack);
    m_sessionBar = new SessionBar(m_commands, m_theme, m_readerPage);
    m_readers = new Readers(m_services, m_commands, m_theme, m_ask, m_readerPage);
    auto *readerColumn = new QVBoxLayout(m_readerPage);
    readerColumn->setContentsMargins(0, 0, 0, 0);
    readerColumn->setSpacing(0);
    readerColumn->addWidget(m_sessionBar);
    readerColumn->addWidget(m_readers, 1);
    m_readingTime = new ReadingTime(
        m_services.library, m_services.reading, [this] { return isReading() && isActiveWindow(); }, this);
    // Nobody is led here to ask for a title: what is not made yet is not shown either.
    m_stack->add({m_home, [this] { return m_page.ifMade() ? m_page->title() : QString(); }, Place::List,
                  [this] { return m_page.ifMade() ? m_page->keyPlace() : Place::List; },
                  [this] { m_page->focusList(); }});
    m_stack->add({m_readerPage, [this] { return reader() ? reader()->title().simplified() : QString(); }, Place::Reader,
                  [this] { return reader() ? reader()->keyPlace() : Place::Reader; },
                  [this] { m_readers->focusPages(); }});
    connect(m_stack, &Pages::turned, this, [this] {
        refreshTitle();
        refreshStatus();
    });
}

/// Whoever starts with a PDF does not wait for the lists. They come as they were left.
void MainWindow::makeLibraryPage()
{
    auto *column = new QVBoxLayout(m_home);
    column->setContentsMargins(0, 0, 0, 0);
    m_page.makeBy([this, column] {
        auto *page = new LibraryPage(m_services.library, m_services.background, m_services.clock, m_services.settings,
                                     m_commands, m_theme, m_home);
        column->addWidget(page);
        page->restore();
        page->show();
        connectPage(page);
        return page;
    });
}

void MainWindow::connectPage(LibraryPage *page)
{
    connect(page, &LibraryPage::placeChanged, this, &MainWindow::refreshTitle);
    connect(page, &LibraryPage::keyPlaceChanged, this, &MainWindow::refreshStatus);
    connect(page, &LibraryPage::openWanted, this, [this, page] {
        if (const auto row = page->currentRow())
            m_opening->open(row->paper);
    });
    connect(page, &LibraryPage::evidenceWanted, this, &MainWindow::openHighlight);
    connect(page, &LibraryPage::webWanted, m_opening, &Opening::openAddress);
    connect(page, &LibraryPage::message, m_notice, &Notice::say);
    connect(page, &LibraryPage::unreadCounted, m_tray, &Tray::setUnread);
    connect(page, &LibraryPage::pointWritten, m_verbs, &Verbs::addPoint);
    connect(page, &LibraryPage::tagsWritten, m_verbs, &Verbs::putTags);
    m_expecting = std::make_unique<Expecting>(m_services, *page, m_spare, [this](const library::Document &document) {
        return m_readers->tabOf({document.paper, document.sha256, document.path}) >= 0;
    });
}

void MainWindow::followLibrary()
{
    // The change is told after its commit: only now is it saved.
    connect(&m_services.library, &library::Library::changed, m_status, &StatusLine::setSaved);
    connect(&m_services.library, &library::Library::changed, this, [this](const library::Change &change) {
        if (isReading() && reader() && (change.everything || change.papers.contains(reader()->paper())))
            refreshStatus();
    });
}

void MainWindow::connectIntake()
{
    connect(&m_services.sync, &sync::Sync::activity, m_status, &StatusLine::setActivity);
    connect(m_intake, &Intake::offered, this, [this](const QString &typed) { m_add->start(typed); });
    connect(m_intake, &Intake::sourcesCame, m_freshness, &Freshness::soon);
    connect(m_intake, &Intake::synced, m_freshness, &Freshness::tell);
    auto *news = new ArxivNews(m_services, *m_notice, m_commands, this);
    connect(m_intake, &Intake::synced, news, &ArxivNews::synced);
    const auto show = [this](library::IssueId id) {
        if (isReading())
            return; // nothing takes the reader out of a paper
        ListPlace place;
        place.issue = id;
        m_page->goTo(place);
        // Whoever types in a panel above goes on typing.
        if (const QWidget *focus = focusWidget(); !focus || m_stack->isAncestorOf(focus))
            m_page->focusList();
    };
    connect(m_intake, &Intake::tourReady, this, show);
    connect(m_intake, &Intake::imported, this, [show](const QList<library::IssueId> &issues) {
        if (issues.size() == 1)
            show(issues.first());
    });
}

void MainWindow::start(const QStringList &arguments, const QString &problem, std::shared_ptr<pdf::Ahead> ahead)
{
    m_spare.give(std::move(ahead));
    if (const QByteArray geometry = m_services.settings.state(u"geometry"_s).toByteArray(); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (!arguments.isEmpty())
        m_opening->openNamed(arguments.first()); // before the lists: the page one asked for comes first
    // What was read last comes back as it was, unless something else is asked for.
    if (m_readers->restore() && arguments.isEmpty())
        showReaders();
    startLibrary(!arguments.isEmpty());
    if (!isReading())
        m_page->focusList();
    else {
        QTimer::singleShot(AsideMs, this, [this] { m_page.make(); });
        if (isHidden() && reader() && !arguments.isEmpty()) // the page is on its way already
            new FirstPaint(*this, *reader());
    }
    refreshTitle();
    refreshStatus();
    if (const QString said = (problem + u' ' + m_keyProblem).trimmed(); !said.isEmpty())
        m_notice->sayTrouble(said);
    if (m_services.library.isReadOnly())
        m_status->setReadOnly(problem);
    QTimer::singleShot(QuietMs, this, [this] {
        m_intake->parseAgain();
        m_services.network.listen();
        m_freshness->start();
        m_spare.keep();
        m_found->start();
        m_tray->settle();
    });
    QTimer::singleShot(BackUpMs, m_safekeeping, &Safekeeping::start);
}

void MainWindow::startLibrary(bool isAside)
{
    if (m_intake->wantsTour())
        QTimer::singleShot(isAside ? AsideMs : 0, m_intake, &Intake::startTour);
    else if (!isAside && m_services.settings.flag("syncAtStart"))
        m_intake->sync();
}

void MainWindow::activate(const QStringList &arguments)
{
    if (isMinimized())
        showNormal();
    show(); // it may have been closed into the tray
    raise();
    activateWindow();
    if (!arguments.isEmpty())
        m_opening->openNamed(arguments.first());
}

// --- what is shown ------------------------------------------------------------------------------------------------

bool MainWindow::isReading() const
{
    return m_stack->isShown(m_readerPage);
}

QList<library::PaperId> MainWindow::verbPapers() const
{
    QList<library::PaperId> papers;
    if (isReading()) {
        if (reader() && !reader()->paper().isNull())
            papers << reader()->paper();
        return papers;
    }
    if (const TriagePage *triage = m_triage.ifMade(); m_stack->isShown(triage)) {
        if (const auto paper = triage->currentPaper())
            papers << *paper;
        return papers;
    }
    if (const HighlightsPage *highlights = m_highlights.ifMade(); m_stack->isShown(highlights)) {
        const library::PaperId paper = highlights->currentPaper();
        return paper.isNull() ? papers : QList{paper};
    }
    if (const LibraryPage *page = m_page.ifMade())
        for (const library::ListRow &row : page->selectedRows())
            if (!papers.contains(row.paper))
                papers << row.paper;
    return papers;
}

void MainWindow::showLibrary()
{
    m_stack->goHome();
}

void MainWindow::focusPage()
{
    m_stack->takeFocus();
    refreshStatus();
}

void MainWindow::refreshTitle()
{
    const QString place = m_stack->title();
    setWindowTitle(place.isEmpty() ? u"要点"_s : tr("%1 — 要点", "title of the window").arg(place));
    refreshTabs();
}

Place MainWindow::keyPlace() const
{
    return m_stack->place();
}

void MainWindow::refreshStatus()
{
    QString lead = isReading() && reader() ? reader()->status() : QString();
    if (!lead.isEmpty() && !reader()->paper().isNull())
        if (const QString decided = m_verbs->decidedOf(reader()->paper()); !decided.isEmpty())
            lead += u" · "_s + decided;
    m_status->setLead(lead);
    m_status->setPlace(keyPlace());
}

// --- events -------------------------------------------------------------------------------------------------------

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings.setState(u"geometry"_s, saveGeometry());
    if (LibraryPage *page = m_page.ifMade())
        page->save();
    keepTabs();
    if (m_tray->takes(event))
        return;
    if (mayClose())
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

/// What is still being typed, too.
void MainWindow::keepTyped()
{
    saveTyped();
    const QList<ReaderView *> views = m_readers->views();
    for (ReaderView *view : views)
        view->keepTyped();
    if (HighlightsPage *highlights = m_highlights.ifMade())
        highlights->keepTyped();
}

bool MainWindow::mayClose()
{
    keepTyped();
    const QList<ReaderView *> views = m_readers->views();
    const HighlightsPage *highlights = m_highlights.ifMade();
    const TemplatesPage *templates = m_templates.ifMade();
    const bool isStuck = (templates && templates->hasUnsaved()) || (highlights && highlights->isStuck()) ||
                         std::any_of(views.cbegin(), views.cend(), [](const auto *view) { return view->isStuck(); });
    if (m_losesTyped || !isStuck)
        return true;
    show(); // it may be in the tray
    m_readers->askToLose([this] {
        m_losesTyped = true;
        QMetaObject::invokeMethod(this, &MainWindow::quit, Qt::QueuedConnection); // this close is still going on
    });
    return false;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refreshTitle();
        m_freshness->sayAgain();
    }
}

void MainWindow::quit()
{
    const bool wasHidden = isHidden();
    m_tray->quitting();
    const bool closes = close();
    m_tray->quitting(closes);
    if (closes && wasHidden) // it is not the last window that closes
        QCoreApplication::quit();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (Intake::takes(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (!adoptDropped(Intake::onePdf(*event->mimeData())))
        m_intake->take(*event->mimeData());
}

} // namespace yaodian::ui
