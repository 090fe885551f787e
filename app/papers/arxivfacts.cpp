#include "papers/arxivfacts.h"

#include "digest/digest.h"
#include "papers/outcomes.h"

#include <QHash>
#include <QRegularExpression>

namespace yaodian::papers {

namespace {

/// "math.mg/0301001" and "math/0301001" are one paper.
QString withoutClass(const QString &number)
{
    static const QRegularExpression subject(QStringLiteral("\\.[A-Za-z]{2}/"));
    return QString(number).replace(subject, QStringLiteral("/"));
}

} // namespace

bool canBeArxiv(const QString &number)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}|(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|"
                       "bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|"
                       "hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|"
                       "quant-ph|solv-int|stat|supr-con)(?:\\.[A-Za-z]{2})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3})$"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(number).hasMatch();
}

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
        return Error::world(
            noAnswerSentence(answer.status != 200 ? QString::number(answer.status) : issues.error().message));
    QHash<QString, library::ArxivFacts> said;
    for (const digest::Issue &issue : *issues) {
        for (const digest::Entry &entry : issue.entries) {
            const auto identifiers = digest::identify(entry.url);
            if (identifiers.isEmpty() || identifiers.first().scheme != digest::Identifier::Scheme::Arxiv)
                continue; // its errors come as entries too
            const digest::Identifier &arxiv = identifiers.first();
            said.insert(withoutClass(arxiv.value),
                        {arxiv.value, arxiv.version.isEmpty() ? QStringLiteral("v1") : arxiv.version, entry.title,
                         entry.authors, entry.categories, entry.abstractEn});
        }
    }
    QList<library::ArxivFacts> out;
    for (const QString &one : asked) {
        library::ArxivFacts facts = said.value(withoutClass(one));
        facts.arxiv = one;
        out.append(facts);
    }
    return out;
}

} // namespace yaodian::papers
