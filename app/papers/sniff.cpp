#include "papers/sniff.h"

#include "base/text.h"
#include "net/headtags.h"

#include <QRegularExpression>

namespace yaodian::papers {

Looks looksLike(const QByteArray &bytes, const QByteArray &contentType)
{
    if (bytes.isEmpty())
        return Looks::Nothing;
    const QByteArray head = bytes.left(1024);
    if (head.contains("%PDF-"))
        return Looks::Pdf;
    const QByteArray lower = head.trimmed().toLower();
    const bool page = lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<head") ||
                      contentType.toLower().startsWith("text/html") ||
                      contentType.toLower().startsWith("application/xhtml");
    return page ? Looks::WebPage : Looks::Other;
}

bool lacksEnd(const QByteArray &pdf)
{
    return !pdf.last(qMin(pdf.size(), qsizetype(4096))).contains("%%EOF");
}

QList<QUrl> pdfsNamedBy(const QByteArray &html, const QUrl &page)
{
    QList<QUrl> out;
    const auto add = [&out, &page](const QString &address) {
        const QUrl url = page.resolved(QUrl(address, QUrl::TolerantMode));
        if (!address.isEmpty() && url.isValid() && !out.contains(url))
            out.append(url);
    };
    for (const auto &meta : net::headTags(html, QLatin1String("meta"))) {
        const QString name = meta.value(QStringLiteral("name"), meta.value(QStringLiteral("property")));
        if (name.compare(QLatin1String("citation_pdf_url"), Qt::CaseInsensitive) == 0)
            add(meta.value(QStringLiteral("content")));
    }
    for (const auto &link : net::headTags(html, QLatin1String("link"))) {
        if (link.value(QStringLiteral("type")) == QLatin1String("application/pdf"))
            add(link.value(QStringLiteral("href")));
    }
    return out;
}

Wall wallOf(const net::Response &head, const QByteArray &page)
{
    if (head.status == 404 || head.status == 410)
        return Wall::None; // many sites have a place to log in on every page
    const auto holdsAny = [lower = page.left(256 * 1024).toLower()](std::initializer_list<const char *> words) {
        return std::any_of(words.begin(), words.end(), [&](const char *word) { return lower.contains(word); });
    };
    if (head.header("cf-mitigated") == "challenge" ||
        holdsAny({"captcha", "just a moment...", "cf-chl-", "_cf_chl", "challengerequired", "are you a robot",
                  "unusual traffic", "人机验证", "安全验证", "请完成验证"}))
        return Wall::Captcha;
    if (head.status == 401 || head.finalUrl.path().contains(QLatin1String("login"), Qt::CaseInsensitive) ||
        holdsAny({"type=\"password\"", "type='password'", "type=password", "please log in", "please sign in",
                  "sign in to continue", "institutional login", "请登录", "请先登录"}))
        return Wall::Login;
    return Wall::None;
}

QUrl paperLinkedBy(const QByteArray &html, const QUrl &page, const QString &title)
{
    static const QRegularExpression link(
        QStringLiteral("https?://(?:www\\.)?(?:arxiv\\.org/(?:abs|pdf|html)/(\\d{4}\\.\\d{4,5})(?:v\\d+)?|"
                       "openreview\\.net/(?:forum|pdf)\\?id=([A-Za-z0-9_-]+))"));
    const QString text = QString::fromUtf8(html);
    if (html.contains("citation_title") || html.contains("citation_doi") || !titleKey(text).contains(titleKey(title)))
        return {};
    const bool project = page.host().endsWith(QLatin1String(".github.io"));
    for (const int site : {1, 2}) {
        QStringList keys;
        QUrl first;
        auto matches = link.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.capturedLength(site) == 0)
                continue;
            if (keys.isEmpty())
                first = QUrl(match.captured(0));
            if (!keys.contains(match.captured(site)))
                keys.append(match.captured(site));
        }
        if (keys.size() == 1 || (project && !keys.isEmpty()))
            return first;
    }
    return {};
}

} // namespace yaodian::papers
