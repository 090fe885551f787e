// An entry that is about another paper than the rules found, by the reader's word.
#include "library/codec.h"
#include "library/entryrows.h"
#include "library/papers.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

QJsonObject key(const char *column, const QByteArray &id)
{
    return {{QLatin1String(column), blobValue(id)}};
}

void movePointsOf(Recorder &recorder, EntryId entry, PaperId paper)
{
    QList<QByteArray> ids;
    {
        Statement points(recorder.connection(), "SELECT id FROM points WHERE entry = ?1 AND deleted IS NULL");
        points.bind(entry);
        while (points.step())
            ids += points.blob(0);
    }
    for (const QByteArray &id : std::as_const(ids)) {
        QJsonObject row = recorder.current(Rows::Points, key("id", id)).toObject();
        row.insert(QStringLiteral("paper"), blobValue(paper.toBytes()));
        recorder.put(Rows::Points, key("id", id), row);
    }
}

} // namespace

PaperId setEntryApart(Recorder &recorder, EntryId entry, qint64 nowMs)
{
    digest::Entry content;
    PaperId before;
    {
        Statement row(recorder.connection(), "SELECT paper, " + contentColumns() + " FROM cache.entries WHERE id = ?1");
        if (row.bind(entry).step()) {
            before = row.id<PaperId>(0);
            content = contentFrom(row, 1);
        }
    }
    // The same on every machine; set apart once more from what it was made, it is yet another.
    PaperId paper(nameBasedUuid(u"paper", QStringLiteral("apart:") + entry.toString()));
    if (paper == before)
        paper = PaperId(nameBasedUuid(u"paper", QStringLiteral("apart again:") + entry.toString()));
    recorder.remove(Rows::Aliases, key("id", paper.toBytes())); // of an earlier time, merged since
    recorder.put(Rows::Papers, key("id", paper.toBytes()),
                 {{QStringLiteral("title"), content.title},
                  {QStringLiteral("title_zh"), content.titleZh},
                  {QStringLiteral("authors"), joinList(content.authors)},
                  {QStringLiteral("categories"), joinList(content.categories)},
                  {QStringLiteral("first_seen"), nowMs}});
    recorder.put(Rows::Apart, key("entry", entry.toBytes()), {{QStringLiteral("paper"), blobValue(paper.toBytes())}});
    movePointsOf(recorder, entry, paper);
    recorder.touch(before);
    recorder.touch(paper);
    return paper;
}

} // namespace yaodian::library
