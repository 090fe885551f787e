#pragma once

#include "ui/reader/finder.h"
#include "ui/reader/opensearch.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>

namespace yaodian::ui {

/// The hits of an OpenSearch as rows: the title of each document that has some as a head, then its hits, then what is
/// to be said of it. The current one is that of the finder of the document that is shown.
class OpenHitsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `shown`: the document of the view that the rows stand in.
    OpenHitsModel(const OpenSearch &search, const Finder &finder, std::function<DocumentRef()> shown, QObject *parent);

    struct Row
    {
        enum Other { Head = -1, Note = -2 };
        int group = 0;
        int hit = Head; ///< or Note
    };
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int current() const; ///< the row; -1: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void restart();
    void take(int group, int first, int count);
    void takeNote(int group);
    [[nodiscard]] QList<Row> headOf(int group);
    void append(const QList<Row> &rows);
    void mark();
    [[nodiscard]] QVariant headData(const OpenSearch::Group &group, int role) const;

    QPointer<const OpenSearch> m_search; ///< its window may end it before the views
    const Finder &m_finder;
    std::function<DocumentRef()> m_shown;
    QList<Row> m_rows;
    QHash<int, int> m_heads; ///< of a group: its row
    int m_current = -1;
};

} // namespace yaodian::ui
