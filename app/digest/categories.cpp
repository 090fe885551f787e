#include "digest/categories.h"

#include "digest/digest.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

#include <algorithm>
#include <array>

namespace yaodian::digest {

namespace {

struct CategoryName
{
    QStringView name;
    QStringView code;
};

/// What arXiv and the digests call the categories.
constexpr std::array categoryNames = {
    CategoryName{u"artificial intelligence", u"AI"},
    CategoryName{u"人工智能", u"AI"},
    CategoryName{u"computation and language", u"CL"},
    CategoryName{u"natural language processing", u"CL"},
    CategoryName{u"nlp", u"CL"},
    CategoryName{u"计算与语言", u"CL"},
    CategoryName{u"计算语言学", u"CL"},
    CategoryName{u"自然语言处理", u"CL"},
    CategoryName{u"computer vision and pattern recognition", u"CV"},
    CategoryName{u"computer vision", u"CV"},
    CategoryName{u"计算机视觉", u"CV"},
    CategoryName{u"计算机视觉与模式识别", u"CV"},
    CategoryName{u"machine learning", u"LG"},
    CategoryName{u"机器学习", u"LG"},
    CategoryName{u"robotics", u"RO"},
    CategoryName{u"机器人", u"RO"},
    CategoryName{u"机器人学", u"RO"},
    CategoryName{u"information retrieval", u"IR"},
    CategoryName{u"信息检索", u"IR"},
    CategoryName{u"sound", u"SD"},
    CategoryName{u"声音", u"SD"},
    CategoryName{u"audio and speech processing", u"AS"},
    CategoryName{u"音频与语音", u"AS"},
    CategoryName{u"音频与语音处理", u"AS"},
    CategoryName{u"human-computer interaction", u"HC"},
    CategoryName{u"人机交互", u"HC"},
    CategoryName{u"neural and evolutionary computing", u"NE"},
    CategoryName{u"神经与进化计算", u"NE"},
    CategoryName{u"multimedia", u"MM"},
    CategoryName{u"多媒体", u"MM"},
    CategoryName{u"graphics", u"GR"},
    CategoryName{u"图形学", u"GR"},
    CategoryName{u"计算机图形学", u"GR"},
    CategoryName{u"cryptography and security", u"CR"},
    CategoryName{u"密码学与安全", u"CR"},
    CategoryName{u"software engineering", u"SE"},
    CategoryName{u"软件工程", u"SE"},
    CategoryName{u"multiagent systems", u"MA"},
    CategoryName{u"多智能体系统", u"MA"},
    CategoryName{u"image and video processing", u"IV"},
    CategoryName{u"图像与视频处理", u"IV"},
    CategoryName{u"signal processing", u"SP"},
    CategoryName{u"信号处理", u"SP"},
    CategoryName{u"systems and control", u"SY"},
    CategoryName{u"系统与控制", u"SY"},
    CategoryName{u"databases", u"DB"},
    CategoryName{u"数据库", u"DB"},
    CategoryName{u"distributed, parallel, and cluster computing", u"DC"},
    CategoryName{u"social and information networks", u"SI"},
    CategoryName{u"社会与信息网络", u"SI"},
    CategoryName{u"computers and society", u"CY"},
    CategoryName{u"计算机与社会", u"CY"},
};

QString codeOfName(QStringView name)
{
    for (const CategoryName &known : categoryNames)
        if (name.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.code.toString();
    return {};
}

/// Removes the brackets, marks and blanks around a printed category.
QStringView bare(QStringView text)
{
    const auto isFrame = [](QChar c) {
        return c.isSpace() || opensBracket(c) || closesBracket(c) || c == u'#' || c == u'(' || c == u')' ||
               c == u'（' || c == u'）' || c == u'`' || c == u'*';
    };
    while (!text.isEmpty() && isFrame(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isFrame(text.back()))
        text.chop(1);
    return text;
}

/// "cs.CL", "CL", "quant-ph", all of it → the code; empty for a name.
QString codeOf(QStringView text)
{
    if (text.isEmpty() || text.size() > 18)
        return {};
    const bool letters = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetter()) || c == u'.' || c == u'-' || isDigit(c);
    });
    if (!letters)
        return {};
    return text.mid(text.lastIndexOf(u'.') + 1).toString().toUpper();
}

/// Where a code ends and its name begins ("cs.CL - 计算与语言", "CL: Language", "Language (cs.CL)"); -1.
qsizetype partsAt(QStringView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool dash = isDash(text[i]) && text[i - 1].isSpace();
        if (dash || isColon(text[i]) || text[i] == u'(' || text[i] == u'（' || isHan(text[i]) != isHan(text[0]))
            return i;
    }
    return -1;
}

} // namespace

