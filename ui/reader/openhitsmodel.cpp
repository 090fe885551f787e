#include "ui/reader/openhitsmodel.h"

#include "ui/reader/hitsmodel.h"
#include "ui/reader/siderows.h"

#include <algorithm>

namespace yaodian::ui {

OpenHitsModel::OpenHitsModel(const OpenSearch &search, const Finder &finder, std::function<DocumentRef()> shown,
                             QObject *parent)
    : QAbstractListModel(parent), m_search(&search), m_finder(finder), m_shown(std::move(shown))
{
    connect(&search, &OpenSearch::restarted, this, &OpenHitsModel::restart);
    connect(&search, &OpenSearch::added, this, &OpenHitsModel::take);
    connect(&search, &OpenSearch::noted, this, &OpenHitsModel::takeNote);
    connect(&finder, &Finder::changed, this, &OpenHitsModel::mark);
    for (int group = 0; group < search.groups().size(); ++group) { // another view's panel has begun the search
        take(group, 0, int(search.groups().at(group).hits.size()));
        if (!search.groups().at(group).note.isEmpty())
            takeNote(group);
    }
}

void OpenHitsModel::restart()
{
    beginResetModel();
    m_rows.clear();
    m_heads.clear();
    m_current = -1;
    endResetModel();
}

void OpenHitsModel::append(const QList<Row> &rows)
{
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows << rows;
    endInsertRows();
    mark();
}

void OpenHitsModel::take(int group, int first, int count)
{
    if (count == 0)
        return;
    QList<Row> rows = headOf(group);
    const bool isNew = !rows.isEmpty();
    for (int hit = first; hit < first + count; ++hit)
        rows << Row{group, hit};
    append(rows);
    if (!isNew) {
        const QModelIndex head = index(m_heads.value(group));
        Q_EMIT dataChanged(head, head, {siderow::Count});
    }
}

void OpenHitsModel::takeNote(int group)
{
    append(headOf(group) << Row{group, Row::Note});
}

/// The head to come before a group's first row; nothing where it is there.
QList<OpenHitsModel::Row> OpenHitsModel::headOf(int group)
{
    if (m_heads.contains(group))
        return {};
    m_heads.insert(group, int(m_rows.size()));
    return {Row{group, Row::Head}};
}

int OpenHitsModel::current() const
{
    if (!m_search || m_finder.current() < 0 || m_finder.query() != m_search->query())
        return -1;
    const DocumentRef shown = m_shown();
    const pdf::SearchHit &hit = m_finder.hits().at(m_finder.current());
    for (auto head = m_heads.cbegin(); head != m_heads.cend(); ++head) {
        const OpenSearch::Group &group = m_search->groups().at(head.key());
        if (!group.of.ref.isSame(shown))
            continue;
        const auto same = std::find_if(group.hits.cbegin(), group.hits.cend(),
                                       [&hit](const pdf::SearchHit &one) { return isSameHit(one, hit); });
        if (const int row = head.value() + 1 + int(same - group.hits.cbegin());
            same != group.hits.cend() && row < m_rows.size())
            return row;
    }
    return -1;
}

void OpenHitsModel::mark()
{
    const int before = std::exchange(m_current, current());
    if (before == m_current)
        return;
    for (const int row : {before, m_current})
        if (row >= 0 && row < m_rows.size())
            Q_EMIT dataChanged(index(row), index(row), {siderow::Current});
}

int OpenHitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags OpenHitsModel::flags(const QModelIndex &index) const
{
    return index.isValid() && m_rows.at(index.row()).hit >= 0 ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                              : Qt::NoItemFlags;
}

QVariant OpenHitsModel::headData(const OpenSearch::Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.of.title;
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(group.of.title);
    case siderow::Type:
        return siderow::Header;
    case siderow::Count:
        return group.hits.isEmpty() ? QString() : QString::number(group.hits.size());
    default:
        return {};
    }
}

QVariant OpenHitsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_search)
        return {};
    const Row &row = m_rows.at(index.row());
    const OpenSearch::Group &group = m_search->groups().at(row.group);
    if (row.hit == Row::Head)
        return headData(group, role);
    if (row.hit >= 0)
        return role == siderow::Current ? QVariant(index.row() == m_current) : hitData(group.hits.at(row.hit), role);
    return role == Qt::DisplayRole ? QVariant(group.note) : role == siderow::Type ? QVariant(siderow::Hit) : QVariant();
}

} // namespace yaodian::ui
