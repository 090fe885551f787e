#include "pdf/blocks.h"

#include "pdf/joinedtext.h"
#include "pdf/kinds.h"

#include <QRegularExpression>

#include <algorithm>

namespace yaodian::pdf {

namespace {

/// What a block of lines has in common.
struct Setting
{
    double height = 0;
    double gap = 0; ///< between lines
    double left = 0;
    double right = 0; ///< of the longest lines
    bool isJustified = false;
    bool hangs = false; ///< the first line of each entry stands out at the left
    double edge = 0;    ///< the leftmost one

    explicit Setting(const QList<Fragment> &lines)
    {
        height = usualHeight(lines);
        QList<double> gaps;
        QList<double> lefts;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            lefts.append(lines[i].box.left);
            if (i > 0)
                gaps.append(lines[i].box.top - lines[i - 1].box.bottom);
        }
        std::sort(gaps.begin(), gaps.end());
        std::sort(lefts.begin(), lefts.end());
        gap = gaps.isEmpty() ? 0 : gaps[gaps.size() / 2];
        left = lefts.isEmpty() ? 0 : lefts[lefts.size() / 4];
        edge = lefts.value(0);
        for (const Fragment &line : lines)
            right = qMax(right, line.box.right);
        const auto full = std::count_if(lines.begin(), lines.end(),
                                        [this](const Fragment &line) { return line.box.right > right - 0.5 * height; });
        isJustified = lines.size() >= 5 && full * 10 >= lines.size() * 6;
        hangs = hangsOn(lefts);
    }

