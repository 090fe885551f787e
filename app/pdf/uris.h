#pragma once

#include <QString>

namespace yaodian::pdf {

/// The address of a link if it is one to follow: http or https with a host, no user name, no control characters. Empty
/// for everything else (file:, javascript:, smb: …). The host is in its ASCII form, so that look-alikes show.
[[nodiscard]] QString followableUri(const QString &uri);

/// What is never done for a document, in words: "it starts a program (sh)". `asked` is the worker's word for an action
/// ("launch:sh") or an address, which stays as it is.
[[nodiscard]] QString refusedAction(const QString &asked);

} // namespace yaodian::pdf
