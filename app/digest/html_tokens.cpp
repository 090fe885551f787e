#include "digest/html_tokens.h"

#include <libxml/HTMLparser.h>

namespace yaodian::digest {

namespace {

bool isAsciiLetter(QChar c)
{
    const char16_t u = c.unicode() | 0x20;
    return u >= u'a' && u <= u'z';
}

char lowerAscii(QChar c)
{
    const char16_t u = c.unicode();
    return u >= u'A' && u <= u'Z' ? char(u + 32) : u < 128 ? char(u) : '?';
}

qsizetype skipSpace(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

} // namespace

qsizetype htmlTagEnd(QStringView html, qsizetype at)
{
    while (at < html.size()) {
        const QChar c = html[at];
        if (c == u'>')
            return at;
        if (c == u'"' || c == u'\'') {
            // Only a quote after '=' opens a value; an apostrophe elsewhere is junk.
            qsizetype before = at - 1;
            while (before >= 0 && html[before].isSpace())
                --before;
            if (before >= 0 && html[before] == u'=') {
                const qsizetype close = html.indexOf(c, at + 1);
                if (close < 0)
                    return html.indexOf(u'>', at);
                at = close;
            }
        }
        ++at;
    }
    return -1;
}

bool HtmlTokens::next(HtmlToken &token)
{
    while (m_at < m_html.size()) {
        if (m_html[m_at] != u'<') {
            qsizetype to = m_html.indexOf(u'<', m_at);
            if (to < 0)
                to = m_html.size();
            token.kind = HtmlToken::Kind::Text;
            token.text = m_html.mid(m_at, to - m_at);
            m_at = to;
            return true;
        }
        if (skipMarkup())
            continue;
        if (readTag(token))
            return true;
    }
    return false;
}

bool HtmlTokens::skipMarkup()
{
    const QChar mark = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
    if (mark != u'!' && mark != u'?')
        return false;
    const QChar next = m_at + 2 < m_html.size() ? m_html[m_at + 2] : QChar(u'>');
    if (mark == u'!' && !isAsciiLetter(next) && !next.isSpace() && !QStringView(u"-[>").contains(next))
        return false; // "<!=": no declaration begins so
    const QStringView rest = m_html.mid(m_at, 9);
    qsizetype end = -1;
    qsizetype closing = 1;
    if (rest.startsWith(u"<!--")) {
        end = m_html.indexOf(u"-->", m_at + 4);
        closing = 3;
    } else if (rest.startsWith(u"<![CDATA[")) {
        m_at += 9; // its text counts; the "]]>" at its end is dropped by nobody but rare in HTML
        return true;
    } else {
        end = m_html.indexOf(u'>', m_at);
    }
    m_endedInside = m_endedInside || end < 0;
    m_at = end < 0 ? m_html.size() : end + closing;
    return true;
}

bool HtmlTokens::readTag(HtmlToken &token)
{
    qsizetype at = m_at + 1;
    const bool closes = at < m_html.size() && m_html[at] == u'/';
    at += closes ? 1 : 0;
    if (at >= m_html.size() || !isAsciiLetter(m_html[at])) {
        token.kind = HtmlToken::Kind::Text; // a bare '<'
        token.text = m_html.mid(m_at, 1);
        ++m_at;
        return true;
    }
    qsizetype length = 0;
    while (at < m_html.size() && !m_html[at].isSpace() && m_html[at] != u'>' && m_html[at] != u'/') {
        if (length < longestName)
            m_name[length++] = lowerAscii(m_html[at]);
        ++at;
    }
    token.name = QByteArrayView(m_name, length);
    const qsizetype end = htmlTagEnd(m_html, at);
    if (end < 0) {
        m_endedInside = true;
        m_at = m_html.size();
        return false;
    }
    token.kind = closes ? HtmlToken::Kind::End : HtmlToken::Kind::Start;
    token.attributes = m_html.mid(at, end - at);
    m_at = end + 1;
    if (!closes && (token.name == "script" || token.name == "style" || token.name == "textarea"))
        skipRawText(token.name);
    return true;
}

void HtmlTokens::skipRawText(QByteArrayView name)
{
    const QString closing = QStringLiteral("</") + QString::fromLatin1(name);
    qsizetype at = m_at;
    while ((at = m_html.indexOf(u"</", at)) >= 0) {
        if (m_html.mid(at, closing.size()).compare(closing, Qt::CaseInsensitive) == 0) {
            m_at = at;
            return;
        }
        at += 2;
    }
    m_endedInside = true;
    m_at = m_html.size();
}

QStringView htmlRawAttribute(QStringView attributes, QLatin1String name)
{
    qsizetype at = 0;
    for (int seen = 0; seen < 64; ++seen) {
        at = skipSpace(attributes, at);
        while (at < attributes.size() && attributes[at] == u'/')
            at = skipSpace(attributes, at + 1);
        if (at >= attributes.size())
            break;
        const qsizetype nameFrom = at;
        while (at < attributes.size() && !attributes[at].isSpace() && attributes[at] != u'=' && attributes[at] != u'/')
            ++at;
        const QStringView found = attributes.mid(nameFrom, at - nameFrom);
        at = skipSpace(attributes, at);
        QStringView value;
        if (at < attributes.size() && attributes[at] == u'=') {
            at = skipSpace(attributes, at + 1);
            const QChar quote = at < attributes.size() ? attributes[at] : QChar();
            if (quote == u'"' || quote == u'\'') {
                qsizetype close = attributes.indexOf(quote, at + 1);
                if (close < 0)
                    close = attributes.size();
                value = attributes.mid(at + 1, close - at - 1);
                at = close + 1;
            } else {
                const qsizetype from = at;
                while (at < attributes.size() && !attributes[at].isSpace())
                    ++at;
                value = attributes.mid(from, at - from);
            }
        } else if (at == nameFrom) {
            ++at; // junk such as a lone '='
        }
        if (found.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString htmlAttribute(QStringView attributes, QLatin1String name)
{
    return htmlDecoded(htmlRawAttribute(attributes, name)).trimmed();
}

char32_t htmlEntity(QStringView name)
{
    const QByteArray bytes = name.toLatin1();
    const htmlEntityDesc *found = htmlEntityLookup(reinterpret_cast<const xmlChar *>(bytes.constData()));
    return found ? char32_t(found->value) : bytes == "apos" ? U'\'' : 0;
}

namespace {

/// "#8211" or "#x2013"; 0 where it is none. Windows code points that pages write for quotes and dashes are mapped.
char32_t numericEntity(QStringView digits)
{
    bool ok = false;
    const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
    const char32_t value = hex ? digits.mid(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
    if (!ok || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return 0;
    static constexpr char16_t windows[32] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                             0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
                                             0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};
    return value >= 0x80 && value < 0xA0 ? windows[value - 0x80] : value;
}

} // namespace

QString htmlDecoded(QStringView text)
{
    qsizetype amp = text.indexOf(u'&');
    if (amp < 0)
        return text.toString();
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    while (amp >= 0) {
        qsizetype to = amp + 1;
        while (to < text.size() && to - amp < 12 && (text[to].isLetterOrNumber() || text[to] == u'#'))
            ++to;
        const QStringView name = text.mid(amp + 1, to - amp - 1);
        char32_t value = 0;
        if (!name.isEmpty())
            value = name.startsWith(u'#') ? numericEntity(name.mid(1)) : htmlEntity(name);
        if (value) {
            out += text.mid(from, amp - from);
            out += QStringView(QChar::fromUcs4(value));
            from = to < text.size() && text[to] == u';' ? to + 1 : to;
        }
        amp = text.indexOf(u'&', qMax(from, amp + 1));
    }
    out += text.mid(from);
    return out;
}

} // namespace yaodian::digest
