// The hand-checked corpus, where it is there: what was stored of each document is what its stored bytes give again.
#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QDir>

namespace sync_corpus {

using namespace yaodian;
using namespace yaodian::tests;

class SyncCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameParser_readsEveryStoredDocumentTheSame_data()
    {
        QTest::addColumn<QString>("folder");
        const QDir corpus(QStringLiteral(YAODIAN_CORPUS));
        if (corpus.exists(QStringLiteral("seeds")))
            QTest::newRow("seeds") << corpus.filePath(QStringLiteral("seeds"));
        const QDir digests(corpus.filePath(QStringLiteral("digests")));
        for (const QString &name : digests.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << digests.filePath(name);
    }

    void theSameParser_readsEveryStoredDocumentTheSame()
    {
        QFETCH(QString, folder);
        Household house;
        const auto outcome = house.import({folder});
        QVERIFY(outcome.fresh > 0);
        QVERIFY(house.library->wantParsedAgain());
        QStringList before;
        for (const auto &row : house.library->issues(100'000))
            before += row.id.toString() + row.title;
        const auto again =
            house.wait<sync::Outcome>([&](QObject *context, auto done) { house.running->parseAgain(context, done); });
        QCOMPARE(again.failed, QStringList());
        QStringList after;
        for (const auto &row : house.library->issues(100'000))
            after += row.id.toString() + row.title;
        QCOMPARE(after, before);
        QCOMPARE(again.updated, 0);
        QVERIFY(again.unchanged > 0);
        QCOMPARE(house.library->journal().size(), 0);
    }
};

YAODIAN_TEST_GUILESS(SyncCorpus)

} // namespace sync_corpus

#include "sync_corpus.moc"
