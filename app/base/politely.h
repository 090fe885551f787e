#pragma once

#include <QtGlobal>

namespace yaodian {

/// While it lives, the calling thread, and every process that it starts, gets what nobody else wants of the processors.
/// Nothing that others wait for is to be held meanwhile: no lock, no transaction. Where the system knows no such thing,
/// nothing changes.
class Politely
{
public:
    Politely();
    ~Politely();
    Q_DISABLE_COPY_MOVE(Politely)

private:
    bool m_changed = false;
};

} // namespace yaodian
