#include "digest/linktail.h"

#include "digest/headmarks.h"
#include "digest/paperlinks.h"

namespace yaodian::digest {

namespace {

/// "[1] https://arxiv.org/abs/…", "1. Title https://…": the address at the end of a numbered line, and its number.
QString numberedAddress(const Block &block, int &number)
{
    const ListMark mark = headMark(block.text);
    number = mark.number > 0 ? mark.number : block.number;
    if (number <= 0)
        return {};
    if (const BlockLink *link = linkToPaper(block))
        return link->target;
    const QStringView text(block.text);
    const qsizetype at = findUrl(text, mark.length);
    if (at < 0 || at + urlLength(text, at) < text.size() - 1)
        return {};
    const QString url = text.mid(at, urlLength(text, at)).toString();
    return namesPaper(url) ? url : QString();
}

} // namespace

LinkTail linkTail(const QList<Line> &lines)
{
    LinkTail tail;
    for (qsizetype i = lines.size() - 1; i >= 0 && !lines[i].head; --i) {
        int number = 0;
        const QString url = numberedAddress(lines[i].block, number);
        if (url.isEmpty()) {
            if (tail.from >= 0)
                break;
            continue;
        }
        tail.from = i;
        tail.targets.insert(number, url);
    }
    if (tail.targets.size() < 2)
        return {};
    const QStringView above = tail.from > 0 ? QStringView(lines[tail.from - 1].block.text) : QStringView();
    if (!lines[qMax<qsizetype>(tail.from - 1, 0)].head && !above.isEmpty() && above.size() < 24 &&
        (isColon(above.back()) || lines[tail.from - 1].block.isHeading()))
        --tail.from; // "论文链接："
    return tail;
}

void addLinks(Issue &issue, const LinkTail &tail)
{
    if (tail.from < 0)
        return;
    for (Entry &entry : issue.entries)
        if (entry.url.isEmpty() && entry.number)
            entry.url = tail.targets.value(*entry.number);
}

} // namespace yaodian::digest
