#include "digest/digest.h"
#include "digest/frame.h"
#include "digest/legend.h"
#include "digest/people.h"
#include "digest/recognise.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// Where an entry stands in the one long text.
struct Place
{
    qsizetype begin = 0;   // of its number
    qsizetype title = 0;   // of its title
    qsizetype authors = 0; // of its authors
    qsizetype body = 0;    // behind its authors
    int number = 0;
};

constexpr qsizetype longestFront = 1500; // title and authors together

/// The entry whose number stands at `at`, if title and names follow.
std::optional<Place> placeAt(QStringView text, qsizetype at, int number)
{
    const ListMark mark = listMark(text.mid(at, 12));
    if (mark.number != number)
        return {};
    const QStringView before = text.left(at).trimmed();
    if (!before.isEmpty() && (before.back() == u',' || before.back() == u':'))
        return {}; // "three clocks: (1) …, (2) …"
    Place place;
    place.begin = at;
    place.number = number;
    place.title = at + mark.length;
    const QStringView front = text.mid(place.title, longestFront);
    if (front.size() < 8 || !(front[0].isUpper() || isDigit(front[0]) || opensBracket(front[0])))
        return {};
    const qsizetype end = namesEnd(front);
    if (end >= front.size())
        return {};
    const qsizetype authors = authorsInGlued(front.left(end));
    if (authors < 0)
        return {};
    place.authors = place.title + authors;
    place.body = place.title + end;
    while (place.body < text.size() && (text[place.body] == u'.' || text[place.body] == u'…'))
        ++place.body;
    return place;
}

/// Finds entries by their numbers. Looking behind a number for a title and names costs time, so a document has only so
/// many tries: one that is full of numbers and of nothing else stays linear.
class PlaceFinder
{
public:
    /// Entries in the order of their numbers 1, 2, 3 …; a number inside running text has no title and names behind it.
    /// Up to two numbers in a row may be missing.
    QList<Place> find(QStringView text);

private:
    std::optional<Place> findOne(QStringView text, qsizetype from, int number);

    int m_tries = 3000;
};

std::optional<Place> PlaceFinder::findOne(QStringView text, qsizetype from, int number)
{
    const QString wanted = QString::number(number);
    for (qsizetype at = text.indexOf(wanted, from); at >= 0 && m_tries > 0; at = text.indexOf(wanted, at + 1)) {
        if ((at > 0 && isDigit(text[at - 1])) || listMark(text.mid(at, 12)).number != number)
            continue;
        --m_tries;
        if (const auto place = placeAt(text, at, number))
            return place;
    }
    return {};
}

QList<Place> PlaceFinder::find(QStringView text)
{
    QList<Place> places;
    int next = 1;
    for (int missing = 0; missing < 3; ++missing) {
        const auto place = findOne(text, places.isEmpty() ? 0 : places.last().body, next + missing);
        if (!place)
            continue;
        places.append(*place);
        next = place->number + 1;
        missing = -1;
        ++m_tries;
    }
    return places;
}

/// End of a failed picture's mark that begins at `at`: "[外链图片转存失败,…(img-…)(http://…png)]", perhaps with an
/// address in round brackets behind it; -1 where it never closes.
qsizetype pictureEnd(QStringView text, qsizetype at)
{
    qsizetype end = text.indexOf(u']', at);
    if (end >= 0 && end + 1 < text.size() && text[end + 1] == u'(')
        end = text.indexOf(u')', end);
    return end < 0 ? -1 : end + 1;
}

/// Text without the marks of failed pictures, white space collapsed.
QString withoutPictures(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u"[外链图片"); at >= 0; at = text.indexOf(u"[外链图片", from)) {
        out += text.mid(from, at - from);
        from = pictureEnd(text, at);
        if (from < 0)
            return out.simplified();
    }
    out += text.mid(from);
    return out.simplified();
}

/// Splits what stands behind an entry's authors into its text and its link. In the last entry the link is the first one
/// that stands alone; behind it begins the trailer, whose place is returned.
qsizetype readBody(QStringView text, bool last, bool someLinked, Entry &entry)
{
    qsizetype end = text.size();
    qsizetype url = -1;
    for (qsizetype at = findUrl(text); at >= 0; at = findUrl(text, at + 1)) {
        const qsizetype length = urlLength(text, at);
        const QString link = text.mid(at, length).toString();
        const auto ids = identify(link);
        const bool paper = !ids.isEmpty() && ids.first().isStrong();
        const bool closes = text.mid(at + length).trimmed().isEmpty();
        const bool inPicture = at > 0 && text[at - 1] == u'(';
        if (last && !someLinked && !inPicture && !paper) { // no paper has a link: this one is the post's own
            entry.body = withoutPictures(text.left(at));
            return at;
        }
        if (inPicture || (!paper && !closes) || (last && !paper))
            continue;
        entry.url = link;
        url = at;
        end = at + length;
        if (last)
            break;
    }
    entry.body = withoutPictures(text.left(url >= 0 ? url : end));
    return end;
}

