#include "digest/segments.h"

#include "digest/categories.h"
#include "digest/frame.h"
#include "digest/linktail.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// The post's title once more, as the second part of it: "日报（下）" of "日报（上）".
bool repeatsTitle(QStringView line, QStringView title)
{
    if (line.size() != title.size() || line.size() < 6 || line == title)
        return line.size() >= 6 && line == title;
    qsizetype others = 0;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (line[i] != title[i])
            others += (title[i] == u'上' || title[i] == u'一' || title[i] == u'1') ? 1 : 10;
    return others == 1;
}

/// Fills the entries, one segment of lines after the other, and learns how this post closes an entry.
class Segments
{
public:
    Segments(Issue &issue, const QList<Line> &lines, Filler::Manner manner)
        : m_issue(issue), m_lines(lines), m_manner(manner)
    {
    }

    /// Reads the entry whose head is line `from`; `to`: the next head. Returns where the reading stopped.
    qsizetype read(qsizetype from, qsizetype to, bool last);

    Section section = Section::Main;

private:
    [[nodiscard]] bool stops(const Filler &filler, const Line &line, bool last, qsizetype taken) const;
    [[nodiscard]] qsizetype withoutTopics(qsizetype from, qsizetype to) const;

    Issue &m_issue;
    const QList<Line> &m_lines;
    Filler::Manner m_manner;
    bool m_someLink = false;
    bool m_someWentOn = false;
    qsizetype m_mostLines = 0; // of an entry before
};

/// Behind the last entry stands the site's or the post's own: its author, its address, "正文完".
bool Segments::stops(const Filler &filler, const Line &line, bool last, qsizetype taken) const
{
    const Block &block = line.block;
    if (line.alsoFromHere || endsPost(block.text))
        return true;
    if (!last)
        return false;
    // The entries of a list are alike: the last one is no longer than the longest, and a topic ends it.
    if (m_manner == Filler::Manner::List)
        return taken >= qMax<qsizetype>(m_mostLines, 1) || (block.isHeading() && !labelOf(block.text));
    if (!filler.hasPaperLink() && namesPaper(lineUrl(block))) // behind the link of a post about it
        return false;
    if (m_manner != Filler::Manner::Notes && filler.hasLink() && !m_someWentOn &&
        (!m_issue.entries.isEmpty() || filler.isFilled()))
        return true;
    if (m_manner == Filler::Manner::Prose && opensReferences(block.text))
        return true;
    if (block.isHeading() && block.text.size() < 20 &&
        (block.text.startsWith(u"参考") || block.text.startsWith(u"引用")))
        return true;
    if (m_manner != Filler::Manner::Prose)
        return false;
    const auto label = labelOf(block.text);
    if (label && label->label == Label::Authors && m_issue.entries.size() > 0 &&
        (filler.hasAuthors() || filler.isFilled()))
        return true;
    return !m_someLink && m_issue.entries.size() > 0 && !lineUrl(block).isEmpty();
}

/// Headings right above the next head name its topic: they are no part of the entry that ends there. The heading right
/// below a title may be its translation.
qsizetype Segments::withoutTopics(qsizetype from, qsizetype to) const
{
    qsizetype end = to;
    for (qsizetype i = to - 1; i > from + 1; --i) {
        const Block &block = m_lines[i].block;
        if (block.kind == Block::Kind::Image)
            continue;
        const Block &title = m_lines[from].block;
        const bool inside =
            title.isHeading() && block.level > title.level; // a part of the entry, with nothing below it
        if (!block.isHeading() || inside || labelOf(block.text))
            break;
        end = i;
    }
    return end;
}

qsizetype Segments::read(qsizetype from, qsizetype to, bool last)
{
    Filler filler(*m_lines[from].head, section, m_manner);
    if (!last)
        to = withoutTopics(from, to);
    qsizetype at = from + 1;
    for (; at < to; ++at) {
        if (stops(filler, m_lines[at], last, at - from - 1))
            break;
        if (m_lines[at].aside) {
            m_issue.report.unparsed.append({m_lines[at].block.text, m_lines[at].block.line});
            continue;
        }
        if (repeatsTitle(m_lines[at].block.text, m_issue.title))
            continue;
        filler.add(m_lines[at].block);
    }
    m_mostLines = qMax(m_mostLines, at - from - 1);
    m_someLink = m_someLink || filler.hasLink();
    m_someWentOn = m_someWentOn || filler.wentOnAfterLink();
    m_issue.report.unparsed += filler.unparsed();
    m_issue.entries.append(filler.take());
    return at;
}

/// The category that the headings above an entry name ("## CL - 计算与语言", "【CV】"): it holds for the entries below,
/// up to the next heading that is none of them.
class Topics
{
public:
    void read(const Line &line)
    {
        const Block &block = line.block;
        if (line.head || block.kind == Block::Kind::Image)
            return;
        const bool bracketed = !block.text.isEmpty() && opensBracket(block.text.front());
        if (!block.isHeading() && !bracketed)
            return;
        const QString code = sectionCategory(block.text);
        if (block.isHeading() || !code.isEmpty())
            m_category = code;
    }
    [[nodiscard]] const QString &category() const { return m_category; }

private:
    QString m_category;
};

} // namespace

Issue readSegments(const Document &document, const QList<Line> &all, Filler::Manner manner, const QString &family)
{
    const LinkTail tail = linkTail(all);
    const QList<Line> lines = tail.from < 0 ? all : all.first(tail.from);
    Issue issue;
    issue.report.family = family;
    QList<qsizetype> heads;
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (lines[i].head)
            heads.append(i);
    issue.report.headsSeen = int(heads.size());
    const qsizetype first = heads.isEmpty() ? lines.size() : heads[0];
    readPreamble(issue, document, lines, first);
    Segments segments(issue, lines, manner);
    Topics topics;
    qsizetype stopped = first;
    qsizetype line = 0;
    for (qsizetype h = 0; h < heads.size(); ++h) {
        const bool last = h + 1 == heads.size();
        for (; line <= heads[h]; ++line) {
            if (lines[line].alsoFromHere)
                segments.section = Section::Also;
            topics.read(lines[line]);
        }
        stopped = segments.read(heads[h], last ? lines.size() : heads[h + 1], last);
        if (Entry &entry = issue.entries.last(); entry.categories.isEmpty() && !topics.category().isEmpty())
            entry.categories.append(topics.category());
    }
    addLinks(issue, tail);
    readTrailer(issue, lines, stopped);
    if (issue.entries.size() == 1 && issue.entries[0].url.isEmpty())
        issue.entries[0].url = paperLink(lines, first);
    return issue;
}

} // namespace yaodian::digest
