#pragma once

#include <QString>

// What people wrote, on its way into HTML.
namespace yaodian::exporting {

/// Plain text as HTML text or the value of an attribute; line ends become `<br>` where `lines` is true, else blanks.
[[nodiscard]] QString htmlText(const QString &plain, bool lines = false);

/// Markdown that the reader typed as HTML: GFM's blocks and spans. Raw HTML in it is text, links lead to http, https
/// and yaodian only, and an image is its description: nothing is loaded and nothing runs.
[[nodiscard]] QString htmlOfMarkdown(const QString &markdown);

} // namespace yaodian::exporting
