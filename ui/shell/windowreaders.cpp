#include "pdf/uris.h"
#include "ui/commands/menuopener.h"
#include "ui/reader/pagekeeper.h"
#include "ui/reader/readerview.h"
#include "ui/shell/pagesfound.h"
#include "ui/shell/readers.h"
#include "ui/shell/tabbar.h"
#include "ui/shell/window.h"

#include <QFileInfo>

// The open documents in the window: tabs, two places side by side, what a view asks for.
namespace yaodian::ui {

namespace {

constexpr int KeepTabsMs = 500;

} // namespace

ReaderView *MainWindow::reader() const
{
    return m_readers->current();
}

void MainWindow::connectReaders()
{
    connect(m_readers, &Readers::made, this, &MainWindow::connectReader);
    connect(m_readers, &Readers::changed, this, [this] {
        refreshTitle();
        refreshStatus();
        m_keepTabs.start();
    });
    m_keepTabs.setSingleShot(true);
    m_keepTabs.setInterval(KeepTabsMs);
    connect(&m_keepTabs, &QTimer::timeout, this, &MainWindow::keepTabs);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab == 0) {
            showLibrary();
        } else if (tab > 0) {
            m_readers->goToTab(tab - 1);
            showReaders();
        }
    });
    connect(m_tabs, &TabBar::closeWanted, this, [this](int tab) {
        m_readers->closeTab(tab - 1, [this] {
            if (isReading() && m_readers->count() == 0)
                showLibrary();
            else
                focusPage();
        });
    });
    refreshTabs();
}

void MainWindow::connectReader(ReaderView *view)
{
    view->setStore(m_pages->store());
    connect(view, &ReaderView::left, this, [this] { m_stack->leave(m_readerPage); });
    connect(view, &ReaderView::closed, this, &MainWindow::closeShown);
    connect(view, &ReaderView::titleChanged, this, &MainWindow::refreshTitle);
    connect(view, &ReaderView::statusChanged, this, &MainWindow::refreshStatus);
    connect(view, &ReaderView::selectionChanged, this, &MainWindow::refreshStatus);
    connect(view, &ReaderView::keyPlaceChanged, this, &MainWindow::refreshStatus);
    connect(view, &ReaderView::saved, m_status, &StatusLine::setSaved);
    connect(view, &ReaderView::typing, m_status, [this, view] { m_status->setTyping(view, true); });
    connect(view, &ReaderView::allSaved, m_status, [this, view] { m_status->setTyping(view, false); });
    connect(view, &ReaderView::notSaved, m_status, [this, view] { m_status->setNotSaved(view); });
    connect(view, &QObject::destroyed, m_status, [this, view] {
        view->disconnect(m_status); // its parts go after this, and try once more to save
        m_status->forget(view);
    });
    connect(view, &ReaderView::message, m_notice, &Notice::say);
    connect(view, &ReaderView::failed, m_notice, &Notice::sayTrouble);
    connect(view, &ReaderView::readAnew, this, [this, view](const QString &path) {
        auto *once = new QObject(view);
        connect(view, &ReaderView::settled, once, [this, once, path, view] {
            once->deleteLater();
            adoptShown(*view, path);
        });
    });
    connect(view, &ReaderView::highlightWanted, this, [this](library::HighlightId id) {
        const auto highlight = m_services.library.highlight(id);
        const auto document = highlight ? m_services.library.document(highlight->document) : std::nullopt;
        if (document && QFileInfo::exists(document->path))
            showReader(*document, highlight->paper, {std::nullopt, id, true});
        else
            m_notice->say(tr("The file that this highlight was made on is not here any more."));
    });
    connect(view, &ReaderView::onlyPages, this, [this](bool on) {
        m_status->setVisible(!on);
        refreshTabs();
        m_sessionBar->setMaximumHeight(on ? 0 : QWIDGETSIZE_MAX); // whether it is shown is the session's to say
    });
    connect(view, &ReaderView::paperAsked, this, [this](library::PaperId paper) { m_opening->open(paper); });
    connect(view, &ReaderView::externalLink, this, &MainWindow::askToOpenWeb);
}

/// As it is asked for, letter by letter: a name in another script may look like one that is trusted.
void MainWindow::askToOpenWeb(const QUrl &url)
{
    const QString shown = pdf::followableUri(url.toString(QUrl::FullyEncoded));
    if (shown.isEmpty())
        return m_opening->openAddress(url.toString()); // which says why not
    m_ask.confirm(this, tr("Open this link in the browser?\n%1").arg(shown), tr("Open"),
                  [this, shown] { m_opening->openAddress(shown); });
}

