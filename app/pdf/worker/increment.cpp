#include "pdf/worker/increment.h"

#include "pdf/protocol/limits.h"

#include <QRegularExpression>

#include <algorithm>

namespace yaodian::pdf::worker {

namespace {

constexpr qsizetype entrySize = 7;         ///< of a table in a stream: a byte, four, two
constexpr qsizetype mostObjects = 200'000; ///< of an update: a page each, and the annotations

/// The number at `at`, which moves behind it and what is blank; -1: there is none.
qint64 numberAt(const QByteArray &bytes, qsizetype &at)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\r' || c == '\n'; };
    qsizetype end = at;
    while (end < bytes.size() && bytes[end] >= '0' && bytes[end] <= '9' && end - at < 12)
        ++end;
    if (end == at)
        return -1;
    const qint64 value = bytes.mid(at, end - at).toLongLong();
    while (end < bytes.size() && isBlank(bytes[end]))
        ++end;
    at = end;
    return value;
}

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray out;
    for (int i = bytes - 1; i >= 0; --i)
        out += char((value >> (8 * i)) & 0xff);
    return out;
}

quint64 fromBigEndian(QByteArrayView bytes)
{
    quint64 out = 0;
    for (const char c : bytes)
        out = out << 8 | quint8(c);
    return out;
}

/// Begins of runs of numbers that follow each other, and how many.
QList<std::pair<qint64, qint64>> runsOf(const QList<qint64> &numbers)
{
    QList<std::pair<qint64, qint64>> runs;
    for (const qint64 number : numbers) {
        if (!runs.isEmpty() && runs.last().first + runs.last().second == number)
            ++runs.last().second;
        else
            runs.append({number, 1});
    }
    return runs;
}

QByteArray decimal(qint64 value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

} // namespace

std::optional<Increment> Increment::read(const QByteArray &bytes, qint64 head)
{
    Increment out;
    out.m_head = head;
    qsizetype at = bytes.lastIndexOf("startxref");
    if (at < 0)
        return std::nullopt;
    at += 9;
    while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n'))
        ++at;
    const qint64 place = numberAt(bytes, at) - head;
    if (place < 0 || place >= bytes.size())
        return std::nullopt;
    const bool isTable = bytes.mid(place, 4) == "xref";
    const bool read = isTable ? out.readTable(bytes, place) : out.readStream(bytes, place);
    return read && out.cut(bytes, place) ? std::optional(std::move(out)) : std::nullopt;
}

/// An entry of the table: free (0: the next free number, its generation) or in use (1: where, its generation).
bool Increment::take(const QByteArray &bytes, qint64 number, int type, qint64 second, qint64 third)
{
    if (m_objects.size() >= mostObjects || type > 1)
        return false;
    const qint64 offset = second - m_head;
    if (type == 1 && (offset < 0 || offset >= bytes.size()))
        return false;
    m_objects.append({number, int(third), type == 0 ? second : -1, {}});
    m_offsets.append(type == 0 ? -1 : offset);
    return true;
}

bool Increment::readTable(const QByteArray &bytes, qsizetype at)
{
    at += 4;
    while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n'))
        ++at;
    while (at < bytes.size() && !bytes.mid(at).startsWith("trailer")) {
        const qint64 first = numberAt(bytes, at);
        const qint64 count = numberAt(bytes, at);
        for (qint64 i = 0; first >= 0 && i < count; ++i) {
            const qint64 second = numberAt(bytes, at);
            const qint64 third = numberAt(bytes, at);
            const char type = at < bytes.size() ? bytes[at] : 'x';
            if (second < 0 || third < 0 || (type != 'n' && type != 'f') ||
                !take(bytes, first + i, type == 'n' ? 1 : 0, second, third))
                return false;
            at += 3; // "n\r\n"
        }
        if (first < 0 || count < 0)
            return false;
    }
    const qsizetype end = bytes.lastIndexOf("startxref");
    return readTrailer(bytes.mid(at + 7, end - at - 7).trimmed());
}

bool Increment::readStream(const QByteArray &bytes, qsizetype at)
{
    m_stream = numberAt(bytes, at);
    const qint64 generation = numberAt(bytes, at);
    const qsizetype dictionary = bytes.indexOf("<<", at);
    const qsizetype index = bytes.lastIndexOf("/Type /XRef /Index [");
    const qsizetype end = bytes.indexOf("stream", index);
    if (m_stream < 0 || generation != 0 || dictionary < 0 || index < dictionary || end < 0)
        return false;
    static const QRegularExpression form(
        QStringLiteral("^/Type /XRef /Index \\[((?:\\d+ \\d+ )+)\\] /W \\[1 4 2 \\] /Length (\\d+) ?>> ?$"));
    const auto match = form.match(QString::fromLatin1(bytes.mid(index, end - index)));
    qsizetype data = end + 6;
    if (bytes.mid(data, 2) == "\r\n")
        data += 2;
    else if (bytes.mid(data, 1) == "\n")
        ++data;
    if (!match.hasMatch() || data + match.captured(2).toLongLong() > bytes.size())
        return false;
    const QStringList numbers = match.captured(1).simplified().split(u' ');
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2) {
        const qint64 first = numbers[i].toLongLong();
        for (qint64 k = 0; k < numbers[i + 1].toLongLong(); ++k, data += entrySize) {
            const QByteArray entry = bytes.mid(data, entrySize);
            if (entry.size() != entrySize)
                return false;
            const auto second = qint64(fromBigEndian(entry.mid(1, 4)));
            const bool own = first + k == m_stream;
            if (!own && !take(bytes, first + k, quint8(entry[0]), second, qint64(fromBigEndian(entry.mid(5, 2)))))
                return false;
        }
    }
    return readTrailer(bytes.mid(dictionary, index - dictionary).trimmed() + ">>");
}

