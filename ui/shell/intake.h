#pragma once

#include "cli/services.h"
#include "ui/base/ask.h"
#include "ui/commands/commands.h"
#include "ui/shell/notice.h"
#include "ui/shell/sourcelists.h"

class QMimeData;

namespace yaodian::ui {

/// Everything that comes in: sources, syncing, dropped files, pasted text, the tour of a first start.
class Intake final : public QObject
{
    Q_OBJECT

public:
    Intake(cli::Services &services, Ask &ask, Notice &notice, Commands &commands, QWidget *window);

    /// True where the library has nothing and never had the tour.
    [[nodiscard]] bool wantsTour() const;
    void startTour(); ///< imports it
    [[nodiscard]] static bool takes(const QMimeData &mime);
    /// The file, where exactly one PDF is dropped; else empty.
    [[nodiscard]] static QString onePdf(const QMimeData &mime);
    void take(const QMimeData &mime);
    void sync();
    /// Asks one source now: it was just added, or its issues are wanted.
    void fetch(const library::Source &source);
    /// Parses the stored posts again that wait for it, behind everything else.
    void parseAgain();
    void cancel();

Q_SIGNALS:
    void tourReady(yaodian::library::IssueId issue);
    void imported(const QList<yaodian::library::IssueId> &issues);
    /// A link was pasted or dropped: it may be meant as a source.
    void offered(const QString &address);
    void sourcesCame(); ///< several at once; nobody has asked them yet
    void synced(const yaodian::sync::Outcome &outcome);

private:
    void bindKeys();
    void importFiles(const QStringList &paths);
    void tellParsedAgain(const sync::Outcome &outcome);
    void importPasted(const QString &text, const QString &name);
    void tell(const sync::Outcome &outcome);
    void fileTourPdf(const sync::Outcome &outcome);

    cli::Services &m_services;
    Ask &m_ask;
    Notice &m_notice;
    Commands &m_commands;
    QWidget *m_window;
    SourceLists *m_lists;
};

} // namespace yaodian::ui
