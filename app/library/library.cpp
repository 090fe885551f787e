#include "library/library.h"

#include "library/facade.h"
#include "library/identity.h"
#include "library/lock.h"
#include "library/rebuild.h"
#include "library/restore.h"

#include <QCoreApplication>
#include <QDir>

namespace yaodian::library {

Library::Library(std::unique_ptr<Private> dd) : d(std::move(dd))
{
    qRegisterMetaType<Change>();
}

Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const QString &directory, Mode mode, const Clock &clock, IdSource &ids)
{
    const Folder folder{QDir::cleanPath(QDir(directory).absolutePath())};
    auto d = std::make_unique<Private>(folder, clock, ids);
    auto opened = Private::guarded([&] {
        if (mode == Mode::ReadOnly) {
            d->store.openForReading();
            return;
        }
        d->store.openForWriting();
        if (!d->store.isReadOnly())
            rebuildCache(d->store);
    });
    if (!opened)
        return opened.error();
    return std::unique_ptr<Library>(new Library(std::move(d)));
}

Result<Library::Restored> Library::restore(const QString &directory, const QString &file, const Clock &clock,
                                           IdSource &ids)
{
    const Folder folder{QDir::cleanPath(QDir(directory).absolutePath())};
    auto restored = Private::guarded([&] { return restoreBackup(folder, file, clock, ids); });
    if (!restored)
        return restored;
    // Whoever opens it first makes the cache; only where nobody can is it worth a word.
    const auto opened = open(directory, Mode::ReadWrite, clock, ids);
    if (!opened && opened.error().message != lockedMessage())
        return opened.error();
    return restored;
}

QString Library::directory() const
{
    return d->store.folder().path;
}

bool Library::isReadOnly() const
{
    return d->store.isReadOnly();
}

QString Library::newerMessage() const
{
    return d->store.newerMessage();
}

bool Library::isLocked(const QString &directory)
{
    return Lock::isHeld(Folder{QDir(directory).absolutePath()}.lock());
}

QString Library::lockedMessage()
{
    return QCoreApplication::translate(
        "library", "Another Yaodian is writing to this library. Close it, or wait until it is done.");
}

QString Library::socketPath(const QString &directory)
{
    return socketPathFor(directory);
}

SourceId Library::sourceId(Source::Kind kind, const QString &url)
{
    return sourceIdFor(kind, url);
}

Source Library::filesSource()
{
    Source source;
    source.kind = Source::Kind::Files;
    source.id = sourceId(source.kind);
    source.title = QCoreApplication::translate("library", "Files");
    return source;
}

} // namespace yaodian::library
