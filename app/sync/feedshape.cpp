#include "sync/feedshape.h"

#include "digest/digest.h"
#include "sync/jsonposts.h"

#include <QJsonDocument>

namespace yaodian::sync {

namespace {

/// A tag as it stands in the bytes.
struct Tag
{
    QByteArray name; ///< with its prefix; empty: none was found
    bool opens = true;
    bool empty = false; ///< <name/>
    qsizetype begin = -1;
    qsizetype end = -1; ///< behind '>'
};

qsizetype behind(const QByteArray &bytes, QByteArrayView what, qsizetype from)
{
    const qsizetype at = bytes.indexOf(what, from);
    return at < 0 ? bytes.size() : at + what.size();
}

constexpr qsizetype longestTag = 16 * 1024;

/// The '>' of a tag, quoted ones passed over; where a quote never ends the first one. -1: none near.
qsizetype closingBracket(const QByteArray &bytes, qsizetype from)
{
    char quote = 0;
    const qsizetype end = qMin(bytes.size(), from + longestTag);
    for (qsizetype at = from; at < end; ++at) {
        const char c = bytes.at(at);
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at;
    }
    const qsizetype first = bytes.indexOf('>', from);
    return first < end ? first : -1;
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
           c == '_' || c == '.';
}

/// The next tag at or behind `from`; comments, CDATA, declarations and instructions are passed over.
Tag nextTag(const QByteArray &bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('<', from); at >= 0; at = bytes.indexOf('<', from)) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        if (rest.startsWith("<![CDATA[")) {
            from = behind(bytes, "]]>", at);
        } else if (rest.startsWith("<!--")) {
            from = behind(bytes, "-->", at);
        } else if (rest.startsWith("<?")) {
            from = behind(bytes, "?>", at);
        } else {
            Tag tag;
            tag.opens = !rest.startsWith("</");
            const qsizetype begin = at + (tag.opens ? 1 : 2);
            qsizetype end = begin;
            while (end < bytes.size() && isNameByte(bytes.at(end)))
                ++end;
            const qsizetype close = end > begin ? closingBracket(bytes, end) : -1;
            // Past what was looked at: tags that never end must not cost their length squared.
            from = end > begin ? end + longestTag : at + 1;
            if (close < 0)
                continue;
            tag.name = bytes.mid(begin, end - begin);
            tag.empty = bytes.at(close - 1) == '/';
            tag.begin = at;
            tag.end = close + 1;
            return tag;
        }
    }
    return {};
}

/// Without its prefix, in small letters.
QByteArray localName(const QByteArray &name)
{
    return name.mid(name.indexOf(':') + 1).toLower();
}

FeedShape::Kind kindOf(const QByteArray &root)
{
    const QByteArray local = localName(root);
    return local == "rss"       ? FeedShape::Kind::Rss
           : local == "feed"    ? FeedShape::Kind::Atom
           : local == "rdf"     ? FeedShape::Kind::Rdf
           : local == "channel" ? FeedShape::Kind::Channel
                                : FeedShape::Kind::None;
}

/// A warning of the server's may stand before a document, with tags of its own.
constexpr qsizetype longestWarning = 4096;

qsizetype documentBegin(const QByteArray &bytes)
{
    return qMax<qsizetype>(0, bytes.left(longestWarning).indexOf("<?xml"));
}

QByteArray xmlDeclaration(const QByteArray &bytes)
{
    const qsizetype begin = bytes.indexOf("<?xml");
    const qsizetype end = bytes.indexOf("?>", begin);
    return begin < 0 || begin > longestWarning || end < 0 || end - begin > 512 ? QByteArray()
                                                                               : bytes.mid(begin, end + 2 - begin);
}

/// Walks over the tags once, collecting the feed's items.
class Walk
{
public:
    Walk(const QByteArray &bytes, const Tag &root, FeedShape &shape)
        : m_bytes(bytes), m_root(root), m_shape(shape), m_declaration(xmlDeclaration(bytes))
    {
    }

