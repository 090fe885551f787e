#pragma once

#include "digest/blocks.h"

namespace yaodian::digest {

/// Tables whose rows are a label and what it labels ("作者 | A, B"), one table per paper, become labelled lines.
void unfoldCards(QList<Block> &blocks);

} // namespace yaodian::digest
