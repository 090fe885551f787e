#include "tests/support/testmain.h"
#include "ui/commands/commands.h"

#include <QKeyEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace ui_commands_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

bool press(Commands &commands, Place place, const QString &text, int key = 0, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    return commands.handle(&event, place);
}

void type(Commands &commands, Place place, const QString &keys)
{
    for (const QChar key : keys)
        press(commands, place, QString(key));
}

bool wildcardsMeet(const QString &a, const QString &b)
{
    const auto takes = [](const QString &wild, const QString &key) {
        return (wild == u"@" && key.size() == 1 && key[0].isLetter()) ||
               (wild.endsWith(u'#') && key.size() == wild.size() && key.startsWith(wild.chopped(1)) &&
                key.back().digitValue() >= 1);
    };
    return a == b || takes(a, b) || takes(b, a);
}

/// Whether one sequence is the other or its beginning.
bool clash(const QString &a, const QString &b)
{
    const QStringList x = a.split(u' '), y = b.split(u' ');
    for (qsizetype i = 0; i < qMin(x.size(), y.size()); ++i)
        if (!wildcardsMeet(x[i], y[i]))
            return false;
    return true;
}

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_areUnique()
    {
        QSet<QString> seen;
        for (const Command &c : commandTable()) {
            QVERIFY2(!seen.contains(QLatin1StringView(c.id)), c.id);
            seen.insert(QLatin1StringView(c.id));
        }
    }

    void keys_doNotClashWithinAPlace()
    {
        for (const Command &a : commandTable())
            for (const Command &b : commandTable())
                if (&a < &b && a.place == b.place)
                    for (const QString &ka : a.keys)
                        for (const QString &kb : b.keys)
                            QVERIFY2(!clash(ka, kb),
                                     qPrintable(u"%1 and %2"_s.arg(QLatin1StringView(a.id), QLatin1StringView(b.id))));
    }

    void everyCommand_hasAKeyAndAText()
    {
        for (const Command &c : commandTable()) {
            QVERIFY2(!c.keys.isEmpty(), c.id);
            QVERIFY2(!commandText(c).isEmpty(), c.id);
        }
    }

    void productKeys_areInTheTable_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("keys");
        const auto rows = [](Place place, const QStringList &keys) {
            for (const QString &key : keys)
                QTest::newRow(qPrintable(placeText(place) + u' ' + key)) << int(place) << key;
        };
        rows(Place::Everywhere, {u"?"_s, u":"_s, u"Ctrl+Shift+P"_s, u"/"_s, u"Ctrl+F"_s, u"u"_s, u"Ctrl+Z"_s, u"U"_s,
                                 u"Ctrl+Shift+Z"_s, u"Tab"_s, u"Ctrl+#"_s, u"Esc"_s, u"Ctrl+O"_s, u"Ctrl+I"_s,
                                 u"Alt+Left"_s, u"Alt+Right"_s, u"S"_s, u"E"_s});
        rows(Place::List, {u"j"_s, u"k"_s, u"g g"_s, u"G"_s, u"Enter"_s, u"1"_s, u"2"_s, u"3"_s, u"x"_s, u"s"_s, u"l"_s,
                           u"p"_s, u"Space"_s});
        rows(Place::Reader, {u"h"_s, u"j"_s,   u"k"_s,   u"l"_s,   u"Space"_s, u"Ctrl+D"_s, u"Ctrl+U"_s, u"J"_s,
                             u"K"_s, u"g g"_s, u"G"_s,   u"t"_s,   u"f"_s,     u"i"_s,      u"g d"_s,    u"g f"_s,
                             u"n"_s, u"N"_s,   u"m @"_s, u"' @"_s, u"v"_s,     u"e #"_s,    u"] h"_s,    u"[ h"_s,
                             u"c"_s, u"p"_s,   u"Z 1"_s, u"Z 2"_s, u"Z 3"_s,   u"Z n"_s,    u"Z e"_s});
        rows(Place::Selection,
             {u"w"_s, u"b"_s, u"("_s, u")"_s, u"{"_s, u"}"_s, u"o"_s, u"h @"_s, u"#"_s, u"e #"_s, u"y"_s});
        rows(Place::Highlight, {u"h @"_s});
    }

    void productKeys_areInTheTable()
    {
        QFETCH(int, place);
        QFETCH(QString, keys);
        const auto &table = commandTable();
        QVERIFY(std::any_of(table.begin(), table.end(),
                            [&](const Command &c) { return int(c.place) == place && c.keys.contains(keys); }));
    }

    void oneKey_runsItsCommand()
    {
        Commands commands;
        int runs = 0;
        commands.bind("list.next", this, [&](auto) { ++runs; });
        QVERIFY(press(commands, Place::List, u"j"_s));
        QCOMPARE(runs, 1);
    }

    void unboundCommand_isNotRun()
    {
        Commands commands;
        QVERIFY(!press(commands, Place::List, u"j"_s));
        QVERIFY(!commands.run(u"list.next"_s));
    }

    void sequence_runsAfterItsLastKey_andIsShownBefore()
    {
        Commands commands;
        int runs = 0;
        commands.bind("list.first", this, [&](auto) { ++runs; });
        QSignalSpy pending(&commands, &Commands::pendingChanged);
        QVERIFY(press(commands, Place::List, u"g"_s));
        QCOMPARE(commands.pending(), u"g"_s);
        QCOMPARE(runs, 0);
        QVERIFY(press(commands, Place::List, u"g"_s));
        QCOMPARE(runs, 1);
        QCOMPARE(pending.last().first().toString(), QString());
    }

    void brokenSequence_runsNothing()
    {
        Commands commands;
        int runs = 0;
        commands.bind("session.next", this, [&](auto) { ++runs; });
        commands.bind("reader.down", this, [&](auto) { ++runs; });
        QVERIFY(press(commands, Place::Reader, u"Z"_s));
        QVERIFY(press(commands, Place::Reader, u"j"_s)); // used up, so that it does not scroll unmeant
        QCOMPARE(runs, 0);
        QVERIFY(press(commands, Place::Reader, u"j"_s));
        QCOMPARE(runs, 1);
    }

    void escape_dropsAnUnfinishedSequence_andNothingElse()
    {
        Commands commands;
        int backs = 0;
        commands.bind("list.first", this, [](auto) {});
        commands.bind("go.back", this, [&](auto) { ++backs; });
        type(commands, Place::List, u"g"_s);
        QVERIFY(press(commands, Place::List, {}, Qt::Key_Escape));
        QCOMPARE(backs, 0);
        QVERIFY(commands.pending().isEmpty());
        QVERIFY(press(commands, Place::List, {}, Qt::Key_Escape));
        QCOMPARE(backs, 1);
    }

    void unfinishedSequence_isForgottenByAndBy()
    {
        Commands commands;
        commands.bind("list.first", this, [](auto) {});
        type(commands, Place::List, u"g"_s);
        QTRY_VERIFY_WITH_TIMEOUT(commands.pending().isEmpty(), 10000);
    }

    void count_isHandedOn_whereTheCommandTakesOne()
    {
        Commands commands;
        std::optional<int> got;
        commands.bind("reader.last", this, [&](std::optional<int> n) { got = n; });
        type(commands, Place::Reader, u"12G"_s);
        QCOMPARE(got, std::optional<int>(12));
        type(commands, Place::Reader, u"G"_s);
        QCOMPARE(got, std::optional<int>());
    }

    void withinACount_everyDigitIsOne()
    {
        Commands commands;
        std::optional<int> got;
        commands.bind("reader.last", this, [&](std::optional<int> n) { got = n; });
        commands.bind("reader.actualSize", this, [&](auto) { got = -1; });
        type(commands, Place::Reader, u"10G"_s);
        QCOMPARE(got, std::optional<int>(10));
        type(commands, Place::Reader, u"0"_s);
        QCOMPARE(got, std::optional<int>(-1));
    }

    void digits_areVerdictsInTheList_notCounts()
    {
        Commands commands;
        QStringList ran;
        commands.bind("list.verdict.keep", this, [&](auto) { ran << u"keep"_s; });
        commands.bind("reader.last", this, [&](auto) { ran << u"last"_s; });
        type(commands, Place::List, u"2"_s);
        QCOMPARE(ran, QStringList{u"keep"_s});
    }

    void wildcards_handOnDigitAndLetter()
    {
        Commands commands;
        QList<int> got;
        commands.bind("select.highlight", this, [&](std::optional<int> n) { got << n.value(); });
        commands.bind("select.evidence", this, [&](std::optional<int> n) { got << n.value(); });
        commands.bind("select.highlightNumber", this, [&](std::optional<int> n) { got << n.value(); });
        type(commands, Place::Selection, u"hme37"_s);
        QCOMPARE(got, (QList<int>{'m', 3, 7}));
    }

    void selection_winsOverReader_andReaderOverEverywhere()
    {
        Commands commands;
        QStringList ran;
        for (const char *id : {"reader.left", "reader.find", "find.here", "select.highlight", "act.undo"})
            commands.bind(id, this, [&ran, id](auto) { ran << QLatin1StringView(id); });
        type(commands, Place::Reader, u"h/"_s);
        type(commands, Place::Selection, u"hm/u"_s);
        type(commands, Place::List, u"/"_s);
        QCOMPARE(ran, (QStringList{u"reader.left"_s, u"reader.find"_s, u"select.highlight"_s, u"reader.find"_s,
                                   u"act.undo"_s, u"find.here"_s}));
    }

    void fullWidthKeys_actAsTheirNarrowOnes()
    {
        Commands commands;
        QStringList ran;
        for (const char *id : {"help.keys", "app.palette", "find.here", "list.next"})
            commands.bind(id, this, [&ran, id](auto) { ran << QLatin1StringView(id); });
        type(commands, Place::List, u"：？／ｊ"_s);
        QCOMPARE(ran, (QStringList{u"app.palette"_s, u"help.keys"_s, u"find.here"_s, u"list.next"_s}));
    }

    void keyNames_areThoseOfTheTable_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("letter") << int(Qt::Key_J) << int(Qt::NoModifier) << u"j"_s << u"j"_s;
        QTest::newRow("shifted letter") << int(Qt::Key_G) << int(Qt::ShiftModifier) << u"G"_s << u"G"_s;
        QTest::newRow("control letter") << int(Qt::Key_F) << int(Qt::ControlModifier) << u"\x06"_s << u"Ctrl+F"_s;
        QTest::newRow("control shift") << int(Qt::Key_Z) << int(Qt::ControlModifier | Qt::ShiftModifier) << u"\x1a"_s
                                       << u"Ctrl+Shift+Z"_s;
        QTest::newRow("shift space") << int(Qt::Key_Space) << int(Qt::ShiftModifier) << u" "_s << u"Shift+Space"_s;
        QTest::newRow("backtab") << int(Qt::Key_Backtab) << int(Qt::ShiftModifier) << QString() << u"Shift+Tab"_s;
        QTest::newRow("keypad enter") << int(Qt::Key_Enter) << int(Qt::KeypadModifier) << u"\r"_s << u"Enter"_s;
        QTest::newRow("alt arrow") << int(Qt::Key_Left) << int(Qt::AltModifier) << QString() << u"Alt+Left"_s;
        QTest::newRow("function key") << int(Qt::Key_F8) << int(Qt::NoModifier) << QString() << u"F8"_s;
        QTest::newRow("shift alone") << int(Qt::Key_Shift) << int(Qt::ShiftModifier) << QString() << QString();
    }

    void keyNames_areThoseOfTheTable()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, text);
        QFETCH(QString, name);
        const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers), text);
        QCOMPARE(keyName(event), name);
    }

    void deadOwner_unbinds_andTheOneBeforeActsAgain()
    {
        Commands commands;
        QStringList ran;
        commands.bind("list.open", this, [&](auto) { ran << u"old"_s; });
        {
            QObject owner;
            commands.bind("list.open", &owner, [&](auto) { ran << u"new"_s; });
            commands.run(u"list.open"_s);
        }
        commands.run(u"list.open"_s);
        QCOMPARE(ran, (QStringList{u"new"_s, u"old"_s}));
    }

    void visibleOwner_isPreferred()
    {
        Commands commands;
        QStringList ran;
        QWidget seen, hidden;
        seen.show();
        commands.bind("list.open", &seen, [&](auto) { ran << u"seen"_s; });
        commands.bind("list.open", &hidden, [&](auto) { ran << u"hidden"_s; });
        commands.run(u"list.open"_s);
        QCOMPARE(ran, QStringList{u"seen"_s});
    }

    void listeningWidget_handsItsKeysOn_withTheInputMethodOff()
    {
        Commands commands;
        int runs = 0;
        commands.bind("list.next", this, [&](auto) { ++runs; });
        QWidget widget;
        widget.setAttribute(Qt::WA_InputMethodEnabled);
        commands.listenTo(&widget, Place::List);
        QVERIFY(!widget.testAttribute(Qt::WA_InputMethodEnabled));
        QTest::keyClick(&widget, Qt::Key_J);
        QCOMPARE(runs, 1);
    }

    void keysText_isWhatPeopleRead()
    {
        QCOMPARE(keysText(u"g g"_s), u"gg"_s);
        QCOMPARE(keysText(u"e #"_s), u"e1…9"_s);
        QCOMPARE(keysText(u"Ctrl+#"_s), u"Ctrl+1…9"_s);
    }
};

YAODIAN_TEST(CommandsTest)

} // namespace ui_commands_test

#include "commands_test.moc"
