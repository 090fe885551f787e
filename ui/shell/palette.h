#pragma once

#include "ui/commands/commands.h"
#include "ui/shell/overlay.h"

#include <QTranslator>

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
    [[nodiscard]] QString namesOf(const Command &command) const;

    Commands &m_commands;
    QTranslator m_chinese; ///< for finding by the Chinese name while the program speaks English
};

} // namespace yaodian::ui
