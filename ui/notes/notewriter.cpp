#include "ui/notes/notewriter.h"

#include "library/library.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace yaodian::ui {

namespace {

constexpr int setIn = 18; ///< pixels of the design a list or quote
constexpr int deepest = 8;
constexpr qsizetype mostRows = 100; ///< of a table; what lies beyond is left to the text
constexpr qsizetype mostColumns = 12;

QFont fixed(const QFont &font)
{
    QFont out = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    out.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.93 : out.pointSizeF());
    return out;
}

/// Where a link of a note may lead: to a paper, or to the web.
QString allowed(const QString &link)
{
    if (const QString title = linkedPaper(link); !title.isEmpty()) {
        QUrl url;
        url.setScheme(QStringLiteral("paper"));
        url.setPath(title, QUrl::DecodedMode);
        return url.toString(QUrl::FullyEncoded);
    }
    const QUrl url(link, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return web && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

} // namespace

NoteWriter::NoteWriter(QTextDocument &document, const Theme &theme, Pictures pictures, int width)
    : m_theme(theme), m_pictures(std::move(pictures)), m_width(width), m_cursor(&document),
      m_unit(QFontInfo(theme.font()).pixelSize() / 14.0)
{
}

QTextCharFormat NoteWriter::look(const NoteBlock &block) const
{
    const Colours &c = m_theme.colours();
    QTextCharFormat format;
    const bool heading = block.kind == NoteBlock::Kind::Heading;
    const double scale = !heading ? 0.97 : block.level == 1 ? 1.25 : block.level == 2 ? 1.12 : 1.0;
    const QFont font = m_theme.font(scale, heading ? QFont::DemiBold : QFont::Normal);
    format.setFont(block.kind == NoteBlock::Kind::Code ? fixed(font) : font);
    format.setForeground(block.quote > 0 ? c.soft : c.ink);
    return format;
}

void NoteWriter::begin(const NoteBlock &block)
{
    const bool heading = block.kind == NoteBlock::Kind::Heading;
    const bool item = block.kind == NoteBlock::Kind::Item;
    QTextBlockFormat format;
    format.setLineHeight(block.kind == NoteBlock::Kind::Code ? 125 : 145, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin((m_fresh && m_cursor.atStart() ? 0 : heading ? 12 : item ? 2 : 6) * m_unit);
    format.setBottomMargin((heading ? 4 : 2) * m_unit);
    format.setLeftMargin((std::min(block.indent, deepest) + std::min(block.quote, deepest)) * setIn * m_unit);
    if (item)
        format.setTextIndent(-14 * m_unit);
    if (block.kind == NoteBlock::Kind::Code)
        format.setBackground(m_theme.colours().side);
    if (m_fresh) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(look(block));
    } else {
        m_cursor.insertBlock(format, look(block));
    }
    m_fresh = false;
}

void NoteWriter::words(QTextCursor &at, const QList<NoteSpan> &spans, const QTextCharFormat &plain) const
{
    for (const NoteSpan &span : spans) {
        if (!span.image.isEmpty()) {
            picture(at, span, plain);
            continue;
        }
        QTextCharFormat format = plain;
        QFont font = plain.font();
        if (span.code)
            font = fixed(font);
        if (span.strong)
            font.setWeight(QFont::DemiBold);
        font.setItalic(span.emphasis);
        font.setStrikeOut(span.struck);
        format.setFont(font);
        if (const QString link = allowed(span.link); !link.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(link);
            format.setForeground(m_theme.colours().accent);
        }
        at.insertText(span.text, format);
    }
}

/// Pictures are kept twice as fine as a screen shows them.
void NoteWriter::picture(QTextCursor &at, const NoteSpan &span, const QTextCharFormat &plain) const
{
    const QImage image = m_pictures ? m_pictures(span.image, 2 * m_width) : QImage();
    if (image.isNull()) {
        QTextCharFormat format = plain;
        format.setForeground(m_theme.colours().faint);
        at.insertText(QStringLiteral("[%1]").arg(span.text.isEmpty() ? QCoreApplication::translate("notes", "picture")
                                                                     : span.text),
                      format);
        return;
    }
    const QUrl name(library::Library::imageLink(span.image));
    at.document()->addResource(QTextDocument::ImageResource, name, image);
    QTextImageFormat format;
    format.setName(name.toString());
    format.setWidth(image.width() / 2.0);
    format.setHeight(image.height() / 2.0);
    if (!span.text.isEmpty())
        format.setToolTip(span.text.toHtmlEscaped());
    at.insertImage(format);
}

void NoteWriter::table(const NoteBlock &block)
{
    qsizetype columns = 1;
    for (const auto &row : block.rows)
        columns = std::max(columns, row.size());
    columns = std::min(columns, mostColumns);
    const qsizetype rows = std::clamp<qsizetype>(block.rows.size(), 1, mostRows);
    QTextTableFormat format;
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(m_theme.colours().line);
    format.setCellPadding(4 * m_unit);
    format.setTopMargin(6 * m_unit);
    format.setBottomMargin(6 * m_unit);
    QTextTable *made = m_cursor.insertTable(int(rows), int(columns), format);
    for (qsizetype row = 0; row < std::min(rows, block.rows.size()); ++row) {
        for (qsizetype column = 0; column < std::min(columns, block.rows[row].size()); ++column) {
            QTextCharFormat plain = look(block);
            if (row == 0) {
                plain.setFont(m_theme.font(0.93, QFont::DemiBold));
                plain.setForeground(m_theme.colours().soft);
            }
            QTextCursor cell = made->cellAt(int(row), int(column)).firstCursorPosition();
            words(cell, block.rows[row][column], plain);
        }
    }
    m_cursor.movePosition(QTextCursor::End);
    m_fresh = true; // a table is followed by an empty block
}

void NoteWriter::remark(const QString &sentence)
{
    begin({});
    QTextCharFormat format = look({});
    format.setFont(m_theme.font(0.87));
    format.setForeground(m_theme.colours().faint);
    m_cursor.insertText(sentence, format);
}

void NoteWriter::write(const NoteBlock &block)
{
    if (block.kind == NoteBlock::Kind::Table)
        return table(block);
    begin(block);
    const QTextCharFormat plain = look(block);
    if (block.kind == NoteBlock::Kind::Rule) {
        QTextCharFormat format = plain;
        format.setForeground(m_theme.colours().faint);
        m_cursor.insertText(QStringLiteral("⁂"), format);
        return;
    }
    if (!block.marker.isEmpty()) {
        QTextCharFormat format = plain;
        format.setForeground(m_theme.colours().faint);
        m_cursor.insertText(block.marker + QStringLiteral("  "), format);
    }
    words(m_cursor, block.spans, plain);
}

} // namespace yaodian::ui
