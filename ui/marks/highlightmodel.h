#pragma once

#include "library/library.h"

#include <QAbstractListModel>

#include <vector>

namespace yaodian::ui {

/// Highlights below the papers they are in. It holds ids; what stands in a row is read when it is first looked at, with
/// its neighbours.
class HighlightModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HighlightModel(const library::Library &library, QObject *parent = nullptr);

    void setRefs(const QList<library::HighlightRef> &refs);
    [[nodiscard]] const QList<library::HighlightRef> &refs() const { return m_refs; }
    /// Reads anew what was read of these papers; all where none is named.
    void forget(const QList<library::PaperId> &papers);
    [[nodiscard]] QList<library::PaperId> papers() const; ///< in their order

    [[nodiscard]] bool isHead(int row) const { return m_lines.at(size_t(row)) < 0; }
    /// The highlight of a row, of a head the first below it; nullptr: it is not there any more.
    [[nodiscard]] const library::HighlightRow *at(int row) const;
    [[nodiscard]] std::optional<library::HighlightId> idAt(int row) const; ///< nullopt: a head
    [[nodiscard]] QString titleOf(int head) const;                         ///< of its paper
    [[nodiscard]] int countBelow(int head) const;
    [[nodiscard]] int rowOf(library::HighlightId id) const; ///< -1: it is not there
    [[nodiscard]] library::Kind kindOf(const library::Highlight &highlight) const;
    void setKinds(const QList<library::Kind> &kinds);
    [[nodiscard]] const QList<library::Kind> &kinds() const { return m_kinds; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] int refOf(int row) const;
    void readAround(int ref) const;

    const library::Library &m_library;
    QList<library::HighlightRef> m_refs;
    std::vector<int> m_lines; ///< of a highlight its place in m_refs, of a head -1 - that of the first one
    QList<library::Kind> m_kinds;
    mutable QHash<library::HighlightId, library::HighlightRow> m_read;
};

/// What a row of the list calls the place in a paper that has no words.
[[nodiscard]] QString quoteOf(const library::Highlight &highlight);
/// "#one #two"
[[nodiscard]] QString tagsOf(const library::Highlight &highlight);

} // namespace yaodian::ui
