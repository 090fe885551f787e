#include "library/values.h"

#include <algorithm>

namespace yaodian::library {

namespace {

bool isHigher(const Highlight &a, const Highlight &b)
{
    return a.boxes.value(0).top < b.boxes.value(0).top;
}

bool isEarlier(const Highlight &a, const Highlight &b)
{
    return a.at < b.at;
}

} // namespace

void sortInReadingOrder(QList<Highlight> &highlights)
{
    std::stable_sort(highlights.begin(), highlights.end(),
                     [](const Highlight &a, const Highlight &b) { return a.page < b.page; });
    for (auto first = highlights.begin(); first != highlights.end();) {
        const auto end = std::find_if(first, highlights.end(),
                                      [page = first->page](const Highlight &one) { return one.page != page; });
        const bool isKnown = std::all_of(first, end, [](const Highlight &one) { return one.at >= 0; });
        std::stable_sort(first, end, isKnown ? isEarlier : isHigher);
        first = end;
    }
}

} // namespace yaodian::library
