#include "digest/encoding.h"

#include <cerrno>
#include <iconv.h>
#include <QCoreApplication>
#include <uchardet.h>

namespace yaodian::digest {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(digest)
};

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

Utf8Check checkUtf8(QByteArrayView bytes)
{
    Utf8Check check;
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *end = at + bytes.size();
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
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

/// "charset=…" or "encoding=…" in the first bytes of a document, as HTML and XML declare it.
QString declaredIn(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(qMin<qsizetype>(bytes.size(), 16 * 1024)).toByteArray().toLower();
    const qsizetype xml = head.indexOf("<?xml");
    qsizetype at = -1;
    if (xml >= 0 && xml < 512) {
        const qsizetype end = head.indexOf("?>", xml);
        at = head.indexOf("encoding", xml);
        at = at < end ? at + 8 : -1;
    }
    for (qsizetype meta = head.indexOf("<meta"); at < 0 && meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
        const qsizetype end = head.indexOf('>', meta);
        const qsizetype charset = head.indexOf("charset", meta);
        at = charset >= 0 && (end < 0 || charset < end) ? charset + 7 : -1;
    }
    if (at < 0)
        return {};
    while (at < head.size() && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\''))
        ++at;
    qsizetype to = at;
    while (to < head.size() && (isalnum(uchar(head[to])) || head[to] == '-' || head[to] == '_' || head[to] == ':'))
        ++to;
    return QString::fromLatin1(head.mid(at, to - at));
}

