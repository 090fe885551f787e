#include "ui/shell/window.h"

// The page of the templates.
namespace yaodian::ui {

void MainWindow::connectTemplates()
{
    m_commands.bind("export.templates", this, [this](std::optional<int>) { showTemplates(); });
    connect(m_settings, &SettingsPage::templatesWanted, this, &MainWindow::showTemplates);
    connect(m_templates, &TemplatesPage::closed, this, [this] { m_stack->leave(m_templates); });
    connect(m_templates, &TemplatesPage::message, m_notice, &Notice::say);
    connect(m_templates, &TemplatesPage::failed, m_notice, &Notice::sayTrouble);
    connect(m_templates, &TemplatesPage::keyPlaceChanged, this, &MainWindow::refreshStatus);
}

void MainWindow::showTemplates()
{
    if (m_stack->isShown(m_templates))
        return;
    const QList<library::PaperId> papers = verbPapers(); // before: what is looked at is what it is shown with
    saveTyped();                                         // a note that is being typed is in it
    m_templates->start(papers.isEmpty() ? library::PaperId() : papers.first());
    m_stack->open(m_templates);
}

} // namespace yaodian::ui
