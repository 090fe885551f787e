#include "library/snippet.h"

#include "library/tokenizer.h"

namespace yaodian::library {

namespace {

constexpr int unitsAround = 40;       ///< words and characters that are shown
constexpr int unitsBefore = 8;        ///< of these, before the first hit
constexpr qsizetype mostOf = 200'000; ///< bytes of a text that are looked through

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

QString around(const QByteArray &text, const QList<Unit> &units, const QList<Spot> &spots, qsizetype first)
{
    const qsizetype from = qMax<qsizetype>(0, spots[first].from - unitsBefore);
    const qsizetype to = qMin(units.size(), qMax(spots[first].to, from + unitsAround));
    qsizetype at = from == 0 ? 0 : units[from].begin;
    QString out = from == 0 ? QString() : QStringLiteral("…");
    qsizetype marked = from;
    for (const Spot &spot : spots) {
        if (spot.from < marked || spot.to > to)
            continue;
        const qsizetype begin = units[spot.from].begin, end = units[spot.to - 1].end;
        out += plain(text.mid(at, begin - at)) + QChar(2) + plain(text.mid(begin, end - begin)) + QChar(3);
        at = end;
        marked = spot.to;
    }
    const qsizetype end = to == units.size() ? text.size() : qsizetype(units[to - 1].end);
    out += plain(text.mid(at, end - at));
    return to == units.size() ? out.trimmed() : out.trimmed() + QStringLiteral("…");
}

} // namespace

QString snippetOf(const QStringList &texts, const QList<SearchQuery::Term> &terms)
{
    QList<Phrase> phrases;
    for (const SearchQuery::Term &term : terms)
        if (!term.exclude)
            phrases += {unitsOf(term.text.toUtf8()), isOpenEnded(term)};
    QString best;
    qsizetype held = 0;
    for (const QString &whole : texts) {
        const QByteArray text = whole.toUtf8().left(mostOf);
        const QList<Unit> units = unitsOf(text);
        const QList<Spot> spots = spotsIn(units, phrases);
        const auto [count, first] = bestStretch(spots);
        if (count <= held)
            continue;
        held = count;
        best = around(text, units, spots, first);
        if (held == phrases.size())
            break;
    }
    return best;
}

} // namespace yaodian::library
