#pragma once

#include "digest/filler.h"
#include "digest/recognise.h"

namespace yaodian::digest {

/// Makes an issue of lines whose heads are marked: preamble, an entry for each head, trailer. Family and headsSeen of
/// the report are set.
[[nodiscard]] Issue readSegments(const Document &document, const QList<Line> &lines, Filler::Manner manner,
                                 const QString &family);

} // namespace yaodian::digest
