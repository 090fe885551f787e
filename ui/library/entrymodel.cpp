#include "ui/library/entrymodel.h"

#include "ui/library/sourcetitle.h"

#include <QSet>

namespace yaodian::ui {

using library::EntryId;
using library::ListQuery;
using library::ListRow;

EntryModel::EntryModel(const EntrySource &source, QObject *parent)
    : QAbstractListModel(parent), m_source(source), m_chunks(200)
{
}

void EntryModel::show(const ListQuery &query)
{
    beginResetModel();
    m_query = query;
    m_categories.clear();
    if (query.order == ListQuery::Order::ByCategory) { // else no group has their names and counts
        for (const library::CategoryCount &c : m_source.categories(query))
            m_categories.insert(c.code, c);
    }
    // To know the first by category one has to know all.
    const int most = query.order == ListQuery::Order::ByCategory ? -1 : firstRows;
    const QList<EntryId> first = m_source.ids(query, most);
    take(first, first.size() != most);
    endResetModel();
}

void EntryModel::showOnly(const QList<EntryId> &ids)
{
    beginResetModel();
    for (library::CategoryCount &category : m_categories)
        category.entries = 0; // how many of these it has is not known
    take(ids, true);
    endResetModel();
}

void EntryModel::take(const QList<EntryId> &ids, bool whole)
{
    m_ids = ids;
    m_isWhole = whole;
    ++m_listing;
    m_chunks.clear();
    setNewEntries(0);
}

void EntryModel::setNewEntries(int count)
{
    if (count == m_newEntries)
        return;
    m_newEntries = count;
    Q_EMIT newEntriesChanged(count);
}

void EntryModel::appendRest(const QList<EntryId> &ids)
{
    if (m_isWhole)
        return;
    m_isWhole = true;
    // Behind the last row that is still in the list: what stands before it and is not shown has come meanwhile.
    qsizetype end = m_ids.size(), at = -1;
    while (end > 0 && at < 0)
        at = ids.indexOf(m_ids[--end]);
    const QSet<EntryId> shown(m_ids.cbegin(), m_ids.cend());
    const auto isMissing = [&shown](const EntryId &id) { return !shown.contains(id); };
    const auto behind = ids.cbegin() + at + 1;
    QList<EntryId> rest;
    rest.reserve(ids.cend() - behind);
    std::copy_if(behind, ids.cend(), std::back_inserter(rest), isMissing);
    if (!rest.isEmpty()) {
        const int first = int(m_ids.size());
        m_chunks.remove(first / chunkSize); // where the last one was not full
        beginInsertRows({}, first, first + int(rest.size()) - 1);
        m_ids.append(rest);
        endInsertRows();
    }
    setNewEntries(int(std::count_if(ids.cbegin(), behind, isMissing)));
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

const EntryModel::Chunk *EntryModel::chunk(int number) const
{
    if (const Chunk *known = m_chunks.object(number))
        return known;
    const QList<EntryId> wanted = m_ids.mid(qsizetype(number) * chunkSize, chunkSize);
    auto *fresh = new Chunk(wanted.size());
    // An entry may have gone meanwhile, so the answers are matched by id, not by position.
    QHash<EntryId, qsizetype> places;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        places.insert(wanted[i], i);
    for (const ListRow &row : m_source.rows(wanted))
        if (const auto it = places.constFind(row.id); it != places.constEnd())
            (*fresh)[*it] = row;
    m_chunks.insert(number, fresh);
    return fresh;
}

const ListRow *EntryModel::row(int row) const
{
    if (row < 0 || row >= m_ids.size())
        return nullptr;
    const std::optional<ListRow> &found = chunk(row / chunkSize)->at(row % chunkSize);
    return found ? &*found : nullptr;
}

int EntryModel::rowOf(EntryId id) const
{
    return int(m_ids.indexOf(id));
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const ListRow *r = row(index.row());
    if (!r)
        return tr("This entry is no longer there");
    const QString title = r->title.isEmpty() ? r->titleZh : r->title;
    if (role == Qt::DisplayRole)
        return title;
    QStringList said{r->categories.value(0), title, r->title.isEmpty() ? QString() : r->titleZh, r->oneLine};
    said << (r->unread ? tr("unread") : tr("read"));
    if (r->starred)
        said << tr("starred");
    said.removeAll(QString());
    return said.join(QStringLiteral(". "));
}

bool EntryModel::grouped() const
{
    switch (m_query.order) {
    case ListQuery::Order::ByCategory:
        return !m_query.category;
    case ListQuery::Order::BySource:
        return !m_query.source && !m_query.issue;
    case ListQuery::Order::ByTitle:
        return false;
    case ListQuery::Order::IssueOrder:
    case ListQuery::Order::NewestFirst:
        return !m_query.issue;
    }
    return false;
}

RowGroup EntryModel::group(int row) const
{
    const ListRow *r = this->row(row);
    if (!r || !grouped())
        return {};
    if (m_query.order == ListQuery::Order::BySource)
        return {r->source.toString(), {}, sourceTitle(r->source, r->sourceTitle), 0};
    if (m_query.order != ListQuery::Order::ByCategory)
        return {r->issue.toString(),
                {},
                r->issueTitle.isEmpty() ? sourceTitle(r->source, r->sourceTitle) : r->issueTitle,
                0};
    const QString code = r->categories.value(0);
    const library::CategoryCount known = m_categories.value(code);
    const QString name = code.isEmpty() ? tr("Uncategorised") : known.name;
    return {QStringLiteral("c:") + code, code, name, known.entries};
}

bool EntryModel::startsGroup(int row) const
{
    if (!grouped() || row < 0 || row >= m_ids.size())
        return false;
    return row == 0 || !(group(row) == group(row - 1));
}

void EntryModel::refresh(const QList<library::PaperId> &papers)
{
    const QSet<library::PaperId> wanted(papers.begin(), papers.end());
    const QList<int> numbers = m_chunks.keys();
    for (const int number : numbers) {
        const Chunk *old = m_chunks.object(number);
        const bool touched =
            std::any_of(old->begin(), old->end(), [&](const auto &row) { return row && wanted.contains(row->paper); });
        if (!touched)
            continue;
        m_chunks.remove(number);
        const int first = number * chunkSize;
        Q_EMIT dataChanged(index(first), index(qMin(first + chunkSize, int(m_ids.size())) - 1));
    }
}

void EntryModel::offer(const QList<EntryId> &ids)
{
    if (!m_isWhole)
        return appendRest(ids);
    const QSet<EntryId> shown(m_ids.begin(), m_ids.end());
    setNewEntries(int(std::count_if(ids.begin(), ids.end(), [&](EntryId id) { return !shown.contains(id); })));
}

} // namespace yaodian::ui
