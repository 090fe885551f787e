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

/// Before the application is made: the offscreen platform, and the scale that was asked for. `typed`: after the verb.
void prepareScreenshots(const QStringList &typed);
/// Every scene in both languages and both looks at three scales, as PNG files in a folder (made if absent), and a line
/// for everything that is wrong with a text in them. Exit code of the program: 1 where there is any.
int takeScreenshots(QApplication &app, const cli::Globals &globals, const QStringList &typed);

} // namespace yaodian::ui
