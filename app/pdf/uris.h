#pragma once

#include <QString>

namespace yaodian::pdf {

/// The address of a link if it is one to follow: http or https with a host, no user name, no control characters. Empty
/// for everything else (file:, javascript:, smb: …). The host is in its ASCII form, so that look-alikes show.
[[nodiscard]] QString followableUri(const QString &uri);

} // namespace yaodian::pdf
