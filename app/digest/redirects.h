#pragma once

#include <QString>

namespace yaodian::digest {

/// The address that a redirecting one carries in itself ("https://link.zhihu.com/?target=https%3A//arxiv.org/…"): where
/// it names a paper, or where the site does nothing but redirect. Any other address stays as it is.
[[nodiscard]] QString withoutRedirect(const QString &link);

} // namespace yaodian::digest
