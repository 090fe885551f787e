#include "library/earlier.h"

#include "library/codec.h"

#include <QSet>

namespace yaodian::library {

namespace {

/// Empty where the post printed no number.
QString numberKey(const digest::Entry &entry)
{
    return entry.number ? QStringLiteral("%1|%2").arg(int(entry.section)).arg(*entry.number) : QString();
}

} // namespace

Earlier::Earlier(Connection &connection, const Prepared &post)
{
    if (post.outcome != Stored::Updated)
        return;
    Statement row(connection, "SELECT row FROM cache.issues WHERE id = ?1");
    if (row.bind(post.id).step())
        m_entries = storedEntries(connection, row.integer(0));
    if (!post.again)
        return;
    const QSet<EntryId> now(post.entries.cbegin(), post.entries.cend());
    for (const StoredEntry &entry : std::as_const(m_entries)) {
        if (now.contains(entry.place.id))
            continue;
        m_byLink.insert(entry.content.url, entry.place.id);
        m_byNumber.insert(numberKey(entry.content), entry.place.id);
    }
    m_byLink.remove(QString());
    m_byNumber.remove(QString());
}

const StoredEntry *Earlier::same(EntryId id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

const StoredEntry *Earlier::takePredecessor(const digest::Entry &now)
{
    EntryId id = m_byLink.value(now.url);
    if (id.isNull())
        id = m_byNumber.value(numberKey(now));
    const StoredEntry *found = same(id);
    if (found) {
        m_byLink.remove(found->content.url);
        m_byNumber.remove(numberKey(found->content));
    }
    return found;
}

void correctPaper(Connection &connection, PaperId paper, const digest::Entry &before, const digest::Entry &now,
                  const QString &stamp)
{
    struct Field
    {
        const char *column;
        QString before;
        QString now;
    };
    const Field fields[] = {{"title", before.title, now.title},
                            {"title_zh", before.titleZh, now.titleZh},
                            {"authors", joinList(before.authors), joinList(now.authors)},
                            {"categories", joinList(before.categories), joinList(now.categories)}};
    for (const Field &field : fields) {
        if (field.before.isEmpty() || field.now.isEmpty() || field.before == field.now)
            continue;
        const QByteArray column(field.column);
        Statement(connection, "UPDATE papers SET " + column + " = ?3, hlc = ?4 WHERE id = ?1 AND " + column + " = ?2")
            .bind(paper, field.before, field.now, stamp)
            .run();
    }
}

void moveCopies(Connection &connection, EntryId from, EntryId to, const QString &stamp)
{
    Statement(connection, "UPDATE points SET entry = ?2, origin_hlc = ?3 WHERE entry = ?1").bind(from, to, stamp).run();
    Statement(connection, "UPDATE OR IGNORE apart SET entry = ?2, hlc = ?3 WHERE entry = ?1")
        .bind(from, to, stamp)
        .run();
}

bool isOnlyMention(Connection &connection, PaperId paper, EntryId entry)
{
    Statement others(connection, "SELECT 1 FROM cache.entries WHERE paper = ?1 AND id <> ?2 LIMIT 1");
    return !others.bind(paper, entry).step();
}

} // namespace yaodian::library
