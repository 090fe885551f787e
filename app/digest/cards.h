#pragma once

#include "digest/blocks.h"

namespace yaodian::digest {

/// Tables whose rows are a label and what it labels ("作者 | A, B"), one table per paper, become labelled lines.
void unfoldCards(QList<Block> &blocks);

/// Labels that stand alone, bold or as headings, above what they label ("**作者**", then the names) become labelled
/// lines, where the post does so more than once.
void joinLabels(QList<Block> &blocks);

} // namespace yaodian::digest
