#include "exporting/anki.h"

#include "exporting/htmltext.h"
#include "exporting/marked.h"
#include "exporting/plain.h"
#include "exporting/seal.h"

#include <QRegularExpression>

namespace yaodian::exporting {

namespace {

QString ankiDiv(const QString &html)
{
    return html.isEmpty() ? QString() : QStringLiteral("<div>") + html + QStringLiteral("</div>");
}

QString ankiTag(const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s\"]+"));
    return plainLine(text).replace(blanks, QStringLiteral("_"));
}

QString ankiQuote(const Marked &marked)
{
    const library::Highlight &highlight = marked.highlight;
    const QString page = QStringLiteral("p. %1").arg(highlight.page + 1);
    QString out = highlight.quote.isEmpty() ? QString() : QStringLiteral("“%1” ").arg(htmlText(highlight.quote));
    out += QStringLiteral("(<a href=\"%1\">%2</a>").arg(htmlText(marked.link), page);
    if (!marked.web.isEmpty())
        out += QStringLiteral(", <a href=\"%1\">web</a>").arg(htmlText(marked.web));
    return out + QLatin1Char(')');
}

/// Asks for the passage: by the reader's comment, else by the words around it.
Card cardOfHighlight(const Marked &marked, const QString &title)
{
    const library::Highlight &highlight = marked.highlight;
    const QString around =
        highlight.prefix.isEmpty() && highlight.suffix.isEmpty()
            ? QString()
            : QStringLiteral("… %1 <b>[…]</b> %2 …").arg(htmlText(highlight.prefix), htmlText(highlight.suffix));
    const QString asks = highlight.comment.isEmpty() ? around : htmlText(highlight.comment, true);
    const QString place = QStringLiteral("%1 · p. %2").arg(htmlText(writtenName(marked.kind))).arg(highlight.page + 1);
    return {QStringLiteral("yaodian-hl-") + highlight.id.toString(),
            ankiDiv(QStringLiteral("<b>%1</b>").arg(title)) + ankiDiv(place) + ankiDiv(asks),
            ankiDiv(ankiQuote(marked)),
            {ankiTag(writtenName(marked.kind))}};
}

Card cardOfPoint(const library::Point &point, const QList<Marked> &evidence, const QString &title,
                 const QString &number)
{
    QString back = ankiDiv(htmlOfMarkdown(point.text));
    for (const Marked &marked : evidence)
        back += QStringLiteral("<blockquote>%1</blockquote>").arg(ankiQuote(marked));
    return {QStringLiteral("yaodian-pt-") + point.id.toString(),
            ankiDiv(QStringLiteral("<b>%1</b>").arg(title)) + ankiDiv(QStringLiteral("要点 ") + number),
            back,
            {QStringLiteral("要点")}};
}

/// A field of a table: no tab and no line end, which stand as references to them (blanks count in code).
QByteArray ankiField(const QString &html)
{
    return QString(html)
        .remove(QLatin1Char('\r'))
        .replace(QLatin1Char('\n'), QLatin1String("&#10;"))
        .replace(QLatin1Char('\t'), QLatin1String("&#9;"))
        .toUtf8();
}

} // namespace

QList<Card> cardsOf(const Lookups &lookups, const library::Paper &paper)
{
    const MarkedPaper marks(lookups, paper);
    const QString title = htmlText(paper.title.isEmpty() ? paper.titleZh : paper.title);
    QList<library::Point> own = lookups.library().points(paper.id);
    own.removeIf([](const library::Point &point) { return !point.isOwn(); });
    QList<Card> cards;
    for (qsizetype i = 0; i < own.size(); ++i)
        cards << cardOfPoint(own[i], marks.evidence(own[i]), title, QStringLiteral("%1/%2").arg(i + 1).arg(own.size()));
    for (const Marked &marked : marks.all())
        cards << cardOfHighlight(marked, title);
    for (Card &card : cards) {
        card.tags.prepend(QStringLiteral("yaodian"));
        const QStringList words = paper.categories + paper.state.tags;
        for (const QString &word : words)
            card.tags << ankiTag(word);
        card.tags.removeAll(QString());
        card.tags.removeDuplicates();
    }
    return cards;
}

QByteArray ankiTable(const QList<Card> &cards, const QString &id)
{
    QByteArray out = "#separator:tab\n#html:true\n#columns:guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n#" +
                     sealPlace(id) + '\n';
    for (const Card &card : cards) {
        out += ankiField(card.guid) + '\t' + ankiField(card.front) + '\t' + ankiField(card.back) + '\t' +
               ankiField(card.tags.join(QLatin1Char(' '))) + '\n';
    }
    return out;
}

} // namespace yaodian::exporting
