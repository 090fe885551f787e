#include "ui/base/inlinewords.h"

#include <QFontDatabase>
#include <QRegularExpression>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Math, code, strong, emphasised: the first that begins counts. Stars count where they stand close to their words;
/// single ones, and double ones behind a letter or digit of ours, are also a product, a power or a note of "A*".
const QRegularExpression &marks()
{
    static const QRegularExpression expression(uR"((?<math>\\.|\$(?=[^\s$])[^$\n]*[^\s$]\$(?!\d)))"
                                               uR"(|(?<!`)`(?<code>[^`\n]+)`(?!`))"
                                               uR"(|(?<![A-Za-z0-9*])\*\*(?<strong>(?=[^\s*])[^*\n]*[^\s*])\*\*(?!\*))"
                                               uR"(|(?<![\w*])\*(?<emphasis>(?=[^\s*])[^*\n]*[^\s*])\*(?![\w*]))"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

QString inRich(const InlineWords &words)
{
    const QString text = words.text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return words.strong     ? u"<b>"_s + text + u"</b>"_s
           : words.emphasis ? u"<i>"_s + text + u"</i>"_s
           : words.code     ? u"<code>"_s + text + u"</code>"_s
                            : text;
}

} // namespace

QFont InlineWords::font(const QFont &plain) const
{
    QFont font = plain;
    if (code) {
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(plain.pointSizeF() > 0 ? plain.pointSizeF() * 0.93 : font.pointSizeF());
    }
    if (strong)
        font.setWeight(QFont::Bold);
    font.setItalic(emphasis);
    return font;
}

QList<InlineWords> inlineWords(const QString &line)
{
    QList<InlineWords> all;
    const auto add = [&all](const InlineWords &words) {
        const bool isPlain = !words.strong && !words.emphasis && !words.code;
        if (words.text.isEmpty())
            return;
        if (isPlain && !all.isEmpty() && all.last() == InlineWords{all.last().text})
            all.last().text += words.text;
        else
            all << words;
    };
    qsizetype at = 0;
    for (const QRegularExpressionMatch &match : marks().globalMatch(line)) {
        add({line.mid(at, match.capturedStart() - at)});
        at = match.capturedEnd();
        if (match.hasCaptured(u"math"))
            add({match.captured()});
        else if (match.hasCaptured(u"code"))
            add({match.captured(u"code"), false, false, true});
        else if (match.hasCaptured(u"strong"))
            add({match.captured(u"strong"), true});
        else
            add({match.captured(u"emphasis"), false, true});
    }
    add({line.mid(at)});
    return all;
}

QString plainWords(const QString &line)
{
    QString plain;
    for (const InlineWords &words : inlineWords(line))
        plain += words.text;
    return plain;
}

QString richWords(const QString &line)
{
    const QList<InlineWords> all = inlineWords(line);
    QString rich;
    bool isMarked = false;
    for (const InlineWords &words : all) {
        isMarked = isMarked || words.strong || words.emphasis || words.code;
        rich += inRich(words);
    }
    return isMarked ? u"<span style=\"white-space: pre-wrap\">"_s + rich + u"</span>"_s : QString();
}

} // namespace yaodian::ui
