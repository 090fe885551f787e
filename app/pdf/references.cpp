#include "pdf/references.h"

#include "base/text.h"
#include "pdf/mentions.h"
#include "pdf/pagetext.h"
#include "pdf/raised.h"
#include "pdf/regions.h"
#include "pdf/upright.h"

#include <QRegularExpression>

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr int longestWords = 600;
constexpr int mostPlaces = 20'000;
constexpr int mostOnPage = 100; ///< captions, equations: each looks at all of its page

/// "IV" and "4" are one number, "A.1" and "A1" too.
QString keyOf(const QString &number)
{
    if (const int roman = fromRoman(number); roman > 0)
        return QString::number(roman);
    QString out = number;
    if (out.size() > 2 && out[0].isUpper() && out[1] == u'.' && out.count(u'.') == 1)
        out.remove(1, 1);
    while (out.endsWith(u'.'))
        out.chop(1);
    return out;
}

QString shortened(QString words)
{
    words.truncate(longestWords);
    return words;
}

/// Where the number of an equation begins in a line, "(5)" at its end apart from the rest; -1: nowhere.
int equationStart(const PageText &page, const TextLine &line, QString &number)
{
    static const QRegularExpression mark(QStringLiteral("[(（]((?:[A-Z]\\.?)?\\d{1,3}(?:[.-]\\d{1,3})*[a-z]?)[)）]$"));
    const QString raw = page.text.mid(line.range.from, line.range.to - line.range.from);
    const QRegularExpressionMatch match = mark.match(raw);
    if (!match.hasMatch())
        return -1;
    const int start = line.range.from + int(match.capturedStart());
    int before = start - 1;
    while (before >= line.range.from && page.boxes[before].isEmpty())
        --before;
    const double gap = before < line.range.from ? 1 : page.boxes[start].left - page.boxes[before].right;
    if (gap < 0.9 * line.height)
        return -1;
    number = match.captured(1);
    return start;
}

} // namespace

void DocumentIndex::keep(QHash<QString, Place> &places, const QString &number, Place place)
{
    const auto known = places.find(keyOf(number));
    if (known == places.end() && places.size() < mostPlaces)
        places.insert(keyOf(number), std::move(place));
    else if (known != places.end() && known->worth < place.worth)
        *known = std::move(place);
}

void DocumentIndex::addCaptions(const PageText &page, const QList<TextLine> &lines)
{
    int seen = 0;
    for (const TextLine &line : lines) {
        const auto mark = captionMarkOf(line.text);
        if (!mark || line.block < 0 || seen > mostOnPage)
            continue;
        const bool isCaption = page.blocks[line.block].kind == BlockKind::Caption;
        const int worth = (isCaption ? 4 : 0) + (line.startsBlock ? 2 : 0) + (mark->isSure ? 2 : 0);
        if (worth < 4)
            continue;
        ++seen;
        Place place;
        place.worth = worth;
        place.target.page = m_pages;
        place.target.label = line.text.left(mark->length).simplified();
        const bool isTable = mark->of == CaptionMark::Of::Table;
        const TextBlock &block = page.blocks[line.block];
        if (mark->of == CaptionMark::Of::Algorithm)
            place.target.box = regionOf(page, line.block, true);
        else
            place.target.box = line.startsBlock ? regionOf(page, line.block, isTable) : line.box;
        place.target.text = shortened(quoteOf(page, {line.range.from, block.range.to}));
        keep(isTable                                  ? m_tables
             : mark->of == CaptionMark::Of::Algorithm ? m_algorithms
                                                      : m_figures,
             mark->number, std::move(place));
    }
}

void DocumentIndex::addEquations(const PageText &page, const QList<TextLine> &lines)
{
    int seen = 0;
    for (const TextLine &line : lines) {
        QString number;
        if (seen > mostOnPage || equationStart(page, line, number) < 0)
            continue;
        ++seen;
        Place place;
        place.worth = line.box.right - line.box.left > 0.1 ? 2 : 1;
        place.target.page = m_pages;
        place.target.label = u'(' + number + u')';
        place.target.text = shortened(quoteOf(page, line.range));
        Box box = line.box;
        for (const TextLine &other : lines) { // fractions and limits are lines of their own
            const double apart = qMax(other.box.top - line.box.bottom, line.box.top - other.box.bottom);
            if (apart < 0.3 * line.height && other.box.right > line.box.left - 0.3 && other.box.left < line.box.right &&
                other.text.size() < 60)
                box = box.united(other.box);
        }
        place.target.box = {qMax(0.0, box.left - 0.01), qMax(0.0, box.top - 0.008), qMin(1.0, box.right + 0.01),
                            qMin(1.0, box.bottom + 0.008)};
        keep(m_equations, number, std::move(place));
    }
}

