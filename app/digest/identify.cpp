#include "digest/digest.h"

#include "base/text.h"
#include "digest/paperlinks.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace yaodian::digest {

namespace {

using Scheme = Identifier::Scheme;

bool allDigits(QStringView text)
{
    for (const QChar c : text)
        if (c < u'0' || c > u'9')
            return false;
    return !text.isEmpty();
}

/// Length of an arXiv id at the start: "2302.03084" or "cs/0601001", "math.MG/0301001"; 0: none. The version is not
/// part.
qsizetype arxivIdLength(QStringView text)
{
    qsizetype dot = 0;
    while (dot < text.size() && text[dot].isDigit())
        ++dot;
    if (dot == 4 && dot < text.size() && text[dot] == u'.') {
        qsizetype to = 5;
        while (to < text.size() && to < 10 && text[to].isDigit())
            ++to;
        // Four digits up to December 2014, five since.
        const int month = text.mid(2, 2).toInt();
        const qsizetype length = text.left(4) >= u"1501" ? 10 : 9;
        return to == length && month >= 1 && month <= 12 ? to : 0;
    }
    const qsizetype slash = text.left(20).indexOf(u'/');
    if (slash < 2 || text.size() < slash + 8 || !allDigits(text.mid(slash + 1, 7)))
        return 0;
    for (const QChar c : text.left(slash))
        if (!(c.unicode() < 128 && (c.isLetter() || c == u'-' || c == u'.')))
            return 0;
    return slash + 8;
}

std::optional<Identifier> arxivFrom(QStringView text)
{
    const qsizetype length = arxivIdLength(text);
    if (length == 0)
        return {};
    Identifier id{Scheme::Arxiv, text.left(length).toString(), {}};
    if (id.value.contains(u'/'))
        id.value = id.value.toLower();
    const QStringView after = text.mid(length);
    qsizetype to = 1;
    while (to < after.size() && to < 4 && after[to].isDigit())
        ++to;
    if (to > 1 && (after[0] == u'v' || after[0] == u'V'))
        id.version = after.left(to).toString().toLower();
    // "2302.03084" may not be the beginning of something longer, except for text glued to a link.
    if (!after.isEmpty() && after[0].isDigit())
        return {};
    return id;
}

std::optional<Identifier> doiFrom(QString text)
{
    if (!text.startsWith(QLatin1String("10.")))
        return {};
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 7 || slash > 12 || !allDigits(QStringView(text).mid(3, slash - 3).left(4)) || text.size() < slash + 3)
        return {};
    text = text.toLower();
    while (!text.isEmpty() &&
           (text.back() == u'.' || text.back() == u'/' || text.back() == u',' || text.back() == u')'))
        if (text.back() == u')' && text.contains(u'('))
            break;
        else
            text.chop(1);
    if (text.startsWith(QLatin1String("10.48550/arxiv.")))
        return arxivFrom(QStringView(text).mid(15));
    return Identifier{Scheme::Doi, text, {}};
}

bool hostIs(const QString &host, QLatin1String site)
{
    return host == site ||
           (host.endsWith(site) && host.size() > site.size() && host[host.size() - site.size() - 1] == u'.');
}

QString withoutEnding(QString name)
{
    for (const char *ending : {".pdf", ".html", ".htm"})
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return name.left(name.size() - qsizetype(qstrlen(ending)));
    return name;
}

/// arXiv, its mirrors, and the sites that name papers by arXiv's ids.
std::optional<Identifier> arxivLink(const QString &host, const QString &path)
{
    const bool arxiv = hostIs(host, QLatin1String("arxiv.org")) || hostIs(host, QLatin1String("ar5iv.org")) ||
                       host == QLatin1String("xxx.lanl.gov") || host == QLatin1String("xxx.itp.ac.cn");
    const bool other = hostIs(host, QLatin1String("alphaxiv.org")) || host == QLatin1String("huggingface.co") ||
                       host == QLatin1String("hf.co") || host == QLatin1String("hf-mirror.com") ||
                       host == QLatin1String("papers.cool") || host == QLatin1String("ar5iv.labs.arxiv.org") ||
                       host == QLatin1String("scirate.com") || host == QLatin1String("arxivxplorer.com");
    if (!arxiv && !other)
        return {};
    for (const char *front : {"/abs/", "/pdf/", "/html/", "/papers/", "/arxiv/", "/overview/", "/ps/", "/format/",
                              "/e-print/", "/src/", "/paper/"})
        if (path.startsWith(QLatin1String(front))) {
            const QString rest = path.mid(qsizetype(qstrlen(front)));
            return arxivFrom(rest.startsWith(QLatin1String("arxiv:"), Qt::CaseInsensitive) ? QStringView(rest).mid(6)
                                                                                           : QStringView(rest));
        }
    return host.contains(QLatin1String("scirate")) ? arxivFrom(QStringView(path).mid(7)) : std::nullopt;
}

