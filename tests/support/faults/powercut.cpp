#include "tests/support/faults/disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QRandomGenerator>

namespace yaodian::tests {

namespace {

using What = DiskChange::What;

constexpr qint64 sector = 512; ///< bytes that a disk writes in one go

QByteArray folderOf(const QByteArray &name)
{
    const auto slash = name.lastIndexOf('/');
    return slash < 0 ? QByteArray() : name.left(slash);
}

void apply(const DiskChange &change, QByteArray &bytes)
{
    if (change.what == What::Cut) {
        bytes.resize(change.at, '\0');
        return;
    }
    const qint64 end = change.at + change.bytes.size();
    if (bytes.size() < end)
        bytes.resize(end, '\0');
    std::copy(change.bytes.cbegin(), change.bytes.cend(), bytes.begin() + change.at);
}

/// What was waited for, and what was not.
struct Held
{
    QByteArray bytes;
    QList<DiskChange> loose;

    void settle()
    {
        for (const DiskChange &change : std::as_const(loose))
            apply(change, bytes);
        loose.clear();
    }
    /// All of what is loose, nothing of it, or some, of which some is torn.
    void scatter(QRandomGenerator &chance)
    {
        const int luck = int(chance.bounded(4));
        for (DiskChange change : std::as_const(loose)) {
            const int one = luck == 0 ? 0 : luck == 1 ? 3 : int(chance.bounded(4));
            if (one == 0)
                continue;
            if (one == 1 && change.bytes.size() > sector)
                change.bytes.truncate(sector * (1 + chance.bounded(qint64(change.bytes.size() / sector))));
            apply(change, bytes);
        }
        loose.clear();
    }
};

class Platter
{
public:
    explicit Platter(const QString &before) : m_before(before) {}

    void take(const DiskChange &change)
    {
        switch (change.what) {
        case What::Known:
            m_names.insert(change.name, change.file);
            m_files[change.file].bytes = there(change.name);
            break;
        case What::Write:
        case What::Cut:
            m_files[change.file].loose += change;
            break;
        case What::Sync:
            m_files[change.file].settle();
            keepNames([&](const DiskChange &one) { return one.file == change.file; });
            break;
        case What::SyncNames:
            keepNames([&](const DiskChange &one) {
                return folderOf(one.name) == change.name ||
                       (!one.other.isEmpty() && folderOf(one.other) == change.name);
            });
            break;
        case What::SyncAll:
            for (Held &held : m_files)
                held.settle();
            m_kept = m_naming.size();
            break;
        case What::Make:
            m_files[change.file] = {};
            if (!change.name.isEmpty())
                m_naming += change;
            break;
        case What::Rename:
        case What::Remove:
        case What::Folder:
            m_naming += change;
            break;
        case What::Told:
            break;
        }
    }

    void write(QRandomGenerator &chance, const QString &into)
    {
        const qsizetype names = m_kept + qsizetype(chance.bounded(qint64(m_naming.size() - m_kept + 1)));
        for (const DiskChange &change : m_naming.mid(0, names))
            name(change, into);
        for (Held &held : m_files)
            held.scatter(chance);
        for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
            const QString path = into + QLatin1Char('/') + QFile::decodeName(it.key());
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(m_files[it.value()].bytes) < 0)
                qFatal("the disk is not there: %s", qUtf8Printable(path));
        }
    }

private:
    [[nodiscard]] QByteArray there(const QByteArray &name) const
    {
        QFile file(m_before + QLatin1Char('/') + QFile::decodeName(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <class IsIt> void keepNames(IsIt isIt)
    {
        for (qsizetype at = m_naming.size(); at > m_kept; --at) {
            if (isIt(m_naming[at - 1]))
                m_kept = at;
        }
    }
    void name(const DiskChange &change, const QString &into)
    {
        if (change.what == What::Folder) {
            QDir().mkpath(into + QLatin1Char('/') + QFile::decodeName(change.name));
            return;
        }
        m_names.remove(change.name);
        QFile::remove(into + QLatin1Char('/') + QFile::decodeName(change.name));
        if (change.what == What::Make)
            m_names.insert(change.name, change.file);
        else if (change.what == What::Rename)
            m_names.insert(change.other, change.file);
    }

    const QString m_before;
    QMap<QByteArray, int> m_names; ///< as they were, and from write() on as they are
    QMap<int, Held> m_files;
    QList<DiskChange> m_naming; ///< in the order of the disk's own journal
    qsizetype m_kept = 0;       ///< of them are on the disk for certain
};

} // namespace

void playPowerCut(const QList<DiskChange> &changes, int upTo, quint32 seed, const QString &before, const QString &into)
{
    Platter platter(before);
    for (const DiskChange &change : changes.mid(0, upTo))
        platter.take(change);
    QRandomGenerator chance(seed);
    platter.write(chance, into);
}

} // namespace yaodian::tests
