#pragma once

#include "exporting/exporting.h"
#include "exporting/outgoing.h"
#include "exporting/unread.h"

#include <QByteArray>
#include <QMultiHash>

// Files that the program writes as a whole: each says whose it is, and whether it is still as it was written.
namespace yaodian::exporting {

/// "yaodian:ID:0000000000000000", which a format puts where seals stand: in JSON under "yaodian:seal", in HTML as the
/// content of `<meta name="yaodian"`, in tables on a line that begins with '#', behind a PDF on one
/// that begins with '%'.
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

/// A folder of such files. Its names are read once, so that thousands of files are written in one go.
class WholeFolder
{
public:
    /// Made if absent, else one sentence.
    /// `unread`: made before the first thing was read that is to be in the files.
    static Result<WholeFolder> open(const QString &path, const Unread &unread);

    /// Writes "<slug>-<first 8 of the id>.<ending>" in one step. A file of this id is found again whatever its title
    /// was; one that was edited by hand is kept and named; one of somebody else is stepped aside for. Nothing is in its
    /// place before finish(), and nothing comes there where the library could not be read.
    Result<void> write(const WholeFile &file, Written &written);

    Result<void> finish(Written &written);

private:
    WholeFolder(const QString &path, const Unread &unread);
    QString pathFor(const WholeFile &file, QByteArray &old) const;

    QString m_path;
    QMultiHash<QString, QString> m_names; ///< of files, by the eight digits before the ending
    Outgoing m_outgoing;
    Unread m_unread;
};

/// "<slug>-<first 8 of the id>.<ending>"
[[nodiscard]] QString wholeFileName(const QString &title, const QString &id, const QString &ending);
/// Makes the folder, else one sentence.
Result<void> makeFolder(const QString &folder);

} // namespace yaodian::exporting
