#pragma once

#include "ui/base/theme.h"
#include "ui/notes/markdown.h"

#include <QImage>
#include <QTextCursor>

#include <functional>

namespace yaodian::ui {

/// Sets a chapter in a document: a measure that reads well whatever the window's width, pictures as wide as there is
/// room. What it is given is written as plain text with formats, as in notes.
class HelpWriter
{
public:
    /// Gives a picture by what the chapter calls it; null: it is not there.
    using Pictures = std::function<QImage(const QString &name)>;
    /// `width`: of what is seen of the document, in device-independent pixels; `scale`: device pixels of one.
    HelpWriter(QTextDocument &document, const Theme &theme, int width, double scale);

    void chapter(const QString &title, const QString &markdown, const Pictures &pictures);

private:
    void block(const NoteBlock &block);
    void begin(const QTextBlockFormat &format, const QTextCharFormat &look);
    void words(QTextCursor &at, const QList<NoteSpan> &spans, const QTextCharFormat &plain) const;
    void picture(const QString &caption, const QImage &image);
    void table(const NoteBlock &block);
    [[nodiscard]] QTextBlockFormat shape(const NoteBlock &block) const;
    [[nodiscard]] QTextCharFormat look(const NoteBlock &block) const;
    [[nodiscard]] double measure() const; ///< of lines of text, in pixels

    const Theme &m_theme;
    const int m_width;
    const double m_scale;
    const double m_unit; ///< device-independent pixels of one pixel of the design
    QTextCursor m_cursor;
    bool m_fresh = true; ///< the block at the cursor is there and empty
};

} // namespace yaodian::ui
