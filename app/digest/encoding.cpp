#include "digest/encoding.h"

#include "digest/charsets.h"
#include "digest/plausible.h"
#include "digest/say.h"

#include <cerrno>
#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <cstring>

namespace yaodian::digest {

namespace {

struct Utf8Check
{
    qsizetype bad = 0;     // sequences that are no UTF-8
    qsizetype good = 0;    // characters beyond ASCII
    bool cutAtEnd = false; // the last character is incomplete, and nothing else is wrong with it
};

/// Length a lead byte announces; 0 for what cannot lead.
int utf8Length(uchar lead)
{
    return lead < 0x80                   ? 1
           : lead >= 0xC2 && lead < 0xE0 ? 2
           : (lead & 0xF0) == 0xE0       ? 3
           : lead >= 0xF0 && lead < 0xF5 ? 4
                                         : 0;
}

/// The first byte that is no ASCII; `end` where there is none. Eight at a time: most of a page is ASCII.
const uchar *behindAscii(const uchar *at, const uchar *end)
{
    for (quint64 eight = 0; end - at >= 8; at += 8) {
        std::memcpy(&eight, at, sizeof(eight));
        if ((eight & 0x8080808080808080ULL) != 0)
            break;
    }
    while (at < end && *at < 0x80)
        ++at;
    return at;
}

Utf8Check checkUtf8(QByteArrayView bytes)
{
    Utf8Check check;
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *end = at + bytes.size();
    while (at < end) {
        at = behindAscii(at, end);
        if (at == end)
            break;
        const int length = utf8Length(*at);
        int have = 1;
        while (have < length && at + have < end && (at[have] & 0xC0) == 0x80)
            ++have;
        if (length > 1 && have == length)
            ++check.good;
        else if (length > 1 && at + have == end)
            check.cutAtEnd = true;
        else
            ++check.bad;
        at += have;
    }
    return check;
}

struct Converted
{
    QString text;
    qsizetype bad = 0;
    bool known = false;
    bool cutAtEnd = false;
};

/// Damaged places behind which the pairs of bytes are looked for; more are skipped byte by byte.
constexpr qsizetype mostCareful = 1000;

/// How many bytes a damaged character takes. In encodings of two bytes a character, what follows it up to the next
/// ASCII must be whole pairs, or the rest of the line would be read between its characters.
size_t damagedLength(const char *from, size_t left, const QString &encoding)
{
    if (encoding != QLatin1String("GB18030") && encoding != QLatin1String("BIG5"))
        return 1;
    size_t run = 0;
    while (run < 4096 && run + 1 < left && (uchar(from[run + 1]) & 0x80))
        ++run;
    return run % 2 == 1 ? 2 : 1;
}

Converted convert(QByteArrayView bytes, const QString &encoding)
{
    Converted out;
    iconv_t handle = iconv_open("UTF-16LE", iconvName(encoding).constData());
    if (handle == iconv_t(-1))
        return out;
    out.known = true;
    out.text.reserve(bytes.size());
    char *from = const_cast<char *>(bytes.data()); // iconv does not write there
    size_t left = size_t(bytes.size());
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    while (left > 0) {
        char *to = buffer.data();
        size_t room = size_t(buffer.size());
        const size_t result = iconv(handle, &from, &left, &to, &room);
        const qsizetype made = to - buffer.constData();
        out.text += QStringView(reinterpret_cast<const char16_t *>(buffer.constData()), made / 2);
        if (result != size_t(-1) || (errno == E2BIG && made > 0))
            continue;
        if (errno == EINVAL) { // the bytes end in the middle of a character
            out.cutAtEnd = true;
            break;
        }
        ++out.bad;
        out.text += QChar(QChar::ReplacementCharacter);
        const size_t skipped = out.bad < mostCareful ? damagedLength(from, left, encoding) : 1;
        from += qMin(skipped, left);
        left -= qMin(skipped, left);
    }
    iconv_close(handle);
    return out;
}

QString guessed(QByteArrayView bytes)
{
    uchardet_t detector = uchardet_new();
    const qsizetype sample = qMin<qsizetype>(bytes.size(), 512 * 1024);
    uchardet_handle_data(detector, bytes.data(), size_t(sample));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector));
    uchardet_delete(detector);
    return name;
}

