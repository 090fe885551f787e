#include "digest/categories.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"
#include "digest/segments.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// Lines of a document, none of them a head yet.
QList<Line> linesOf(const Document &document)
{
    QList<Line> lines;
    lines.reserve(document.blocks.size());
    for (const Block &block : document.blocks)
        lines.append({block, std::nullopt, opensClosingList(block)});
    return lines;
}

bool hasHeading(const QList<Block> &blocks)
{
    return std::any_of(blocks.begin(), blocks.end(), [](const Block &block) { return block.isHeading(); });
}

qsizetype headCount(const QList<Line> &lines)
{
    return std::count_if(lines.begin(), lines.end(), [](const Line &line) { return line.head.has_value(); });
}

/// A heading with or without its number.
Head headOf(const Block &block)
{
    Head head;
    const ListMark mark = listMark(block.text);
    if (mark.number > 0)
        head.number = mark.number;
    head.title = block.text.mid(mark.length);
    return head;
}

/// A quoted 《Title》 stands below this heading, before any other.
bool bookTitleFollows(const QList<Line> &lines, qsizetype at)
{
    for (qsizetype i = at + 1; i < qMin(lines.size(), at + 8); ++i) {
        int number = 0;
        if (lines[i].block.isHeading())
            return false;
        if (lines[i].block.quote > 0 && !bookTitle(lines[i].block.text, number).isEmpty())
            return true;
    }
    return false;
}

/// The line is the first of several bullets that each link a paper of their own: what stands above is a section.
bool startsListOfPapers(const QList<Line> &lines, qsizetype at)
{
    const BlockLink *first = linkToPaper(lines[at].block);
    if (!lines[at].block.isItem() || !first)
        return false;
    for (qsizetype i = at + 1; i < qMin(lines.size(), at + 8) && !lines[i].block.isHeading(); ++i) {
        const Block &block = lines[i].block;
        const BlockLink *second = block.isItem() && block.startsParagraph ? linkToPaper(block) : nullptr;
        if (second && second->target != first->target)
            return true;
    }
    return false;
}

} // namespace

Issue readNotes(const Document &document)
{
    if (!hasHeading(document.blocks))
        return {};
    QList<Line> lines = linesOf(document);
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (lines[i].block.isHeading() && bookTitleFollows(lines, i))
            lines[i].head = headOf(lines[i].block);
    if (headCount(lines) == 0)
        return {};
    return readSegments(document, lines, Filler::Manner::Notes, QStringLiteral("notes"));
}

Issue readBracketed(const Document &document)
{
    const bool some = std::any_of(document.blocks.begin(), document.blocks.end(),
                                  [](const Block &block) { return QStringView(block.text).left(8).contains(u'《'); });
    if (!some)
        return {};
    QList<Line> lines = linesOf(document);
    bool labelled = false;
    for (Line &line : lines) {
        int number = 0;
        const QString title = line.block.text.size() < 400 ? bookTitle(line.block.text, number) : QString();
        if (title.isEmpty()) {
            const auto label = labelOf(line.block.text);
            labelled = labelled || (label && (label->label == Label::Abstract || label->label == Label::Link));
            continue;
        }
        Head head;
        if (number > 0)
            head.number = number;
        head.title = title;
        line.head = std::move(head);
    }
    if (headCount(lines) == 0 || !labelled)
        return {};
    dropContents(lines);
    Issue issue = readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("bracketed"));
    // These posts open with one paragraph that says what they hold, with or without the word "Summary".
    if (issue.summary.isEmpty() && !issue.intro.contains(u'\n'))
        issue.summary = std::exchange(issue.intro, QString());
    return issue;
}

Issue readWeekly(const Document &document)
{
    if (!hasHeading(document.blocks))
        return {};
    QList<Line> lines = linesOf(document);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const Block &block = lines[i].block;
        const Block &next = lines[i + 1].block;
        const bool linked =
            next.links.size() == 1 && next.links[0].length >= next.text.size() && !lineUrl(next).isEmpty();
        if (block.isHeading() && !next.isHeading() && linked && sectionCategory(block.text).isEmpty() &&
            !startsListOfPapers(lines, i + 1) && (isLatin(block.text) || namesPaper(next.links[0].target)))
            lines[i].head = headOf(block);
    }
    if (headCount(lines) < 2)
        return {};
    return readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("weekly"));
}

} // namespace yaodian::digest
