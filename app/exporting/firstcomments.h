#pragma once

#include "exporting/regions.h"

#include <QUuid>

// A comment that stood in the file has its place there. One that is typed beside a highlight that had none has to be
// told from what else the reader writes.
namespace yaodian::exporting {

/// Words that the reader put beside a highlight which had no comment when the file was written: in its line, behind the
/// passage; or right under it, as what belongs to it in Markdown.
struct FirstComment
{
    QUuid highlight;
    QString words;       ///< as of a comment: plain, by lines
    QString was;         ///< the highlight's line as it was written
    int line = 0;        ///< of the text: the highlight's
    QList<int> below;    ///< lines of the text that are all of such words
    bool isAlone = true; ///< nothing else was changed in its line
};
/// In the order of the text. Headings, tables, code, pictures, tasks, properties, tags, and what stands beside or
/// outside the highlight's own item are the reader's and no comment.
[[nodiscard]] QList<FirstComment> firstCommentsIn(const QString &text, const Part &base);

} // namespace yaodian::exporting
