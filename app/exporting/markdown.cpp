#include "exporting/exporting.h"

#include "exporting/printer.h"
#include "exporting/writing.h"

#include <QSet>

#include <future>

namespace yaodian::exporting {

namespace {

constexpr qsizetype papersAtATime = 200;

Result<QString> textOf(const Result<Sheet> &sheet)
{
    if (!sheet.ok())
        return sheet.error();
    return QString::fromUtf8(composed(sheet->parts));
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

using Sheets = Result<QList<Sheet>>;

Sheets printed(const Printer &printer, const QList<library::PaperId> &papers)
{
    QList<Sheet> sheets;
    for (const library::PaperId &paper : papers) {
        auto sheet = printer.paper(paper);
        if (!sheet)
            return sheet.error();
        sheets << std::move(*sheet);
    }
    return sheets;
}

/// Papers some at a time; the next ones are printed while those before them are written.
Result<void> writeInTurn(Writing &writing, const QList<library::PaperId> &papers, const Printer &ahead,
                         const Printer &again)
{
    const auto from = [&](qsizetype at) {
        return std::async(std::launch::async, printed, std::cref(ahead), papers.mid(at, papersAtATime));
    };
    const auto reprint = [&again](const Sheet &sheet) {
        const auto id = library::PaperId::fromString(sheet.id);
        return again.paper(id.value_or(library::PaperId()));
    };
    std::future<Sheets> next = from(0);
    for (qsizetype at = 0; at < papers.size(); at += papersAtATime) {
        Sheets sheets = next.get();
        if (!sheets)
            return sheets.error();
        next = from(at + papersAtATime);
        const int taken = writing.taken();
        if (const auto done = writing.write(*sheets, reprint); !done)
            return done;
        if (writing.taken() > taken) { // what was printed meanwhile may not have it yet
            next.wait();
            next = from(at + papersAtATime);
        }
    }
    return {};
}

} // namespace

Result<QString> Markdown::paper(library::PaperId id, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? textOf(printer->paper(id)) : Result<QString>(printer.error());
}

Result<QString> Markdown::issue(library::IssueId id, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? textOf(printer->issue(id)) : Result<QString>(printer.error());
}

Result<QString> Markdown::session(library::SessionId id, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? textOf(printer->session(id)) : Result<QString>(printer.error());
}

Result<QString> Markdown::list(const Chosen &chosen, const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    return printer.ok() ? textOf(printer->list(chosen)) : Result<QString>(printer.error());
}

Result<Written> Markdown::writePapers(const QList<library::PaperId> &ids, const QString &path,
                                      const Template &form) const
{
    const auto ahead = Printer::of(m_library, form);
    const auto again = Printer::of(m_library, form);
    if (!ahead || !again)
        return ahead ? again.error() : ahead.error();
    auto writing = Writing::open(m_library, path, [this](const QString &id) {
        const auto parsed = library::PaperId::fromString(id);
        return parsed ? m_library.today(*parsed).toString() : id;
    });
    if (!writing)
        return writing.error();
    return writing->finish(writeInTurn(*writing, todays(m_library, ids), *ahead, *again));
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
    return printer.ok() ? writeOne(m_library, folder, [&] { return Result<Sheet>(printer->list(chosen)); })
                        : Result<Written>(printer.error());
}

} // namespace yaodian::exporting
