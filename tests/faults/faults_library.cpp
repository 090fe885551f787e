#include "furnished.h"
#include "tests/support/testmain.h"

namespace faults_library {

using namespace yaodian::tests;

class FaultsLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFault_leavesTheStateBeforeOrAfter_andGoesOn();
};

void FaultsLibrary::everyFault_leavesTheStateBeforeOrAfter_andGoesOn()
{
    const QList<QByteArray> only =
        qgetenv("YAODIAN_ONLY").isEmpty() ? QList<QByteArray>() : qgetenv("YAODIAN_ONLY").split(',');
    const QStringList problems = loopsOver(libraryOperations(), 45, only);
    QVERIFY2(problems.isEmpty(), qPrintable(QString::number(problems.size())));
}

YAODIAN_TEST_GUILESS(FaultsLibrary)

} // namespace faults_library

#include "faults_library.moc"
