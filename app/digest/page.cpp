#include "digest/page.h"

#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"
#include "digest/recognise.h"

#include <QUrl>

#include <algorithm>

namespace yaodian::digest {

namespace {

/// A region with less of the page's text than this is a teaser, not the content.
constexpr double leastShare = 0.25;

constexpr qsizetype shortestWord = 8;

/// Class names and ids of the systems that blogs run on (WordPress, Hexo, Jekyll, GitHub, WeChat, Zhihu, CSDN …).
bool isContentWord(QStringView word)
{
    static constexpr QStringView words[] = {
        u"entry-content",  u"post-content",       u"article-content", u"postcontent",       u"js_content",
        u"articlecontent", u"rich_media_content", u"richtext",        u"post-richtext",     u"markdown-body",
        u"article__body",  u"article-body",       u"post-body",       u"entry-body",        u"post__content",
        u"content_views",  u"post_content",       u"article_content", u"article-entry",     u"single-content",
        u"blog-content",   u"page-content",       u"main-content",    u"cnblogs_post_body", u"available-content",
        u"article-detail", u"news-content",       u"post-entry",      u"body-content"};
    return std::any_of(std::begin(words), std::end(words), [word](QStringView known) {
        return known.size() == word.size() && known.compare(word, Qt::CaseInsensitive) == 0;
    });
}

bool hasContentWord(QStringView value)
{
    for (qsizetype from = 0; from < value.size();) {
        qsizetype to = value.indexOf(u' ', from);
        to = to < 0 ? value.size() : to;
        if (to - from >= shortestWord && isContentWord(value.mid(from, to - from)))
            return true;
        from = to + 1;
    }
    return false;
}

bool pointsToPaper(const Block &block)
{
    return std::any_of(block.links.begin(), block.links.end(),
                       [](const BlockLink &link) {
                           return link.target.contains(u"arxiv.org/") || link.target.contains(u"doi.org/") ||
                                  link.target.contains(u"openreview.net/");
                       }) ||
           block.text.contains(u"arxiv.org/");
}

struct Measure
{
    qsizetype text = 0;
    qsizetype papers = 0;
};

Measure measure(const Document &document, const Region &region)
{
    Measure out;
    for (qsizetype i = region.first; i < qMin(region.last, document.blocks.size()); ++i) {
        out.text += document.blocks[i].text.size();
        out.papers += pointsToPaper(document.blocks[i]) ? 1 : 0;
    }
    return out;
}

/// The content of the page; nullopt where nothing says it, or what it leaves out may be some of the post.
std::optional<Region> contentOf(const Document &document, const PageMeta &meta)
{
    const Measure whole = measure(document, {0, document.blocks.size(), false});
    std::optional<Region> best;
    qsizetype most = 0;
    for (const bool named : {true, false}) {
        for (const Region &region : meta.regions) {
            const Measure part = measure(document, region);
            const bool enough =
                double(part.text) >= leastShare * double(whole.text) && part.papers * 10 >= whole.papers * 9;
            if (region.isNamed == named && enough && part.text > most) {
                best = region;
                most = part.text;
            }
        }
        if (best)
            break;
    }
    return best;
}

/// Drops what stands around the content, but for the page's own headline above it.
void keepContent(Document &document, const Region &region)
{
    QList<Block> blocks;
    const auto begin = document.blocks.begin();
    const bool hasHeadline = std::any_of(begin + region.first, begin + region.last,
                                         [](const Block &block) { return block.isHeading() && block.level == 1; });
    for (qsizetype i = region.first - 1; i >= 0 && !hasHeadline; --i) {
        if (document.blocks[i].isHeading() && document.blocks[i].level == 1) {
            blocks.append(document.blocks[i]);
            break;
        }
    }
    blocks.append(document.blocks.mid(region.first, region.last - region.first));
    document.blocks = std::move(blocks);
}

/// A page's own address, where it is one of a post and not of the site.
QString postAddress(const QString &link)
{
    const QUrl url(link);
    const bool ofPost = url.path().size() > 1 || !url.query().isEmpty();
    return url.isValid() && url.scheme().startsWith(QLatin1String("http")) && ofPost ? link : QString();
}

} // namespace

bool isContentElement(QByteArrayView name, QStringView attributes, bool &named)
{
    named = false;
    if (name == "article" || name == "main")
        return true;
    if (attributes.size() < 8 || (name != "div" && name != "section" && name != "td"))
        return false;
    named = hasContentWord(htmlRawAttribute(attributes, QLatin1String("class"))) ||
            hasContentWord(htmlRawAttribute(attributes, QLatin1String("id"))) ||
            htmlRawAttribute(attributes, QLatin1String("itemprop")).trimmed() == u"articleBody";
    return named;
}

Issue readPage(const QString &html, const Subject &subject)
{
    PageMeta meta;
    Document document = blocksFromHtml(html, meta);
    if (!meta.title.isEmpty())
        document.title = meta.title;
    if (!subject.title.isEmpty()) {
        document.title = subject.title;
        document.titleIsSure = subject.isSure;
    }
    if (const auto region = contentOf(document, meta))
        keepContent(document, *region);
    const QString link = postAddress(subject.link.isEmpty() ? meta.link : subject.link);
    resolveLinks(document, link);
    const QStringList repairs = document.repairs;
    Issue issue = recognise(std::move(document));
    issue.report.repairs = repairs;
    issue.link = link;
    if (issue.author.isEmpty())
        issue.author = meta.author;
    issue.published = feedDate(meta.published);
    return issue;
}

} // namespace yaodian::digest
