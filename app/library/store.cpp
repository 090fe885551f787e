#include "library/store.h"

#include "base/files.h"
#include "base/log.h"
#include "library/autobackup.h"
#include "library/backup.h"
#include "library/copying.h"
#include "library/mending.h"
#include "library/meta.h"
#include "library/papers.h"
#include "library/posts.h"
#include "library/say.h"
#include "library/schema.h"
#include "library/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace yaodian::library {

namespace {

constexpr qint64 reserveBytes = 2 * 1024 * 1024;
constexpr size_t idleReaders = 4;

const QString deviceKey = QStringLiteral("device");

/// False where the cache was made for other notes than these: they came out of a backup, or from another folder.
bool cacheFits(Connection &connection)
{
    if (connection.userVersion("main") == 0 || connection.userVersion("cache") == 0)
        return true;
    const QString made = metaValue(connection, "cache", deviceKey);
    return made.isEmpty() || made == metaValue(connection, "main", deviceKey);
}

bool isWritableFolder(const QString &path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

/// SQLite does not say why it could not make a file.
bool hasNoRoom(const QString &folder)
{
    const QByteArray tried = QFile::encodeName(folder + QStringLiteral("/incoming.draft"));
    const int descriptor = ::open(tried.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return errno == ENOSPC || errno == EDQUOT;
    ::close(descriptor);
    ::unlink(tried.constData());
    return false;
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

void Store::requireNotLost() const
{
    constexpr qint64 smallestFile = 512; // an emptied file reads as a new one
    if (QFileInfo(m_folder.notes()).size() >= smallestFile || automaticBackups(m_folder).isEmpty())
        return;
    fail(Say::tr("The library's file %1 is missing or empty, though there are backups of it. Nothing was changed; "
                 "“yaodian doctor "
                 "--repair” puts the newest in its place.")
             .arg(m_folder.notes()),
         SQLITE_CORRUPT);
}

void Store::openForWriting(std::shared_ptr<Lock> held)
{
    requireNotLost();
    m_lock = held ? std::move(held) : Lock::require(m_folder);
    // What was cut short: a restore, a copy in backups/ (another one has another name), posts.
    removeDraft(m_folder.notes());
    removeDraftCopies(m_folder);
    removeDrafts(m_folder);
    m_crashed = QFileInfo(m_folder.notes() + QStringLiteral("-wal")).size() > 0;
    const auto attempt = [this] {
        try {
            openHeld();
        } catch (const StoreFailure &failure) {
            m_writer.reset();
            if (failure.code == SQLITE_CANTOPEN && hasNoRoom(m_folder.path))
                failFull();
            throw;
        }
    };
    try {
        attempt();
    } catch (const StoreFailure &failure) {
        if (!releaseReserve(failure))
            throw;
        attempt();
    }
}

/// While the lock is held.
void Store::openHeld()
{
    openFiles();
    // Of a restore that was killed as it left the log: what of it was of use is rolled back by now, in the log's mode
    // nothing is written into it, and it must never lie beside other notes.
    QFile::remove(m_folder.notes() + QStringLiteral("-journal"));
    if (isNewer(*m_writer)) {
        m_writer.reset();
        m_lock.reset();
        return;
    }
    if (m_crashed)
        checkAfterCrash();
    upgrade();
    bindCache();
    m_notes = FileIdentity::of(m_folder.notes());
    makeReserve();
}

void Store::openFiles()
{
    const auto open = [this] {
        return std::make_unique<Connection>(m_folder.notes(), Connection::Access::Write, true);
    };
    m_writer = open();
    mendSchema(*m_writer, "main");
    checkSchema(*m_writer, "main", notesSteps()); // a damaged or foreign file is told from a damaged cache here
    try {
        attachCache(*m_writer);
        if (cacheFits(*m_writer))
            return;
        qCWarning(logLibrary, "the cache was made for other notes; it is made again");
        m_writer.reset();
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(m_folder.cache() + QLatin1String(ending));
    } catch (const StoreFailure &failure) {
        const bool unread = failure.code == SQLITE_IOERR;
        if (failure.code != SQLITE_CORRUPT && failure.code != SQLITE_NOTADB && !unread)
            throw;
        m_writer.reset();
        if (!unread || !sha256OfFile(m_folder.cache())) // what the disk does not give back can be made again, too
            setCacheAside();
    }
    m_writer = open();
    attachCache(*m_writer);
}

void Store::bindCache()
{
    if (metaValue(*m_writer, "cache", deviceKey) != m_stamps.device())
        setMetaValue(*m_writer, "cache", deviceKey, m_stamps.device());
}

void Store::attachCache(Connection &writer) const
{
    writer.attach(m_folder.cache(), "cache", Connection::Access::Write, false);
    mendSchema(writer, "cache");
    checkSchema(writer, "cache", cacheSteps());
}

void Store::setCacheAside() const
{
    QDir().mkpath(m_folder.backups());
    const QString aside = m_folder.backups() + QStringLiteral("/cache-damaged-%1.sqlite").arg(m_clock.nowMs());
    qCWarning(logLibrary, "the cache is damaged; it is set aside as %s", qUtf8Printable(QFileInfo(aside).fileName()));
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
    m_isNewer = true;
    return true;
}

QString Store::newerMessage() const
{
    return m_isNewer ? Say::tr("This library was written by a newer version of Yaodian. It can be read here, but not "
                               "changed: for that, update Yaodian.")
                     : QString();
}

void Store::checkAfterCrash()
{
    if (const QString found = pageDamage(*m_writer, "quick_check"); !found.isEmpty())
        fail(Say::tr("The library's file is damaged (%1). Nothing was changed; restore a backup.").arg(found),
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
    requireNotLost();
    if (!QFileInfo::exists(m_folder.notes())) {
        openEmpty();
        return;
    }
    // Without write access a write-ahead log cannot even be read; then nobody can be writing either.
    if (!isWritableFolder(m_folder.path) && !hasLog())
        m_reading = Connection::Access::Immutable;
    std::unique_ptr<Connection> reader;
    try {
        reader = openReader();
    } catch (const StoreFailure &failure) {
        if (m_reading != Connection::Access::Read || !keepsWritersAway(failure))
            throw;
        m_reading = hasLog() ? Connection::Access::Unshared : Connection::Access::Immutable;
        reader = openReader();
    }
    (void)isNewer(*reader);
    // A cache of version 0 was never finished: that is told below.
    const bool olderCache =
        reader->userVersion("cache") > 0 && schemaState(*reader, "cache", cacheSteps()) == SchemaState::Older;
    if (!m_isNewer && (schemaState(*reader, "main", notesSteps()) != SchemaState::Current || olderCache))
        fail(Say::tr("This library was written by an older version. Open it once for writing to bring it up to date."));
    checkSchema(*reader, "main", notesSteps());
    if (!cacheFits(*reader))
        fail(Say::tr("The library's cache is missing. Open the library once for writing to make it again."));
    m_readers.push_back(std::move(reader));
}

/// Something was written that is in the write-ahead logs only.
bool Store::hasLog() const
{
    return QFileInfo(m_folder.notes() + QStringLiteral("-wal")).size() > 0 ||
           QFileInfo(m_folder.cache() + QStringLiteral("-wal")).size() > 0;
}

/// On a full disk there is no room even for what readers and writers share. Without a writer nothing needs it.
bool Store::keepsWritersAway(const StoreFailure &failure)
{
    QString why;
    const bool isOfRoom = failure.code == SQLITE_FULL || failure.code == SQLITE_CANTOPEN; // which says no more
    return isOfRoom && Lock::acquire(m_folder.lock(), m_lock, why) == Lock::Outcome::Held;
}

void Store::openEmpty()
{
    m_empty = true;
}

std::unique_ptr<Connection> Store::openReader() const
{
    using Access = Connection::Access;
    const Access access = m_empty ? Access::Memory : m_reading;
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

qint64 Store::arrival(Connection &writer)
{
    if (m_newestPost < 0) {
        Statement newest(writer, "SELECT coalesce(max(stored), 0) FROM main.posts");
        m_newestPost = newest.step() ? newest.integer(0) : 0;
    }
    m_newestPost = qMax(m_newestPost + 1, m_clock.nowMs());
    return m_newestPost;
}

void Store::requireWriter() const
{
    if (!m_writer)
        fail(m_isNewer ? newerMessage() : Say::tr("The library was opened for reading only."));
}

void Store::requireInPlace() const
{
    const FileIdentity there = FileIdentity::of(m_folder.notes());
    if (m_notes.node == 0 || there == m_notes)
        return;
    if (there.node == 0)
        fail(Say::tr(
                 "The library's folder %1 is not there any more. Nothing was changed; bring it back, and it goes on.")
                 .arg(m_folder.path));
    fail(Say::tr("Another library lies at %1 now. Nothing was changed; start Yaodian again to open it.")
             .arg(m_folder.path));
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
    if (info.size() == reserveBytes || freeBytes(m_folder.path).value_or(0) < 16 * reserveBytes)
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
