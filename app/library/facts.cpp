#include "library/facts.h"

#include "digest/digest.h"
#include "library/codec.h"
#include "library/papers.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

using digest::Identifier;

Identifier arxivIdentifier(const QString &value)
{
    return {Identifier::Scheme::Arxiv, value, {}};
}

std::optional<PaperId> paperOf(Connection &connection, const QString &arxiv)
{
    Statement statement(connection, "SELECT i.paper FROM identifiers AS i JOIN papers AS p ON p.id = i.paper"
                                    " WHERE i.key = ?1 AND i.deleted IS NULL AND p.deleted IS NULL");
    statement.bind(arxivIdentifier(arxiv).key());
    return statement.step() ? std::optional(statement.id<PaperId>(0)) : std::nullopt;
}

/// "arXiv:2302.03084" is what a loose PDF is called until its title is known.
void fillPaper(Store &store, Connection &writer, PaperId paper, const ArxivFacts &facts)
{
    Statement update(writer, "UPDATE papers SET title = CASE WHEN title = '' OR title LIKE 'arXiv:%' THEN ?2 ELSE title"
                             " END, authors = CASE authors WHEN '' THEN ?3 ELSE authors END,"
                             " categories = CASE categories WHEN '' THEN ?4 ELSE categories END, hlc = ?5"
                             " WHERE id = ?1 AND (((title = '' OR title LIKE 'arXiv:%') AND ?2 <> '')"
                             " OR (authors = '' AND ?3 <> '') OR (categories = '' AND ?4 <> '')) RETURNING 1");
    update.bind(paper, facts.title, joinList(facts.authors), joinList(facts.categories), store.stamps().next());
    if (!update.step())
        return;
    while (update.step()) {
    }
    // A later mention by title and author alone is of this paper too.
    digest::Entry entry;
    entry.title = facts.title;
    entry.authors = facts.authors;
    addIdentifiers(writer, paper, digest::identify(entry), store.stamps().next());
}

} // namespace

QStringList arxivToAsk(Connection &connection, int most, const QDateTime &before)
{
    QStringList out;
    Statement statement(connection, "SELECT i.value FROM papers AS p CROSS JOIN identifiers AS i ON i.paper = p.id"
                                    " LEFT JOIN cache.facts AS f ON f.arxiv = i.value"
                                    " WHERE i.scheme = ?1 AND i.deleted IS NULL AND p.deleted IS NULL"
                                    " AND (f.asked IS NULL OR f.asked < ?2)"
                                    " AND (p.title = '' OR p.title LIKE 'arXiv:%' OR p.authors = '' OR EXISTS"
                                    " (SELECT 1 FROM documents AS d WHERE d.paper = p.id AND d.deleted IS NULL))"
                                    " ORDER BY f.asked IS NOT NULL, p.first_seen DESC, i.value LIMIT ?3");
    statement.bind(int(Identifier::Scheme::Arxiv), before, most);
    while (statement.step())
        out += statement.text(0);
    return out;
}

QList<PaperId> writeFacts(Store &store, Connection &writer, const QList<ArxivFacts> &facts)
{
    QList<PaperId> filled;
    for (const ArxivFacts &one : facts) {
        Statement upsert(writer, "INSERT INTO cache.facts(arxiv, newest, abstract_en, asked) VALUES (?1, ?2, ?3, ?4)"
                                 " ON CONFLICT(arxiv) DO UPDATE SET asked = excluded.asked, newest = CASE"
                                 " excluded.newest WHEN '' THEN newest ELSE excluded.newest END, abstract_en = CASE"
                                 " excluded.newest WHEN '' THEN abstract_en ELSE excluded.abstract_en END");
        upsert.bind(one.arxiv, one.newest, one.abstractEn, store.clock().nowMs()).run();
        const auto paper = paperOf(writer, one.arxiv);
        if (paper && !one.newest.isEmpty()) {
            fillPaper(store, writer, *paper, one);
            filled += *paper;
        }
    }
    return filled;
}

PaperFacts readFacts(Connection &connection, PaperId paper)
{
    PaperFacts facts;
    Statement authors(connection, "SELECT authors FROM papers WHERE id = ?1");
    if (authors.bind(paper).step())
        facts.authors = splitList(authors.text(0));
    Statement arxiv(connection, "SELECT f.arxiv, f.newest, f.abstract_en FROM identifiers AS i"
                                " JOIN cache.facts AS f ON f.arxiv = i.value"
                                " WHERE i.paper = ?1 AND i.scheme = ?2 AND i.deleted IS NULL"
                                " ORDER BY f.newest = '', i.value DESC");
    if (arxiv.bind(paper, int(Identifier::Scheme::Arxiv)).step()) {
        facts.arxiv = arxiv.text(0);
        facts.newest = arxiv.text(1);
        facts.abstractEn = arxiv.text(2);
    }
    Statement versions(connection, "SELECT version FROM documents WHERE paper = ?1 AND deleted IS NULL"
                                   " ORDER BY CAST(substr(version, 2) AS INTEGER) DESC LIMIT 1");
    if (versions.bind(paper).step())
        facts.here = versions.text(0);
    return facts;
}

} // namespace yaodian::library
