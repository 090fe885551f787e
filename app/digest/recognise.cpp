#include "digest/recognise.h"

#include "digest/cards.h"
#include "digest/digest.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

constexpr qsizetype mostReferences = 500;

/// The whole post as paragraphs, for a post without papers.
QString plainText(const Document &document)
{
    QString text;
    for (const Block &block : document.blocks) {
        if (block.kind == Block::Kind::Image)
            continue;
        if (!text.isEmpty())
            text += block.startsParagraph ? QStringLiteral("\n\n") : QStringLiteral("\n");
        text += block.text;
    }
    return text;
}

/// The text of the only heading of the first level. A page has menus before it; elsewhere a heading below other text is
/// a topic, not the title.
QString onlyHeading(const Document &document)
{
    QString heading;
    bool textBefore = false;
    for (const Block &block : document.blocks) {
        if (!block.isHeading() || block.level != 1) {
            textBefore = textBefore || block.kind != Block::Kind::Image;
            continue;
        }
        if (!heading.isEmpty() || (textBefore && !document.isPage))
            return {};
        heading = block.text;
    }
    return heading;
}

/// The papers that a post links without being a list of them: each once, as "words of the link, address".
QStringList paperReferences(const Document &document)
{
    QStringList out;
    QStringList known;
    for (const Block &block : document.blocks) {
        for (const BlockLink &link : block.links) {
            if (!link.target.startsWith(QLatin1String("http")) || !namesPaper(link.target))
                continue;
            const QString key = identify(link.target).first().key();
            if (known.contains(key) || known.size() >= mostReferences)
                continue;
            known.append(key);
            const QString words = block.text.mid(link.begin, link.length).simplified();
            out.append(words.isEmpty() || findUrl(words) == 0 ? link.target : words + u' ' + link.target);
        }
    }
    return out;
}

Issue withoutPapers(const Document &document)
{
    Issue issue;
    issue.report.family = QStringLiteral("text");
    QList<Line> lines;
    for (qsizetype i = 0; i < qMin<qsizetype>(document.blocks.size(), 20); ++i)
        lines.append({document.blocks[i], std::nullopt, false});
    readPreamble(issue, document, lines, lines.size());
    issue.intro.clear();
    issue.text = plainText(document);
    issue.references += paperReferences(document);
    issue.references.removeDuplicates();
    constexpr qsizetype longestTitle = 80;
    const QString first = issue.text.section(u'\n', 0, 0).trimmed();
    if (issue.title.isEmpty() && first.size() <= longestTitle)
        issue.title = first; // a post needs a name in the list of issues
    return issue;
}

} // namespace

Issue recognise(Document document)
{
    unfoldCards(document.blocks);
    joinLabels(document.blocks);
    document.heading = onlyHeading(document);
    for (qsizetype i = 0; i < document.blocks.size(); ++i)
        document.blocks[i].line = int(i + 1);
    // Special forms first: a line that holds several entries would otherwise be one entry's text.
    for (const auto read : {readGlued, readDaily, readNotes, readBracketed, readWeekly, readTables, readList,
                            readRecommendations, readLinkedLines}) {
        Issue issue = read(document);
        if (!issue.entries.isEmpty())
            return issue;
    }
    return withoutPapers(document);
}

} // namespace yaodian::digest
