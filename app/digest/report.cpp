#include "digest/report.h"

#include "digest/digest.h"
#include "digest/frame.h"
#include "digest/heads.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

#include <QCoreApplication>

#include <algorithm>

namespace yaodian::digest {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("digest", text);
}

/// "1. Title" for a sentence; what there is of it.
QString nameOf(const Entry &entry, int index)
{
    const QString title = entry.title.isEmpty() ? entry.titleZh : entry.title;
    const QString number = QString::number(entry.number.value_or(index + 1));
    return title.isEmpty() ? number : QStringLiteral("%1. %2").arg(number, title.left(60));
}

/// Looks at one issue and collects what is doubtful.
class Examiner
{
public:
    explicit Examiner(Issue &issue) : m_issue(issue), m_entries(issue.entries) {}

    void examine();

private:
    using Has = bool (*)(const Entry &);

    void missingField(Has has, const char *sentence, int share);
    void titles();
    void numbers();
    void swallowed();
    void leftOver();
    void doubt(int entry, const QString &text) { m_issue.report.doubts.append({entry, text}); }

    Issue &m_issue;
    const QList<Entry> &m_entries;
};

/// An entry without what at least `share` of a hundred of its section's entries have.
void Examiner::missingField(Has has, const char *sentence, int share)
{
    for (const Section section : {Section::Main, Section::Also}) {
        int all = 0;
        int with = 0;
        for (const Entry &entry : m_entries) {
            all += entry.section == section ? 1 : 0;
            with += entry.section == section && has(entry) ? 1 : 0;
        }
        if (all < 3 || with == all || with * 100 < all * share)
            continue;
        for (int i = 0; i < int(m_entries.size()); ++i)
            if (m_entries[i].section == section && !has(m_entries[i]))
                doubt(i, tr(sentence).arg(nameOf(m_entries[i], i)));
    }
}

void Examiner::titles()
{
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry &entry = m_entries[i];
        if (entry.title.isEmpty() && entry.titleZh.isEmpty())
            doubt(i, tr(QT_TRANSLATE_NOOP("digest", "Entry “%1” has no title.")).arg(nameOf(entry, i)));
        else if (entry.title.size() > 300)
            doubt(
                i,
                tr(QT_TRANSLATE_NOOP("digest", "The title of entry “%1” is too long for one.")).arg(nameOf(entry, i)));
    }
}

/// The numbers of a post go up by one; the closing list may count anew.
void Examiner::numbers()
{
    std::optional<int> before;
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry &entry = m_entries[i];
        if (!entry.number || (i > 0 && entry.section != m_entries[i - 1].section))
            before.reset();
        if (!entry.number)
            continue;
        const int number = *entry.number;
        if (before && number > *before + 1)
            doubt(i, tr(QT_TRANSLATE_NOOP("digest", "Between numbers %1 and %2 something is missing."))
                         .arg(*before)
                         .arg(number));
        else if (before && number == *before)
            doubt(i, tr(QT_TRANSLATE_NOOP("digest", "Number %1 occurs twice.")).arg(number));
        before = number;
    }
}

/// A line in a field that is itself the head of an entry, or a label that ought to have opened another field.
bool holdsAnother(const QString &text, const QList<LegendItem> &legend)
{
    const QStringView all(text);
    for (qsizetype from = 0; from < all.size();) {
        const qsizetype end = all.indexOf(u'\n', from);
        const QStringView line = all.mid(from, end < 0 ? -1 : end - from).trimmed();
        from = end < 0 ? all.size() : end + 1;
        if (line.isEmpty() || line.front().isLetter()) // no number, no tag
            continue;
        Block block;
        block.text = line.left(401).toString();
        if (const auto head = taggedHead(block, legend); head && isLatin(head->title))
            return true;
    }
    for (const QStringView label : {QStringView(u"要点"), QStringView(u"一句话总结")}) {
        for (qsizetype at = all.indexOf(label); at >= 0; at = all.indexOf(label, at + 1))
            if (const qsizetype behind = at + label.size(); behind < all.size() && isColon(all[behind]))
                return true;
    }
    return false;
}

constexpr qsizetype muchText = 600;

/// A line that may have been meant as an entry: it begins like one or links to a paper.
bool looksLikePaper(const QString &text)
{
    Block block;
    block.text = text;
    if (taggedHead(block, {}) || (numberedHead(block) && isLatin(text)))
        return true;
    const qsizetype at = findUrl(text);
    return at >= 0 && namesPaper(text.mid(at, urlLength(text, at)));
}

