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

/// How well what is typed fits one of the names (a line each), the less the better: it is one, it begins one, it is
/// what the pinyin of a Chinese one begins with ("dk" is 打开), a word begins with it, the pinyin has it further on, it
/// stands within one. Of several words, each may stand in another name. -1: it does not.
[[nodiscard]] int nameRank(const QString &names, const QString &typed);

} // namespace yaodian::ui