    [[nodiscard]] bool standsOut(const Fragment &line) const { return line.box.left < edge + 0.35 * height; }

private:
    /// Few lines at the edge, and nearly all others at one indent.
    [[nodiscard]] bool hangsOn(const QList<double> &lefts) const
    {
        if (lefts.size() < 6)
            return false;
        const double near = 0.35 * height;
        const auto out = std::count_if(lefts.begin(), lefts.end(), [&](double x) { return x < edge + near; });
        const auto rest = lefts.mid(out);
        if (out < 3 || rest.isEmpty())
            return false;
        const double indent = rest[rest.size() / 2];
        const auto in = std::count_if(rest.begin(), rest.end(), [&](double x) { return qAbs(x - indent) < near; });
        return indent - edge < 4 * height && in * 20 > lefts.size() * 7 && (out + in) * 10 > lefts.size() * 8;
    }
};

/// Of its lower letters: signs of formulas stand higher.
double lowHeight(const Fragment &line)
{
    QList<double> heights;
    for (const Box &box : line.boxes)
        heights.append(box.bottom - box.top);
    const auto low = heights.begin() + heights.size() / 4;
    std::nth_element(heights.begin(), low, heights.end());
    return *low;
}

/// Written in capitals, small ones perhaps.
bool isCapital(const QString &text)
{
    return text.toUpper() == text && std::count_if(text.begin(), text.end(), [](QChar c) { return c.isUpper(); }) >= 7;
}

/// A line that looks like a heading beside `other`: by its size, by its capitals, or as the next one of two headings.
bool isHeadingBeside(const Fragment &line, const Fragment &other, const Setting &setting)
{
    if (line.words.size() > 16)
        return false;
    const QString text = wordsOf(line);
    if (isCapital(text) && other.words.size() > 3 && !isCapital(wordsOf(other)))
        return true;
    const auto mark = headingMarkOf(text);
    if (!mark)
        return false;
    const double height = line.letterHeight();
    const auto otherMark = other.words.size() <= 12 ? headingMarkOf(wordsOf(other)) : std::nullopt;
    const bool two = otherMark && otherMark->number != mark->number && height > 1.03 * setting.height;
    return two || height > 1.08 * lowHeight(other);
}

/// The words stand as far apart as the cells of a table.
bool hasCells(const Fragment &line, qsizetype from = 1)
{
    for (qsizetype i = from; i < line.words.size(); ++i) {
        if (line.boxes[i].left - line.boxes[i - 1].right > 1.3 * line.height())
            return true;
    }
    return false;
}

/// "1.2 Data", "A. Aims" alone on a line that it does not fill: a heading as high as the text.
bool isNumberedHeading(const Fragment &line, const Setting &setting)
{
    if (line.words.size() > 14 || line.box.right > setting.right - setting.height || hasCells(line, 2))
        return false;
    const QString text = wordsOf(line);
    const auto mark = headingMarkOf(text);
    if (!mark || mark->number.isEmpty() || QStringLiteral(".,;:。，；：").contains(text.back()))
        return false;
    return mark->number[0].isDigit() || text.mid(mark->number.size(), 1) == QLatin1String(".");
}

bool endsParagraph(const Fragment &line, const Setting &setting)
{
    return QStringLiteral(".!?:。！？：").contains(line.words.last()->text.back()) ||
           line.box.right < setting.right - 1.5 * setting.height;
}

/// A paragraph starts at `line`: by a gap, by another size, or by an indent after the end of a sentence.
bool startsBlock(const Fragment &line, const Fragment &before, const Setting &setting)
{
    if (line.box.top - before.box.bottom > qMax(0.0, setting.gap) + 0.45 * setting.height)
        return true;
    if (isHeadingBeside(line, before, setting) || isHeadingBeside(before, line, setting))
        return true;
    if (isNumberedHeading(line, setting) && endsParagraph(before, setting))
        return true;
    const QChar first = line.words.first()->text.front();
    const QChar last = before.words.last()->text.back();
    if (setting.isJustified && before.box.right < setting.right - 2 * setting.height &&
        QStringLiteral(".!?:。！？：").contains(last) && (first.isUpper() || isWide(first)))
        return true;
    const double ratio = line.letterHeight() / qMax(0.1, before.letterHeight());
    if ((ratio > 1.3 || ratio < 0.77) && line.words.size() > 1 && before.words.size() > 1)
        return true;
    const double indent = line.box.left - setting.left;
    return indent > 0.6 * setting.height && indent < 4 * setting.height &&
           before.box.left - setting.left < 0.5 * setting.height &&
           QStringLiteral(".!?:;)]”\"。！？：；）」").contains(last);
}

bool isNumberedEntry(const Fragment &line)
{
    const auto mark = entryMarkOf(wordsOf(line));
    return mark && mark->inBrackets;
}

/// Where the bibliography begins among the lines; their end where it does not.
qsizetype bibliographyStart(const QList<Fragment> &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].words.size() > 4)
            continue;
        const auto mark = headingMarkOf(wordsOf(lines[i]));
        if (mark && mark->isBibliography)
            return i;
    }
    return lines.size();
}

bool isCaption(const LaidBlock &block)
{
    const auto mark = captionMarkOf(wordsOf(block.lines.first()));
    return mark && mark->isSure;
}

bool endsSentence(const LaidBlock &block)
{
    const QString last = wordsOf(block.lines.last());
    return !last.isEmpty() && QStringLiteral(".,;。，；").contains(last.back());
}

/// Letters, those of Chinese twice: they say as much.
int weightOf(const QString &text)
{
    int letters = 0;
    for (const QChar c : text)
        letters += c.isLetter() ? (isWide(c) ? 2 : 1) : 0;
    return letters;
}

/// The level of a heading, or -1.
int headingLevel(const LaidBlock &block, double usual)
{
    if (block.lines.size() > 3 || endsSentence(block))
        return -1;
    QString text;
    for (const Fragment &line : block.lines)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + wordsOf(line);
    const double height = block.lines.first().letterHeight();
    const int letters = weightOf(text);
    if (letters * 2 < text.size() || letters < 2)
        return -1;
    const auto mark = headingMarkOf(text);
    if (mark &&
        height > (isCapital(text)   ? 0.7
                  : mark->level > 0 ? 0.8
                                    : 0.9) *
                     usual &&
        (mark->isKnown || height > 1.05 * usual || block.lines.size() <= 2))
        return mark->level;
    return height > 1.25 * usual && letters >= 4 && text.size() < 200 ? 0 : -1;
}

