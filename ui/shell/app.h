#pragma once

#include "cli/start.h"
#include "ui/base/sessionbus.h"

class QApplication;

namespace yaodian::ui {

/// Starts what the first document needs, before there is an application: the document itself where the arguments
/// (see cli::windowArguments) name a file, else a worker. `library`: the folder.
[[nodiscard]] std::shared_ptr<pdf::Ahead> startAhead(const QString &library, const QStringList &arguments);

/// Runs the window until it closes. Everything in `start` outlives it. `noNewBus` ends once the window is shown.
int runWindow(QApplication &app, const cli::Start &start, NoNewSessionBus &noNewBus);

/// Every window in both languages and both looks, as PNG files in `directory` (made if absent), with the tour as what
/// there is to see. The offscreen platform is set already. Exit code of the program.
int takeScreenshots(QApplication &app, const cli::Globals &globals, const QString &directory);

} // namespace yaodian::ui
