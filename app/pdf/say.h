#pragma once

#include <QCoreApplication>

namespace yaodian::pdf {

/// The room's sentences: `Say::tr("…")`.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(pdf)
};

} // namespace yaodian::pdf
