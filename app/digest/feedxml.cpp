#include "digest/feedxml.h"

#include "digest/feeddate.h"
#include "digest/feeditemreader.h"
#include "digest/feedtext.h"

#include <QCoreApplication>

namespace yaodian::digest {

namespace {

/// Elements this deep in the document have to be a feed's, or it is none.
constexpr int framesSearched = 8;

/// Reads what a feed says of itself, and its items.
class FeedReader
{
public:
    FeedReader(const QString &xml, const QString &base) : m_elements(xml), m_base(base) {}

    Feed read();

private:
    void readFrame(const XmlToken &token, const QString &name);
    void readElement(const XmlToken &token, const QString &name);
    void takeDate(const QString &text, int rank);

    FeedElements m_elements;
    QString m_base;
    Feed m_feed;
    FeedLink m_link;
    int m_dateRank = 0;
};

/// What a date of a feed says of when it was last changed; 0: it is none.
int rankOfDate(const QString &name)
{
    if (name == u"pubdate" || name == u"date")
        return 4;
    if (name == u"updated" || name == u"modified")
        return 3;
    if (name == u"lastbuilddate" || name == u"issued")
        return 2;
    return name == u"created" ? 1 : 0;
}

void FeedReader::takeDate(const QString &text, int rank)
{
    if (rank <= m_dateRank)
        return;
    if (const QDateTime date = feedDate(text); date.isValid()) {
        m_feed.updated = date;
        m_dateRank = rank;
    }
}

void FeedReader::readFrame(const XmlToken &token, const QString &name)
{
    m_feed.isFeed = true;
    if (name == u"feed")
        m_elements.setAtom();
    m_base = baseOf(token, m_base);
    if (name != u"channel")
        return;
    // CDF says of a channel in its tag what others say in elements.
    if (const QString link = xmlAttribute(token.attributes, u"href"); !link.isEmpty() && m_link.rank == 0)
        m_link = {resolvedLink(link, m_base), 1};
    takeDate(xmlAttribute(token.attributes, u"lastmod"), 1);
}

void FeedReader::readElement(const XmlToken &token, const QString &name)
{
    if (name == u"item" || name == u"entry") {
        if (auto item = readFeedItem(m_elements, token, m_base))
            m_feed.items.append(std::move(*item));
    } else if (name == u"title" && m_feed.title.isEmpty() &&
               (token.space == Space::Core || token.space == Space::Dublin)) {
        m_feed.title = m_elements.title(token);
    } else if (name == u"link") {
        m_elements.readLink(token, m_base, m_link);
    } else if (const int rank = rankOfDate(name); rank > 0) {
        takeDate(m_elements.inner(token).text, rank);
    } else if (isFeedBox(name) || token.space == Space::Media || name == u"author") {
        m_elements.skip(token, true);
    }
}

Feed FeedReader::read()
{
    XmlTokens &tokens = m_elements.tokens();
    XmlToken token;
    QString root;
    bool closed = false;
    for (int seen = 0; tokens.next(token) && (m_feed.isFeed || seen < framesSearched);) {
        if (token.kind == XmlToken::Kind::Text)
            continue;
        const QString name = token.name.toString().toLower();
        if (token.kind == XmlToken::Kind::End) {
            closed = closed || name == root;
        } else if (name == u"rss" || name == u"feed" || name == u"rdf" || name == u"channel") {
            root = root.isEmpty() ? name : root;
            readFrame(token, name);
        } else if (m_feed.isFeed) {
            readElement(token, name);
        }
        ++seen;
    }
    m_feed.link = m_link.address;
    if (m_feed.isFeed && (tokens.endedInside() || (!closed && !m_feed.items.isEmpty())))
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
