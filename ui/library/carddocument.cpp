#include "ui/library/carddocument.h"

#include "ui/base/inlinewords.h"
#include "ui/library/sidedata.h"
#include "ui/library/sourcetitle.h"
#include "ui/notes/markdown.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QString sayOnCard(const char *text)
{
    return QCoreApplication::translate("card", text);
}

QString evidenceText(const NumberedPoint &point)
{
    QStringList pages;
    for (const NumberedPoint::Evidence &evidence : point.evidence)
        pages << QString::number(evidence.page + 1);
    pages.removeDuplicates();
    return pages.isEmpty() ? QString() : QCoreApplication::translate("card", "● p. %1").arg(pages.join(u", "_s));
}

/// "每日论文推介 11-22"; a post without a date has its title for a name.
QString issueName(const library::IssueRow &issue, const library::ListRow &row)
{
    if (issue.published.isValid())
        return sourceTitle(row.source, row.sourceTitle).simplified() +
               issue.published.toLocalTime().toString(u" MM-dd"_s);
    return issue.title.isEmpty() ? sourceTitle(row.source, row.sourceTitle).simplified() : issueTitle(issue);
}

/// "arxiv:2302.03084" as people write it.
QString identifierText(const QString &key)
{
    static const QList<std::pair<QString, QString>> names{
        {u"arxiv:"_s, u"arXiv:"_s}, {u"doi:"_s, u"DOI "_s},   {u"openreview:"_s, u"OpenReview "_s},
        {u"acl:"_s, u"ACL "_s},     {u"pmlr:"_s, u"PMLR "_s}, {u"cvf:"_s, u"CVF "_s}};
    for (const auto &[prefix, name] : names)
        if (key.startsWith(prefix))
            return name + key.mid(prefix.size());
    return {};
}

} // namespace

void CardDocument::write(const CardData &data)
{
    begin();
    const Colours &c = m_theme.colours();
    const digest::Entry &entry = data.detail.content;
    sourceLine(data);
    // Where the post names no title, the row has what else is known of the paper.
    const bool nameless = entry.title.isEmpty() || entry.title.startsWith(u"arXiv:"_s);
    const QString &title = nameless ? data.detail.row.title : entry.title;
    const bool hasTitle = !title.isEmpty();
    paragraph(hasTitle ? title : entry.titleZh, {21, 28.5, c.ink, QFont::DemiBold, 2, 2});
    if (hasTitle && !entry.titleZh.isEmpty())
        paragraph(entry.titleZh, {16, 26, c.soft, QFont::Medium, 2, 6});
    byLine(data);
    if (!data.tags.isEmpty())
        paragraph(u'#' + data.tags.join(u"  #"_s), {13, 21.5, c.soft, QFont::Medium, 4, 0});
    if (!entry.oneLine.isEmpty()) {
        paragraph(entry.oneLine.simplified(), {15, 25, c.ink, QFont::Normal, 18, 2});
        markWithBar();
    }
    points(data, false);
    points(data, true);
    const int before = m_cursor.position();
    note(data.note);
    m_note = m_cursor.position() > before ? before : -1;
    abstracts(data);
    prose(sayOnCard(QT_TRANSLATE_NOOP("card", "What the issue says")), entry.body);
    others(data);
}

void CardDocument::sourceLine(const CardData &data)
{
    const library::ListRow &row = data.detail.row;
    block({13, 21.5, m_theme.colours().faint, QFont::Normal, 0, 2});
    tags(row.categories);
    QStringList parts{issueName(data.detail.issue, row)};
    if (row.number)
        parts << QCoreApplication::translate("card", "No. %1").arg(*row.number);
    if (row.section == digest::Section::Also)
        parts << sayOnCard(QT_TRANSLATE_NOOP("card", "also worth a look"));
    text(parts.join(u" · "_s), m_theme.colours().faint);
}

void CardDocument::byLine(const CardData &data)
{
    const digest::Entry &entry = data.detail.content;
    QStringList parts;
    const QStringList &authors = entry.authors.isEmpty() ? data.detail.facts.authors : entry.authors;
    if (!authors.isEmpty())
        parts << authors.join(u", "_s) + (entry.etAl ? u" …"_s : QString());
    if (!entry.affiliations.isEmpty())
        parts << entry.affiliations.join(u", "_s);
    if (entry.year)
        parts << QString::number(*entry.year);
    QString name;
    for (const QString &key : data.detail.identifiers)
        if (name = identifierText(key); !name.isEmpty())
            break;
    if (name.isEmpty() && !entry.url.isEmpty())
        name = QUrl(entry.url).host();
    if (parts.isEmpty() && name.isEmpty())
        return;
    block({13, 21.5, m_theme.colours().faint, QFont::Normal, 2, 0});
    text(parts.join(u" · "_s));
    if (name.isEmpty())
        return;
    text(parts.isEmpty() ? QString() : u" · "_s);
    text(name, entry.url.isEmpty() ? QColor() : m_theme.colours().accent,
         entry.url.isEmpty() ? QString() : u"web:"_s + entry.url);
    if (const library::PaperFacts &facts = data.detail.facts; facts.hasNewer())
        text(u" · "_s + QCoreApplication::translate("card", "%1 is out, yours is %2").arg(facts.newest, facts.here),
             m_theme.colours().soft);
}

