#pragma once

#include "cli/start.h"
#include "ui/base/sessionbus.h"
#include "ui/base/theme.h"

#include <memory>

class QApplication;

namespace yaodian::ui {

/// Starts what the first document needs, before there is an application: the document itself where the arguments
/// (see cli::windowArguments) name a file, else a worker. `library`: the folder.
[[nodiscard]] std::shared_ptr<pdf::Ahead> startAhead(const QString &library, const QStringList &arguments);

/// How this start looks, also what is asked before there is a window. Made while the library opens beside it, with the
/// fonts, which take long. `library`: the folder whose settings choose, if it is there; `theme`: of this run, empty:
/// the setting.
[[nodiscard]] std::unique_ptr<Theme> makeTheme(QApplication &app, const QString &library, const QString &theme);

/// Runs the window until it closes. Everything in `start`, and `theme`, outlive it. `noNewBus` ends once the window is
/// shown.
int runWindow(QApplication &app, const cli::Start &start, Theme &theme, NoNewSessionBus &noNewBus);

/// Before the application is made: the offscreen platform, and the scale that was asked for. `typed`: after the verb.
void prepareScreenshots(const QStringList &typed);
/// Every scene in both languages and both looks at three scales, as PNG files in a folder (made if absent), and a line
/// for everything that is wrong with a text in them. Exit code of the program: 1 where there is any.
int takeScreenshots(QApplication &app, const cli::Globals &globals, const QStringList &typed);

} // namespace yaodian::ui
