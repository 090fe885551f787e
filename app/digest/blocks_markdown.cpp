#include "digest/blockbuilder.h"
#include "digest/html_tokens.h"

#include <QCoreApplication>

#include <md4c.h>

namespace yaodian::digest {

namespace {

/// Takes md4c's callbacks into a document.
class MarkdownReader
{
public:
    MarkdownReader() : m_builder(document) {}

    bool read(const QByteArray &utf8);

    Document document;

private:
    void enter(MD_BLOCKTYPE type, void *detail);
    void leave(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, QStringView text);
    void inlineHtml(QStringView tag);

    static QString attribute(const MD_ATTRIBUTE &value);

    BlockBuilder m_builder;
    QString m_alt;
    int m_images = 0; // images around the place we are at
    bool m_htmlBlock = false;
    QString m_html;
};

QString MarkdownReader::attribute(const MD_ATTRIBUTE &value)
{
    return htmlDecoded(QString::fromUtf8(value.text, qsizetype(value.size)));
}

void MarkdownReader::enter(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_H:
        m_builder.openHeading(int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        break;
    case MD_BLOCK_UL:
        m_builder.openList(false, 1);
        break;
    case MD_BLOCK_OL: {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        m_builder.openList(true, int(qMin(list->start, 999'999'999U)), QLatin1Char(list->mark_delimiter));
        break;
    }
    case MD_BLOCK_LI:
        m_builder.openItem();
        break;
    case MD_BLOCK_QUOTE:
        m_builder.openQuote();
        break;
    case MD_BLOCK_HTML:
        m_htmlBlock = true;
        m_html.clear();
        break;
    case MD_BLOCK_TR:
        m_builder.openRow();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_builder.openCell();
        break;
    default:
        m_builder.endLine(true);
        break;
    }
}

void MarkdownReader::leave(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_H:
        m_builder.closeHeading();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_builder.closeList();
        break;
    case MD_BLOCK_LI:
        m_builder.closeItem();
        break;
    case MD_BLOCK_QUOTE:
        m_builder.closeQuote();
        break;
    case MD_BLOCK_HTML: {
        m_htmlBlock = false;
        m_builder.endLine(true);
        Document inner = blocksFromHtml(m_html);
        for (Block &block : inner.blocks)
            if (document.blocks.size() < mostBlocks)
                document.blocks.append(std::move(block));
        break;
    }
    case MD_BLOCK_TR:
        m_builder.closeRow();
        break;
    default:
        m_builder.endLine(true);
        break;
    }
}

void MarkdownReader::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (type == MD_SPAN_IMG) {
        ++m_images;
    } else if (type == MD_SPAN_A && m_images == 0) {
        m_builder.openLink(attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
    } else if (type == MD_SPAN_STRONG) {
        m_builder.openStrong();
    }
}

void MarkdownReader::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_IMG) {
        if (--m_images == 0)
            m_builder.addImage(std::exchange(m_alt, QString()));
    } else if (type == MD_SPAN_A && m_images == 0) {
        m_builder.closeLink();
    } else if (type == MD_SPAN_STRONG) {
        m_builder.closeStrong();
    }
}

void MarkdownReader::inlineHtml(QStringView tag)
{
    HtmlTokens tokens(tag);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.name == "br" || token.name == "p" || token.name == "summary")
            m_builder.endLine(token.name == "p");
        else if (token.name == "a" && token.kind == HtmlToken::Kind::Start)
            m_builder.openLink(htmlAttribute(token.attributes, QLatin1String("href")));
        else if (token.name == "a")
            m_builder.closeLink();
        else if (token.name == "img")
            m_builder.addImage(htmlAttribute(token.attributes, QLatin1String("alt")));
    }
}

