#include "exporting/exporting.h"

#include "exporting/printer.h"
#include "exporting/settled.h"
#include "exporting/writing.h"

#include <QSet>

#include <algorithm>
#include <deque>
#include <future>
#include <memory>
#include <vector>

namespace yaodian::exporting {

namespace {

constexpr qsizetype papersAtATime = 200;

using Print = std::function<Result<Sheet>(const Printer &printer)>;

Result<QString> printedText(const library::Library &library, const Template &form, const Print &print)
{
    const Unread unread;
    const auto printer = Printer::of(library, form);
    if (!printer)
        return printer.error();
    const auto sheet = print(*printer);
    if (const auto read = unread.none(); !read)
        return read.error();
    return sheet ? Result<QString>(QString::fromUtf8(composed(sheet->parts))) : Result<QString>(sheet.error());
}

Result<Written> writeOne(library::Library &library, const QString &path, const std::function<Result<Sheet>()> &print)
{
    auto writing = Writing::open(library, path, [](const QString &id) { return id; });
    if (!writing)
        return writing.error();
    const auto sheet = print();
    if (!sheet)
        return sheet.error();
    return writing->finish(writing->write({*sheet}, [&print](const Sheet &) { return print(); }));
}

/// Each paper once, under the id of today.
QList<library::PaperId> todays(const library::Library &library, const QList<library::PaperId> &ids)
{
    QList<library::PaperId> out;
    QSet<library::PaperId> seen;
    for (const library::PaperId &id : ids) {
        const library::PaperId today = library.today(id);
        if (!seen.contains(today))
            out << today;
        seen.insert(today);
    }
    return out;
}

/// In the order in which the store has what was written of them: of many it is read and written page after page then,
/// and not here and there.
QList<library::PaperId> asStored(QList<library::PaperId> papers)
{
    std::sort(papers.begin(), papers.end());
    return papers;
}

/// In the order of their papers again.
void sortFiles(QStringList &files, const QHash<QString, QString> &ofPapers, const QList<library::PaperId> &papers)
{
    const QSet<QString> written(files.cbegin(), files.cend()); // some were left
    files.clear();
    for (const library::PaperId &paper : papers) {
        if (const QString file = ofPapers.value(paper.toString()); written.contains(file))
            files << file;
    }
}

using Sheets = Result<QList<Sheet>>;

/// A paper whose file has it all already is not printed.
Sheets printed(const Printer &printer, const Settled &settled, const QList<library::PaperId> &papers)
{
    QList<Sheet> sheets;
    const QList<Settled::State> states = settled.of(papers); // before printing: what changes meanwhile is printed again
    for (qsizetype i = 0; i < papers.size(); ++i) {
        if (!states[i].file.isEmpty()) {
            sheets << Sheet{papers[i].toString(), {}, {}, false, states[i].stamp, states[i].file};
            continue;
        }
        auto sheet = printer.paper(papers[i]);
        if (!sheet)
            return sheet.error();
        sheet->state = states[i].stamp;
        sheets << std::move(*sheet);
    }
    return sheets;
}

/// Papers some at a time, printed on threads of their own while those before them are written: printing takes longer.
class PrintedAhead
{
public:
    static Result<PrintedAhead> of(const library::Library &library, const Template &form,
                                   const QList<library::PaperId> &papers, Settled settled)
    {
        PrintedAhead ahead(papers, std::move(settled));
        for (int thread = 0; thread < Threads; ++thread) {
            auto printer = Printer::of(library, form);
            if (!printer)
                return printer.error();
            ahead.m_printers.push_back(std::make_unique<Printer>(std::move(*printer)));
        }
        for (qsizetype row = 0; row < Threads; ++row)
            ahead.start(row * papersAtATime);
        return ahead;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_papers.size(); }
    Sheets next()
    {
        Sheets sheets = m_next.front().get();
        m_next.pop_front();
        m_at += papersAtATime;
        start(m_at + (Threads - 1) * papersAtATime);
        return sheets;
    }

private:
    static constexpr qsizetype Threads = 2;
    PrintedAhead(const QList<library::PaperId> &papers, Settled settled)
        : m_papers(papers), m_settled(std::make_unique<const Settled>(std::move(settled)))
    {
    }

