#include "digest/feedtext.h"

#include "digest/html_tokens.h"
#include "digest/xml_tokens.h"

#include <QSet>
#include <QUrl>

namespace yaodian::digest {

namespace {

constexpr qsizetype longestLink = 8192;

bool isHtmlName(QStringView name)
{
    static const QSet<QString> names = [] {
        QSet<QString> all;
        for (const char *tag :
             {"a",     "abbr",  "article", "b",      "big",     "blockquote", "br",   "center", "cite",  "code", "dd",
              "del",   "div",   "dl",      "dt",     "em",      "figure",     "font", "h1",     "h2",    "h3",   "h4",
              "h5",    "h6",    "hr",      "i",      "iframe",  "img",        "ins",  "kbd",    "li",    "ol",   "p",
              "pre",   "q",     "s",       "script", "section", "small",      "span", "strong", "style", "sub",  "sup",
              "table", "tbody", "td",      "th",     "tr",      "tt",         "u",    "ul",     "video"})
            all.insert(QString::fromLatin1(tag));
        return all;
    }();
    return names.contains(name.toString().toLower());
}

bool hasScheme(QStringView link)
{
    const qsizetype colon = link.indexOf(u':');
    if (colon < 1)
        return false;
    for (const QChar c : link.left(colon))
        if (c.unicode() > 127 || !(c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.'))
            return false;
    return true;
}

} // namespace

bool hasHtmlTags(QStringView text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        qsizetype from = at + 1;
        if (from < text.size() && text[from] == u'/')
            ++from;
        qsizetype to = from;
        while (to < text.size() && to - from < 12 && text[to].unicode() < 128 && text[to].isLetterOrNumber())
            ++to;
        const bool ends = to < text.size() && (text[to] == u'>' || text[to] == u'/' || text[to].isSpace());
        if (ends && to > from && text.indexOf(u'>', to) >= 0 && isHtmlName(text.mid(from, to - from)))
            return true;
    }
    return false;
}

QString plainOfHtml(const QString &html)
{
    QString out;
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.kind == HtmlToken::Kind::Text)
            out += htmlDecoded(token.text);
        else if (token.name == "p" || token.name == "br" || token.name == "div" || token.name == "li")
            out += u' ';
    }
    return out.simplified();
}

QString personOf(const QString &text)
{
    QString name = hasHtmlTags(text) ? plainOfHtml(text) : htmlDecoded(text).simplified();
    const qsizetype open = name.indexOf(u'(');
    const qsizetype close = name.indexOf(u')', open);
    if (!name.contains(u'@'))
        return name;
    if (open >= 0 && close > open) {
        const QString within = name.mid(open + 1, close - open - 1).trimmed();
        return within.contains(u'@') ? name.left(open).trimmed() : within;
    }
    const qsizetype angle = name.indexOf(u'<');
    return angle > 0 ? name.left(angle).trimmed() : name;
}

QString atomPerson(QStringView xml)
{
    XmlTokens parts(xml);
    XmlToken part;
    QString name;
    QString mail;
    QString open;
    while (parts.next(part)) {
        if (part.kind != XmlToken::Kind::Text)
            open = part.kind == XmlToken::Kind::Start ? part.name.toString().toLower() : QString();
        else if (open == u"name")
            name += part.isLiteral ? part.text.toString() : xmlDecoded(part.text);
        else if (open == u"email")
            mail += part.text;
    }
    return name.trimmed().isEmpty() ? mail.trimmed() : name.trimmed();
}

QString doiOf(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1String("10."));
    if (at < 0 || at > 40 || !text.mid(at).contains(u'/'))
        return {};
    return text.mid(at).simplified().section(u' ', 0, 0);
}

QString resolvedLink(const QString &link, const QString &base)
{
    const QString bare = link.trimmed();
    if (bare.isEmpty() || base.isEmpty() || bare.size() > longestLink || hasScheme(bare))
        return bare;
    const QUrl url(base);
    if (!url.isValid() || url.isRelative())
        return bare;
    const QUrl whole = url.resolved(QUrl(bare));
    return whole.isValid() ? whole.toString(QUrl::FullyEncoded) : bare;
}

void resolveLinks(Document &document, const QString &base)
{
    if (base.isEmpty())
        return;
    for (Block &block : document.blocks)
        for (BlockLink &link : block.links)
            link.target = resolvedLink(link.target, base);
}

} // namespace yaodian::digest
