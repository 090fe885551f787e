// The log may be shown to others: nothing that the reader wrote, read or looked for stands in it, and no secret stands
// anywhere but in the keychain.
#include "base/lastrun.h"
#include "base/log.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/reader/readerview.h"

#include <QDirIterator>

namespace trust_personal {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

const QString word = u"zqxword"_s;     ///< in all that is read, written, named and looked for
const QString secret = u"zqxsecret"_s; ///< the password of a source

/// A first evening, in a home folder of its own, with a log that keeps everything.
struct Evening
{
    QTemporaryDir home;
    QString folder = home.filePath(u"library"_s);
    SystemClock clock;
    IdSource ids{clock};
    WebServer server;
    std::shared_ptr<tests::FakeKeychain::Inside> keychain = std::make_shared<tests::FakeKeychain::Inside>();
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    Theme theme{*qApp};
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;

    Evening()
    {
        qputenv("HOME", home.path().toUtf8());
        QLoggingCategory::setFilterRules(u"yaodian.*=true"_s);
        startLogFile(folder + u"/log"_s);
        library = std::move(library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids).value());
        services = std::make_unique<cli::Services>(*library, clock, ids,
                                                   cli::Globals{folder, u"en"_s, u"light"_s, false, false, {}},
                                                   std::make_unique<tests::FakeKeychain>(keychain));
        theme.set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, theme, commands, ask);
        window->show();
        window->start({}, {});
    }
    ~Evening()
    {
        window.reset();
        services.reset();
        library.reset();
        qInstallMessageHandler(nullptr);
        QLoggingCategory::setFilterRules({});
    }

    library::SourceId put(const QString &path, const QString &user = {}) const
    {
        library::Source source;
        source.url = server.url(path).toString() + u"?token="_s + word;
        source.title = word + u" source"_s;
        source.id = library::Library::sourceId(source.kind, source.url);
        source.options.user = user;
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        return source.id;
    }
    void sync()
    {
        bool done = false;
        services->sync.syncAll(window.get(), [&done](const sync::Outcome &) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    }
    void importFiles(const QStringList &paths)
    {
        bool done = false;
        services->sync.importFiles(paths, window.get(), [&done](const sync::Outcome &) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    }
    [[nodiscard]] QByteArray log() const
    {
        QFile file(folder + u"/log/yaodian.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

class PersonalTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    /// What a server can do wrong, and a source that works and wants a password.
    static void syncAll(Evening &evening)
    {
        WebServer &server = evening.server;
        const QByteArray title = word.toUtf8();
        server.route(u"/good"_s,
                     Answer::of("application/rss+xml",
                                "<rss version=\"2.0\"><channel><title>" + title + "</title><item><title>" + title +
                                    "</title><guid>1</guid><description>&lt;p&gt;1、[LG] A Paper on " + title +
                                    "&lt;/p&gt;&lt;p&gt;A Author&lt;/p&gt;&lt;p&gt;https://arxiv.org/abs/"
                                    "2302.00201&lt;/p&gt;</description></item></channel></rss>"));
        server.route(u"/broken"_s, Answer::of("application/rss+xml", "<rss " + title));
        server.route(u"/away"_s, Answer::redirect("file:///home/" + title));
        server.route(u"/private"_s, Answer::redirect("http://10.0.0.1/" + title));
        Answer rude;
        rude.hangUp = true;
        server.route(u"/rude"_s, rude);
        Answer refused = Answer::of("text/html", "<title>" + title + "</title>");
        refused.status = 500;
        server.route(u"/refused"_s, refused);
        const auto locked = evening.put(u"/good"_s, u"reader"_s);
        for (const char *path : {"/broken", "/away", "/private", "/rude", "/refused", "/none"})
            (void)evening.put(QLatin1StringView(path));
        bool kept = false;
        evening.services->secrets.setPassword(locked, secret, evening.window.get(),
                                              [&kept](const auto &) { kept = true; });
        QTRY_VERIFY(kept);
        evening.sync();
        QVERIFY(evening.library->count({}) >= 1);
    }

    /// Files that are no papers, and one that is.
    static void importAll(Evening &evening)
    {
        const QString at = evening.home.filePath(word);
        write(at + u".bin"_s, QByteArray(64, '\0'));
        write(at + u".pdf"_s, "<html>" + word.toUtf8());
        write(at + u".md"_s, "# " + word.toUtf8() + "\n\n1、[LG] Another Paper on " + word.toUtf8() +
                                 "\n\nB Author\n\nhttps://arxiv.org/abs/2302.00202\n");
        evening.importFiles({at + u".bin"_s, at + u".pdf"_s, at + u".md"_s, at + u".missing"_s});
    }

    static library::PaperId paperOf(const Evening &evening)
    {
        for (const auto &row : evening.library->rows(evening.library->entryIds({})))
            if (row.title.contains(word))
                return row.paper;
        return {};
    }

    /// The reader's acts, and ones that fail.
    static void act(Evening &evening, library::PaperId paper)
    {
        notes::Notes &notes = evening.services->notes;
        const QString document(64, u'a');
        const notes::Passage passage{document, 0, {{0.1, 0.1, 0.3, 0.15}}, word + u" quoted"_s, word, word};
        const auto mark = notes.addHighlight(paper, passage, u"method"_s, word + u" comment"_s);
        QVERIFY(mark.ok());
        QVERIFY(notes.setTags(*mark, {word}).ok());
        QVERIFY(notes.setNote(paper, word + u" note"_s).ok());
        QVERIFY(notes.addPoint(paper, word + u" point"_s).ok());
        (void)notes.addHighlight(library::PaperId(nameBasedUuid(u"x", word)), passage, word);
        for (const QString &query :
             {word, u"\""_s + word, word + u" AND ("_s, u"by:"_s + word, u"kind:"_s + word, u"{"_s + word})
            QVERIFY(evening.library->search(query).ok());
    }

    static void readAndExport(Evening &evening, library::PaperId paper)
    {
        PdfWriter pdf(word);
        pdf.page();
        pdf.text(72, 90, word, 14);
        QVERIFY(evening.library->addDocument(paper, pdf.bytes(), u"v1"_s, u"https://a.example/"_s + word).ok());
        const QString broken = evening.home.filePath(word + u"2.pdf"_s);
        write(broken, "%PDF-1.7\n" + word.toUtf8());
        evening.window->activate({broken});
        QTest::qWait(200);
        evening.window->activate({u"yaodian://paper/"_s + paper.toString()});
        QTRY_VERIFY_WITH_TIMEOUT(evening.window->isReading() && evening.window->reader()->isSettled(), 20'000);
        evening.window->activate({u"yaodian://paper/"_s + word});
        const QString out = evening.home.filePath(word + u" out"_s);
        QVERIFY(evening.services->markdown.writePapers({paper}, out).ok());
        QVERIFY(!evening.services->markdown.writePapers({paper}, u"/dev/null/"_s + word).ok());
        QVERIFY(evening.library->backup(evening.home.filePath(u"a.backup"_s)).ok());
        (void)evening.library->backup(u"/dev/null/"_s + word);
    }

private Q_SLOTS:
    void whatIsSaidOfACrash_standsInTheWindow()
    {
        Online house;
        const QString log = house.folder.filePath(u"log"_s);
        std::optional<LastRun> first(std::in_place, log), second(std::in_place, log); // as after a crash
        house.window->show();
        house.window->start({}, second->sentence());
        QCOMPARE(house.window->notice().text(), second->sentence());
        QVERIFY(house.window->notice().text().contains(u"ended unexpectedly"_s));
    }

    void aFirstEvening_leavesNoWordInTheLog_andNoSecretAnywhere()
    {
        Evening evening;
        syncAll(evening);
        importAll(evening);
        const library::PaperId paper = paperOf(evening);
        QVERIFY(!paper.isNull());
        act(evening, paper);
        readAndExport(evening, paper);
        QTest::qWait(3300); // what begins behind the start: healing, indexing
        evening.window.reset();
        evening.services.reset();
        evening.library.reset();
        const QByteArray log = evening.log();
        QVERIFY2(log.contains("failed; its activity says why"), log.constData()); // it is the log of this evening
        QVERIFY2(!log.toLower().contains("zqx"), log.constData());
        QVERIFY2(!log.contains(evening.home.path().toUtf8()), log.constData());
        QVERIFY2(!log.contains("10.0.0.1") && !log.contains("token"), log.constData());
        QCOMPARE(evening.keychain->kept.values(), QStringList{secret});
        int files = 0;
        const QByteArray sent = (u"reader:"_s + secret).toUtf8().toBase64();
        QVERIFY(evening.server.seen(u"/good"_s).last().header("Authorization").contains(sent));
        for (QDirIterator all(evening.home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             all.hasNext();) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(secret.toUtf8()) && !bytes.contains(sent), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 10); // databases, settings, log, export and backup are among them
    }
};

YAODIAN_TEST(PersonalTest)

} // namespace trust_personal

#include "personal.moc"
