#include "tests/support/faults/disk.h"

#include <QDir>
#include <QHash>

#include <cerrno>
#include <sys/stat.h>

namespace yaodian::tests {

namespace {

std::atomic<Disk *> theDisk = nullptr;

/// What SQLite keeps beside a file for those who have it open: memory, though it takes room on the disk.
bool isShared(const QByteArray &path)
{
    return path.endsWith("-shm");
}

int errorOf(Fault fault)
{
    switch (fault) {
    case Fault::Full:
    case Fault::Torn:
        return ENOSPC;
    case Fault::ReadOnly:
        return EROFS;
    case Fault::Refused:
        return EACCES;
    case Fault::Unopened:
        return EMFILE;
    case Fault::Unreadable:
    case Fault::Unwritable:
    case Fault::Unsynced:
        break;
    }
    return EIO;
}

} // namespace

const char *nameOf(Call call)
{
    constexpr const char *names[] = {"open", "change", "make",   "read", "write",
                                     "sync", "rename", "remove", "cut",  "folder"};
    return names[int(call)];
}

const char *nameOf(Fault fault)
{
    constexpr const char *names[] = {"unreadable", "unwritable", "full",    "torn",
                                     "read-only",  "unsynced",   "refused", "unopened"};
    return names[int(fault)];
}

bool meets(Fault fault, Call call)
{
    switch (fault) {
    case Fault::Unreadable:
        return call == Call::Read;
    case Fault::Unwritable:
        return call != Call::Read && call != Call::Open && call != Call::Change;
    case Fault::Full:
        return call == Call::Write || call == Call::Make || call == Call::Folder;
    case Fault::Torn:
        return call == Call::Write;
    case Fault::ReadOnly:
        return call != Call::Read && call != Call::Open && call != Call::Sync;
    case Fault::Unsynced:
        return call == Call::Sync;
    case Fault::Refused:
        return call == Call::Make || call == Call::Rename || call == Call::Remove || call == Call::Folder;
    case Fault::Unopened:
        return call == Call::Open || call == Call::Change || call == Call::Make;
    }
    return false;
}

struct Disk::State
{
    QByteArray folder; ///< with a slash at its end
    std::atomic<bool> holdsShared = false;
    mutable std::mutex mutex;
    QHash<int, File> open;
    QList<Call> calls;
    std::optional<Fault> fault;
    int at = 0;
    bool lasting = false;
    bool torn = false; ///< the half that gets there is written
    bool recording = false;
    QList<DiskChange> changes;
    QHash<QByteArray, int> numbers; ///< of files, by their names
    int files = 0;

