#include "notes/takingover.h"

#include "base/text.h"
#include "pdf/pagetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace yaodian::notes {

namespace {

using library::Highlight;
using pdf::Annotation;
using pdf::PageText;
using pdf::TextRange;

/// Characters that nobody meant to leave out: what a pen misses at a line end, a hyphen, a mark of a footnote.
constexpr int smallGap = 3;

struct Hue
{
    int degrees = 0;
    int strength = 0; ///< 0: grey
};

Hue hueOf(const QString &colour)
{
    const int rgb = colour.mid(1).toInt(nullptr, 16);
    const std::array<int, 3> c{rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
    const auto [low, high] = std::minmax_element(c.begin(), c.end());
    const int range = *high - *low;
    if (range == 0)
        return {};
    const auto at = size_t(high - c.begin());
    const int degrees = int(at) * 120 + 60 * (c.at((at + 1) % 3) - c.at((at + 2) % 3)) / range;
    return {(degrees + 360) % 360, range};
}

double sizeOf(const Box &box)
{
    return box.isEmpty() ? 0 : (box.right - box.left) * (box.bottom - box.top);
}

double sizeOf(const QList<Box> &boxes)
{
    double sum = 0;
    for (const Box &box : boxes)
        sum += sizeOf(box);
    return sum;
}

double common(const QList<Box> &a, const QList<Box> &b)
{
    double sum = 0;
    for (const Box &one : a)
        for (const Box &other : b)
            sum += sizeOf(Box{qMax(one.left, other.left), qMax(one.top, other.top), qMin(one.right, other.right),
                              qMin(one.bottom, other.bottom)});
    return sum;
}

/// The same words on the same place, or all but the same place.
bool isSame(const Highlight &highlight, const ForeignMark &mark)
{
    if (highlight.page != mark.passage.page)
        return false;
    const double shared = common(highlight.boxes, mark.passage.boxes);
    const double all = sizeOf(highlight.boxes) + sizeOf(mark.passage.boxes) - shared;
    const bool sameWords = !highlight.quote.isEmpty() && highlight.quote == normalised(mark.passage.quote);
    return shared > (sameWords ? 0.1 : 0.7) * all;
}

/// What was said of the passage is said of the highlight: nobody's words are passed over.
bool saysAll(const Highlight &highlight, const ForeignMark &mark)
{
    return highlight.comment.simplified().contains(mark.comment.simplified());
}

/// The stretches of text whose characters lie in the boxes.
QList<TextRange> rangesUnder(const PageText &page, const QList<Box> &boxes)
{
    constexpr qsizetype mostBoxes = 500; // lines of a page, and more: each is compared with each letter
    if (boxes.size() > mostBoxes)
        return {};
    QList<TextRange> ranges;
    int missed = 0;
    for (int i = 0; i < page.text.size(); ++i) {
        const Box box = page.boxes.value(i);
        const bool under = !box.isEmpty() && std::any_of(boxes.cbegin(), boxes.cend(), [&](const Box &each) {
            return each.contains(box.centre().x(), box.centre().y());
        });
        if (under && !ranges.isEmpty() && missed <= smallGap)
            ranges.last().to = i + 1;
        else if (under)
            ranges.append({i, i + 1});
        if (under)
            missed = 0;
        else if (!box.isEmpty() && !page.text[i].isSpace())
            ++missed;
    }
    ranges.removeIf([&page](const TextRange &range) {
        return QStringView(page.text).mid(range.from, range.to - range.from).trimmed().isEmpty();
    });
    return ranges;
}

Highlight highlightOf(const ForeignMark &mark, library::PaperId paper)
{
    Highlight highlight;
    highlight.paper = paper;
    highlight.document = mark.passage.document;
    highlight.page = mark.passage.page;
    highlight.boxes = mark.passage.boxes;
    highlight.quote = normalised(mark.passage.quote);
    highlight.prefix = normalised(mark.passage.prefix);
    highlight.suffix = normalised(mark.passage.suffix);
    highlight.kind = mark.kind;
    highlight.comment = mark.comment;
    highlight.style = mark.passage.style;
    highlight.at = mark.passage.at;
    highlight.section = mark.passage.section;
    return highlight;
}

} // namespace

std::optional<Passage> passageUnder(const PageText &page, const QList<Box> &boxes, int pageNumber,
                                    const QString &document)
{
    const QList<TextRange> ranges = rangesUnder(page, boxes);
    if (ranges.isEmpty())
        return std::nullopt;
    Passage whole = passageOf(page, ranges.first(), pageNumber, document);
    for (qsizetype i = 1; i < ranges.size(); ++i) { // marked at several places, as one
        const Passage next = passageOf(page, ranges[i], pageNumber, document);
        whole.boxes += next.boxes;
        whole.quote += u' ' + next.quote;
        whole.suffix = next.suffix;
    }
    return whole;
}

QString kindLike(const QList<library::Kind> &kinds, const QString &colour)
{
    constexpr int greyBelow = 30;
    if (kinds.isEmpty() || colour.isEmpty())
        return kinds.isEmpty() ? QString() : kinds.first().key;
    const Hue wanted = hueOf(colour);
    const auto distance = [&](const library::Kind &kind) {
        if (kind.colour.compare(colour, Qt::CaseInsensitive) == 0)
            return -1;
        const Hue hue = hueOf(kind.colour);
        const int apart = qAbs(hue.degrees - wanted.degrees);
        if (wanted.strength < greyBelow)
            return hue.strength;
        return hue.strength < greyBelow ? 360 : qMin(apart, 360 - apart);
    };
    return std::min_element(kinds.cbegin(), kinds.cend(),
                            [&](const library::Kind &a, const library::Kind &b) { return distance(a) < distance(b); })
        ->key;
}

std::optional<ForeignMark> markOf(const Annotation &annotation, const PageText &page, const QString &document,
                                  const QList<library::Kind> &kinds)
{
    if (!annotation.marksText())
        return std::nullopt;
    ForeignMark mark;
    if (annotation.kind == Annotation::Kind::Shape) {
        Box whole;
        for (const Box &box : annotation.boxes)
            whole = whole.united(box);
        mark.passage = areaOf(page, whole, annotation.page, document);
    } else if (const auto passage = passageUnder(page, annotation.boxes, annotation.page, document)) {
        mark.passage = *passage;
        if (annotation.kind == Annotation::Kind::Underline || annotation.kind == Annotation::Kind::Squiggly)
            mark.passage.style = Highlight::Style::Underline;
    } else {
        return std::nullopt;
    }
    mark.kind = kindLike(kinds, annotation.colour);
    mark.comment = annotation.contents;
    mark.name = annotation.name;
    return mark;
}

Presence::Presence(const library::Library &library, library::PaperId paper, const QString &document)
    : m_library(library), m_paper(paper), m_highlights(highlightsOn(library, paper, document))
{
}

bool Presence::has(const ForeignMark &mark) const
{
    const auto id = library::HighlightId::fromString(mark.name.left(36)); // "…/2": what goes on on another page
    const auto own = id ? m_library.highlight(*id) : std::nullopt;
    return (own && own->paper == m_paper && saysAll(*own, mark)) ||
           std::any_of(m_highlights.cbegin(), m_highlights.cend(), [&mark](const Highlight &highlight) {
               return isSame(highlight, mark) && saysAll(highlight, mark);
           });
}

Result<TakenOver> Notes::takeMarks(library::PaperId paper, const QList<ForeignMark> &marks)
{
    const auto of = known(paper);
    if (!of.ok())
        return of.error();
    std::map<QString, Presence> there; // by document
    QList<Highlight> made;
    TakenOver out;
    for (const ForeignMark &mark : marks) {
        const auto present = there.try_emplace(mark.passage.document, m_library, *of, mark.passage.document).first;
        // Two people may have marked the same words, and said something else of them.
        const bool isTwice = std::any_of(made.cbegin(), made.cend(), [&mark](const Highlight &highlight) {
            return isSame(highlight, mark) && highlight.comment == mark.comment;
        });
        if (isTwice || present->second.has(mark)) {
            ++out.known;
            continue;
        }
        Highlight highlight = highlightOf(mark, *of);
        highlight.id = m_ids.make<library::HighlightTag>();
        highlight.made = m_clock.now();
        made << highlight;
        out.made << highlight.id;
    }
    if (made.isEmpty())
        return out;
    const auto done =
        m_library.act(QStringLiteral("highlight.takeover"),
                      QCoreApplication::translate("notes", "Annotations of the PDF"), [&](library::Acts &acts) {
                          for (const Highlight &highlight : std::as_const(made))
                              if (const auto put = acts.putHighlight(highlight); !put.ok())
                                  return put;
                          return Result<void>();
                      });
    return done.ok() ? Result<TakenOver>(out) : Result<TakenOver>(done.error());
}

} // namespace yaodian::notes