void DocumentIndex::add(const PageText &printed, int rotation)
{
    static const QRegularExpression bracketed(QStringLiteral("[\\[［〔]\\d{1,3}(?:[,–-]\\s?\\d{1,3})*[\\]］〕]"));
    m_turns.append({uprightTurn(printed, rotation), rotation});
    const PageText page = turned(printed, m_turns.last().upright);
    const QList<TextLine> lines = textLinesOf(page);
    addCaptions(page, lines);
    addEquations(page, lines);
    m_headings += headingsOn(m_pages, page, lines);
    m_bibliography.add(m_pages, page, lines);
    const auto isText = [&](const TextRange &range) { return !m_bibliography.covers(m_pages, range.from); };
    for (const TextLine &line : lines)
        m_bracketed += isText(line.range) ? int(line.text.count(bracketed)) : 0;
    const CitedNumbers cited(page, lines, m_pages == 0);
    const auto footnotes = footnotesOf(page, lines);
    for (const RaisedMark &mark : raisedMarksOf(page, lines))
        m_raised += isText(mark.range) && !footnotes.contains(mark.marks) && !cited.of(mark).isEmpty() ? 1 : 0;
    ++m_pages;
}

/// Brackets may hold other things than citations now and then.
bool DocumentIndex::citesByRaisedNumbers() const
{
    return m_bibliography.isNumbered() && (m_bracketed < 3 || m_raised > 5 * m_bracketed);
}

void DocumentIndex::finish()
{
    m_bibliography.finish();
    m_sections = sectionsOf(m_headings);
    m_headings.clear();
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        Section &section = m_sections[i];
        const Turn turn = m_turns.value(section.item.page);
        section.item.top = section.box.turned(turn.shown - turn.upright).top;
        if (!section.number.isEmpty() && !m_sectionNumbers.contains(keyOf(section.number)))
            m_sectionNumbers.insert(keyOf(section.number), int(i));
    }
    m_finished = true;
}

QList<OutlineItem> DocumentIndex::outline() const
{
    QList<OutlineItem> out;
    for (const Section &section : m_sections)
        out.append(section.item);
    return out;
}

/// Leads the mentions of one page to what they speak of.
class Resolver
{
public:
    Resolver(const DocumentIndex &index, int number, const PageText &page)
        : m_index(index), m_number(number), m_page(page), m_lines(textLinesOf(page))
    {
    }

    QList<Reference> all()
    {
        for (const Mention &mention : mentionsOn(m_page)) {
            if (!m_index.m_bibliography.covers(m_number, mention.range.from) && !isItself(mention))
                add(mention);
        }
        raised();
        std::stable_sort(m_out.begin(), m_out.end(),
                         [](const Reference &a, const Reference &b) { return a.range.from < b.range.from; });
        return std::move(m_out);
    }

private:
    void add(const Mention &mention);
    void addAuthor(const Mention &mention);
    void raised();
    void put(Reference::Kind kind, TextRange range, QList<Target> targets);
    [[nodiscard]] bool isItself(const Mention &mention) const;
    [[nodiscard]] std::optional<Target> targetOf(const Mention &mention, const QString &number) const;
    [[nodiscard]] Target targetOf(const Bibliography::Entry &entry) const;

    const DocumentIndex &m_index;
    int m_number;
    const PageText &m_page;
    QList<TextLine> m_lines;
    QList<Reference> m_out;
};

void Resolver::put(Reference::Kind kind, TextRange range, QList<Target> targets)
{
    if (targets.isEmpty())
        return;
    Reference reference;
    reference.kind = kind;
    reference.range = range;
    reference.boxes = boxesOf(m_page, range);
    reference.targets = std::move(targets);
    m_out.append(std::move(reference));
}

/// The caption or the heading itself, a running title, a line in the margin.
bool Resolver::isItself(const Mention &mention) const
{
    const auto after = std::upper_bound(m_page.blocks.begin(), m_page.blocks.end(), mention.range.from,
                                        [](int place, const TextBlock &block) { return place < block.range.from; });
    if (after == m_page.blocks.begin())
        return false;
    const TextBlock &block = *(after - 1);
    return block.kind == BlockKind::Header || block.kind == BlockKind::Footer || block.kind == BlockKind::Margin ||
           block.kind == BlockKind::Heading ||
           (block.kind == BlockKind::Caption && mention.range.from == block.range.from);
}

Target Resolver::targetOf(const Bibliography::Entry &entry) const
{
    const QString label = entry.label.isEmpty() ? QString() : u'[' + entry.label + u']';
    return {entry.page, entry.box, label, entry.text};
}

