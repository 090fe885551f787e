#include "digest/xml_tokens.h"

#include "digest/html_tokens.h"

namespace yaodian::digest {

namespace {

constexpr qsizetype mostPrefixes = 256;
constexpr qsizetype mostEntities = 64;
constexpr qsizetype longestEntity = 1024;
/// Characters that a document's own entities may add to it.
constexpr qsizetype mostExpanded = 1'000'000;

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u':';
}

/// The vocabulary an address stands for, by the part of it that never changed.
Space spaceOfAddress(QStringView address)
{
    struct Known
    {
        QStringView part;
        Space space;
    };
    static constexpr Known table[] = {{u"modules/content", Space::Content},
                                      {u"purl.org/dc/", Space::Dublin},
                                      {u"1999/xhtml", Space::Xhtml},
                                      {u"search.yahoo.com/mrss", Space::Media},
                                      {u"itunes", Space::Itunes},
                                      {u"arxiv.org/schemas", Space::Arxiv},
                                      {u"feedburner", Space::Feedburner},
                                      {u"pheedo", Space::Feedburner},
                                      {u"w3.org/2005/atom", Space::Core},
                                      {u"purl.org/atom", Space::Core},
                                      {u"purl.org/rss/1.0", Space::Core},
                                      {u"netscape.com/rdf/simple", Space::Core},
                                      {u"netscape.com/publish", Space::Core},
                                      {u"channel.netscape.com", Space::Core},
                                      {u"22-rdf-syntax-ns", Space::Core},
                                      {u"backend.userland.com", Space::Core},
                                      {u"blogs.law.harvard.edu", Space::Core}};
    for (const Known &known : table) {
        const bool module = known.space == Space::Core && address.contains(u"/modules/");
        if (!module && address.contains(known.part, Qt::CaseInsensitive))
            return known.space;
    }
    return Space::Other;
}

/// What a prefix means that no document declares otherwise.
Space usualSpace(QStringView prefix)
{
    if (prefix == u"content")
        return Space::Content;
    if (prefix == u"dc" || prefix == u"dcterms")
        return Space::Dublin;
    if (prefix == u"xhtml")
        return Space::Xhtml;
    if (prefix == u"media")
        return Space::Media;
    if (prefix == u"itunes")
        return Space::Itunes;
    if (prefix == u"arxiv")
        return Space::Arxiv;
    if (prefix == u"feedburner" || prefix == u"pheedo")
        return Space::Feedburner;
    if (prefix == u"atom" || prefix == u"rdf" || prefix == u"rss" || prefix == u"a10")
        return Space::Core;
    return Space::Other;
}

/// Steps through the attributes of a tag; false at the end.
bool nextAttribute(QStringView all, qsizetype &at, QStringView &name, QStringView &value)
{
    while (at < all.size() && !isNameStart(all[at]))
        ++at;
    if (at >= all.size())
        return false;
    const qsizetype from = at;
    while (at < all.size() && isNamePart(all[at]))
        ++at;
    name = all.mid(from, at - from);
    value = {};
    while (at < all.size() && all[at].isSpace())
        ++at;
    if (at >= all.size() || all[at] != u'=')
        return true;
    ++at;
    while (at < all.size() && all[at].isSpace())
        ++at;
    const QChar quote = at < all.size() ? all[at] : QChar();
    if (quote == u'"' || quote == u'\'') {
        qsizetype close = all.indexOf(quote, at + 1);
        close = close < 0 ? all.size() : close;
        value = all.mid(at + 1, close - at - 1);
        at = close + 1;
    } else {
        const qsizetype begin = at;
        while (at < all.size() && !all[at].isSpace())
            ++at;
        value = all.mid(begin, at - begin);
    }
    return true;
}

/// Elements whose namespace holds for the rest of the document.
bool isFrame(QStringView name)
{
    return name == u"rss" || name == u"feed" || name == u"RDF" || name == u"channel" || name == u"item" ||
           name == u"entry" || name == u"rdf";
}

} // namespace

