// import, reparse, fetch, metadata: what comes into the library.
#include "base/files.h"
#include "cli/arrived.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "exporting/annotationreader.h"
#include "exporting/annotationsin.h"
#include "pdf/document.h"

#include <QFileInfo>

#include <memory>

namespace yaodian::cli {

namespace {

/// Web annotations become highlights; false where the bytes are something else.
bool tookAnnotations(const Context &context, const QByteArray &bytes, const QString &name, Arrived &arrived)
{
    if (!exporting::isAnnotations(bytes))
        return false;
    const auto taken =
        exporting::takeAnnotations(context.services->library, bytes, [](const QString &path, std::optional<int> page) {
            return pdf::readText(path, page);
        });
    if (!taken) {
        arrived.failed += Say::tr("“%1”: %2").arg(name, taken.error().message);
        return true;
    }
    arrived.fresh += taken->fresh;
    arrived.unchanged += taken->unchanged;
    arrived.failed += taken->failed;
    return true;
}

bool tookAnnotationFile(const Context &context, const QString &path, Arrived &arrived)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != QLatin1String("json") && ending != QLatin1String("jsonld"))
        return false;
    const auto bytes = readFile(path, digest::largestDocument);
    return bytes && tookAnnotations(context, *bytes, QFileInfo(path).fileName(), arrived);
}

void importAll(Context &context, const Arguments &arguments, Done done)
{
    showActivity(context);
    auto arrived = std::make_shared<Arrived>();
    const auto finished = [&context, done, arrived](const sync::Outcome &outcome) {
        arrived->add(outcome);
        done(report(context, *arrived));
    };
    if (arguments.words == QStringList{QStringLiteral("-")}) {
        if (tookAnnotations(context, context.input, QStringLiteral("-"), *arrived))
            return done(report(context, *arrived));
        context.services->sync.importBytes(context.input, QString(), library::Library::filesSource(), &context.life,
                                           finished);
        return;
    }
    QStringList paths;
    for (const QString &word : arguments.words) {
        if (!tookAnnotationFile(context, context.path(word), *arrived))
            paths += context.path(word);
    }
    if (paths.isEmpty())
        return done(report(context, *arrived));
    context.services->sync.importFiles(paths, &context.life, finished);
}

void reparse(Context &context, const Arguments &, Done done)
{
    showActivity(context);
    if (const auto wanted = context.services->library.wantParsedAgain(); !wanted)
        return done(context.fail(wanted.error()));
    context.services->sync.parseAgain(&context.life, [&context, done](const sync::Outcome &outcome) {
        Arrived arrived;
        arrived.add(outcome);
        done(report(context, arrived));
    });
}

/// One PDF after the other.
struct Fetching
{
    Context &context;
    Done done;
    QList<library::PaperId> left; ///< papers that wait
    Arrived arrived;
};
using FetchingPtr = std::shared_ptr<Fetching>;

void fetchNext(const FetchingPtr &fetching);

void fetchOne(const FetchingPtr &fetching, library::PaperId paper, const QString &title)
{
    Context &context = fetching->context;
    context.progress(Say::tr("Fetching “%1”…").arg(title));
    context.services->papers.fetch(
        paper, &context.life, [fetching, paper, title](const Result<library::Document> &document) {
            if (document) {
                ++fetching->arrived.fresh;
                if (!fetching->context.globals.json)
                    fetching->context.print(document->path);
            } else {
                const QStringList reasons = fetching->context.services->papers.reasons(paper);
                fetching->arrived.failed +=
                    Say::tr("“%1”: %2")
                        .arg(title, reasons.isEmpty() ? document.error().message : reasons.join(QLatin1Char(' ')));
            }
            fetchNext(fetching);
        });
}

/// What may be meant by a title that arXiv knows in other words.
QString choiceSentence(const QString &title, const QList<papers::Candidate> &candidates)
{
    constexpr qsizetype most = 5;
    if (candidates.isEmpty())
        return Say::tr("“%1” has no link, and arXiv knows no paper of this title.").arg(title);
    QStringList lines;
    for (const papers::Candidate &candidate : candidates.first(qMin(most, candidates.size())))
        lines +=
            QStringLiteral("arXiv:%1 %2 (%3)").arg(candidate.arxiv.value, candidate.title, candidate.authors.value(0));
    return Say::tr("“%1” has no link. arXiv has others like it; --as takes one of them: %2")
        .arg(title, lines.join(QLatin1String("; ")));
}

