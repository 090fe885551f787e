#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace yaodian {

/// The one normal form for searching, indexing, quoting and anchoring: NFKC (so ligatures and full-width letters
/// become plain ones), soft hyphens and zero-width marks dropped, every run of white space one blank, ends trimmed.
/// Case is kept.
[[nodiscard]] QString normalised(QStringView text);

/// normalised() and case-folded: the form in which two texts are compared and searched.
[[nodiscard]] QString folded(QStringView text);

/// A title as a key: folded, letters and digits only. Empty where the title has neither.
[[nodiscard]] QString titleKey(QStringView title);

/// Chinese, Japanese or Korean script that is written without blanks between words.
[[nodiscard]] bool isCjk(char32_t point);

/// Joins the lines of a passage: a hyphen at a line end between two lower-case letters is removed, CJK lines are
/// joined without a blank, all others with one. Source of the rule: the shared study of PDF readers, §7.
[[nodiscard]] QString joinLines(const QStringList &lines);

} // namespace yaodian
