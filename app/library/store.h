#pragma once

#include "base/ids.h"
#include "library/failure.h"
#include "library/fileidentity.h"
#include "library/folder.h"
#include "library/interruptible.h"
#include "library/lock.h"
#include "library/stamps.h"
#include "library/transaction.h"

#include <memory>
#include <mutex>
#include <vector>

namespace yaodian::library {

/// The open files of a library: one writer, as many readers as threads read at once.
class Store
{
public:
    Store(Folder folder, const Clock &clock, IdSource &ids);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    // One of the three, once. All throw StoreFailure.
    void openForWriting(std::shared_ptr<Lock> held = {}); ///< `held`: the caller has the lock already
    void openForReading();
    void openEmpty(); ///< nothing on disk, nothing in it

    [[nodiscard]] bool isReadOnly() const { return !m_writer; }
    [[nodiscard]] bool endedUncleanly() const { return m_crashed; }
    /// Not empty: the files are a newer program's, and were opened read-only.
    [[nodiscard]] QString newerMessage() const;
    [[nodiscard]] const Folder &folder() const { return m_folder; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] IdSource &ids() const { return m_ids; }
    [[nodiscard]] Stamps &stamps() { return m_stamps; }
    /// When the next post comes in, in milliseconds: the clock's time, but after every post before it, so that the
    /// order in which posts came is known for ever. For who has the writer.
    [[nodiscard]] qint64 arrival(Connection &writer);

    /// Runs `work(Connection &)` in one read transaction.
    template <class Work> auto read(Work work) const
    {
        Lease lease(*this);
        Transaction transaction(*lease.connection, Transaction::Kind::Read);
        return work(*lease.connection);
    }
    /// The same; ends with a StoreFailure (SQLITE_INTERRUPT) as soon as `token` asks for it.
    template <class Work> auto read(Work work, const CancelToken &token) const
    {
        Lease lease(*this);
        Interruptible interruptible(*lease.connection, token);
        Transaction transaction(*lease.connection, Transaction::Kind::Read);
        return work(*lease.connection);
    }
    /// Runs `work(Connection &)` while this thread has the writer; a full disk gets the reserve back and one more try.
    template <class Work> auto write(Work work)
    {
        const std::lock_guard guard(m_writing);
        requireWriter();
        requireInPlace();
        try {
            return work(*m_writer);
        } catch (const StoreFailure &failure) {
            if (!releaseReserve(failure))
                throw;
        }
        return work(*m_writer);
    }

    /// Fails where the folder is gone or another one has come in its place: what is open of it could still be written,
    /// and nobody would find it again.
    void requireInPlace() const;

private:
    struct Lease
    {
        explicit Lease(const Store &store);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)
        const Store &store;
        std::unique_ptr<Connection> connection;
    };
    std::unique_ptr<Connection> openReader() const;
    void attachCache(Connection &writer) const;
    void setCacheAside() const;
    void requireNotLost() const; ///< backups without notes: that is no new library
    void openHeld();
    void openFiles();
    [[nodiscard]] bool hasLog() const;
    [[nodiscard]] bool keepsWritersAway(const StoreFailure &failure);
    void bindCache();
    void upgrade();
    void checkAfterCrash();
    [[nodiscard]] bool isNewer(Connection &connection);
    void requireWriter() const;
    bool releaseReserve(const StoreFailure &failure);
    void makeReserve() const;

    Folder m_folder;
    const Clock &m_clock;
    IdSource &m_ids;
    Stamps m_stamps;
    bool m_isNewer = false;
    qint64 m_newestPost = -1; ///< -1: not looked up yet
    bool m_empty = false;
    Connection::Access m_reading = Connection::Access::Read;
    bool m_crashed = false; ///< whoever wrote before did not close it
    FileIdentity m_notes;   ///< of the file that is open
    std::shared_ptr<Lock> m_lock;
    std::unique_ptr<Connection> m_writer;
    std::mutex m_writing;
    mutable std::mutex m_pooling;
    mutable std::vector<std::unique_ptr<Connection>> m_readers;
};

} // namespace yaodian::library
