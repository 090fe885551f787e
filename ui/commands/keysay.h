#pragma once

#include <QCoreApplication>

namespace yaodian::ui {

/// What is said of keys and their file: `KeySay::tr("…")`.
struct KeySay
{
    Q_DECLARE_TR_FUNCTIONS(keys)
};

} // namespace yaodian::ui
