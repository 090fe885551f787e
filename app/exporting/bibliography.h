#pragma once

#include "exporting/exporting.h"
#include "exporting/reference.h"

#include <functional>

// One file of references in a folder: the program's entries among those of the reader.
namespace yaodian::exporting {

/// A file of references and what became of it.
struct Shelved
{
    QByteArray text;
    int unchanged = 0;     ///< references that stood there as they are
    QStringList conflicts; ///< sentences: entries edited by hand, kept as they are
};

/// The id under which a paper is known today, of one that it had; the same where it is unknown.
using Canonical = std::function<QString(const QString &)>;

/// `old` with the references in it: those that are there are brought up to date in place and keep the key they have
/// there (also one that the reader gave them), those edited by hand stay and are named, new ones stand at the end. All
/// else is kept byte for byte. Fails with one sentence where `old` cannot be read; `name` is the file's, for sentences.
Result<Shelved> bibtexFile(const QByteArray &old, const QList<Reference> &references, const Canonical &canonical,
                           const QString &name);
Result<Shelved> cslFile(const QByteArray &old, const QList<Reference> &references, const Canonical &canonical,
                        const QString &name);

} // namespace yaodian::exporting
