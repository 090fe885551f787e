#include "library/snippet.h"

#include "base/text.h"
#include "library/tokenizer.h"

#include <optional>

namespace yaodian::library {

namespace {

constexpr int unitsAround = 40;        ///< words and characters that are shown
constexpr int unitsBefore = 8;         ///< of these, before the first hit
constexpr qsizetype mostOf = 200'000;  ///< characters of a text that are looked through
constexpr qsizetype charsBefore = 160; ///< what is looked at of a long text, around a word that is in it
constexpr qsizetype charsAfter = 600;

/// A word, or a character of Chinese.
struct Unit
{
    QByteArray term;
    int begin = 0;
    int end = 0;
    bool joined = false; ///< Chinese that goes on from the one before: a pair of the index
};

QList<Unit> unitsOf(QByteArrayView text)
{
    QList<Unit> out;
    bool joined = false;
    splitTokens(text, TokenUse::Document, [&](const Token &token) {
        if (!token.colocated)
            out += {token.term.toByteArray(), token.begin, token.end, std::exchange(joined, false)};
        else
            joined = true; // a pair: what comes next is its second half
        return true;
    });
    return out;
}

struct Phrase
{
    QList<Unit> units;
    bool isOpen = false; ///< its last word may go on

    [[nodiscard]] bool standsAt(const QList<Unit> &text, qsizetype at) const
    {
        if (at + units.size() > text.size())
            return false;
        for (qsizetype i = 0; i < units.size(); ++i) {
            const Unit &there = text[at + i];
            const bool goesOn = isOpen && i + 1 == units.size();
            if (goesOn ? !there.term.startsWith(units[i].term) : there.term != units[i].term)
                return false;
            if (units[i].joined && !there.joined)
                return false;
        }
        return true;
    }
};

struct Spot
{
    qsizetype from = 0;
    qsizetype to = 0;
    qsizetype phrase = 0;
};

QList<Spot> spotsIn(const QList<Unit> &text, const QList<Phrase> &phrases)
{
    QList<Spot> out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (qsizetype i = 0; i < phrases.size(); ++i)
            if (phrases[i].standsAt(text, at))
                out += {at, at + phrases[i].units.size(), i};
    }
    return out;
}

/// The stretch that holds most of the phrases: (how many, the first spot in it).
std::pair<qsizetype, qsizetype> bestStretch(const QList<Spot> &spots)
{
    std::pair<qsizetype, qsizetype> best{0, 0};
    for (qsizetype i = 0; i < spots.size(); ++i) {
        QList<qsizetype> held;
        for (qsizetype j = i; j < spots.size() && spots[j].to <= spots[i].from + unitsAround - unitsBefore; ++j)
            if (!held.contains(spots[j].phrase))
                held += spots[j].phrase;
        if (held.size() > best.first)
            best = {held.size(), i};
    }
    return best;
}

QString plain(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &c : text)
        if (c.unicode() < 0x20)
            c = QLatin1Char(' ');
    return text;
}

/// A part of a text.
struct Part
{
    QString text;
    bool isBegin = true; ///< nothing stands before it
    bool isEnd = true;
};

QString around(const Part &part, const QByteArray &text, const QList<Unit> &units, const QList<Spot> &spots,
               qsizetype first)
{
    const qsizetype from = qMax<qsizetype>(0, spots[first].from - unitsBefore);
    const qsizetype to = qMin(units.size(), qMax(spots[first].to, from + unitsAround));
    const bool begins = from == 0 && part.isBegin, ends = to == units.size() && part.isEnd;
    qsizetype at = begins ? 0 : units[from].begin;
    QString out = begins ? QString() : QStringLiteral("…");
    qsizetype marked = from;
    for (const Spot &spot : spots) {
        if (spot.from < marked || spot.to > to)
            continue;
        const qsizetype begin = units[spot.from].begin, end = units[spot.to - 1].end;
        out += plain(text.mid(at, begin - at)) + QChar(2) + plain(text.mid(begin, end - begin)) + QChar(3);
        at = end;
        marked = spot.to;
    }
    const qsizetype end = ends ? text.size() : qsizetype(units[to - 1].end);
    out += plain(text.mid(at, end - at));
    return ends ? out.trimmed() : out.trimmed() + QStringLiteral("…");
}

/// How many of the phrases are found in the part, and the words around them.
std::pair<qsizetype, QString> lookedAt(const Part &part, const QList<Phrase> &phrases)
{
    const QByteArray text = part.text.toUtf8();
    const QList<Unit> units = unitsOf(text);
    const QList<Spot> spots = spotsIn(units, phrases);
    const auto [count, first] = bestStretch(spots);
    return {count, count == 0 ? QString() : around(part, text, units, spots, first)};
}

/// A piece of a long text around the first place where one of the words seems to stand; nothing where none does.
/// Splitting all of it would take longer than finding it took.
std::optional<Part> pieceOf(const QString &text, const QList<SearchQuery::Term> &terms)
{
    qsizetype found = -1;
    for (const SearchQuery::Term &term : terms) {
        const qsizetype at = term.exclude ? -1 : text.indexOf(term.text, 0, Qt::CaseInsensitive);
        if (at >= 0 && (found < 0 || at < found))
            found = at;
    }
    if (found < 0)
        return std::nullopt;
    const auto inWord = [&text](qsizetype at) {
        return at > 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark()) &&
               !isCjk(text[at].unicode());
    };
    qsizetype from = qMax<qsizetype>(0, found - charsBefore), to = qMin(text.size(), found + charsAfter);
    while (from < found && (inWord(from) || text[from].isLowSurrogate()))
        ++from;
    while (to > found && (inWord(to) || (to < text.size() && text[to].isLowSurrogate())))
        --to;
    return Part{text.mid(from, to - from), from == 0, to == text.size()};
}

} // namespace

QString snippetOf(const QStringList &texts, const QList<SearchQuery::Term> &terms)
{
    QList<Phrase> phrases;
    for (const SearchQuery::Term &term : terms)
        if (!term.exclude)
            phrases += {unitsOf(term.text.toUtf8()), isOpenEnded(term)};
    std::pair<qsizetype, QString> best{0, {}};
    for (const bool thorough : {false, true}) {
        for (const QString &text : texts) {
            if (best.first == phrases.size())
                return best.second;
            // The whole only where no piece seems to hold anything: words may be written in another form.
            const auto part = thorough ? std::optional(Part{text.left(mostOf)}) : pieceOf(text, terms);
            const auto found = part ? lookedAt(*part, phrases) : std::pair<qsizetype, QString>{0, {}};
            if (found.first > best.first)
                best = found;
        }
        if (best.first > 0)
            break;
    }
    return best.second;
}

} // namespace yaodian::library
