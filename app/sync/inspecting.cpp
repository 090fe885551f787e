#include "sync/inspecting.h"

#include "sync/datedfiles.h"
#include "sync/feedshape.h"
#include "sync/judging.h"
#include "sync/kinds.h"
#include "sync/pagelinks.h"
#include "sync/say.h"

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;

constexpr qsizetype mostTitles = 5;
constexpr int papersOfADigest = 3; ///< fewer links to papers are in any blog's page

Finding findingOf(const library::Source &source, const QList<digest::Issue> &issues)
{
    Finding finding;
    finding.source = source;
    finding.what = kindName(source.kind);
    finding.issues = int(issues.size());
    for (const digest::Issue &issue : issues) {
        finding.papers += int(issue.entries.isEmpty() ? issue.references.size() : issue.entries.size());
        if (finding.titles.size() < mostTitles && !issue.title.isEmpty())
            finding.titles.append(issue.title);
    }
    return finding;
}

digest::Origin originFrom(const net::Response &response, bool named)
{
    digest::Origin origin;
    origin.mediaType = QString::fromLatin1(response.contentType);
    origin.link = response.finalUrl.toString(QUrl::FullyEncoded);
    if (named)
        origin.fileName = response.finalUrl.fileName();
    return origin;
}

QString titleFor(const library::Source &source, const QString &found, const net::Response &response)
{
    return !source.title.isEmpty() ? source.title : !found.isEmpty() ? found : response.finalUrl.host();
}

Result<Finding> inspectFeed(library::Source source, const net::Response &response)
{
    const FeedShape shape = feedShape(response.body);
    const Judgement judgement = judge(response, shape);
    const bool works = judgement.kind == Judgement::Kind::Whole || judgement.kind == Judgement::Kind::Empty ||
                       judgement.kind == Judgement::Kind::CutOff;
    if (!works)
        return Error::world(judgement.sentence);
    // A list of papers in JSON is one issue that grows, not a feed of posts.
    const bool list = shape.kind == FeedShape::Kind::Json && shape.items.isEmpty();
    if (list && source.kind == Kind::Feed)
        source.kind = Kind::Document;
    digest::Origin origin = originFrom(response, list);
    origin.link = baseAddress(response);
    const auto issues = digest::parse(response.body, origin);
    source.title = titleFor(source, digest::feedTitle(response.body, origin), response);
    return findingOf(source, issues ? *issues : QList<digest::Issue>());
}

Result<Finding> inspectFiles(library::Source source, const net::Response &response)
{
    const auto files = datedFiles(response.body, response.finalUrl, source.options.language);
    if (files.isEmpty())
        return Error::world(
            Say::tr("What %1 sent names no dated files. Nothing was added.").arg(response.finalUrl.host()));
    Finding finding = findingOf(source, {});
    finding.issues = int(files.size());
    for (qsizetype at = files.size() - 1; at >= 0 && finding.titles.size() < mostTitles; --at)
        finding.titles.append(files.at(at).url.fileName());
    return finding;
}

Result<Finding> inspectDocument(library::Source source, const net::Response &response, int fewestPapers)
{
    const auto issues = digest::parse(response.body, originFrom(response, true));
    if (!issues)
        return Error::world(
            Say::tr("What %1 sent could not be read: %2").arg(response.finalUrl.host(), issues.error().message));
    source.title = titleFor(source, issues->isEmpty() ? QString() : issues->first().title, response);
    Finding finding = findingOf(source, *issues);
    if (finding.papers < fewestPapers)
        return Error::world(Say::tr("What %1 sent is no feed. Nothing was changed.").arg(response.finalUrl.host()));
    return finding;
}

} // namespace

bool isPage(const net::Response &response)
{
    return response.status == 200 && feedShape(response.body).kind == FeedShape::Kind::None && isWebPage(response.body);
}

Result<Finding> inspectAnswer(library::Source source, const net::Response &response)
{
    if (response.status != 200)
        return Error::world(judgeDocument(response).sentence);
    switch (source.kind) {
    case Kind::DatedFiles:
        return inspectFiles(std::move(source), response);
    case Kind::Document:
        return inspectDocument(std::move(source), response, 1);
    default:
        return inspectFeed(std::move(source), response);
    }
}

Result<Finding> recognise(const net::Response &response, const QUrl &asked)
{
    library::Source source;
    source.url = asked.toString(QUrl::FullyEncoded);
    if (response.status != 200 || feedShape(response.body).kind != FeedShape::Kind::None)
        return inspectFeed(source, response);
    source.kind = Kind::DatedFiles;
    if (auto files = inspectFiles(source, response); files && files->issues >= papersOfADigest && !isPage(response)) {
        files->source.title = titleFor(source, {}, response);
        return files;
    }
    library::Source document = source;
    document.kind = Kind::Document;
    if (auto found = inspectDocument(document, response, 1))
        return found;
    source.kind = Kind::Feed;
    return inspectFeed(source, response); // whose sentence says what it is not
}

Result<Finding> inspectPage(const net::Response &response, const QUrl &asked)
{
    library::Source source;
    source.url = asked.toString(QUrl::FullyEncoded);
    source.kind = Kind::Page;
    const auto links = postLinks(response.body, response.finalUrl);
    const auto issues = digest::parse(response.body, originFrom(response, false));
    const QString title = issues && !issues->isEmpty() ? issues->first().title : QString();
    const qsizetype papers = issues && !issues->isEmpty() ? issues->first().entries.size() : 0;
    if (papers >= papersOfADigest || links.isEmpty()) {
        source.kind = Kind::Document;
        return inspectDocument(source, response, papersOfADigest);
    }
    source.title = titleFor(source, title, response);
    Finding finding = findingOf(source, {});
    finding.issues = int(links.size());
    for (const PostLink &link : links.mid(0, mostTitles))
        finding.titles.append(link.url.toDisplayString());
    return finding;
}

} // namespace yaodian::sync
