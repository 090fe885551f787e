// The note beside the pages: saved as typed, its earlier versions, its preview and links.
#include "tests/ui/notes/desk.h"

#include <QListWidget>
#include <QProcess>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace yaodian;
using namespace Qt::StringLiterals;
using tests::PanelDesk;

namespace {

QString stored(const PanelDesk &desk)
{
    return desk.shelf->note(desk.paper).text;
}

/// The other process of aKill_losesNoWord(): types, waits for what a reader would, and says so.
int typeAndWait(QApplication &app)
{
    const QStringList arguments = app.arguments();
    const SystemClock clock;
    IdSource ids(clock);
    auto library = library::Library::open(arguments.at(2), library::Library::Mode::ReadWrite, clock, ids);
    if (!library)
        return 1;
    notes::Notes notes(**library, clock, ids);
    ui::Commands commands;
    ui::Theme theme(app);
    ui::NotesPanel panel(commands, theme);
    panel.setLibrary(**library, notes);
    panel.show();
    panel.setPaper(*library::PaperId::fromString(arguments.at(3)));
    panel.focusNote();
    QTest::keyClicks(panel.findChild<QWidget *>(u"note"_s), u"the last words"_s);
    QTest::qWait(2000);
    puts("typed");
    fflush(stdout);
    return QApplication::exec();
}

} // namespace

class NoteEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoTypesWithoutAPause_isSavedAllTheSame()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        QSignalSpy saved(desk.panel.get(), &ui::NotesPanel::saved);
        for (int i = 0; i < 200 && saved.isEmpty(); ++i) {
            desk.type(u"x"_s);
            QTest::qWait(20);
        }
        QVERIFY(!saved.isEmpty());
        QVERIFY(stored(desk).startsWith(u"xxx"_s));
        // And is on disk for whoever else opens the library, without anything having been closed.
        const auto other = library::Library::open(desk.shelf.path(), library::Library::Mode::ReadOnly, desk.shelf.clock,
                                                  desk.shelf.ids);
        QVERIFY(other.ok());
        QVERIFY((*other)->note(desk.paper).text.startsWith(u"xxx"_s));
    }

    void whatIsTypedWhileALongNoteIsSaved_isSavedToo()
    {
        PanelDesk desk(*qApp);
        const QString body = u"A line of a long note.\n"_s.repeated(20'000);
        QVERIFY(desk.notes->setNote(desk.paper, body).ok());
        QTRY_COMPARE(desk.note()->toPlainText().size(), body.size());
        desk.panel->focusNote();
        desk.note()->moveCursor(QTextCursor::End);
        const QString words = u"typed while it is being saved"_s;
        for (const QChar c : words) {
            desk.type(c);
            QTest::qWait(15);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored(desk), body + words, 20'000);
        desk.type(u"!"_s);
        desk.panel.reset(); // closed at once
        QCOMPARE(stored(desk), body + words + u'!');
    }

    void anotherPaper_takesNoWordOfThisOne()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        desk.type(u"of this"_s);
        desk.panel->setPaper(desk.other);
        desk.type(u"of the other"_s);
        desk.panel->setPaper(desk.paper);
        QCOMPARE(stored(desk), u"of this"_s);
        QCOMPARE(desk.shelf->note(desk.other).text, u"of the other"_s);
        QCOMPARE(desk.note()->toPlainText(), u"of this"_s);
    }

    void aNoteThatIsOnlyRead_isNotWritten()
    {
        PanelDesk desk(*qApp);
        const QString text = u"a blank\u00a0that does not break\nand a line"_s;
        QVERIFY(desk.notes->setNote(desk.paper, text).ok());
        const auto steps = desk.shelf->journal().size();
        QTRY_COMPARE(desk.note()->document()->blockCount(), 2);
        desk.panel->setPaper(desk.other);
        desk.panel->setPaper(desk.paper);
        desk.panel->flush();
        QCOMPARE(desk.shelf->journal().size(), steps);
        desk.panel->focusNote();
        desk.note()->moveCursor(QTextCursor::End);
        desk.type(u"!"_s);
        desk.panel->flush();
        QCOMPARE(stored(desk), text + u'!');
    }

    void whatAnotherWrote_isShown_unlessOneIsTyping()
    {
        PanelDesk desk(*qApp);
        QVERIFY(desk.notes->setNote(desk.paper, u"from the command line"_s).ok());
        QTRY_COMPARE(desk.note()->toPlainText(), u"from the command line"_s);
        QVERIFY(desk.shelf->undo().ok());
        QTRY_COMPARE(desk.note()->toPlainText(), QString());
        desk.panel->focusNote();
        desk.type(u"mine"_s);
        QVERIFY(desk.notes->setNote(desk.paper, u"theirs"_s).ok());
        QTRY_COMPARE(stored(desk), u"mine"_s);
        QCOMPARE(desk.note()->toPlainText(), u"mine"_s);
    }

    void aNoteThatCannotBeSaved_isSaid_andStays()
    {
        PanelDesk desk(*qApp);
        desk.panel->setPaper(PaperIdOfNobody);
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.panel->focusNote();
        desk.type(u"words"_s);
        QTRY_COMPARE(message.count(), 1);
        QCOMPARE(desk.note()->toPlainText(), u"words"_s);
    }

    void savesOfTwoPapers_areBothWritten()
    {
        PanelDesk desk(*qApp);
        ui::NoteSaver saver;
        saver.setLibrary(*desk.shelf.library, *desk.notes);
        for (int i = 0; i < 20; ++i) {
            saver.save(desk.paper, u"one %1"_s.arg(i), quint64(i));
            saver.save(desk.other, u"other %1"_s.arg(i), quint64(i));
        }
        saver.finish();
        QVERIFY(!saver.isBusy());
        QCOMPARE(stored(desk), u"one 19"_s);
        QCOMPARE(desk.shelf->note(desk.other).text, u"other 19"_s);
    }

    void aKill_losesNoWord()
    {
        PanelDesk desk(*qApp);
        desk.panel.reset();
        desk.shelf.library.reset();
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--type"_s, desk.shelf.path(), desk.paper.toString()});
        QVERIFY(other.waitForReadyRead(30'000));
        QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("typed"));
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);
        desk.shelf.reopen();
        QCOMPARE(stored(desk), u"the last words"_s);
    }

    void anEarlierVersion_isLookedAt_andMadeTheNoteAgain()
    {
        PanelDesk desk(*qApp);
        for (const QString &text : {u"first"_s, u"first and second"_s, u"third"_s}) {
            QVERIFY(desk.notes->setNote(desk.paper, text).ok());
            desk.shelf.clock.advance(61'000);
        }
        desk.panel->focusNote();
        desk.press(Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(desk.panel->keyPlace(), std::optional(ui::Place::Versions));
        auto *list = desk.child<QListWidget>("noteVersions");
        QCOMPARE(list->count(), 3);
        QCOMPARE(desk.child<QPlainTextEdit>("noteVersion")->toPlainText(), u"first and second"_s);
        desk.type(u"j"_s);
        QCOMPARE(desk.child<QPlainTextEdit>("noteVersion")->toPlainText(), u"first"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(stored(desk), u"first"_s);
        QTRY_COMPARE(desk.note()->toPlainText(), u"first"_s);
        QVERIFY(desk.note()->hasFocus());
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(stored(desk), u"third"_s);
    }

    void versions_areLeftWithoutAChange_andTellWhereThereAreNone()
    {
        PanelDesk desk(*qApp);
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.panel->showVersions();
        QCOMPARE(message.count(), 1);
        desk.panel->focusNote();
        desk.type(u"a"_s);
        desk.panel->flush();
        desk.shelf.clock.advance(61'000);
        desk.type(u"b"_s); // not saved yet: it is, before its versions are shown
        desk.press(Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(desk.child<QListWidget>("noteVersions")->count(), 2);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.note()->hasFocus());
        QCOMPARE(stored(desk), u"ab"_s);
    }

    void thePreview_followsWhatIsTyped()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        auto *preview = desk.child<QTextBrowser>("notePreview");
        QVERIFY(!preview->isVisible());
        desk.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(preview->isVisible() && desk.note()->hasFocus());
        desk.type(u"some **strong** words"_s);
        QTRY_COMPARE(preview->toPlainText().trimmed(), u"some strong words"_s);
        desk.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!preview->isVisible());
    }

    void ofALongNote_thePreviewShowsWhatIsAroundTheCursor()
    {
        PanelDesk desk(*qApp);
        QString body;
        for (int i = 0; i < 20'000; ++i)
            body += u"line %1\n\n"_s.arg(i);
        QVERIFY(desk.notes->setNote(desk.paper, body).ok());
        QTRY_VERIFY(desk.note()->document()->blockCount() > 20'000);
        desk.note()->setTextCursor(desk.note()->document()->find(u"line 9876"_s));
        desk.panel->togglePreview();
        const QString shown = desk.child<QTextBrowser>("notePreview")->toPlainText();
        QVERIFY(shown.contains(u"line 9876\n"_s) && !shown.contains(u"line 1\n"_s) && shown.size() < 40'000);
    }

    void twoBrackets_offerTitles_andALinkOpensItsPaper()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        desk.type(u"see [[word"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        const QString title = desk.shelf->paper(desk.other)->title;
        QCOMPARE(desk.note()->toPlainText(), u"see [[%1]]"_s.arg(title));
        QSignalSpy asked(desk.panel.get(), &ui::NotesPanel::paperAsked);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<library::PaperId>(), desk.other);
    }

    void fullWidthBrackets_areTakenForTheNarrowOnes()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        desk.note()->insertPlainText(u"见【【】】。"_s);
        desk.note()->moveCursor(QTextCursor::Left);
        desk.note()->moveCursor(QTextCursor::Left);
        desk.note()->moveCursor(QTextCursor::Left);
        desk.type(u"wor"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(desk.note()->toPlainText(), u"见[[%1]]。"_s.arg(desk.shelf->paper(desk.other)->title));
    }

    void aLinkToNoPaper_saysSo()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusNote();
        desk.type(u"[[nothing like it]]"_s);
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(message.count(), 1);
        QVERIFY(message[0][0].toString().contains(u"nothing like it"_s));
    }

private:
    const library::PaperId PaperIdOfNobody{QUuid::createUuid()};
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--type") == 0)
        return typeAndWait(app);
    NoteEditorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "noteeditor_test.moc"
