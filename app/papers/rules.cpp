#include "papers/rules.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace yaodian::papers {

namespace {

// New form (2302.03084) or old (cs.CL/0301012); then the version.
#define ARXIV_ID "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Za-z]{2})?/\\d{7})(v\\d+)?"
#define REST "(?:\\?.*)?"

// clang-format off
const QList<Rule> table{
    {"arXiv", "(?:(?:www|export|browse|cn)\\.)?arxiv\\.org|xxx\\.lanl\\.gov|ar5iv\\.(?:labs\\.arxiv\\.)?org",
     "/(?:abs|pdf|html|format|ps)/" ARXIV_ID "(?:\\.pdf)?/?" REST, "https://arxiv.org/pdf/\\1\\2", nullptr, false},
    {"arXiv, second address", "(?:(?:www|export|browse|cn)\\.)?arxiv\\.org|xxx\\.lanl\\.gov|ar5iv\\.(?:labs\\.arxiv\\.)?org",
     "/(?:abs|pdf|html|format|ps)/" ARXIV_ID "(?:\\.pdf)?/?" REST, "https://export.arxiv.org/pdf/\\1\\2", nullptr, false},
    {"arXiv DOI", "(?:dx\\.|www\\.)?doi\\.org", "/10\\.48550/arxiv\\." ARXIV_ID REST, "https://arxiv.org/pdf/\\1\\2", nullptr, false},
    {"Hugging Face papers", "(?:www\\.)?huggingface\\.co|hf-mirror\\.com", "/papers/" ARXIV_ID "/?" REST,
     "https://arxiv.org/pdf/\\1\\2", nullptr, false},
    {"papers.cool", "(?:www\\.)?papers\\.cool", "/arxiv/" ARXIV_ID "/?" REST, "https://arxiv.org/pdf/\\1\\2", nullptr, false},
    {"alphaXiv", "(?:www\\.)?alphaxiv\\.org", "/(?:abs|pdf|html|overview)/" ARXIV_ID "(?:\\.pdf)?/?" REST,
     "https://arxiv.org/pdf/\\1\\2", nullptr, false},
    {"papers.cool, venues", "(?:www\\.)?papers\\.cool", "/venue/[^/?]+@[^/?]+/?" REST, "{self}",
     "/togglePdf\\('[^']*',\\s*'([^']+)'/ -> {}", false},
    {"OpenReview", "(?:www\\.)?openreview\\.net", "/(?:forum|pdf|attachment)\\?(?:.*&)?id=([A-Za-z0-9_-]+)(?:&.*)?",
     "https://openreview.net/pdf?id=\\1"},
    {"ACL Anthology", "(?:www\\.)?aclanthology\\.org",
     "/([A-Z]\\d{2}-\\d{4,5}|\\d{4}\\.[a-z0-9_]+-[a-z0-9_]+\\.\\d+)(v\\d+)?(?:\\.pdf)?/?" REST, "https://aclanthology.org/\\1\\2.pdf"},
    {"ACL Anthology, old address", "(?:www\\.)?aclweb\\.org",
     "/anthology/(?:papers/[A-Z]/[A-Z]\\d{2}/)?([A-Z]\\d{2}-\\d{4,5}|\\d{4}\\.[a-z0-9_]+-[a-z0-9_]+\\.\\d+)(?:\\.pdf)?/?" REST,
     "https://aclanthology.org/\\1.pdf"},
    {"CVF", "openaccess\\.thecvf\\.com", "/(content[^?]*)/html/([^?]+)\\.html" REST, "https://openaccess.thecvf.com/\\1/papers/\\2.pdf"},
    {"NeurIPS", "(?:proceedings|papers)\\.(?:neurips|nips)\\.cc",
     "/(paper_files/)?paper/(\\d{4})/hash/([0-9a-f]{32})-Abstract(-[A-Za-z_]+)?\\.html" REST,
     "https://{host}/\\1paper/\\2/file/\\3-Paper\\4.pdf"},
    {"NeurIPS, old address", "papers\\.nips\\.cc", "/paper/(\\d+-[a-z0-9-]+)(?:\\.html|\\.pdf|/)?" REST, "https://papers.nips.cc/paper/\\1.pdf"},
    {"PMLR", "proceedings\\.mlr\\.press", "/(v\\d+|r\\d+)/([^/?]+)\\.html" REST, "https://proceedings.mlr.press/\\1/\\2/\\2.pdf"},
    {"PMLR, since volume 235", "proceedings\\.mlr\\.press", "/(v\\d+|r\\d+)/([^/?]+)\\.html" REST,
     "https://raw.githubusercontent.com/mlresearch/\\1/main/assets/\\2/\\2.pdf"},
    {"JMLR", "(?:www\\.)?jmlr\\.org", "/papers/v(\\d+)/([^/?]+)\\.html" REST, "https://jmlr.org/papers/volume\\1/\\2/\\2.pdf"},
    {"bioRxiv and medRxiv", "(?:www\\.)?(?:biorxiv|medrxiv)\\.org",
     "/content/(10\\.\\d{4,9}/[0-9.]*\\d)(v\\d+)?(?:\\.(?:full|abstract|article-info|supplementary-material).*)?" REST,
     "https://{host}/content/\\1\\2.full.pdf"},
    {"bioRxiv, newest version", "(?:www\\.)?biorxiv\\.org", "/content/(10\\.\\d{4,9}/[0-9.]*\\d)(?:\\.(?:full|abstract).*)?" REST,
     "https://api.biorxiv.org/details/biorxiv/\\1/na/json", "collection[-1].version -> https://www.biorxiv.org/content/\\1v{}.full.pdf"},
    {"medRxiv, newest version", "(?:www\\.)?medrxiv\\.org", "/content/(10\\.\\d{4,9}/[0-9.]*\\d)(?:\\.(?:full|abstract).*)?" REST,
     "https://api.biorxiv.org/details/medrxiv/\\1/na/json", "collection[-1].version -> https://www.medrxiv.org/content/\\1v{}.full.pdf"},
    {"bioRxiv DOI", "(?:dx\\.|www\\.)?doi\\.org", "/(10\\.(?:1101|64898)/[0-9.]*\\d)" REST,
     "https://api.biorxiv.org/details/biorxiv/\\1/na/json", "collection[-1].version -> https://www.biorxiv.org/content/\\1v{}.full.pdf"},
    {"PMC", "pmc\\.ncbi\\.nlm\\.nih\\.gov|(?:www\\.)?ncbi\\.nlm\\.nih\\.gov", "(?:/pmc)?/articles/(PMC\\d+)(?:/.*)?" REST,
     "https://pmc.ncbi.nlm.nih.gov/articles/\\1/pdf/"},
    {"ACM", "dl\\.acm\\.org", "/doi/(?:abs/|full/|fullHtml/|pdf/|epdf/)?(10\\.\\d{4,9}/[^?]+)" REST, "https://dl.acm.org/doi/pdf/\\1"},
    {"Springer", "link\\.springer\\.com", "/(?:article|chapter|content/pdf)/(10\\.\\d{4,9}/[^?]+?)(?:\\.pdf)?" REST,
     "https://link.springer.com/content/pdf/\\1.pdf"},
    {"Nature", "(?:www\\.)?nature\\.com", "/articles/([^/?.]+)(?:\\.pdf)?" REST, "https://www.nature.com/articles/\\1.pdf"},
    {"AAAI", "ojs\\.aaai\\.org", "/index\\.php/([^/]+)/article/view/(\\d+)/(\\d+)" REST,
     "https://ojs.aaai.org/index.php/\\1/article/download/\\2/\\3"},
    {"IJCAI, one digit", "(?:www\\.)?ijcai\\.org", "/proceedings/(\\d{4})/(\\d)/?" REST, "https://www.ijcai.org/proceedings/\\1/000\\2.pdf"},
    {"IJCAI, two digits", "(?:www\\.)?ijcai\\.org", "/proceedings/(\\d{4})/(\\d{2})/?" REST, "https://www.ijcai.org/proceedings/\\1/00\\2.pdf"},
    {"IJCAI, three digits", "(?:www\\.)?ijcai\\.org", "/proceedings/(\\d{4})/(\\d{3})/?" REST, "https://www.ijcai.org/proceedings/\\1/0\\2.pdf"},
    {"IJCAI, four digits", "(?:www\\.)?ijcai\\.org", "/proceedings/(\\d{4})/(\\d{4})/?" REST, "https://www.ijcai.org/proceedings/\\1/\\2.pdf"},
    {"ISCA", "(?:www\\.)?isca-(?:archive|speech)\\.org", "/(?:archive/)?([^?]+)\\.html" REST, "https://www.isca-archive.org/\\1.pdf"},
    {"USENIX", "(?:www\\.)?usenix\\.org", "/conference/([a-z0-9-]+)/presentation/([^/?]+)" REST,
     "https://www.usenix.org/system/files/\\1-\\2.pdf"},
    {"IACR", "eprint\\.iacr\\.org", "/(\\d{4}/\\d+)(?:\\.pdf)?/?" REST, "https://eprint.iacr.org/\\1.pdf"},
    {"ECCC", "eccc\\.weizmann\\.ac\\.il", "/report/(\\d{4}/\\d+)/?" REST, "https://eccc.weizmann.ac.il/report/\\1/download"},
    {"NBER", "(?:www\\.)?nber\\.org", "/papers/(w\\d+)/?" REST, "https://www.nber.org/system/files/working_papers/\\1/\\1.pdf"},
    {"GitHub", "github\\.com", "/([^/?]+/[^/?]+)/(?:blob|raw)/([^?]+\\.pdf)" REST, "https://raw.githubusercontent.com/\\1/\\2"},
    {"Semantic Scholar", "(?:www\\.|api\\.|pdfs\\.)?semanticscholar\\.org", "(?:/[^?]*)?/([0-9a-f]{40})/?" REST,
     "https://api.semanticscholar.org/graph/v1/paper/\\1?fields=externalIds,openAccessPdf",
     "externalIds.ArXiv -> https://arxiv.org/pdf/{} | openAccessPdf.url -> {}"},
    {"Unpaywall", "(?:dx\\.|www\\.)?doi\\.org", "/(?!10\\.48550/)(10\\.\\d{4,9}/[^?]+)" REST, "https://api.unpaywall.org/v2/\\1?email={email}",
     "best_oa_location.url_for_pdf -> {} | oa_locations[].url_for_pdf -> {}"},
    {"A PDF itself", ".+", "([^?]+\\.[pP][dD][fF]" REST ")", "{self}", nullptr, true, true},
};
// clang-format on

#undef ARXIV_ID
#undef REST

struct Compiled
{
    const Rule *rule;
    QRegularExpression host;
    QRegularExpression path;
};

const QList<Compiled> &compiled()
{
    static const QList<Compiled> rows = [] {
        QList<Compiled> out;
        for (const Rule &rule : table) {
            const auto anchored = [](const char *pattern) {
                return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)),
                                          QRegularExpression::CaseInsensitiveOption);
            };
            out.append({&rule, anchored(rule.host), anchored(rule.path)});
        }
        return out;
    }();
    return rows;
}

