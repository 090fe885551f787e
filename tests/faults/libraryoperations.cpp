#include "furnished.h"

#include "library/connection.h"
#include "library/failure.h"
#include "library/schema.h"
#include "library/statement.h"
#include "notes/notes.h"
#include "papers/papers.h"

#include <QBuffer>
#include <QDir>
#include <QImage>

namespace yaodian::tests {

namespace {

Undertaking within(const char *name, const LibraryTrial::Work &work)
{
    return {name, [work](const QString &folder) {
                auto trial = std::make_unique<LibraryTrial>(folder, work, true);
                trial->more = [library = trial->library.get()] {
                    return (library->syncState(feed().id).etag + library->syncState(feed(QStringLiteral("b")).id).etag)
                        .toUtf8();
                };
                return trial;
            }};
}

/// `prepare` makes of the folder what is to be opened.
Undertaking opening(const char *name, const std::function<void(const QString &library)> &prepare,
                    const QString &what = QStringLiteral("library"))
{
    return {name, [prepare, what](const QString &folder) -> std::unique_ptr<Trial> {
                const QString mark = folder + QStringLiteral("/prepared");
                if (!QFileInfo::exists(mark)) { // only once: what is opened anew is what was left
                    prepare(folder + QLatin1Char('/') + what);
                    QFile file(mark);
                    if (!file.open(QIODevice::WriteOnly))
                        qFatal("not prepared");
                }
                return std::make_unique<LibraryTrial>(
                    folder, [what](LibraryTrial &trial) { return trial.open(what); }, false);
            }};
}

QList<Post> twoPosts(int from)
{
    QList<Post> posts;
    for (int number = from; number < from + 2; ++number)
        posts += Post{digest::parse(postText(number), {QStringLiteral("%1.txt").arg(number), {}, {}})->first(),
                      postText(number)};
    return posts;
}

/// Notes of the first schema steps, with a note in them; no cache.
void makeOld(const QString &library)
{
    using namespace yaodian::library;
    QFile::remove(library + QStringLiteral("/cache.sqlite"));
    const QString file = library + QStringLiteral("/notes.sqlite");
    QFile::remove(file);
    Connection connection(file, Connection::Access::Write, true);
    upgradeSchema(connection, "main", notesSteps().mid(0, notesSteps().size() - 2), [](int) {});
}

Result<void> actOf(LibraryTrial &trial, const char *name, const std::function<Result<void>(Acts &)> &work)
{
    return withoutValue(trial.library->act(QLatin1String(name), QLatin1String(name), work));
}

Result<void> highlightSome(LibraryTrial &trial)
{
    Highlight made;
    made.id = trial.ids.make<HighlightTag>();
    made.paper = trial.papers[2];
    made.document = QString(64, QLatin1Char('a'));
    made.boxes = {{0.1, 0.2, 0.9, 0.25}};
    made.quote = QStringLiteral("another passage");
    made.kind = QStringLiteral("result");
    made.made = trial.clock.now();
    return actOf(trial, "another highlight", [&](Acts &acts) { return acts.putHighlight(made); });
}

Result<void> tieSome(LibraryTrial &trial)
{
    return actOf(trial, "tie", [&](Acts &acts) { return acts.tie(trial.point, trial.highlight); });
}

/// As a turn of syncing commits: posts of two sources with their validators, and one that only remembers.
Result<void> storeTurn(LibraryTrial &trial)
{
    SyncState state;
    state.etag = QStringLiteral("new");
    return withoutValue(trial.library->storeAll({{feed(), twoPosts(11), state},
                                                 {feed(QStringLiteral("b")), twoPosts(13), state},
                                                 {feed(QStringLiteral("c")), {}, state}}));
}

QByteArray somePng()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

Result<void> placeImage(LibraryTrial &trial)
{
    const auto kept = trial.library->keepImage(somePng());
    if (!kept)
        return kept.error();
    return actOf(trial, "picture", [&](Acts &acts) {
        return acts.putNote(trial.papers[3], QStringLiteral("![](%1)").arg(Library::imageLink(*kept)));
    });
}

Result<void> adopt(LibraryTrial &trial)
{
    net::Client client;
    papers::Papers papers(*trial.library, client, trial.clock);
    return withoutValue(papers.adopt(trial.papers[1], trial.path(QStringLiteral("2302.00009.pdf"))));
}

/// What came over the net waits in incoming/.
Result<void> take(LibraryTrial &trial)
{
    const QString file = trial.library->incomingFolder() + QStringLiteral("/one.pdf");
    if (!QFileInfo::exists(file)) { // the next download brings it again
        QFile again(file);
        if (!again.open(QIODevice::WriteOnly) || again.write("%PDF-1.4\nthe second one\n%%EOF\n") < 0)
            qFatal("no file");
    }
    return withoutValue(
        trial.library->takeDocument(trial.papers[1], file, QStringLiteral("v2"), QStringLiteral("arxiv")));
}

QList<Undertaking> openings()
{
    const auto nothing = [](const QString &) {};
    const auto withoutCache = [](const QString &library) { QFile::remove(library + QStringLiteral("/cache.sqlite")); };
    const auto damagedCache = [](const QString &library) {
        QFile file(library + QStringLiteral("/cache.sqlite"));
        if (!file.open(QIODevice::ReadWrite) || !file.resize(5000))
            qFatal("not damaged");
    };
    Undertaking damaged = opening("set a damaged cache aside", damagedCache);
    damaged.isOfDamage = true;
    return {opening("open a new library", nothing, QStringLiteral("new/library")), opening("open", nothing),
            opening("open an old library", makeOld), opening("make the cache again", withoutCache), damaged};
}

} // namespace

QList<Undertaking> libraryOperations()
{
    return openings() + QList<Undertaking>{
                            within("store posts",
                                   [](LibraryTrial &trial) {
                                       return withoutValue(trial.library->storeIssues(feed(), twoPosts(5)));
                                   }),
                            within("commit of a sync turn", storeTurn),
                            within("note",
                                   [](LibraryTrial &trial) {
                                       return actOf(trial, "note", [&](Acts &acts) {
                                           return acts.putNote(trial.papers[3], QString(9000, QLatin1Char('x')));
                                       });
                                   }),
                            within("highlight", highlightSome),
                            within("tie evidence", tieSome),
                            within("undo", [](LibraryTrial &trial) { return withoutValue(trial.library->undo()); }),
                            within("redo", [](LibraryTrial &trial) { return withoutValue(trial.library->redo()); }),
                            within("adopt a PDF", adopt),
                            within("take a download", take),
                            within("place a picture", placeImage),
                            within("make indexes again",
                                   [](LibraryTrial &trial) {
                                       return withoutValue(trial.library->healIndexes(Library::IndexCheck::Anyway));
                                   }),
                        };
}

} // namespace yaodian::tests