std::optional<Identifier> openReviewLink(const QString &host, const QString &path, const QUrl &url)
{
    if (!hostIs(host, QLatin1String("openreview.net")) ||
        !(path == QLatin1String("/forum") || path == QLatin1String("/pdf") || path == QLatin1String("/attachment") ||
          path == QLatin1String("/references/pdf")))
        return {};
    const QString id = QUrlQuery(url).queryItemValue(QStringLiteral("id"));
    if (id.size() < 5 || id.size() > 40)
        return {};
    return Identifier{Scheme::OpenReview, id, {}};
}

std::optional<Identifier> aclLink(const QString &host, const QString &path)
{
    if (!hostIs(host, QLatin1String("aclanthology.org")) && !hostIs(host, QLatin1String("aclanthology.info")) &&
        !hostIs(host, QLatin1String("aclweb.org")))
        return {};
    QString key = path;
    if (key.startsWith(QLatin1String("/anthology/")))
        key = key.mid(10);
    key = key.mid(1);
    while (key.endsWith(u'/'))
        key.chop(1);
    key = withoutEnding(key);
    // "2020.acl-main.1", "P19-1001", "2020.acl-main.1v2" is a version of the file
    const bool modern = key.size() > 8 && allDigits(QStringView(key).left(4)) && key[4] == u'.' &&
                        key.lastIndexOf(u'.') > 5 && allDigits(QStringView(key).mid(key.lastIndexOf(u'.') + 1));
    const bool old = key.size() == 8 && key[0].isUpper() && key[3] == u'-' && allDigits(QStringView(key).mid(4));
    return modern || old ? std::optional(Identifier{Scheme::Acl, key.toLower(), {}}) : std::nullopt;
}

std::optional<Identifier> pmlrLink(const QString &host, const QString &path)
{
    if (!hostIs(host, QLatin1String("proceedings.mlr.press")) && !hostIs(host, QLatin1String("jmlr.org")))
        return {};
    const QStringList parts = withoutEnding(path).split(u'/', Qt::SkipEmptyParts);
    if (parts.size() < 2 || !parts[0].startsWith(u'v') || !allDigits(QStringView(parts[0]).mid(1)) ||
        host.contains(QLatin1String("jmlr")))
        return {};
    QString key = parts.last();
    return Identifier{Scheme::Pmlr, parts[0].toLower() + u'/' + key.toLower(), {}};
}

/// "/content/CVPR2023/papers/X_Y_CVPR_2023_paper.pdf" and ".../html/X_Y_CVPR_2023_paper.html" are one paper.
std::optional<Identifier> cvfLink(const QString &host, const QString &path)
{
    if (!hostIs(host, QLatin1String("openaccess.thecvf.com")))
        return {};
    const QString name = withoutEnding(path.mid(path.lastIndexOf(u'/') + 1));
    return name.endsWith(QLatin1String("_paper"))
               ? std::optional(Identifier{Scheme::Cvf, name.chopped(6).toLower(), {}})
               : std::nullopt;
}

std::optional<Identifier> doiLink(const QString &host, const QString &path)
{
    if (hostIs(host, QLatin1String("doi.org")) || host == QLatin1String("dx.doi.org"))
        return doiFrom(path.mid(1));
    // Publishers that carry the DOI in the path.
    for (const char *front :
         {"/doi/abs/", "/doi/full/", "/doi/pdf/", "/doi/epdf/", "/doi/", "/article/", "/chapter/", "/content/"})
        if (path.startsWith(QLatin1String(front)) &&
            path.mid(qsizetype(qstrlen(front))).startsWith(QLatin1String("10."))) {
            auto doi = doiFrom(withoutEnding(path.mid(qsizetype(qstrlen(front)))));
            if (!doi || !host.endsWith(QLatin1String("rxiv.org")))
                return doi;
            // bioRxiv and medRxiv print the version behind the DOI: "…509744v1.full"
            const qsizetype v = doi->value.lastIndexOf(u'v');
            qsizetype end = v + 1;
            while (v > 0 && end < doi->value.size() && doi->value[end].isDigit())
                ++end;
            if (v > 0 && end > v + 1 && doi->value[v - 1].isDigit()) {
                doi->version = doi->value.mid(v, end - v);
                doi->value.truncate(v);
            }
            return doi;
        }
    return {};
}

