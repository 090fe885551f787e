#include "exporting/firstcomments.h"

#include "exporting/escape.h"
#include "exporting/linepairs.h"
#include "exporting/threeway.h"
#include "exporting/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace yaodian::exporting {

namespace {

/// The link into the program, by which a highlight is known whatever the template; then what closes it, with the link
/// to the web that may stand beside it.
const QRegularExpression &passageLink()
{
    static const QRegularExpression expression(
        QStringLiteral("yaodian://paper/[0-9a-f-]{36}\\?highlight=([0-9a-f-]{36})"
                       "(?:\\)(?:[ \\t,;|·]+\\[[^\\[\\]]*\\]\\(https?:[^\\s()]*\\))*\\)?)?"));
    return expression;
}

/// A highlight's line.
struct Place
{
    QUuid highlight;
    int line = 0;
    qsizetype begin = 0; ///< in the line: of its link
    qsizetype end = 0;   ///< in the line: behind the passage and its links
};

QList<Place> placesIn(const Lines &text)
{
    QList<Place> places;
    if (!text.text.contains(QLatin1String("?highlight=")))
        return places;
    for (int line = 0; line < int(text.lines.size()); ++line) {
        for (const QRegularExpressionMatch &match : passageLink().globalMatch(text.lines[line]))
            places.append({QUuid::fromString(match.captured(1)), line, match.capturedStart(), match.capturedEnd()});
    }
    return places;
}

/// How a line stands in a list.
struct Shape
{
    int indent = 0; ///< columns
    bool isItem = false;
    bool isQuote = false;
    QString marker; ///< of an item, as a comment has it: "- " or its number
    QString words;  ///< without what makes it so

    explicit Shape(const QString &line)
    {
        static const QRegularExpression head(
            QStringLiteral("^([ \\t]*)((?:[-*+]|\\d{1,9}[.)])(?:[ \\t]+|$))?([> \\t]*)"));
        const auto match = head.match(line);
        for (const QChar c : match.capturedView(1))
            indent = c == QLatin1Char('\t') ? (indent / 4 + 1) * 4 : indent + 1;
        isItem = match.capturedLength(2) > 0;
        if (isItem)
            marker = (match.captured(2).front().isDigit() ? match.captured(2).trimmed() : QStringLiteral("-")) + u' ';
        isQuote = match.capturedView(3).contains(QLatin1Char('>'));
        words = line.mid(match.capturedLength()).trimmed();
    }
    [[nodiscard]] bool isBlank() const { return words.isEmpty() && !isItem; }
};

/// Logseq's `id:: …`, also where the reader typed into it.
bool isProperty(const QString &words)
{
    static const QRegularExpression form(QStringLiteral("(?:^|\\s)[\\w-]+::(?:\\s|$)"));
    return form.match(words).hasMatch();
}

/// What would be broken, or is meant for something else, as words of a comment.
bool isOfItsOwn(const QString &words)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:#{1,6} |\\||```|~~~|\\[[ xX-]\\] |%%|\\$\\$|\\[!\\w|(?:[-*_] ?){3,}$|={3,}$)|<!--|!\\[|"
                       "\\?highlight=|^(?:TODO|DOING|DONE|NOW|LATER) "));
    return form.match(words).hasMatch();
}

/// A comment's words, else empty: tags and block ids alone are none.
QString commentOf(const QString &words)
{
    static const QRegularExpression marks(QStringLiteral("^(?:[#^][^\\s#^]+\\s*)+$"));
    const QString text = plainText(words).simplified();
    return text.isEmpty() || isOfItsOwn(words) || marks.match(words).hasMatch() ? QString() : text;
}

/// Whether what was put behind `ahead` makes a longer tag or block id of it, and is no word of its own.
bool isGlued(const QString &ahead, const QString &run)
{
    if (run.front().isSpace())
        return false;
    const QString chunk = ahead.mid(ahead.lastIndexOf(QLatin1Char(' ')) + 1);
    return chunk.startsWith(QLatin1Char('#')) || (chunk.startsWith(QLatin1Char('^')) && run.front().unicode() < 128);
}