QString pathAndQuery(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    return url.hasQuery() ? path + QLatin1Char('?') + url.query(QUrl::FullyEncoded) : path;
}

/// \1 … \9 of a template.
QString withGroups(const QString &text, const QRegularExpressionMatch &match)
{
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == QLatin1Char('\\') && at + 1 < text.size())
            out += match.captured(text.at(++at).digitValue());
        else
            out += text.at(at);
    }
    return out;
}

QUrl addressOf(const Rule &rule, const QUrl &link, const QRegularExpressionMatch &match, const QString &email)
{
    if (qstrcmp(rule.address, "{self}") == 0)
        return link;
    const QString text = QString::fromLatin1(rule.address)
                             .replace(QLatin1String("{host}"), link.host())
                             .replace(QLatin1String("{email}"), QString::fromLatin1(QUrl::toPercentEncoding(email)));
    return QUrl(withGroups(text, match), QUrl::TolerantMode);
}

QList<Reading> readingsOf(const Rule &rule, const QRegularExpressionMatch &match)
{
    QList<Reading> out;
    const QStringList alternatives = QString::fromLatin1(rule.reads).split(QLatin1String(" | "), Qt::SkipEmptyParts);
    for (const QString &alternative : alternatives) {
        const qsizetype arrow = alternative.lastIndexOf(QLatin1String(" -> "));
        out.append({alternative.left(arrow), withGroups(alternative.mid(arrow + 4), match)});
    }
    return out;
}

} // namespace

