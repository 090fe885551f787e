#pragma once

#include "net/client.h"
#include "papers/sniff.h"

#include <QDateTime>

namespace yaodian::papers {

// Why an attempt did not bring a PDF, each in one translated sentence that names the host.

[[nodiscard]] QString refusedSentence(const net::Response &response, Wall wall);
[[nodiscard]] QString notAPdfSentence(Looks looks, Wall wall, const QUrl &url);
[[nodiscard]] QString namesNoPdfSentence(const QUrl &page);
[[nodiscard]] QString cutOffSentence(const QUrl &url);
[[nodiscard]] QString noLinkSentence();
[[nodiscard]] QString namesNothingSentence(const QUrl &url);
/// Its server asked for patience until `until`.
[[nodiscard]] QString heldSentence(const QUrl &url, const QDateTime &until);
/// arXiv's interface did not answer a question.
[[nodiscard]] QString noAnswerSentence(const QString &detail);
/// `cap` PDFs came from arXiv today.
[[nodiscard]] QString enoughForTodaySentence(int cap);

} // namespace yaodian::papers
