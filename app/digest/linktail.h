#pragma once

#include "digest/recognise.h"

#include <QHash>

namespace yaodian::digest {

/// The papers' links of a post that gives them all at its end ("[1] https://arxiv.org/abs/…").
struct LinkTail
{
    qsizetype from = -1;         ///< the first line that belongs to it; -1: the post has none
    QHash<int, QString> targets; ///< by the number of the entry
};
[[nodiscard]] LinkTail linkTail(const QList<Line> &lines);

/// Gives the entries without a link the one of their number.
void addLinks(Issue &issue, const LinkTail &tail);

} // namespace yaodian::digest
