#include "cli/knownlibraries.h"

#include "base/files.h"
#include "cli/say.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace yaodian::cli {

namespace {

constexpr qsizetype mostKnown = 32;
constexpr qint64 largestList = 256 * 1024;

QString listFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/yaodian/libraries");
}

QStringList knownFolders()
{
    const auto bytes = readFile(listFile(), largestList);
    return bytes ? QString::fromUtf8(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
}

QString nameFor(const QString &folder)
{
    return QDir::cleanPath(QDir(folder).absolutePath());
}

} // namespace

bool KnownLibraries::isGone(const QString &folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) &&
           knownFolders().contains(nameFor(folder));
}

void KnownLibraries::remember(const QString &folder)
{
    QStringList known = knownFolders();
    const QString name = nameFor(folder);
    if (known.value(0) == name || name.contains(QLatin1Char('\n')))
        return;
    known.removeAll(name);
    known.prepend(name);
    if (QDir().mkpath(QFileInfo(listFile()).path()))
        (void)writeFileAtomically(listFile(), known.mid(0, mostKnown).join(QLatin1Char('\n')).toUtf8() + '\n');
}

QString KnownLibraries::goneMessage(const QString &folder)
{
    return Say::tr("The library's folder %1 is not there any more. If it lies on a drive, connect that and try again.")
        .arg(QDir::toNativeSeparators(nameFor(folder)));
}

} // namespace yaodian::cli
