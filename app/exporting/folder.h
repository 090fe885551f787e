#pragma once

#include "base/result.h"
#include "exporting/exporting.h"
#include "exporting/regions.h"

#include <QHash>

#include <functional>

namespace yaodian::exporting {

/// What is to be written: the thing's id, other ids it was known by, and its file.
struct Sheet
{
    QString id;    ///< whole, 36 characters
    QString title; ///< for the name of a new file
    Parts parts;
};

/// The folder of an export. Files are found again by the id in their front matter, in folders below too; hidden
/// folders and links are left alone.
class Folder
{
public:
    /// `canonical` tells the id under which a thing is known today (papers merge); it gets and gives whole ids.
    static Result<Folder> open(const QString &path, const std::function<QString(const QString &)> &canonical);

    /// Writes or updates the file of a sheet and adds what happened to `written`.
    Result<void> write(const Sheet &sheet, Written &written);

private:
    explicit Folder(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] QString newPath(const Sheet &sheet) const;
    Result<void> create(const QString &path, const Sheet &sheet, Written &written);
    Result<void> update(const QString &path, const Sheet &sheet, Written &written);

    QString m_path;
    QHash<QString, QString> m_files; ///< canonical id → path
};

/// "<slug>-<first 8 of the id>.md"
[[nodiscard]] QString fileName(const QString &title, const QString &id);

} // namespace yaodian::exporting
