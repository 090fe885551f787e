#include "usage.h"

#include <QDir>
#include <QFile>
#include <QList>

#include <unistd.h>

namespace yaodian::soak {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 pss(const QString &process)
{
    for (const QByteArray &line : contents(process + QStringLiteral("/smaps_rollup")).split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

int parentOf(const QString &process)
{
    const QByteArray stat = contents(process + QStringLiteral("/stat"));
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toInt();
}

QList<int> childrenOf(int parent)
{
    QList<int> out;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const int process = name.toInt(&number);
        if (number && parentOf(QStringLiteral("/proc/") + name) == parent)
            out += QList<int>{process} + childrenOf(process);
    }
    return out;
}

} // namespace

Usage usageNow()
{
    const QString self = QStringLiteral("/proc/self");
    Usage usage;
    usage.ownBytes = usage.treeBytes = pss(self);
    usage.descriptors = int(QDir(self + QStringLiteral("/fd")).entryList(QDir::Files | QDir::System).size());
    usage.threads = int(QDir(self + QStringLiteral("/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    for (const int child : childrenOf(::getpid())) {
        ++usage.processes;
        usage.treeBytes += pss(QStringLiteral("/proc/%1").arg(child));
    }
    return usage;
}

} // namespace yaodian::soak
