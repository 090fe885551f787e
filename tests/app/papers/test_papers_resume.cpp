#include "papers/arrival.h"
#include "papers/partfile.h"
#include "tests/app/papers/shelf.h"
#include "tests/support/ranges.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

namespace test_papers_resume {

using namespace yaodian;
using namespace yaodian::tests;

/// Downloads that are broken off and gone on with.
class TestPapersResume : public QObject
{
    Q_OBJECT

    static inline const QString link = u"https://venue.example/a.pdf"_qs;

    /// A PDF of some 400 KB that is like no other.
    static QByteArray largePdf(char letter = 'a')
    {
        QByteArray words;
        for (int i = 0; words.size() < 400'000; ++i)
            words += letter + QByteArray::number(i) + ' ';
        return smallPdf(words);
    }

    static QByteArray bytesOf(const Result<library::Document> &document)
    {
        QFile file(document.ok() ? document->path : QString());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList incoming(const Shelf &shelf)
    {
        return QDir(shelf.library->incomingFolder()).entryList(QDir::Files);
    }

    /// As a crash would leave it: half of the file, from a server that calls it `etag`.
    static void leaveHalf(const Shelf &shelf, const QByteArray &file, const QByteArray &etag)
    {
        papers::PartFile part(shelf.library->incomingFolder(), QUrl(link));
        QVERIFY(part.begin(etag).ok());
        QVERIFY(part.append(file.left(file.size() / 2)).ok());
    }

private Q_SLOTS:
    void cutOffAtEveryTenth_itIsGoneOnWith()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file, tenth = std::make_shared<int>(0)](const Seen &seen) {
            return ranged(seen, file, "\"one\"", ++*tenth < 10 ? file.size() * *tenth / 10 : -1);
        });
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto document = shelf.fetch(shelf.paper(link));
        QVERIFY2(document.ok(), qPrintable(document.ok() ? QString() : document.error().message));
        QCOMPARE(bytesOf(document), file);
        const auto asked = server.seen();
        QCOMPARE(asked.size(), 10);
        for (qsizetype i = 1; i < asked.size(); ++i)
            QCOMPARE(asked[i].header("Range"), "bytes=" + QByteArray::number(file.size() * i / 10) + '-');
        QCOMPARE(incoming(shelf), QStringList());
    }

