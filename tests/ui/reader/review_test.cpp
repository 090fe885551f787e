// Highlights on another version of their paper: two real PDFs, the reader over a real library.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "translations/translations.h"
#include "ui/reader/markings.h"

#include <QLabel>
#include <QListView>

namespace review_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;
using State = library::Placement::State;

const QList<QStringList> First{
    {u"A walrus sleeps on the ice for many hours."_s, u"It wakes when the tide comes in, and looks for mussels."_s,
     u"No other animal of the north digs for them."_s},
    {u"The colony counts four hundred animals in summer."_s, u"In winter most of them leave for open water."_s}};

/// A page before the others; the second sentence with other words; the winter is gone.
const QList<QStringList> Second{
    {u"Of this text there was another version."_s},
    {u"A walrus sleeps on the ice for many hours."_s,
     u"It wakes as soon as the flood comes in, and hunts for mussels."_s,
     u"No other animal of the north digs for them."_s},
    {u"The colony counts four hundred animals in summer."_s, u"Nobody has counted the seals that live beside it."_s}};

struct Two
{
    Two() : desk(*qApp)
    {
        const QString path = desk.folder.filePath(u"first.pdf"_s);
        tests::writePdf(path, First);
        first = desk.add(path, u"Of walruses"_s);
        tests::writePdf(desk.folder.filePath(u"second.pdf"_s), Second);
        QFile file(desk.folder.filePath(u"second.pdf"_s));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no PDF");
        second = desk.store->addDocument(desk.paper, file.readAll(), u"v2"_s, u"test"_s).value();
    }
    library::HighlightId mark(const QString &words, int page, const QString &kind = u"method"_s)
    {
        const auto text = pdf::readText(first.path, page);
        const auto range = notes::findQuote(text->first(), words);
        if (!range)
            qFatal("not there");
        return desk.notes->addHighlight(desk.paper, notes::passageOf(text->first(), *range, page, first.sha256), kind)
            .value();
    }
    void open(const library::Document &document, std::optional<library::HighlightId> at = {})
    {
        desk.makeView().open(document, desk.paper, std::nullopt, at);
        QVERIFY(desk.waitSettled());
    }
    /// How it stands in the second version, once it was looked for.
    [[nodiscard]] std::optional<library::Placement> placed(library::HighlightId id) const
    {
        (void)QTest::qWaitFor([&] { return desk.store->placement(id, second.sha256).has_value(); }, 20'000);
        return desk.store->placement(id, second.sha256);
    }
    [[nodiscard]] QList<library::Highlight> shown() const
    {
        return desk.reader->findChild<ui::Markings *>()->highlights();
    }
    [[nodiscard]] QWidget *panel() const { return desk.reader->findChild<QWidget *>(u"review"_s); }
    [[nodiscard]] QString says(const char *label) const
    {
        return desk.reader->findChild<QLabel *>(QLatin1StringView(label))->text();
    }
    void press(Qt::Key key) const { QTest::keyClick(desk.pages(), key); }

    ReaderDesk desk;
    library::Document first, second;
};

const QString Walrus = u"A walrus sleeps on the ice for many hours."_s;
const QString Tide = u"It wakes when the tide comes in, and looks for mussels."_s;
const QString Winter = u"In winter most of them leave for open water."_s;

class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void anotherVersion_carriesTheHighlights_andSaysWhatBecameOfThem()
    {
        Two two;
        const auto walrus = two.mark(Walrus, 0), tide = two.mark(Tide, 0), winter = two.mark(Winter, 1);
        two.open(two.first);
        QTRY_COMPARE(two.shown().size(), 3);
        two.desk.makeView();
        QSignalSpy messages(two.desk.reader.get(), &ui::ReaderView::message);
        two.desk.reader->open(two.second, two.desk.paper);
        QCOMPARE(two.placed(walrus)->state, State::Same);
        QCOMPARE(two.placed(tide)->state, State::Changed);
        QCOMPARE(two.placed(winter)->state, State::Gone);
        QTRY_COMPARE(two.shown().size(), 2);
        QCOMPARE(two.shown().first().page, 1);
        QCOMPARE(two.shown().last().quote, u"It wakes as soon as the flood comes in, and hunts for mussels."_s);
        QTRY_VERIFY(!messages.isEmpty());
        QCOMPARE(messages.last().first().toString(),
                 u"3 highlights of another version, 2 have their place here. 2 to review: gh"_s);
        QCOMPARE(two.desk.store->highlight(tide)->quote, Tide); // what was marked stays what it was
        QCOMPARE(two.desk.store->journal().size(), 3);          // and that is no act of the reader
    }

