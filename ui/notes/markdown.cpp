#include "ui/notes/markdown.h"

#include "digest/html_tokens.h"
#include "library/library.h"

#include <md4c.h>

#include <utility>

namespace yaodian::ui {

namespace {

const QLatin1String paperScheme("paper:");

/// The name of a picture of the store; empty: it is none.
QString storedImage(const QString &address)
{
    const QStringList named = library::Library::imagesIn(address);
    return named.size() == 1 && address == library::Library::imageLink(named.first()) ? named.first() : QString();
}

/// Takes md4c's callbacks into blocks.
class NoteReader
{
public:
    [[nodiscard]] QList<NoteBlock> read(const QByteArray &utf8);

private:
    void enter(MD_BLOCKTYPE type, void *detail);
    void leave(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const char *from, qsizetype size);
    void open(NoteBlock::Kind kind);
    void add(const QString &words);
    void addImage();
    [[nodiscard]] QString markerOf(const MD_BLOCK_LI_DETAIL &item);
    static QString attribute(const MD_ATTRIBUTE &value)
    {
        return digest::htmlDecoded(QString::fromUtf8(value.text, qsizetype(value.size)));
    }

    struct List
    {
        bool numbered = false;
        qint64 next = 1;
    };

    QByteArray m_source;
    QList<NoteBlock> m_blocks;
    QList<List> m_lists;
    QList<QString> m_links;
    QString m_image; ///< a picture of the store, while what it is called is read
    QString m_name;
    bool m_code = false;
    int m_quote = 0;
    int m_strong = 0;
    int m_emphasis = 0;
    int m_struck = 0;
    bool m_open = false;      ///< words go to the last block
    bool m_itemBegun = false; ///< the last block is an item without words: its first paragraph belongs to it
    qsizetype m_at = -1;      ///< of the words that come, in the source
};

void NoteReader::open(NoteBlock::Kind kind)
{
    NoteBlock block;
    block.kind = kind;
    block.indent = int(m_lists.size());
    block.quote = m_quote;
    m_blocks += block;
    m_open = true;
    m_itemBegun = false;
}

QString NoteReader::markerOf(const MD_BLOCK_LI_DETAIL &item)
{
    if (item.is_task)
        return item.task_mark == ' ' ? QStringLiteral("☐") : QStringLiteral("☑");
    List &list = m_lists.last();
    return list.numbered ? QString::number(list.next++) + QLatin1Char('.') : QStringLiteral("•");
}

void NoteReader::enter(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        ++m_quote;
        break;
    case MD_BLOCK_UL:
        m_lists += List();
        break;
    case MD_BLOCK_OL:
        m_lists += List{true, static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start};
        break;
    case MD_BLOCK_LI: {
        const QString marker = markerOf(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
        open(NoteBlock::Kind::Item);
        m_blocks.last().marker = marker;
        m_itemBegun = true;
        break;
    }
    case MD_BLOCK_H:
        open(NoteBlock::Kind::Heading);
        m_blocks.last().level = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_P:
        if (!m_itemBegun)
            open(NoteBlock::Kind::Paragraph);
        break;
    case MD_BLOCK_CODE:
        open(NoteBlock::Kind::Code);
        break;
    case MD_BLOCK_HR:
        open(NoteBlock::Kind::Rule);
        break;
    case MD_BLOCK_TABLE:
        open(NoteBlock::Kind::Table);
        break;
    case MD_BLOCK_TR:
        m_blocks.last().rows += QList<QList<NoteSpan>>();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_blocks.last().rows.last() += QList<NoteSpan>();
        break;
    default:
        break;
    }
}

void NoteReader::leave(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        --m_quote;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_lists.removeLast();
        break;
    case MD_BLOCK_CODE:
        if (QList<NoteSpan> &spans = m_blocks.last().spans;
            !spans.isEmpty() && spans.last().text.endsWith(QChar::LineSeparator))
            spans.last().text.chop(1);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        return;
    default:
        break;
    }
    m_open = false;
    m_itemBegun = false;
}

void NoteReader::enterSpan(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG:
        ++m_strong;
        break;
    case MD_SPAN_EM:
        ++m_emphasis;
        break;
    case MD_SPAN_DEL:
        ++m_struck;
        break;
    case MD_SPAN_CODE:
        m_code = true;
        break;
    case MD_SPAN_A:
        m_links += attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
        break;
    case MD_SPAN_WIKILINK:
        m_links += paperLink(attribute(static_cast<MD_SPAN_WIKILINK_DETAIL *>(detail)->target));
        break;
    case MD_SPAN_IMG: // what it is called follows; it is not fetched
        m_image = storedImage(attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
        if (m_image.isEmpty())
            add(QStringLiteral("["));
        break;
    case MD_SPAN_LATEXMATH:
        m_code = true;
        add(QStringLiteral("$"));
        break;
    case MD_SPAN_LATEXMATH_DISPLAY:
        m_code = true;
        add(QStringLiteral("$$"));
        break;
    default:
        break;
    }
}

void NoteReader::leaveSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        --m_strong;
        break;
    case MD_SPAN_EM:
        --m_emphasis;
        break;
    case MD_SPAN_DEL:
        --m_struck;
        break;
    case MD_SPAN_A:
    case MD_SPAN_WIKILINK:
        m_links.removeLast();
        break;
    case MD_SPAN_IMG:
        if (m_image.isEmpty())
            add(QStringLiteral("]"));
        else
            addImage();
        break;
    case MD_SPAN_LATEXMATH:
        add(QStringLiteral("$"));
        m_code = false;
        break;
    case MD_SPAN_LATEXMATH_DISPLAY:
        add(QStringLiteral("$$"));
        m_code = false;
        break;
    case MD_SPAN_CODE:
        m_code = false;
        break;
    default:
        break;
    }
}

