#include "pdf/readingorder.h"

#include "pdf/blocks.h"
#include "pdf/columns.h"
#include "pdf/joinedtext.h"
#include "pdf/kinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace yaodian::pdf {

using protocol::Word;

namespace {

/// How text runs on the page as shown.
enum Direction { Rightwards, Downwards, Upwards };
constexpr size_t directions = 3;

/// Words of one letter tell nothing: they follow their neighbours.
Direction directionOf(const Word &word, Direction before)
{
    const QPointF along = word.boxes.last().centre() - word.boxes.first().centre();
    if (word.text.size() < 2 || along.isNull()) {
        const bool tall = word.box().bottom - word.box().top > word.box().right - word.box().left;
        return tall && word.text.size() > 1 ? before : Rightwards;
    }
    if (qAbs(along.x()) >= qAbs(along.y()))
        return Rightwards;
    return along.y() > 0 ? Downwards : Upwards;
}

Box turned(const Box &b, Direction direction, QSizeF page)
{
    switch (direction) {
    case Downwards:
        return {b.top, page.width() - b.right, b.bottom, page.width() - b.left};
    case Upwards:
        return {page.height() - b.bottom, b.left, page.height() - b.top, b.right};
    default:
        return b;
    }
}

bool sharesColumn(const Box &letter, const Box &word)
{
    return qMin(letter.right, word.right) - qMax(letter.left, word.left) > 0.5 * (letter.right - letter.left);
}

/// As close together as letters of a line that does not run rightwards.
bool standInLine(const Box &letter, const Box &word)
{
    const double width = letter.right - letter.left;
    const double apart = qMax(word.top - letter.bottom, letter.top - word.bottom);
    return sharesColumn(letter, word) && apart < 2 * width;
}

/// Single letters beside words that run another way belong to them: the one before, or at the beginning of a line the
/// one after.
QList<Direction> directionsOf(const QList<Word> &words)
{
    QList<Direction> out;
    Direction before = Rightwards;
    for (qsizetype i = 0; i < words.size(); ++i) {
        Direction direction = directionOf(words[i], before);
        if (words[i].text.size() == 1) {
            const bool hasNext = i + 1 < words.size() && words[i + 1].text.size() > 1;
            const Direction after = hasNext ? directionOf(words[i + 1], Rightwards) : Rightwards;
            if (before != Rightwards && sharesColumn(words[i].box(), words[i - 1].box()))
                direction = before;
            else if (after != Rightwards && standInLine(words[i].box(), words[i + 1].box()))
                direction = after;
        }
        out.append(direction);
        before = direction;
    }
    return out;
}

/// Puts blocks together into the text of a page.
class Assembler
{
public:
    explicit Assembler(const protocol::WordsReply &page) : m_page(page) {}

    void add(const LaidBlock &block);
    [[nodiscard]] PageText take() { return std::move(m_out); }

private:
    void addLine(const Fragment &line);
    void breakLine(int ends);
    [[nodiscard]] bool goesOn(const LaidBlock &next) const;

    const protocol::WordsReply &m_page;
    PageText m_out;
};

void Assembler::breakLine(int ends)
{
    if (m_out.text.isEmpty())
        return;
    m_out.text += QString(ends, u'\n');
    m_out.boxes.resize(m_out.text.size());
}

void Assembler::addLine(const Fragment &line)
{
    const double height = line.letterHeight();
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const Word &word = *line.words[i];
        if (i > 0) {
            // On a line that runs from the right the next word is at the left.
            const double gap =
                qMax(line.boxes[i].left - line.boxes[i - 1].right, line.boxes[i - 1].left - line.boxes[i].right);
            const bool wide = isWide(m_out.text.back()) && isWide(word.text.front());
            const bool blank = gap > (line.words[i - 1]->spaceAfter ? 0.05 : 0.15) * height;
            if (blank && (!wide || gap > 0.4 * height)) {
                m_out.text += u' ';
                m_out.boxes.append(Box{});
            }
        }
        m_out.text += word.text;
        for (const Box &b : word.boxes) {
            const Box shown{b.left / m_page.size.width(), b.top / m_page.size.height(), b.right / m_page.size.width(),
                            b.bottom / m_page.size.height()};
            m_out.boxes.append(shown.turned(-m_page.rotation));
        }
    }
}

/// The text goes on in the next column: its last line does not look like the end of a paragraph, nor the next like the
/// start of one.
bool Assembler::goesOn(const LaidBlock &next) const
{
    if (!next.startsRun || next.kind != BlockKind::Body || m_out.blocks.isEmpty() ||
        m_out.blocks.last().kind != BlockKind::Body)
        return false;
    const QChar last = m_out.text.back();
    const QChar first = next.lines.first().words.first()->text.front();
    if (last == u'-' || last == QChar(0x2010))
        return first.isLower();
    return !QStringLiteral(".!?:。！？：").contains(last) && (first.isLower() || (isWide(first) && isWide(last)));
}

void Assembler::add(const LaidBlock &block)
{
    breakLine(goesOn(block) ? 1 : 2);
    TextBlock out;
    out.kind = block.kind;
    out.level = block.level;
    out.range.from = int(m_out.text.size());
    for (qsizetype i = 0; i < block.lines.size(); ++i) {
        if (i > 0)
            breakLine(1);
        addLine(block.lines[i]);
    }
    out.range.to = int(m_out.text.size());
    for (int i = out.range.from; i < out.range.to; ++i)
        out.box = out.box.united(m_out.boxes[i]);
    m_out.blocks.append(out);
}