/// Names of authors below a title: large, but not as large as that.
bool isBelowTitle(const QList<LaidBlock> &blocks, const LaidBlock &block)
{
    const qsizetype index = &block - blocks.constData();
    if (index == 0 || blocks[index - 1].kind != BlockKind::Heading)
        return false;
    const Fragment &title = blocks[index - 1].lines.first();
    const Fragment &line = block.lines.first();
    return !headingMarkOf(wordsOf(title)) && !headingMarkOf(wordsOf(line)) &&
           line.letterHeight() < 0.95 * title.letterHeight();
}

/// Smaller than the text of the page.
bool isSmall(const LaidBlock &block, double usual)
{
    return std::all_of(block.lines.begin(), block.lines.end(),
                       [&](const Fragment &line) { return line.letterHeight() <= 0.93 * usual; });
}

/// Small print at the foot of a column that a mark begins, or that is lines of prose. `among`: other small print
/// stands beside it.
bool isFootnote(const LaidBlock &block, double usual, bool marked, bool among)
{
    if (!isSmall(block, usual))
        return false;
    int letters = 0;
    for (const Fragment &line : block.lines)
        letters += weightOf(wordsOf(line));
    const int aLine = letters / int(block.lines.size());
    if (!footnoteMarkOf(wordsOf(block.lines.first())).isEmpty() && aLine >= 8)
        return true;
    return !marked && (among || block.lines.size() >= 2) && aLine >= (among ? 10 : 22);
}

} // namespace

QString wordsOf(const Fragment &line)
{
    QString out;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        if (i > 0) {
            const double gap =
                qMax(line.boxes[i].left - line.boxes[i - 1].right, line.boxes[i - 1].left - line.boxes[i].right);
            if (gap > 0.12 * line.height() || (line.words[i - 1]->spaceAfter && gap > 0.04 * line.height()))
                out += u' ';
        }
        out += line.words[i]->text;
    }
    return out;
}

bool areLineNumbers(const QList<Fragment> &fragments)
{
    return fragments.size() >= 10 && std::all_of(fragments.begin(), fragments.end(), [](const Fragment &f) {
               const QString &text = f.words.first()->text;
               return f.words.size() == 1 && text.size() <= 4 &&
                      std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
           });
}

QList<LaidBlock> blocksOf(const QList<Fragment> &run)
{
    const QList<Fragment> lines = linesOf(run);
    const Setting setting(lines);
    const qsizetype head = bibliographyStart(lines);
    const Setting entries(head < lines.size() ? lines.mid(head + 1) : lines);
    const auto marked = std::count_if(lines.begin(), lines.end(), isNumberedEntry);
    QList<LaidBlock> out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isList = head == lines.size() || i > head;
        const bool entry = isList && i > 0 &&
                           ((marked >= 3 && isNumberedEntry(lines[i])) ||
                            (entries.hangs && entries.standsOut(lines[i]) && marked == 0));
        const bool hung = isList && entries.hangs && !entries.standsOut(lines[i]);
        const bool below = i > 0 && out.last().lines.size() == 1 &&
                           ((isNumberedHeading(lines[i - 1], setting) &&
                             !(isCapital(wordsOf(lines[i - 1])) && isCapital(wordsOf(lines[i])) &&
                               lines[i].words.first()->text.front().isLetter())) ||
                            (hasCells(lines[i]) && !hasCells(lines[i - 1]) && isCaption(out.last())));
        const bool fresh = out.isEmpty() || entry || below || i == head || i == head + 1 ||
                           (!hung && startsBlock(lines[i], lines[i - 1], setting)) ||
                           (hung && lines[i].box.top - lines[i - 1].box.bottom > 1.5 * setting.height);
        if (fresh) {
            out.append(LaidBlock{});
            out.last().startsRun = i == 0;
        }
        out.last().lines.append(lines[i]);
        out.last().box = out.last().box.united(lines[i].box);
    }
    return out;
}

