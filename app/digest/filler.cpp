#include "digest/filler.h"

#include "base/text.h"
#include "digest/categories.h"
#include "digest/digest.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/redirects.h"
#include "digest/runon.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// Appends a line to running text: paragraphs are parted by a blank line, lines of one paragraph are joined.
void append(QString &text, QStringView line, bool paragraph)
{
    if (text.isEmpty())
        text = line.toString();
    else if (paragraph)
        (text += QStringLiteral("\n\n")) += line;
    else
        text = joinLines({text, line.toString()});
}

/// "cs.CL, cs.LG", else one name ("计算与语言").
QStringList categoriesOf(QStringView text)
{
    const QStringList codes = categoriesIn(text);
    if (!codes.isEmpty() || text.isEmpty() || text.size() > 60)
        return codes;
    QStringList names;
    for (const QString &name : text.toString().split(u'、', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    return names;
}

/// "图 1：方法总览", "Figure 2. Results": the words below a picture, left behind by it.
bool isCaption(QStringView text)
{
    constexpr qsizetype longestCaption = 60;
    if (text.size() > longestCaption)
        return false;
    for (const QStringView word : {QStringView(u"图"), QStringView(u"▲图"), QStringView(u"▲ 图"),
                                   QStringView(u"Figure"), QStringView(u"Fig.")}) {
        qsizetype at = text.startsWith(word) ? skipBlanks(text, word.size()) : text.size();
        const qsizetype from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        at = at > from ? skipBlanks(text, at) : text.size();
        if (at < text.size() && (isColon(text[at]) || text[at] == u'.' || text[at] == u'、' || text[at] == u'|'))
            return true;
    }
    return false;
}

/// Signs of the page between the lines of an entry; behind its link also what stands around posts.
bool isNoise(QStringView text, bool behindLink)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
        return true; // "·": a sign between entries
    const bool oneWord = text.size() < 40 && !text.contains(u' ');
    if (oneWord &&
        (text.endsWith(u".png") || text.endsWith(u".jpg") || text.endsWith(u".jpeg") || text.endsWith(u".gif")))
        return findUrl(text) < 0; // "image.png": what a picture is called
    if (text == u"图片" || text == u"[图片]" || text.startsWith(u"\\\\ ("))
        return true;
    if (isCaption(text))
        return true;
    if (behindLink && text.size() < 40 && (text.endsWith(u"篇)") || text.endsWith(u"篇）"))) // a topic: "检索(2篇)"
        return true;
    if (behindLink && text.size() < 60 && text.contains(u"转载请"))
        return true;
    for (const QStringView word : {QStringView(u"机器翻译由"), QStringView(u"点击阅读原文"), QStringView(u"收录于")})
        if (behindLink && text.startsWith(word))
            return true;
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || c == u','; });
    return behindLink && digits && text.size() < 8;
}

/// "（中文标题）" "《中文标题》" → what the brackets hold; any other text stays.
QStringView withoutBrackets(QStringView text)
{
    for (const QStringView marks : {QStringView(u"（）"), QStringView(u"()"), QStringView(u"《》"),
                                    QStringView(u"「」"), QStringView(u"“”"), QStringView(u"【】")})
        if (text.size() > 4 && text.front() == marks[0] && text.indexOf(marks[1]) == text.size() - 1)
            return text.mid(1).chopped(1).trimmed();
    return text;
}

/// A Chinese title, or the first sentence of a Chinese text that begins with one.
constexpr qsizetype longestChineseTitle = 90;

} // namespace

Filler::Filler(const Head &head, Section section, Manner manner)
    : m_manner(manner), m_headLink(head.link), m_ofListing(head.ofListing)
{
    m_entry.number = head.number;
    m_entry.categories = head.categories;
    m_entry.title = head.title;
    m_entry.titleZh = head.titleZh;
    m_entry.section = section;
    if (manner == Manner::List) {
        m_entry.url = namesPaper(head.link) ? head.link : QString();
        takeListedRest(head.rest);
    } else if (!head.rest.isEmpty()) {
        Block rest;
        rest.text = head.rest;
        add(rest);
    }
}

