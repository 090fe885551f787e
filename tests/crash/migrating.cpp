// A library of an earlier version of the schema, opened by this one.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "library/connection.h"
#include "library/schema.h"
#include "library/statement.h"
#include "tests/app/library/rows.h"

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

using Access = Connection::Access;

constexpr int postsOfAll = 16;

QByteArrayList columnsOf(Connection &connection, const QByteArray &schema, const QByteArray &table)
{
    QByteArrayList out;
    Statement rows(connection, "SELECT name FROM pragma_table_info('" + table + "', '" + schema + "')");
    while (rows.step())
        out += rows.text(0).toUtf8();
    return out;
}

/// Makes `to` what `from` would have been at that version: its steps, and in its tables what fits into them.
void makeOlder(const QString &from, const QString &to, int version)
{
    Connection connection(to, Access::Write, true);
    upgradeSchema(connection, "main", notesSteps().mid(0, version), [](int) {});
    connection.attach(from, "now", Access::Write, true);
    QByteArrayList tables;
    Statement all(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                              " AND name NOT LIKE 'notes_fts%' AND name NOT LIKE 'sqlite_%'");
    while (all.step())
        tables += all.text(0).toUtf8();
    for (const QByteArray &table : std::as_const(tables)) {
        const QByteArray columns = columnsOf(connection, "main", table).join(", ");
        connection.execute("DELETE FROM main." + table);
        connection.execute("INSERT INTO main." + table + '(' + columns + ") SELECT " + columns + " FROM now." + table);
    }
    connection.execute("INSERT INTO main.notes_fts(notes_fts) VALUES ('rebuild')");
}

struct OldLibraries
{
    QTemporaryDir folder;
    QMap<int, QByteArray> whole; ///< what each version is when it has been brought up to date
    QList<PaperId> papers;
    QByteArray digest;
    int steps = 0;
    int version = 0;
    int upgraded = 0; ///< runs after which nothing was left to do
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
    [[nodiscard]] QString notes() const { return library() + u"/notes.sqlite"_s; }
    [[nodiscard]] QString old(int of) const { return folder.filePath(u"old%1"_s.arg(of)); }
};

/// The present library, and one as it would have been at each version before.
void makeAll(OldLibraries &state)
{
    const QString now = state.folder.filePath(u"now"_s);
    {
        Opened opened(now);
        state.papers = storePosts(*opened.library, 1, postsOfAll);
        markPapers(opened, state.papers.mid(0, postsOfAll), 0);
        state.digest = digestOf(*opened.library, state.papers);
    }
    for (int version = 1; version < notesSteps().size(); ++version) {
        putBack(now, state.old(version));
        QFile::remove(state.old(version) + u"/notes.sqlite"_s);
        makeOlder(now + u"/notes.sqlite"_s, state.old(version) + u"/notes.sqlite"_s, version);
        if (version % 2 == 1) // its cache was lost as well
            QFile::remove(state.old(version) + u"/cache.sqlite"_s);
        putBack(state.old(version), state.library());
        {
            const Opened upgraded(state.library());
        }
        state.whole.insert(version, tests::dumpNotes(state.notes()));
    }
}

/// Every copy that was made before a step is whole, and of the version that its name says.
QStringList copiesOf(const QString &library, int first)
{
    QStringList out;
    const QStringList copies = QDir(library + u"/backups"_s).entryList({u"notes-v*.sqlite"_s}, QDir::Files, QDir::Name);
    for (const QString &copy : copies) {
        const QString file = library + u"/backups/"_s + copy;
        const int version = copy.mid(7, 1).toInt();
        if (tests::cell(file, "PRAGMA integrity_check") != "ok" ||
            tests::cell(file, "PRAGMA user_version") != QByteArray::number(version) || version < first)
            out += u"the copy %1 is damaged, or of another version"_s.arg(copy);
        if (tests::cell(file, "SELECT count(*) FROM highlights WHERE deleted IS NULL").toInt() == 0)
            out += u"the copy %1 holds nothing"_s.arg(copy);
    }
    return out;
}

QStringList whatWasMigrated(OldLibraries &state, const Ran &ran)
{
    const int found = tests::cell(state.notes(), "PRAGMA user_version").toInt();
    QStringList out;
    if (found < state.version || found > state.steps)
        out += u"it was version %1 and is %2"_s.arg(state.version).arg(found);
    // Each step that came about has its copy.
    for (int version = state.version; version < found; ++version)
        if (QDir(state.library() + u"/backups"_s).entryList({u"notes-v%1-*.sqlite"_s.arg(version)}).isEmpty())
            out += u"step %1 was made without a copy"_s.arg(version + 1);
    out += copiesOf(state.library(), state.version);
    if (!ran.killed && found != state.steps)
        out += u"it ended at version %1"_s.arg(found);
    state.upgraded += found == state.steps ? 1 : 0;
    {
        const Opened opened(state.library());
        if (digestOf(*opened.library, state.papers) != state.digest)
            out += u"from version %1: the marks are others"_s.arg(state.version);
        if (opened->counts().issues != postsOfAll)
            out += u"from version %1: %2 issues"_s.arg(state.version).arg(opened->counts().issues);
    }
    if (tests::dumpNotes(state.notes()) != state.whole[state.version])
        out += u"from version %1: the rows are others"_s.arg(state.version);
    return out + copiesOf(state.library(), state.version) + unsound(state.library());
}

} // namespace

Activity migrating()
{
    auto state = std::make_shared<OldLibraries>();
    state->steps = int(notesSteps().size());
    makeAll(*state);
    Activity out;
    out.name = u"migrating"_s;
    out.begin = [state](int round) {
        state->version = 1 + round % (state->steps - 1);
        putBack(state->old(state->version), state->library());
        return Command{{u"--child"_s, u"migrating"_s, state->library()}};
    };
    out.after = [state](const Ran &ran) { return whatWasMigrated(*state, ran); };
    return out;
}

int migrateOnce(const QStringList &arguments)
{
    say("begin");
    const Opened opened(arguments[0]);
    say("open");
    return 0;
}

} // namespace yaodian::crash
