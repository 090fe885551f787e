#pragma once

#include "net/contacts.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/library/sidesection.h"

#include <QScrollArea>
#include <QTimer>

class QLabel;

namespace yaodian::net {
class Client;
}

namespace yaodian::ui {

/// Every server that was asked since the start: there is no other one. What is asked while it is shown comes in below.
class ServersPage final : public QScrollArea
{
    Q_OBJECT

public:
    ServersPage(const net::Client &client, Commands &commands, Theme &theme, QWidget *parent = nullptr);

    void start(); ///< shows how things stand now
    void takeFocus();
    [[nodiscard]] const QList<SideRow> &rows() const { return m_servers->rows().rows(); }

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void fill();
    void dress();

    const net::Client &m_client;
    Theme &m_theme;
    QLabel *m_title, *m_sum, *m_empty;
    SideSection *m_servers;
    QList<net::Contact> m_shown;
    QTimer m_again;
};

} // namespace yaodian::ui
