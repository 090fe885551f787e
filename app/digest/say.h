#pragma once

#include <QCoreApplication>

namespace yaodian::digest {

/// The room's sentences: `Say::tr("…")`.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(digest)
};

} // namespace yaodian::digest
