#include "ui/commands/withkeys.h"
#include "ui/reader/readerview.h"
#include "ui/session/summarypage.h"
#include "ui/shell/readers.h"
#include "ui/shell/window.h"

#include <QDir>
#include <QFileInfo>

// The other ways out: references, annotations, cards, a report.
namespace yaodian::ui {

using exporting::Formats;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype FewPapers = 20; ///< are written before the next key comes

/// Nothing was chosen, unless that it reads as nothing is a failure.
void sayNone(Notice &notice, const exporting::Chosen &chosen, const QString &sentence)
{
    if (const auto read = chosen.unread.none(); !read)
        return notice.sayTrouble(read.error().message);
    notice.say(sentence);
}

} // namespace

void MainWindow::bindExports()
{
    const std::pair<const char *, Formats::Format> formats[] = {{"export.bibtex", Formats::Bibtex},
                                                                {"export.cslJson", Formats::CslJson},
                                                                {"export.annotations", Formats::Annotations},
                                                                {"export.anki", Formats::Anki}};
    for (const auto &[id, format] : formats)
        m_commands.bind(id, this, [this, format = format](std::optional<int>) { exportAs(format); });
    m_commands.bind("export.list", this, [this](std::optional<int>) { exportList(); });
    m_commands.bind("export.pdf", this, [this](std::optional<int>) { exportPdf(); });
    m_commands.bind("export.report", this, [this](std::optional<int>) { exportReport(); });
}

void MainWindow::withExportFolder(const std::function<void(const QString &)> &write)
{
    const QString folder = m_services.settings.text("exportFolder");
    if (!folder.isEmpty())
        return write(folder);
    m_ask.folder(this, tr("Folder for exports"), [this, write](const QString &chosen) {
        m_services.settings.choose("exportFolder", chosen);
        write(chosen);
    });
}

exporting::Template MainWindow::chosenTemplate() const
{
    using Groups = exporting::Template::Groups;
    const QString groups = m_services.settings.text("exportGroups");
    exporting::Template form;
    if (const QString name = m_services.settings.text("exportTemplate"); !name.isEmpty())
        form.name = name;
    form.groups = groups == u"kind"_s ? Groups::Kind : groups == u"section"_s ? Groups::Section : Groups::None;
    return form;
}

void MainWindow::saveTyped()
{
    const QList<ReaderView *> views = m_readers->views();
    for (ReaderView *view : views)
        view->saveTyped();
    if (TemplatesPage *page = m_templates.ifMade())
        page->saveTyped();
}

void MainWindow::exportMarkdown()
{
    withExportFolder([this](const QString &folder) { writeMarkdown(folder); });
}

void MainWindow::writeMarkdown(const QString &folder)
{
    const auto session = shownSession();
    const exporting::Chosen chosen = chosenForExport();
    const QList<library::PaperId> &papers = chosen.papers;
    if (!session && papers.isEmpty())
        return sayNone(*m_notice, chosen, tr("There is no paper to export here."));
    saveTyped(); // what is being typed is in what is written
    if (session)
        return sayMarkdown(m_services.markdown.writeSession(*session, folder, chosenTemplate()), folder);
    writeOf(
        papers.size(),
        [markdown = m_services.markdown, papers, folder, form = chosenTemplate()] {
            return markdown.writePapers(papers, folder, form);
        },
        [this, folder](const Result<exporting::Written> &written) { sayMarkdown(written, folder); });
}

void MainWindow::writeOf(qsizetype papers, const Write &write, const Tell &tell)
{
    if (papers <= FewPapers)
        return tell(write());
    writeBeside(tr("What is here of %n paper(s) is being written …", nullptr, int(papers)), write, tell);
}

void MainWindow::writeBeside(const QString &sentence, const Write &write, const Tell &tell)
{
    m_notice->say(sentence);
    m_services.background.run(
        this, [write](const CancelToken &) { return write(); }, tell);
}

