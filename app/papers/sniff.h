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

/// The PDFs that a landing page names in its head (`citation_pdf_url`, then `<link type="application/pdf">`), absolute.
[[nodiscard]] QList<QUrl> pdfsNamedBy(const QByteArray &html, const QUrl &page);

} // namespace yaodian::papers
