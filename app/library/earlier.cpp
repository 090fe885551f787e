#include "library/earlier.h"

#include "library/codec.h"
#include "library/marks.h"

namespace yaodian::library {

Earlier::Earlier(Connection &connection, const Prepared &post)
{
    if (post.outcome != Stored::Updated)
        return;
    Statement row(connection, "SELECT row FROM cache.issues WHERE id = ?1");
    if (row.bind(post.id).step())
        m_entries = storedEntries(connection, row.integer(0));
}

const StoredEntry *Earlier::same(EntryId id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

const StoredEntry *Earlier::predecessor(const Prepared &post, qsizetype index)
{
    if (!post.again || m_entries.isEmpty() || m_entries.contains(post.entries[index]))
        return nullptr;
    const digest::Entry &now = post.issue.entries[index];
    const StoredEntry *found = nullptr;
    for (const StoredEntry &before : std::as_const(m_entries)) {
        if (post.entries.contains(before.place.id) || post.replaced.contains(before.place.id))
            continue;
        const bool link = !now.url.isEmpty() && before.content.url == now.url;
        const bool number = now.number && before.content.number == now.number && before.content.section == now.section;
        if (link || (number && !found))
            found = &before;
        if (link)
            break;
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
}

bool isOnlyMention(Connection &connection, PaperId paper, EntryId entry)
{
    Statement others(connection, "SELECT 1 FROM cache.entries WHERE paper = ?1 AND id <> ?2 LIMIT 1");
    if (others.bind(paper, entry).step())
        return false;
    return readState(connection, paper).read || hasMarks(connection, paper);
}

} // namespace yaodian::library