void Filler::add(const Block &block)
{
    if (block.kind == Block::Kind::Image || !legendOf(block.text).isEmpty() || isRuler(block.text) ||
        std::exchange(m_skipsNext, false) || isNoise(block.text, hasLink()))
        return;
    if (block.text.compare(u"Submitted by", Qt::CaseInsensitive) == 0) {
        m_skipsNext = true;
        return;
    }
    if (block.text.startsWith(QLatin1String("[!"))) { // a callout: "[!note] 要点"
        const Block bare = withoutFront(block, skipBlanks(block.text, block.text.indexOf(u']') + 1));
        if (labelOf(bare.text))
            read(bare);
        return;
    }
    if (block.links.isEmpty() && block.text == m_entry.title) // the title once more
        return;
    ++m_lines;
    if (m_lines == 1 && takeEnglishTitle(block))
        return;
    // A pictogram before a line is its bullet.
    const qsizetype from = opensWithPictogram(block.text) ? skipDecoration(block.text) : 0;
    if (from == 0 || from >= block.text.size()) {
        read(block);
        return;
    }
    Block bare = withoutFront(block, from);
    if (m_state == State::Meta && m_entry.affiliations.isEmpty() && !labelOf(bare.text) && showsHouse(block.text)) {
        m_entry.affiliations = placesOf(bare.text).affiliations;
        return;
    }
    if (m_state == State::Points && bare.kind == Block::Kind::Paragraph && !labelOf(bare.text)) {
        bare.kind = Block::Kind::Item;
        bare.startsParagraph = true;
    }
    read(bare);
}

void Filler::read(const Block &block)
{
    if (m_manner == Manner::List) {
        takeListed(block);
        return;
    }
    if (m_manner == Manner::Notes) {
        takeNote(block);
        return;
    }
    const bool hadLink = hasLink();
    if (takeLink(block) || takeOnlyLinks(block) || takeChineseTitle(block))
        return;
    if (m_manner == Manner::Fields && block.isHeading() && m_state != State::Meta && !labelOf(block.text)) {
        leave(block); // a heading between entries
        return;
    }
    if (!takeLabel(block) && !takePeople(block)) {
        if (m_manner == Manner::Prose && m_state == State::Meta)
            takeProse(block);
        else if (m_state == State::Points)
            takePoint(block);
        else
            takeText(block);
    }
    m_filledAfterLink = m_filledAfterLink || hadLink;
}

bool Filler::hasPaperLink() const
{
    return hasLink() && namesPaper(m_entry.url);
}

bool Filler::takeLink(const Block &block)
{
    const bool linkedTitle = m_manner == Manner::Fields && m_lines == 1 && isLinkedTitle(block);
    const QString url = linkedTitle ? block.links.first().target : lineUrl(block);
    if (url.isEmpty())
        return false;
    // A line that was broken in the middle of a text may be an address alone.
    if (!block.startsParagraph && m_state == State::Abstract && hasLink() && !labelOf(block.text))
        return false;
    if (m_entry.categories.isEmpty() && block.text.size() < 160)
        for (const QString &code : categoriesIn(block.text))
            if (code.contains(u'.'))
                m_entry.categories.append(code); // "arXiv:2302.03084 [cs.CV]"
    if (m_entry.url.isEmpty())
        m_entry.url = url;
    else if (url != m_entry.url && !namesPaper(m_entry.url) && namesPaper(url)) // not the post about it
        m_entry.url = url;
    // "[中文标题](https://arxiv.org/abs/…)": the link's text is the title.
    const QString words = linkedTitle ? block.text.left(block.links.first().length) : block.text;
    const bool named = (linkedTitle || block.links.size() == 1) && findUrl(words) < 0 && !labelOf(words);
    if (named && m_state == State::Meta && m_entry.titleZh.isEmpty() && m_manner == Manner::Fields &&
        (words.size() > 5 || words == m_entry.title) && (isChinese(words) || words == m_entry.title))
        m_entry.titleZh = words;
    else if (named && linkedTitle && m_entry.titleZh.isEmpty() && isChinese(m_entry.title) && !hasHan(words) &&
             !isLinkWord(words))
        m_entry.titleZh = std::exchange(m_entry.title, words); // the heading in Chinese, the link in English
    return true;
}

