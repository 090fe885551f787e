#include "digest/people.h"
#include "digest/scan.h"
#include "digest/segments.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// The next line that is no picture; end where there is none.
qsizetype nextText(const QList<Line> &lines, qsizetype at)
{
    do
        ++at;
    while (at < lines.size() && lines[at].block.kind == Block::Kind::Image);
    return at;
}

/// Authors stand right below this line, or one Chinese title further.
bool authorsFollow(const QList<Line> &lines, qsizetype at)
{
    for (int tries = 0; tries < 2; ++tries) {
        at = nextText(lines, at);
        if (at >= lines.size())
            return false;
        const QStringView text(lines[at].block.text);
        const auto label = labelOf(text);
        if (label && label->label == Label::Authors)
            return true;
        if (!lines[at].block.isHeading() && !lines[at].block.isItem() && authorLine(text))
            return true;
        if (text.size() > 80 || !isChinese(text))
            return false;
    }
    return false;
}

/// A heading without a number is a head where authors follow and it is no sentence.
std::optional<Head> headingHead(const Block &block)
{
    if (!block.isHeading() || block.text.size() < 6 || block.text.size() > 300 || !isLatin(block.text))
        return {};
    Head head;
    head.title = block.text;
    for (const BlockLink &link : block.links)
        if (link.target.startsWith(QLatin1String("http")))
            head.link = link.target;
    return head;
}

/// Marks the lines that open an entry: first those with authors below, then numbered English ones that continue the
/// count.
void markHeads(QList<Line> &lines)
{
    bool some = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto head = numberedHead(lines[i].block);
        if (!head)
            head = headingHead(lines[i].block);
        if (!head || !authorsFollow(lines, i))
            continue;
        lines[i].head = std::move(head);
        some = true;
    }
    if (!some)
        return;
    int expected = 0;
    for (Line &line : lines) {
        if (line.head) {
            expected = line.head->number.value_or(0) + 1;
            continue;
        }
        line.alsoFromHere = expected > 0 && opensClosingList(line.block);
        if (expected < 2)
            continue;
        if (auto head = numberedHead(line.block);
            head && head->number == expected && isLatin(head->title) && !head->title.endsWith(u'.')) {
            line.head = std::move(head);
            ++expected;
        }
    }
}

/// A post that labels its key points is a digest, though its heads carry no tags.
bool hasFields(const QList<Line> &lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const Line &line) {
        const auto label = labelOf(line.block.text);
        return label && (label->label == Label::Points || label->label == Label::OneLine);
    });
}

} // namespace

Issue readRecommendations(const Document &document)
{
    QList<Line> lines;
    lines.reserve(document.blocks.size());
    for (const Block &block : document.blocks)
        lines.append({block, std::nullopt, false});
    markHeads(lines);
    const auto heads =
        std::count_if(lines.begin(), lines.end(), [](const Line &line) { return line.head.has_value(); });
    const bool fields = heads > 0 && hasFields(lines);
    if (heads == 0 || (heads == 1 && !fields))
        return {};
    dropContents(lines);
    return fields ? readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("daily"))
                  : readSegments(document, lines, Filler::Manner::Prose, QStringLiteral("recommendations"));
}

} // namespace yaodian::digest
