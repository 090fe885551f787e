#include "bench.h"

#include "library/library.h"
#include "notes/notes.h"
#include "ui/marks/highlightspage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace yaodian::bench {

namespace {

constexpr int MarkedPapers = 1000;
constexpr int MarkedHighlights = 50'000;
constexpr int HighlightsOfAnAct = 500;
constexpr int StepsOfOthers = 100'000;
constexpr int MarkedRuns = 7;
constexpr quint32 MarkedSeed = 20230207;

/// A shelf of papers with fifty highlights each.
struct MarkedShelf
{
    MarkedShelf()
    {
        for (int first = 0; first < MarkedPapers; first += 100) {
            digest::Issue issue;
            issue.guid = issue.title = QStringLiteral("Papers from %1 on").arg(first);
            for (int i = 0; i < 100; ++i) {
                digest::Entry entry;
                entry.title = words(8) + QStringLiteral(" %1").arg(first + i);
                entry.url = QStringLiteral("https://arxiv.org/abs/2302.%1").arg(10000 + first + i);
                issue.entries << entry;
            }
            const auto stored = library->storeIssue(library::Library::filesSource(), issue, issue.title.toUtf8());
            for (const library::EntryId &id : stored->entries)
                papers << library->entry(id)->row.paper;
        }
        for (int made = 0; made < MarkedHighlights; made += HighlightsOfAnAct)
            (void)library->act(QStringLiteral("bench"), QStringLiteral("bench"), [&](library::Acts &acts) {
                for (int i = made; i < made + HighlightsOfAnAct; ++i)
                    if (const auto put = acts.putHighlight(highlight(i)); !put)
                        return put;
                return Result<void>();
            });
    }

    QString words(int count)
    {
        static const QString Syllables =
            QStringLiteral("ba ce di fo gu ha ke li mo nu pa re si to vu 方法 图像 模型 数据");
        static const QStringList parts = Syllables.split(QLatin1Char(' '));
        QStringList out;
        for (int i = 0; i < count; ++i)
            out << parts.at(random.bounded(int(parts.size()))) + parts.at(random.bounded(int(parts.size())));
        return out.join(QLatin1Char(' '));
    }

    library::Highlight highlight(int number)
    {
        static const QStringList kinds{QStringLiteral("problem"), QStringLiteral("method"), QStringLiteral("result")};
        library::Highlight made;
        made.id = ids.make<library::HighlightTag>();
        made.paper = papers.at(number % MarkedPapers);
        made.document = QString(64, QLatin1Char('a'));
        made.page = random.bounded(14);
        for (int line = 0; line < 3; ++line)
            made.boxes << Box{0.1, 0.2 + line * 0.02, 0.9, 0.22 + line * 0.02};
        made.quote = words(30);
        made.comment = number % 5 ? QString() : words(8);
        made.kind = kinds.at(number % 3);
        made.made = clock.now();
        if (number % 7 == 0)
            made.tags = {QStringLiteral("idea")};
        return made;
    }

    /// Steps about other highlights, as in a long life.
    void addSteps() const
    {
        sqlite3 *db = nullptr;
        sqlite3_open(QByteArray(folder.filePath(QStringLiteral("notes.sqlite")).toUtf8()).constData(), &db);
        const QByteArray sql =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
            QByteArray::number(StepsOfOthers) +
            ") INSERT INTO operations(id, device, hlc, act, label, subject, at, changes) SELECT randomblob(16), "
            "o.device,"
            " o.hlc, o.act, o.label, o.subject, o.at, replace(o.changes, '\"x\":\"', '\"x\":\"ff') FROM n,"
            " (SELECT * FROM operations ORDER BY seq DESC LIMIT 1) AS o";
        char *trouble = nullptr;
        if (sqlite3_exec(db, sql.constData(), nullptr, nullptr, &trouble) != SQLITE_OK)
            say(QString::fromUtf8(trouble));
        sqlite3_close(db);
    }

    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    QRandomGenerator random{MarkedSeed};
    std::unique_ptr<library::Library> library =
        std::move(library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids).value());
    QList<library::PaperId> papers;
};

double medianMs(const std::function<void()> &work)
{
    QList<double> ms;
    for (int run = 0; run < MarkedRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        ms << double(timer.nsecsElapsed()) / 1e6;
    }
    return median(ms);
}

void report(const char *what, double ms)
{
    say(QStringLiteral("  %1: %2 ms").arg(QLatin1String(what), -52).arg(ms, 0, 'f', 1));
}

void listing(MarkedShelf &shelf)
{
    Background background;
    ui::Commands commands;
    ui::Theme theme(*qApp);
    notes::Notes notes(*shelf.library, shelf.clock, shelf.ids);
    ui::HighlightsPage page(*shelf.library, notes, background, commands, theme);
    page.resize(1280, 860);
    page.show();
    const auto untilShown = [&](const std::function<void()> &begin) {
        QEventLoop loop;
        QObject::connect(&page, &ui::HighlightsPage::listed, &loop, &QEventLoop::quit);
        begin();
        loop.exec();
        page.repaint();
    };
    report("page: opened and painted", medianMs([&] { untilShown([&] { page.start(); }); }));
    int turn = 0;
    report("page: a letter more, until its rows are painted", medianMs([&] {
               untilShown([&] { page.setFilter(QStringLiteral("bace%1").arg(QString(turn++ % 2, QLatin1Char('b')))); });
           }));
    report("page: back to all",
           medianMs([&] { untilShown([&] { page.setFilter(QString(turn++ % 2, QLatin1Char(' '))); }); }));
    report("page: from the first to the last and painted", medianMs([&] {
               page.view().goTo(0);
               page.view().goTo(page.view().model()->rowCount() - 1);
               page.repaint();
           }));
}

} // namespace

void marked(const QString &corpus)
{
    Q_UNUSED(corpus)
    MarkedShelf shelf;
    library::Library &library = *shelf.library;
    say(QStringLiteral("marked: %1 highlights in %2 papers").arg(MarkedHighlights).arg(MarkedPapers));
    const auto asks = [&](const char *what, const QString &text) {
        qsizetype found = 0;
        const double ms = medianMs([&] { found = library.highlightIds({text}).size(); });
        report(qPrintable(QStringLiteral("%1 (%2)").arg(QLatin1String(what)).arg(found)), ms);
    };
    asks("ids of all", {});
    asks("ids: a beginning in most", QStringLiteral("bac"));
    asks("ids: a word in a few", QStringLiteral("bace"));
    asks("ids: Chinese", QStringLiteral("图像"));
    asks("ids: a kind", QStringLiteral("kind:方法"));
    asks("ids: a tag", QStringLiteral("tag:idea"));
    asks("ids: a paper", QStringLiteral("paper:999"));
    const QList<library::HighlightRef> refs = library.highlightIds({});
    QList<library::HighlightId> some;
    for (int i = 0; i < 60; ++i)
        some << refs.at(20'000 + i).id;
    report("sixty rows", medianMs([&] { (void)library.highlightRows(some); }));
    listing(shelf);
    const library::HighlightId old = shelf.library->highlights(shelf.papers.first()).first().id;
    report("versions of a highlight", medianMs([&] { (void)library.highlightVersions(old); }));
    notes::Notes notes(library, shelf.clock, shelf.ids);
    (void)notes.setComment(old, QStringLiteral("small"));
    shelf.addSteps();
    report("versions of it, 100,000 steps later", medianMs([&] { (void)library.highlightVersions(old); }));
    report("removed from a paper", medianMs([&] { (void)library.removedHighlights(shelf.papers.first()); }));
}

} // namespace yaodian::bench
