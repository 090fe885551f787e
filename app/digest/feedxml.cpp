#include "digest/feedxml.h"

#include "digest/html_tokens.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace yaodian::digest {

namespace {

/// The five entities XML itself knows, and numbers.
bool isXmlEntity(QStringView name)
{
    if (name.startsWith(u'#') && name.size() > 1)
        return name[1].isDigit() || name[1] == u'x';
    return name == u"amp" || name == u"lt" || name == u"gt" || name == u"quot" || name == u"apos";
}

/// Copies text with bare '&' escaped and HTML's entities replaced by their characters; control characters are dropped.
void appendRepaired(QString &out, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            continue;
        if (c != u'&') {
            out += c;
            continue;
        }
        qsizetype to = at + 1;
        while (to < text.size() && to - at < 12 && (text[to].isLetterOrNumber() || text[to] == u'#'))
            ++to;
        const QStringView name = text.mid(at + 1, to - at - 1);
        const bool ends = to < text.size() && text[to] == u';' && !name.isEmpty();
        if (ends && isXmlEntity(name)) {
            out += c;
        } else if (const char32_t value = ends ? htmlEntity(name) : 0) {
            out += QStringView(QChar::fromUcs4(value));
            at = to;
        } else {
            out += QLatin1String("&amp;");
        }
    }
}

/// The XML from its first '<' on, repaired outside of CDATA.
QString repaired(const QString &text)
{
    const QStringView all(text);
    QString out;
    out.reserve(text.size() + 1024);
    qsizetype from = qMax<qsizetype>(0, all.indexOf(u'<'));
    while (from < all.size()) {
        const qsizetype cdata = all.indexOf(u"<![CDATA[", from);
        appendRepaired(out, all.mid(from, cdata < 0 ? -1 : cdata - from));
        if (cdata < 0)
            break;
        qsizetype end = all.indexOf(u"]]>", cdata);
        end = end < 0 ? all.size() : end + 3;
        const QStringView raw = all.mid(cdata, end - cdata);
        for (const QChar c : raw)
            if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
                out += c;
        from = end;
    }
    return out;
}

/// Reads the elements of RSS and Atom by their local names.
class FeedReader
{
public:
    explicit FeedReader(const QString &xml) : m_xml(xml) {}

    Feed read();

private:
    void readItem();
    bool readItemElement(QStringView name, FeedItem &item);
    void readLink(FeedItem &item);
    QString inner();
    void readAuthor(FeedItem &item);
    void readFeedElement(QStringView name);

    QXmlStreamReader m_xml;
    Feed m_feed;
};

/// The content of the current element: its text, and of XHTML its tags too.
QString FeedReader::inner()
{
    QString out;
    for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::Characters) {
            out += depth > 1 ? m_xml.text().toString().toHtmlEscaped() : m_xml.text().toString();
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
            (out += u'<') += m_xml.name();
            for (const QXmlStreamAttribute &attribute : m_xml.attributes())
                if (attribute.name() == u"href" || attribute.name() == u"alt" || attribute.name() == u"start")
                    out += QStringLiteral(" %1=\"%2\"")
                               .arg(attribute.name(), attribute.value().toString().toHtmlEscaped());
            out += u'>';
        } else if (token == QXmlStreamReader::EndElement && --depth > 0) {
            ((out += QLatin1String("</")) += m_xml.name()) += u'>';
        }
    }
    return out;
}

void FeedReader::readLink(FeedItem &item)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString href = attributes.value(QLatin1String("href")).toString();
    const auto rel = attributes.value(QLatin1String("rel"));
    const QString text = inner().trimmed();
    if (!href.isEmpty() && (rel.isEmpty() || rel == u"alternate") && (item.link.isEmpty() || rel == u"alternate"))
        item.link = href;
    else if (!text.isEmpty() && item.link.isEmpty())
        item.link = text;
}

/// Atom's <author><name>…, or the plain text of RSS.
void FeedReader::readAuthor(FeedItem &item)
{
    QString plain;
    QString name;
    bool inName = false;
    for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            ++depth;
            inName = m_xml.name() == u"name";
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
            inName = false;
        } else if (token == QXmlStreamReader::Characters) {
            (inName ? name : plain) += m_xml.text();
        }
    }
    const QString author = (name.isEmpty() ? plain : name).trimmed();
    if (!author.isEmpty())
        item.authors.append(author);
}

