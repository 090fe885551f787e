#include "exporting/unread.h"

#include <QCoreApplication>

namespace yaodian::exporting {

Result<void> Unread::none() const
{
    if (library::failedReads() == m_before)
        return {};
    return Error::world(QCoreApplication::translate(
        "exporting", "Something of the library could not be read. What is in the files is as it was."));
}

} // namespace yaodian::exporting
