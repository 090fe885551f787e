#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QMutex>

namespace test_sync_importing {

using namespace yaodian;
using namespace yaodian::tests;

class TestSyncImporting : public QObject
{
    Q_OBJECT

    Files m_files;

private Q_SLOTS:
    void init() { m_files.folder = QTemporaryDir(); }

    void files_becomeIssuesOfTheSourceFiles()
    {
        Household house;
        const auto outcome =
            house.import({m_files.write(u"a.txt"_qs, textPost(1)), m_files.write(u"b.md"_qs, textPost(2))});
        QCOMPARE(outcome.failed, QStringList());
        QCOMPARE(outcome.fresh, 2);
        QCOMPARE(house.library->issues().size(), 2);
        const auto sources = house.library->sources();
        QCOMPARE(sources.size(), 1);
        QCOMPARE(sources.first().kind, library::Source::Kind::Files);
        QCOMPARE(house.library->issues().first().source, sources.first().id);
    }

    void theSameFilesAgain_changeNothing()
    {
        Household house;
        const QString path = m_files.write(u"a.txt"_qs, textPost(1));
        house.import({path});
        const auto again = house.import({path});
        QCOMPARE(again.fresh + again.updated, 0);
        QCOMPARE(again.unchanged, 1);
        QCOMPARE(house.library->entryIds({}).size(), 1);
    }

    void folders_areWalked_hiddenAndForeignFilesLeftOut()
    {
        m_files.write(u"d/one.txt"_qs, textPost(1));
        m_files.write(u"d/deep/er/two.html"_qs,
                      "<html><body><p>" + textPost(2).replace("\n\n", "</p><p>") + "</p></body></html>");
        m_files.write(u"d/.hidden.txt"_qs, textPost(3));
        m_files.write(u"d/.git/three.txt"_qs, textPost(4));
        m_files.write(u"d/picture.png"_qs, "\x89PNG");
        QVERIFY(QFile::link(m_files.folder.filePath(u"d"_qs), m_files.folder.filePath(u"d/loop"_qs)));
        Household house;
        const auto outcome = house.import({m_files.folder.filePath(u"d"_qs)});
        QCOMPARE(outcome.failed, QStringList());
        QCOMPARE(outcome.fresh, 2);
    }

    void aFileNamedTwice_isReadOnce()
    {
        Household house;
        const QString path = m_files.write(u"d/a.txt"_qs, textPost(1));
        const auto outcome = house.import({path, m_files.folder.filePath(u"d"_qs), path});
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(outcome.unchanged, 0);
    }

    void badFiles_areNamed_andTheOthersAreImported()
    {
        Household house;
        const QString empty = m_files.write(u"empty.txt"_qs, {});
        const QString binary = m_files.write(u"binary.txt"_qs, QByteArray("\0\1\2\3\xff\xfe\0\0", 8).repeated(200));
        const QString missing = m_files.folder.filePath(u"missing.txt"_qs);
        const QString bare = m_files.folder.filePath(u"bare"_qs);
        QVERIFY(QDir().mkpath(bare));
        const auto outcome = house.import({empty, binary, missing, bare, m_files.write(u"good.txt"_qs, textPost(1))});
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(outcome.failed.size(), 4);
        for (const QString &path : {empty, binary, missing, bare}) {
            const bool named = std::any_of(outcome.failed.cbegin(), outcome.failed.cend(),
                                           [&path](const QString &sentence) { return sentence.contains(path); });
            QVERIFY2(named, qPrintable(path + u"\n"_qs + outcome.failed.join(u"\n"_qs)));
        }
    }

    void aPostWithoutPapers_isKept()
    {
        Household house;
        const auto outcome =
            house.import({m_files.write(u"a.txt"_qs, "A letter to a friend.\n\nNothing about papers.\n")});
        QCOMPARE(outcome.fresh, 1);
        QVERIFY(outcome.failed.isEmpty());
        QVERIFY(house.library->entryIds({}).isEmpty());
    }

