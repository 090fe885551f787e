// What can be done with a highlight that is there: its kind, its extent, those that overlap.
#include "tests/ui/reader/marked.h"
#include "translations/translations.h"

using namespace yaodian;
using tests::MarkedDesk;
using namespace Qt::StringLiterals;

namespace {

const QString Sleeps = u"A walrus sleeps on the ice."_s;
const QString Mussels = u"Then it looks for mussels."_s;

} // namespace

class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void lettersAndNumbersOnAHighlight_giveItAnotherKind()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        QCOMPARE(marked.current(), id);
        QCOMPARE(marked.desk.reader->keyPlace(), ui::Place::Highlight);
        QSignalSpy saved(marked.desk.reader.get(), &ui::ReaderView::saved);
        marked.desk.type(u"hd"_s);
        QCOMPARE(marked.stored(id).kind, u"doubt"_s);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(marked.current(), id); // and can be given another
        QTest::qWait(1);
        QVERIFY(marked.desk.notes->undo());
        QCOMPARE(marked.stored(id).kind, u"method"_s);
        marked.desk.type(u"3"_s);
        QCOMPARE(marked.stored(id).kind, marked.desk.store->kinds().at(2).key);
        QCOMPARE(marked.desk.store->highlights(marked.desk.paper).size(), 1);
    }

    void anUnknownLetterOnAHighlight_isSaidAndChangesNothing()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.desk.type(u"]h"_s);
        QCOMPARE(marked.current(), id);
        QSignalSpy message(marked.desk.reader.get(), &ui::ReaderView::message);
        marked.desk.type(u"hz8"_s);
        QCOMPARE(message.count(), 2);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
    }

    void withoutACurrentHighlight_theKeysAreTheReadersAgain()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.press(Qt::Key_Escape);
        QCOMPARE(marked.desk.reader->keyPlace(), ui::Place::Reader);
        marked.desk.type(u"hd2G"_s);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
        QCOMPARE(marked.desk.reader->status(), u"Page 2 of 2"_s);
    }

    void aSelection_isMarkedAnew_whateverIsCurrent()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"v"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        QCOMPARE(marked.desk.reader->keyPlace(), ui::Place::Selection);
        marked.desk.type(u"wwhr"_s);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
        QCOMPARE(marked.desk.store->highlights(marked.desk.paper).size(), 2);
    }
};

QTEST_MAIN(MarksTest)
#include "marks_test.moc"
