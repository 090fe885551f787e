#include "stored/said.h"
#include "stored/write.h"
#include "tests/app/library/rows.h"

#include "library/failure.h"
#include "library/mending.h"
#include "library/schema.h"
#include "library/statement.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace yaodian;
using namespace yaodian::library;
using namespace yaodian::tests;

// Libraries as the program left them at each version of its files (tests/fixtures/libraries): all of them open in this
// one, and say what they said.
class LibraryStored : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersion_isStored();
    void storedLibrary_saysWhatItSaid_data();
    void storedLibrary_saysWhatItSaid();
    void openedOnce_isLeftAloneByASecondOpening_data();
    void openedOnce_isLeftAloneByASecondOpening();
    void copyBeforeTheUpgrade_restores_data();
    void copyBeforeTheUpgrade_restores();
    void storedBackup_restores_data();
    void storedBackup_restores();
    void steps_oneAtATime_makeWhatANewFileHas_data();
    void steps_oneAtATime_makeWhatANewFileHas();
    void readingOnly_saysThatItIsOlder_data();
    void readingOnly_saysThatItIsOlder();
    void triggersOfTheFirstDay_areTakenAway();
};

namespace {

const QString fixtures = QStringLiteral(YAODIAN_FIXTURES "/libraries");

QStringList names()
{
    return QDir(fixtures).entryList({QStringLiteral("v*")}, QDir::Dirs, QDir::Name);
}

/// "v7-5-killed": {7, 5}.
std::pair<int, int> versionsOf(const QString &name)
{
    const QStringList parts = name.mid(1).split(QLatin1Char('-'));
    return {parts[0].toInt(), parts[1].toInt()};
}

void addRows()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : names())
        QTest::newRow(qPrintable(name)) << name;
}

/// A copy of a stored folder, as it was before it was packed.
struct Copy
{
    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<Library> library;

    explicit Copy(const QString &name)
    {
        const QDir from(fixtures + QLatin1Char('/') + name);
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString to = folder.filePath(from.relativeFilePath(path));
            QDir().mkpath(QFileInfo(to).path());
            const bool packed = path.endsWith(QLatin1String(".zst")) && path.contains(QLatin1String(".sqlite"));
            if (!(packed ? unpackFile(path, to.chopped(4)) : QFile::copy(path, to)))
                qFatal("%s cannot be copied", qUtf8Printable(path));
        }
    }

    QString path(const QString &name = {}) const { return folder.filePath(QStringLiteral("library") + name); }

    void open()
    {
        library.reset();
        auto opened = Library::open(path(), Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        library = std::move(*opened);
    }

    /// Posts are parsed again as the window does it after an upgrade.
    void parseAll()
    {
        for (;;) {
            const auto again = library->parseAgain(50);
            if (!again)
                qFatal("%s", qUtf8Printable(again.error().message));
            if (again->left == 0)
                return;
        }
    }

    QJsonObject stored(const char *when) const
    {
        QFile file(folder.filePath(QStringLiteral("said.json")));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no said.json");
        return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String(when)].toObject();
    }
};

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

/// Where `now` says something else than `then`; empty: nowhere. More than was said then is well.
QString difference(const QJsonValue &then, const QJsonValue &now, const QString &at = {})
{
    if (then.isObject() && now.isObject()) {
        const QJsonObject object = then.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString inner = difference(it.value(), now[it.key()], at + QLatin1Char('/') + it.key());
            if (!inner.isEmpty())
                return inner;
        }
        return {};
    }
    if (then.isArray() && now.isArray() && then.toArray().size() == now.toArray().size()) {
        for (int i = 0; i < then.toArray().size(); ++i) {
            const QString inner = difference(then[i], now[i], at + QLatin1Char('/') + QString::number(i));
            if (!inner.isEmpty())
                return inner;
        }
        return {};
    }
    if (at.startsWith(QLatin1String("/found/"))) {
        for (const QJsonValue &hit : then.toArray()) {
            if (!now.toArray().contains(hit))
                return at + QStringLiteral(": not found: ") + hit.toString();
        }
        return {};
    }
    return then == now ? QString() : QStringLiteral("%1: %2, not %3").arg(at, shown(now), shown(then));
}

/// Without what only the cache knows, and a backup does not hold: what servers said, and the pages of PDFs.
QJsonObject withoutCache(QJsonObject what)
{
    QJsonObject sources = what[QStringLiteral("sources")].toObject();
    for (const QString &url : sources.keys()) {
        QJsonObject source = sources[url].toObject();
        for (const char *key : {"etag", "modified", "failures"})
            source.remove(QLatin1String(key));
        sources[url] = source;
    }
    what[QStringLiteral("sources")] = sources;
    QJsonObject found = what[QStringLiteral("found")].toObject();
    for (const QString &word : found.keys()) {
        QJsonArray hits;
        for (const QJsonValue &hit : found[word].toArray()) {
            if (!hit.toString().startsWith(QString::number(int(Hit::Type::Page))))
                hits += hit;
        }
        found[word] = hits;
    }
    what[QStringLiteral("found")] = found;
    return what;
}

