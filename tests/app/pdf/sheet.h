#pragma once

#include "pdf/readingorder.h"

#include <QTest>

namespace yaodian::pdf {

struct Sheet
{
    static constexpr double size = 10;
    protocol::WordsReply page;

    explicit Sheet(QSizeF points = {600, 800}) { page.size = points; }

    void word(double x, double y, const QString &text, double letter = size / 2, double height = size)
    {
        protocol::Word word;
        word.text = text;
        word.spaceAfter = true;
        for (qsizetype i = 0; i < text.size(); ++i) {
            word.boxes.append(Box{x, y, x + letter, y + height});
            x += letter;
        }
        page.words.append(word);
    }
    void line(double x, double y, const QString &text, double letter = size / 2, double height = size)
    {
        for (const QString &part : text.split(u' ')) {
            word(x, y, part, letter, height);
            x += double(part.size() + 1) * letter;
        }
    }
    /// Lines 12 points apart; the y after the last one.
    double lines(double x, double y, const QStringList &texts, double letter = size / 2, double height = size)
    {
        for (const QString &text : texts) {
            line(x, y, text, letter, height);
            y += height + 2;
        }
        return y;
    }
    /// Lines of 40 letters (200 points), 12 points apart.
    void column(double x, double y, const QString &name, int lines)
    {
        for (int i = 0; i < lines; ++i)
            line(x, y + 12 * i,
                 QStringLiteral("%1%2 words fill this line of forty xx").arg(name).arg(i, 2, 10, QLatin1Char('0')));
    }
    void upwards(double x, double y, const QString &text)
    {
        protocol::Word word;
        word.text = text;
        for (qsizetype i = 0; i < text.size(); ++i)
            word.boxes.append(Box{x, y - 5 * double(i + 1), x + size, y - 5 * double(i)});
        page.words.append(word);
    }
    [[nodiscard]] QString text() const { return inReadingOrder(page).text; }
    /// The first words of the lines.
    [[nodiscard]] QStringList starts() const
    {
        QStringList out;
        for (const QString &each : text().split(u'\n', Qt::SkipEmptyParts))
            out.append(each.section(u' ', 0, 0));
        return out;
    }
};

} // namespace yaodian::pdf
