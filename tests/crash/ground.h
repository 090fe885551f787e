#pragma once

#include "app/notes/notes.h"
#include "library/library.h"

#include <QDir>
#include <QMap>
#include <QTemporaryDir>

// What activities share: an open library, invented posts, what must hold of any library, folders put back.
namespace yaodian::crash {

/// A library that is open, as the program opens it; ends the process where it cannot be.
struct Opened
{
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<library::Library> library;
    std::unique_ptr<notes::Notes> notes;

    explicit Opened(const QString &folder, library::Library::Mode mode = library::Library::Mode::ReadWrite);
    library::Library *operator->() const { return library.get(); }
};

/// In the child: a line that says what is on the disk by now. Whole or not at all.
void say(const QByteArray &line);

/// The bytes of an invented post about two papers of its own.
[[nodiscard]] QByteArray postText(int number);
/// Posts `from` to `to` of a source; the papers of their entries.
QList<library::PaperId> storePosts(library::Library &library, int from, int to);
/// Bytes that begin as a PDF does, and are no other number's.
[[nodiscard]] QByteArray pdfBytes(int number, int size);
/// A picture that is no other number's, as PNG.
[[nodiscard]] QByteArray pngBytes(int number);
/// A passage of some page.
[[nodiscard]] notes::Passage passage(int number);
/// Notes, highlights with comments, points with evidence, of each paper; what was taken back is among the steps.
void markPapers(Opened &opened, const QList<library::PaperId> &papers, int number);

/// What the reader made of a paper, as the library tells it, in one hash.
[[nodiscard]] QByteArray digestOf(const library::Library &library, const QList<library::PaperId> &papers);

/// What does not hold of the library below `folder` after a process died in it: opened, checked whole, every file of it
/// known, everything that is named by its content what its name says, the last steps taken back and done again.
/// Sentences.
[[nodiscard]] QStringList unsound(const QString &folder);
/// Files below a library's folder that are no part of one.
[[nodiscard]] QStringList strangers(const QString &folder);
/// The sha256 of PDFs in documents/ that no row names, and sentences about rows and files that do not agree.
struct Documents
{
    QStringList unnamed;
    QStringList problems;
};
[[nodiscard]] Documents documentsOf(const QString &folder);

/// Posts and pictures that are not what their name says, whether or not a row names them: half a one that stands under
/// its name is taken for the whole by the next that brings it. Sentences.
[[nodiscard]] QStringList misnamed(const QString &folder);

using Files = QMap<QString, QByteArray>;
[[nodiscard]] Files filesBelow(const QString &folder); ///< by their path below it; hidden ones too
[[nodiscard]] QByteArray bytesOf(const QString &file);
/// Makes `to` a copy of the folder `from`; what it held is gone. The lock and the reserve of a library stay behind.
void putBack(const QString &from, const QString &to);
void writeBytes(const QString &file, const QByteArray &bytes);

} // namespace yaodian::crash