/// Tables with their columns, and indexes, of the file attached as `schema`.
QStringList shapeOf(Connection &connection, const QByteArray &schema)
{
    QStringList out;
    Statement all(connection, "SELECT m.type || ' ' || m.name || coalesce('.' || c.name || ' ' || c.type || ' ' ||"
                              " c.pk || c.\"notnull\" || coalesce(c.dflt_value, ''), '') FROM " +
                                  schema + ".sqlite_schema m LEFT JOIN pragma_table_info(m.name, '" + schema +
                                  "') c ORDER BY 1");
    while (all.step())
        out += all.text(0);
    return out;
}

} // namespace

void LibraryStored::everyVersion_isStored()
{
    QSet<int> notes;
    QSet<int> caches;
    for (const QString &name : names()) {
        notes += versionsOf(name).first;
        caches += versionsOf(name).second;
    }
    const char *how = "a step of the schema was added: library_stored --write tests/fixtures/libraries (its README)";
    for (int version = 1; version <= notesSteps().size(); ++version)
        QVERIFY2(notes.contains(version), how);
    for (int version = 1; version <= cacheSteps().size(); ++version)
        QVERIFY2(caches.contains(version), how);
    QVERIFY2(QDir(fixtures).exists(QStringLiteral("v%1-%2").arg(notesSteps().size()).arg(cacheSteps().size())), how);
}

void LibraryStored::storedLibrary_saysWhatItSaid_data()
{
    addRows();
}

void LibraryStored::storedLibrary_saysWhatItSaid()
{
    QFETCH(QString, name);
    Copy copy(name);
    QVERIFY(copy.stored("now")[QStringLiteral("papers")].toObject().size() == 3);
    copy.open();
    QCOMPARE(copy.library->endedUncleanly(), name.endsWith(QStringLiteral("killed")));
    QVERIFY(!copy.library->isReadOnly());
    QCOMPARE(difference(copy.stored("now"), said(*copy.library)), QString());
    QVERIFY(copy.library->wantParsedAgain().ok());
    copy.parseAll();
    QCOMPARE(difference(copy.stored("now"), said(*copy.library)), QString());
    QCOMPARE(copy.library->check()->join(QLatin1Char('|')), QString());
    QCOMPARE(copy.library->healIndexes(Library::IndexCheck::Whole)->join(QLatin1Char('|')), QString());

    QVERIFY(copy.library->redo().ok()); // the act that was left undone
    QCOMPARE(difference(copy.stored("redone"), said(*copy.library)), QString());
    QVERIFY(copy.library->undo().ok());
    QCOMPARE(difference(copy.stored("now"), said(*copy.library)), QString());
    QVERIFY(copy.library->undo().ok());
    QCOMPARE(difference(copy.stored("before"), said(*copy.library)), QString());
    QVERIFY(copy.library->redo().ok());
    QCOMPARE(difference(copy.stored("now"), said(*copy.library)), QString());
    while (copy.library->undo().ok()) { // to the beginning, and all of it again
    }
    QCOMPARE(copy.library->journal().size(), 0);
    QVERIFY(difference(copy.stored("now"), said(*copy.library)) != QString());
    for (qsizetype n = copy.stored("now")[QStringLiteral("journal")].toArray().size(); n > 0; --n)
        QVERIFY(copy.library->redo().ok());
    QCOMPARE(difference(copy.stored("now"), said(*copy.library)), QString());
    QCOMPARE(copy.library->check()->join(QLatin1Char('|')), QString());
}

void LibraryStored::openedOnce_isLeftAloneByASecondOpening_data()
{
    addRows();
}

void LibraryStored::openedOnce_isLeftAloneByASecondOpening()
{
    QFETCH(QString, name);
    Copy copy(name);
    copy.open();
    copy.parseAll();
    copy.library.reset();
    const QStringList backups = QDir(copy.path(QStringLiteral("/backups"))).entryList(QDir::Files);
    QCOMPARE(backups.size(), notesSteps().size() - versionsOf(name).first);
    const QByteArray notes = dumpRows(copy.path(QStringLiteral("/notes.sqlite")));
    const QByteArray cache = dumpRows(copy.path(QStringLiteral("/cache.sqlite")));
    copy.open();
    QVERIFY(!copy.library->endedUncleanly());
    copy.library.reset();
    QCOMPARE(dumpRows(copy.path(QStringLiteral("/notes.sqlite"))), notes);
    QCOMPARE(dumpRows(copy.path(QStringLiteral("/cache.sqlite"))), cache);
    QCOMPARE(QDir(copy.path(QStringLiteral("/backups"))).entryList(QDir::Files), backups);
}

void LibraryStored::copyBeforeTheUpgrade_restores_data()
{
    addRows();
}

