#include "pdf/sections.h"

#include "base/text.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr int mostSections = 2000;
/// Headings by their size alone are worth something where they are few.
constexpr int mostPerPage = 6;

double usualSize(const QList<TextLine> &lines)
{
    QList<std::pair<double, qsizetype>> sizes;
    qsizetype all = 0;
    for (const TextLine &line : lines) {
        sizes.append({line.height, line.text.size()});
        all += line.text.size();
    }
    std::sort(sizes.begin(), sizes.end());
    qsizetype seen = 0;
    for (const auto &[height, letters] : sizes) {
        seen += letters;
        if (seen * 2 >= all)
            return height;
    }
    return 0;
}

/// The numbers of a heading: 3.2 → {3, 2}; letters and Roman numbers as numbers, in a row of their own.
struct Numbering
{
    enum class Row { Arabic, Roman, Letters };
    Row row = Row::Arabic;
    QList<int> parts;
};

QList<Numbering> readingsOf(const QString &number)
{
    const QStringList parts = number.split(u'.');
    QList<int> rest;
    for (qsizetype i = 1; i < parts.size(); ++i)
        rest.append(parts[i].toInt());
    const QString first = parts.first();
    QList<Numbering> out;
    if (first[0].isDigit())
        return {{Numbering::Row::Arabic, QList<int>{first.toInt()} + rest}};
    if (const int roman = fromRoman(first); roman > 0)
        out.append({Numbering::Row::Roman, QList<int>{roman} + rest});
    if (first.size() == 1 && first[0].isUpper())
        out.append({Numbering::Row::Letters, QList<int>{first[0].unicode() - 'A' + 1} + rest});
    return out;
}

/// Follows the numbers of headings: each must be the next one, on some level. Letters have a row of their own, beside
/// numbers (appendices) or below them ("IV", then "A", "B").
class Chain
{
public:
    bool takes(const HeadingSpot &spot)
    {
        if (spot.size < 0.97 && spot.gap < 0.3)
            return false;
        for (const bool anew : {false, true}) {
            for (const Numbering &reading : readingsOf(spot.mark->number)) {
                QList<int> &now = m_now[int(reading.row)];
                if (anew ? !startsAnew(reading) : now.isEmpty() && m_begun)
                    continue;
                if (!anew && !follows(now, reading.parts))
                    continue;
                now = reading.parts;
                m_begun = true;
                return true;
            }
        }
        return false;
    }

private:
    static bool startsAnew(const Numbering &reading) { return reading.parts == QList<int>{1}; }
    /// Sections that were not seen are passed over, one or two of them.
    static bool follows(const QList<int> &before, const QList<int> &now)
    {
        for (qsizetype i = 0; i < now.size(); ++i) {
            const int old = i < before.size() ? before[i] : 0;
            if (now[i] == old && i + 1 < now.size())
                continue;
            if (now[i] <= old || now[i] > old + 2)
                return false;
            return std::all_of(now.begin() + i + 1, now.end(), [](int part) { return part >= 1 && part <= 2; });
        }
        return false;
    }

    bool m_begun = false;
    QList<int> m_now[3];
};

/// The sizes of the headings without numbers, largest first: their levels.
QMap<int, int> levelsOf(const QList<HeadingSpot> &spots)
{
    QMap<int, int> levels;
    for (const HeadingSpot &spot : spots)
        levels.insert(-qRound(spot.size * 10), 0);
    int level = 0;
    for (auto it = levels.begin(); it != levels.end(); ++it)
        *it = qMin(level++, 3);
    return levels;
}

Section sectionOf(const HeadingSpot &spot, int depth)
{
    Section out;
    out.item = {spot.text, depth, spot.page, spot.box.top, true};
    out.number = spot.mark ? spot.mark->number : QString();
    out.box = spot.box;
    return out;
}

