#include "library/paperstamps.h"

#include "library/statement.h"

#include <QCryptographicHash>

namespace yaodian::library {

namespace {

/// The rows of a table that belong to paper ?1, as one text; removed ones are among them.
QByteArray rowsOf(const QByteArray &table, const QByteArray &stamps)
{
    return "(SELECT group_concat(" + stamps + ") FROM " + table + ')';
}

const QByteArray &stampsSql()
{
    static const QByteArray sql =
        "SELECT " +
        QByteArrayList{
            rowsOf("main.papers WHERE id = ?1", "hlc || coalesce(deleted, '')"),
            rowsOf("main.identifiers WHERE paper = ?1", "key || hlc || coalesce(deleted, '')"),
            rowsOf("main.state WHERE paper = ?1",
                   "read_hlc || starred_hlc || later_hlc || verdict_hlc || tags_hlc || coalesce(deleted, '')"),
            rowsOf("main.highlights WHERE paper = ?1", "hex(id) || place_hlc || kind_hlc || comment_hlc || tags_hlc || "
                                                       "style_hlc || image_hlc || coalesce(deleted, '')"),
            rowsOf("main.points WHERE paper = ?1",
                   "hex(id) || origin_hlc || rank_hlc || text_hlc || coalesce(deleted, '')"),
            rowsOf("main.points AS p JOIN main.evidence AS e ON e.point = p.id WHERE p.paper = ?1",
                   "hex(e.point) || hex(e.highlight) || e.hlc || coalesce(e.deleted, '')"),
            rowsOf("main.notes WHERE paper = ?1", "text_hlc || coalesce(deleted, '')"),
            // A highlight may stand on a document that another paper has too.
            rowsOf("main.documents WHERE paper = ?1 OR sha256 IN (SELECT document FROM main.highlights WHERE paper = "
                   "?1)",
                   "sha256 || hlc || coalesce(deleted, '')"),
            // The source for its title.
            rowsOf("cache.entries AS e JOIN cache.issues AS i ON i.row = e.issue LEFT JOIN main.sources AS s ON s.id = "
                   "e.source WHERE e.paper = ?1",
                   "hex(e.id) || i.digest || i.sort || i.title || coalesce(s.hlc, '')")}
            .join(", ");
    return sql;
}

} // namespace

QList<QByteArray> readPaperStamps(Connection &connection, const QList<PaperId> &papers)
{
    QList<QByteArray> out;
    Statement statement(connection, stampsSql());
    for (const PaperId &paper : papers) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (statement.bind(paper).step()) {
            for (int column = 0; column < statement.columns(); ++column) {
                hash.addData(statement.text(column).toUtf8());
                hash.addData(QByteArrayView("\n"));
            }
        }
        statement.reset();
        out << hash.result();
    }
    return out;
}

} // namespace yaodian::library
