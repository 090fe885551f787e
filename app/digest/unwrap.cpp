#include "digest/unwrap.h"

#include "digest/headmarks.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

#include <QList>

#include <algorithm>

namespace yaodian::digest {

namespace {

/// How programs count the width of a line.
enum class Measure { Characters, Columns };

qsizetype widthOf(QStringView text, Measure measure)
{
    if (measure == Measure::Characters)
        return text.size();
    return text.size() + std::count_if(text.begin(), text.end(), [](QChar c) {
               return isHan(c) || (c.unicode() >= 0x3000 && c.unicode() < 0x3040) ||
                      (c.unicode() >= 0xFF00 && c.unicode() < 0xFF61);
           });
}

/// Up to the place where a program may break the line first: a blank, or behind an ideograph.
QStringView firstPiece(QStringView line)
{
    qsizetype to = 0;
    while (to < line.size() && !line[to].isSpace()) {
        if (line[to++].unicode() >= 0x3000)
            break;
        if (to < line.size() && isHan(line[to]))
            break;
    }
    return line.left(to);
}

/// The line opens something of its own, whatever stands above it.
bool opensLine(QStringView line)
{
    return line.isEmpty() || isRuler(line) || headMark(line).length > 0 || listMark(line).length > 0 ||
           opensBracket(line[0]) || line[0] == u'《' || labelOf(line) || opensWithPictogram(line) ||
           !legendOf(line).isEmpty();
}

struct WrappedLine
{
    QStringView text;
    bool opens = true;
    bool address = false; ///< goes on a line that announces it ("Code: https://…")
};

class Wrapping
{
public:
    Wrapping(const QList<WrappedLine> &lines, Measure measure) : m_lines(lines), m_measure(measure)
    {
        for (const WrappedLine &line : lines)
            if (line.text.contains(u' ') || hasHan(line.text))
                m_width = qMax(m_width, widthOf(line.text, measure));
    }

    /// The next line goes on this one: its first piece found no place here.
    [[nodiscard]] bool goesOn(qsizetype at) const
    {
        if (at + 1 >= m_lines.size() || m_lines[at].text.isEmpty() || m_lines[at + 1].opens ||
            (m_lines[at + 1].address && !isColon(m_lines[at].text.back())))
            return false;
        const QStringView piece = firstPiece(m_lines[at + 1].text);
        const bool han = piece.size() == 1 && piece[0].unicode() >= 0x3000;
        return widthOf(m_lines[at].text, m_measure) + widthOf(piece, m_measure) + (han ? 0 : 1) > m_width &&
               findUrl(m_lines[at].text) != 0 && !isRuler(m_lines[at].text);
    }

    /// The part of the lines that are full though what they say goes on; 0 where the text is not broken at a width.
    [[nodiscard]] double share() const
    {
        constexpr qsizetype narrowest = 30;
        constexpr qsizetype widest = 110;
        constexpr qsizetype fewest = 8;
        if (m_width < narrowest || m_width > widest)
            return 0;
        qsizetype full = 0;
        qsizetype inRuns = 0; // titles above their authors are no more than two lines each
        qsizetype ended = 0;
        qsizetype texts = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            texts += m_lines[i].text.isEmpty() ? 0 : 1;
            if (!goesOn(i))
                continue;
            ++full;
            inRuns += goesOn(i + 1) ? 1 : 0;
            const QChar last = m_lines[i].text.back();
            ended += last == u'。' || last == u'.' || last == u'；' || last == u';' ? 1 : 0;
        }
        return full < fewest || ended * 4 > full || inRuns * 2 < full ? 0 : double(full) / double(texts);
    }

private:
    const QList<WrappedLine> &m_lines;
    Measure m_measure;
    qsizetype m_width = 0;
};

QList<WrappedLine> wrappedLines(QStringView text)
{
    QList<WrappedLine> lines;
    for (const QStringView part : text.tokenize(u'\n')) {
        const QStringView line = part.trimmed();
        lines.append({line, opensLine(line), findUrl(line) == 0});
    }
    return lines;
}

/// Appends a line's rest. Between ideographs and beside Chinese signs nothing was broken away; a hyphen stood there
/// before the break.
void appendRest(QString &line, QStringView rest)
{
    const auto isSign = [](QChar c) {
        return (c.unicode() >= 0x3000 && c.unicode() < 0x3040) || (c.unicode() >= 0xFF00 && c.unicode() < 0xFF61);
    };
    const QChar last = line.back();
    const bool hyphen = last == u'-' && line.size() > 1 && line[line.size() - 2].isLetter();
    if (!hyphen && !isSign(last) && !isSign(rest[0]) && !(isHan(last) && isHan(rest[0])))
        line += u' ';
    line += rest;
}

} // namespace

QString unwrapped(const QString &text)
{
    constexpr double leastShare = 0.25;
    constexpr qsizetype looked = 20'000; // enough to see a line that is longer than any width
    const qsizetype some = QStringView(text).left(looked).count(u'\n');
    if (some * 110 < qMin(looked, text.size()) / 2)
        return text;
    const QList<WrappedLine> lines = wrappedLines(text);
    const Wrapping characters(lines, Measure::Characters);
    const Wrapping columns(lines, Measure::Columns);
    const Wrapping &better = columns.share() > characters.share() ? columns : characters;
    if (better.share() < leastShare)
        return text;
    QStringList out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i].text.toString();
        while (better.goesOn(i)) {
            appendRest(line, lines[++i].text);
        }
        out.append(line);
    }
    return out.join(u'\n');
}

} // namespace yaodian::digest
