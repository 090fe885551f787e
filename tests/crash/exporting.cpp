// A folder of Markdown with edits of the reader's, written anew; references and pictures beside it.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "exporting/exporting.h"

#include <QCoreApplication>
#include <QProcess>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int papersExported = 20;

/// Markdown and references, as one line each says what was written.
Result<exporting::Written> exportAll(Library &library, const QString &folder)
{
    const QList<PaperId> papers = library.papersWithNotes();
    auto written = exporting::Markdown(library).writePapers(papers, folder);
    if (!written)
        return written;
    const auto references =
        exporting::Formats(library).write(exporting::Formats::Bibtex, exporting::Chosen{papers}, folder);
    if (!references)
        return references;
    written->conflicts += references->conflicts;
    return written;
}

struct ExportedFolder
{
    QTemporaryDir folder;
    Files before; ///< with the reader's edits
    Files whole;  ///< after an export that came to its end
    QList<PaperId> papers;
    QByteArray digest; ///< what the library says then
    int untouched = 0, finished = 0;
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString library() const { return path(u"library"_s); }
    [[nodiscard]] QString out() const { return path(u"out"_s); }
};

/// Edits of the reader's in some of the files: in the note, in a comment, and around what the program writes.
void editFiles(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (int i = 0; i < names.size(); i += 3) {
        const QString file = folder + u'/' + names[i];
        QByteArray text = bytesOf(file);
        text.replace("Its last line.", "Its last line, edited by hand.");
        text.replace("a comment ", "a comment edited by hand, ");
        writeBytes(file, text + "\n## Mine\n\nkept byte for byte " + QByteArray::number(i) + "\n");
    }
    writeBytes(folder + u"/of the reader.md"_s, "no paper of yours\n");
}

void makeFolder(ExportedFolder &state)
{
    const QString library = state.path(u"today"_s);
    const QString out = state.path(u"edited"_s);
    {
        Opened opened(library);
        state.papers = storePosts(*opened.library, 1, papersExported / 2);
        markPapers(opened, state.papers, 0);
        const auto picture = opened->keepImage(pngBytes(3));
        if (!opened.notes->setNote(state.papers[1], u"A picture:\n\n![](yaodian-image:%1)\n"_s.arg(*picture)).ok() ||
            !exportAll(*opened.library, out).ok())
            qFatal("nothing to edit");
        editFiles(out);
        for (int i = 0; i < papersExported; i += 2)
            if (!opened.notes->addPoint(state.papers[i], u"Thought of later, %1."_s.arg(i)).ok())
                qFatal("no point");
    }
    state.before = filesBelow(out);
    putBack(library, state.library());
    putBack(out, state.out());
    Opened opened(state.library());
    if (const auto written = exportAll(*opened.library, state.out()); !written || !written->conflicts.isEmpty())
        qFatal("not exported: %s", written ? qUtf8Printable(written->conflicts.join(u'|')) : "");
    state.whole = filesBelow(state.out());
    state.digest = digestOf(*opened.library, state.papers);
    if (state.whole == state.before)
        qFatal("an export that changes nothing");
}

/// Each file is what it was or what it becomes, and nothing else lies there.
QStringList halfWritten(const ExportedFolder &state)
{
    QStringList out;
    const Files now = filesBelow(state.out());
    for (auto file = now.begin(); file != now.end(); ++file) {
        const bool isKnown = state.whole.contains(file.key());
        if (isKnown && *file != state.whole[file.key()] && *file != state.before.value(file.key()))
            out += u"%1 is half written"_s.arg(file.key());
    }
    for (auto file = state.before.begin(); file != state.before.end(); ++file)
        if (!now.contains(file.key()))
            out += u"%1 is gone"_s.arg(file.key());
    return out;
}

QStringList difference(const Files &now, const Files &expected, const QString &when)
{
    QStringList out;
    for (auto file = now.begin(); file != now.end(); ++file)
        if (!expected.contains(file.key()))
            out += u"%1: %2 stays for ever"_s.arg(when, file.key());
        else if (*file != expected[file.key()])
            out += u"%1: %2 is another than without a crash"_s.arg(when, file.key());
    for (auto file = expected.begin(); file != expected.end(); ++file)
        if (!now.contains(file.key()))
            out += u"%1: %2 is missing"_s.arg(when, file.key());
    return out;
}

/// The next export is that of another process: what a killed one left is looked for once.
QStringList exportOfAnotherRun(const ExportedFolder &state)
{
    QProcess next;
    next.start(QCoreApplication::applicationFilePath(), {u"--child"_s, u"exporting"_s, state.library(), state.out()});
    if (!next.waitForFinished(60'000) || next.exitStatus() != QProcess::NormalExit || next.exitCode() != 0)
        return {u"the next export fails: %1"_s.arg(QString::fromUtf8(next.readAllStandardError()))};
    const QString said = QString::fromUtf8(next.readAllStandardOutput());
    return said == u"begin\ndone\n"_s ? QStringList() : QStringList{u"the next export: "_s + said};
}

QStringList whatIsExported(ExportedFolder &state)
{
    QStringList out = halfWritten(state) + unsound(state.library());
    const Files now = filesBelow(state.out());
    state.untouched += now == state.before ? 1 : 0;
    state.finished += now == state.whole ? 1 : 0;
    out += exportOfAnotherRun(state);
    out += difference(filesBelow(state.out()), state.whole, u"the next export"_s);
    Opened opened(state.library());
    if (digestOf(*opened.library, state.papers) != state.digest)
        out += u"what was edited in the files is not what the library has"_s;
    const auto third = exportAll(*opened.library, state.out());
    if (!third || third->taken != 0 || !third->conflicts.isEmpty())
        out += u"the export after it has something to do"_s;
    return out + difference(filesBelow(state.out()), state.whole, u"the export after it"_s);
}

} // namespace

Activity exporting()
{
    auto state = std::make_shared<ExportedFolder>();
    makeFolder(*state);
    Activity out;
    out.name = u"exporting"_s;
    out.begin = [state](int) {
        putBack(state->path(u"today"_s), state->library());
        putBack(state->path(u"edited"_s), state->out());
        return Command{{u"--child"_s, u"exporting"_s, state->library(), state->out()}};
    };
    out.after = [state](const Ran &) { return whatIsExported(*state); };
    out.end = [state] {
        return state->untouched > 0 && state->finished > 0
                   ? QStringList()
                   : QStringList{u"the moments are not spread over the whole"_s};
    };
    return out;
}

int exportOnce(const QStringList &arguments)
{
    say("begin");
    const Opened opened(arguments[0]);
    const auto written = exportAll(*opened.library, arguments[1]);
    if (!written)
        qFatal("%s", qUtf8Printable(written.error().message));
    for (const QString &conflict : written->conflicts)
        say(conflict.toUtf8());
    say("done");
    return 0;
}

} // namespace yaodian::crash