/// What was put into the rest of a highlight's line; nullopt: that rest is not there as it was.
std::optional<QStringList> putInto(const QString &was, const QString &is)
{
    const QStringList before = tokensOf(was), after = tokensOf(is);
    const auto same = commonItems(before, after);
    if (same.size() != before.size())
        return std::nullopt;
    QStringList runs;
    bool isWhole = true;
    qsizetype place = 0;
    int at = 0;
    const auto take = [&](int end) {
        const QString run = after.mid(at, end - at).join(QString());
        if (!run.trimmed().isEmpty()) {
            isWhole = isWhole && !isGlued(is.left(place), run);
            runs << run.trimmed();
        }
        place += run.size();
    };
    for (const auto &[i, j] : same) {
        take(j);
        place += after[j].size();
        at = j + 1;
    }
    take(int(after.size()));
    return isWhole ? std::optional(runs) : std::nullopt;
}

class Beside
{
public:
    Beside(const QString &text, const Part &base)
        : m_base(QString::fromUtf8(base.text)), m_text(text), m_values(base.values)
    {
    }

    QList<FirstComment> run()
    {
        const QList<Place> then = placesIn(m_base);
        if (then.isEmpty())
            return {};
        const QList<Place> now = placesIn(m_text);
        const LinePairs pairs(m_base, m_text);
        QList<FirstComment> out;
        for (const Place &place : then) {
            if (hadComment(place.highlight) || isInValue(place))
                continue;
            if (const Place *today = sameOf(place, then, now))
                if (auto found = besideOne(place, *today, behind(place, then), behind(*today, now), pairs))
                    out << *found;
        }
        return out;
    }

private:
    [[nodiscard]] bool hadComment(const QUuid &highlight) const
    {
        return std::any_of(m_values.cbegin(), m_values.cend(), [&highlight](const Value &value) {
            const auto key = ValueKey::of(value.key);
            return key && key->what == ValueKey::What::Comment && key->id == highlight;
        });
    }

    /// A link that the reader wrote into a point or the note.
    [[nodiscard]] bool isInValue(const Place &place) const
    {
        const qsizetype at = m_base.text.left(m_base.starts[place.line] + place.end).toUtf8().size();
        return std::any_of(m_values.cbegin(), m_values.cend(),
                           [at](const Value &value) { return value.from < at && at <= value.to; });
    }

    /// The same one in the text, where each is still there; nullptr: that cannot be told.
    static const Place *sameOf(const Place &place, const QList<Place> &then, const QList<Place> &now)
    {
        const auto isOfIt = [&place](const Place &other) { return other.highlight == place.highlight; };
        if (std::count_if(then.cbegin(), then.cend(), isOfIt) != std::count_if(now.cbegin(), now.cend(), isOfIt))
            return nullptr;
        auto from = then.cbegin(), other = now.cbegin();
        for (;; ++from, ++other) {
            from = std::find_if(from, then.cend(), isOfIt);
            other = std::find_if(other, now.cend(), isOfIt);
            if (&*from == &place)
                return &*other;
        }
    }

    /// The next one in its line; nullptr: it is the last.
    static const Place *behind(const Place &place, const QList<Place> &all)
    {
        const Place *next = &place + 1;
        return next != all.constData() + all.size() && next->line == place.line ? next : nullptr;
    }

