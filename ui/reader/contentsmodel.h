#pragma once

#include "library/values.h"
#include "pdf/values.h"
#include "ui/reader/pagelayout.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace yaodian::ui {

class Commands;

/// The rows of the contents: the outline, then the highlights by kind, of both what has the words of the filter.
/// Nothing is made for a row before it is shown, so that an outline of many thousand lines costs nothing.
class ContentsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Row { Head, Section, Sentence, Kind, Highlight };

    explicit ContentsModel(const Commands &commands, QObject *parent) : QAbstractListModel(parent), m_commands(commands)
    {
    }

    void clear();
    void setOutline(const QList<pdf::OutlineItem> &outline);
    void setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds,
                       int toReview = 0);
    /// The section that `place` lies in is the current one.
    void setPlace(const PagePlace &place);
    /// Rows that have every word, however written; empty: all rows.
    void setFilter(const QString &words);
    [[nodiscard]] bool isFiltered() const { return !m_words.isEmpty(); }
    void toggleKind(const QString &key); ///< lists its highlights, or no more
    void retranslate() { rebuild(); }

    [[nodiscard]] Row typeOf(int row) const { return m_rows.at(size_t(row)).type; }
    [[nodiscard]] const pdf::OutlineItem &section(int row) const { return m_outline.at(m_rows.at(size_t(row)).index); }
    [[nodiscard]] QString kind(int row) const { return m_kinds.at(m_rows.at(size_t(row)).index).key; }
    [[nodiscard]] library::HighlightId highlight(int row) const
    {
        return m_highlights.at(m_rows.at(size_t(row)).index).id;
    }
    [[nodiscard]] int currentRow() const { return m_current; } ///< of the section in view; -1: none is shown
    [[nodiscard]] int firstMatch() const;                      ///< the first row that leads somewhere; -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        Row type = Row::Head;
        int index = 0; ///< of the section, kind or highlight
        QString text;  ///< of heads and sentences
        int count = 0; ///< of a kind: its highlights
    };
    struct Start
    {
        PagePlace place;
        int section = 0;
    };

    void rebuild();
    void addSections();
    void addHighlights();
    [[nodiscard]] bool fits(const QString &foldedText) const;
    [[nodiscard]] QString textOf(const Line &line) const;
    [[nodiscard]] QString countOf(const Line &line) const;
    [[nodiscard]] int findCurrent() const;

    const Commands &m_commands;
    QList<pdf::OutlineItem> m_outline;
    std::vector<Start> m_starts; ///< of the sections that lead somewhere, in the order of the pages
    QStringList m_foldedTitles;  ///< made when first filtered
    QList<library::Highlight> m_highlights;
    int m_toReview = 0;
    QList<library::Kind> m_kinds;
    QStringList m_open; ///< keys of kinds whose highlights are listed
    QStringList m_words;
    std::vector<Line> m_rows;
    PagePlace m_place;
    int m_sections = 0; ///< rows of sections: behind the first head
    int m_current = -1;
    bool m_outlineKnown = false;
};

} // namespace yaodian::ui
