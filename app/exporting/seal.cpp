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
          QByteArray("\n#yaodian:")}) {
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

/// The file of this id, else a free name.
QString pathFor(const QDir &dir, const WholeFile &file, QByteArray &old)
{
    const auto isOurs = [&](const QString &name) {
        const QFileInfo info(dir.filePath(name));
        if (!info.isFile() || info.isSymLink())
            return false;
        const auto bytes = readFile(info.filePath(), largestWhole);
        if (!bytes || sealOf(*bytes).id != file.id)
            return false;
        old = *bytes;
        return true;
    };
    const QString tail = QLatin1Char('-') + file.id.left(8) + QLatin1Char('*') + QLatin1Char('.') + file.ending;
    const QStringList there = dir.entryList({QLatin1Char('*') + tail}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : there) {
        if (isOurs(name))
            return dir.filePath(name);
    }
    const QString name = wholeFileName(file.title, file.id, file.ending);
    for (int n = 1;; ++n) {
        const QString tried =
            n == 1 ? name : QString(name).insert(name.size() - file.ending.size() - 1, QStringLiteral("-%1").arg(n));
        const QFileInfo info(dir.filePath(tried));
        if (!info.exists() && !info.isSymLink())
            return info.filePath();
    }
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

Result<void> writeWhole(const QString &folder, const WholeFile &file, Written &written)
{
    if (const auto made = makeFolder(folder); !made)
        return made.error();
    QByteArray old;
    const QString path = pathFor(QDir(QDir(folder).absolutePath()), file, old);
    const QByteArray fresh = sealed(file.bytes);
    if (!old.isEmpty() && old != fresh && !sealOf(old).isIntact) {
        written.conflicts << QCoreApplication::translate(
                                 "exporting",
                                 "%1 was edited by hand and is kept as it is. Delete it to have it written anew.")
                                 .arg(QFileInfo(path).fileName());
    } else if (old != fresh) {
        if (const auto done = writeFileAtomically(path, fresh); !done)
            return done.error();
        written.files << path;
        return {};
    }
    written.files << path;
    ++written.unchanged;
    return {};
}

} // namespace yaodian::exporting
