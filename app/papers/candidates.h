#pragma once

#include "library/library.h"
#include "net/client.h"
#include "papers/rules.h"

#include <QSet>
#include <QUrl>

namespace yaodian::papers {

/// One address to ask on the way to a PDF.
struct Step
{
    enum class What {
        Pdf,
        Answer, ///< says where the PDF is, by `reads`
        Page,   ///< the paper's own page, which may name the PDF
    };
    QUrl url;
    What what = What::Pdf;
    QList<Reading> reads;
    QString namedBy = {}; ///< serverOf() the answer that named it; empty: a link or an identifier of the paper's
};

/// What a link stands for: PDFs, then answers that name one, then the page itself where that may help.
[[nodiscard]] QList<Step> stepsForLink(const QUrl &link, const QString &email);

/// Where to look for a paper's PDF, in order: the rules' addresses for the links of its mentions, then for its
/// identifiers, then answers that may name it, then the pages themselves. `email`: for the rules that need one.
[[nodiscard]] QList<Step> stepsFor(const library::Library &library, const library::Paper &paper, const QString &email);

/// "host:port" of the sources that mention the paper: what the person added by hand may be a private address, and so
/// may its links to the same server.
[[nodiscard]] QSet<QString> trustedServers(const library::Library &library, library::PaperId paper);
[[nodiscard]] QString serverOf(const QUrl &url);

/// The page of an identifier on the web; invalid: it has none.
[[nodiscard]] QUrl pageOf(const digest::Identifier &identifier);

/// "v2" where the address or the headers of an answer of arXiv's name it; else empty.
[[nodiscard]] QString versionOf(const net::Response &answer);
/// "v2" where the address is a versioned arXiv address; else empty.
[[nodiscard]] QString versionIn(const QUrl &url);

} // namespace yaodian::papers