/// How many of the first `taken` stand in the innermost line of them, where that is the heading of a section that
/// begins with the page: larger than its text, as no running title is.
qsizetype headingAmong(const QList<Fragment> &fragments, qsizetype taken, double usual)
{
    QList<Fragment> line;
    for (qsizetype i = taken; i-- > 0 && qAbs(fragments[i].middle() - fragments[taken - 1].middle()) < 0.5 * usual;)
        line.prepend(fragments[i]);
    QString text;
    for (const Fragment &part : linesOf(line))
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + wordsOf(part);
    const bool isLarge = std::all_of(line.cbegin(), line.cend(),
                                     [usual](const Fragment &part) { return part.letterHeight() > 1.08 * usual; });
    return isLarge && headingMarkOf(text) ? line.size() : 0;
}

/// Takes the lines that stand alone at the head (or foot) of the page: running titles, page numbers.
QList<Fragment> takeMargin(QList<Fragment> &fragments, double pageHeight, bool head, double margin)
{
    constexpr int mostLines = 3;
    const double usual = usualHeight(fragments);
    // Counted from the edge inwards.
    const auto outer = [&](const Fragment &f) { return head ? f.box.top : pageHeight - f.box.bottom; };
    const auto inner = [&](const Fragment &f) { return head ? f.box.bottom : pageHeight - f.box.top; };
    std::stable_sort(fragments.begin(), fragments.end(),
                     [&](const Fragment &a, const Fragment &b) { return outer(a) < outer(b); });
    double edge = 0;
    double start = -1;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < fragments.size(); ++i) {
        const double gap = outer(fragments[i]) - edge;
        if (i > 0 && gap > 0.7 * usual)
            taken = i;
        if (outer(fragments[i]) > margin * pageHeight ||
            (start >= 0 && inner(fragments[i]) - start > mostLines * 1.5 * usual))
            break;
        start = start < 0 ? outer(fragments[i]) : start;
        edge = qMax(edge, inner(fragments[i]));
    }
    if (head && taken > 0)
        taken -= headingAmong(fragments, taken, usual);
    const QList<Fragment> out = fragments.mid(0, taken);
    fragments = fragments.mid(taken);
    return out;
}

/// A head further down that is spread over the line: number of the page, title, author.
QList<Fragment> takeSpread(QList<Fragment> &fragments, double pageHeight)
{
    QList<Fragment> rest = fragments;
    const QList<Fragment> head = takeMargin(rest, pageHeight, true, 0.125);
    static const QRegularExpression number(QStringLiteral("^\\d{1,5}$|:\\d+$|\\bVol\\b|[卷期]"));
    if (head.size() < 2 || head.size() > 12 ||
        std::none_of(head.begin(), head.end(), [](const Fragment &f) { return number.match(wordsOf(f)).hasMatch(); }))
        return {};
    for (const Fragment &f : head) {
        const bool alone = std::none_of(head.begin(), head.end(), [&](const Fragment &other) {
            return qAbs(other.middle() - f.middle()) < 0.3 * f.height() && other.box.left != f.box.left;
        });
        if (alone)
            return {};
    }
    fragments = rest;
    return head;
}

/// More words than a newspaper has on a page: they stay as they were printed.
constexpr qsizetype mostWords = 40'000;

QList<PlacedWord> asPrinted(const protocol::WordsReply &page)
{
    QList<PlacedWord> out;
    out.reserve(page.words.size());
    for (const Word &word : page.words)
        out.append({&word, word.box()});
    return out;
}

/// The blocks of words that run one way.
QList<LaidBlock> laid(QList<Fragment> fragments, QSizeF page, bool isMain)
{
    const auto all = [](const QList<Fragment> &run, BlockKind kind) {
        QList<LaidBlock> out = blocksOf(run);
        for (LaidBlock &block : out)
            block.kind = kind;
        return out;
    };
    QList<Fragment> head = takeMargin(fragments, page.height(), true, 0.085);
    if (head.isEmpty())
        head = takeSpread(fragments, page.height());
    const QList<Fragment> foot = takeMargin(fragments, page.height(), false, 0.085);
    QList<LaidBlock> text;
    QList<LaidBlock> beside;
    for (const QList<Fragment> &run : columnsOf(fragments)) {
        if (areLineNumbers(run))
            beside += all(run, BlockKind::Margin);
        else
            text += blocksOf(run);
    }
    joinAcross(text);
    tellKinds(text, page);
    putInOrder(text);
    QList<LaidBlock> out = all(head, BlockKind::Header) + text + all(foot, BlockKind::Footer) + beside;
    for (LaidBlock &block : out)
        block.kind = isMain ? block.kind : BlockKind::Margin;
    return out;
}

} // namespace

PageText inReadingOrder(const protocol::WordsReply &page)
{
    Assembler out(page);
    if (page.words.size() > mostWords) {
        LaidBlock all;
        all.lines = fragmentsOf(asPrinted(page));
        out.add(all);
        return out.take();
    }
    std::array<QList<PlacedWord>, directions> groups;
    std::array<qsizetype, directions> letters{};
    const QList<Direction> turns = directionsOf(page.words);
    for (qsizetype i = 0; i < page.words.size(); ++i) {
        const Word &word = page.words[i];
        groups[turns[i]].append({&word, turned(word.box(), turns[i], page.size)});
        letters[turns[i]] += word.text.size();
    }
    std::array<size_t, directions> order{Rightwards, Downwards, Upwards};
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return letters[a] > letters[b]; });
    for (const size_t direction : order) {
        const QSizeF size = direction == Rightwards ? page.size : page.size.transposed();
        for (const LaidBlock &block : laid(fragmentsOf(groups[direction]), size, direction == order[0]))
            out.add(block);
    }
    return out.take();
}

} // namespace yaodian::pdf
