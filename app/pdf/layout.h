#pragma once

#include "pdf/protocol/messages.h"

#include <QList>

namespace yaodian::pdf {

/// Words that stand together on a line, closer than any gap between columns. Boxes in points, text running rightwards.
struct Fragment
{
    QList<const protocol::Word *> words; ///< in the order in which they were printed
    QList<Box> boxes;                    ///< one a word
    Box box;

    [[nodiscard]] double height() const { return box.bottom - box.top; }
    [[nodiscard]] double width() const { return box.right - box.left; }
    [[nodiscard]] double middle() const { return (box.top + box.bottom) / 2; }
    /// Of its ordinary letters, whatever stands above or below them.
    [[nodiscard]] double letterHeight() const;
    void add(const protocol::Word *word, const Box &at);
};

/// A word and its box turned so that its text runs rightwards.
struct PlacedWord
{
    const protocol::Word *word = nullptr;
    Box box;
};

[[nodiscard]] QList<Fragment> fragmentsOf(const QList<PlacedWord> &words);
/// The middle of all heights; 0 for none.
[[nodiscard]] double usualHeight(const QList<Fragment> &fragments);
/// The fragments of one column as lines from top to bottom, each joined into one.
[[nodiscard]] QList<Fragment> linesOf(QList<Fragment> fragments);

} // namespace yaodian::pdf
