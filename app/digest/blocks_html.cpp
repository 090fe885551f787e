#include "digest/blockbuilder.h"
#include "digest/html_tokens.h"
#include "digest/page.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace yaodian::digest {

namespace {

/// Candidates for a page's content that are followed at once, and that are remembered.
constexpr qsizetype mostOpenRegions = 8;
constexpr qsizetype mostRegions = 64;

/// What a tag does to the stream.
enum class Does : quint8 {
    Nothing,
    Break,
    Line,
    Heading,
    List,
    Item,
    Quote,
    Link,
    Image,
    Caption,
    Drop,
    Title,
    Row,
    Cell,
    Strong,
    Meta
};

struct Tag
{
    std::string_view name;
    Does does = Does::Nothing;
};

constexpr Tag tags[] = {
    {"p", Does::Break},       {"div", Does::Break},     {"section", Does::Break},    {"article", Does::Break},
    {"main", Does::Break},    {"table", Does::Break},   {"tbody", Does::Break},      {"thead", Does::Break},
    {"caption", Does::Break}, {"center", Does::Break},  {"figure", Does::Break},     {"figcaption", Does::Caption},
    {"pre", Does::Break},     {"address", Does::Break}, {"details", Does::Break},    {"summary", Does::Break},
    {"dl", Does::Break},      {"dt", Does::Break},      {"dd", Does::Break},         {"header", Does::Break},
    {"hr", Does::Break},      {"body", Does::Break},    {"html", Does::Break},       {"fieldset", Does::Break},
    {"h1", Does::Heading},    {"h2", Does::Heading},    {"h3", Does::Heading},       {"h4", Does::Heading},
    {"h5", Does::Heading},    {"h6", Does::Heading},    {"script", Does::Drop},      {"style", Does::Drop},
    {"nav", Does::Drop},      {"noscript", Does::Drop}, {"svg", Does::Drop},         {"iframe", Does::Drop},
    {"textarea", Does::Drop}, {"select", Does::Drop},   {"button", Does::Drop},      {"template", Does::Drop},
    {"footer", Does::Drop},   {"form", Does::Drop},     {"canvas", Does::Drop},      {"audio", Does::Drop},
    {"video", Does::Drop},    {"math", Does::Drop},     {"br", Does::Line},          {"ul", Does::List},
    {"ol", Does::List},       {"li", Does::Item},       {"blockquote", Does::Quote}, {"a", Does::Link},
    {"img", Does::Image},     {"title", Does::Title},   {"meta", Does::Meta},        {"link", Does::Meta},
    {"time", Does::Meta},     {"tr", Does::Row},        {"td", Does::Cell},          {"th", Does::Cell},
    {"strong", Does::Strong}, {"b", Does::Strong},
};

/// Where the search for a name begins: of its length, its first and its last letter.
constexpr size_t slotOf(std::string_view name)
{
    const auto first = static_cast<unsigned char>(name.front());
    const auto last = static_cast<unsigned char>(name.back());
    return (first * 5U + last * 17U + name.size() * 11U) % 256;
}

/// The table above, laid out so that a name is found at once: it is asked for every tag of a page.
constexpr std::array<Tag, 256> slots = [] {
    std::array<Tag, 256> out{};
    for (const Tag &tag : tags) {
        size_t slot = slotOf(tag.name);
        while (!out[slot].name.empty())
            slot = (slot + 1) % out.size();
        out[slot] = tag;
    }
    return out;
}();

Does whatDoes(QByteArrayView name)
{
    const std::string_view wanted(name.data(), size_t(name.size()));
    for (size_t slot = slotOf(wanted); !slots[slot].name.empty(); slot = (slot + 1) % slots.size()) {
        if (slots[slot].name == wanted)
            return slots[slot].does;
    }
    return Does::Nothing;
}

/// Dropped elements without an end tag after which a document is read on; each costs a pass over what is left.
constexpr int mostBack = 4;

/// Reads tokens into a document.
class HtmlReader
{
public:
    HtmlReader(QStringView html, PageMeta *meta) : m_tokens(html), m_builder(m_document), m_meta(meta) {}

