#include "digest/charsets.h"

#include <iconv.h>

namespace yaodian::digest {

namespace {

/// "charset=…" or "encoding=…" in the first bytes of a document, as HTML and XML declare it.
QString declaredIn(QByteArrayView bytes)
{
    const QByteArray head = bytes.first(qMin<qsizetype>(bytes.size(), 64 * 1024)).toByteArray().toLower();
    const qsizetype xml = head.indexOf("<?xml");
    qsizetype at = -1;
    if (xml >= 0 && xml < 512) {
        const qsizetype end = head.indexOf("?>", xml);
        at = head.indexOf("encoding", xml);
        at = at < end ? at + 8 : -1;
    }
    for (qsizetype meta = head.indexOf("<meta"); at < 0 && meta >= 0; meta = head.indexOf("<meta", meta + 5)) {
        const qsizetype end = head.indexOf('>', meta);
        const qsizetype size = (end < 0 ? head.size() : end) - meta;
        const qsizetype charset = QByteArrayView(head).sliced(meta, size).indexOf("charset");
        at = charset >= 0 ? meta + charset + 7 : -1;
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

/// UTF-32 without a mark: most of its bytes are zero, at the same places.
QString utf32WithoutMark(QByteArrayView bytes)
{
    const qsizetype words = qMin<qsizetype>(bytes.size(), 4096) / 4;
    qsizetype big = 0;
    qsizetype little = 0;
    for (qsizetype i = 0; i < words; ++i) {
        const QByteArrayView word = bytes.sliced(4 * i, 4);
        big += word[0] == 0 && word[1] == 0 && (word[2] | word[3]) != 0 ? 1 : 0;
        little += word[3] == 0 && word[2] == 0 && (word[0] | word[1]) != 0 ? 1 : 0;
    }
    if (words < 4 || qMax(big, little) * 10 < words * 9)
        return {};
    return big > little ? QStringLiteral("UTF-32BE") : QStringLiteral("UTF-32LE");
}

/// UTF-16 without a mark: every second byte of ASCII text is zero.
QString utf16WithoutMark(QByteArrayView bytes)
{
    const qsizetype sample = qMin<qsizetype>(bytes.size(), 4096) & ~qsizetype(1);
    qsizetype zero[2] = {0, 0};
    for (qsizetype i = 0; i < sample; ++i)
        zero[i & 1] += bytes[i] == 0 ? 1 : 0;
    // Ideographs have a zero of their own now and then ("一" is U+4E00).
    const qsizetype least = qMax<qsizetype>(1, sample / 20);
    if (sample >= 16 && zero[0] >= least && zero[0] > 4 * zero[1])
        return QStringLiteral("UTF-16BE");
    return sample >= 16 && zero[1] >= least && zero[1] > 4 * zero[0] ? QStringLiteral("UTF-16LE") : QString();
}

/// The mainframes' own encodings: "<?xml" begins with bytes that no other text begins with. Which of them it is, the
/// document says in what they have in common.
QString mainframeEncoding(QByteArrayView bytes)
{
    if (!bytes.startsWith(QByteArrayView("\x4C\x6F\xA7\x94", 4)))
        return {};
    QByteArray head(qMin<qsizetype>(bytes.size(), 512), ' ');
    iconv_t handle = iconv_open("ISO-8859-1", "CP037");
    if (handle == iconv_t(-1))
        return {};
    char *from = const_cast<char *>(bytes.data()); // iconv does not write there
    char *to = head.data();
    size_t left = size_t(head.size());
    size_t room = left;
    iconv(handle, &from, &left, &to, &room);
    iconv_close(handle);
    const QString said = usedName(declaredIn(head));
    if (said.isEmpty())
        return QStringLiteral("CP037");
    handle = iconv_open("UTF-16LE", iconvName(said).constData());
    if (handle == iconv_t(-1))
        return QStringLiteral("CP037");
    iconv_close(handle);
    return said;
}

} // namespace

QString declaredEncoding(QByteArrayView bytes, const Origin &origin)
{
    const QString own = declaredIn(bytes);
    return own.isEmpty() ? declaredBy(origin) : own;
}

QString usedName(const QString &name)
{
    struct Alias
    {
        const char *said;
        const char *used;
    };
    static constexpr Alias aliases[] = {{"GB2312", "GB18030"},
                                        {"GBK", "GB18030"},
                                        {"GB_2312", "GB18030"},
                                        {"CP936", "GB18030"},
                                        {"MS936", "GB18030"},
                                        {"WINDOWS-936", "GB18030"},
                                        {"GB-2312", "GB18030"},
                                        {"X-GBK", "GB18030"},
                                        {"EUC-CN", "GB18030"},
                                        {"GB_2312-80", "GB18030"},
                                        {"HZ-GB-2312", "GB18030"},
                                        {"BIG5-HKSCS", "BIG5"},
                                        {"BIG-5", "BIG5"},
                                        {"BIG5-ETEN", "BIG5"},
                                        {"CP950", "BIG5"},
                                        {"X-X-BIG5", "BIG5"},
                                        {"CN-BIG5", "BIG5"},
                                        {"ISO-8859-1", "WINDOWS-1252"},
                                        {"ISO8859-1", "WINDOWS-1252"},
                                        {"LATIN1", "WINDOWS-1252"},
                                        {"LATIN-1", "WINDOWS-1252"},
                                        {"ASCII", "WINDOWS-1252"},
                                        {"US-ASCII", "WINDOWS-1252"},
                                        {"CP1252", "WINDOWS-1252"},
                                        {"ISO-8859-9", "WINDOWS-1254"},
                                        {"TIS-620", "WINDOWS-874"},
                                        {"ISO-8859-11", "WINDOWS-874"},
                                        {"X-SJIS", "SHIFT_JIS"},
                                        {"SHIFT-JIS", "SHIFT_JIS"},
                                        {"SJIS", "SHIFT_JIS"},
                                        {"WINDOWS-31J", "SHIFT_JIS"},
                                        {"CP932", "SHIFT_JIS"},
                                        {"EUC-KR", "UHC"},
                                        {"KS_C_5601-1987", "UHC"},
                                        {"KSC5601", "UHC"},
                                        {"CP949", "UHC"},
                                        {"WINDOWS-949", "UHC"},
                                        {"CSKOI8R", "KOI8-R"},
                                        {"MACROMAN", "MACINTOSH"},
                                        {"X-MAC-ROMAN", "MACINTOSH"},
                                        {"MACLATIN2", "MAC-CENTRALEUROPE"},
                                        {"MACCENTRALEUROPE", "MAC-CENTRALEUROPE"},
                                        {"X-MAC-CE", "MAC-CENTRALEUROPE"},
                                        {"X-MAC-CYRILLIC", "MACCYRILLIC"},
                                        {"MACICELAND", "MAC-IS"},
                                        {"CP-IS", "IBM861"},
                                        {"CSIBM861", "IBM861"},
                                        {"IBM039", "CP037"},
                                        {"UTF8", "UTF-8"},
                                        {"UNICODE-1-1-UTF-8", "UTF-8"}};
    QString upper = name.trimmed().toUpper();
    if (upper.startsWith(QLatin1String("WINDOWS_")) || upper.startsWith(QLatin1String("EBCDIC_")) ||
        upper == QLatin1String("CP_IS"))
        upper.replace(u'_', u'-');
    for (const Alias &alias : aliases)
        if (upper == QLatin1String(alias.said))
            return QLatin1String(alias.used);
    return upper;
}

QByteArray iconvName(const QString &used)
{
    if (used == QLatin1String("BIG5"))
        return "BIG5-HKSCS";
    if (used == QLatin1String("SHIFT_JIS"))
        return "CP932";
    return used == QLatin1String("WINDOWS-874") ? QByteArray("CP874") : used.toLatin1();
}

QString markedEncoding(QByteArrayView bytes, qsizetype &mark)
{
    static constexpr struct
    {
        const char *bytes;
        qsizetype size;
        const char *encoding;
    } marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"}, {"\x00\x00\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE\x00\x00", 4, "UTF-32LE"},
                 {"\xFF\xFE", 2, "UTF-16LE"},  {"\xFE\xFF", 2, "UTF-16BE"},         {"\x84\x31\x95\x33", 4, "GB18030"}};
    for (const auto &known : marks) {
        if (bytes.startsWith(QByteArrayView(known.bytes, known.size))) {
            mark = known.size;
            return QLatin1String(known.encoding);
        }
    }
    mark = 0;
    if (const QString mainframe = mainframeEncoding(bytes); !mainframe.isEmpty())
        return mainframe;
    const QString wide = utf32WithoutMark(bytes);
    return wide.isEmpty() ? utf16WithoutMark(bytes) : wide;
}

} // namespace yaodian::digest
