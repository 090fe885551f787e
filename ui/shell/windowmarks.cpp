#include "ui/shell/window.h"

#include <QStackedWidget>

// The pages about highlights: their kinds, and all of them.
namespace yaodian::ui {

void MainWindow::connectMarks()
{
    m_commands.bind("kinds.open", this, [this](std::optional<int>) { showKinds(); });
    m_commands.bind("highlights.open", this, [this](std::optional<int>) { showHighlights(); });
    connect(m_highlights, &HighlightsPage::closed, this, [this] { leaveTo(m_beforeHighlights); });
    connect(m_highlights, &HighlightsPage::message, m_notice, &Notice::say);
    connect(m_highlights, &HighlightsPage::failed, m_notice, &Notice::sayTrouble);
    connect(m_highlights, &HighlightsPage::openWanted, this, [this](library::HighlightId id) {
        const auto highlight = m_services.library.highlight(id);
        if (!highlight)
            return;
        m_fromHighlights = true;
        m_opening->open(highlight->paper, {std::nullopt, id});
    });
    connect(m_settings, &SettingsPage::kindsWanted, this, &MainWindow::showKinds);
    connect(m_kinds, &KindsPage::closed, this, [this] { leaveTo(m_beforeKinds); });
    connect(m_kinds, &KindsPage::message, m_notice, &Notice::say);
    connect(m_kinds, &KindsPage::failed, m_notice, &Notice::sayTrouble);
}

void MainWindow::showKinds()
{
    if (m_stack->currentWidget() == m_kinds)
        return;
    const QWidget *now = m_stack->currentWidget();
    // Back to where one came from, but not round in a circle.
    const bool circles =
        (now == m_settings && m_beforeSettings == m_kinds) || (now == m_highlights && m_beforeHighlights == m_kinds);
    if (!circles)
        m_beforeKinds = now == m_settings || now == m_highlights ? m_stack->currentWidget() : pageBehind();
    m_stack->setCurrentWidget(m_kinds);
    m_kinds->start();
    focusPage();
    refreshTitle();
}

void MainWindow::showHighlights()
{
    if (m_stack->currentWidget() == m_highlights)
        return;
    m_beforeHighlights = pageBehind();
    if (m_beforeHighlights == m_highlights)
        m_beforeHighlights = m_page;
    m_fromHighlights = false;
    m_stack->setCurrentWidget(m_highlights);
    m_highlights->start();
    focusPage();
    refreshTitle();
}

void MainWindow::leaveReader()
{
    if (!std::exchange(m_fromHighlights, false))
        return showLibrary();
    m_stack->setCurrentWidget(m_highlights);
    m_highlights->start();
    focusPage();
    refreshTitle();
}

} // namespace yaodian::ui
