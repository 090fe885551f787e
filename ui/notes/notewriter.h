#pragma once

#include "ui/base/theme.h"
#include "ui/notes/markdown.h"

#include <QTextCursor>

namespace yaodian::ui {

/// Writes the blocks of a note into a document.
class NoteWriter
{
public:
    NoteWriter(QTextDocument &document, const Theme &theme);

    void remark(const QString &sentence); ///< about the note, not of it
    void write(const NoteBlock &block);

private:
    void begin(const NoteBlock &block);
    void words(QTextCursor &at, const QList<NoteSpan> &spans, const QTextCharFormat &look) const;
    void table(const NoteBlock &block);
    [[nodiscard]] QTextCharFormat look(const NoteBlock &block) const;

    const Theme &m_theme;
    QTextCursor m_cursor;
    double m_unit;       ///< device-independent pixels of one pixel of the design
    bool m_fresh = true; ///< the block at the cursor is there and empty
};

} // namespace yaodian::ui