void NoteReader::text(MD_TEXTTYPE type, const char *from, qsizetype size)
{
    const bool inSource = from >= m_source.constData() && from < m_source.constData() + m_source.size();
    m_at = inSource ? from - m_source.constData() : -1;
    switch (type) {
    case MD_TEXT_NULLCHAR:
        return add(QString(QChar::ReplacementCharacter));
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: // who ends a line in a note means it
        return add(QString(QChar::LineSeparator));
    case MD_TEXT_ENTITY:
        return add(digest::htmlDecoded(QString::fromUtf8(from, size)));
    default:
        return add(QString::fromUtf8(from, size).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)));
    }
}

/// With what it is called as its words.
void NoteReader::addImage()
{
    const QString image = std::exchange(m_image, {}), name = std::exchange(m_name, {});
    add(QString()); // what it stands in
    NoteBlock &block = m_blocks.last();
    const bool inTable = block.kind == NoteBlock::Kind::Table && !block.rows.isEmpty() && !block.rows.last().isEmpty();
    QList<NoteSpan> &spans = inTable ? block.rows.last().last() : block.spans;
    if (!spans.isEmpty() && spans.last().text.isEmpty() && spans.last().image.isEmpty())
        spans.removeLast();
    NoteSpan span;
    span.text = name;
    span.image = image;
    spans += span;
}

void NoteReader::add(const QString &words)
{
    if (!m_image.isEmpty()) {
        m_name += words;
        return;
    }
    if (!m_open || m_blocks.isEmpty())
        open(NoteBlock::Kind::Paragraph);
    NoteBlock &block = m_blocks.last();
    if (block.source < 0)
        block.source = m_at;
    m_itemBegun = false;
    const bool inTable = block.kind == NoteBlock::Kind::Table && !block.rows.isEmpty() && !block.rows.last().isEmpty();
    QList<NoteSpan> &spans = inTable ? block.rows.last().last() : block.spans;
    NoteSpan span;
    span.text = words;
    span.strong = m_strong > 0;
    span.emphasis = m_emphasis > 0;
    span.struck = m_struck > 0;
    span.code = m_code;
    span.link = m_links.value(m_links.size() - 1);
    const auto sameLook = [&](const NoteSpan &last) {
        NoteSpan other = last;
        other.text = span.text;
        return other == span;
    };
    if (!spans.isEmpty() && sameLook(spans.last()))
        spans.last().text += words;
    else
        spans += span;
}

QList<NoteBlock> NoteReader::read(const QByteArray &utf8)
{
    m_source = utf8;
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML | MD_FLAG_WIKILINKS | MD_FLAG_LATEXMATHSPANS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *reader) {
        static_cast<NoteReader *>(reader)->enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *reader) {
        static_cast<NoteReader *>(reader)->leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *reader) {
        static_cast<NoteReader *>(reader)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *reader) {
        static_cast<NoteReader *>(reader)->leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *words, MD_SIZE size, void *reader) {
        static_cast<NoteReader *>(reader)->text(type, words, qsizetype(size));
        return 0;
    };
    md_parse(m_source.constData(), MD_SIZE(m_source.size()), &parser, this);
    return m_blocks;
}

} // namespace

QList<NoteBlock> noteBlocks(const QString &markdown)
{
    return NoteReader().read(markdown.toUtf8());
}

QString paperLink(const QString &title)
{
    return paperScheme + title;
}

QString linkedPaper(const QString &link)
{
    return link.startsWith(paperScheme) ? link.mid(paperScheme.size()) : QString();
}

} // namespace yaodian::ui
