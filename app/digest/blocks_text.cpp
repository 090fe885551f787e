#include "digest/blocks.h"

namespace yaodian::digest {

Document blocksFromText(const QString &text)
{
    Document document;
    const QStringView all(text);
    qsizetype from = 0;
    while (from < all.size() && document.blocks.size() < mostBlocks) {
        qsizetype to = all.indexOf(u'\n', from);
        if (to < 0)
            to = all.size();
        const QStringView line = all.mid(from, to - from).trimmed();
        from = to + 1;
        if (line.isEmpty())
            continue;
        Block block;
        block.startsParagraph = true; // in plain text every line is a paragraph of its own
        block.text = line.toString();
        document.blocks.append(std::move(block));
    }
    return document;
}

} // namespace yaodian::digest