    void whatACrashLeft_isGoneOnWith()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) { return ranged(seen, file, "\"one\""); });
        Shelf shelf;
        leaveHalf(shelf, file, "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
        QCOMPARE(server.seen().size(), 1);
        QVERIFY(server.seen().first().header("Range").startsWith("bytes=2"));
    }

    void aFileThatChangedMeanwhile_isFetchedWhole()
    {
        WebServer server;
        const QByteArray file = largePdf('b');
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) { return ranged(seen, file, "\"two\""); });
        Shelf shelf;
        leaveHalf(shelf, largePdf('a'), "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
        QCOMPARE(server.seen().size(), 1);
    }

    void aServerThatSendsAnotherPart_isAskedForTheWhole()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) {
            Answer answer = ranged(seen, file, "\"one\"");
            if (answer.status == 206)
                answer.headers.last().second = "bytes 7-" + QByteArray::number(file.size() - 1) + "/*";
            return answer;
        });
        Shelf shelf;
        leaveHalf(shelf, file, "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
        QCOMPARE(server.seen().size(), 2);
        QVERIFY(server.seen().last().header("Range").isNull());
    }

    void aPartLongerThanTheFile_isFetchedWhole()
    {
        WebServer server;
        const QByteArray file = smallPdf("short");
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) { return ranged(seen, file, "\"one\""); });
        Shelf shelf;
        leaveHalf(shelf, largePdf(), "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
        QCOMPARE(server.seen().size(), 2);
    }

    // The validator says one file, the bytes say two: where what was put together has no end, that is seen.
    void partsOfTwoFiles_areNotOne()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) {
            Answer answer = ranged(seen, file, "\"one\"");
            if (answer.status == 206)
                answer.body.fill('?');
            return answer;
        });
        Shelf shelf;
        leaveHalf(shelf, file, "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
    }

    void withoutAValidator_nothingIsGoneOnWith()
    {
        WebServer server;
        const QByteArray file = largePdf();
        Answer cut = Answer::of("application/pdf", file);
        cut.truncateAt = file.size() / 2;
        server.routeInTurn(u"/a.pdf"_qs, {cut, Answer::of("application/pdf", file)});
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(link);
        QVERIFY(!shelf.fetch(paper).ok());
        QVERIFY(shelf.library->documents(paper).isEmpty());
        QCOMPARE(bytesOf(shelf.fetch(paper)), file);
        QVERIFY(server.seen().last().header("Range").isNull());
    }

    void aWeakEtag_isNoValidator_aDateIs()
    {
        net::Response head;
        head.etag = "W/\"one\"";
        QVERIFY(papers::validatorOf(head).isNull());
        head.lastModified = "Wed, 08 Feb 2023 10:00:00 GMT";
        QCOMPARE(papers::validatorOf(head), head.lastModified);
        head.etag = "\"one\"";
        QCOMPARE(papers::validatorOf(head), head.etag);
    }

    void whatWasStopped_isGoneOnWith_andProgressCountsFromThere()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file, first = std::make_shared<bool>(true)](const Seen &seen) {
            Answer answer = ranged(seen, file, "\"one\"");
            answer.stall = std::exchange(*first, false);
            return answer;
        });
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(link);
        qint64 got = 0;
        bool ended = false;
        shelf.papers.fetch(
            paper, this, [&ended](const Result<library::Document> &) { ended = true; },
            [&got](qint64 received, qint64) { got = received; });
        QTRY_VERIFY(got >= file.size() / 2);
        shelf.papers.cancel(paper);
        QTRY_VERIFY(ended);
        qint64 least = file.size();
        qint64 whole = 0;
        std::optional<Result<library::Document>> document;
        shelf.papers.fetch(
            paper, this, [&document](const Result<library::Document> &value) { document = value; },
            [&](qint64 received, qint64 total) {
                least = qMin(least, received);
                whole = total;
            });
        QTRY_VERIFY(document.has_value());
        QCOMPARE(bytesOf(*document), file);
        QVERIFY(least >= file.size() / 2);
        QCOMPARE(whole, file.size());
        QCOMPARE(server.seen().size(), 2);
    }

    void aPdfIsNotHeldInMemory_andWhatIsNoneIsNotWaitedFor()
    {
        WebServer server;
        server.route(u"/a.pdf"_qs, Answer::of("application/octet-stream", QByteArray(5'000'000, 'x')));
        Shelf shelf;
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto paper = shelf.paper(link);
        qint64 got = 0;
        std::optional<Result<library::Document>> document;
        shelf.papers.fetch(
            paper, this, [&document](const Result<library::Document> &value) { document = value; },
            [&got](qint64 received, qint64) { got = received; });
        QTRY_VERIFY(document.has_value());
        QVERIFY(!document->ok() && document->error().message.contains(u"not a PDF"_qs));
        QVERIFY(got < 5'000'000);
        QCOMPARE(incoming(shelf), QStringList());
    }

    void notesOfAnotherAddressOrAnotherStart_areNotTrusted()
    {
        QTemporaryDir folder;
        const QUrl address(link);
        QString path;
        {
            papers::PartFile part(folder.path(), address);
            QVERIFY(part.begin("\"one\"").ok());
            QVERIFY(part.append("half").ok());
            path = part.path();
            papers::PartFile second(folder.path(), address); // two at one time do not meet
            QCOMPARE(second.size(), 0);
            QVERIFY(second.path() != path);
        }
        QCOMPARE(papers::PartFile(folder.path(), address).size(), 4);
        QCOMPARE(papers::PartFile(folder.path(), QUrl(u"https://venue.example/b.pdf"_qs)).size(), 0);
        QFile notes(path + u".json"_qs);
        QVERIFY(notes.open(QIODevice::ReadWrite));
        QByteArray said = notes.readAll();
        said.replace(QSysInfo::bootUniqueId(), "another start");
        notes.resize(0);
        notes.seek(0);
        notes.write(said);
        notes.close();
        QCOMPARE(papers::PartFile(folder.path(), address).size(), 0);
    }

    void aFileThatSomebodyElseChanged_isNotGoneOnWith()
    {
        QTemporaryDir folder;
        papers::PartFile part(folder.path(), QUrl(link));
        QVERIFY(part.begin("\"one\"").ok());
        QVERIFY(part.append("half").ok());
        QVERIFY(QFile::resize(part.path(), 2));
        QVERIFY(!part.append("more").ok());
        QVERIFY(!part.finish().ok());
    }

    void aServerThatSendsThePartOfAnotherVersion_isAskedForTheWhole()
    {
        WebServer server;
        const QByteArray file = largePdf('b');
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) {
            Seen asIfUnconditional = seen; // it does not look at If-Range
            for (auto &[name, value] : asIfUnconditional.headers) {
                if (name.compare("If-Range", Qt::CaseInsensitive) == 0)
                    value = "\"two\"";
            }
            return ranged(asIfUnconditional, file, "\"two\"");
        });
        Shelf shelf;
        leaveHalf(shelf, largePdf('a'), "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        QCOMPARE(bytesOf(shelf.fetch(shelf.paper(link))), file);
        QCOMPARE(server.seen().size(), 2);
    }

    void twoPapersWithOneLink_bothGetTheWholeFile()
    {
        WebServer server;
        const QByteArray file = largePdf();
        server.route(u"/a.pdf"_qs, [&file](const Seen &seen) {
            Answer answer = ranged(seen, file, "\"one\"");
            answer.delayMs = 50;
            return answer;
        });
        Shelf shelf;
        leaveHalf(shelf, file, "\"one\"");
        QVERIFY(shelf.client.setMirrors({server.mirrorFor(u"venue.example"_qs)}).ok());
        const auto one = shelf.paper(link, {}, u"One"_qs);
        const auto again = shelf.paper(link, {}, u"One"_qs + u" More"_qs);
        const auto apart = one == again ? shelf.library->setApart(shelf.library->mentions(one).last().id)
                                        : Result<library::PaperId>(again);
        QVERIFY(apart.ok() && *apart != one);
        QList<Result<library::Document>> got;
        for (const auto &paper : {one, *apart})
            shelf.papers.fetch(paper, this, [&got](const Result<library::Document> &value) { got.append(value); });
        QTRY_COMPARE(got.size(), 2);
        QCOMPARE(bytesOf(got[0]), file);
        QCOMPARE(bytesOf(got[1]), file);
    }

    void oldParts_go()
    {
        QTemporaryDir folder;
        for (const char *name : {"old.part", "new.part", "other.pdf"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            if (QByteArrayView(name) != "new.part")
                QVERIFY(
                    file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-40), QFileDevice::FileModificationTime));
        }
        papers::PartFile::tidy(folder.path());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({u"new.part"_qs, u"other.pdf"_qs}));
    }
};

YAODIAN_TEST_GUILESS(TestPapersResume)

} // namespace test_papers_resume

#include "test_papers_resume.moc"
