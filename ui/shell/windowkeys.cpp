#include "base/unsavedchoices.h"
#include "translations/translations.h"
#include "ui/commands/withkeys.h"
#include "ui/reader/readerview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QPointer>

// What the keys of the window do: overlays, session, export, look and language.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

/// Before anything shows a key.
void MainWindow::readKeys()
{
    const auto read = m_keyFile.load();
    if (read)
        m_commands.setKeyMap(read->map);
    m_keyProblem = read ? read->complaint() : read.error().message;
}

/// Before the pages bind them: where the focus is in one that has no panes, they lead from control to control, and not
/// into a page that is not shown.
void MainWindow::bindPanes()
{
    m_commands.bind("pane.next", this, [this](std::optional<int>) { focusNextPrevChild(true); });
    m_commands.bind("pane.previous", this, [this](std::optional<int>) { focusNextPrevChild(false); });
}

void MainWindow::bindWindow()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("help.keys", [this] { showKeys(); });
    bind("help.handbook", [this] { showHandbook(); });
    bind("app.palette", [this] { showPalette(); });
    bind("find.everything", [this] { m_find->start(); });
    m_commands.bind("go.back", m_home, [this](std::optional<int>) { goBack(); });
    m_commands.bind("sync.now", m_home, [this](std::optional<int>) {
        if (m_page->newEntries() > 0)
            m_page->reload();
        else
            m_intake->sync();
    });
    bind("source.add", [this] { m_add->start(); });
    m_commands.bind("side.remove", m_home, [this](std::optional<int>) {
        if (const auto source = m_page->sourceUnderCursor())
            removeSource(*source);
        else if (const auto search = m_page->searchUnderCursor())
            removeSearch(*search);
    });
    m_commands.bind("side.rename", m_home, [this](std::optional<int>) {
        if (const auto search = m_page->searchUnderCursor())
            renameSearch(*search);
    });
    m_commands.bind("side.settings", m_home, [this](std::optional<int>) {
        if (const auto source = m_page->sourceUnderCursor(); source && source->isAsked())
            showSource(*source);
    });
    m_commands.bind("search.keep", m_home, [this](std::optional<int>) { keepSearch(m_page->filterAsSearch()); });
    bind("export.markdown", [this] { exportMarkdown(); });
    bindExports();
    for (const char *id : {"list.browser", "reader.browser"})
        bind(id, [this] {
            if (const auto papers = verbPapers(); !papers.isEmpty())
                m_opening->openWeb(papers.first());
        });
    bind("theme.toggle",
         [this] { m_services.settings.choose("theme", m_theme.colours().dark ? u"light"_s : u"dark"_s); });
    bind("menu.open", [this] { // not before the palette, which may have run it, has given the focus back
        QMetaObject::invokeMethod(this, &MainWindow::openMenu, Qt::QueuedConnection);
    });
    bind("app.settings", [this] { showSettings(); });
    bind("activity.open", [this] { showActivity(); });
    bind("servers.open", [this] { showServers(); });
    bind("kinds.open", [this] { showKinds(); });
    bind("highlights.open", [this] { showHighlights(); });
    bind("export.templates", [this] { showTemplates(); });
    bind("keys.open", [this] { showKeyTable(); });
    connect(&m_services.settings, &Settings::changed, this, &MainWindow::applySetting);
    connect(&UnsavedChoices::of(m_services.settings), &UnsavedChoices::failed, m_notice, &Notice::sayTrouble);
    bind("language.toggle", [this] { toggleLanguage(); });
    bind("window.fullScreen", [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    bind("app.quit", [this] { quit(); });
    // Every sentence that names a key is made anew, as in another language.
    connect(&m_commands, &Commands::keysChanged, this, [this] {
        QEvent named(QEvent::LanguageChange);
        QCoreApplication::sendEvent(this, &named);
    });
}

/// As the Menu key does, which some keyboards lack.
void MainWindow::openMenu()
{
    QWidget *at = QApplication::focusWidget();
    if (!at)
        return;
    const QPoint middle = at->rect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, middle, at->mapToGlobal(middle));
    QCoreApplication::sendEvent(at, &asked);
}

