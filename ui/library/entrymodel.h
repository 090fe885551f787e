#pragma once

#include "ui/library/entrysource.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>

namespace yaodian::ui {

/// The group a row stands in: its category, or its issue.
struct RowGroup
{
    QString key;
    QString tag; ///< category code; empty: none
    QString title;
    int count = 0; ///< entries of the group; 0: not known
    friend bool operator==(const RowGroup &a, const RowGroup &b) { return a.key == b.key; }
};

/// The entries of one list, as a snapshot: their order never changes under the reader, whatever is synced or read
/// meanwhile. Rows are fetched in chunks when somebody looks at them, and only some hundred chunks are kept.
class EntryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int chunkSize = 64;
    /// How many of a list are read before it is shown: more than a window shows, and a whole number of chunks.
    static constexpr int firstRows = 5 * chunkSize;

    explicit EntryModel(const EntrySource &source, QObject *parent = nullptr);

    /// Takes a new snapshot of `query`: of a long list its first rows, until the rest is appended.
    void show(const library::ListQuery &query);
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] int listing() const { return m_listing; } ///< another one after each show() and showOnly()
    /// What the query gives, all of it, taken in behind the rows that are there. What has come before them meanwhile
    /// counts as new.
    void appendRest(const QList<library::EntryId> &ids);
    void appendRest() { appendRest(m_source.ids(m_query, -1)); } ///< at once
    /// Shows just these, in this order (hits of a filter); the query stays the one they came from.
    void showOnly(const QList<library::EntryId> &ids);
    [[nodiscard]] const library::ListQuery &query() const { return m_query; }
    [[nodiscard]] const QList<library::EntryId> &ids() const { return m_ids; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// nullptr where the entry is gone meanwhile. Valid until the next call that loads rows.
    [[nodiscard]] const library::ListRow *row(int row) const;
    [[nodiscard]] int rowOf(library::EntryId id) const; ///< -1: not in the list
    [[nodiscard]] RowGroup group(int row) const;
    [[nodiscard]] bool startsGroup(int row) const;

    /// The state of these papers changed: their rows are fetched again, in place.
    void refresh(const QList<library::PaperId> &papers);
    /// What the query would give now. Nothing moves; newEntries() counts those that are not in the list.
    void offer(const QList<library::EntryId> &ids);
    [[nodiscard]] int newEntries() const { return m_newEntries; }

Q_SIGNALS:
    void newEntriesChanged(int count);

private:
    using Chunk = QList<std::optional<library::ListRow>>;
    const Chunk *chunk(int number) const;
    void take(const QList<library::EntryId> &ids, bool whole);
    void setNewEntries(int count);
    [[nodiscard]] bool grouped() const;

    const EntrySource &m_source;
    library::ListQuery m_query;
    QList<library::EntryId> m_ids;
    QHash<QString, library::CategoryCount> m_categories;
    mutable QCache<int, Chunk> m_chunks;
    int m_newEntries = 0;
    bool m_isWhole = true;
    int m_listing = 0;
};

} // namespace yaodian::ui
