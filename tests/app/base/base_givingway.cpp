#include "base/background.h"
#include "base/givingway.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <sched.h>
#include <thread>

namespace base_givingway {

using namespace yaodian;

class BaseGivingWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workInTheBackground_givesWay_andTheWindowDoesNot()
    {
        Background background;
        int policy = -1;
        background.run(
            this, [](const CancelToken &) { return ::sched_getscheduler(0); }, [&policy](int got) { policy = got; });
        QTRY_COMPARE(policy, SCHED_BATCH);
        QCOMPARE(::sched_getscheduler(0), SCHED_OTHER);
    }

    void whatStandsBack_doesNotComeForwardToGiveWay()
    {
        int policy = -1;
        std::thread apart([&policy] {
            standBack();
            giveWay(); // root could
            policy = ::sched_getscheduler(0);
        });
        apart.join();
        QCOMPARE(policy, SCHED_IDLE);
    }
};

YAODIAN_TEST_GUILESS(BaseGivingWay)

} // namespace base_givingway

#include "base_givingway.moc"
