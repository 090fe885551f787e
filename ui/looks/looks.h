#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace yaodian::ui {

/// Something that is wrong with a text of a window, as the reader meets it.
struct LookDefect
{
    enum class Kind {
        Cut,      ///< a part of the letters is not seen, and nothing brings it into view
        Glyph,    ///< a letter is in none of the fonts
        Contrast, ///< less than WCAG's 4.5 : 1 (3 : 1 for large text) against what is beneath
        Overlap   ///< it stands over another text
    };
    Kind kind = Kind::Cut;
    QString text;
    QString where;    ///< names of the widget and of what it lies in: "entries", "card/points"
    QString sentence; ///< what is wrong, without its text: "cut by 4 px at the right"
};

struct Looks
{
    QList<LookDefect> defects;
    /// What WCAG lets pass: text of controls that cannot be used now with less contrast.
    QList<LookDefect> excused;
    int texts = 0; ///< how many were looked at
};

/// Looks at every text that a shown window and its visible widgets paint. Not looked at: what lies beneath something
/// else, what a scroll bar brings into view, and pictures (pages of a PDF among them).
[[nodiscard]] Looks lookAt(QWidget &window);

} // namespace yaodian::ui
