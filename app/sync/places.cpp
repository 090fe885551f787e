#include "sync/places.h"

#include <QRegularExpression>

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;

/// One row: an address whose host and path (with its query) match is that source. Patterns are anchored; in `url` and
/// `title`, \1 … \9 are the groups of `path` and {host} is the address' host.
struct Place
{
    const char *host;
    const char *path;
    Kind kind;
    const char *url;
    const char *title;
};

#define ARXIV_CATEGORY "([a-z-]+(?:\\.[A-Za-z-]+)?(?:\\+[a-z-]+(?:\\.[A-Za-z-]+)?)*)"
#define RAW "https://raw.githubusercontent.com/"

// clang-format off
const QList<Place> table{
    {"(?:(?:www|export)\\.)?arxiv\\.org", "/(?:list|rss|atom)/" ARXIV_CATEGORY "(?:/.*)?(?:\\?.*)?", Kind::Feed,
     "https://rss.arxiv.org/rss/\\1", "arXiv \\1"},
    {"(?:www\\.)?huggingface\\.co|hf-mirror\\.com", "/papers(?:/(?:date|week|month)/.*|/trending)?/?(?:\\?.*)?", Kind::DailyPapers,
     "https://{host}/api/daily_papers", "Hugging Face Daily Papers"},
    {"(?:www\\.)?huggingface\\.co|hf-mirror\\.com", "/api/daily_papers(?:\\?.*)?", Kind::DailyPapers,
     "https://{host}/api/daily_papers", "Hugging Face Daily Papers"},
    {"(?:www\\.)?papers\\.cool", "/arxiv/([a-z-]+\\.[A-Za-z-]+|[a-z-]+)(?:\\?.*)?", Kind::Feed,
     "https://papers.cool/arxiv/\\1/feed", "papers.cool \\1"},
    {"github\\.com", "/([^/?]+)/([^/?]+)/(?:blob|raw)/([^?]+\\.(?:md|markdown|txt|html?|jsonl|json))(?:\\?.*)?", Kind::Document,
     RAW "\\1/\\2/\\3", "\\2"},
    {"github\\.com", "/([^/?]+)/([^/?]+?)(?:\\.git)?(?:/|/tree/[^?]+)?(?:\\?.*)?", Kind::DatedFiles,
     RAW "\\1/\\2/data/assets/file-list.txt", "\\2"},
    {"github\\.com", "/([^/?]+)/([^/?]+?)(?:\\.git)?/tree/([^/?]+)/?(?:\\?.*)?", Kind::Document, RAW "\\1/\\2/\\3/README.md", "\\2"},
    {"github\\.com", "/([^/?]+)/([^/?]+?)(?:\\.git)?/?(?:\\?.*)?", Kind::Document, RAW "\\1/\\2/HEAD/README.md", "\\2"},
    {"raw\\.githubusercontent\\.com", "/([^/?]+)/([^/?]+)/(.+/)?assets/file-list\\.txt", Kind::DatedFiles,
     RAW "\\1/\\2/\\3assets/file-list.txt", "\\2"},
    {"raw\\.githubusercontent\\.com", "/([^/?]+)/([^/?]+)/(.+/)?data/\\d{4}-\\d\\d-\\d\\d[^/]*\\.jsonl", Kind::DatedFiles,
     RAW "\\1/\\2/\\3assets/file-list.txt", "\\2"},
    {"raw\\.githubusercontent\\.com", "/([^/?]+)/([^/?]+)/(.+\\.(?:md|markdown|txt|html?|jsonl|json))", Kind::Document,
     RAW "\\1/\\2/\\3", "\\2"},
};
// clang-format on

#undef ARXIV_CATEGORY
#undef RAW

QString filledIn(const char *pattern, const QUrl &address, const QRegularExpressionMatch &match)
{
    QString out;
    const QString text = QString::fromLatin1(pattern).replace(QLatin1String("{host}"), address.host());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == QLatin1Char('\\') && at + 1 < text.size())
            out += match.captured(text.at(++at).digitValue());
        else
            out += text.at(at);
    }
    return out;
}

QRegularExpression anchoredAt(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
}

} // namespace

QList<library::Source> placesFor(const QUrl &address)
{
    QList<library::Source> out;
    const QString path = address.path(QUrl::FullyEncoded) +
                         (address.hasQuery() ? QLatin1Char('?') + address.query(QUrl::FullyEncoded) : QString());
    for (const Place &place : table) {
        const auto match = anchoredAt(place.path).match(path);
        if (!anchoredAt(place.host).match(address.host()).hasMatch() || !match.hasMatch())
            continue;
        library::Source source;
        source.kind = place.kind;
        source.url = QUrl(filledIn(place.url, address, match), QUrl::TolerantMode).toString(QUrl::FullyEncoded);
        source.title = QUrl::fromPercentEncoding(filledIn(place.title, address, match).toLatin1());
        out.append(source);
    }
    return out;
}

QUrl arxivList(const QString &typed)
{
    static const QRegularExpression category(QStringLiteral(
        "^(?:arxiv:\\s*)?((?:cs|stat|eess|math|physics|q-bio|q-fin|econ|cond-mat|astro-ph|nlin)\\.[A-Za-z-]{2,}"
        "(?:\\+[a-z-]+\\.[A-Za-z-]{2,})*)$"));
    const auto match = category.match(typed.trimmed());
    return match.hasMatch() ? QUrl(QStringLiteral("https://arxiv.org/list/%1/new").arg(match.captured(1))) : QUrl();
}

const QList<Preset> &presets()
{
    static const QList<Preset> rows{
        {QStringLiteral("arXiv cs.LG"), QStringLiteral("https://arxiv.org/list/cs.LG/new")},
        {QStringLiteral("arXiv cs.CV"), QStringLiteral("https://arxiv.org/list/cs.CV/new")},
        {QStringLiteral("arXiv cs.CL"), QStringLiteral("https://arxiv.org/list/cs.CL/new")},
        {QStringLiteral("arXiv cs.AI"), QStringLiteral("https://arxiv.org/list/cs.AI/new")},
        {QStringLiteral("arXiv cs.RO"), QStringLiteral("https://arxiv.org/list/cs.RO/new")},
        {QStringLiteral("Hugging Face Daily Papers"), QStringLiteral("https://huggingface.co/papers")},
        {QStringLiteral("daily-arXiv-ai-enhanced (中文)"),
         QStringLiteral("https://github.com/dw-dengwei/daily-arXiv-ai-enhanced")},
        {QStringLiteral("ML Papers of the Week"), QStringLiteral("https://github.com/dair-ai/ML-Papers-of-the-Week")},
    };
    return rows;
}

} // namespace yaodian::sync