bool isTracking(const QString &name)
{
    return name.startsWith(QLatin1String("utm_")) || name.startsWith(QLatin1String("spm")) ||
           name == QLatin1String("from") || name == QLatin1String("share_token") || name == QLatin1String("fbclid") ||
           name == QLatin1String("gclid") || name == QLatin1String("ref") || name == QLatin1String("source") ||
           name == QLatin1String("isappinstalled") || name == QLatin1String("mc_cid") ||
           name == QLatin1String("mc_eid");
}

/// A home page, a list or a blog's index names no paper.
bool namesNothing(const QString &host, const QString &path)
{
    if (path.isEmpty() || path == QLatin1String("/") || !host.contains(u'.'))
        return true;
    const QString last = withoutEnding(path.section(u'/', -1, -1, QString::SectionSkipEmpty)).toLower();
    static const QStringList lists = {
        QStringLiteral("index"),    QStringLiteral("feed"),         QStringLiteral("rss"),
        QStringLiteral("blog"),     QStringLiteral("archive"),      QStringLiteral("archives"),
        QStringLiteral("posts"),    QStringLiteral("home"),         QStringLiteral("about"),
        QStringLiteral("papers"),   QStringLiteral("publications"), QStringLiteral("list"),
        QStringLiteral("search"),   QStringLiteral("news"),         QStringLiteral("tag"),
        QStringLiteral("category"), QStringLiteral("author"),       QStringLiteral("new"),
        QStringLiteral("recent"),   QStringLiteral("zh"),           QStringLiteral("en"),
        QStringLiteral("page"),     QStringLiteral("articles"),     QStringLiteral("column")};
    if (lists.contains(last))
        return true;
    for (const char *folder :
         {"/list/", "/category/", "/tag/", "/tags/", "/author/", "/user/", "/search", "/people/", "/column/"})
        if (path.startsWith(QLatin1String(folder)))
            return true;
    return false;
}

std::optional<Identifier> canonicalLink(const QUrl &url, const QString &host)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    QUrlQuery kept;
    for (const auto &item : QUrlQuery(url).queryItems(QUrl::FullyEncoded))
        if (!isTracking(item.first.toLower()))
            kept.addQueryItem(item.first, item.second);
    const QString query = kept.query(QUrl::FullyEncoded);
    if (namesNothing(host, path) && query.isEmpty())
        return {};
    if (path.isEmpty() || path == QLatin1String("/"))
        return {}; // "https://blog.example/?p=12" is a post, not a paper
    QString link = QStringLiteral("https://") + (host.startsWith(QLatin1String("www.")) ? host.mid(4) : host);
    if (url.port() > 0 && url.port() != 80 && url.port() != 443)
        link += u':' + QString::number(url.port());
    link += path;
    if (!query.isEmpty())
        link += u'?' + query;
    return Identifier{Scheme::Link, link, {}};
}

QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyDecoded).toLower();
}