void LibraryStored::copyBeforeTheUpgrade_restores()
{
    QFETCH(QString, name);
    const int version = versionsOf(name).first;
    if (version == notesSteps().size())
        QSKIP("of today");
    Copy copy(name);
    copy.open();
    QVERIFY(copy.library->undo().ok());
    copy.library.reset();
    const QDir backups(copy.path(QStringLiteral("/backups")));
    for (int before = version; before < notesSteps().size(); ++before) {
        const QStringList files = backups.entryList({QStringLiteral("notes-v%1-*.sqlite").arg(before)});
        QCOMPARE(files.size(), 1);
        const auto restored = Library::restore(copy.path(), backups.filePath(files[0]), copy.clock, copy.ids);
        QVERIFY2(restored.ok(), restored.ok() ? "" : qPrintable(restored.error().message));
        copy.open();
        QCOMPARE(difference(withoutCache(copy.stored("now")), said(*copy.library)), QString());
        QCOMPARE(copy.library->check()->join(QLatin1Char('|')), QString());
        copy.library.reset();
    }
}

void LibraryStored::storedBackup_restores_data()
{
    addRows();
}

void LibraryStored::storedBackup_restores()
{
    QFETCH(QString, name);
    Copy copy(name);
    QVERIFY(QDir(copy.path()).removeRecursively());
    const auto restored =
        Library::restore(copy.path(), copy.folder.filePath(QStringLiteral("backup.sqlite")), copy.clock, copy.ids);
    QVERIFY2(restored.ok(), restored.ok() ? "" : qPrintable(restored.error().message));
    QCOMPARE(restored->posts, 2);
    copy.open();
    QCOMPARE(difference(withoutCache(copy.stored("now")), said(*copy.library)), QString());
    QVERIFY(copy.library->redo().ok());
    QCOMPARE(difference(withoutCache(copy.stored("redone")), said(*copy.library)), QString());
    const auto sentences = copy.library->check();
    for (const QString &sentence : *sentences)
        QVERIFY2(sentence.contains(QStringLiteral("PDF")), qPrintable(sentence)); // those are not in a backup
}

void LibraryStored::steps_oneAtATime_makeWhatANewFileHas_data()
{
    addRows();
}

void LibraryStored::steps_oneAtATime_makeWhatANewFileHas()
{
    QFETCH(QString, name);
    const Copy copy(name);
    for (const QByteArray &schema : {QByteArray("main"), QByteArray("cache")}) {
        const QList<SchemaStep> &steps = schema == "main" ? notesSteps() : cacheSteps();
        Connection file(copy.path(QStringLiteral("/notes.sqlite")), Connection::Access::Write, true);
        file.attach(copy.path(QStringLiteral("/cache.sqlite")), "cache", Connection::Access::Write, true);
        Connection fresh(QString(), Connection::Access::Memory, true);
        fresh.attach(QString(), "cache", Connection::Access::Memory, true);
        mendSchema(file, schema);
        const int first = file.userVersion(schema);
        QCOMPARE(first, schema == "main" ? versionsOf(name).first : versionsOf(name).second);
        for (int version = 1; version <= steps.size(); ++version) {
            runSchemaStep(fresh, schema, steps[version - 1], version);
            if (version > first)
                runSchemaStep(file, schema, steps[version - 1], version);
            if (version < first)
                continue;
            QCOMPARE(file.userVersion(schema), version);
            checkSchema(file, schema, steps); // every one of schemaNames()
            QCOMPARE(shapeOf(file, schema), shapeOf(fresh, schema));
        }
    }
}

void LibraryStored::readingOnly_saysThatItIsOlder_data()
{
    addRows();
}

void LibraryStored::readingOnly_saysThatItIsOlder()
{
    QFETCH(QString, name);
    Copy copy(name);
    const bool isToday = versionsOf(name) == std::pair(int(notesSteps().size()), int(cacheSteps().size()));
    const auto opened = Library::open(copy.path(), Library::Mode::ReadOnly, copy.clock, copy.ids);
    if (isToday) {
        QVERIFY(opened.ok());
        QCOMPARE(difference(copy.stored("now"), said(**opened)), QString());
        return;
    }
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().message, QStringLiteral("This library was written by an older version. Open it once for "
                                                    "writing to bring it up to date."));
}

/// The first hour of version 1 kept its indexes by triggers, which SQLite does not run for a file that it does not
/// trust: nothing could be marked in such a library.
void LibraryStored::triggersOfTheFirstDay_areTakenAway()
{
    Copy copy(names().first());
    const QString notes = copy.path(QStringLiteral("/notes.sqlite"));
    tamper(notes, "CREATE TRIGGER texts_fts_insert AFTER INSERT ON texts BEGIN"
                  " INSERT INTO notes_fts(rowid, text) VALUES (new.row, new.text); END");
    copy.open();
    QVERIFY(copy.library->redo().ok());
    QCOMPARE(difference(copy.stored("redone"), said(*copy.library)), QString());
    copy.library.reset();
    QCOMPARE(cell(notes, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"), QByteArray("0"));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    const bool killed = words.value(2) == QStringLiteral("killed");
    if (words.value(0) == QStringLiteral("--fill"))
        return fillLibrary(words.value(1), killed);
    if (words.value(0) == QStringLiteral("--write"))
        return storeLibrary(words.value(1), killed ? QStringLiteral("-killed") : QString(), killed);
    LibraryStored test;
    return QTest::qExec(&test, argc, argv);
}

#include "library_stored.moc"