/// What the byte means in windows-1252; 0xFFFD where it means nothing.
char16_t windowsCharacter(char16_t byte)
{
    static constexpr char16_t table[32] = {0x20AC, 0xFFFD, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                           0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0xFFFD, 0x17D,  0xFFFD,
                                           0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0xFFFD, 0x17E,  0x178};
    return table[byte - 0x80];
}

/// What was dropped from a text.
struct Dropped
{
    qsizetype nuls = 0;
    qsizetype odd = 0; // controls and characters that could not be read
};

/// Nothing is to be done about such a character. (Without branches: many are looked at in one step.)
constexpr bool isClean(char16_t c)
{
    const bool printable = (c >= 0x20) & ((c < 0x80) | (c >= 0xA0)) & (c != 0xFEFF) & (c != 0xFFFD);
    return printable | (c == u'\n') | (c == u'\t');
}

/// Where the work begins: most texts are clean as a whole.
const QChar *firstUnclean(const QChar *at, const QChar *end)
{
    constexpr int step = 64;
    for (; end - at >= step; at += step) {
        bool clean = true;
        for (int i = 0; i < step; ++i)
            clean = clean & isClean(at[i].unicode());
        if (!clean)
            break;
    }
    while (at < end && isClean(at->unicode()))
        ++at;
    return at;
}

/// '\n' for every kind of line end; NUL, byte order marks inside and controls are dropped.
Dropped cleanUp(QString &text)
{
    Dropped dropped;
    QChar *const begin = text.data();
    const QChar *end = begin + text.size();
    const QChar *from = firstUnclean(begin, end);
    QChar *to = begin + (from - begin);
    for (; from < end; ++from) {
        const char16_t c = from->unicode();
        if (c >= 0x20 && c < 0x80) {
            *to++ = *from;
        } else if (c == u'\r') {
            *to++ = u'\n';
            from += from + 1 < end && from[1] == u'\n' ? 1 : 0;
        } else if (c == 0) {
            ++dropped.nuls;
        } else if (c < 0x20 && c != u'\n' && c != u'\t') {
            ++dropped.odd;                  // a form feed or an escape; where there are many, it is no text
        } else if (c >= 0x80 && c < 0xA0) { // no text has these controls: they are quotes and dashes of windows-1252
            *to++ = QChar(windowsCharacter(c));
        } else if (c != 0xFEFF) {
            dropped.odd += c == QChar::ReplacementCharacter ? 1 : 0;
            *to++ = *from;
        }
    }
    text.truncate(to - begin);
    return dropped;
}

bool looksBinary(const Dropped &dropped, qsizetype size)
{
    return dropped.nuls * 50 > size || (dropped.odd > 3 && dropped.odd * 20 > size);
}

/// What the first bytes say of a file that is no text.
QString binaryKind(QByteArrayView bytes)
{
    static constexpr struct
    {
        const char *magic;
        qsizetype size;
        const char *kind;
    } kinds[] = {{"%PDF-", 5, QT_TRANSLATE_NOOP("digest", "a PDF")},
                 {"PK\x03\x04", 4, QT_TRANSLATE_NOOP("digest", "a zip archive or an office document")},
                 {"\x89PNG", 4, QT_TRANSLATE_NOOP("digest", "an image")},
                 {"\xFF\xD8\xFF", 3, QT_TRANSLATE_NOOP("digest", "an image")},
                 {"GIF8", 4, QT_TRANSLATE_NOOP("digest", "an image")},
                 {"\x1F\x8B", 2, QT_TRANSLATE_NOOP("digest", "a compressed file")},
                 {"\x28\xB5\x2F\xFD", 4, QT_TRANSLATE_NOOP("digest", "a compressed file")},
                 {"\x7F"
                  "ELF",
                  4, QT_TRANSLATE_NOOP("digest", "a program")},
                 {"SQLite format 3", 15, QT_TRANSLATE_NOOP("digest", "a database")}};
    for (const auto &kind : kinds)
        if (bytes.startsWith(QByteArrayView(kind.magic, kind.size)))
            return Say::tr(kind.kind);
    return {};
}