    /// A printer is for one thread at a time: rows take them in turn, and so many are on their way at most.
    void start(qsizetype at)
    {
        const Printer &printer = *m_printers[std::size_t(at / papersAtATime % Threads)];
        m_next.push_back(std::async(std::launch::async, printed, std::cref(printer), std::cref(*m_settled),
                                    m_papers.mid(at, papersAtATime)));
    }

    QList<library::PaperId> m_papers;
    std::unique_ptr<const Settled> m_settled; ///< where it is stays the same for the threads that read it
    std::vector<std::unique_ptr<Printer>> m_printers;
    std::deque<std::future<Sheets>> m_next;
    qsizetype m_at = 0;
};

Result<void> writeInTurn(Writing &writing, PrintedAhead &ahead, const Printer &printer)
{
    const auto reprint = [&printer](const Sheet &sheet) {
        const auto id = library::PaperId::fromString(sheet.id);
        return printer.paper(id.value_or(library::PaperId()));
    };
    while (!ahead.atEnd()) {
        const Sheets sheets = ahead.next();
        if (!sheets)
            return sheets.error();
        // What is taken in from a file is of its paper alone: those printed ahead stay as they are.
        if (const auto done = writing.write(*sheets, reprint); !done)
            return done;
    }
    return {};
}

} // namespace

Result<QString> Markdown::paper(library::PaperId id, const Template &form) const
{
    return printedText(m_library, form, [&](const Printer &printer) { return printer.paper(id); });
}

Result<QString> Markdown::issue(library::IssueId id, const Template &form) const
{
    return printedText(m_library, form, [&](const Printer &printer) { return printer.issue(id); });
}

Result<QString> Markdown::session(library::SessionId id, const Template &form) const
{
    return printedText(m_library, form, [&](const Printer &printer) { return printer.session(id); });
}

Result<QString> Markdown::list(const Chosen &chosen, const Template &form) const
{
    return printedText(m_library, form, [&](const Printer &printer) { return printer.list(chosen); });
}

Result<Written> Markdown::writePapers(const QList<library::PaperId> &ids, const QString &path,
                                      const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    if (!printer)
        return printer.error();
    auto writing = Writing::open(m_library, path, [this](const QString &id) {
        const auto parsed = library::PaperId::fromString(id);
        return parsed ? m_library.today(*parsed).toString() : id;
    });
    if (!writing)
        return writing.error();
    const auto text = formText(form, Templates::of(m_library));
    if (!text)
        return text.error();
    const QList<library::PaperId> papers = todays(m_library, ids);
    auto ahead = PrintedAhead::of(m_library, form, asStored(papers), Settled(m_library, form, *text, writing->files()));
    if (!ahead)
        return ahead.error();
    auto written = writing->finish(writeInTurn(*writing, *ahead, *printer));
    if (written)
        sortFiles(written->files, writing->files(), papers);
    return written;
}

Result<Written> Markdown::writeIssue(library::IssueId id, const QString &folder, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? writeOne(m_library, folder, [&] { return printer->issue(id); })
                        : Result<Written>(printer.error());
}

Result<Written> Markdown::writeSession(library::SessionId id, const QString &folder, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? writeOne(m_library, folder, [&] { return printer->session(id); })
                        : Result<Written>(printer.error());
}

Result<Written> Markdown::writeList(const Chosen &chosen, const QString &folder, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    if (const auto read = chosen.unread.none(); !read)
        return read.error();
    return printer.ok() ? writeOne(m_library, folder, [&] { return printer->list(chosen); })
                        : Result<Written>(printer.error());
}

} // namespace yaodian::exporting
