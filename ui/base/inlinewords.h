#pragma once

#include <QFont>
#include <QList>
#include <QString>

namespace yaodian::ui {

/// Words of a line in one look.
struct InlineWords
{
    QString text;
    bool strong = false;
    bool emphasis = false;
    bool code = false;

    [[nodiscard]] QFont font(const QFont &plain) const; ///< in which they stand among plain ones
    friend bool operator==(const InlineWords &, const InlineWords &) = default;
};

/// What a line says, with **strong** and *emphasised* words and `code`, as digests and readers write them. What is no
/// pair of marks stays as it is typed, and so does math; nothing else is read as Markdown, and no HTML at all.
[[nodiscard]] QList<InlineWords> inlineWords(const QString &line);
/// The same without the marks.
[[nodiscard]] QString plainWords(const QString &line);
/// The same for a label: as rich text, all that was typed escaped; nothing where there are no marks.
[[nodiscard]] QString richWords(const QString &line);

} // namespace yaodian::ui
