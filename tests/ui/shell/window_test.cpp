#include "base/files.h"
#include "tests/support/fakeask.h"
#include "tests/support/processes.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/looks/paintedtext.h"
#include "ui/reader/readerview.h"
#include "ui/shell/app.h"
#include "ui/shell/window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

namespace ui_window_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using library::Verdict;

digest::Entry entry(int number, const QString &category, const QString &title)
{
    digest::Entry e;
    e.number = number;
    e.categories = {category};
    e.title = title;
    e.titleZh = u"第 %1 篇的中文题目"_s.arg(number);
    e.authors = {u"A Lin"_s};
    e.oneLine = u"一句话。"_s;
    e.keyPoints = {u"第一点;"_s, u"第二点。"_s};
    return e;
}

digest::Issue issue()
{
    digest::Issue made;
    made.title = u"LG - 机器学习 CV - 计算机视觉"_s;
    made.legend = {{u"LG"_s, u"机器学习"_s}, {u"CV"_s, u"计算机视觉"_s}};
    made.entries = {entry(1, u"LG"_s, u"What Survives a Revision"_s),
                    entry(2, u"LG"_s, u"Merging Notes Without a Server"_s),
                    entry(3, u"CV"_s, u"Figures as Queries for Composed Retrieval"_s)};
    made.link = u"https://example.org/one"_s;
    made.guid = made.link;
    return made;
}

library::Source feed()
{
    library::Source source;
    source.id = library::SourceId(nameBasedUuid(u"source", u"https://example.org/feed"));
    source.title = u"每日论文推介"_s;
    source.url = u"https://example.org/feed"_s;
    return source;
}

/// A window over a library of its own, shown offscreen.
struct House
{
    explicit House(const QString &folder, bool withIssue = true) : globals{folder, u"en"_s, u"light"_s, true, false, {}}
    {
        auto opened = library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids);
        library = std::move(opened.value());
        if (withIssue)
            stored = library->storeIssue(feed(), issue(), "post").ok();
        services = std::make_unique<cli::Services>(*library, clock, ids, globals);
        theme = std::make_unique<Theme>(*qApp);
        theme->set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
    }
    void start(const QStringList &arguments = {}, std::shared_ptr<pdf::Ahead> ahead = {})
    {
        window->show();
        window->start(arguments, {}, std::move(ahead));
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    template <class T> T *child(const char *name) const { return window->findChild<T *>(QLatin1StringView(name)); }
    void press(const QString &keys) const
    {
        for (const QChar key : keys) {
            QWidget *focus = QApplication::focusWidget();
            QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(key)); // QTest types ASCII only
            if (key.unicode() > 127)
                QApplication::sendEvent(focus ? focus : window.get(), &event);
            else
                QTest::keyClicks(focus ? focus : window.get(), QString(key));
        }
    }
    library::PaperState state() const { return library->state(window->page().currentRow().value().paper); }

    SystemClock clock;
    IdSource ids{clock};
    cli::Globals globals;
    bool stored = false;
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    std::unique_ptr<Theme> theme;
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
};

class WindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_folders = 0;

    QString folder() { return m_dir.filePath(QString::number(++m_folders)); }

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }
    void cleanup() { installLanguage(*qApp, u"en"_s); }

    void names_areTheInterfaceOfTests()
    {
        House house(folder());
        QVERIFY(house.stored);
        house.start();
        for (const char *name : {"views", "categories", "sources", "issues", "entries", "card", "status"})
            QVERIFY2(house.child<QWidget>(name), name);
        for (const char *name : {"views", "categories", "sources", "issues", "entries", "card"})
            QVERIFY2(!house.child<QWidget>(name)->accessibleName().isEmpty(), name);
        QVERIFY(!house.child<QWidget>("palette")); // made when it is wanted
        house.window->showPalette();
        QVERIFY(!house.child<QWidget>("palette")->accessibleName().isEmpty());
    }

    void title_isThePlaceAndTheProgram()
    {
        House house(folder());
        house.start();
        QCOMPARE(house.window->windowTitle(), u"Today — 要点"_s);
        ListPlace place;
        place.view = library::ListQuery::View::Unread;
        house.window->page().goTo(place);
        QCOMPARE(house.window->windowTitle(), u"Unread — 要点"_s);
    }

    void list_movesByKey_withTheInputMethodOff()
    {
        House house(folder());
        house.start();
        auto *entries = house.child<QAbstractItemView>("entries");
        QCOMPARE(QApplication::focusWidget(), entries);
        QVERIFY(!entries->testAttribute(Qt::WA_InputMethodEnabled));
        QCOMPARE(entries->model()->rowCount(), 3);
        house.press(u"jj"_s);
        QCOMPARE(entries->currentIndex().row(), 2);
        house.press(u"gg"_s);
        QCOMPARE(entries->currentIndex().row(), 0);
        house.press(u"G"_s);
        QCOMPARE(entries->currentIndex().row(), 2);
    }

    void verdict_isSavedAtOnce_undoneAndDoneAgain()
    {
        House house(folder());
        house.start();
        house.press(u"2"_s);
        QCOMPARE(house.state().verdict, Verdict::Keep);
        QVERIFY(house.state().read);
        QTRY_VERIFY(house.child<QLabel>("status")->text().contains(u"Saved"_s));
        house.press(u"u"_s);
        QCOMPARE(house.state().verdict, Verdict::None);
        QVERIFY(house.window->notice().text().startsWith(u"Undone"_s));
        house.press(u"U"_s);
        QCOMPARE(house.state().verdict, Verdict::Keep);
    }

    void status_saysSaved_onlyAfterACommit()
    {
        House house(folder());
        house.start();
        QVERIFY(!house.child<QLabel>("status")->text().contains(u"Saved"_s));
        house.press(u"s"_s);
        QVERIFY(house.state().starred);
        QTRY_VERIFY(house.child<QLabel>("status")->text().contains(u"Saved"_s));
    }

    void starLaterAndRead_areToggled()
    {
        House house(folder());
        house.start();
        house.press(u"slx"_s);
        QVERIFY(house.state().starred && house.state().later && house.state().read);
        house.press(u"slx"_s);
        QVERIFY(!house.state().starred && !house.state().later && !house.state().read);
    }

    void movingPast_doesNotRead()
    {
        House house(folder());
        house.start();
        house.press(u"jjkk"_s);
        QVERIFY(!house.state().read);
    }

    void point_isWrittenInline_andTheFocusComesBack()
    {
        House house(folder());
        house.start();
        house.press(u"p"_s);
        auto *field = house.child<QLineEdit>("newPoint");
        QCOMPARE(QApplication::focusWidget(), field);
        QVERIFY(field->testAttribute(Qt::WA_InputMethodEnabled));
        QTest::keyClicks(field, u"worth a second look"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const auto points = house.library->points(house.window->page().currentRow()->paper);
        QVERIFY(!points.isEmpty());
        QCOMPARE(points.last().text, u"worth a second look"_s);
        QVERIFY(points.last().isOwn());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"entries"_s);
    }

    void filter_narrowsTheList_andEscShowsAllAgain()
    {
        House house(folder());
        house.start();
        auto *entries = house.child<QAbstractItemView>("entries");
        house.press(u"/"_s);
        auto *field = house.child<QLineEdit>("filter");
        QCOMPARE(QApplication::focusWidget(), field);
        QTest::keyClicks(field, u"merging"_s);
        QTRY_COMPARE(entries->model()->rowCount(), 1);
        auto *card = house.child<QTextEdit>("card");
        QTRY_VERIFY(card->toPlainText().contains(u"Merging"_s));
        QTest::keyClicks(field, u"zzqq"_s);
        QTRY_COMPARE(entries->model()->rowCount(), 0);
        QTRY_COMPARE(card->toPlainText(), QString()); // neither the paper before nor the post
        field->setText(u"merging"_s);
        QTRY_COMPARE(entries->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(entries, Qt::Key_Escape);
        QTRY_COMPARE(entries->model()->rowCount(), 3);
    }

    void newEntries_waitUntilTheyAreAskedFor()
    {
        House house(folder());
        house.start();
        auto *entries = house.child<QAbstractItemView>("entries");
        house.press(u"j"_s);
        const auto before = house.window->page().currentRow()->id;
        digest::Issue second = issue();
        second.title = u"Another day"_s;
        second.guid = second.link = u"https://example.org/two"_s;
        second.entries = {entry(1, u"CV"_s, u"One Page at a Time: Layout Diffusion"_s)};
        QVERIFY(house.library->storeIssue(feed(), second, "post two").ok());
        QTRY_COMPARE(house.window->page().newEntries(), 1);
        QCOMPARE(entries->model()->rowCount(), 3);
        QCOMPARE(house.window->page().currentRow()->id, before);
        house.press(u"R"_s);
        QCOMPARE(entries->model()->rowCount(), 4);
        QCOMPARE(house.window->page().currentRow()->id, before);
    }

    void tab_walksOverThePanes()
    {
        House house(folder());
        house.start();
        QTRY_VERIFY(house.child<QAbstractItemView>("categories")->model()->rowCount() == 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"card"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"views"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"card"_s);
    }

    void category_narrows_andEscLeavesIt()
    {
        House house(folder());
        house.start();
        auto *entries = house.child<QAbstractItemView>("entries");
        ListPlace place = house.window->page().place();
        place.category = u"CV"_s;
        house.window->page().goTo(place);
        QCOMPARE(entries->model()->rowCount(), 1);
        QVERIFY(house.window->windowTitle().contains(u"CV"_s));
        QTest::keyClick(entries, Qt::Key_Escape);
        QCOMPARE(entries->model()->rowCount(), 3);
    }

    void palette_findsByChineseAndEnglishName_andRuns()
    {
        House house(folder());
        house.start();
        house.press(u"："_s); // full width, as a Chinese input method leaves it
        auto *palette = house.child<QWidget>("palette");
        QVERIFY(palette->isVisible());
        auto *field = palette->findChild<QLineEdit *>();
        auto *list = palette->findChild<QAbstractItemView *>();
        QTest::keyClicks(field, u"star"_s);
        QVERIFY(list->model()->rowCount() >= 1);
        field->setText(u"Next entry"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(house.child<QAbstractItemView>("entries")->currentIndex().row(), 1);
    }

    void keyHelp_isShown_andAnyKeyClosesIt()
    {
        House house(folder());
        house.start();
        house.press(u"?"_s);
        auto *help = house.child<QWidget>("keyHelp");
        QVERIFY(help->isVisible());
        QVERIFY(help->accessibleDescription().contains(u"Next entry"_s));
        house.press(u"j"_s);
        QVERIFY(!help->isVisible());
        QCOMPARE(house.child<QAbstractItemView>("entries")->currentIndex().row(), 0);
    }

    void fileNamedAtTheStart_isShownByWhatWasStartedAhead()
    {
        const QString library = folder();
        const QString file = library + u"/tour.pdf"_s;
        QVERIFY(QDir().mkpath(library));
        QVERIFY(QFile::copy(QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf"), file));
        auto ahead = startAhead(library, {file});
        QTRY_COMPARE(tests::childProcesses().size(), 1);
        const QList<pid_t> worker = tests::childProcesses();
        House house(library, false);
        house.start({file}, std::move(ahead));
        const auto *reader = house.child<ReaderView>("reader");
        QVERIFY(reader);
        QTRY_VERIFY_WITH_TIMEOUT(reader->isSettled() && !reader->status().isEmpty(), 20'000);
        QVERIFY(tests::childProcesses().contains(worker.first())); // beside a spare one
    }

    void fileNamedAtTheStart_isOpenedBeforeThereIsAWindow()
    {
        const QString library = folder();
        const QString file = library + u"/tour.pdf"_s;
        QVERIFY(QDir().mkpath(library));
        QVERIFY(QFile::copy(QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf"), file));
        auto ahead = startAhead(library, {file});
        QTRY_COMPARE(tests::childProcesses().size(), 1); // whoever has a worker has opened the file
        QVERIFY(QFile::remove(file));
        pdf::Document document(file, std::move(ahead));
        QTRY_VERIFY_WITH_TIMEOUT(document.isOpen(), 20'000);
    }

    void fileThatIsNoPdf_isRefusedThoughAWorkerWaits()
    {
        const QString library = folder();
        const QString file = library + u"/letter.pdf"_s;
        QVERIFY(QDir().mkpath(library));
        QVERIFY(writeFileAtomically(file, "<html>a letter</html>").ok());
        House house(library, false);
        house.start({file}, startAhead(library, {file}));
        QVERIFY(!house.child<ReaderView>("reader"));
        QVERIFY(house.window->isVisible());
    }

    void keyHelp_beginsItsWordsAtOnePlaceInAColumn()
    {
        House house(folder());
        house.start();
        house.window->resize(1360, 840);
        house.press(u"?"_s);
        QSet<QString> names;
        for (const Command &command : commandTable())
            names << commandText(command);
        QSet<int> begins;
        for (const PaintedText &text : paintedTexts(*house.child<QWidget>("keyHelp")))
            if (names.contains(text.text))
                begins << qRound(text.origin.x());
        QVERIFY(!begins.isEmpty());
        QVERIFY2(begins.size() <= 3, qPrintable(QString::number(begins.size())));
    }

    void keyHelp_thatDoesNotFit_goesOnWithSpace()
    {
        House house(folder());
        house.start();
        house.window->resize(760, 480);
        house.press(u"?"_s);
        auto *help = house.child<QWidget>("keyHelp");
        const QImage first = help->grab().toImage();
        house.press(u" "_s);
        QVERIFY(help->isVisible());
        QVERIFY(help->grab().toImage() != first);
        int pages = 2;
        for (; pages < 20 && help->isVisible(); ++pages)
            house.press(u" "_s);
        QVERIFY2(!help->isVisible(), "the last page ends with any key");
    }

    void language_changesInTheOpenWindow()
    {
        House house(folder());
        house.start();
        QCOMPARE(house.child<QWidget>("views")->accessibleName(), u"Views"_s);
        installLanguage(*qApp, u"zh_CN"_s);
        if (QCoreApplication::translate("views", "Today") == u"Today"_s)
            return; // the translation is made later than the texts: nothing to see yet
        QTRY_VERIFY(house.window->windowTitle() != u"Today — 要点"_s);
    }

    void undo_namesThePaperThatOneDoesNotLookAt()
    {
        House house(folder());
        house.start();
        const QString title = house.window->page().currentRow()->title;
        house.press(u"2u"_s);
        QVERIFY(house.window->notice().text().startsWith(u"Undone:"_s));
        QVERIFY2(!house.window->notice().text().contains(title), qPrintable(house.window->notice().text()));
        house.press(u"2ju"_s);
        QVERIFY2(house.window->notice().text().contains(u", of “"_s + title + u"” · U"_s),
                 qPrintable(house.window->notice().text()));
        house.press(u"U"_s);
        QVERIFY2(house.window->notice().text().contains(u", of “"_s + title + u"” · u"_s),
                 qPrintable(house.window->notice().text()));
    }

    void whatASyncBrought_isSaidInTheLanguageOfNow()
    {
        House house(folder());
        house.start();
        sync::Outcome outcome;
        outcome.fresh = 2;
        Q_EMIT house.services->sync.refreshed(outcome);
        QVERIFY2(house.child<QLabel>("status")->text().contains(u"2 new"_s),
                 qPrintable(house.child<QLabel>("status")->text()));
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_VERIFY2(house.child<QLabel>("status")->text().contains(u"新增 2 期"_s),
                     qPrintable(house.child<QLabel>("status")->text()));
    }

    void theKeyThatShowsAllKeys_isNamedHoweverNarrowTheWindow()
    {
        House house(folder());
        house.start();
        auto *line = house.child<QWidget>("statusLine");
        for (const int width : {1400, 900, 700, 560, 420}) {
            line->resize(width, line->height());
            QStringList words;
            for (const PaintedText &text : paintedTexts(*line))
                words << text.text;
            QVERIFY2(words.contains(u"Keys"_s), qPrintable(QString::number(width) + u' ' + words.join(u'|')));
        }
    }

    void settings_openWithAKey_holdAtOnce_andEscapeGoesBack()
    {
        House house(folder());
        house.start();
        house.press(u","_s);
        QCOMPARE(house.window->windowTitle(), u"Settings — 要点"_s);
        QVERIFY(!house.theme->colours().dark);
        house.services->settings.choose("theme", u"dark"_s);
        QVERIFY(house.theme->colours().dark);
        house.services->settings.choose("mirrors", QStringList{u"no mirror at all"_s});
        QVERIFY(house.window->notice().text().contains(u"no mirror at all"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(house.window->windowTitle(), u"Today — 要点"_s);
    }

    void anIssueWhoseTitleIsItsLegend_isToldByItsCodes()
    {
        House house(folder());
        house.start();
        ListPlace place;
        place.issue = house.library->issues(1).first().id;
        house.window->page().goTo(place);
        QCOMPARE(house.window->windowTitle(), u"LG CV — 要点"_s);
    }

    void language_changesInTheOpenReader()
    {
        House house(folder(), false);
        house.start();
        QTRY_VERIFY_WITH_TIMEOUT(house.window->page().currentRow() &&
                                     !house.library->documents(house.window->page().currentRow()->paper).isEmpty(),
                                 20000);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(house.window->isReading() && house.window->reader()->isSettled(), 20000);
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_COMPARE(house.child<QWidget>("note")->accessibleName(), u"笔记"_s);
        QStringList words;
        for (const QLabel *label : house.window->reader()->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.contains(u"笔记"_s), qPrintable(words.join(u'|')));
        QVERIFY2(!words.contains(u"Note"_s), qPrintable(words.join(u'|')));
    }

    void place_isThereAgain_afterARestart()
    {
        const QString at = folder();
        {
            House house(at);
            house.start();
            ListPlace place;
            place.view = library::ListQuery::View::Unread;
            house.window->page().goTo(place);
            house.press(u"j"_s);
            house.window->close();
        }
        House again(at, false);
        again.start();
        QCOMPARE(again.window->windowTitle(), u"Unread — 要点"_s);
        QCOMPARE(again.child<QAbstractItemView>("entries")->currentIndex().row(), 1);
    }

    void export_asksForAFolderOnce_andWritesMarkdown()
    {
        House house(folder());
        house.start();
        const QString out = folder();
        house.ask.folders.enqueue(out);
        house.press(u"E"_s);
        QCOMPARE(house.ask.asked.size(), 1);
        QCOMPARE(QDir(out).entryList({u"*.md"_s}, QDir::Files).size(), 1);
        house.press(u"jE"_s);
        QCOMPARE(house.ask.asked.size(), 1);
        QCOMPARE(QDir(out).entryList({u"*.md"_s}, QDir::Files).size(), 2);
    }

    void session_runsOverTheList_andEndsInASummary()
    {
        House house(folder());
        house.start();
        house.press(u"S"_s);
        QVERIFY(house.services->reading.current().has_value());
        QCOMPARE(house.services->reading.current()->queue.size(), 3);
        QCOMPARE(house.child<QLabel>("sessionKeys")->text(), u"Zn next paper · Ze end"_s);
        house.commands.run(u"session.end"_s);
        QVERIFY(!house.services->reading.current().has_value());
        QVERIFY(house.child<QWidget>("summary")->isVisible());
        house.commands.run(u"go.back"_s);
        QVERIFY(house.window->page().isVisible());
    }

    void firstStart_showsTheTour()
    {
        House house(folder(), false);
        house.start();
        QTRY_VERIFY_WITH_TIMEOUT(house.child<QAbstractItemView>("entries")->model()->rowCount() > 0, 20000);
        // Its first entry brings its own small PDF.
        QTRY_VERIFY(house.window->page().currentRow() &&
                    !house.library->documents(house.window->page().currentRow()->paper).isEmpty());
    }

    void droppedFile_isImported()
    {
        House house(folder());
        house.start();
        const QString path = m_dir.filePath(u"nothing.bin"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(64, '\0')) == 64);
        file.close();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &drop);
        QTRY_VERIFY(!house.services->sync.isBusy());
        QTRY_VERIFY(!house.window->notice().text().isEmpty());
    }

    void pastedHtml_keepsTheLinksThatItsTextDoesNotShow()
    {
        House house(folder());
        house.start();
        auto *mime = new QMimeData;
        mime->setText(u"1、[LG] Pasted From a Page\nA Lin\n论文"_s);
        mime->setHtml(u"<p>1、[LG] Pasted From a Page</p><p>A Lin</p>"
                      "<p><a href=\"https://arxiv.org/abs/2301.00001\">论文</a></p>"_s);
        QGuiApplication::clipboard()->setMimeData(mime);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(house.library->count({}), 4);
        const auto row = house.library->rows(house.library->entryIds({})).first();
        QCOMPARE(row.title, u"Pasted From a Page"_s);
        QCOMPARE(house.library->entry(row.id)->content.url, u"https://arxiv.org/abs/2301.00001"_s);
    }

    void session_whosePaperHasNoPdf_showsThatPaper_andItsVerdictIsOfIt()
    {
        House house(folder());
        house.start();
        const QList<library::ListRow> rows = house.library->rows(house.library->entryIds(queryOf({}, 0)));
        house.press(u"S"_s);
        QVERIFY(house.window->isReading());
        const library::PaperId first = *house.services->reading.currentPaper();
        QCOMPARE(house.window->reader()->paper(), first);
        house.press(u"Zn"_s);
        const library::PaperId second = *house.services->reading.currentPaper();
        QVERIFY(second != first);
        QCOMPARE(house.window->reader()->paper(), second);
        house.press(u"Z3"_s);
        QCOMPARE(house.library->state(second).verdict, Verdict::Drop);
        QCOMPARE(house.library->state(first).verdict, Verdict::None);
        QCOMPARE(rows.size(), 3);
    }

    void droppedPdf_isFiledWithThePaperThatHasNone()
    {
        House house(folder());
        house.start();
        const library::PaperId paper = house.window->page().currentRow()->paper;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(house.child<QWidget>("titlePanel") && house.child<QWidget>("titlePanel")->isVisible()); // no link
        const QString path = m_dir.filePath(u"got by hand.pdf"_s);
        QVERIFY(QFile::copy(QStringLiteral(YAODIAN_FIXTURES) + u"/pdfs/locked.pdf"_s, path));
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(house.window.get(), &drop);
        QTRY_VERIFY2(house.library->documents(paper).size() == 1, qPrintable(house.window->notice().text()));
        QTRY_VERIFY(house.window->isReading());
        QCOMPARE(house.window->reader()->paper(), paper);
    }

    void issueWithoutPapers_showsItsTextBesideTheList()
    {
        House house(folder());
        digest::Issue bare;
        bare.title = u"No paper today"_s;
        bare.text = u"Only a few words."_s;
        bare.guid = u"https://example.org/bare"_s;
        const auto stored = house.library->storeIssue(feed(), bare, "bare post");
        QVERIFY(stored.ok());
        house.start();
        ListPlace place;
        place.issue = stored->id;
        house.window->page().goTo(place);
        QTRY_VERIFY(house.child<QTextEdit>("card")->toPlainText().contains(u"Only a few words."_s));
    }

    void categories_keepTheirRows_fromPlaceToPlace()
    {
        House house(folder());
        digest::Issue other = issue();
        other.link = other.guid = u"https://example.org/two"_s;
        other.title = u"Two"_s;
        other.entries = {entry(1, u"CV"_s, u"Another Paper Altogether"_s)};
        const auto stored = house.library->storeIssue(feed(), other, "post two");
        QVERIFY(stored.ok());
        house.start();
        auto *categories = house.child<QAbstractItemView>("categories");
        QTRY_COMPARE(categories->model()->rowCount(), 2);
        ListPlace place;
        place.issue = stored->id;
        house.window->page().goTo(place);
        QTest::qWait(300);
        QCOMPARE(categories->model()->rowCount(), 2);
    }

    void removedSource_isAskedAbout_first()
    {
        House house(folder());
        QVERIFY(house.library->putSource(feed()).ok());
        house.start();
        auto *sources = house.child<QAbstractItemView>("sources");
        QTRY_COMPARE(sources->model()->rowCount(), 1);
        sources->setCurrentIndex(sources->model()->index(0, 0));
        sources->setFocus();
        house.ask.confirms << false << true;
        house.press(u"dd"_s);
        QCOMPARE(house.library->sources().size(), 1);
        house.press(u"dd"_s);
        QTRY_COMPARE(house.library->sources().size(), 0);
        QCOMPARE(house.library->count({}), 3);
    }

    void statusHints_areThoseOfThePlace()
    {
        House house(folder());
        house.start();
        const auto texts = [&](Place place) {
            QStringList found;
            for (const Hint &hint : hintsOf(house.commands, place))
                found << hint.keys + u' ' + hint.text;
            return found;
        };
        QVERIFY(texts(Place::List).contains(u"j k Move"_s));
        QVERIFY(texts(Place::List).contains(u"1 2 3 Read Keep Drop"_s));
        QVERIFY(texts(Place::Sidebar).contains(u"? Keys"_s));
        QVERIFY(!texts(Place::Sidebar).contains(u"s Star"_s));
    }
};

YAODIAN_TEST(WindowTest)

} // namespace ui_window_test

#include "window_test.moc"
