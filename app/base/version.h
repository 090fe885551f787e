#pragma once

namespace yaodian {

/// The program's version as cmake/YaodianVersion.cmake found it: "0.2.0", or "0.2.0+12.gabc1234" between two. Only
/// `yaodian` itself holds it; who is part of it asks QCoreApplication::applicationVersion().
[[nodiscard]] const char *programVersion();

} // namespace yaodian
