#include "papers/papers.h"

#include "base/background.h"
#include "base/files.h"
#include "digest/digest.h"
#include "papers/download.h"
#include "papers/outcomes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

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

/// A PDF on disk, checked; else one clear sentence.
Result<QByteArray> readPdf(const QString &path)
{
    auto bytes = readFile(path, largestPdf);
    if (!bytes)
        return bytes;
    const auto fine = isPdf(path, *bytes);
    return fine ? bytes : Result<QByteArray>(fine.error());
}

/// "2302.03084v1.pdf", "arxiv-2302.03084.pdf", "2302.03084 - Title.pdf": the paper that the name begins with.
std::optional<digest::Identifier> arxivInFileName(const QString &path)
{
    static const QRegularExpression id(
        QStringLiteral("^(?:arxiv[-_. :]?)?(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5})(v\\d{1,2})?(?![0-9.]*[0-9])"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = id.match(QFileInfo(path).completeBaseName());
    if (!match.hasMatch())
        return std::nullopt;
    return digest::Identifier{digest::Identifier::Scheme::Arxiv, match.captured(1), match.captured(2)};
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
    Private(library::Library &l, net::Client &c) : library(l), client(c) {}

    library::Library &library;
    net::Client &client;
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

Papers::Papers(library::Library &library, net::Client &client, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(library, client))
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
    if (Download *running = d->running.value(paper)) {
        running->join(context, std::move(done), std::move(progress));
        return;
    }
    auto *download = new Download(d->client, stepsFor(d->library, *known), trustedServers(d->library, paper), this);
    d->running.insert(paper, download);
    download->join(context, std::move(done), std::move(progress));
    connect(download, &Download::failed, this,
            [this, paper](const QString &sentence) { d->end(paper, Error::world(sentence)); });
    connect(download, &Download::abandoned, this, [this, paper] { d->end(paper, Error::cancelled()); });
    connect(download, &Download::arrived, this, [this, paper, download](const QByteArray &pdf, const QUrl &from) {
        d->storing.run(
            download,
            [library = &d->library, paper, pdf, from](const CancelToken &) {
                return library->addDocument(paper, pdf, versionIn(from), from.toString(QUrl::FullyEncoded));
            },
            [this, paper](const Result<Document> &document) { d->end(paper, document); });
    });
    download->start();
}

void Papers::cancel(PaperId asked)
{
    const auto known = d->library.paper(asked);
    const PaperId paper = known ? known->id : asked;
    QMetaObject::invokeMethod(
        this, [this, paper] { d->end(paper, Error::cancelled()); }, Qt::QueuedConnection);
}

QList<Attempt> Papers::attempts(PaperId asked) const
{
    const auto known = d->library.paper(asked);
    return d->attempts.value(known ? known->id : asked);
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

Result<Document> Papers::adopt(PaperId paper, const QString &path)
{
    const auto bytes = readPdf(path);
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

Result<Document> Papers::adoptLoose(const QString &path)
{
    const auto bytes = readPdf(path);
    if (!bytes)
        return bytes.error();
    const QString sha256 = sha256Hex(*bytes);
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
