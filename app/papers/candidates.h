#pragma once

#include "library/library.h"

#include <QSet>
#include <QUrl>

namespace yaodian::papers {

/// One address to ask on the way to a PDF.
struct Step
{
    QUrl url;
    bool page = false; ///< the paper's own page, which may name the PDF; else the PDF itself
};

/// Where to look for a paper's PDF, in order: the rules' addresses for the links of its mentions, then for its
/// identifiers, then the pages themselves.
[[nodiscard]] QList<Step> stepsFor(const library::Library &library, const library::Paper &paper);

/// "host:port" of the sources that mention the paper: what the person added by hand may be a private address, and so
/// may its links to the same server.
[[nodiscard]] QSet<QString> trustedServers(const library::Library &library, library::PaperId paper);
[[nodiscard]] QString serverOf(const QUrl &url);

/// The page of an identifier on the web; invalid: it has none.
[[nodiscard]] QUrl pageOf(const digest::Identifier &identifier);

/// "v2" where the address is a versioned arXiv address; else empty.
[[nodiscard]] QString versionIn(const QUrl &url);

} // namespace yaodian::papers
