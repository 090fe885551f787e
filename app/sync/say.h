#pragma once

#include <QCoreApplication>

namespace yaodian::sync {

/// The room's sentences: `Say::tr("…")`.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(sync)
};

} // namespace yaodian::sync
