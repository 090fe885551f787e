#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"
#include "ui/settings/keyspage.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace ui_keyspage_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// The page over a folder of its own, worked with keys only.
struct Desk
{
    Desk()
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow(); // focus moves only in an active window
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start();
        page.takeFocus();
    }
    static void press(const QString &keys) { QTest::keyClicks(QApplication::focusWidget(), keys); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// By the filter, as a person would.
    void goTo(const QString &typed)
    {
        press(u"/"_s);
        press(typed);
        press(Qt::Key_Return);
    }
    [[nodiscard]] QString current() const
    {
        return page.list().current() ? QString(QLatin1StringView(page.list().current()->id)) : QString();
    }
    [[nodiscard]] QStringList keysOf(const char *id) const
    {
        return commands.keysOf(*commandById(QLatin1StringView(id)));
    }
    [[nodiscard]] QString written(const QString &name = u"keys.txt"_s) const
    {
        QFile on(folder.filePath(name));
        return on.open(QIODevice::ReadOnly) ? QString::fromUtf8(on.readAll()) : QString();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile on(folder.filePath(name));
        if (!on.open(QIODevice::WriteOnly) || on.write(bytes) != bytes.size())
            qFatal("a file of the test cannot be written");
    }
    [[nodiscard]] QString said() const { return message.isEmpty() ? QString() : message.last().first().toString(); }

    QTemporaryDir folder;
    KeyFile file{folder.path()};
    Commands commands;
    FakeAsk ask;
    Theme theme{*qApp};
    KeysPage page{commands, file, ask, theme};
    QSignalSpy message{&page, &KeysPage::message};
    QSignalSpy failed{&page, &KeysPage::failed};
};

class KeysPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommand_isListedUnderItsPlace()
    {
        const Desk desk;
        Place place = Place::Everywhere;
        QStringList ids;
        for (const KeyRow &row : desk.page.list().rows().rows()) {
            if (row.command) {
                ids << QLatin1StringView(row.command->id);
                QCOMPARE(row.command->place, place);
                continue;
            }
            for (const Command &command : commandTable())
                if (placeText(command.place) == row.head)
                    place = command.place;
        }
        QCOMPARE(ids.size(), commandTable().size());
        QVERIFY(!desk.current().isEmpty());
    }

    void commands_areFoundByName_andByKey()
    {
        Desk desk;
        desk.goTo(u"gg"_s);
        QCOMPARE(desk.page.list().rows().rows().at(1).command->keys.first(), u"g g"_s);
        QCOMPARE(desk.current(), u"list.first"_s);
        QVERIFY(desk.page.list().rows().rows().at(1).saysPlace);
        desk.goTo(u"ctrl+shift+p"_s);
        QCOMPARE(desk.current(), u"app.palette"_s);
        desk.goTo(u"two pages"_s);
        QCOMPARE(desk.current(), u"reader.twoPages"_s);
        desk.goTo(u"nothing like it"_s);
        QCOMPARE(desk.current(), QString());
        QVERIFY(desk.page.says().contains(u"nothing like it"_s));
        desk.press(Qt::Key_Escape); // the filter goes first
        QCOMPARE(desk.page.list().rows().rowCount() > int(commandTable().size()), true);
    }

    void steps_passOverHeads()
    {
        Desk desk;
        desk.press(u"G"_s);
        QVERIFY(desk.page.list().current());
        const QString last = desk.current();
        desk.press(u"j"_s);
        QCOMPARE(desk.current(), last);
        desk.press(u"gg"_s);
        const QString first = desk.current();
        desk.press(u"k"_s);
        QCOMPARE(desk.current(), first);
        QCOMPARE(first, QLatin1StringView(commandTable().first().id));
        desk.press(u"}"_s);
        QCOMPARE(desk.page.list().current()->place, Place::List);
        desk.press(u"j{"_s);
        QCOMPARE(desk.page.list().current()->place, Place::List);
        desk.press(u"{"_s);
        QCOMPARE(desk.current(), first);
    }

    void keysThatArePressed_areTheCommands_atOnceAndInTheFile()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.page.list().pressed().has_value());
        QVERIFY(desk.page.says().contains(u"Two pages"_s));
        desk.press(u"y"_s);
        desk.press(Qt::Key_F6, Qt::ControlModifier);
        QCOMPARE(*desk.page.list().pressed(), u"y Ctrl+F6"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"y Ctrl+F6"_s});
        QVERIFY(desk.written().contains(u"reader.twoPages = y Ctrl+F6\n"_s));
        desk.press(u"a"_s); // one more
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.keysOf("reader.twoPages"), (QStringList{u"y Ctrl+F6"_s, u"F9"_s}));
    }

    void aPause_endsIt_andFourKeysDo()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return); // Enter first is a key
        QVERIFY(desk.page.list().pressed().has_value());
        QTRY_COMPARE_WITH_TIMEOUT(desk.keysOf("reader.twoPages"), QStringList{u"Enter"_s}, 20'000);
        desk.press(Qt::Key_Return);
        desk.press(u"yyyy"_s);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"y y y y"_s});
    }

    void escape_givesUp()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        QSignalSpy closed(&desk.page, &KeysPage::closed);
        desk.press(Qt::Key_Return);
        desk.press(u"y"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.page.list().pressed().has_value());
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"T"_s});
        QCOMPARE(closed.size(), 0);
        desk.press(Qt::Key_Escape); // the filter
        desk.press(Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(desk.written(), QString());
    }

    void whatIsHandedOn_isKeptAtTheEnd()
    {
        Desk desk;
        desk.goTo(u"go to tab"_s);
        QCOMPARE(desk.current(), u"tab.go"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_3, Qt::AltModifier); // shown by one of them
        QCOMPARE(desk.keysOf("tab.go"), QStringList{u"Alt+#"_s});
        desk.goTo(u"set mark"_s);
        desk.press(Qt::Key_Return);
        desk.press(u"Y"_s);
        QCOMPARE(*desk.page.list().pressed(), u"Y @"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.keysOf("reader.mark"), QStringList{u"Y @"_s});
    }

    void aConflict_isAskedAbout_escapeLeavesItEnterMovesIt()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        for (const Qt::Key answer : {Qt::Key_Escape, Qt::Key_X, Qt::Key_Return}) {
            QCOMPARE(desk.keysOf("reader.outline"), QStringList{u"t"_s});
            desk.press(Qt::Key_Return);
            desk.press(u"t"_s);
            desk.press(Qt::Key_Return);
            QVERIFY2(desk.page.says().contains(u"Outline"_s) && desk.page.says().contains(u"Reader"_s),
                     qPrintable(desk.page.says()));
            QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"T"_s});
            desk.press(answer);
        }
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"t"_s});
        QCOMPARE(desk.keysOf("reader.outline"), QStringList());
        QCOMPARE(KeyFile(desk.folder.path()).load()->map.keysOf(*commandById(u"reader.outline"_s)), QStringList());
    }

    void aConflictWithABeginning_namesBothKeys()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        desk.press(u"t"_s);
        desk.press(u"t"_s);
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.page.says().contains(u"tt "_s) && desk.page.says().contains(u"Outline"_s),
                 qPrintable(desk.page.says()));
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_Return);
        desk.press(u"g"_s);
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.page.says().contains(u"other command"_s), qPrintable(desk.page.says()));
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.commands.keyMap().choices(), 0);
    }

    void leavingTheList_leavesAllAsItWas()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        desk.press(u"t"_s);
        desk.press(Qt::Key_Return);
        desk.page.findChild<QLineEdit *>(u"keysFilter"_s)->setFocus();
        desk.page.takeFocus();
        desk.press(Qt::Key_Return); // records anew
        QCOMPARE(desk.keysOf("reader.outline"), QStringList{u"t"_s});
        QCOMPARE(*desk.page.list().pressed(), QString());
    }

    void aMoreSpecialMeaning_isOnlyRemarked()
    {
        Desk desk;
        desk.goTo(u"five-minute triage of"_s);
        QCOMPARE(desk.current(), u"triage.start"_s);
        QVERIFY2(desk.page.says().contains(u"Outline"_s), qPrintable(desk.page.says()));
    }

    void aDigit_isRemarked_whereNumbersAreTyped()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        desk.press(u"5"_s);
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.page.says().contains(u'5'), qPrintable(desk.page.says()));
        desk.goTo(u"verdict: keep"_s); // of the list, where none are
        QCOMPARE(desk.current(), u"list.verdict.keep"_s);
        QVERIFY(!desk.page.says().contains(u'2'));
    }

    void whatIsWrittenInTheFile_holdsWhenThePageIsShown()
    {
        Desk desk;
        desk.write(u"keys.txt"_s, "list.later = Ctrl+L\nlist.star = Foo\n");
        desk.page.start();
        QCOMPARE(desk.keysOf("list.later"), QStringList{u"Ctrl+L"_s});
        QVERIFY(desk.failed.value(0).value(0).toString().contains(u"Foo"_s));
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Backspace);
        QVERIFY(desk.written().startsWith(u"list.later = Ctrl+L\nlist.star = Foo\n"_s));
    }

    void keysAreCleared_andGivenBack()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Backspace);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList());
        QVERIFY(desk.written().contains(u"reader.twoPages =\n"_s));
        desk.press(u"r"_s);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"T"_s});
        QVERIFY(!desk.written().contains(u"twoPages"_s));
        QVERIFY(desk.written(u"keys.txt~"_s).contains(u"reader.twoPages =\n"_s));
    }

    void theLastKeyOfThePalette_stays()
    {
        Desk desk;
        desk.goTo(u"find any command"_s);
        desk.press(Qt::Key_Delete);
        QCOMPARE(desk.keysOf("app.palette"), (QStringList{u":"_s, u"Ctrl+Shift+P"_s}));
        QVERIFY(desk.page.says().contains(u"always keeps"_s));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_F4);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.keysOf("app.palette"), QStringList{u"F4"_s});
        desk.goTo(u"full screen"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_F4);
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.page.says().contains(u"last key"_s), qPrintable(desk.page.says()));
        desk.press(Qt::Key_Return); // no question, so this records
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.keysOf("app.palette"), QStringList{u"F4"_s});
        QCOMPARE(desk.keysOf("window.fullScreen"), QStringList{u"F11"_s});
    }

    void allKeys_areGivenBack_whenAsked()
    {
        Desk desk;
        desk.press(u"R"_s);
        QVERIFY(desk.ask.asked.isEmpty());
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Backspace);
        desk.ask.confirms << false << true;
        desk.press(u"R"_s);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList());
        desk.press(u"R"_s);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"T"_s});
        QVERIFY(desk.written(u"keys.txt~"_s).contains(u"reader.twoPages"_s));
    }

    void keysGoOut_andComeIn()
    {
        Desk desk;
        desk.press(u"e"_s);
        QVERIFY(desk.ask.asked.isEmpty()); // there is nothing to export
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_Return);
        desk.ask.saves << desk.folder.filePath(u"out.txt"_s);
        desk.press(u"e"_s);
        QVERIFY(desk.written(u"out.txt"_s).contains(u"reader.twoPages = F9\n"_s));
        desk.press(u"r"_s);
        desk.ask.files << QStringList{desk.folder.filePath(u"out.txt"_s)};
        desk.press(u"i"_s);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"F9"_s});
        QVERIFY(desk.said().contains(u"out.txt"_s));
        QCOMPARE(desk.written(), desk.written(u"out.txt"_s));
    }

    void anImport_saysWhatWasNotAsItSeems()
    {
        Desk desk;
        desk.write(u"in.txt"_s, "list.star = x\nlist.next = x\nfuture.thing = y\nlist.later = Foo\n");
        desk.ask.files << QStringList{desk.folder.filePath(u"in.txt"_s)};
        desk.press(u"i"_s);
        const QString said = desk.said();
        QVERIFY2(said.contains(u"2 command(s)"_s) && said.contains(u"1 key(s) stand"_s) &&
                     said.contains(u"1 line(s) are"_s) && said.contains(u"Foo"_s),
                 qPrintable(said));
        QVERIFY(desk.written().contains(u"future.thing = y"_s));
    }

    void anImport_ofSomethingElse_changesNothing()
    {
        Desk desk;
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Backspace);
        const QString before = desk.written();
        desk.write(u"prose.txt"_s, "It was a dark\nand stormy night.\n");
        desk.write(u"bytes.txt"_s, QByteArray("\xff\xfe\0\1", 4));
        for (const auto &name : {u"prose.txt"_s, u"bytes.txt"_s, u"absent.txt"_s}) {
            desk.ask.files << QStringList{desk.folder.filePath(name)};
            desk.failed.clear();
            desk.press(u"i"_s);
            QCOMPARE(desk.failed.size(), 1);
            QVERIFY(desk.failed.first().first().toString().contains(name));
        }
        QCOMPARE(desk.written(), before);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList());
    }

    void whatCannotBeKept_doesNotHold()
    {
        Desk desk;
        desk.write(u"keys.txt"_s, "\xff");
        desk.goTo(u"two pages"_s);
        desk.press(Qt::Key_Backspace);
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.keysOf("reader.twoPages"), QStringList{u"T"_s});
    }

    void anotherKeyOfThePageItself_holdsAtOnce()
    {
        Desk desk;
        desk.goTo(u"next command"_s);
        QCOMPARE(desk.current(), u"keys.next"_s);
        desk.press(Qt::Key_Return);
        desk.press(u"n"_s);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Escape); // all commands again
        const QString before = desk.current();
        desk.press(u"j"_s);
        QCOMPARE(desk.current(), before);
        desk.press(u"n"_s);
        QCOMPARE(desk.current(), u"keys.previous"_s);
    }
};

YAODIAN_TEST(KeysPageTest)

} // namespace ui_keyspage_test

#include "keyspage_test.moc"