    void run()
    {
        for (Tag tag = nextTag(m_bytes, m_root.end); !tag.name.isEmpty(); tag = nextTag(m_bytes, tag.end))
            see(tag);
    }

private:
    void see(const Tag &tag)
    {
        const QByteArray name = localName(tag.name);
        // Feeds of one family take the other's name for their items now and then.
        const bool isItem = name == "item" || name == "entry";
        const bool ofTheFeed = tag.name.contains(':') == m_root.name.contains(':') ||
                               (m_shape.kind == FeedShape::Kind::Rdf && name == "item");
        if (!tag.opens && tag.name == m_root.name)
            m_shape.closed = true;
        else if (isItem && ofTheFeed && !tag.empty)
            seeItem(tag);
        else if (isItem && ofTheFeed && m_shape.kind == FeedShape::Kind::Channel)
            take(tag.begin, tag.end); // all it says stands in its tag
        else if (m_shape.items.isEmpty() && m_begin < 0 && name == "channel" && tag.opens)
            m_channel = m_bytes.mid(tag.begin, tag.end - tag.begin);
    }

    void seeItem(const Tag &tag)
    {
        if (tag.opens && m_begin < 0)
            m_begin = tag.begin;
        if (tag.opens || m_begin < 0)
            return;
        take(m_begin, tag.end);
        m_begin = -1;
    }

    void take(qsizetype begin, qsizetype end)
    {
        m_shape.items.append(alone(m_bytes.mid(begin, end - begin)));
        m_shape.wholePart = end;
    }

    [[nodiscard]] QByteArray alone(const QByteArray &item)
    {
        const QByteArray root = m_bytes.mid(m_root.begin, m_root.end - m_root.begin);
        const bool rss = m_shape.kind == FeedShape::Kind::Rss;
        m_shape.closing = (rss ? "</channel></" : "</") + m_root.name + ">\n";
        return (m_declaration.isEmpty() ? QByteArray() : m_declaration + "\n") + root +
               (rss ? (m_channel.isEmpty() ? QByteArray("<channel>") : m_channel) : QByteArray()) + "\n" + item + "\n" +
               m_shape.closing;
    }

    const QByteArray &m_bytes;
    const Tag &m_root;
    FeedShape &m_shape;
    const QByteArray m_declaration;
    QByteArray m_channel;
    qsizetype m_begin = -1; ///< of the item that is open
};

/// UTF-16 or UTF-32, by its mark or by the zeros of its first tag.
bool isWide(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff") || bytes.left(64).contains('\0');
}

/// An array of objects, objects a line, or an object with a list in it; whether they are posts or papers, the parser
/// says. The texts in them may hold any tags.
bool isJson(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096).trimmed();
    if (head.startsWith('['))
        return head.mid(1).trimmed().startsWith('{') || head.mid(1).trimmed() == "]";
    if (!head.startsWith('{') || !head.mid(1).trimmed().startsWith('"'))
        return false;
    const bool holdsList = head.contains("jsonfeed.org") || head.contains("[{") || head.contains("[ {");
    return holdsList || bytes.contains("}\n{\"");
}

FeedShape shapeOfJson(const QByteArray &bytes)
{
    FeedShape shape;
    shape.kind = FeedShape::Kind::Json;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    // Objects a line are no document, and end with a line.
    shape.closed = !document.isNull() || (bytes.contains("}\n{") && bytes.right(256).trimmed().endsWith('}'));
    if (!document.isNull())
        shape.items = jsonPosts(bytes);
    return shape;
}

} // namespace

FeedShape feedShape(const QByteArray &bytes)
{
    if (isWide(bytes)) {
        FeedShape shape = feedShape(digest::textOf(bytes, {}).toUtf8());
        shape.items.clear(); // in another encoding they would not be the original bytes
        return shape;
    }
    if (isJson(bytes))
        return shapeOfJson(bytes);
    FeedShape shape;
    const Tag root = nextTag(bytes, documentBegin(bytes));
    shape.kind = root.opens ? kindOf(root.name) : FeedShape::Kind::None;
    if (shape.kind == FeedShape::Kind::None)
        return shape;
    shape.closed = root.empty;
    Walk(bytes, root, shape).run();
    return shape;
}

bool isWebPage(const QByteArray &bytes)
{
    const Tag first = nextTag(bytes, 0);
    static const QList<QByteArray> names{"html", "head", "body", "title", "meta", "div", "script", "p"};
    return names.contains(first.name.toLower());
}

} // namespace yaodian::sync
