#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

namespace library_strangers {

using namespace yaodian;
using namespace yaodian::tests;

/// Files of somebody else's in the library's place, and strings that mean harm.
class LibraryStrangers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsOfOthers_areNotRun_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("ofNotes");
        for (const bool notes : {true, false}) {
            const char *table = notes ? "papers" : "issues";
            const QByteArray body = QByteArray(" AFTER INSERT ON ") + table + " BEGIN DELETE FROM " + table + "; END";
            QTest::addRow("trigger, %s", table) << "CREATE TRIGGER theirs" + body << notes;
            QTest::addRow("view, %s", table) << QByteArray("CREATE VIEW theirs AS SELECT * FROM ") + table << notes;
        }
    }
    void statementsOfOthers_areNotRun()
    {
        QFETCH(QByteArray, sql);
        QFETCH(bool, ofNotes);
        Shelf shelf;
        const PaperId paper = paperOf(shelf, storeTwo(shelf).entries.first());
        shelf.library.reset();
        tamper(shelf.path(ofNotes ? QStringLiteral("library/notes.sqlite") : QStringLiteral("library/cache.sqlite")),
               sql.constData());
        const auto opened = Library::open(shelf.path(), Library::Mode::ReadWrite, shelf.clock, shelf.ids);
        if (ofNotes) { // nobody can give the notes back: they are left as they are, and that is said
            QVERIFY(!opened);
            QVERIFY2(opened.error().message.contains(QStringLiteral("theirs")), qPrintable(opened.error().message));
            QVERIFY(!Library::open(shelf.path(), Library::Mode::ReadOnly, shelf.clock, shelf.ids));
        } else { // the cache is made again from the posts
            QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
            QVERIFY((*opened)->paper(paper).has_value());
            QCOMPARE(cell(shelf.path(QStringLiteral("library/cache.sqlite")),
                          "SELECT count(*) FROM sqlite_schema WHERE name = 'theirs'"),
                     QByteArray("0"));
        }
    }

    void tenThousandSearches_areNoError()
    {
        Shelf shelf;
        storeTwo(shelf);
        const QStringList pieces{u"\""_qs,
                                 u"'"_qs,
                                 u"("_qs,
                                 u")"_qs,
                                 u"*"_qs,
                                 u" AND "_qs,
                                 u" OR "_qs,
                                 u"NEAR("_qs,
                                 u":"_qs,
                                 u"-"_qs,
                                 u"^"_qs,
                                 u"{"_qs,
                                 u"}"_qs,
                                 u"+"_qs,
                                 u"\\"_qs,
                                 u";"_qs,
                                 u"--"_qs,
                                 u"/*"_qs,
                                 u"words"_qs,
                                 u"像"_qs,
                                 u"by:"_qs,
                                 u"cat:"_qs,
                                 u"since:"_qs,
                                 u"kind:"_qs,
                                 u"tag:"_qs,
                                 u" "_qs,
                                 u"paper:"_qs,
                                 u"title"_qs,
                                 u"%"_qs,
                                 u"_"_qs,
                                 u"?1"_qs,
                                 u"\u202e"_qs,
                                 QString(QChar(0)),
                                 QString(QChar(0xd800)),
                                 u"'; DROP TABLE papers; --"_qs,
                                 u"9"_qs};
        QRandomGenerator random(14);
        for (int n = 0; n < 10'000; ++n) {
            QString query;
            for (int i = random.bounded(1, 9); i > 0; --i)
                query += pieces[random.bounded(int(pieces.size()))];
            const auto hits = shelf->search(query, 5);
            QVERIFY2(hits.ok(), qPrintable(query + u'|' + (hits ? QString() : hits.error().message)));
        }
        QCOMPARE(shelf->count({}), 2);
        QCOMPARE(shelf->check()->join(u'|'), QString());
    }
};

YAODIAN_TEST_GUILESS(LibraryStrangers)

} // namespace library_strangers

#include "library_strangers.moc"
