#include "pdf/bibliography.h"

#include "base/text.h"
#include "pdf/kinds.h"

#include <QRegularExpression>

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr int mostRows = 60'000;
constexpr int longestEntry = 600;
constexpr int longestAuthors = 300;

const QRegularExpression &yearPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\d.:/])(?:19|20)\\d\\d[a-z]?(?![\\d\\p{L}])(?!\\.\\d)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

bool isEntryKind(const PageText &page, const TextLine &line)
{
    if (line.block < 0)
        return true;
    const BlockKind kind = page.blocks[line.block].kind;
    return kind == BlockKind::Body || kind == BlockKind::Reference || kind == BlockKind::Heading;
}

/// The names of the first author, whichever of them is the family name.
QStringList firstAuthor(const QString &text)
{
    static const QRegularExpression end(QStringLiteral(",| and | & |\\(|;|，|、|[.]\\s+(?=\\p{Lu}\\p{Ll}{3})| et al"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    const QString part = text.left(text.indexOf(end) < 0 ? 60 : text.indexOf(end)).left(80);
    QStringList out;
    for (const QString &word : part.split(u' ', Qt::SkipEmptyParts)) {
        const QString key = nameKey(word);
        if (key.size() >= 2 && (word[0].isUpper() || isCjk(word[0].unicode())))
            out.append(key);
    }
    return out;
}

/// What ends a bibliography: the next section.
bool endsBibliography(const TextLine &line, const PageText &page)
{
    if (!line.startsBlock || line.block < 0 || page.blocks[line.block].kind != BlockKind::Heading)
        return false;
    const auto mark = headingMarkOf(line.text);
    if (!mark || mark->isBibliography)
        return false;
    return mark->isKnown || (!mark->number.isEmpty() && !mark->number[0].isDigit());
}

} // namespace

QString nameKey(QStringView name)
{
    QString out;
    for (const QChar c : name.toString().normalized(QString::NormalizationForm_KD)) {
        if (c.isLetter())
            out += c.toCaseFolded();
    }
    return out;
}

void Bibliography::add(int page, const PageText &text, const QList<TextLine> &lines)
{
    for (const TextLine &line : lines) {
        if (!isEntryKind(text, line))
            continue;
        const auto mark = line.text.size() < 40 ? headingMarkOf(line.text) : std::nullopt;
        if (mark && mark->isBibliography) {
            if (m_isDoubtful) { // "2.2 References" told how they are written
                m_rows.clear();
                m_covered.clear();
            }
            m_isDoubtful = mark->level > 0;
            m_inside = true;
            continue;
        }
        if (m_inside && endsBibliography(line, text))
            m_inside = false;
        // A running title "A Survey of …" looks like an appendix: the next number tells that it was none.
        const auto entry = !m_inside && !m_rows.isEmpty() ? entryMarkOf(line.text) : std::nullopt;
        for (qsizetype i = m_rows.size() - 1; entry && entry->inBrackets && i >= qMax(qsizetype(0), m_rows.size() - 40);
             --i) {
            const auto last = entryMarkOf(m_rows[i].text);
            if (!last || !last->inBrackets)
                continue;
            m_inside = last->label.toInt() > 0 && entry->label.toInt() == last->label.toInt() + 1;
            break;
        }
        if (!m_inside || m_rows.size() >= mostRows)
            continue;
        m_rows.append({page, line.startsBlock, line.box, line.text});
        m_covered[page].append(line.range);
    }
}

Bibliography::Style Bibliography::style() const
{
    int bracketed = 0;
    int numbered = 0;
    for (const Row &row : m_rows) {
        const auto mark = entryMarkOf(row.text);
        bracketed += mark && mark->inBrackets ? 1 : 0;
        numbered += mark && !mark->inBrackets && !mark->isBare && mark->label.toInt() == numbered + 1 ? 1 : 0;
    }
    if (bracketed >= 2)
        return Style::Bracketed;
    if (numbered >= 3)
        return Style::Numbered;
    return isBare() ? Style::Bare : Style::Named;
}

/// "1 Ann A, Ben B. A title": the first one begins the list, and the others follow close behind each other. Lines of
/// entries without numbers begin with one now and then ("12 Springer").
bool Bibliography::isBare() const
{
    constexpr qsizetype mostLines = 14; ///< of an entry
    int number = 0;
    qsizetype last = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto mark = entryMarkOf(m_rows[i].text);
        if (!mark || !mark->isBare || mark->label.toInt() != number + 1 || (number == 0 && i > 0))
            continue;
        if (number > 0 && i - last > mostLines)
            break;
        ++number;
        last = i;
    }
    return number >= 3;
}