const QList<Rule> &rules()
{
    return table;
}

QList<RuleHit> addressesFor(const QUrl &link, const QString &email)
{
    QList<RuleHit> hits;
    const QUrl url = unwrapped(link);
    for (const Compiled &row : compiled()) {
        const bool wantsEmail = QByteArrayView(row.rule->address).indexOf("{email}") >= 0;
        if ((row.rule->last && !hits.isEmpty()) || (wantsEmail && email.isEmpty()) ||
            !row.host.match(url.host()).hasMatch())
            continue;
        const auto match = row.path.match(pathAndQuery(url));
        if (!match.hasMatch())
            continue;
        const QUrl address = addressOf(*row.rule, url, match, email);
        const bool known =
            std::any_of(hits.cbegin(), hits.cend(), [&address](const RuleHit &hit) { return hit.url == address; });
        if (!known)
            hits.append({address, row.rule, readingsOf(*row.rule, match)});
    }
    return hits;
}

QUrl unwrapped(const QUrl &link)
{
    struct Wrapper
    {
        QLatin1String host;
        QLatin1String parameter;
    };
    static constexpr Wrapper wrappers[] = {
        {QLatin1String("link.zhihu.com"), QLatin1String("target")},
        {QLatin1String("link.juejin.cn"), QLatin1String("target")},
        {QLatin1String("links.jianshu.com"), QLatin1String("to")},
        {QLatin1String("www.jianshu.com"), QLatin1String("url")},
        {QLatin1String("sspai.com"), QLatin1String("target")},
        {QLatin1String("link.csdn.net"), QLatin1String("target")},
        {QLatin1String("weibo.cn"), QLatin1String("u")},
        {QLatin1String("gitee.com"), QLatin1String("target")},
        {QLatin1String("www.google.com"), QLatin1String("q")},
    };
    QUrl url = link;
    for (const Wrapper &wrapper : wrappers) {
        if (url.host() != wrapper.host)
            continue;
        const QUrl inner(QUrlQuery(url).queryItemValue(wrapper.parameter, QUrl::FullyDecoded), QUrl::TolerantMode);
        if (inner.scheme() == QLatin1String("http") || inner.scheme() == QLatin1String("https"))
            url = inner;
    }
    url.setFragment({});
    QUrlQuery query(url);
    const auto items = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[key, value] : items) {
        if (key.startsWith(QLatin1String("utm_")) || key == QLatin1String("fbclid"))
            query.removeQueryItem(key);
    }
    if (query.queryItems().size() != items.size())
        url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    return url;
}

} // namespace yaodian::papers
