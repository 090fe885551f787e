#include "exporting/values.h"

#include "exporting/escape.h"
#include "exporting/firstcomments.h"
#include "exporting/linepairs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace yaodian::exporting {

namespace {

// No value holds control characters.
constexpr char keyMark = '\x0e';
constexpr char textMark = '\x0f';
constexpr char endMark = '\x10';

/// A stretch of a text, in UTF-16 units.
struct Stretch
{
    QByteArray key;
    qsizetype from = 0;
    qsizetype to = 0;
    QString was; ///< what was written there
    [[nodiscard]] QString in(const QString &text) const { return text.mid(from, to - from); }
};

QList<Stretch> stretchesOf(const Part &part)
{
    const QString text = QString::fromUtf8(part.text);
    QList<Value> values = part.values;
    std::sort(values.begin(), values.end(), [](const Value &a, const Value &b) { return a.from < b.from; });
    QList<Stretch> out;
    qsizetype bytes = 0, units = 0; // in one pass
    for (const Value &value : std::as_const(values)) {
        units += QString::fromUtf8(part.text.mid(bytes, value.from - bytes)).size();
        bytes = value.from;
        const QString was = QString::fromUtf8(part.text.mid(value.from, value.to - value.from));
        out.append({value.key, units, units + was.size(), was});
    }
    return out;
}

/// Whether all lines of `words` stand in `text`, so that nothing is lost where one takes the place of the other.
bool holdsAll(const QString &text, const QString &words)
{
    const QStringList lines = words.split(QLatin1Char('\n'));
    return std::all_of(lines.cbegin(), lines.cend(), [&text](const QString &line) {
        return line.trimmed().isEmpty() || text.contains(line.trimmed());
    });
}

/// Where a value begins or ends in the changed text; -1: what it stood next to is not there.
class Locating
{
public:
    Locating(const QString &base, const QString &text) : m_base(base), m_text(text), m_pairs(m_base, m_text) {}

    [[nodiscard]] qsizetype beginning(qsizetype from) const
    {
        const int line = m_base.lineAt(from);
        if (from == m_base.starts[line]) { // after the line before it
            const int before = line == 0 ? -1 : m_pairs[line - 1];
            if (line > 0 && before < 0)
                return -1;
            return before + 1 < m_text.lines.size() ? m_text.starts[before + 1] : m_text.text.size();
        }
        return inLine(line, from, &PlaceInLine::after);
    }

    [[nodiscard]] qsizetype end(qsizetype from, qsizetype to) const
    {
        const int line = m_base.lineAt(to);
        if (to < m_base.endOf(line))
            return inLine(line, to, &PlaceInLine::before);
        const bool isWithin = from > m_base.starts[line]; // what stands before it on the line tells which line it is
        if (isWithin)
            return m_pairs[line] < 0 ? -1 : m_text.endOf(m_pairs[line]);
        if (line + 1 == m_base.lines.size())
            return m_text.text.size();
        const int next = m_pairs[line + 1]; // before the line after it
        if (next > 0)
            return m_text.endOf(next - 1);
        return m_pairs[line] < 0 ? -1 : m_text.endOf(m_pairs[line]);
    }

private:
    [[nodiscard]] qsizetype inLine(int line, qsizetype place, qsizetype (PlaceInLine::*find)(qsizetype) const) const
    {
        const int other = m_pairs[line];
        if (other < 0)
            return -1;
        const PlaceInLine places(m_base.lines[line], m_text.lines[other]);
        const qsizetype found = (places.*find)(place - m_base.starts[line]);
        return found < 0 ? -1 : m_text.starts[other] + found;
    }

