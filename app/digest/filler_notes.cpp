#include "digest/filler.h"
#include "digest/people.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// "斯坦福大学，上海人工智能实验室": places in a Chinese list are parted by Chinese commas too.
QStringList places(QStringView text)
{
    QStringList all;
    for (const QString &part : splitAffiliations(text))
        for (const QString &place : part.split(u'，', Qt::SkipEmptyParts))
            if (const QString trimmed = place.trimmed(); !trimmed.isEmpty())
                all.append(trimmed);
    return all;
}

/// "自监督 + 无需微调": a few tags, no title.
bool isTagLine(QStringView text)
{
    return text.size() <= 40 && (text.contains(u" + ") || text.contains(u'＋'));
}

} // namespace

bool Filler::takeNoteLabel(const Block &block)
{
    const QStringView text(block.text);
    const ListMark mark = listMark(text);
    const auto label = labelOf(text.mid(mark.length));
    if (!label)
        return false;
    const QStringView labelled = text.mid(mark.length + label->textFrom).trimmed();
    switch (label->label) {
    case Label::Aspect:
        if (!(block.isItem() || mark.length > 0))
            return false;
        m_entry.keyPoints.append(text.mid(mark.length).toString());
        m_state = State::Points;
        return true;
    case Label::OneLine:
        m_entry.oneLine = labelled.toString();
        m_state = State::OneLine;
        return true;
    case Label::Affiliations:
        m_entry.affiliations = places(labelled);
        return true;
    case Label::Authors:
        m_entry.authors = namesOf(labelled).authors;
        return true;
    case Label::Link:
        if (m_entry.url.isEmpty())
            m_entry.url = lineUrl(block);
        return true;
    case Label::OtherLink:
    case Label::Venue:
        return block.quote > 0;
    default:
        return false;
    }
}

/// Quoted lines above the metadata: the Chinese title is the last one, the title in 《》 closes them.
bool Filler::takeNoteQuote(const Block &block)
{
    if (block.quote == 0 || m_titlesDone)
        return false;
    int number = 0;
    if (!bookTitle(block.text, number).isEmpty()) {
        m_titlesDone = true;
        return true;
    }
    if (!block.isItem() && !isTagLine(block.text))
        m_entry.titleZh = block.text;
    return true;
}

void Filler::takeNote(const Block &block)
{
    if (takeNoteLabel(block) || takeNoteQuote(block))
        return;
    const bool nested = block.isItem() && block.level > 1;
    if (m_state == State::Points && nested && !m_entry.keyPoints.isEmpty()) {
        (m_entry.keyPoints.last() += u'\n') += block.text;
        return;
    }
    if (m_state == State::OneLine && m_entry.oneLine.isEmpty()) {
        m_entry.oneLine = block.text;
        return;
    }
    m_state = State::Meta;
    m_titlesDone = true;
    takeProse(block);
}

} // namespace yaodian::digest
