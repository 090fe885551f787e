#include "furnished.h"
#include "tests/support/testmain.h"

namespace faults_files {

using namespace yaodian::tests;

class FaultsFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFault_leavesTheStateBeforeOrAfter_andGoesOn();
};

void FaultsFiles::everyFault_leavesTheStateBeforeOrAfter_andGoesOn()
{
    const QList<QByteArray> only =
        qgetenv("YAODIAN_ONLY").isEmpty() ? QList<QByteArray>() : qgetenv("YAODIAN_ONLY").split(',');
    const QStringList problems = loopsOver(fileOperations(), 60, only);
    QVERIFY2(problems.isEmpty(), qPrintable(QString::number(problems.size())));
}

YAODIAN_TEST_GUILESS(FaultsFiles)

} // namespace faults_files

#include "faults_files.moc"
