#include "ui/help/helpwriter.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QRegularExpression>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

// Pixels of the design.
constexpr int sideSpace = 52;
constexpr int topSpace = 40;
constexpr int bottomSpace = 72;
constexpr int textMeasure = 590; ///< some 40 Chinese characters, some 80 Latin ones
constexpr int itemIndent = 20;
constexpr double bodyScale = 14.5 / 14;
const QLatin1StringView markerSpace("  ");

QFont monospaced(const QFont &font)
{
    QFont out = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    out.setPointSizeF(font.pointSizeF() * 0.92);
    return out;
}

/// Its length in the widest cell of a column.
qsizetype longest(const NoteBlock &block, qsizetype column)
{
    qsizetype most = 0;
    for (const auto &row : block.rows) {
        qsizetype length = 0;
        for (const NoteSpan &span : row.value(column))
            length += span.text.size();
        most = std::max(most, length);
    }
    return most;
}

} // namespace

HelpWriter::HelpWriter(QTextDocument &document, const Theme &theme, int width, double scale)
    : m_theme(theme), m_width(width), m_scale(scale), m_unit(QFontInfo(theme.font()).pixelSize() / 14.0),
      m_cursor(&document)
{
    document.setDocumentMargin(0);
    QTextFrameFormat frame = document.rootFrame()->frameFormat();
    frame.setLeftMargin(sideSpace * m_unit);
    frame.setTopMargin(topSpace * m_unit);
    frame.setBottomMargin(bottomSpace * m_unit);
    document.rootFrame()->setFrameFormat(frame);
}

double HelpWriter::measure() const
{
    return std::max(200 * m_unit, std::min(textMeasure * m_unit, m_width - (sideSpace + 28) * m_unit));
}

QTextCharFormat HelpWriter::look(const NoteBlock &block) const
{
    const Colours &c = m_theme.colours();
    QTextCharFormat format;
    const bool heading = block.kind == NoteBlock::Kind::Heading;
    const double scale = !heading ? bodyScale : block.level == 1 ? 25.0 / 14 : block.level == 2 ? 17.5 / 14 : 15.0 / 14;
    const QFont font = m_theme.font(scale, heading ? QFont::DemiBold : QFont::Normal);
    format.setFont(block.kind == NoteBlock::Kind::Code ? monospaced(font) : font);
    format.setForeground(block.quote > 0 ? c.soft : c.ink);
    return format;
}

QTextBlockFormat HelpWriter::shape(const NoteBlock &block) const
{
    const bool heading = block.kind == NoteBlock::Kind::Heading;
    const bool item = block.kind == NoteBlock::Kind::Item;
    QTextBlockFormat format;
    // Of its own, because Chinese and Latin fonts do not agree on what a line is.
    const double lines = block.kind == NoteBlock::Kind::Code ? 1.55 : heading ? 1.4 : 1.75;
    format.setLineHeight(lines * QFontInfo(look(block).font()).pixelSize(), QTextBlockFormat::FixedHeight);
    format.setTopMargin((heading && block.level == 2 ? 24 : heading && block.level > 2 ? 16 : 0) * m_unit);
    format.setBottomMargin((heading ? (block.level == 1 ? 16 : 7) : item ? 4 : 11) * m_unit);
    format.setLeftMargin((block.indent * itemIndent + block.quote * 16) * m_unit);
    format.setRightMargin(std::max(0.0, m_width - sideSpace * m_unit - measure()));
    if (item)
        format.setTextIndent(-QFontMetricsF(look(block).font()).horizontalAdvance(block.marker + markerSpace));
    if (block.kind == NoteBlock::Kind::Code)
        format.setBackground(m_theme.colours().side);
    return format;
}

void HelpWriter::begin(const QTextBlockFormat &format, const QTextCharFormat &plain)
{
    if (m_fresh) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(plain);
    } else {
        m_cursor.insertBlock(format, plain);
    }
    m_fresh = false;
}

void HelpWriter::words(QTextCursor &at, const QList<NoteSpan> &spans, const QTextCharFormat &plain) const
{
    const Colours &c = m_theme.colours();
    for (const NoteSpan &span : spans) {
        QTextCharFormat format = plain;
        QFont font = span.code ? monospaced(plain.font()) : plain.font();
        if (span.strong)
            font.setWeight(QFont::DemiBold);
        font.setItalic(span.emphasis);
        format.setFont(font);
        if (!span.link.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(span.link);
            format.setForeground(c.accent);
        }
        if (!span.code || plain.background().style() != Qt::NoBrush) {
            at.insertText(span.text, format);
            continue;
        }
        // A thin space at each side keeps the ground off the letters.
        QTextCharFormat edge = plain;
        edge.setBackground(c.side);
        format.setBackground(c.side);
        at.insertText(QString(QChar(0x2009)), edge);
        at.insertText(span.text, format);
        at.insertText(QString(QChar(0x2009)), edge);
    }
}

