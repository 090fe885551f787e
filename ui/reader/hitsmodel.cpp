#include "ui/reader/hitsmodel.h"

#include "ui/reader/siderows.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int WordsBefore = 18; ///< characters: so that the match is seen in the first line

QString headOf(const pdf::SearchHit &hit)
{
    if (hit.before.size() <= WordsBefore)
        return hit.before;
    const QString before = hit.before.right(WordsBefore);
    const qsizetype word = before.indexOf(u' ') + 1; // the beginning of one, where there is one before the match
    return u"…"_s + (word < before.size() ? before.mid(word) : before);
}

} // namespace

QVariant hitData(const pdf::SearchHit &hit, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return QString(headOf(hit) + hit.match + hit.after);
    case siderow::Type:
        return siderow::Hit;
    case siderow::Count:
        return QString::number(hit.page + 1);
    case siderow::MatchStart:
        return int(headOf(hit).size());
    case siderow::MatchLength:
        return int(hit.match.size());
    default:
        return {};
    }
}

HitsModel::HitsModel(const Finder &finder, QObject *parent) : QAbstractListModel(parent), m_finder(finder)
{
    connect(&finder, &Finder::restarted, this, [this] {
        beginResetModel();
        m_count = 0;
        m_current = -1;
        endResetModel();
    });
    connect(&finder, &Finder::added, this, &HitsModel::take);
    connect(&finder, &Finder::changed, this, &HitsModel::mark);
}

void HitsModel::take(int first, int count)
{
    beginInsertRows({}, first, first + count - 1);
    m_count += count;
    if (m_current >= first)
        m_current += count;
    endInsertRows();
}

void HitsModel::mark()
{
    const int before = std::exchange(m_current, m_finder.current());
    if (before == m_current)
        return;
    for (const int row : {before, m_current})
        if (row >= 0 && row < m_count)
            Q_EMIT dataChanged(index(row), index(row), {siderow::Current});
}

int HitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    return role == siderow::Current ? QVariant(index.row() == m_current)
                                    : hitData(m_finder.hits().at(index.row()), role);
}

} // namespace yaodian::ui