    Document read();

private:
    void start(const HtmlToken &token, Does does);
    void end(Does does);
    void text(QStringView raw);
    bool dropping(const HtmlToken &token, Does does);
    bool goBack();
    void readMeta(const HtmlToken &token);
    void followRegions(const HtmlToken &token);

    /// A candidate for the content whose end tag is not there yet.
    struct OpenRegion
    {
        QByteArray name;
        int depth = 1; // of elements of its name
        qsizetype region = 0;
    };

    Document m_document;
    HtmlTokens m_tokens;
    BlockBuilder m_builder;
    QByteArray m_dropName; // the element whose content is dropped
    qsizetype m_dropFrom = 0;
    int m_dropDepth = 0;
    int m_wentBack = 0;
    bool m_inTitle = false;
    PageMeta *m_meta; // null: nobody asks
    QList<OpenRegion> m_open;
};

/// Keeps account of a dropped element; true while its content (or its own tags) is to be skipped.
bool HtmlReader::dropping(const HtmlToken &token, Does does)
{
    if (m_dropDepth > 0) {
        if (token.kind != HtmlToken::Kind::Text && token.name == m_dropName)
            m_dropDepth += token.kind == HtmlToken::Kind::Start ? 1 : -1;
        return true;
    }
    if (does != Does::Drop || token.kind == HtmlToken::Kind::Text)
        return false;
    if (token.kind == HtmlToken::Kind::Start && !token.attributes.endsWith(u'/')) {
        m_builder.endLine(true);
        m_dropName = token.name.toByteArray();
        m_dropFrom = m_tokens.position();
        m_dropDepth = 1;
    }
    return true;
}

/// At the end of a document inside an element that was to be dropped: it has no end tag, and what was taken for its
/// content is the rest of the post. False where there is nothing to go back to.
bool HtmlReader::goBack()
{
    if (m_dropDepth == 0 || ++m_wentBack > mostBack)
        return false;
    m_dropDepth = 0;
    m_tokens.seek(m_dropFrom);
    return true;
}

/// Text that was escaped twice on its way ("&amp;amp;", "&amp;nbsp;"). What would become a tag stays as it is.
QString decodedText(QStringView raw)
{
    const QString text = htmlDecoded(raw);
    if (!raw.contains(u"&amp;"))
        return text;
    for (const QStringView entity :
         {QStringView(u"&amp;"), QStringView(u"&nbsp;"), QStringView(u"&quot;"), QStringView(u"&#39;"),
          QStringView(u"&ldquo;"), QStringView(u"&rdquo;"), QStringView(u"&hellip;"), QStringView(u"&mdash;")})
        if (text.contains(entity))
            return text.contains(u"&lt;") ? text : htmlDecoded(text);
    return text;
}

void HtmlReader::text(QStringView raw)
{
    if (m_inTitle)
        m_document.title += decodedText(raw).simplified();
    else if (raw.contains(u'&'))
        m_builder.addCollapsed(decodedText(raw));
    else
        m_builder.addCollapsed(raw);
}

void HtmlReader::start(const HtmlToken &token, Does does)
{
    switch (does) {
    case Does::Break:
        m_builder.endLine(true);
        break;
    case Does::Caption:
        m_builder.openCaption();
        break;
    case Does::Line:
        m_builder.endLine(false);
        break;
    case Does::Heading:
        m_builder.openHeading(token.name[1] - '0');
        break;
    case Does::List: {
        const int first = htmlAttribute(token.attributes, QLatin1String("start")).toInt();
        m_builder.openList(token.name == "ol", first > 0 ? first : 1);
        break;
    }
    case Does::Item:
        m_builder.openItem(htmlAttribute(token.attributes, QLatin1String("value")).toInt());
        break;
    case Does::Quote:
        m_builder.openQuote();
        break;
    case Does::Link:
        m_builder.openLink(htmlAttribute(token.attributes, QLatin1String("href")));
        break;
    case Does::Image:
        m_builder.addImage(htmlAttribute(token.attributes, QLatin1String("alt")));
        break;
    case Does::Title:
        m_inTitle = m_document.title.isEmpty();
        break;
    case Does::Meta:
        if (m_meta)
            readMeta(token);
        break;
    case Does::Row:
        m_builder.openRow();
        break;
    case Does::Cell:
        m_builder.openCell();
        break;
    case Does::Strong:
        m_builder.openStrong();
        break;
    case Does::Drop:
    case Does::Nothing:
        break;
    }
}

void HtmlReader::readMeta(const HtmlToken &token)
{
    const auto value = [&token](const char *name) { return htmlAttribute(token.attributes, QLatin1String(name)); };
    const auto fill = [](QString &field, const QString &text) { field = field.isEmpty() ? text : field; };
    if (token.name == "link") {
        if (value("rel").compare(u"canonical", Qt::CaseInsensitive) == 0)
            m_meta->link = value("href");
        return;
    }
    if (token.name == "time")
        return fill(m_meta->published, value("datetime"));
    QString name = value("property");
    fill(name, value("name"));
    fill(name, value("itemprop"));
    name = name.toLower();
    if (name == u"og:title")
        fill(m_meta->title, value("content").simplified());
    else if (name == u"og:url")
        fill(m_meta->link, value("content"));
    else if (name == u"article:published_time" || name == u"datepublished" || name == u"pubdate" ||
             name == u"publishdate" || name == u"date")
        m_meta->published = value("content");
    else if (name == u"author")
        fill(m_meta->author, value("content").simplified());
}

/// Where the elements begin and end that may be the content.
void HtmlReader::followRegions(const HtmlToken &token)
{
    const bool starts = token.kind == HtmlToken::Kind::Start;
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        OpenRegion &open = m_open[i];
        if (open.name != token.name)
            continue;
        open.depth += starts ? 1 : -1;
        if (open.depth == 0) {
            m_meta->regions[open.region].last = m_document.blocks.size();
            m_open.removeAt(i);
        }
    }
    bool named = false;
    if (!starts || m_open.size() >= mostOpenRegions || m_meta->regions.size() >= mostRegions ||
        !isContentElement(token.name, token.attributes, named))
        return;
    m_open.append({token.name.toByteArray(), 1, m_meta->regions.size()});
    m_meta->regions.append({m_document.blocks.size(), -1, named});
}

