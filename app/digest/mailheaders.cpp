#include "digest/mailheaders.h"

#include "digest/encoding.h"

namespace yaodian::digest {

namespace {

/// Longest header that is read, in bytes: what follows is dropped.
constexpr qsizetype longestField = 64 * 1024;
constexpr qsizetype mostFields = 500;

int hexValue(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct EncodedWord
{
    qsizetype end = 0; // behind "?="
    QByteArray charset;
    QByteArray bytes;
};

/// The encoded word that begins at `at`; end 0: there is none.
EncodedWord encodedWord(const QByteArray &field, qsizetype at)
{
    EncodedWord word;
    const qsizetype charset = field.indexOf('?', at + 2);
    if (charset < 0 || charset + 2 >= field.size() || field[charset + 2] != '?')
        return word;
    const char kind = char(field[charset + 1] | 0x20);
    const qsizetype end = field.indexOf("?=", charset + 3);
    if (end < 0 || (kind != 'b' && kind != 'q') || charset - at > 60)
        return word;
    const QByteArray body = field.mid(charset + 3, end - charset - 3);
    word.charset = field.mid(at + 2, charset - at - 2);
    if (const qsizetype language = word.charset.indexOf('*'); language >= 0) // RFC 2231: "utf-8*zh"
        word.charset.truncate(language);
    word.bytes = kind == 'b' ? QByteArray::fromBase64(body) : fromQuotedPrintable(body, true);
    word.end = end + 2;
    return word;
}

} // namespace

QByteArray fromQuotedPrintable(QByteArrayView bytes, bool inHeader)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (inHeader && c == '_') {
            out += ' ';
        } else if (c != '=') {
            out += c;
        } else {
            const int high = at + 1 < bytes.size() ? hexValue(bytes[at + 1]) : -1;
            const int low = at + 2 < bytes.size() ? hexValue(bytes[at + 2]) : -1;
            qsizetype to = at + 1;
            while (to < bytes.size() && (bytes[to] == ' ' || bytes[to] == '\t' || bytes[to] == '\r'))
                ++to;
            if (high >= 0 && low >= 0) {
                out += char(high * 16 + low);
                at += 2;
            } else if (to >= bytes.size() || bytes[to] == '\n') {
                at = to; // a line that goes on
            } else {
                out += c;
            }
        }
    }
    return out;
}

QString decodedWords(const QByteArray &field)
{
    QString out;
    QByteArray bytes; // of neighbours in one charset: a character may be cut between them
    QByteArray charset;
    const auto flush = [&out, &bytes, &charset] {
        out += bytes.isEmpty() ? QString() : decodedAs(bytes, QString::fromLatin1(charset));
        bytes.clear();
    };
    qsizetype from = 0;
    while (from < field.size()) {
        const qsizetype at = field.indexOf("=?", from);
        const EncodedWord word = at < 0 ? EncodedWord() : encodedWord(field, at);
        const QByteArray before = field.mid(from, at < 0 ? -1 : at - from);
        if (word.end > 0 && bytes.isEmpty() == false && before.trimmed().isEmpty() && word.charset == charset) {
            bytes += word.bytes;
            from = word.end;
            continue;
        }
        const bool joins = word.end > 0 && !bytes.isEmpty() && before.trimmed().isEmpty();
        flush();
        out += joins ? QString() : decodedAs(before, {});
        if (at < 0)
            break;
        if (word.end > 0) {
            bytes = word.bytes;
            charset = word.charset;
            from = word.end;
        } else {
            out += QLatin1String("=?");
            from = at + 2;
        }
    }
    flush();
    return out.simplified();
}

QString MailHeaders::text(const char *name) const
{
    return decodedWords(fields.value(name));
}

QByteArray MailHeaders::token(const char *name) const
{
    QByteArray field = fields.value(name);
    if (const qsizetype end = field.indexOf(';'); end >= 0)
        field.truncate(end);
    return field.trimmed().toLower();
}

QByteArray MailHeaders::parameter(const char *field, const char *name) const
{
    const QByteArray whole = fields.value(field);
    const QByteArray lower = whole.toLower();
    const QByteArray wanted = QByteArray(name) + '=';
    for (qsizetype at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
        if (at > 0 && lower[at - 1] != ';' && !isBlank(lower[at - 1]))
            continue;
        const qsizetype from = at + wanted.size();
        if (from < whole.size() && whole[from] == '"') {
            const qsizetype close = whole.indexOf('"', from + 1);
            return whole.mid(from + 1, close < 0 ? -1 : close - from - 1);
        }
        qsizetype to = from;
        while (to < whole.size() && whole[to] != ';' && !isBlank(whole[to]))
            ++to;
        return whole.mid(from, to - from);
    }
    return {};
}

MailHeaders mailHeaders(QByteArrayView bytes)
{
    MailHeaders headers;
    QByteArray name;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype to = bytes.indexOf('\n', at);
        to = to < 0 ? bytes.size() : to;
        QByteArrayView line = bytes.sliced(at, to - at);
        if (line.endsWith('\r'))
            line.chop(1);
        const bool first = at == 0;
        at = qMin(to + 1, bytes.size());
        if (line.isEmpty())
            break;
        if ((line[0] == ' ' || line[0] == '\t') && !name.isEmpty()) {
            QByteArray &field = headers.fields[name];
            if (field.size() < longestField)
                field += ' ' + line.toByteArray().trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        name.clear();
        if (colon <= 0 || headers.fields.size() >= mostFields) {
            if (first && line.startsWith("From ")) // of an mbox
                continue;
            continue;
        }
        name = line.first(colon).toByteArray().trimmed().toLower();
        if (headers.fields.contains(name))
            name.clear(); // what continues it is dropped with it
        else
            headers.fields.insert(
                name,
                line.sliced(colon + 1).first(qMin(longestField, line.size() - colon - 1)).toByteArray().trimmed());
    }
    headers.length = at;
    return headers;
}

} // namespace yaodian::digest
