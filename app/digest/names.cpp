#include "digest/names.h"

#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// Marks behind a name that lead to its place or to a footnote: "¹" "†" "*" "1".
bool isFootnote(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0xB9 || u == 0xB2 || u == 0xB3 || u == 0x2070 || (u >= 0x2074 && u <= 0x2079) || u == u'*' ||
           u == 0x2020 || u == 0x2021 || u == 0xA7 || u == 0xB6 || u == 0x2217 || u == u'#' || u == u'^';
}

constexpr QStringView particles[] = {u"van", u"von", u"den", u"der", u"de",  u"del", u"della", u"di", u"da",
                                     u"dos", u"du",  u"la",  u"le",  u"bin", u"ibn", u"al",    u"el", u"ter",
                                     u"ten", u"te",  u"y",   u"i",   u"e",   u"zu",  u"af"};

QStringView withoutTrailing(QStringView text, QStringView end, bool &had)
{
    if (!text.endsWith(end, Qt::CaseInsensitive))
        return text;
    had = true;
    return text.chopped(end.size()).trimmed();
}

/// "等5人", "等 12 位作者" at the end: how many there are.
QStringView withoutCount(QStringView text, bool &etAl)
{
    const qsizetype at = text.lastIndexOf(u'等');
    if (at <= 0 || text.size() - at > 8 || at + 1 >= text.size())
        return text;
    const QStringView count = text.mid(at + 1).trimmed();
    if (count.isEmpty() || !isDigit(count[0]) ||
        !(count.endsWith(u'人') || count.endsWith(u'位') || count.endsWith(u'者')))
        return text;
    etAl = true;
    return text.left(at).trimmed();
}

bool separates(QStringView text, qsizetype at, qsizetype &length)
{
    const QChar c = text[at];
    length = 1;
    if (c == u',' || c == u'，' || c == u'、' || c == u';' || c == u'；' || c == u'＆' || c == u'&')
        return true;
    if (c == u'a' && at > 0 && text[at - 1].isSpace() && text.mid(at, 4) == u"and ") {
        length = 4;
        return true;
    }
    return false;
}

} // namespace

bool isParticle(QStringView word)
{
    if (word.size() == 1 && word[0].isLower())
        return true; // "M d L Gorce"
    for (const QStringView particle : particles)
        if (word == particle)
            return true;
    return word.startsWith(u"d'") || word.startsWith(u"d’") || word.startsWith(u"al-") || word.startsWith(u"el-");
}

bool isChineseName(QStringView text)
{
    // Those that nearly everybody has, and the few of two signs.
    static constexpr QStringView common = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘"
                                          u"于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
                                          u"陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
                                          u"覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔"
                                          u"伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季"
                                          u"裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴"
                                          u"蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫"
                                          u"费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边";
    static constexpr QStringView longer[] = {u"欧阳", u"司马", u"上官", u"诸葛", u"司徒", u"皇甫", u"慕容"};
    if (text.size() < 2 || text.size() > 4 || !std::all_of(text.begin(), text.end(), isHan))
        return false;
    const bool two = std::any_of(std::begin(longer), std::end(longer),
                                 [text](QStringView family) { return text.size() > 2 && text.startsWith(family); });
    return two || (text.size() < 4 && common.contains(text.front()));
}

/// Removes "…", "et al." and their kin from the end.
QStringView withoutEtAl(QStringView text, bool &etAl)
{
    text = withoutCount(text.trimmed(), etAl);
    for (bool again = true; again;) {
        again = false;
        for (const QStringView mark :
             {QStringView(u"…"), QStringView(u"..."), QStringView(u"et al."), QStringView(u"et al"),
              QStringView(u"et. al."), QStringView(u"等人"), QStringView(u"等")}) {
            bool had = false;
            text = withoutTrailing(text, mark, had);
            again = again || had;
            etAl = etAl || had;
        }
        while (again && !text.isEmpty() && (text.back() == u',' || text.back() == u'，' || text.back() == u'、'))
            text = text.chopped(1).trimmed();
    }
    return text;
}

QStringView withoutFootnotes(QStringView name)
{
    // Digits are a mark only at the end of a whole name, not of a user's ("tongwu2020").
    const bool whole = name.contains(u' ');
    const auto isMark = [whole, &name](qsizetype at) {
        return isFootnote(name[at]) || (whole && isDigit(name[at]) && at > 0 && !name[at - 1].isSpace());
    };
    for (qsizetype digits = 0; !name.isEmpty() && digits < 3 && isMark(name.size() - 1); name.chop(1))
        digits += isDigit(name.back()) ? 1 : 0;
    name = name.trimmed();
    while (!name.isEmpty() && (isFootnote(name.front()) || name.front().isSpace()))
        name = name.mid(1);
    return name;
}

QList<QStringView> splitNames(QStringView text)
{
    QList<QStringView> parts;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = 1;
        if (!separates(text, at, length)) {
            ++at;
            continue;
        }
        const QStringView part = text.mid(from, at - from).trimmed();
        if (!part.isEmpty())
            parts.append(part);
        at += length;
        from = at;
    }
    const QStringView last = text.mid(from).trimmed();
    if (!last.isEmpty())
        parts.append(last);
    return parts;
}

qsizetype wordCount(QStringView text)
{
    qsizetype words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        words += !c.isSpace() && !inWord ? 1 : 0;
        inWord = !c.isSpace();
    }
    return words;
}

} // namespace yaodian::digest
