#include "digest/recognise.h"

#include "base/text.h"
#include "digest/digest.h"
#include "digest/frame.h"
#include "digest/legend.h"
#include "digest/people.h"
#include "digest/scan.h"
#include "digest/scraped.h"

#include <QHash>

#include <algorithm>

namespace yaodian::digest {

namespace {

constexpr qsizetype mostUnparsed = 50;

/// Short, and no sentence: what a title looks like where nothing marks it as one.
bool looksLikeTitle(QStringView text)
{
    if (text.size() > 100 || text.size() < 2 || findUrl(text) >= 0 || isCounter(text) || labelOf(text))
        return false;
    const QChar last = text.back();
    if (isColon(last) || last == u'。' || last == u'.' || last == u';' || last == u'；' || last == u',' ||
        last == u'，')
        return false;
    return !text.contains(u'。');
}

/// "早上好！今天是…": a title may follow.
bool isGreeting(QStringView text)
{
    constexpr qsizetype longestGreeting = 60;
    for (const QStringView word :
         {QStringView(u"早上好"), QStringView(u"上午好"), QStringView(u"下午好"), QStringView(u"晚上好"),
          QStringView(u"早安"), QStringView(u"大家好"), QStringView(u"各位"), QStringView(u"你好"),
          QStringView(u"Hello"), QStringView(u"Hi ")})
        if (text.startsWith(word))
            return text.size() <= longestGreeting;
    return false;
}

/// Adds what is not known yet.
void addLegend(QList<LegendItem> &all, const QList<LegendItem> &more)
{
    for (const LegendItem &item : more)
        if (std::none_of(all.begin(), all.end(), [&](const LegendItem &known) { return known.code == item.code; }))
            all.append(item);
}

QString withoutVia(QStringView text)
{
    for (const QStringView start : {QStringView(u"转载自"), QStringView(u"转自")})
        if (text.startsWith(start) && text.size() <= 40) {
            text = text.mid(start.size()).trimmed();
            while (!text.isEmpty() && isColon(text.front()))
                text = text.mid(1).trimmed();
            return text.toString();
        }
    return {};
}

/// Reads the lines before the first entry one after the other.
class PreambleReader
{
public:
    /// `titleIsKnown`: no line is the title. `mayGuess`: the first line that looks like a title is one.
    PreambleReader(Issue &issue, bool titleIsKnown, bool mayGuess)
        : m_issue(issue), m_titleIsKnown(titleIsKnown), m_mayGuess(mayGuess)
    {
    }

    void read(const Line &line);

private:
    bool readLabel(const Block &block);

