#pragma once

#include "digest/blocks.h"

#include <QStringView>

#include <optional>

// Hand-written scanners over lines: no regular expressions, each looks at every character at most once or twice.

namespace yaodian::digest {

/// ASCII or full-width
[[nodiscard]] constexpr bool isDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= 0xFF10 && u <= 0xFF19);
}

/// A to Z
[[nodiscard]] constexpr bool isCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

[[nodiscard]] constexpr bool isDash(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'-' || (u >= 0x2010 && u <= 0x2015) || u == 0x2212 || u == 0xFF0D || u == u'|';
}

[[nodiscard]] constexpr bool isColon(QChar c)
{
    return c == u':' || c == u'：' || c == u'∶' || c == u'﹕' || c == u'︰';
}

/// [ ［ 【
[[nodiscard]] constexpr bool opensBracket(QChar c)
{
    return c == u'[' || c == u'［' || c == u'【';
}

/// ] ］ 】
[[nodiscard]] constexpr bool closesBracket(QChar c)
{
    return c == u']' || c == u'］' || c == u'】';
}

/// A character that only says where a line may break, or nothing at all: zero-width blank, word joiner, byte order
/// mark, soft hyphen. Editors leave them inside words.
[[nodiscard]] constexpr bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x200B || u == 0x2060 || u == 0xFEFF || u == 0x00AD;
}

/// an ideograph
[[nodiscard]] constexpr bool isHan(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x4E00 && u <= 0x9FFF) || (u >= 0x3400 && u <= 0x4DBF);
}

/// False where `text` cannot begin with the word, in any case: asked before the real comparison, of every line and
/// word.
[[nodiscard]] constexpr bool mayBeginAlike(QStringView text, QStringView word)
{
    return !text.isEmpty() && (text[0].unicode() | 0x20) == (word[0].unicode() | 0x20);
}

[[nodiscard]] bool hasHan(QStringView text);
/// Chinese enough to be read as Chinese, though it may name an English model.
[[nodiscard]] bool isChinese(QStringView text);
/// Letters of the Latin script outnumber ideographs by far.
[[nodiscard]] bool isLatin(QStringView text);

/// Where the next character stands that is no white space.
[[nodiscard]] qsizetype skipBlanks(QStringView text, qsizetype at);

/// A mark at the start of an item: "1、" "1." "１．" "(1)" "1）" "3。" "①" "-" "•". length 0: there is none.
struct ListMark
{
    int number = 0;       ///< 0: a bullet
    qsizetype length = 0; ///< with the white space after it
};
[[nodiscard]] ListMark listMark(QStringView text);

/// What a line says it holds.
enum class Label {
    Points,
    OneLine,
    Abstract,
    Aspect,
    Authors,
    Affiliations,
    Title,
    TitleZh,
    Link,
    OtherLink,
    Via,
    Venue,
    Year,
    Category
};

struct Labelled
{
    Label label;
    qsizetype textFrom = 0; ///< where the labelled text begins; the end of the line where it is on the next one
    QStringView word;       ///< the label as printed
};
/// "要点:" "【摘要】" "一句话总结：…" "动机：…" "Abstract: …"; nullopt for an ordinary line.
[[nodiscard]] std::optional<Labelled> labelOf(QStringView text);

/// Length of the address that begins at `from` (http, https); 0: none. A trailing full stop, a bracket that was never
/// opened and a legend glued to it ("…2302.03202LG - 机器学习") are not part of it.
[[nodiscard]] qsizetype urlLength(QStringView text, qsizetype from);
/// Where the next address begins; -1.
[[nodiscard]] qsizetype findUrl(QStringView text, qsizetype from = 0);
/// The address a line consists of or ends in after a label ("链接：https://…"); empty where it is running text.
[[nodiscard]] QString lineUrl(const Block &block);
/// "https://host/202...": a shortened address that leads nowhere.
[[nodiscard]] bool isShortened(QStringView url);

/// The title in "[1]《Title》" or "《Title》", where that is the whole line; `number` is what the bracket holds, else
/// 0.
[[nodiscard]] QString bookTitle(QStringView text, int &number);
/// "CVPR 2018", "ECCV 2018（oral）": where a paper appeared.
[[nodiscard]] bool isVenue(QStringView text);

/// "另外几篇值得关注的论文:" "更多": what follows is the closing list.
[[nodiscard]] bool opensClosingList(const Block &block);

} // namespace yaodian::digest
