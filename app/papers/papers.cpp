#include "papers/papers.h"

#include "base/background.h"
#include "base/files.h"
#include "digest/digest.h"
#include "papers/arxivfacts.h"
#include "papers/download.h"
#include "papers/outcomes.h"
#include "papers/patience.h"
#include "papers/recognising.h"
#include "papers/titlesearch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yaodian::papers {

using library::Document;
using library::PaperId;

namespace {

/// What a file that begins like this is instead of a PDF; nothing where it is one.
Result<void> isPdf(const QString &path, const QByteArray &start)
{
    const Looks looks = looksLike(start);
    if (looks == Looks::Pdf)
        return {};
    return Error::world(looks == Looks::Nothing ? QCoreApplication::translate("papers", "%1 is empty.").arg(path)
                        : looks == Looks::WebPage
                            ? QCoreApplication::translate("papers", "%1 is a web page, not a PDF.").arg(path)
                            : QCoreApplication::translate("papers", "%1 is not a PDF.").arg(path));
}

/// A PDF on disk, checked; else one clear sentence. In pieces: a slow disk is left when nobody waits any more.
Result<QByteArray> readPdf(const QString &path, const CancelToken &token)
{
    constexpr qint64 piece = 4LL * 1024 * 1024;
    if (const auto fine = yaodian::checkFile(path, largestPdf); !fine)
        return fine.error();
    QFile file(path);
    bool whole = false;
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) {
        while (!whole && bytes.size() <= largestPdf && !token.stop_requested()) {
            const QByteArray read = file.read(piece);
            whole = read.isEmpty();
            bytes += read;
        }
    }
    if (token.stop_requested())
        return Error::cancelled();
    if (!whole || file.error() != QFileDevice::NoError)
        return Error::world(
            QCoreApplication::translate("papers", "%1 cannot be read: %2.").arg(path, file.errorString()));
    const auto fine = isPdf(path, bytes);
    return fine ? Result<QByteArray>(bytes) : Result<QByteArray>(fine.error());
}

QString arxivPage(const digest::Identifier &arxiv)
{
    return QStringLiteral("https://arxiv.org/abs/") + arxiv.value;
}

/// A bare number says more with its "arXiv:".
QString titleOf(const QString &path, const std::optional<digest::Identifier> &arxiv)
{
    const QString name = QFileInfo(path).completeBaseName();
    const bool bare = arxiv && name == arxiv->value + arxiv->version;
    return bare ? QStringLiteral("arXiv:%1").arg(name) : name;
}

} // namespace

struct Papers::Private
{
    Private(library::Library &l, net::Client &c, const Clock &t) : library(l), client(c), clock(t) {}

    library::Library &library;
    net::Client &client;
    const Clock &clock;
    int arxivCap = 100;
    QString email;
    bool tidied = false;
    QHash<PaperId, Download *> running;
    QHash<PaperId, QList<Attempt>> attempts;
    Background storing{1}; ///< last member: awaited before the rest goes

    /// The paper that a link names. One that no post mentions gets a mention of its own among the files, kept as a post
    /// like any other, so that it stands in the lists and is there again after a rebuild.
    Result<PaperId> mention(const QString &title, const QString &link)
    {
        const auto known = library.named(link, {library::Library::Named::What::Paper});
        if (known.what == library::Library::Named::What::Paper && !library.mentions(PaperId(known.id)).isEmpty())
            return PaperId(known.id);
        const QJsonObject item{{QStringLiteral("title"), title}, {QStringLiteral("url"), link}};
        const QByteArray post = QJsonDocument(QJsonArray{item}).toJson();
        const auto issues = digest::parse(post, {QStringLiteral("paper.json"), {}, {}});
        if (!issues)
            return issues.error();
        const auto stored = library.storeIssue(library::Library::filesSource(), issues->first(), post);
        if (!stored)
            return stored.error();
        const auto entry = library.entry(stored->entries.value(0));
        Q_ASSERT(entry); // one item, one entry
        return entry->row.paper;
    }

