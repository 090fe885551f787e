#include "digest/frame.h"

#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// How lines begin that sites print around posts.
constexpr QStringView frameStarts[] = {
    u"扫码",           u"扫一扫",     u"微信扫码",   u"长按",       u"关注公众号",  u"分享到",      u"分享至",
    u"点击阅读",       u"阅读全文",   u"沙发",       u"登录后",     u"请登录",      u"未经授权",    u"未经允许",
    u"版权声明",       u"版权所有",   u"本文链接",   u"©",          u"Copyright",   u"Powered by",  u"上一篇",
    u"下一篇",         u"返回顶部",   u"返回列表",   u"加载更多",   u"查看更多",    u"点赞",        u"收藏",
    u"举报",           u"打赏",       u"推荐阅读",   u"相关文章",   u"相关阅读",    u"热门文章",    u"最新文章",
    u"最近文章",       u"发表评论",   u"发表回复",   u"Share this", u"Leave a",     u"Comments",    u"Subscribe",
    u"Sign up",        u"Follow us",  u"Join our",   u"Click here", u"All rights",  u"Read more",   u"post-qrcode",
    u"标签：",         u"标签:",      u"Tags:",      u"分类：",     u"欢迎关注",    u"欢迎转发",    u"欢迎订阅",
    u"觉得不错",       u"喜欢此内容", u"微信公众号", u"公众号",     u"编辑于",      u"发布于",      u"更多精彩",
    u"来都来了",       u"点个",       u"转载请",     u"扫描二维码", u"二维码",      u"收录于",      u"机器翻译",
    u"点击“阅读",      u"点击「阅读", u"长按二维码", u"识别二维码", u"You receive", u"Unsubscribe", u"To unsubscribe",
    u"View in browser"};

constexpr QStringView frameWords[] = {u"图片", u"首页",    u"归档",     u"分类", u"标签",  u"关于", u"目录",
                                      u"登录", u"注册",    u"搜索",     u"评论", u"分享",  u"点赞", u"收藏",
                                      u"昵称", u"邮箱",    u"提交",     u"赞",   u"踩",    u"Home", u"About",
                                      u"Tags", u"Archive", u"Archives", u"RSS",  u"Login", u"Share"};

} // namespace

bool endsPost(QStringView text)
{
    if (text.size() > 60)
        return false;
    for (const QStringView start :
         {QStringView(u"正文完"), QStringView(u"内容中包含的图片若涉及版权"), QStringView(u"上一篇"),
          QStringView(u"可以使用微信扫码"), QStringView(u"相关推荐"), QStringView(u"本文参与"),
          QStringView(u"You receive"), QStringView(u"Unsubscribe"), QStringView(u"To unsubscribe"),
          QStringView(u"收录于合集"), QStringView(u"微信扫一扫")})
        if (mayBeginAlike(text, start) && text.startsWith(start, Qt::CaseInsensitive))
            return true;
    for (const QStringView whole :
         {QStringView(u"评论"), QStringView(u"发表评论"), QStringView(u"（完）"), QStringView(u"(完)"),
          QStringView(u"END"), QStringView(u"点赞"), QStringView(u"赞赏"), QStringView(u"阅读原文")})
        if (text == whole)
            return true;
    return false;
}

bool opensReferences(QStringView text)
{
    while (!text.isEmpty() && (isColon(text.back()) || text.back().isSpace()))
        text.chop(1);
    return text == u"引用" || text == u"参考" || text == u"参考文献" || text == u"参考资料" ||
           text.compare(u"References", Qt::CaseInsensitive) == 0 ||
           text.compare(u"Reference", Qt::CaseInsensitive) == 0;
}

bool isCounter(QStringView text)
{
    if (text.size() > 24)
        return false;
    for (const QStringView end : {QStringView(u"次阅读"), QStringView(u"阅读"), QStringView(u"条评论"),
                                  QStringView(u"没有评论"), QStringView(u"次浏览"), QStringView(u"浏览"),
                                  QStringView(u"人点赞"), QStringView(u"粉丝"), QStringView(u"声望")})
        if (text.endsWith(end))
            return true;
    return text.startsWith(u"评论(") || text.startsWith(u"评论（") || text.startsWith(u"阅读 ") ||
           text.startsWith(u"浏览 ");
}

bool isMenuLine(const Block &block)
{
    qsizetype linked = 0;
    for (const BlockLink &link : block.links)
        linked += link.length;
    return !block.links.isEmpty() && linked + block.links.size() * 3 >= block.text.size() &&
           (block.isItem() || block.links.size() > 2 || block.text.size() <= 16);
}

/// "[x] 2019-01-01": a day that the writer has done.
static bool isTickedDate(QStringView text)
{
    if (text.size() < 12 || text.size() > 16 || text[0] != u'[' || text[2] != u']')
        return false;
    return std::all_of(text.begin() + 3, text.end(), [](QChar c) { return isDigit(c) || c.isSpace() || isDash(c); });
}

bool isFrame(const Block &block)
{
    const QStringView text =
        QStringView(block.text).mid(opensWithPictogram(block.text) ? skipDecoration(block.text) : 0);
    if (block.kind == Block::Kind::Image || isCounter(text) || endsPost(text) || !legendOf(text).isEmpty())
        return true;
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return true;
    if (text.compare(u"[TOC]", Qt::CaseInsensitive) == 0 || text.compare(u"@[TOC]", Qt::CaseInsensitive) == 0 ||
        isTickedDate(text))
        return true;
    if (text.size() > 100)
        return false;
    if (std::any_of(std::begin(frameWords), std::end(frameWords), [text](QStringView word) { return text == word; }))
        return true;
    return std::any_of(std::begin(frameStarts), std::end(frameStarts), [text](QStringView start) {
        return mayBeginAlike(text, start) && text.startsWith(start, Qt::CaseInsensitive);
    });
}

bool isSubstantial(QStringView text)
{
    if (text.size() >= 40)
        return true;
    return text.size() >= 12 && (text.endsWith(u'。') || text.endsWith(u'！') || text.endsWith(u'.'));
}

} // namespace yaodian::digest
