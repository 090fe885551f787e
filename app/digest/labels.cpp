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
};

const LabelWord *labelWord(QStringView word)
{
    for (const LabelWord &known : labelWords)
        if (word.size() == known.word.size() && mayBeginAlike(word, known.word) &&
            word.compare(known.word, Qt::CaseInsensitive) == 0)
            return &known;
    return nullptr;
}

constexpr qsizetype longestLabel = 14;

} // namespace

std::optional<Labelled> labelOf(QStringView text)
{
    qsizetype at = skipBlanks(text, 0);
    while (at < text.size() && (text[at] == u'*' || text[at] == u'#' || text[at] == u'>' || text[at] == u'_'))
        at = skipBlanks(text, at + 1);
    const bool bracket = at < text.size() && (opensBracket(text[at]) || text[at] == u'「' || text[at] == u'〔');
    at = skipBlanks(text, at + (bracket ? 1 : 0));
    const qsizetype from = at;
    while (at < text.size() && at - from <= longestLabel && !isColon(text[at]) && !closesBracket(text[at]) &&
           text[at] != u'*' && text[at] != u'」' && text[at] != u'〕')
        ++at;
    if (at - from > longestLabel)
        return {};
    const QStringView word = text.mid(from, at - from).trimmed();
    const LabelWord *known = word.isEmpty() ? nullptr : labelWord(word);
    if (!known)
        return {};
    bool closed = at >= text.size();
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
