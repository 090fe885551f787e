#include "pdf/readingorder.h"

#include "base/text.h"

namespace yaodian::pdf {

using protocol::Word;

PageText inReadingOrder(const protocol::WordsReply &page)
{
    PageText out;
    Box last;
    const double w = page.size.width(), h = page.size.height();
    for (const Word &word : page.words) {
        const Box box = word.box();
        if (!out.text.isEmpty()) {
            const bool same = box.top < last.bottom - (last.bottom - last.top) / 2 && box.left >= last.left;
            if (!same)
                out.text += u'\n';
            else if (!out.text.endsWith(u' ') && box.left - last.right > 0.15 * (box.bottom - box.top))
                out.text += u' ';
            out.boxes.resize(out.text.size());
        }
        out.text += word.text;
        for (const Box &b : word.boxes)
            out.boxes.append(protocol::unrotated({b.left / w, b.top / h, b.right / w, b.bottom / h}, page.rotation));
        last = box;
    }
    return out;
}

} // namespace yaodian::pdf