    int numberOf(const QByteArray &name)
    {
        const auto known = numbers.constFind(name);
        if (known != numbers.constEnd())
            return *known;
        numbers.insert(name, files);
        changes += DiskChange{DiskChange::What::Known, files, name, {}, 0, {}};
        return files++;
    }
};

Disk::Disk(const QString &folder) : s(std::make_unique<State>())
{
    s->folder = QFile::encodeName(QDir(folder).absolutePath()) + '/';
    linkCalls();
    Disk *none = nullptr;
    if (!theDisk.compare_exchange_strong(none, this))
        qFatal("there is a disk already");
}

Disk::~Disk()
{
    theDisk = nullptr;
}

void Disk::holdShared()
{
    s->holdsShared = true;
}

QByteArray Disk::below(const char *path) const
{
    const QByteArray whole = path;
    return whole.startsWith(s->folder) ? whole.mid(s->folder.size()) : QByteArray();
}

Disk *Disk::of(const char *path)
{
    Disk *disk = theDisk;
    const bool isIts = disk && path &&
                       (qstrncmp(path, disk->s->folder.constData(), size_t(disk->s->folder.size())) == 0 ||
                        disk->s->folder == QByteArray(path) + '/');
    return isIts && (disk->s->holdsShared || !isShared(path)) ? disk : nullptr;
}

Disk *Disk::of(int descriptor)
{
    Disk *disk = theDisk;
    if (!disk)
        return nullptr;
    const std::lock_guard guard(disk->s->mutex);
    return disk->s->open.contains(descriptor) ? disk : nullptr;
}

void Disk::fail(Fault fault, int at, bool lasting)
{
    const std::lock_guard guard(s->mutex);
    s->calls.clear();
    s->fault = fault;
    s->at = at;
    s->lasting = lasting;
    s->torn = false;
    m_faults = 0;
}

void Disk::heal()
{
    const std::lock_guard guard(s->mutex);
    s->fault.reset();
}

QList<Call> Disk::calls() const
{
    const std::lock_guard guard(s->mutex);
    return s->calls;
}

Disk::Answer Disk::ask(Call call)
{
    const std::lock_guard guard(s->mutex);
    s->calls += call;
    if (!s->fault || !meets(*s->fault, call))
        return {};
    const int number = int(s->calls.size());
    const bool begins = number == s->at;
    if (!begins && !(s->lasting && number > s->at) && !s->torn)
        return {};
    if (s->torn && !s->lasting)
        s->torn = false; // the rest of what was torn: it fails, too
    ++m_faults;
    if (*s->fault != Fault::Torn || !begins)
        return {errorOf(*s->fault), false};
    s->torn = true;
    return {errorOf(*s->fault), true};
}

// --- what is recorded
// -------------------------------------------------------------------------------------------------

void Disk::record()
{
    const std::lock_guard guard(s->mutex);
    s->recording = true;
    s->changes.clear();
    for (auto it = s->numbers.cbegin(); it != s->numbers.cend(); ++it)
        s->changes += DiskChange{DiskChange::What::Known, it.value(), it.key(), {}, 0, {}};
}

void Disk::tell(qint64 what)
{
    const std::lock_guard guard(s->mutex);
    DiskChange told;
    told.what = DiskChange::What::Told;
    told.at = what;
    s->changes += told;
}

QList<DiskChange> Disk::changes() const
{
    const std::lock_guard guard(s->mutex);
    return s->changes;
}

void Disk::opened(int descriptor, const char *path, bool made, bool emptied)
{
    const std::lock_guard guard(s->mutex);
    struct stat there
    {
    };
    const QByteArray name = below(path);
    const bool isFolder = ::stat(path, &there) == 0 && S_ISDIR(there.st_mode);
    const bool unnamed = made && isFolder;
    File file{unnamed ? QByteArray() : name, -1};
    if (made) {
        file.number = s->files++;
        if (!unnamed)
            s->numbers.insert(name, file.number);
    } else if (!isFolder) {
        file.number = s->numberOf(name);
    }
    s->open.insert(descriptor, file);
    if (!s->recording)
        return;
    if (made)
        s->changes += DiskChange{DiskChange::What::Make, file.number, file.path, {}, 0, {}};
    else if (emptied)
        s->changes += DiskChange{DiskChange::What::Cut, file.number, {}, {}, 0, {}};
}

void Disk::closed(int descriptor)
{
    const std::lock_guard guard(s->mutex);
    s->open.remove(descriptor);
}

void Disk::wrote(int descriptor, qint64 at, const void *bytes, qint64 size)
{
    const std::lock_guard guard(s->mutex);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Write,
                                 s->open.value(descriptor).number,
                                 {},
                                 {},
                                 at,
                                 QByteArray(static_cast<const char *>(bytes), size)};
}

void Disk::cut(int descriptor, qint64 size)
{
    const std::lock_guard guard(s->mutex);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Cut, s->open.value(descriptor).number, {}, {}, size, {}};
}

void Disk::synced(int descriptor)
{
    const std::lock_guard guard(s->mutex);
    struct stat there
    {
    };
    if (!s->recording || ::fstat(descriptor, &there) != 0)
        return;
    const File file = s->open.value(descriptor);
    if (S_ISDIR(there.st_mode))
        s->changes += DiskChange{DiskChange::What::SyncNames, -1, file.path, {}, 0, {}};
    else
        s->changes += DiskChange{DiskChange::What::Sync, file.number, {}, {}, 0, {}};
}

void Disk::syncedAll()
{
    const std::lock_guard guard(s->mutex);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::SyncAll, -1, {}, {}, 0, {}};
}

void Disk::renamed(const char *from, const char *to)
{
    const std::lock_guard guard(s->mutex);
    const QByteArray before = below(from);
    const QByteArray after = below(to);
    const int number = s->numberOf(before);
    s->numbers.remove(before);
    s->numbers.insert(after, number);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Rename, number, before, after, 0, {}};
}

void Disk::named(int descriptor, const char *path)
{
    const std::lock_guard guard(s->mutex);
    const int number = s->open.value(descriptor).number;
    s->numbers.insert(below(path), number);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Rename, number, {}, below(path), 0, {}};
}

void Disk::removed(const char *path)
{
    const std::lock_guard guard(s->mutex);
    const QByteArray name = below(path);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Remove, s->numberOf(name), name, {}, 0, {}};
    s->numbers.remove(name);
}

void Disk::madeFolder(const char *path)
{
    const std::lock_guard guard(s->mutex);
    if (s->recording)
        s->changes += DiskChange{DiskChange::What::Folder, -1, below(path), {}, 0, {}};
}

} // namespace yaodian::tests
