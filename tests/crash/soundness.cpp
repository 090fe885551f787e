#include "tests/crash/ground.h"

#include "base/files.h"
#include "library/images.h"
#include "library/posts.h"
#include "tests/app/library/rows.h"

#include <QDirIterator>
#include <QRegularExpression>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int stepsBack = 12;

/// The last steps, taken back and done again: what the journal says is what was done.
QStringList backAndForth(Library &library)
{
    const QList<PaperId> papers = library.papersWithNotes();
    const QByteArray before = digestOf(library, papers);
    int back = 0;
    while (back < stepsBack && library.undo().ok())
        ++back;
    for (int forth = 0; forth < back; ++forth) {
        if (const auto done = library.redo(); !done)
            return {u"a step that was taken back cannot be done again: %1"_s.arg(done.error().message)};
    }
    if (digestOf(library, papers) != before)
        return {u"%1 steps taken back and done again are something else"_s.arg(back)};
    return {};
}

/// Everything that may lie in a library. (`incoming/` holds parts of downloads, which are gone on with; a lock of Qt's
/// on a file of settings goes when that is next written.)
bool isKnown(const QString &below)
{
    static const QRegularExpression known(
        u"\\A(notes\\.sqlite(-wal|-shm)?|cache\\.sqlite(-wal|-shm)?|lock|reserve|socket|keys\\.txt~?|log/.*|"
        u"(settings|state)\\.ini(\\.lock)?|incoming/[^/]*(?<!\\.draft)|pages/.*|backups/[a-z0-9-]+\\.sqlite|"
        u"templates/[^/]+\\.mustache~?\\d*|"
        u"posts/[0-9a-f]{2}/[0-9a-f]{64}\\.zst|documents/[0-9a-f]{2}/[0-9a-f]{64}\\.pdf|"
        u"images/[0-9a-f]{2}/[0-9a-f]{64}\\.png)\\z"_s);
    return known.match(below).hasMatch();
}

} // namespace

QStringList strangers(const QString &folder)
{
    QStringList out;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString below = QDir(folder).relativeFilePath(files.next());
        if (!isKnown(below))
            out += below;
    }
    return out;
}

Documents documentsOf(const QString &folder)
{
    Documents out;
    QSet<QString> named;
    const QString notes = folder + u"/notes.sqlite"_s;
    const QByteArray all = tests::cell(notes, "SELECT coalesce(group_concat(DISTINCT sha256), '') FROM documents");
    for (const QByteArray &name : all.split(','))
        named << QString::fromLatin1(name);
    named.remove(QString());
    QDirIterator files(folder + u"/documents"_s, QDir::Files, QDirIterator::Subdirectories);
    QSet<QString> there;
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = QFileInfo(path).completeBaseName();
        there << name;
        if (sha256OfFile(path).valueOr({}) != name)
            out.problems += u"the PDF %1 is not what its name says"_s.arg(name);
        if (!named.contains(name))
            out.unnamed += name;
    }
    named -= there;
    for (const QString &name : std::as_const(named))
        out.problems += u"the PDF %1 has a row and no file"_s.arg(name);
    return out;
}

QStringList misnamed(const QString &folder)
{
    QStringList out;
    QDirIterator posts(folder + u"/posts"_s, QDir::Files, QDirIterator::Subdirectories);
    while (posts.hasNext()) {
        const QString path = posts.next();
        if (!unpackedPost(bytesOf(path), QFileInfo(path).completeBaseName()))
            out += u"the post %1 is not what its name says"_s.arg(path);
    }
    QDirIterator images(folder + u"/images"_s, QDir::Files, QDirIterator::Subdirectories);
    while (images.hasNext()) {
        const QString path = images.next();
        if (!isImage(bytesOf(path), QFileInfo(path).completeBaseName()))
            out += u"the picture %1 is not what its name says"_s.arg(path);
    }
    return out;
}

QStringList unsound(const QString &folder)
{
    QStringList out;
    {
        SystemClock clock;
        IdSource ids(clock);
        auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            return {u"it cannot be opened: %1"_s.arg(opened.error().message)};
        Library &library = **opened;
        for (const char *when : {"at once", "after undo and redo"}) {
            const auto damage = library.check();
            if (!damage)
                out += damage.error().message;
            else
                for (const QString &sentence : *damage)
                    out += u"%1: %2"_s.arg(QLatin1String(when), sentence);
            if (qstrcmp(when, "at once") == 0)
                out += backAndForth(library);
        }
    }
    for (const QString &file : strangers(folder))
        out += u"%1 stays for ever"_s.arg(file);
    return out + misnamed(folder) + documentsOf(folder).problems;
}

} // namespace yaodian::crash