void CardDocument::points(const CardData &data, bool own)
{
    QList<NumberedPoint> shown;
    int backed = 0;
    for (const NumberedPoint &point : data.points) {
        if (point.own != own)
            continue;
        shown << point;
        backed += point.evidence.isEmpty() ? 0 : 1;
    }
    if (shown.isEmpty())
        return;
    if (own)
        heading(sayOnCard(QT_TRANSLATE_NOOP("card", "My points")));
    else if (backed > 0)
        heading(QCoreApplication::translate("card", "Points · %1, %2 with evidence").arg(shown.size()).arg(backed));
    else
        heading(QCoreApplication::translate("card", "Points · %1").arg(shown.size()));
    pointRows(shown);
}

void CardDocument::pointRows(const QList<NumberedPoint> &points)
{
    const Colours &c = m_theme.colours();
    const QFontMetricsF small(m_theme.font(12.0 / 14));
    double marks = 0;
    for (const NumberedPoint &point : points)
        marks = qMax(marks, small.horizontalAdvance(evidenceText(point)));

    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    // Room above and below: margins of a cell's only block would be lost. The table reaches out by as much sideways.
    const double room = 4 * m_unit;
    format.setCellPadding(room);
    format.setLeftMargin(-room);
    format.setRightMargin(-room);
    const QTextFrameFormat root = m_document.rootFrame()->frameFormat();
    const double whole = m_width - root.leftMargin() - root.rightMargin() + 2 * room;
    const double number = 26 * m_unit, mark = marks > 0 ? marks + 16 * m_unit : 1;
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::FixedLength, number),
         QTextLength(QTextLength::FixedLength, qMax(60 * m_unit, whole - number - mark - 6 * room)),
         QTextLength(QTextLength::FixedLength, mark)});
    QTextTable *table = m_cursor.insertTable(int(points.size()), 3, format);
    for (int i = 0; i < int(points.size()); ++i) {
        const NumberedPoint &point = points[i];
        cell(table->cellAt(i, 0).firstCursorPosition(), QString::number(point.number),
             {14, 23, c.faint, QFont::Medium, 0, 0});
        m_points.insert(point.id, table->cellAt(i, 1).firstPosition());
        pointWords(table->cellAt(i, 1).firstCursorPosition(), point.text, {14, 23, c.ink, QFont::Normal, 0, 0});
        if (!point.digestText.isEmpty()) {
            QTextCursor below = table->cellAt(i, 1).lastCursorPosition();
            below.insertBlock();
            pointWords(below, QCoreApplication::translate("card", "The digest now says: %1").arg(point.digestText),
                       {12.5, 20, c.soft, QFont::Normal, 0, 2});
        }
        QTextCursor markAt = table->cellAt(i, 2).firstCursorPosition();
        cell(markAt, {}, {12, 23, c.accent, QFont::Normal, 0, 0});
        if (point.evidence.isEmpty())
            continue;
        QTextBlockFormat right = markAt.blockFormat();
        right.setAlignment(Qt::AlignRight);
        markAt.setBlockFormat(right);
        QTextCharFormat link = markAt.blockCharFormat();
        link.setAnchor(true);
        link.setAnchorHref(u"highlight:"_s + point.evidence.first().highlight.toString());
        markAt.insertText(evidenceText(point), link);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void CardDocument::pointWords(QTextCursor at, const QString &text, const Style &style)
{
    cell(at, {}, style);
    for (const InlineWords &words : inlineWords(text)) {
        QTextCharFormat look = at.blockCharFormat();
        look.setFont(words.font(look.font()));
        at.insertText(words.text, look);
    }
}

void CardDocument::abstracts(const CardData &data)
{
    const digest::Entry &entry = data.detail.content;
    const bool none = entry.abstractZh.isEmpty() && entry.abstractEn.isEmpty();
    if (none && data.detail.facts.abstractEn.isEmpty())
        return;
    const Colours &c = m_theme.colours();
    const Style style{13.5, 22.5, c.soft, QFont::Normal, 0, 8};
    // What the digest leaves out is shown as arXiv's own.
    heading(none ? sayOnCard(QT_TRANSLATE_NOOP("card", "Abstract at arXiv"))
                 : sayOnCard(QT_TRANSLATE_NOOP("card", "Abstract")));
    if (none)
        return paragraph(data.detail.facts.abstractEn, style);
    const bool both = !entry.abstractZh.isEmpty() && !entry.abstractEn.isEmpty();
    if (!both || m_width < 560 * m_unit) {
        paragraph(entry.abstractZh, style);
        paragraph(entry.abstractEn, style);
        return;
    }
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    // The gap is a column of its own: a cell's padding is lost with the formats of its first block.
    const QTextFrameFormat root = m_document.rootFrame()->frameFormat();
    const double gap = 28 * m_unit;
    const double half = qMax(60 * m_unit, (m_width - root.leftMargin() - root.rightMargin() - gap) / 2);
    format.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, half),
                                      QTextLength(QTextLength::FixedLength, gap),
                                      QTextLength(QTextLength::FixedLength, half)});
    QTextTable *table = m_cursor.insertTable(1, 3, format);
    cell(table->cellAt(0, 0).firstCursorPosition(), entry.abstractZh, style);
    cell(table->cellAt(0, 2).firstCursorPosition(), entry.abstractEn, style);
    m_cursor.movePosition(QTextCursor::End);
}

