#pragma once

#include "cli/cli.h"
#include "cli/server.h"
#include "cli/services.h"
#include "pdf/document.h"

#include <memory>

namespace yaodian::cli {

/// What main hands to the window.
struct Start
{
    Services &services;
    Globals globals;
    QStringList arguments;             ///< what to show first, as of Server::activated(); mostly empty
    Server *server = nullptr;          ///< null where the library is read-only
    QString problem;                   ///< not empty: one sentence to show (the library cannot be written …)
    std::shared_ptr<pdf::Ahead> ahead; ///< for the first document; null: none was started
};

/// What a window should show for an invocation: nothing, or one absolute path, ID or link.
[[nodiscard]] QStringList windowArguments(const Invocation &invocation);

} // namespace yaodian::cli
