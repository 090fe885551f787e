#include "digest/scan.h"

#include <array>

namespace yaodian::digest {

namespace {

struct LabelWord
{
    QStringView word;
    Label label;
};

constexpr std::array labelWords = {
    LabelWord{u"要点", Label::Points},
    LabelWord{u"核心要点", Label::Points},
    LabelWord{u"论文要点", Label::Points},
    LabelWord{u"主要要点", Label::Points},
    LabelWord{u"关键点", Label::Points},
    LabelWord{u"亮点", Label::Points},
    LabelWord{u"key points", Label::Points},
    LabelWord{u"highlights", Label::Points},
    LabelWord{u"一句话总结", Label::OneLine},
    LabelWord{u"一句话概括", Label::OneLine},
    LabelWord{u"一句话摘要", Label::OneLine},
    LabelWord{u"tl;dr", Label::OneLine},
    LabelWord{u"tldr", Label::OneLine},
    LabelWord{u"摘要", Label::Abstract},
    LabelWord{u"中文摘要", Label::Abstract},
    LabelWord{u"英文摘要", Label::Abstract},
    LabelWord{u"原文摘要", Label::Abstract},
    LabelWord{u"查看原文摘要", Label::Abstract},
    LabelWord{u"查看摘要", Label::Abstract},
    LabelWord{u"original abstract", Label::Abstract},
    LabelWord{u"论文摘要", Label::Abstract},
    LabelWord{u"abstract", Label::Abstract},
    LabelWord{u"summary", Label::Abstract},
    LabelWord{u"动机", Label::Aspect},
    LabelWord{u"方法", Label::Aspect},
    LabelWord{u"优势", Label::Aspect},
    LabelWord{u"结果", Label::Aspect},
    LabelWord{u"结论", Label::Aspect},
    LabelWord{u"贡献", Label::Aspect},
    LabelWord{u"背景", Label::Aspect},
    LabelWord{u"局限", Label::Aspect},
    LabelWord{u"创新点", Label::Aspect},
    LabelWord{u"不足", Label::Aspect},
    LabelWord{u"任务", Label::Aspect},
    LabelWord{u"task", Label::Aspect},
    LabelWord{u"motivation", Label::Aspect},
    LabelWord{u"method", Label::Aspect},
    LabelWord{u"methods", Label::Aspect},
    LabelWord{u"result", Label::Aspect},
    LabelWord{u"results", Label::Aspect},
    LabelWord{u"conclusion", Label::Aspect},
    LabelWord{u"contribution", Label::Aspect},
    LabelWord{u"contributions", Label::Aspect},
    LabelWord{u"advantage", Label::Aspect},
    LabelWord{u"作者", Label::Authors},
    LabelWord{u"author", Label::Authors},
    LabelWord{u"authors", Label::Authors},
    LabelWord{u"单位", Label::Affiliations},
    LabelWord{u"机构", Label::Affiliations},
    LabelWord{u"作者单位", Label::Affiliations},
    LabelWord{u"affiliation", Label::Affiliations},
    LabelWord{u"affiliations", Label::Affiliations},
    LabelWord{u"标题", Label::Title},
    LabelWord{u"题目", Label::Title},
    LabelWord{u"论文标题", Label::Title},
    LabelWord{u"论文题目", Label::Title},
    LabelWord{u"title", Label::Title},
    LabelWord{u"中文标题", Label::TitleZh},
    LabelWord{u"中文题目", Label::TitleZh},
    LabelWord{u"中文", Label::TitleZh},
    LabelWord{u"链接", Label::Link},
    LabelWord{u"论文链接", Label::Link},
    LabelWord{u"论文地址", Label::Link},
    LabelWord{u"原文链接", Label::Link},
    LabelWord{u"地址", Label::Link},
    LabelWord{u"论文", Label::Link},
    LabelWord{u"原文", Label::Link},
    LabelWord{u"arxiv", Label::Link},
    LabelWord{u"arixiv", Label::Link},
    LabelWord{u"ariXiv", Label::Link},
    LabelWord{u"url", Label::Link},
    LabelWord{u"link", Label::Link},
    LabelWord{u"paper", Label::Link},
    LabelWord{u"pdf", Label::Link},
    LabelWord{u"github", Label::OtherLink},
    LabelWord{u"code", Label::OtherLink},
    LabelWord{u"official code", Label::OtherLink},
    LabelWord{u"代码", Label::OtherLink},
    LabelWord{u"程式码", Label::OtherLink},
    LabelWord{u"专案", Label::OtherLink},
    LabelWord{u"代码地址", Label::OtherLink},
    LabelWord{u"代码链接", Label::OtherLink},
    LabelWord{u"项目地址", Label::OtherLink},
    LabelWord{u"项目主页", Label::OtherLink},
    LabelWord{u"主页", Label::OtherLink},
    LabelWord{u"homepage", Label::OtherLink},
    LabelWord{u"project", Label::OtherLink},
    LabelWord{u"datasets", Label::OtherLink},
    LabelWord{u"dataset", Label::OtherLink},
    LabelWord{u"数据集", Label::OtherLink},
    LabelWord{u"model", Label::OtherLink},
    LabelWord{u"demo", Label::OtherLink},
    LabelWord{u"转自", Label::Via},
    LabelWord{u"来源", Label::Via},
    LabelWord{u"转载自", Label::Via},
    LabelWord{u"会议", Label::Venue},
    LabelWord{u"期刊", Label::Venue},
    LabelWord{u"类型", Label::Venue},
    LabelWord{u"注", Label::Venue},
    LabelWord{u"年份", Label::Year},
    LabelWord{u"year", Label::Year},
    LabelWord{u"subjects", Label::Category},
    LabelWord{u"subject", Label::Category},
    LabelWord{u"categories", Label::Category},
    LabelWord{u"category", Label::Category},
    LabelWord{u"分类", Label::Category},
    LabelWord{u"类别", Label::Category},
    LabelWord{u"领域", Label::Category},
    LabelWord{u"方向", Label::Category},
    LabelWord{u"关键要点", Label::Points},
    LabelWord{u"重点", Label::Points},
    LabelWord{u"核心亮点", Label::Points},
    LabelWord{u"论文亮点", Label::Points},
    LabelWord{u"要点总结", Label::Points},
    LabelWord{u"要点速览", Label::Points},
    LabelWord{u"key takeaways", Label::Points},
    LabelWord{u"takeaways", Label::Points},
    LabelWord{u"key highlights", Label::Points},
    LabelWord{u"main points", Label::Points},
    LabelWord{u"highlight", Label::Points},
    LabelWord{u"key point", Label::Points},
    LabelWord{u"一句话", Label::OneLine},
    LabelWord{u"总结", Label::OneLine},
    LabelWord{u"小结", Label::OneLine},
    LabelWord{u"一句话介绍", Label::OneLine},
    LabelWord{u"一句话简介", Label::OneLine},
    LabelWord{u"一句话点评", Label::OneLine},
    LabelWord{u"一句话解读", Label::OneLine},
    LabelWord{u"一句话速览", Label::OneLine},
    LabelWord{u"一言以蔽之", Label::OneLine},
    LabelWord{u"tl; dr", Label::OneLine},
    LabelWord{u"tl；dr", Label::OneLine},
    LabelWord{u"tldr;", Label::OneLine},
    LabelWord{u"one-sentence summary", Label::OneLine},
    LabelWord{u"one-line summary", Label::OneLine},
    LabelWord{u"one sentence summary", Label::OneLine},
    LabelWord{u"in one sentence", Label::OneLine},
    LabelWord{u"in short", Label::OneLine},
    LabelWord{u"内容摘要", Label::Abstract},
    LabelWord{u"论文简介", Label::Abstract},
    LabelWord{u"内容简介", Label::Abstract},
    LabelWord{u"简介", Label::Abstract},
    LabelWord{u"概要", Label::Abstract},
    LabelWord{u"摘要翻译", Label::Abstract},
    LabelWord{u"摘要(中文)", Label::Abstract},
    LabelWord{u"abstract (zh)", Label::Abstract},
    LabelWord{u"overview", Label::Abstract},
    LabelWord{u"研究动机", Label::Aspect},
    LabelWord{u"研究背景", Label::Aspect},
    LabelWord{u"研究问题", Label::Aspect},
    LabelWord{u"研究方法", Label::Aspect},
    LabelWord{u"核心方法", Label::Aspect},
    LabelWord{u"实验结果", Label::Aspect},
    LabelWord{u"主要结果", Label::Aspect},
    LabelWord{u"主要贡献", Label::Aspect},
    LabelWord{u"核心贡献", Label::Aspect},
    LabelWord{u"核心思想", Label::Aspect},
    LabelWord{u"核心创新", Label::Aspect},
    LabelWord{u"主要创新", Label::Aspect},
    LabelWord{u"创新", Label::Aspect},
    LabelWord{u"实验", Label::Aspect},
    LabelWord{u"局限性", Label::Aspect},
    LabelWord{u"意义", Label::Aspect},
    LabelWord{u"应用", Label::Aspect},
    LabelWord{u"问题", Label::Aspect},
    LabelWord{u"background", Label::Aspect},
    LabelWord{u"problem", Label::Aspect},
    LabelWord{u"approach", Label::Aspect},
    LabelWord{u"limitations", Label::Aspect},
    LabelWord{u"limitation", Label::Aspect},
    LabelWord{u"findings", Label::Aspect},
    LabelWord{u"key findings", Label::Aspect},
    LabelWord{u"main contribution", Label::Aspect},
    LabelWord{u"key contribution", Label::Aspect},
    LabelWord{u"论文作者", Label::Authors},
    LabelWord{u"作者列表", Label::Authors},
    LabelWord{u"作者信息", Label::Authors},
    LabelWord{u"全部作者", Label::Authors},
    LabelWord{u"by", Label::Authors},
    LabelWord{u"institution", Label::Affiliations},
    LabelWord{u"institutions", Label::Affiliations},
    LabelWord{u"organization", Label::Affiliations},
    LabelWord{u"organizations", Label::Affiliations},
    LabelWord{u"org", Label::Affiliations},
    LabelWord{u"研究机构", Label::Affiliations},
    LabelWord{u"作者机构", Label::Affiliations},
    LabelWord{u"所属机构", Label::Affiliations},
    LabelWord{u"发布机构", Label::Affiliations},
    LabelWord{u"研究单位", Label::Affiliations},
    LabelWord{u"院校", Label::Affiliations},
    LabelWord{u"英文标题", Label::Title},
    LabelWord{u"原标题", Label::Title},
    LabelWord{u"论文名称", Label::Title},
    LabelWord{u"论文名", Label::Title},
    LabelWord{u"题名", Label::Title},
    LabelWord{u"英文题目", Label::Title},
    LabelWord{u"paper title", Label::Title},
    LabelWord{u"中文译名", Label::TitleZh},
    LabelWord{u"标题翻译", Label::TitleZh},
    LabelWord{u"译名", Label::TitleZh},
    LabelWord{u"中文名", Label::TitleZh},
    LabelWord{u"title (zh)", Label::TitleZh},
    LabelWord{u"论文网址", Label::Link},
    LabelWord{u"论文原文", Label::Link},
    LabelWord{u"论文下载", Label::Link},
    LabelWord{u"下载地址", Label::Link},
    LabelWord{u"文章链接", Label::Link},
    LabelWord{u"连结", Label::Link},
    LabelWord{u"论文连结", Label::Link},
    LabelWord{u"原文连结", Label::Link},
    LabelWord{u"原文地址", Label::Link},
    LabelWord{u"pdf链接", Label::Link},
    LabelWord{u"pdf地址", Label::Link},
    LabelWord{u"pdf 链接", Label::Link},
    LabelWord{u"arxiv链接", Label::Link},
    LabelWord{u"arxiv地址", Label::Link},
    LabelWord{u"arxiv 链接", Label::Link},
    LabelWord{u"arxiv id", Label::Link},
    LabelWord{u"arxiv link", Label::Link},
    LabelWord{u"paper link", Label::Link},
    LabelWord{u"paper url", Label::Link},
    LabelWord{u"pdf link", Label::Link},
    LabelWord{u"abs", Label::Link},
    LabelWord{u"html", Label::Link},
    LabelWord{u"doi", Label::Link},
    LabelWord{u"openreview", Label::Link},
    LabelWord{u"read", Label::Link},
    LabelWord{u"开源代码", Label::OtherLink},
    LabelWord{u"开源地址", Label::OtherLink},
    LabelWord{u"项目", Label::OtherLink},
    LabelWord{u"项目链接", Label::OtherLink},
    LabelWord{u"项目网站", Label::OtherLink},
    LabelWord{u"project page", Label::OtherLink},
    LabelWord{u"project website", Label::OtherLink},
    LabelWord{u"website", Label::OtherLink},
    LabelWord{u"code link", Label::OtherLink},
    LabelWord{u"github 链接", Label::OtherLink},
    LabelWord{u"github链接", Label::OtherLink},
    LabelWord{u"数据", Label::OtherLink},
    LabelWord{u"video", Label::OtherLink},
    LabelWord{u"视频", Label::OtherLink},
    LabelWord{u"blog", Label::OtherLink},
    LabelWord{u"tweet", Label::OtherLink},
    LabelWord{u"hugging face", Label::OtherLink},
    LabelWord{u"huggingface", Label::OtherLink},
    LabelWord{u"models", Label::OtherLink},
    LabelWord{u"发表", Label::Venue},
    LabelWord{u"发表于", Label::Venue},
    LabelWord{u"发表时间", Label::Venue},
    LabelWord{u"发布时间", Label::Venue},
    LabelWord{u"发布日期", Label::Venue},
    LabelWord{u"提交日期", Label::Venue},
    LabelWord{u"日期", Label::Venue},
    LabelWord{u"时间", Label::Venue},
    LabelWord{u"date", Label::Venue},
    LabelWord{u"published", Label::Venue},
    LabelWord{u"publish date", Label::Venue},
    LabelWord{u"submitted", Label::Venue},
    LabelWord{u"comments", Label::Venue},
    LabelWord{u"comment", Label::Venue},
    LabelWord{u"venue", Label::Venue},
    LabelWord{u"journal", Label::Venue},
    LabelWord{u"关键词", Label::Venue},
    LabelWord{u"keywords", Label::Venue},
    LabelWord{u"标签", Label::Venue},
    LabelWord{u"tags", Label::Venue},
    LabelWord{u"来自", Label::Affiliations},
    LabelWord{u"下载", Label::Link},
    LabelWord{u"下载地址", Label::Link},
    LabelWord{u"下载链接", Label::Link},
    LabelWord{u"论文pdf", Label::Link},
    LabelWord{u"全文", Label::Link},
    LabelWord{u"chinese title", Label::TitleZh},
    LabelWord{u"title in chinese", Label::TitleZh},
    LabelWord{u"upvotes", Label::Venue},
    LabelWord{u"upvote", Label::Venue},
    LabelWord{u"stars", Label::Venue},
    LabelWord{u"main category", Label::Category},
    LabelWord{u"备注", Label::Venue},
    LabelWord{u"arxiv分类", Label::Category},
    LabelWord{u"arxiv 分类", Label::Category},
    LabelWord{u"arxiv类别", Label::Category},
    LabelWord{u"学科", Label::Category},
    LabelWord{u"学科分类", Label::Category},
    LabelWord{u"primary category", Label::Category},
    LabelWord{u"研究方向", Label::Category},
    LabelWord{u"研究领域", Label::Category},
};

/// The signs of the labels above as they are written in traditional Chinese.
constexpr QStringView traditional =
    u"專點總結話題標論鏈連單機構動優勢貢獻創會類別領項頁碼數據來轉載關鍵譯實驗問應義發時間備註網員";
constexpr QStringView simplified =
    u"专点总结话题标论链连单机构动优势贡献创会类别领项页码数据来转载关键译实验问应义发时间备注网员";
static_assert(traditional.size() == simplified.size());

/// A label in traditional Chinese → in simplified; any other word stays.
QString inSimplified(QStringView word)
{
    QString text = word.toString();
    for (QChar &c : text)
        if (const qsizetype at = isHan(c) ? traditional.indexOf(c) : -1; at >= 0)
            c = simplified[at];
    if (isHan(text.front()) && isHan(text.back()))
        text.removeIf([](QChar c) { return c.isSpace(); }); // "作　　者"
    return text;
}

const LabelWord *labelWord(QStringView printed)
{
    const QString folded = hasHan(printed) ? inSimplified(printed) : QString();
    const QStringView word = folded.isEmpty() ? printed : QStringView(folded);
    for (const LabelWord &known : labelWords)
        if (word.size() == known.word.size() && mayBeginAlike(word, known.word) &&
            word.compare(known.word, Qt::CaseInsensitive) == 0)
            return &known;
    return nullptr;
}

constexpr qsizetype longestLabel = 22;

} // namespace

std::optional<Labelled> labelOf(QStringView text)
{
    for (const QStringView word : {QStringView(u"TL;DR "), QStringView(u"TLDR ")}) // needs no colon
        if (text.size() > 20 && text.startsWith(word))
            return Labelled{Label::OneLine, word.size(), text.left(word.size() - 1)};
    qsizetype at = skipBlanks(text, 0);
    while (at < text.size() && (text[at] == u'*' || text[at] == u'#' || text[at] == u'>' || text[at] == u'_' ||
                                (at == 0 && text[at] == u':'))) // ":Authors: …"
        at = skipBlanks(text, at + 1);
    const bool bracket = at < text.size() && (opensBracket(text[at]) || text[at] == u'「' || text[at] == u'〔');
    at = skipBlanks(text, at + (bracket ? 1 : 0));
    const qsizetype from = at;
    while (at < text.size() && at - from <= longestLabel && !isColon(text[at]) && !closesBracket(text[at]) &&
           text[at] != u'*' && text[at] != u'|' && text[at] != u'｜' && text[at] != u'」' && text[at] != u'〕')
        ++at;
    if (at - from > longestLabel)
        return {};
    const QStringView word = text.mid(from, at - from).trimmed();
    const LabelWord *known = word.isEmpty() ? nullptr : labelWord(word);
    if (!known)
        return {};
    bool closed = at >= text.size();
    // "作者 | A Name, B Name": a stroke for a colon
    if (at < text.size() && (text[at] == u'|' || text[at] == u'｜')) {
        if (!isHan(word.front()))
            return {};
        closed = true;
        ++at;
    }
    while (at < text.size() && (closesBracket(text[at]) || text[at] == u'*' || isColon(text[at]) ||
                                text[at].isSpace() || text[at] == u'」' || text[at] == u'〕')) {
        closed = closed || isColon(text[at]) ||
                 (bracket && (closesBracket(text[at]) || text[at] == u'」' || text[at] == u'〕'));
        ++at;
    }
    if (!closed)
        return {};
    // A whole line "方法" or "Paper" is more likely a word than a label: these need their colon.
    if (at >= text.size() && word.size() + from >= text.size() && known->label != Label::Points &&
        known->label != Label::OneLine && known->label != Label::Abstract)
        return {};
    return Labelled{known->label, at, word};
}

} // namespace yaodian::digest
