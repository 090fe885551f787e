#pragma once

#include <QStringList>
#include <QStringView>

namespace yaodian::digest {

struct Issue;

/// The codes among a few words ("arXiv:2608.20284 cs.CV, cs.RO", "CV [code ✗]"), each once, as printed.
[[nodiscard]] QStringList categoriesIn(QStringView text);

/// A code of arXiv's that digests use ("CL", "cs.IR"), not any two capitals.
[[nodiscard]] bool isKnownCode(QStringView code);
/// The code that the heading of a section consists of, or its name: "CL - 计算与语言", "【CV】", "Robotics (3)"; empty
/// for any other heading.
[[nodiscard]] QString sectionCategory(QStringView heading);

/// Every entry's categories as facet codes, each once; names that only this issue's legend knows among them.
void normaliseCategories(Issue &issue);

} // namespace yaodian::digest
