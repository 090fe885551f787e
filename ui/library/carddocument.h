#pragma once

#include "ui/library/carddata.h"
#include "ui/library/textwriter.h"

namespace yaodian::ui {

/// Writes a card: one entry with everything said of it.
class CardDocument final : public TextWriter
{
public:
    CardDocument(QTextDocument &document, const Theme &theme, double width) : TextWriter(document, theme, width) {}

    void write(const CardData &data);

private:
    void sourceLine(const CardData &data);
    void byLine(const CardData &data);
    void points(const CardData &data, bool own);
    void pointRows(const QList<NumberedPoint> &points);
    void abstracts(const CardData &data);
    void others(const CardData &data);
    void prose(const QString &title, const QString &text);
};

} // namespace yaodian::ui
