#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// Texts that two sides changed since they were one.
namespace yaodian::exporting {

/// Items that two lists have in common, in the longest order that both have them in (of long lists that differ much,
/// those that stand once in each are taken first): pairs of their places, rising in both.
[[nodiscard]] QList<std::pair<int, int>> commonItems(const QStringList &a, const QStringList &b);

struct ThreeWay
{
    QString text;
    bool hasConflict = false; ///< both changed the same lines, each in another way: both are kept, mine first
};
/// `mine` and `theirs` were made of `base`: what only one of them changed is as it has it. By lines.
[[nodiscard]] ThreeWay threeWay(const QString &base, const QString &mine, const QString &theirs);

/// A word, a blank, a sign: what texts are compared by where lines are too coarse.
[[nodiscard]] QStringList tokensOf(const QString &text);

} // namespace yaodian::exporting
