#include "starting.h"

#include "base/files.h"
#include "tests/support/pdfwriter.h"

#include <QDirIterator>
#include <QLocalSocket>
#include <QTest>

#include <sys/prctl.h>
#include <unistd.h>

#include <linux/capability.h>

namespace yaodian::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswerMs = 5000;

/// In the child, before it becomes the program. Root keeps its name and loses the leave to go past permissions.
void giveUpPrivileges()
{
    if (::geteuid() != 0)
        return;
    for (const int leave : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER})
        if (::prctl(PR_CAPBSET_DROP, leave, 0, 0, 0) != 0)
            ::_exit(99); // the test fails then, and is not skipped
}

} // namespace

Starting::Starting()
{
    m_environment.insert(u"QT_PLUGIN_PATH"_s, QStringLiteral(YAODIAN_PUPPETS));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
}

Starting::~Starting()
{
    if (m_program.state() != QProcess::NotRunning) {
        m_program.kill();
        m_program.waitForFinished();
    }
    for (QDirIterator it(m_room.path(), QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext();)
        QFile::setPermissions(it.next(), QFile::Permissions(0x7755)); // so that it can be taken away
}

void Starting::furnish()
{
    SystemClock clock;
    IdSource ids(clock);
    const auto library =
        std::move(library::Library::open(this->library(), library::Library::Mode::ReadWrite, clock, ids).value());
    digest::Issue issue;
    issue.title = issue.guid = u"One"_s;
    for (const QString &title : {u"Paper of Maps"_s, u"Paper of Tides"_s}) {
        digest::Entry entry;
        entry.title = title;
        issue.entries << entry;
    }
    const auto stored = library->storeIssue(library::Library::filesSource(), issue, "post");
    m_paper = library->entry(stored.value().entries.first())->row.paper;
    PdfWriter pdf(u"Maps"_s);
    pdf.page();
    pdf.lines(72, 100, QStringList(10, u"words of the paper that somebody marked"_s));
    const auto document = library->addDocument(m_paper, pdf.bytes(), {}, {});
    library::Highlight highlight;
    highlight.id = ids.make<library::HighlightTag>();
    highlight.paper = m_paper;
    highlight.document = document ? document->sha256 : QString();
    highlight.boxes = {{0.1, 0.11, 0.5, 0.13}};
    highlight.quote = u"words"_s;
    highlight.kind = u"method"_s;
    highlight.made = clock.now();
    if (!document || !library->act({}, {}, [&](library::Acts &acts) { return acts.putHighlight(highlight); }))
        qFatal("no PDF with a highlight");
}

void Starting::leaveLog()
{
    QTemporaryDir killed;
    const QStringList names{u"notes.sqlite"_s, u"notes.sqlite-wal"_s, u"cache.sqlite"_s, u"cache.sqlite-wal"_s};
    {
        const Reopened library(this->library());
        digest::Issue issue;
        issue.title = issue.guid = u"Two"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"Paper of Winds"_s;
        if (!library->storeIssue(library::Library::filesSource(), issue, "another"))
            qFatal("no paper in the log");
        for (const QString &name : names)
            if (!QFile::copy(this->library() + u'/' + name, killed.filePath(name)))
                qFatal("no log to copy");
    }
    for (const QString &name : names) {
        QFile::remove(this->library() + u'/' + name);
        if (!QFile::copy(killed.filePath(name), this->library() + u'/' + name))
            qFatal("no log to leave");
    }
}

QByteArray Starting::snapshot() const
{
    QStringList lines;
    for (QDirIterator it(library(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString file = it.next();
        const bool isContent = it.fileInfo().isFile() && it.fileInfo().size() > 0 && !file.endsWith("-shm"_L1);
        if (isContent && !file.endsWith("/lock"_L1) && !file.endsWith("/state.ini"_L1))
            lines << file + u' ' + sha256OfFile(file).valueOr({});
    }
    lines.sort();
    return lines.join(u'\n').toUtf8();
}

void Starting::start(const QStringList &arguments, const QString &language)
{
    m_environment.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"yaodianpuppet:"_s + path(u"puppet-%1"_s.arg(++m_starts)));
    m_program.setProcessEnvironment(m_environment);
    m_program.setChildProcessModifier(m_ordinary ? giveUpPrivileges : std::function<void()>());
    m_program.start(QStringLiteral(YAODIAN_BIN) + u"/yaodian"_s,
                    QStringList{u"--library"_s, library(), u"--lang"_s, language, u"--offline"_s} + arguments);
    if (!m_program.waitForStarted())
        qFatal("the program does not start");
}

QString Starting::tell(const QByteArray &line)
{
    QLocalSocket socket;
    socket.connectToServer(path(u"puppet-%1"_s.arg(m_starts)));
    if (!socket.waitForConnected(AnswerMs))
        return {};
    socket.write(line + '\n');
    QByteArray answer;
    while (socket.waitForReadyRead(AnswerMs))
        answer += socket.readAll();
    return QString::fromUtf8(answer + socket.readAll());
}

bool Starting::shows(const QString &text, int ms)
{
    return QTest::qWaitFor([&] { return seen().contains(text); }, ms);
}

bool Starting::ends(int ms)
{
    return m_program.state() == QProcess::NotRunning || m_program.waitForFinished(ms);
}

Starting::Reopened::Reopened(const QString &folder)
{
    auto opened = library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids);
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    library = std::move(opened).value();
}

} // namespace yaodian::tests
