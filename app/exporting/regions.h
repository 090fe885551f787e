#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

// Managed regions of an exported file. Everything works on bytes, so that what is not ours is kept byte for byte,
// whatever its encoding.
namespace yaodian::exporting {

/// A stretch of what a template made. `name` empty: text around the regions, written once and then the reader's.
struct Part
{
    QByteArray name;
    QByteArray text; ///< UTF-8, lines end with '\n', no line end at its own ends
};

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
    QStringList broken; ///< names of regions of which a marker line is missing; nothing was done about them
};

/// The first 16 hexadecimal digits of the sha256 of what stands between two marker lines (without the line ends that
/// belong to the markers; line ends are counted as '\n').
[[nodiscard]] QByteArray stampOf(const QByteArray &body);

/// A new file. Regions with nothing in them are left out.
[[nodiscard]] QByteArray composed(const Parts &fresh);

/// `old` with its untouched regions brought up to date.
///
/// - A region counts as untouched where its stamp fits what stands in it; every other is kept and reported.
/// - A region is found by its name, wherever the reader moved it. A copy of an untouched region is updated too.
/// - A region that is not in the file is put after the one that comes before it in the template (else before the one
///   that comes after it, else at the end): deleting an edited region is how the reader asks for a new one. An
///   emptied region is an edit like any other: it stays empty.
/// - A region that the template does not make, or makes no more, is kept.
/// - Front matter: see refreshedFront().
[[nodiscard]] Merged merged(const QByteArray &old, const Parts &fresh);

} // namespace yaodian::exporting
