#include "notes/anchoring.h"

#include "notes/alignment.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace yaodian::notes {

namespace {

constexpr double QuoteWeight = 50;
constexpr double ContextWeight = 20; ///< of what stands before, and of what stands after
constexpr double PositionWeight = 2;
constexpr double Accepted = 0.70;
constexpr double Proposed = 0.38;   ///< below it a place is no proposal …
constexpr double AlikeAtAll = 0.55; ///< … unless the words are that much alike

constexpr int SeedLength = 6;
constexpr int ChineseSeedLength = 2;
constexpr ptrdiff_t CommonSeed = 200; ///< what stands in more places tells nothing
constexpr int Bin = 64;               ///< characters by which places are taken for one
constexpr int MostPlaces = 6;         ///< looked at closely
constexpr int MostExact = 40;

// In letters; a Chinese character counts as three.
constexpr int ShortQuote = 14;      ///< below it, a quote is found by its own words in too many places
constexpr int SpeakingQuote = 24;   ///< from here on, a quote can speak for itself …
constexpr double Speaking = 0.65;   ///< … where it is that much alike, and
constexpr double Ahead = 0.25;      ///< no other place comes near, …
constexpr int LongQuote = 30;       ///< … alone where its words are the same, if it is as long as that, and
constexpr double Near = 0.4;        ///< not far from where it stood (in documents), or where
constexpr double SomeContext = 0.3; ///< something of the words around is there

/// What may stand between two halves of a passage that goes over a page break.
bool standsApart(pdf::BlockKind kind)
{
    using Kind = pdf::BlockKind;
    return kind == Kind::Header || kind == Kind::Footer || kind == Kind::Footnote || kind == Kind::Caption ||
           kind == Kind::Margin;
}

bool isChinese(QChar c)
{
    return c.unicode() >= 0x2e80 && !c.isSurrogate();
}

/// The seed that begins here; 0: none does.
quint64 seedAt(QStringView text, qsizetype at)
{
    const int length = isChinese(text[at]) ? ChineseSeedLength : SeedLength;
    if (at + length > text.size())
        return 0;
    quint64 code = 1469598103934665603ULL; // FNV-1a
    for (const QChar c : text.mid(at, length)) {
        if (isChinese(c) != (length == ChineseSeedLength))
            return 0;
        code = (code ^ c.unicode()) * 1099511628211ULL;
    }
    return code;
}

/// Chinese says in two characters what takes six letters.
int lettersOf(QStringView text)
{
    int letters = 0;
    for (const QChar c : text)
        letters += isChinese(c) ? 3 : 1;
    return letters;
}

/// Two texts that have nothing to do with each other are alike to some 40 %: that counts as nothing.
double evidenceOf(double likeness)
{
    return std::clamp((likeness - 0.4) / 0.6, 0.0, 1.0);
}

} // namespace

struct Anchoring::Pattern
{
    explicit Pattern(const Anchor &anchor)
        : quote(skeletonOf(anchor.quote).text), prefix(skeletonOf(anchor.prefix).text),
          suffix(skeletonOf(anchor.suffix).text), letters(lettersOf(quote)), page(anchor.page)
    {
    }
    [[nodiscard]] QString whole() const { return prefix + quote + suffix; }

    QString quote;
    QString prefix;
    QString suffix;
    int letters;
    int page;
};

struct Anchoring::Candidate
{
    int from = 0;
    int to = 0;
    double quote = 0; ///< 0..1: how like it is
    double before = 0;
    double after = 0;
    double distance = 0; ///< 0..1: of the page it stood on, in documents
    double score = 0;
    [[nodiscard]] bool overlaps(const Candidate &other) const { return from < other.to && other.from < to; }
};

Anchoring::Anchoring(const QList<pdf::PageText> &pages) : m_pages(pages)
{
    for (int page = 0; page < int(m_pages.size()); ++page)
        addPage(page);
    // Heads, feet and what floats would tear passages apart that go over a page break; they come last.
    for (int page = 0; page < int(m_pages.size()); ++page) {
        for (const pdf::TextBlock &block : m_pages.at(page).blocks) {
            if (!standsApart(block.kind))
                continue;
            m_starts.emplace_back(int(m_all.text.size()), page);
            m_all.add(m_pages.at(page).text, block.range.from, block.range.to);
        }
    }
    addSeeds();
}

void Anchoring::addPage(int page)
{
    const pdf::PageText &text = m_pages.at(page);
    m_starts.emplace_back(int(m_all.text.size()), page);
    int at = 0;
    for (const pdf::TextBlock &block : text.blocks) {
        if (!standsApart(block.kind))
            continue;
        m_all.add(text.text, at, block.range.from);
        at = block.range.to;
    }
    m_all.add(text.text, at, text.text.size());
}

