#pragma once

#include "ui/base/theme.h"
#include "ui/library/carddata.h"

#include <QTextCursor>

class QTextDocument;

namespace yaodian::ui {

/// Writes a card into a document, piece by piece as plain text with formats: what a post says is never taken for HTML.
/// Links in it are ours: "highlight:<id>", "entry:<id>", "web:<address>".
class CardDocument
{
public:
    CardDocument(QTextDocument &document, const Theme &theme, double width);

    void write(const CardData &data);
    /// Position of the block that has the accent bar beside it; -1: none.
    [[nodiscard]] int barPosition() const { return m_bar; }

private:
    struct Style
    {
        double size = 14; ///< pixels of the design
        double line = 23; ///< height of a line, likewise
        QColor colour;
        int weight = QFont::Normal;
        double above = 0;
        double below = 0;
    };
    void block(const Style &style);
    void text(const QString &text, const QColor &colour = {}, const QString &link = {});
    void paragraph(const QString &text, const Style &style);
    void heading(const QString &text);
    void sourceLine(const CardData &data);
    void byLine(const CardData &data);
    void points(const CardData &data, bool own);
    void pointRows(const QList<NumberedPoint> &points);
    void abstracts(const digest::Entry &entry);
    void others(const CardData &data);
    void prose(const QString &title, const QString &text);
    void cell(QTextCursor at, const QString &text, const Style &style);

    QTextDocument &m_document;
    QTextCursor m_cursor;
    const Theme &m_theme;
    double m_width;
    double m_unit;
    bool m_first = true;
    int m_bar = -1;
};

} // namespace yaodian::ui
