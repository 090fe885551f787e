// What is still being typed when the window closes, or the program is told to end.
#include "starting.h"
#include "tests/support/testmain.h"

#include <csignal>

namespace start_typing {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

class StartTyping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingTyped_isSaved_data();
    void whatIsBeingTyped_isSaved();
};

void StartTyping::whatIsBeingTyped_isSaved_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("signal"); // 0: the window is closed
    for (const auto &what : {u"point"_s, u"note"_s, u"comment"_s})
        for (const int number : {0, SIGTERM, SIGINT, SIGHUP})
            QTest::newRow(qPrintable(u"%1, %2"_s.arg(what).arg(number))) << what << number;
}

void StartTyping::whatIsBeingTyped_isSaved()
{
    QFETCH(QString, what);
    QFETCH(int, signal);
    Starting here;
    here.furnish();
    here.start({u"open"_s, here.paper().toString()});
    QVERIFY2(here.shows(u"window: Paper of Maps"_s), qPrintable(here.seen()));
    const QString keys = what == u"point"_s ? u"p"_s : what == u"note"_s ? u"o"_s : u"]hc"_s;
    const QString field = u"focus: "_s + (what == u"point"_s ? u"pointEdit"_s : what);
    QVERIFY2(QTest::qWaitFor([&] { return here.seen().contains(field) || here.type(keys).contains(field); }, 20'000),
             qPrintable(here.seen()));
    QVERIFY(here.type(u"half a sent"_s).contains(u"half a sent"_s));
    if (signal == 0)
        here.close();
    else
        ::kill(pid_t(here.program().processId()), signal);
    QVERIFY(here.ends());
    QCOMPARE(here.program().exitStatus(), QProcess::NormalExit);
    const Starting::Reopened library(here.library());
    if (what == u"point"_s)
        QCOMPARE(library->points(here.paper()).value(0).text, u"half a sent"_s);
    else if (what == u"note"_s)
        QCOMPARE(library->note(here.paper()).text, u"half a sent"_s);
    else
        QCOMPARE(library->highlights(here.paper()).value(0).comment, u"half a sent"_s);
}

YAODIAN_TEST(StartTyping)

} // namespace start_typing

#include "start_typing.moc"
