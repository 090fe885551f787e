#pragma once

#include "ui/base/theme.h"

#include <QTextCursor>

class QTextDocument;

namespace yaodian::ui {

/// Writes a document for the right pane, piece by piece as plain text with formats: what a post says is never taken for
/// HTML. Links in it are ours: "highlight:<id>", "entry:<id>", "web:<address>".
class TextWriter
{
public:
    /// Position of the block that has the accent bar beside it; -1: none.
    [[nodiscard]] int barPosition() const { return m_bar; }

protected:
    TextWriter(QTextDocument &document, const Theme &theme, double width);

    struct Style
    {
        double size = 14; ///< pixels of the design
        double line = 23; ///< height of a line, likewise
        QColor colour;
        int weight = QFont::Normal;
        double above = 0;
        double below = 0;
    };
    /// Empties the document and sets its margins.
    void begin();
    void block(const Style &style);
    void text(const QString &text, const QColor &colour = {}, const QString &link = {});
    void paragraph(const QString &text, const Style &style);
    void heading(const QString &text);
    void cell(QTextCursor at, const QString &text, const Style &style);
    /// The codes of categories in their colours.
    void tags(const QStringList &codes);
    /// The accent bar stands beside the block that was written last.
    void markWithBar();

    QTextDocument &m_document;
    QTextCursor m_cursor;
    const Theme &m_theme;
    double m_width;
    double m_unit; ///< device-independent pixels of one pixel of the design

private:
    bool m_first = true;
    int m_bar = -1;
};

} // namespace yaodian::ui
