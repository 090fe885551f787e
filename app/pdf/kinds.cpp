#include "pdf/kinds.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace yaodian::pdf {

namespace {

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption);
}

/// Names that sections without a number have, folded and without blanks ("摘 要").
const QSet<QString> &knownNames()
{
    static const QSet<QString> names = [] {
        QSet<QString> out;
        for (const char *name : {"abstract",
                                 "introduction",
                                 "relatedwork",
                                 "relatedworks",
                                 "background",
                                 "method",
                                 "methods",
                                 "methodology",
                                 "approach",
                                 "experiments",
                                 "results",
                                 "discussion",
                                 "conclusion",
                                 "conclusions",
                                 "limitations",
                                 "acknowledgments",
                                 "acknowledgements",
                                 "acknowledgment",
                                 "acknowledgement",
                                 "appendix",
                                 "appendices",
                                 "supplementarymaterial",
                                 "ethicsstatement",
                                 "broaderimpact",
                                 "contents",
                                 "摘要",
                                 "引言",
                                 "前言",
                                 "结论",
                                 "结语",
                                 "结束语",
                                 "总结",
                                 "致谢",
                                 "附录",
                                 "目录",
                                 "相关工作"})
            out.insert(QString::fromUtf8(name));
        return out;
    }();
    return names;
}

const QSet<QString> &bibliographyNames()
{
    static const QSet<QString> names{QStringLiteral("references"),
                                     QStringLiteral("bibliography"),
                                     QStringLiteral("literaturecited"),
                                     QStringLiteral("worksCited").toLower(),
                                     QStringLiteral("referencesandnotes"),
                                     QString::fromUtf8("参考文献"),
                                     QString::fromUtf8("参考资料"),
                                     QString::fromUtf8("参考文献(references)"),
                                     QString::fromUtf8("references(参考文献)")};
    return names;
}

QString bareName(const QString &title)
{
    QString out;
    for (const QChar c : title) {
        if (!c.isSpace() && c != u':' && c != u'.' && c != QChar(0xff1a))
            out += c.toLower();
    }
    return out;
}

/// Small capitals come in pieces: "I NTRODUCTION".
QString withoutGaps(QString text)
{
    static const QRegularExpression gap = expression("(?<![\\p{L}\\d.])(\\p{Lu}) (?=\\p{Lu}{2,})");
    return text.toUpper() == text ? text.replace(gap, QStringLiteral("\\1")) : text;
}

} // namespace

int fromRoman(const QString &text)
{
    static const QHash<QChar, int> values{{u'I', 1}, {u'V', 5}, {u'X', 10}, {u'L', 50}};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = values.value(text[i].toUpper());
        if (value == 0)
            return 0;
        const int next = i + 1 < text.size() ? values.value(text[i + 1].toUpper()) : 0;
        sum += value < next ? -value : value;
    }
    return sum;
}

int fromChinese(const QString &text)
{
    static const QString digits = QString::fromUtf8("零一二三四五六七八九");
    int tens = 0;
    int ones = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar(0x5341)) { // 十
            tens = ones == 0 ? 1 : ones;
            ones = 0;
            continue;
        }
        const qsizetype digit = digits.indexOf(text[i]);
        if (digit < 0)
            return 0;
        ones = int(digit);
    }
    return tens * 10 + ones;
}

std::optional<CaptionMark> captionMarkOf(const QString &line)
{
    static const QRegularExpression mark =
        expression("^\\s*(?<of>Figure|FIGURE|Fig\\.?|FIG\\.?|Table|TABLE|Tab\\.|Algorithm|ALGORITHM|Listing|Scheme|"
                   "Plate|图|圖|表|算法)"
                   "\\s*(?<number>(?:[A-Z]\\.?|S)?\\d{1,3}(?:[.-]\\d{1,2})*|[IVX]{1,5}(?![a-z]))(?<after>.*)$");
    const QRegularExpressionMatch match = mark.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    CaptionMark out;
    const QString of = match.captured(u"of").toLower();
    if (of.startsWith(u't') || of == QString::fromUtf8("表"))
        out.of = CaptionMark::Of::Table;
    else if (of.startsWith(u'a') || of.startsWith(u'l') || of == QString::fromUtf8("算法"))
        out.of = CaptionMark::Of::Algorithm;
    out.number = match.captured(u"number");
    out.length = int(match.capturedEnd(u"number"));
    const QString after = match.captured(u"after");
    static const QRegularExpression sure = expression("^\\s*([:.|：．—–-]|$|\\([a-z]\\)\\s*[:.])");
    const bool chinese = of[0].unicode() > 0x2fff && (after.isEmpty() || after[0].isSpace());
    out.isSure = chinese || sure.match(after).hasMatch();
    return out;
}

