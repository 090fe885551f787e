#include "digest/cards.h"

#include "digest/paperlinks.h"
#include "digest/scan.h"

#include <QHash>

#include <algorithm>

namespace yaodian::digest {

namespace {

constexpr qsizetype longestLabel = 24;

/// Where the row ends that begins at `from`.
qsizetype rowEnd(const QList<Block> &blocks, qsizetype from)
{
    qsizetype to = from;
    while (to < blocks.size() && blocks[to].row == blocks[from].row)
        ++to;
    return to;
}

/// The row is a label in its first cell and something else in its second, and there is no third.
bool isLabelledRow(const QList<Block> &blocks, qsizetype from, qsizetype to)
{
    if (to - from < 2 || blocks[from].cell != 1 || blocks[from].text.size() > longestLabel ||
        blocks[from].kind == Block::Kind::Image)
        return false;
    for (qsizetype i = from + 1; i < to; ++i)
        if (blocks[i].cell != 2)
            return false;
    const QString label = blocks[from].text + u'：';
    const QString other = blocks[from + 1].text + u'：';
    return labelOf(QStringView(label).mid(skipDecoration(label))) && !labelOf(other);
}

/// "作者", "A, B" → "作者：A, B"
void joinRow(QList<Block> &out, const QList<Block> &blocks, qsizetype from, qsizetype to)
{
    Block line = blocks[from + 1];
    const qsizetype bare = skipDecoration(blocks[from].text);
    QString label = blocks[from].text.mid(bare);
    while (!label.isEmpty() && isColon(label.back()))
        label.chop(1);
    label += u'：';
    line.text.prepend(label);
    for (BlockLink &link : line.links)
        link.begin += label.size();
    line.lead = 0;
    const qsizetype begin = out.size();
    out.append(line);
    out.append(blocks.mid(from + 2, to - from - 2));
    for (qsizetype i = begin; i < out.size(); ++i)
        out[i].row = out[i].cell = 0;
}

/// A table of one column is a frame around the page's own lines: newsletters are laid out in such.
void dropFrames(QList<Block> &blocks)
{
    for (qsizetype from = 0; from < blocks.size();) {
        qsizetype to = from;
        bool columns = false;
        while (to < blocks.size() && (blocks[to].row > 0) == (blocks[from].row > 0))
            columns |= blocks[to++].cell > 1;
        for (qsizetype i = from; !columns && i < to; ++i)
            blocks[i].row = blocks[i].cell = 0;
        from = to;
    }
}

} // namespace

namespace {

/// The label that a whole bold line or a heading consists of, with its colon; empty for any other line. Only labels of
/// one line: what stands below 要点 or 摘要 is read as it is.
QString labelAlone(const Block &block)
{
    const bool apart = block.isHeading() || (block.lead > 0 && block.lead >= block.text.size());
    if (!apart || block.text.size() > longestLabel || block.row > 0 || !block.links.isEmpty())
        return {};
    QString text = block.text.mid(skipDecoration(block.text));
    while (!text.isEmpty() && (isColon(text.back()) || text.back().isSpace()))
        text.chop(1);
    text += u'：';
    const auto label = labelOf(text);
    const bool single = label && (label->label == Label::Authors || label->label == Label::Affiliations ||
                                  label->label == Label::Title || label->label == Label::TitleZh ||
                                  label->label == Label::Link || label->label == Label::Category);
    return single ? text : QString();
}

} // namespace

void joinLabels(QList<Block> &blocks)
{
    QHash<QString, int> counts;
    for (const Block &block : std::as_const(blocks))
        if (const QString label = labelAlone(block); !label.isEmpty())
            ++counts[label];
    if (counts.isEmpty())
        return;
    QList<Block> out;
    QString waiting; // the label of the line before
    for (const Block &block : std::as_const(blocks)) {
        const QString label = labelAlone(block);
        const bool joins = !waiting.isEmpty() && !block.isHeading() && block.kind != Block::Kind::Image &&
                           label.isEmpty() && !labelOf(block.text);
        if (joins)
            out.removeLast();
        out.append(block);
        if (joins) {
            out.last().text.prepend(waiting);
            out.last().lead = 0;
            for (BlockLink &link : out.last().links)
                link.begin += waiting.size();
        }
        waiting = counts.value(label) > 1 ? label : QString();
    }
    blocks = std::move(out);
}

void unfoldCards(QList<Block> &blocks)
{
    if (std::none_of(blocks.begin(), blocks.end(), [](const Block &block) { return block.row > 0; }))
        return;
    dropFrames(blocks);
    QList<Block> out;
    bool some = false;
    for (qsizetype from = 0; from < blocks.size();) {
        if (blocks[from].row == 0) {
            out.append(blocks[from++]);
            continue;
        }
        const qsizetype to = rowEnd(blocks, from);
        const qsizetype next = to < blocks.size() && blocks[to].row > 0 ? rowEnd(blocks, to) : to;
        const bool follows = from > 0 && some && blocks[from - 1].row == blocks[from].row - 1;
        some = isLabelledRow(blocks, from, to) && (follows || isLabelledRow(blocks, to, next));
        if (some)
            joinRow(out, blocks, from, to);
        else
            for (qsizetype i = from; i < to; ++i)
                out.append(blocks[i]);
        from = to;
    }
    blocks = std::move(out);
}

} // namespace yaodian::digest