bool Bibliography::startsEntry(const Row &row, const Row *before, Style style, int &last) const
{
    if (style == Style::Named) {
        if (!before)
            return true;
        const bool column = row.page != before->page || row.box.top < before->box.top;
        const QChar end = before->text.isEmpty() ? u'.' : before->text.back();
        const bool fresh = row.text[0].isUpper() || isCjk(row.text[0].unicode());
        if (column) // the block begins with the column, the entry perhaps before it
            return fresh && row.startsBlock && (end == u'.' || end.isDigit() || end == u'/');
        return row.startsBlock && (row.text[0].isLetter() ? fresh || row.box.left < before->box.left - 0.005 : false);
    }
    const auto mark = entryMarkOf(row.text);
    if (!mark || mark->inBrackets != (style == Style::Bracketed) || mark->isBare != (style == Style::Bare))
        return false;
    bool isNumber = false;
    const int number = mark->label.toInt(&isNumber);
    if (!isNumber)
        return true;
    const int ahead = style == Style::Bare && !row.startsBlock ? 1 : 5;
    if (number <= last || number > last + ahead) // a number in the text of an entry
        return false;
    last = number;
    return true;
}

void Bibliography::close(QStringList &lines)
{
    if (m_entries.isEmpty())
        return;
    Entry &entry = m_entries.last();
    entry.text = normalised(joinLines(lines));
    lines.clear();
    const QString authors = entry.label.isEmpty() ? entry.text : entry.text.mid(entryMarkOf(entry.text)->length);
    entry.text.truncate(longestEntry);
    const int index = int(m_entries.size()) - 1;
    if (!entry.label.isEmpty() && !m_labels.contains(entry.label))
        m_labels.insert(entry.label, index);
    for (const QString &name : firstAuthor(authors))
        m_authors[name].append(index);
}

void Bibliography::finish()
{
    const Style how = style();
    int last = 0;
    QStringList lines;
    const Row *before = nullptr;
    bool isWhole = false; // the entry's box has all of its first column
    for (const Row &row : std::as_const(m_rows)) {
        if (startsEntry(row, before, how, last)) {
            close(lines);
            const auto mark = how == Style::Named ? std::nullopt : entryMarkOf(row.text);
            m_entries.append({mark ? mark->label : QString(), {}, row.page, row.box});
            isWhole = false;
        } else if (!m_entries.isEmpty()) {
            isWhole = isWhole || row.page != m_entries.last().page || row.box.top < before->box.top;
            if (!isWhole)
                m_entries.last().box = m_entries.last().box.united(row.box);
        }
        if (!m_entries.isEmpty())
            lines.append(row.text);
        before = &row;
    }
    close(lines);
    m_numbered = how == Style::Numbered || how == Style::Bare ||
                 (how == Style::Bracketed && !m_entries.isEmpty() && m_entries.first().label.toInt() > 0);
    m_rows.clear();
}

const Bibliography::Entry *Bibliography::labelled(const QString &label) const
{
    const auto found = m_labels.constFind(label);
    return found == m_labels.constEnd() ? nullptr : &m_entries[*found];
}

QList<const Bibliography::Entry *> Bibliography::of(const QString &author, const QString &year,
                                                    const QStringList &others) const
{
    QList<const Entry *> best;
    int most = 0;
    for (const int index : m_authors.value(nameKey(author))) {
        const Entry &entry = m_entries[index];
        int score = 0;
        for (auto years = yearPattern().globalMatch(entry.text); years.hasNext();) {
            const QString found = years.next().captured();
            score = qMax(score, found == year ? 4 : found.left(4) == year.left(4) ? 2 : 0);
        }
        if (score == 0)
            continue;
        const QString names = nameKey(QStringView(entry.text).left(longestAuthors));
        for (const QString &other : others)
            score += names.contains(nameKey(other)) ? 1 : -1;
        if (score > most)
            best.clear();
        most = qMax(most, score);
        if (score == most && !best.contains(&entry))
            best.append(&entry);
    }
    return best.mid(0, 3);
}

bool Bibliography::covers(int page, int at) const
{
    const QList<TextRange> ranges = m_covered.value(page); // in the order of the text
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), at,
                                        [](int place, const TextRange &range) { return place < range.from; });
    return after != ranges.begin() && at < (after - 1)->to;
}

} // namespace yaodian::pdf
