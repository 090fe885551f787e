#pragma once

#include "digest/values.h"

#include <QString>

namespace yaodian::digest::test {

/// How a daily digest prints its parts; every field is one habit of one kind of blog. %1 is what is printed.
struct Style
{
    QString number = QStringLiteral("%1、"); ///< of a head; "一": in Chinese numerals, "①": circled, "emoji": keycaps
    QString tag = QStringLiteral("[%1] ");   ///< around a category, empty: none is printed
    QString joint;                           ///< between two categories in one tag; empty: each has a tag of its own
    enum class ZhPlace { AfterPlace, BeforeAuthors } zhPlace = ZhPlace::AfterPlace;
    QString authors = QStringLiteral("%1");
    QString comma = QStringLiteral(", ");
    QString more = QStringLiteral("…"); ///< behind a list of names that goes on
    QString places = QStringLiteral("[%1]");
    QString ampersand = QStringLiteral(" & ");
    bool placesOnAuthorLine = false;
    QString year = QStringLiteral(" (%1)");
    bool yearBehindAuthors = false;
    QString points = QStringLiteral("要点:");
    QString item = QStringLiteral("  %1. ");
    QString oneLine = QStringLiteral("一句话总结:\n%1");
    QString abstractZh = QStringLiteral("摘要:\n%1");
    QString abstractEn = QStringLiteral("%1");
    QString link = QStringLiteral("%1");
    QString also = QStringLiteral("另外几篇值得关注的论文:");
    bool contents = true;    ///< a table of contents that looks like the heads
    bool legendLines = true; ///< texts of pictures between the entries
    QString frameBefore = QStringLiteral("1,054次阅读\n没有评论");
    QString frameAfter = QStringLiteral("正文完\n可以使用微信扫码关注公众号(ID:none)\npost-qrcode\n评论(没有评论)");
    bool blankLines = true;
    bool aspects = false;      ///< 动机 / 方法 / 优势 in place of 要点
    bool linkFirst = false;    ///< the link right below the head
    bool oneLineFirst = false; ///< 一句话总结 above the points
    bool englishFirst = false; ///< the English abstract above the Chinese one
    bool renumbered = false;   ///< a point's own "3、" was not seen as one, and the list counts on without it
};

/// An invented post: three numbered entries and two more, with every field that a digest can have.
[[nodiscard]] Issue inventedIssue();
/// The same without what a style does not print, so that it is what a reader must find.
[[nodiscard]] Issue asPrinted(Issue issue, const Style &style);
/// The post as text.
[[nodiscard]] QString printed(const Issue &issue, const Style &style);

// Dresses: the text in the clothes of a page.

[[nodiscard]] QString paragraphs(const QString &text); ///< <p> per line
[[nodiscard]] QString breaks(const QString &text);     ///< <br> between lines, &nbsp; for blanks before text
[[nodiscard]] QString sections(const QString &text);   ///< nested <section> and <span>, as WeChat writes
[[nodiscard]] QString tableRows(const QString &text);  ///< one row per line
[[nodiscard]] QString listItems(const QString &text);  ///< items of lists in <ol>, heads in <h3>, links in <a>
[[nodiscard]] QString markdownOf(const QString &text); ///< heads as headings, labels bold, links in brackets
[[nodiscard]] QString onOneLine(const QString &text);  ///< lines joined by a blank
[[nodiscard]] QString pageAround(const QString &body, const QString &title);
[[nodiscard]] QString feedAround(const QString &body, const QString &title);

} // namespace yaodian::digest::test
