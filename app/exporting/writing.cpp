#include "exporting/writing.h"

#include "exporting/images.h"
#include "exporting/takingin.h"
#include "exporting/values.h"

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
    const QList<QByteArray> missing = library.notWritten(regions.keys());
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

Result<void> Writing::writeOne(Sheet sheet, const std::function<Result<Sheet>(const Sheet &)> &again)
{
    const auto present = m_folder.present(sheet);
    if (!present)
        return present.error();
    if (!present->bytes.isEmpty() && sheet.parts.hasRegions() && !m_library.isReadOnly()) {
        const Bases bases = [memory = memoryOf(m_library), id = sheet.id](const QByteArray &region,
                                                                          const QByteArray &stamp) {
            return memory.bases(id, region, stamp);
        };
        const auto taken = takeIn(m_library, present->bytes, bases, present->name());
        if (!taken)
            return taken.error();
        m_written.conflicts << taken->conflicts;
        m_written.taken += taken->values;
        if (taken->values > 0) {
            auto fresh = again(sheet);
            if (!fresh)
                return fresh.error();
            sheet = std::move(*fresh);
            if (const auto kept = keep({sheet}); !kept)
                return kept;
        }
    }
    if (const auto done = writeImages(m_library, sheet.parts, present->path, m_written.conflicts); !done)
        return done;
    return m_folder.write(sheet, *present, m_written);
}

Result<Written> Writing::finish(const Result<void> &done)
{
    const auto last = m_folder.finish(m_written);
    if (!done)
        return done.error();
    return last ? Result<Written>(m_written) : Result<Written>(last.error());
}

} // namespace yaodian::exporting
