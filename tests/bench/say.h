#pragma once

#include <QString>

#include <cstdio>

namespace yaodian::bench {

/// One line of what was measured, at once.
inline void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace yaodian::bench
