#include "ui/marks/highlightmodel.h"

#include "ui/notes/kindname.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReadAtOnce = 60; ///< rows: a screen and a little more
constexpr int MostRead = 3000; ///< rows that are kept

} // namespace

QString quoteOf(const library::Highlight &highlight)
{
    return highlight.quote.isEmpty() ? HighlightModel::tr("An area of the page") : highlight.quote;
}

QString tagsOf(const library::Highlight &highlight)
{
    return highlight.tags.isEmpty() ? QString() : u'#' + highlight.tags.join(u" #"_s);
}

HighlightModel::HighlightModel(const library::Library &library, QObject *parent)
    : QAbstractListModel(parent), m_library(library)
{
}

void HighlightModel::setRefs(const QList<library::HighlightRef> &refs)
{
    beginResetModel();
    m_refs = refs;
    m_lines.clear();
    m_lines.reserve(size_t(refs.size()) + size_t(refs.size()) / 4);
    for (int i = 0; i < refs.size(); ++i) {
        if (i == 0 || refs[i].paper != refs[i - 1].paper)
            m_lines.push_back(-1 - i);
        m_lines.push_back(i);
    }
    endResetModel();
}

void HighlightModel::setKinds(const QList<library::Kind> &kinds)
{
    m_kinds = kinds;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void HighlightModel::forget(const QList<library::PaperId> &papers)
{
    if (papers.isEmpty())
        m_read.clear();
    else
        m_read.removeIf([&papers](const auto &one) { // what was found gone may be there again
            const library::Highlight &highlight = one.value().highlight;
            return highlight.id.isNull() || papers.contains(highlight.paper);
        });
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QList<library::PaperId> HighlightModel::papers() const
{
    QList<library::PaperId> out;
    for (const int line : m_lines)
        if (line < 0)
            out += m_refs[-1 - line].paper;
    return out;
}

int HighlightModel::refOf(int row) const
{
    const int line = m_lines.at(size_t(row));
    return line < 0 ? -1 - line : line;
}

void HighlightModel::readAround(int ref) const
{
    if (m_read.size() > MostRead)
        m_read.clear();
    const int first = std::max(0, ref - ReadAtOnce / 3);
    QList<library::HighlightId> ids;
    for (int i = first; i < std::min<qsizetype>(first + ReadAtOnce, m_refs.size()); ++i)
        if (!m_read.contains(m_refs[i].id))
            ids += m_refs[i].id;
    for (const library::HighlightRow &row : m_library.highlightRows(ids))
        m_read.insert(row.highlight.id, row);
    if (!m_read.contains(m_refs[ref].id)) // removed meanwhile: not asked for again
        m_read.insert(m_refs[ref].id, {});
}

const library::HighlightRow *HighlightModel::at(int row) const
{
    const int ref = refOf(row);
    auto found = m_read.constFind(m_refs[ref].id);
    if (found == m_read.constEnd()) {
        readAround(ref);
        found = m_read.constFind(m_refs[ref].id);
    }
    return found->highlight.id.isNull() ? nullptr : &*found;
}

std::optional<library::HighlightId> HighlightModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || isHead(row))
        return std::nullopt;
    return m_refs[refOf(row)].id;
}

QString HighlightModel::titleOf(int head) const
{
    const library::HighlightRow *first = at(head);
    if (!first)
        return {};
    const bool chinese = QLocale().language() == QLocale::Chinese && !first->titleZh.isEmpty();
    return (chinese || first->title.isEmpty() ? first->titleZh : first->title).simplified();
}

int HighlightModel::countBelow(int head) const
{
    int row = head + 1;
    while (row < rowCount() && !isHead(row))
        ++row;
    return row - head - 1;
}

int HighlightModel::rowOf(library::HighlightId id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (!isHead(row) && m_refs[m_lines[size_t(row)]].id == id)
            return row;
    return -1;
}

library::Kind HighlightModel::kindOf(const library::Highlight &highlight) const
{
    for (const library::Kind &kind : m_kinds)
        if (kind.key == highlight.kind)
            return kind;
    return {highlight.kind, {}, highlight.kind, highlight.kind, u"#7a7f87"_s, u"plain"_s};
}

int HighlightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant HighlightModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (isHead(index.row()))
        return titleOf(index.row());
    const library::HighlightRow *row = at(index.row());
    if (!row)
        return {};
    if (role == Qt::DisplayRole)
        return quoteOf(row->highlight);
    QStringList parts{kindName(kindOf(row->highlight)), quoteOf(row->highlight), row->highlight.comment,
                      tagsOf(row->highlight), tr("p. %1").arg(row->highlight.page + 1)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Qt::ItemFlags HighlightModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isHead(index.row()) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace yaodian::ui
