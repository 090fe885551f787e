#include "papers/arxivfacts.h"

#include "digest/digest.h"
#include "papers/outcomes.h"

namespace yaodian::papers {

QUrl factsAddress(const QStringList &arxiv)
{
    return QUrl(QStringLiteral("https://export.arxiv.org/api/query?id_list=%1&max_results=%2")
                    .arg(arxiv.join(QLatin1Char(',')))
                    .arg(arxiv.size()));
}

Result<QList<library::ArxivFacts>> factsIn(const net::Response &answer, const QStringList &asked)
{
    const auto issues = digest::parse(
        answer.body, {{}, QString::fromLatin1(answer.contentType), answer.finalUrl.toString(QUrl::FullyEncoded)});
    if (answer.status != 200 || !issues)
        return Error::world(refusedSentence(answer, Wall::None));
    QHash<QString, library::ArxivFacts> said;
    for (const digest::Issue &issue : *issues) {
        for (const digest::Entry &entry : issue.entries) {
            const auto identifiers = digest::identify(entry.url);
            if (identifiers.isEmpty() || identifiers.first().scheme != digest::Identifier::Scheme::Arxiv)
                continue; // its errors come as entries too
            const digest::Identifier &arxiv = identifiers.first();
            said.insert(arxiv.value, {arxiv.value, arxiv.version.isEmpty() ? QStringLiteral("v1") : arxiv.version,
                                      entry.title, entry.authors, entry.categories, entry.abstractEn});
        }
    }
    QList<library::ArxivFacts> out;
    for (const QString &one : asked)
        out.append(said.value(one, {one, {}, {}, {}, {}, {}}));
    return out;
}

} // namespace yaodian::papers
