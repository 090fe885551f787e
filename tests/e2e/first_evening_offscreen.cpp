// The first evening in this process, on the offscreen platform: the same steps as in the real window, looked at through
// the widgets' names.
#include "tests/e2e/evening.h"
#include "tests/support/fakeask.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using library::ListQuery;

namespace {

const QString paperTitle = u"Attention Is All You Need"_s;
constexpr int patience = 30000;

} // namespace

class FirstEveningOffscreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*qApp, u"en"_s);
        auto opened = library::Library::open(m_evening.library(), library::Library::Mode::ReadWrite, m_clock, m_ids);
        QVERIFY(opened.ok());
        m_library = std::move(opened.value());
        const cli::Globals globals{m_evening.library(), u"en"_s, u"light"_s, false, false, {m_evening.mirror()}};
        m_services = std::make_unique<cli::Services>(*m_library, m_clock, m_ids, globals);
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->set(u"light"_s, 10);
        m_window = std::make_unique<MainWindow>(*m_services, *m_theme, m_commands, m_ask);
        m_window->show();
        m_window->start({}, {});
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void aPastedLinkBecomesASourceWithItsEntries()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page().currentRow().has_value(), patience); // the tour
        press(u"a"_s);
        press(m_evening.feed());
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QWidget *>(u"finding"_s)->isVisible(), patience);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_library->count({}), 3, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_services->sync.isBusy(), patience);
        QCOMPARE(m_library->sources().size(), 2); // the tour's and the pasted one
    }

    void theEntriesAreThereByCategory()
    {
        QTest::keyClick(focus(), Qt::Key_Backtab, Qt::ShiftModifier);
        press(u"gg"_s);
        key(Qt::Key_Return);
        press(u"gg"_s);
        QTRY_COMPARE_WITH_TIMEOUT(current().title, paperTitle, patience);
        QCOMPARE(current().categories, QStringList{u"CL"_s});
        QVERIFY(current().unread);
        m_paper = current().paper;
    }

    void enterFetchesAndOpensThePdf()
    {
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReading(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->reader()->isSettled(), patience);
        QCOMPARE(m_library->documents(m_paper).size(), 1);
        QVERIFY(m_library->state(m_paper).read);
        QVERIFY(m_window->windowTitle().startsWith(paperTitle));
    }

    void aPassageIsHighlightedByKeyboardAndBacksAPoint()
    {
        // The text of the page may arrive after its picture: the selection starts as soon as it is there.
        for (int round = 0; round < 100 && !m_window->reader()->hasSelection(); ++round) {
            press(u"v"_s);
            QTest::qWait(100);
        }
        QVERIFY(m_window->reader()->hasSelection());
        press(u"))hm"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_library->highlights(m_paper).size(), 1, patience);
        const library::Highlight highlight = m_library->highlights(m_paper).first();
        QCOMPARE(highlight.kind, u"method"_s);
        QVERIFY(!highlight.quote.isEmpty());
        press(u"e2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_library->points(m_paper)[1].evidence.isEmpty(), patience);
    }

    void aNoteIsSavedAsTyped()
    {
        press(u"o"_s);
        auto *note = m_window->findChild<QPlainTextEdit *>(u"note"_s);
        QVERIFY(note);
        QTRY_VERIFY(note->hasFocus());
        press(u"Read the second page again."_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_library->note(m_paper).text, u"Read the second page again."_s, patience);
        key(Qt::Key_Escape);
    }

    void everyStepCanBeTakenBackAndDoneAgain()
    {
        QVERIFY(m_services->notes.undo().ok()); // the note
        QCOMPARE(m_library->note(m_paper).text, QString());
        QVERIFY(m_services->notes.redo().ok());
        QCOMPARE(m_library->note(m_paper).text, u"Read the second page again."_s);
    }

    void aSessionHasAVerdictAndAnEnd()
    {
        press(u"q"_s);
        QTRY_VERIFY(!m_window->isReading());
        press(u"S"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_services->reading.current().has_value(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReading(), patience);
        press(u"Z2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_library->state(m_paper).verdict, library::Verdict::Keep, patience);
        press(u"Ze"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_services->reading.current().has_value(), patience);
        press(u"E"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_evening.exported(QString()).isEmpty(), patience);
    }

    void theMarkdownHoldsWhatTheReaderMade()
    {
        const auto markdown = m_services->markdown.paper(m_paper);
        QVERIFY(markdown.ok());
        QCOMPARE(m_library->highlights(m_paper).size(), 1);
        QVERIFY(markdown->contains(u"verdict: \"keep\""_s));
        QVERIFY(markdown->contains(m_library->highlights(m_paper).first().quote));
        QVERIFY(markdown->contains(u"Read the second page again."_s));
        QVERIFY(markdown->contains(u"https://arxiv.org/pdf/1706.03762#page=1"_s));
    }

private:
    [[nodiscard]] library::ListRow current() const
    {
        return m_window->page().currentRow().value_or(library::ListRow());
    }
    [[nodiscard]] QWidget *focus() const
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : m_window.get();
    }
    void press(const QString &keys) const
    {
        for (const QChar c : keys)
            QTest::keyClicks(focus(), QString(c));
    }
    void key(Qt::Key code) const { QTest::keyClick(focus(), code); }

    tests::Evening m_evening;
    SystemClock m_clock;
    IdSource m_ids{m_clock};
    std::unique_ptr<library::Library> m_library;
    std::unique_ptr<cli::Services> m_services;
    std::unique_ptr<Theme> m_theme;
    Commands m_commands;
    FakeAsk m_ask;
    std::unique_ptr<MainWindow> m_window;
    library::PaperId m_paper;
};

QTEST_MAIN(FirstEveningOffscreen)
#include "first_evening_offscreen.moc"
