#include "ui/reader/pagebreak.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

using pdf::BlockKind;
using pdf::Motion;

namespace {

/// The letter of the line at `index` that is nearest to a place across the page.
int letterAcross(const pdf::PageText &text, int index, double x)
{
    const pdf::TextRange line = pdf::lineAt(text, index);
    const auto far = [&](int i) { return std::abs(text.boxes.at(i).centre().x() - x); };
    int best = line.from;
    for (int i = line.from; i < line.to; ++i)
        if (!text.boxes.at(i).isEmpty() && (text.boxes.at(best).isEmpty() || far(i) < far(best)))
            best = i;
    return best;
}

/// A stop and what may stand behind it: quotation marks, brackets.
bool endsSentence(QStringView text)
{
    static const QString stops = QStringLiteral(".!?:。！？；：");
    static const QString behind = QStringLiteral(")]”’\"'」』）");
    for (auto it = text.rbegin(); it != text.rend(); ++it)
        if (!it->isSpace() && !behind.contains(*it))
            return stops.contains(*it);
    return true;
}

} // namespace

bool isReadOn(BlockKind kind)
{
    return kind != BlockKind::Header && kind != BlockKind::Footer && kind != BlockKind::Margin &&
           kind != BlockKind::Footnote;
}

pdf::TextRange bodyOf(const pdf::PageText &text)
{
    const pdf::TextRange all{0, int(text.text.size())};
    pdf::TextRange body{all.to, all.from};
    for (const pdf::TextBlock &block : text.blocks) {
        if (!isReadOn(block.kind))
            continue;
        body.from = qMin(body.from, block.range.from);
        body.to = qMax(body.to, block.range.to);
    }
    return body.isEmpty() ? all : body;
}

bool endsOpen(const pdf::PageText &text)
{
    const pdf::TextRange body = bodyOf(text);
    return !endsSentence(QStringView(text.text).mid(body.from, body.to - body.from));
}

bool leadsBack(Motion motion)
{
    return motion == Motion::PreviousWord || motion == Motion::PreviousSentence ||
           motion == Motion::PreviousParagraph || motion == Motion::PreviousLine || motion == Motion::PreviousChar;
}

std::optional<int> movedOnPage(const pdf::PageText &text, int caret, Motion motion)
{
    const pdf::TextRange body = bodyOf(text);
    const int last = int(text.text.size()) - 1;
    if (last < 0)
        return std::nullopt;
    const int to = pdf::moved(text, caret, motion);
    if (leadsBack(motion)) {
        const bool beyond = to >= caret || (to < body.from && caret >= body.from);
        return beyond ? std::nullopt : std::optional(to);
    }
    const bool whole = motion == Motion::NextSentence || motion == Motion::NextParagraph;
    // With nothing further on, sentences and paragraphs lead to the last character.
    const bool further = to > caret && !(whole && to >= last);
    if (further && (to < body.to || caret > body.to)) // from within a footnote, to its end
        return to;
    if (caret >= body.to || motion == Motion::NextLine || (whole && endsOpen(text)))
        return std::nullopt;
    return body.to;
}

int movedOnto(const pdf::PageText &text, Motion motion, double x)
{
    const pdf::TextRange body = bodyOf(text);
    if (motion == Motion::NextLine)
        return letterAcross(text, body.from, x);
    if (motion == Motion::PreviousLine)
        return letterAcross(text, qMax(body.from, body.to - 1), x);
    if (motion == Motion::PreviousChar)
        return qMax(body.from, body.to - 1);
    if (leadsBack(motion))
        return qMax(body.from, pdf::moved(text, body.to, motion));
    // The caret behind a page is the one before the next: a step further is made there.
    return movedOnPage(text, body.from, motion).value_or(body.to);
}

} // namespace yaodian::ui
