#pragma once

#include "net/client.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace yaodian::papers {

/// Largest PDF that is fetched or adopted, in bytes.
inline constexpr qint64 largestPdf = 200LL * 1024 * 1024;

enum class Looks { Pdf, WebPage, Nothing, Other };

/// What the first KiB says; a media type is only a hint and decides between web page and other.
[[nodiscard]] Looks looksLike(const QByteArray &bytes, const QByteArray &contentType = {});

/// True where the mark that ends every PDF is missing from its last bytes.
[[nodiscard]] bool lacksEnd(const QByteArray &pdf);

/// What stands between a reader and a PDF.
enum class Wall { None, Captcha, Login };

/// Told by the answer's headers and the words of its page.
[[nodiscard]] Wall wallOf(const net::Response &head, const QByteArray &page);

/// The PDFs that a landing page names in its head (`citation_pdf_url`, then `<link type="application/pdf">`), absolute.
[[nodiscard]] QList<QUrl> pdfsNamedBy(const QByteArray &html, const QUrl &page);

/// The paper that a project's page is about: the page names `title`, and all its links to arXiv lead to one paper (on
/// github.io: the first of several); OpenReview's likewise where there is none. Invalid for any other page, among them
/// those of publishers, which describe their paper in their head and link to the papers that it cites.
[[nodiscard]] QUrl paperLinkedBy(const QByteArray &html, const QUrl &page, const QString &title);

} // namespace yaodian::papers
