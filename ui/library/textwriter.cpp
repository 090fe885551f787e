#include "ui/library/textwriter.h"

#include <QFontInfo>
#include <QTextDocument>
#include <QTextFrame>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

TextWriter::TextWriter(QTextDocument &document, const Theme &theme, double width)
    : m_document(document), m_cursor(&document), m_theme(theme), m_width(width),
      m_unit(QFontInfo(theme.font()).pixelSize() / 14.0)
{
}

void TextWriter::begin()
{
    m_document.clear();
    QTextFrameFormat root = m_document.rootFrame()->frameFormat();
    const double side = qBound(16.0, m_width * 0.055, 38.0) * m_unit;
    root.setLeftMargin(side);
    root.setRightMargin(side);
    root.setTopMargin(26 * m_unit);
    root.setBottomMargin(40 * m_unit);
    m_document.rootFrame()->setFrameFormat(root);
}

void TextWriter::block(const Style &style)
{
    QTextBlockFormat format;
    format.setLineHeight(style.line * m_unit, QTextBlockFormat::FixedHeight);
    format.setTopMargin(style.above * m_unit);
    format.setBottomMargin(style.below * m_unit);
    QTextCharFormat chars;
    chars.setFont(m_theme.font(style.size / 14, style.weight));
    chars.setForeground(style.colour);
    if (m_first) {
        m_cursor.setBlockFormat(format);
        m_cursor.setCharFormat(chars);
        m_cursor.setBlockCharFormat(chars);
        m_first = false;
    } else {
        m_cursor.insertBlock(format, chars);
    }
}

void TextWriter::text(const QString &text, const QColor &colour, const QString &link)
{
    QTextCharFormat format = m_cursor.blockCharFormat();
    if (colour.isValid())
        format.setForeground(colour);
    if (!link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(link);
    }
    m_cursor.insertText(text, format);
}

void TextWriter::paragraph(const QString &words, const Style &style)
{
    for (const QString &part : words.split(u'\n', Qt::SkipEmptyParts)) {
        block(style);
        text(part.trimmed());
    }
}

void TextWriter::heading(const QString &words)
{
    block({12.5, 20, m_theme.colours().faint, QFont::Medium, 20, 6});
    text(words);
}

void TextWriter::cell(QTextCursor at, const QString &words, const Style &style)
{
    QTextBlockFormat format;
    format.setLineHeight(style.line * m_unit, QTextBlockFormat::FixedHeight);
    format.setTopMargin(style.above * m_unit);
    format.setBottomMargin(style.below * m_unit);
    QTextCharFormat chars;
    chars.setFont(m_theme.font(style.size / 14, style.weight));
    chars.setForeground(style.colour);
    at.setBlockFormat(format);
    at.setBlockCharFormat(chars);
    at.insertText(words, chars);
}

void TextWriter::tags(const QStringList &codes)
{
    for (const QString &code : codes) {
        text(code, m_theme.category(code));
        QTextCharFormat tag = m_cursor.charFormat();
        m_cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(code.size()));
        tag.setFont(m_theme.font(11.5 / 14, QFont::DemiBold));
        m_cursor.mergeCharFormat(tag);
        m_cursor.movePosition(QTextCursor::End);
        text(u"  "_s);
    }
}

void TextWriter::markWithBar()
{
    m_bar = m_cursor.position();
    QTextBlockFormat format = m_cursor.blockFormat();
    format.setLeftMargin(17 * m_unit);
    m_cursor.setBlockFormat(format);
}

} // namespace yaodian::ui