void MainWindow::bindTabs()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    const auto show = [this](int tab) { // 0: the library
        if (tab == 0)
            return showLibrary();
        m_readers->goToTab(tab - 1);
        showReaders();
    };
    const auto step = [this, show](int steps) {
        const int tabs = m_readers->count() + 1;
        const int now = isReading() ? m_readers->currentTab() + 1 : 0;
        show((now + steps + tabs) % tabs);
    };
    m_commands.bind("tab.go", this, [this, show](std::optional<int> number) {
        if (const int tab = number.value_or(1) - 1; tab <= m_readers->count())
            show(tab);
    });
    bind("tab.next", [step] { step(1); });
    bind("tab.previous", [step] { step(-1); });
    bind("tab.close", [this] {
        if (isReading())
            closeShown();
    });
    offerMenuOfTabs();
    bind("tab.reopen", [this] {
        if (m_readers->reopenClosed())
            showReaders();
        else
            m_notice->say(tr("No tab was closed."));
    });
    m_commands.bind("split.toggle", m_readers, [this](std::optional<int>) { m_readers->toggleSplit(); });
    m_commands.bind("split.other", m_readers, [this](std::optional<int>) { m_readers->otherSide(); });
    m_commands.bind("list.openTab", m_home, [this](std::optional<int>) {
        if (const auto row = m_page->currentRow())
            m_opening->open(row->paper, {std::nullopt, std::nullopt, true});
    });
}

/// A press of any button shows the tab already.
void MainWindow::offerMenuOfTabs()
{
    new MenuOpener(m_commands, m_tabs, [this](std::optional<QPoint> at) -> std::optional<MenuSubject> {
        const int tab = at ? m_tabs->tabAt(*at) : m_tabs->currentIndex();
        if (tab < 0)
            return std::nullopt;
        MenuSubject subject{Place::Everywhere};
        subject.fits = [isDocument = tab > 0, hasClosed = m_readers->hasClosed()](const QString &id) {
            return id == QLatin1StringView("tab.close") ? isDocument : hasClosed;
        };
        return subject;
    });
}

void MainWindow::refreshTabs()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > m_readers->count() + 1)
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < m_readers->count() + 1)
        m_tabs->addTab({});
    for (int tab = 0; tab < m_readers->count(); ++tab) {
        const QString title = m_readers->titleOf(tab);
        m_tabs->setTitle(tab + 1, title);
    }
    m_tabs->setCurrentIndex(isReading() ? m_readers->currentTab() + 1 : 0);
    // One document and the library: Esc and Enter are the way between them, and the page keeps its room.
    // Where only the pages are shown, there is no status line and there are no tabs.
    m_tabs->setVisible(m_readers->count() > 1 && !m_status->isHidden());
}

void MainWindow::keepTabs()
{
    m_keepTabs.stop();
    m_readers->save(isReading());
}

void MainWindow::closeShown()
{
    m_readers->closeTab(m_readers->currentTab(), [this] {
        if (m_readers->count() == 0)
            m_stack->leave(m_readerPage);
        else
            focusPage();
    });
}

/// Esc in a document leads back to the list that it was opened from.
void MainWindow::turnToReaders()
{
    m_stack->openFrom(m_readerPage, {m_highlights.ifMade(), m_triage.ifMade()});
}

void MainWindow::showReaders()
{
    turnToReaders();
    m_keepTabs.start();
    focusPage();
    refreshTitle();
}

void MainWindow::showReader(const library::Document &document, library::PaperId paper, const Spot &spot)
{
    m_found->yield();
    turnToReaders();
    const bool isThere = m_readers->goToDocument({paper, document.sha256, document.path}, false);
    ReaderView &view = !isThere && spot.newTab ? m_readers->inNewTab() : m_readers->here();
    view.open(document, paper, spot.page, spot.highlight, m_spare.take(document.path));
    if (!spot.words.isEmpty() && spot.page)
        view.showHit({spot.words}, {*spot.page, {}, {}, {}, {}, {}});
    // A paper becomes read when its PDF is opened; the page does not wait for the disk.
    m_services.background.run(
        this, [&notes = m_services.notes, paper](const CancelToken &) { return notes.setRead({paper}, true); },
        [this](const Result<void> &read) {
            if (!read && !m_services.library.isReadOnly())
                m_notice->sayTrouble(read.error().message);
        });
    refreshSession();
    showReaders();
    if (spot.written)
        view.showWritten(*spot.written);
}

void MainWindow::showOfSession(library::PaperId paper)
{
    if (!m_services.papers.stored(paper)) {
        turnToReaders();
        m_readers->here().openWithout(paper, tr("Fetching the PDF…"));
        focusPage();
        refreshTitle();
    }
    m_opening->openQuietly(paper);
    refreshSession();
    refreshStatus();
}

} // namespace yaodian::ui
