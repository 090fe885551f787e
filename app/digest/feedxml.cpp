#include "digest/feedxml.h"

#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"
#include "digest/xml_tokens.h"

#include <QCoreApplication>

namespace yaodian::digest {

namespace {

/// Elements this deep in the document have to be a feed's, or it is none.
constexpr int framesSearched = 8;
/// Elements without an end tag that are looked for to the end of their item; more are taken as they come.
constexpr int mostUnclosed = 32;

/// Elements that hold a vocabulary of their own: their <title> is not the item's.
bool isBox(const XmlToken &token, QStringView name)
{
    return token.space == Space::Media || name == u"source" || name == u"image" || name == u"textinput" ||
           name == u"cloud" || name == u"contributor";
}

bool endsItem(QStringView name)
{
    return name == u"item" || name == u"entry" || name == u"channel" || name == u"rss" || name == u"feed";
}

/// What an element holds.
struct Inner
{
    QString text;         // decoded once
    QStringView raw;      // as written
    bool hasTags = false; // markup of its own, not escaped
};

/// Reads the elements of RSS and Atom by their local names and vocabularies.
class FeedReader
{
public:
    FeedReader(const QString &xml, const QString &base) : m_xml(xml), m_base(base) {}

    Feed read();

private:
    void readFeedElement(const XmlToken &token, const QString &name);
    void readItem(const XmlToken &start);
    void readItemElement(const XmlToken &token, const QString &name);
    bool readCore(const XmlToken &token, const QString &name);
    bool readText(const XmlToken &token, const QString &name);
    bool readForeign(const XmlToken &token, const QString &name);
    bool readDate(const XmlToken &token, const QString &name);
    void readLink(const XmlToken &token, const QString &base, QString &link, int &rank);
    void readGuid(const XmlToken &token);
    void readAuthor(const XmlToken &token);
    void readCategory(const XmlToken &token);
    void finishItem();
    Inner inner(const XmlToken &start);
    void skip(const XmlToken &start, bool always);
    FeedText textOf(const XmlToken &token, bool trustType);
    QString titleOf(const XmlToken &token);
    [[nodiscard]] QString baseOf(const XmlToken &token, const QString &outer) const;

