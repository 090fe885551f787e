#pragma once

#include <QList>
#include <QString>

namespace yaodian::ui {

/// A piece of one of two texts, and whether the other one lacks it.
struct DiffPiece
{
    QString text;
    bool isOnlyHere = false;
    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

/// Two texts word by word (character by character where words have no blanks between them): what both have, in the
/// longest order that both have it in, and what only one has. Blanks belong to the word before.
struct WordDiff
{
    QList<DiffPiece> before;
    QList<DiffPiece> after;
};
[[nodiscard]] WordDiff wordDiff(const QString &before, const QString &after);

} // namespace yaodian::ui
