#include "library/documents.h"

#include "base/files.h"
#include "base/savefile.h"
#include "library/durably.h"
#include "library/papers.h"
#include "library/statement.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace yaodian::library {

namespace {

const QByteArray documentColumns =
    QByteArrayLiteral("SELECT sha256, paper, version, origin, bytes, added FROM documents WHERE deleted IS NULL AND ");

Document documentFrom(const Statement &statement, const Folder &folder)
{
    const QString sha256 = statement.text(0);
    return {sha256,
            statement.id<PaperId>(1),
            statement.text(2),
            folder.document(sha256),
            statement.text(3),
            statement.integer(4),
            statement.time(5)};
}

/// "v10" is newer than "v9"; no version is older than any.
int versionNumber(const QString &version)
{
    return QStringView(version).mid(1).toInt();
}

void writeDocument(Connection &connection, const Document &document, const QString &stamp)
{
    Statement upsert(connection, "INSERT INTO documents(sha256, paper, version, origin, bytes, added, hlc)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(sha256, paper) DO UPDATE SET"
                                 " version = CASE excluded.version WHEN '' THEN version ELSE excluded.version END,"
                                 " origin = excluded.origin, hlc = excluded.hlc, deleted = NULL");
    upsert
        .bind(document.sha256, document.paper, document.version, document.origin, document.bytes, document.added, stamp)
        .run();
}

/// Before a file is put into a folder that the library is not in.
void requireWriting(Store &store)
{
    if (store.isReadOnly())
        store.write([](Connection &) {}); // says why
    store.requireInPlace();
}

bool isThere(const Document &document)
{
    return QFileInfo::exists(document.path) && QFileInfo(document.path).size() == document.bytes;
}

Document tieDocument(Store &store, Document document)
{
    return store.write([&](Connection &connection) {
        Transaction transaction(connection, Transaction::Kind::Write);
        document.paper = resolvePaper(connection, document.paper);
        writeDocument(connection, document, store.stamps().next());
        store.stamps().save(connection);
        transaction.commit();
        return document;
    });
}

} // namespace

QList<Document> readDocuments(Connection &connection, const Folder &folder, PaperId paper)
{
    QList<Document> out;
    Statement statement(connection, documentColumns + "paper = ?1 ORDER BY added DESC, sha256");
    statement.bind(paper);
    while (statement.step())
        out += documentFrom(statement, folder);
    std::stable_sort(out.begin(), out.end(), [](const Document &a, const Document &b) {
        return versionNumber(a.version) > versionNumber(b.version);
    });
    return out;
}

std::optional<Document> readDocument(Connection &connection, const Folder &folder, const QString &sha256)
{
    Statement statement(connection, documentColumns + "sha256 = ?1 ORDER BY added LIMIT 1");
    return statement.bind(sha256).step() ? std::optional(documentFrom(statement, folder)) : std::nullopt;
}

int countDocuments(Connection &connection, const QDateTime &since, const QString &originLike)
{
    Statement statement(connection, "SELECT count(DISTINCT sha256) FROM documents"
                                    " WHERE deleted IS NULL AND added >= ?1 AND origin LIKE ?2");
    statement.bind(since, originLike);
    return statement.step() ? int(statement.integer(0)) : 0;
}

Document keepDocument(Store &store, PaperId paper, const QByteArray &bytes, const QString &version,
                      const QString &origin)
{
    requireWriting(store);
    Document document{sha256Hex(bytes), paper, version, {}, origin, bytes.size(), store.clock().now()};
    document.path = store.folder().document(document.sha256);
    if (!isThere(document)) {
        requireFolder(QFileInfo(document.path).absolutePath());
        if (const auto written = writeFileByWayOf(store.folder().draft(document.sha256), document.path, bytes);
            !written)
            fail(written.error().message);
    }
    return tieDocument(store, document);
}

Document takeDocument(Store &store, PaperId paper, const QString &file, const QString &version, const QString &origin)
{
    requireWriting(store);
    const auto sha256 = sha256OfFile(file);
    if (!sha256)
        fail(sha256.error().message);
    Document document{*sha256, paper, version, {}, origin, QFileInfo(file).size(), store.clock().now()};
    document.path = store.folder().document(document.sha256);
    if (!isThere(document)) {
        requireFolder(QFileInfo(document.path).absolutePath());
        if (const auto moved = moveFileDurably(file, document.path); !moved)
            fail(moved.error().message);
    }
    QFile::remove(file); // one that was there already
    return tieDocument(store, document);
}

} // namespace yaodian::library