void MainWindow::exportList()
{
    const auto chosen = m_stack->isShown(m_home)
                            ? exporting::chosenList(m_services.library, m_page->query(), m_page->title())
                            : exporting::Chosen();
    if (chosen.papers.isEmpty())
        return sayNone(*m_notice, chosen, tr("There is no list to export here."));
    withExportFolder([this, chosen](const QString &folder) {
        saveTyped();
        writeOf(
            chosen.papers.size(),
            [markdown = m_services.markdown, chosen, folder, form = chosenTemplate()] {
                return markdown.writeList(chosen, folder, form);
            },
            [this, folder](const Result<exporting::Written> &written) { sayMarkdown(written, folder); });
    });
}

void MainWindow::sayMarkdown(const Result<exporting::Written> &written, const QString &folder)
{
    if (!written)
        return m_notice->sayTrouble(written.error().message);
    const QString done = tr("Markdown of %n file(s) is in %1", nullptr, int(written->files.size()))
                             .arg(QDir::toNativeSeparators(folder));
    const QString taken =
        written->taken == 0
            ? QString()
            : u'\n' + withKeys(m_commands, tr("%n edit(s) from the files are here now; {act.undo} takes them back",
                                              nullptr, written->taken));
    if (written->conflicts.isEmpty())
        m_notice->say(done + taken);
    else
        m_notice->sayTrouble(written->conflicts.mid(0, 3).join(u'\n') + taken);
}

std::optional<library::SessionId> MainWindow::shownSession() const
{
    const SummaryPage *summary = m_summary.ifMade();
    return m_stack->isShown(summary) ? summary->session() : std::nullopt;
}

/// What is looked at: a session's summary, all highlights, papers.
exporting::Chosen MainWindow::chosenForExport() const
{
    if (const HighlightsPage *highlights = m_highlights.ifMade(); m_stack->isShown(highlights))
        return {highlights->papers()};
    const auto session = shownSession();
    return session ? m_services.formats.ofSession(*session) : exporting::Chosen{verbPapers()};
}

void MainWindow::exportAs(Formats::Format format)
{
    const exporting::Chosen chosen = chosenForExport();
    if (chosen.papers.isEmpty())
        return sayNone(*m_notice, chosen, tr("There is no paper to export here."));
    withExportFolder([this, format, chosen](const QString &folder) {
        saveTyped();
        writeOf(
            chosen.papers.size(),
            [formats = m_services.formats, format, chosen, folder] { return formats.write(format, chosen, folder); },
            [this](const Result<exporting::Written> &written) { sayWritten(written); });
    });
}

/// A worker reads each of the PDFs, which takes seconds.
void MainWindow::exportPdf()
{
    const exporting::Chosen chosen = chosenForExport();
    if (chosen.papers.isEmpty())
        return sayNone(*m_notice, chosen, tr("There is no paper to export here."));
    withExportFolder([this, papers = chosen.papers](const QString &folder) {
        saveTyped(); // a comment that is being typed is in it
        writeBeside(
            tr("The PDF is being written …"),
            [&library = std::as_const(m_services.library), papers, folder] {
                return exporting::PdfCopies(library).write(papers, folder);
            },
            [this](const Result<exporting::Written> &written) { sayWritten(written); });
    });
}

void MainWindow::exportReport()
{
    std::optional<library::SessionId> session = shownSession();
    const QList<library::Session> sessions = session ? QList<library::Session>() : m_services.library.sessions();
    if (!sessions.isEmpty())
        session = sessions.first().id; // the one that is open, else the last one
    if (!session)
        return m_notice->say(withKeys(m_commands, tr("There was no reading session yet; {session.start} starts one.")));
    withExportFolder([this, id = *session](const QString &folder) {
        saveTyped();
        sayWritten(m_services.formats.writeReport(id, folder));
    });
}

void MainWindow::sayWritten(const Result<exporting::Written> &written)
{
    if (!written)
        return m_notice->sayTrouble(written.error().message);
    if (!written->conflicts.isEmpty())
        return m_notice->sayTrouble(written->conflicts.mid(0, 3).join(u'\n'));
    if (written->files.isEmpty())
        return m_notice->say(tr("Nothing is marked in these papers yet: there is nothing to export."));
    m_notice->say(written->files.size() == 1
                      ? tr("Written: %1").arg(QDir::toNativeSeparators(written->files.first()))
                      : tr("%n file(s) written to %1", nullptr, int(written->files.size()))
                            .arg(QDir::toNativeSeparators(QFileInfo(written->files.first()).path())));
}

} // namespace yaodian::ui