    /// `next`, `todaysNext`: what is typed behind those is theirs, and so is what is typed below.
    std::optional<FirstComment> besideOne(const Place &place, const Place &today, const Place *next,
                                          const Place *todaysNext, const LinePairs &pairs) const
    {
        if ((next == nullptr) != (todaysNext == nullptr))
            return std::nullopt;
        FirstComment found{place.highlight, {}, m_base.lines[place.line], today.line, {}, true};
        const QString &line = m_text.lines[today.line];
        QStringList words;
        const QString rest = next ? found.was.mid(place.end, next->begin - place.end) : found.was.mid(place.end);
        const QString now = todaysNext ? line.mid(today.end, todaysNext->begin - today.end) : line.mid(today.end);
        if (const auto within = putInto(rest, now)) {
            for (const QString &run : *within)
                words << commentOf(run);
            found.isAlone = line.left(today.end) == found.was.left(place.end) &&
                            (!next || line.mid(todaysNext->begin) == found.was.mid(next->begin));
        } else {
            found.isAlone = false;
        }
        if (words.contains(QString())) {
            words.clear();
            found.isAlone = false;
        }
        words = QStringList{words.join(QLatin1Char(' '))};
        if (!next && pairs[place.line] == today.line)
            words << wordsBelow(place.line, pairs, found.below);
        found.words = words.join(QLatin1Char('\n')).trimmed();
        return found.words.isEmpty() ? std::nullopt : std::optional(found);
    }

    /// Under the highlight's line, or under those that belong to it (Logseq's `id::`).
    QStringList wordsBelow(int line, const LinePairs &pairs, QList<int> &taken) const
    {
        const Shape own(m_base.lines[line]);
        QStringList words;
        for (int each = line;; ++each) {
            words << wordsAfter(own, each, pairs, taken);
            if (each + 1 >= int(m_base.lines.size()))
                break;
            const Shape next(m_base.lines[each + 1]);
            if (next.isItem || next.indent <= own.indent || !isProperty(next.words))
                break;
        }
        return words;
    }

    /// Of the lines that were put in after this one and before the next, those that belong to the highlight.
    QStringList wordsAfter(const Shape &own, int line, const LinePairs &pairs, QList<int> &taken) const
    {
        const int at = pairs[line];
        const int end = line + 1 < int(m_base.lines.size()) ? pairs[line + 1] : int(m_text.lines.size());
        QStringList words;
        QList<int> lines, blanks;
        QList<Shape> items;
        qsizetype itemAt = 0; ///< of the last one, in `words`
        for (int each = at + 1; at >= 0 && each < end; ++each) {
            const Shape shape(m_text.lines[each]);
            if (isProperty(shape.words))
                return {}; // a block with properties is one of its own
            if (shape.isBlank()) {
                blanks << each;
                continue;
            }
            const QString comment = commentOf(shape.words);
            if (comment.isEmpty() || !belongs(shape, own, blanks))
                break;
            if (shape.isItem) {
                items << shape;
                itemAt = words.size() + blanks.size();
            }
            words << QStringList(blanks.size(), QString())
                  << (shape.isItem ? asItem(shape, items) : QString()) + comment;
            lines << blanks << each;
            blanks.clear();
        }
        if (items.size() == 1) // nothing to list
            words[itemAt].remove(0, items.first().marker.size());
        while (!words.isEmpty() && words.first().isEmpty())
            words.removeFirst();
        taken << lines;
        return words;
    }

    /// What stands before the words of an item: as deep as it is below the first of them, and its marker.
    static QString asItem(const Shape &item, const QList<Shape> &items)
    {
        return QString(std::max(0, item.indent - items.first().indent), u' ') + item.marker;
    }

    /// Whether a line right under a highlight, or after some blank ones, is read as part of its item.
    [[nodiscard]] bool belongs(const Shape &shape, const Shape &own, const QList<int> &blanks) const
    {
        const bool isOfQuote = own.isQuote && !own.isItem;
        const bool isWithin = shape.isQuote && isOfQuote ? shape.indent >= own.indent : shape.indent > own.indent;
        if (blanks.isEmpty())
            return isWithin || (!shape.isItem && !shape.isQuote); // CommonMark's lazy continuation
        const bool isQuoteGoingOn = std::all_of(
            blanks.cbegin(), blanks.cend(), [this](int line) { return m_text.lines[line].contains(QLatin1Char('>')); });
        return isWithin && (!isOfQuote || (shape.isQuote && isQuoteGoingOn));
    }

    const Lines m_base;
    const Lines m_text;
    const QList<Value> m_values;
};

} // namespace

QList<FirstComment> firstCommentsIn(const QString &text, const Part &base)
{
    return Beside(text, base).run();
}

} // namespace yaodian::exporting
