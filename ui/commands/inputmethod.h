#pragma once

#include <functional>

class QWidget;

namespace yaodian::ui {

/// Keys of this widget are keys, also while a Chinese input method composes: it is told that the widget takes no text.
/// The attribute of Qt is not enough: fields of text say that they take some whenever they are enabled. `isOff`: only
/// while it says so.
void keepInputMethodOff(QWidget *widget, std::function<bool()> isOff = {});

} // namespace yaodian::ui