    const Lines m_base;
    const Lines m_text;
    const LinePairs m_pairs;
};

/// A value grows only as its kind can: a comment is one line; lines of a point stand under its first.
bool isOfItsForm(const Stretch &value, const QString &now)
{
    const auto key = ValueKey::of(value.key);
    if (!key || !now.contains(QLatin1Char('\n')))
        return key.has_value();
    if (!value.was.contains(QLatin1Char('\n')))
        return false;
    const QStringList lines = now.split(QLatin1Char('\n'));
    return std::all_of(lines.cbegin() + 1, lines.cend(), [&key](const QString &line) {
        return line.trimmed().isEmpty() || line.left(key->indent).trimmed().isEmpty();
    });
}

/// Where the values of a part stand in a text that was made of it.
QList<Stretch> located(const QString &text, const Part &base)
{
    QList<Stretch> out;
    const QList<Stretch> values = stretchesOf(base);
    const QString before = QString::fromUtf8(base.text);
    if (values.size() == 1 && values.first().from == 0 && values.first().to == before.size())
        return {{values.first().key, 0, text.size(), values.first().was}}; // all of it is the reader's
    const Locating locating(before, text);
    for (const Stretch &value : values) {
        const qsizetype from = locating.beginning(value.from), to = locating.end(value.from, value.to);
        if (from < 0 || to < from || (!out.isEmpty() && from < out.last().to))
            continue;
        const Stretch found{value.key, from, to, value.was};
        if (isOfItsForm(found, found.in(text)))
            out.append(found);
    }
    return out;
}

QString withValues(QString text, QList<Stretch> stretches, const QHash<QByteArray, QString> &values)
{
    std::sort(stretches.begin(), stretches.end(), [](const Stretch &a, const Stretch &b) { return a.from > b.from; });
    for (const Stretch &stretch : std::as_const(stretches))
        if (values.contains(stretch.key))
            text.replace(stretch.from, stretch.to - stretch.from, values.value(stretch.key));
    return text;
}

/// Of a value that stands more than once, what was changed of it.
QHash<QByteArray, QString> textsOf(const QString &text, const QList<Stretch> &stretches)
{
    QHash<QByteArray, QString> out;
    QSet<QByteArray> changed;
    for (const Stretch &stretch : stretches) {
        const QString now = stretch.in(text);
        if (!out.contains(stretch.key) || (now != stretch.was && !changed.contains(stretch.key)))
            out.insert(stretch.key, now);
        if (now != stretch.was)
            changed << stretch.key;
    }
    return out;
}

/// First comments that stand in the file and, since they were taken in, in what the template makes today: they leave
/// the places where they were typed.
class Settling
{
public:
    Settling(const QString &file, const Part &base, const Part &fresh, const QHash<QByteArray, QString> &today)
    {
        const QList<FirstComment> comments = firstCommentsIn(file, base);
        QStringList lines = file.split(QLatin1Char('\n'));
        QSet<int> gone;
        for (const FirstComment &comment : comments) {
            const QByteArray key = ValueKey{ValueKey::What::Comment, comment.highlight}.bytes();
            if (!holdsAll(plainText(today.value(key)), comment.words))
                continue;
            if (const QString line = todaysLine(fresh, key, comment); !line.isEmpty())
                m_lines.insert(comment.was, line);
            if (!comment.isAlone)
                continue; // the line stays the reader's, and with it the words
            lines[comment.line] = comment.was;
            gone.unite(QSet<int>(comment.below.cbegin(), comment.below.cend()));
        }
        QStringList left;
        for (int line = 0; line < int(lines.size()); ++line)
            if (!gone.contains(line))
                left << lines[line];
        m_text = left.join(QLatin1Char('\n'));
    }

    [[nodiscard]] const QString &text() const { return m_text; } ///< the file's without them
    /// Lines that stand as they were written, with the comments that they have today.
    [[nodiscard]] QString withTodaysLines(const QString &text) const
    {
        QStringList lines = text.split(QLatin1Char('\n'));
        for (QString &line : lines)
            line = m_lines.value(line, line);
        return lines.join(QLatin1Char('\n'));
    }

private:
    static QString withoutBlanks(QString text)
    {
        return text.removeIf([](QChar c) { return c.isSpace(); });
    }

    /// The line that is `was` but for its comment, else the only one that has it; empty: that cannot be told.
    static QString todaysLine(const Part &fresh, const QByteArray &key, const FirstComment &comment)
    {
        const Lines lines(QString::fromUtf8(fresh.text));
        const QList<Stretch> stretches = stretchesOf(fresh);
        QStringList found;
        for (const Stretch &stretch : stretches) {
            const int line = lines.lineAt(stretch.from);
            if (stretch.key != key || stretch.to > lines.endOf(line))
                continue;
            QString without = lines.lines[line];
            without.remove(stretch.from - lines.starts[line], stretch.to - stretch.from);
            if (withoutBlanks(without) == withoutBlanks(comment.was))
                return lines.lines[line];
            found << lines.lines[line];
        }
        return comment.isAlone && found.size() == 1 ? found.first() : QString();
    }

    QString m_text;
    QHash<QString, QString> m_lines; ///< as they were written, as they are today
};

} // namespace