    void whatIsKnown_isNotLookedForAgain_andWhatIsNewIs()
    {
        Two two;
        two.mark(Walrus, 0);
        two.open(two.second);
        QTRY_COMPARE_WITH_TIMEOUT(two.shown().size(), 1, 20'000);
        QSignalSpy changed(two.desk.store.get(), &library::Library::changed);
        two.open(two.second);
        QTRY_COMPARE(two.shown().size(), 1);
        QTest::qWait(300);
        QCOMPARE(changed.count(), 0);
        const auto tide = two.mark(Tide, 0); // as from another window
        QVERIFY(two.placed(tide).has_value());
        QTRY_COMPARE(two.shown().size(), 2);
    }

    void theyAreSteppedThrough_oldAndNewSideBySide()
    {
        Two two;
        two.mark(Walrus, 0);
        two.mark(Tide, 0);
        const auto winter = two.mark(Winter, 1);
        two.open(two.second);
        QVERIFY(two.placed(winter).has_value());
        QTRY_COMPARE(two.shown().size(), 2);
        two.desk.type(u"gh"_s);
        QVERIFY(two.panel()->isVisible());
        QCOMPARE(two.says("reviewHead"), u"Highlight 1 of 3 · method"_s); // the open ones first
        QCOMPARE(two.says("reviewState"), u"Text changed"_s);
        QVERIFY(two.says("reviewBefore").contains(u"line-through\">when<"_s));
        QVERIFY(two.says("reviewAfter").contains(u"underline\">as soon as<"_s));
        two.desk.type(u"n"_s);
        QCOMPARE(two.says("reviewState"), u"Not found here"_s);
        QVERIFY(two.says("reviewBefore").contains(u"In winter"_s));
        two.desk.type(u"n"_s);
        QCOMPARE(two.says("reviewState"), u"Word for word"_s);
        two.desk.type(u"n"_s); // around
        QCOMPARE(two.says("reviewHead"), u"Highlight 1 of 3 · method"_s);
        two.desk.type(u"N"_s);
        QCOMPARE(two.says("reviewHead"), u"Highlight 3 of 3 · method"_s);
        two.press(Qt::Key_Escape);
        QVERIFY(!two.panel()->isVisible());
    }

    void theReadersWord_stays_andIsUndone()
    {
        Two two;
        const auto tide = two.mark(Tide, 0), winter = two.mark(Winter, 1);
        two.open(two.second);
        QVERIFY(two.placed(winter).has_value());
        two.desk.type(u"gh"_s);
        two.press(Qt::Key_Return); // it is here
        QVERIFY(two.placed(tide)->decided);
        QCOMPARE(two.placed(tide)->state, State::Changed);
        QCOMPARE(two.says("reviewState"), u"Not found here"_s); // on to the next
        two.desk.type(u"x"_s);
        QVERIFY(two.placed(winter)->decided);
        QCOMPARE(two.says("reviewState"), u"Gone, by your word"_s);
        two.press(Qt::Key_Escape);
        QVERIFY(two.desk.notes->undo());
        QVERIFY(!two.placed(winter)->decided);
        QVERIFY(two.desk.notes->undo());
        QVERIFY(!two.placed(tide)->decided);
        QCOMPARE(two.placed(tide)->state, State::Changed); // as it was found
        QVERIFY(two.desk.notes->redo());
        QVERIFY(two.placed(tide)->decided);
        auto found = *two.placed(tide);
        found.state = State::Gone;
        found.decided = false;
        QVERIFY(two.desk.store->keepPlacements(two.desk.paper, {found}));
        QCOMPARE(two.placed(tide)->state, State::Changed);
    }

    void aSelection_isItsPlace()
    {
        Two two;
        const auto winter = two.mark(Winter, 1);
        two.open(two.second);
        QVERIFY(two.placed(winter).has_value());
        QVERIFY(two.shown().isEmpty());
        two.desk.type(u"G"_s); // the last page
        QVERIFY(two.desk.waitSettled());
        two.desk.type(u"gh"_s);
        QVERIFY(two.panel()->isVisible());
        two.desk.type(u"v"_s);
        QTRY_VERIFY(two.desk.reader->hasSelection());
        two.desk.type(u")"_s);
        two.press(Qt::Key_Return);
        QTRY_VERIFY(two.placed(winter)->decided);
        QCOMPARE(two.placed(winter)->state, State::Changed);
        QCOMPARE(two.placed(winter)->spots.size(), 1);
        QCOMPARE(two.shown().size(), 1);
        QVERIFY(!two.desk.reader->hasSelection());
    }

    void enterWithoutASelectionYet_decidesNothing()
    {
        Two two;
        const auto tide = two.mark(Tide, 0);
        two.open(two.second);
        QVERIFY(two.placed(tide).has_value());
        two.desk.type(u"ghv"_s);
        QTRY_VERIFY(two.desk.reader->hasSelection());
        two.press(Qt::Key_Return);
        QVERIFY(!two.placed(tide)->decided);
    }

    void whatIsUndone_isShownAsItIs_andRemovingIsForThisVersion()
    {
        Two two;
        const auto tide = two.mark(Tide, 0);
        two.open(two.second);
        QVERIFY(two.placed(tide).has_value());
        two.desk.type(u"ghx"_s);
        QCOMPARE(two.says("reviewState"), u"Gone, by your word"_s);
        QVERIFY(two.desk.notes->undo());
        QCOMPARE(two.says("reviewState"), u"Text changed"_s);
        QVERIFY(two.desk.notes->removeHighlight(tide));
        QVERIFY(!two.panel()->isVisible());
        QVERIFY(two.desk.notes->undo());
        QTRY_COMPARE(two.shown().size(), 1);
        two.desk.reader->goToHighlight(tide);
        two.desk.type(u"dh"_s);
        QTRY_VERIFY(two.shown().isEmpty());
        QVERIFY(two.desk.store->highlight(tide).has_value()); // where it was made it stays
        QCOMPARE(two.placed(tide)->state, State::Gone);
    }

    void theOtherVersion_isOneKeyAway()
    {
        Two two;
        const auto winter = two.mark(Winter, 1);
        two.open(two.second);
        QVERIFY(two.placed(winter).has_value());
        QSignalSpy wanted(two.desk.reader.get(), &ui::ReaderView::highlightWanted);
        two.desk.type(u"gho"_s);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<library::HighlightId>(), winter);
        QVERIFY(!two.panel()->isVisible());
    }

