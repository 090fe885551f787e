// The reader with a real worker, a real library and the tour's own PDF.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/firstview.h"
#include "ui/reader/pageview.h"

#include <QLineEdit>
#include <QListView>
#include <QScrollBar>

namespace reader_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

const QString TourPdf = QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf");

std::unique_ptr<ReaderDesk> deskWithTour()
{
    auto desk = std::make_unique<ReaderDesk>(*qApp);
    desk->show(desk->add(TourPdf, u"A Short Tour"_s));
    return desk;
}

/// Searches with the keyboard, so that what is selected next is known.
void find(const ReaderDesk &desk, const QString &words)
{
    desk.type(u"/"_s);
    auto *field = desk.reader->findChild<QLineEdit *>(u"search"_s);
    QTest::keyClicks(field, words);
    QTest::keyClick(field, Qt::Key_Return);
}

int rowsSaying(const QListView &list, const QString &text)
{
    const QModelIndex first = list.model()->index(0, 0);
    return int(list.model()->match(first, Qt::DisplayRole, text, -1, Qt::MatchExactly).size());
}

bool selectFound(const ReaderDesk &desk, const QString &words)
{
    find(desk, words);
    auto *hits = desk.reader->findChild<QListView *>(u"hits"_s);
    if (!QTest::qWaitFor([&] { return hits->model()->rowCount() > 0; }, 20000))
        return false;
    desk.type(u"v"_s);
    return QTest::qWaitFor([&] { return desk.reader->hasSelection(); }, 20000);
}

class ReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocument_isShownSharpWithItsTitleAndPageCount()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QTRY_COMPARE(desk->reader->title(), u"A Short Tour"_s);
        QCOMPARE(desk->reader->status(), u"Page 1 of 2"_s);
        QTRY_VERIFY(desk->reader->findChild<QListView *>(u"outline"_s)->model()->rowCount() > 1);
    }

    void whatIsExpectedOfTheNextStart_isWhatThisOneShowed()
    {
        const auto desk = std::make_unique<ReaderDesk>(*qApp);
        const auto document = desk->add(TourPdf, u"A Short Tour"_s);
        const auto info = pdf::readInfo(document.path);
        QVERIFY(info);
        for (const QString &keys : {u""_s, u"G+"_s}) {
            desk->show(document);
            QVERIFY(desk->waitSettled());
            desk->type(keys);
            QVERIFY(desk->waitSettled());
            const auto *pages = desk->reader->findChild<ui::PageView *>(u"pages"_s);
            const QList<int> shown = pages->visiblePages();
            const double scale = pages->layoutOfPages().scale(shown.first()) * pages->devicePixelRatioF();
            desk->reader.reset();
            const auto expected = ui::expectedView(desk->settings, document.path)(info->pages);
            QList<int> seen;
            for (const auto &[page, drawnAt] : expected) {
                seen << page;
                QVERIFY2(qAbs(drawnAt - scale) < 1e-4 * scale, qPrintable(u"%1, not %2"_s.arg(drawnAt).arg(scale)));
            }
            QCOMPARE(seen, shown);
        }
    }

    void lettersOnASelection_makeAHighlightInTheLibrary()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"worth a highlight"_s));
        QSignalSpy saved(desk->reader.get(), &ui::ReaderView::saved);
        desk->type(u"hm"_s);
        const auto highlights = desk->store->highlights(desk->paper);
        QCOMPARE(highlights.size(), 1);
        QCOMPARE(highlights.first().kind, u"method"_s);
        QVERIFY2(highlights.first().quote.contains(u"worth a highlight"_s), qPrintable(highlights.first().quote));
        QVERIFY(!highlights.first().boxes.isEmpty());
        QVERIFY(!desk->reader->hasSelection());
        QVERIFY(saved.count() >= 1);
    }

    void aNumberOnASelection_isTheKindOfThatPlace()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"Nothing in it"_s));
        desk->type(u"3"_s);
        QCOMPARE(desk->store->highlights(desk->paper).value(0).kind, desk->store->kinds().at(2).key);
    }

    void anUnknownLetter_saysWhichThereAre()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"Nothing in it"_s));
        QSignalSpy message(desk->reader.get(), &ui::ReaderView::message);
        desk->type(u"hz"_s);
        QCOMPARE(message.count(), 1);
        QVERIFY(desk->store->highlights(desk->paper).isEmpty());
        QVERIFY(desk->reader->hasSelection());
    }

    void selectingByKey_growsByWordsInReadingOrder()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        desk->type(u"v"_s);
        QTRY_VERIFY(desk->reader->hasSelection());
        desk->type(u"wwwhr"_s);
        const QString quote = desk->store->highlights(desk->paper).value(0).quote;
        QCOMPARE(quote.split(u' ').size(), 3);
    }

    void evidence_isTiedToThePointWithThatNumber()
    {
        const auto desk = std::make_unique<ReaderDesk>(*qApp);
        const auto document = desk->add(TourPdf, u"A Short Tour"_s);
        QVERIFY(desk->notes->addPoint(desk->paper, u"first"_s));
        QVERIFY(desk->notes->addPoint(desk->paper, u"second"_s));
        desk->show(document);
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        desk->type(u"e2"_s);
        const auto points = desk->store->points(desk->paper);
        QVERIFY(points.at(0).evidence.isEmpty());
        QCOMPARE(points.at(1).evidence.size(), 1);
        QCOMPARE(points.at(1).evidence.first(), desk->store->highlights(desk->paper).first().id);
    }

    void evidenceForAPointThatIsNotThere_isSaidAndChangesNothing()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        QSignalSpy message(desk->reader.get(), &ui::ReaderView::message);
        desk->type(u"e5"_s);
        QCOMPARE(message.count(), 1);
        QVERIFY(desk->store->highlights(desk->paper).isEmpty());
    }

    void undo_takesTheHighlightOffThePageToo()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        desk->type(u"hq"_s);
        QTest::keyClick(desk->pages(), Qt::Key_Escape); // the search ends, the outline is back
        auto *outline = desk->reader->findChild<QListView *>(u"outline"_s);
        const int with = outline->model()->rowCount();
        QVERIFY(desk->notes->undo());
        QVERIFY(desk->store->highlights(desk->paper).isEmpty());
        QTRY_COMPARE(rowsSaying(*outline, u"Highlights · 1"_s), 0);
        QVERIFY(outline->model()->rowCount() <= with);
    }

    void aComment_isTypedBesideTheHighlight()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        desk->type(u"hdc"_s);
        auto *field = desk->reader->findChild<QLineEdit *>(u"comment"_s);
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, u"is this so?"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk->store->highlights(desk->paper).value(0).comment, u"is this so?"_s);
        QVERIFY(!field->isVisible());
    }

    void aPointOfOnesOwn_isSavedWithTheSelectionAsItsEvidence()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        desk->type(u"p"_s);
        auto *field = desk->reader->findChild<QPlainTextEdit *>(u"pointEdit"_s);
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, u"marks can be taken back"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const auto points = desk->store->points(desk->paper);
        QCOMPARE(points.size(), 1);
        QCOMPARE(points.first().text, u"marks can be taken back"_s);
        QCOMPARE(points.first().evidence.size(), 1);
    }

    void theNote_isSavedSoonAfterTheLastKeyAndWhenItIsLeft()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        auto *note = desk->reader->findChild<QPlainTextEdit *>(u"note"_s);
        QTRY_VERIFY(note->isEnabled());
        QSignalSpy saved(desk->reader.get(), &ui::ReaderView::saved);
        QTest::keyClicks(note, u"## Thoughts"_s);
        QTRY_COMPARE(desk->store->note(desk->paper).text, u"## Thoughts"_s);
        QTRY_VERIFY(saved.count() >= 1);
        QTest::keyClicks(note, u"!"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        QCOMPARE(desk->store->note(desk->paper).text, u"## Thoughts!"_s);
    }

    void closingTheReader_losesNoWordOfTheNote()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        auto *note = desk->reader->findChild<QPlainTextEdit *>(u"note"_s);
        QTRY_VERIFY(note->isEnabled());
        QTest::keyClicks(note, u"last words"_s);
        desk->reader.reset();
        QCOMPARE(desk->store->note(desk->paper).text, u"last words"_s);
    }

    void undoOfANote_showsTheTextBefore()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        auto *note = desk->reader->findChild<QPlainTextEdit *>(u"note"_s);
        QTRY_VERIFY(note->isEnabled());
        QTest::keyClicks(note, u"a thought"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(desk->notes->undo());
        QTRY_COMPARE(note->toPlainText(), QString());
    }

    void aPathWithoutAPaper_isReadAtOnceAndMarkedAfterwards()
    {
        const auto desk = std::make_unique<ReaderDesk>(*qApp);
        desk->makeView().openPath(TourPdf, pdf::startWorker());
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        QSignalSpy message(desk->reader.get(), &ui::ReaderView::message);
        desk->type(u"h1"_s); // no letter: given up; nothing is marked before there is a paper
        desk->type(u"1"_s);
        QVERIFY(message.count() >= 1);
        const auto document = desk->add(TourPdf, u"A Short Tour"_s);
        desk->reader->attach(document, desk->paper);
        QVERIFY(desk->reader->hasSelection());
        desk->type(u"hm"_s);
        QCOMPARE(desk->store->highlights(desk->paper).size(), 1);
    }

    void pageKeys_goToPages()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        desk->type(u"G"_s);
        QCOMPARE(desk->reader->status(), u"Page 2 of 2"_s);
        desk->type(u"gg"_s);
        QCOMPARE(desk->reader->status(), u"Page 1 of 2"_s);
        desk->type(u"2G"_s);
        QCOMPARE(desk->reader->status(), u"Page 2 of 2"_s);
        QTest::keyClick(desk->pages(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(desk->reader->status(), u"Page 1 of 2"_s);
    }

    void theNextOpening_isWhereTheReaderLeft()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        desk->type(u"G"_s);
        desk->reader.reset();
        desk->show(*desk->store->document(desk->store->documents(desk->paper).first().sha256));
        QVERIFY(desk->waitSettled());
        QCOMPARE(desk->reader->status(), u"Page 2 of 2"_s);
    }

    void aHighlightAskedFor_isInViewAndCurrent()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"Taking It Back"_s));
        desk->type(u"hf"_s);
        const auto made = desk->store->highlights(desk->paper).first();
        const auto document = desk->store->documents(desk->paper).first();
        desk->reader.reset();
        desk->makeView().open(document, desk->paper, std::nullopt, made.id);
        QVERIFY(desk->waitSettled());
        auto *outline = desk->reader->findChild<QListView *>(u"outline"_s);
        QTRY_COMPARE(rowsSaying(*outline, u"Highlights · 1"_s), 1);
        QTRY_COMPARE(desk->reader->status(), u"Page %1 of 2"_s.arg(made.page + 1));
        QSignalSpy message(desk->reader.get(), &ui::ReaderView::message);
        desk->type(u"dh"_s); // works on the current highlight
        QVERIFY2(message.isEmpty(), qPrintable(message.value(0).value(0).toString()));
        QVERIFY(desk->store->highlights(desk->paper).isEmpty());
    }

    void escape_stepsBackOneByOne()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QVERIFY(selectFound(*desk, u"every mark"_s));
        QSignalSpy left(desk->reader.get(), &ui::ReaderView::left);
        QTest::keyClick(desk->pages(), Qt::Key_Escape);
        QVERIFY(!desk->reader->hasSelection());
        QTest::keyClick(desk->pages(), Qt::Key_Escape);
        QVERIFY(!desk->reader->findChild<QLineEdit *>(u"search"_s)->isVisible());
        QCOMPARE(left.count(), 0);
        QTest::keyClick(desk->pages(), Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
    }

    void aFileThatIsNoPdf_isOneSentenceAndNoPages()
    {
        const auto desk = std::make_unique<ReaderDesk>(*qApp);
        QFile file(desk->folder.filePath(u"page.pdf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html><body>not found</body></html>");
        file.close();
        QSignalSpy failed(&desk->makeView(), &ui::ReaderView::failed);
        desk->reader->openPath(file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QVERIFY(desk->reader->status().isEmpty());
    }

    void aDrag_selectsAndAClickGivesUp()
    {
        const auto desk = deskWithTour();
        QVERIFY(desk->waitSettled());
        QTest::qWait(0);
        auto *viewport = desk->pages()->findChild<QWidget *>(u"qt_scrollarea_viewport"_s);
        const QPoint from(viewport->width() / 6, viewport->height() / 3);
        // The text of the page follows the picture; until then a press only asks for it.
        QTRY_VERIFY_WITH_TIMEOUT((QTest::mousePress(viewport, Qt::LeftButton, {}, from), desk->reader->hasSelection()),
                                 20000);
        QTest::mouseMove(viewport, from + QPoint(220, 60));
        QMouseEvent move(QEvent::MouseMove, QPointF(from + QPoint(220, 60)), viewport->mapToGlobal(from), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, from + QPoint(220, 60));
        QVERIFY(desk->reader->hasSelection());
        QTest::mouseClick(viewport, Qt::LeftButton, {}, QPoint(from.x(), from.y() + 100));
        QVERIFY(!desk->reader->hasSelection());
    }

    void pageKeysReachNoInputMethod()
    {
        const auto desk = deskWithTour();
        QVERIFY(!desk->pages()->testAttribute(Qt::WA_InputMethodEnabled));
        QVERIFY(desk->reader->findChild<QPlainTextEdit *>(u"note"_s)->testAttribute(Qt::WA_InputMethodEnabled));
    }
};

YAODIAN_TEST(ReaderTest)

} // namespace reader_test

#include "reader_test.moc"
