#pragma once

#include "ui/shell/stage.h"

namespace yaodian::ui {

/// Something that is done on the stage. The window comes to rest after it, and `isThere`, where it is given, has to
/// hold before anything else is done.
struct SceneStep
{
    std::function<void(Stage &)> act;
    std::function<bool(Stage &)> isThere = {};
};

/// A picture: a window, a dialog or an empty state. Each begins in a new window.
struct Scene
{
    const char *name; ///< of its file
    Shelf shelf;
    QList<SceneStep> steps;
    std::function<void(Stage &)> leave = {}; ///< takes back what undo does not
};

/// All of them. One more is a row here: its name, what has to lie on the shelf, and the commands that lead there.
[[nodiscard]] const QList<Scene> &sceneTable();

} // namespace yaodian::ui
