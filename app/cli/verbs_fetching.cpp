// import, reparse, fetch: what comes into the library.
#include "cli/arrived.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"

#include <memory>

namespace yaodian::cli {

namespace {

void importAll(Context &context, const Arguments &arguments, Done done)
{
    showActivity(context);
    const auto finished = [&context, done](const sync::Outcome &outcome) {
        Arrived arrived;
        arrived.add(outcome);
        done(report(context, arrived));
    };
    if (arguments.words == QStringList{QStringLiteral("-")}) {
        context.services->sync.importBytes(context.input, QString(), library::Library::filesSource(), &context.life,
                                           finished);
        return;
    }
    QStringList paths;
    for (const QString &word : arguments.words)
        paths += context.path(word);
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

/// One PDF after the other: `left` papers wait.
void fetchNext(Context &context, const std::shared_ptr<QList<library::PaperId>> &left,
               const std::shared_ptr<Arrived> &arrived, const Done &done)
{
    while (!left->isEmpty() && context.services->papers.stored(left->constFirst())) {
        left->removeFirst();
        ++arrived->unchanged;
    }
    if (left->isEmpty())
        return done(report(context, *arrived));
    const library::PaperId paper = left->takeFirst();
    const auto known = context.services->library.paper(paper);
    const QString title = known ? known->title : paper.toString();
    context.progress(Say::tr("Fetching “%1”…").arg(title));
    context.services->papers.fetch(paper, &context.life,
                                   [&context, left, arrived, done, title](const Result<library::Document> &document) {
                                       if (document) {
                                           ++arrived->fresh;
                                           if (!context.globals.json)
                                               context.print(document->path);
                                       } else {
                                           arrived->failed += Say::tr("“%1”: %2").arg(title, document.error().message);
                                       }
                                       fetchNext(context, left, arrived, done);
                                   });
}

void fetch(Context &context, const Arguments &arguments, Done done)
{
    auto papers = resolvePapers(context, arguments.words);
    if (!papers)
        return done(context.fail(papers.error()));
    fetchNext(context, std::make_shared<QList<library::PaperId>>(*papers), std::make_shared<Arrived>(), done);
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
        {"fetch", "ID …", QT_TRANSLATE_NOOP("cli", "get the PDFs of papers"), {}, 1, -1, Need::Write, fetch},
    };
}

} // namespace yaodian::cli
