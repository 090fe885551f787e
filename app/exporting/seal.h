#pragma once

#include "exporting/exporting.h"

#include <QByteArray>

// Files that the program writes as a whole: each says whose it is, and whether it is still as it was written.
namespace yaodian::exporting {

/// "yaodian:ID:0000000000000000", which a format puts where seals stand: in JSON under "yaodian:seal", in HTML as the
/// content of `<meta name="yaodian"`, in tables on a line that begins with '#'.
[[nodiscard]] QByteArray sealPlace(const QString &id);
/// `file` with the zeros of its first seal replaced by a stamp of all of it.
[[nodiscard]] QByteArray sealed(const QByteArray &file);

struct Seal
{
    QString id; ///< empty: the file has none
    bool isIntact = false;
};
[[nodiscard]] Seal sealOf(const QByteArray &file);

/// What is to be written.
struct WholeFile
{
    QString id;     ///< whole, 36 characters
    QString title;  ///< for the name of a new file
    QString ending; ///< "json"
    QByteArray bytes;
};

/// Writes "<slug>-<first 8 of the id>.<ending>" into `folder` (made if absent) in one step. A file of this id is
/// found again whatever its title was; one that was edited by hand is kept and named; one of somebody else is stepped
/// aside for.
Result<void> writeWhole(const QString &folder, const WholeFile &file, Written &written);

/// "<slug>-<first 8 of the id>.<ending>"
[[nodiscard]] QString wholeFileName(const QString &title, const QString &id, const QString &ending);
/// Makes the folder, else one sentence.
Result<void> makeFolder(const QString &folder);

} // namespace yaodian::exporting