Error binaryError(QByteArrayView bytes)
{
    const QString kind = binaryKind(bytes);
    return Error::world(kind.isEmpty()
                            ? Say::tr("The document is not text but binary data; nothing was taken from it.")
                            : Say::tr("The document is not text but %1; nothing was taken from it.").arg(kind));
}

Decoded asUtf8(QByteArrayView bytes, const Utf8Check &check)
{
    Decoded decoded;
    decoded.encoding = QStringLiteral("UTF-8");
    if (check.cutAtEnd) {
        while (!bytes.isEmpty() && (uchar(bytes.back()) & 0xC0) == 0x80)
            bytes.chop(1);
        bytes.chop(1);
        decoded.repairs.append(Say::tr("The document is cut off in the middle of a character; the rest is missing."));
    }
    decoded.text = QString::fromUtf8(bytes);
    if (check.bad > 0)
        decoded.repairs.append(Say::tr("%1 damaged characters were replaced.").arg(check.bad));
    return decoded;
}

qsizetype bytesBeyondAscii(QByteArrayView bytes)
{
    return std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

/// So many bytes beyond ASCII say too little for a guess.
constexpr qsizetype fewBytes = 40;

/// Encodings to try, likeliest first. A declared Latin one is often a server's default: where the bytes do not look
/// Latin, a guess goes before it.
QStringList candidates(QByteArrayView bytes, const QString &declared)
{
    const QString latin = QStringLiteral("WINDOWS-1252");
    const QString said = usedName(declared);
    const QString guess = usedName(guessed(bytes));
    const bool longRuns = hasLongRuns(bytes);
    QStringList names = {said, guess};
    if (longRuns && said == latin)
        names.removeFirst();
    // A guess from a few characters is none.
    if (longRuns && bytesBeyondAscii(bytes) < fewBytes)
        names.removeOne(guess);
    if (longRuns)
        names += {QStringLiteral("GB18030"), guess, QStringLiteral("BIG5"), latin};
    else
        names += {latin, QStringLiteral("GB18030"), QStringLiteral("BIG5")};
    names.removeIf([](const QString &name) {
        return name.isEmpty() || name == QLatin1String("UTF-8") || name.startsWith(QLatin1String("UTF-16")) ||
               name.startsWith(QLatin1String("UTF-32")) || name.startsWith(QLatin1String("UCS"));
    });
    names.removeDuplicates();
    return names;
}

/// Bytes beyond ASCII from which nothing can be told: what is declared is believed.
constexpr qsizetype hardlyAny = 4;

/// How good a reading is, 0…1. In Latin letters everything looks plausible, long runs of accents do not.
double worth(const Converted &tried, const QString &name, bool longRuns)
{
    if (!tried.known)
        return -1;
    const double damage = double(tried.bad) / double(qMax<qsizetype>(1, tried.text.size()));
    const double latin = longRuns && name == QLatin1String("WINDOWS-1252") ? 0.5 : 1;
    return latin * plausibility(tried.text) - qMin(0.5, 2 * damage);
}

/// The best reading of bytes that are no UTF-8.
Decoded otherwise(QByteArrayView bytes, const QString &declared, const Utf8Check &check)
{
    constexpr double surelyRight = 0.92;
    Decoded decoded;
    // UTF-8 with a few damaged places beats any other reading.
    const bool tryUtf8 = check.good > 0 && check.bad <= check.good;
    if (check.good > 8 * check.bad)
        return asUtf8(bytes, check);
    const bool longRuns = hasLongRuns(bytes);
    const bool nothingTold = bytesBeyondAscii(bytes) < hardlyAny;
    Converted best;
    double most = -1;
    for (const QString &name : candidates(bytes, declared)) {
        Converted tried = convert(bytes, name);
        const bool believed = nothingTold && tried.known && tried.bad == 0 && name == usedName(declared);
        const double value = believed ? 1 : worth(tried, name, longRuns);
        if (value > most) {
            most = value;
            best = std::move(tried);
            decoded.encoding = name;
        }
        if (most >= surelyRight)
            break;
    }
    if (tryUtf8) {
        Decoded utf8 = asUtf8(bytes, check);
        if (plausibility(utf8.text) >= qMin(most, 0.7))
            return utf8;
    }
    decoded.text = std::move(best.text);
    if (!declared.isEmpty() && usedName(declared) != decoded.encoding)
        decoded.repairs.append(
            Say::tr("The document says it is %1, but it was read as %2.").arg(declared, decoded.encoding));
    if (best.cutAtEnd)
        decoded.repairs.append(Say::tr("The document is cut off in the middle of a character; the rest is missing."));
    if (best.bad > 0)
        decoded.repairs.append(Say::tr("%1 damaged characters were replaced.").arg(best.bad));
    return decoded;
}

/// Encodings of seven bits, which are valid UTF-8 too: only what they declare, or their escapes, tells.
QString sevenBit(QByteArrayView bytes, const QString &declared)
{
    const QString said = usedName(declared);
    if (said.startsWith(QLatin1String("ISO-2022-")) && bytes.contains('\x1B'))
        return said;
    const bool japanese = bytes.indexOf("\x1B$B") >= 0 || bytes.indexOf("\x1B$@") >= 0;
    return japanese ? QStringLiteral("ISO-2022-JP") : QString();
}

/// A document without a mark.
Decoded unmarked(QByteArrayView bytes, const Origin &origin)
{
    const Utf8Check check = checkUtf8(bytes);
    const QString declared = declaredEncoding(bytes, origin);
    if (check.bad > 0)
        return otherwise(bytes, declared, check);
    if (const QString escaped = check.good == 0 ? sevenBit(bytes, declared) : QString(); !escaped.isEmpty()) {
        Converted converted = convert(bytes, escaped);
        if (converted.known && converted.bad == 0)
            return {std::move(converted.text), escaped, {}};
    }
    Decoded decoded = asUtf8(bytes, check);
    const QString used = usedName(declared);
    if (check.good > 0 && !used.isEmpty() && used != decoded.encoding)
        decoded.repairs.append(
            Say::tr("The document says it is %1, but it was read as %2.").arg(declared, decoded.encoding));
    return decoded;
}

} // namespace

