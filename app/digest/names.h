#pragma once

#include <QList>
#include <QStringView>

namespace yaodian::digest {

// Parts of reading names that the readers of author lines and of glued lines share.

/// "van", "de", "d'…", one small letter.
[[nodiscard]] bool isParticle(QStringView word);
/// "王小红", "欧阳修": a family name and one or two ideographs behind it.
[[nodiscard]] bool isChineseName(QStringView text);
/// Text without "…", "et al.", "等5人" and their kin at its end; `etAl` becomes true where there was one.
[[nodiscard]] QStringView withoutEtAl(QStringView text, bool &etAl);
/// A name without the marks of footnotes and places around it: "Tri Dao¹*", "Hu1,2".
[[nodiscard]] QStringView withoutFootnotes(QStringView name);
/// The parts between commas, semicolons, '&' and "and", trimmed, none empty.
[[nodiscard]] QList<QStringView> splitNames(QStringView text);
[[nodiscard]] qsizetype wordCount(QStringView text);

} // namespace yaodian::digest