/// A paper without a link: one search for its title.
void findAndFetch(const FetchingPtr &fetching, library::PaperId paper, const QString &title)
{
    Context &context = fetching->context;
    context.progress(Say::tr("Searching arXiv for “%1”…").arg(title));
    context.services->papers.searchTitle(
        paper, {}, &context.life, [fetching, paper, title](const Result<QList<papers::Candidate>> &candidates) {
            papers::Papers &papers = fetching->context.services->papers;
            const bool sure = candidates && !candidates->isEmpty() && candidates->first().exact &&
                              (candidates->size() == 1 || !candidates->at(1).exact);
            if (sure) {
                if (const auto found = papers.take(paper, candidates->first()))
                    return fetchOne(fetching, *found, title);
            }
            fetching->arrived.failed += candidates ? choiceSentence(title, *candidates)
                                                   : Say::tr("“%1”: %2").arg(title, candidates.error().message);
            fetchNext(fetching);
        });
}

void fetchNext(const FetchingPtr &fetching)
{
    papers::Papers &papers = fetching->context.services->papers;
    while (!fetching->left.isEmpty() && papers.stored(fetching->left.constFirst())) {
        fetching->left.removeFirst();
        ++fetching->arrived.unchanged;
    }
    if (fetching->left.isEmpty())
        return fetching->done(report(fetching->context, fetching->arrived));
    const library::PaperId paper = fetching->left.takeFirst();
    const auto known = fetching->context.services->library.paper(paper);
    const QString title = known ? known->title : paper.toString();
    if (papers.hasWay(paper))
        fetchOne(fetching, paper, title);
    else
        findAndFetch(fetching, paper, title);
}

void fetch(Context &context, const Arguments &arguments, Done done)
{
    auto papers = resolvePapers(context, arguments.words);
    if (!papers)
        return done(context.fail(papers.error()));
    if (arguments.has("--as")) {
        const auto named = digest::identifierFromText(arguments.value("--as"));
        if (!named || !named->isStrong())
            return done(context.fail(Error::world(
                Say::tr("“%1” names no paper: arXiv:2302.03084 or a DOI would.").arg(arguments.value("--as")))));
        const auto learnt = context.services->library.learn(papers->first(), {*named});
        if (!learnt)
            return done(context.fail(learnt.error()));
        papers = QList<library::PaperId>{*learnt};
    }
    fetchNext(std::make_shared<Fetching>(Fetching{context, std::move(done), *papers, {}}));
}

void metadata(Context &context, const Arguments &, Done done)
{
    constexpr int mostQuestions = 20;
    context.progress(Say::tr("Asking arXiv…"));
    context.services->papers.askArxiv(mostQuestions, &context.life, [&context, done](const Result<int> &asked) {
        if (!asked)
            return done(context.fail(asked.error()));
        if (context.globals.json)
            context.printJson(QJsonObject{{QStringLiteral("asked"), *asked}});
        else
            context.print(Say::tr("arXiv was asked about %n paper(s).", nullptr, *asked));
        done(exitDone);
    });
}

QString fetchMisuse(const Arguments &arguments)
{
    return arguments.has("--as") && arguments.words.size() != 1 ? Say::tr("--as says what one paper is.") : QString();
}

} // namespace

QList<Verb> fetchingVerbs()
{
    return {
        {"import",
         "FILE|DIR|- …",
         QT_TRANSLATE_NOOP("cli", "digests and PDFs into the library"),
         {},
         1,
         -1,
         Need::Write,
         importAll},
        {"reparse", "", QT_TRANSLATE_NOOP("cli", "stored posts, parsed again"), {}, 0, 0, Need::Write, reparse},
        {"fetch",
         "ID …",
         QT_TRANSLATE_NOOP("cli", "get the PDFs of papers; those without a link are searched for on arXiv"),
         {{"--as", "ID", QT_TRANSLATE_NOOP("cli", "the paper is this one: arXiv:2302.03084, a DOI")}},
         1,
         -1,
         Need::Write,
         fetch,
         fetchMisuse},
        {"metadata",
         "",
         QT_TRANSLATE_NOOP("cli", "ask arXiv for missing titles and authors, and for newer versions"),
         {},
         0,
         0,
         Need::Write,
         metadata},
    };
}

} // namespace yaodian::cli
