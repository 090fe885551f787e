#pragma once

#include "ui/commands/commandnames.h"
#include "ui/shell/overlay.h"

namespace yaodian::ui {

/// Finds any command that can be run now by its name in Chinese or English, or by its key.
class Palette final : public Overlay
{
    Q_OBJECT

public:
    Palette(Commands &commands, const Theme &theme, QWidget *window);

    void start();

Q_SIGNALS:
    /// After the palette closed, so that the command finds the focus where it was.
    void chosen(const QString &id);

private:
    void fill(const QString &typed);

    Commands &m_commands;
    CommandNames m_names;
};

} // namespace yaodian::ui
