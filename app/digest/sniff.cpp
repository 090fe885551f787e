#include "digest/sniff.h"

#include "digest/json.h"

namespace yaodian::digest {

namespace {

constexpr qsizetype sniffed = 64 * 1024;

bool contains(QStringView text, QLatin1String what)
{
    return text.contains(what, Qt::CaseInsensitive);
}

/// The name of the first element, prefix and all; empty where the text does not begin as XML or HTML.
QStringView firstElement(QStringView text)
{
    qsizetype at = 0;
    while ((at = text.indexOf(u'<', at)) >= 0 && at + 1 < text.size()) {
        if (text[at + 1].isLetter()) {
            qsizetype to = at + 1;
            while (to < text.size() && (text[to].isLetterOrNumber() || text[to] == u':'))
                ++to;
            return text.mid(at + 1, to - at - 1);
        }
        if (text[at + 1] != u'?' && text[at + 1] != u'!')
            return {};
        at = text.mid(at).startsWith(u"<!--") ? text.indexOf(u"-->", at) : at + 1;
        if (at < 0)
            return {};
    }
    return {};
}

/// In any letters and with any prefix.
bool isFeedRoot(QStringView element)
{
    const QStringView name = element.mid(element.lastIndexOf(u':') + 1);
    for (const QStringView root : {u"rss", u"feed", u"rdf", u"channel"})
        if (name.compare(root, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

/// Where the document begins: after a warning of the server's, which may have tags of its own.
qsizetype documentStart(QStringView head)
{
    constexpr qsizetype longestWarning = 4096;
    const QStringView start = head.left(longestWarning);
    if (const qsizetype declared = start.indexOf(u"<?xml"); declared >= 0)
        return declared;
    if (start.contains(u"```"))
        return 0; // a text that shows what a feed looks like
    for (const QStringView root : {u"<rss ", u"<feed ", u"<rdf:RDF "}) {
        const qsizetype at = start.indexOf(root);
        const QStringView tag =
            at < 0 ? QStringView() : start.mid(at, qMax<qsizetype>(0, start.indexOf(u'>', at) - at));
        if (tag.contains(u"version=") || tag.contains(u"xmlns"))
            return at;
    }
    return 0;
}

bool isHtmlPage(QStringView head)
{
    return contains(head, QLatin1String("<!doctype html")) || contains(head, QLatin1String("<html")) ||
           contains(head, QLatin1String("<body"));
}

/// A piece of a page begins with one of its elements.
bool looksLikeHtml(QStringView head)
{
    if (!head.trimmed().startsWith(u'<'))
        return false;
    for (const char *tag : {"p", "div", "article", "section", "h1", "h2", "h3", "ul", "ol", "table", "span", "br",
                            "head", "meta", "main"})
        if (firstElement(head).compare(QLatin1String(tag), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

/// Signs of Markdown per line: headings, links, emphasis, tables, quotes.
bool looksLikeMarkdown(QStringView head)
{
    int signs = 0;
    int strong = 0;
    qsizetype from = 0;
    while (from < head.size()) {
        qsizetype to = head.indexOf(u'\n', from);
        if (to < 0)
            to = head.size();
        const QStringView line = head.mid(from, to - from);
        from = to + 1;
        qsizetype hashes = 0;
        while (hashes < line.size() && line[hashes] == u'#')
            ++hashes;
        strong += hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == u' ' ? 1 : 0;
        strong += line.contains(u"](http") || line.startsWith(u"![") ? 1 : 0;
        strong += line.startsWith(u"| ---") || line.startsWith(u"|---") ? 1 : 0;
        signs += line.startsWith(u"**") || line.startsWith(u"> ") || line.startsWith(u"```") ? 1 : 0;
    }
    return strong >= 2 || strong + signs >= 3;
}

} // namespace

Form formOf(const QString &text, const Origin &origin)
{
    const QStringView head = QStringView(text).left(sniffed);
    const QString name = origin.fileName.toLower();
    const QStringView document = head.mid(documentStart(head));
    const bool startsAsMarkup = document.trimmed().startsWith(u'<');
    if (startsAsMarkup && isFeedRoot(firstElement(document)))
        return Form::Feed;
    if (looksLikeJson(head))
        return Form::Json;
    // Markdown may begin with an element of HTML ("<div id=toc></div>").
    if (isHtmlPage(head) || (looksLikeHtml(head) && !looksLikeMarkdown(head)))
        return Form::Html;
    if (name.endsWith(QLatin1String(".md")) || name.endsWith(QLatin1String(".markdown")) ||
        origin.mediaType.startsWith(QLatin1String("text/markdown")))
        return Form::Markdown;
    if (name.endsWith(QLatin1String(".html")) || name.endsWith(QLatin1String(".htm")) ||
        origin.mediaType.startsWith(QLatin1String("text/html")))
        return head.contains(u'<') ? Form::Html : Form::Text;
    if (startsAsMarkup && name.endsWith(QLatin1String(".xml")))
        return Form::Feed;
    return looksLikeMarkdown(head) ? Form::Markdown : Form::Text;
}

} // namespace yaodian::digest
