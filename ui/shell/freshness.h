#pragma once

#include "cli/services.h"
#include "ui/shell/statusline.h"

#include <QTime>

namespace yaodian::ui {

/// While the window is open, what is due is asked by itself: unless the reader chose otherwise, works offline, or the
/// network is known to be away. What came of it is a few words in the status line; nothing is opened and nothing moves.
class Freshness final : public QObject
{
    Q_OBJECT

public:
    Freshness(cli::Services &services, StatusLine &status, QObject *parent);

    /// Asks now what is due, and from now on whenever something is.
    void start();
    /// Says when a round was and what it brought, whoever asked for it. Says nothing where nobody was asked.
    void tell(const sync::Outcome &outcome);
    /// The same once more, in the language of now.
    void sayAgain();
    /// Once more before long: something has come that may be due.
    void soon();

private:
    [[nodiscard]] bool mayAsk() const;

    cli::Services &m_services;
    StatusLine &m_status;
    bool m_started = false;
    sync::Outcome m_told;
    QTime m_toldAt; ///< invalid: nothing was told
};

} // namespace yaodian::ui
