#pragma once

#include "ui/reader/finder.h"

#include <QAbstractListModel>

namespace yaodian::ui {

/// What a row shows of a hit, by item role; which one is the current is the model's to say.
[[nodiscard]] QVariant hitData(const pdf::SearchHit &hit, int role);

/// The hits of a Finder as rows, with the words around each. They stay where they are kept; a row's text is made when
/// it is shown.
class HitsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    HitsModel(const Finder &finder, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void take(int first, int count);
    void mark();

    const Finder &m_finder;
    int m_count = 0;
    int m_current = -1;
};

} // namespace yaodian::ui