/// "<</Size 12 …>>"
bool Increment::readTrailer(const QByteArray &dictionary)
{
    const QByteArray start = "<</Size ";
    if (!dictionary.startsWith(start) || !dictionary.endsWith(">>"))
        return false;
    qsizetype at = start.size();
    m_size = numberAt(dictionary, at);
    m_trailer = dictionary.mid(at, dictionary.size() - at - 2).trimmed();
    return m_size > 0 && m_size < protocol::largestFile;
}

/// Gives each object what stands between it and the next.
bool Increment::cut(const QByteArray &bytes, qsizetype end)
{
    QList<qint64> places;
    for (const qint64 offset : std::as_const(m_offsets))
        if (offset >= 0)
            places << offset;
    std::sort(places.begin(), places.end());
    if (places.isEmpty() || places.last() >= end)
        return false;
    m_before = bytes.first(places.first());
    for (qsizetype i = 0; i < m_objects.size(); ++i) {
        if (m_objects[i].isFree())
            continue;
        const auto next = std::upper_bound(places.cbegin(), places.cend(), m_offsets[i]);
        m_objects[i].text = bytes.mid(m_offsets[i], (next == places.cend() ? end : *next) - m_offsets[i]);
        const QByteArray mark =
            QByteArray::number(m_objects[i].number) + ' ' + QByteArray::number(m_objects[i].generation) + " obj";
        if (!m_objects[i].text.startsWith(mark) || !m_objects[i].text.trimmed().endsWith("endobj"))
            return false;
    }
    return true;
}

qint64 Increment::append(const QByteArray &body)
{
    const qint64 number = m_size++;
    m_objects.append({number, 0, -1, QByteArray::number(number) + " 0 obj\r\n" + body + "\r\nendobj\r\n"});
    return number;
}

QByteArray Increment::table(const QList<qint64> &offsets) const
{
    QList<qint64> numbers;
    for (const UpdatedObject &object : m_objects)
        numbers << object.number;
    QByteArray out = "xref\r\n";
    qsizetype at = 0;
    for (const auto &[first, count] : runsOf(numbers)) {
        out += QByteArray::number(first) + ' ' + QByteArray::number(count) + "\r\n";
        for (qint64 i = 0; i < count; ++i, ++at) {
            const UpdatedObject &object = m_objects[at];
            out += decimal(object.isFree() ? object.nextFree : offsets[at], 10) + ' ' + decimal(object.generation, 5) +
                   (object.isFree() ? " f\r\n" : " n\r\n");
        }
    }
    return out + "trailer\r\n<</Size " + QByteArray::number(m_size) + ' ' + m_trailer + " >>\r\n";
}

QByteArray Increment::stream(const QList<qint64> &offsets, qint64 own) const
{
    QList<std::pair<qint64, QByteArray>> entries{
        {m_stream, bigEndian(1, 1) + bigEndian(quint64(own), 4) + bigEndian(0, 2)}};
    for (qsizetype i = 0; i < m_objects.size(); ++i) {
        const UpdatedObject &object = m_objects[i];
        entries.append({object.number, bigEndian(object.isFree() ? 0 : 1, 1) +
                                           bigEndian(quint64(object.isFree() ? object.nextFree : offsets[i]), 4) +
                                           bigEndian(quint64(object.generation), 2)});
    }
    std::sort(entries.begin(), entries.end());
    QList<qint64> numbers;
    QByteArray data;
    for (const auto &[number, entry] : std::as_const(entries)) {
        numbers << number;
        data += entry;
    }
    QByteArray index;
    for (const auto &[first, count] : runsOf(numbers))
        index += QByteArray::number(first) + ' ' + QByteArray::number(count) + ' ';
    return QByteArray::number(m_stream) + " 0 obj\r\n<</Size " + QByteArray::number(m_size) + ' ' + m_trailer +
           " /Type /XRef /Index [" + index + "] /W [1 4 2 ] /Length " + QByteArray::number(data.size()) +
           " >>\r\nstream\r\n" + data + "\r\nendstream\r\nendobj\r\n";
}

QByteArray Increment::write() const
{
    QByteArray out = m_before;
    QList<qint64> offsets;
    for (const UpdatedObject &object : m_objects) {
        offsets << m_head + out.size();
        out += object.text;
    }
    const qint64 place = m_head + out.size();
    out += m_stream < 0 ? table(offsets) : stream(offsets, place);
    return out + "startxref\r\n" + QByteArray::number(place) + "\r\n%%EOF\r\n";
}

} // namespace yaodian::pdf::worker
