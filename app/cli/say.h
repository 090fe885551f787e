#pragma once

#include <QCoreApplication>

namespace yaodian::cli {

/// The translation context of everything the command line says: `Say::tr("…")`.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace yaodian::cli
