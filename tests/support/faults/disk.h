#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

// A disk that can fail. The program's own calls to the system (open, read, write, fsync, rename, unlink, ftruncate,
// mkdir …) stand in calls.cpp, in the program that tests: SQLite, Qt and our code all end there, whatever they make of
// it. What lies below one folder goes through a Disk; everything else, and everything while there is none, goes to the
// system as it is.
namespace yaodian::tests {

/// What a program asks of a disk.
enum class Call {
    Open,   ///< of what is there, for reading
    Change, ///< of what is there, for writing
    Make,   ///< of a file that is not there yet
    Read,
    Write,
    Sync,   ///< of a file, a folder or the whole disk
    Rename, ///< or a first name for a file that has none
    Remove,
    Cut, ///< ftruncate
    Folder,
};
[[nodiscard]] const char *nameOf(Call call);

/// How a disk fails.
enum class Fault {
    Unreadable, ///< EIO when reading
    Unwritable, ///< EIO for all that changes something
    Full,       ///< ENOSPC for all that takes room
    Torn,       ///< half of what is written gets there, and then the disk is full
    ReadOnly,   ///< EROFS for all that changes something
    Unsynced,   ///< EIO for what waits for the disk
    Refused,    ///< EACCES for new names, and names that go
    Unopened,   ///< EMFILE for what is opened
};
inline constexpr Fault allFaults[] = {Fault::Unreadable, Fault::Unwritable, Fault::Full,    Fault::Torn,
                                      Fault::ReadOnly,   Fault::Unsynced,   Fault::Refused, Fault::Unopened};
[[nodiscard]] const char *nameOf(Fault fault);
/// Whether a fault of that kind can meet that call.
[[nodiscard]] bool meets(Fault fault, Call call);

/// One change of what the disk holds, as it was asked for: what a power cut is played with.
struct DiskChange
{
    enum class What {
        Known, ///< was there before
        Make,
        Write,
        Cut,
        Sync,
        SyncNames, ///< of a folder
        SyncAll,
        Rename,
        Remove,
        Folder,
        Told,
    };
    What what = What::Make;
    int file = -1;    ///< a number for the file, whatever it is called
    QByteArray name;  ///< below the folder
    QByteArray other; ///< what it is called from now on
    qint64 at = 0;    ///< the place of the bytes; the new size; what was told
    QByteArray bytes;
};

class Disk
{
public:
    /// Watches what lies below `folder`, until it goes. There is one at a time.
    explicit Disk(const QString &folder);
    ~Disk();
    Q_DISABLE_COPY_MOVE(Disk)

    /// From now on also what SQLite keeps beside a file for all who have it open, which is left out else.
    void holdShared();

    // --- faults ---------------------------------------------------------------------------------------------------
    /// The calls from now on are counted, from 1: call number `at` fails, where the fault meets it, and where `lasting`
    /// all after it that the fault meets.
    void fail(Fault fault, int at, bool lasting);
    void heal();                                          ///< nothing fails any more; the counts stay
    [[nodiscard]] int faults() const { return m_faults; } ///< calls that were failed since fail()
    /// The calls since fail() or since the disk was made, in their order.
    [[nodiscard]] QList<Call> calls() const;

    // --- power ----------------------------------------------------------------------------------------------------
    void record();          ///< every change from now on
    void tell(qint64 what); ///< puts a word among the changes: what was promised by then
    [[nodiscard]] QList<DiskChange> changes() const;

    // --- for the calls --------------------------------------------------------------------------------------------
    struct File
    {
        QByteArray path;
        int number = -1;
    };
    struct Answer
    {
        int error = 0;     ///< for errno; 0: go on
        bool half = false; ///< write half of it
    };
    /// The one there is, where `path` (or the file behind a descriptor) is below its folder; else nullptr.
    [[nodiscard]] static Disk *of(const char *path);
    [[nodiscard]] static Disk *of(int descriptor);
    [[nodiscard]] Answer ask(Call call);
    void opened(int descriptor, const char *path, bool made, bool emptied);
    void closed(int descriptor);
    void wrote(int descriptor, qint64 at, const void *bytes, qint64 size);
    void cut(int descriptor, qint64 size);
    void synced(int descriptor);
    void syncedAll();
    void renamed(const char *from, const char *to);
    void named(int descriptor, const char *path);
    void removed(const char *path);
    void madeFolder(const char *path);

private:
    struct State;
    [[nodiscard]] QByteArray below(const char *path) const;

    std::unique_ptr<State> s;
    std::atomic<int> m_faults = 0;
};

/// Does nothing, but has calls.cpp linked into the program.
void linkCalls();

/// What a disk holds whose power was cut after so many of the changes: those that were waited for, and of the others
/// any part, in any order, torn; of the names those that were waited for and some after them, in their order. `before`
/// is what the folder held when the recording began. The same `seed` gives the same.
void playPowerCut(const QList<DiskChange> &changes, int upTo, quint32 seed, const QString &before, const QString &into);

} // namespace yaodian::tests
