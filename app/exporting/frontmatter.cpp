#include "exporting/frontmatter.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace yaodian::exporting {

namespace {

struct Line
{
    QByteArray text; ///< without its line end
    QByteArray end;  ///< "\n", "\r\n" or nothing
};

QList<Line> linesOf(const QByteArray &block)
{
    QList<Line> lines;
    for (qsizetype at = 0; at < block.size();) {
        const qsizetype found = block.indexOf('\n', at);
        const qsizetype to = found < 0 ? block.size() : found + 1;
        qsizetype stop = found < 0 ? to : found;
        if (found > at && block[found - 1] == '\r')
            --stop;
        lines << Line{block.mid(at, stop - at), block.mid(stop, to - stop)};
        at = to;
    }
    return lines;
}

struct Pair
{
    QByteArray key;
    QByteArray value;
};

std::optional<Pair> pairOf(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(": ");
    if (colon <= 0)
        return std::nullopt;
    const QByteArray key = line.left(colon);
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return plain ? std::optional(Pair{key, line.mid(colon + 2)}) : std::nullopt;
}

/// The items of a one-line list of quoted strings, each still quoted; nullopt: it is none.
std::optional<QList<QByteArray>> listOf(const QByteArray &value)
{
    static const QRegularExpression whole(
        QStringLiteral("^\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"(?:, \"(?:[^\"\\\\]|\\\\.)*\")*)?\\]$"));
    static const QRegularExpression item(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    const QString text = QString::fromLatin1(value); // bytes one to one
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    QList<QByteArray> items;
    for (auto it = item.globalMatch(text); it.hasNext();)
        items << it.next().captured().toLatin1();
    return items;
}

bool isNumber(const QByteArray &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isEmptyValue(const QByteArray &value)
{
    return value == "null" || value == "\"\"";
}

bool isVerdict(const QByteArray &value)
{
    return value == "\"read\"" || value == "\"keep\"" || value == "\"drop\"" || isEmptyValue(value);
}

QByteArray refreshedList(const QByteArray &key, const QByteArray &old, const QList<QByteArray> &had,
                         const QList<QByteArray> &now, const QByteArray &fresh)
{
    const bool onlyGrew =
        std::all_of(had.begin(), had.end(), [&](const QByteArray &item) { return now.contains(item); });
    if (onlyGrew)
        return fresh;
    if (key != "tags" && key != "categories")
        return old;
    QList<QByteArray> all = had;
    for (const QByteArray &item : now) {
        if (!all.contains(item))
            all << item;
    }
    return '[' + all.join(", ") + ']';
}

QByteArray refreshedValue(const QByteArray &key, const QByteArray &old, const QByteArray &fresh)
{
    if (old == fresh)
        return old;
    const auto had = listOf(old);
    const auto now = listOf(fresh);
    if (had && now)
        return refreshedList(key, old, *had, *now, fresh);
    if (key == "verdict")
        return isVerdict(old) && isVerdict(fresh) ? fresh : old;
    const bool ours = isEmptyValue(old) || (isNumber(old) && isNumber(fresh));
    return ours ? fresh : old;
}

/// True where the value goes on below its line (a block list, a folded text).
bool goesOn(const QList<Line> &lines, qsizetype index)
{
    if (index + 1 >= lines.size())
        return false;
    const QByteArray &next = lines[index + 1].text;
    return next.startsWith(' ') || next.startsWith('\t') || next.startsWith("- ");
}

QByteArray withoutMark(const QByteArray &file)
{
    return file.startsWith("\xEF\xBB\xBF") ? file.mid(3) : file;
}

} // namespace

qsizetype frontLength(const QByteArray &file)
{
    const qsizetype mark = file.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    qsizetype at = mark;
    for (bool first = true; at < file.size(); first = false) {
        const qsizetype found = file.indexOf('\n', at);
        const qsizetype to = found < 0 ? file.size() : found + 1;
        QByteArray line = file.mid(at, to - at);
        while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' '))
            line.chop(1);
        if (first && line != "---")
            return 0;
        if (!first && (line == "---" || line == "..."))
            return to;
        at = to;
    }
    return 0;
}

QString frontId(const QByteArray &file)
{
    const QList<Line> lines = linesOf(withoutMark(file.left(frontLength(file))));
    for (const Line &line : lines) {
        const auto pair = pairOf(line.text);
        if (!pair || pair->key != "yaodian")
            continue;
        QByteArray value = pair->value.trimmed();
        if (value.size() > 2 && (value.front() == '"' || value.front() == '\''))
            value = value.mid(1, value.indexOf(value.front(), 1) - 1);
        const QUuid id = QUuid::fromString(QString::fromLatin1(value.left(36)));
        return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
    }
    return {};
}

QByteArray refreshedFront(const QByteArray &old, const QByteArray &fresh)
{
    QHash<QByteArray, QByteArray> values;
    for (const Line &line : linesOf(fresh)) {
        if (const auto pair = pairOf(line.text))
            values.insert(pair->key, pair->value);
    }
    values.remove("yaodian");
    QByteArray out;
    const QList<Line> lines = linesOf(old);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto pair = pairOf(lines[i].text);
        const bool known = pair && values.contains(pair->key) && !goesOn(lines, i);
        out +=
            known ? pair->key + ": " + refreshedValue(pair->key, pair->value, values.value(pair->key)) : lines[i].text;
        out += lines[i].end;
    }
    return out;
}

QByteArray frontWithId(const QByteArray &front, const QString &id)
{
    const QByteArray line = "yaodian: \"" + id.toLatin1() + '"';
    if (front.isEmpty())
        return "---\n" + line + "\n---";
    if (!frontId(front).isEmpty())
        return front;
    return front.left(4) + line + '\n' + front.mid(4);
}

} // namespace yaodian::exporting
