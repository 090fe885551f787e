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

/// What is known of what was written before, and where that is kept.
struct Memory
{
    Bases bases;
    std::function<Result<void>(const QList<Part> &)> keep; ///< before a file says so
};

/// The folder of an export. Files are found again by the id in their front matter, in folders below too; hidden
/// folders and links are left alone.
class Folder
{
public:
    /// `canonical` tells the id under which a thing is known today (papers merge); it gets and gives whole ids.
    static Result<Folder> open(const QString &path, const std::function<QString(const QString &)> &canonical,
                               Memory memory = {});

    /// What the file of a thing holds now, and what it is called; empty: there is none.
    struct Present
    {
        QString name;
        QByteArray bytes;
    };
    [[nodiscard]] Present present(const QString &id) const;
    /// Keeps what a sheet says, as that of which a file was made that has its stamps.
    [[nodiscard]] Result<void> remember(const Sheet &sheet) const;

    /// Writes or updates the file of a sheet and adds what happened to `written`.
    Result<void> write(const Sheet &sheet, Written &written);

private:
    Folder(QString path, Memory memory) : m_path(std::move(path)), m_memory(std::move(memory)) {}
    [[nodiscard]] QString newPath(const Sheet &sheet) const;
    Result<void> create(const QString &path, const Sheet &sheet, Written &written);
    Result<void> update(const QString &path, const Sheet &sheet, Written &written);

    QString m_path;
    Memory m_memory;
    QHash<QString, QString> m_files; ///< canonical id → path
};

/// "<slug>-<first 8 of the id>.md"
[[nodiscard]] QString fileName(const QString &title, const QString &id);

} // namespace yaodian::exporting
