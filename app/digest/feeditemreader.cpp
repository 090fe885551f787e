#include "digest/feeditemreader.h"

#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"

namespace yaodian::digest {

namespace {

/// How well a link stands for an item; see FeedElements::readLink for those between.
constexpr int guidRank = 2;
constexpr int originalRank = 9;

/// Reads the elements of an item by their local names and vocabularies.
class ItemReader
{
public:
    ItemReader(FeedElements &elements, const XmlToken &start, const QString &base);

    std::optional<FeedItem> read();

private:
    void readElement(const XmlToken &token, const QString &name);
    bool readCore(const XmlToken &token, const QString &name);
    bool readText(const XmlToken &token, const QString &name);
    bool readForeign(const XmlToken &token, const QString &name);
    bool readDublin(const XmlToken &token, const QString &name);
    bool readArxiv(const XmlToken &token, const QString &name);
    bool readItunes(const XmlToken &token, const QString &name);
    bool readMedia(const XmlToken &token, const QString &name);
    bool readDate(const XmlToken &token, const QString &name);
    void readGuid(const XmlToken &token, const QString &name);
    void readAuthor(const XmlToken &token);
    void readCategory(const XmlToken &token);
    void readKeywords(const XmlToken &token);
    void addCategory(const QString &category);
    void readOtherTitle(const XmlToken &token);
    void readOtherText(const XmlToken &token);
    void takeDate(const QString &text, int rank);
    void finish();

