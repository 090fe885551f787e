#pragma once

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

/// The PDFs that a landing page names in its head (`citation_pdf_url`, then `<link type="application/pdf">`), absolute.
[[nodiscard]] QList<QUrl> pdfsNamedBy(const QByteArray &html, const QUrl &page);

} // namespace yaodian::papers
