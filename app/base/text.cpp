#include "base/text.h"

#include <QStringList>

namespace yaodian {

namespace {

bool isInvisible(QChar c)
{
    const ushort u = c.unicode();
    return u == 0x00ad || (u >= 0x200b && u <= 0x200f) || u == 0x2060 || u == 0xfeff || u == 0;
}

char32_t lastPoint(const QString &text)
{
    if (text.size() >= 2 && text.back().isLowSurrogate())
        return QChar::surrogateToUcs4(text[text.size() - 2], text.back());
    return text.isEmpty() ? U'\0' : text.back().unicode();
}

char32_t firstPoint(const QString &text)
{
    if (text.size() >= 2 && text.front().isHighSurrogate())
        return QChar::surrogateToUcs4(text[0], text[1]);
    return text.isEmpty() ? U'\0' : text.front().unicode();
}

} // namespace

QString normalised(QStringView text)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KC);
    QString out;
    out.reserve(plain.size());
    bool blank = false;
    for (const QChar c : plain) {
        if (isInvisible(c))
            continue;
        if (c.isSpace()) {
            blank = !out.isEmpty();
            continue;
        }
        if (blank)
            out += QLatin1Char(' ');
        blank = false;
        out += c;
    }
    return out;
}

QString folded(QStringView text)
{
    return normalised(text).toCaseFolded();
}

QString titleKey(QStringView title)
{
    const QString plain = folded(title);
    QString out;
    out.reserve(plain.size());
    for (const QChar c : plain) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
    }
    return out;
}

bool isCjk(char32_t p)
{
    return (p >= 0x3040 && p <= 0x30ff) || (p >= 0x3400 && p <= 0x4dbf) || (p >= 0x4e00 && p <= 0x9fff) ||
           (p >= 0xac00 && p <= 0xd7af) || (p >= 0xf900 && p <= 0xfaff) || (p >= 0x20000 && p <= 0x3ffff);
}

QString joinLines(const QStringList &lines)
{
    QString out;
    for (const QString &raw : lines) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (out.isEmpty()) {
            out = line;
            continue;
        }
        const bool hyphen = out.size() >= 2 && (out.back() == QLatin1Char('-') || out.back() == QChar(0x2010)) &&
                            out[out.size() - 2].isLower() && line.front().isLower();
        const auto wide = [](char32_t p) {
            return isCjk(p) || (p >= 0x3000 && p <= 0x303f) || (p >= 0xff00 && p <= 0xffef);
        };
        if (hyphen)
            out.chop(1);
        else if (!(wide(lastPoint(out)) && wide(firstPoint(line))))
            out += QLatin1Char(' ');
        out += line;
    }
    return out;
}

} // namespace yaodian
