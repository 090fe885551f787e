#pragma once

#include "exporting/lookups.h"

// Cards for Anki: one a highlight and one an own point.
namespace yaodian::exporting {

struct Card
{
    QString guid;  ///< of the highlight or point: an import brings a card up to date and keeps how well it is known
    QString front; ///< HTML
    QString back;  ///< HTML
    QStringList tags;
};

[[nodiscard]] QList<Card> cardsOf(const Lookups &lookups, const library::Paper &paper);

/// A table with tabs that Anki 2.1.54 and later imports without a question: HTML, ids in the first column, tags in the
/// last. `id`: whose file it is.
[[nodiscard]] QByteArray ankiTable(const QList<Card> &cards, const QString &id);

} // namespace yaodian::exporting