/// "Paper | Code | Project": the names of links and nothing else.
bool Filler::takeOnlyLinks(const Block &block)
{
    qsizetype letters = 0;
    for (const BlockLink &link : block.links) {
        if (!isLinkWord(QStringView(block.text).mid(link.begin, link.length)))
            return false;
        letters += link.length + 3;
    }
    if (letters == 0 || letters < block.text.size())
        return false;
    if (m_entry.url.isEmpty())
        m_entry.url = paperAmong(block);
    return true;
}

/// Below an English title, before anything is said of the paper, a short Chinese line that is no sentence is its title.
/// A digest's lines are looked at further below.
bool Filler::takeChineseTitle(const Block &block)
{
    const QStringView text(block.text);
    const bool heading = block.isHeading() && m_lines == 1;
    if ((m_manner == Manner::Fields && !heading) || m_state != State::Meta || !m_entry.titleZh.isEmpty() ||
        !m_entry.body.isEmpty() || !isLatin(m_entry.title) || (block.isHeading() && !heading) ||
        (block.isItem() && block.startsParagraph))
        return false;
    const bool whole = block.lead < text.size() || m_lines == 1; // what is all bold may be the heading of a part
    if (!whole || text.size() < 4 || text.size() > 60 || !isChinese(text) || text.contains(u'。') ||
        text.contains(u'；') || isColon(text.back()) || text.back() == u'，' || text.back() == u'！' || labelOf(text) ||
        !block.links.isEmpty() || findUrl(text) >= 0 || authorLine(text))
        return false;
    m_entry.titleZh = withoutBrackets(text).toString();
    return true;
}

/// Below a head that gives the Chinese title: a line of English words, no names and no sentence, is the title itself.
bool Filler::takeEnglishTitle(const Block &block)
{
    const QStringView text(block.text);
    if (!m_entry.titleZh.isEmpty() || hasHan(text) || !isChinese(m_entry.title) || text.size() < 10 ||
        text.size() > 250 || text.endsWith(u'.') || isColon(text.back()) || findUrl(text) >= 0 || labelOf(text) ||
        opensBracket(text.front()) || !block.links.isEmpty() || listMark(text).length > 0)
        return false;
    if (text.count(u' ') < 2 || authorLine(text))
        return false;
    m_entry.titleZh = std::exchange(m_entry.title, block.text);
    return true;
}

bool Filler::takeLabel(const Block &block)
{
    const QStringView text(block.text);
    const ListMark mark = listMark(text); // "- 动机：…"
    const auto found = labelOf(text.mid(mark.length));
    if (!found || (m_manner == Manner::Prose && (found->label == Label::Aspect || found->word == u"总结")))
        return false;
    const QStringView labelled = text.mid(mark.length + found->textFrom).trimmed(); // labels end behind their blanks
    switch (found->label) {
    case Label::Points:
        m_state = State::Points;
        if (!labelled.isEmpty())
            addPoint(labelled);
        return true;
    case Label::OneLine:
        m_state = State::OneLine;
        append(m_entry.oneLine, labelled, false);
        return true;
    case Label::Abstract:
        m_state = State::Abstract;
        if (!labelled.isEmpty())
            addAbstract(labelled, true);
        return true;
    case Label::Aspect:
        return takeAspect(block, *found);
    case Label::Authors: {
        const AuthorLine line = namesOf(labelled.left(latinNamesEnd(labelled)));
        if (arePlaces(line.authors)) { // "Author：University of X，Y Lab"
            m_entry.affiliations = line.authors;
            m_entry.etAl = line.etAl;
            return true;
        }
        m_entry.authors = line.authors;
        m_entry.etAl = line.etAl;
        if (!line.affiliations.isEmpty())
            m_entry.affiliations = line.affiliations;
        if (line.year)
            m_entry.year = line.year;
        rest(block, mark.length + found->textFrom + line.length);
        return true;
    }
    case Label::Affiliations: {
        qsizetype end = latinNamesEnd(labelled);
        if (end < labelled.size()) // "单位：A & B Name: 中文标题"
            end = chineseTitleBegin(labelled, end, m_entry.title);
        const AuthorLine line = placesOf(labelled.left(end));
        m_entry.affiliations = line.affiliations;
        if (line.year)
            m_entry.year = line.year;
        rest(block, mark.length + found->textFrom + end);
        return true;
    }
    case Label::Title:
    case Label::TitleZh:
        if (m_entry.titleZh.isEmpty() && isChinese(labelled))
            m_entry.titleZh = labelled.toString();
        return true;
    case Label::Category:
        if (const QStringList codes = categoriesOf(labelled); !codes.isEmpty())
            m_entry.categories = codes;
        return true;
    case Label::Year:
        if (const int year = labelled.left(4).toInt(); year > 1900)
            m_entry.year = year;
        return true;
    case Label::Link:
    case Label::OtherLink:
    case Label::Via:
    case Label::Venue:
        if (m_manner == Manner::Prose && findUrl(labelled) < 0)
            return false;
        leave(block);
        return true;
    }
    return false;
}