void Examiner::swallowed()
{
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry &entry = m_entries[i];
        QStringList fields = entry.keyPoints;
        fields << entry.oneLine << entry.abstractZh << entry.abstractEn << entry.body << entry.titleZh;
        const bool some = std::any_of(fields.begin(), fields.end(),
                                      [this](const QString &field) { return holdsAnother(field, m_issue.legend); });
        if (some)
            doubt(i, tr(QT_TRANSLATE_NOOP("digest", "Entry “%1” holds text that looks like another one's."))
                         .arg(nameOf(entry, i)));
    }
}

void Examiner::leftOver()
{
    const Report &report = m_issue.report;
    if (report.headsSeen > report.entriesMade)
        doubt(-1, tr(QT_TRANSLATE_NOOP("digest", "%1 places look like entries, but only %2 were read."))
                      .arg(report.headsSeen)
                      .arg(report.entriesMade));
    int spans = 0;
    qsizetype size = 0;
    bool papers = false;
    for (const UnparsedSpan &span : report.unparsed) {
        if (!isSubstantial(span.text) || labelOf(span.text) || isVenue(span.text))
            continue;
        ++spans;
        size += span.text.size();
        papers = papers || looksLikePaper(span.text);
    }
    // A closing word or two of the writer is nothing to worry about.
    if (papers || size > muchText)
        doubt(-1, tr(QT_TRANSLATE_NOOP("digest", "%1 lines of the post are in no field.")).arg(spans));
}

void Examiner::examine()
{
    titles();
    missingField([](const Entry &entry) { return !entry.url.isEmpty(); },
                 QT_TRANSLATE_NOOP("digest", "Entry “%1” has no link, though the others have one."), 60);
    missingField([](const Entry &entry) { return !entry.authors.isEmpty(); },
                 QT_TRANSLATE_NOOP("digest", "Entry “%1” has no authors, though the others have."), 75);
    missingField([](const Entry &entry) { return !entry.keyPoints.isEmpty() || !entry.body.isEmpty(); },
                 QT_TRANSLATE_NOOP("digest", "Entry “%1” has no points, though the others have."), 75);
    missingField([](const Entry &entry) { return !entry.abstractEn.isEmpty() || !entry.abstractZh.isEmpty(); },
                 QT_TRANSLATE_NOOP("digest", "Entry “%1” has no abstract, though the others have."), 90);
    numbers();
    swallowed();
    leftOver();
}

} // namespace

void examine(Issue &issue)
{
    issue.report.entriesMade = int(issue.entries.size());
    issue.report.doubts.clear();
    if (!issue.entries.isEmpty())
        Examiner(issue).examine();
}

QList<FieldCount> fieldsFound(const Issue &issue)
{
    using Has = bool (*)(const Entry &);
    const std::pair<const char *, Has> fields[] = {
        {"n", [](const Entry &entry) { return entry.number.has_value(); }},
        {"category", [](const Entry &entry) { return !entry.categories.isEmpty(); }},
        {"title", [](const Entry &entry) { return !entry.title.isEmpty(); }},
        {"title_zh", [](const Entry &entry) { return !entry.titleZh.isEmpty(); }},
        {"authors", [](const Entry &entry) { return !entry.authors.isEmpty(); }},
        {"affiliations", [](const Entry &entry) { return !entry.affiliations.isEmpty(); }},
        {"year", [](const Entry &entry) { return entry.year.has_value(); }},
        {"key_points", [](const Entry &entry) { return !entry.keyPoints.isEmpty(); }},
        {"one_line", [](const Entry &entry) { return !entry.oneLine.isEmpty(); }},
        {"abstract_zh", [](const Entry &entry) { return !entry.abstractZh.isEmpty(); }},
        {"abstract_en", [](const Entry &entry) { return !entry.abstractEn.isEmpty(); }},
        {"body", [](const Entry &entry) { return !entry.body.isEmpty(); }},
        {"url", [](const Entry &entry) { return !entry.url.isEmpty(); }},
    };
    QList<FieldCount> counts;
    for (const auto &[name, has] : fields)
        counts.append({QLatin1String(name), int(std::count_if(issue.entries.begin(), issue.entries.end(), has))});
    return counts;
}

} // namespace yaodian::digest