    void goingToAHighlightOfAnotherVersion_neverEndsInSilence()
    {
        Two two;
        const auto walrus = two.mark(Walrus, 0), winter = two.mark(Winter, 1);
        two.open(two.second, walrus); // not looked for yet
        QTRY_VERIFY_WITH_TIMEOUT(two.desk.reader->findChild<ui::Markings *>()->current().has_value(), 20'000);
        QCOMPARE(two.desk.reader->findChild<ui::Markings *>()->current()->id, walrus);
        two.desk.reader->goToHighlight(winter);
        QVERIFY(two.panel()->isVisible());
        QCOMPARE(two.says("reviewState"), u"Not found here"_s);
        two.open(two.first, winter);
        QTRY_COMPARE(two.desk.reader->findChild<ui::Markings *>()->current().has_value(), true);
        QVERIFY(!two.panel()->isVisible());
        QCOMPARE(two.desk.reader->findChild<ui::Markings *>()->current()->id, winter);
    }

    void whereThereIsNone_thatIsSaid()
    {
        Two two;
        two.open(two.second);
        QSignalSpy messages(two.desk.reader.get(), &ui::ReaderView::message);
        two.desk.type(u"gh"_s);
        QCOMPARE(messages.count(), 1);
        QVERIFY(!two.panel()->isVisible());
    }
};

YAODIAN_TEST(ReviewTest)

} // namespace review_test

#include "review_test.moc"
