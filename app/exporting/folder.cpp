#include "exporting/folder.h"

#include "base/files.h"
#include "exporting/frontmatter.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr qint64 longestFront = 256 * 1024;

/// The id in the front matter of a file; only its head is read.
QString idOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray start = file.read(8 * 1024);
    if (!start.startsWith("---") && !start.startsWith("\xEF\xBB\xBF---"))
        return {};
    return frontId(start + file.read(longestFront));
}

/// Markdown files below a folder, without links and what is hidden, in a stable order (nearest first).
QStringList markdownBelow(const QString &folder)
{
    QStringList folders{folder};
    QStringList files;
    for (qsizetype i = 0; i < folders.size(); ++i) {
        const QDir dir(folders[i]);
        const auto some = QDir::NoDotAndDotDot | QDir::NoSymLinks;
        const QStringList below = dir.entryList(QDir::Dirs | some, QDir::Name);
        for (const QString &name : below)
            folders << dir.filePath(name);
        const QStringList here = dir.entryList({QStringLiteral("*.md")}, QDir::Files | some, QDir::Name);
        for (const QString &name : here)
            files << dir.filePath(name);
    }
    return files;
}

} // namespace

QString fileName(const QString &title, const QString &id)
{
    return slug(title) + QLatin1Char('-') + id.left(8) + QStringLiteral(".md");
}

Result<Folder> Folder::open(const QString &path, const std::function<QString(const QString &)> &canonical,
                            Memory memory)
{
    if (!QDir().mkpath(path))
        return Error::world(
            QCoreApplication::translate("exporting", "The folder %1 cannot be made. Nothing was written.").arg(path));
    Folder folder(QDir(path).absolutePath(), std::move(memory));
    const QStringList files = markdownBelow(folder.m_path);
    for (const QString &file : files) {
        const QString id = idOf(file);
        if (id.isEmpty())
            continue;
        // Of two files of one thing, the one that has its id of today comes before one with an older id.
        const QString today = canonical(id);
        if (today == id || !folder.m_files.contains(today)) {
            const QString other = folder.m_files.value(today);
            if (other.isEmpty() || idOf(other) != today)
                folder.m_files.insert(today, file);
        }
    }
    return folder;
}

QString Folder::Present::name() const
{
    return QFileInfo(path).fileName();
}

Result<Folder::Present> Folder::present(const Sheet &sheet) const
{
    const QString found = m_files.value(sheet.id);
    Present present{found.isEmpty() ? newPath(sheet) : found, {}};
    const QFileInfo info(present.path);
    if (info.exists() && info.size() > 0) {
        auto bytes = readFile(present.path, largestFile);
        if (!bytes.ok())
            return bytes.error();
        present.bytes = std::move(*bytes);
    }
    return present;
}

QString Folder::newPath(const Sheet &sheet) const
{
    const QString name = fileName(sheet.title, sheet.id);
    const QDir dir(m_path);
    // A file of that name that is another's is stepped aside for; one without any id is ours, its head was cut off.
    for (int n = 2;; ++n) {
        const QString tried = n == 2 ? name : QString(name).insert(name.size() - 3, QStringLiteral("-%1").arg(n - 1));
        const QFileInfo info(dir.filePath(tried));
        if (m_outgoing.holds(info.filePath()))
            continue;
        if (!info.exists() && !info.isSymLink())
            return info.filePath();
        if (info.isFile() && !info.isSymLink() && idOf(info.filePath()).isEmpty())
            return info.filePath();
    }
}

Result<QByteArray> Folder::write(const Sheet &sheet, const Present &present, Written &written)
{
    Sheet named = sheet;
    named.parts.front = frontWithId(sheet.parts.front, sheet.id);
    const auto holds =
        present.bytes.isEmpty() ? Result<QByteArray>(composed(named.parts)) : update(present, named, written);
    if (!holds)
        return holds;
    if (*holds != present.bytes) {
        if (const auto added = m_outgoing.add(present.path, present.bytes, *holds); !added)
            return added.error();
    }
    written.files << present.path;
    m_files.insert(sheet.id, present.path);
    if (const auto done = m_outgoing.isFull() ? finish(written) : Result<void>(); !done)
        return done.error();
    return holds;
}

Result<void> Folder::finish(Written &written)
{
    // A library that the disk does not give back reads as one with less in it.
    if (auto read = m_unread.none(); !read) {
        m_outgoing = {};
        return read;
    }
    return m_outgoing.finish(written.files, written.conflicts);
}

Result<QByteArray> Folder::update(const Present &present, const Sheet &sheet, Written &written)
{
    const QByteArray &old = present.bytes;
    const QString name = present.name();
    if (!sheet.parts.hasRegions()) {
        if (old != composed(sheet.parts)) {
            written.conflicts << QCoreApplication::translate(
                                     "exporting",
                                     "%1 is left as it is: a template without regions cannot update a file. Delete it "
                                     "to have it written anew.")
                                     .arg(name);
        }
        ++written.unchanged;
        return old;
    }
    const Bases bases = [this, &sheet](const QByteArray &region, const QByteArray &stamp) {
        return m_memory.bases ? m_memory.bases(sheet.id, region, stamp) : std::nullopt;
    };
    const Merged merge = merged(old, sheet.parts, bases);
    for (const QString &region : merge.edited)
        written.conflicts << QCoreApplication::translate("exporting",
                                                         "%1: the part “%2” was edited by hand and is kept as it is.")
                                 .arg(name, region);
    for (const QString &region : merge.both)
        written.conflicts << QCoreApplication::translate(
                                 "exporting", "%1: the same lines of the part “%2” were changed in the file and here; "
                                              "both are kept.")
                                 .arg(name, region);
    for (const QString &region : merge.broken)
        written.conflicts << QCoreApplication::translate(
                                 "exporting",
                                 "%1: a marker line of the part “%2” is missing; nothing was changed in it.")
                                 .arg(name, region);
    written.unchanged += merge.text == old;
    return merge.text;
}

} // namespace yaodian::exporting
