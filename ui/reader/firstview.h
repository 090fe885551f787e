#pragma once

#include "base/settings.h"
#include "pdf/document.h"
#include "ui/reader/pagelayout.h"

#include <QSize>

namespace yaodian::ui {

/// How large the pages' part of the reader is, in logical pixels, and how many device pixels one of them has.
struct Viewport
{
    QSize size;
    double ratio = 1;
    friend bool operator==(const Viewport &, const Viewport &) = default;
};

/// Kept over restarts, so that the next start can draw the first page before it has a window.
void keepViewport(Settings &settings, const Viewport &viewport);
/// The one kept last; without one, what a window of the design's size leaves for the pages.
[[nodiscard]] Viewport lastViewport(const Settings &settings);

/// The flow that was chosen last: what a document begins with that was not read yet.
[[nodiscard]] Flow usualFlow(const Settings &settings);
void keepUsualFlow(Settings &settings, Flow flow);

/// What the reader will ask for first of the document at `path`: the pages in view where it was left, at the zoom that
/// it was left at, in a viewport as large as the last. The answer needs `settings` no more.
[[nodiscard]] pdf::FirstView expectedView(Settings &settings, const QString &path);

} // namespace yaodian::ui
