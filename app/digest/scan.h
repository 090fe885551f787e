#pragma once

#include "digest/blocks.h"

#include <QStringView>

#include <optional>

// Hand-written scanners over lines: no regular expressions, each looks at every character at most once or twice.

namespace yaodian::digest {

[[nodiscard]] bool isDigit(QChar c);   ///< ASCII or full-width
[[nodiscard]] bool isCapital(QChar c); ///< A to Z
[[nodiscard]] bool isDash(QChar c);
[[nodiscard]] bool isColon(QChar c);
[[nodiscard]] bool opensBracket(QChar c);  ///< [ ［ 【
[[nodiscard]] bool closesBracket(QChar c); ///< ] ］ 】
[[nodiscard]] bool isHan(QChar c);         ///< an ideograph
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
