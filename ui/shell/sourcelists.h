#pragma once

#include "cli/services.h"
#include "ui/base/ask.h"
#include "ui/commands/commands.h"
#include "ui/shell/notice.h"

namespace yaodian::ui {

/// The list of sources as a file that other readers know too (OPML): picked or dropped it brings sources, and the own
/// ones can be taken along.
class SourceLists final : public QObject
{
    Q_OBJECT

public:
    SourceLists(cli::Services &services, Ask &ask, Notice &notice, Commands &commands, QWidget *window);

    [[nodiscard]] static bool isList(const QString &path);
    /// Adds what these files name, and says how much of it was new.
    void take(const QStringList &paths);

Q_SIGNALS:
    void added(); ///< there are sources that nobody has asked yet

private:
    struct Taken
    {
        int fresh = 0;
        QStringList failed; ///< sentences, one a file
    };
    void offer();
    void tell(const QStringList &paths, const Taken &taken);
    void write(const QString &path);

    cli::Services &m_services;
    Ask &m_ask;
    Notice &m_notice;
    const Commands &m_commands;
    QWidget *m_window;
};

} // namespace yaodian::ui
