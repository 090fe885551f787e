#include "digest/blockbuilder.h"
#include "digest/html_tokens.h"

#include <QCoreApplication>
#include <QHash>

namespace yaodian::digest {

namespace {

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
    Drop,
    Title,
    Row,
    Cell,
    Strong
};

Does whatDoes(const QByteArray &name)
{
    static const QHash<QByteArray, Does> table = [] {
        QHash<QByteArray, Does> t;
        for (const char *block :
             {"p",       "div",    "section", "article",    "main", "table",   "tbody",   "thead",
              "caption", "center", "figure",  "figcaption", "pre",  "address", "details", "summary",
              "dl",      "dt",     "dd",      "header",     "hr",   "body",    "html",    "fieldset"})
            t.insert(block, Does::Break);
        for (const char *heading : {"h1", "h2", "h3", "h4", "h5", "h6"})
            t.insert(heading, Does::Heading);
        for (const char *dropped :
             {"script", "style", "nav", "noscript", "svg", "iframe", "textarea", "select", "button", "template",
              "footer", "form", "object", "canvas", "audio", "video", "math"})
            t.insert(dropped, Does::Drop);
        t.insert("br", Does::Line);
        t.insert("ul", Does::List);
        t.insert("ol", Does::List);
        t.insert("li", Does::Item);
        t.insert("blockquote", Does::Quote);
        t.insert("a", Does::Link);
        t.insert("img", Does::Image);
        t.insert("title", Does::Title);
        t.insert("tr", Does::Row);
        t.insert("td", Does::Cell);
        t.insert("th", Does::Cell);
        t.insert("strong", Does::Strong);
        t.insert("b", Does::Strong);
        return t;
    }();
    return table.value(name, Does::Nothing);
}

/// Reads tokens into a document.
class HtmlReader
{
public:
    explicit HtmlReader(QStringView html) : m_tokens(html), m_builder(m_document) {}

    Document read();

private:
    void start(const HtmlToken &token, Does does);
    void end(Does does);
    void text(QStringView raw);
    bool dropping(const HtmlToken &token, Does does);

    Document m_document;
    HtmlTokens m_tokens;
    BlockBuilder m_builder;
    QByteArray m_dropName; // the element whose content is dropped
    int m_dropDepth = 0;
    bool m_inTitle = false;
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
        m_dropName = token.name;
        m_dropDepth = 1;
    }
    return true;
}

void HtmlReader::text(QStringView raw)
{
    if (m_inTitle)
        m_document.title += htmlDecoded(raw).simplified();
    else if (raw.contains(u'&'))
        m_builder.addCollapsed(htmlDecoded(raw));
    else
        m_builder.addCollapsed(raw);
}

void HtmlReader::start(const HtmlToken &token, Does does)
{
    switch (does) {
    case Does::Break:
        m_builder.endLine(true);
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

void HtmlReader::end(Does does)
{
    switch (does) {
    case Does::Break:
        m_builder.endLine(true);
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
    case Does::Nothing:
        break;
    }
}

Document HtmlReader::read()
{
    m_document.isPage = true;
    HtmlToken token;
    while (m_tokens.next(token)) {
        const Does does = token.kind == HtmlToken::Kind::Text ? Does::Nothing : whatDoes(token.name);
        if (dropping(token, does))
            continue;
        if (token.kind == HtmlToken::Kind::Text)
            text(token.text);
        else if (token.kind == HtmlToken::Kind::Start)
            start(token, does);
        else
            end(does);
    }
    m_builder.endLine(true);
    if (m_tokens.endedInside())
        m_document.repairs.append(QCoreApplication::translate(
            "digest", "The document is cut off in the middle of a tag; the rest is missing."));
    return std::move(m_document);
}

} // namespace

Document blocksFromHtml(const QString &html)
{
    return HtmlReader(html).read();
}

} // namespace yaodian::digest
