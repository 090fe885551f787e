#include "base/text.h"
#include "digest/categories.h"
#include "digest/frame.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/recognise.h"
#include "digest/scan.h"

#include <QHash>

#include <array>

namespace yaodian::digest {

namespace {

/// What a column of the table holds.
enum class Column {
    Unknown,
    Number,
    Title,
    TitleZh,
    Authors,
    Affiliations,
    Text,
    OneLine,
    Points,
    Links,
    Category,
    Ignored
};

struct ColumnWord
{
    QStringView word;
    Column column;
};

constexpr std::array columnWords = {
    ColumnWord{u"title", Column::Title},
    ColumnWord{u"paper", Column::Title},
    ColumnWord{u"papers", Column::Title},
    ColumnWord{u"标题", Column::Title},
    ColumnWord{u"题目", Column::Title},
    ColumnWord{u"论文", Column::Title},
    ColumnWord{u"论文标题", Column::Title},
    ColumnWord{u"论文题目", Column::Title},
    ColumnWord{u"英文标题", Column::Title},
    ColumnWord{u"paper title", Column::Title},
    ColumnWord{u"中文标题", Column::TitleZh},
    ColumnWord{u"中文题目", Column::TitleZh},
    ColumnWord{u"author", Column::Authors},
    ColumnWord{u"authors", Column::Authors},
    ColumnWord{u"作者", Column::Authors},
    ColumnWord{u"summary", Column::Text},
    ColumnWord{u"abstract", Column::Text},
    ColumnWord{u"摘要", Column::Text},
    ColumnWord{u"中文摘要", Column::Text},
    ColumnWord{u"简介", Column::Text},
    ColumnWord{u"description", Column::Text},
    ColumnWord{u"tl;dr", Column::OneLine},
    ColumnWord{u"tldr", Column::OneLine},
    ColumnWord{u"要点", Column::Points},
    ColumnWord{u"亮点", Column::Points},
    ColumnWord{u"一句话总结", Column::OneLine},
    ColumnWord{u"link", Column::Links},
    ColumnWord{u"links", Column::Links},
    ColumnWord{u"pdf", Column::Links},
    ColumnWord{u"url", Column::Links},
    ColumnWord{u"arxiv", Column::Links},
    ColumnWord{u"链接", Column::Links},
    ColumnWord{u"论文链接", Column::Links},
    ColumnWord{u"地址", Column::Links},
    ColumnWord{u"category", Column::Category},
    ColumnWord{u"categories", Column::Category},
    ColumnWord{u"领域", Column::Category},
    ColumnWord{u"分类", Column::Category},
    ColumnWord{u"方向", Column::Category},
    ColumnWord{u"类别", Column::Category},
    ColumnWord{u"编号", Column::Number},
    ColumnWord{u"id", Column::Number},
    ColumnWord{u"no", Column::Number},
    ColumnWord{u"index", Column::Number},
    ColumnWord{u"机构", Column::Affiliations},
    ColumnWord{u"单位", Column::Affiliations},
    ColumnWord{u"作者单位", Column::Affiliations},
    ColumnWord{u"affiliation", Column::Affiliations},
    ColumnWord{u"affiliations", Column::Affiliations},
    ColumnWord{u"institution", Column::Affiliations},
    ColumnWord{u"institutions", Column::Affiliations},
    ColumnWord{u"研究机构", Column::Affiliations},
    ColumnWord{u"一句话", Column::OneLine},
    ColumnWord{u"一句话简介", Column::OneLine},
    ColumnWord{u"一句话介绍", Column::OneLine},
    ColumnWord{u"一句话概括", Column::OneLine},
    ColumnWord{u"key points", Column::Points},
    ColumnWord{u"highlights", Column::Points},
    ColumnWord{u"核心要点", Column::Points},
    ColumnWord{u"主要贡献", Column::Points},
    ColumnWord{u"论文名称", Column::Title},
    ColumnWord{u"论文名", Column::Title},
    ColumnWord{u"title & authors", Column::Title},
    ColumnWord{u"标题翻译", Column::TitleZh},
    ColumnWord{u"中文译名", Column::TitleZh},
    ColumnWord{u"内容", Column::Text},
    ColumnWord{u"介绍", Column::Text},
    ColumnWord{u"论文简介", Column::Text},
    ColumnWord{u"overview", Column::Text},
    ColumnWord{u"要点总结", Column::Text},
    ColumnWord{u"paper link", Column::Links},
    ColumnWord{u"论文地址", Column::Links},
    ColumnWord{u"下载", Column::Links},
    ColumnWord{u"arxiv link", Column::Links},
    ColumnWord{u"link to paper", Column::Links},
    ColumnWord{u"subject", Column::Category},
    ColumnWord{u"subjects", Column::Category},
    ColumnWord{u"area", Column::Category},
    ColumnWord{u"研究方向", Column::Category},
    ColumnWord{u"date", Column::Ignored},
    ColumnWord{u"release date", Column::Ignored},
    ColumnWord{u"publish date", Column::Ignored},
    ColumnWord{u"日期", Column::Ignored},
    ColumnWord{u"时间", Column::Ignored},
    ColumnWord{u"comment", Column::Ignored},
    ColumnWord{u"comments", Column::Ignored},
    ColumnWord{u"code", Column::Ignored},
    ColumnWord{u"代码", Column::Ignored},
    ColumnWord{u"venue", Column::Ignored},
    ColumnWord{u"会议", Column::Ignored},
    ColumnWord{u"#", Column::Number},
    ColumnWord{u"序号", Column::Number},
    ColumnWord{u"no.", Column::Number},
};

Column columnOf(QStringView text)
{
    if (text.trimmed() == u"#")
        return Column::Number;
    text = text.mid(skipDecoration(text)).trimmed();
    while (text.endsWith(u'*') || text.endsWith(u':') || text.endsWith(u'：'))
        text = text.chopped(1).trimmed();
    for (const ColumnWord &known : columnWords)
        if (text.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.column;
    return Column::Unknown;
}

/// One row: its lines, cell after cell.
struct Row
{
    qsizetype from = 0;
    qsizetype to = 0;
};

QList<Row> rowsOf(const QList<Block> &blocks)
{
    QList<Row> rows;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (blocks[i].row == 0)
            continue;
        if (!rows.isEmpty() && rows.last().to == i && blocks[rows.last().from].row == blocks[i].row)
            rows.last().to = i + 1;
        else
            rows.append({i, i + 1});
    }
    return rows;
}

using Columns = QHash<int, Column>;

/// The columns as a header names them; empty where the row is no header: all its cells are names of columns and one of
/// them is the title's.
Columns headerOf(const QList<Block> &blocks, const Row &row)
{
    Columns columns;
    bool title = false;
    for (qsizetype i = row.from; i < row.to; ++i) {
        if (blocks[i].kind == Block::Kind::Image)
            continue;
        if (!blocks[i].links.isEmpty() || blocks[i].text.size() > 40)
            return {};
        const Column column = columnOf(blocks[i].text);
        title = title || column == Column::Title || column == Column::TitleZh;
        columns.insert(blocks[i].cell, column);
    }
    return title && columns.size() >= 2 ? columns : Columns();
}

/// Fills one entry from the cells of its row.
class RowReader
{
public:
    RowReader(const Columns &columns, const QString &begun) : m_columns(columns), m_begun(begun) {}