void HtmlReader::end(Does does)
{
    switch (does) {
    case Does::Break:
    case Does::Caption:
        m_builder.endLine(true);
        m_builder.closeCaption();
        break;
    case Does::Heading:
        m_builder.closeHeading();
        break;
    case Does::List:
        m_builder.closeList();
        break;
    case Does::Item:
        m_builder.closeItem();
        break;
    case Does::Quote:
        m_builder.closeQuote();
        break;
    case Does::Link:
        m_builder.closeLink();
        break;
    case Does::Title:
        m_inTitle = false;
        break;
    case Does::Row:
        m_builder.closeRow();
        break;
    case Does::Cell:
        m_builder.endLine(true);
        break;
    case Does::Strong:
        m_builder.closeStrong();
        break;
    case Does::Line:
    case Does::Image:
    case Does::Drop:
    case Does::Meta:
    case Does::Nothing:
        break;
    }
}

Document HtmlReader::read()
{
    m_document.isPage = true;
    HtmlToken token;
    while (m_tokens.next(token) || (goBack() && m_tokens.next(token))) {
        const Does does = token.kind == HtmlToken::Kind::Text ? Does::Nothing : whatDoes(token.name);
        if (dropping(token, does))
            continue;
        if (token.kind == HtmlToken::Kind::Text)
            text(token.text);
        else if (token.kind == HtmlToken::Kind::Start)
            start(token, does);
        else
            end(does);
        if (m_meta && (does == Does::Break || does == Does::Cell))
            followRegions(token);
    }
    m_builder.endLine(true);
    for (const OpenRegion &open : m_open)
        m_meta->regions[open.region].last = m_document.blocks.size();
    if (m_tokens.endedInside())
        m_document.repairs.append(QCoreApplication::translate(
            "digest", "The document is cut off in the middle of a tag; the rest is missing."));
    return std::move(m_document);
}

} // namespace

Document blocksFromHtml(const QString &html)
{
    return HtmlReader(html, nullptr).read();
}

Document blocksFromHtml(const QString &html, PageMeta &meta)
{
    return HtmlReader(html, &meta).read();
}

} // namespace yaodian::digest