void tellKinds(QList<LaidBlock> &blocks, QSizeF page)
{
    QList<Fragment> all;
    for (const LaidBlock &block : blocks)
        all += block.lines;
    const double usual = usualHeight(all);
    bool isBibliography = false;
    qsizetype numbered = 0;
    for (LaidBlock &block : blocks) {
        if (isCaption(block)) {
            block.kind = BlockKind::Caption;
        } else if (const int level = isBelowTitle(blocks, block) ? -1 : headingLevel(block, usual); level >= 0) {
            block.kind = BlockKind::Heading;
            block.level = level;
            const auto mark = headingMarkOf(wordsOf(block.lines.first()));
            isBibliography = mark && mark->isBibliography;
        } else if (isBibliography) {
            block.kind = BlockKind::Reference;
        }
        numbered += block.kind == BlockKind::Body && isNumberedEntry(block.lines.first()) ? 1 : 0;
    }
    for (LaidBlock &block : blocks) { // the bibliography goes on from the page before
        if (numbered >= 3 && block.kind == BlockKind::Body && isNumberedEntry(block.lines.first()))
            block.kind = BlockKind::Reference;
    }
    // From the foot of each column upwards, until something is no footnote.
    bool foot = true;
    bool marked = false;
    for (qsizetype i = blocks.size() - 1; i >= 0; --i) {
        LaidBlock &block = blocks[i];
        foot = foot || (i + 1 < blocks.size() && blocks[i + 1].startsRun);
        if (i + 1 < blocks.size() && blocks[i + 1].startsRun)
            marked = false;
        const bool among =
            (i + 1 < blocks.size() && !blocks[i + 1].startsRun && blocks[i + 1].kind == BlockKind::Footnote) ||
            (i > 0 && !block.startsRun && blocks[i - 1].kind == BlockKind::Body && isSmall(blocks[i - 1], usual));
        foot = foot && block.kind == BlockKind::Body && block.box.top > 0.45 * page.height() &&
               isFootnote(block, usual, marked, among);
        if (!foot)
            continue;
        block.kind = BlockKind::Footnote;
        marked = marked || !footnoteMarkOf(wordsOf(block.lines.first())).isEmpty();
    }
}

/// The last line of a caption or a paragraph across the columns, if it is short, lies over the left one alone.
void joinAcross(QList<LaidBlock> &blocks)
{
    for (qsizetype i = 1; i < blocks.size();) {
        LaidBlock &before = blocks[i - 1];
        const LaidBlock &block = blocks[i];
        const Fragment &last = before.lines.last();
        const Fragment &first = block.lines.first();
        const double height = last.letterHeight();
        const double gap = first.box.top - last.box.bottom;
        const bool goesOn = block.startsRun && block.lines.size() == 1 && last.width() > 1.4 * first.width() &&
                            qAbs(first.letterHeight() - height) < 0.06 * height && gap < 0.5 * height &&
                            gap > -0.5 * height && qAbs(first.box.left - last.box.left) < 0.6 * height &&
                            !QStringLiteral(".!?:。！？：").contains(last.words.last()->text.back());
        if (!goesOn) {
            ++i;
            continue;
        }
        before.lines.append(first);
        before.box = before.box.united(first.box);
        blocks.removeAt(i);
    }
}

void putInOrder(QList<LaidBlock> &blocks)
{
    std::stable_partition(blocks.begin(), blocks.end(),
                          [](const LaidBlock &block) { return block.kind != BlockKind::Footnote; });
}

} // namespace yaodian::pdf
