#include "sync/finder.h"

#include "net/address.h"
#include "sync/finding.h"
#include "sync/inspecting.h"
#include "sync/judging.h"
#include "sync/kinds.h"
#include "sync/places.h"
#include "sync/recipe.h"
#include "sync/walking.h"

#include <QDir>
#include <QFileInfo>

namespace yaodian::sync {

namespace {

/// The folder that a person typed or dropped; empty: it is none.
QString folderIn(const QString &typed)
{
    const QUrl url(typed.trimmed());
    const QString path = url.isLocalFile() ? url.toLocalFile() : typed.trimmed();
    const QFileInfo info(path);
    return QDir::isAbsolutePath(path) && info.isDir() ? info.canonicalFilePath() : QString();
}

/// What is asked of a candidate first, to see whether it is what it seems.
QUrl probeOf(const library::Source &source, const QDateTime &now)
{
    const QList<Ask> asks = firstAsks({source, {}, now, 0, {}});
    return asks.isEmpty() ? QUrl(source.url) : asks.first().url;
}

} // namespace

Finder::Finder(const Services &services, QObject *context, Found done, QObject *parent)
    : QObject(parent), m_services(services), m_context(context), m_done(std::move(done))
{
    connect(context, &QObject::destroyed, this, &Finder::cancel);
}

Finder::~Finder()
{
    if (m_request != 0)
        m_services.client.cancel(m_request);
    if (m_job)
        m_job->cancel();
}

void Finder::start(const QString &typed)
{
    if (const QString path = folderIn(typed); !path.isEmpty())
        return folder(path);
    const QUrl list = arxivList(typed);
    m_typed = list.isValid() && !list.isEmpty() ? list : typedAddress(typed);
    if (!m_typed.isValid() || m_typed.isEmpty())
        return finish(Error::world(tr("“%1” is not a web address.").arg(typed.left(200))));
    for (const library::Source &place : placesFor(m_typed))
        m_candidates.append({place, true});
    if (m_candidates.isEmpty()) {
        library::Source unknown;
        unknown.url = m_typed.toString(QUrl::FullyEncoded);
        m_candidates.append({unknown, false});
    }
    next();
}

void Finder::cancel()
{
    if (m_request != 0)
        m_services.client.cancel(std::exchange(m_request, 0));
    if (m_job)
        m_job->cancel();
    finish(Error::cancelled());
}

void Finder::folder(const QString &path)
{
    m_job = m_services.background.run(
        this, [path](const CancelToken &token) { return walk({path}, token); },
        [this, path](const Walked &walked) {
            Finding finding;
            finding.source.kind = library::Source::Kind::Folder;
            finding.source.url = QUrl::fromLocalFile(path).toString();
            finding.source.title = QFileInfo(path).fileName();
            finding.what = kindName(finding.source.kind);
            finding.issues = int(walked.files.size());
            for (const QString &file : walked.files.mid(0, 5))
                finding.titles.append(QFileInfo(file).fileName());
            accept(finding);
        });
}

void Finder::next()
{
    if (m_over)
        return;
    if (!m_candidates.isEmpty())
        return ask(m_candidates.takeFirst());
    if (m_page.status == 0)
        return finish(Error::world(m_failure));
    // Nothing that the page hints at held: the page itself.
    m_job = m_services.background.run(
        this, [page = m_page, typed = m_typed](const CancelToken &) { return inspectPage(page, typed); },
        [this](const Result<Finding> &found) {
            if (found)
                return accept(*found);
            finish(Error::world(
                tr("%1 is a web page that names no feed (RSS or Atom) and lists no posts. Nothing was added.")
                    .arg(m_typed.toDisplayString())));
        });
}

void Finder::ask(const Candidate &candidate)
{
    net::Request request;
    request.url = candidate.kindKnown ? probeOf(candidate.source, m_services.clock.now()) : QUrl(candidate.source.url);
    request.headers = requestHeaders({}, true);
    // What a page names is the person's word only where it stays on the server that the person named.
    request.typedByPerson = net::sameHostAndPort(request.url, m_typed);
    m_request = m_services.client.get(request, this, [this, candidate](const Result<net::Response> &result) {
        m_request = 0;
        if (!m_over)
            answered(candidate, result);
    });
}

void Finder::answered(const Candidate &candidate, const Result<net::Response> &result)
{
    if (!result) {
        if (result.error().isCancelled())
            return finish(result.error());
        return missed(result.error().message);
    }
    inspect(candidate, *result);
}

void Finder::inspect(const Candidate &candidate, const net::Response &response)
{
    struct Seen
    {
        Result<Finding> found;
        bool page = false;
    };
    m_job = m_services.background.run(
        this,
        [candidate, response](const CancelToken &) {
            const bool page = !candidate.kindKnown && isPage(response);
            library::Source source = candidate.source;
            // Where the address has moved for good, the new one is what is kept.
            if (!response.movedTo.isEmpty() && !candidate.kindKnown)
                source.url = response.movedTo.toString(QUrl::FullyEncoded);
            return Seen{page                  ? Result<Finding>(Error::world(QString()))
                        : candidate.kindKnown ? inspectAnswer(source, response)
                                              : recognise(response, QUrl(source.url)),
                        page};
        },
        [this, response](const Seen &seen) {
            if (m_over)
                return;
            if (seen.page)
                return page(response);
            seen.found ? accept(*seen.found) : missed(seen.found.error().message);
        });
}

void Finder::page(const net::Response &response)
{
    m_page = response;
    for (const library::Source &source : namedBy(response.body, response.finalUrl).sources)
        m_candidates.append({source, true});
    next();
}

void Finder::missed(const QString &sentence)
{
    if (m_failure.isEmpty())
        m_failure = sentence;
    next();
}

void Finder::accept(Finding finding)
{
    library::Source &source = finding.source;
    source.id = library::Library::sourceId(source.kind, source.url);
    const auto known = m_services.library.sources();
    for (const library::Source &one : known) {
        if (one.id != source.id && (one.kind != source.kind || one.options.address != source.url))
            continue;
        source = one;
        finding.known = true;
    }
    finish(finding);
}

void Finder::finish(const Result<Finding> &result)
{
    if (m_over)
        return;
    m_over = true;
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            Q_EMIT ended();
            if (m_context && m_done)
                m_done(result);
            deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace yaodian::sync
