#include "library/papers.h"

#include "library/codec.h"
#include "library/marks.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

using digest::Identifier;

QList<PaperId> papersWithKey(Connection &connection, const Identifier &identifier)
{
    QList<PaperId> out;
    Statement statement(connection, "SELECT i.paper FROM identifiers AS i JOIN papers AS p ON p.id = i.paper"
                                    " WHERE i.key = ?1 AND i.deleted IS NULL AND p.deleted IS NULL"
                                    " ORDER BY p.first_seen, p.id");
    statement.bind(identifier.key());
    while (statement.step())
        out += statement.id<PaperId>(0);
    return out;
}

/// Candidates of the first kind of identifier that finds any.
PaperFound findPaper(Connection &connection, const QList<Identifier> &identifiers)
{
    PaperFound found;
    for (const bool strong : {true, false}) {
        for (const Identifier &identifier : identifiers) {
            if (identifier.isStrong() != strong)
                continue;
            for (const PaperId &paper : papersWithKey(connection, identifier)) {
                // A paper that is another one by the same scheme (two arXiv numbers) is never taken, even where
                // a second identifier agrees: joining two works by mistake is worse than showing one twice.
                if (paper == found.paper || found.merge.contains(paper) || hasConflict(connection, paper, identifiers))
                    continue;
                if (found.paper.isNull())
                    found.paper = paper;
                else if (strong && !hasConflict(connection, paper, identifiersOf(connection, found.paper)))
                    found.merge += paper;
            }
            if (!strong && !found.paper.isNull())
                return found;
        }
        if (!found.paper.isNull())
            return found;
    }
    return found;
}

PaperId makePaper(Connection &connection, const QString &stamp, const PaperSeen &seen)
{
    const QString key = seen.identifiers.isEmpty() ? seen.fallbackKey : seen.identifiers.first().key();
    PaperId id(nameBasedUuid(u"paper", key));
    // The id may stand already: for a paper with the same title and another strong identifier, or for one that was
    // merged. The first is another work and needs another id; the second is followed.
    if (const PaperId kept = resolvePaper(connection, id); kept != id)
        return kept;
    if (hasConflict(connection, id, seen.identifiers))
        id = PaperId(nameBasedUuid(u"paper", key + QLatin1Char('|') + seen.fallbackKey));
    Statement insert(connection, "INSERT INTO papers(id, title, title_zh, authors, categories, first_seen, hlc)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(id) DO UPDATE SET deleted = NULL");
    insert.bind(id, seen.title, seen.titleZh, joinList(seen.authors), joinList(seen.categories), seen.seenMs, stamp)
        .run();
    return id;
}

void fillGaps(Connection &connection, PaperId id, const PaperSeen &seen, const QString &stamp)
{
    Statement update(connection, "UPDATE papers SET title = CASE title WHEN '' THEN ?2 ELSE title END,"
                                 " title_zh = CASE title_zh WHEN '' THEN ?3 ELSE title_zh END,"
                                 " authors = CASE authors WHEN '' THEN ?4 ELSE authors END,"
                                 " categories = CASE categories WHEN '' THEN ?5 ELSE categories END, hlc = ?6"
                                 " WHERE id = ?1 AND ((title = '' AND ?2 <> '') OR (title_zh = '' AND ?3 <> '')"
                                 " OR (authors = '' AND ?4 <> '') OR (categories = '' AND ?5 <> ''))");
    update.bind(id, seen.title, seen.titleZh, joinList(seen.authors), joinList(seen.categories), stamp).run();
}

QJsonObject idKey(const char *column, PaperId id)
{
    return {{QLatin1String(column), blobValue(id.toBytes())}};
}

QList<QByteArray> blobs(Connection &connection, const QByteArray &sql, PaperId paper)
{
    QList<QByteArray> out;
    Statement statement(connection, sql);
    statement.bind(paper);
    while (statement.step())
        out += statement.blob(0);
    return out;
}

void mergeState(Recorder &recorder, PaperId kept, PaperId gone)
{
    const PaperState from = readState(recorder.connection(), gone);
    PaperState into = readState(recorder.connection(), kept);
    into.read |= from.read;
    into.starred |= from.starred;
    into.later |= from.later;
    if (into.verdict == Verdict::None)
        into.verdict = from.verdict;
    for (const QString &tag : from.tags) {
        if (!into.tags.contains(tag))
            into.tags += tag;
    }
    recorder.remove(Rows::State, idKey("paper", gone));
    if (into != readState(recorder.connection(), kept))
        recorder.put(Rows::State, idKey("paper", kept), stateRow(into));
}

