// The panel of a search with a real worker: its hits as rows, how it is searched, what it says of a broken pattern.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/siderows.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

namespace reader_searchpanel_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

/// A reader with the tour's PDF and an open search panel.
struct Search
{
    ReaderDesk desk{*qApp};
    QLineEdit *field = nullptr;
    QListView *hits = nullptr;
    QLabel *says = nullptr;

    Search()
    {
        desk.show(desk.add(QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf"), u"A Short Tour"_s));
        if (!desk.waitSettled())
            qFatal("the tour is not shown");
        desk.type(u"/"_s);
        field = desk.reader->findChild<QLineEdit *>(u"search"_s);
        hits = desk.reader->findChild<QListView *>(u"hits"_s);
        says = desk.reader->findChild<QLabel *>(u"searchSummary"_s);
    }
    [[nodiscard]] int count() const { return hits->model()->rowCount(); }
    void find(const QString &words) const
    {
        field->setFocus();
        field->clear();
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// The summary of a search that has come to its end: "3 of 14".
    [[nodiscard]] bool waitFound() const
    {
        return QTest::qWaitFor([this] { return says->text().contains(u" of "); }, 20000);
    }
    [[nodiscard]] bool waitNothing() const
    {
        return QTest::qWaitFor([this] { return says->text() == u"Nothing found"; }, 20000);
    }
};

class SearchPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHit_isARowWithItsWordsAndPage()
    {
        const Search search;
        search.find(u"highlight"_s);
        QVERIFY(search.waitFound());
        QVERIFY(search.count() >= 2);
        QCOMPARE(search.says->text(), u"1 of %1"_s.arg(search.count()));
        int marked = 0, page = 0;
        for (int row = 0; row < search.count(); ++row) {
            const QModelIndex hit = search.hits->model()->index(row, 0);
            const QString text = hit.data().toString();
            const QString match =
                text.mid(hit.data(ui::siderow::MatchStart).toInt(), hit.data(ui::siderow::MatchLength).toInt());
            QCOMPARE(match.toLower(), u"highlight"_s);
            QVERIFY(text.size() > match.size());
            QVERIFY(hit.data(ui::siderow::Count).toInt() >= page);
            page = hit.data(ui::siderow::Count).toInt();
            marked += hit.data(ui::siderow::Current).toBool() ? 1 : 0;
        }
        QCOMPARE(marked, 1);
        search.desk.type(u"n"_s);
        QCOMPARE(search.says->text(), u"2 of %1"_s.arg(search.count()));
        QVERIFY(search.hits->model()->index(1, 0).data(ui::siderow::Current).toBool());
        QVERIFY(!search.hits->model()->index(0, 0).data(ui::siderow::Current).toBool());
    }

    void altC_tellsCapitalsFromSmallLetters()
    {
        const Search search;
        search.find(u"HIGHLIGHT"_s);
        QVERIFY(search.waitFound());
        QTest::keyClick(search.field, Qt::Key_C, Qt::AltModifier);
        QVERIFY(search.desk.reader->findChild<QToolButton *>(u"searchCase"_s)->isChecked());
        QVERIFY(search.waitNothing());
        QCOMPARE(search.count(), 0);
        QTest::keyClick(search.field, Qt::Key_C, Qt::AltModifier);
        QVERIFY(search.waitFound());
    }

    void altW_findsWholeWordsOnly()
    {
        const Search search;
        search.find(u"highligh"_s);
        QVERIFY(search.waitFound());
        QTest::keyClick(search.field, Qt::Key_W, Qt::AltModifier);
        QVERIFY(search.waitNothing());
    }

    void altR_readsThePatternAndABrokenOneIsSaidInASentence()
    {
        const Search search;
        search.find(u"high(light|land)"_s);
        QVERIFY(search.waitNothing());
        QTest::keyClick(search.field, Qt::Key_R, Qt::AltModifier);
        QVERIFY(search.waitFound());
        search.find(u"high(light"_s);
        QVERIFY2(search.says->text().startsWith(u"This is no regular expression: "), qPrintable(search.says->text()));
        QCOMPARE(search.count(), 0);
        QVERIFY(search.field->hasFocus()); // Enter does not leave a pattern that has to be put right
        QTest::keyClicks(search.field, u")"_s);
        QTest::keyClick(search.field, Qt::Key_Return);
        QVERIFY(search.waitFound());
    }
};

YAODIAN_TEST(SearchPanelTest)

} // namespace reader_searchpanel_test

#include "searchpanel_test.moc"
