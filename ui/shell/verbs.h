#pragma once

#include "cli/services.h"
#include "ui/base/late.h"
#include "ui/commands/commands.h"
#include "ui/library/librarypage.h"
#include "ui/shell/notice.h"

namespace yaodian::ui {

/// What the reader does to papers from the list: verdicts, stars, points, undo. Each is saved at once and told in a
/// line that says how to take it back.
class Verbs final : public QObject
{
    Q_OBJECT

public:
    Verbs(cli::Services &services, Late<LibraryPage> &page, Notice &notice, Commands &commands, QObject *parent);

    /// Papers that the next verb is about: those of the reader where one is open, else the list's selection.
    void setPaperSource(std::function<QList<library::PaperId>()> papers) { m_papers = std::move(papers); }
    /// What was decided about a paper: "Keep · ★ · Later". Empty: nothing.
    [[nodiscard]] QString decidedOf(library::PaperId paper) const;
    void addPoint(const QString &text);    ///< to the current entry
    void putTags(const QStringList &tags); ///< in place of those that startTags() has shown

private:
    void bindMarks();
    void verdict(library::Verdict verdict);
    void toggle(const char *what);
    void startTags();
    void merge();
    void setApart();
    void undo();
    void redo();
    void step(const std::function<Result<library::Operation>()> &run, const QString &here, const QString &there);
    [[nodiscard]] QString titleOf(library::PaperId paper) const;
    bool fine(const Result<void> &result);

    cli::Services &m_services;
    Late<LibraryPage> &m_page;
    Notice &m_notice;
    Commands &m_commands;
    std::function<QList<library::PaperId>()> m_papers;
    QList<library::PaperId> m_tagged; ///< whose tags are being written
    QStringList m_common;             ///< those that all of them had
};

} // namespace yaodian::ui
