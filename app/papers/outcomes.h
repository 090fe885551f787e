#pragma once

#include "net/client.h"
#include "papers/sniff.h"

namespace yaodian::papers {

// Why an attempt did not bring a PDF, each in one translated sentence that names the host.

[[nodiscard]] QString refusedSentence(const net::Response &response);
[[nodiscard]] QString notAPdfSentence(Looks looks, const QUrl &url);
[[nodiscard]] QString namesNoPdfSentence(const QUrl &page);
[[nodiscard]] QString cutOffSentence(const QUrl &url);
[[nodiscard]] QString noLinkSentence();

} // namespace yaodian::papers