XmlTokens::XmlTokens(QStringView xml) : m_xml(xml)
{
    m_at = qMax<qsizetype>(0, xml.indexOf(u'<')); // a warning of the server's may stand before it
}

void XmlTokens::seek(qsizetype position)
{
    m_at = position;
    m_pendingEnd = false;
}

bool XmlTokens::next(XmlToken &token)
{
    if (m_pendingEnd) {
        m_pendingEnd = false;
        token = m_last;
        token.kind = XmlToken::Kind::End;
        token.begin = m_at;
        return true;
    }
    while (m_at < m_xml.size()) {
        if (m_xml[m_at] != u'<') {
            qsizetype to = m_xml.indexOf(u'<', m_at);
            to = to < 0 ? m_xml.size() : to;
            token = {};
            token.text = m_xml.mid(m_at, to - m_at);
            m_at = to;
            return true;
        }
        bool isText = false;
        if (skipMarkup(token, isText)) {
            if (isText)
                return true;
            continue;
        }
        if (readTag(token))
            return true;
    }
    return false;
}

/// Comments, CDATA, instructions and the document type.
bool XmlTokens::skipMarkup(XmlToken &token, bool &isText)
{
    const QStringView rest = m_xml.mid(m_at, 9);
    if (!rest.startsWith(u"<!") && !rest.startsWith(u"<?"))
        return false;
    const bool cdata = rest == u"<![CDATA[";
    const bool comment = rest.startsWith(u"<!--");
    const QStringView closing = cdata ? u"]]>" : comment ? u"-->" : rest.startsWith(u"<?") ? u"?>" : u">";
    const qsizetype from = m_at + (cdata ? 9 : comment ? 4 : 2);
    qsizetype end = m_xml.indexOf(closing, from);
    if (closing == u">" && end >= 0) { // declarations inside the document type: "<!DOCTYPE rss [ … ]>"
        const qsizetype bracket = m_xml.mid(from, end - from).indexOf(u'[');
        if (bracket >= 0)
            end = m_xml.indexOf(u"]", from + bracket) < 0 ? -1 : m_xml.indexOf(u'>', m_xml.indexOf(u"]", from));
    }
    m_endedInside = m_endedInside || end < 0;
    if (closing == u">" && end >= 0)
        readDocumentType(m_xml.mid(from, end - from));
    if (cdata) {
        token = {};
        token.isLiteral = true;
        token.text = m_xml.mid(from, (end < 0 ? m_xml.size() : end) - from);
        isText = true;
    }
    m_at = end < 0 ? m_xml.size() : end + closing.size();
    return true;
}

/// <!ENTITY name "text">
void XmlTokens::readDocumentType(QStringView type)
{
    qsizetype at = 0;
    while ((at = type.indexOf(u"<!ENTITY", at)) >= 0 && m_entities.size() < mostEntities) {
        at += 8;
        const qsizetype end = type.indexOf(u'>', at);
        const QStringView all = type.mid(at, (end < 0 ? type.size() : end) - at).trimmed();
        const qsizetype quote = all.indexOf(u'"') >= 0 ? all.indexOf(u'"') : all.indexOf(u'\'');
        const qsizetype close = quote < 0 ? -1 : all.indexOf(all[quote], quote + 1);
        const QStringView name = all.left(qMax<qsizetype>(0, quote)).trimmed();
        if (close > quote && close - quote <= longestEntity && !name.isEmpty() && !name.contains(u' '))
            m_entities.insert(name.toString(), xmlDecoded(all.mid(quote + 1, close - quote - 1)));
    }
}

QString XmlTokens::decoded(QStringView text)
{
    if (m_entities.isEmpty() || !text.contains(u'&'))
        return xmlDecoded(text);
    QString out;
    qsizetype from = 0;
    for (qsizetype amp = text.indexOf(u'&'); amp >= 0; amp = text.indexOf(u'&', amp + 1)) {
        const qsizetype end = text.mid(amp, 64).indexOf(u';');
        const auto found =
            end < 2 ? m_entities.constEnd() : m_entities.constFind(text.mid(amp + 1, end - 1).toString());
        if (found == m_entities.constEnd() || m_expanded > mostExpanded)
            continue;
        out += xmlDecoded(text.mid(from, amp - from)) + *found;
        m_expanded += found->size();
        from = amp + end + 1;
    }
    return out + xmlDecoded(text.mid(from));
}

