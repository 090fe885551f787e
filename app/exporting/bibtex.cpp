#include "exporting/bibtex.h"

#include "exporting/plain.h"
#include "exporting/regions.h"

#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

const char *latexOf(char16_t c)
{
    switch (c) {
    case u'\\':
        return "\\textbackslash{}";
    case u'{':
        return "\\textbraceleft{}";
    case u'}':
        return "\\textbraceright{}";
    case u'~':
        return "\\textasciitilde{}";
    case u'^':
        return "\\textasciicircum{}";
    case u'<':
        return "\\textless{}";
    case u'>':
        return "\\textgreater{}";
    case u'|':
        return "\\textbar{}";
    case u'"':
        return "{\"}"; // alone, or a German babel would make an umlaut of it and the next letter
    case u'$':
        return "\\$";
    case u'&':
        return "\\&";
    case u'%':
        return "\\%";
    case u'#':
        return "\\#";
    case u'_':
        return "\\_";
    default:
        return nullptr;
    }
}

bool isUpperAt(const QString &word, qsizetype at)
{
    const QChar::Category category = word[at].category();
    return category == QChar::Letter_Uppercase || category == QChar::Letter_Titlecase;
}

/// Index of the first letter or digit; the word's length where there is none.
qsizetype firstLetter(const QString &word)
{
    qsizetype at = 0;
    while (at < word.size() && !word[at].isLetterOrNumber())
        ++at;
    return at;
}

/// A capital behind the first letter, or a first one beside a digit ("3D", "V2").
bool hasInnerCapital(const QString &word)
{
    const qsizetype first = firstLetter(word);
    for (qsizetype at = first + 1; at < word.size(); ++at) {
        const bool partBegins = word[at - 1] == QLatin1Char('-') || word[at - 1] == QLatin1Char('/');
        if (isUpperAt(word, at) && !partBegins)
            return true;
        if (word[at].isDigit() && isUpperAt(word, first))
            return true;
    }
    return false;
}

/// Most of the longer words are written small: a capital at the beginning of one is meant.
bool isSentenceCase(const QStringList &words)
{
    int small = 0, large = 0;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const qsizetype first = firstLetter(words[i]);
        if (words[i].size() - first > 3 && !words[i - 1].endsWith(QLatin1Char(':')))
            ++(isUpperAt(words[i], first) ? large : small);
    }
    return small > large;
}

bool isProtected(const QStringList &words, qsizetype index, bool sentence)
{
    const QString &word = words[index];
    const qsizetype first = firstLetter(word);
    if (first == word.size())
        return false;
    const bool begins = index == 0 || words[index - 1].endsWith(QLatin1Char(':'));
    return hasInnerCapital(word) || (sentence && !begins && isUpperAt(word, first));
}

/// With its letters in braces, not the colon behind them. (A brace before a command would not protect what follows.)
QString protectedWord(const QString &word)
{
    const qsizetype from = firstLetter(word);
    qsizetype to = word.size();
    while (to > from && (word[to - 1].isPunct() || word[to - 1].isSymbol()))
        --to;
    return latexText(word.left(from)) + QLatin1Char('{') + latexText(word.mid(from, to - from)) + QLatin1Char('}') +
           latexText(word.mid(to));
}

/// A value that is read as it stands (addresses, DOIs): what would break the entry is percent-encoded.
QString verbatim(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringLiteral("{}\\ ").contains(c))
            out += QStringLiteral("%%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0')).toUpper();
        else
            out += c;
    }
    return out;
}

QString bibName(const Person &person)
{
    const auto part = [](const QString &text) {
        const QString out = latexText(text);
        static const QRegularExpression glue(QStringLiteral("(^|\\s)and(\\s|$)"),
                                             QRegularExpression::CaseInsensitiveOption);
        return text.contains(glue) || text.contains(QLatin1Char(',')) ? QLatin1Char('{') + out + QLatin1Char('}') : out;
    };
    if (person.isWhole)
        return QLatin1Char('{') + latexText(person.family) + QLatin1Char('}');
    const QString suffix = person.suffix.isEmpty() ? QString() : QStringLiteral(", ") + part(person.suffix);
    return part(person.family) + suffix + QStringLiteral(", ") + part(person.given);
}

QString bibField(const char *name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("  %1 = {%2},\n").arg(QString::fromLatin1(name).leftJustified(13), value);
}