void Anchoring::addSeeds()
{
    m_seeds.reserve(size_t(m_all.text.size()));
    for (int at = 0; at < int(m_all.text.size()); ++at)
        if (const quint64 code = seedAt(m_all.text, at))
            m_seeds.push_back({code, at});
    std::sort(m_seeds.begin(), m_seeds.end(),
              [](const Seed &a, const Seed &b) { return a.code != b.code ? a.code < b.code : a.at < b.at; });
}

int Anchoring::pageAt(qsizetype at) const
{
    const auto after =
        std::upper_bound(m_starts.cbegin(), m_starts.cend(), int(at),
                         [](int value, const std::pair<int, int> &start) { return value < start.first; });
    return after == m_starts.cbegin() ? 0 : std::prev(after)->second;
}

/// Where the passage with the words around it would begin, the places with most of its seeds first.
QList<int> Anchoring::likelyPlaces(const Pattern &pattern) const
{
    const QString whole = pattern.whole();
    QHash<int, int> votes;
    for (int at = 0; at < int(whole.size()); ++at) {
        const quint64 code = seedAt(whole, at);
        if (code == 0)
            continue;
        const auto first = std::lower_bound(m_seeds.cbegin(), m_seeds.cend(), code,
                                            [](const Seed &seed, quint64 value) { return seed.code < value; });
        auto last = first;
        while (last != m_seeds.cend() && last->code == code && last - first <= CommonSeed)
            ++last;
        if (last - first > CommonSeed)
            continue;
        for (auto it = first; it != last; ++it)
            ++votes[int(std::floor(double(it->at - at) / Bin))];
    }
    // Words that were put in move what follows into the next bin: two neighbours count together.
    QList<std::pair<int, int>> ranked;
    for (auto it = votes.cbegin(); it != votes.cend(); ++it)
        ranked.append({it.value() + votes.value(it.key() + 1), it.key()});
    std::sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    QList<int> places;
    for (const auto &[count, bin] : std::as_const(ranked)) {
        if (places.size() >= MostPlaces || count < 3)
            break;
        const int place = bin * Bin;
        if (std::none_of(places.cbegin(), places.cend(), [place](int other) { return std::abs(other - place) <= Bin; }))
            places << place;
    }
    return places;
}

Anchoring::Candidate Anchoring::judged(const Pattern &pattern, int from, int to, int edits) const
{
    constexpr int Reach = 8; // characters more than the words around: some may have been put in
    const QStringView all(m_all.text);
    Candidate candidate;
    candidate.from = from;
    candidate.to = to;
    candidate.quote = 1 - double(edits) / double(std::max<qsizetype>(1, pattern.quote.size()));
    const qsizetype start = std::max<qsizetype>(0, from - pattern.prefix.size() - Reach);
    candidate.before = evidenceOf(likenessAtEnd(pattern.prefix, all.mid(start, from - start)));
    candidate.after = evidenceOf(likenessAtStart(pattern.suffix, all.mid(to, pattern.suffix.size() + Reach)));
    const double pages = double(std::max<qsizetype>(1, m_pages.size()));
    candidate.distance = std::min(1.0, std::abs(pageAt(from) - pattern.page) / pages);
    // Of a passage at the top or the foot of a page one side is not known: that speaks for nothing.
    candidate.score = (QuoteWeight * candidate.quote + ContextWeight * (candidate.before + candidate.after) +
                       PositionWeight * (1 - candidate.distance)) /
                      (QuoteWeight + 2 * ContextWeight + PositionWeight);
    return candidate;
}

/// Where words at its ends were changed, the ends are where the words around begin, and no word is cut in two.
Anchoring::Candidate Anchoring::mended(const Pattern &pattern, Candidate candidate) const
{
    constexpr int Reach = 40; // characters that may have been put in or left out at an end
    constexpr int Sure = 10;  // characters of the words around that are looked for
    const QStringView all(m_all.text);
    const int shortest = candidate.from + 1;
    const bool endsAlike = all.mid(candidate.to - Sure, Sure) == QStringView(pattern.quote).right(Sure);
    const bool beginsAlike = all.mid(candidate.from, Sure) == QStringView(pattern.quote).left(Sure);
    if (pattern.suffix.size() >= Sure && !endsAlike) {
        const int start = std::max(shortest, candidate.to - Reach);
        const qsizetype at = all.mid(start, 2 * Reach + Sure).indexOf(QStringView(pattern.suffix).left(Sure));
        if (at >= 0)
            candidate.to = start + int(at);
    }
    if (pattern.prefix.size() >= Sure && !beginsAlike) {
        const int start = std::max(0, candidate.from - Reach - Sure);
        const qsizetype room = std::min(candidate.from + Reach, candidate.to - 1) - start;
        const qsizetype at = room < 0 ? -1 : all.mid(start, room).lastIndexOf(QStringView(pattern.prefix).right(Sure));
        if (at >= 0)
            candidate.from = start + int(at) + Sure;
    }
    const auto cuts = [this](int at) {
        if (at <= 0 || at >= int(m_all.places.size()) || pageAt(at) != pageAt(at - 1))
            return false;
        const int place = m_all.places[at];
        return place == m_all.places[at - 1] + 1 && splitsWord(m_pages.at(pageAt(at)).text, place);
    };
    while (cuts(candidate.from))
        --candidate.from;
    while (cuts(candidate.to))
        ++candidate.to;
    return candidate;
}

