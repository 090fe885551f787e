#include "library/named.h"

#include "digest/digest.h"
#include "library/codec.h"
#include "library/identity.h"
#include "library/papers.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

using What = Library::Named::What;

constexpr int mostCandidates = 20;

const char *tableOf(What what)
{
    switch (what) {
    case What::Entry:
        return "cache.entries";
    case What::Paper:
        return "main.papers";
    case What::Issue:
        return "cache.issues";
    case What::Source:
        return "main.sources";
    case What::Session:
        return "main.sessions";
    case What::Point:
        return "main.points";
    case What::Highlight:
        return "main.highlights";
    case What::Nothing:
        break;
    }
    return nullptr;
}

bool hasTombstones(What what)
{
    return what != What::Entry && what != What::Issue;
}

/// Ids whose 32 digits begin or end with `digits`.
QList<QUuid> idsLike(Connection &connection, What what, const QString &digits)
{
    QList<QUuid> out;
    Statement statement(connection, QByteArray("SELECT id FROM ") + tableOf(what) +
                                        " WHERE (hex(id) LIKE ?1 || '%' OR hex(id) LIKE '%' || ?1)" +
                                        (hasTombstones(what) ? " AND deleted IS NULL" : "") + " LIMIT ?2");
    statement.bind(digits, mostCandidates);
    while (statement.step())
        out += QUuid::fromRfc4122(statement.blob(0));
    return out;
}

/// Points of the digests are nowhere as rows; their ids are made again from the entries' words.
QList<QUuid> digestPointsLike(Connection &connection, const QString &digits)
{
    QList<QUuid> out;
    Statement statement(connection, "SELECT id, key_points FROM cache.entries WHERE key_points <> ''");
    while (statement.step() && out.size() < mostCandidates) {
        const auto entry = statement.id<EntryId>(0);
        for (const QString &text : splitList(statement.text(1))) {
            const PointId id = pointIdFor(entry, text);
            const QString hex = id.uuid().toString(QUuid::Id128);
            if (hex.startsWith(digits) || hex.endsWith(digits))
                out += id.uuid();
        }
    }
    return out;
}

QString plainDigits(const QString &text)
{
    QString digits = text.trimmed().toLower();
    digits.remove(QLatin1Char('-'));
    const bool hex = std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
    return hex && !digits.isEmpty() && digits.size() <= 32 ? digits : QString();
}

std::optional<QUuid> paperByIdentifier(Connection &connection, const QString &text)
{
    const auto identifier = digest::identifierFromText(text);
    if (!identifier)
        return std::nullopt;
    Statement statement(connection, "SELECT paper FROM identifiers WHERE key = ?1 AND deleted IS NULL LIMIT 1");
    if (!statement.bind(identifier->key()).step())
        return std::nullopt;
    return statement.id<PaperId>(0).uuid();
}

} // namespace

Library::Named findNamed(Connection &connection, const QString &text, const QList<What> &among)
{
    Library::Named named;
    QStringList found;
    const auto add = [&](What what, const QUuid &id) {
        const QString name = id.toString(QUuid::WithoutBraces);
        if (found.contains(name))
            return;
        found += name;
        named.what = what;
        named.id = id;
    };
    const QString digits = plainDigits(text);
    for (const What what : among) {
        if (!digits.isEmpty() && tableOf(what)) {
            for (const QUuid &id : idsLike(connection, what, digits))
                add(what, id);
            if (what == What::Point && found.isEmpty()) {
                for (const QUuid &id : digestPointsLike(connection, digits))
                    add(what, id);
            }
        }
        if (what == What::Paper && found.isEmpty()) {
            const auto alias = PaperId::fromString(text.trimmed().toLower());
            if (alias && resolvePaper(connection, *alias) != *alias)
                add(what, resolvePaper(connection, *alias).uuid());
            else if (const auto id = paperByIdentifier(connection, text.trimmed()))
                add(what, *id);
        }
    }
    if (found.size() > 1)
        return {What::Nothing, {}, found};
    return named;
}

} // namespace yaodian::library
