#include "exporting/writing.h"

#include "exporting/images.h"
#include "exporting/settled.h"
#include "exporting/takingin.h"
#include "exporting/values.h"

#include <algorithm>

namespace yaodian::exporting {

namespace {

/// One stamp may stand in many files: two papers may have the same note.
QByteArray writtenKey(const QString &id, const QByteArray &region, const QByteArray &stamp)
{
    return id.toUtf8() + '/' + region + '/' + stamp;
}

Result<void> keepSheets(library::Library &library, const QList<Sheet> &sheets)
{
    QHash<QByteArray, const Part *> regions;
    for (const Sheet &sheet : sheets) {
        for (const Part &part : sheet.parts.parts) {
            if (!part.name.isEmpty())
                regions.insert(writtenKey(sheet.id, part.name, stampOf(part.text)), &part);
        }
    }
    QList<library::WrittenText> texts;
    QList<QByteArray> missing = library.notWritten(regions.keys());
    std::sort(missing.begin(), missing.end()); // those of one file lie beside each other in the store
    for (const QByteArray &key : missing)
        texts.append({key, regions[key]->text, valuesToJson(regions[key]->values)});
    return texts.isEmpty() ? Result<void>() : library.keepWritten(texts);
}

} // namespace

Memory memoryOf(library::Library &library)
{
    Memory memory;
    if (library.isReadOnly())
        return memory;
    memory.bases = [&library](const QString &id, const QByteArray &region,
                              const QByteArray &stamp) -> std::optional<Part> {
        const auto written = library.written(writtenKey(id, region, stamp));
        return written ? std::optional(Part{region, written->text, valuesFromJson(written->values)}) : std::nullopt;
    };
    memory.keep = [&library](const QList<Sheet> &sheets) { return keepSheets(library, sheets); };
    return memory;
}

Result<Writing> Writing::open(library::Library &library, const QString &path,
                              const std::function<QString(const QString &)> &canonical)
{
    auto folder = Folder::open(path, canonical, memoryOf(library));
    return folder ? Result<Writing>(Writing(library, std::move(*folder))) : Result<Writing>(folder.error());
}

Result<void> Writing::keep(const QList<Sheet> &sheets)
{
    const Memory memory = memoryOf(m_library);
    return memory.keep ? memory.keep(sheets) : Result<void>();
}

Result<void> Writing::write(const QList<Sheet> &sheets, const std::function<Result<Sheet>(const Sheet &)> &again)
{
    if (const auto kept = keep(sheets); !kept)
        return kept;
    for (const Sheet &sheet : sheets) {
        if (const auto done = writeOne(sheet, again); !done)
            return done;
    }
    return {};
}

Result<void> Writing::takeInOf(Sheet &sheet, const Folder::Present &present,
                               const std::function<Result<Sheet>(const Sheet &)> &again)
{
    const Bases bases = [memory = memoryOf(m_library), id = sheet.id](const QByteArray &region,
                                                                      const QByteArray &stamp) {
        return memory.bases(id, region, stamp);
    };
    const auto taken = takeIn(m_library, present.bytes, bases, present.name(), sheet.showsComments);
    if (!taken)
        return taken.error();
    m_written.conflicts << taken->conflicts;
    m_written.taken += taken->values;
    if (taken->values == 0)
        return {};
    auto fresh = again(sheet);
    if (!fresh)
        return fresh.error();
    sheet = std::move(*fresh); // without a state: what was looked up before is not what is printed now
    return keep({sheet});
}

Result<void> Writing::writeOne(Sheet sheet, const std::function<Result<Sheet>(const Sheet &)> &again)
{
    if (!sheet.unchanged.isEmpty()) {
        m_written.files << sheet.unchanged;
        ++m_written.unchanged;
        return {};
    }
    const auto present = m_folder.present(sheet);
    if (!present)
        return present.error();
    const qsizetype conflicts = m_written.conflicts.size();
    if (!present->bytes.isEmpty() && sheet.parts.hasRegions() && !m_library.isReadOnly()) {
        if (const auto taken = takeInOf(sheet, *present, again); !taken)
            return taken;
    }
    if (const auto done = writeImages(m_library, sheet.parts, present->path, m_written.conflicts); !done)
        return done;
    const auto holds = m_folder.write(sheet, *present, m_written);
    if (!holds)
        return holds.error();
    // What there is to say of a file is said every time, and pictures are looked after every time.
    if (!sheet.state.isEmpty() && m_written.conflicts.size() == conflicts && !showsImages(sheet.parts))
        m_settled.insert(present->path, Settled::key(sheet.state, *holds));
    return {};
}

Result<void> Writing::keepSettled()
{
    if (m_library.isReadOnly())
        return {};
    QList<library::WrittenText> texts;
    for (const QString &file : std::as_const(m_written.files)) { // those that were left are not among them
        if (const QByteArray key = m_settled.value(file); !key.isEmpty())
            texts.append({key, {}, {}});
    }
    return texts.isEmpty() ? Result<void>() : m_library.keepWritten(texts);
}

Result<Written> Writing::finish(const Result<void> &done)
{
    const auto last = m_folder.finish(m_written);
    if (!done)
        return done.error();
    if (!last)
        return last.error();
    const auto kept = keepSettled();
    return kept ? Result<Written>(m_written) : Result<Written>(kept.error());
}

} // namespace yaodian::exporting
