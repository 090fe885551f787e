#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

namespace yaodian::digest {

/// Whose element it is. Feeds declare a dozen addresses for the same vocabulary, or none at all.
enum class Space : quint8 { Core, Content, Dublin, Xhtml, Media, Itunes, Arxiv, Feedburner, Other };

/// One step through XML: text, a start tag or an end tag. `<a/>` is a start tag followed by an end tag.
struct XmlToken
{
    enum class Kind : quint8 { Text, Start, End };

    Kind kind = Kind::Text;
    Space space = Space::Core;
    bool isLiteral = false; ///< of Text: from CDATA, nothing in it is escaped
    QStringView text;       ///< of Text: as written
    QStringView name;       ///< of a tag: without its prefix
    QStringView attributes; ///< of Start: everything between the name and '>'
    qsizetype begin = 0;    ///< of a tag: where its '<' stands

    [[nodiscard]] bool starts(QStringView what) const { return kind == Kind::Start && name == what; }
    [[nodiscard]] bool ends(QStringView what) const { return kind == Kind::End && name == what; }
};

/// A pull reader of XML that forgives what feeds get wrong: text around the document, bare '&' and '<', names without a
/// declaration, tags that never close, an end that is missing. It checks nothing, keeps no stack, and its time is
/// linear in the length of the text; entities of the document's own are short texts, and never entities in turn.
class XmlTokens
{
public:
    explicit XmlTokens(QStringView xml);

    /// False at the end.
    bool next(XmlToken &token);
    /// Where the next token begins; `seek` goes back to such a place.
    [[nodiscard]] qsizetype position() const { return m_at; }
    void seek(qsizetype position);
    /// The document as written between two positions.
    [[nodiscard]] QStringView between(qsizetype begin, qsizetype end) const { return m_xml.mid(begin, end - begin); }
    /// Text of this document with its entities decoded, its own ones among them.
    [[nodiscard]] QString decoded(QStringView text);
    /// Whose elements a prefix stands for, as far as it was declared up to here.
    [[nodiscard]] Space spaceOf(QStringView prefix) const;
    /// The document ended inside a tag, a comment or CDATA.
    [[nodiscard]] bool endedInside() const { return m_endedInside; }

private:
    bool skipMarkup(XmlToken &token, bool &isText);
    bool readTag(XmlToken &token);
    void readDocumentType(QStringView type);
    void declare(QStringView attributes, QStringView element);
    [[nodiscard]] Space spaceOf(QStringView prefix, QStringView attributes) const;

    QStringView m_xml;
    qsizetype m_at = 0;
    bool m_endedInside = false;
    QHash<QString, Space> m_spaces; // by prefix
    QHash<QString, QString> m_entities;
    qsizetype m_expanded = 0;  // characters that came out of them
    bool m_pendingEnd = false; // of a tag that closed itself
    XmlToken m_last;
};

/// Value of one attribute, prefix included in its name ("xml:base"), in letters of either case, entities decoded; empty
/// where it is missing.
[[nodiscard]] QString xmlAttribute(QStringView attributes, QStringView name);

/// Text with the entities of XML and HTML decoded once. Unlike HTML, only those that end in ';': "?a=1&copy=2" stays.
[[nodiscard]] QString xmlDecoded(QStringView text);

} // namespace yaodian::digest
