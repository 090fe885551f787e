#pragma once

#include "cli/services.h"
#include "ui/commands/commands.h"
#include "ui/shell/notice.h"

namespace yaodian::ui {

/// Asks arXiv for what no digest said of papers, and for newer versions: by command, and once a day by itself after
/// sources have answered. Where nothing is synced, nothing is asked.
class ArxivNews final : public QObject
{
    Q_OBJECT

public:
    ArxivNews(cli::Services &services, Notice &notice, Commands &commands, QObject *parent);
    /// After a round of syncing.
    void synced(const sync::Outcome &outcome);

private:
    void askByHand();

    cli::Services &m_services;
    Notice &m_notice;
};

} // namespace yaodian::ui