/// "动机：…" is a point with its label; where the label stands alone, the next line belongs to it.
bool Filler::takeAspect(const Block &block, const Labelled &found)
{
    const QStringView whole = QStringView(block.text).mid(listMark(block.text).length);
    const QStringView labelled = whole.mid(found.textFrom).trimmed();
    // "Results: …" inside an English abstract is its text.
    const bool chinese = hasHan(found.word);
    if (m_state == State::Abstract && (labelled.isEmpty() ? !chinese : isLatin(labelled)))
        return false;
    m_aspectFollows = labelled.isEmpty();
    m_state = State::Points;
    m_entry.keyPoints.append(m_aspectFollows ? found.word.toString() + u'：' : whole.toString());
    return true;
}

bool Filler::takePeople(const Block &block)
{
    if (m_state != State::Meta || !m_entry.keyPoints.isEmpty() ||
        (block.isItem() && block.startsParagraph && m_manner != Manner::List))
        return false;
    const QStringView text(block.text);
    if (const auto line = affiliationLine(text); line && m_entry.affiliations.isEmpty() && m_entry.body.isEmpty()) {
        m_entry.affiliations = line->affiliations;
        if (line->year)
            m_entry.year = line->year;
        rest(block, line->length);
        return true;
    }
    // "Google Research & MIT" without its brackets, right below the authors
    if (!m_entry.authors.isEmpty() && m_entry.affiliations.isEmpty() && m_manner == Manner::Fields && m_lines == 2 &&
        isPlainPlace(text)) {
        m_entry.affiliations = placesOf(text).affiliations;
        return true;
    }
    if (!m_entry.authors.isEmpty() || !m_entry.body.isEmpty())
        return false;
    if (m_lines == 1 && isGroup(text)) { // "OpenAI", "The A Team"
        m_entry.authors = namesOf(text).authors;
        return true;
    }
    const auto line = authorLine(text);
    if (!line)
        return false;
    m_entry.authors = line->authors;
    m_entry.etAl = line->etAl;
    if (!line->affiliations.isEmpty())
        m_entry.affiliations = line->affiliations;
    m_entry.year = line->year;
    rest(block, line->length);
    return true;
}

/// What a line holds behind its people is a line of its own.
void Filler::rest(const Block &block, qsizetype from)
{
    const QStringView text = QStringView(block.text).mid(from).trimmed();
    if (text.isEmpty())
        return;
    Block left;
    left.text = text.toString();
    left.startsParagraph = false;
    add(left);
}

void Filler::addPoint(QStringView text)
{
    ListMark mark = listMark(text);
    if (mark.number == 1 && !m_countsFromOne && !m_entry.keyPoints.isEmpty() &&
        isColon(m_entry.keyPoints.last().back()))
        m_keepsNumbers = true;
    if (mark.number > 0 && m_keepsNumbers)
        mark = {};
    const QString point = text.mid(mark.length).trimmed().toString();
    if (m_entry.keyPoints.isEmpty() && mark.length > 0 && mark.number == 0)
        m_bullet = text[0];
    m_countsFromOne = m_countsFromOne || (m_entry.keyPoints.isEmpty() && mark.number == 1);
    if (!point.isEmpty())
        m_entry.keyPoints.append(point);
}