std::optional<HeadingMark> headingMarkOf(const QString &line)
{
    static const QRegularExpression numbered = expression(
        "^(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,3})(?<point>\\.?)\\s{1,8}(?<title>[\\p{Lu}\\p{Han}\\d“\"(].*)$");
    static const QRegularExpression roman = expression("^(?<number>[IVX]{1,5})\\.\\s+(?<title>\\p{Lu}.*)$");
    static const QRegularExpression lettered = expression(
        "^(?:(?:Appendix|APPENDIX)\\s+)?(?<number>[A-Z](?:\\.\\d{1,2}){0,2})\\.?:?\\s+(?<title>\\p{Lu}\\S{2}.*)$");
    static const QRegularExpression named = expression("^(?<kind>Chapter|CHAPTER|Appendix|APPENDIX|Part)\\s+(?<number>"
                                                       "\\d{1,2}|[A-Z]|[IVX]{1,4})\\.?:?(?:\\s+(?<title>.*))?$");
    static const QRegularExpression chinese =
        expression("^第\\s?(?<number>[零一二三四五六七八九十\\d]{1,3})\\s?(?<kind>[章节部])\\s*(?<title>\\p{Han}.*)?$");
    static const QRegularExpression chineseList =
        expression("^(?<number>[一二三四五六七八九十]{1,3})、\\s*(?<title>\\p{Han}.*)$");
    HeadingMark out;
    const QString text = withoutGaps(line.simplified());
    if (text.size() > 140 || text.isEmpty() || text[0].isLower() || !text[0].isLetterOrNumber())
        return std::nullopt;
    QString bare = text;
    if (const auto match = named.match(text); match.hasMatch()) {
        out.number = match.captured(u"number");
        out.title = match.captured(u"title");
        out.isKnown = true;
    } else if (const auto inChinese = chinese.match(text); inChinese.hasMatch()) {
        const QString number = inChinese.captured(u"number");
        out.number = number[0].isDigit() ? number : QString::number(fromChinese(number));
        out.title = inChinese.captured(u"title");
        out.level = inChinese.captured(u"kind") == QString::fromUtf8("节") ? 1 : 0;
        out.isKnown = true;
    } else if (const auto listed = chineseList.match(text); listed.hasMatch()) {
        out.number = QString::number(fromChinese(listed.captured(u"number")));
        out.title = listed.captured(u"title");
    } else if (const auto arabic = numbered.match(text); arabic.hasMatch()) {
        out.number = arabic.captured(u"number");
        out.title = arabic.captured(u"title");
        out.level = int(out.number.count(u'.'));
    } else if (const auto latin = roman.match(text); latin.hasMatch()) {
        out.number = latin.captured(u"number");
        out.title = latin.captured(u"title");
    } else if (const auto letter = lettered.match(text); letter.hasMatch()) {
        out.number = letter.captured(u"number");
        out.title = letter.captured(u"title");
        out.level = int(out.number.count(u'.'));
    } else {
        out.title = text;
    }
    const QString name = bareName(out.title);
    out.isBibliography = bibliographyNames().contains(name);
    out.isKnown = out.isKnown || out.isBibliography || knownNames().contains(name);
    return out.number.isEmpty() && !out.isKnown ? std::nullopt : std::optional(out);
}

std::optional<EntryMark> entryMarkOf(const QString &line)
{
    static const QRegularExpression bracketed =
        expression("^\\s*[\\[［〔](?<label>\\d{1,4}|[\\p{Lu}][\\p{L}\\d+*]{1,11}\\d{2}[a-z]?)[\\]］〕]\\s*");
    // A name follows, of which the first word may be small: "van den Oord".
    static const QRegularExpression plain = expression(
        "^\\s*(?:\\((?<inside>\\d{1,3})\\)|(?<label>\\d{1,3})(?<sign>[.)．]|(?=\\s)))\\s*"
        "(?=(?:(?:van|von|den?|der|del|d[aiu]|l[ae]|al|el|te[rn]|zu[rm]?)\\s){0,2}[“\"‘]?[\\p{Lu}\\p{Han}])");
    if (const auto match = bracketed.match(line); match.hasMatch())
        return EntryMark{match.captured(u"label"), int(match.capturedLength()), true};
    if (const auto match = plain.match(line); match.hasMatch())
        return EntryMark{match.captured(u"label") + match.captured(u"inside"), int(match.capturedLength()), false,
                         match.captured(u"inside").isEmpty() && match.captured(u"sign").isEmpty()};
    return std::nullopt;
}

QString footnoteMarkOf(const QString &line)
{
    static const QRegularExpression mark =
        expression("^\\s*(?<mark>\\d{1,2}|[*∗⋆†‡§¶#]{1,3}|[①-⑳])\\s*(?=[\\p{L}\\p{Han}(“\"]|http)");
    return mark.match(line).captured(u"mark");
}

} // namespace yaodian::pdf
