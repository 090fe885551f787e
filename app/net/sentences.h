#pragma once

#include "base/result.h"
#include "net/fault.h"

#include <QUrl>

namespace yaodian::net {

// What kept an answer away, each in one translated sentence that names the host.

[[nodiscard]] Error notAWebAddress(const QUrl &url);
[[nodiscard]] Error passwordInAddress(const QUrl &url);
[[nodiscard]] Error offlineError(const QUrl &url);
[[nodiscard]] Error privateRefused(const QUrl &url);
[[nodiscard]] Error notFound(const QUrl &url);
[[nodiscard]] Error tooManyRedirects(const QUrl &url, int most);
[[nodiscard]] Error downgraded(const QUrl &from, const QUrl &to);
[[nodiscard]] Error tooLarge(const QUrl &url, qint64 most);
[[nodiscard]] Error tookTooLong(const QUrl &url, int seconds);
/// `detail` is libcurl's own text, used where no sentence of ours fits.
[[nodiscard]] Error unreachable(const QUrl &url, Fault fault, const QString &detail);

} // namespace yaodian::net
