#include "markdownreader.h"

#include <md4c.h>

namespace yaodian::tests {

namespace {

Read &readOf(void *data)
{
    return *static_cast<Read *>(data);
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    Read &read = readOf(data);
    switch (type) {
    case MD_BLOCK_QUOTE:
        read.blocks << QStringLiteral("quote");
        break;
    case MD_BLOCK_UL:
        read.blocks << QStringLiteral("ul");
        break;
    case MD_BLOCK_OL:
        read.blocks << QStringLiteral("ol");
        break;
    case MD_BLOCK_HR:
        read.blocks << QStringLiteral("hr");
        break;
    case MD_BLOCK_H:
        read.blocks << QStringLiteral("h%1").arg(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_CODE:
        read.blocks << QStringLiteral("code");
        break;
    case MD_BLOCK_TABLE:
        read.blocks << QStringLiteral("table");
        break;
    case MD_BLOCK_HTML:
        read.html << QString();
        break;
    case MD_BLOCK_P:
        read.blocks << QStringLiteral("p");
        break;
    default:
        break;
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE, void *, void *data)
{
    if (Read &read = readOf(data); !read.text.isEmpty() && !read.text.endsWith(QLatin1Char('\n')))
        read.text += QLatin1Char('\n');
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    Read &read = readOf(data);
    const auto target = [](const MD_ATTRIBUTE &a) { return QString::fromUtf8(a.text, qsizetype(a.size)); };
    if (type == MD_SPAN_A)
        read.links << target(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
    else if (type == MD_SPAN_IMG)
        read.links << target(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
    else
        ++read.spans;
    return 0;
}

int leaveSpan(MD_SPANTYPE, void *, void *)
{
    return 0;
}

int seeText(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *data)
{
    Read &read = readOf(data);
    const QString text = QString::fromUtf8(chars, qsizetype(size));
    if (type == MD_TEXT_HTML) {
        if (read.html.isEmpty())
            read.html << QString();
        read.html.last() += text;
    } else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        read.text += QLatin1Char('\n');
    } else if (type == MD_TEXT_ENTITY) {
        read.text += QStringLiteral("<entity>");
    } else {
        read.text += text;
    }
    return 0;
}

} // namespace

Read readMarkdown(const QByteArray &markdown)
{
    Read read;
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = seeText;
    read.parsed = md_parse(markdown.constData(), MD_SIZE(markdown.size()), &parser, &read) == 0;
    return read;
}

} // namespace yaodian::tests
