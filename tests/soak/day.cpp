// Days of sync, reading and marking in fast motion: a window over a real library, five sources on loopback, PDFs
// through the real worker, a clock that is moved on. Prints what it holds each hour, and says whether that stays flat,
// nothing leaks and the library is sound. `soak-day [HOURS]`; exit code 1: something is not as it should be.
#include "usage.h"

#include "tests/support/fakeask.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/webserver.h"
#include "translations/translations.h"
#include "ui/notes/noteeditor.h"
#include "ui/reader/readerview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace yaodian::soak {

using namespace Qt::StringLiterals;
using tests::Answer;
using tests::WebServer;

namespace {

constexpr int sourceCount = 5;
constexpr int papersWithPdf = 12;
constexpr int stepsAnHour = 6;
constexpr qint64 stepMs = 600'000;
constexpr int settledHour = 4; ///< by then all that is made late has been made
constexpr double mostGrowth = 0.05;

class MovedClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return m_ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    std::atomic<qint64> m_ms = 1'790'000'000'000;
};

/// The newest thirty posts of a source, as a feed shows them; `newest` counts up.
QByteArray feedOf(int source, int newest)
{
    QByteArray items;
    for (int post = qMax(1, newest - 29); post <= newest; ++post) {
        const QByteArray name = QByteArray::number(source) + '-' + QByteArray::number(post);
        items += "<item><title>Daily digest " + name + "</title><guid>post-" + name +
                 "</guid><content:encoded><![CDATA[<p>1、[LG] An Invented Paper " + name +
                 "</p><p>A Author, B Writer</p><p>一句话总结：为长跑编的一句话</p><p>要点：<br>- 第一点 " + name +
                 "<br>- 第二点</p>]]></content:encoded></item>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Source " +
           QByteArray::number(source) + "</title><link>http://blog.example/</link><description>d</description>\n" +
           items + "</channel></rss>\n";
}

QByteArray paperPdf(int number)
{
    PdfWriter pdf(u"Paper %1"_s.arg(number));
    for (int page = 0; page < 10; ++page) {
        pdf.page();
        QStringList lines;
        for (int line = 0; line < 50; ++line)
            lines +=
                u"Line %1 of page %2 says something that was made up for paper %3."_s.arg(line).arg(page).arg(number);
        pdf.lines(72, 72, lines);
    }
    return pdf.bytes();
}

/// The library, the web and the window of one long day.
class Day
{
public:
    Day();
    /// Ten minutes: what is due is asked, a paper is read and marked, a note is written, something is undone, searched
    /// for and exported.
    void step(int number);
    [[nodiscard]] bool isSound() const;
    [[nodiscard]] int entries() const { return m_library->count({}); }

private:
    void addSources();
    void addPapers();
    void sync();
    void read(library::PaperId paper, int number);
    void mark(library::PaperId paper, int number);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        if (QWidget *focus = QApplication::focusWidget())
            QTest::keyClick(focus, key, modifiers);
    }

    QTemporaryDir m_folder;
    MovedClock m_clock;
    IdSource m_ids{m_clock};
    WebServer m_web;
    std::unique_ptr<library::Library> m_library;
    std::unique_ptr<cli::Services> m_services;
    std::unique_ptr<ui::Theme> m_theme;
    ui::Commands m_commands;
    ui::FakeAsk m_ask;
    std::unique_ptr<ui::MainWindow> m_window;
    QList<library::Document> m_documents;
    int m_posts = 1;
};

Day::Day()
{
    auto opened =
        library::Library::open(m_folder.filePath(u"library"_s), library::Library::Mode::ReadWrite, m_clock, m_ids);
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    m_library = std::move(opened.value());
    const cli::Globals globals{m_folder.filePath(u"library"_s), u"zh_CN"_s, u"light"_s, false, false, {}};
    m_services = std::make_unique<cli::Services>(*m_library, m_clock, m_ids, globals);
    m_theme = std::make_unique<ui::Theme>(*qApp);
    m_theme->set(u"light"_s, 10);
    addSources();
    addPapers();
    m_window = std::make_unique<ui::MainWindow>(*m_services, *m_theme, m_commands, m_ask);
    m_window->show();
    m_window->start({}, {});
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window is not shown");
}

void Day::addSources()
{
    for (int number = 1; number <= sourceCount; ++number) {
        const QString path = u"/feed-%1.xml"_s.arg(number);
        m_web.route(path, [this, number](const tests::Seen &) {
            return Answer::of("application/rss+xml; charset=utf-8", feedOf(number, m_posts));
        });
        library::Source source;
        source.url = m_web.url(path).toString();
        source.title = u"Source %1"_s.arg(number);
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!m_library->putSource(source))
            qFatal("the source could not be stored");
    }
}

void Day::addPapers()
{
    digest::Issue issue;
    issue.title = u"Papers with PDFs"_s;
    issue.entries.resize(papersWithPdf);
    for (int number = 0; number < papersWithPdf; ++number)
        issue.entries[number].title = u"A Paper with Pages %1"_s.arg(number);
    const auto stored = m_library->storeIssue(library::Library::filesSource(), issue, "a post of papers");
    for (int number = 0; number < papersWithPdf; ++number) {
        const auto paper = m_library->entry(stored->entries[number])->row.paper;
        const auto document = m_library->addDocument(paper, paperPdf(number), {}, u"here"_s);
        m_documents += *document;
    }
}

void Day::sync()
{
    bool done = false;
    m_services->sync.syncAll(m_window.get(), [&done](const sync::Outcome &) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }, 60'000))
        qFatal("a sync did not end");
}

