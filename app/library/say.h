#pragma once

#include <QCoreApplication>

namespace yaodian::library {

/// The room's sentences: `Say::tr("…")`.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(library)
};

} // namespace yaodian::library
