#pragma once

#include "pdf/protocol/annotations.h"

namespace yaodian::pdf::worker {

/// What poppler wrote after a file of `head` bytes, with the looks of the annotations in it: poppler leaves them to
/// whoever shows the file, and not everybody draws what has none. As it was where it cannot be told what is in it, or
/// where it is encrypted.
[[nodiscard]] QByteArray withAppearances(const QByteArray &tail, qint64 head, const QList<protocol::AddedRow> &added);

} // namespace yaodian::pdf::worker