QByteArray ValueKey::bytes() const
{
    return char(what) + QByteArray::number(part) + ',' + QByteArray::number(indent) + ',' +
           id.toByteArray(QUuid::WithoutBraces);
}

std::optional<ValueKey> ValueKey::of(const QByteArray &bytes)
{
    const QList<QByteArray> fields = bytes.mid(1).split(',');
    if (fields.size() != 3 || !QByteArray("cpdn").contains(bytes[0]))
        return std::nullopt;
    const ValueKey key{What(bytes[0]), QUuid::fromString(QString::fromLatin1(fields[2])), fields[0].toInt(),
                       fields[1].toInt()};
    return key.id.isNull() ? std::nullopt : std::optional(key);
}

QString markedValue(const ValueKey &key, const QString &text)
{
    return text.isEmpty() ? text
                          : QLatin1Char(keyMark) + QString::fromLatin1(key.bytes()) + QLatin1Char(textMark) + text +
                                QLatin1Char(endMark);
}

void takeValues(Part &part)
{
    QByteArray plain;
    plain.reserve(part.text.size());
    QList<Value> open; // a template may put one value into another
    for (qsizetype at = 0; at < part.text.size(); ++at) {
        const char c = part.text[at];
        const qsizetype text = c == keyMark ? part.text.indexOf(textMark, at) : -1;
        if (text >= 0) {
            open.append({part.text.mid(at + 1, text - at - 1), plain.size(), plain.size()});
            at = text;
        } else if (c == endMark && !open.isEmpty()) {
            open.last().to = plain.size();
            part.values << open.takeLast();
        } else if (c != keyMark && c != textMark && c != endMark) {
            plain += c;
        }
    }
    part.text = plain;
}

QString valuesToJson(const QList<Value> &values)
{
    QJsonArray out;
    for (const Value &value : values)
        out += QJsonArray{QString::fromLatin1(value.key), value.from, value.to};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QList<Value> valuesFromJson(const QString &json)
{
    QList<Value> out;
    for (const QJsonValue &item : QJsonDocument::fromJson(json.toUtf8()).array())
        out.append({item.toArray().at(0).toString().toLatin1(), item.toArray().at(1).toInteger(),
                    item.toArray().at(2).toInteger()});
    return out;
}

QHash<QByteArray, QString> valuesOf(const Part &part)
{
    return textsOf(QString::fromUtf8(part.text), stretchesOf(part));
}

QHash<QByteArray, QString> valuesIn(const QString &text, const Part &base)
{
    return textsOf(text, located(text, base));
}

std::optional<ThreeWay> joinedRegion(const Part &base, const QString &file, const Part &fresh)
{
    const QHash<QByteArray, QString> today = valuesOf(fresh);
    const Settling settling(file, base, fresh, today);
    const QString text = settling.text();
    QList<Stretch> here = located(text, base);
    bool isAllKept = true;
    // Today's words take the place of those in the file only where the file's are as they were written, or are in them.
    here.removeIf([&](const Stretch &stretch) {
        const QString now = stretch.in(text);
        const QString then = today.value(stretch.key);
        const bool isFree = now == stretch.was || (!now.trimmed().isEmpty() &&
                                                   (holdsAll(then, now) || holdsAll(plainText(then), plainText(now))));
        isAllKept = isAllKept && isFree;
        return !isFree;
    });
    QHash<QByteArray, QString> then;
    for (const Stretch &stretch : std::as_const(here))
        then.insert(stretch.key, stretch.was);
    const QString before = QString::fromUtf8(base.text), after = QString::fromUtf8(fresh.text);
    if (isAllKept && withValues(text, here, then) == before)
        return ThreeWay{after, false}; // nothing but values was changed
    // Of both, with the values of today: what is left to join is what the reader and the template made around them.
    QHash<QByteArray, QString> common = today;
    common.removeIf([&then](const auto &value) { return !then.contains(value.key()); });
    const QString mine = settling.withTodaysLines(withValues(text, here, common));
    const ThreeWay joined =
        threeWay(settling.withTodaysLines(withValues(before, stretchesOf(base), common)), mine, after);
    // What comes of it has to be read again as it is meant.
    const QHash<QByteArray, QString> again = valuesIn(joined.text, fresh);
    for (auto it = again.cbegin(); it != again.cend(); ++it)
        if (it.value() != today.value(it.key()) && !file.contains(it.value()))
            return std::nullopt;
    return holdsAll(joined.text, mine) ? std::optional(joined) : std::nullopt;
}

} // namespace yaodian::exporting
