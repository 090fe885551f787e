#pragma once

#include <QList>
#include <QString>

namespace yaodian::ui {

/// Words of one look.
struct NoteSpan
{
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool code = false;  ///< also math, which stays as typed
    QString link;       ///< "paper:Title" or an address; empty: none
    QString image = {}; ///< a picture of the store by its name, instead of words
    friend bool operator==(const NoteSpan &, const NoteSpan &) = default;
};

/// A piece of a note that stands by itself; lists and quotes are told by how far it is set in.
struct NoteBlock
{
    enum class Kind { Paragraph, Heading, Item, Code, Rule, Table };
    Kind kind = Kind::Paragraph;
    int level = 0;                      ///< of a heading, from 1
    int indent = 0;                     ///< lists that it stands in
    int quote = 0;                      ///< quotes that it stands in
    QString marker;                     ///< of an item: "•", "3.", "☐"
    QList<NoteSpan> spans;              ///< a line break is U+2028
    QList<QList<QList<NoteSpan>>> rows; ///< of a table, the head first
    qsizetype source = -1;              ///< where its first words stand in the text, in bytes of UTF-8; -1: it has none
};

/// What a note says, as GitHub's Markdown with [[links between papers]]. HTML stays text, math as it is typed, pictures
/// are named. Any text is a note.
[[nodiscard]] QList<NoteBlock> noteBlocks(const QString &markdown);

/// The link to a paper by its title; of no other meaning outside this room.
[[nodiscard]] QString paperLink(const QString &title);
/// The title that a link leads to; empty: it leads elsewhere.
[[nodiscard]] QString linkedPaper(const QString &link);

} // namespace yaodian::ui
