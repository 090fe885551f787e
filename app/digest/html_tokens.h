#pragma once

#include <QString>
#include <QStringView>

namespace yaodian::digest {

/// One step through HTML: text, a start tag or an end tag. Comments, declarations and what stands inside script and
/// style are stepped over.
struct HtmlToken
{
    enum class Kind { Text, Start, End };

    Kind kind = Kind::Text;
    QStringView text;       ///< of Text: as written, entities not yet decoded
    QByteArrayView name;    ///< of a tag: lower case, at most 20 characters; holds until the next token
    QStringView attributes; ///< of Start: everything between the name and '>'
};

/// A tokenizer without a tree and without a stack: time and memory are linear whatever the nesting or the number of
/// attributes. (libxml2's parser compares every attribute of a tag with all before it, so 20,000 in one tag cost 200
/// million comparisons, and the flat stream of blocks has no use for a repaired tree.)
class HtmlTokens
{
public:
    explicit HtmlTokens(QStringView html) : m_html(html) {}

    /// False at the end.
    bool next(HtmlToken &token);
    /// Where the next token begins; `seek` goes back to such a place.
    [[nodiscard]] qsizetype position() const { return m_at; }
    void seek(qsizetype position) { m_at = position; }
    /// The document ended inside a tag or a comment.
    [[nodiscard]] bool endedInside() const { return m_endedInside; }

private:
    bool skipMarkup();
    bool readTag(HtmlToken &token);
    void skipRawText(QByteArrayView name);

    static constexpr qsizetype longestName = 20;

    QStringView m_html;
    char m_name[longestName] = {};
    qsizetype m_at = 0;
    bool m_endedInside = false;
};

/// Where a tag ends whose name ends at `at`: the first '>' that is not inside quotes; -1 where there is none. A quote
/// that never closes is none.
[[nodiscard]] qsizetype htmlTagEnd(QStringView html, qsizetype at);

/// Value of one attribute of a tag, entities decoded; empty where it is missing. Looks at the first 64 attributes.
[[nodiscard]] QString htmlAttribute(QStringView attributes, QLatin1String name);

/// The same as it is written, for values without entities.
[[nodiscard]] QStringView htmlRawAttribute(QStringView attributes, QLatin1String name);

/// Text with its entities decoded; unknown ones stay as written.
[[nodiscard]] QString htmlDecoded(QStringView text);

/// The character an entity names ("amp", "hellip"); 0: unknown.
[[nodiscard]] char32_t htmlEntity(QStringView name);

} // namespace yaodian::digest