void CardDocument::prose(const QString &title, const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    heading(title);
    paragraph(words, {14, 23.5, m_theme.colours().ink, QFont::Normal, 0, 8});
}

/// As its preview shows it, in the card's own type. It is for reading: links and pictures are words here.
void CardDocument::note(const QString &markdown)
{
    if (markdown.trimmed().isEmpty())
        return;
    const Colours &c = m_theme.colours();
    heading(sayOnCard(QT_TRANSLATE_NOOP("card", "Note")));
    for (const NoteBlock &piece : noteBlocks(markdown)) {
        const bool isHead = piece.kind == NoteBlock::Kind::Heading;
        const bool isItem = piece.kind == NoteBlock::Kind::Item;
        block({14, 23.5, piece.quote > 0 ? c.soft : c.ink, isHead ? QFont::DemiBold : QFont::Normal, 0,
               isItem ? 2.0 : 8.0});
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setLeftMargin(18 * m_unit * (qMin(piece.indent, 8) + qMin(piece.quote, 8)));
        m_cursor.setBlockFormat(format);
        if (!piece.marker.isEmpty())
            text(piece.marker + u"  "_s, c.faint);
        if (piece.kind == NoteBlock::Kind::Rule)
            text(u"⁂"_s, c.faint);
        spans(piece.spans);
        for (const auto &row : piece.rows) {
            for (qsizetype i = 0; i < row.size(); ++i) {
                text(i > 0 ? u" · "_s : QString(), c.faint);
                spans(row[i]);
            }
            text(QString(QChar::LineSeparator));
        }
    }
}

void CardDocument::spans(const QList<NoteSpan> &words)
{
    for (const NoteSpan &span : words) {
        QTextCharFormat look = m_cursor.blockCharFormat();
        look.setFont(InlineWords{span.text, span.strong, span.emphasis, span.code}.font(look.font()));
        look.setFontStrikeOut(span.struck);
        const bool isNameless = !span.image.isEmpty() && span.text.isEmpty();
        const QString said = isNameless ? QCoreApplication::translate("notes", "picture") : span.text;
        m_cursor.insertText(span.image.isEmpty() ? said : u'[' + said + u']', look);
    }
}

void CardDocument::others(const CardData &data)
{
    if (data.others.isEmpty())
        return;
    heading(sayOnCard(QT_TRANSLATE_NOOP("card", "Also mentioned in")));
    for (const library::ListRow &row : data.others) {
        block({13.5, 22.5, m_theme.colours().soft, QFont::Normal, 0, 2});
        const QString issue = row.issueTitle.isEmpty() ? sourceTitle(row.source, row.sourceTitle) : row.issueTitle;
        text(issue.simplified(), m_theme.colours().accent, u"entry:"_s + row.id.toString());
        // What each of them says, side by side.
        const QStringList said{row.titleZh.simplified(), row.oneLine.simplified()};
        for (const QString &line : said) {
            if (!line.isEmpty())
                paragraph(line, {13, 21, m_theme.colours().soft, QFont::Normal, 0, 2});
        }
    }
}

} // namespace yaodian::ui
