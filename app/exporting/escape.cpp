#include "exporting/escape.h"

#include <QUrl>

namespace yaodian::exporting {

namespace {

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c.isNonCharacter();
}

QString simplified(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            out += QLatin1Char(' ');
        else if (!isControl(c))
            out += c;
    }
    return out.simplified();
}

bool isWordAt(const QString &text, qsizetype index)
{
    return index >= 0 && index < text.size() && (text[index].isLetterOrNumber() || text[index].isSurrogate());
}

/// "&amp;", "&#38;", "&#x26;": what Markdown would read as one character.
bool isEntityAt(const QString &text, qsizetype index)
{
    qsizetype at = index + 1;
    if (at < text.size() && text[at] == QLatin1Char('#'))
        ++at;
    const qsizetype first = at;
    while (at < text.size() && text[at].unicode() < 128 && text[at].isLetterOrNumber())
        ++at;
    return at > first && at < text.size() && text[at] == QLatin1Char(';');
}

bool isDoubled(const QString &text, qsizetype index)
{
    const QChar c = text[index];
    return (index > 0 && text[index - 1] == c) || (index + 1 < text.size() && text[index + 1] == c);
}

/// Characters that are markup wherever they stand, or depending on their neighbours.
bool isMarkupAt(const QString &text, qsizetype index)
{
    switch (text[index].unicode()) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
    case '|':
    case '$':
        return true;
    case '_':
        return !(isWordAt(text, index - 1) && isWordAt(text, index + 1));
    case '#':
        return index == 0 || text[index - 1] == QLatin1Char(' ');
    case '&':
        return isEntityAt(text, index);
    case '=':
    case '{':
    case '(':
        return isDoubled(text, index); // marked text; macros and block references of note programs
    case '%':
        return isDoubled(text, index) || (index > 0 && text[index - 1] == QLatin1Char('<'));
    default:
        return false;
    }
}

/// Where the first character or the mark after a leading number would begin a block; -1: nowhere.
qsizetype blockMarkOf(const QString &text)
{
    if (text.isEmpty())
        return -1;
    if (QStringLiteral("-+>=:").contains(text[0]))
        return 0;
    qsizetype at = 0;
    while (at < text.size() && at < 10 && text[at] >= QLatin1Char('0') && text[at] <= QLatin1Char('9'))
        ++at;
    const bool mark = at > 0 && at < text.size() && (text[at] == QLatin1Char('.') || text[at] == QLatin1Char(')'));
    return mark && (at + 1 == text.size() || text[at + 1] == QLatin1Char(' ')) ? at : -1;
}

} // namespace

QString inlineText(const QString &plain)
{
    const QString text = simplified(plain);
    const qsizetype block = blockMarkOf(text);
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == block || isMarkupAt(text, i))
            out += QLatin1Char('\\');
        out += text[i];
    }
    return out;
}

QString plainText(const QString &inlined)
{
    QString out;
    out.reserve(inlined.size());
    for (qsizetype i = 0; i < inlined.size(); ++i) {
        const bool escapes = inlined[i] == QLatin1Char('\\') && i + 1 < inlined.size() &&
                             inlined[i + 1].unicode() < 128 && inlined[i + 1].isPrint() &&
                             !inlined[i + 1].isLetterOrNumber() && !inlined[i + 1].isSpace();
        if (escapes)
            ++i;
        out += inlined[i];
    }
    return out;
}

QString unhung(const QString &text, int columns)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        int blanks = 0;
        while (blanks < columns && blanks < lines[i].size() && lines[i][blanks] == QLatin1Char(' '))
            ++blanks;
        lines[i].remove(0, blanks);
    }
    return lines.join(QLatin1Char('\n'));
}

QStringList paragraphs(const QString &plain)
{
    QStringList out;
    const QStringList lines = plain.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (const QString text = inlineText(line); !text.isEmpty())
            out << text;
    }
    return out;
}

QString yamlString(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        const bool hidden = isControl(c) || c.category() == QChar::Other_Format || u == 0x2028 || u == 0x2029;
        // "<%" starts a command in a note program's templates, in front matter too.
        const bool command = c == QLatin1Char('<') && i + 1 < text.size() && text[i + 1] == QLatin1Char('%');
        if (u == '"' || u == '\\')
            out += QLatin1Char('\\') + QString(c);
        else if (u == '\n')
            out += QStringLiteral("\\n");
        else if (u == '\t')
            out += QStringLiteral("\\t");
        else if (hidden || command)
            out += QStringLiteral("\\u%1").arg(u, 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + QLatin1Char('"');
}

QString yamlList(const QStringList &texts)
{
    QStringList quoted;
    for (const QString &text : texts)
        quoted << yamlString(text);
    return QLatin1Char('[') + quoted.join(QStringLiteral(", ")) + QLatin1Char(']');
}

QString linkTarget(const QString &address)
{
    QUrl url(address.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        url = QUrl(address.trimmed(), QUrl::TolerantMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return {};
    url.setUserInfo({});
    const QByteArray encoded = url.toEncoded(QUrl::FullyEncoded);
    QString out;
    for (const char c : encoded) {
        if (QByteArrayView("()<>[]\\`\"'*_|{} ").contains(c) && c != '_')
            out += QStringLiteral("%%1").arg(int(c), 2, 16, QLatin1Char('0')).toUpper();
        else
            out += QLatin1Char(c);
    }
    return out;
}

QString hanging(const QString &text, int columns)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines[i].isEmpty())
            lines[i].prepend(QString(columns, QLatin1Char(' ')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace yaodian::exporting
