// The program itself syncs from a server, and fetches PDFs from it.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "base/files.h"
#include "tests/support/ranges.h"

#include <QProcess>

#include <atomic>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int feeds = 6;
constexpr int programPatienceMs = 60'000;

/// The program on a library of its own, in English.
struct Program
{
    QTemporaryDir folder;
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
    [[nodiscard]] Command command(const QStringList &arguments) const
    {
        return {arguments,
                QStringLiteral(YAODIAN_BIN "/yaodian"),
                {{u"YAODIAN_LIBRARY"_s, library()}, {u"HOME"_s, folder.path()}, {u"LC_ALL"_s, u"C.UTF-8"_s}}};
    }
    /// Runs it to its end; what went wrong.
    [[nodiscard]] QStringList run(const QStringList &arguments) const
    {
        const Command how = command(arguments);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : how.environment)
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.start(how.program, arguments);
        if (process.waitForFinished(programPatienceMs) && process.exitStatus() == QProcess::NormalExit &&
            process.exitCode() == 0)
            return {};
        process.kill();
        process.waitForFinished();
        return {u"“%1” failed: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError()))};
    }
};

QByteArray feedOf(int source, int posts)
{
    const QByteArray s = QByteArray::number(source);
    QByteArray items;
    for (int number = posts; number > 0; --number) {
        const QByteArray n = QByteArray::number(number);
        items += "<item><title>Digest " + s + "." + n + "</title><guid>" + s + "-" + n +
                 "</guid><description><![CDATA[<p>1、[LG] An Invented Paper " + s + " " + n +
                 "</p><p>A Author</p><p>一句话总结：made up</p><p>https://arxiv.org/abs/2302." +
                 QByteArray::number(10000 + source * 1000 + number) + "</p>]]></description></item>";
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Source " + s + "</title>" + items +
           "</channel></rss>";
}

struct Household
{
    Program program;
    tests::WebServer server;
    int posts = 0;   ///< of each source
    int entries = 0; ///< that were there after the last run
    int round = 0;

    void serve(int many)
    {
        posts = many;
        for (int source = 0; source < feeds; ++source) {
            tests::Answer answer = tests::Answer::of("application/rss+xml", feedOf(source, posts));
            answer.etag = "\"" + QByteArray::number(posts) + "\"";
            answer.delayMs = source * 5;
            server.route(u"/%1"_s.arg(source), answer);
        }
    }
};

/// All that was ever served is there, once.
QStringList allThere(Household &state)
{
    QStringList out = state.program.run({u"sync"_s});
    const Opened opened(state.program.library());
    const Library::Counts counts = opened->counts();
    if (counts.issues != feeds * state.posts || counts.entries != feeds * state.posts)
        out += u"of %1 posts, %2 issues and %3 entries are there"_s.arg(feeds * state.posts)
                   .arg(counts.issues)
                   .arg(counts.entries);
    QSet<QString> papers;
    for (const ListRow &row : opened->rows(opened->entryIds({})))
        papers << row.paper.toString();
    if (papers.size() != counts.entries)
        out += u"%1 entries have %2 papers"_s.arg(counts.entries).arg(papers.size());
    return out;
}

QStringList whatWasSynced(Household &state)
{
    QStringList out = unsound(state.program.library());
    {
        const Opened opened(state.program.library());
        const int entries = opened->counts().entries;
        if (entries < state.entries || entries > feeds * state.posts)
            out += u"there were %1 entries and are %2"_s.arg(state.entries).arg(entries);
        state.entries = entries;
    }
    return ++state.round % 5 == 0 ? out + allThere(state) : out; // several in a row without a whole one between
}

// --- fetching -----------------------------------------------------------------------------------------------------

constexpr int attemptsKilled = 4; ///< killed ones, before one is let come to its end

struct FetchState
{
    Program program;
    tests::WebServer server;
    std::shared_ptr<std::atomic_bool> whole = std::make_shared<std::atomic_bool>(false);
    int number = 0;
    int attempt = 0;
    int resumed = 0;
    QByteArray file;
    PaperId paper;

    [[nodiscard]] QStringList arguments() const
    {
        return {u"fetch"_s, paper.toString(), u"--mirror"_s, server.mirrorFor(u"venue.example"_s)};
    }
};

/// A paper whose link leads to a file that no other has; half of what is asked for comes, then nothing.
void nextPaper(FetchState &state)
{
    state.file = pdfBytes(++state.number, 2'000'000);
    *state.whole = false;
    state.server.forget();
    state.server.route(u"/%1.pdf"_s.arg(state.number),
                       [file = state.file, whole = state.whole](const tests::Seen &seen) {
                           tests::Answer answer = tests::ranged(seen, file, "\"one\"");
                           answer.stall = !*whole;
                           return answer;
                       });
    Opened opened(state.program.library());
    const QByteArray bytes = QStringLiteral("LG - 机器学习\n\n1、[LG] An Invented Paper %1\n\nA Author, B Other\n\n"
                                            "一句话总结：\n虚构的一句。\n\nhttps://venue.example/%1.pdf\n")
                                 .arg(state.number)
                                 .toUtf8();
    const auto stored =
        opened->storeIssue(Library::filesSource(), digest::parse(bytes, {u"post.txt"_s, {}, {}})->first(), bytes);
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    state.paper = opened->entry(stored->entries.first())->row.paper;
}

/// The last attempt goes on with what the killed ones had brought.
QStringList comesWhole(FetchState &state)
{
    *state.whole = true;
    QStringList out = state.program.run(state.arguments());
    const auto seen = state.server.seen();
    state.resumed += !seen.isEmpty() && seen.last().header("Range").startsWith("bytes=") ? 1 : 0;
    {
        const Opened opened(state.program.library());
        const QList<Document> stored = opened->documents(state.paper);
        if (stored.size() != 1 || bytesOf(stored.first().path) != state.file)
            out += u"the PDF that came in the end is not the file"_s;
    }
    if (!QDir(state.program.library() + u"/incoming"_s).isEmpty())
        out += u"a part of the download stays"_s;
    return out + unsound(state.program.library());
}

QStringList whatWasFetched(FetchState &state)
{
    QStringList out = unsound(state.program.library());
    if (!Opened(state.program.library())->documents(state.paper).isEmpty())
        out += u"half of a file was stored"_s;
    return ++state.attempt % attemptsKilled == 0 ? out + comesWhole(state) : out;
}

} // namespace

