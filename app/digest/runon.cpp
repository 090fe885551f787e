#include "digest/runon.h"

#include "digest/people.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// A label inside a line: its word is one, a colon follows, and what stands before it has ended.
bool isLabelAt(QStringView text, qsizetype at)
{
    const auto found = labelOf(text.mid(at, 24));
    if (!found || found->textFrom <= found->word.size())
        return false;
    if (!text.mid(at).startsWith(found->word))
        return false;
    const QChar before = at > 0 ? text[at - 1] : QChar(u'。');
    switch (found->label) {
    case Label::Points:
    case Label::OneLine:
        return true;
    case Label::Abstract:
    case Label::Aspect:
        // The first of the three follows the points, which need not end in a full stop.
        return found->word == u"动机" || before == u'。' || before == u'；' || before == u';' || before == u'！' ||
               before == u'？' || before.isSpace() || closesBracket(before);
    default:
        return false;
    }
}

/// Places where a lost line break stood: before every label.
QList<qsizetype> labelPlaces(QStringView text)
{
    QList<qsizetype> places;
    for (qsizetype at = text.indexOf(u'要'); at >= 0; at = text.indexOf(u'要', at + 1))
        if (at + 2 < text.size() && text[at + 1] == u'点' && isLabelAt(text, at))
            places.append(at);
    if (places.isEmpty())
        return places;
    for (const char16_t *word : {u"一句话总结", u"动机", u"方法", u"优势", u"摘要"})
        for (qsizetype at = text.indexOf(QStringView(word)); at >= 0; at = text.indexOf(QStringView(word), at + 1))
            if (at > places.first() && isLabelAt(text, at))
                places.append(at);
    std::sort(places.begin(), places.end());
    return places;
}

void appendLine(QList<Line> &lines, QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return;
    Line line;
    line.block.text = text.toString();
    lines.append(std::move(line));
}

/// The title's line, its number and tag read, without what is glued to it.
std::optional<Head> headOf(const Block &block, QStringView title, const QList<LegendItem> &legend)
{
    Block bare = block;
    bare.text = title.trimmed().toString();
    bare.links.clear();
    if (auto tagged = taggedHead(bare, legend))
        return tagged;
    if (auto numbered = numberedHead(bare))
        return numbered;
    Head head;
    head.title = bare.text;
    return isLatin(head.title) ? std::optional<Head>(head) : std::nullopt;
}

} // namespace

qsizetype englishBegin(QStringView text)
{
    constexpr qsizetype shortestAbstract = 80;
    const qsizetype stop = text.lastIndexOf(u'。') + 1;
    const QStringView rest = text.mid(stop).trimmed();
    return stop > 0 && rest.size() >= shortestAbstract && !hasHan(rest) ? stop : text.size();
}

bool appendRunOn(QList<Line> &lines, const Block &block, const QList<LegendItem> &legend)
{
    const QStringView text(block.text);
    if (block.kind == Block::Kind::Image || text.size() < 80)
        return false;
    const QList<qsizetype> places = labelPlaces(text);
    if (places.isEmpty() || places.first() < 20)
        return false;
    const QStringView front = text.left(places.first());
    // Names end before the affiliation, which is the first bracket behind the tag, or before the Chinese title.
    const qsizetype tag = front.indexOf(u']') >= 0 && front.indexOf(u']') < 24 ? front.indexOf(u']') + 1 : 0;
    const qsizetype end = tag + namesEnd(front.mid(tag));
    const QStringView glued = front.mid(tag, end - tag);
    const qsizetype authors = authorsInGlued(glued);
    if (authors < 0)
        return false;
    auto head = headOf(block, front.left(tag + authors), legend);
    if (!head)
        return false;
    Line first;
    first.block = block;
    first.block.text = head->title;
    first.block.links.clear();
    first.head = std::move(head);
    lines.append(std::move(first));
    qsizetype from = end;
    while (from < front.size() && (front[from] == u'…' || front[from] == u'.'))
        ++from;
    appendLine(lines, front.mid(tag + authors, from - tag - authors));
    if (from < front.size() && opensBracket(front[from])) {
        const auto place = affiliationLine(front.mid(from));
        appendLine(lines, front.mid(from, place->length));
        from += place->length;
    }
    appendLine(lines, front.mid(from));
    for (qsizetype i = 0; i + 1 < places.size(); ++i)
        appendLine(lines, text.mid(places[i], places[i + 1] - places[i]));
    const QStringView last = text.mid(places.last());
    const qsizetype abstract = englishBegin(last);
    appendLine(lines, last.left(abstract));
    appendLine(lines, last.mid(abstract));
    return true;
}

QStringList splitAtAspects(const QString &text)
{
    QList<qsizetype> places;
    for (const char16_t *word : {u"动机", u"方法", u"优势", u"结果", u"局限"})
        for (qsizetype at = text.indexOf(QStringView(word), 1); at > 0; at = text.indexOf(QStringView(word), at + 1))
            if (isLabelAt(text, at))
                places.append(at);
    if (places.size() < (labelOf(text) ? 1 : 2))
        return {text};
    std::sort(places.begin(), places.end());
    QStringList parts{text.left(places.first()).trimmed()};
    for (qsizetype i = 0; i < places.size(); ++i)
        parts.append(text.mid(places[i], (i + 1 < places.size() ? places[i + 1] : text.size()) - places[i]).trimmed());
    return parts;
}

} // namespace yaodian::digest
