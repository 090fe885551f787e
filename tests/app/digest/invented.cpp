#include "invented.h"

#include "digest/legend.h"
#include "digest/scan.h"

using namespace Qt::StringLiterals;

namespace yaodian::digest::test {

namespace {

Entry entry(std::optional<int> number, const QStringList &categories, const QString &title, const QString &titleZh)
{
    Entry made;
    made.number = number;
    made.categories = categories;
    made.title = title;
    made.titleZh = titleZh;
    made.section = number ? Section::Main : Section::Also;
    return made;
}

QString numberAs(const QString &form, int number)
{
    static const QString chinese = u"一二三四五六七八九"_s;
    if (form.startsWith(u'一'))
        return chinese.mid(number - 1, 1) + form.mid(1);
    if (form.startsWith(u'①'))
        return QChar(0x2460 + number - 1) + form.mid(1);
    if (form == "emoji"_L1)
        return QString::number(number) + QChar(0xFE0F) + QChar(0x20E3) + u' ';
    if (form.startsWith(u'１'))
        return QChar(0xFF10 + number) + form.mid(1);
    return form.contains("%1"_L1) ? form.arg(number) : form;
}

QString headOf(const Entry &entry, const Style &style)
{
    QString head = entry.number ? numberAs(style.number, *entry.number) : QString();
    if (!style.tag.isEmpty() && style.joint.isEmpty())
        for (const QString &code : entry.categories)
            head += style.tag.arg(code);
    else if (!style.tag.isEmpty() && !entry.categories.isEmpty())
        head += style.tag.arg(entry.categories.join(style.joint));
    return head + entry.title;
}

QStringList peopleOf(const Entry &entry, const Style &style)
{
    QString people = style.authors.arg(entry.authors.join(style.comma) + (entry.etAl ? style.more : QString()));
    const QString year = entry.year ? style.year.arg(*entry.year) : QString();
    if (style.yearBehindAuthors)
        people += year;
    QString places =
        entry.affiliations.isEmpty() ? QString() : style.places.arg(entry.affiliations.join(style.ampersand));
    if (!style.yearBehindAuthors)
        (places.isEmpty() ? people : places) += year;
    if (places.isEmpty())
        return {people};
    return style.placesOnAuthorLine ? QStringList{people + u' ' + places} : QStringList{people, places};
}

QStringList pointLines(const Entry &entry, const Style &style)
{
    if (entry.keyPoints.isEmpty())
        return {};
    if (style.aspects)
        return entry.keyPoints;
    QStringList lines;
    if (!style.points.isEmpty())
        lines << style.points;
    const bool renumbered = style.renumbered && entry.keyPoints.size() >= 3;
    for (int i = 0; i < int(entry.keyPoints.size()); ++i)
        lines << (renumbered && i == 1 ? u"    2、 "_s : numberAs(style.item, renumbered && i > 1 ? i : i + 1)) +
                     entry.keyPoints[i];
    return lines;
}

QStringList abstractLines(const Entry &entry, const Style &style)
{
    QStringList chinese;
    QStringList english;
    if (!entry.abstractZh.isEmpty())
        chinese = style.abstractZh.arg(entry.abstractZh).split(u'\n');
    if (!entry.abstractEn.isEmpty())
        english << style.abstractEn.arg(entry.abstractEn);
    return style.englishFirst ? english + chinese : chinese + english;
}

QStringList linesOf(const Entry &entry, const Style &style)
{
    const QStringList link = entry.url.isEmpty() ? QStringList() : QStringList{style.link.arg(entry.url)};
    const QStringList titleZh = entry.titleZh.isEmpty() ? QStringList() : QStringList{entry.titleZh};
    QStringList lines{headOf(entry, style)};
    if (style.linkFirst)
        lines += link;
    const bool before = style.zhPlace == Style::ZhPlace::BeforeAuthors;
    if (before)
        lines += titleZh;
    if (!entry.authors.isEmpty())
        lines += peopleOf(entry, style);
    if (!before)
        lines += titleZh;
    QStringList oneLine;
    if (!entry.oneLine.isEmpty())
        oneLine = style.oneLine.arg(entry.oneLine).split(u'\n');
    lines += style.oneLineFirst ? oneLine + pointLines(entry, style) : pointLines(entry, style) + oneLine;
    lines += abstractLines(entry, style);
    if (!style.linkFirst)
        lines += link;
    return lines;
}

bool isUrlLine(const QString &line)
{
    return findUrl(line) == 0 && urlLength(line, 0) == line.size();
}

template <class Dress> QString lineByLine(const QString &text, Dress dress)
{
    QString out;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            out += dress(line) + u'\n';
    return out;
}

bool isHeadLine(const QString &line)
{
    const ListMark mark = listMark(line);
    const QString rest = line.mid(mark.length);
    return rest.size() > 4 && opensBracket(rest[0]) && rest[1].isUpper() && rest[2].isUpper() &&
           !rest.startsWith("[A "_L1) && closesBracket(rest[3]);
}

} // namespace

Issue inventedIssue()
{
    Issue issue;
    issue.title = u"LG - 机器学习 CV - 计算机视觉 CL - 计算与语言"_s;
    issue.legend = {{u"LG"_s, u"机器学习"_s}, {u"CV"_s, u"计算机视觉"_s}, {u"CL"_s, u"计算与语言"_s}};
    issue.summary = u"会做梦的时钟、数羊的网络、给灯塔写信的模型、懒惰的注意力、两只猫的对话"_s;
    Entry one = entry(1, {u"CL"_s}, u"Clockwork Dreams: Language Models That Wind Themselves"_s,
                      u"Clockwork Dreams: 会给自己上发条的语言模型"_s);
    one.authors = {u"A Moon"_s, u"B d L Sand"_s, u"C D. O'Hara"_s};
    one.etAl = true;
    one.affiliations = {u"Lighthouse Lab"_s, u"University of Nowhere, North Coast"_s};
    one.keyPoints = {u"模型在夜里给自己上发条;"_s, u"上发条的次数从3次到7次不等,越多越清醒(见图2);"_s,
                     u"清醒的模型回答更短。"_s};
    one.oneLine = u"Clockwork Dreams 让语言模型自己上发条,白天回答得更短。"_s;
    one.abstractZh = u"语言模型会累。本文给它们一把钥匙,让它们在夜里自己上发条。实验表明,第二天它们回答得更短。"_s;
    one.abstractEn =
        u"Language models get tired. We hand them a key and let them wind themselves at night. The next day "
        "they answer in fewer words (Figure 2)."_s;
    one.url = u"https://arxiv.org/abs/2301.00001"_s;
    Entry two = entry(2, {u"LG"_s, u"CV"_s}, u"Counting Sheep with 1-Lipschitz Networks"_s, u"用1-Lipschitz网络数羊"_s);
    two.authors = {u"E Fern"_s, u"G van den Heide"_s};
    two.affiliations = {u"Meadow A&M University"_s};
    two.keyPoints = {u"羊的数量不超过网络的宽度;"_s, u"数错一只羊的代价有界;"_s};
    two.oneLine = u"一种不会数错太多羊的网络。"_s;
    two.abstractEn = u"We count sheep (code: https://github.com/nobody/sheep, data in the barn). A network of bounded "
                     "slope never miscounts by more than one sheep per layer."_s;
    two.url = u"https://openreview.net/forum?id=Sh33pCount1"_s;
    Entry three = entry(3, {u"CV"_s}, u"Letters to a Lighthouse: Seeing in Fog"_s, u"给灯塔的信:在雾中看见"_s);
    three.authors = {u"H Jay"_s, u"K Lark"_s, u"M Nightingale"_s};
    three.affiliations = {u"Fog Research"_s, u"Google Harbour"_s};
    three.year = 2023;
    three.keyPoints = {u"雾中的图像先寄给灯塔;"_s, u"灯塔回信说明哪里有岸。"_s};
    three.oneLine = u"让灯塔回信的视觉模型。"_s;
    three.abstractEn = u"Fog hides the shore. We write to the lighthouse and read its answer."_s;
    three.url = u"https://doi.org/10.1234/fog.5678"_s;
    Entry four = entry({}, {u"LG"_s}, u"Lazy Attention"_s, u"懒惰的注意力"_s);
    four.authors = {u"P Quail"_s};
    four.year = 2023;
    four.url = u"https://arxiv.org/pdf/2301.00004v2.pdf"_s;
    Entry five = entry({}, {u"CL"_s}, u"A Dialogue of Two Cats"_s, u"两只猫的对话"_s);
    five.authors = {u"R Swan"_s, u"T Umber"_s};
    five.affiliations = {u"Cat College"_s};
    five.url = u"https://aclanthology.org/2023.acl-long.5/"_s;
    issue.entries = {one, two, three, four, five};
    return issue;
}

Issue asPrinted(Issue issue, const Style &style)
{
    for (Entry &entry : issue.entries)
        if (style.tag.isEmpty())
            entry.categories.clear();
    static const QString aspects[] = {u"动机：%1"_s, u"方法：%1"_s, u"优势：%1"_s};
    for (Entry &entry : issue.entries)
        for (int i = 0; style.aspects && i < int(entry.keyPoints.size()); ++i)
            entry.keyPoints[i] = aspects[i].arg(entry.keyPoints[i]);
    return issue;
}

QString printed(const Issue &invented, const Style &style)
{
    const Issue issue = asPrinted(invented, style);
    const QString gap = style.blankLines ? u"\n\n"_s : u"\n"_s;
    QStringList lines{issue.title, style.frameBefore};
    if (style.legendLines)
        lines << issue.title;
    if (style.contents) {
        QStringList contents;
        for (const Entry &entry : issue.entries)
            contents << headOf(entry, style);
        lines << contents.join(u'\n');
    }
    lines << u"摘要:"_s + issue.summary;
    bool also = false;
    for (const Entry &entry : issue.entries) {
        if (entry.section == Section::Also && !std::exchange(also, true))
            lines << style.also;
        lines += linesOf(entry, style);
        if (style.legendLines)
            lines << issue.title;
    }
    lines << style.frameAfter;
    lines.removeAll(QString());
    return lines.join(gap);
}

QString paragraphs(const QString &text)
{
    return lineByLine(text, [](const QString &line) { return u"<p>%1</p>"_s.arg(line.trimmed().toHtmlEscaped()); });
}

QString breaks(const QString &text)
{
    const QString body = lineByLine(text, [](const QString &line) {
        QString bare = line.toHtmlEscaped();
        while (bare.startsWith(u' '))
            bare = u"&nbsp;"_s + bare.mid(1);
        qsizetype blanks = 0;
        while (bare.mid(blanks * 6).startsWith("&nbsp;"_L1))
            ++blanks;
        return bare + u"<br />"_s;
    });
    return u"<div class='entry'>%1</div>"_s.arg(body);
}

QString sections(const QString &text)
{
    return lineByLine(text, [](const QString &line) {
        return u"<section style='margin:0'><section><span style='font-size:15px'><span>%1</span></span></section></section>"_s
            .arg(line.trimmed().toHtmlEscaped());
    });
}

QString tableRows(const QString &text)
{
    return u"<table><tbody>%1</tbody></table>"_s.arg(lineByLine(
        text, [](const QString &line) { return u"<tr><td>%1</td></tr>"_s.arg(line.trimmed().toHtmlEscaped()); }));
}

QString listItems(const QString &text)
{
    return lineByLine(text, [](const QString &line) {
        const QString bare = line.trimmed().toHtmlEscaped();
        if (isHeadLine(bare))
            return u"<h3>%1</h3>"_s.arg(bare);
        if (line.startsWith(u' ') && listMark(bare).number > 0)
            return u"<ol start='%1'><li><p>%2</p></li></ol>"_s.arg(listMark(bare).number)
                .arg(bare.mid(listMark(bare).length));
        if (isUrlLine(line.trimmed()))
            return u"<p><a href=\"%1\" rel='nofollow'>%2...</a></p>"_s.arg(bare, bare.left(22));
        return u"<p>%1</p>"_s.arg(bare);
    });
}

QString markdownOf(const QString &text)
{
    int legends = 0;
    return lineByLine(text, [&legends](const QString &line) {
        const QString bare = line.trimmed();
        if (!legendOf(bare).isEmpty())
            return ++legends == 1 ? u"# "_s + bare + u'\n' : u"![%1](a.png)\n"_s.arg(bare);
        if (isHeadLine(bare))
            return u"\n### "_s + bare + u'\n';
        if (isUrlLine(bare))
            return u"\n[%1](%1)\n"_s.arg(bare);
        if (labelOf(bare) && bare.endsWith(u':'))
            return u"\n**%1**\n"_s.arg(bare);
        if (line.startsWith(u' ') && listMark(bare).number > 0)
            return bare;
        return bare + u'\n';
    });
}

QString onOneLine(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines.join(u' ');
}

QString pageAround(const QString &body, const QString &title)
{
    return u"<!DOCTYPE html><html><head><meta charset='utf-8'><title>%1 | "
           u"某某的博客</title><style>p{}</style></head><body>"
           "<header><a href='/'>某某的博客</a></header><nav><ul><li><a "
           "href='/a'>归档</a></li></ul></nav><aside><h3>最近文章</h3>"
           "<ul><li><a href='/p/7'>上周的旧文</a></li></ul></aside><article><h1>%1</h1>%2</article><div id='comments'>"
           "<h3>发表评论</h3><p>昵称</p></div><footer><p>© 2023</p></footer></body></html>"_s.arg(title, body);
}

QString feedAround(const QString &body, const QString &title)
{
    return u"<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' "
           u"xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
           "<channel><title>某某</title><item><title>%1</title><guid>g1</guid><description>短</description>"
           "<content:encoded>%2</content:encoded></item></channel></rss>"_s.arg(title, body.toHtmlEscaped());
}

} // namespace yaodian::digest::test
