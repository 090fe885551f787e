#include "ui/shell/window.h"

// The page on which keys are changed, and the file that keeps them.
namespace yaodian::ui {

void MainWindow::readKeys()
{
    const auto read = m_keyFile.load();
    if (read)
        m_commands.setKeyMap(read->map);
    m_keyProblem = read ? read->complaint() : read.error().message;
}

void MainWindow::connectKeys()
{
    m_commands.bind("keys.open", this, [this](std::optional<int>) { showKeyTable(); });
    connect(m_settings, &SettingsPage::keysWanted, this, &MainWindow::showKeyTable);
    connect(m_help, &KeyHelp::changeWanted, this, &MainWindow::showKeyTable);
    connect(m_keys, &KeysPage::closed, this, [this] { m_stack->leave(m_keys); });
    connect(m_keys, &KeysPage::message, m_notice, &Notice::say);
    connect(m_keys, &KeysPage::failed, m_notice, &Notice::sayTrouble);
}

void MainWindow::showKeyTable()
{
    if (m_stack->isShown(m_keys))
        return;
    m_keys->start();
    m_stack->open(m_keys);
}

} // namespace yaodian::ui
