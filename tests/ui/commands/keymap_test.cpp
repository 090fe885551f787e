#include "tests/support/testmain.h"
#include "ui/commands/commands.h"
#include "ui/commands/keysyntax.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

namespace ui_keymap_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

const Command &command(const char *id)
{
    const Command *found = commandById(QLatin1StringView(id));
    if (!found)
        qFatal("no command %s", id);
    return *found;
}

QStringList keysOf(const KeyMap &map, const char *id)
{
    return map.keysOf(command(id));
}

QStringList idsOf(const QList<KeyOwner> &owners)
{
    QStringList ids;
    for (const KeyOwner &owner : owners)
        ids << QLatin1StringView(owner.command->id);
    return ids;
}

void type(Commands &commands, Place place, const QString &keys)
{
    for (const QChar key : keys) {
        QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(key));
        commands.handle(&event, place);
    }
}

class KeyMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- how keys are written -------------------------------------------------------------------------------------

    void everyKeyOfTheTable_canBeWrittenAsItStands()
    {
        for (const Command &one : commandTable())
            for (const QString &keys : one.keys) {
                const auto checked = checkedKeys(one, keys);
                QVERIFY2(checked.ok(), qPrintable(QLatin1StringView(one.id) + u": "_s + keys));
                QCOMPARE(*checked, keys);
                QCOMPARE(splitSequences(joinSequences({keys, keys})), (QStringList{keys, keys}));
            }
    }

    void keysAreSpelledAsTheTableHasThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("spelled");
        QTest::newRow("modifiers in any order") << u"shift+CTRL+z"_s << u"Ctrl+Shift+Z"_s;
        QTest::newRow("another name") << u"return"_s << u"Enter"_s;
        QTest::newRow("shift and a letter") << u"Shift+j"_s << u"J"_s;
        QTest::newRow("plus") << u"Ctrl++"_s << u"Ctrl++"_s;
        QTest::newRow("full-width") << u"？"_s << u"?"_s;
        QTest::newRow("function key") << u"f12"_s << u"F12"_s;
        QTest::newRow("sequence") << u" g   pageup "_s << u"g PgUp"_s;
        QTest::newRow("no such key") << u"Foo"_s << QString();
        QTest::newRow("no such function key") << u"F36"_s << QString();
        QTest::newRow("shift and a sign") << u"Shift+1"_s << QString();
        QTest::newRow("needs an input method") << u"要"_s << QString();
        QTest::newRow("five keys") << u"a b c d e"_s << QString();
        QTest::newRow("Esc behind a key") << u"g Esc"_s << QString();
        QTest::newRow("a wildcard where none is taken") << u"g #"_s << QString();
        QTest::newRow("nothing") << u" "_s << QString();
    }

    void keysAreSpelledAsTheTableHasThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, spelled);
        const auto keys = checkedKeys(command("reader.outline"), typed);
        QCOMPARE(keys.ok(), !spelled.isEmpty());
        if (keys)
            QCOMPARE(*keys, spelled);
        else
            QVERIFY(keys.error().message.size() > 10);
    }

    void whatIsHandedOn_standsAtTheEnd_once()
    {
        QVERIFY(checkedKeys(command("select.evidence"), u"x y #"_s).ok());
        QVERIFY(checkedKeys(command("tab.go"), u"Alt+#"_s).ok());
        QVERIFY(checkedKeys(command("select.highlight"), u"x @"_s).ok());
        for (const auto &keys : {u"x"_s, u"# x"_s, u"x @"_s, u"# #"_s})
            QVERIFY2(!checkedKeys(command("select.evidence"), keys).ok(), qPrintable(keys));
    }

    void whereTextIsWritten_noLetterIsACommand()
    {
        for (const auto &keys : {u"x"_s, u"Space"_s, u"Backspace"_s, u"Ctrl+K x"_s})
            QVERIFY2(!checkedKeys(command("note.preview"), keys).ok(), qPrintable(keys));
        QVERIFY(checkedKeys(command("note.preview"), u"Ctrl+K"_s).ok());
        QVERIFY(checkedKeys(command("point.leave"), u"F2"_s).ok());
    }

    void aComma_isAKeyWhereAKeyHasToBe()
    {
        QCOMPARE(splitSequences(u",, Ctrl+,"_s), (QStringList{u","_s, u"Ctrl+,"_s}));
        QCOMPARE(splitSequences(u"j,Down"_s), (QStringList{u"j"_s, u"Down"_s}));
        QCOMPARE(splitSequences(u"g ,, +, Ctrl++, ="_s), (QStringList{u"g ,"_s, u"+"_s, u"Ctrl++"_s, u"="_s}));
        QCOMPARE(splitSequences(u"  "_s), QStringList());
    }

    void sequencesMeet_whereOneBeginsAsTheOther()
    {
        QVERIFY(keysMeet(u"g"_s, u"g g"_s));
        QVERIFY(keysMeet(u"g g"_s, u"g"_s));
        QVERIFY(!keysMeet(u"g g"_s, u"g h"_s));
        QVERIFY(keysMeet(u"h @"_s, u"h m"_s));
        QVERIFY(!keysMeet(u"h @"_s, u"h 3"_s));
        QVERIFY(keysMeet(u"#"_s, u"3"_s));
        QVERIFY(!keysMeet(u"#"_s, u"0"_s));
        QVERIFY(keysMeet(u"Ctrl+#"_s, u"Ctrl+3"_s));
        QVERIFY(!keysMeet(u"Ctrl+#"_s, u"3"_s));
    }

    // --- choices --------------------------------------------------------------------------------------------------

    void aChoice_isInThePlaceOfTheTable_andNoneIsOne()
    {
        KeyMap map;
        QCOMPARE(keysOf(map, "list.next"), (QStringList{u"j"_s, u"Down"_s}));
        QVERIFY(map.choose(command("list.next"), {u"ctrl+n"_s}).ok());
        QCOMPARE(keysOf(map, "list.next"), QStringList{u"Ctrl+N"_s});
        QVERIFY(map.isChanged(command("list.next")));
        QVERIFY(map.choose(command("list.later"), {}).ok());
        QCOMPARE(keysOf(map, "list.later"), QStringList());
        map.forget(command("list.next"));
        QCOMPARE(keysOf(map, "list.next"), (QStringList{u"j"_s, u"Down"_s}));
        QCOMPARE(map.choices(), 1);
        map.forgetAll();
        QCOMPARE(keysOf(map, "list.later"), QStringList{u"l"_s});
    }

    void theTablesKeys_areNoChoice()
    {
        KeyMap map;
        QVERIFY(map.choose(command("list.next"), {u"Ctrl+N"_s}).ok());
        QVERIFY(map.choose(command("list.next"), {u"j"_s, u"Down"_s}).ok());
        QCOMPARE(map.choices(), 0);
    }

    void aConflict_isInOnePlaceOnly()
    {
        const KeyMap map;
        QCOMPARE(idsOf(map.takenBy(command("list.star"), {u"k"_s})), QStringList{u"list.previous"_s});
        QCOMPARE(idsOf(map.takenBy(command("list.star"), {u"g"_s})).contains(u"list.first"_s), true);
        QCOMPARE(idsOf(map.takenBy(command("list.star"), {u"k k"_s})), QStringList{u"list.previous"_s});
        QCOMPARE(idsOf(map.takenBy(command("list.star"), {u"t"_s})), QStringList()); // of Everywhere and the reader
        QCOMPARE(idsOf(map.takenBy(command("list.star"), {u"s"_s})), QStringList()); // its own
    }

    void aMoreSpecialPlace_isARemark()
    {
        const KeyMap map;
        QVERIFY(idsOf(map.before(command("find.here"))).contains(u"reader.find"_s));
        QVERIFY(idsOf(map.behind(command("reader.find"))).contains(u"find.here"_s));
        QVERIFY(idsOf(map.before(command("card.down"))).isEmpty());
        QVERIFY(idsOf(map.behind(command("card.down"))).contains(u"list.next"_s));
    }

    void aKeyThatIsTaken_isLostByTheOther()
    {
        KeyMap map;
        QVERIFY(map.choose(command("list.star"), {u"k"_s}).ok());
        QCOMPARE(keysOf(map, "list.star"), QStringList{u"k"_s});
        QCOMPARE(keysOf(map, "list.previous"), QStringList{u"Up"_s});
        QVERIFY(map.isChanged(command("list.previous")));
        QVERIFY(map.choose(command("list.later"), {u"k"_s, u"l"_s}).ok()); // from one that was chosen
        QCOMPARE(keysOf(map, "list.star"), QStringList());
        QCOMPARE(map.doubled(), 0);
        map.forget(command("list.later"));
        QCOMPARE(keysOf(map, "list.previous"), (QStringList{u"k"_s, u"Up"_s}));
        QCOMPARE(keysOf(map, "list.star"), QStringList()); // taken is taken
    }

    void aBeginning_takesAllThatGoesOn()
    {
        KeyMap map;
        QVERIFY(map.choose(command("list.star"), {u"g"_s}).ok());
        QCOMPARE(keysOf(map, "list.first"), QStringList{u"Home"_s});
        QCOMPARE(keysOf(map, "list.browser"), QStringList());
        QCOMPARE(keysOf(map, "history.open"), QStringList{u"g h"_s}); // another place: only before it
    }

    void whatCannotBe_changesNothing()
    {
        KeyMap map;
        QVERIFY(map.choose(command("list.star"), {u"k"_s}).ok());
        const QString before = map.text();
        for (const QStringList &keys : {QStringList{u"x"_s, u"Foo"_s}, {u"x"_s, u"x"_s}, {u"g"_s, u"g g"_s}})
            QVERIFY(!map.choose(command("list.star"), keys).ok());
        QCOMPARE(map.text(), before);
    }

    void theWayOut_alwaysKeepsAKey()
    {
        KeyMap map;
        for (const char *id : {"go.back", "app.palette", "help.keys"})
            QVERIFY2(!map.choose(command(id), {}).ok(), id);
        QVERIFY(map.choose(command("app.palette"), {u"Ctrl+K"_s}).ok());
        QVERIFY(!map.choose(command("act.undo"), {u"Ctrl+K"_s}).ok());
        QCOMPARE(keysOf(map, "app.palette"), QStringList{u"Ctrl+K"_s});
        QCOMPARE(keysOf(map, "act.undo"), (QStringList{u"u"_s, u"Ctrl+Z"_s}));
        QVERIFY(map.choose(command("act.undo"), {u":"_s}).ok()); // that is free now
    }

    void theWayOut_keepsAKey_whateverIsWritten()
    {
        const auto read = KeyMap::read(u"act.undo = :, Ctrl+Shift+P, u\ngo.back =\n"_s);
        QCOMPARE(keysOf(read.map, "app.palette"), QStringList{u":"_s});
        QCOMPARE(keysOf(read.map, "act.undo"), (QStringList{u"Ctrl+Shift+P"_s, u"u"_s}));
        QCOMPARE(keysOf(read.map, "go.back"), QStringList{u"Esc"_s});
        QCOMPARE(read.broken.size(), 1);
        QCOMPARE(read.map.doubled(), 1);
        const auto moved = KeyMap::read(u"act.undo = :, Ctrl+Shift+P\napp.palette = Ctrl+K\n"_s);
        QCOMPARE(moved.complaint(), QString());
        QCOMPARE(keysOf(moved.map, "app.palette"), QStringList{u"Ctrl+K"_s});
        QCOMPARE(keysOf(moved.map, "act.undo"), (QStringList{u":"_s, u"Ctrl+Shift+P"_s}));
    }

    // --- the text -------------------------------------------------------------------------------------------------

    void theText_isReadAsItWasWritten()
    {
        KeyMap map;
        QVERIFY(map.choose(command("app.settings"), {u","_s, u"g +"_s, u"Ctrl++"_s}).ok());
        QVERIFY(map.choose(command("reader.zoomIn"), {u"="_s, u"#"_s}).ok() == false);
        QVERIFY(map.choose(command("reader.zoomIn"), {u"="_s}).ok());
        QVERIFY(map.choose(command("select.evidence"), {u"x #"_s}).ok());
        QVERIFY(map.choose(command("list.later"), {}).ok());
        const auto read = KeyMap::read(map.text());
        QCOMPARE(read.complaint(), QString());
        for (const Command &one : commandTable())
            QCOMPARE(read.map.keysOf(one), map.keysOf(one));
        QCOMPARE(read.map.text(), map.text());
        QVERIFY(map.text().contains(u"\nlist.later =\n"_s));
    }

    void whatIsNotUnderstood_isKept()
    {
        const QString text = u"# mine\n\nlist.next=n,Down\nfuture.thing = Ctrl+9, whatever\nlist.star = Foo\n"
                             "no sign here\nlist.next = m\n"_s;
        auto read = KeyMap::read(text);
        QCOMPARE(keysOf(read.map, "list.next"), (QStringList{u"n"_s, u"Down"_s}));
        QCOMPARE(keysOf(read.map, "list.star"), QStringList{u"s"_s});
        QCOMPARE(read.unknown, 1);
        QCOMPARE(read.broken.size(), 3);
        QVERIFY2(read.broken.first().contains(u'5') && read.broken.first().contains(u"Foo"_s),
                 qPrintable(read.broken.first()));
        QVERIFY(read.complaint().contains(u"Foo"_s));
        QCOMPARE(read.map.text(), text);
        QVERIFY(read.map.choose(command("list.star"), {u"Ctrl+9"_s}).ok());
        QCOMPARE(read.map.text(), u"# mine\n\nlist.next=n,Down\nfuture.thing = Ctrl+9, whatever\nno sign here\n"
                                  "list.next = m\nlist.star = Ctrl+9\n"_s);
        read.map.forgetAll();
        QCOMPARE(read.map.text(), u"# mine\n\nfuture.thing = Ctrl+9, whatever\nno sign here\n"_s);
    }

    void aKeyWrittenTwice_isTheFirstCommands()
    {
        const auto read = KeyMap::read(u"list.star = x\nlist.next = x, n\n"_s);
        QCOMPARE(keysOf(read.map, "list.next"), (QStringList{u"x"_s, u"n"_s})); // it stands first in the table
        QCOMPARE(keysOf(read.map, "list.star"), QStringList());
        QCOMPARE(keysOf(read.map, "list.read"), QStringList()); // whose x it was
        QCOMPARE(read.map.doubled(), 1);
        QVERIFY(!read.complaint().isEmpty());
        QCOMPARE(read.map.text(), u"list.star = x\nlist.next = x, n\n"_s);
    }

    // --- what the keys do -----------------------------------------------------------------------------------------

    void anotherKey_runsTheCommand_andTheOldOneDoesNot()
    {
        Commands commands;
        QStringList ran;
        for (const char *id : {"list.first", "list.star", "select.evidence", "app.palette"})
            commands.bind(id, this, [&ran, id](std::optional<int> n) {
                ran << QLatin1StringView(id) + (n ? QString::number(*n) : QString());
            });
        KeyMap map;
        QVERIFY(map.choose(command("list.first"), {u"z z"_s}).ok());
        QVERIFY(map.choose(command("list.star"), {u"g"_s}).ok());
        QVERIFY(map.choose(command("select.evidence"), {u"x y #"_s}).ok());
        QSignalSpy changed(&commands, &Commands::keysChanged);
        commands.setKeyMap(map);
        QCOMPARE(changed.size(), 1);
        type(commands, Place::List, u"ggzzs"_s);
        QCOMPARE(ran, (QStringList{u"list.star"_s, u"list.star"_s, u"list.first"_s}));
        ran.clear();
        type(commands, Place::Selection, u"xy7e3："_s);
        QCOMPARE(ran, (QStringList{u"select.evidence7"_s, u"app.palette"_s}));
    }

    void whatWasBegun_isForgotten_whenTheKeysChange()
    {
        Commands commands;
        int runs = 0;
        commands.bind("list.first", this, [&](auto) { ++runs; });
        type(commands, Place::List, u"g"_s);
        QVERIFY(!commands.pending().isEmpty());
        commands.setKeyMap({});
        QVERIFY(commands.pending().isEmpty());
        type(commands, Place::List, u"g"_s);
        QCOMPARE(runs, 0);
    }

    void fullWidthKeys_stillActAsTheirNarrowOnes()
    {
        Commands commands;
        QStringList ran;
        for (const char *id : {"help.keys", "app.palette", "find.here"})
            commands.bind(id, this, [&ran, id](auto) { ran << QLatin1StringView(id); });
        KeyMap map;
        QVERIFY(map.choose(command("help.keys"), {u"！"_s}).ok());
        commands.setKeyMap(map);
        type(commands, Place::List, u"：？／！"_s);
        QCOMPARE(ran, (QStringList{u"app.palette"_s, u"find.here"_s, u"help.keys"_s}));
    }
};

YAODIAN_TEST(KeyMapTest)

} // namespace ui_keymap_test

#include "keymap_test.moc"
