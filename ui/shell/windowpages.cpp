#include "ui/shell/window.h"

// The pages and panels that are made when they are first asked for: what each is given, and what it asks of the window.
namespace yaodian::ui {

void MainWindow::makePages()
{
    makeLooks();
    m_settings.makeBy([this] {
        auto *page = new SettingsPage(m_services.settings, m_commands, m_theme, m_stack);
        connect(page, &SettingsPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &SettingsPage::keysWanted, this, &MainWindow::showKeyTable);
        connect(page, &SettingsPage::kindsWanted, this, &MainWindow::showKinds);
        connect(page, &SettingsPage::templatesWanted, this, &MainWindow::showTemplates);
        remarkOnDesktop(*page);
        m_stack->add({page, [] { return tr("Settings"); }, Place::Settings, {}, [page] { page->takeFocus(); }});
        return page;
    });
    m_keys.makeBy([this] {
        auto *page = new KeysPage(m_commands, m_keyFile, m_ask, m_theme, m_stack);
        connect(page, &KeysPage::closed, this, [this, page] { m_stack->leave(page); });
        tellOf(page);
        m_stack->add({page, [] { return tr("Keys"); }, Place::Keys, {}, [page] { page->takeFocus(); }});
        return page;
    });
    m_handbook.makeBy([this] {
        auto *page = new HelpPage(m_commands, m_theme, m_stack);
        connect(page, &HelpPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &HelpPage::webAsked, this, &MainWindow::askToOpenWeb);
        m_stack->add({page, [] { return tr("Handbook"); }, Place::Handbook, {}, [page] { page->takeFocus(); }});
        return page;
    });
    m_kinds.makeBy([this] {
        auto *page = new KindsPage(m_services.library, m_services.notes, m_commands, m_theme, m_stack);
        connect(page, &KindsPage::closed, this, [this, page] { m_stack->leave(page); });
        tellOf(page);
        m_stack->add({page, [] { return tr("Kinds of highlights"); }, Place::Kinds, {}, [page] { page->takeFocus(); }});
        return page;
    });
    m_templates.makeBy([this] {
        auto *page = new TemplatesPage(m_services.library, m_services.settings, m_services.background, m_ask,
                                       m_commands, m_theme, m_stack);
        connect(page, &TemplatesPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &TemplatesPage::keyPlaceChanged, this, &MainWindow::refreshStatus);
        tellOf(page);
        m_stack->add({page, [] { return tr("Templates"); }, Place::Everywhere, [page] { return page->keyPlace(); },
                      [page] { page->takeFocus(); }});
        return page;
    });
    m_source.makeBy([this] {
        auto *page = new SourcePage(m_services.library, m_services.secrets, m_commands, m_theme, m_stack);
        connect(page, &SourcePage::closed, this, [this, page] { m_stack->leave(page); });
        m_stack->add({page, [page] { return page->title(); }});
        return page;
    });
}

/// What a page has done or could not do is said below.
template <class Widget> void MainWindow::tellOf(Widget *page)
{
    connect(page, &Widget::message, m_notice, &Notice::say);
    connect(page, &Widget::failed, m_notice, &Notice::sayTrouble);
}

void MainWindow::makeLooks()
{
    m_summary.makeBy([this] {
        auto *page = new SummaryPage(m_services.library, m_commands, m_theme, m_stack);
        connect(page, &SummaryPage::closed, this, [this, page] { m_stack->leave(page); });
        m_stack->add({page, [] { return tr("Summary of the session"); }});
        return page;
    });
    m_triage.makeBy([this] {
        auto *page = new TriagePage(m_services.library, m_services.notes, m_commands, m_theme, m_stack);
        connect(page, &TriagePage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &TriagePage::openWanted, this, [this](library::PaperId paper) { m_opening->open(paper); });
        connect(page, &TriagePage::sessionWanted, this, &MainWindow::startSessionChosen);
        tellOf(page);
        m_stack->add({page,
                      [] { return tr("Five-minute triage"); },
                      Place::Triage,
                      {},
                      [page] { page->takeFocus(); },
                      [page] { page->resume(); }});
        return page;
    });
    m_history.makeBy([this] {
        auto *page =
            new HistoryPage(m_services.library, m_services.background, m_services.clock, m_commands, m_theme, m_stack);
        connect(page, &HistoryPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &HistoryPage::sessionChosen, this, &MainWindow::showSummary);
        m_stack->add({page,
                      [] { return tr("Reading history"); },
                      Place::History,
                      {},
                      [page] { page->takeFocus(); },
                      [page] { page->start(); }});
        return page;
    });
    m_activity.makeBy([this] {
        auto *page = new ActivityPage(m_services.library, m_services.sync, m_services.background, m_services.clock,
                                      m_commands, m_theme, m_stack);
        connect(page, &ActivityPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &ActivityPage::settingsWanted, this, &MainWindow::showSource);
        connect(page, &ActivityPage::removalWanted, this, &MainWindow::removeSource);
        tellOf(page);
        m_stack->add({page, [] { return tr("Sync activity"); }, Place::Activity, {}, [page] { page->takeFocus(); }});
        return page;
    });
    m_servers.makeBy([this] {
        auto *page = new ServersPage(m_services.client, m_commands, m_theme, m_stack);
        connect(page, &ServersPage::closed, this, [this, page] { m_stack->leave(page); });
        m_stack->add({page,
                      [] { return tr("Servers asked since the start"); },
                      Place::Everywhere,
                      {},
                      [page] { page->takeFocus(); }});
        return page;
    });
    m_highlights.makeBy([this] {
        auto *page = new HighlightsPage(m_services.library, m_services.notes, m_services.background, m_commands,
                                        m_theme, m_stack);
        connect(page, &HighlightsPage::closed, this, [this, page] { m_stack->leave(page); });
        connect(page, &HighlightsPage::openWanted, this, &MainWindow::openHighlight);
        tellOf(page);
        m_stack->add({page,
                      [] { return tr("All highlights"); },
                      Place::Highlights,
                      {},
                      [page] { page->takeFocus(); },
                      [page] { page->start(); }});
        return page;
    });
}

// --- shown ----------------------------------------------------------------------------------------------------------

void MainWindow::showSettings()
{
    if (m_stack->isShown(m_settings.ifMade()))
        return;
    m_settings->start();
    m_stack->open(m_settings.get());
}

void MainWindow::showActivity()
{
    if (m_stack->isShown(m_activity.ifMade()))
        return;
    m_activity->start();
    m_stack->open(m_activity.get());
}

void MainWindow::showServers()
{
    if (m_stack->isShown(m_servers.ifMade()))
        return;
    m_servers->start();
    m_stack->open(m_servers.get());
}

void MainWindow::showSource(const library::Source &source)
{
    m_source->start(source);
    m_stack->open(m_source.get());
}

void MainWindow::showKinds()
{
    if (m_stack->isShown(m_kinds.ifMade()))
        return;
    m_kinds->start();
    m_stack->open(m_kinds.get());
}

void MainWindow::showHighlights()
{
    if (m_stack->isShown(m_highlights.ifMade()))
        return;
    m_highlights->start();
    m_stack->open(m_highlights.get());
}

void MainWindow::showKeyTable()
{
    if (m_stack->isShown(m_keys.ifMade()))
        return;
    m_keys->start();
    m_stack->open(m_keys.get());
}

/// At the chapter about where one is.
void MainWindow::showHandbook()
{
    if (m_stack->isShown(m_handbook.ifMade()))
        return;
    m_handbook->start(HelpPage::chapterAbout(keyPlace()));
    m_stack->open(m_handbook.get());
}

void MainWindow::showTemplates()
{
    if (m_stack->isShown(m_templates.ifMade()))
        return;
    const QList<library::PaperId> papers = verbPapers(); // before: what is looked at is what it is shown with
    saveTyped();                                         // a note that is being typed is in it
    m_templates->start(papers.isEmpty() ? library::PaperId() : papers.first());
    m_stack->open(m_templates.get());
}

// --- panels ---------------------------------------------------------------------------------------------------------

void MainWindow::makePanels()
{
    QWidget *over = centralWidget();
    m_palette.makeBy([this, over] {
        auto *panel = new Palette(m_commands, m_theme, over);
        connect(panel, &Overlay::left, this, &MainWindow::focusPage);
        connect(panel, &Palette::chosen, this, [this](const QString &id) {
            focusPage();
            m_commands.run(id);
        });
        return panel;
    });
    m_find.makeBy([this, over] {
        auto *panel = new FindPanel(m_services.library, m_services.background, m_theme, over);
        connect(panel, &Overlay::left, this, &MainWindow::focusPage);
        connect(panel, &FindPanel::chosen, this, &MainWindow::goToHit);
        connect(panel, &FindPanel::keepWanted, this, &MainWindow::keepSearch);
        return panel;
    });
    m_add.makeBy([this, over] {
        auto *panel = new AddPanel(m_services.library, m_services.sync, m_theme, over);
        connect(panel, &Overlay::left, this, &MainWindow::focusPage);
        connect(panel, &AddPanel::added, this, &MainWindow::showAdded);
        return panel;
    });
    m_help.makeBy([this, over] {
        auto *panel = new KeyHelp(m_commands, m_theme, over);
        connect(panel, &KeyHelp::left, this, &MainWindow::focusPage);
        connect(panel, &KeyHelp::changeWanted, this, &MainWindow::showKeyTable);
        connect(panel, &KeyHelp::handbookWanted, this, &MainWindow::showHandbook);
        return panel;
    });
    m_titles.makeBy([this, over] {
        auto *panel = new TitlePanel(m_services, m_theme, over);
        connect(panel, &Overlay::left, this, &MainWindow::focusPage);
        connect(panel, &TitlePanel::found, this, [this](library::PaperId paper) { m_opening->open(paper); });
        connect(panel, &TitlePanel::browserWanted, m_opening, &Opening::openAddress);
        connect(panel, &TitlePanel::trouble, m_notice, &Notice::sayTrouble);
        return panel;
    });
}

} // namespace yaodian::ui
