#pragma once

#include "digest/heads.h"
#include "digest/scan.h"

namespace yaodian::digest {

/// The number before a title, in more forms than items of a list have: also "【1】" "[1]" "论文 1：" "Paper 1:" "No.1"
/// "#1" "第1篇：" "1/" "01 |". length 0: there is none.
[[nodiscard]] ListMark headMark(QStringView text);

/// Where what follows the bullet or number at `at` begins; `at` where there is none. The number goes to `head`, else
/// that of the item which the block is.
[[nodiscard]] qsizetype takeMark(const Block &block, qsizetype at, Head &head);

/// "English title（中文标题）", "中文标题 | English title": parts the title of the head where it holds both languages.
void partLanguages(Head &head);

/// "Title [cs.CL]", "Title (cs.CL)": a category at the end of the title is none of its words.
void takeTrailingTag(Head &head);

/// What dresses a title goes: quotation marks around it, a category behind it, the other language beside it.
void tidyTitle(Head &head);

} // namespace yaodian::digest
