#include "tests/support/testmain.h"
#include "ui/commands/commands.h"
#include "ui/commands/keyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace ui_keyfile_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

struct Folder
{
    QTemporaryDir dir;
    KeyFile file{dir.path()};

    [[nodiscard]] QString path(const QString &name = u"keys.txt"_s) const { return dir.filePath(name); }
    void write(const QByteArray &bytes) const
    {
        QFile out(path());
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("keys.txt cannot be written");
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile in(path(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("absent");
    }
};

const Command &later()
{
    return *commandById(u"list.later"_s);
}

class KeyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFile_nothingIsChosen_andNoneIsMade()
    {
        const Folder folder;
        const auto read = folder.file.load();
        QVERIFY(read.ok());
        QCOMPARE(read->map.choices(), 0);
        QVERIFY(folder.file.save(read->map).ok());
        QCOMPARE(folder.read(u"keys.txt"_s), QByteArray("absent"));
    }

    void whatWasChosen_isThereAgain_andTheStateBeforeToo()
    {
        const Folder folder;
        KeyMap map;
        QVERIFY(map.choose(later(), {u"Ctrl+L"_s}).ok());
        QVERIFY(folder.file.save(map).ok());
        QCOMPARE(folder.file.load()->map.keysOf(later()), QStringList{u"Ctrl+L"_s});
        const QByteArray before = folder.read(u"keys.txt"_s);
        QCOMPARE(folder.read(u"keys.txt~"_s), QByteArray("absent"));
        map.forgetAll();
        QVERIFY(folder.file.save(map).ok());
        QCOMPARE(folder.file.load()->map.choices(), 0);
        QCOMPARE(folder.read(u"keys.txt~"_s), before);
        QVERIFY(folder.file.save(map).ok()); // the same again: the state before stays
        QCOMPARE(folder.read(u"keys.txt~"_s), before);
    }

    void whatIsNoText_isNotWrittenOver()
    {
        for (const QByteArray &bytes :
             {QByteArray("list.later = \xff\xfe\n"), QByteArray("a\0b", 3), QByteArray((1 << 20) + 1, ' ')}) {
            const Folder folder;
            folder.write(bytes);
            const auto read = folder.file.load();
            QVERIFY(!read.ok());
            QVERIFY(read.error().message.contains(u"keys.txt"_s));
            KeyMap map;
            QVERIFY(map.choose(later(), {u"Ctrl+L"_s}).ok());
            QVERIFY(!folder.file.save(map).ok());
            QCOMPARE(folder.read(u"keys.txt"_s), bytes);
        }
    }

    void aFileOfAnotherSystem_isRead()
    {
        const Folder folder;
        folder.write("\xEF\xBB\xBFlist.later = Ctrl+L\r\n# 我的\r\n");
        const auto read = folder.file.load();
        QVERIFY(read.ok());
        QCOMPARE(read->complaint(), QString());
        QCOMPARE(read->map.keysOf(later()), QStringList{u"Ctrl+L"_s});
    }

    void whereNothingCanBeWritten_aSentenceSaysSo()
    {
        KeyMap map;
        QVERIFY(map.choose(later(), {u"Ctrl+L"_s}).ok());
        QVERIFY(!KeyFile(u"/nowhere/at/all"_s).save(map).error().message.isEmpty());
    }
};

YAODIAN_TEST_GUILESS(KeyFileTest)

} // namespace ui_keyfile_test

#include "keyfile_test.moc"