void MainWindow::toggleLanguage()
{
    const QString now = languageFor(m_services.settings.text("language"));
    m_services.settings.choose("language", now == "en"_L1 ? u"zh_CN"_s : u"en"_s);
}

/// Whoever made the choice, page or key: it holds from now on.
void MainWindow::applySetting(const QString &key)
{
    const Settings &settings = m_services.settings;
    if (key == "language"_L1)
        installLanguage(*qApp, languageFor(settings.text("language")));
    else if (key == "theme"_L1 || key == "fontSize"_L1 || key == "fontFamily"_L1 || key == "density"_L1)
        m_theme.set(appearanceOf(settings));
    else if (key == "offline"_L1 || key == "mirrors"_L1 || key == "spacing"_L1 || key == "email"_L1 ||
             key == "arxivDaily"_L1 || key == "firstDays"_L1 || key == "watchedFolder"_L1)
        if (const auto applied = m_services.applyNetworkSettings(); !applied)
            m_notice->sayTrouble(applied.error().message);
}

void MainWindow::goBack()
{
    if (m_opening->cancel() || m_page->goBack())
        return;
    if (m_services.sync.isBusy())
        m_intake->cancel();
    m_notice->leave();
    m_page->focusList();
}

void MainWindow::removeSource(const library::Source &source)
{
    const QString name = source.title.isEmpty() ? source.url : source.title;
    m_ask.confirm(this, tr("Remove “%1”? Its issues and everything you made of them stay.").arg(name), tr("Remove"),
                  [this, id = source.id, name] {
                      const auto sources = m_services.library.sources(); // as it is now: a list may show an older one
                      const auto known = std::find_if(sources.cbegin(), sources.cend(),
                                                      [id](const library::Source &one) { return one.id == id; });
                      if (known == sources.cend())
                          return;
                      if (const auto gone = m_services.library.removeSource(id); !gone)
                          return m_notice->sayTrouble(gone.error().message);
                      m_notice->say(tr("Removed “%1”. Its issues stay.").arg(name));
                      m_services.secrets.forget(*known, this, [this](const Result<void> &forgotten) {
                          if (!forgotten)
                              m_notice->sayTrouble(forgotten.error().message);
                      });
                  });
}

/// A filter, or a search of everything, as a list of its own.
void MainWindow::keepSearch(const QString &query)
{
    if (query.trimmed().isEmpty())
        return m_notice->say(withKeys(m_commands, tr("Filter the list first with {find.here}, or search with "
                                                     "{find.everything}; {search.keep} then keeps it as a search.")));
    const qsizetype before = m_services.library.savedSearches().size();
    const auto kept = m_services.notes.keepSearch(query);
    if (!kept)
        return m_notice->sayTrouble(kept.error().message);
    ListPlace place;
    for (const library::SavedSearch &search : m_services.library.savedSearches())
        if (search.id == *kept)
            place.search = search.query;
    showLibrary();
    m_page->goTo(place);
    m_page->focusList();
    m_notice->say(m_services.library.savedSearches().size() > before
                      ? withKeys(m_commands, tr("Kept under Searches at the left · {act.undo} undoes it"))
                      : tr("This search stands at the left already."));
}

void MainWindow::renameSearch(const library::SavedSearch &search)
{
    m_ask.text(this, tr("Name of the search"), search.query, search.name, [this, id = search.id](const QString &name) {
        if (const auto done = m_services.notes.renameSearch(id, name); !done)
            m_notice->sayTrouble(done.error().message);
    });
}

void MainWindow::removeSearch(const library::SavedSearch &search)
{
    if (const auto gone = m_services.notes.removeSearch(search.id); !gone)
        return m_notice->sayTrouble(gone.error().message);
    m_notice->say(withKeys(m_commands, tr("Removed the search “%1” · {act.undo} undoes it")).arg(search.name));
}