QString declaredBy(const Origin &origin)
{
    const qsizetype at = origin.mediaType.indexOf(QLatin1String("charset="), 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    QString name = origin.mediaType.mid(at + 8);
    name = name.left(name.indexOf(u';') < 0 ? name.size() : name.indexOf(u';'));
    return name.remove(u'"').remove(u'\'').trimmed();
}

/// The name under which an encoding is read: GB2312 and GBK are subsets of GB18030, and pages that name them use the
/// rest.
QString usedName(const QString &name)
{
    const QString upper = name.toUpper();
    static const QStringList chinese = {
        QStringLiteral("GB2312"), QStringLiteral("GBK"),        QStringLiteral("GB_2312"),
        QStringLiteral("CP936"),  QStringLiteral("HZ-GB-2312"), QStringLiteral("GB-2312"),
        QStringLiteral("X-GBK"),  QStringLiteral("EUC-CN"),     QStringLiteral("GB_2312-80")};
    if (chinese.contains(upper))
        return QStringLiteral("GB18030");
    if (upper == QLatin1String("ISO-8859-1") || upper == QLatin1String("ASCII") || upper == QLatin1String("US-ASCII"))
        return QStringLiteral("WINDOWS-1252"); // as browsers do
    if (upper == QLatin1String("UTF8"))
        return QStringLiteral("UTF-8");
    return upper;
}

struct Converted
{
    QString text;
    qsizetype bad = 0;
    bool known = false;
    bool cutAtEnd = false;
};

Converted convert(QByteArrayView bytes, const QString &encoding)
{
    Converted out;
    iconv_t handle = iconv_open("UTF-16LE", encoding.toLatin1().constData());
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
        if (left > 0) {
            ++from;
            --left;
        }
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

/// UTF-16 without a mark: every second byte of ASCII text is zero.
QString utf16WithoutMark(QByteArrayView bytes)
{
    const qsizetype sample = qMin<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    qsizetype zero[2] = {0, 0};
    for (qsizetype i = 0; i < sample; ++i)
        zero[i & 1] += bytes[i] == 0 ? 1 : 0;
    if (sample < 16 || (zero[0] == 0) == (zero[1] == 0))
        return {};
    return zero[0] > sample / 20   ? QStringLiteral("UTF-16BE")
           : zero[1] > sample / 20 ? QStringLiteral("UTF-16LE")
                                   : QString();
}

/// '\n' for every kind of line end; NUL and byte order marks inside are dropped. Returns how many NULs there were.
qsizetype cleanUp(QString &text)
{
    qsizetype nuls = 0;
    QChar *to = text.data();
    const QChar *from = to;
    const QChar *end = to + text.size();
    while (from < end) {
        const char16_t c = from->unicode();
        if (c == u'\r') {
            *to++ = u'\n';
            from += from + 1 < end && from[1] == u'\n' ? 2 : 1;
            continue;
        }
        ++from;
        if (c == 0)
            ++nuls;
        else if (c != 0xFEFF)
            *to++ = QChar(c);
    }
    text.truncate(to - text.constData());
    return nuls;
}

bool looksBinary(QStringView text)
{
    qsizetype odd = 0;
    for (const QChar c : text)
        odd += (c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\f' && c != u'\v' && c.unicode() != 0x1B) ||
                       c.unicode() == QChar::ReplacementCharacter
                   ? 1
                   : 0;
    return odd * 20 > text.size();
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

/// Encoding named by a byte order mark, whose length goes to `mark`.
QString marked(QByteArrayView bytes, qsizetype &mark)
{
    mark = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 2;
    if (mark == 3)
        return QStringLiteral("UTF-8");
    if (bytes.startsWith("\xFF\xFE"))
        return QStringLiteral("UTF-16LE");
    if (bytes.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16BE");
    mark = 0;
    return utf16WithoutMark(bytes);
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

/// Encodings to try, likeliest first. A declared Latin one is often a server's default, so that a guess of a Chinese,
/// Japanese or Korean one goes before it.
QStringList candidates(QByteArrayView bytes, const QString &declared)
{
    const QString latin = QStringLiteral("WINDOWS-1252");
    const QString said = usedName(declared);
    const QString guess = usedName(guessed(bytes));
    static const QStringList wide = {
        QStringLiteral("GB18030"), QStringLiteral("BIG5"), QStringLiteral("SHIFT_JIS"), QStringLiteral("EUC-JP"),
        QStringLiteral("EUC-KR"),  QStringLiteral("UHC"),  QStringLiteral("EUC-TW"),    QStringLiteral("ISO-2022-JP")};
    QStringList names = {said, guess, QStringLiteral("GB18030"), QStringLiteral("BIG5"), latin};
    if (said == latin && wide.contains(guess))
        std::swap(names[0], names[1]);
    names.removeAll(QString());
    names.removeAll(QStringLiteral("UTF-8"));
    names.removeDuplicates();
    return names;
}

/// The best reading of bytes that are no UTF-8.
Decoded otherwise(QByteArrayView bytes, const QString &declared, const Utf8Check &check)
{
    Decoded decoded;
    Converted best;
    best.bad = bytes.size() + 1;
    for (const QString &name : candidates(bytes, declared)) {
        Converted tried = convert(bytes, name);
        if (tried.known && tried.bad < best.bad) {
            best = std::move(tried);
            decoded.encoding = name;
        }
        if (best.bad * 200 <= bytes.size())
            break;
    }
    // Mostly good UTF-8 with a few damaged places beats any other reading.
    if (check.good > 8 * check.bad)
        return asUtf8(bytes, check);
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
    const QString named = marked(bytes, mark);
    if (named.startsWith(QLatin1String("UTF-16"))) {
        decoded.text = convert(bytes.sliced(mark), named).text;
        decoded.encoding = named;
    } else {
        bytes = bytes.sliced(mark);
        const Utf8Check check = checkUtf8(bytes);
        QString declared = declaredIn(bytes);
        if (declared.isEmpty())
            declared = declaredBy(origin);
        decoded = check.bad == 0 || mark == 3 ? asUtf8(bytes, check) : otherwise(bytes, declared, check);
        const QString used = usedName(declared);
        if (decoded.encoding == QLatin1String("UTF-8") && check.good > 0 && !used.isEmpty() && used != decoded.encoding)
            decoded.repairs.append(
                Say::tr("The document says it is %1, but it was read as %2.").arg(declared, decoded.encoding));
    }
    const qsizetype nuls = cleanUp(decoded.text);
    if (nuls * 50 > bytes.size() || looksBinary(decoded.text))
        return binaryError(bytes);
    if (nuls > 0)
        decoded.repairs.append(Say::tr("%1 NUL characters were removed.").arg(nuls));
    if (QStringView(decoded.text).trimmed().isEmpty())
        return Error::world(Say::tr("The document is empty."));
    return decoded;
}

} // namespace yaodian::digest
