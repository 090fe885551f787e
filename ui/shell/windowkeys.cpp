#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QPointer>
#include <QStackedWidget>

// What the keys of the window do: overlays, session, export, look and language.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void MainWindow::bindWindow()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("help.keys", [this] { showKeys(); });
    bind("app.palette", [this] { showPalette(); });
    bind("find.everything", [this] { m_find->start(); });
    m_commands.bind("go.back", m_page, [this](std::optional<int>) { goBack(); });
    m_commands.bind("sync.now", m_page, [this](std::optional<int>) {
        if (m_page->newEntries() > 0)
            m_page->reload();
        else
            m_intake->sync();
    });
    bind("source.add", [this] { m_add->start(); });
    m_commands.bind("side.remove", m_page, [this](std::optional<int>) {
        if (const auto source = m_page->sourceUnderCursor())
            removeSource(*source);
    });
    bind("export.markdown", [this] { exportMarkdown(); });
    bindExports();
    for (const char *id : {"list.browser", "reader.browser"})
        bind(id, [this] {
            if (const auto papers = verbPapers(); !papers.isEmpty())
                m_opening->openWeb(papers.first());
        });
    bind("theme.toggle",
         [this] { m_services.settings.choose("theme", m_theme.colours().dark ? u"light"_s : u"dark"_s); });
    bind("app.settings", [this] { showSettings(); });
    bind("activity.open", [this] { showActivity(); });
    connect(&m_services.settings, &Settings::changed, this, &MainWindow::applySetting);
    bind("language.toggle", [this] { toggleLanguage(); });
    bind("window.fullScreen", [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    bind("app.quit", [this] { close(); });
}

void MainWindow::toggleLanguage()
{
    const QString now = languageFor(m_services.settings.text("language"));
    m_services.settings.choose("language", now == "en"_L1 ? u"zh_CN"_s : u"en"_s);
}

void MainWindow::showSettings()
{
    if (m_stack->currentWidget() == m_settings)
        return;
    const QWidget *now = m_stack->currentWidget();
    const bool circles =
        (now == m_kinds && m_beforeKinds == m_settings) || (now == m_templates && m_beforeTemplates == m_settings);
    if (!circles) // else Esc went round in one
        m_beforeSettings = m_stack->currentWidget();
    m_stack->setCurrentWidget(m_settings);
    m_settings->start();
    refreshTitle();
    refreshStatus();
}

/// Pages that Esc leads out of can be opened from each other; the first of them knows the way back.
QWidget *MainWindow::pageBehind() const
{
    const std::pair<const QWidget *, QWidget *> ways[] = {
        {m_settings, m_beforeSettings},   {m_kinds, m_beforeKinds},   {m_highlights, m_beforeHighlights},
        {m_templates, m_beforeTemplates}, {m_source, m_beforeSource}, {m_activity, m_beforeActivity}};
    QWidget *page = m_stack->currentWidget();
    for (size_t steps = 0; steps < std::size(ways); ++steps) {
        const auto way =
            std::find_if(std::begin(ways), std::end(ways), [page](const auto &w) { return w.first == page; });
        if (way == std::end(ways))
            return page;
        page = way->second;
    }
    return m_page; // they lead in a circle
}

void MainWindow::showActivity()
{
    if (m_stack->currentWidget() == m_activity)
        return;
    m_beforeActivity = pageBehind();
    m_stack->setCurrentWidget(m_activity);
    m_activity->start();
    focusPage();
    refreshTitle();
}

void MainWindow::showSource(const library::Source &source)
{
    m_beforeSource = m_stack->currentWidget() == m_activity ? m_activity : pageBehind();
    m_stack->setCurrentWidget(m_source);
    m_source->start(source);
    refreshTitle();
    refreshStatus();
}

void MainWindow::connectActivity()
{
    connect(m_activity, &ActivityPage::closed, this, [this] { leaveTo(m_beforeActivity); });
    connect(m_activity, &ActivityPage::settingsWanted, this, &MainWindow::showSource);
    connect(m_activity, &ActivityPage::removalWanted, this, &MainWindow::removeSource);
    connect(m_activity, &ActivityPage::message, m_notice, &Notice::say);
    connect(m_activity, &ActivityPage::failed, m_notice, &Notice::sayTrouble);
    connect(m_source, &SourcePage::closed, this, [this] { leaveTo(m_beforeSource); });
    m_commands.bind("side.settings", m_page, [this](std::optional<int>) {
        if (const auto source = m_page->sourceUnderCursor(); source && source->isAsked())
            showSource(*source);
    });
}

void MainWindow::leaveTo(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    focusPage();
    refreshTitle();
}

/// Whoever made the choice, page or key: it holds from now on.
void MainWindow::applySetting(const QString &key)
{
    const Settings &settings = m_services.settings;
    if (key == "language"_L1)
        installLanguage(*qApp, languageFor(settings.text("language")));
    else if (key == "theme"_L1 || key == "fontSize"_L1)
        m_theme.set(settings.text("theme"), settings.value("fontSize").toInt());
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

/// Where its issues are going to stand; whoever reads a paper stays there.
void MainWindow::showAdded(const library::Source &source)
{
    m_intake->fetch(source);
    if (m_stack->currentWidget() != m_page)
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
    bind("session.start", [this] { startSession(); });
    bind("session.next", [this] { nextOfSession(); });
    bind("session.end", [this] { endSession(); });
}

void MainWindow::startSession()
{
    if (m_services.reading.current()) { // one that a crash or yesterday left open goes on
        if (const auto paper = m_services.reading.currentPaper())
            return showOfSession(*paper);
        return endSession();
    }
    const QList<library::PaperId> queue = m_page->queue();
    if (queue.isEmpty())
        return m_notice->say(tr("There is nothing here to read."));
    if (const auto session = m_services.reading.start(queue); !session)
        return m_notice->sayTrouble(session.error().message);
    showOfSession(queue.first());
}

void MainWindow::nextOfSession()
{
    if (!m_services.reading.current())
        return m_notice->say(tr("No session is running. S in the list starts one."));
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
        return m_notice->say(tr("No session is running. S in the list starts one."));
    const auto session = m_services.reading.end();
    if (!session)
        return m_notice->sayTrouble(session.error().message);
    refreshSession();
    m_notice->leave();
    m_summary->show(*session, m_services.reading.summary(*session));
    m_stack->setCurrentWidget(m_summary);
    focusPage();
    refreshTitle();
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
