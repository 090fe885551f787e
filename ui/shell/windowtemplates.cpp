#include "ui/shell/window.h"

#include <QStackedWidget>

// The page of the templates.
namespace yaodian::ui {

void MainWindow::connectTemplates()
{
    m_commands.bind("export.templates", this, [this](std::optional<int>) { showTemplates(); });
    connect(m_settings, &SettingsPage::templatesWanted, this, &MainWindow::showTemplates);
    connect(m_templates, &TemplatesPage::closed, this, [this] { leaveTo(m_beforeTemplates); });
    connect(m_templates, &TemplatesPage::message, m_notice, &Notice::say);
    connect(m_templates, &TemplatesPage::failed, m_notice, &Notice::sayTrouble);
    connect(m_templates, &TemplatesPage::keyPlaceChanged, this, &MainWindow::refreshStatus);
}

void MainWindow::showTemplates()
{
    if (m_stack->currentWidget() == m_templates)
        return;
    const QList<library::PaperId> papers = verbPapers(); // before: what is looked at is what it is shown with
    const bool fromSettings = m_stack->currentWidget() == m_settings && m_beforeSettings != m_templates;
    m_beforeTemplates = fromSettings ? m_settings : pageBehind();
    if (m_beforeTemplates == m_templates)
        m_beforeTemplates = m_page;
    saveTyped(); // a note that is being typed is in it
    m_stack->setCurrentWidget(m_templates);
    m_templates->start(papers.isEmpty() ? library::PaperId() : papers.first());
    focusPage();
    refreshTitle();
}

} // namespace yaodian::ui
