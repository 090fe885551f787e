#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/shell/rescueoffer.h"
#include "ui/shell/safekeeping.h"

#include <QAbstractButton>
#include <QDir>
#include <QMessageBox>

namespace ui_safekeeping_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// Backups that the window makes by itself, and the question of a start with damaged notes.
class SafekeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void whatIsDue_isMadeBesideTheWindow_andNotTwice()
    {
        Online house;
        put(house);
        house.start();
        Safekeeping keeping(*house.services, house.window->notice(), nullptr);
        QSignalSpy made(&keeping, &Safekeeping::made);
        keeping.start();
        QTRY_COMPARE(made.count(), 1);
        QVERIFY(QFileInfo::exists(made.first().first().toString()));
        QCOMPARE(house.library->automaticBackups().size(), 1);
        keeping.look();
        QTest::qWait(200);
        QCOMPARE(made.count(), 1);
    }

    void whoDoesNotWantThem_hasNone()
    {
        Online house;
        put(house);
        house.start();
        house.services->settings.choose("backUp", false);
        Safekeeping keeping(*house.services, house.window->notice(), nullptr);
        keeping.look();
        QTest::qWait(200);
        QVERIFY(house.library->automaticBackups().isEmpty());
    }

    void folderOfTheReader_getsThemToo_andIsToldOfWhereItIsNotThere()
    {
        Online house;
        put(house);
        house.start();
        const QTemporaryDir disk;
        Safekeeping &keeping = *house.window->findChild<Safekeeping *>();
        house.services->settings.choose("backupFolder", disk.filePath(u"gone"_s));
        QTRY_VERIFY(house.window->notice().text().contains(disk.filePath(u"gone"_s)));
        house.window->notice().say(u"something else"_s);
        keeping.look();
        QTest::qWait(200);
        QCOMPARE(house.window->notice().text(), u"something else"_s); // it was said
        house.services->settings.choose("backupFolder", disk.path());
        QTRY_COMPARE(house.library->automaticBackups(disk.path()).size(), 1);
    }

    void questionAboutDamage_namesTheBackup_andLeavesOnEscape()
    {
        const QDateTime made(QDate(2026, 11, 3), QTime(8, 30), Qt::UTC);
        const std::unique_ptr<QMessageBox> box(rescueQuestion(u"The file of <b>notes</b> is damaged."_s, made));
        QCOMPARE(box->text(), u"The file of <b>notes</b> is damaged."_s);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(box->informativeText().contains(u"2026"_s));
        QCOMPARE(box->buttonRole(box->escapeButton()), QMessageBox::RejectRole);
        QTimer::singleShot(0, this, [] {
            auto *asked = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QTest::keyClick(asked, Qt::Key_Escape);
        });
        QVERIFY(!offerRescue(u"damaged"_s, made));
        QTimer::singleShot(0, this, [] {
            auto *asked = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QTest::keyClick(asked, Qt::Key_Return);
        });
        QVERIFY(offerRescue(u"damaged"_s, made));
    }

private:
    static void put(Online &house)
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"A Paper"_s;
        QVERIFY(house.library->storeIssue(library::Library::filesSource(), issue, "a post").ok());
    }
};

YAODIAN_TEST(SafekeepingTest)

} // namespace ui_safekeeping_test

#include "safekeeping_test.moc"