Activity syncing()
{
    auto state = std::make_shared<Household>();
    state->serve(1);
    for (int source = 0; source < feeds; ++source)
        if (const auto wrong =
                state->program.run({u"sources"_s, u"add"_s, state->server.url(u"/%1"_s.arg(source)).toString()});
            !wrong.isEmpty())
            qFatal("%s", qUtf8Printable(wrong.join(u'|')));
    Activity out;
    out.name = u"syncing"_s;
    out.saysBegin = false;
    out.begin = [state](int) {
        state->serve(state->posts + 1);
        return state->program.command({u"sync"_s});
    };
    out.after = [state](const Ran &) { return whatWasSynced(*state); };
    out.end = [state] { return allThere(*state); };
    return out;
}

Activity fetching()
{
    auto state = std::make_shared<FetchState>();
    Activity out;
    out.name = u"fetching"_s;
    out.saysBegin = false;
    out.diesByCall = false; // half of the file comes, and it waits: a call that never comes would be waited for
    out.endlessMs = 250;
    out.begin = [state](int) {
        if (state->attempt % attemptsKilled == 0)
            nextPaper(*state);
        return state->program.command(state->arguments());
    };
    out.after = [state](const Ran &) { return whatWasFetched(*state); };
    out.end = [state] {
        constexpr int few = 5; ///< papers of which all kills may have come too early
        return state->number < few || state->resumed * 4 > state->number
                   ? QStringList()
                   : QStringList{u"of %1 downloads, %2 were gone on with"_s.arg(state->number).arg(state->resumed)};
    };
    return out;
}

} // namespace yaodian::crash
