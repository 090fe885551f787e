#pragma once

#include "library/library.h"
#include "pdf/values.h"

#include <functional>

namespace yaodian::exporting {

/// The text of a document, of one page (from 0) or of all.
using TextOf = std::function<Result<QList<pdf::PageText>>(const QString &path, std::optional<int> page)>;

struct AnnotationsTaken
{
    int fresh = 0;
    int unchanged = 0;
    QStringList failed; ///< sentences: which annotation has no place here, and why
};

/// Makes highlights of the annotations in a file, all of them one step of undo. An annotation whose highlight is here
/// already is left as it is. On the document it was made on it stands where it stood; on another its quote is looked
/// for, on the page it names and then on all others. What has no place is named and left out.
Result<AnnotationsTaken> takeAnnotations(library::Library &library, const QByteArray &file, const TextOf &textOf);

} // namespace yaodian::exporting