/// Running titles that were not told as such: the same words on many pages.
QSet<QString> repeated(const QList<HeadingSpot> &spots)
{
    QHash<QString, int> times;
    for (const HeadingSpot &spot : spots)
        ++times[titleKey(spot.text)];
    QSet<QString> out;
    for (auto it = times.constBegin(); it != times.constEnd(); ++it) {
        if (*it >= 4)
            out.insert(it.key());
    }
    return out;
}

} // namespace

QList<HeadingSpot> headingsOn(int page, const PageText &text, const QList<TextLine> &lines)
{
    const double usual = usualSize(lines);
    QList<HeadingSpot> out;
    for (qsizetype i = 0; i < lines.size() && usual > 0; ++i) {
        const TextLine &first = lines[i];
        if (!first.startsBlock || first.block < 0 || text.blocks[first.block].kind != BlockKind::Heading)
            continue;
        HeadingSpot spot;
        spot.page = page;
        spot.block = first.block;
        QStringList words;
        for (qsizetype k = i; k < lines.size() && lines[k].block == first.block; ++k) {
            words.append(lines[k].text);
            spot.box = spot.box.united(lines[k].box);
        }
        spot.text = joinLines(words);
        spot.size = first.height / usual;
        spot.gap = i > 0 ? (first.box.top - lines[i - 1].box.bottom) / usual : 2;
        if (spot.gap < 0) // the top of a column
            spot.gap = 2;
        spot.mark = headingMarkOf(spot.text);
        out.append(spot);
    }
    return out;
}

QList<Section> sectionsOf(const QList<HeadingSpot> &spots)
{
    Chain chain;
    QSet<qsizetype> numbered;
    const auto isNext = [&](qsizetype i, qsizetype k) { // with nothing between them: a list, or a table
        return k >= 0 && k < spots.size() && spots[k].page == spots[i].page && spots[k].mark && spots[i].mark &&
               qAbs(spots[k].block - spots[i].block) == 1 && spots[k].mark->level == spots[i].mark->level &&
               !spots[k].mark->number.isEmpty();
    };
    for (qsizetype i = 0; i < spots.size(); ++i) {
        if (spots[i].mark && !spots[i].mark->number.isEmpty() && !isNext(i, i - 1) && !isNext(i, i + 1) &&
            chain.takes(spots[i]))
            numbered.insert(i);
    }
    const bool byNumber = numbered.size() >= 3;
    const QSet<QString> running = repeated(spots);
    QList<HeadingSpot> large;
    QHash<int, int> onPage;
    const auto isLarge = [&](const HeadingSpot &spot) {
        return !byNumber && spot.size > 1.15 && spot.page > 0 && spot.text.size() < 120;
    };
    for (const HeadingSpot &spot : spots) {
        if (isLarge(spot)) {
            large.append(spot);
            ++onPage[spot.page];
        }
    }
    const QMap<int, int> levels = levelsOf(large);
    QList<Section> out;
    for (qsizetype i = 0; i < spots.size() && out.size() < mostSections; ++i) {
        const HeadingSpot &spot = spots[i];
        if (running.contains(titleKey(spot.text)))
            continue;
        if (byNumber && numbered.contains(i))
            out.append(sectionOf(spot, spot.mark->level));
        else if (spot.mark && spot.mark->isKnown && spot.mark->number.isEmpty())
            out.append(sectionOf(spot, 0));
        else if (isLarge(spot) && onPage.value(spot.page) <= mostPerPage)
            out.append(sectionOf(spot, levels.value(-qRound(spot.size * 10))));
        else if (numbered.contains(i))
            out.append(sectionOf(spot, spot.mark->level));
    }
    return out;
}

QList<OutlineItem> sectionsOf(const QList<PageText> &pages)
{
    QList<HeadingSpot> spots;
    for (qsizetype i = 0; i < pages.size(); ++i)
        spots += headingsOn(int(i), pages[i], textLinesOf(pages[i]));
    QList<OutlineItem> out;
    for (const Section &section : sectionsOf(spots))
        out.append(section.item);
    return out;
}

} // namespace yaodian::pdf
