#include "cli/job.h"

namespace yaodian::cli {

Job::Job(library::Library &library, const Clock &clock, IdSource &ids, std::shared_ptr<sync::PasswordsOfRun> passwords,
         Request request)
    : m_library(library), m_clock(clock), m_ids(ids), m_passwords(std::move(passwords)), m_request(std::move(request))
{
}

// The context ends before the services, so that nothing answers into a verb that is gone.
Job::~Job()
{
    m_context.reset();
}

void Job::start()
{
    const Invocation invocation = parseArguments(m_request.arguments);
    m_context = std::make_unique<Context>();
    m_context->globals = invocation.globals;
    m_context->folder = m_request.folder;
    m_context->input = std::move(m_request.input);
    m_context->terminal = m_request.terminal;
    m_context->out = [this](const QByteArray &bytes) { Q_EMIT said(Stream::Out, bytes); };
    m_context->err = [this](const QByteArray &bytes) { Q_EMIT said(Stream::Err, bytes); };
    run(invocation);
}

void Job::run(const Invocation &invocation)
{
    const Verb *verb = findVerb(invocation.verb);
    QString misuse = invocation.usageError;
    const Arguments arguments = verb ? sortArguments(*verb, invocation.arguments, &misuse) : Arguments();
    // The other start checked all this; what comes over a socket is checked again.
    if (!verb || !misuse.isEmpty() || (verb->need != Need::Write && verb->need != Need::Read)) {
        m_context->fail(misuse);
        Q_EMIT finished(exitUsage);
        return;
    }
    m_services =
        std::make_unique<Services>(m_library, m_clock, m_ids, invocation.globals, sync::systemKeychain(), m_passwords);
    m_context->services = m_services.get();
    if (!m_services->complaint.isEmpty()) {
        Q_EMIT finished(m_context->fail(m_services->complaint));
        return;
    }
    verb->run(*m_context, arguments, [this](int exit) { Q_EMIT finished(exit); });
}

} // namespace yaodian::cli
