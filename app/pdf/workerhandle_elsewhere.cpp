// In the place of workerhandle.cpp where YAODIAN_WORKER is off: the wall around the worker is made of what Linux has,
// and without a wall no PDF is opened. docs/building-elsewhere.md says what a port has to write.
#include "pdf/workerhandle.h"

#include <QCoreApplication>

namespace yaodian::pdf {

QString WorkerHandle::program()
{
    return {};
}

Result<std::shared_ptr<WorkerHandle>> WorkerHandle::start()
{
    return Error::world(QCoreApplication::translate(
        "pdf", "PDFs are not opened on this system yet: what keeps a PDF locked in has been written for Linux alone."));
}

WorkerHandle::~WorkerHandle() = default;

void WorkerHandle::kill() {}

} // namespace yaodian::pdf