void MarkdownReader::text(MD_TEXTTYPE type, QStringView text)
{
    if (m_htmlBlock) {
        m_html += text;
        return;
    }
    if (m_images > 0) {
        m_alt += text;
        return;
    }
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        m_builder.endLine(false);
        break;
    case MD_TEXT_ENTITY:
        m_builder.addCollapsed(htmlDecoded(text));
        break;
    case MD_TEXT_HTML:
        inlineHtml(text);
        break;
    case MD_TEXT_NULLCHAR:
        break;
    default:
        m_builder.addCollapsed(text);
        break;
    }
}

bool MarkdownReader::read(const QByteArray &utf8)
{
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        return static_cast<MarkdownReader *>(self)->enter(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        return static_cast<MarkdownReader *>(self)->leave(type), 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        return static_cast<MarkdownReader *>(self)->enterSpan(type, detail), 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
        return static_cast<MarkdownReader *>(self)->leaveSpan(type), 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *self) {
        return static_cast<MarkdownReader *>(self)->text(type, QString::fromUtf8(bytes, qsizetype(size))), 0;
    };
    const bool done = md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, this) == 0;
    m_builder.endLine(true);
    return done;
}

/// "title: …" of a YAML front matter at the start; the matter itself is cut off from `markdown`.
QString takeFrontMatter(QString &markdown)
{
    const bool toml = markdown.startsWith(u"+++\n");
    if (!toml && !markdown.startsWith(u"---\n"))
        return {};
    const qsizetype end = markdown.indexOf(toml ? QLatin1String("\n+++") : QLatin1String("\n---"), 3);
    if (end < 0 || end > 20'000)
        return {};
    QString title;
    const QString matter = markdown.mid(4, end - 4);
    for (const QStringView line : QStringView(matter).split(u'\n')) {
        const QStringView value = line.startsWith(u"title") ? line.mid(5).trimmed() : QStringView();
        if (value.isEmpty() || value[0] != (toml ? u'=' : u':'))
            continue;
        title = value.mid(1).trimmed().toString();
        if (title.size() > 1 && (title[0] == u'"' || title[0] == u'\'') && title.endsWith(title[0]))
            title = title.mid(1, title.size() - 2);
    }
    const qsizetype lineEnd = markdown.indexOf(u'\n', end + 1);
    markdown.remove(0, lineEnd < 0 ? markdown.size() : lineEnd + 1);
    return title;
}

/// "|:-|-:|" below the heads of columns: md4c asks for three dashes.
bool isNarrowRule(QStringView line)
{
    bool narrow = false;
    qsizetype dashes = 0;
    for (const QChar c : line) {
        narrow = narrow || (dashes > 0 && dashes < 3 && c != u'-');
        dashes = c == u'-' ? dashes + 1 : 0;
        if (c != u'|' && c != u':' && c != u'-' && !c.isSpace())
            return false;
    }
    return narrow && line.contains(u'|');
}

QString withWideRules(const QString &markdown)
{
    if (!markdown.contains(QLatin1String("-|")) && !markdown.contains(QLatin1String("- |")) &&
        !markdown.contains(QLatin1String(":|")))
        return markdown;
    QStringList lines = markdown.split(u'\n');
    for (QString &line : lines)
        if (line.size() < 1000 && isNarrowRule(line))
            line.replace(u'-', QLatin1String("---"));
    return lines.join(u'\n');
}

} // namespace

Document blocksFromMarkdown(const QString &markdown)
{
    QString text = markdown;
    const QString title = takeFrontMatter(text);
    text = withWideRules(text);
    MarkdownReader reader;
    if (!reader.read(text.toUtf8())) {
        Document plain = blocksFromText(text);
        plain.repairs.append(
            QCoreApplication::translate("digest", "The Markdown could not be read; it was taken as plain text."));
        plain.title = title;
        plain.titleIsSure = !title.isEmpty();
        return plain;
    }
    reader.document.title = title;
    reader.document.titleIsSure = !title.isEmpty();
    return std::move(reader.document);
}

} // namespace yaodian::digest
