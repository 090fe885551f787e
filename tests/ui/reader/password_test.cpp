// A PDF that is locked by a password.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"

#include <QLabel>
#include <QLineEdit>

namespace password_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

struct Locked
{
    Locked() : desk(*qApp)
    {
        desk.makeView().openPath(QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf"));
        field = desk.reader->findChild<QLineEdit *>(u"comment"_s);
    }
    [[nodiscard]] bool isAsked() const
    {
        return QTest::qWaitFor([this] { return field->isVisible(); }, 20000);
    }
    void give(const QString &password) const
    {
        QTest::keyClicks(field, password);
        QTest::keyClick(field, Qt::Key_Return);
    }

    ReaderDesk desk;
    QLineEdit *field;
};

class PasswordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePassword_opensItAndIsNotShown()
    {
        Locked locked;
        QVERIFY(locked.isAsked());
        QCOMPARE(locked.field->echoMode(), QLineEdit::Password);
        locked.give(u"sesame"_s);
        QVERIFY(locked.desk.waitSettled());
        QVERIFY(locked.desk.reader->status().startsWith(u"Page 1 of"_s));
    }

    void aWrongOne_isAskedForAgainAndSaysSo()
    {
        Locked locked;
        QVERIFY(locked.isAsked());
        locked.give(u"not this"_s);
        QVERIFY(locked.isAsked());
        QVERIFY2(locked.field->accessibleName().contains(u"not the password"_s),
                 qPrintable(locked.field->accessibleName()));
        locked.give(u"sesame"_s);
        QVERIFY(locked.desk.waitSettled());
    }

    void afterEscape_enterAsksAgain()
    {
        Locked locked;
        QVERIFY(locked.isAsked());
        QTest::keyClick(locked.field, Qt::Key_Escape);
        QVERIFY(!locked.field->isVisible());
        QTest::keyClick(locked.desk.pages(), Qt::Key_Return);
        QVERIFY(locked.field->isVisible());
        locked.give(u"sesame"_s);
        QVERIFY(locked.desk.waitSettled());
        QTest::keyClick(locked.desk.pages(), Qt::Key_Return); // of an open one, nobody asks
        QVERIFY(!locked.field->isVisible());
    }
};

YAODIAN_TEST(PasswordTest)

} // namespace password_test

#include "password_test.moc"
