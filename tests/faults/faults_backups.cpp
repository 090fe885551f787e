#include "furnished.h"
#include "tests/support/testmain.h"

namespace faults_backups {

using namespace yaodian::tests;

class FaultsBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFault_leavesTheStateBeforeOrAfter_andGoesOn();
};

void FaultsBackups::everyFault_leavesTheStateBeforeOrAfter_andGoesOn()
{
    const QList<QByteArray> only =
        qgetenv("YAODIAN_ONLY").isEmpty() ? QList<QByteArray>() : qgetenv("YAODIAN_ONLY").split(',');
    const QStringList problems = loopsOver(backupOperations(), 24, only);
    QVERIFY2(problems.isEmpty(), qPrintable(QString::number(problems.size())));
}

YAODIAN_TEST_GUILESS(FaultsBackups)

} // namespace faults_backups

#include "faults_backups.moc"