    /// What the download of a paper stands on.
    Ground groundFor(PaperId paper)
    {
        const auto known = library.paper(paper);
        return {
            client,
            library.incomingFolder(),
            email,
            trustedServers(library, paper),
            [this](const Step &step) { return refusal(step); },
            known ? known->title : QString(),
            [this](const net::Response &head, const QUrl &asked) { keepPatience(library, head, asked, clock.now()); }};
    }

    [[nodiscard]] int fromArxivToday() const
    {
        const QDateTime midnight(clock.now().toLocalTime().date().startOfDay());
        return library.documentsSince(midnight, QStringLiteral("%arxiv.org/%"));
    }

    /// Why an address is not to be asked now; empty: it may be.
    [[nodiscard]] QString refusal(const Step &step) const
    {
        if (arxivCap > 0 && step.what == Step::What::Pdf && isArxiv(step.url) && fromArxivToday() >= arxivCap)
            return enoughForTodaySentence(arxivCap);
        const QDateTime until = patienceUntil(library, step.url);
        return until.isValid() && until > clock.now() ? heldSentence(step.url, until) : QString();
    }

    /// One paper's PDF by these steps; one that is under way already is joined.
    void download(Papers *papers, PaperId paper, const QList<Step> &steps, QObject *context,
                  std::function<void(Result<Document>)> done, net::Progress progress)
    {
        if (Download *under = running.value(paper)) {
            under->join(context, std::move(done), std::move(progress));
            return;
        }
        if (!std::exchange(tidied, true))
            PartFile::tidy(library.incomingFolder());
        auto *download = new Download(groundFor(paper), steps, papers);
        running.insert(paper, download);
        download->join(context, std::move(done), std::move(progress));
        QObject::connect(download, &Download::failed, papers,
                         [this, paper](const QString &sentence) { end(paper, Error::world(sentence)); });
        QObject::connect(download, &Download::abandoned, papers, [this, paper] { end(paper, Error::cancelled()); });
        QObject::connect(download, &Download::arrived, papers,
                         [this, paper, download](const QString &file, const QUrl &from, const QString &version) {
                             storing.run(
                                 download,
                                 [library = &library, paper, file, from, version](const CancelToken &) {
                                     return library->takeDocument(paper, file, version,
                                                                  from.toString(QUrl::FullyEncoded));
                                 },
                                 [this, paper](const Result<Document> &document) { end(paper, document); });
                         });
        download->start();
    }

    /// One batch after the other. Looking what is to be asked, and filling, take a while in a large library.
    void askArxiv(int most, int filled, QObject *context, const std::function<void(Result<int>)> &done)
    {
        constexpr int goodForDays = 7;
        if (most <= 0)
            return answerLater(context, [done, filled] { done(filled); });
        storing.run(
            context,
            [library = &library, before = clock.now().addDays(-goodForDays)](const CancelToken &) {
                return toAsk(*library, before);
            },
            [=, this](const QStringList &arxiv) {
                const QUrl address = factsAddress(arxiv);
                const QString refused = arxiv.isEmpty() ? QString() : refusal({address, Step::What::Answer, {}});
                if (arxiv.isEmpty() || !refused.isEmpty())
                    return done(refused.isEmpty() ? Result<int>(filled) : Result<int>(Error::world(refused)));
                net::Request request;
                request.url = address;
                request.headers = {{"Accept", "application/atom+xml"}};
                client.get(request, context, [=, this](const Result<net::Response> &answer) {
                    if (!answer)
                        return done(answer.error());
                    keepPatience(library, *answer, address, clock.now());
                    const auto facts = factsIn(*answer, arxiv);
                    if (!facts)
                        return done(facts.error());
                    fill(*facts, context, done,
                         [=, this] { askArxiv(most - 1, filled + int(arxiv.size()), context, done); });
                });
            });
    }

