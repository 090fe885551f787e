#include "base/text.h"
#include "notes/notes.h"
#include "pdf/pagetext.h"

namespace yaodian::notes {

Passage passageOf(const pdf::PageText &page, pdf::TextRange range, int pageNumber, const QString &document)
{
    constexpr int around = 32; // code points kept on either side, to find the passage again in another version
    Passage passage{document,
                    pageNumber,
                    pdf::boxesOf(page, range),
                    normalised(pdf::quoteOf(page, range)),
                    normalised(pdf::contextBefore(page, range, around)),
                    normalised(pdf::contextAfter(page, range, around))};
    passage.at = int(range.from);
    return passage;
}

} // namespace yaodian::notes
