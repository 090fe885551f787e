#include "base/files.h"
#include "base/savefile.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QtTest>

#include <sys/stat.h>

namespace base_savefile {

using namespace yaodian;

class BaseSaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untilItIsCommitted_whatWasThereIsThere();
    void whatAKilledProcessLeft_goesWithTheNextWrite_andNothingElseDoes();
    void whatSomebodyIsWriting_stays();
    void aLink_staysOne_andPermissionsStay();
    void byWayOfADraft_leavesNoDraft();
};

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void BaseSaveFile::untilItIsCommitted_whatWasThereIsThere()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.md"));
    put(path, "old");
    {
        SaveFile file(path);
        QVERIFY(file.open() && file.write("new") && file.sync());
        QCOMPARE(*readFile(path, 10), QByteArray("old"));
    }
    QCOMPARE(*readFile(path, 10), QByteArray("old"));
    SaveFile file(path);
    QVERIFY(file.open() && file.write("new") && file.commit());
    QCOMPARE(*readFile(path, 10), QByteArray("new"));
    QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a.md")});
    QVERIFY(!file.commit()); // once
}

void BaseSaveFile::whatAKilledProcessLeft_goesWithTheNextWrite_andNothingElseDoes()
{
    QTemporaryDir folder;
    for (const char *name : {".yaodian-1x.part", "a.md.backup", ".yaodian-mine", "part", ".hidden.part"})
        put(folder.filePath(QLatin1String(name)), "x");
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("a.md")), "one").ok());
    QCOMPARE(namesIn(folder.path()),
             (QStringList{QStringLiteral(".hidden.part"), QStringLiteral(".yaodian-mine"), QStringLiteral("a.md"),
                          QStringLiteral("a.md.backup"), QStringLiteral("part")}));
}

void BaseSaveFile::whatSomebodyIsWriting_stays()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.md"));
    SaveFile file(path);
    QVERIFY(file.open() && file.write("one"));
    sweepDrafts(folder.path());
    QVERIFY(file.commit());
    QCOMPARE(*readFile(path, 10), QByteArray("one"));
}

void BaseSaveFile::aLink_staysOne_andPermissionsStay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.md"));
    const QString link = folder.filePath(QStringLiteral("link.md"));
    put(path, "old");
    QVERIFY(::chmod(QFile::encodeName(path).constData(), 0640) == 0);
    QVERIFY(QFile::link(path, link));
    QVERIFY(writeFileAtomically(link, "new").ok());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(*readFile(path, 10), QByteArray("new"));
    struct stat about = {};
    QVERIFY(::stat(QFile::encodeName(path).constData(), &about) == 0);
    QCOMPARE(int(about.st_mode & 07777), 0640);
}

void BaseSaveFile::byWayOfADraft_leavesNoDraft()
{
    QTemporaryDir folder;
    const QString draft = folder.filePath(QStringLiteral("on the way/a.draft"));
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileByWayOf(draft, path, "one").ok());
    QCOMPARE(*readFile(path, 10), QByteArray("one"));
    const auto nowhere = writeFileByWayOf(draft, folder.filePath(QStringLiteral("no/such/a")), "one");
    QVERIFY(!nowhere.ok() && nowhere.error().message.contains(QStringLiteral("no/such/a")));
    QVERIFY(!QFile::exists(draft));
}

YAODIAN_TEST_APPLESS(BaseSaveFile)

} // namespace base_savefile

#include "base_savefile.moc"
