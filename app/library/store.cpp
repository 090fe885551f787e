#include "library/store.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/library.h"
#include "library/papers.h"
#include "library/schema.h"
#include "library/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace yaodian::library {

namespace {

constexpr qint64 reserveBytes = 2 * 1024 * 1024;
constexpr size_t idleReaders = 4;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(library)
};

bool isWritableFolder(const QString &path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

} // namespace

Store::Store(Folder folder, const Clock &clock, IdSource &ids)
    : m_folder(std::move(folder)), m_clock(clock), m_ids(ids), m_stamps(clock)
{
}

Store::~Store()
{
    m_readers.clear(); // before the writer, whose close folds the write-ahead logs into the files
}

void Store::openForWriting()
{
    if (!QDir().mkpath(m_folder.path))
        fail(Say::tr("The library folder %1 cannot be made.").arg(m_folder.path));
    QString why;
    switch (Lock::acquire(m_folder.lock(), m_lock, why)) {
    case Lock::Outcome::Held:
        break;
    case Lock::Outcome::Taken:
        fail(Library::lockedMessage());
    case Lock::Outcome::Refused:
        fail(Say::tr("The library folder %1 cannot be written: %2.").arg(m_folder.path, why));
    }
    const bool crashed = QFileInfo(m_folder.notes() + QStringLiteral("-wal")).size() > 0;
    auto writer = std::make_unique<Connection>(m_folder.notes(), Connection::Access::Write, true);
    (void)schemaState(*writer, "main", notesSteps()); // a damaged or foreign file is told from a damaged cache here
    try {
        attachCache(*writer);
    } catch (const StoreFailure &failure) {
        if (failure.code != SQLITE_CORRUPT && failure.code != SQLITE_NOTADB)
            throw;
        writer = std::make_unique<Connection>(m_folder.notes(), Connection::Access::Write, true);
        setCacheAside();
        attachCache(*writer);
    }
    if (isNewer(*writer)) {
        writer.reset();
        m_lock.reset();
        return;
    }
    m_writer = std::move(writer);
    if (crashed)
        checkAfterCrash();
    upgrade();
    makeReserve();
}

void Store::attachCache(Connection &writer) const
{
    writer.attach(m_folder.cache(), "cache", Connection::Access::Write, false);
    (void)schemaState(writer, "cache", cacheSteps());
}

void Store::setCacheAside() const
{
    QDir().mkpath(m_folder.backups());
    const QString aside = m_folder.backups() + QStringLiteral("/cache-damaged-%1.sqlite").arg(m_clock.nowMs());
    qCWarning(logLibrary, "the cache is damaged; it is set aside as %s", qUtf8Printable(aside));
    for (const char *ending : {"-wal", "-shm"})
        QFile::remove(m_folder.cache() + QLatin1String(ending));
    if (!QFile::rename(m_folder.cache(), aside))
        fail(Say::tr("The library's cache is damaged and cannot be moved away: %1.").arg(m_folder.cache()),
             SQLITE_CORRUPT);
}

bool Store::isNewer(Connection &connection)
{
    if (schemaState(connection, "main", notesSteps()) != SchemaState::Newer &&
        schemaState(connection, "cache", cacheSteps()) != SchemaState::Newer)
        return false;
    m_newer = Say::tr("This library was written by a newer version of Yaodian. It can be read here, but not changed.");
    return true;
}

void Store::checkAfterCrash()
{
    Statement statement(*m_writer, "PRAGMA main.quick_check(1)");
    if (statement.step() && statement.text(0) != QLatin1String("ok"))
        fail(Say::tr("The library's file is damaged (%1). Nothing was changed; restore a backup.")
                 .arg(statement.text(0)),
             SQLITE_CORRUPT);
}

void Store::upgrade()
{
    const auto copy = [this](int version) { copyBeforeStep(*m_writer, m_folder, version, m_clock.nowMs()); };
    upgradeSchema(*m_writer, "main", notesSteps(), copy);
    upgradeSchema(*m_writer, "cache", cacheSteps(), [](int) {}); // made again from the posts if need be
    Transaction transaction(*m_writer, Transaction::Kind::Write);
    m_stamps.load(*m_writer, m_ids.next().toString(QUuid::Id128));
    followAliases(*m_writer);
    transaction.commit();
}

void Store::openForReading()
{
    if (!QFileInfo::exists(m_folder.notes())) {
        openEmpty();
        return;
    }
    // Without write access a write-ahead log cannot even be read; then nobody can be writing either.
    m_immutable = !isWritableFolder(m_folder.path) && !QFileInfo::exists(m_folder.notes() + QStringLiteral("-wal"));
    auto reader = openReader();
    (void)isNewer(*reader);
    if (m_newer.isEmpty() && schemaState(*reader, "main", notesSteps()) != SchemaState::Current)
        fail(Say::tr("This library was written by an older version. Open it once for writing to bring it up to date."));
    m_readers.push_back(std::move(reader));
}

void Store::openEmpty()
{
    m_empty = true;
}

std::unique_ptr<Connection> Store::openReader() const
{
    using Access = Connection::Access;
    const Access access = m_empty ? Access::Memory : m_immutable ? Access::Immutable : Access::Read;
    auto reader = std::make_unique<Connection>(m_folder.notes(), access, true);
    const bool cache = !m_empty && QFileInfo::exists(m_folder.cache());
    if (!cache && !m_empty)
        fail(Say::tr("The library's cache is missing. Open the library once for writing to make it again."));
    reader->attach(m_folder.cache(), "cache", access, false);
    if (m_empty) {
        upgradeSchema(*reader, "main", notesSteps(), [](int) {});
        upgradeSchema(*reader, "cache", cacheSteps(), [](int) {});
    }
    return reader;
}

void Store::requireWriter() const
{
    if (!m_writer)
        fail(m_newer.isEmpty() ? Say::tr("The library was opened for reading only.") : m_newer);
}

bool Store::releaseReserve(const StoreFailure &failure)
{
    if (failure.code != SQLITE_FULL || !QFile::remove(m_folder.reserve()))
        return false;
    qCWarning(logLibrary, "disk full: the reserve was given back");
    return true;
}

void Store::makeReserve() const
{
    const QFileInfo info(m_folder.reserve());
    if (info.size() == reserveBytes || QStorageInfo(m_folder.path).bytesAvailable() < 16 * reserveBytes)
        return;
    QFile file(m_folder.reserve());
    // Written, not only resized: a file with holes gives nothing back.
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(reserveBytes, '\0')) != reserveBytes)
        qCWarning(logLibrary, "no reserve: %s", qUtf8Printable(file.errorString()));
}

Store::Lease::Lease(const Store &owner) : store(owner)
{
    const std::lock_guard guard(store.m_pooling);
    if (!store.m_readers.empty()) {
        connection = std::move(store.m_readers.back());
        store.m_readers.pop_back();
    } else {
        connection = store.openReader();
    }
}

Store::Lease::~Lease()
{
    const std::lock_guard guard(store.m_pooling);
    if (store.m_readers.size() < idleReaders)
        store.m_readers.push_back(std::move(connection));
}

} // namespace yaodian::library
