#pragma once

#include "library/library.h"

namespace yaodian::exporting {

/// The built-in templates, or a Mustache file of the reader's own.
struct Template
{
    QString name = QStringLiteral("obsidian"); ///< "obsidian", "logseq", "plain", or a path
};

struct Written
{
    QStringList files; ///< paths written or found unchanged
    int unchanged = 0;
    QStringList conflicts; ///< sentences: regions edited by hand, kept as they are
};

/// Markdown in the form of product.md.
class Markdown
{
public:
    explicit Markdown(const library::Library &library) : m_library(library) {}

    [[nodiscard]] Result<QString> paper(library::PaperId id, const Template &form = {}) const;
    [[nodiscard]] Result<QString> issue(library::IssueId id, const Template &form = {}) const;
    [[nodiscard]] Result<QString> session(library::SessionId id, const Template &form = {}) const;

    /// Writes into `folder` (made if absent). A file is found again by the id in its front matter; its managed regions
    /// are updated in place, everything around them is kept byte for byte; a region whose stamp shows an edit by hand
    /// is left alone and reported. Nothing changed: no byte changes.
    Result<Written> writePapers(const QList<library::PaperId> &ids, const QString &folder,
                                const Template &form = {}) const;
    Result<Written> writeIssue(library::IssueId id, const QString &folder, const Template &form = {}) const;
    Result<Written> writeSession(library::SessionId id, const QString &folder, const Template &form = {}) const;

private:
    const library::Library &m_library;
};

} // namespace yaodian::exporting
