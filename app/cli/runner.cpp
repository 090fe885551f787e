#include "cli/runner.h"

#include "base/log.h"
#include "digest/digest.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace yaodian::cli {

namespace {

void writeTo(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

/// Standard input up to one byte more than any verb takes, so that too much is seen as such.
QByteArray readInput()
{
    QFile file;
    return file.open(stdin, QIODevice::ReadOnly) ? file.read(digest::largestDocument + 1) : QByteArray();
}

} // namespace

Runner::Runner(Invocation invocation, QStringList typed, qint64 patienceMs)
    : m_invocation(std::move(invocation)), m_typed(std::move(typed)), m_patience(patienceMs)
{
    m_context.globals = m_invocation.globals;
    m_context.folder = QDir::currentPath();
    m_context.terminal = ::isatty(STDERR_FILENO) != 0;
    m_context.out = [](const QByteArray &bytes) { writeTo(stdout, bytes); };
    m_context.err = [](const QByteArray &bytes) { writeTo(stderr, bytes); };
}

Runner::~Runner() = default;

void Runner::start()
{
    QString misuse;
    m_verb = findVerb(m_invocation.verb);
    Q_ASSERT(m_verb); // parseArguments saw to it
    m_arguments = sortArguments(*m_verb, m_invocation.arguments, &misuse);
    if (m_arguments.words.contains(QStringLiteral("-")) || m_arguments.has("--password"))
        m_context.input = readInput();
    switch (needOf(*m_verb, m_arguments)) {
    case Need::Read:
        return openForReading();
    case Need::Write:
        return openForWriting();
    case Need::Nothing:
    case Need::Window:
        return run();
    }
}

void Runner::fail(const QString &sentence)
{
    Q_EMIT finished(m_context.fail(sentence));
}

void Runner::openForReading()
{
    auto opened =
        library::Library::open(m_invocation.globals.library, library::Library::Mode::ReadOnly, m_clock, m_ids);
    if (!opened)
        return fail(opened.error().message);
    m_library = std::move(opened.value());
    run();
}

void Runner::openForWriting()
{
    Request request{false, m_typed, m_context.folder, m_context.input, m_context.terminal};
    m_entrance =
        std::make_unique<Entrance>(m_invocation.globals.library, std::move(request), m_clock, m_ids, m_patience);
    connect(m_entrance.get(), &Entrance::opened, this, [this] {
        m_library = m_entrance->library();
        if (m_library->isReadOnly() && !m_verb->worksReadOnly)
            return fail(m_library->newerMessage());
        startLogFile(m_library->directory() + QStringLiteral("/log"));
        run();
    });
    connect(m_entrance.get(), &Entrance::refused, this, [this](const QString &sentence) {
        if (m_verb->worksReadOnly) // on a disk that nothing can be written to, say
            return openForReading();
        fail(sentence);
    });
    connect(m_entrance.get(), &Entrance::handed, this, &Runner::finished);
    connect(m_entrance.get(), &Entrance::waiting, this,
            [this](const QString &sentence) { m_context.err(sentence.toUtf8() + '\n'); });
    connect(m_entrance.get(), &Entrance::said, this, [this](Stream stream, const QByteArray &bytes) {
        stream == Stream::Out ? m_context.out(bytes) : m_context.err(bytes);
    });
    m_entrance->start();
}

void Runner::run()
{
    if (m_library) {
        m_services = std::make_unique<Services>(*m_library, m_clock, m_ids, m_invocation.globals);
        if (!m_services->complaint.isEmpty())
            return fail(m_services->complaint);
        m_context.services = m_services.get();
    }
    m_verb->run(m_context, m_arguments, [this](int exit) { Q_EMIT finished(exit); });
}

} // namespace yaodian::cli
