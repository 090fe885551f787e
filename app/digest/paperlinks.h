#pragma once

#include "digest/blocks.h"

namespace yaodian::digest {

/// The link names a paper beyond doubt (arXiv, DOI, OpenReview, ACL, PMLR, CVF).
[[nodiscard]] bool namesPaper(const QString &link);
/// The first link of the block that names a paper; null: none does.
[[nodiscard]] const BlockLink *linkToPaper(const Block &block);

/// The link among those of a block that stands for the paper: one that names a paper first, then one whose text says so
/// ("Paper", "论文", "PDF"); empty where there is none. Code, projects and posts about a paper are no paper.
[[nodiscard]] QString paperAmong(const Block &block);

/// "Paper", "PDF", "arXiv:2302.03084", "链接": the text of a link that is no title.
[[nodiscard]] bool isLinkWord(QStringView text);

/// The line is one link, or begins with one that names a paper and adds only the names of other links
/// ("[中文标题](…) [代码](…)").
[[nodiscard]] bool isLinkedTitle(const Block &block);

/// Where the text begins behind pictograms, marks of emphasis and blanks ("👥 Authors", "📄 Title").
[[nodiscard]] qsizetype skipDecoration(QStringView text, qsizetype at = 0);
/// The text begins with a pictogram, not with a mere mark of emphasis.
[[nodiscard]] bool opensWithPictogram(QStringView text);
/// A pictogram of people or of a house opens the line: what follows are authors or places, no title.
[[nodiscard]] bool showsPeople(QStringView text);
[[nodiscard]] bool showsHouse(QStringView text);
/// The block without the first `from` characters of its text.
[[nodiscard]] Block withoutFront(const Block &block, qsizetype from);
/// "-----" "=====" "* * *": a line that only parts.
[[nodiscard]] bool isRuler(QStringView text);

} // namespace yaodian::digest