/// Where its issues are going to stand; whoever reads a paper stays there.
void MainWindow::showAdded(const library::Source &source)
{
    m_intake->fetch(source);
    if (!m_stack->isShown(m_home))
        return;
    ListPlace place;
    place.source = source.id;
    m_page->goTo(place);
    m_page->focusList();
    // An empty list cannot hold the focus: it gets it back once there is something in it, if nobody moved meanwhile.
    auto *once = new QObject(this);
    connect(m_intake, &Intake::synced, once, [this, once, place, heir = QPointer(focusWidget())] {
        once->deleteLater();
        m_page->takeArrivals();
        if (m_page->place() == place && focusWidget() == heir)
            m_page->focusList();
    });
}

// --- session ------------------------------------------------------------------------------------------------------

void MainWindow::bindSession()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("triage.start", [this] { startTriage(); });
    bind("history.open", [this] { showHistory(); });
    bind("session.start", [this] { startSession(); });
    bind("session.next", [this] { nextOfSession(); });
    bind("session.end", [this] { endSession(); });
}

void MainWindow::startTriage()
{
    if (m_stack->isShown(m_triage.ifMade()))
        return;
    if (m_services.library.isReadOnly())
        return m_notice->say(tr("The library is open for reading only: verdicts cannot be given."));
    m_triage->start(m_page->triageQueue(), m_page->title());
    m_stack->open(m_triage.get());
}

void MainWindow::showHistory()
{
    if (m_stack->isShown(m_history.ifMade()))
        return;
    m_readingTime->keep();
    m_history->start();
    m_stack->open(m_history.get());
}

void MainWindow::startSession()
{
    if (m_services.reading.current()) { // one that a crash or yesterday left open goes on
        if (const auto paper = m_services.reading.currentPaper())
            return showOfSession(*paper);
        return endSession();
    }
    startSessionOf(m_page->queue());
}

/// Of what the triage has left.
void MainWindow::startSessionChosen(const QList<library::PaperId> &queue)
{
    if (m_services.reading.current())
        return m_notice->say(withKeys(m_commands, tr("A session is open: {session.start} in the list goes on with it, "
                                                     "{session.end} in the reader ends it.")));
    startSessionOf(queue);
}

void MainWindow::startSessionOf(const QList<library::PaperId> &queue)
{
    if (queue.isEmpty())
        return m_notice->say(tr("There is nothing here to read."));
    if (const auto session = m_services.reading.start(queue); !session)
        return m_notice->sayTrouble(session.error().message);
    showOfSession(queue.first());
}

void MainWindow::nextOfSession()
{
    if (!m_services.reading.current())
        return m_notice->say(
            withKeys(m_commands, tr("No session is running. {session.start} in the list starts one.")));
    const auto next = m_services.reading.next();
    if (!next)
        return m_notice->sayTrouble(next.error().message);
    if (!*next)
        return endSession();
    showOfSession(**next);
}

void MainWindow::endSession()
{
    if (!m_services.reading.current())
        return m_notice->say(
            withKeys(m_commands, tr("No session is running. {session.start} in the list starts one.")));
    m_readingTime->keep();
    const auto session = m_services.reading.end();
    if (!session)
        return m_notice->sayTrouble(session.error().message);
    refreshSession();
    m_notice->leave();
    showSummary(*session);
}

void MainWindow::showSummary(const library::Session &session)
{
    m_summary->show(session, m_services.reading.summary(session));
    m_stack->openFrom(m_summary.get(), {m_history.ifMade()});
}

void MainWindow::refreshSession()
{
    const auto session = m_services.reading.current();
    const auto paper = m_services.reading.currentPaper();
    if (!session || !paper)
        return m_sessionBar->leave();
    const auto known = m_services.library.paper(*paper);
    m_sessionBar->show(session->position + 1, int(session->queue.size()), known ? known->title : QString(),
                       session->started);
}

} // namespace yaodian::ui
