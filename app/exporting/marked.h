#pragma once

#include "exporting/lookups.h"

// Highlights with what other formats say of them besides their words.
namespace yaodian::exporting {

struct Marked
{
    library::Highlight highlight;
    library::Kind kind;
    QString link; ///< into the program
    QString web;  ///< the page on the web; empty: none known
};

/// The highlights of one paper.
class MarkedPaper
{
public:
    MarkedPaper(const Lookups &lookups, const library::Paper &paper);

    [[nodiscard]] const QList<Marked> &all() const { return m_all; } ///< in reading order
    [[nodiscard]] QList<Marked> evidence(const library::Point &point) const;
    /// Those that back none of the points.
    [[nodiscard]] QList<Marked> loose(const QList<library::Point> &points) const;

private:
    QList<Marked> m_all;
    QHash<library::HighlightId, qsizetype> m_places;
};

/// "方法"; the English name where there is no other. As in the Markdown, whatever language the window speaks.
[[nodiscard]] QString writtenName(const library::Kind &kind);

} // namespace yaodian::exporting
