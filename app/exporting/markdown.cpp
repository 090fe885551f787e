#include "exporting/exporting.h"

#include "exporting/folder.h"
#include "exporting/form.h"
#include "exporting/takingin.h"
#include "exporting/values.h"

#include <QCoreApplication>
#include <QSet>

namespace yaodian::exporting {

namespace {

/// Sheets of one library in one form.
class Printer
{
public:
    Printer(const library::Library &library, QByteArray form) : m_library(library), m_form(std::move(form)) {}

    static Result<Printer> of(const library::Library &library, const Template &form)
    {
        auto text = formText(form);
        return text.ok() ? Result<Printer>(Printer(library, std::move(*text))) : Result<Printer>(text.error());
    }

    Result<Sheet> paper(library::PaperId id) const
    {
        const auto paper = m_library.paper(id);
        if (!paper)
            return Error::world(QCoreApplication::translate("exporting", "There is no paper %1.").arg(id.toString()));
        Regions regions;
        const data view = paperView(m_library, *paper, regions);
        return sheet(paper->id.toString(), paper->title.isEmpty() ? paper->titleZh : paper->title, view, regions);
    }

    Result<Sheet> issue(library::IssueId id) const
    {
        const auto row = m_library.issueRow(id);
        if (!row)
            return Error::world(QCoreApplication::translate("exporting", "There is no issue %1.").arg(id.toString()));
        Regions regions;
        const data view = issueView(m_library, *row, regions);
        return sheet(id.toString(), row->title, view, regions);
    }

    Result<Sheet> session(library::SessionId id) const
    {
        const QList<library::Session> sessions = m_library.sessions();
        for (const library::Session &session : sessions) {
            if (session.id != id)
                continue;
            Regions regions;
            const data view = sessionView(m_library, session, regions);
            return sheet(id.toString(), sessionTitle(session), view, regions);
        }
        return Error::world(QCoreApplication::translate("exporting", "There is no session %1.").arg(id.toString()));
    }

private:
    Result<Sheet> sheet(const QString &id, const QString &title, const data &view, const Regions &regions) const
    {
        auto parts = filled(m_form, view, regions);
        if (!parts.ok())
            return parts.error();
        return Sheet{id, title, std::move(*parts)};
    }

    const library::Library &m_library;
    QByteArray m_form;
};

Result<QString> textOf(const Result<Sheet> &sheet)
{
    if (!sheet.ok())
        return sheet.error();
    return QString::fromUtf8(composed(sheet->parts));
}

/// One stamp may stand in many files: two papers may have the same note.
QByteArray writtenKey(const QString &id, const QByteArray &region, const QByteArray &stamp)
{
    return id.toUtf8() + '/' + region + '/' + stamp;
}

Memory memoryOf(library::Library &library)
{
    Memory memory;
    if (library.isReadOnly())
        return memory; // nothing can be taken in: what was edited stays as it is
    memory.bases = [&library](const QString &id, const QByteArray &region,
                              const QByteArray &stamp) -> std::optional<Part> {
        const auto written = library.written(writtenKey(id, region, stamp));
        return written ? std::optional(Part{region, written->text, valuesFromJson(written->values)}) : std::nullopt;
    };
    memory.keep = [&library](const QString &id, const QList<Part> &regions) {
        QList<library::WrittenText> texts;
        for (const Part &part : regions) {
            const QByteArray key = writtenKey(id, part.name, stampOf(part.text));
            if (!library.written(key))
                texts.append({key, part.text, valuesToJson(part.values)});
        }
        return texts.isEmpty() ? Result<void>() : library.keepWritten(texts);
    };
    return memory;
}

using Print = std::function<Result<Sheet>()>;

/// What was edited in the file first, so that what is written has it.
Result<Written> writtenTo(library::Library &library, Folder &folder, const Print &print)
{
    auto sheet = print();
    if (!sheet.ok())
        return sheet.error();
    Written written;
    const auto present = folder.present(*sheet);
    if (!present)
        return present.error();
    if (!present->bytes.isEmpty() && sheet->parts.hasRegions() && !library.isReadOnly()) {
        if (const auto kept = folder.remember(*sheet); !kept)
            return kept.error();
        const Bases bases = [memory = memoryOf(library), id = sheet->id](const QByteArray &region,
                                                                         const QByteArray &stamp) {
            return memory.bases(id, region, stamp);
        };
        const auto taken = takeIn(library, present->bytes, bases, present->name());
        if (!taken)
            return taken.error();
        written.conflicts << taken->conflicts;
        written.taken = taken->values;
        if (taken->values > 0)
            sheet = print();
        if (!sheet.ok())
            return sheet.error();
    }
    if (const auto done = folder.write(*sheet, *present, written); !done.ok())
        return done.error();
    return written;
}

Result<Written> writeOne(library::Library &library, const QString &path, const Print &print)
{
    auto folder = Folder::open(
        path, [](const QString &id) { return id; }, memoryOf(library));
    if (!folder.ok())
        return folder.error();
    return writtenTo(library, *folder, print);
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

Result<Written> Markdown::writePapers(const QList<library::PaperId> &ids, const QString &path,
                                      const Template &form) const
{
    const auto printer = Printer::of(m_library, form);
    if (!printer.ok())
        return printer.error();
    auto folder = Folder::open(
        path,
        [this](const QString &id) {
            const auto parsed = library::PaperId::fromString(id);
            const auto paper = parsed ? m_library.paper(*parsed) : std::nullopt;
            return paper ? paper->id.toString() : id;
        },
        memoryOf(m_library));
    if (!folder.ok())
        return folder.error();
    Written all;
    QSet<QString> done;
    for (const library::PaperId &id : ids) {
        const auto paper = m_library.paper(id);
        const QString known = paper ? paper->id.toString() : QString();
        if (done.contains(known))
            continue; // two ids of one paper
        const auto one = writtenTo(m_library, *folder, [&] { return printer->paper(id); });
        if (!one.ok())
            return one.error();
        done.insert(known);
        all.files << one->files;
        all.unchanged += one->unchanged;
        all.conflicts << one->conflicts;
        all.taken += one->taken;
    }
    return all;
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

} // namespace yaodian::exporting
