#pragma once

#include "ui/commands/commands.h"

#include <QCoreApplication>

// The rows of the one table of commands, by what they are about.
namespace yaodian::ui::tables {

[[nodiscard]] QList<Command> everywhere();
[[nodiscard]] QList<Command> list();
[[nodiscard]] QList<Command> sidebarAndCard();
[[nodiscard]] QList<Command> triage();
[[nodiscard]] QList<Command> history();
[[nodiscard]] QList<Command> readerMoves();
[[nodiscard]] QList<Command> readerLooks();
[[nodiscard]] QList<Command> readerMarks();
[[nodiscard]] QList<Command> selection();
[[nodiscard]] QList<Command> highlight();
[[nodiscard]] QList<Command> activity();
[[nodiscard]] QList<Command> kinds();
[[nodiscard]] QList<Command> highlights();
[[nodiscard]] QList<Command> points();
[[nodiscard]] QList<Command> pointField();
[[nodiscard]] QList<Command> note();
[[nodiscard]] QList<Command> templates();
[[nodiscard]] QList<Command> keys();
[[nodiscard]] QList<Command> settings();
[[nodiscard]] QList<Command> handbook();

} // namespace yaodian::ui::tables