    void fill(const QList<library::ArxivFacts> &facts, QObject *context, const std::function<void(Result<int>)> &done,
              const std::function<void()> &then)
    {
        storing.run(
            context, [library = &library, facts](const CancelToken &) { return library->putFacts(facts); },
            [done, then](const Result<void> &put) {
                if (put)
                    then();
                else
                    done(put.error());
            });
    }

    /// The next hundred. Numbers that none of arXiv's can be would spoil the answer for all others, and count as asked.
    static QStringList toAsk(library::Library &library, const QDateTime &before)
    {
        for (;;) {
            const QStringList all = library.arxivToAsk(mostAtOnce, before);
            QStringList sound;
            QList<library::ArxivFacts> unsound;
            for (const QString &one : all) {
                if (canBeArxiv(one))
                    sound.append(one);
                else
                    unsound.append({one, {}, {}, {}, {}, {}});
            }
            if ((!unsound.isEmpty() && !library.putFacts(unsound)) || !sound.isEmpty() || all.isEmpty())
                return sound;
        }
    }

    static void answerLater(QObject *context, const std::function<void()> &answer)
    {
        QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
    }

    /// Takes the download out and tells those who wait.
    void end(PaperId paper, const Result<Document> &result)
    {
        Download *download = running.take(paper);
        if (!download)
            return;
        attempts.insert(paper, download->attempts());
        download->tell(result);
        download->deleteLater();
    }
};

Papers::Papers(library::Library &library, net::Client &client, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(library, client, clock))
{
}

Papers::~Papers()
{
    qDeleteAll(d->running);
}

std::optional<Document> Papers::stored(PaperId paper) const
{
    const auto documents = d->library.documents(paper);
    return documents.isEmpty() ? std::nullopt : std::optional(documents.first());
}

void Papers::fetch(PaperId asked, QObject *context, std::function<void(Result<Document>)> done, net::Progress progress)
{
    const auto answerLater = [context, done](const Result<Document> &result) {
        QMetaObject::invokeMethod(
            context, [done, result] { done(result); }, Qt::QueuedConnection);
    };
    const auto known = d->library.paper(asked);
    if (!known)
        return answerLater(Error::world(tr("There is no such paper in the library.")));
    const PaperId paper = known->id;
    if (const auto document = stored(paper))
        return answerLater(*document);
    d->download(this, paper, stepsFor(d->library, *known, d->email), context, std::move(done), std::move(progress));
}

void Papers::fetchNewest(PaperId asked, QObject *context, std::function<void(Result<Document>)> done,
                         net::Progress progress)
{
    const auto paper = d->library.paper(asked);
    const library::PaperFacts facts = d->library.facts(asked);
    const digest::Identifier newest{digest::Identifier::Scheme::Arxiv, facts.arxiv, facts.newest};
    d->download(this, paper ? paper->id : asked,
                facts.newest.isEmpty() ? QList<Step>() : stepsForLink(pageOf(newest), d->email), context,
                std::move(done), std::move(progress));
}

void Papers::askArxiv(int most, QObject *context, std::function<void(Result<int>)> done)
{
    d->askArxiv(most, 0, context, done);
}

void Papers::cancel(PaperId asked)
{
    const auto known = d->library.paper(asked);
    const PaperId paper = known ? known->id : asked;
    QMetaObject::invokeMethod(
        this, [this, paper] { d->end(paper, Error::cancelled()); }, Qt::QueuedConnection);
}

bool Papers::hasWay(PaperId asked) const
{
    const auto paper = d->library.paper(asked);
    return paper && !stepsFor(d->library, *paper, d->email).isEmpty();
}

