#pragma once

#include "base/result.h"
#include "exporting/exporting.h"
#include "exporting/outgoing.h"
#include "exporting/regions.h"
#include "exporting/unread.h"

#include <QHash>

#include <functional>

namespace yaodian::exporting {

/// What is to be written: the thing's id, other ids it was known by, and its file.
struct Sheet
{
    QString id;    ///< whole, 36 characters
    QString title; ///< for the name of a new file
    Parts parts;
    bool showsComments;     ///< the template names them: what is typed beside a highlight can be one
    QByteArray state = {};  ///< Settled::State::stamp; empty: not known
    QString unchanged = {}; ///< the file that has it all already, which is why there are no parts
};

/// What is known of what was written before, by whose file it is, and where that is kept.
struct Memory
{
    std::function<std::optional<Part>(const QString &id, const QByteArray &region, const QByteArray &stamp)> bases;
    std::function<Result<void>(const QList<Sheet> &sheets)> keep; ///< their regions, before a file says so
};

/// The folder of an export. Files are found again by the id in their front matter, in folders below too; hidden
/// folders and links are left alone.
class Folder
{
public:
    /// `canonical` tells the id under which a thing is known today (papers merge); it gets and gives whole ids.
    static Result<Folder> open(const QString &path, const std::function<QString(const QString &)> &canonical,
                               Memory memory = {});

    /// The file of a thing, and what it holds now; no bytes: there is none yet.
    struct Present
    {
        QString path;
        QByteArray bytes;
        [[nodiscard]] QString name() const;
    };
    [[nodiscard]] Result<Present> present(const Sheet &sheet) const;
    /// Writes or updates the file of a sheet and adds what happened to `written`. What the sheet says was kept before
    /// (Memory::keep). Nothing is in its place before finish().
    /// `present`: what it was taken for; where the file is another one by now, it is left for the next time, and said.
    /// Gives back what the file holds then.
    Result<QByteArray> write(const Sheet &sheet, const Present &present, Written &written);
    Result<void> finish(Written &written);
    [[nodiscard]] QHash<QString, QString> files() const { return m_files; } ///< by the ids of what they are of

private:
    Folder(QString path, Memory memory) : m_path(std::move(path)), m_memory(std::move(memory)) {}
    [[nodiscard]] QString newPath(const Sheet &sheet) const;
    Result<QByteArray> update(const Present &present, const Sheet &sheet, Written &written);

    QString m_path;
    Memory m_memory;
    QHash<QString, QString> m_files; ///< canonical id → path
    Outgoing m_outgoing;
    Unread m_unread; ///< since it was opened
};

/// "<slug>-<first 8 of the id>.md"
[[nodiscard]] QString fileName(const QString &title, const QString &id);

} // namespace yaodian::exporting
