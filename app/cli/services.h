#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "cli/cli.h"
#include "exporting/exporting.h"
#include "net/reachability.h"
#include "papers/papers.h"
#include "papers/watching.h"
#include "reading/reading.h"
#include "sync/secrets.h"
#include "sync/sync.h"

namespace yaodian::cli {

/// Everything the program is made of, on top of one open library, in the order in which the parts need each other
/// (they end in the opposite order). The window has one; so has every verb. It lives on the thread that made it.
struct Services
{
    /// Takes `offline` and `mirrors` from the settings and from this run's options. A malformed mirror is said in
    /// `complaint` and left out.
    /// Passwords of sources lie in `keychain`; what is known of them in this process, in `passwords`.
    Services(library::Library &openLibrary, const Clock &theClock, IdSource &idSource, const Globals &globals,
             std::unique_ptr<sync::Keychain> keychain = sync::systemKeychain(),
             std::shared_ptr<sync::PasswordsOfRun> passwords = std::make_shared<sync::PasswordsOfRun>());

    /// Once more after a change of the settings `offline` or `mirrors`. Fails where a mirror is malformed.
    Result<void> applyNetworkSettings();

    library::Library &library;
    const Clock &clock;
    IdSource &ids;
    Settings settings;
    net::Client client;
    net::Reachability network; ///< counts as there until somebody makes it listen()
    papers::Papers papers;
    Background background; ///< after papers: what it still runs may file a PDF
    papers::Watching watching;
    sync::Secrets secrets;
    sync::Sync sync;
    notes::Notes notes;
    reading::Reading reading;
    exporting::Markdown markdown;
    exporting::Formats formats;
    QString complaint;
};

} // namespace yaodian::cli