    XmlTokens m_xml;
    QString m_base;
    Feed m_feed;
    FeedItem m_item;
    QString m_about;       // rdf:about of the item
    bool m_isAtom = false; // where no type means plain text
    bool m_says = false;   // the item has an element that was read
    int m_feedLinkRank = 0;
    int m_feedDateRank = 0;
    int m_linkRank = 0;
    int m_dateRank = 0;
    int m_unclosed = 0;
};

QString FeedReader::baseOf(const XmlToken &token, const QString &outer) const
{
    const QString own = xmlAttribute(token.attributes, u"xml:base");
    return own.isEmpty() ? outer : resolvedLink(own, outer);
}

/// Ends at the element's own end tag, and never behind the end of the item around it.
Inner FeedReader::inner(const XmlToken &start)
{
    Inner out;
    const qsizetype from = m_xml.position();
    qsizetype end = from;
    XmlToken token;
    for (int depth = 1; depth > 0 && m_xml.next(token);) {
        end = m_xml.position();
        if (token.kind == XmlToken::Kind::Text) {
            if (token.isLiteral)
                out.text += token.text;
            else
                out.text += m_xml.decoded(token.text);
        } else if (token.kind == XmlToken::Kind::Start) {
            depth += token.name == start.name ? 1 : 0;
            out.hasTags = true;
        } else if (token.name == start.name) {
            --depth;
            end = token.begin;
        } else if (endsItem(token.name)) {
            m_xml.seek(token.begin);
            end = token.begin;
            break;
        }
    }
    out.raw = m_xml.between(from, end);
    return out;
}

/// Steps over an element. One that never ends is only stepped into, unless `always`.
void FeedReader::skip(const XmlToken &start, bool always)
{
    const qsizetype from = m_xml.position();
    const bool closesItself = m_xml.between(from - 2, from) == u"/>";
    if (!closesItself && !always && m_unclosed > mostUnclosed)
        return;
    XmlToken token;
    for (int depth = 1; depth > 0;) {
        const bool more = m_xml.next(token);
        if (!more || (token.kind == XmlToken::Kind::End && token.name != start.name && endsItem(token.name))) {
            ++m_unclosed;
            m_xml.seek(always && more ? token.begin : from);
            return;
        }
        if (token.kind != XmlToken::Kind::Text && token.name == start.name)
            depth += token.kind == XmlToken::Kind::Start ? 1 : -1;
    }
}

/// `trustType`: what Atom calls text is text, whatever tags it seems to have. In long texts, they are a mistake.
FeedText FeedReader::textOf(const XmlToken &token, bool trustType)
{
    const QString type = xmlAttribute(token.attributes, u"type").toLower();
    const bool encoded = xmlAttribute(token.attributes, u"mode") == u"base64" ||
                         (type.contains(u'/') && !type.startsWith(u"text/") && !type.contains(u"ml"));
    const Inner in = inner(token);
    if (in.hasTags) {
        QString html = in.raw.toString();
        html.replace(QLatin1String("<xhtml:"), QLatin1String("<"));
        html.replace(QLatin1String("</xhtml:"), QLatin1String("</"));
        return {html, true};
    }
    if (encoded && token.space == Space::Core) {
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

QString FeedReader::titleOf(const XmlToken &token)
{
    const FeedText text = textOf(token, true);
    if (text.isHtml && hasHtmlTags(text.value))
        return plainOfHtml(text.value);
    const QString decoded = htmlDecoded(text.value);
    // "&lt;b&gt;New&lt;/b&gt;" once more escaped; in a title that its format calls plain, '<' is a '<'.
    const bool markup = text.isHtml && hasHtmlTags(decoded);
    return markup ? plainOfHtml(decoded) : decoded.simplified();
}

void FeedReader::readLink(const XmlToken &token, const QString &base, QString &link, int &rank)
{
    const QString href = xmlAttribute(token.attributes, u"href");
    const QString rel = xmlAttribute(token.attributes, u"rel").toLower();
    const QString type = xmlAttribute(token.attributes, u"type").toLower();
    const QString text = inner(token).text.trimmed();
    const bool alternate = rel.isEmpty() || rel == u"alternate" || rel.endsWith(u"/alternate");
    int found = 0;
    if (!href.isEmpty())
        found = !alternate ? (rel == u"self" ? 1 : 0) : type.isEmpty() || type.contains(u"html") ? 5 : 4;
    else if (!text.isEmpty())
        found = 5;
    if (found > rank) {
        link = resolvedLink(href.isEmpty() ? text : href, baseOf(token, base));
        rank = found;
    }
}

void FeedReader::readGuid(const XmlToken &token)
{
    const bool isLink = xmlAttribute(token.attributes, u"ispermalink").isEmpty() &&
                        xmlAttribute(token.attributes, u"isPermaLink").toLower() != u"false";
    const QString base = baseOf(token, m_item.base);
    m_item.guid = inner(token).text.trimmed();
    if (isLink && m_linkRank < 2 && token.name == u"guid" && m_item.guid.startsWith(u"http")) {
        m_item.link = resolvedLink(m_item.guid, base);
        m_linkRank = 2;
    }
}

/// Atom's <author><name>…, or the plain text of RSS.
void FeedReader::readAuthor(const XmlToken &token)
{
    const Inner in = inner(token);
    if (const QString person = personOf(in.hasTags ? atomPerson(in.raw) : in.text); !person.isEmpty())
        m_item.authors.append(person);
}

void FeedReader::readCategory(const XmlToken &token)
{
    const QString term = xmlAttribute(token.attributes, u"term");
    const QString text = htmlDecoded(inner(token).text).simplified();
    const QString category = term.isEmpty() ? text : term;
    if (!category.isEmpty() && !m_item.categories.contains(category))
        m_item.categories.append(category);
}

/// When an item was published; failing that, when it was made or last changed.
bool FeedReader::readDate(const XmlToken &token, const QString &name)
{
    int rank = 0;
    if (name == u"published" || name == u"pubdate" || name == u"issued" || name == u"publicationdate")
        rank = 4;
    else if (name == u"date")
        rank = 3;
    else if (name == u"created")
        rank = 2;
    else if (name == u"updated" || name == u"modified")
        rank = 1;
    if (rank == 0)
        return false;
    const QDateTime date = feedDate(inner(token).text);
    if (date.isValid() && rank > m_dateRank) {
        m_item.published = date;
        m_dateRank = rank;
    }
    return true;
}

bool FeedReader::readText(const XmlToken &token, const QString &name)
{
    if (name == u"content" || name == u"encoded" || name == u"body" || name == u"fullitem") {
        m_item.base = baseOf(token, m_item.base);
        if (FeedText text = textOf(token, false); text.value.size() > m_item.content.value.size())
            m_item.content = std::move(text);
    } else if (name == u"description" || name == u"summary" || name == u"abstract") {
        const QString base = baseOf(token, m_item.base);
        if (FeedText text = textOf(token, false); text.value.size() > m_item.summary.value.size()) {
            m_item.summary = std::move(text);
            m_item.base = base;
        }
    } else {
        return false;
    }
    return true;
}

bool FeedReader::readCore(const XmlToken &token, const QString &name)
{
    if (name == u"title") {
        const QString title = titleOf(token);
        m_item.title = m_item.title.isEmpty() ? title : m_item.title;
    } else if (name == u"link" || name == u"url") {
        readLink(token, m_item.base, m_item.link, m_linkRank);
    } else if (name == u"guid" || name == u"id") {
        readGuid(token);
    } else if (name == u"author") {
        readAuthor(token);
    } else if (name == u"category" || name == u"keywords") {
        readCategory(token);
    } else {
        return readText(token, name) || readDate(token, name);
    }
    return true;
}

/// Elements of other vocabularies that say something of an item.
bool FeedReader::readForeign(const XmlToken &token, const QString &name)
{
    if (token.space == Space::Dublin) {
        if (name == u"creator" || name == u"author")
            readAuthor(token);
        else if (name == u"subject")
            readCategory(token);
        else if (name == u"identifier")
            m_item.doi = doiOf(inner(token).text);
        else
            return readDate(token, name) || ((name == u"title" || name == u"description") && readCore(token, name));
        return true;
    }
    if (token.space == Space::Feedburner && name == u"origlink") {
        m_item.link = inner(token).text.trimmed();
        m_linkRank = 9;
        return true;
    }
    if (token.space == Space::Arxiv) {
        m_item.isPaper = true;
        const QString primary = xmlAttribute(token.attributes, u"term");
        const QString text = inner(token).text;
        if (name == u"doi")
            m_item.doi = doiOf(text);
        else if (name == u"primary_category" && !primary.isEmpty())
            m_item.categories.prepend(primary);
        return true;
    }
    if (token.space == Space::Content || token.space == Space::Xhtml)
        return readText(token, name);
    if (token.space == Space::Itunes && name == u"author" && m_item.authors.isEmpty()) {
        readAuthor(token);
        return true;
    }
    if (token.space == Space::Itunes && name == u"summary")
        return readText(token, name);
    return name == u"publicationdate" && readDate(token, name);
}

void FeedReader::readItemElement(const XmlToken &token, const QString &name)
{
    if (isBox(token, name))
        return skip(token, true);
    if (token.space == Space::Core ? readCore(token, name) : readForeign(token, name))
        m_says = true;
    else
        skip(token, false);
}

void FeedReader::finishItem()
{
    if (m_item.content.value.size() < m_item.summary.value.size())
        std::swap(m_item.content, m_item.summary);
    if (m_item.guid.isEmpty())
        m_item.guid = m_about;
    if (m_linkRank < 2 && m_about.startsWith(u"http"))
        m_item.link = m_about;
    m_item.categories.removeDuplicates();
    if (m_says || !m_about.isEmpty())
        m_feed.items.append(std::move(m_item));
}

void FeedReader::readItem(const XmlToken &start)
{
    m_item = {};
    m_linkRank = m_dateRank = 0;
    m_says = false;
    m_item.base = baseOf(start, m_base);
    m_about = xmlAttribute(start.attributes, u"rdf:about");
    XmlToken token;
    while (m_xml.next(token)) {
        if (token.kind == XmlToken::Kind::Text)
            continue;
        const QString name = token.name.toString().toLower();
        const bool isItem = (name == u"item" || name == u"entry") && token.space != Space::Media;
        if (token.kind == XmlToken::Kind::End && endsItem(name)) {
            if (!isItem)
                m_xml.seek(token.begin);
            break;
        }
        if (token.kind == XmlToken::Kind::Start && isItem) { // the one before it has no end tag
            m_xml.seek(token.begin);
            break;
        }
        if (token.kind == XmlToken::Kind::Start)
            readItemElement(token, name);
    }
    finishItem();
}

void FeedReader::readFeedElement(const XmlToken &token, const QString &name)
{
    int dateRank = 0;
    if (name == u"pubdate" || name == u"date")
        dateRank = 3;
    else if (name == u"updated" || name == u"modified")
        dateRank = 2;
    else if (name == u"lastbuilddate")
        dateRank = 1;
    if (name == u"item" || name == u"entry") {
        readItem(token);
    } else if (name == u"title" && m_feed.title.isEmpty() &&
               (token.space == Space::Core || token.space == Space::Dublin)) {
        m_feed.title = titleOf(token);
    } else if (name == u"link") {
        readLink(token, m_base, m_feed.link, m_feedLinkRank);
    } else if (dateRank > 0) {
        const QDateTime date = feedDate(inner(token).text);
        if (date.isValid() && dateRank > m_feedDateRank) {
            m_feed.updated = date;
            m_feedDateRank = dateRank;
        }
    } else if (isBox(token, name) || name == u"author") {
        skip(token, true);
    }
}

Feed FeedReader::read()
{
    XmlToken token;
    QString root;
    bool closed = false;
    for (int seen = 0; m_xml.next(token) && (m_feed.isFeed || seen < framesSearched);) {
        if (token.kind == XmlToken::Kind::Text)
            continue;
        const QString name = token.name.toString().toLower();
        if (token.kind == XmlToken::Kind::End) {
            closed = closed || name == root;
        } else if (name == u"rss" || name == u"feed" || name == u"rdf" || name == u"channel") {
            root = root.isEmpty() ? name : root;
            m_feed.isFeed = true;
            m_isAtom = m_isAtom || name == u"feed";
            m_base = baseOf(token, m_base);
        } else if (m_feed.isFeed) {
            readFeedElement(token, name);
        }
        ++seen;
    }
    if (m_feed.isFeed && (m_xml.endedInside() || (!closed && !m_feed.items.isEmpty())))
        m_feed.repairs.append(
            QCoreApplication::translate("digest", "The feed is cut off; the items before that place were read."));
    return std::move(m_feed);
}

} // namespace

Feed readFeedXml(const QString &text, const QString &base)
{
    return FeedReader(text, base).read();
}

} // namespace yaodian::digest
