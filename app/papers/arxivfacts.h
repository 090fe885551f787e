#pragma once

#include "library/values.h"
#include "net/client.h"

// What arXiv's interface says of papers by their numbers, many at a time.
namespace yaodian::papers {

/// The most numbers in one question.
inline constexpr int mostAtOnce = 100;

/// False for numbers of a form that arXiv never gave: it answers a question with one of them in it with an error alone.
[[nodiscard]] bool canBeArxiv(const QString &number);
[[nodiscard]] QUrl factsAddress(const QStringList &arxiv);
/// One row for each number that was asked for; without a version where arXiv says nothing of it. Fails in one sentence
/// where the answer is none of arXiv's.
[[nodiscard]] Result<QList<library::ArxivFacts>> factsIn(const net::Response &answer, const QStringList &asked);

} // namespace yaodian::papers