/// "引用 [1] … [2] … https://… 作者：…" behind the last entry.
void readGluedTrailer(Issue &issue, QStringView text)
{
    const qsizetype author = qMax(text.lastIndexOf(u"作者:"), text.lastIndexOf(u"作者："));
    if (author >= 0) {
        qsizetype end = author + 3;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'|')
            ++end;
        issue.author = text.mid(author + 3, end - author - 3).trimmed().toString();
        text = text.left(author);
    }
    qsizetype at = findUrl(text);
    if (at >= 0) {
        const qsizetype length = urlLength(text, at);
        issue.sourceUrl = text.mid(at, length).toString();
        text = text.left(at);
    }
    for (qsizetype from = text.indexOf(u"[1]"), number = 1; from >= 0; ++number) {
        const qsizetype next = text.indexOf(QStringLiteral("[%1]").arg(number + 1), from);
        issue.references.append(text.mid(from, next < 0 ? -1 : next - from).trimmed().toString());
        from = next;
    }
}

/// "[人工智能]ICLR 2022的10篇论文推荐 |" → the title.
QString withoutBars(QStringView text)
{
    while (!text.isEmpty() && (text.back() == u'|' || text.back().isSpace()))
        text.chop(1);
    while (!text.isEmpty() && (text.front() == u'|' || text.front().isSpace()))
        text = text.mid(1);
    if (!text.isEmpty() && opensBracket(text[0]))
        for (qsizetype i = 1; i < qMin<qsizetype>(text.size(), 16); ++i)
            if (closesBracket(text[i]))
                return text.mid(i + 1).trimmed().toString();
    return text.toString();
}

/// Menus, title and opening on one line, parted by '|': the title stands in its frame ("| [人工智能]Title | Opening
/// …").
QString takeFramedTitle(QString &intro)
{
    const QStringList parts = intro.split(u'|');
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const QString part = parts[i].trimmed();
        const QString title = withoutBars(part);
        if (part.size() < 8 || part.size() > 120 || !opensBracket(part[0]) || title == part)
            continue;
        intro = QStringList(parts.mid(i + 1)).join(u'|').trimmed();
        return title;
    }
    return {};
}

/// Title: the line before the long one, its frame taken off.
QString titleBefore(const QList<Block> &blocks, qsizetype at)
{
    for (qsizetype i = at - 1; i >= 0 && i >= at - 4; --i) {
        if (blocks[i].kind == Block::Kind::Image)
            continue;
        const QString title = withoutBars(blocks[i].text);
        if (title.size() >= 4 && title.size() <= 120 && !title.startsWith(QLatin1String("->")) && !isCounter(title))
            return title;
    }
    return {};
}

Entry entryAt(QStringView text, const Place &place)
{
    Entry entry;
    entry.number = place.number;
    Block front;
    front.text = text.mid(place.begin, place.authors - place.begin).trimmed().toString();
    const auto tagged = taggedHead(front, {});
    entry.title = tagged ? tagged->title : text.mid(place.title, place.authors - place.title).trimmed().toString();
    if (tagged)
        entry.categories = tagged->categories;
    const AuthorLine line = namesOf(text.mid(place.authors, place.body - place.authors));
    entry.authors = line.authors;
    entry.etAl = line.etAl;
    return entry;
}

/// The long text: all lines from the first that holds an entry, and where it begins.
struct LongText
{
    QString text;
    qsizetype firstBlock = -1;
};

qsizetype textSize(const QList<Block> &blocks)
{
    qsizetype size = 0;
    for (const Block &block : blocks)
        size += block.kind == Block::Kind::Image ? 0 : block.text.size();
    return size;
}

LongText longText(const QList<Block> &blocks)
{
    LongText found;
    const qsizetype all = textSize(blocks);
    PlaceFinder finder;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (block.kind == Block::Kind::Image || block.cell > 1) // an abstract in a listing's table
            continue;
        if (found.firstBlock < 0) {
            // The line holds more than its first entry: at least two heads, or one and much text.
            // It is most of the post, too: an abstract that counts "(1) … (2) …" is one of many lines.
            if (block.text.size() < qMax<qsizetype>(300, all * 2 / 5) || finder.find(block.text).size() < 2)
                continue;
            found.firstBlock = i;
        }
        found.text += block.text + u'\n';
    }
    return found;
}

} // namespace

Issue readGlued(const Document &document)
{
    const LongText all = longText(document.blocks);
    if (all.firstBlock < 0)
        return {};
    Issue issue;
    issue.report.family = QStringLiteral("glued");
    const QStringView text(all.text);
    const QList<Place> places = PlaceFinder().find(text);
    issue.report.headsSeen = int(places.size());
    issue.title = document.titleIsSure          ? document.title
                  : !document.heading.isEmpty() ? withoutBars(document.heading)
                                                : titleBefore(document.blocks, all.firstBlock);
    issue.intro = text.left(places.first().begin).trimmed().toString();
    if (issue.title.isEmpty())
        issue.title = takeFramedTitle(issue.intro);
    bool someLinked = false;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const bool last = i + 1 == places.size();
        Entry entry = entryAt(text, places[i]);
        const QStringView body = text.mid(places[i].body, (last ? text.size() : places[i + 1].begin) - places[i].body);
        someLinked = someLinked || (!issue.entries.isEmpty() && !issue.entries.last().url.isEmpty());
        const qsizetype end = readBody(body, last, someLinked, entry);
        if (last)
            readGluedTrailer(issue, body.mid(end));
        issue.entries.append(std::move(entry));
    }
    return issue;
}

} // namespace yaodian::digest
