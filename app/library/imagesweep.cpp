#include "library/imagesweep.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/images.h"
#include "library/library.h"
#include "library/notehistory.h"
#include "library/rows.h"
#include "library/statement.h"
#include "library/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace yaodian::library {

namespace {

qint64 newestStep(Connection &connection)
{
    Statement last(connection, "SELECT coalesce(max(seq), 0) FROM operations");
    return last.step() ? last.integer(0) : 0;
}

/// Papers whose notes showed pictures at some time.
QSet<PaperId> papersWithPictures(Connection &connection)
{
    QSet<PaperId> papers;
    Statement now(connection, "SELECT paper FROM main.notes WHERE text LIKE '%yaodian-image%' OR base LIKE "
                              "'%yaodian-image%'");
    while (now.step())
        papers << now.id<PaperId>(0);
    Statement steps(connection, "SELECT changes FROM main.operations WHERE changes LIKE '%yaodian-image%'");
    while (steps.step()) {
        const QJsonObject all = QJsonDocument::fromJson(steps.text(0).toUtf8()).object();
        for (const QJsonValue &change : all.value(QLatin1String("changes")).toArray()) {
            const QJsonValue paper =
                change.toObject().value(QLatin1String("k")).toObject().value(QLatin1String("paper"));
            if (!paper.isUndefined())
                papers << PaperId::fromBytes(blobOf(paper));
        }
    }
    return papers;
}

/// Whatever undo, redo or a history can bring back names what it shows. The journal tells a change of a note by what
/// differs, which may be half of a name: its texts are put together again.
void keepNamed(Connection &connection, QSet<QString> &lost, const CancelToken &token)
{
    lost -= imagesKnown(connection);
    lost -= imagesEverHeld(connection);
    if (lost.isEmpty())
        return;
    const QSet<PaperId> papers = papersWithPictures(connection);
    for (const PaperId &paper : papers)
        eachNoteText(connection, paper, [&](const QString &text) {
            lost.removeIf([&text](const QString &name) { return text.contains(Library::imageLink(name)); });
            return !lost.isEmpty() && !token.stop_requested();
        });
    if (token.stop_requested())
        lost.clear();
}

/// Old enough that no text which is being typed can be about to name it.
QSet<QString> oldOnes(const Folder &folder, qint64 olderThanMs)
{
    QSet<QString> names = imagesStored(folder);
    names.removeIf([&](const QString &name) {
        return QFileInfo(folder.image(name)).lastModified().toMSecsSinceEpoch() >= olderThanMs;
    });
    return names;
}

} // namespace

Swept sweepImages(Store &store, qint64 olderThanMs, const CancelToken &token)
{
    // Notes that could not be opened lie there as they were: which pictures they name nobody can tell.
    if (!QDir(store.folder().backups()).entryList({damagedNotes + QLatin1Char('*')}, QDir::Files).isEmpty())
        return {};
    QSet<QString> lost = oldOnes(store.folder(), olderThanMs);
    if (!lost.isEmpty()) // seldom anything is left: the journal is not read for nothing
        lost -= store.read([](Connection &connection) { return imagesShown(connection); });
    if (lost.isEmpty())
        return {};
    qint64 step = 0;
    store.read([&](Connection &connection) {
        step = newestStep(connection);
        keepNamed(connection, lost, token);
    });
    if (lost.isEmpty())
        return {};
    Swept swept;
    store.write([&](Connection &writer) { // nothing is named meanwhile
        if (newestStep(writer) != step)
            return; // something was done since: another time
        lost -= imagesShown(writer);
        lost &= oldOnes(store.folder(), olderThanMs);
        for (const QString &name : std::as_const(lost)) {
            const QString path = store.folder().image(name);
            const QFileInfo info(path);
            if (info.lastModified().toMSecsSinceEpoch() >= olderThanMs)
                continue; // put in again this moment
            const qint64 bytes = info.size();
            if (!QFile::remove(path)) {
                qCWarning(logLibrary, "%s cannot be removed", qUtf8Printable(name));
                continue;
            }
            ++swept.images;
            swept.bytes += bytes;
        }
    });
    return swept;
}

} // namespace yaodian::library
