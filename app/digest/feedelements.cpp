#include "digest/feedelements.h"

#include "digest/feedtext.h"
#include "digest/html_tokens.h"

namespace yaodian::digest {

namespace {

/// Elements without an end tag that are looked for to the end of their item; more are taken as they come.
constexpr int mostUnclosed = 32;

/// A link that runs a program is none.
bool isScript(const QString &link)
{
    return link.startsWith(QLatin1String("javascript:"), Qt::CaseInsensitive) ||
           link.startsWith(QLatin1String("vbscript:"), Qt::CaseInsensitive);
}

} // namespace

QString baseOf(const XmlToken &start, const QString &outer)
{
    const QString own = xmlAttribute(start.attributes, u"xml:base");
    return own.isEmpty() ? outer : resolvedLink(own, outer);
}

bool endsItem(QStringView name)
{
    for (const QStringView frame : {u"item", u"entry", u"channel", u"rss", u"feed"})
        if (name.compare(frame, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

bool isFeedBox(QStringView name)
{
    return name == u"source" || name == u"image" || name == u"textinput" || name == u"cloud" || name == u"contributor";
}

namespace {

/// Such a tag stands in no such element: the element has no end tag.
bool endsElement(const XmlToken &start, const XmlToken &token)
{
    if (token.space != Space::Core)
        return false;
    const auto is = [&token](QStringView name) { return token.name.compare(name, Qt::CaseInsensitive) == 0; };
    if (is(u"item") || is(u"entry"))
        return true;
    return start.name.compare(u"title", Qt::CaseInsensitive) == 0 &&
           (is(u"link") || is(u"description") || is(u"guid") || is(u"pubDate") || is(u"id") || is(u"updated") ||
            is(u"published") || is(u"summary") || is(u"content") || is(u"author"));
}

} // namespace

Inner FeedElements::inner(const XmlToken &start)
{
    Inner out;
    const qsizetype from = m_tokens.position();
    qsizetype end = from;
    XmlToken token;
    for (int depth = 1; depth > 0 && m_tokens.next(token);) {
        end = m_tokens.position();
        if (token.kind == XmlToken::Kind::Text) {
            if (token.isLiteral)
                out.text += token.text;
            else
                out.text += m_tokens.decoded(token.text);
        } else if (token.kind == XmlToken::Kind::Start ? endsElement(start, token)
                                                       : token.name != start.name && endsItem(token.name)) {
            m_tokens.seek(token.begin);
            end = token.begin;
            break;
        } else if (token.kind == XmlToken::Kind::Start) {
            depth += token.name == start.name ? 1 : 0;
            out.hasTags = true;
        } else if (token.name == start.name) {
            --depth;
            end = token.begin;
        }
    }
    out.raw = m_tokens.between(from, end);
    return out;
}

void FeedElements::skip(const XmlToken &start, bool always)
{
    const qsizetype from = m_tokens.position();
    const bool closesItself = m_tokens.between(from - 2, from) == u"/>";
    if (!closesItself && !always && m_unclosed > mostUnclosed)
        return;
    XmlToken token;
    for (int depth = 1; depth > 0;) {
        const bool more = m_tokens.next(token);
        if (!more || (token.kind == XmlToken::Kind::End && token.name != start.name && endsItem(token.name))) {
            ++m_unclosed;
            m_tokens.seek(always && more ? token.begin : from);
            return;
        }
        if (token.kind != XmlToken::Kind::Text && token.name == start.name)
            depth += token.kind == XmlToken::Kind::Start ? 1 : -1;
    }
}

/// Markup as an HTML reader takes it: without the prefix that stands for HTML, and CDATA as what is in it.
QString FeedElements::htmlOf(QStringView raw) const
{
    if (!raw.contains(u"<![CDATA[") && !raw.contains(u':'))
        return raw.toString();
    QString html;
    html.reserve(raw.size());
    qsizetype from = 0;
    for (qsizetype at = raw.indexOf(u'<'); at >= 0; at = raw.indexOf(u'<', qMax(at + 1, from))) {
        if (raw.mid(at, 9) == u"<![CDATA[") {
            const qsizetype end = raw.indexOf(u"]]>", at);
            html += raw.mid(from, at - from);
            html += raw.mid(at + 9, (end < 0 ? raw.size() : end) - at - 9);
            from = end < 0 ? raw.size() : end + 3;
            continue;
        }
        qsizetype name = at + 1;
        name += name < raw.size() && raw[name] == u'/' ? 1 : 0;
        qsizetype colon = name;
        while (colon < raw.size() && raw[colon].isLetterOrNumber())
            ++colon;
        if (colon > name && colon < raw.size() && raw[colon] == u':' &&
            m_tokens.spaceOf(raw.mid(name, colon - name)) == Space::Xhtml) {
            html += raw.mid(from, name - from);
            from = colon + 1;
        }
    }
    html += raw.mid(from);
    return html;
}

/// What calls itself HTML and has tags of its own besides escaped ones is meant to be escaped as a whole.
FeedText FeedElements::markup(const Inner &in, const QString &type) const
{
    const bool escaped = (type == u"html" || type == u"text/html") && hasHtmlTags(in.text);
    const QString html = htmlOf(in.raw);
    return {escaped ? xmlDecoded(html) : html, true};
}

FeedText FeedElements::text(const XmlToken &start, bool trustType)
{
    const QString type = xmlAttribute(start.attributes, u"type").toLower();
    const bool encoded = xmlAttribute(start.attributes, u"mode") == u"base64" ||
                         (type.contains(u'/') && !type.startsWith(u"text/") && !type.contains(u"ml"));
    const Inner in = inner(start);
    if (in.hasTags)
        return markup(in, type);
    if (encoded && start.space == Space::Core) {
        const QByteArray bytes = QByteArray::fromBase64(in.text.toLatin1());
        const QString text = QString::fromUtf8(bytes);
        return {text, hasHtmlTags(text)};
    }
    const bool isText = trustType && m_isAtom && (type.isEmpty() || type == u"text" || type == u"text/plain");
    if (type.contains(u"html") || (!isText && hasHtmlTags(in.text)))
        return {in.text, true};
    // Escaped twice: markup where the format says so, or where it can be nothing else.
    return {in.text, !m_isAtom && in.text.contains(u'&')};
}

QString FeedElements::title(const XmlToken &start)
{
    const FeedText read = text(start, true);
    if (read.isHtml && hasHtmlTags(read.value))
        return plainOfHtml(read.value);
    const QString decoded = htmlDecoded(read.value);
    // "&lt;b&gt;New&lt;/b&gt;" once more escaped; in a title that its format calls plain, '<' is a '<'.
    const bool escaped = read.isHtml && hasHtmlTags(decoded);
    return escaped ? plainOfHtml(decoded) : decoded.simplified();
}

/// "<link/>https://…": what comes out where a feed went through a writer of HTML.
QString FeedElements::addressBehind()
{
    const qsizetype from = m_tokens.position();
    XmlToken token;
    if (m_tokens.next(token) && token.kind == XmlToken::Kind::Text && token.text.trimmed().startsWith(u"http"))
        return m_tokens.decoded(token.text).trimmed();
    m_tokens.seek(from);
    return {};
}

void FeedElements::readLink(const XmlToken &start, const QString &base, FeedLink &link)
{
    const QString href = xmlAttribute(start.attributes, u"href");
    const QString rel = xmlAttribute(start.attributes, u"rel").toLower();
    const QString type = xmlAttribute(start.attributes, u"type").toLower();
    QString text = inner(start).text.trimmed();
    if (text.isEmpty() && href.isEmpty())
        text = addressBehind();
    const QString given = href.isEmpty() ? text : href;
    const bool alternate = rel.isEmpty() || rel == u"alternate" || rel.endsWith(u"/alternate");
    int rank = given.isEmpty() || isScript(given) ? 0 : 5;
    if (rank > 0 && !href.isEmpty())
        rank = !alternate ? (rel == u"self" ? 1 : 0) : type.isEmpty() || type.contains(u"html") ? 5 : 4;
    if (rank > link.rank)
        link = {resolvedLink(given, baseOf(start, base)), rank};
}

} // namespace yaodian::digest
