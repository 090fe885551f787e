#include "exporting/plain.h"

#include <QStringList>

namespace yaodian::exporting {

namespace {

/// Characters that nobody sees and that make text read otherwise than it is written.
bool isUnseen(QChar c)
{
    const ushort u = c.unicode();
    const bool turns = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
    return turns || u == 0xFEFF || u == 0x00AD || c.category() == QChar::Other_Control || c.isNonCharacter() ||
           (u >= 0xFFF9 && u <= 0xFFFB);
}

/// What ASCII has no composed letter for.
const char *spelledOut(char16_t c)
{
    switch (c) {
    case u'ß':
        return "ss";
    case u'æ':
        return "ae";
    case u'œ':
        return "oe";
    case u'ø':
        return "o";
    case u'ł':
        return "l";
    case u'đ':
    case u'ð':
        return "d";
    case u'þ':
        return "th";
    case u'ı':
        return "i";
    case u'ħ':
        return "h";
    default:
        return "";
    }
}

} // namespace

QString plainLine(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            if (!QChar::isNonCharacter(QChar::surrogateToUcs4(c, text[i + 1])))
                out += text.mid(i, 2);
            ++i;
        } else if (c.isSpace()) {
            out += QLatin1Char(' ');
        } else if (!c.isSurrogate() && !isUnseen(c)) {
            out += c;
        }
    }
    return out.simplified();
}

QString plainLines(const QString &text)
{
    QStringList lines = QString(text).replace(QLatin1String("\r\n"), QLatin1String("\n")).split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = plainLine(line);
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

QString asciiFolded(const QString &text)
{
    QString out;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : apart) {
        if (c.unicode() >= 128)
            out += QLatin1String(spelledOut(c.unicode()));
        else if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

} // namespace yaodian::exporting