QString facetCode(const QString &printed)
{
    const QStringView text = bare(printed);
    if (const QString known = codeOfName(text); !known.isEmpty())
        return known;
    if (const qsizetype at = partsAt(text); at > 0) {
        const QStringView first = bare(text.left(at));
        QStringView second = text.mid(at);
        while (!second.isEmpty() && (isDash(second.front()) || isColon(second.front()) || second.front().isSpace()))
            second = second.mid(1);
        second = bare(second);
        for (const QStringView part : {first, second})
            if (isCategory(part, {}))
                return codeOf(part);
        for (const QStringView part : {first, second})
            if (const QString known = codeOfName(part); !known.isEmpty())
                return known;
    }
    const QString code = codeOf(text);
    return code.isEmpty() ? text.toString() : code;
}

bool isKnownCode(QStringView code)
{
    if (code.contains(u'.'))
        return isCategory(code, {});
    return std::any_of(categoryNames.begin(), categoryNames.end(),
                       [code](const CategoryName &known) { return known.code == code; });
}

QString sectionCategory(QStringView heading)
{
    QStringView text = heading.mid(skipDecoration(heading)).trimmed();
    if (text.size() > 60)
        return {};
    // "Robotics (3)", "计算机视觉（3篇）": how many there are
    if (const qsizetype open = qMax(text.lastIndexOf(u'('), text.lastIndexOf(u'（')); open > 0) {
        const QStringView inside = text.mid(open + 1);
        if (!inside.isEmpty() && isDigit(inside.front()))
            text = text.left(open);
    }
    if (const qsizetype back = text.indexOf(u"[Back]", 2, Qt::CaseInsensitive); back > 0) // "cs.CL [[Back]](#toc)"
        text = text.left(back);
    while (text.endsWith(u'['))
        text.chop(1);
    text = bare(text);
    const QString code = facetCode(text.toString());
    const bool known = isKnownCode(code) && (code == codeOf(text) || code == codeOfName(text) || partsAt(text) > 0);
    if (!known)
        return {};
    // Both parts must be what they seem: "CL: Language" is a section, "AI - what next?" is none.
    if (const qsizetype at = partsAt(text); at > 0 && code != codeOf(text) && code != codeOfName(text)) {
        QStringView second = text.mid(at);
        while (!second.isEmpty() && (isDash(second.front()) || isColon(second.front()) || second.front().isSpace()))
            second = second.mid(1);
        const QStringView first = bare(text.left(at));
        second = bare(second);
        const bool parted = text[at].isSpace() || isDash(text[at]) || isColon(text[at]); // not "AI前沿速览"
        const auto names = [&](QStringView part) { return codeOfName(part) == code || codeOf(part) == code; };
        return (names(first) && (names(second) || (parted && isChinese(second) && second.size() <= 12))) ||
                       (names(second) && first.size() <= 24)
                   ? code
                   : QString();
    }
    return code;
}

QStringList categoriesIn(QStringView text)
{
    QStringList codes;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool inside = at < text.size() &&
                            (text[at].isLetterOrNumber() || text[at] == u'.' || text[at] == u'-' || isColon(text[at]));
        if (inside)
            continue;
        QStringView word = text.mid(from, at - from);
        from = at + 1;
        while (word.startsWith(u'-'))
            word = word.mid(1);
        while (word.endsWith(u'.') || word.endsWith(u'-') || (!word.isEmpty() && isColon(word.back())))
            word.chop(1);
        if (isCategory(word, {}) && !codes.contains(word))
            codes.append(word.toString());
    }
    return codes;
}

void normaliseCategories(Issue &issue)
{
    const auto byLegend = [&issue](const QString &printed) {
        for (const LegendItem &item : std::as_const(issue.legend))
            if (printed.compare(item.name, Qt::CaseInsensitive) == 0)
                return facetCode(item.code);
        return facetCode(printed);
    };
    for (Entry &entry : issue.entries) {
        QStringList codes;
        for (const QString &printed : std::as_const(entry.categories)) {
            const QString code = byLegend(printed);
            if (!code.isEmpty() && !codes.contains(code))
                codes.append(code);
        }
        entry.categories = codes;
    }
}

} // namespace yaodian::digest
