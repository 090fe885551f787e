#include "ui/reader/contentsmodel.h"

#include "base/text.h"
#include "ui/commands/withkeys.h"
#include "ui/notes/kindname.h"
#include "ui/reader/siderows.h"

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// A heading counts when it has come near the top of the view.
constexpr double NearTop = 0.15;

bool earlier(const PagePlace &a, const PagePlace &b)
{
    return a.page != b.page ? a.page < b.page : a.top < b.top;
}

QString tagsBefore(const library::Highlight &highlight)
{
    QString text;
    for (const QString &tag : highlight.tags)
        text += u'#' + tag + u' ';
    return text;
}

QString wordsOf(const library::Highlight &highlight)
{
    return tagsBefore(highlight) + highlightWords(highlight) + u' ' + highlight.comment;
}

} // namespace

void ContentsModel::clear()
{
    m_outline.clear();
    m_starts.clear();
    m_foldedTitles.clear();
    m_highlights.clear();
    m_toReview = 0;
    m_words.clear();
    m_outlineKnown = false;
    m_place = {};
    rebuild();
}

void ContentsModel::setOutline(const QList<pdf::OutlineItem> &outline)
{
    m_outline = outline;
    m_foldedTitles.clear();
    m_starts.clear();
    for (int i = 0; i < m_outline.size(); ++i)
        if (m_outline.at(i).page >= 0)
            m_starts.push_back({{m_outline.at(i).page, m_outline.at(i).top}, i});
    // Outlines are mostly in the order of the pages, not always.
    std::stable_sort(m_starts.begin(), m_starts.end(),
                     [](const Start &a, const Start &b) { return earlier(a.place, b.place); });
    m_outlineKnown = true;
    rebuild();
}

void ContentsModel::setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds,
                                  int toReview)
{
    m_toReview = toReview;
    m_highlights = highlights;
    m_kinds = kinds;
    rebuild();
}

void ContentsModel::setFilter(const QString &words)
{
    const QStringList wanted = folded(words).split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    m_words = wanted;
    rebuild();
}

void ContentsModel::toggleKind(const QString &key)
{
    if (!m_open.removeOne(key))
        m_open << key;
    rebuild();
}

bool ContentsModel::fits(const QString &foldedText) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return foldedText.contains(word); });
}

void ContentsModel::addSections()
{
    const bool made = !m_outline.isEmpty() && m_outline.first().inferred;
    m_rows.push_back({Row::Head, 0, made ? tr("Contents, from the text") : tr("Contents")});
    if (isFiltered() && m_foldedTitles.isEmpty())
        for (const pdf::OutlineItem &item : std::as_const(m_outline))
            m_foldedTitles << folded(item.title);
    m_sections = 0;
    for (int i = 0; i < m_outline.size(); ++i) {
        if (isFiltered() && !fits(m_foldedTitles.at(i)))
            continue;
        m_rows.push_back({Row::Section, i, {}});
        ++m_sections;
    }
    if (m_outlineKnown && m_outline.isEmpty())
        m_rows.push_back({Row::Sentence, 0, tr("This PDF has no outline")});
    else if (isFiltered() && m_sections == 0)
        m_rows.push_back({Row::Sentence, 0, tr("No section has these words")});
}

void ContentsModel::addHighlights()
{
    std::vector<int> shown;
    for (int i = 0; i < m_highlights.size(); ++i)
        if (!isFiltered() || fits(folded(wordsOf(m_highlights.at(i)))))
            shown.push_back(i);
    if (shown.empty() && isFiltered())
        return;
    m_rows.push_back({Row::Head, 0, shown.empty() ? tr("Highlights") : tr("Highlights · %1").arg(shown.size())});
    if (m_toReview > 0 && !isFiltered())
        m_rows.push_back(
            {Row::Sentence, 0, withKeys(m_commands, tr("%n to review: {reader.review}", nullptr, m_toReview))});
    else if (shown.empty())
        m_rows.push_back({Row::Sentence, 0, withKeys(m_commands, tr("Select, then {select.highlight} + letter"))});
    for (int k = 0; k < m_kinds.size(); ++k) {
        const QString &key = m_kinds.at(k).key;
        const auto ofKind = [&](int i) { return m_highlights.at(i).kind == key; };
        const auto count = int(std::count_if(shown.cbegin(), shown.cend(), ofKind));
        if (count == 0)
            continue;
        m_rows.push_back({Row::Kind, k, {}, count});
        if (!isFiltered() && !m_open.contains(key))
            continue;
        for (const int i : shown)
            if (ofKind(i))
                m_rows.push_back({Row::Highlight, i, {}});
    }
}

void ContentsModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    addSections();
    addHighlights();
    m_current = findCurrent();
    endResetModel();
}

int ContentsModel::findCurrent() const
{
    const PagePlace reached{m_place.page, m_place.top + NearTop};
    const auto after =
        std::upper_bound(m_starts.cbegin(), m_starts.cend(), reached,
                         [](const PagePlace &at, const Start &start) { return earlier(at, start.place); });
    if (after == m_starts.cbegin())
        return -1;
    const int section = std::prev(after)->section;
    // Sections lie behind the first head, in their order; a filter leaves some out.
    const auto end = m_rows.cbegin() + 1 + m_sections;
    const auto found = std::lower_bound(m_rows.cbegin() + 1, end, section,
                                        [](const Line &line, int wanted) { return line.index < wanted; });
    return found != end && found->index == section ? int(found - m_rows.cbegin()) : -1;
}

void ContentsModel::setPlace(const PagePlace &place)
{
    m_place = place;
    if (m_rows.empty())
        return;
    const int before = std::exchange(m_current, findCurrent());
    if (before == m_current)
        return;
    for (const int row : {before, m_current})
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {siderow::Current});
}

int ContentsModel::firstMatch() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [this](const Line &line) {
        return line.type == Row::Highlight || (line.type == Row::Section && m_outline.at(line.index).page >= 0);
    });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString ContentsModel::textOf(const Line &line) const
{
    switch (line.type) {
    case Row::Section:
        return m_outline.at(line.index).title.simplified();
    case Row::Kind:
        return kindName(m_kinds.at(line.index));
    case Row::Highlight:
        return tagsBefore(m_highlights.at(line.index)) + highlightWords(m_highlights.at(line.index));
    default:
        return line.text;
    }
}

QString ContentsModel::countOf(const Line &line) const
{
    switch (line.type) {
    case Row::Kind:
        return QString::number(line.count);
    case Row::Highlight:
        return QString::number(m_highlights.at(line.index).page + 1);
    default:
        return {};
    }
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_rows.at(size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return textOf(line);
    case Qt::ToolTipRole:
        return line.type == Row::Head ? QVariant() : Qt::convertFromPlainText(textOf(line));
    case siderow::Type:
        return line.type == Row::Head ? siderow::Header : siderow::Entry;
    case siderow::Count:
        return countOf(line);
    case siderow::Depth:
        return line.type == Row::Section ? m_outline.at(line.index).depth : line.type == Row::Highlight ? 1 : 0;
    case siderow::Current:
        return index.row() == m_current;
    default:
        return {};
    }
}

Qt::ItemFlags ContentsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row type = typeOf(index.row());
    return type == Row::Head || type == Row::Sentence ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace yaodian::ui