std::optional<Target> Resolver::targetOf(const Mention &mention, const QString &number) const
{
    const auto in = [&](const QHash<QString, DocumentIndex::Place> &places) -> std::optional<Target> {
        const auto found = places.constFind(keyOf(number));
        return found == places.constEnd() ? std::nullopt : std::optional(found->target);
    };
    switch (mention.of) {
    case Mention::Of::Figure:
        return in(m_index.m_figures);
    case Mention::Of::Table:
        return in(m_index.m_tables);
    case Mention::Of::Algorithm:
        return in(m_index.m_algorithms);
    case Mention::Of::Equation:
        return in(m_index.m_equations);
    case Mention::Of::Section: {
        const auto found = m_index.m_sectionNumbers.constFind(keyOf(number));
        if (found == m_index.m_sectionNumbers.constEnd())
            return std::nullopt;
        const Section &section = m_index.m_sections[*found];
        return Target{section.item.page,
                      {0, section.box.top, 1, qMin(1.0, section.box.top + 0.25)},
                      section.number,
                      section.item.title};
    }
    case Mention::Of::Label:
        if (const auto *entry = m_index.m_bibliography.labelled(number))
            return targetOf(*entry);
        return std::nullopt;
    case Mention::Of::Author:
        break;
    }
    return std::nullopt;
}

void Resolver::add(const Mention &mention)
{
    if (mention.of == Mention::Of::Author)
        return addAuthor(mention);
    QList<Target> targets;
    for (const QString &number : mention.numbers) {
        const auto target = targetOf(mention, number);
        if (target && !targets.contains(*target))
            targets.append(*target);
        else if (!target && mention.of == Mention::Of::Label)
            return; // "[0, 1]" is an interval
    }
    constexpr Reference::Kind kinds[]{Reference::Kind::Citation, Reference::Kind::Citation, Reference::Kind::Figure,
                                      Reference::Kind::Table,    Reference::Kind::Figure,   Reference::Kind::Equation,
                                      Reference::Kind::Section};
    put(kinds[int(mention.of)], mention.range, std::move(targets));
}

void Resolver::addAuthor(const Mention &mention)
{
    // What stands before the first author may look like a name: "However, Smith (2020)", "我们参考王某等".
    QStringList names = mention.names;
    TextRange range = mention.range;
    for (int tried = 0; tried < 3 && !names.isEmpty(); ++tried) {
        QList<Target> targets;
        for (const QString &year : mention.numbers) {
            for (const auto *entry : m_index.m_bibliography.of(names.first(), year, names.mid(1))) {
                if (const Target target = targetOf(*entry); !targets.contains(target))
                    targets.append(target);
            }
        }
        if (!targets.isEmpty()) {
            const qsizetype at = m_page.text.indexOf(names.first(), range.from);
            if (at > range.from && at < range.to && tried > 0)
                range.from = int(at);
            return put(Reference::Kind::Citation, range, std::move(targets));
        }
        if (names.first().size() > 2 && isCjk(names.first()[0].unicode()))
            names.first().remove(0, 1);
        else
            names.removeFirst();
    }
}

/// Raised digits and signs: footnotes of the page, or the numbers of a bibliography that is cited in no other way.
void Resolver::raised()
{
    const auto footnotes = footnotesOf(m_page, m_lines);
    const CitedNumbers cited(m_page, m_lines, m_number == 0);
    for (const RaisedMark &mark : raisedMarksOf(m_page, m_lines)) {
        if (const auto note = footnotes.constFind(mark.marks); note != footnotes.constEnd()) {
            put(Reference::Kind::Footnote, mark.range,
                {{m_number, boxAround(m_page, *note), mark.marks, shortened(quoteOf(m_page, *note))}});
            continue;
        }
        if (!m_index.citesByRaisedNumbers() || m_index.m_bibliography.covers(m_number, mark.range.from))
            continue;
        Mention mention;
        mention.range = mark.range;
        mention.numbers = cited.of(mark);
        const bool isNote = std::any_of(mention.numbers.cbegin(), mention.numbers.cend(),
                                        [&](const QString &number) { return footnotes.contains(number); });
        if (!isNote)
            add(mention);
    }
}

QList<Reference> DocumentIndex::referencesOn(int page, const PageText &text) const
{
    const int turn = m_turns.value(page).upright;
    const PageText upright = turned(text, turn);
    QList<Reference> out = Resolver(*this, page, upright).all();
    for (Reference &reference : out) {
        for (Box &box : reference.boxes)
            box = box.turned(-turn);
        for (Target &target : reference.targets)
            target.box = target.box.turned(-m_turns.value(target.page).upright);
    }
    return out;
}

} // namespace yaodian::pdf
