#include "digest/categories.h"
#include "digest/filler.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// The block without pictograms and marks before its text ("👥 Authors: …").
Block undecorated(const Block &block)
{
    const qsizetype from = skipDecoration(block.text);
    if (from == 0 || from >= block.text.size())
        return block;
    return withoutFront(block, from);
}

/// Headings inside an entry that say nothing of the paper.
bool isFrameLine(QStringView text)
{
    if (text.size() > 16)
        return false;
    for (const QStringView word : {QStringView(u"基本信息"), QStringView(u"Details"), QStringView(u"More"),
                                   QStringView(u"展开"), QStringView(u"详情"), QStringView(u"Show more")})
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    return skipDecoration(text) >= text.size();
}

/// Only the names of links, or only codes.
bool isOnlyLinks(const Block &block)
{
    qsizetype linked = 0;
    for (const BlockLink &link : block.links)
        linked += link.length;
    return !block.links.isEmpty() && linked * 2 > block.text.size();
}

} // namespace

/// "[Title](link), A Name, B Name – 2023": the names of several people behind a title are its authors'.
bool Filler::takeRestPeople(QStringView rest)
{
    if (rest.startsWith(u"by ", Qt::CaseInsensitive)) { // "by A Name, B Name. It counts sheep."
        const QStringView names = rest.mid(3, namesEnd(rest.mid(3)));
        const auto line = authorLine(names);
        const qsizetype end = 3 + names.size();
        if (line && line->length == names.size() && (end == rest.size() || rest[end] == u'.')) {
            m_entry.authors = line->authors;
            m_entry.etAl = line->etAl;
            m_entry.body = rest.mid(end).isEmpty() ? QString() : rest.mid(end + 1).trimmed().toString();
            return true;
        }
    }
    if (!rest.contains(u',') || rest.size() > 2000)
        return false;
    QStringView names = rest.left(namesEnd(rest));
    while (!names.isEmpty() && !names.back().isLetter() && names.back() != u'.' && names.back() != u'…')
        names.chop(1);
    if (rest.mid(names.size()).size() > 60)
        return false;
    const auto line = authorLine(names);
    if (!line || line->authors.size() < 2 || line->length < names.size())
        return false;
    m_entry.authors = line->authors;
    m_entry.etAl = line->etAl;
    m_entry.affiliations = line->affiliations;
    m_entry.year = line->year;
    return true;
}

/// What follows a title on its line: codes and links' names are nothing more, the rest is the writer's.
void Filler::takeListedRest(QStringView rest)
{
    qsizetype from = 0;
    while (from < rest.size() && !rest[from].isLetterOrNumber() && !opensBracket(rest[from]) && rest[from] != u'(' &&
           rest[from] != u'“' && rest[from] != u'《')
        ++from;
    rest = rest.mid(from).trimmed();
    while (!rest.isEmpty() && (rest.back() == u'(' || rest.back() == u'[' || rest.back() == u'（'))
        rest = rest.chopped(1).trimmed();
    if (takeRestPeople(rest))
        return;
    if (m_entry.titleZh.isEmpty() && isLatin(m_entry.title) && isChinese(rest) && rest.size() >= 4 &&
        rest.size() <= 60 && !rest.contains(u'。') && !labelOf(rest)) {
        m_entry.titleZh = rest.toString();
        return;
    }
    if (rest.size() < 24 || (!m_entry.categories.isEmpty() && rest.size() < 48))
        return;
    m_entry.body = rest.toString();
}

void Filler::takeListed(const Block &printed)
{
    const Block block = undecorated(printed);
    if (isFrameLine(block.text))
        return;
    if (block.isHeading() && !labelOf(block.text) && !takeChineseTitle(block)) {
        leave(block);
        return;
    }
    // The title's own link stands for the paper; others are only read where it has none.
    if (takeLink(block) || takeChineseTitle(block))
        return;
    if (takeLabel(block) || takePeople(block))
        return;
    if (isOnlyLinks(block)) {
        if (m_entry.url.isEmpty())
            m_entry.url = paperAmong(block);
        return;
    }
    takeListedText(block);
}

void Filler::takeListedText(const Block &block)
{
    const QStringView text(block.text);
    if (m_ofListing) {
        m_state = State::Abstract;
        addAbstract(text, false);
        return;
    }
    if (m_state == State::Points) {
        takePoint(block);
        return;
    }
    if (m_state != State::Meta) {
        takeText(block);
        return;
    }
    if (text.size() < 60 && !categoriesIn(text).isEmpty() && m_entry.categories.isEmpty()) {
        m_entry.categories = categoriesIn(text);
        return;
    }
    const bool title = m_entry.titleZh.isEmpty() && m_entry.body.isEmpty() && isChinese(text) && text.size() >= 6 &&
                       text.size() <= 60 && block.lead < text.size() && !text.contains(u'。') && !block.isItem();
    if (title)
        m_entry.titleZh = block.text;
    else
        takeProse(block);
}

} // namespace yaodian::digest
