#include "htmlreader.h"

#include <QRegularExpression>

namespace yaodian::tests {

namespace {

QString decoded(QString text)
{
    static const QRegularExpression number(QStringLiteral("&#(\\d+);"));
    for (auto match = number.match(text); match.hasMatch(); match = number.match(text, match.capturedStart() + 1))
        text.replace(match.capturedStart(), match.capturedLength(), QString(QChar(match.captured(1).toInt())));
    return text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

bool isVoid(const QString &element)
{
    static const QStringList known{QStringLiteral("meta"), QStringLiteral("br"), QStringLiteral("hr")};
    return known.contains(element);
}

/// Reads one tag at `at` and goes behind it.
bool readTag(const QString &html, qsizetype &at, HtmlRead &read, QStringList &open)
{
    static const QRegularExpression tag(QStringLiteral("\\G<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"<>]*\")*)>"));
    const auto match =
        tag.match(html, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return false;
    at = match.capturedEnd();
    const QString name = match.captured(2);
    if (!match.captured(1).isEmpty())
        return !open.isEmpty() && open.takeLast() == name;
    read.elements << name;
    if (!isVoid(name))
        open << name;
    static const QRegularExpression attribute(QStringLiteral(" ([a-z-]+)=\"([^\"]*)\""));
    for (auto it = attribute.globalMatch(match.captured(3)); it.hasNext();) {
        const auto one = it.next();
        read.attributes << one.captured(1);
        if (one.captured(1) == QLatin1String("href"))
            read.links << decoded(one.captured(2));
    }
    if (name == QLatin1String("style")) {
        at = html.indexOf(QLatin1String("</style>"), at);
        return at >= 0;
    }
    return true;
}

} // namespace

HtmlRead readHtml(const QString &html)
{
    HtmlRead read;
    QStringList open;
    qsizetype at = html.startsWith(QLatin1String("<!DOCTYPE html>\n")) ? 16 : 0;
    while (at < html.size() && read.wrong.isEmpty()) {
        const qsizetype next = html.indexOf(QLatin1Char('<'), at);
        const QString text = html.mid(at, next < 0 ? -1 : next - at);
        static const QRegularExpression bare(
            QStringLiteral("&(?!(?:lt|gt|amp|quot|nbsp|#\\d+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);)"));
        if (text.contains(bare))
            read.wrong = QStringLiteral("bare &: ") + text;
        read.text += decoded(text);
        at = next < 0 ? html.size() : next;
        if (next >= 0 && !readTag(html, at, read, open))
            read.wrong = QStringLiteral("tag: ") + html.mid(next, 120);
    }
    if (read.wrong.isEmpty() && !open.isEmpty())
        read.wrong = QStringLiteral("left open: ") + open.join(QLatin1Char(' '));
    return read;
}

} // namespace yaodian::tests