void mergeNote(Recorder &recorder, PaperId kept, PaperId gone)
{
    const QJsonObject from = recorder.current(Rows::Notes, idKey("paper", gone)).toObject();
    if (from.isEmpty())
        return;
    QJsonObject into = recorder.current(Rows::Notes, idKey("paper", kept)).toObject();
    const QString text = into.value(QLatin1String("text")).toString();
    const QString more = from.value(QLatin1String("text")).toString();
    into.insert(QStringLiteral("text"), text.isEmpty() ? more : text + QStringLiteral("\n\n") + more);
    into.insert(QStringLiteral("changed"), from.value(QLatin1String("changed")));
    recorder.remove(Rows::Notes, idKey("paper", gone));
    recorder.put(Rows::Notes, idKey("paper", kept), into);
}

/// Rows whose column `paper` names the paper: highlights, points.
void moveRows(Recorder &recorder, Rows rows, PaperId kept, PaperId gone)
{
    const QByteArray sql = "SELECT id FROM " + rowTable(rows).name + " WHERE paper = ?1 AND deleted IS NULL";
    for (const QByteArray &id : blobs(recorder.connection(), sql, gone)) {
        const QJsonObject key{{QStringLiteral("id"), blobValue(id)}};
        QJsonObject row = recorder.current(rows, key).toObject();
        row.insert(QStringLiteral("paper"), blobValue(kept.toBytes()));
        recorder.put(rows, key, row);
    }
}

/// Rows whose key holds the paper beside a text: identifiers, documents.
void rekeyRows(Recorder &recorder, Rows rows, const char *column, PaperId kept, PaperId gone)
{
    const QByteArray sql = QByteArray("SELECT CAST(") + column + " AS BLOB) FROM " + rowTable(rows).name +
                           " WHERE paper = ?1 AND deleted IS NULL";
    for (const QByteArray &name : blobs(recorder.connection(), sql, gone)) {
        QJsonObject key = idKey("paper", gone);
        key.insert(QLatin1String(column), QString::fromUtf8(name));
        const QJsonObject row = recorder.current(rows, key).toObject();
        recorder.remove(rows, key); // first, because a strong identifier names one paper at a time
        key.insert(QStringLiteral("paper"), blobValue(kept.toBytes()));
        if (recorder.current(rows, key).isNull())
            recorder.put(rows, key, row);
    }
}

} // namespace

PaperId resolvePaper(Connection &connection, PaperId id)
{
    Statement statement(connection, "SELECT paper FROM aliases WHERE id = ?1 AND deleted IS NULL");
    return statement.bind(id).step() ? statement.id<PaperId>(0) : id;
}

QList<Identifier> identifiersOf(Connection &connection, PaperId id)
{
    QList<Identifier> out;
    Statement statement(connection,
                        "SELECT scheme, value, version FROM identifiers WHERE paper = ?1 AND deleted IS NULL"
                        " ORDER BY scheme, key");
    statement.bind(id);
    while (statement.step())
        out += Identifier{Identifier::Scheme(statement.integer(0)), statement.text(1), statement.text(2)};
    return out;
}

bool hasConflict(Connection &connection, PaperId id, const QList<Identifier> &identifiers)
{
    // A paper that the reader merged by hand has several of a scheme; any of them is it.
    const QList<Identifier> own = identifiersOf(connection, id);
    for (const Identifier &identifier : identifiers) {
        if (!identifier.isStrong() || own.contains(identifier))
            continue;
        bool knows = false;
        bool shares = false;
        for (const Identifier &known : own) {
            knows |= known.scheme == identifier.scheme;
            shares |= known.scheme == identifier.scheme && identifiers.contains(known);
        }
        if (knows && !shares)
            return true;
    }
    return false;
}

std::optional<Paper> readPaper(Connection &connection, PaperId asked)
{
    const PaperId id = resolvePaper(connection, asked);
    Statement statement(connection, "SELECT title, title_zh, authors, categories FROM papers"
                                    " WHERE id = ?1 AND deleted IS NULL");
    if (!statement.bind(id).step())
        return std::nullopt;
    return Paper{id,
                 statement.text(0),
                 statement.text(1),
                 splitList(statement.text(2)),
                 splitList(statement.text(3)),
                 identifiersOf(connection, id),
                 readState(connection, id)};
}

