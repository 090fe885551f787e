#include "exporting/seal.h"

#include "base/files.h"
#include "exporting/regions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestWhole = 256LL * 1024 * 1024;
constexpr qsizetype stampLength = 16;

struct SealFound
{
    QString id;
    QByteArray stamp;
    qsizetype at = -1; ///< of the stamp
};

/// None of these beginnings can stand in a value: quotes are escaped in JSON, '<' in HTML, and no line of a table
/// begins so.
SealFound findSeal(const QByteArray &file)
{
    for (const QByteArray &before :
         {QByteArray("\"yaodian:seal\": \"yaodian:"), QByteArray("<meta name=\"yaodian\" content=\"yaodian:"),
          QByteArray("\n#yaodian:"), QByteArray("\n%yaodian:")}) {
        const qsizetype at = file.indexOf(before);
        if (at < 0)
            continue;
        const QString text = QString::fromLatin1(file.mid(at + before.size(), 37 + stampLength));
        static const QRegularExpression form(QStringLiteral("^([0-9a-f-]{36}):([0-9a-f]{16})$"));
        if (const auto match = form.match(text); match.hasMatch())
            return {match.captured(1), match.captured(2).toLatin1(), at + before.size() + 37};
    }
    return {};
}

QByteArray stampWithout(QByteArray file, const SealFound &found)
{
    return stampOf(file.replace(found.at, stampLength, QByteArray(stampLength, '0')));
}

/// The digits of an id that a name ends in ("mine-5f0c2a1e.json", "mine-5f0c2a1e-2.json").
QString digitsOf(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("-([0-9a-f]{8})(?:-\\d+)?\\.[a-z]+$"));
    return form.match(name).captured(1);
}

} // namespace

QByteArray sealPlace(const QString &id)
{
    return "yaodian:" + id.toLatin1() + ':' + QByteArray(stampLength, '0');
}

QByteArray sealed(const QByteArray &file)
{
    const SealFound found = findSeal(file);
    return found.at < 0 ? file : QByteArray(file).replace(found.at, stampLength, stampWithout(file, found));
}

Seal sealOf(const QByteArray &file)
{
    const SealFound found = findSeal(file);
    return found.at < 0 ? Seal{} : Seal{found.id, stampWithout(file, found) == found.stamp};
}

Result<void> makeFolder(const QString &folder)
{
    if (QDir().mkpath(folder))
        return {};
    return Error::world(
        QCoreApplication::translate("exporting", "The folder %1 cannot be made. Nothing was written.").arg(folder));
}

QString wholeFileName(const QString &title, const QString &id, const QString &ending)
{
    return slug(title) + QLatin1Char('-') + id.left(8) + QLatin1Char('.') + ending;
}

WholeFolder::WholeFolder(const QString &path, const Unread &unread) : m_path(path), m_unread(unread)
{
    const QStringList names = QDir(path).entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Unsorted);
    for (const QString &name : names) {
        if (const QString digits = digitsOf(name); !digits.isEmpty())
            m_names.insert(digits, name);
    }
}

Result<WholeFolder> WholeFolder::open(const QString &path, const Unread &unread)
{
    if (const auto made = makeFolder(path); !made)
        return made.error();
    return WholeFolder(QDir(path).absolutePath(), unread);
}

/// The file of this id, else a free name.
QString WholeFolder::pathFor(const WholeFile &file, QByteArray &old) const
{
    const QDir dir(m_path);
    QStringList there = m_names.values(file.id.left(8));
    there.sort();
    for (const QString &name : std::as_const(there)) {
        if (!name.endsWith(QLatin1Char('.') + file.ending))
            continue;
        const auto bytes = readFile(dir.filePath(name), largestWhole);
        if (bytes && findSeal(*bytes).id == file.id) {
            old = *bytes;
            return dir.filePath(name);
        }
    }
    const QString name = wholeFileName(file.title, file.id, file.ending);
    for (int n = 1;; ++n) {
        const QString tried =
            n == 1 ? name : QString(name).insert(name.size() - file.ending.size() - 1, QStringLiteral("-%1").arg(n));
        const QFileInfo info(dir.filePath(tried));
        if (!info.exists() && !info.isSymLink() && !m_outgoing.holds(info.filePath()))
            return info.filePath();
    }
}

Result<void> WholeFolder::write(const WholeFile &file, Written &written)
{
    QByteArray old;
    const QString path = pathFor(file, old);
    const QByteArray fresh = sealed(file.bytes);
    if (!old.isEmpty() && old != fresh && !sealOf(old).isIntact) {
        written.conflicts << QCoreApplication::translate(
                                 "exporting",
                                 "%1 was edited by hand and is kept as it is. Delete it to have it written anew.")
                                 .arg(QFileInfo(path).fileName());
    } else if (old != fresh) {
        if (const auto added = m_outgoing.add(path, old, fresh); !added)
            return added;
        m_names.insert(file.id.left(8), QFileInfo(path).fileName());
        written.files << path;
        return m_outgoing.isFull() ? finish(written) : Result<void>();
    }
    written.files << path;
    ++written.unchanged;
    return {};
}

Result<void> WholeFolder::finish(Written &written)
{
    if (auto read = m_unread.none(); !read) {
        m_outgoing = {};
        return read;
    }
    return m_outgoing.finish(written.files, written.conflicts);
}

} // namespace yaodian::exporting
