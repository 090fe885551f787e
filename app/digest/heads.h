#pragma once

#include "digest/blocks.h"
#include "digest/values.h"

#include <optional>

namespace yaodian::digest {

/// The line that opens an entry.
struct Head
{
    std::optional<int> number;
    QStringList categories;
    QString title;
    QString titleZh;        ///< where the line gives the title in both languages
    QString link;           ///< of the title itself, where it is one
    bool ofListing = false; ///< of arXiv's own lists: the text below is the abstract, not somebody's words
    QString rest;           ///< what stands behind the title on its line
};

/// "1、[CL] Title", "[CV] Title", "２．【LG】 Title"; nullopt for any other line ("[MIT] (2023)" is an affiliation).
[[nodiscard]] std::optional<Head> taggedHead(const Block &block, const QList<LegendItem> &legend);
/// Where the tags that begin at `at` end ("[LG] [cs.CV]" and the blanks behind them); `at` where there are none.
[[nodiscard]] qsizetype tagsEnd(QStringView text, qsizetype at, const QList<LegendItem> &legend, QStringList &codes);
/// Where the Chinese title begins whose first ideograph stands at `han`: before the name it opens with ("LLaMA:
/// 开源…"), which may be the words that the English title opens with.
[[nodiscard]] qsizetype chineseTitleBegin(QStringView text, qsizetype han, QStringView title);
/// "1、Title in English"; nullopt where the number or the title is missing.
[[nodiscard]] std::optional<Head> numberedHead(const Block &block);

} // namespace yaodian::digest
