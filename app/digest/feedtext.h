#pragma once

#include "digest/blocks.h"

#include <QString>

namespace yaodian::digest {

/// A tag of HTML stands in the text: not any '<', which abstracts write for "less than".
[[nodiscard]] bool hasHtmlTags(QStringView text);

/// The text of a piece of HTML on one line; block tags become a blank.
[[nodiscard]] QString plainOfHtml(const QString &html);

/// "Name (mail)", "mail (Name)", "Name <mail>", a name in a link → the name.
[[nodiscard]] QString personOf(const QString &text);

/// Atom's "<name>…</name><email>…</email>" → "name", or the address where there is no name.
[[nodiscard]] QString atomPerson(QStringView xml);

/// "doi:10.1101/…", "https://doi.org/10.1101/…" → "10.1101/…"; empty where it is none.
[[nodiscard]] QString doiOf(const QString &text);

/// A link resolved against `base`; as it stands where it is absolute already or there is nothing to resolve it by.
[[nodiscard]] QString resolvedLink(const QString &link, const QString &base);

/// Resolves the relative links of a document.
void resolveLinks(Document &document, const QString &base);

} // namespace yaodian::digest
