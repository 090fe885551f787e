// The window on a disk that is full when it starts.
#include "starting.h"
#include "tests/support/testmain.h"

namespace start_disks {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

class StartDisks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDisk_isSaid_andTheLibraryIsRead_data();
    void aFullDisk_isSaid_andTheLibraryIsRead();
    void aFullDisk_withALogOfSomebodyWhoWasKilled_isReadWithIt();
    void aFullDisk_withoutALibrary_isSaid_andGoesOnWhenThereIsRoom();

private:
    static void startFull(Starting &here, const QString &language = u"en"_s)
    {
        here.setVariable(u"LD_PRELOAD"_s, QStringLiteral(YAODIAN_PUPPETS) + u"/yaodian_failing_disk.so"_s);
        here.setVariable(u"YAODIAN_DISK"_s, here.library());
        here.setVariable(u"YAODIAN_DISK_HEALED"_s, here.path(u"healed"_s));
        here.start({}, language);
    }
    static void heal(const Starting &here)
    {
        QFile room(here.path(u"healed"_s));
        if (!room.open(QIODevice::WriteOnly))
            qFatal("not healed");
        QTest::qWait(200); // it is looked for now and then
    }
};

void StartDisks::aFullDisk_isSaid_andTheLibraryIsRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh") << u"zh_CN"_s;
}

void StartDisks::aFullDisk_isSaid_andTheLibraryIsRead()
{
    QFETCH(QString, language);
    const bool english = language == u"en"_s;
    Starting here;
    here.furnish();
    const QByteArray before = here.snapshot();
    startFull(here, language);
    QVERIFY2(here.shows(english ? u"The disk is full"_s : u"磁盘已满"_s), qPrintable(here.seen()));
    QVERIFY2(here.shows(english ? u"status: Read only"_s : u"status: 只读"_s), qPrintable(here.seen()));
    here.key(u"Return"_s);
    QVERIFY2(here.shows(u"window: Paper of Maps"_s), qPrintable(here.seen()));
    here.program().terminate();
    QVERIFY(here.ends());
    QByteArray after = here.snapshot();
    QByteArray whole = before;
    const QByteArray reserve = here.library().toUtf8() + "/reserve";
    const auto without = [&reserve](QByteArray &all) {
        QList<QByteArray> lines = all.split('\n');
        lines.removeIf([&](const QByteArray &line) { return line.startsWith(reserve); }); // given back
        return lines.join('\n');
    };
    QCOMPARE(without(after), without(whole));
    QCOMPARE(Starting::Reopened(here.library())->check()->join(u'|'), QString());
}

void StartDisks::aFullDisk_withALogOfSomebodyWhoWasKilled_isReadWithIt()
{
    Starting here;
    here.furnish();
    here.leaveLog();
    startFull(here);
    QVERIFY2(here.shows(u"status: Read only"_s), qPrintable(here.seen()));
    QVERIFY2(here.shows(u"3 entries"_s), qPrintable(here.seen()));    // two of them are in the files themselves
    QVERIFY(!QFile::exists(here.library() + u"/notes.sqlite-shm"_s)); // there was no room for it
    here.close();
    QVERIFY(here.ends());
    const Starting::Reopened library(here.library());
    QCOMPARE(library->check()->join(u'|'), QString());
    QCOMPARE(library->entryIds({}).size(), 3);
}

void StartDisks::aFullDisk_withoutALibrary_isSaid_andGoesOnWhenThereIsRoom()
{
    Starting here;
    startFull(here);
    QVERIFY2(here.shows(u"Try Again"_s), qPrintable(here.seen()));
    heal(here);
    here.click(u"Try Again"_s);
    QVERIFY2(here.shows(u"status"_s), qPrintable(here.seen()));
    here.close();
    QVERIFY(here.ends());
    QCOMPARE(Starting::Reopened(here.library())->check()->join(u'|'), QString());
}

YAODIAN_TEST(StartDisks)

} // namespace start_disks

#include "start_disks.moc"