PaperFound findOrMakePaper(Connection &connection, const QString &stamp, const PaperSeen &seen)
{
    PaperFound found = findPaper(connection, seen.identifiers);
    if (found.paper.isNull())
        found.paper = makePaper(connection, stamp, seen);
    else
        fillGaps(connection, found.paper, seen, stamp);
    addIdentifiers(connection, found.paper, seen.identifiers, stamp);
    return found;
}

QList<PaperId> papersSharing(Connection &connection, PaperId paper, const QList<Identifier> &identifiers)
{
    QList<PaperId> out;
    const QList<Identifier> all = identifiersOf(connection, paper) + identifiers;
    for (const Identifier &identifier : identifiers) {
        if (!identifier.isStrong())
            continue;
        for (const PaperId &other : papersWithKey(connection, identifier)) {
            if (other != paper && !out.contains(other) && !hasConflict(connection, other, all))
                out += other;
        }
    }
    return out;
}

void addIdentifiers(Connection &connection, PaperId id, const QList<Identifier> &identifiers, const QString &stamp)
{
    for (const Identifier &identifier : identifiers) {
        if (identifier.isStrong() && !papersWithKey(connection, identifier).isEmpty())
            continue; // this paper's already, or one that conflicts and keeps it
        Statement insert(connection, "INSERT INTO identifiers(key, paper, scheme, value, version, hlc)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(key, paper) DO UPDATE"
                                     " SET deleted = NULL, hlc = excluded.hlc WHERE deleted IS NOT NULL");
        insert.bind(identifier.key(), id, int(identifier.scheme), identifier.value, identifier.version, stamp).run();
    }
}

void mergePapers(Recorder &recorder, PaperId kept, PaperId gone)
{
    Connection &connection = recorder.connection();
    rekeyRows(recorder, Rows::Identifiers, "key", kept, gone);
    rekeyRows(recorder, Rows::Documents, "sha256", kept, gone);
    mergeState(recorder, kept, gone);
    mergeNote(recorder, kept, gone);
    moveRows(recorder, Rows::Highlights, kept, gone);
    moveRows(recorder, Rows::Points, kept, gone);
    const QJsonObject target{{QStringLiteral("paper"), blobValue(kept.toBytes())}};
    for (const QByteArray &older :
         blobs(connection, "SELECT id FROM aliases WHERE paper = ?1 AND deleted IS NULL", gone))
        recorder.put(Rows::Aliases, {{QStringLiteral("id"), blobValue(older)}}, target);
    recorder.put(Rows::Aliases, idKey("id", gone), target);
    recorder.remove(Rows::Papers, idKey("id", gone));
    recorder.touch(kept);
    recorder.touch(gone);
}

void followAliases(Connection &connection)
{
    // What the reader set apart goes its own way; that too may have been merged since.
    const QByteArray apart = "(SELECT coalesce((SELECT a.paper FROM main.aliases AS a WHERE a.id = x.paper AND"
                             " a.deleted IS NULL), x.paper) FROM main.apart AS x WHERE x.entry = entries.id)";
    Statement(connection, "UPDATE cache.entries SET paper = " + apart +
                              " WHERE id IN (SELECT entry FROM main.apart WHERE deleted IS NULL) AND paper IS NOT " +
                              apart)
        .run();
    Statement(connection,
              "UPDATE cache.entries SET paper = (SELECT a.paper FROM main.aliases AS a WHERE a.id = own_paper)"
              " WHERE own_paper IN (SELECT id FROM main.aliases WHERE deleted IS NULL)"
              " AND paper IS NOT (SELECT a.paper FROM main.aliases AS a WHERE a.id = own_paper)"
              " AND id NOT IN (SELECT entry FROM main.apart WHERE deleted IS NULL)")
        .run();
    Statement(connection, "UPDATE cache.entries SET paper = own_paper WHERE paper <> own_paper"
                          " AND own_paper NOT IN (SELECT id FROM main.aliases WHERE deleted IS NULL)"
                          " AND id NOT IN (SELECT entry FROM main.apart WHERE deleted IS NULL)")
        .run();
}

} // namespace yaodian::library
