#pragma once

#include "exporting/unread.h"
#include "library/library.h"

namespace yaodian::exporting {

/// The built-in templates, or a Mustache file of the reader's own (templates.h).
struct Template
{
    /// How the highlights that back no point are put together.
    enum class Groups {
        None,   ///< one row, in reading order
        Kind,   ///< kind by kind
        Section ///< under the headings of the paper
    };
    QString name = QStringLiteral("obsidian"); ///< "obsidian", "logseq", "plain", the name of an own one, or a path
    Groups groups = Groups::None;
};

/// Papers, and what they are together: an issue, a session, a list. Id and title empty: chosen one by one.
struct Chosen
{
    QList<library::PaperId> papers;
    QString title = {};
    QString id = {};    ///< whole, 36 characters
    Unread unread = {}; ///< since before its papers were read
};

/// What a list shows, as something that has a file: its id is the same wherever and whenever it is asked for.
[[nodiscard]] Chosen chosenList(const library::Library &library, const library::ListQuery &query, const QString &title);

struct Written
{
    QStringList files; ///< paths written or found unchanged
    int unchanged = 0;
    QStringList conflicts; ///< sentences: what both the file and the library changed
    int taken = 0;         ///< comments, points and notes that came from the files
};

/// Markdown in the form of product.md.
class Markdown
{
public:
    explicit Markdown(library::Library &library) : m_library(library) {}

    [[nodiscard]] Result<QString> paper(library::PaperId id, const Template &form = {}) const;
    [[nodiscard]] Result<QString> issue(library::IssueId id, const Template &form = {}) const;
    [[nodiscard]] Result<QString> session(library::SessionId id, const Template &form = {}) const;
    [[nodiscard]] Result<QString> list(const Chosen &chosen, const Template &form = {}) const;

    /// Writes into `folder` (made if absent). A file is found again by the id in its front matter; its managed regions
    /// are updated in place, everything around them is kept byte for byte. Where a region was edited by hand, what was
    /// changed of comments, points and the note is taken into the library first (one act of the journal; not where that
    /// is read-only), and what the reader made around them stays. Nothing changed: no byte changes.
    Result<Written> writePapers(const QList<library::PaperId> &ids, const QString &folder,
                                const Template &form = {}) const;
    Result<Written> writeIssue(library::IssueId id, const QString &folder, const Template &form = {}) const;
    Result<Written> writeSession(library::SessionId id, const QString &folder, const Template &form = {}) const;
    Result<Written> writeList(const Chosen &chosen, const QString &folder, const Template &form = {}) const;

private:
    library::Library &m_library;
};

/// The other ways out. What is written for a paper is the same on every machine and after every rebuild.
class Formats
{
public:
    enum Format { Bibtex, CslJson, Annotations, Anki };

    explicit Formats(const library::Library &library) : m_library(library) {}

    [[nodiscard]] Chosen ofIssue(library::IssueId id) const;
    [[nodiscard]] Chosen ofSession(library::SessionId id) const;

    [[nodiscard]] Result<QByteArray> text(Format format, const QList<library::PaperId> &papers) const;
    /// Into `folder` (made if absent). References are kept in one file there, `yaodian.bib` or `yaodian.json`, among
    /// those of the reader, and a paper's key stays what it is in that file. Annotations get a file a paper (papers
    /// without a highlight none, where there are several), cards one file. What was edited by hand is left alone and
    /// reported; nothing changed: no byte changes. Where the library could not be read, no file is written.
    Result<Written> write(Format format, const Chosen &chosen, const QString &folder) const;

    /// One page of HTML about a session.
    [[nodiscard]] Result<QByteArray> report(library::SessionId id) const;
    Result<Written> writeReport(library::SessionId id, const QString &folder) const;

private:
    const library::Library &m_library;
};

/// Copies of PDFs with the highlights in them as standard annotations, which other programs show.
class PdfCopies
{
public:
    explicit PdfCopies(const library::Library &library) : m_library(library) {}

    /// Into `to`: a folder (made if absent) or, of one paper, a file whose name ends in ".pdf". A copy begins with the
    /// bytes of the paper's PDF on which most of its highlights stand. A file that is no unchanged copy made here is
    /// left alone; nothing changed: no byte changes. Of several papers, those without a highlight get none, and what
    /// went wrong is in `conflicts`; no copy is written of what could not be read whole. From any thread: a worker is
    /// started for each copy, which takes seconds.
    Result<Written> write(const QList<library::PaperId> &papers, const QString &to) const;

private:
    const library::Library &m_library;
};

} // namespace yaodian::exporting
