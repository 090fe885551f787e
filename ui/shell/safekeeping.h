#pragma once

#include "cli/services.h"
#include "ui/shell/notice.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace yaodian::ui {

/// While the window is open, backups are made beside it when they are due: those in the library's own folder, and those
/// in the folder that the reader chose for them. Nothing is said of it, but once of each thing that goes wrong.
class Safekeeping final : public QObject
{
    Q_OBJECT

public:
    Safekeeping(cli::Services &services, Notice &notice, QObject *parent);

    void start(); ///< looks from now on
    void look();  ///< makes what is due

Q_SIGNALS:
    void made(const QString &file);

private:
    void make(const QString &elsewhere);

    cli::Services &m_services;
    Notice &m_notice;
    QTimer m_timer;
    QSet<QString> m_said;                  ///< sentences
    QHash<QString, QDeadlineTimer> m_rest; ///< folders where one failed, and until when no other is tried
    Background m_background{1};            ///< its own: a slow disk holds up nothing else
};

} // namespace yaodian::ui
