#include "exporting/outgoing.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace yaodian::exporting {

namespace {

bool isStill(const QString &path, const QByteArray &old)
{
    const QFileInfo info(path);
    if (old.isEmpty())
        return !info.exists() || info.size() == 0;
    if (info.size() != old.size())
        return false;
    const auto now = readFile(path, old.size());
    return now.ok() && *now == old;
}

} // namespace

Result<void> Outgoing::add(const QString &path, const QByteArray &old, const QByteArray &fresh)
{
    m_old.insert(path, old);
    return m_batch.add(path, fresh);
}

Result<void> Outgoing::finish(QStringList &files, QStringList &conflicts)
{
    const auto old = std::exchange(m_old, {});
    return m_batch.commit([&](const QString &path) {
        if (isStill(path, old.value(path)))
            return true;
        files.removeAll(path);
        conflicts << QCoreApplication::translate(
                         "exporting", "%1 was changed while it was being written; it is left for the next time.")
                         .arg(QFileInfo(path).fileName());
        return false;
    });
}

} // namespace yaodian::exporting
