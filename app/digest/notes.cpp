#include "digest/categories.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
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

namespace {

/// Where the next line that is no picture stands; the end where there is none.
qsizetype nextText(const QList<Line> &lines, qsizetype at)
{
    do
        ++at;
    while (at < lines.size() && lines[at].block.kind == Block::Kind::Image);
    return at;
}

bool isShortLine(const Block &block, qsizetype longest)
{
    const QStringView text(block.text);
    return block.kind != Block::Kind::Image && block.links.isEmpty() && text.size() <= longest && !labelOf(text) &&
           findUrl(text) < 0 && !text.endsWith(u'。') && !text.endsWith(u'.');
}

/// The topic above the papers of a field ("# GAN", "**数据集**"), or a bare line between the link of one paper and the
/// title of the next.
bool isTopic(const QList<Line> &lines, qsizetype at)
{
    constexpr qsizetype longestTopic = 60;
    const Block &block = lines[at].block;
    if (lines[at].head || !isShortLine(block, longestTopic) || block.quote > 0 || block.isItem())
        return false;
    if (block.isHeading() || block.lead >= block.text.size())
        return true;
    const QStringView above = at > 0 ? QStringView(lines[at - 1].block.text) : QStringView();
    const auto label = labelOf(above);
    return findUrl(above) >= 0 || (block.text.size() <= 30 && above.endsWith(u'。')) ||
           (label && (label->label == Label::OtherLink || label->label == Label::Venue));
}

/// Topics become headings, from the last one up: what stands above a topic may be a wider one.
void markTopics(QList<Line> &lines)
{
    bool opens = false; // the next line of text is a title or a topic
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        Block &block = lines[i].block;
        if (block.kind == Block::Kind::Image)
            continue;
        if (lines[i].head) {
            opens = true;
            continue;
        }
        opens = opens && !(i > 0 && lines[i - 1].head) && isTopic(lines, i);
        if (!opens || block.isHeading())
            continue;
        block.kind = Block::Kind::Heading;
        block.level = 2;
    }
}

/// "CVPR 2018", "TPAMI", "submitted to …" right below a title: where the paper appeared, and remarks on that.
void markVenues(QList<Line> &lines)
{
    constexpr qsizetype longestVenue = 90;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].head)
            continue;
        for (qsizetype at = nextText(lines, i); at < lines.size() && !lines[at].head; at = nextText(lines, at)) {
            const Block &block = lines[at].block;
            const QStringView text(block.text);
            const bool people = text.contains(u',') && authorLine(text) && !isVenue(text);
            const bool first = at == nextText(lines, i);
            if (block.isHeading() || !isShortLine(block, longestVenue) || (first && !isLatin(text)) || people)
                break;
            lines[at].aside = true;
        }
    }
}

/// "youtube：https://…", "数据集官网：https://…": a few words and an address that names no paper.
bool isFurtherLink(const Block &block)
{
    constexpr qsizetype longestWords = 30;
    const QStringView text(block.text);
    const qsizetype at = findUrl(text);
    if (at < 3 || at > longestWords || at + urlLength(text, at) < text.size() || labelOf(text))
        return false;
    return isColon(text.left(at).trimmed().back()) && !namesPaper(text.mid(at).toString());
}

} // namespace

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
    markTopics(lines);
    markVenues(lines);
    for (Line &line : lines) {
        line.aside = line.aside || (!line.head && isFurtherLink(line.block));
        if (line.block.isHeading() && line.block.text.size() <= 4) // "其它": a topic among others
            line.alsoFromHere = false;
    }
    Issue issue = readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("bracketed"));
    // These posts open with one paragraph that says what they hold, with or without the word "Summary".
    if (issue.summary.isEmpty() && !issue.intro.contains(u'\n'))
        issue.summary = std::exchange(issue.intro, QString());
    return issue;
}

namespace {

/// Among headings that each have a linked line below, one without is a paper whose link was left out.
void addUnlinked(QList<Line> &lines)
{
    const auto heads = headCount(lines);
    int level = 0;
    bool alike = true;
    for (const Line &line : lines)
        if (line.head) {
            alike = alike && (level == 0 || level == line.block.level);
            level = line.block.level;
        }
    QList<qsizetype> unlinked;
    for (qsizetype i = 0; alike && i + 1 < lines.size(); ++i) {
        const Block &block = lines[i].block;
        if (!lines[i].head && !lines[i].alsoFromHere && block.isHeading() && block.level == level &&
            isLatin(block.text) && block.text.count(u' ') >= 2 && !lines[i + 1].block.isHeading() &&
            isChinese(lines[i + 1].block.text))
            unlinked.append(i);
    }
    if (unlinked.size() * 2 > heads)
        return;
    for (const qsizetype i : std::as_const(unlinked))
        lines[i].head = headOf(lines[i].block);
}

} // namespace

Issue readWeekly(const Document &document)
{
    if (!hasHeading(document.blocks))
        return {};
    QList<Line> lines = linesOf(document);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const Block &block = lines[i].block;
        const Block &next = lines[i + 1].block;
        if (block.isHeading() && !next.isHeading() && isLinkedTitle(next) && findUrl(next.text) != 0 &&
            sectionCategory(block.text).isEmpty() && !startsListOfPapers(lines, i + 1) &&
            (isLatin(block.text) || namesPaper(next.links[0].target)))
            lines[i].head = headOf(block);
    }
    if (headCount(lines) < 2)
        return {};
    addUnlinked(lines);
    return readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("weekly"));
}

} // namespace yaodian::digest
