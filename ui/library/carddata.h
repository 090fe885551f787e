#pragma once

#include "library/library.h"

namespace yaodian::ui {

/// A point with its number in the paper, which is the one that the reader's `e` key means.
struct NumberedPoint
{
    int number = 0;
    QString text;
    QString digestText; ///< what the digest says now, where that is something else
    bool own = false;
    library::PointId id = {};
    struct Evidence
    {
        library::HighlightId highlight;
        int page = 0; ///< from 0
    };
    QList<Evidence> evidence = {};
};

/// Everything that the card shows of an entry.
struct CardData
{
    library::EntryDetail detail;
    QList<NumberedPoint> points;
    QList<library::ListRow> others; ///< other mentions of the paper
    QString note;
    int highlights = 0;
    QStringList tags; ///< of the paper
};

/// nullopt: the entry is gone.
[[nodiscard]] std::optional<CardData> gatherCard(const library::Library &library, library::EntryId entry);

} // namespace yaodian::ui