    void aSavedFeed_isManyIssues()
    {
        Household house;
        QCOMPARE(house.import({m_files.write(u"feed.xml"_qs, rssFeed({3, 2, 1}))}).fresh, 3);
    }

    void moreFilesThanOneJob_areAllImported()
    {
        for (int i = 0; i < 40; ++i)
            m_files.write(u"many/%1.txt"_qs.arg(i), textPost(i));
        Household house;
        QStringList lines;
        connect(&*house.running, &sync::Sync::activity, this, [&](const QString &line) { lines.append(line); });
        QCOMPARE(house.import({m_files.folder.filePath(u"many"_qs)}).fresh, 40);
        QVERIFY(lines.contains(u"Importing 16 of 40…"_qs));
        QCOMPARE(lines.last(), QString());
    }

    void pdfs_goToWhoTakesThem()
    {
        Household house;
        const QString pdf = m_files.write(u"2302.03084.pdf"_qs, "%PDF-1.4\n%%EOF\n");
        QVERIFY(house.import({pdf}).failed.first().contains(u"PDF"_qs));
        QStringList taken;
        QMutex mutex;
        house.running->setPdfTaker([&](const QString &path) -> Result<void> {
            const QMutexLocker locked(&mutex);
            taken.append(path);
            if (taken.size() > 1)
                return Error::world(u"no more"_qs);
            return {};
        });
        QCOMPARE(house.import({pdf}).fresh, 1);
        QCOMPARE(taken, QStringList{pdf});
        QCOMPARE(house.import({pdf}).failed, QStringList{u"no more"_qs});
    }

    void bytes_areImportedUnderTheirSource()
    {
        Household house;
        library::Source tour;
        tour.kind = library::Source::Kind::Tour;
        tour.title = u"Tour"_qs;
        tour.id = library::Library::sourceId(tour.kind);
        const auto outcome = house.wait<sync::Outcome>([&](QObject *context, auto done) {
            house.running->importBytes(textPost(1), u"tour.md"_qs, tour, context, done);
        });
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(house.library->sources().first().id, tour.id);
        const auto nothing = house.wait<sync::Outcome>(
            [&](QObject *context, auto done) { house.running->importBytes({}, u"nothing"_qs, tour, context, done); });
        QCOMPARE(nothing.failed.size(), 1);
    }

    void cancel_endsTheImport()
    {
        for (int i = 0; i < 60; ++i)
            m_files.write(u"many/%1.txt"_qs.arg(i), textPost(i));
        Household house;
        std::optional<sync::Outcome> outcome;
        house.running->importFiles({m_files.folder.filePath(u"many"_qs)}, this,
                                   [&](const sync::Outcome &value) { outcome = value; });
        house.running->cancel();
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(outcome->fresh < 60);
        QVERIFY(!house.running->isBusy());
        QCOMPARE(house.import({m_files.folder.filePath(u"many"_qs)}).failed, QStringList());
        QCOMPARE(house.library->issues().size(), 60);
    }

    void aReadOnlyLibrary_saysItOnce()
    {
        QStringList paths;
        for (int i = 0; i < 40; ++i)
            paths.append(m_files.write(u"many/%1.txt"_qs.arg(i), textPost(i)));
        Household house;
        auto reader =
            library::Library::open(house.folder.path(), library::Library::Mode::ReadOnly, house.clock, house.ids);
        QVERIFY(reader.ok());
        sync::Sync reading(**reader, house.client, house.background, house.clock);
        const auto outcome =
            house.wait<sync::Outcome>([&](QObject *context, auto done) { reading.importFiles(paths, context, done); });
        QCOMPARE(outcome.fresh, 0);
        QCOMPARE(outcome.failed.size(), 1);
    }
};

YAODIAN_TEST_GUILESS(TestSyncImporting)

} // namespace test_sync_importing

#include "test_sync_importing.moc"
