#pragma once

#include "base/result.h"
#include "tests/support/faults/disk.h"

#include <QStringList>

// Loops over the n-th call to the disk: an operation is tried with the first call failing, then with the second, and so
// on until it passes without a fault; once and from there on, in each way in which a disk fails.
namespace yaodian::tests {

/// A try of an operation, in a folder of its own.
class Trial
{
public:
    virtual ~Trial() = default;
    virtual Result<void> run() = 0;
    /// What a reader sees of it; null: nothing can be seen now.
    [[nodiscard]] virtual QByteArray state() = 0;
    /// What is wrong with the folder; empty: it is sound.
    [[nodiscard]] virtual QString damage() { return {}; }
};

struct Undertaking
{
    QByteArray name;
    /// Opens what the operation works on. The disk is healthy then.
    std::function<std::unique_ptr<Trial>(const QString &folder)> open;
    bool eachLine = false;   ///< the state before or after holds for each line of it: files that follow each other
    bool isOfDamage = false; ///< sentences may speak of it
};

/// Runs the loops and counts. After each fault: one clear sentence or success, the state before or after, nothing
/// damaged; the same again works once the fault is gone, also after opening everything anew; nothing is left behind.
class FaultLoops
{
public:
    /// `before`: a folder as each try finds it. Of long loops only every k-th call fails, and not in each way, unless
    /// YAODIAN_ALL_FAULTS is set; `most`: tries of one operation.
    FaultLoops(QString before, int most);

    void over(const Undertaking &operation);
    /// "fault loops: N operations, M faults, 0 unsound"
    [[nodiscard]] QByteArray summary() const;
    [[nodiscard]] QStringList problems() const { return m_problems; }

private:
    struct Try
    {
        Fault fault = Fault::Unreadable;
        int at = 0;
        bool lasting = false;
        [[nodiscard]] QString name() const;
    };
    struct Healthy ///< how it goes without a fault
    {
        QList<Call> calls;
        QByteArray before;
        QByteArray after;
        QStringList files;
    };
    [[nodiscard]] Healthy rehearse(const Undertaking &operation);
    [[nodiscard]] QList<Try> tries(const QList<Call> &calls) const;
    void attempt(const Undertaking &operation, const Healthy &healthy, const Try &one);
    void complain(const QString &what);

    const QString m_before;
    const int m_most;
    QString m_now; ///< operation and fault
    QStringList m_problems;
    int m_operations = 0;
    int m_faults = 0;
    int m_withoutEffect = 0; ///< the operation succeeded all the same
};

/// Why a sentence is none that a person can use; empty: it is.
[[nodiscard]] QString unclear(const QString &sentence, std::optional<Fault> fault = std::nullopt,
                              bool isOfDamage = false);
/// All files below a folder, but for what SQLite keeps beside an open one.
[[nodiscard]] QStringList filesBelow(const QString &folder);
void copyTree(const QString &from, const QString &to);

} // namespace yaodian::tests
