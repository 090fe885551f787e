#pragma once

#include "cli/context.h"
#include "cli/services.h"
#include "cli/wire.h"

#include <memory>

namespace yaodian::cli {

/// A verb that runs in the window's process for another start. Lives on a thread of its own; it is made elsewhere and
/// moved there, so everything with a thread is built in start().
class Job final : public QObject
{
    Q_OBJECT

public:
    Job(library::Library &library, const Clock &clock, IdSource &ids, std::shared_ptr<sync::PasswordsOfRun> passwords,
        Request request);
    ~Job() override;

    void start();

Q_SIGNALS:
    void said(yaodian::cli::Stream stream, const QByteArray &bytes);
    void finished(int exit);

private:
    void run(const Invocation &invocation);

    library::Library &m_library;
    const Clock &m_clock;
    IdSource &m_ids;
    std::shared_ptr<sync::PasswordsOfRun> m_passwords;
    Request m_request;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Context> m_context;
};

} // namespace yaodian::cli
