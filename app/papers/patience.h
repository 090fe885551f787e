#pragma once

#include "library/library.h"
#include "net/client.h"

// What servers ask for that are not to be asked for PDFs for a while. Kept in the library, beside what sources learn.
namespace yaodian::papers {

/// Remembers what an answer other than 200 asks for: 429 for its whole server, 503 for the one address.
/// `asked`: the address before redirects.
void keepPatience(library::Library &library, const net::Response &head, const QUrl &asked, const QDateTime &now);
/// Until when an address is left alone; invalid: nobody asked for it.
[[nodiscard]] QDateTime patienceUntil(const library::Library &library, const QUrl &url);

/// arxiv.org and all names below it.
[[nodiscard]] bool isArxiv(const QUrl &url);

} // namespace yaodian::papers
