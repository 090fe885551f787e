#include "ui/shell/window.h"

// The pages about highlights: their kinds, and all of them.
namespace yaodian::ui {

void MainWindow::connectMarks()
{
    m_commands.bind("kinds.open", this, [this](std::optional<int>) { showKinds(); });
    m_commands.bind("highlights.open", this, [this](std::optional<int>) { showHighlights(); });
    connect(m_highlights, &HighlightsPage::closed, this, [this] { m_stack->leave(m_highlights); });
    connect(m_highlights, &HighlightsPage::message, m_notice, &Notice::say);
    connect(m_highlights, &HighlightsPage::failed, m_notice, &Notice::sayTrouble);
    connect(m_highlights, &HighlightsPage::openWanted, this, [this](library::HighlightId id) {
        if (const auto highlight = m_services.library.highlight(id))
            m_opening->open(highlight->paper, {std::nullopt, id});
    });
    connect(m_settings, &SettingsPage::kindsWanted, this, &MainWindow::showKinds);
    connect(m_kinds, &KindsPage::closed, this, [this] { m_stack->leave(m_kinds); });
    connect(m_kinds, &KindsPage::message, m_notice, &Notice::say);
    connect(m_kinds, &KindsPage::failed, m_notice, &Notice::sayTrouble);
}

void MainWindow::showKinds()
{
    if (m_stack->isShown(m_kinds))
        return;
    m_kinds->start();
    m_stack->open(m_kinds);
}

void MainWindow::showHighlights()
{
    if (m_stack->isShown(m_highlights))
        return;
    m_highlights->start();
    m_stack->open(m_highlights);
}

} // namespace yaodian::ui
