// The field that floats over the pages: what is typed there waits until it is taken.
#include "tests/support/testmain.h"
#include "ui/reader/inlinefield.h"

#include <QApplication>
#include <QLineEdit>
#include <QtTest>

namespace reader_inlinefield_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

class InlineFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeft_isTaken();
    void whatCannotBeTaken_stays_andWhatIsAskedMeanwhileComesAfterIt();
    void whatWasToBeAskedNext_goesWithWhatItIsAbout();
    void aPasswordIsNeverTaken_whenItIsLeft();
};

struct Asking
{
    Asking() { pages.resize(800, 600); }
    void ask(const QString &label, bool secret = false)
    {
        const auto take = [this, label](const QString &text) {
            if (fails)
                return false;
            taken << label + u": "_s + text;
            return true;
        };
        field.ask({{10, 10, 100, 20}, label, {}, take, {label + u" of a word"_s}, secret});
    }
    void press(Qt::Key key) { QTest::keyClick(edit, key); }

    Theme theme{*qApp};
    QWidget pages;
    InlineField field{theme, &pages};
    QLineEdit *edit = field.findChild<QLineEdit *>();
    bool fails = false;
    QStringList taken;
};

void InlineFieldTest::whatIsLeft_isTaken()
{
    Asking here;
    here.ask(u"Comment"_s);
    here.edit->setText(u"mine"_s);
    here.field.leave();
    QCOMPARE(here.taken, QStringList{u"Comment: mine"_s});
    QVERIFY(here.field.isHidden());
}

void InlineFieldTest::whatCannotBeTaken_stays_andWhatIsAskedMeanwhileComesAfterIt()
{
    Asking here;
    here.fails = true;
    here.ask(u"Comment"_s);
    here.edit->setText(u"mine"_s);
    here.field.leave();
    QVERIFY(here.field.isStuck());
    here.ask(u"Tags"_s);
    QCOMPARE(here.edit->text(), u"mine"_s);
    QCOMPARE(here.edit->accessibleName(), u"Comment"_s);
    here.fails = false;
    here.press(Qt::Key_Return);
    QCOMPARE(here.taken, QStringList{u"Comment: mine"_s});
    QVERIFY(!here.field.isStuck());
    QCOMPARE(here.edit->accessibleName(), u"Tags"_s);
    QCOMPARE(here.edit->text(), QString());
    QTest::keyClicks(here.edit, u"tag"_s);
    QCOMPARE(here.edit->text(), u"Tags of a word"_s.replace(0, 3, u"tag"_s)); // its own words, not the comment's
    here.press(Qt::Key_Escape);
    QVERIFY(here.field.isHidden());
}

void InlineFieldTest::whatWasToBeAskedNext_goesWithWhatItIsAbout()
{
    Asking here;
    here.fails = true;
    here.ask(u"Comment"_s);
    here.edit->setText(u"mine"_s);
    here.field.leave();
    here.ask(u"Tags"_s);
    here.fails = false;
    here.field.leave(); // another document
    QCOMPARE(here.taken, QStringList{u"Comment: mine"_s});
    QVERIFY(here.field.isHidden());
}

void InlineFieldTest::aPasswordIsNeverTaken_whenItIsLeft()
{
    Asking here;
    here.ask(u"Password"_s, true);
    here.edit->setText(u"half"_s);
    here.field.leave();
    QCOMPARE(here.taken, QStringList());
    QVERIFY(here.field.isHidden());
}

YAODIAN_TEST(InlineFieldTest)

} // namespace reader_inlinefield_test

#include "inlinefield_test.moc"