void Filler::takePoint(const Block &block)
{
    const QStringView text(block.text);
    const bool counted = block.number > 0 && block.startsParagraph && listMark(text).number == 0;
    const bool marked = listMark(text).length > 0 || (block.isItem() && block.startsParagraph);
    const bool follows = std::exchange(m_aspectFollows, false) && !m_entry.keyPoints.isEmpty();
    if (follows && (counted || marked))
        m_entry.keyPoints.removeLast(); // "贡献：" above a list of them
    if (follows && !counted && !marked)
        m_entry.keyPoints.last() += text;
    else if (counted)
        addPoint(QString(QString::number(block.number) + block.sign + u' ' + block.text));
    else if (marked || m_entry.keyPoints.isEmpty())
        addPoint(text);
    else if (!block.startsParagraph && !isLatin(text))
        (m_entry.keyPoints.last() += u'\n') += text;
    else if (isChinese(text))
        addPoint(text);
    else
        takeText(block);
}

void Filler::addAbstract(QStringView text, bool paragraph)
{
    if (const qsizetype english = englishBegin(text); english < text.size() && isChinese(text.left(english))) {
        append(m_entry.abstractZh, text.left(english).trimmed(), paragraph);
        append(m_entry.abstractEn, text.mid(english).trimmed(), paragraph);
        return;
    }
    // "项目页面：https://…" goes on what stands above it.
    const bool chinese =
        isChinese(text) || (hasHan(text) && !m_entry.abstractZh.isEmpty() && m_entry.abstractEn.isEmpty());
    append(chinese ? m_entry.abstractZh : m_entry.abstractEn, text, paragraph);
}

void Filler::takeText(const Block &block)
{
    const QStringView text(block.text);
    if (m_state == State::OneLine && !m_entry.oneLine.isEmpty() && m_entry.keyPoints.isEmpty() && isChinese(text) &&
        (listMark(text).length > 0 || block.isItem())) { // points without their label
        m_state = State::Points;
        takePoint(block);
        return;
    }
    if (m_state == State::OneLine && m_entry.oneLine.isEmpty()) {
        append(m_entry.oneLine, text, false);
        return;
    }
    if (m_state == State::OneLine && isChinese(text) && (m_entry.oneLine.isEmpty() || !block.startsParagraph)) {
        append(m_entry.oneLine, text, false);
        return;
    }
    if (m_state == State::Meta) {
        takeMeta(block);
        return;
    }
    m_state = State::Abstract;
    addAbstract(text, block.startsParagraph);
}

void Filler::takeMeta(const Block &block)
{
    const QStringView text(block.text);
    if (isVenue(text)) {
        leave(block);
        return;
    }
    if (!isChinese(text)) {
        m_state = State::Abstract;
        addAbstract(text, block.startsParagraph);
        return;
    }
    if (block.isItem() || listMark(text).length > 0) {
        m_state = State::Points;
        takePoint(block);
        return;
    }
    if (!m_entry.titleZh.isEmpty()) {
        m_state = State::Abstract;
        addAbstract(text, block.startsParagraph);
        return;
    }
    qsizetype stop = text.indexOf(u'。');
    const qsizetype asked = text.indexOf(u'？');
    const bool question = asked > 0 && asked < stop && m_entry.title.endsWith(u'?'); // "中文标题？摘要…"
    if (question)
        stop = asked;
    if (stop < 0 || stop == text.size() - 1) {
        if (text.size() <= 2 * longestChineseTitle)
            m_entry.titleZh = withoutBrackets(text).toString();
        else
            addAbstract(text, true);
    } else if (stop <= longestChineseTitle) { // "中文标题。摘要…" on one line
        m_entry.titleZh = text.left(stop + (question ? 1 : 0)).toString();
        addAbstract(text.mid(stop + 1).trimmed(), true);
    } else {
        addAbstract(text, true);
    }
}