void Papers::searchTitle(PaperId asked, const QString &title, QObject *context,
                         std::function<void(Result<QList<Candidate>>)> done)
{
    const auto paper = d->library.paper(asked);
    const QUrl address = titleSearchAddress(title.isEmpty() && paper ? paper->title : title);
    if (!paper || !address.isValid()) {
        QMetaObject::invokeMethod(
            context, [done] { done(Error::world(tr("There is no title to search for."))); }, Qt::QueuedConnection);
        return;
    }
    if (const QString refusal = d->refusal({address, Step::What::Answer, {}}); !refusal.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done, refusal] { done(Error::world(refusal)); }, Qt::QueuedConnection);
        return;
    }
    net::Request request;
    request.url = address;
    request.headers = {{"Accept", "application/atom+xml"}};
    d->client.get(request, context, [this, address, paper = *paper, done](const Result<net::Response> &answer) {
        if (answer)
            keepPatience(d->library, *answer, address, d->clock.now());
        done(answer ? candidatesIn(*answer, paper) : Result<QList<Candidate>>(answer.error()));
    });
}

Result<PaperId> Papers::take(PaperId paper, const Candidate &candidate)
{
    return d->library.learn(paper, {candidate.arxiv});
}

QString Papers::webSearch(PaperId asked) const
{
    const auto paper = d->library.paper(asked);
    if (!paper || paper->title.isEmpty())
        return {};
    QUrl url(QStringLiteral("https://www.bing.com/search"));
    url.setQuery(QStringLiteral("q=") +
                 QString::fromLatin1(QUrl::toPercentEncoding(paper->title + QStringLiteral(" pdf"))));
    return url.toString(QUrl::FullyEncoded);
}

Papers::Today Papers::arxivToday() const
{
    return {d->fromArxivToday(), d->arxivCap};
}

void Papers::setArxivCap(int pdfsADay)
{
    d->arxivCap = qMax(0, pdfsADay);
}

void Papers::setEmail(const QString &email)
{
    d->email = email.trimmed();
}

QList<Attempt> Papers::attempts(PaperId asked) const
{
    const auto known = d->library.paper(asked);
    return d->attempts.value(known ? known->id : asked);
}

QStringList Papers::reasons(PaperId paper) const
{
    QStringList out;
    const auto all = attempts(paper);
    for (const Attempt &attempt : all)
        out += attempt.outcome;
    out.removeDuplicates();
    return out;
}

QString Papers::webPage(PaperId asked) const
{
    const auto paper = d->library.paper(asked);
    if (!paper)
        return {};
    const auto mentions = d->library.mentions(paper->id);
    for (const library::ListRow &row : mentions) {
        const QUrl url(row.url, QUrl::TolerantMode);
        if (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
            return url.toString();
    }
    for (const digest::Identifier &identifier : paper->identifiers) {
        if (const QUrl page = pageOf(identifier); page.isValid())
            return page.toString();
    }
    return {};
}

Result<Document> Papers::adopt(PaperId paper, const QString &path, const CancelToken &token)
{
    const auto bytes = readPdf(path, token);
    if (!bytes)
        return bytes.error();
    const auto named = arxivInFileName(path);
    const auto known = d->library.paper(paper);
    const bool same = named && known && known->identifiers.contains(*named);
    return d->library.addDocument(paper, *bytes, same ? named->version : QString(), QFileInfo(path).absoluteFilePath());
}

Result<void> Papers::checkFile(const QString &path)
{
    if (const auto fine = yaodian::checkFile(path, largestPdf); !fine)
        return fine;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::world(
            QCoreApplication::translate("papers", "%1 cannot be read: %2.").arg(path, file.errorString()));
    return isPdf(path, file.read(1024));
}

Result<Document> Papers::adoptLoose(const QString &path, const CancelToken &token)
{
    const auto bytes = readPdf(path, token);
    if (!bytes)
        return bytes.error();
    const QString sha256 = sha256Hex(*bytes);
    if (token.stop_requested())
        return Error::cancelled();
    if (const auto document = d->library.document(sha256))
        return *document;
    const auto named = arxivInFileName(path);
    const auto paper = d->mention(titleOf(path, named), named ? arxivPage(*named) : digest::documentLink(sha256));
    if (!paper)
        return paper.error();
    return d->library.addDocument(*paper, *bytes, named ? named->version : QString(),
                                  QFileInfo(path).absoluteFilePath());
}

} // namespace yaodian::papers