/// The link as an address of the web; not valid where it is none.
QUrl webAddress(const QString &link)
{
    QUrl url(link.trimmed(), QUrl::TolerantMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web ? url : QUrl();
}

/// "https://arxiv.org/abs/2302.03084v1", as most links to papers are written: read without taking the address apart.
std::optional<Identifier> plainArxivLink(QStringView link)
{
    for (const QStringView front : {QStringView(u"https://"), QStringView(u"http://")}) {
        if (link.startsWith(front)) {
            link = link.mid(front.size());
            break;
        }
    }
    if (link.startsWith(u"www."))
        link = link.mid(4);
    if (!link.startsWith(u"arxiv.org/abs/") && !link.startsWith(u"arxiv.org/pdf/"))
        return {};
    const QStringView rest = link.mid(14);
    qsizetype to = 0;
    while (to < rest.size() && rest[to] != u'?' && rest[to] != u'#') {
        const char16_t c = rest[to].unicode();
        if (c <= u' ' || c >= 0x7F || c == u'%' || c == u'\\')
            return {};
        ++to;
    }
    return arxivFrom(rest.left(to));
}

/// False where none of the sites of strongLink() can be meant: asked of every link of a page.
bool mayNamePaper(QStringView link)
{
    static constexpr QStringView parts[] = {
        u"xiv",    u"10.",   u"openreview.net", u"hugg",   u"hf.co",   u"hf-mirror", u"papers.cool", u"aclanthology",
        u"aclweb", u"ar5iv", u"mlr.press",      u"thecvf", u"scirate", u"xxx.",      u"%",           u"jmlr"};
    return std::any_of(std::begin(parts), std::end(parts),
                       [link](QStringView part) { return link.contains(part, Qt::CaseInsensitive); });
}

/// The sites that name papers beyond doubt, the commonest first: each is asked only where those before it had no
/// answer.
std::optional<Identifier> strongLink(const QUrl &url)
{
    const QString host = hostOf(url);
    const QString path = url.path(QUrl::FullyDecoded);
    if (auto found = arxivLink(host, path))
        return found;
    if (auto found = doiLink(host, path))
        return found;
    if (auto found = openReviewLink(host, path, url))
        return found;
    if (auto found = aclLink(host, path))
        return found;
    if (auto found = pmlrLink(host, path))
        return found;
    return cvfLink(host, path);
}

/// "Emiel Hoogeboom" → "hoogeboom", "Touvron, Hugo" cannot occur (names are split at commas).
QString familyName(const QString &author)
{
    const QString name = folded(author);
    return titleKey(name.mid(name.lastIndexOf(u' ') + 1));
}

} // namespace

QString Identifier::key() const
{
    static constexpr const char *names[] = {"arxiv", "doi", "openreview", "acl", "pmlr", "cvf", "link", "title"};
    return QLatin1String(names[int(scheme)]) + QLatin1String(":") + value;
}

bool isDocumentLink(const QString &link)
{
    if (!link.startsWith(QLatin1String("urn:sha256:")))
        return false;
    static const QRegularExpression urn(QStringLiteral("^urn:sha256:[0-9a-f]{64}$"));
    return urn.match(link).hasMatch();
}

QString documentLink(const QString &sha256)
{
    return QStringLiteral("urn:sha256:") + sha256;
}

QList<Identifier> identify(const QString &link)
{
    if (isDocumentLink(link))
        return {{Scheme::Link, link, {}}};
    if (const auto found = plainArxivLink(link))
        return {*found};
    const QUrl url = webAddress(link);
    if (!url.isValid())
        return {};
    if (const auto found = strongLink(url))
        return {*found};
    const QString host = hostOf(url);
    // Other pages of arXiv and its kin (lists, searches) name no paper.
    if (hostIs(host, QLatin1String("arxiv.org")))
        return {};
    if (const auto found = canonicalLink(url, host))
        return {*found};
    return {};
}

bool namesPaper(const QString &link)
{
    if (plainArxivLink(link))
        return true;
    if (!mayNamePaper(link))
        return false;
    const QUrl url = webAddress(link);
    return url.isValid() && strongLink(url);
}

QList<Identifier> identify(const Entry &entry)
{
    QList<Identifier> ids = identify(entry.url);
    const QString key = titleKey(entry.title.isEmpty() ? entry.titleZh : entry.title);
    if (!key.isEmpty() && (!entry.authors.isEmpty() || ids.isEmpty()))
        ids.append({Scheme::Title,
                    key + u'|' + (entry.authors.isEmpty() ? QString() : familyName(entry.authors.first())),
                    {}});
    return ids;
}

std::optional<Identifier> identifierFromText(const QString &text)
{
    QString bare = text.trimmed();
    if (bare.startsWith(QLatin1String("arxiv:"), Qt::CaseInsensitive)) {
        const QString id = bare.mid(6).trimmed();
        const auto found = arxivFrom(id);
        const bool whole = found && id.size() == found->value.size() + found->version.size();
        return whole ? found : std::nullopt;
    }
    if (bare.startsWith(QLatin1String("doi:"), Qt::CaseInsensitive))
        return doiFrom(bare.mid(4).trimmed());
    if (bare.startsWith(QLatin1String("10.")))
        return doiFrom(bare);
    if (const auto found = arxivFrom(bare); found && bare.size() == found->value.size() + found->version.size())
        return found;
    if (bare.startsWith(QLatin1String("arxiv.org/")) || bare.startsWith(QLatin1String("doi.org/")) ||
        bare.startsWith(QLatin1String("openreview.net/")))
        bare.prepend(QLatin1String("https://"));
    const QList<Identifier> ids = identify(bare);
    return ids.isEmpty() ? std::nullopt : std::optional(ids.first());
}

} // namespace yaodian::digest
