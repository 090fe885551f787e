#include "exporting/escape.h"
#include "exporting/images.h"

#include <md4c.h>

#include <QByteArrayList>
#include <QSet>

#include <algorithm>
#include <optional>

// The reader's own Markdown is written as typed. What must not stand in a file (raw HTML, links that run) is found by
// a real CommonMark parser, so that code, in which it is harmless, stays untouched.
namespace yaodian::exporting {

namespace {

/// What the parser says of a text.
struct Findings
{
    QList<qsizetype> html; ///< positions of '<' that begin or stand in raw HTML
    int badLinks = 0;
    bool openFence = false;
    char fence = '`';
};

struct Walk
{
    const QByteArray &text;
    Findings found;

    char fence = 0;
};

constexpr const char *sentinelWord = "\x02end\x02";

bool isBadTarget(const MD_ATTRIBUTE &attribute)
{
    QByteArray target(attribute.text, qsizetype(attribute.size));
    if (target.contains("&#")) // a scheme that hides behind entities has no honest reason
        return !target.contains("://") || target.indexOf("&#") < target.indexOf("://");
    target = target.toLower();
    target.replace("&tab;", "").replace("&newline;", "").replace("&colon;", ":");
    QByteArray plain;
    for (const char c : target) {
        if (static_cast<unsigned char>(c) > ' ')
            plain += c;
    }
    return plain.startsWith("javascript:") || plain.startsWith("vbscript:") || plain.startsWith("data:");
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    auto &walk = *static_cast<Walk *>(data);
    if (type == MD_BLOCK_CODE)
        walk.fence = static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->fence_char;
    return 0;
}

int leaveBlock(MD_BLOCKTYPE, void *, void *)
{
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    auto &walk = *static_cast<Walk *>(data);
    if (type == MD_SPAN_A && isBadTarget(static_cast<MD_SPAN_A_DETAIL *>(detail)->href))
        ++walk.found.badLinks;
    if (type == MD_SPAN_IMG && isBadTarget(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src))
        ++walk.found.badLinks;
    return 0;
}

int leaveSpan(MD_SPANTYPE, void *, void *)
{
    return 0;
}

int seeText(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *data)
{
    auto &walk = *static_cast<Walk *>(data);
    const QByteArrayView view(chars, qsizetype(size));
    const char *begin = walk.text.constData();
    const bool ours = chars >= begin && chars < begin + walk.text.size();
    if (type == MD_TEXT_HTML && ours) {
        for (qsizetype i = 0; i < view.size(); ++i) {
            if (view[i] == '<')
                walk.found.html << (chars - begin) + i;
        }
    }
    if (view.contains(sentinelWord)) {
        walk.found.openFence = type == MD_TEXT_CODE;
        if (walk.found.openFence)
            walk.found.fence = walk.fence;
    }
    return 0;
}

Findings findingsOf(const QByteArray &typed)
{
    const QByteArray text =
        typed + '\n'; // in a file something follows, and md4c passes over some marks at the very end
    Walk walk{text, {}, 0};
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = seeText;
    md_parse(text.constData(), MD_SIZE(text.size()), &parser, &walk);
    return walk.found;
}

QByteArray withBackslashes(const QByteArray &text, QList<qsizetype> positions)
{
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    QByteArray out;
    qsizetype at = 0;
    for (const qsizetype position : positions) {
        out += text.mid(at, position - at) + '\\';
        at = position;
    }
    return out + text.mid(at);
}

bool isEscaped(const QByteArray &text, qsizetype at)
{
    qsizetype backslashes = 0;
    while (at - backslashes > 0 && text[at - backslashes - 1] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

QByteArray withoutHtml(QByteArray text)
{
    // Escaping one tag can turn what it hid into Markdown again, hence the rounds; each takes at least one '<' away.
    for (int round = 0; round < 16; ++round) {
        const Findings found = findingsOf(text);
        if (found.html.isEmpty())
            return text;
        text = withBackslashes(text, found.html);
    }
    QList<qsizetype> rest;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '<' && !isEscaped(text, i))
            rest << i;
    }
    return withBackslashes(text, rest);
}

/// Positions at which a backslash could undo a link: its "](", its "]:" or its "<".
QList<qsizetype> linkPlaces(const QByteArray &text)
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool target = i > 0 && text[i - 1] == ']' && (text[i] == '(' || text[i] == ':');
        if ((target || text[i] == '<') && !isEscaped(text, i))
            places << i;
    }
    return places;
}

QByteArray withoutBadLinks(QByteArray text)
{
    constexpr qsizetype mostTries = 200;
    int bad = findingsOf(text).badLinks;
    if (bad == 0)
        return text;
    QList<qsizetype> places = linkPlaces(text);
    for (qsizetype i = places.size() - 1; bad > 0 && i >= 0 && places.size() <= mostTries; --i) {
        const QByteArray tried = withBackslashes(text, {places[i]});
        const int left = findingsOf(tried).badLinks;
        if (left < bad) {
            text = tried;
            bad = left;
        }
    }
    return bad > 0 ? withBackslashes(text, linkPlaces(text)) : text;
}

qsizetype longestRun(const QByteArray &text, char c)
{
    qsizetype longest = 0, run = 0;
    for (const char each : text) {
        run = each == c ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return longest;
}

QByteArray withClosedFence(const QByteArray &text)
{
    const Findings found = findingsOf(text + "\n\n" + sentinelWord + '\n');
    if (!found.openFence)
        return text;
    const char fence = found.fence == 0 ? '`' : found.fence;
    return text + '\n' + QByteArray(qMax<qsizetype>(3, longestRun(text, fence)), fence);
}

QString withoutControls(const QString &typed)
{
    QString out;
    out.reserve(typed.size());
    for (const QChar c : typed) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c.category() != QChar::Other_Control)
            out += c;
    }
    return out;
}

QString withoutBlankEnds(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.constFirst().trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString readersMarkdown(const QString &typed)
{
    QString lines = typed;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QString plain = withoutBlankEnds(withoutControls(lines));
    if (plain.isEmpty())
        return {};
    QByteArray text = plain.toUtf8();
    for (QByteArray before; before != text;) { // undoing one kind can bring the other to light
        before = text;
        text = withoutBadLinks(withoutHtml(text));
    }
    text = withClosedFence(text);
    text.replace("<!-- yaodian:", "<!--yaodian:");
    return withFileLinks(QString::fromUtf8(text));
}

} // namespace yaodian::exporting
