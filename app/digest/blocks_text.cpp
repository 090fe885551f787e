#include "digest/blocks.h"

#include "digest/scan.h"
#include "digest/unwrap.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// What one sees of a line.
QString visible(QStringView line)
{
    line = line.trimmed();
    if (std::none_of(line.begin(), line.end(), isInvisible))
        return line.toString();
    QString text = line.toString();
    text.removeIf(isInvisible);
    return text.trimmed();
}

/// A line of "=====" or "-----" as long as the short line above it: that is a heading.
bool underlinesTitle(const QString &line, const QList<Block> &above)
{
    if (line.size() < 4 || above.isEmpty() || above.last().isHeading() ||
        (line[0] != u'=' && line[0] != u'-' && line[0] != u'~') || line.count(line[0]) != line.size())
        return false;
    const QString &text = above.last().text;
    return text.size() >= 4 && text[0].isLetterOrNumber() &&
           qAbs(text.size() - line.size()) <= 2 + (hasHan(text) ? text.size() : 0);
}

} // namespace

Document blocksFromText(const QString &printed)
{
    Document document;
    const QString text = unwrapped(printed);
    const QStringView all(text);
    qsizetype from = 0;
    while (from < all.size() && document.blocks.size() < mostBlocks) {
        qsizetype to = all.indexOf(u'\n', from);
        if (to < 0)
            to = all.size();
        const QString line = visible(all.mid(from, to - from));
        from = to + 1;
        if (line.isEmpty())
            continue;
        if (underlinesTitle(line, document.blocks)) {
            document.blocks.last().kind = Block::Kind::Heading;
            document.blocks.last().level = line[0] == u'=' ? 1 : 2;
            continue;
        }
        Block block;
        block.startsParagraph = true; // in plain text every line is a paragraph of its own
        block.text = line;
        document.blocks.append(std::move(block));
    }
    return document;
}

} // namespace yaodian::digest
