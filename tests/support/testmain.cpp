#include "tests/support/testmain.h"

#include <cstdio>
#include <map>

namespace yaodian::tests {

namespace {

struct Known
{
    const QMetaObject *test;
    Registered::Run run;
};

std::vector<Known> &known()
{
    static std::vector<Known> all; // made by the first that registers, whichever file that stands in
    return all;
}

} // namespace

Registered::Registered(const QMetaObject &test, Run run)
{
    known().push_back({&test, run});
}

} // namespace yaodian::tests

int main(int argc, char **argv)
{
    std::map<QByteArray, yaodian::tests::Registered::Run> tests;
    for (const auto &[test, run] : yaodian::tests::known()) {
        const QByteArray name = test->className();
        tests.emplace(name.left(name.indexOf("::")), run);
    }
    const auto named = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (named != tests.end())
        return named->second(argc - 1, argv + 1); // the test's name is then that of the application, too
    std::fprintf(stderr, "usage: %s TEST [what QtTest takes], with one of these as TEST:", argv[0]);
    for (const auto &[name, run] : tests)
        std::fprintf(stderr, " %s", name.constData());
    std::fputc('\n', stderr);
    return 2;
}
