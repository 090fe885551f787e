#pragma once

#include "ui/base/theme.h"
#include "ui/notes/markdown.h"

#include <QImage>
#include <QTextCursor>

#include <functional>

namespace yaodian::ui {

/// Writes the blocks of a note into a document.
class NoteWriter
{
public:
    /// Gives a picture of the store, no wider than so many pixels; null: it is not there.
    using Pictures = std::function<QImage(const QString &name, int width)>;
    /// `width`: of what is seen of the document, in pixels.
    NoteWriter(QTextDocument &document, const Theme &theme, Pictures pictures = {}, int width = 0);

    void remark(const QString &sentence); ///< about the note, not of it
    void write(const NoteBlock &block);

private:
    void begin(const NoteBlock &block);
    void words(QTextCursor &at, const QList<NoteSpan> &spans, const QTextCharFormat &look) const;
    void picture(QTextCursor &at, const NoteSpan &span, const QTextCharFormat &look) const;
    void table(const NoteBlock &block);
    [[nodiscard]] QTextCharFormat look(const NoteBlock &block) const;

    const Theme &m_theme;
    const Pictures m_pictures;
    const int m_width;
    QTextCursor m_cursor;
    double m_unit;       ///< device-independent pixels of one pixel of the design
    bool m_fresh = true; ///< the block at the cursor is there and empty
};

} // namespace yaodian::ui
