#pragma once

#include "ui/commands/commands.h"

#include <QTranslator>

namespace yaodian::ui {

/// By what a command is found: its name in the program's language, in English and in Chinese, and its keys.
class CommandNames final
{
public:
    CommandNames();

    [[nodiscard]] QString of(const Command &command, const QStringList &keys) const;

private:
    QTranslator m_chinese; ///< for finding by the Chinese name while the program speaks English
};

/// Every word typed stands in the names; the fewer letters before it, the better. -1: no match.
[[nodiscard]] int nameRank(const QString &names, const QString &typed);

} // namespace yaodian::ui
