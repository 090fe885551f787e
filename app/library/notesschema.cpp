#include "library/schema.h"

// What nobody can give back. Every row that a reader or a second machine can change has a stamp of the hybrid
// logical clock per group of fields (`*_hlc`) and a tombstone (`deleted`: the stamp of its removal) instead of a
// DELETE. "@." stands for the schema's name.
namespace yaodian::library {

namespace {

SchemaStep identitySchema()
{
    return {
        "CREATE TABLE @.meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE @.sources(id BLOB PRIMARY KEY, kind INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,"
        " category TEXT NOT NULL, added INTEGER NOT NULL, hlc TEXT NOT NULL, deleted TEXT) WITHOUT ROWID",
        // The original bytes lie in posts/; with this table the cache can be made again from them.
        "CREATE TABLE @.posts(issue BLOB NOT NULL, sha256 TEXT NOT NULL, source BLOB NOT NULL, title TEXT NOT NULL,"
        " guid TEXT NOT NULL, link TEXT NOT NULL, published INTEGER, stored INTEGER NOT NULL,"
        " PRIMARY KEY(issue, sha256)) WITHOUT ROWID",
        "CREATE TABLE @.papers(id BLOB PRIMARY KEY, title TEXT NOT NULL, title_zh TEXT NOT NULL, authors TEXT NOT NULL,"
        " categories TEXT NOT NULL, first_seen INTEGER NOT NULL, hlc TEXT NOT NULL, deleted TEXT) WITHOUT ROWID",
        // Two papers may share a title key (they have conflicting strong identifiers), never a strong one.
        "CREATE TABLE @.identifiers(key TEXT NOT NULL, paper BLOB NOT NULL, scheme INTEGER NOT NULL, value TEXT NOT "
        "NULL,"
        " version TEXT NOT NULL, hlc TEXT NOT NULL, deleted TEXT, PRIMARY KEY(key, paper)) WITHOUT ROWID",
        "CREATE INDEX @.identifiers_paper ON identifiers(paper)",
        "CREATE UNIQUE INDEX @.identifiers_strong ON identifiers(key) WHERE scheme < 6 AND deleted IS NULL",
        "CREATE TABLE @.aliases(id BLOB PRIMARY KEY, paper BLOB NOT NULL, hlc TEXT NOT NULL, deleted TEXT) WITHOUT "
        "ROWID",
        "CREATE INDEX @.aliases_paper ON aliases(paper)",
    };
}

SchemaStep readerSchema()
{
    return {
        "CREATE TABLE @.state(paper BLOB PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL "
        "DEFAULT 0,"
        " later INTEGER NOT NULL DEFAULT 0, verdict INTEGER NOT NULL DEFAULT 0, tags TEXT NOT NULL DEFAULT '',"
        " read_hlc TEXT NOT NULL, starred_hlc TEXT NOT NULL, later_hlc TEXT NOT NULL, verdict_hlc TEXT NOT NULL,"
        " tags_hlc TEXT NOT NULL, deleted TEXT) WITHOUT ROWID",
        "CREATE INDEX @.state_read ON state(paper) WHERE read = 1 AND deleted IS NULL",
        "CREATE INDEX @.state_starred ON state(paper) WHERE starred = 1 AND deleted IS NULL",
        "CREATE INDEX @.state_later ON state(paper) WHERE later = 1 AND deleted IS NULL",
        "CREATE INDEX @.state_verdict ON state(paper) WHERE verdict <> 0 AND deleted IS NULL",
        "CREATE TABLE @.kinds(key TEXT PRIMARY KEY, place INTEGER NOT NULL, letter TEXT NOT NULL, name_zh TEXT NOT "
        "NULL,"
        " name_en TEXT NOT NULL, colour TEXT NOT NULL, pattern TEXT NOT NULL, hlc TEXT NOT NULL, deleted TEXT) WITHOUT "
        "ROWID",
        "CREATE TABLE @.highlights(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, paper BLOB NOT NULL,"
        " document TEXT NOT NULL, page INTEGER NOT NULL, top REAL NOT NULL, boxes TEXT NOT NULL, quote TEXT NOT NULL,"
        " prefix TEXT NOT NULL, suffix TEXT NOT NULL, made INTEGER, kind TEXT NOT NULL, comment TEXT NOT NULL,"
        " place_hlc TEXT NOT NULL, kind_hlc TEXT NOT NULL, comment_hlc TEXT NOT NULL, deleted TEXT)",
        "CREATE INDEX @.highlights_paper ON highlights(paper, page, top)",
        // A digest's point that was touched has its entry, the digest's words then, and its place among them.
        "CREATE TABLE @.points(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, paper BLOB NOT NULL, entry BLOB,"
        " ordinal INTEGER NOT NULL, digest_text TEXT NOT NULL, rank REAL NOT NULL, text TEXT NOT NULL,"
        " origin_hlc TEXT NOT NULL, rank_hlc TEXT NOT NULL, text_hlc TEXT NOT NULL, deleted TEXT)",
        "CREATE INDEX @.points_paper ON points(paper, rank)",
        "CREATE TABLE @.evidence(point BLOB NOT NULL, highlight BLOB NOT NULL, made INTEGER NOT NULL, hlc TEXT NOT "
        "NULL,"
        " deleted TEXT, PRIMARY KEY(point, highlight)) WITHOUT ROWID",
        "CREATE INDEX @.evidence_highlight ON evidence(highlight)",
        // `base`: the text both machines last agreed on, for a three-way merge.
        "CREATE TABLE @.notes(row INTEGER PRIMARY KEY, paper BLOB NOT NULL UNIQUE, text TEXT NOT NULL,"
        " base TEXT NOT NULL DEFAULT '', changed INTEGER, text_hlc TEXT NOT NULL, deleted TEXT)",
        "CREATE TABLE @.documents(sha256 TEXT NOT NULL, paper BLOB NOT NULL, version TEXT NOT NULL, origin TEXT NOT "
        "NULL,"
        " bytes INTEGER NOT NULL, added INTEGER NOT NULL, hlc TEXT NOT NULL, deleted TEXT,"
        " PRIMARY KEY(sha256, paper)) WITHOUT ROWID",
        "CREATE INDEX @.documents_paper ON documents(paper)",
        "CREATE TABLE @.sessions(id BLOB PRIMARY KEY, started INTEGER, ended INTEGER, queue BLOB NOT NULL,"
        " done BLOB NOT NULL, position INTEGER NOT NULL, hlc TEXT NOT NULL, deleted TEXT) WITHOUT ROWID",
        "CREATE INDEX @.sessions_started ON sessions(started)",
        // state: 0 done, 1 undone, 2 undone and given up by a later act. `changes`: rows before and after, as JSON.
        "CREATE TABLE @.operations(seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, device TEXT NOT "
        "NULL,"
        " hlc TEXT NOT NULL, act TEXT NOT NULL, label TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL,"
        " state INTEGER NOT NULL DEFAULT 0, changes TEXT NOT NULL)",
        "CREATE INDEX @.operations_undone ON operations(seq) WHERE state = 1",
    };
}

SchemaStep searchSchema()
{
    return {
        // One index over points (1), notes (2) and highlights (3); `texts` is its content, kept by indexes.cpp.
        "CREATE TABLE @.texts(row INTEGER PRIMARY KEY, type INTEGER NOT NULL, ref BLOB NOT NULL,"
        " paper BLOB NOT NULL, text TEXT NOT NULL, UNIQUE(type, ref))",
        "CREATE VIRTUAL TABLE @.notes_fts USING fts5(text, content='texts', content_rowid='row', tokenize='yaodian')",
    };
}

/// How a post came, so that it can be parsed again as it was parsed then.
SchemaStep originSchema()
{
    return {
        "ALTER TABLE @.posts ADD COLUMN file_name TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.posts ADD COLUMN media_type TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.posts ADD COLUMN base TEXT NOT NULL DEFAULT ''",
    };
}

/// What the reader chose for a source, as JSON (empty: nothing); by which a post that comes again is found; entries
/// that are about another paper than the rules found, by the reader's word.
SchemaStep optionsSchema()
{
    return {
        "ALTER TABLE @.sources ADD COLUMN options TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX @.posts_guid ON posts(source, guid)",
        "CREATE INDEX @.posts_link ON posts(source, link)",
        "CREATE TABLE @.apart(entry BLOB PRIMARY KEY, paper BLOB NOT NULL, hlc TEXT NOT NULL, deleted TEXT)"
        " WITHOUT ROWID",
    };
}

/// Where highlights stand in other documents of their papers. What a program found is made again from the texts; what
/// the reader decided is not.
SchemaStep placementsSchema()
{
    return {
        "CREATE TABLE @.placements(highlight BLOB NOT NULL, document TEXT NOT NULL, state INTEGER NOT NULL,"
        " score REAL NOT NULL, spots TEXT NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,"
        " decided INTEGER NOT NULL, hlc TEXT NOT NULL, deleted TEXT, PRIMARY KEY(highlight, document)) WITHOUT ROWID",
    };
}

/// The reader's own words for highlights, beside their kinds.
SchemaStep tagsSchema()
{
    return {
        "ALTER TABLE @.highlights ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.highlights ADD COLUMN tags_hlc TEXT NOT NULL DEFAULT ''",
    };
}

/// How a highlight is drawn, and the picture of its place (a sha256 in images/; empty: none).
SchemaStep stylesSchema()
{
    return {
        "ALTER TABLE @.highlights ADD COLUMN style INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE @.highlights ADD COLUMN style_hlc TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.highlights ADD COLUMN image TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE @.highlights ADD COLUMN image_hlc TEXT NOT NULL DEFAULT ''",
    };
}

/// Where highlights stand in the reading order of their pages, which their boxes do not tell where there are columns.
SchemaStep orderSchema()
{
    return {
        "ALTER TABLE @.highlights ADD COLUMN at INTEGER NOT NULL DEFAULT -1",
        "ALTER TABLE @.highlights ADD COLUMN section TEXT NOT NULL DEFAULT ''",
    };
}

/// Searches that the reader keeps, and for how long a session was worked in.
SchemaStep searchesSchema()
{
    return {
        "CREATE TABLE @.searches(id BLOB PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, place INTEGER NOT NULL,"
        " hlc TEXT NOT NULL, deleted TEXT) WITHOUT ROWID",
        "ALTER TABLE @.sessions ADD COLUMN active INTEGER NOT NULL DEFAULT 0",
    };
}

SchemaStep firstKinds()
{
    // (product.md) colours hold on a white page; the patterns tell the kinds apart without colour.
    return {
        "INSERT INTO @.kinds(key, place, letter, name_zh, name_en, colour, pattern, hlc) VALUES"
        " ('problem', 1, 'q', '问题', 'problem', '#3b7dd8', 'wave', ''),"
        " ('method', 2, 'm', '方法', 'method', '#e3b93a', 'line', ''),"
        " ('result', 3, 'r', '结果', 'result', '#4fae74', 'plain', ''),"
        " ('limit', 4, 'l', '局限', 'limit', '#d9534f', 'dash', ''),"
        " ('doubt', 5, 'd', '疑问', 'doubt', '#8e5bd0', 'dots', ''),"
        " ('definition', 6, 'f', '定义', 'definition', '#12939a', 'double', ''),"
        " ('citation', 7, 'c', '引用', 'citation', '#7a7f87', 'box', '')",
    };
}

} // namespace

const QList<SchemaStep> &notesSteps()
{
    static const QList<SchemaStep> steps{identitySchema() + readerSchema() + searchSchema() + firstKinds(),
                                         originSchema(),
                                         optionsSchema(),
                                         placementsSchema(),
                                         tagsSchema(),
                                         stylesSchema(),
                                         orderSchema(),
                                         searchesSchema()};
    return steps;
}

} // namespace yaodian::library
