#pragma once

#include "sync/run.h"

namespace yaodian::sync {

/// Parses stored posts again, a few at a time, so that whoever waits for the library waits for little.
class Reparsing final : public Run
{
    Q_OBJECT

public:
    using Run::Run;

    void start() { next(); }

private:
    void stop() override;
    void next();
    void merge(const Result<library::ParsedAgain> &parsed);

    int m_done = 0;
    std::optional<Background::Job> m_job;
};

} // namespace yaodian::sync
