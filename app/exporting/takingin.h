#pragma once

#include "exporting/regions.h"
#include "library/library.h"

namespace yaodian::exporting {

/// What became of the edits in a file.
struct TakenIn
{
    int values = 0;        ///< comments, points and notes that the library has from the file now
    QStringList conflicts; ///< sentences: what was changed in both is kept from both
};

/// Takes over what the reader changed in a file that the program wrote: comments, points, the note. One act of the
/// journal. What was changed in the library meanwhile is joined with it line by line; nothing that either side has is
/// left out. `name`: the file's, for what is said. `firstComments`: words beside a highlight that
/// had no comment can be its first.
Result<TakenIn> takeIn(library::Library &library, const QByteArray &file, const Bases &bases, const QString &name,
                       bool firstComments);

} // namespace yaodian::exporting
