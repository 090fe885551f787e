#include "library/ownfiles.h"

#include "base/files.h"
#include "base/log.h"
#include "library/failure.h"
#include "library/say.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace yaodian::library {

namespace {

constexpr qint64 largestOwnFile = 1024 * 1024; ///< larger ones nobody reads: see Templates and KeyFile
constexpr qsizetype mostOwnFiles = 1000;
constexpr qsizetype longestOwnName = 255;

const QString keysFile = QStringLiteral("keys.txt");
const QString templatesFolder = QStringLiteral("templates/");
const QString templateEnding = QStringLiteral(".mustache");

QStringList ownFilesIn(const Folder &folder)
{
    QStringList names;
    if (QFileInfo(folder.path + QLatin1Char('/') + keysFile).isFile())
        names << keysFile;
    const QStringList found = QDir(folder.path + QLatin1Char('/') + templatesFolder)
                                  .entryList({QLatin1Char('*') + templateEnding}, QDir::Files, QDir::Name);
    for (const QString &name : found)
        names << templatesFolder + name;
    return names.mid(0, mostOwnFiles);
}

/// A free name to keep `bytes` under; empty: they lie there already. `keys.txt~` is written anew with each change of a
/// key: what is kept there is not kept.
QString nameBeside(const QString &path, const QByteArray &bytes)
{
    for (int number = path.endsWith(keysFile) ? 2 : 1;; ++number) {
        const QString name = path + QLatin1Char('~') + (number == 1 ? QString() : QString::number(number));
        const QFileInfo info(name);
        if (!info.exists() && !info.isSymLink())
            return name;
        if (const auto there = readFile(name, largestOwnFile); there && *there == bytes)
            return {};
    }
}

} // namespace

void addOwnFiles(Connection &copy, const Folder &folder)
{
    const QStringList names = ownFilesIn(folder);
    if (names.isEmpty())
        return;
    Transaction transaction(copy, Transaction::Kind::Write);
    copy.execute("CREATE TABLE IF NOT EXISTS kept_files(name TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
    for (const QString &name : names) {
        const auto bytes = readFile(folder.path + QLatin1Char('/') + name, largestOwnFile);
        if (!bytes || !isOwnFile(name, *bytes)) {
            qCWarning(logLibrary, "the backup is without %s: %s", qUtf8Printable(name),
                      qUtf8Printable(bytes ? QStringLiteral("its name") : bytes.error().message));
            continue;
        }
        Statement insert(copy, "INSERT INTO kept_files(name, bytes) VALUES (?1, ?2)");
        insert.bind(name, *bytes).run();
    }
    transaction.commit();
}

bool isOwnFile(const QString &name, const QByteArray &bytes)
{
    if (bytes.size() > largestOwnFile)
        return false;
    if (name == keysFile)
        return true;
    const QString file = name.mid(templatesFolder.size());
    const bool isPlain = std::none_of(file.begin(), file.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QLatin1Char('/') || c == QLatin1Char('\\');
    });
    return name.startsWith(templatesFolder) && file.endsWith(templateEnding) && file.size() > templateEnding.size() &&
           !file.startsWith(QLatin1Char('.')) && isPlain && file.toUtf8().size() <= longestOwnName;
}

void placeOwnFile(const Folder &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.path + QLatin1Char('/') + name;
    const auto must = [](const Result<void> &done) {
        if (!done)
            fail(done.error().message);
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        fail(Say::tr("The folder %1 cannot be made.").arg(QFileInfo(path).absolutePath()));
    if (QFileInfo::exists(path)) {
        const auto there = readFile(path, largestOwnFile);
        if (there && *there == bytes)
            return;
        if (!there) // what cannot be read cannot be kept otherwise
            fail(there.error().message);
        if (const QString beside = nameBeside(path, *there); !beside.isEmpty())
            must(writeFileAtomically(beside, *there));
    }
    must(writeFileAtomically(path, bytes));
}

} // namespace yaodian::library