    Issue &m_issue;
    bool m_titleIsKnown;
    bool m_mayGuess;
    bool m_first = true;
    bool m_summaryFollows = false;
};

bool PreambleReader::readLabel(const Block &block)
{
    const QStringView text(block.text);
    if (const QString via = withoutVia(text); !via.isEmpty()) {
        m_issue.via = via;
        return true;
    }
    const auto label = labelOf(text);
    if (!label)
        return false;
    const QString labelled = text.mid(label->textFrom).trimmed().toString();
    switch (label->label) {
    case Label::Abstract:
        m_issue.summary = labelled;
        m_summaryFollows = labelled.isEmpty();
        return true;
    case Label::Via:
        if (!labelled.startsWith(QLatin1String("http")) && m_issue.via.isEmpty())
            m_issue.via = labelled;
        return true;
    case Label::Authors:
        m_issue.author = labelled;
        return true;
    case Label::Link:
        m_issue.sourceUrl = lineUrl(block);
        return true;
    default:
        return false;
    }
}

void PreambleReader::read(const Line &line)
{
    const Block &block = line.block;
    if (block.kind == Block::Kind::Image || line.head || line.announces)
        return;
    const QStringView text(block.text);
    if (const QList<LegendItem> legend = legendOf(text); !legend.isEmpty()) {
        if (block.isHeading() && legend.size() == 1)
            return;                                         // a section's heading
        if (m_issue.legend.isEmpty() || legend.size() == 1) // one category a line
            addLegend(m_issue.legend, legend);
        if (!m_titleIsKnown && m_issue.title.isEmpty())
            m_issue.title = block.text;
        m_first = false;
        return;
    }
    if (m_summaryFollows && !isCounter(text)) {
        m_issue.summary = block.text;
        m_summaryFollows = false;
        return;
    }
    if (block.text == m_issue.title || readLabel(block) || isFrame(block) || isMenuLine(block))
        return;
    if (m_mayGuess && !m_titleIsKnown && m_issue.title.isEmpty() && (block.isHeading() || m_first) &&
        looksLikeTitle(text)) {
        m_issue.title = block.text;
        m_first = false;
        return;
    }
    m_first = m_first && isGreeting(text);
    if (block.isHeading())
        return; // a topic above the first entry
    m_issue.intro += (m_issue.intro.isEmpty() ? QString() : QStringLiteral("\n\n")) + block.text;
}

} // namespace

namespace {

/// On a page the post begins with its title: a line that begins the page's own ("Title - Site"). What stands before it
/// is the site's. -1: no line is.
qsizetype titleOnPage(const Document &document, const QList<Line> &lines, qsizetype to)
{
    qsizetype found = -1;
    for (qsizetype i = 0; document.isPage && i < to; ++i) {
        const QString &text = lines[i].block.text;
        const bool whole = text == document.heading;
        if (text.size() >= 4 && (whole || (document.heading.isEmpty() && document.title.startsWith(text))))
            found = i;
    }
    return found;
}

} // namespace

void readPreamble(Issue &issue, const Document &document, const QList<Line> &lines, qsizetype to)
{
    const bool known = document.titleIsSure && !document.title.isEmpty();
    const qsizetype titleLine = titleOnPage(document, lines, to);
    if (known)
        issue.title = document.title;
    else if (!document.heading.isEmpty())
        issue.title = document.heading;
    else if (titleLine >= 0)
        issue.title = lines[titleLine].block.text;
    PreambleReader reader(issue, known || !issue.title.isEmpty(), !document.isPage || document.title.isEmpty());
    for (qsizetype i = qMax<qsizetype>(titleLine, 0); i < to; ++i)
        reader.read(lines[i]);
    if (issue.title.isEmpty())
        issue.title = document.title;
}

void readTrailer(Issue &issue, const QList<Line> &lines, qsizetype from)
{
    bool references = false;
    for (qsizetype i = from; i < lines.size(); ++i) {
        const Block &block = lines[i].block;
        const QStringView text(block.text);
        if (endsPost(text)) // the rest is the site's
            return;
        if (isFrame(block))
            continue;
        const auto label = labelOf(text);
        if (opensReferences(text)) {
            references = true;
        } else if (label && label->label == Label::Authors && issue.author.isEmpty()) {
            issue.author = text.mid(label->textFrom).trimmed().toString();
            references = false;
        } else if (const QString url = lineUrl(block); !url.isEmpty() && issue.sourceUrl.isEmpty() && !references) {
            issue.sourceUrl = url;
        } else if (references) {
            issue.references.append(block.text);
        } else if (!isMenuLine(block) && isSubstantial(text) && issue.report.unparsed.size() < mostUnparsed) {
            issue.report.unparsed.append({block.text, block.line});
        }
    }
}

namespace {

/// Lines of a table of contents stand together: where most of a run of heads announce later entries, all of them do,
/// also those whose entry was cut off.
void dropRun(QList<Line> &lines, qsizetype from, qsizetype to)
{
    qsizetype announced = 0;
    for (qsizetype i = from; i < to; ++i)
        announced += lines[i].announces ? 1 : 0;
    if (to - from < 3 || announced * 2 < to - from)
        return;
    // Where no line parts them, the first entry stands right below the lines that announce it.
    if (const Line &last = lines[to - 1]; last.head && to < lines.size())
        for (qsizetype i = from; i < to - 1; ++i)
            if (lines[i].announces && titleKey(lines[i].block.text).endsWith(titleKey(last.head->title))) {
                --to;
                break;
            }
    for (qsizetype i = from; i < to; ++i) {
        lines[i].head.reset();
        lines[i].announces = true;
    }
}

void dropRuns(QList<Line> &lines)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i <= lines.size(); ++i) {
        if (i < lines.size() && (lines[i].head || lines[i].announces))
            continue;
        dropRun(lines, from, i);
        from = i + 1;
    }
}

} // namespace

void dropContents(QList<Line> &lines)
{
    // For every title the head with most text up to the next head is the entry; the others announce it.
    QHash<QString, QPair<qsizetype, qsizetype>> best; // key → line, length of its text
    QList<qsizetype> heads;
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (lines[i].head)
            heads.append(i);
    for (qsizetype h = 0; h < heads.size(); ++h) {
        const qsizetype end = h + 1 < heads.size() ? heads[h + 1] : lines.size();
        qsizetype length = 0;
        for (qsizetype i = heads[h] + 1; i < end; ++i)
            length += lines[i].block.kind == Block::Kind::Image ? 0 : lines[i].block.text.size();
        const QString key = titleKey(lines[heads[h]].head->title);
        const auto known = best.constFind(key);
        if (known == best.constEnd()) {
            best.insert(key, {heads[h], length});
            continue;
        }
        const bool later = length > known->second;
        Line &contents = lines[later ? known->first : heads[h]];
        contents.head.reset();
        contents.announces = true;
        if (later)
            best.insert(key, {heads[h], length});
    }
    dropRuns(lines);
}

QList<LegendItem> findLegend(const QList<Block> &blocks)
{
    QList<LegendItem> picture;
    for (const Block &block : blocks) {
        const QList<LegendItem> legend = legendOf(block.text);
        if (legend.isEmpty() || (block.isHeading() && legend.size() == 1)) // a section's heading
            continue;
        if (block.kind != Block::Kind::Image)
            return legend;
        if (picture.isEmpty())
            picture = legend;
    }
    for (const Block &block : blocks) // a post on one line
        if (picture.isEmpty() && block.kind != Block::Kind::Image && block.text.size() > 400)
            picture = legendInside(QStringView(block.text).left(20'000));
    return picture;
}

QString paperLink(const QList<Line> &lines, qsizetype to)
{
    for (qsizetype i = 0; i < to; ++i) {
        const Block &block = lines[i].block;
        for (const BlockLink &link : block.links)
            if (const auto ids = identify(link.target); !ids.isEmpty() && ids.first().isStrong())
                return link.target;
        const qsizetype at = findUrl(block.text);
        if (at < 0)
            continue;
        const QString url = block.text.mid(at, urlLength(block.text, at));
        if (const auto ids = identify(url); !ids.isEmpty() && ids.first().isStrong())
            return url;
    }
    return {};
}

} // namespace yaodian::digest
