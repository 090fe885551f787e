#include "library/failure.h"
#include "library/meta.h"
#include "library/schema.h"
#include "library/statement.h"
#include "library/transaction.h"
#include "tests/support/testmain.h"

#include "base/files.h"
#include "library/backup.h"

#include <QDir>
#include <QtTest>

namespace library_schema {

using namespace yaodian;
using namespace yaodian::library;
using Access = Connection::Access;

class LibrarySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFile_takesAllStepsWithoutACopy();
    void existingFile_isCopiedBeforeEachStep();
    void failingStep_leavesTheFileAsItWas();
    void upToDateFile_isLeftAlone();
    void versions_areToldApart();
    void copyBeforeStep_isAWholeDatabase();
    void severalStatements_areRefused();
    void statementWithinItsOwnRows_works();
    void emptyText_isTextAndNotNull();
    void transactionThatIsNotCommitted_isRolledBack();
    void readingConnection_cannotWrite();
};

const QList<SchemaStep> &twoSteps()
{
    static const QList<SchemaStep> steps{{"CREATE TABLE @.one(x TEXT)", "INSERT INTO @.one VALUES ('first; not two')"},
                                         {"CREATE TABLE @.two(x TEXT)", "INSERT INTO @.two SELECT x FROM one"}};
    return steps;
}

struct File
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("x.sqlite"));
    Connection connection{path, Access::Write, true};

    QString ask(const QByteArray &sql)
    {
        Statement statement(connection, sql);
        return statement.step() ? statement.text(0) : QStringLiteral("no row");
    }
};

/// What the work failed with; empty: it did not.
template <class Work> QString failureOf(Work work)
{
    try {
        work();
    } catch (const StoreFailure &failure) {
        return failure.error.message;
    }
    return {};
}

void LibrarySchema::newFile_takesAllStepsWithoutACopy()
{
    File file;
    int copies = 0;
    upgradeSchema(file.connection, "main", twoSteps(), [&](int) { ++copies; });
    QCOMPARE(copies, 0);
    QCOMPARE(file.connection.userVersion("main"), 2);
    QCOMPARE(file.ask("SELECT x FROM two"), QStringLiteral("first; not two"));
}

void LibrarySchema::existingFile_isCopiedBeforeEachStep()
{
    File file;
    upgradeSchema(file.connection, "main", twoSteps().mid(0, 1), [](int) {});
    QList<int> copied;
    QList<SchemaStep> three = twoSteps();
    three += SchemaStep{"CREATE TABLE @.three(x)"};
    upgradeSchema(file.connection, "main", three, [&](int version) { copied += version; });
    QCOMPARE(copied, (QList<int>{1, 2}));
    QCOMPARE(file.connection.userVersion("main"), 3);
}

void LibrarySchema::failingStep_leavesTheFileAsItWas()
{
    File file;
    upgradeSchema(file.connection, "main", twoSteps().mid(0, 1), [](int) {});
    QList<SchemaStep> broken = twoSteps();
    broken[1].insert(1, "INSERT INTO @.nowhere VALUES (1)"); // in the middle: what follows must not hide it
    QVERIFY(!failureOf([&] { upgradeSchema(file.connection, "main", broken, [](int) {}); }).isEmpty());
    QCOMPARE(file.connection.userVersion("main"), 1);
    QCOMPARE(file.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), QStringLiteral("0"));
    QVERIFY(!failureOf([&] {
                 upgradeSchema(file.connection, "main", twoSteps(), [](int) { fail(QStringLiteral("no copy")); });
             }).isEmpty());
    QCOMPARE(file.connection.userVersion("main"), 1); // no copy, no step
    upgradeSchema(file.connection, "main", twoSteps(), [](int) {});
    QCOMPARE(file.connection.userVersion("main"), 2);
}

void LibrarySchema::upToDateFile_isLeftAlone()
{
    File file;
    upgradeSchema(file.connection, "main", notesSteps(), [](int) {});
    QCOMPARE(file.ask("PRAGMA integrity_check"), QStringLiteral("ok"));
    int copies = 0;
    upgradeSchema(file.connection, "main", notesSteps(), [&](int) { ++copies; });
    QCOMPARE(copies, 0);
}