QString bibFields(const Reference &reference)
{
    QStringList authors;
    for (const Person &person : reference.authors)
        authors << bibName(person);
    if (reference.others)
        authors << QStringLiteral("others");
    QStringList keywords;
    for (const QString &keyword : reference.keywords)
        keywords << latexText(keyword);
    return bibField("title", latexTitle(reference.title)) + bibField("author", authors.join(QStringLiteral(" and "))) +
           bibField("year", reference.year ? QString::number(*reference.year) : QString()) +
           bibField("eprint", verbatim(reference.arxiv)) +
           bibField("archiveprefix", reference.arxiv.isEmpty() ? QString() : QStringLiteral("arXiv")) +
           bibField("doi", verbatim(reference.doi)) + bibField("url", verbatim(reference.url)) +
           bibField("keywords", keywords.join(QStringLiteral(", ")));
}

qsizetype skippedBlanks(const QByteArray &file, qsizetype at)
{
    while (at < file.size() && QByteArrayView(" \t\r\n").contains(file[at]))
        ++at;
    return at;
}

/// Where the entry that opens at `open` ends (behind its last character); -1: nowhere.
qsizetype entryEnd(const QByteArray &file, qsizetype open)
{
    const bool round = file[open] == '(';
    int depth = round ? 0 : 1;
    for (qsizetype at = open + 1; at < file.size(); ++at) {
        const char c = file[at];
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0)
            return -1;
        if (depth == 0 && (round ? c == ')' : c == '}'))
            return at + 1;
    }
    return -1;
}

BibPart partOf(const QByteArray &text, const QByteArray &type)
{
    BibPart part{text, {}, {}};
    if (type == "comment" || type == "string" || type == "preamble")
        return part;
    qsizetype open = 0;
    while (open < text.size() && text[open] != '{' && text[open] != '(')
        ++open;
    const qsizetype comma = text.indexOf(',', open);
    if (comma < 0)
        return part;
    part.key = QString::fromUtf8(text.mid(open + 1, comma - open - 1)).trimmed();
    static const QRegularExpression ours(
        QStringLiteral("\\n?[ \\t]*yaodian\\s*=\\s*[{\"]([0-9a-fA-F-]{36})(?: ([0-9a-f]{16}))?[}\"]"),
        QRegularExpression::CaseInsensitiveOption);
    const QString all = QString::fromUtf8(text);
    if (const auto match = ours.match(all); match.hasMatch()) {
        part.paper = match.captured(1).toLower();
        part.stamp = match.captured(2).toLatin1();
        const QByteArray said = text.mid(comma, all.left(match.capturedStart(0)).toUtf8().size() - comma);
        const QByteArray rest = all.mid(match.capturedEnd(0)).toUtf8().trimmed();
        part.isAsWritten = rest == "}" && stampOf(said.trimmed()) == part.stamp;
    }
    return part;
}

} // namespace

QString latexText(const QString &plain)
{
    QString out;
    const QString line = plainLine(plain);
    for (const QChar c : line) {
        if (const char *command = latexOf(c.unicode()))
            out += QLatin1String(command);
        else
            out += c;
    }
    return out;
}

QString latexTitle(const QString &plain)
{
    const QStringList words = plainLine(plain).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool sentence = isSentenceCase(words);
    QStringList out;
    for (qsizetype i = 0; i < words.size(); ++i)
        out << (isProtected(words, i, sentence) ? protectedWord(words[i]) : latexText(words[i]));
    return out.join(QLatin1Char(' '));
}

QByteArray bibtexEntry(const Reference &reference, const QString &key)
{
    const QByteArray fields = (QStringLiteral(",\n") + bibFields(reference)).toUtf8();
    return "@misc{" + key.toUtf8() + fields + "  yaodian       = {" + reference.paper.toString().toLatin1() + ' ' +
           stampOf(fields.trimmed()) + "}\n}";
}

std::optional<QList<BibPart>> bibParts(const QByteArray &file)
{
    QList<BibPart> parts;
    qsizetype done = 0;
    for (qsizetype at = file.indexOf('@'); at >= 0; at = file.indexOf('@', at)) {
        qsizetype end = skippedBlanks(file, at + 1);
        const qsizetype word = end;
        while (end < file.size() && QChar::isLetter(uchar(file[end])))
            ++end;
        const QByteArray type = file.mid(word, end - word).toLower();
        const qsizetype open = skippedBlanks(file, end);
        if (type.isEmpty() || open >= file.size() || (file[open] != '{' && file[open] != '(')) {
            ++at; // an address of somebody
            continue;
        }
        const qsizetype close = entryEnd(file, open);
        if (close < 0)
            return std::nullopt;
        if (at > done)
            parts << BibPart{file.mid(done, at - done), {}, {}};
        parts << partOf(file.mid(at, close - at), type);
        done = at = close;
    }
    if (done < file.size())
        parts << BibPart{file.mid(done), {}, {}};
    return parts;
}

} // namespace yaodian::exporting