void HelpWriter::block(const NoteBlock &block)
{
    if (block.kind == NoteBlock::Kind::Table)
        return table(block);
    const QTextCharFormat plain = look(block);
    begin(shape(block), plain);
    if (!block.marker.isEmpty()) {
        QTextCharFormat format = plain;
        format.setForeground(m_theme.colours().faint);
        m_cursor.insertText(block.marker + markerSpace, format);
    }
    if (block.kind == NoteBlock::Kind::Code) {
        for (const NoteSpan &span : block.spans)
            m_cursor.insertText(span.text, plain);
        return;
    }
    words(m_cursor, block.spans, plain);
}

/// Hairlines below the rows, and nothing else.
void HelpWriter::table(const NoteBlock &block)
{
    const int columns = int(std::max<qsizetype>(1, block.rows.value(0).size()));
    const int first = longest(block, 0) > 24 ? 68 : 32; // per cent of the measure
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(4 * m_unit);
    format.setWidth(QTextLength(QTextLength::FixedLength, measure()));
    format.setTopMargin(4 * m_unit);
    format.setBottomMargin(14 * m_unit);
    QList<QTextLength> widths;
    for (int column = 0; column < columns; ++column)
        widths << QTextLength(QTextLength::PercentageLength, column == 0 ? first : (100.0 - first) / (columns - 1));
    format.setColumnWidthConstraints(widths);
    QTextTable *made = m_cursor.insertTable(int(std::max<qsizetype>(1, block.rows.size())), columns, format);
    for (int row = 0; row < made->rows() && row < block.rows.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            QTextTableCell cell = made->cellAt(row, column);
            QTextTableCellFormat ground = cell.format().toTableCellFormat();
            ground.setBottomBorder(1);
            ground.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            ground.setBottomBorderBrush(m_theme.colours().line);
            cell.setFormat(ground);
            QTextCharFormat plain = look({});
            plain.setFont(m_theme.font(row == 0 ? 12.5 / 14 : 1.0, row == 0 ? QFont::Medium : QFont::Normal));
            if (row == 0)
                plain.setForeground(m_theme.colours().faint);
            QTextCursor at = cell.firstCursorPosition();
            words(at, block.rows[row].value(column), plain);
        }
    }
    m_cursor.movePosition(QTextCursor::End);
    m_fresh = true; // a table is followed by an empty block
}

/// As large as it was taken, or as there is room; scaled here, because a document does it roughly.
void HelpWriter::picture(const QString &caption, const QImage &image)
{
    NoteBlock said;
    QTextCharFormat faint = look(said);
    faint.setFont(m_theme.font(12.5 / 14));
    faint.setForeground(m_theme.colours().faint);
    QTextBlockFormat format = shape(said);
    if (image.isNull()) {
        begin(format, faint);
        m_cursor.insertText(u"[%1]"_s.arg(caption), faint);
        return;
    }
    const double width = std::min<double>(image.width(), std::max(120.0, m_width - (sideSpace + 28) * m_unit));
    QImage shown = image.scaledToWidth(qRound(width * m_scale), Qt::SmoothTransformation);
    QPainter painter(&shown);
    painter.setPen(m_theme.colours().line);
    painter.drawRect(shown.rect().adjusted(0, 0, -1, -1));
    painter.end();
    shown.setDevicePixelRatio(m_scale);
    const QUrl name(u"picture:%1"_s.arg(m_cursor.position()));
    m_cursor.document()->addResource(QTextDocument::ImageResource, name, shown);
    QTextImageFormat look;
    look.setName(name.toString());
    look.setWidth(shown.width() / m_scale);
    look.setHeight(shown.height() / m_scale);
    QTextBlockFormat wide = format;
    wide.setRightMargin(0);
    wide.setTopMargin(6 * m_unit);
    wide.setBottomMargin(2 * m_unit);
    wide.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
    begin(wide, faint);
    m_cursor.insertImage(look);
    format.setBottomMargin(18 * m_unit);
    begin(format, faint);
    m_cursor.insertText(caption, faint);
}

void HelpWriter::chapter(const QString &title, const QString &markdown, const Pictures &pictures)
{
    m_cursor.beginEditBlock(); // laid out once, not after each piece
    NoteBlock head;
    head.kind = NoteBlock::Kind::Heading;
    head.level = 1;
    head.spans = {NoteSpan{title, false, false, false, false, {}}};
    block(head);
    // A picture stands on a line of its own; what lies between two is one piece of Markdown.
    static const QRegularExpression image(u"^!\\[([^\\]]*)\\]\\(([^)]+)\\)$"_s, QRegularExpression::MultilineOption);
    const auto text = [this](const QString &piece) {
        for (const NoteBlock &one : noteBlocks(piece))
            block(one);
    };
    qsizetype at = 0;
    for (auto found = image.globalMatch(markdown); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        text(markdown.sliced(at, match.capturedStart() - at));
        picture(match.captured(1), pictures(match.captured(2)));
        at = match.capturedEnd();
    }
    text(markdown.sliced(at));
    m_cursor.endEditBlock();
}

} // namespace yaodian::ui
