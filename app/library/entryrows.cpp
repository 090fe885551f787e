#include "library/entryrows.h"

#include "library/codec.h"
#include "library/identity.h"
#include "library/indexes.h"

namespace yaodian::library {

namespace {

void bindContent(Statement &statement, const digest::Entry &entry)
{
    statement.bind(int(entry.section), entry.number, joinList(entry.categories), entry.title, entry.titleZh,
                   joinList(entry.authors), entry.etAl, joinList(entry.affiliations), entry.year,
                   joinList(entry.keyPoints), entry.oneLine, entry.abstractZh, entry.abstractEn, entry.body, entry.url);
}

void putCategories(Connection &connection, qint64 row, const QStringList &codes)
{
    QStringList facets;
    for (const QString &code : codes) {
        const QString one = facet(code);
        if (!one.isEmpty() && !facets.contains(one))
            facets += one;
    }
    if (facets.isEmpty())
        facets += QString();
    for (int place = 0; place < facets.size(); ++place) {
        Statement insert(connection, "INSERT INTO cache.entry_categories(code, entry, place) VALUES (?1, ?2, ?3)");
        insert.bind(facets[place], row, place).run();
    }
}

qint64 rowOf(Connection &connection, EntryId id)
{
    Statement statement(connection, "SELECT row FROM cache.entries WHERE id = ?1");
    return statement.bind(id).step() ? statement.integer(0) : 0;
}

} // namespace

QByteArray contentColumns()
{
    return "section, number, categories, title, title_zh, authors, et_al, affiliations, year, key_points, one_line,"
           " abstract_zh, abstract_en, body, url";
}

digest::Entry contentFrom(const Statement &statement, int first)
{
    const auto number = [&statement](int column) {
        return statement.isNull(column) ? std::nullopt : std::optional<int>(int(statement.integer(column)));
    };
    digest::Entry entry;
    entry.section = digest::Section(statement.integer(first));
    entry.number = number(first + 1);
    entry.categories = splitList(statement.text(first + 2));
    entry.title = statement.text(first + 3);
    entry.titleZh = statement.text(first + 4);
    entry.authors = splitList(statement.text(first + 5));
    entry.etAl = statement.flag(first + 6);
    entry.affiliations = splitList(statement.text(first + 7));
    entry.year = number(first + 8);
    entry.keyPoints = splitList(statement.text(first + 9));
    entry.oneLine = statement.text(first + 10);
    entry.abstractZh = statement.text(first + 11);
    entry.abstractEn = statement.text(first + 12);
    entry.body = statement.text(first + 13);
    entry.url = statement.text(first + 14);
    return entry;
}

QHash<EntryId, StoredEntry> storedEntries(Connection &connection, qint64 issueRow)
{
    QHash<EntryId, StoredEntry> out;
    Statement statement(connection, "SELECT id, source, own_paper, position, sort, tour, first_seen, " +
                                        contentColumns() + " FROM cache.entries WHERE issue = ?1");
    statement.bind(issueRow);
    while (statement.step()) {
        const EntryPlace place{statement.id<EntryId>(0),  issueRow,
                               statement.id<SourceId>(1), statement.id<PaperId>(2),
                               statement.integer(3),      statement.integer(4),
                               statement.flag(5),         statement.integer(6)};
        out.insert(place.id, {place, contentFrom(statement, 7)});
    }
    return out;
}

void insertEntry(Connection &connection, const EntryPlace &place, const digest::Entry &entry)
{
    Statement statement(connection,
                        "INSERT INTO cache.entries(id, issue, source, own_paper, paper, position, sort, tour,"
                        " first_seen, " +
                            contentColumns() +
                            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                            " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(place.id, place.issueRow, place.source, place.paper, place.paper, place.position, place.sort,
                   place.tour, place.firstSeen);
    bindContent(statement, entry);
    statement.run();
    const qint64 row = connection.lastRow();
    indexEntry(connection, row);
    putCategories(connection, row, entry.categories);
}

void updateEntry(Connection &connection, const EntryPlace &place, const digest::Entry &entry)
{
    const qint64 row = rowOf(connection, place.id);
    unindexEntry(connection, row);
    Statement statement(
        connection, "UPDATE cache.entries SET issue = ?, own_paper = ?, paper = ?, position = ?, sort = ?, tour = ?,"
                    " section = ?, number = ?, categories = ?, title = ?, title_zh = ?, authors = ?, et_al = ?,"
                    " affiliations = ?, year = ?, key_points = ?, one_line = ?, abstract_zh = ?, abstract_en = ?,"
                    " body = ?, url = ? WHERE row = ?");
    statement.bind(place.issueRow, place.paper, place.paper, place.position, place.sort, place.tour);
    bindContent(statement, entry);
    statement.bind(row);
    statement.run();
    indexEntry(connection, row);
    Statement(connection, "DELETE FROM cache.entry_categories WHERE entry = ?1").bind(row).run();
    putCategories(connection, row, entry.categories);
}

void removeEntry(Connection &connection, EntryId id)
{
    const qint64 row = rowOf(connection, id);
    unindexEntry(connection, row);
    Statement(connection, "DELETE FROM cache.entries WHERE row = ?1").bind(row).run();
}

} // namespace yaodian::library