void LibrarySchema::versions_areToldApart()
{
    File file;
    QCOMPARE(schemaState(file.connection, "main", twoSteps()), SchemaState::Older);
    upgradeSchema(file.connection, "main", twoSteps(), [](int) {});
    QCOMPARE(schemaState(file.connection, "main", twoSteps()), SchemaState::Current);
    QCOMPARE(schemaState(file.connection, "main", twoSteps().mid(0, 1)), SchemaState::Newer);
    file.connection.execute("PRAGMA application_id=1");
    QVERIFY(!failureOf([&] { (void)schemaState(file.connection, "main", twoSteps()); }).isEmpty());
}

void LibrarySchema::copyBeforeStep_isAWholeDatabase()
{
    File file;
    upgradeSchema(file.connection, "main", twoSteps(), [](int) {});
    const Folder folder{file.folder.filePath(QStringLiteral("library"))};
    copyBeforeStep(file.connection, folder, 2, 1'700'000'000'000);
    const QStringList copies = QDir(folder.backups()).entryList(QDir::Files);
    QCOMPARE(copies, QStringList{QStringLiteral("notes-v2-20231114-221320.sqlite")});
    Connection copy(folder.backups() + QLatin1Char('/') + copies.first(), Access::Immutable, true);
    Statement statement(copy, "SELECT x FROM two");
    QVERIFY(statement.step());
    QCOMPARE(copy.userVersion("main"), 2);
    // Where no copy can be made, the step does not come about.
    QVERIFY(writeFileAtomically(file.folder.filePath(QStringLiteral("file")), "x").ok());
    const Folder impossible{file.folder.filePath(QStringLiteral("file"))};
    QVERIFY(!failureOf([&] { copyBeforeStep(file.connection, impossible, 2, 0); }).isEmpty());
}

void LibrarySchema::severalStatements_areRefused()
{
    File file;
    QVERIFY(!failureOf([&] { Statement(file.connection, "SELECT 1; SELECT 2"); }).isEmpty());
    QVERIFY(!failureOf([&] { file.connection.execute("CREATE TABLE a(x); DROP TABLE a"); }).isEmpty());
    QVERIFY(!failureOf([&] { Statement(file.connection, ""); }).isEmpty());
    QCOMPARE(failureOf([&] { Statement(file.connection, "SELECT 1; ").step(); }), QString());
    QCOMPARE(file.ask("SELECT count(*) FROM sqlite_schema"), QStringLiteral("0"));
}

void LibrarySchema::statementWithinItsOwnRows_works()
{
    File file;
    int seen = 0;
    const char *sql = "SELECT 1 UNION ALL SELECT 2";
    Statement outer(file.connection, sql);
    while (outer.step()) {
        Statement inner(file.connection, sql);
        while (inner.step())
            ++seen;
    }
    QCOMPARE(seen, 4);
}

void LibrarySchema::emptyText_isTextAndNotNull()
{
    File file;
    Statement statement(file.connection, "SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), ?5");
    QVERIFY(statement.bind(QString(), QByteArray(), std::optional<int>(), QDateTime(), QStringLiteral("要点")).step());
    QCOMPARE(statement.text(0) + statement.text(1) + statement.text(2) + statement.text(3),
             QStringLiteral("textblobnullnull"));
    QCOMPARE(statement.text(4), QStringLiteral("要点"));
}

void LibrarySchema::transactionThatIsNotCommitted_isRolledBack()
{
    File file;
    upgradeSchema(file.connection, "main", notesSteps(), [](int) {});
    {
        Transaction transaction(file.connection, Transaction::Kind::Write);
        setMetaValue(file.connection, "main", QStringLiteral("k"), QStringLiteral("v"));
    }
    QCOMPARE(metaValue(file.connection, "main", QStringLiteral("k")), QString());
    Transaction transaction(file.connection, Transaction::Kind::Write);
    setMetaValue(file.connection, "main", QStringLiteral("k"), QStringLiteral("v"));
    transaction.commit();
    QCOMPARE(metaValue(file.connection, "main", QStringLiteral("k")), QStringLiteral("v"));
}

void LibrarySchema::readingConnection_cannotWrite()
{
    File file;
    upgradeSchema(file.connection, "main", notesSteps(), [](int) {});
    Connection reader(file.path, Access::Read, true);
    QVERIFY(!failureOf([&] { setMetaValue(reader, "main", QStringLiteral("k"), QStringLiteral("v")); }).isEmpty());
    Statement checkpoints(reader, "PRAGMA wal_autocheckpoint");
    QVERIFY(checkpoints.step());
    QCOMPARE(checkpoints.integer(0), 0);
}

YAODIAN_TEST_GUILESS(LibrarySchema)

} // namespace library_schema

#include "library_schema.moc"