Result<Decoded> decode(QByteArrayView bytes, const Origin &origin)
{
    if (bytes.size() > largestDocument)
        return Error::world(
            Say::tr("The document is larger than %1 MB; nothing was taken from it.").arg(largestDocument >> 20));
    if (!binaryKind(bytes).isEmpty())
        return binaryError(bytes);
    Decoded decoded;
    qsizetype mark = 0;
    const QString named = markedEncoding(bytes, mark);
    if (mark == 3)
        decoded = asUtf8(bytes.sliced(mark), checkUtf8(bytes.sliced(mark)));
    else if (!named.isEmpty())
        decoded = {convert(bytes.sliced(mark), named).text, named, {}};
    else
        decoded = unmarked(bytes, origin);
    const qsizetype size = decoded.text.size();
    const Dropped dropped = cleanUp(decoded.text);
    if (looksBinary(dropped, size))
        return binaryError(bytes);
    if (dropped.nuls > 0)
        decoded.repairs.append(Say::tr("%1 NUL characters were removed.").arg(dropped.nuls));
    if (QStringView(decoded.text).trimmed().isEmpty())
        return Error::world(Say::tr("The document is empty."));
    return decoded;
}

QString decodedAs(QByteArrayView bytes, const QString &encoding)
{
    if (checkUtf8(bytes).bad == 0 && !usedName(encoding).startsWith(QLatin1String("ISO-2022")))
        return QString::fromUtf8(bytes);
    const Converted converted = convert(bytes, encoding.isEmpty() ? QStringLiteral("GB18030") : usedName(encoding));
    return converted.known ? converted.text : QString::fromLatin1(bytes);
}

} // namespace yaodian::digest