    FeedElements &m_elements;
    FeedItem m_item;
    FeedLink m_link;
    QString m_about;      // rdf:about of the item
    QString m_otherTitle; // what another vocabulary calls its title, for items without one
    FeedText m_otherText; // the same for its text
    int m_dateRank = 0;
    bool m_says = false; // there is anything in it
};

ItemReader::ItemReader(FeedElements &elements, const XmlToken &start, const QString &base) : m_elements(elements)
{
    m_item.base = baseOf(start, base);
    m_about = xmlAttribute(start.attributes, u"rdf:about");
    if (const QString link = xmlAttribute(start.attributes, u"href"); !link.isEmpty()) // of CDF
        m_link = {resolvedLink(link, m_item.base), guidRank};
    takeDate(xmlAttribute(start.attributes, u"lastmod"), 1);
    m_says = !m_about.isEmpty() || m_link.rank > 0 || m_dateRank > 0;
}

void ItemReader::takeDate(const QString &text, int rank)
{
    if (rank < m_dateRank)
        return;
    if (const QDateTime date = feedDate(text); date.isValid()) {
        m_item.published = date;
        m_dateRank = rank;
    }
}

void ItemReader::readGuid(const XmlToken &token, const QString &name)
{
    const bool isLink = name == u"guid" && xmlAttribute(token.attributes, u"isPermaLink").toLower() != u"false";
    const QString base = baseOf(token, m_item.base);
    m_item.guid = m_elements.inner(token).text.trimmed();
    if (isLink && m_link.rank < guidRank && m_item.guid.startsWith(u"http"))
        m_link = {resolvedLink(m_item.guid, base), guidRank};
}

/// Atom's <author><name>…, or the plain text of RSS.
void ItemReader::readAuthor(const XmlToken &token)
{
    const Inner in = m_elements.inner(token);
    if (const QString person = personOf(in.hasTags ? atomPerson(in.raw) : in.text); !person.isEmpty())
        m_item.authors.append(person);
}

void ItemReader::addCategory(const QString &category)
{
    if (!category.isEmpty() && !m_item.categories.contains(category))
        m_item.categories.append(category);
}

void ItemReader::readCategory(const XmlToken &token)
{
    const QString term = xmlAttribute(token.attributes, u"term");
    const QString text = htmlDecoded(m_elements.inner(token).text).simplified();
    addCategory(term.isEmpty() ? text : term);
}

void ItemReader::readKeywords(const XmlToken &token)
{
    for (const QString &word : htmlDecoded(m_elements.inner(token).text).split(u','))
        addCategory(word.simplified());
}

/// When an item was published; failing that, when it was made or last changed. Of two moments of one kind, the later
/// one in the document holds.
bool ItemReader::readDate(const XmlToken &token, const QString &name)
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
    takeDate(m_elements.inner(token).text, rank);
    return true;
}

bool ItemReader::readText(const XmlToken &token, const QString &name)
{
    if (name == u"content" || name == u"encoded" || name == u"body" || name == u"fullitem") {
        m_item.base = baseOf(token, m_item.base);
        if (FeedText text = m_elements.text(token, false); text.value.size() > m_item.content.value.size())
            m_item.content = std::move(text);
    } else if (name == u"description" || name == u"summary" || name == u"abstract") {
        const QString base = baseOf(token, m_item.base);
        if (FeedText text = m_elements.text(token, false); text.value.size() > m_item.summary.value.size()) {
            m_item.summary = std::move(text);
            m_item.base = base;
        }
    } else {
        return false;
    }
    return true;
}

bool ItemReader::readCore(const XmlToken &token, const QString &name)
{
    if (name == u"title") {
        const QString title = m_elements.title(token);
        m_item.title = m_item.title.isEmpty() ? title : m_item.title;
    } else if (name == u"link" || name == u"url") {
        m_elements.readLink(token, m_item.base, m_link);
    } else if (name == u"guid" || name == u"id") {
        readGuid(token, name);
    } else if (name == u"author") {
        readAuthor(token);
    } else if (name == u"category" || name == u"keywords") {
        readCategory(token);
    } else if (name == u"tags") {
        readKeywords(token);
    } else {
        return readText(token, name) || readDate(token, name);
    }
    return true;
}

bool ItemReader::readDublin(const XmlToken &token, const QString &name)
{
    if (name == u"creator" || name == u"author")
        readAuthor(token);
    else if (name == u"subject")
        readCategory(token);
    else if (name == u"identifier")
        m_item.doi = doiOf(m_elements.inner(token).text);
    else
        return readDate(token, name) || ((name == u"title" || name == u"description") && readCore(token, name));
    return true;
}

bool ItemReader::readArxiv(const XmlToken &token, const QString &name)
{
    m_item.isPaper = true;
    const QString primary = xmlAttribute(token.attributes, u"term");
    const QString text = m_elements.inner(token).text;
    if (name == u"doi")
        m_item.doi = doiOf(text);
    else if (name == u"primary_category" && !primary.isEmpty())
        m_item.categories.prepend(primary);
    return true;
}

void ItemReader::readOtherTitle(const XmlToken &token)
{
    const QString title = m_elements.title(token);
    m_otherTitle = m_otherTitle.isEmpty() ? title : m_otherTitle;
}

void ItemReader::readOtherText(const XmlToken &token)
{
    if (FeedText text = m_elements.text(token, false); text.value.size() > m_otherText.value.size())
        m_otherText = std::move(text);
}

bool ItemReader::readItunes(const XmlToken &token, const QString &name)
{
    if (name == u"author" && m_item.authors.isEmpty())
        readAuthor(token);
    else if (name == u"title")
        readOtherTitle(token);
    else if (name == u"subtitle")
        readOtherText(token);
    else if (name == u"keywords")
        readKeywords(token);
    else if (name == u"category") // one of its kind may stand in it
        addCategory(xmlAttribute(token.attributes, u"text"));
    else
        return name == u"summary" && readText(token, name);
    return true;
}

/// What a film is called and shows; of a post that is no more than a film, all there is.
bool ItemReader::readMedia(const XmlToken &token, const QString &name)
{
    if (name == u"title")
        readOtherTitle(token);
    else if (name == u"description")
        readOtherText(token);
    else if (name == u"category")
        readCategory(token);
    else
        return name == u"group" || name == u"content"; // stepped into
    return true;
}

/// Elements of other vocabularies that say something of an item.
bool ItemReader::readForeign(const XmlToken &token, const QString &name)
{
    switch (token.space) {
    case Space::Dublin:
        return readDublin(token, name);
    case Space::Arxiv:
        return readArxiv(token, name);
    case Space::Itunes:
        return readItunes(token, name);
    case Space::Media:
        return readMedia(token, name);
    case Space::Content:
    case Space::Xhtml:
        return readText(token, name);
    case Space::Feedburner:
        if (name != u"origlink")
            return false;
        m_link = {m_elements.inner(token).text.trimmed(), originalRank};
        return true;
    default:
        return name == u"publicationdate" && readDate(token, name);
    }
}

void ItemReader::readElement(const XmlToken &token, const QString &name)
{
    m_says = true; // whatever it is: what is listed as an item is one
    if (isFeedBox(name))
        m_elements.skip(token, true);
    else if (!(token.space == Space::Core ? readCore(token, name) : readForeign(token, name)))
        m_elements.skip(token, false);
}

void ItemReader::finish()
{
    if (m_item.content.value.size() < m_item.summary.value.size())
        std::swap(m_item.content, m_item.summary);
    if (m_item.content.value.isEmpty())
        m_item.content = std::move(m_otherText);
    if (m_item.title.isEmpty())
        m_item.title = m_otherTitle;
    if (m_item.guid.isEmpty())
        m_item.guid = m_about;
    if (m_link.rank < guidRank && m_about.startsWith(u"http"))
        m_link.address = m_about;
    m_item.link = m_link.address;
    m_item.categories.removeDuplicates();
}

std::optional<FeedItem> ItemReader::read()
{
    XmlTokens &tokens = m_elements.tokens();
    XmlToken token;
    while (tokens.next(token)) {
        if (token.kind == XmlToken::Kind::Text)
            continue;
        const QString name = token.name.toString().toLower();
        const bool isItem = (name == u"item" || name == u"entry") && token.space != Space::Media;
        if (token.kind == XmlToken::Kind::End && endsItem(name)) {
            if (!isItem)
                tokens.seek(token.begin);
            break;
        }
        if (token.kind == XmlToken::Kind::Start && isItem) { // the one before it has no end tag
            tokens.seek(token.begin);
            break;
        }
        if (token.kind == XmlToken::Kind::Start)
            readElement(token, name);
    }
    finish();
    return m_says ? std::optional(std::move(m_item)) : std::nullopt;
}

} // namespace

std::optional<FeedItem> readFeedItem(FeedElements &elements, const XmlToken &start, const QString &base)
{
    return ItemReader(elements, start, base).read();
}

} // namespace yaodian::digest
