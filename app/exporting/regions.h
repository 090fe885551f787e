#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

// Managed regions of an exported file. Everything works on bytes, so that what is not ours is kept byte for byte,
// whatever its encoding.
namespace yaodian::exporting {

/// Where a value of the reader's stands in a part: a comment, a point, a note.
struct Value
{
    QByteArray key; ///< whose it is, and how it was written: see values.h
    qsizetype from = 0;
    qsizetype to = 0; ///< bytes of the part
    friend bool operator==(const Value &, const Value &) = default;
};

/// A stretch of what a template made. `name` empty: text around the regions, written once and then the reader's.
struct Part
{
    QByteArray name;
    QByteArray text; ///< UTF-8, lines end with '\n', no line end at its own ends
    QList<Value> values = {};
};

/// What was written once into a region under a stamp; nullopt: that is not known any more.
using Bases = std::function<std::optional<Part>(const QByteArray &name, const QByteArray &stamp)>;

/// A file as a template made it. `front` is the front matter with both its `---` lines, without the last line end.
struct Parts
{
    QByteArray front;
    QList<Part> parts;
    [[nodiscard]] bool hasRegions() const;
};

/// What became of an old file.
struct Merged
{
    QByteArray text;
    QStringList edited; ///< names of regions that were changed by hand and kept as they are
    QStringList both;   ///< names of regions in which the file and the library changed the same lines: both are kept
    QStringList broken; ///< names of regions of which a marker line is missing; nothing was done about them
};

/// The first 16 hexadecimal digits of the sha256 of what stands between two marker lines (without the line ends that
/// belong to the markers; line ends are counted as '\n').
[[nodiscard]] QByteArray stampOf(const QByteArray &body);

/// A new file. Regions with nothing in them are left out.
[[nodiscard]] QByteArray composed(const Parts &fresh);

/// `old` with its untouched regions brought up to date.
///
/// - A region counts as untouched where its stamp fits what stands in it. In every other, what changed since it was
///   written is put into what the reader made of it, line by line; its stamp then tells what was put in, not what
///   stands there. Where what was written is not known any more, it is kept as it is and reported.
/// - A region is found by its name, wherever the reader moved it. A copy of an untouched region is updated too.
/// - A region that is not in the file is put after the one that comes before it in the template (else before the one
///   that comes after it, else at the end): deleting an edited region is how the reader asks for a new one. An
///   emptied region is an edit like any other: it stays empty.
/// - A region that the template does not make, or makes no more, is kept.
/// - Front matter: see refreshedFront().
[[nodiscard]] Merged merged(const QByteArray &old, const Parts &fresh, const Bases &bases = {});

/// A region of a file that was changed by hand since it was written.
struct EditedRegion
{
    QByteArray name;
    QString text;
    Part base; ///< what was written
};
[[nodiscard]] QList<EditedRegion> editedRegions(const QByteArray &file, const Bases &bases);

} // namespace yaodian::exporting
