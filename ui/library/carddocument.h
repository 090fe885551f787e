#pragma once

#include "ui/library/carddata.h"
#include "ui/library/textwriter.h"

namespace yaodian::ui {

struct NoteSpan;

/// Writes a card: one entry with everything said of it.
class CardDocument final : public TextWriter
{
public:
    CardDocument(QTextDocument &document, const Theme &theme, double width) : TextWriter(document, theme, width) {}

    void write(const CardData &data);
    /// Where the words of a point begin, and those of the note; -1: there are none.
    [[nodiscard]] int positionOf(library::PointId point) const { return m_points.value(point, -1); }
    [[nodiscard]] int notePosition() const { return m_note; }

private:
    void sourceLine(const CardData &data);
    void byLine(const CardData &data);
    void points(const CardData &data, bool own);
    void pointRows(const QList<NumberedPoint> &points);
    void pointWords(QTextCursor at, const QString &text, const Style &style); ///< with what is marked in them
    void abstracts(const CardData &data);
    void others(const CardData &data);
    void prose(const QString &title, const QString &text);
    void note(const QString &markdown);
    void spans(const QList<NoteSpan> &words);

    QHash<library::PointId, int> m_points;
    int m_note = -1;
};

} // namespace yaodian::ui
