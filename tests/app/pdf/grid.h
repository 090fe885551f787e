#pragma once

#include "pdf/pagetext.h"

#include <QTest>

namespace yaodian::pdf {

/// Lines in a grid: every letter a hundredth wide, every line two hundredths apart. A blank has a box too, as printed
/// ones have; ends of lines have none.
inline PageText set(const QString &text, double left = 0.1)
{
    PageText page;
    page.text = text;
    double x = left;
    double y = 0.1;
    for (const QChar c : text) {
        if (c == u'\n') {
            page.boxes.append(Box{});
            x = left;
            y += 0.02;
            continue;
        }
        page.boxes.append(Box{x, y, x + 0.01, y + 0.015});
        x += 0.01;
    }
    return page;
}

inline QString part(const PageText &page, TextRange range)
{
    return page.text.mid(range.from, range.to - range.from);
}

} // namespace yaodian::pdf
