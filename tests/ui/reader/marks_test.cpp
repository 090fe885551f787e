// What can be done with a highlight that is there: its kind, its extent, those that overlap.
#include "tests/support/testmain.h"
#include "tests/ui/reader/marked.h"
#include "translations/translations.h"
#include "ui/reader/finder.h"
#include "ui/reader/selector.h"

#include <QLineEdit>

namespace marks_test {

using namespace yaodian;
using tests::MarkedDesk;
using namespace Qt::StringLiterals;

const QString Sleeps = u"A walrus sleeps on the ice."_s;
const QString Mussels = u"Then it looks for mussels."_s;

class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void aLetterOnAHighlight_givesItAnotherKind_andNumbersStayNumbers()
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
        marked.desk.type(u"2G"_s);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
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
        marked.desk.type(u"hz"_s);
        QCOMPARE(message.count(), 1);
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
        marked.desk.type(u"h2Gd3G"_s);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
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

    void byKey_theEndsAreMoved_andTheHighlightStaysItself()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps, u"result"_s);
        QVERIFY(marked.desk.notes->setComment(id, u"really?"_s));
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u")"_s); // the next sentence too
        marked.press(Qt::Key_Return);
        QVERIFY(!marked.desk.reader->hasSelection());
        const auto grown = marked.stored(id);
        QCOMPARE(grown.quote, u"A walrus sleeps on the ice. It wakes with the tide."_s);
        QCOMPARE(grown.kind, u"result"_s);
        QCOMPARE(grown.comment, u"really?"_s);
        QCOMPARE(marked.marks->current()->boxes, grown.boxes);
        const auto steps = marked.desk.store->journal().size();
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.press(Qt::Key_Return); // nothing was moved
        QVERIFY(!marked.desk.reader->hasSelection());
        QCOMPARE(marked.desk.store->journal().size(), steps);
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u"ow"_s); // the first end
        marked.press(Qt::Key_Return);
        QCOMPARE(marked.stored(id).quote, u"walrus sleeps on the ice. It wakes with the tide."_s);
        QCOMPARE(marked.desk.store->highlights(marked.desk.paper).size(), 1);
        QVERIFY(marked.desk.notes->undo());
        QCOMPARE(marked.stored(id), grown);
        QVERIFY(marked.desk.notes->undo());
        QCOMPARE(marked.stored(id).quote, Sleeps);
    }

    void escape_leavesTheHighlightAsItWas()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        const auto steps = marked.desk.store->journal().size();
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u"ww"_s);
        marked.press(Qt::Key_Escape);
        QVERIFY(!marked.desk.reader->hasSelection());
        QCOMPARE(marked.current(), id);
        marked.press(Qt::Key_Return); // is about nothing now
        QCOMPARE(marked.stored(id).quote, Sleeps);
        QCOMPARE(marked.desk.store->journal().size(), steps);
    }

    void aMarkingKeyWhileTheEndsMove_isAboutThatHighlight()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u")hd"_s);
        QCOMPARE(marked.desk.store->highlights(marked.desk.paper).size(), 1);
        QCOMPARE(marked.stored(id).kind, u"doubt"_s);
        QCOMPARE(marked.stored(id).quote, u"A walrus sleeps on the ice. It wakes with the tide."_s);
    }

    void ofTheSameWordsTwice_thoseThatAreMarkedAreMeant()
    {
        MarkedDesk marked;
        auto twice = marked.passage(u"looks"_s);
        const auto text = pdf::readText(marked.path, 0);
        const auto places = pdf::find(text->first(), u"the"_s);
        QCOMPARE(places.size(), 6);
        twice.boxes = pdf::boxesOf(text->first(), places.at(4)); // in "them"
        twice.quote = u"the"_s;
        twice.prefix.clear();
        twice.suffix.clear();
        const auto id = marked.desk.notes->addHighlight(marked.desk.paper, twice, u"method"_s).value();
        marked.open();
        marked.desk.type(u"]hM"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        marked.desk.type(u"l"_s);
        marked.press(Qt::Key_Return);
        QCOMPARE(marked.stored(id).quote, u"them"_s);
    }

    void overThePageBreak_isRefusedInASentence()
    {
        MarkedDesk marked;
        const auto id = marked.mark(u"The colony counts four hundred animals in summer."_s);
        marked.open();
        marked.clickOn(u"colony"_s);
        marked.desk.type(u"M"_s);
        QTRY_VERIFY(marked.desk.reader->hasSelection());
        QSignalSpy message(marked.desk.reader.get(), &ui::ReaderView::message);
        marked.desk.type(u")"_s);
        QTRY_VERIFY(marked.desk.reader->findChild<ui::Selector *>()->selection().last().page == 1);
        marked.press(Qt::Key_Return);
        QCOMPARE(message.count(), 1);
        QVERIFY(marked.desk.reader->hasSelection());
        QCOMPARE(marked.stored(id).page, 0);
    }

    void theHandles_areDragged()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps);
        marked.open();
        marked.clickOn(u"walrus"_s);
        const QRect all = tests::whereOf(*marked.pages, marked.path, 0, Sleeps);
        const QRect tide = tests::whereOf(*marked.pages, marked.path, 0, u"tide."_s);
        QTest::qWait(1);
        marked.mouse->drag(QPoint(all.right(), all.bottom() + 4), QPoint(tide.right() + 1, tide.center().y()), {});
        QCOMPARE(marked.stored(id).quote, u"A walrus sleeps on the ice. It wakes with the tide."_s);
        QVERIFY(!marked.desk.reader->hasSelection());
        QCOMPARE(marked.current(), id);
        const QRect sleeps = tests::whereOf(*marked.pages, marked.path, 0, u"sleeps"_s);
        marked.mouse->drag(QPoint(all.left(), all.top() - 4), QPoint(sleeps.left() + 1, sleeps.center().y()), {});
        QCOMPARE(marked.stored(id).quote, u"sleeps on the ice. It wakes with the tide."_s);
        QVERIFY(marked.desk.notes->undo());
        QVERIFY(marked.desk.notes->undo());
        QCOMPARE(marked.stored(id).quote, Sleeps);
    }

    void ofAnotherVersion_theEndsStay_andWhyIsSaid()
    {
        MarkedDesk marked;
        auto elsewhere = marked.passage(Sleeps);
        elsewhere.document = QString(64, u'a');
        const auto id = marked.desk.notes->addHighlight(marked.desk.paper, elsewhere, u"method"_s).value();
        marked.desk.show(marked.document);
        auto *marks = marked.desk.reader->findChild<ui::Markings *>();
        QVERIFY(marked.desk.waitSettled());
        QTRY_COMPARE_WITH_TIMEOUT(marks->highlights().size(), 1, 20'000);
        QVERIFY(marks->show(id));
        QSignalSpy message(marked.desk.reader.get(), &ui::ReaderView::message);
        marked.desk.type(u"M"_s);
        QCOMPARE(message.count(), 1);
        QVERIFY(!marked.desk.reader->hasSelection());
    }

    void theScrollBar_showsWhereHighlightsAndHitsAre()
    {
        MarkedDesk marked;
        marked.open();
        auto &bar = marked.pages->bar();
        // Beside the handle, at the edges: highlights at the left, hits at the right.
        const auto ticksAt = [&bar](int x) {
            const QImage shown = bar.grab().toImage();
            QList<int> rows;
            for (int y = 0; y < shown.height(); ++y)
                if (shown.pixel(x, y) != shown.pixel(x, 0))
                    rows << y;
            return rows;
        };
        const int right = bar.width() - 1;
        QVERIFY(ticksAt(0).isEmpty() && ticksAt(right).isEmpty());
        const auto id = marked.mark(u"In winter most of them leave."_s, u"problem"_s, 1);
        QTRY_COMPARE(marked.marks->highlights().size(), 1);
        const QRectF where = marked.pages->layoutOfPages().onView(1, marked.stored(id).boxes.first());
        const int y = int(where.center().y() / (bar.maximum() + bar.pageStep()) * bar.height());
        QCOMPARE(ticksAt(0), (QList<int>{y, y + 1}));
        QVERIFY(ticksAt(right).isEmpty());
        const QColor tick(bar.grab().toImage().pixel(0, y));
        QVERIFY2(tick.blue() > tick.red() + 60, qPrintable(tick.name())); // in the colour of its kind
        marked.desk.type(u"/"_s);
        QTest::keyClicks(marked.desk.reader->findChild<QLineEdit *>(u"search"_s), u"walrus"_s);
        QTRY_COMPARE(ticksAt(right).size(), 4); // one on each page
        QVERIFY(marked.desk.notes->undo());
        QVERIFY(ticksAt(0).isEmpty());
        marked.desk.reader->findChild<ui::Finder *>()->search({});
        QVERIFY(ticksAt(right).isEmpty());
    }

    void aClickAtTheSameSpot_goesToTheOneBelow()
    {
        MarkedDesk marked;
        const auto whole = marked.mark(u"A walrus sleeps on the ice. It wakes with the tide."_s);
        const auto part = marked.mark(u"walrus"_s, u"doubt"_s);
        marked.open();
        marked.clickOn(u"walrus"_s);
        QCOMPARE(marked.current(), part);
        marked.clickOn(u"walrus"_s);
        QCOMPARE(marked.current(), whole);
        marked.clickOn(u"walrus"_s);
        QCOMPARE(marked.current(), part);
        marked.clickOn(u"tide."_s);
        QCOMPARE(marked.current(), whole);
        marked.clickOn(u"walrus"_s); // it is the current one there, too
        QCOMPARE(marked.current(), part);
    }

    void whatIsTypedAsAPaperOpens_isNeverOfTheOneBefore()
    {
        MarkedDesk marked;
        QVERIFY(marked.desk.notes->setNote(marked.desk.paper, u"of walruses"_s));
        marked.open();
        const auto *note = marked.desk.reader->findChild<QPlainTextEdit *>(u"note"_s);
        QTRY_COMPARE(note->toPlainText(), u"of walruses"_s);
        const auto before = marked.desk.paper;
        const QString path = marked.desk.folder.filePath(u"other.pdf"_s);
        tests::writePdf(path, {{u"Seals are others."_s}});
        const auto other = marked.desk.add(path, u"Of seals"_s);
        marked.desk.reader->open(other, marked.desk.paper);
        QCOMPARE(note->toPlainText(), QString());
        marked.desk.type(u"p"_s); // before a page is there
        QTest::keyClicks(QApplication::focusWidget(), u"mine"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(marked.desk.store->points(before).isEmpty());
        QCOMPARE(marked.desk.store->points(marked.desk.paper).value(0).text, u"mine"_s);
        QVERIFY(marked.desk.waitSettled());
        QCOMPARE(note->toPlainText(), QString());
        QCOMPARE(marked.desk.store->note(before).text, u"of walruses"_s);
    }

    void tags_areTypedWithCommas_andCompletedFromThoseInUse()
    {
        MarkedDesk marked;
        const auto id = marked.mark(Sleeps), other = marked.mark(Mussels);
        QVERIFY(marked.desk.notes->setTags(other, {u"ablation"_s, u"复现"_s}));
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"C"_s);
        auto *field = marked.desk.reader->findChild<QLineEdit *>(u"comment"_s);
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"sleep, ab"_s);
        QCOMPARE(field->text(), u"sleep, ablation"_s);
        QTest::keyClick(field, Qt::Key_Backspace); // that was not meant
        QCOMPARE(field->text(), u"sleep, ab"_s);
        QTest::keyClicks(field, u"l"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(marked.stored(id).tags, (QStringList{u"sleep"_s, u"ablation"_s}));
        QCOMPARE(marked.stored(id).comment, QString());
        marked.desk.type(u"C"_s);
        QCOMPARE(field->text(), u"sleep, ablation"_s);
        field->setText(u"一，二、"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(marked.stored(id).tags, (QStringList{u"一"_s, u"二"_s}));
        QVERIFY(marked.desk.notes->undo());
        QVERIFY(marked.stored(id).tags.isEmpty()); // typed within a minute: one step
        marked.desk.type(u"c"_s);                  // nothing of tags in the next field
        QTest::keyClicks(field, u"ab"_s);
        QCOMPARE(field->text(), u"ab"_s);
    }
};

YAODIAN_TEST(MarksTest)

} // namespace marks_test

#include "marks_test.moc"
