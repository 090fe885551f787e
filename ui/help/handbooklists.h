#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace yaodian::ui {

struct Command;

/// Which keys a command has.
using KeysOf = std::function<QStringList(const Command &)>;

/// The text of a chapter with its generated parts made anew, in the program's language: between <!-- list: NAME --> and
/// <!-- end --> the keys of all commands by place, the verbs of the command line, or the settings. What has another
/// name stays.
[[nodiscard]] QString withLists(const QString &text, const KeysOf &keysOf);
/// The same with the built-in keys, which is what stands in the repository.
[[nodiscard]] QString withLists(const QString &text);

} // namespace yaodian::ui
