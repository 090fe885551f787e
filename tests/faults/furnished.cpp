#include "furnished.h"

#include "base/files.h"
#include "notes/notes.h"

#include <QBuffer>
#include <QDir>
#include <QImage>

namespace yaodian::tests {

namespace {

template <class Value> Value must(Result<Value> done)
{
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    if constexpr (!std::is_void_v<Value>)
        return std::move(done).value();
}

Highlight highlightOn(IdSource &ids, const Clock &clock, PaperId paper, const QString &quote)
{
    Highlight out;
    out.id = ids.make<HighlightTag>();
    out.paper = paper;
    out.document = QString(64, QLatin1Char('a'));
    out.page = 3;
    out.boxes = {{0.1, 0.2, 0.9, 0.25}};
    out.quote = quote;
    out.kind = QStringLiteral("method");
    out.made = clock.now();
    return out;
}

void mark(Library &library, IdSource &ids, const Clock &clock)
{
    notes::Notes notes(library, clock, ids);
    const PaperId paper = library.rows(library.entryIds({}))[0].paper;
    const Highlight made = highlightOn(ids, clock, paper, QStringLiteral("a passage that stands there"));
    must(library.act(QStringLiteral("highlight"), QStringLiteral("highlight"),
                     [&](Acts &acts) { return acts.putHighlight(made); }));
    must(notes.setNote(paper, QStringLiteral("A note on the first paper.")));
    const PointId point = must(notes.addPoint(paper, QStringLiteral("A point of one's own")));
    must(notes.tie(point, made.id));
    must(library.addDocument(paper, "%PDF-1.4\nthe first one\n%%EOF\n", QStringLiteral("v1"), QStringLiteral("here")));
    must(notes.setNote(library.rows(library.entryIds({}))[1].paper, QStringLiteral("Taken back.")));
    must(library.undo());
}

} // namespace

void furnish(const QString &folder)
{
    FixedClock clock(noon);
    IdSource ids(clock);
    const QString path = folder + QStringLiteral("/library");
    {
        auto library = must(Library::open(path, Library::Mode::ReadWrite, clock, ids));
        QList<Post> posts;
        for (int number = 1; number <= 3; ++number)
            posts += Post{digest::parse(postText(number), {QStringLiteral("%1.txt").arg(number), {}, {}})->first(),
                          postText(number)};
        must(library->putSources({feed(), feed(QStringLiteral("b")), feed(QStringLiteral("c"))}));
        must(library->storeIssues(feed(), posts));
        mark(*library, ids, clock);
        must(library->backup(folder + QStringLiteral("/old.backup")));
    }
    QFile::remove(path + QStringLiteral("/reserve")); // it would be copied for each try
    QDir().mkpath(path + QStringLiteral("/incoming"));
    QDir().mkpath(folder + QStringLiteral("/other-backups"));
    must(writeFileAtomically(path + QStringLiteral("/incoming/one.pdf"), "%PDF-1.4\nthe second one\n%%EOF\n"));
    must(writeFileAtomically(folder + QStringLiteral("/2302.00009.pdf"), "%PDF-1.4\nthe third one\n%%EOF\n"));
}

QByteArray seenOf(const library::Library &library)
{
    QStringList out;
    const auto counts = library.counts();
    out << QStringLiteral("%1 issues %2 entries %3 documents %4 highlights %5 points %6 notes")
               .arg(counts.issues)
               .arg(counts.entries)
               .arg(counts.documents)
               .arg(counts.highlights)
               .arg(counts.points)
               .arg(counts.notes);
    for (const IssueRow &row : library.issues())
        out << row.title;
    for (const Source &source : library.sources())
        out << source.title;
    for (const PaperId &paper : library.papersWithNotes()) {
        out << library.paper(paper)->title << library.note(paper).text;
        for (const Highlight &one : library.highlights(paper))
            out << one.quote + QLatin1Char('|') + one.comment + QLatin1Char('|') + one.image;
        for (const Point &one : library.points(paper))
            out << one.text + QLatin1Char('|') + QString::number(one.evidence.size());
    }
    QStringList documents;
    for (const EntryId &entry : library.entryIds({}))
        for (const Document &one : library.documents(library.rows({entry}).first().paper))
            documents << one.sha256 + (QFileInfo::exists(one.path) ? QString() : QStringLiteral(" gone"));
    documents.sort();
    documents.removeDuplicates();
    out << documents;
    for (const library::Operation &step : library.journal())
        out << step.label;
    return out.join(QLatin1Char('\n')).toUtf8();
}

LibraryTrial::LibraryTrial(const QString &folder, Work work, bool opened) : m_folder(folder), m_work(std::move(work))
{
    if (!opened)
        return;
    if (const auto done = open(); !done)
        qFatal("a healthy library does not open: %s", qUtf8Printable(done.error().message));
    for (const ListRow &row : library->rows(library->entryIds({})))
        papers << row.paper;
    marked = library->papersWithNotes();
    point = library->points(marked.first()).first().id;
    highlight = library->highlights(marked.first()).first().id;
}

Result<void> LibraryTrial::open(const QString &name)
{
    library.reset();
    auto done = Library::open(path(name), Library::Mode::ReadWrite, clock, ids);
    if (!done)
        return done.error();
    library = std::move(*done);
    return {};
}

QByteArray LibraryTrial::state()
{
    if (!library)
        return {};
    return seenOf(*library) + (more ? more() : QByteArray());
}

QString LibraryTrial::damage()
{
    if (!library)
        return {};
    const auto found = library->check();
    return found ? found->join(QStringLiteral("; ")) : found.error().message;
}

QStringList loopsOver(const QList<Undertaking> &operations, int most, const QList<QByteArray> &only)
{
    const QTemporaryDir folder;
    furnish(folder.path());
    FaultLoops loops(folder.path(), most);
    for (const Undertaking &operation : operations)
        if (only.isEmpty() || only.contains(operation.name))
            loops.over(operation);
    for (const QString &problem : loops.problems())
        std::printf("UNSOUND %s\n", qUtf8Printable(QString(problem).replace(u'\n', QStringLiteral(" / "))));
    std::printf("%s\n", loops.summary().constData());
    std::fflush(stdout);
    return loops.problems();
}

} // namespace yaodian::tests
