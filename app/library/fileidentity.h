#pragma once

#include <QString>

namespace yaodian::library {

/// Which file lies under a name now, whatever it is called later.
struct FileIdentity
{
    quint64 device = 0;
    quint64 node = 0; ///< 0: there is none

    [[nodiscard]] static FileIdentity of(const QString &path);
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace yaodian::library
