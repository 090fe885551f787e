#pragma once

#include "digest/recognise.h"

namespace yaodian::digest {

/// A digest's entry whose line breaks were lost ("[CL] TitleA Author, B Author[Place]题目要点:…动机：…") becomes its
/// lines again, the first with its head. False where the block is none.
[[nodiscard]] bool appendRunOn(QList<Line> &lines, const Block &block, const QList<LegendItem> &legend);

/// Where the English abstract begins that is glued to Chinese text, behind its last sentence; the end where there is
/// none.
[[nodiscard]] qsizetype englishBegin(QStringView text);

/// "…结束。动机：…。方法：…。优势：…" on one line → its parts; the whole text where no two of the labels stand in it.
[[nodiscard]] QStringList splitAtAspects(const QString &text);

} // namespace yaodian::digest
