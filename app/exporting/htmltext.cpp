#include "exporting/htmltext.h"

#include "exporting/escape.h"
#include "exporting/plain.h"

#include <md4c.h>

#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

struct HtmlWriter
{
    QByteArray out;
    int images = 0;      ///< how deep one stands in descriptions of images
    QList<bool> anchors; ///< whether the links one stands in lead anywhere
};

HtmlWriter &writerOf(void *data)
{
    return *static_cast<HtmlWriter *>(data);
}

/// The element of a block; null: it has none.
const char *htmlBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        return "blockquote";
    case MD_BLOCK_UL:
        return "ul";
    case MD_BLOCK_LI:
        return "li";
    case MD_BLOCK_P:
        return "p";
    case MD_BLOCK_TABLE:
        return "table";
    case MD_BLOCK_THEAD:
        return "thead";
    case MD_BLOCK_TBODY:
        return "tbody";
    case MD_BLOCK_TR:
        return "tr";
    case MD_BLOCK_TH:
        return "th";
    case MD_BLOCK_TD:
        return "td";
    default:
        return nullptr;
    }
}

const char *htmlSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return "em";
    case MD_SPAN_STRONG:
        return "strong";
    case MD_SPAN_CODE:
        return "code";
    case MD_SPAN_DEL:
        return "del";
    default:
        return nullptr;
    }
}

QByteArray headingOf(void *detail)
{
    // Below the headings of the page itself.
    return 'h' + QByteArray::number(qMin(6, int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level) + 3));
}

int enterHtmlBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    QByteArray &out = writerOf(data).out;
    if (type == MD_BLOCK_H)
        out += '<' + headingOf(detail) + '>';
    else if (type == MD_BLOCK_CODE)
        out += "<pre><code>";
    else if (type == MD_BLOCK_HR)
        out += "<hr>\n";
    else if (type == MD_BLOCK_OL)
        out += "<ol start=\"" + QByteArray::number(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start) + "\">\n";
    else if (const char *element = htmlBlock(type))
        out += QByteArray("<") + element + '>';
    if (type == MD_BLOCK_LI && static_cast<MD_BLOCK_LI_DETAIL *>(detail)->is_task)
        out += static_cast<MD_BLOCK_LI_DETAIL *>(detail)->task_mark == ' ' ? "☐ " : "☑ ";
    return 0;
}

int leaveHtmlBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    QByteArray &out = writerOf(data).out;
    if (type == MD_BLOCK_H)
        out += "</" + headingOf(detail) + ">\n";
    else if (type == MD_BLOCK_CODE)
        out += "</code></pre>\n";
    else if (type == MD_BLOCK_OL)
        out += "</ol>\n";
    else if (const char *element = htmlBlock(type))
        out += QByteArray("</") + element + ">\n";
    return 0;
}

/// Where a link leads: decoded as CommonMark does it, and only to what can be opened safely; empty: nowhere.
QString targetOf(const MD_ATTRIBUTE &attribute)
{
    const QString address = QString::fromUtf8(attribute.text, qsizetype(attribute.size))
                                .replace(QLatin1String("&amp;"), QLatin1String("&"), Qt::CaseInsensitive);
    static const QRegularExpression own(QStringLiteral("^yaodian://paper/[0-9a-f-]{36}(\\?highlight=[0-9a-f-]{36})?$"));
    return own.match(address).hasMatch() ? address : linkTarget(address);
}

int enterHtmlSpan(MD_SPANTYPE type, void *detail, void *data)
{
    HtmlWriter &writer = writerOf(data);
    if (type == MD_SPAN_A) {
        const QString target = targetOf(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
        writer.anchors << !target.isEmpty();
        if (!target.isEmpty())
            writer.out += "<a href=\"" + htmlText(target).toUtf8() + "\">";
    } else if (type == MD_SPAN_IMG) {
        ++writer.images;
        writer.out += "<span class=\"image\">";
    } else if (const char *element = htmlSpan(type)) {
        writer.out += QByteArray("<") + element + '>';
    }
    return 0;
}

int leaveHtmlSpan(MD_SPANTYPE type, void *, void *data)
{
    HtmlWriter &writer = writerOf(data);
    if (type == MD_SPAN_A) {
        if (writer.anchors.takeLast())
            writer.out += "</a>";
    } else if (type == MD_SPAN_IMG) {
        --writer.images;
        writer.out += "</span>";
    } else if (const char *element = htmlSpan(type)) {
        writer.out += QByteArray("</") + element + '>';
    }
    return 0;
}

int addHtmlText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    QByteArray &out = writerOf(data).out;
    const QByteArray bytes(text, qsizetype(size));
    static const QRegularExpression entity(QStringLiteral("^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z0-9]{2,32});$"));
    if (type == MD_TEXT_BR)
        out += "<br>\n";
    else if (type == MD_TEXT_SOFTBR)
        out += '\n';
    else if (type == MD_TEXT_ENTITY && entity.match(QString::fromUtf8(bytes)).hasMatch())
        out += bytes; // one character, whatever it names: text all the same
    else if (type != MD_TEXT_NULLCHAR)
        out += QString::fromUtf8(bytes).toHtmlEscaped().toUtf8();
    return 0;
}

} // namespace

QString htmlText(const QString &plain, bool lines)
{
    const QString out = (lines ? plainLines(plain) : plainLine(plain))
                            .toHtmlEscaped()
                            .replace(QLatin1Char('\''), QLatin1String("&#39;"));
    return lines ? QString(out).replace(QLatin1Char('\n'), QLatin1String("<br>")) : out;
}

QString htmlOfMarkdown(const QString &markdown)
{
    QString typed = markdown;
    typed.removeIf([](QChar c) {
        const bool breaks = c == QLatin1Char('\n') || c == QLatin1Char('\t');
        return !breaks && (c.category() == QChar::Other_Control || c.isNonCharacter() ||
                           (c.unicode() >= 0x202A && c.unicode() <= 0x202E));
    });
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = enterHtmlBlock;
    parser.leave_block = leaveHtmlBlock;
    parser.enter_span = enterHtmlSpan;
    parser.leave_span = leaveHtmlSpan;
    parser.text = addHtmlText;
    HtmlWriter writer;
    const QByteArray text = typed.toUtf8();
    if (md_parse(text.constData(), MD_SIZE(text.size()), &parser, &writer) != 0)
        return QStringLiteral("<p>%1</p>").arg(htmlText(markdown, true));
    return QString::fromUtf8(writer.out);
}

} // namespace yaodian::exporting
