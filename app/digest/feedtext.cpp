#include "digest/feedtext.h"

#include "digest/html_tokens.h"
#include "digest/xml_tokens.h"

#include <QSet>
#include <QUrl>

#include <optional>

namespace yaodian::digest {

namespace {

constexpr qsizetype longestLink = 8192;

using Names = QSet<QString>;

Names namesIn(QStringView list)
{
    Names names;
    for (const QStringView name : list.split(u' '))
        names.insert(name.toString());
    return names;
}

/// Tags that are nothing else: wherever one stands, the text is HTML.
const Names &plainTags()
{
    static const Names names = namesIn(
        u"a abbr article b big blockquote br center cite code dd del div dl dt em figure font h1 h2 h3 h4 h5 h6 hr i "
        "iframe img ins kbd li ol p pre q s script section small span strong style sub sup table tbody td th tr tt u "
        "ul video");
    return names;
}

/// Tags whose names are words, too ("<source>", "<canvas>" in a title): they are tags with an attribute, with an end
/// tag or closed by themselves.
const Names &wordyTags()
{
    static const Names names = namesIn(
        u"acronym address applet area aside audio basefont bdo blink body button canvas caption col colgroup command "
        "datagrid datalist details dfn dialog dir embed fieldset figcaption footer form frame frameset head header "
        "hgroup html input keygen label legend link m main map mark marquee math menu meta meter multicol nav nextid "
        "nobr noscript object optgroup option output param picture progress rp rt ruby samp select sound source spacer "
        "strike summary svg template textarea tfoot thead time title track var wbr");
    return names;
}

/// Of such tags, so many are looked at in one text,
constexpr int mostDoubted = 16;
/// and so many characters behind their names.
constexpr qsizetype longestInside = 512;

/// What stands in a tag or behind it shows that it is one.
bool isSurelyTag(QStringView text, qsizetype nameFrom, qsizetype nameTo)
{
    QStringView inside = text.mid(nameTo, longestInside);
    inside = inside.left(qMax<qsizetype>(0, inside.indexOf(u'>')));
    if (inside.contains(u'=') || inside.endsWith(u'/') || text[nameFrom - 1] == u'/')
        return true;
    const QString end = QStringLiteral("</") + text.mid(nameFrom, nameTo - nameFrom).toString();
    return text.indexOf(end, nameTo, Qt::CaseInsensitive) >= 0;
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
    const qsizetype lastClose = text.lastIndexOf(u'>');
    std::optional<qsizetype> lastEnd; // of a comment
    int doubted = 0;
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        if (text.mid(at + 1).startsWith(u"!--")) {
            // Where it ends, or nothing stands behind its beginning, no words are lost with it.
            lastEnd = lastEnd ? *lastEnd : text.lastIndexOf(u"-->");
            if (*lastEnd > at || text.mid(at + 4).trimmed().isEmpty())
                return true;
        }
        if (at > lastClose)
            break;
        qsizetype from = at + 1;
        if (from < text.size() && text[from] == u'/')
            ++from;
        qsizetype to = from;
        while (to < text.size() && to - from < 12 && text[to].unicode() < 128 && text[to].isLetterOrNumber())
            ++to;
        const bool ends = to < lastClose + 1 && (text[to] == u'>' || text[to] == u'/' || text[to].isSpace());
        if (!ends || to == from)
            continue;
        const QString name = text.mid(from, to - from).toString().toLower();
        if (plainTags().contains(name))
            return true;
        if (wordyTags().contains(name) && ++doubted <= mostDoubted && isSurelyTag(text, from, to))
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
