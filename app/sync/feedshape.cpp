#include "sync/feedshape.h"

#include "sync/jsonposts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

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

QByteArray localName(const QByteArray &name)
{
    return name.mid(name.indexOf(':') + 1);
}

FeedShape::Kind kindOf(const QByteArray &root)
{
    const QByteArray local = localName(root);
    return local == "rss"    ? FeedShape::Kind::Rss
           : local == "feed" ? FeedShape::Kind::Atom
           : local == "RDF"  ? FeedShape::Kind::Rdf
                             : FeedShape::Kind::None;
}

QByteArray xmlDeclaration(const QByteArray &bytes)
{
    const qsizetype begin = bytes.indexOf("<?xml");
    const qsizetype end = bytes.indexOf("?>", begin);
    return begin < 0 || begin > 1024 || end < 0 || end - begin > 512 ? QByteArray() : bytes.mid(begin, end + 2 - begin);
}

QString decoded(const QByteArray &bytes, const QByteArray &declaration)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    static const QRegularExpression encoding(QStringLiteral("encoding\\s*=\\s*[\"']([^\"']+)"));
    QByteArray name = encoding.match(QString::fromLatin1(declaration)).captured(1).toLatin1().toLower();
    if (name == "gb2312" || name == "gbk")
        name = "gb18030";
    QStringDecoder declared(name.constData());
    return declared.isValid() ? QString(declared(bytes)) : text;
}

QString plainTitle(QString text)
{
    static const QRegularExpression cdata(QStringLiteral("<!\\[CDATA\\[(.*?)\\]\\]>"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    text.replace(cdata, QStringLiteral("\\1")).remove(tags);
    // Twice: titles arrive escaped twice as often as once.
    for (int round = 0; round < 2; ++round) {
        text.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">"));
        text.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&#39;"), QLatin1String("'"));
        text.replace(QLatin1String("&apos;"), QLatin1String("'")).replace(QLatin1String("&amp;"), QLatin1String("&"));
    }
    return text.simplified().left(200);
}

/// Walks over the tags once, collecting the feed's title and its items.
class Walk
{
public:
    Walk(const QByteArray &bytes, const Tag &root, FeedShape &shape)
        : m_bytes(bytes), m_root(root), m_shape(shape), m_item(shape.kind == FeedShape::Kind::Atom ? "entry" : "item"),
          m_declaration(xmlDeclaration(bytes))
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
        if (!tag.opens && tag.name == m_root.name) {
            m_shape.closed = true;
        } else if (name == m_item && !tag.empty && tag.name.contains(':') == m_root.name.contains(':')) {
            seeItem(tag);
        } else if (name == m_item && m_shape.kind == FeedShape::Kind::Rdf && !tag.empty) {
            seeItem(tag);
        } else if (m_begin < 0 && m_shape.items.isEmpty()) {
            seeHead(tag, name);
        }
    }

    void seeItem(const Tag &tag)
    {
        if (tag.opens && m_begin < 0)
            m_begin = tag.begin;
        if (tag.opens || m_begin < 0)
            return;
        m_shape.items.append(alone(m_bytes.mid(m_begin, tag.end - m_begin)));
        m_shape.wholePart = tag.end;
        m_begin = -1;
    }

    void seeHead(const Tag &tag, const QByteArray &name)
    {
        if (name == "image")
            m_inImage = tag.opens && !tag.empty;
        if (name == "channel" && tag.opens)
            m_channel = m_bytes.mid(tag.begin, tag.end - tag.begin);
        if (name != "title" || m_inImage || !m_shape.title.isEmpty())
            return;
        if (tag.opens)
            m_title = tag.end;
        else if (m_title >= 0)
            m_shape.title = plainTitle(decoded(m_bytes.mid(m_title, tag.begin - m_title), m_declaration));
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
    const QByteArray m_item;
    const QByteArray m_declaration;
    QByteArray m_channel;
    qsizetype m_begin = -1; ///< of the item that is open
    qsizetype m_title = -1;
    bool m_inImage = false;
};

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
    shape.title = document.object().value(QLatin1String("title")).toString().simplified();
    if (!document.isNull())
        shape.items = jsonPosts(bytes);
    return shape;
}

} // namespace

FeedShape feedShape(const QByteArray &bytes)
{
    const bool utf16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    if (utf16) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        FeedShape shape = feedShape(QString(decoder(bytes)).toUtf8());
        shape.items.clear(); // in another encoding they would not be the original bytes
        return shape;
    }
    if (isJson(bytes))
        return shapeOfJson(bytes);
    FeedShape shape;
    const Tag root = nextTag(bytes, 0);
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
