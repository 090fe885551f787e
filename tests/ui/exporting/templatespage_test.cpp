#include "ui/exporting/templatespage.h"

#include "base/files.h"
#include "tests/app/notes/desk.h"
#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

namespace ui_templatespage_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using exporting::Templates;

/// The page over a library with one paper that has a note, shown in a window of its own.
struct PageDesk : tests::Desk
{
    Settings settings{shelf.path()};
    Background background;
    FakeAsk ask;
    Commands commands;
    Theme theme{*qApp};
    Templates own = Templates::of(*shelf.library);
    TemplatesPage page{*shelf.library, settings, background, ask, commands, theme};
    QSignalSpy said{&page, &TemplatesPage::message};
    QSignalSpy failed{&page, &TemplatesPage::failed};
    QSignalSpy previewed{&page, &TemplatesPage::previewed};
    QSignalSpy closed{&page, &TemplatesPage::closed};

    PageDesk()
    {
        if (!notes.setNote(papers[0], u"A note of mine"_s))
            qFatal("the note could not be stored");
    }
    void start()
    {
        page.resize(1300, 800);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start(papers[0]);
        page.takeFocus();
        QTRY_VERIFY(!previewed.isEmpty());
    }
    TemplateList &list() { return *page.findChild<TemplateList *>(u"templateList"_s); }
    TemplateEditor &text() { return *page.findChild<TemplateEditor *>(u"templateText"_s); }
    PreviewPane &preview() { return *page.findChild<PreviewPane *>(u"templatePreview"_s); }
    QString label(const QString &name)
    {
        const auto *label = page.findChild<QLabel *>(name);
        return label->isHidden() ? QString() : label->text();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &keys) { QTest::keyClicks(QApplication::focusWidget(), keys); }
    /// The text of the current one is that, as if typed in one go; waits for the preview of it.
    void put(const QString &text_)
    {
        previewed.clear();
        text().selectAll();
        text().insertPlainText(text_);
        QTRY_VERIFY(!previewed.isEmpty());
    }
    QByteArray onDisk(const QString &name) { return own.text(name).valueOr("(none)"); }
};

QString shortForm(const QString &middle)
{
    return u"{{#paper}}\n"_s + middle + u"\n{{#region_note}}\n{{note}}\n{{/region_note}}\n{{/paper}}\n"_s;
}

class TemplatesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aCopy_isEdited_previewed_saved_andChosen_byKeys()
    {
        PageDesk desk;
        desk.start();
        QVERIFY(desk.list().hasFocus());
        QCOMPARE(desk.list().current()->name, u"obsidian"_s); // what exports use
        QVERIFY(desk.text().isReadOnly());
        QVERIFY(desk.preview().markdown().contains(u"A note of mine"_s));
        desk.type(u"gg"_s);
        QCOMPARE(desk.list().current()->name, u"plain"_s);
        desk.type(u"c"_s);
        QCOMPARE(desk.list().current()->name, u"plain 2"_s);
        QVERIFY(desk.text().hasFocus() && !desk.text().isReadOnly());
        QCOMPARE(desk.page.keyPlace(), Place::TemplateText);
        QCOMPARE(desk.text().toPlainText().toUtf8(), *desk.own.text(u"plain"_s));
        // Into the line before the note.
        desk.text().moveCursor(QTextCursor::Start);
        QVERIFY(desk.text().find(u"{{#region_note}}"_s));
        desk.text().moveCursor(QTextCursor::StartOfLine);
        desk.type(u"## Seen by {{authors}}"_s);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY(desk.preview().markdown().contains(u"## Seen by A Author, B Writer\n"_s));
        QTRY_COMPARE(desk.label(u"templateState"_s), u"Saved"_s);
        QVERIFY(desk.onDisk(u"plain 2"_s).contains("## Seen by {{authors}}\n{{#region_note}}"));
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
        desk.press(Qt::Key_Space);
        QCOMPARE(desk.settings.text("exportTemplate"), u"plain 2"_s);
        QVERIFY(desk.list().current()->isUsed);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.closed.size(), 1);
        QVERIFY(desk.failed.isEmpty());
    }

    void savedIsSaid_onlyOnceItIsOnTheDisk()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        QCOMPARE(desk.label(u"templateState"_s), u"Saved as you type"_s);
        desk.text().setFocus();
        desk.type(u"x"_s);
        QCOMPARE(desk.label(u"templateState"_s), u"…"_s);
        QTRY_COMPARE(desk.label(u"templateState"_s), u"Saved"_s);
        QCOMPARE(desk.onDisk(u"mine"_s), desk.text().toPlainText().toUtf8());
        desk.type(u"y"_s);
        desk.page.saveTyped(); // as an export does, or the end of the program
        QCOMPARE(desk.onDisk(u"mine"_s), desk.text().toPlainText().toUtf8());
    }

    void aMistake_isSaidAndMarked_andTheLastGoodPreviewStays()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        desk.put(shortForm(u"Good {{title}}"_s));
        const QString good = desk.preview().markdown();
        QVERIFY(good.contains(u"Good First Paper"_s));
        QCOMPARE(desk.label(u"templateRemark"_s), QString());
        QVERIFY(desk.text().extraSelections().isEmpty());
        desk.put(shortForm(u"\n{{titel}}"_s));
        QCOMPARE(desk.label(u"templateRemark"_s), u"Line 3: there is no variable {{titel}}."_s);
        QCOMPARE(desk.text().accessibleDescription(), u"Line 3: there is no variable {{titel}}."_s);
        QCOMPARE(desk.text().extraSelections().size(), 1);
        QCOMPARE(desk.text().extraSelections().first().cursor.blockNumber(), 2);
        QCOMPARE(desk.preview().markdown(), good);
        desk.put(u"{{#paper}}{{title}}{{/paper}}"_s);
        QVERIFY(desk.label(u"templateRemark"_s).startsWith(u"Without managed regions"_s));
        QVERIFY(desk.text().extraSelections().isEmpty());
        QVERIFY(desk.preview().markdown().contains(u"First Paper"_s));
    }

    void variables_areFiltered_andPutInAtTheCursor()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        desk.put(u""_s);
        desk.text().setFocus();
        desk.press(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(desk.preview().face(), PreviewPane::Face::Variables);
        auto *filter = desk.page.findChild<QLineEdit *>(u"variableFilter"_s);
        QVERIFY(filter->hasFocus());
        const VariableModel &rows = desk.preview().variables().rows();
        QTRY_VERIFY(rows.rowCount() > 100);
        desk.type(u"A note of mine"_s); // values are found too
        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.at(0).name, u"note"_s);
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Up);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.text().hasFocus());
        QCOMPARE(desk.text().toPlainText(), u"{{note}}"_s);
        QCOMPARE(desk.preview().face(), PreviewPane::Face::Markdown);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_I, Qt::ControlModifier);
        desk.type(u"region note"_s);
        desk.press(Qt::Key_Return);
        desk.type(u"in it"_s); // the cursor stands within
        QCOMPARE(desk.text().toPlainText(), u"{{note}}\n{{#region_note}}\nin it\n{{/region_note}}"_s);
        desk.press(Qt::Key_I, Qt::ControlModifier);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.text().hasFocus());
    }

    void preview_turnsToHowItReads()
    {
        PageDesk desk;
        desk.start();
        desk.type(u"v"_s);
        QCOMPARE(desk.preview().face(), PreviewPane::Face::Reading);
        const auto *reading = desk.page.findChild<QTextBrowser *>(u"previewReading"_s);
        const QString shown = reading->toPlainText();
        QVERIFY2(shown.contains(u"A note of mine"_s) && !shown.contains(u"yaodian:"_s), qPrintable(shown));
        desk.press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(desk.preview().face(), PreviewPane::Face::Markdown);
    }

    void whatReads_isWithoutMarkers()
    {
        QCOMPARE(
            readingText(u"---\na: 1\n---\n# T\n<!-- yaodian:begin points 0123456789abcdef -->\n- p ^pt-0123456789ab\n"
                        "<!-- yaodian:end points -->\n<!-- kept -->\nx ^other"_s),
            u"# T\n- p\n<!-- kept -->\nx ^other"_s);
        QCOMPARE(readingText(u"---\nno end"_s), u"---\nno end"_s);
        QCOMPARE(readingText({}), QString());
    }

    void renamed_removed_andPutBack()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, "text");
        desk.settings.choose("exportTemplate", u"mine"_s);
        desk.start();
        QCOMPARE(desk.list().current()->name, u"mine"_s);
        desk.ask.texts << u"日报"_s;
        desk.type(u"r"_s);
        QCOMPARE(desk.list().current()->name, u"日报"_s);
        QCOMPARE(desk.label(u"templateName"_s), u"日报"_s);
        QCOMPARE(desk.settings.text("exportTemplate"), u"日报"_s); // exports follow it
        desk.ask.texts << u"a/b"_s;
        desk.type(u"r"_s);
        QCOMPARE(desk.failed.size(), 1);
        desk.type(u"x"_s);
        QCOMPARE(desk.own.own(), QStringList());
        QCOMPARE(desk.settings.text("exportTemplate"), u"obsidian"_s);
        QVERIFY(desk.said.last().first().toString().contains(u"u puts it back"_s));
        desk.type(u"u"_s);
        QCOMPARE(desk.onDisk(u"日报"_s), QByteArray("text"));
        QCOMPARE(desk.list().current()->name, u"日报"_s);
        QCOMPARE(desk.settings.text("exportTemplate"), u"日报"_s);
    }

    void builtInOnes_areNotChanged()
    {
        PageDesk desk;
        desk.start();
        const QString before = desk.text().toPlainText();
        desk.press(Qt::Key_Return);
        QVERIFY(desk.text().hasFocus());
        desk.type(u"x"_s);
        desk.press(Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(desk.preview().variables().rows().rowCount() > 100);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.text().toPlainText(), before);
        QCOMPARE(desk.said.size(), 2);
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
        desk.type(u"x"_s);
        desk.type(u"r"_s);
        QCOMPARE(desk.said.size(), 4);
        QCOMPARE(desk.list().rows().rowCount(), 3);
        QVERIFY(desk.ask.asked.isEmpty());
    }

    void whatSomebodyElseWrote_stays_andSoDoesWhatWasTyped()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        QVERIFY(writeFileAtomically(desk.own.path(u"mine"_s), shortForm(u"theirs"_s).toUtf8()).ok());
        desk.text().setFocus();
        desk.text().moveCursor(QTextCursor::End);
        desk.type(u"typed here"_s);
        QTRY_COMPARE(desk.list().current()->name, u"mine 2"_s);
        QCOMPARE(desk.onDisk(u"mine"_s), shortForm(u"theirs"_s).toUtf8());
        QVERIFY(desk.onDisk(u"mine 2"_s).endsWith("typed here"));
        QCOMPARE(desk.failed.last().first().toString(),
                 u"Another program changed “mine”. What you typed goes on as “mine 2”."_s);
        QVERIFY(desk.text().hasFocus());
        desk.type(u" and on"_s); // into the new one
        desk.page.saveTyped();
        QVERIFY(desk.onDisk(u"mine 2"_s).endsWith("typed here and on"));
        QCOMPARE(desk.own.own().size(), 2);
    }

    void whatSomebodyElseWrote_isShown_whereNothingIsTyped()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        QVERIFY(writeFileAtomically(desk.own.path(u"mine"_s), shortForm(u"theirs"_s).toUtf8()).ok());
        QEvent back(QEvent::WindowActivate);
        QApplication::sendEvent(&desk.page, &back);
        QCOMPARE(desk.text().toPlainText(), shortForm(u"theirs"_s));
        QTRY_VERIFY(desk.preview().markdown().contains(u"theirs"_s));
        desk.text().setFocus();
        desk.type(u"x"_s);
        desk.page.saveTyped();
        QCOMPARE(desk.own.own(), QStringList{u"mine"_s});
        QVERIFY(desk.failed.isEmpty());
    }

    void badFiles_areOneSentence_andAreNotTouched()
    {
        PageDesk desk;
        (void)desk.own.copy(u"nul"_s, QByteArray("a\0b", 3));
        (void)desk.own.copy(u"large"_s, QByteArray(5'000'000, 'x'));
        desk.start();
        for (const QString &name : {u"nul"_s, u"large"_s}) {
            const QByteArray before = *readFile(desk.own.path(name), 10'000'000);
            desk.list().goToName(name);
            QVERIFY2(desk.label(u"templateRemark"_s).contains(name), qPrintable(desk.label(u"templateRemark"_s)));
            QVERIFY(desk.text().isReadOnly() && desk.text().toPlainText().isEmpty());
            desk.text().setFocus();
            desk.type(u"x"_s);
            desk.page.saveTyped();
            QCOMPARE(*readFile(desk.own.path(name), 10'000'000), before);
        }
    }

    void pasting5Megabytes_isRefused()
    {
        PageDesk desk;
        (void)desk.own.copy(u"mine"_s, shortForm(u"1"_s).toUtf8());
        desk.start();
        desk.list().goToName(u"mine"_s);
        desk.text().setFocus();
        QApplication::clipboard()->setText(QString(5'000'000, u'x'));
        desk.text().paste();
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.text().toPlainText(), shortForm(u"1"_s));
        QApplication::clipboard()->setText(u"a\0b"_s);
        desk.text().paste();
        QVERIFY(desk.text().toPlainText().startsWith(u"ab{{"_s));
    }

    void everyControl_hasANameForScreenReaders()
    {
        PageDesk desk;
        desk.start();
        int seen = 0;
        for (const auto *widget : desk.page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisibleTo(&desk.page))
                continue;
            if (widget->objectName().startsWith(u"qt_"_s))
                continue;
            ++seen;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        QCOMPARE(seen, 3); // list, text, preview
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.text().hasFocus());
        desk.list().setFocus();
        desk.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(desk.preview().isAncestorOf(QApplication::focusWidget()));
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
    }
};

YAODIAN_TEST(TemplatesPageTest)

} // namespace ui_templatespage_test

#include "templatespage_test.moc"
