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

    explicit EntryModel(const EntrySource &source, QObject *parent = nullptr);

    /// Takes a new snapshot of `query`.
    void show(const library::ListQuery &query);
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
    void take(const QList<library::EntryId> &ids);
    [[nodiscard]] bool grouped() const;

    const EntrySource &m_source;
    library::ListQuery m_query;
    QList<library::EntryId> m_ids;
    QHash<QString, library::CategoryCount> m_categories;
    mutable QCache<int, Chunk> m_chunks;
    int m_newEntries = 0;
};

} // namespace yaodian::ui