void Day::read(library::PaperId paper, int number)
{
    m_window->openPaper(paper);
    if (!QTest::qWaitFor(
            [this] { return m_window->isReading() && m_window->reader() && m_window->reader()->isSettled(); }, 30'000))
        qFatal("a paper was not opened");
    for (int page = 0; page < 4 + number % 5; ++page) {
        press(Qt::Key_PageDown);
        (void)QTest::qWaitFor([this] { return m_window->reader() && m_window->reader()->isSettled(); }, 10'000);
    }
    mark(paper, number);
    if (auto *note = m_window->reader()->findChild<QWidget *>(u"note"_s)) {
        note->setFocus();
        QTest::keyClicks(note, u"step %1 "_s.arg(number));
        QTest::qWait(50);
    }
    m_window->reader()->saveTyped();
    if (number % 3 == 0)
        m_window->reader()->focusPages();
    press(Qt::Key_W, Qt::ControlModifier); // closes the tab
    QTest::qWait(20);
}

/// One more highlight each time, and the one before the last goes: a day of marking, not a heap of marks.
void Day::mark(library::PaperId paper, int number)
{
    const double top = 0.1 + 0.01 * (number % 60);
    const auto document = std::find_if(m_documents.cbegin(), m_documents.cend(),
                                       [paper](const library::Document &one) { return one.paper == paper; });
    const auto made = m_services->notes.addHighlight(
        paper,
        {document->sha256, number % 10, {{0.12, top, 0.6, top + 0.012}}, u"a passage of step %1"_s.arg(number), {}, {}},
        u"method"_s);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    QTest::qWait(20);
    if (number % 2 == 0)
        (void)m_library->undo();
    if (number % 4 == 0)
        (void)m_library->redo();
}

void Day::step(int number)
{
    m_clock.advance(stepMs);
    if (number % stepsAnHour == 0)
        ++m_posts; // a post an hour and source
    sync();
    const library::Document &document = m_documents[number % papersWithPdf];
    read(document.paper, number);
    m_window->page().focusList();
    for (int row = 0; row < 8; ++row)
        press(row < 5 ? Qt::Key_J : Qt::Key_K);
    (void)m_library->search(number % 2 ? u"一句话"_s : u"invented paper"_s);
    (void)m_library->backUpIfDue();
    if (const auto written = m_services->markdown.writePapers({document.paper}, m_folder.filePath(u"notes"_s));
        !written)
        qFatal("%s", qUtf8Printable(written.error().message));
    QTest::qWait(30);
}

bool Day::isSound() const
{
    const auto found = m_library->check();
    if (!found || !found->isEmpty())
        std::printf("not sound: %s\n", qUtf8Printable(found ? found->join(u'\n') : found.error().message));
    return found && found->isEmpty();
}

double megabytes(qint64 bytes)
{
    return double(bytes) / (1024 * 1024);
}

void print(int hour, const Usage &usage, int entries)
{
    std::printf("hour %2d: %6.1f MB (with workers %6.1f), %d descriptors, %d threads, %d processes, %d entries\n", hour,
                megabytes(usage.ownBytes), megabytes(usage.treeBytes), usage.descriptors, usage.threads,
                usage.processes, entries);
    std::fflush(stdout);
}

/// The median of three hours up to that one.
template <class Value> qint64 around(const QList<Usage> &hours, qsizetype last, Value value)
{
    QList<qint64> some;
    for (const Usage &usage : hours.mid(qMax<qsizetype>(0, last - 2), 3))
        some += qint64(value(usage));
    std::sort(some.begin(), some.end());
    return some[some.size() / 2];
}

bool staysFlat(const QList<Usage> &hours)
{
    const qsizetype last = hours.size() - 1, first = qMin<qsizetype>(settledHour + 2, last);
    const auto grew = [&](const char *what, auto value, double allowed) {
        const qint64 before = around(hours, first, value), after = around(hours, last, value);
        const bool fine = double(after - before) <= allowed;
        std::printf("%s: %lld, then %lld: %s\n", what, static_cast<long long>(before), static_cast<long long>(after),
                    fine ? "flat" : "GROWS");
        return fine;
    };
    const double own = double(around(hours, first, [](const Usage &u) { return u.ownBytes; }));
    bool flat = grew(
        "bytes", [](const Usage &u) { return u.ownBytes; }, own * mostGrowth);
    flat &= grew(
        "descriptors", [](const Usage &u) { return u.descriptors; }, 0);
    flat &= grew(
        "threads", [](const Usage &u) { return u.threads; }, 0);
    flat &= grew(
        "processes", [](const Usage &u) { return u.processes; }, 0);
    return flat;
}

int run(int hours)
{
    Day day;
    QList<Usage> used;
    for (int hour = 1; hour <= hours; ++hour) {
        for (int step = 0; step < stepsAnHour; ++step)
            day.step((hour - 1) * stepsAnHour + step);
        used += usageNow();
        print(hour, used.last(), day.entries());
    }
    const bool flat = staysFlat(used);
    const bool sound = day.isSound();
    std::printf("%d simulated hours: %s, the library is %s\n", hours, flat ? "flat" : "NOT FLAT",
                sound ? "sound" : "NOT SOUND");
    return flat && sound ? 0 : 1;
}

} // namespace

} // namespace yaodian::soak

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    yaodian::installLanguage(app, QStringLiteral("zh_CN"));
    return yaodian::soak::run(argc > 1 ? qMax(1, QByteArray(argv[1]).toInt()) : 24);
}
