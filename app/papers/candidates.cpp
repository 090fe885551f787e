#include "papers/candidates.h"

#include "digest/digest.h"
#include "net/address.h"
#include "papers/patience.h"
#include "papers/rules.h"

#include <QRegularExpression>

namespace yaodian::papers {

namespace {

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// Collects steps, no address twice.
class Steps
{
public:
    explicit Steps(QString email) : m_email(std::move(email)) {}

    void addLink(const QUrl &link)
    {
        const auto hits = addressesFor(link, m_email);
        bool pageHelps = true;
        for (const RuleHit &hit : hits) {
            if (hit.reads.isEmpty())
                add(m_pdfs, {hit.url, Step::What::Pdf, {}});
            else
                add(m_answers, {hit.url, Step::What::Answer, hit.reads});
            pageHelps = pageHelps && hit.rule->landing;
        }
        if (pageHelps)
            add(m_pages, {unwrapped(link), Step::What::Page, {}});
    }
    [[nodiscard]] QList<Step> all() const { return m_pdfs + m_answers + m_pages; }

private:
    void add(QList<Step> &to, const Step &step)
    {
        const QString key = step.url.toString(QUrl::FullyEncoded);
        if (!isWeb(step.url) || m_known.contains(key))
            return;
        m_known.insert(key);
        to.append(step);
    }

    QString m_email;
    QList<Step> m_pdfs;
    QList<Step> m_answers;
    QList<Step> m_pages;
    QSet<QString> m_known;
};

/// Whether a link says all that is known of a paper on arXiv, its version too.
bool leadsToArxiv(const QUrl &link)
{
    const auto hits = addressesFor(link);
    return !hits.isEmpty() && hits.first().reads.isEmpty() && !hits.first().rule->landing;
}

} // namespace

QList<Step> stepsForLink(const QUrl &link, const QString &email)
{
    Steps steps(email);
    steps.addLink(link);
    return steps.all();
}

QList<Step> stepsFor(const library::Library &library, const library::Paper &paper, const QString &email)
{
    Steps steps(email);
    bool arxiv = false;
    const auto mentions = library.mentions(paper.id);
    for (const library::ListRow &row : mentions) {
        const QUrl link(row.url, QUrl::TolerantMode);
        steps.addLink(link);
        arxiv = arxiv || leadsToArxiv(link);
    }
    for (const digest::Identifier &identifier : paper.identifiers) {
        // A link that names a version is better than the identifier, which has none.
        if (identifier.scheme == digest::Identifier::Scheme::Arxiv && arxiv)
            continue;
        if (const QUrl page = pageOf(identifier); page.isValid())
            steps.addLink(page);
    }
    return steps.all();
}

QSet<QString> trustedServers(const library::Library &library, library::PaperId paper)
{
    QSet<library::SourceId> mentioning;
    const auto mentions = library.mentions(paper);
    for (const library::ListRow &row : mentions)
        mentioning.insert(row.source);
    QSet<QString> out;
    const auto sources = library.sources();
    for (const library::Source &source : sources) {
        if (mentioning.contains(source.id) && !source.url.isEmpty())
            out.insert(serverOf(QUrl(source.url)));
    }
    return out;
}

QString serverOf(const QUrl &url)
{
    return QStringLiteral("%1:%2").arg(url.host()).arg(net::portOf(url));
}

QUrl pageOf(const digest::Identifier &identifier)
{
    using Scheme = digest::Identifier::Scheme;
    const QString &value = identifier.value;
    switch (identifier.scheme) {
    case Scheme::Arxiv:
        return QUrl(QStringLiteral("https://arxiv.org/abs/%1%2").arg(value, identifier.version));
    case Scheme::Doi:
        return QUrl(QStringLiteral("https://doi.org/%1").arg(value));
    case Scheme::OpenReview:
        return QUrl(QStringLiteral("https://openreview.net/forum?id=%1").arg(value));
    case Scheme::Acl:
        return QUrl(QStringLiteral("https://aclanthology.org/%1/").arg(value));
    case Scheme::Pmlr:
    case Scheme::Cvf:
    case Scheme::Link:
    case Scheme::Title:
        return {};
    }
    return {};
}

QString versionOf(const net::Response &answer)
{
    if (const QString version = versionIn(answer.finalUrl); !version.isEmpty())
        return version;
    if (!isArxiv(answer.finalUrl))
        return {};
    // An address without a version is answered with the newest; its name says which that is.
    static const QRegularExpression versioned(QStringLiteral("\\d{4}\\.?\\d{3,5}(v\\d{1,3})\\b"));
    for (const char *header : {"Content-Disposition", "Link", "Content-Location"}) {
        const auto match = versioned.match(QString::fromLatin1(answer.header(header)));
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

QString versionIn(const QUrl &url)
{
    const auto identifiers = digest::identify(url.toString(QUrl::FullyEncoded));
    return identifiers.isEmpty() || identifiers.first().scheme != digest::Identifier::Scheme::Arxiv
               ? QString()
               : identifiers.first().version;
}

} // namespace yaodian::papers
