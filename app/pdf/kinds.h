#pragma once

#include <QString>

#include <optional>

// What the first words of a line say of what begins there. Pure, for lines of a page and for lines of its text.
namespace yaodian::pdf {

/// "Figure 3:", "TABLE IV", "图 2": the beginning of a caption.
struct CaptionMark
{
    enum class Of { Figure, Table, Algorithm };
    Of of = Of::Figure;
    QString number;      ///< as printed, without its last point: "3", "A.1", "IV"
    int length = 0;      ///< of the mark in the line
    bool isSure = false; ///< what follows the number is no sentence
};
[[nodiscard]] std::optional<CaptionMark> captionMarkOf(const QString &line);

/// "3.2 Training", "IV. RESULTS", "第二章 方法", "Appendix B", "References".
struct HeadingMark
{
    QString number; ///< "3.2", "IV", "B.1"; empty: without a number
    QString title;  ///< without the number
    int level = 0;
    bool isBibliography = false;
    bool isKnown = false; ///< a name that sections without a number have
};
[[nodiscard]] std::optional<HeadingMark> headingMarkOf(const QString &line);

/// The label of an entry of the bibliography at the start of a line: "12" of "[12] …", "12. …", "(12) …" and "12 …",
/// "BMR+20".
struct EntryMark
{
    QString label;
    int length = 0;
    bool inBrackets = false;
    bool isBare = false; ///< a number alone: text may go on with one too
};
[[nodiscard]] std::optional<EntryMark> entryMarkOf(const QString &line);

/// "1", "∗" at the start of a footnote; empty: none.
[[nodiscard]] QString footnoteMarkOf(const QString &line);

/// 3 of "III", 12 of "十二"; 0: no such number.
[[nodiscard]] int fromRoman(const QString &text);
[[nodiscard]] int fromChinese(const QString &text);

} // namespace yaodian::pdf
