#include "base/background.h"
#include "base/givingway.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <linux/capability.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace base_givingway {

using namespace yaodian;

/// Without the powers that root has over others' threads, and its own.
bool becomeOrdinary()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2]{};
    return ::syscall(SYS_capset, &header, none) == 0;
}

class BaseGivingWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleThread_isBehindAllElse_andItsCallerIsNot()
    {
        int within = -1, after = -1, sum = 0;
        bool isOrdinary = false;
        std::thread caller([&] {
            isOrdinary = becomeOrdinary();
            IdleThread idle;
            within = idle.run([] { return ::sched_getscheduler(0); });
            for (int number = 1; number <= 100; ++number)
                sum += idle.run([number] { return number; });
            after = ::sched_getscheduler(0);
        });
        caller.join();
        QVERIFY(isOrdinary);
        QCOMPARE(within, SCHED_IDLE);
        QCOMPARE(sum, 5050);
        QCOMPARE(after, SCHED_OTHER); // an ordinary user's thread would not have come back
    }

    void idleThread_isOneThreadAllItsLife()
    {
        IdleThread idle;
        const auto first = idle.run([] { return std::this_thread::get_id(); });
        QCOMPARE(idle.run([] { return std::this_thread::get_id(); }), first); // what it starts dies with it
        QVERIFY(first != std::this_thread::get_id());
    }

    void workInTheBackground_givesWay()
    {
        Background background;
        int policy = -1;
        background.run(
            this, [](const CancelToken &) { return ::sched_getscheduler(0); }, [&policy](int got) { policy = got; });
        QTRY_COMPARE(policy, SCHED_BATCH);
        QCOMPARE(::sched_getscheduler(0), SCHED_OTHER);
    }
};

YAODIAN_TEST_GUILESS(BaseGivingWay)

} // namespace base_givingway

#include "base_givingway.moc"