void Filler::takeProse(const Block &block)
{
    constexpr qsizetype longestVenue = 32;
    if (m_manner == Manner::Prose && m_entry.body.isEmpty() && block.text.size() <= longestVenue &&
        isVenue(block.text)) {
        leave(block);
        return;
    }
    QString line = block.text;
    if (block.isItem() && block.number > 0 && block.startsParagraph)
        line = QStringLiteral("%1. %2").arg(QString::number(block.number), line);
    if (m_entry.body.isEmpty())
        m_entry.body = line;
    else
        m_entry.body += (block.startsParagraph ? QStringLiteral("\n\n") : QStringLiteral("\n")) + line;
}

/// Where the next item of a list on one line begins: at the number that is due, or at the one before it once more
/// behind a full stop ("3、 … 3. …": a writer's own mark that the site did not count). -1: the list is over.
qsizetype nextPointAt(QStringView all, qsizetype from, int due)
{
    for (qsizetype at = from; at < all.size(); ++at) {
        const bool digit = isDigit(all[at]);
        const bool other =
            all[at] == u'(' || all[at] == u'（' || (all[at].unicode() >= 0x2460 && all[at].unicode() <= 0x2473);
        if (!(digit || other) || (digit && (all[at - 1] == u'.' || all[at - 1] == u'(' || all[at - 1] == u'（')) ||
            (all[at - 1].isLetterOrNumber() && !isHan(all[at - 1])))
            continue;
        const ListMark mark = listMark(all.mid(at));
        if (digit && isHan(all[at - 1]) && !(mark.length > 0 && all[at + mark.length - 1].isSpace()))
            continue; // "有2、3个" is text, "架构2. 梯度" an item whose line break was lost
        if (mark.number == due)
            return at;
        const QStringView before = all.left(at).trimmed();
        const bool ended = !before.isEmpty() && (before.back() == u';' || before.back() == u'；' ||
                                                 before.back() == u'。' || before.back() == u'.');
        if (mark.number == due - 1 && ended)
            return at;
    }
    return -1;
}

/// "1. … 2. … 3. …" on one line is as many points as its numbers count.
void Filler::splitSinglePoint()
{
    if (m_entry.keyPoints.size() == 1 && !m_bullet.isNull()) {
        const QString between = u' ' + QString(m_bullet) + u' ';
        const QStringList points = m_entry.keyPoints[0].split(between);
        m_entry.keyPoints.clear();
        for (const QString &point : points)
            m_entry.keyPoints.append(point.trimmed());
        return;
    }
    if (m_entry.keyPoints.size() != 1 || !m_countsFromOne)
        return;
    const QString all = m_entry.keyPoints[0];
    QStringList points;
    qsizetype from = 0;
    int due = 2;
    for (qsizetype at = nextPointAt(all, 1, due); at > 0 && points.size() < 40; at = nextPointAt(all, from + 1, due)) {
        points.append(all.mid(from, at - from).trimmed());
        const ListMark mark = listMark(QStringView(all).mid(at));
        from = at + mark.length;
        due = mark.number + 1;
    }
    if (points.isEmpty())
        return;
    points.append(all.mid(from).trimmed());
    points.removeAll(QString());
    m_entry.keyPoints = points;
}

/// An address at the very end of a text, where the entry has no link of its own, is its link if it names a paper.
void Filler::linkFromText(QString &text)
{
    if (!m_entry.url.isEmpty())
        return;
    const qsizetype at = findUrl(text, qMax<qsizetype>(0, text.size() - 300));
    if (at < 0 || at + urlLength(text, at) < text.size())
        return;
    const QString url = text.mid(at);
    if (identify(url).isEmpty() || !identify(url).first().isStrong())
        return;
    m_entry.url = url;
    text = text.left(at).trimmed();
}

Entry Filler::take()
{
    splitSinglePoint();
    QStringList points;
    for (const QString &point : std::as_const(m_entry.keyPoints))
        points += splitAtAspects(point);
    m_entry.keyPoints = points;
    for (QString *text : {&m_entry.abstractEn, &m_entry.abstractZh, &m_entry.body})
        linkFromText(*text);
    if (m_entry.url.isEmpty())
        m_entry.url = m_headLink;
    m_entry.url = withoutRedirect(m_entry.url);
    return std::move(m_entry);
}

} // namespace yaodian::digest