bool FeedReader::readItemElement(QStringView name, FeedItem &item)
{
    // "media:title" and their kin are look-alikes of the item's own elements.
    const QStringView prefix = m_xml.prefix();
    if (prefix == u"media" || prefix == u"itunes" || prefix == u"s" || prefix == u"arxiv")
        return false;
    if (name == u"title") {
        item.title = htmlDecoded(inner().trimmed()).simplified();
    } else if (name == u"link") {
        readLink(item);
    } else if (name == u"guid" || name == u"id") {
        item.guid = inner().trimmed();
    } else if (name == u"pubDate" || name == u"published" || name == u"date" ||
               (name == u"updated" && !item.published.isValid())) {
        item.published = feedDate(inner());
    } else if (name == u"encoded" || name == u"content") {
        item.content = inner();
    } else if (name == u"description" || name == u"summary") {
        item.summary = inner();
    } else if (name == u"creator" || name == u"author") {
        readAuthor(item);
    } else if (name == u"category") {
        const QString term = m_xml.attributes().value(QLatin1String("term")).toString();
        const QString text = inner().trimmed();
        item.categories.append(term.isEmpty() ? text : term);
    } else {
        return false;
    }
    return true;
}

void FeedReader::readItem()
{
    FeedItem item;
    item.guid = m_xml.attributes().value(QLatin1String("about")).toString(); // RSS 1.0
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement && (m_xml.name() == u"item" || m_xml.name() == u"entry"))
            break;
        if (token == QXmlStreamReader::StartElement && !readItemElement(m_xml.name(), item))
            inner();
    }
    if (item.content.size() < item.summary.size())
        std::swap(item.content, item.summary);
    if (!item.title.isEmpty() || !item.content.isEmpty())
        m_feed.items.append(std::move(item));
}

void FeedReader::readFeedElement(QStringView name)
{
    if (name == u"rss" || name == u"feed" || name == u"RDF") {
        m_feed.isFeed = true;
    } else if (name == u"item" || name == u"entry") {
        readItem();
    } else if (name == u"title" && m_feed.title.isEmpty()) {
        m_feed.title = htmlDecoded(inner().trimmed()).simplified();
    } else if (name == u"link" && m_feed.link.isEmpty()) {
        FeedItem own;
        readLink(own);
        m_feed.link = own.link;
    } else if ((name == u"updated" || name == u"pubDate" || name == u"lastBuildDate" || name == u"date") &&
               !m_feed.updated.isValid()) {
        m_feed.updated = feedDate(inner());
    } else if (name == u"image" || name == u"textInput" || name == u"author") {
        inner();
    }
}

Feed FeedReader::read()
{
    while (!m_xml.atEnd())
        if (m_xml.readNext() == QXmlStreamReader::StartElement)
            readFeedElement(m_xml.name());
    if (m_xml.hasError() && m_feed.isFeed && m_xml.error() != QXmlStreamReader::NotWellFormedError)
        m_feed.repairs.append(
            QCoreApplication::translate("digest", "The feed is cut off; the items before that place were read."));
    else if (m_xml.hasError() && m_feed.isFeed)
        m_feed.repairs.append(QCoreApplication::translate(
                                  "digest", "The feed is damaged at line %1; the items before that place were read.")
                                  .arg(m_xml.lineNumber()));
    return std::move(m_feed);
}

} // namespace

QDateTime feedDate(const QString &text)
{
    const QString bare = text.trimmed();
    QDateTime date = QDateTime::fromString(bare, Qt::ISODateWithMs);
    if (!date.isValid())
        date = QDateTime::fromString(bare, Qt::RFC2822Date);
    if (!date.isValid()) { // "Mon, 06 Feb 2023 00:00:00 GMT": Qt knows only numbers for the zone
        QString utc = bare;
        for (const char *zone : {" GMT", " UTC", " UT", " Z"})
            if (utc.endsWith(QLatin1String(zone)))
                utc = utc.left(utc.size() - qsizetype(qstrlen(zone))) + QLatin1String(" +0000");
        date = QDateTime::fromString(utc, Qt::RFC2822Date);
    }
    return date.isValid() ? date.toUTC() : QDateTime();
}

Feed readFeedXml(const QString &text)
{
    return FeedReader(repaired(text)).read();
}

} // namespace yaodian::digest