bool XmlTokens::readTag(XmlToken &token)
{
    const qsizetype begin = m_at;
    const bool closes = begin + 1 < m_xml.size() && m_xml[begin + 1] == u'/';
    qsizetype at = begin + (closes ? 2 : 1);
    token = {};
    if (at >= m_xml.size() || !isNameStart(m_xml[at])) { // a bare '<'
        token.text = m_xml.mid(m_at, 1);
        ++m_at;
        return true;
    }
    const qsizetype nameFrom = at;
    while (at < m_xml.size() && isNamePart(m_xml[at]))
        ++at;
    const QStringView full = m_xml.mid(nameFrom, at - nameFrom);
    const qsizetype end = htmlTagEnd(m_xml, at);
    if (end < 0) {
        m_endedInside = true;
        m_at = m_xml.size();
        return false;
    }
    const qsizetype colon = full.lastIndexOf(u':');
    token.kind = closes ? XmlToken::Kind::End : XmlToken::Kind::Start;
    token.begin = begin;
    token.name = full.mid(colon + 1);
    token.attributes = m_xml.mid(at, end - at);
    if (!closes && token.attributes.contains(u"xmlns"))
        declare(token.attributes, token.name);
    token.space = spaceOf(full.left(qMax<qsizetype>(0, colon)), token.attributes);
    m_at = end + 1;
    if (!closes && token.attributes.endsWith(u'/')) {
        m_pendingEnd = true;
        token.attributes.chop(1);
        m_last = token;
    }
    return true;
}

void XmlTokens::declare(QStringView attributes, QStringView element)
{
    QStringView name;
    QStringView value;
    for (qsizetype at = 0; nextAttribute(attributes, at, name, value) && m_spaces.size() < mostPrefixes;) {
        if (name.startsWith(u"xmlns:")) { // an address that nobody knows says less than the prefix
            const Space space = spaceOfAddress(decoded(value));
            m_spaces.insert(name.mid(6).toString(), space == Space::Other ? usualSpace(name.mid(6)) : space);
        } else if (name == u"xmlns" && isFrame(element)) // a default that nobody knows is still the feed's own
            m_spaces.insert(QString(), spaceOfAddress(value) == Space::Other ? Space::Core : spaceOfAddress(value));
    }
}

Space XmlTokens::spaceOf(QStringView prefix) const
{
    const auto known = m_spaces.constFind(prefix.toString());
    return known == m_spaces.constEnd() ? usualSpace(prefix) : *known;
}

Space XmlTokens::spaceOf(QStringView prefix, QStringView attributes) const
{
    if (!prefix.isEmpty())
        return spaceOf(prefix);
    if (attributes.contains(u"xmlns")) {
        const QString own = xmlAttribute(attributes, u"xmlns");
        if (!own.isEmpty() && spaceOfAddress(own) != Space::Other)
            return spaceOfAddress(own);
    }
    return m_spaces.value(QString(), Space::Core);
}

QString xmlAttribute(QStringView attributes, QStringView name)
{
    QStringView found;
    QStringView value;
    int seen = 0;
    for (qsizetype at = 0; seen < 64 && nextAttribute(attributes, at, found, value); ++seen)
        if (found.compare(name, Qt::CaseInsensitive) == 0)
            return xmlDecoded(value).trimmed();
    return {};
}

QString xmlDecoded(QStringView text)
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
        if (to < text.size() && text[to] == u';' && to > amp + 1) {
            out += text.mid(from, amp - from);
            out += htmlDecoded(text.mid(amp, to + 1 - amp));
            from = to + 1;
        }
        amp = text.indexOf(u'&', qMax(from, amp + 1));
    }
    out += text.mid(from);
    return out;
}

} // namespace yaodian::digest
