#pragma once

#include <QtTest>

/// The tests of a folder share a program (`yaodian_tests` in cmake/YaodianTesting.cmake): `reader_tests flow_test`, and
/// behind that whatever QtTest takes, runs the one that is called flow_test. Each is a file, and the whole of it stands
/// in a namespace that has the test's name. At its end, where other programs have QTEST_MAIN and its kin, is one of the
/// three below; each makes the same application as the macro that it is named after.
#define YAODIAN_TEST(Test) YAODIAN_TEST_WITH(Test, QTEST_MAIN_SETUP())
#define YAODIAN_TEST_GUILESS(Test) YAODIAN_TEST_WITH(Test, QTEST_QAPP_SETUP(QCoreApplication))
#define YAODIAN_TEST_APPLESS(Test) YAODIAN_TEST_WITH(Test, )

namespace yaodian::tests {

/// A test that the program knows of from then on.
struct Registered
{
    using Run = int (*)(int argc, char **argv);
    /// `test`: its class; the namespace around that is the test's name.
    Registered(const QMetaObject &test, Run run);
};

} // namespace yaodian::tests

#define YAODIAN_TEST_WITH(Test, ...)                                                                                   \
    static int runTheTest(int argc, char **argv)                                                                       \
    {                                                                                                                  \
        QTest::Internal::callInitMain<Test>();                                                                         \
        __VA_ARGS__                                                                                                    \
        Test test;                                                                                                     \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }                                                                                                                  \
    static const yaodian::tests::Registered theTest(Test::staticMetaObject, runTheTest);
