#pragma once

// Qt's painter as poppler's second back end, which tells where pictures stand. It draws no page: what is transparent
// comes out opaque. It needs an application object and its plug-ins, which are loaded before
// the worker locks itself in; afterwards nothing more can be.
namespace yaodian::pdf::worker {

/// Makes Qt's painter usable, without a screen. Does nothing where Qt's offscreen plug-in is not installed.
void preparePainting();
[[nodiscard]] bool canPaint();

} // namespace yaodian::pdf::worker
