#include "papers/titlesearch.h"

#include "base/text.h"
#include "papers/outcomes.h"

#include <QSet>

namespace yaodian::papers {

namespace {

using Scheme = digest::Identifier::Scheme;

constexpr int mostCandidates = 20;
constexpr qsizetype mostWords = 16; ///< of a title; more make the question longer, not sharper

/// Words that arXiv's index leaves out: asked for, they are found nowhere.
const QSet<QString> &leftOut()
{
    static const QSet<QString> words{
        QStringLiteral("a"),   QStringLiteral("an"),  QStringLiteral("and"), QStringLiteral("are"),
        QStringLiteral("as"),  QStringLiteral("at"),  QStringLiteral("be"),  QStringLiteral("by"),
        QStringLiteral("for"), QStringLiteral("if"),  QStringLiteral("in"),  QStringLiteral("into"),
        QStringLiteral("is"),  QStringLiteral("it"),  QStringLiteral("no"),  QStringLiteral("not"),
        QStringLiteral("of"),  QStringLiteral("on"),  QStringLiteral("or"),  QStringLiteral("the"),
        QStringLiteral("to"),  QStringLiteral("via"), QStringLiteral("with")};
    return words;
}

QStringList wordsOf(const QString &title)
{
    QStringList out;
    QString word;
    const QString text = folded(title) + QLatin1Char(' ');
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        if (word.size() > 1 && !leftOut().contains(word) && !out.contains(word))
            out.append(word);
        word.clear();
    }
    return out.mid(0, mostWords);
}

std::optional<digest::Identifier> ofScheme(const QList<digest::Identifier> &among, Scheme scheme)
{
    for (const digest::Identifier &one : among) {
        if (one.scheme == scheme)
            return one;
    }
    return std::nullopt;
}

} // namespace

QUrl titleSearchAddress(const QString &title)
{
    const QStringList words = wordsOf(title);
    if (words.isEmpty())
        return {};
    QStringList terms;
    for (const QString &word : words)
        terms.append(QStringLiteral("ti:") + QString::fromLatin1(QUrl::toPercentEncoding(word)));
    return QUrl(QStringLiteral("https://export.arxiv.org/api/query?search_query=%1&max_results=%2")
                    .arg(terms.join(QLatin1String("+AND+")))
                    .arg(mostCandidates),
                QUrl::StrictMode);
}

Result<QList<Candidate>> candidatesIn(const net::Response &answer, const library::Paper &paper)
{
    const auto issues = digest::parse(
        answer.body, {{}, QString::fromLatin1(answer.contentType), answer.finalUrl.toString(QUrl::FullyEncoded)});
    if (answer.status != 200 || !issues)
        return Error::world(
            noAnswerSentence(answer.status != 200 ? QString::number(answer.status) : issues.error().message));
    QList<Candidate> out;
    for (const digest::Issue &issue : *issues) {
        for (const digest::Entry &entry : issue.entries) {
            const auto identifiers = digest::identify(entry);
            const auto arxiv = ofScheme(identifiers, Scheme::Arxiv);
            if (!arxiv)
                continue; // its errors come as entries too
            const auto key = ofScheme(identifiers, Scheme::Title);
            const bool exact =
                !paper.authors.isEmpty() && !entry.authors.isEmpty() && key && paper.identifiers.contains(*key);
            out.append({*arxiv, entry.title, entry.authors, issue.isListing() ? QDateTime() : issue.published, exact});
        }
    }
    std::stable_partition(out.begin(), out.end(), [](const Candidate &one) { return one.exact; });
    return out;
}

} // namespace yaodian::papers
