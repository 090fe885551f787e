#include "exporting/escape.h"
#include "exporting/images.h"
#include "exporting/values.h"
#include "exporting/view.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace yaodian::exporting {

namespace {

QString identifierOf(const library::Paper &paper, digest::Identifier::Scheme scheme)
{
    for (const digest::Identifier &identifier : paper.identifiers) {
        if (identifier.scheme == scheme)
            return identifier.value;
    }
    return {};
}

/// As Obsidian and Logseq read them behind a '#': without blanks and signs.
data tagsData(const QStringList &tags)
{
    static const QRegularExpression signs(QStringLiteral("[^\\w/-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList names;
    for (QString tag : tags) {
        tag.replace(signs, QStringLiteral("-"));
        while (tag.startsWith(QLatin1Char('-')) || tag.endsWith(QLatin1Char('-')))
            tag = tag.startsWith(QLatin1Char('-')) ? tag.mid(1) : tag.chopped(1);
        if (!tag.isEmpty())
            names << tag;
    }
    return listData(names);
}

bool isOfThisMachine(const QString &address)
{
    const QString host = QUrl(address).host();
    return host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
}

class HighlightData
{
public:
    HighlightData(const Lookups &lookups, const library::Paper &paper) : m_lookups(lookups), m_paper(paper) {}

    Fields of(const library::Highlight &highlight, Scope scope = Scope::Highlight)
    {
        Fields item(scope);
        const library::Kind kind = m_lookups.kind(highlight.kind);
        item.set("id", rawData(highlight.id.toString()));
        item.set("kind", textData(kind.nameZh.isEmpty() ? kind.nameEn : kind.nameZh));
        item.set("kind_en", textData(kind.nameEn));
        item.set("quote", textData(highlight.quote.isEmpty() ? QStringLiteral("图") : highlight.quote));
        item.set("image", highlight.image.isEmpty() ? data(false) : rawData(imageFile(highlight.image)));
        item.set("comment",
                 rawData(markedValue({ValueKey::What::Comment, highlight.id.uuid()}, inlineText(highlight.comment))));
        item.set("tags", tagsData(highlight.tags));
        item.set("page", numberData(highlight.page + 1));
        item.set("link", rawData(paperLink(m_paper.id) + QStringLiteral("?highlight=") + highlight.id.toString()));
        item.set("web", rawData(webPage(m_paper, m_lookups.document(highlight.document), highlight.page)));
        // One passage can back two points; a block id may stand in a file once.
        const bool first = !m_given.contains(highlight.id);
        m_given.insert(highlight.id);
        item.set("block", first ? rawData(blockId(QLatin1String("hl-"), highlight.id.uuid())) : data(false));
        return item;
    }

private:
    const Lookups &m_lookups;
    const library::Paper &m_paper;
    QSet<library::HighlightId> m_given;
};

/// The highlights that back a point; those that are not among the known ones are looked up.
QList<library::Highlight> evidenceOf(const library::Library &library, const library::Point &point,
                                     const QList<library::Highlight> &known)
{
    QList<library::Highlight> out;
    for (const library::HighlightId &id : point.evidence) {
        const auto found = std::find_if(known.cbegin(), known.cend(),
                                        [&id](const library::Highlight &highlight) { return highlight.id == id; });
        if (found != known.cend())
            out << *found;
        else if (const auto highlight = library.highlight(id))
            out << *highlight;
    }
    return out;
}

data evidenceData(const QList<library::Highlight> &evidence, HighlightData &highlights)
{
    data list(data::type::list);
    bool first = true;
    for (const library::Highlight &highlight : evidence) {
        Fields item = highlights.of(highlight, Scope::Evidence);
        item.set("first", data(first));
        first = false;
        append(list, std::move(item));
    }
    if (first)
        return data(false);
    return list;
}

} // namespace

bool isTypedPoint(const library::Point &point)
{
    return point.isOwn() || (!point.digestText.isEmpty() && point.digestText != point.text);
}

QString webPage(const library::Paper &paper, const std::optional<library::Document> &document, int page)
{
    const QString anchor = QStringLiteral("#page=%1").arg(page + 1);
    if (const QString arxiv = identifierOf(paper, digest::Identifier::Scheme::Arxiv); !arxiv.isEmpty()) {
        const QString version = document ? document->version : QString();
        return linkTarget(QStringLiteral("https://arxiv.org/pdf/") + arxiv + version) + anchor;
    }
    if (const QString forum = identifierOf(paper, digest::Identifier::Scheme::OpenReview); !forum.isEmpty())
        return linkTarget(QStringLiteral("https://openreview.net/pdf?id=") + forum) + anchor;
    const QString origin = document ? linkTarget(document->origin) : QString();
    if (origin.isEmpty() || isOfThisMachine(origin))
        return {};
    return origin.section(QLatin1Char('#'), 0, 0) + anchor;
}

QString webAddress(const library::Paper &paper)
{
    using Scheme = digest::Identifier::Scheme;
    const std::pair<Scheme, QString> sites[] = {
        {Scheme::Arxiv, QStringLiteral("https://arxiv.org/abs/")},
        {Scheme::Doi, QStringLiteral("https://doi.org/")},
        {Scheme::OpenReview, QStringLiteral("https://openreview.net/forum?id=")},
        {Scheme::Link, QString()}};
    for (const auto &[scheme, site] : sites) {
        if (const QString value = identifierOf(paper, scheme); !value.isEmpty())
            return linkTarget(site + value);
    }
    return {};
}

void addPaperNames(Fields &into, const library::Paper &paper)
{
    using Scheme = digest::Identifier::Scheme;
    into.set("id", rawData(paper.id.toString()));
    into.set("link", rawData(paperLink(paper.id)));
    into.set("web", rawData(webAddress(paper)));
    into.set("title", textData(paper.title.isEmpty() ? paper.titleZh : paper.title));
    into.set("title_yaml", yamlData(paper.title));
    into.set("title_zh", textData(paper.titleZh));
    into.set("title_zh_yaml", yamlData(paper.titleZh));
    into.set("authors", textData(paper.authors.join(QStringLiteral(", "))));
    into.set("authors_yaml", rawData(yamlList(paper.authors)));
    into.set("categories", textData(paper.categories.join(QLatin1Char(' '))));
    into.set("categories_yaml", rawData(yamlList(paper.categories)));
    into.set("tags_yaml", rawData(yamlList(paper.state.tags)));
    const std::pair<const char *, Scheme> schemes[] = {
        {"arxiv", Scheme::Arxiv}, {"doi", Scheme::Doi}, {"openreview", Scheme::OpenReview}};
    for (const auto &[name, scheme] : schemes) {
        const QString value = identifierOf(paper, scheme);
        into.set(name, textData(value));
        into.set(std::string(name) + "_yaml", yamlData(value));
    }
    const int verdict = int(paper.state.verdict);
    const char *const keys[] = {"null", "\"read\"", "\"keep\"", "\"drop\""};
    const QString words[] = {QString(), QStringLiteral("精读"), QStringLiteral("存"), QStringLiteral("弃")};
    into.set("verdict", rawData(words[verdict]));
    into.set("verdict_yaml", data(keys[verdict]));
}

QList<library::Point> tellingPoints(const library::Library &library, library::PaperId paper)
{
    QList<library::Point> points = library.points(paper);
    points.removeIf([](const library::Point &point) {
        const bool edited = !point.digestText.isEmpty() && point.digestText != point.text;
        return !point.isOwn() && point.evidence.isEmpty() && !edited;
    });
    return points;
}

data pointsData(const Lookups &lookups, const library::Paper &paper, const QList<library::Point> &points,
                const QList<library::Highlight> &known)
{
    HighlightData highlights(lookups, paper);
    data list(data::type::list);
    for (const library::Point &point : points) {
        const bool isTyped = isTypedPoint(point);
        const QString text = isTyped ? hanging(readersMarkdown(point.text), 2) : inlineText(point.text);
        const auto marked = [&](int part, const QString &words) {
            using What = ValueKey::What;
            return rawData(markedValue({isTyped ? What::Point : What::DigestPoint, point.id.uuid(), part, 2}, words));
        };
        const bool several = text.contains(QLatin1Char('\n'));
        Fields item(Scope::Point);
        item.set("id", rawData(point.id.toString()));
        item.set("text", marked(0, text));
        item.set("head", marked(1, text.section(QLatin1Char('\n'), 0, 0)));
        item.set("tail", marked(2, text.section(QLatin1Char('\n'), 1)));
        item.set("own", data(point.isOwn()));
        item.set("single", data(!several));
        item.set("several", data(several));
        item.set("block", rawData(blockId(QLatin1String("pt-"), point.id.uuid())));
        item.set("evidence", evidenceData(evidenceOf(lookups.library(), point, known), highlights));
        append(list, std::move(item));
    }
    if (points.isEmpty())
        return data(false);
    return list;
}

data highlightsData(const Lookups &lookups, const library::Paper &paper, const QList<library::Highlight> &highlights)
{
    HighlightData form(lookups, paper);
    data list(data::type::list);
    for (const library::Highlight &highlight : highlights)
        append(list, form.of(highlight));
    if (highlights.isEmpty())
        return data(false);
    return list;
}

} // namespace yaodian::exporting
