#include "library/schema.h"

// What can be made again from the posts. An entry repeats what lists filter and sort by (source, sort, tour), so
// that one index answers them.
namespace yaodian::library {

namespace {

SchemaStep issueSchema()
{
    return {
        "CREATE TABLE @.meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE @.sync_state(source BLOB PRIMARY KEY, etag TEXT NOT NULL, last_modified TEXT NOT NULL,"
        " last_tried INTEGER, last_fresh INTEGER, next_due INTEGER, failures INTEGER NOT NULL, outcome TEXT NOT NULL)"
        " WITHOUT ROWID",
        // `sort`: published, else first seen. `head`: legend, intro, via, report … as JSON.
        "CREATE TABLE @.issues(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, source BLOB NOT NULL, title TEXT NOT "
        "NULL,"
        " published INTEGER, first_seen INTEGER NOT NULL, sort INTEGER NOT NULL, tour INTEGER NOT NULL,"
        " needs_check INTEGER NOT NULL, post TEXT NOT NULL, digest TEXT NOT NULL, head TEXT NOT NULL)",
        "CREATE INDEX @.issues_sort ON issues(tour, sort DESC)",
        "CREATE INDEX @.issues_source ON issues(source, sort DESC)",
        "CREATE TABLE @.legends(code TEXT PRIMARY KEY, name TEXT NOT NULL, sort INTEGER NOT NULL) WITHOUT ROWID",
    };
}

SchemaStep entrySchema()
{
    return {
        // `own_paper`: the paper found when it was stored; `paper`: the one that stands for it after merges.
        "CREATE TABLE @.entries(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,"
        " issue INTEGER NOT NULL REFERENCES issues(row) ON DELETE CASCADE, source BLOB NOT NULL, own_paper BLOB NOT "
        "NULL,"
        " paper BLOB NOT NULL, position INTEGER NOT NULL, sort INTEGER NOT NULL, tour INTEGER NOT NULL,"
        " first_seen INTEGER NOT NULL, section INTEGER NOT NULL, number INTEGER, categories TEXT NOT NULL,"
        " title TEXT NOT NULL, title_zh TEXT NOT NULL, authors TEXT NOT NULL, et_al INTEGER NOT NULL,"
        " affiliations TEXT NOT NULL, year INTEGER, key_points TEXT NOT NULL, one_line TEXT NOT NULL,"
        " abstract_zh TEXT NOT NULL, abstract_en TEXT NOT NULL, body TEXT NOT NULL, url TEXT NOT NULL)",
        "CREATE INDEX @.entries_newest ON entries(tour, sort DESC, issue DESC, position, paper, first_seen, source, "
        "id)",
        "CREATE INDEX @.entries_issue ON entries(issue, position, paper, id)",
        "CREATE INDEX @.entries_paper ON entries(paper, tour, sort)",
        "CREATE INDEX @.entries_moved ON entries(own_paper) WHERE paper <> own_paper",
        "CREATE INDEX @.entries_own ON entries(own_paper)",
        // `code` is the facet: "cs.CL" and "CL" are one; '' is 未分类. `place`: 0 for the entry's first code.
        "CREATE TABLE @.entry_categories(code TEXT NOT NULL, entry INTEGER NOT NULL"
        " REFERENCES entries(row) ON DELETE CASCADE, place INTEGER NOT NULL, PRIMARY KEY(code, entry)) WITHOUT ROWID",
        "CREATE INDEX @.entry_categories_entry ON entry_categories(entry, place, code)",
    };
}

SchemaStep pageSearchSchema()
{
    return {
        "CREATE VIRTUAL TABLE @.entries_fts USING fts5(title_zh, title, key_points, one_line, abstract_zh, abstract_en,"
        " body, authors, content='entries', content_rowid='row', tokenize='yaodian')",
        "CREATE TABLE @.pages(row INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL,"
        " UNIQUE(sha256, page))",
        "CREATE VIRTUAL TABLE @.pages_fts USING fts5(text, content='pages', content_rowid='row', tokenize='yaodian')",
    };
}

/// Which version of the parser read an issue; 0: it is to be parsed again.
SchemaStep parserSchema()
{
    return {
        "ALTER TABLE @.issues ADD COLUMN parser INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX @.issues_parser ON issues(parser)",
    };
}

/// What syncing remembers: until when a server wants patience apart from when the timer asks again; what happened.
SchemaStep activitySchema()
{
    return {
        "ALTER TABLE @.sync_state ADD COLUMN hold_until INTEGER",
        "ALTER TABLE @.sync_state ADD COLUMN validators_since INTEGER",
        "ALTER TABLE @.sync_state ADD COLUMN body_hash TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.sync_state ADD COLUMN moved_to TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.sync_state ADD COLUMN moved_since INTEGER",
        "ALTER TABLE @.sync_state ADD COLUMN cursor TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.sync_state ADD COLUMN backfill TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.sync_state ADD COLUMN empty_days TEXT NOT NULL DEFAULT ''",
        // Until now the one time stood for the server's word alone.
        "UPDATE @.sync_state SET hold_until = next_due, next_due = NULL",
        "CREATE TABLE @.host_holds(host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE @.sync_log(row INTEGER PRIMARY KEY, source BLOB NOT NULL, at INTEGER NOT NULL,"
        " kind INTEGER NOT NULL, fresh INTEGER NOT NULL, updated INTEGER NOT NULL, sentence TEXT NOT NULL,"
        " again INTEGER)",
        "CREATE INDEX @.sync_log_source ON sync_log(source, at)",
        "CREATE INDEX @.sync_log_at ON sync_log(at)",
        // What arXiv says of its papers, to be asked for again.
        "CREATE TABLE @.facts(arxiv TEXT PRIMARY KEY, newest TEXT NOT NULL, abstract_en TEXT NOT NULL,"
        " asked INTEGER NOT NULL) WITHOUT ROWID",
        // Days of issues, for the calendars of all sources at once.
        "CREATE INDEX @.issues_days ON issues(source, sort, first_seen)",
    };
}

/// What was written into files of an export, by its stamp.
SchemaStep writtenSchema()
{
    return {"CREATE TABLE @.written(stamp TEXT PRIMARY KEY, text TEXT NOT NULL, spots TEXT NOT NULL) WITHOUT ROWID"};
}

/// How far the pages of documents were read for the search, by which version of the reading. `pages`: -1 until that is
/// known. `reason`: why the document cannot be read; empty: it can.
SchemaStep pageReadsSchema()
{
    return {
        "CREATE TABLE @.page_reads(sha256 TEXT PRIMARY KEY, version INTEGER NOT NULL, pages INTEGER NOT NULL,"
        " next INTEGER NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE @.unread_pages(sha256 TEXT NOT NULL, page INTEGER NOT NULL, reason TEXT NOT NULL,"
        " PRIMARY KEY(sha256, page)) WITHOUT ROWID",
    };
}

/// What came today is found without a look at all that came before.
SchemaStep firstSeenSchema()
{
    return {"CREATE INDEX @.entries_seen ON entries(first_seen)"};
}

} // namespace

const QList<SchemaStep> &cacheSteps()
{
    static const QList<SchemaStep> steps{issueSchema() + entrySchema() + pageSearchSchema(),
                                         parserSchema(),
                                         activitySchema(),
                                         writtenSchema(),
                                         pageReadsSchema(),
                                         firstSeenSchema()};
    return steps;
}

} // namespace yaodian::library