    void add(const Block &block);
    [[nodiscard]] std::optional<Entry> take();

private:
    void addTitle(const Block &block);
    void addText(QStringView text, bool isSummary);

    const Columns &m_columns;
    QString m_begun; // the title's first line, where a line break cut the row in two
    Entry m_entry;
    QString m_otherLink;
    int m_titleCell = 0;
};

void RowReader::addText(QStringView text, bool isSummary)
{
    if (text.isEmpty())
        return;
    QString &field = !isSummary ? m_entry.body : isChinese(text) ? m_entry.abstractZh : m_entry.abstractEn;
    if (!field.isEmpty())
        field += QStringLiteral("\n\n");
    field += text;
}

/// Where the title of a cell ends: with its link, with its bold type, before " - " or before "(Read more on
/// [arXiv](…))".
qsizetype titleEnd(const Block &block, qsizetype from)
{
    const QStringView text(block.text);
    const BlockLink link = block.links.isEmpty() ? BlockLink() : block.links.first();
    if (link.length > 0 && link.begin <= from && !isLinkWord(text.mid(link.begin, link.length)))
        return link.begin + link.length;
    constexpr qsizetype longestTitle = 200;
    if (block.lead > from && block.lead - from <= longestTitle)
        return block.lead;
    constexpr qsizetype shortestText = 40; // a shorter rest is the title's own second part
    for (const QStringView sign : {QStringView(u" - "), QStringView(u" – "), QStringView(u" — ")})
        if (const qsizetype dash = text.indexOf(sign, from);
            dash > 0 && dash - from <= longestTitle && (sign[1] == u'-' || text.size() - dash > shortestText))
            return dash;
    if (link.length == 0)
        return text.size();
    const qsizetype bracket = text.left(link.begin).lastIndexOf(u'(');
    return bracket > from && link.begin - bracket < 24 ? bracket : link.begin;
}

void RowReader::addTitle(const Block &block)
{
    const QStringView text(block.text);
    const ListMark mark = listMark(text);
    if (mark.number > 0)
        m_entry.number = mark.number;
    const qsizetype from = qMin(skipDecoration(text, mark.length), text.size());
    const qsizetype end = titleEnd(block, from);
    m_entry.title = joinLines({m_begun, text.mid(from, end - from).trimmed().toString()});
    QStringView rest = text.mid(end).trimmed();
    if (rest.startsWith(u'(') && !block.links.isEmpty() && rest.size() < 80) // "(Read more on [arXiv](…))"
        rest = {};
    while (!rest.isEmpty() && (isDash(rest.front()) || isColon(rest.front()) || rest.front().isSpace()))
        rest = rest.mid(1);
    if (!rest.isEmpty() && !isLinkWord(rest))
        addText(rest, false);
}

/// "Show" above a text that is folded in.
bool opensDetails(QStringView text)
{
    return text.compare(u"Show", Qt::CaseInsensitive) == 0 || text.compare(u"Details", Qt::CaseInsensitive) == 0 ||
           text == u"展开" || text == u"详情";
}

void RowReader::add(const Block &block)
{
    if (block.kind == Block::Kind::Image || block.text.isEmpty() || opensDetails(block.text))
        return;
    const BlockLink *paper = linkToPaper(block);
    if (m_entry.url.isEmpty() && paper)
        m_entry.url = paper->target;
    else if (m_otherLink.isEmpty())
        m_otherLink = paperAmong(block);
    const Column column = m_columns.value(block.cell);
    const QStringView text(block.text);
    switch (column) {
    case Column::Title:
        if (m_titleCell == 0) {
            m_titleCell = block.cell;
            addTitle(block);
        } else if (const ListMark mark = listMark(text); mark.length > 0) {
            m_entry.keyPoints.append(text.mid(mark.length).trimmed().toString());
        } else if (m_entry.titleZh.isEmpty() && isLatin(m_entry.title) && isChinese(text) && text.size() <= 60 &&
                   !text.contains(u'。')) {
            m_entry.titleZh = block.text;
        } else if (!isLinkWord(text)) {
            addText(text, false);
        }
        break;
    case Column::TitleZh:
        m_entry.titleZh = block.text;
        break;
    case Column::Number:
        if (const int number = text.toInt(); number > 0 && !m_entry.number)
            m_entry.number = number;
        break;
    case Column::Affiliations:
        m_entry.affiliations += placesOf(text).affiliations;
        break;
    case Column::OneLine:
        m_entry.oneLine = joinLines({m_entry.oneLine, block.text});
        break;
    case Column::Authors: {
        const AuthorLine line = namesOf(text);
        m_entry.authors += line.authors;
        m_entry.etAl = m_entry.etAl || line.etAl;
        break;
    }
    case Column::Text:
        addText(text, true);
        break;
    case Column::Points: {
        const ListMark mark = listMark(text);
        if (const QString point = text.mid(mark.length).trimmed().toString(); !point.isEmpty())
            m_entry.keyPoints.append(point);
        break;
    }
    case Column::Category:
        for (const QStringView code : text.tokenize(u' '))
            if (isCategory(code, {}))
                m_entry.categories.append(code.toString());
        if (const QString code = sectionCategory(text); m_entry.categories.isEmpty() && !code.isEmpty())
            m_entry.categories.append(code);
        break;
    case Column::Links:
    case Column::Ignored:
    case Column::Unknown:
        break;
    }
}

std::optional<Entry> RowReader::take()
{
    if (m_entry.title.isEmpty())
        m_entry.title = std::exchange(m_entry.titleZh, QString());
    if (m_entry.url.isEmpty())
        m_entry.url = m_otherLink;
    if (m_entry.title.size() < 2)
        return {};
    return m_entry;
}

/// "Title that goes on" alone in its row: a line break inside the cell cut it off.
QString cutOffTitle(const QList<Block> &blocks, const Row &row)
{
    const Block &block = blocks[row.from];
    const bool alone = row.to - row.from == 1 && block.cell == 1 && block.links.isEmpty();
    return alone && block.kind != Block::Kind::Image && listMark(block.text).number == 0 ? block.text : QString();
}

/// Headings between the tables are topics; other text between them went nowhere.
void tellRest(Issue &issue, const QList<Block> &blocks, qsizetype from)
{
    for (qsizetype i = from; i < blocks.size(); ++i)
        if (blocks[i].row == 0 && blocks[i].kind == Block::Kind::Paragraph && !isFrame(blocks[i]) &&
            isSubstantial(blocks[i].text) && issue.report.unparsed.size() < 50)
            issue.report.unparsed.append({blocks[i].text, blocks[i].line});
}

} // namespace

Issue readTables(const Document &document)
{
    const QList<Block> &blocks = document.blocks;
    const QList<Row> rows = rowsOf(blocks);
    Issue issue;
    issue.report.family = QStringLiteral("table");
    Columns columns;
    qsizetype first = -1;
    qsizetype last = 0;
    int linked = 0;
    QString begun;
    for (const Row &row : rows) {
        if (const Columns header = headerOf(blocks, row); !header.isEmpty()) {
            columns = header;
            first = first < 0 ? row.from : first;
            last = row.to;
            continue;
        }
        if (columns.isEmpty() || row.from != last)
            columns = row.from == last ? columns : Columns();
        if (columns.isEmpty())
            continue;
        last = row.to;
        if (const QString cut = cutOffTitle(blocks, row); !cut.isEmpty()) {
            begun = cut;
            continue;
        }
        RowReader reader(columns, std::exchange(begun, QString()));
        for (qsizetype i = row.from; i < row.to; ++i)
            reader.add(blocks[i]);
        ++issue.report.headsSeen;
        if (auto entry = reader.take()) {
            linked += entry->url.isEmpty() ? 0 : 1;
            issue.entries.append(std::move(*entry));
        }
    }
    if (linked * 2 < issue.entries.size() || linked == 0)
        return {};
    QList<Line> lines;
    for (qsizetype i = 0; i < first; ++i)
        lines.append({blocks[i], std::nullopt, false});
    readPreamble(issue, document, lines, first);
    tellRest(issue, blocks, first);
    return issue;
}

} // namespace yaodian::digest
