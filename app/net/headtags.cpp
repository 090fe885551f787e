#include "net/headtags.h"

#include <QRegularExpression>

namespace yaodian::net {

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;
constexpr qsizetype mostTags = 1000;
constexpr qsizetype mostTagChars = 16 * 1024;

QString withoutEntities(QString text)
{
    static const QRegularExpression numeric(QStringLiteral("&#(x?)([0-9a-fA-F]{1,6});"));
    for (auto match = numeric.match(text); match.hasMatch(); match = numeric.match(text)) {
        const uint point = match.captured(2).toUInt(nullptr, match.captured(1).isEmpty() ? 10 : 16);
        const bool sound = point >= 0x20 && point <= 0x10ffff && point != '&';
        const auto unicode = static_cast<char32_t>(sound ? point : U' ');
        text.replace(match.capturedStart(), match.capturedLength(),
                     point == '&' ? QStringLiteral("&amp;") : QString::fromUcs4(&unicode, 1));
    }
    return text.replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&apos;"), QLatin1String("'"))
        .replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

TagAttributes attributesOf(const QString &inside)
{
    static const QRegularExpression attribute(
        QStringLiteral("([A-Za-z_:][-A-Za-z0-9_:.]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"));
    TagAttributes out;
    for (auto found = attribute.globalMatch(inside); found.hasNext();) {
        const auto match = found.next();
        const QString value = match.captured(2) + match.captured(3) + match.captured(4);
        if (const QString key = match.captured(1).toLower(); !out.contains(key))
            out.insert(key, withoutEntities(value).trimmed());
    }
    return out;
}

bool isTag(QStringView text, QLatin1String name)
{
    if (!text.startsWith(name, Qt::CaseInsensitive) || text.size() <= name.size())
        return false;
    const QChar after = text.at(name.size());
    return after.isSpace() || after == QLatin1Char('/') || after == QLatin1Char('>');
}

/// The '>' that ends the tag which begins before `text`, quoted ones left out; -1: none near.
qsizetype endOfTag(QStringView text)
{
    QChar quote;
    const qsizetype most = qMin(text.size(), mostTagChars);
    for (qsizetype at = 0; at < most; ++at) {
        const QChar c = text.at(at);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            quote = c;
        else if (c == QLatin1Char('>'))
            return at;
    }
    return -1;
}

/// Behind a comment, script or style that begins at `at`; `at` itself where none does; the end where it never closes.
qsizetype behindSilentPart(const QString &text, qsizetype at)
{
    static constexpr std::pair<QLatin1String, QLatin1String> parts[] = {
        {QLatin1String("script"), QLatin1String("</script")}, {QLatin1String("style"), QLatin1String("</style")}};
    const QStringView rest = QStringView(text).mid(at + 1);
    if (rest.startsWith(QLatin1String("!--"))) {
        const qsizetype end = text.indexOf(QLatin1String("-->"), at);
        return end < 0 ? text.size() : end + 3;
    }
    for (const auto &[open, close] : parts) {
        if (isTag(rest, open)) {
            const qsizetype end = text.indexOf(close, at, Qt::CaseInsensitive);
            return end < 0 ? text.size() : end + close.size();
        }
    }
    return at;
}

} // namespace

QList<TagAttributes> headTags(QByteArrayView html, QLatin1String name)
{
    const QString text = QString::fromUtf8(html.first(qMin(html.size(), mostBytes)));
    QList<TagAttributes> out;
    for (qsizetype at = text.indexOf(QLatin1Char('<')); at >= 0 && out.size() < mostTags;
         at = text.indexOf(QLatin1Char('<'), at)) {
        if (const qsizetype behind = behindSilentPart(text, at); behind != at) {
            at = behind;
            continue;
        }
        const QStringView inside = QStringView(text).mid(++at);
        if (!isTag(inside, name))
            continue;
        const qsizetype end = endOfTag(inside);
        if (end >= 0)
            out.append(attributesOf(inside.mid(name.size(), end - name.size()).toString()));
        // Past what was looked at in either case: a page of tags that never end must not cost its length squared.
        at += end >= 0 ? end : qMin(inside.size(), mostTagChars);
    }
    return out;
}

} // namespace yaodian::net
