#include "library/query.h"

#include "base/text.h"
#include "library/identity.h"
#include "library/tokenizer.h"

#include <QDateTime>
#include <QTimeZone>

namespace yaodian::library {

namespace {

/// A piece of the query between blanks; quotes hold blanks together.
struct Piece
{
    QString key; ///< before the colon, lower case; empty: none
    QString text;
    bool phrase = false;
    bool exclude = false;
};

QString plainMarks(QString text)
{
    text.replace(QChar(0xff1a), QLatin1Char(':'));
    for (const char16_t quote : {u'“', u'”', u'„', u'＂'})
        text.replace(QChar(quote), QLatin1Char('"'));
    return text.replace(QChar(0xff0d), QLatin1Char('-')).replace(QChar(0x3000), QLatin1Char(' '));
}

QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> out;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        Piece piece;
        if (text[at] == QLatin1Char('-') && at + 1 < text.size() && !text[at + 1].isSpace()) {
            piece.exclude = true;
            ++at;
        }
        for (; at < text.size() && !text[at].isSpace(); ++at) {
            if (text[at] == QLatin1Char('"')) {
                const qsizetype end = text.indexOf(QLatin1Char('"'), at + 1);
                piece.phrase = true;
                piece.text += QStringView(text).mid(at + 1, (end < 0 ? text.size() : end) - at - 1);
                at = end < 0 ? text.size() : end + 1;
                break;
            }
            if (text[at] == QLatin1Char(':') && piece.key.isEmpty() && !piece.text.isEmpty()) {
                piece.key = piece.text.toLower();
                piece.text.clear();
                continue;
            }
            piece.text += text[at];
        }
        out += piece;
    }
    return out;
}

std::optional<qint64> sinceOf(const QString &text, qint64 nowMs)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid())
        return QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    bool ok = false;
    const int number = QStringView(text).chopped(text.isEmpty() ? 0 : 1).toInt(&ok);
    const QString units = QStringLiteral("dwmy");
    const auto unit = text.isEmpty() ? -1 : units.indexOf(text.back().toLower());
    if (!ok || number < 0 || number > 10'000 || unit < 0)
        return std::nullopt;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    const QDateTime then = unit == 0   ? now.addDays(-number)
                           : unit == 1 ? now.addDays(-7 * number)
                           : unit == 2 ? now.addMonths(-number)
                                       : now.addYears(-number);
    return then.toMSecsSinceEpoch();
}

bool takeKey(const Piece &piece, qint64 nowMs, SearchQuery &query)
{
    if (piece.text.isEmpty() || piece.exclude)
        return false;
    if (piece.key == QLatin1String("cat"))
        query.categories += facet(piece.text);
    else if (piece.key == QLatin1String("by") && !quotedPhrase(piece.text).isEmpty())
        query.authors += piece.text;
    else if (piece.key == QLatin1String("source"))
        query.sources += piece.text;
    else if (piece.key == QLatin1String("paper"))
        query.papers += piece.text;
    else if (piece.key == QLatin1String("kind"))
        query.kinds += piece.text;
    else if (piece.key == QLatin1String("tag"))
        query.tags += piece.text;
    else if (piece.key == QLatin1String("has") && piece.text.startsWith(QLatin1String("note")))
        query.hasNotes = true;
    else if (const auto since = piece.key == QLatin1String("since") ? sinceOf(piece.text, nowMs) : std::nullopt)
        query.sinceMs = since;
    else
        return false;
    return true;
}

} // namespace

bool SearchQuery::isEmpty() const
{
    return terms.isEmpty() && categories.isEmpty() && authors.isEmpty() && papers.isEmpty() && sources.isEmpty() &&
           kinds.isEmpty() && tags.isEmpty() && !sinceMs && !hasNotes;
}

SearchQuery parseQuery(const QString &text, qint64 nowMs)
{
    SearchQuery query;
    for (const Piece &piece : piecesOf(plainMarks(text))) {
        if (!piece.key.isEmpty() && takeKey(piece, nowMs, query))
            continue;
        const QString words = piece.key.isEmpty() ? piece.text : piece.key + QLatin1Char(':') + piece.text;
        if (!quotedPhrase(words).isEmpty())
            query.terms += {words, piece.phrase || !piece.key.isEmpty(), piece.exclude};
    }
    return query;
}

/// Fewer letters begin half of all words, and mostly are a whole one: GAN, LLM, RAG.
constexpr qsizetype shortestBeginning = 4;

bool isOpenEnded(const SearchQuery::Term &term)
{
    const QString word = folded(term.text);
    return !term.phrase && word.size() >= shortestBeginning &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() && !isCjk(c.unicode()); });
}

QString quotedPhrase(const QString &text)
{
    bool any = false;
    const QByteArray bytes = text.toUtf8();
    splitTokens(bytes, TokenUse::Query, [&any](const Token &) {
        any = true;
        return false;
    });
    QString quoted = text;
    quoted.remove(QChar(0)).replace(QLatin1Char('"'), QLatin1Char(' '));
    return any ? QLatin1Char('"') + quoted + QLatin1Char('"') : QString();
}

QString matchExpression(const QList<SearchQuery::Term> &terms)
{
    QStringList wanted;
    QString unwanted;
    for (const SearchQuery::Term &term : terms) {
        if (term.exclude)
            unwanted += QStringLiteral(" NOT ") + quotedPhrase(term.text);
        else
            wanted += quotedPhrase(term.text) + (isOpenEnded(term) ? QStringLiteral(" *") : QString());
    }
    if (wanted.isEmpty())
        return {};
    return QLatin1Char('(') + wanted.join(QStringLiteral(" AND ")) + QLatin1Char(')') + unwanted;
}

} // namespace yaodian::library