QList<Anchoring::Candidate> Anchoring::candidates(const Pattern &pattern) const
{
    QList<Candidate> found;
    const auto add = [&found](const Candidate &candidate) {
        for (Candidate &other : found) {
            if (!other.overlaps(candidate))
                continue;
            if (candidate.score > other.score)
                other = candidate;
            return;
        }
        found << candidate;
    };
    const int length = int(pattern.quote.size());
    for (qsizetype at = m_all.text.indexOf(pattern.quote); at >= 0 && found.size() < MostExact;
         at = m_all.text.indexOf(pattern.quote, at + 1))
        add(judged(pattern, int(at), int(at) + length, 0));
    const bool isPlain = found.size() == 1 && found.first().before > 0.8 && found.first().after > 0.8;
    const QList<int> places = isPlain ? QList<int>() : likelyPlaces(pattern);
    for (const int place : places) {
        const int slack = Bin + length / 4;
        const int from = std::max(0, place + int(pattern.prefix.size()) - slack);
        const int to = std::min(int(m_all.text.size()), place + int(pattern.prefix.size()) + length + Bin + slack);
        if (to <= from)
            continue;
        const Alignment like = mostLike(pattern.quote, QStringView(m_all.text).mid(from, to - from));
        if (like.to > like.from)
            add(judged(pattern, from + like.from, from + like.to, like.edits));
    }
    std::sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    return found;
}

Anchored::State Anchoring::stateOf(const Pattern &pattern, const QList<Candidate> &found) const
{
    using State = Anchored::State;
    const Candidate &best = found.first();
    const Candidate next = found.value(1);
    double rival = 0; // how like the words of any other place are
    for (const Candidate &other : found.mid(1))
        rival = std::max(rival, other.quote);
    const bool isExact = best.quote >= 1;
    const State placed = isExact ? State::Same : State::Changed;
    const double context = best.before + best.after;
    const bool isAmbiguous = found.size() > 1 && best.score - next.score < 0.05;
    if (pattern.letters < ShortQuote) { // it may stand anywhere: the words around have to agree
        if (isExact && context >= 1 && !isAmbiguous && best.score >= Accepted)
            return placed;
    } else {
        if (best.score >= Accepted && !isAmbiguous && context >= SomeContext)
            return placed;
        // All around it was written anew. A common phrase may stand there by chance, and nobody would be asked.
        const bool speaks = pattern.letters >= SpeakingQuote && best.quote >= Speaking && best.quote - rival >= Ahead;
        const bool isLong = (!isExact || pattern.letters >= LongQuote) && best.distance <= Near;
        if (speaks && (isLong || context >= SomeContext))
            return placed;
    }
    return best.score >= Proposed || best.quote >= AlikeAtAll ? State::Review : State::Gone;
}

QList<Anchored::Stretch> Anchoring::stretches(int from, int to) const
{
    QList<Anchored::Stretch> out;
    for (int at = from; at < to; ++at) {
        const int page = pageAt(at);
        const pdf::TextRange one = rangeOf(m_pages.at(page).text, m_all.places[at], m_all.places[at]);
        if (out.isEmpty() || out.last().page != page || one.from < out.last().range.from)
            out.append({page, one});
        else
            out.last().range.to = std::max(out.last().range.to, one.to);
    }
    return out;
}

Anchored Anchoring::find(const Anchor &anchor) const
{
    const Pattern pattern(anchor);
    if (pattern.quote.isEmpty())
        return {};
    const QList<Candidate> found = candidates(pattern);
    if (found.isEmpty())
        return {};
    const Anchored::State state = stateOf(pattern, found);
    if (state == Anchored::State::Gone)
        return {state, found.first().score, {}};
    const Candidate best = found.first().quote >= 1 ? found.first() : mended(pattern, found.first());
    return {state, found.first().score, stretches(best.from, best.to)};
}

} // namespace yaodian::notes
