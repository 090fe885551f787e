#pragma once

#include "cli/cli.h"

#include <QSize>

#include <functional>

class QApplication;

namespace yaodian::ui {

/// A walk through the scenes (scenes.h).
struct Walk
{
    QStringList languages;
    QStringList themes;
    QSize screen;   ///< of the window, in logical pixels
    QString only;   ///< one scene; empty: all
    QString folder; ///< for the pictures; empty: none are kept
    QString look;   ///< after a picture's name: "@2x"
};

struct Walked
{
    int scenes = 0;
    QStringList defects; ///< a sentence each: where, which text, what is wrong
    QStringList excused; ///< what WCAG lets pass, named
};

/// Goes to every scene and looks at its texts (looks.h). `tell` hears which one it is going to.
[[nodiscard]] Walked walkScenes(QApplication &app, const cli::Globals &globals, const Walk &walk,
                                const std::function<void(const QString &scene)> &tell = {});

} // namespace yaodian::ui
